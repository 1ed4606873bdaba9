/** Turns what happens in the workspace into events for the bot: what it may see and has subscribed to, each with an id. */
import type { Dict } from './complaints.ts'
import type { Credentials } from './credentials.ts'
import type { Delivery, Receipt } from './delivery.ts'
import type { Desk } from './desk.ts'
import {
  eventCallback,
  eventOfDeletion,
  eventOfEdit,
  eventsOfPost,
  scopeOf,
  subscriptionOf,
} from './events.ts'
import type { Change, Message } from './workspace.ts'

export interface Emission {
  payload: Dict
  receipt: Promise<Receipt>
}

export class Emitter {
  readonly #desk: Desk
  readonly #credentials: Credentials
  readonly #subscriptions: ReadonlySet<string> | undefined
  readonly #delivery: () => Delivery
  readonly #ofMessage = new WeakMap<Message, Emission[]>()

  /** `subscriptions` are names such as 'app_mention' and 'message.im'; all if undefined. */
  constructor(
    desk: Desk,
    credentials: Credentials,
    subscriptions: ReadonlySet<string> | undefined,
    delivery: () => Delivery,
  ) {
    this.#desk = desk
    this.#credentials = credentials
    this.#subscriptions = subscriptions
    this.#delivery = delivery
    desk.workspace.watch((change) => this.#changed(change))
  }

  /** Sends an event if the bot is to hear of it. */
  emit(event: Dict): Emission | undefined {
    const scope = scopeOf(event)
    if (scope !== undefined && !this.#credentials.scopes.has(scope)) return undefined
    if (this.#subscriptions && !this.#subscriptions.has(subscriptionOf(event))) return undefined
    return this.#send(eventCallback(event, this.#desk.workspace.id('Ev'), this.#desk))
  }

  /** Sends the same event once more, with the same id. */
  again({ payload }: Emission): Emission {
    return this.#send(payload)
  }

  /** The events a message set off. */
  of(message: Message): Emission[] {
    return this.#ofMessage.get(message) ?? []
  }

  #send(payload: Dict): Emission {
    return { payload, receipt: this.#delivery().send('events_api', payload) }
  }

  #changed({ kind, channel, message, previous }: Change): void {
    const { workspace, bot } = this.#desk
    // a bot hears only of the channels it is in
    if (!channel || !message || !channel.members.has(bot.user.id)) return
    if (kind === 'post') {
      const events = eventsOfPost(channel, message, this.#desk)
      this.#ofMessage.set(
        message,
        events.map((event) => this.emit(event)).filter((emission) => emission !== undefined),
      )
    } else if (kind === 'edit')
      this.emit(eventOfEdit(channel, { ...message }, previous!, workspace.timestamp()))
    else if (kind === 'delete') this.emit(eventOfDeletion(channel, message, workspace.timestamp()))
  }
}

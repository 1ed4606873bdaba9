/** Commands, presses and forms. Slack delivers each once only and shows the person whether it was taken. */
import type { Desk } from '../../chat/desk.ts'
import type { CommandCall, Said } from '../../chat/incoming.ts'
import { commandCall, typedCommand } from '../../chat/typed-command.ts'
import type { Delivery } from './acknowledge.ts'
import type { Answers, OpenSpot, PrivateSpot, Spot } from './answers.ts'
import type { Clients } from './clients.ts'
import { formFor, formView, type Purpose } from './form.ts'
import { typedText } from './incoming-text.ts'
import { conversationOf } from './messages.ts'
import type { People } from './people.ts'
import type { Identity, Press, SlashCommand, Submission } from './receive.ts'
import type { Turns } from './turns.ts'
import { WORDS } from './words.ts'

export interface Interactions {
  command(command: SlashCommand, delivery: Delivery): Promise<void>
  press(press: Press): Promise<void>
  submitted(submission: Submission, purpose: Purpose): Promise<void>
  /** The form of the shortcut, and of the home page. */
  compose(user: string, trigger: string): Promise<void>
}

export interface InteractionsOptions {
  desk: Desk
  me: () => Identity
  clients: Clients
  turns: Turns
  answers: Answers
  people: People
  /** The channel of the direct messages with somebody. */
  direct: (user: string) => Promise<string>
}

/** The command whose form puts a question together. */
export const COMPOSES = 'find'

export function createInteractions(options: InteractionsOptions): Interactions {
  const { desk, me, clients, turns, answers, people, direct } = options

  async function openForm(
    call: CommandCall,
    user: string,
    trigger: string,
    where: Pick<Purpose, 'channel' | 'direct' | 'responseUrl'>,
  ): Promise<boolean> {
    const form = formFor(call, desk.commands)
    if (form === null) return false
    // a trigger is good for three seconds: what is known of the language now has to do
    const { locale = 'en' } = await people.of(user)
    await clients.call('views', 'views.open', { trigger_id: trigger, view: formView(form, locale, where) })
    return true
  }

  async function take(said: Said, spot: Spot, isDirect: boolean, delivery?: Delivery): Promise<void> {
    const thread = spot.kind === 'open' ? spot.thread : null
    const conversation = conversationOf(me().team, spot.channel, thread)
    const { locale = 'en' } = people.known(spot.user)
    const working =
      delivery && (() => delivery.ack({ response_type: 'ephemeral', text: WORDS[locale].working }))
    await turns.take({
      spot,
      said,
      direct: isDirect,
      conversation,
      ...(working === undefined ? {} : { working }),
    })
  }

  async function inDirectMessages(user: string, said: Said): Promise<void> {
    const channel = await direct(user)
    const spot: OpenSpot = {
      kind: 'open',
      channel,
      user,
      direct: true,
      thread: null,
      asked: null,
      isThread: false,
    }
    await take(said, spot, true)
  }

  function calledBy(text: string): Said | null {
    const typed = typedText(text, me().user, { keepChannels: true }).replace(/^[/／]/, '')
    if (typed === '') return null
    const [, word = '', rest = ''] = /^(\S+)(?:\s+(.*))?$/s.exec(typed) ?? []
    const isCommand = desk.commands.some(({ name }) => name === word.toLowerCase())
    return isCommand
      ? commandCall(word, rest, desk.commands)
      : { kind: 'text', text: typedText(text, me().user) }
  }

  async function pressedAsk({ user, trigger, value, responseUrl, place, action }: Press): Promise<void> {
    if (action.startsWith('prompt:')) return inDirectMessages(user, { kind: 'text', text: value })
    const call = typedCommand(value, desk.commands)
    const where = { channel: place?.channel ?? null, direct: place?.direct ?? true, responseUrl }
    if (call !== null && (await openForm(call, user, trigger, where))) return
    const said: Said = { kind: 'query', line: value }
    if (place === null) return inDirectMessages(user, said)
    const { channel, ts, thread, hidden, direct: isDirect } = place
    if (hidden && responseUrl !== null)
      return take(said, { kind: 'private', responseUrl, channel, user }, isDirect)
    const at = thread ?? (isDirect ? null : ts)
    await take(
      said,
      {
        kind: 'open',
        channel,
        user,
        direct: isDirect,
        thread: at,
        asked: thread ?? ts,
        isThread: thread !== null,
      },
      isDirect,
    )
  }

  /** The answer is made again, so that what is shared is what holds now. */
  async function share({ user, value, responseUrl, place }: Press): Promise<void> {
    if (responseUrl === null || place === null || value === '') return
    const { channel, direct: isDirect } = place
    const conversation = conversationOf(me().team, channel, null)
    const said: Said = { kind: 'query', line: value }
    const reply = await turns.hear({ said, user, channel, direct: isDirect, conversation })
    const spot: PrivateSpot = { kind: 'private', responseUrl, channel, user }
    if (reply.seenBy === 'asker') {
      await answers.deliver(reply, spot)
      return
    }
    const { name } = people.known(user)
    const head = name === undefined ? undefined : WORDS[reply.locale].sharedBy(name)
    if ((await answers.share(reply, spot, head)) === 'posted') await answers.dismiss(responseUrl)
  }

  return {
    async command({ channel, direct: isDirect, user, text, responseUrl, trigger }, delivery) {
      const spot: PrivateSpot = { kind: 'private', responseUrl, channel, user }
      const said = calledBy(text)
      if (said === null) {
        const { locale = 'en' } = await people.of(user)
        await answers.deliver(desk.welcome(locale), spot)
        return
      }
      if (
        said.kind === 'command' &&
        (await openForm(said, user, trigger, { channel, direct: isDirect, responseUrl }))
      )
        return
      await take(said, spot, isDirect, delivery)
    },

    async press(press) {
      const { action, user, trigger, responseUrl, place } = press
      if (action === 'dismiss') {
        if (responseUrl !== null) await answers.dismiss(responseUrl)
      } else if (action === 'share') await share(press)
      else if (action.startsWith('form:')) {
        const call: CommandCall = { kind: 'command', name: action.slice('form:'.length), values: {} }
        await openForm(call, user, trigger, {
          channel: place?.channel ?? null,
          direct: place?.direct ?? true,
          responseUrl,
        })
      } else if (action.startsWith('ask:') || action.startsWith('prompt:')) await pressedAsk(press)
    },

    async submitted({ user, values }, purpose) {
      const { command, subcommand, channel, responseUrl } = purpose
      const said: Said = {
        kind: 'command',
        name: command,
        ...(subcommand === undefined ? {} : { subcommand }),
        values,
      }
      if (channel === null || responseUrl === null) return inDirectMessages(user, said)
      await take(said, { kind: 'private', responseUrl, channel, user }, purpose.direct)
    },

    async compose(user, trigger) {
      const call: CommandCall = { kind: 'command', name: COMPOSES, values: {} }
      await openForm(call, user, trigger, { channel: null, direct: true, responseUrl: null })
    },
  }
}

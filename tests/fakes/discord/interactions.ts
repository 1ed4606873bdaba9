/** The life of an interaction: answered once within 3 s, its token good for 15 minutes, its messages kept apart. */
import { type APIMessage, type APIUser, InteractionType } from 'discord-api-types/v10'
import type { AckEntry, Ledger } from '../ledger.ts'
import type { Time } from '../time.ts'
import { DiscordRefusal } from './refusal.ts'
import type { Channel } from './world.ts'

export interface Interaction {
  id: string
  token: string
  type: InteractionType
  createdAt: number
  user: APIUser
  channel: Channel
  /** 'ask', or the custom_id that was pressed. */
  name: string
  ack: AckEntry
  /** The type of the first answer; absent while there is none. */
  answered?: number
  /** What `@original` is: the answer, or the message whose component was used. */
  original?: APIMessage
  /** Deferred, and the content is still to come. */
  loading: boolean
  /** Seen by the asker alone. */
  ephemeral: boolean
  /** Every message it made, the original included, in order. */
  messages: Map<string, APIMessage>
  /** Those of `messages` that only the asker sees. */
  hidden: Set<string>
  /** The message whose component was used. */
  source?: APIMessage
  modal?: { custom_id: string; title: string; components: unknown[] }
  choices?: { name: string; value: string | number }[]
}

export class Interactions {
  readonly #all = new Map<string, Interaction>()
  readonly #byToken = new Map<string, Interaction>()
  readonly #time: Time
  readonly #ledger: Ledger

  constructor(time: Time, ledger: Ledger) {
    this.#time = time
    this.#ledger = ledger
  }

  begin(
    made: Pick<Interaction, 'id' | 'token' | 'type' | 'user' | 'channel' | 'name' | 'source'>,
  ): Interaction {
    const interaction: Interaction = {
      ...made,
      createdAt: this.#time.now(),
      ack: this.#ledger.delivered(made.id, `interaction ${made.name}`),
      loading: false,
      ephemeral: false,
      messages: new Map(),
      hidden: new Set(),
    }
    this.#forgetOld()
    this.#all.set(made.id, interaction)
    this.#byToken.set(made.token, interaction)
    this.#time.after(ANSWER_WITHIN + 1, () => {
      if (interaction.answered === undefined) this.#ledger.unacknowledged(interaction.ack, 'never')
    })
    return interaction
  }

  get(id: string): Interaction | undefined {
    return this.#all.get(id)
  }

  /** For the first answer: refused when there was one, or when it comes too late. */
  open(id: string, token: string): Interaction {
    const interaction = this.#all.get(id)
    if (interaction === undefined || interaction.token !== token) throw new DiscordRefusal(10062)
    if (interaction.answered !== undefined) throw new DiscordRefusal(40060)
    if (this.isLate(interaction)) {
      this.#ledger.acknowledged(interaction.ack)
      throw new DiscordRefusal(10062)
    }
    return interaction
  }

  /** For everything after the first answer: refused before it, and when the token is used up. */
  followed(token: string): Interaction {
    const interaction = this.#byToken.get(token)
    if (interaction === undefined) throw new DiscordRefusal(10015)
    if (this.#time.now() - interaction.createdAt > TOKEN_LIFE) throw new DiscordRefusal(50027)
    if (interaction.answered === undefined) throw new DiscordRefusal(10015)
    return interaction
  }

  answer(interaction: Interaction, type: number): void {
    if (!ANSWERS[interaction.type]?.includes(type))
      throw new DiscordRefusal(50035, [
        `type: ${type} does not answer an interaction of type ${interaction.type}`,
      ])
    if ((type === 6 || type === 7) && interaction.source === undefined)
      throw new DiscordRefusal(50035, [`type: ${type} where there is no message to update`])
    interaction.answered = type
    this.#ledger.acknowledged(interaction.ack, { type })
  }

  /** Oldest first, and never one whose token may still be used. */
  #forgetOld(): void {
    for (const [id, { token, createdAt }] of this.#all) {
      if (this.#time.now() - createdAt <= KEPT_FOR) return
      this.#all.delete(id)
      this.#byToken.delete(token)
    }
  }

  isLate(interaction: Interaction): boolean {
    return interaction.answered === undefined && this.#time.now() - interaction.createdAt > ANSWER_WITHIN
  }
}

/** Which answers each type of interaction may get: a modal only as a first answer, and never to a modal. */
const ANSWERS: Partial<Record<InteractionType, readonly number[]>> = {
  [InteractionType.ApplicationCommand]: [4, 5, 9],
  [InteractionType.MessageComponent]: [4, 5, 6, 7, 9],
  [InteractionType.ApplicationCommandAutocomplete]: [8],
  [InteractionType.ModalSubmit]: [4, 5, 6, 7],
}

/** Milliseconds (discord.com/developers/docs/interactions/receiving-and-responding). */
const ANSWER_WITHIN = 3_000
const TOKEN_LIFE = 15 * 60_000
/** Long enough to tell a token that has run out from one that never was. */
const KEPT_FOR = 4 * TOKEN_LIFE

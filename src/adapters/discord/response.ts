/**
 * The life of one interaction: answered within 3 s or deferred at 1.5 s, its late result put in the place of the deferral,
 * and where Discord no longer takes that, said in the channel, or in private what only the asker may see.
 */
import { InteractionResponseType, MessageFlags, Routes } from 'discord.js'
import { failure } from '../../base/log.ts'
import type { Desk } from '../../chat/desk.ts'
import type { Calls } from './calls.ts'
import { keepLines } from './kept-lines.ts'
import { LIMITS } from './limits.ts'
import { nonceOf } from './nonce.ts'
import type { Asked } from './receive.ts'
import { CODES, codeOf, isUnclear, outcomeOf } from './refusals.ts'
import { type Message, NOBODY, type Rendered } from './render.ts'
import { directChannel, sendToChannel } from './send.ts'

export interface ResponseTools {
  desk: Desk
  calls: Calls
  applicationId: string
}

export class Response {
  readonly #asked: Asked
  readonly #tools: ResponseTools
  readonly #since: number
  /** Whether what is deferred is for the asker alone. */
  readonly #hidden: boolean
  readonly #timer: NodeJS.Timeout
  #deferral: Promise<void> | null = null
  #state: 'open' | 'deferred' | 'lost' = 'open'

  /** @param hidden whether the answer, as far as is known by now, is for the asker alone */
  constructor(asked: Asked, hidden: boolean, tools: ResponseTools) {
    this.#asked = asked
    this.#tools = tools
    this.#hidden = hidden
    this.#since = tools.desk.clock()
    this.#timer = setTimeout(() => {
      this.#deferral = this.#defer()
    }, LIMITS.deferAfter)
  }

  /** The id of the message where Discord tells it. Never rejects: what cannot be delivered is logged. */
  async deliver(rendered: Rendered, hidden: boolean): Promise<string | null> {
    clearTimeout(this.#timer)
    const { desk } = this.#tools
    try {
      await this.#deferral
      await keepLines(rendered.kept, desk.coordination).catch(() => undefined)
      if (this.#state === 'open') {
        const id = await this.#respond(rendered, hidden)
        if (id !== false) return id
      }
      if (this.#state === 'deferred') {
        const id = await this.#replace(rendered, hidden)
        if (id !== false) return id
      }
      return await this.#sayElsewhere(rendered, hidden || this.#hidden)
    } catch (error) {
      desk.metrics.count('discord_unanswered_total', { code: String(codeOf(error) ?? 'none') })
      desk.log.warn({ reason: outcomeOf(error).reason }, 'an answer to an interaction could not be shown')
      return null
    }
  }

  /** A form or choices, which can only be a first response. */
  async respondWith(type: InteractionResponseType, data: object): Promise<void> {
    clearTimeout(this.#timer)
    await this.#callback({ type, data })
  }

  /** Somebody else answers. */
  abandon(): void {
    clearTimeout(this.#timer)
  }

  async #defer(): Promise<void> {
    const data = this.#hidden ? { flags: MessageFlags.Ephemeral } : {}
    try {
      await this.#callback({ type: InteractionResponseType.DeferredChannelMessageWithSource, data })
      this.#state = 'deferred'
    } catch (error) {
      this.#state = stateAfter(error)
    }
  }

  /** false: too late, or refused in a way that another response would be too. */
  async #respond({ message, plain }: Rendered, hidden: boolean): Promise<string | null | false> {
    const flags = hidden ? { flags: MessageFlags.Ephemeral } : {}
    const type = InteractionResponseType.ChannelMessageWithSource
    const post = (body: Message) => this.#callback({ type, data: { ...body, ...flags } })
    try {
      return await post(message).catch((error) => {
        if (!isBadForm(error)) throw error
        return post(plain)
      })
    } catch (error) {
      this.#state = stateAfter(error)
      return false
    }
  }

  /** The result in the place of "is thinking". false: the token is used up. */
  async #replace({ message, plain }: Rendered, hidden: boolean): Promise<string | null | false> {
    const { calls, applicationId, desk } = this.#tools
    if (desk.clock() - this.#since >= LIMITS.tokenLife) return false
    const { token } = this.#asked
    const follow = async (body: Message): Promise<string | null> => {
      const flags = hidden ? { flags: MessageFlags.Ephemeral } : {}
      return idOf(
        await calls.post(Routes.webhook(applicationId, token), { ...body, ...flags }, { open: true }),
      )
    }
    const write = async (body: Message): Promise<string | null> => {
      const original = Routes.webhookMessage(applicationId, token, '@original')
      if (hidden && !this.#hidden) {
        // everybody sees the deferral, and what stands in its place would be seen too
        await calls.delete(original, { open: true })
        return follow(body)
      }
      return calls.patch(original, body, { open: true }).then(idOf, (error) => {
        if (codeOf(error) !== CODES.unknownMessage) throw error
        return follow(body)
      })
    }
    try {
      return await write(message).catch((error) => {
        if (!isBadForm(error)) throw error
        return write(plain)
      })
    } catch (error) {
      if (isUnclear(error)) throw error
      return false
    }
  }

  async #sayElsewhere(rendered: Rendered, hidden: boolean): Promise<string | null> {
    const { desk, calls } = this.#tools
    const { id, author, channel, installed } = this.#asked
    desk.metrics.count('late_total', { platform: 'discord' })
    desk.log.warn({}, 'an interaction could not be answered in time; it is answered by a message')
    const sending = { calls, coordination: desk.coordination }
    const nonce = nonceOf(`late ${id}`)
    if (!hidden && installed && channel !== '') {
      try {
        return await sendToChannel(sending, channel, addressed(rendered, author), nonce)
      } catch (error) {
        desk.log.debug(failure(error), 'the channel does not take the late answer')
      }
    }
    return sendToChannel(sending, await directChannel(calls, author), rendered, nonce)
  }

  /** Repeated where nobody knows whether it arrived: a second one is refused as answered already. */
  async #callback(body: { type: InteractionResponseType; data: object }): Promise<string | null> {
    const { id, token } = this.#asked
    const { calls } = this.#tools
    const answer = await calls.post<unknown>(Routes.interactionCallback(id, token), body, {
      open: true,
      repeat: true,
      query: { with_response: 'true' },
    })
    const { resource } = Object(answer) as { resource?: { message?: unknown } }
    return idOf(resource?.message)
  }
}

/** A message that nobody's press stands above says for whom it is. */
function addressed({ message, plain, kept }: Rendered, person: string): Rendered {
  const to = (body: Message): Message => ({
    ...body,
    content: `-# <@${person}>\n${body.content ?? ''}`.slice(0, LIMITS.content),
    allowed_mentions: NOBODY,
  })
  return { message: to(message), plain: to(plain), kept }
}

/**
 * An attempt of ours may have arrived though its answer was lost, or another process deferred it: what stands there is replaced,
 * and where nothing stands, that is refused.
 */
const stateAfter = (error: unknown): 'deferred' | 'lost' =>
  codeOf(error) === CODES.alreadyAnswered || isUnclear(error) ? 'deferred' : 'lost'

const isBadForm = (error: unknown): boolean =>
  codeOf(error) === CODES.invalidForm || codeOf(error) === CODES.emptyMessage

function idOf(message: unknown): string | null {
  const { id } = Object(message) as { id?: unknown }
  return typeof id === 'string' ? id : null
}

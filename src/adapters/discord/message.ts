/** A question asked by a message: heard, answered by a reply, with a thread for what follows where one may be started. */
import { Routes } from 'discord.js'
import { failure } from '../../base/log.ts'
import type { Desk } from '../../chat/desk.ts'
import type { Incoming } from '../../chat/incoming.ts'
import type { Reply } from '../../chat/reply.ts'
import { typedCommand } from '../../chat/typed-command.ts'
import type { Calls } from './calls.ts'
import type { Extra } from './components.ts'
import type { Conversations } from './conversations.ts'
import { cleanLine, cut } from './escape.ts'
import { composeButton } from './form.ts'
import { LIMITS } from './limits.ts'
import { nonceOf } from './nonce.ts'
import { type Heard, incomingOf } from './receive.ts'
import { CODES, codeOf, outcomeOf } from './refusals.ts'
import { render } from './render.ts'
import { sendToChannel } from './send.ts'
import type { Threads } from './threads.ts'
import { WORDS } from './words.ts'

export interface TalkTools {
  desk: Desk
  calls: Calls
  conversations: Conversations
  threads: Threads
}

export class MessageTalk {
  readonly #tools: TalkTools
  /** Channels in which no thread may be started, and until when that is taken for granted. */
  readonly #threadless = new Map<string, number>()

  constructor(tools: TalkTools) {
    this.#tools = tools
  }

  async answer(heard: Heard): Promise<void> {
    const { desk, conversations } = this.#tools
    const inThread = heard.guild !== undefined && (await this.#isInThread(heard.channel))
    const conversation = this.#conversationOf(heard, inThread)
    const by = { ...heard, locale: undefined, direct: heard.guild === undefined }
    const incoming = (said: Incoming['said']) => incomingOf(by, conversation, desk.clock(), said)
    const stopTyping = this.#typeSoon(heard.channel)
    let reply: Reply
    const extra: Extra[] = []
    try {
      if (heard.text === '') {
        reply = desk.welcome('en')
        extra.push(...composeButton(desk.commands, reply.locale))
      } else {
        const said = typedCommand(heard.text, desk.commands) ?? { kind: 'text' as const, text: heard.text }
        reply = await desk.hear(incoming(said))
      }
    } finally {
      stopTyping()
    }
    if (reply.parts.length === 0 && reply.plain === '') return
    const answer = await this.#send(heard, render(reply, { extra }))
    if (answer === null) return
    conversations.keep(answer, conversation)
    if (reply.again !== undefined && !inThread && this.#mayStartThread(heard))
      await this.#startThread(heard, answer, reply)
  }

  /**
   * A thread and a private talk are talks of their own; elsewhere a reply goes on, and a mention begins anew. A reply to what
   * no talk is known of belongs to that message: it may be a digest.
   */
  #conversationOf({ id, channel, guild, answers }: Heard, inThread: boolean): string {
    const { conversations } = this.#tools
    const answered = conversations.of(answers)
    if (guild === undefined) {
      if (answers === undefined) return conversations.of(channel) ?? channel
      const replied = answered ?? `${channel}:${answers}`
      // in private, what is said next without replying goes on with it
      conversations.keep(channel, replied)
      return replied
    }
    return conversations.of(channel) ?? (inThread ? channel : (answered ?? answers ?? id))
  }

  /** One that was started on an answer of ours is known without asking. */
  async #isInThread(channel: string): Promise<boolean> {
    const { conversations, threads } = this.#tools
    return conversations.of(channel) !== undefined || threads.isThread(channel)
  }

  async #send(heard: Heard, rendered: ReturnType<typeof render>): Promise<string | null> {
    const { desk, calls } = this.#tools
    try {
      return await sendToChannel(
        { calls, coordination: desk.coordination },
        heard.channel,
        rendered,
        nonceOf(heard.id),
        heard.guild === undefined ? undefined : heard.id,
      )
    } catch (error) {
      // the channel is gone or closed, or Discord cannot be reached: nothing more can be said there
      desk.metrics.count('discord_unanswered_total', { code: String(codeOf(error) ?? 'none') })
      desk.log.warn({ reason: outcomeOf(error).reason }, 'an answer could not be posted')
      return null
    }
  }

  #mayStartThread({ channel, guild }: Heard): boolean {
    return guild !== undefined && (this.#threadless.get(channel) ?? 0) <= this.#tools.desk.clock()
  }

  async #startThread({ channel, text }: Heard, answer: string, { locale }: Reply): Promise<void> {
    const { calls, desk } = this.#tools
    try {
      await calls.post(Routes.threads(channel, answer), {
        name: cut(cleanLine(text), LIMITS.threadName) || WORDS[locale].threadName,
        auto_archive_duration: ONE_HOUR_IN_MINUTES,
      })
    } catch (error) {
      if (!NO_THREADS.has(codeOf(error) ?? 0)) return desk.log.debug(failure(error), 'no thread was started')
      // not asked again at every answer: each refusal counts towards a ban
      this.#threadless.set(channel, desk.clock() + THREADLESS_FOR)
      if (this.#threadless.size > KEPT) this.#threadless.delete(this.#threadless.keys().next().value!)
    }
  }

  /** A sign of life where an answer takes longer. */
  #typeSoon(channel: string): () => void {
    const timer = setTimeout(() => {
      this.#tools.calls.post(Routes.channelTyping(channel), undefined).catch(() => undefined)
    }, TYPE_AFTER)
    return () => clearTimeout(timer)
  }
}

const NO_THREADS = new Set<number>([
  CODES.missingPermissions,
  CODES.missingAccess,
  CODES.wrongChannelType,
  CODES.unknownChannel,
])
const ONE_HOUR_IN_MINUTES = 60
/** Milliseconds. */
const THREADLESS_FOR = 60 * 60_000
const TYPE_AFTER = 1_000
const KEPT = 2_000

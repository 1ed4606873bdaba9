/** Brings a reply to where it was asked for: into a thread or a direct message for all who read there, or to the asker alone. */
import type { Log } from '../../base/log.ts'
import type { Metrics } from '../../base/metrics.ts'
import type { Reply } from '../../chat/reply.ts'
import type { Clients, Values } from './clients.ts'
import { type Outcome, PAYLOAD_ERRORS } from './outcome.ts'
import type { Pacing } from './pacing.ts'
import { type Rendered, type RenderOptions, render } from './render.ts'
import type { Threads } from './threads.ts'
import { WORDS } from './words.ts'

export type Spot = OpenSpot | PrivateSpot

/** A channel or a direct message. */
export interface OpenSpot {
  kind: 'open'
  channel: string
  /** The thread to answer in; null: at the end of a direct message. */
  thread: string | null
  /** The message whose thread shows that it is being looked up; null: nothing can show it. */
  asked: string | null
  /** The thread is there already; what only one person sees is lost in one that is not. */
  isThread: boolean
  direct: boolean
  user: string
}

/** A command, or a press in what only the asker sees: the answer goes the same way. */
export interface PrivateSpot {
  kind: 'private'
  responseUrl: string
  channel: string
  user: string
}

export type Delivered = 'posted' | 'private' | 'nothing' | 'failed'

export interface Answers {
  deliver(reply: Reply, spot: Spot, head?: string): Promise<Delivered>
  /** For all in the channel of a private answer, whether the bot is a member there or not. */
  share(reply: Reply, spot: PrivateSpot, head?: string): Promise<Delivered>
  /** Takes the message away that was pressed. */
  dismiss(responseUrl: string): Promise<void>
}

export interface AnswersOptions {
  clients: Clients
  pacing: Pacing
  threads: Threads
  commands: readonly string[]
  log: Log
  metrics: Metrics
}

export function createAnswers({ clients, pacing, threads, commands, log, metrics }: AnswersOptions): Answers {
  /** Blocks first; where Slack does not take them, the words alone. */
  async function sent<Result>(
    rendered: Rendered,
    send: (payload: Values) => Promise<Outcome<Result>>,
  ): Promise<Outcome<Result>> {
    const outcome = await send({ ...rendered, ...AS_WRITTEN })
    if (outcome.outcome !== 'refused' || !PAYLOAD_ERRORS.has(outcome.error)) return outcome
    log.error(
      { error: outcome.error, blocks: rendered.blocks.length },
      'Slack refused an answer: its words are sent alone',
    )
    metrics.count('slack_refused_payloads_total', { error: outcome.error })
    return send({ text: rendered.text, ...AS_WRITTEN })
  }

  function told(outcome: Outcome<unknown> | 'full', accepted: Delivered): Delivered {
    if (outcome !== 'full' && outcome.outcome === 'accepted') return accepted
    const why = outcome === 'full' ? 'full' : outcome.outcome === 'refused' ? outcome.error : outcome.reason
    metrics.count('slack_answers_lost_total', { why })
    log.warn({ why }, 'an answer did not arrive, or nobody knows whether it did')
    return 'failed'
  }

  async function post(spot: OpenSpot, rendered: Rendered): Promise<Delivered> {
    const { channel, thread } = spot
    const place = { channel, ...(thread === null ? {} : { thread_ts: thread }) }
    // before it can be seen: whoever sees it may go on at once
    if (thread !== null && !spot.direct) threads.started(channel, thread)
    const outcome = await pacing.post(channel, () =>
      sent(rendered, (payload) => clients.call('answers', 'chat.postMessage', { ...place, ...payload })),
    )
    return told(outcome, 'posted')
  }

  async function whisper(spot: OpenSpot, rendered: Rendered): Promise<Delivered> {
    const { channel, thread, isThread, user } = spot
    const place = { channel, user, ...(isThread && thread !== null ? { thread_ts: thread } : {}) }
    const outcome = await sent(rendered, (payload) =>
      clients.call('answers', 'chat.postEphemeral', { ...place, ...payload }),
    )
    return told(outcome, 'private')
  }

  async function respond(spot: PrivateSpot, rendered: Rendered): Promise<Delivered> {
    const outcome = await sent(rendered, (payload) =>
      clients.respond(spot.responseUrl, { response_type: 'ephemeral', replace_original: false, ...payload }),
    )
    if (outcome.outcome !== 'refused') return told(outcome, 'private')
    // the address is good for half an hour and five answers; the channel may still take it
    const { channel, user } = spot
    return told(
      await sent(rendered, (payload) =>
        clients.call('answers', 'chat.postEphemeral', { channel, user, ...payload }),
      ),
      'private',
    )
  }

  return {
    async deliver(reply, spot, head) {
      if (reply.parts.length === 0 && reply.plain === '') return 'nothing'
      const options: RenderOptions = { commands, ...(head === undefined ? {} : { head }) }
      if (spot.kind === 'private') return respond(spot, render(reply, { ...options, frame: frameOf(reply) }))
      if (reply.seenBy === 'everyone' || spot.direct) return post(spot, render(reply, options))
      return whisper(spot, render(reply, { ...options, frame: [dismissButton(reply.locale)] }))
    },

    async share(reply, spot, head) {
      const rendered = render(reply, { commands, ...(head === undefined ? {} : { head }) })
      const { channel, user } = spot
      const outcome = await pacing.post(channel, () =>
        sent(rendered, (payload) => clients.call('answers', 'chat.postMessage', { channel, ...payload })),
      )
      if (outcome === 'full' || outcome.outcome !== 'refused') {
        const ts = outcome !== 'full' && outcome.outcome === 'accepted' ? outcome.result.ts : undefined
        if (typeof ts === 'string') threads.started(channel, ts)
        return told(outcome, 'posted')
      }
      log.debug(
        { error: outcome.error, user: user !== '' },
        'not a member of the channel: shared through the response URL',
      )
      return told(
        await sent(rendered, (payload) =>
          clients.respond(spot.responseUrl, {
            response_type: 'in_channel',
            replace_original: false,
            ...payload,
          }),
        ),
        'posted',
      )
    },

    async dismiss(responseUrl) {
      await clients.respond(responseUrl, { delete_original: true })
    },
  }
}

/** What goes with an answer that only the asker sees. */
function frameOf({ again, locale }: Reply): NonNullable<RenderOptions['frame']> {
  const share =
    again === undefined || again.length > 2_000
      ? []
      : [{ type: 'button' as const, action_id: 'share', text: plain(WORDS[locale].share), value: again }]
  return [...share, dismissButton(locale)]
}

const dismissButton = (locale: 'en' | 'zh') => ({
  type: 'button' as const,
  action_id: 'dismiss',
  text: plain(WORDS[locale].dismiss),
})

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: false })

/** Nothing in the text becomes a name or a link that we did not make, and no link unfolds into a foreign page. */
export const AS_WRITTEN = {
  parse: 'none',
  link_names: false,
  unfurl_links: false,
  unfurl_media: false,
} as const

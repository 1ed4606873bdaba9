/** One thing that somebody said or did, from being heard to being answered. */
import { failure } from '../../base/log.ts'
import type { Desk } from '../../chat/desk.ts'
import type { Incoming, Said } from '../../chat/incoming.ts'
import type { Reply } from '../../chat/reply.ts'
import type { Answers, Delivered, OpenSpot, Spot } from './answers.ts'
import type { Clients } from './clients.ts'
import type { Gate } from './gate.ts'
import type { People } from './people.ts'
import { signOfLife } from './sign-of-life.ts'
import { WORDS } from './words.ts'

export interface Turn {
  spot: Spot
  said: Said
  direct: boolean
  /** The talk it belongs to. */
  conversation: string
  /** From another workspace, as the event itself tells. */
  foreign?: boolean
  /** In a thread of the bot's, without naming it. */
  overheard?: boolean
  /** The sign of life of a command, which is its acknowledgement. */
  working?: () => Promise<void>
}

export interface Turns {
  take(turn: Turn): Promise<Delivered>
  /** What the desk says, without showing it. */
  hear(turn: Omit<Turn, 'spot'> & { user: string; channel: string }): Promise<Reply>
}

export interface TurnsOptions {
  desk: Desk
  team: () => string
  clients: Clients
  answers: Answers
  people: People
  gate: Gate
}

export function createTurns({ desk, team, clients, answers, people, gate }: TurnsOptions): Turns {
  const { clock, log, metrics } = desk

  const hear: Turns['hear'] = async ({ said, direct, conversation, foreign, overheard, user, channel }) => {
    const { locale, stranger } = await people.of(user)
    const incoming: Incoming = {
      platform: 'slack',
      tenant: team(),
      place: channel,
      direct,
      ...(stranger || foreign === true ? { stranger: true } : {}),
      ...(overheard === true ? { overheard } : {}),
      conversation,
      author: user,
      at: clock(),
      ...(locale === undefined ? {} : { locale }),
      said,
    }
    const speaks = locale ?? 'en'
    try {
      const reply = await gate.run(() => desk.hear(incoming))
      if (reply !== 'busy') return reply
      metrics.count('busy_total', { platform: 'slack' })
      return sentence(WORDS[speaks].busy, speaks)
    } catch (error) {
      log.error(failure(error), 'a question from Slack was not answered')
      metrics.count('slack_failures_total')
      return sentence(WORDS[speaks].notDelivered, speaks)
    }
  }

  return {
    hear,
    async take(turn) {
      const begun = clock()
      const { spot } = turn
      const sign =
        spot.kind === 'open'
          ? statusOf(spot, clients, people.known(spot.user).locale ?? 'en')
          : signOfLife(turn.working ?? nothing, nothing)
      const reply = await hear({ ...turn, user: spot.user, channel: spot.channel })
      await sign.settle()
      const delivered = await answers.deliver(reply, spot)
      // a post in the thread takes the status away by itself
      if (delivered !== 'posted' || spot.kind !== 'open' || spot.thread === null) await sign.clear()
      const ms = clock() - begun
      metrics.time('slack_answer_seconds', ms / 1_000, { delivered })
      if (ms > LATE) metrics.count('late_total', { platform: 'slack' })
      return delivered
    },
  }
}

/** 'Gazetteer is looking it up ...' below the question: chat:write is enough (docs.slack.dev, changelog of 5 March 2026). */
function statusOf({ channel, asked }: OpenSpot, clients: Clients, locale: 'en' | 'zh') {
  if (asked === null) return signOfLife(nothing, nothing)
  const set = (status: string) =>
    clients.call('views', 'assistant.threads.setStatus', { channel_id: channel, thread_ts: asked, status })
  return signOfLife(
    () => set(WORDS[locale].status),
    () => set(''),
  )
}

function sentence(text: string, locale: 'en' | 'zh'): Reply {
  return { parts: [{ kind: 'text', text }], plain: text, locale, seenBy: 'asker' }
}

const nothing = async (): Promise<void> => {}
/** Slack's own deadline for what waits for a response. */
const LATE = 3_000

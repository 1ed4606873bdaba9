/**
 * Posts to one channel one after the other, a second apart (docs.slack.dev/apis/web-api/rate-limits: one message per second and
 * channel). What a channel has to wait for, no other channel waits for. Only what was certainly refused is tried again.
 */
import type { Clock } from '../../base/clock.ts'
import type { Outcome } from './outcome.ts'

export interface Pacing {
  /** 'full': so many wait for this channel already that this one would come too late to be of use. */
  post<Result>(channel: string, attempt: () => Promise<Outcome<Result>>): Promise<Outcome<Result> | 'full'>
  /** What still waits ends as refused. */
  close(): void
}

export interface PacingOptions {
  clock: Clock
  /** Milliseconds between two posts to a channel. */
  gap?: number
  /** Posts that may wait for one channel. */
  most?: number
  /** Milliseconds after which an answer is not worth posting any more. */
  patience?: number
}

export function createPacing(options: PacingOptions): Pacing {
  const { clock, gap = GAP, most = MOST, patience = PATIENCE } = options
  const channels = new Map<string, { waiting: number; last: Promise<void> }>()
  const sleeping = new Map<NodeJS.Timeout, () => void>()
  let closed = false

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        sleeping.delete(timer)
        resolve()
      }, ms)
      sleeping.set(timer, resolve)
    })

  async function persist<Result>(
    attempt: () => Promise<Outcome<Result>>,
    since: number,
  ): Promise<Outcome<Result>> {
    for (let tries = 1; ; tries++) {
      if (closed) return STOPPED
      const outcome = await attempt()
      const wait = waitFor(outcome, tries)
      if (wait === null || clock() - since + wait > patience) return outcome
      await sleep(wait)
    }
  }

  return {
    async post(channel, attempt) {
      const since = clock()
      const queue = channels.get(channel) ?? { waiting: 0, last: Promise.resolve() }
      if (queue.waiting >= most) return 'full'
      channels.set(channel, queue)
      queue.waiting++
      const turn = queue.last.then(() => persist(attempt, since))
      queue.last = turn
        .then(
          () => sleep(gap),
          () => sleep(gap),
        )
        .then(() => {
          queue.waiting--
          if (queue.waiting === 0) channels.delete(channel)
        })
      return turn
    },
    close() {
      closed = true
      for (const [timer, wake] of sleeping) {
        clearTimeout(timer)
        wake()
      }
      sleeping.clear()
    },
  }
}

/** Milliseconds until the same may be tried again; null: not at all. */
function waitFor(outcome: Outcome<unknown>, tries: number): number | null {
  if (outcome.outcome !== 'refused') return null
  if (outcome.error === 'rate_limited') return Math.max(outcome.waitMs ?? 0, SHORTEST)
  return outcome.error === 'unreachable' ? Math.min(SHORTEST * 2 ** tries, LONGEST) : null
}

const GAP = 1_000
const MOST = 50
const PATIENCE = 60_000
const SHORTEST = 250
const LONGEST = 8_000
const STOPPED = { outcome: 'refused', error: 'stopped' } as const

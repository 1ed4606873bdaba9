/**
 * Posts to one channel one after the other, a second apart (docs.slack.dev/apis/web-api/rate-limits: one message per second and
 * channel). What a channel has to wait for, no other channel waits for. Only what was certainly refused is tried again.
 */
import type { Clock } from '../../base/clock.ts'
import type { Outcome } from './outcome.ts'

export interface Pacing {
  /** 'full': so many wait for this channel already that this one would come too late to be of use. */
  post<Result>(channel: string, attempt: () => Promise<Outcome<Result>>): Promise<Outcome<Result> | 'full'>
  /**
   * The process ends soon: posts follow each other faster, because an answer that was acknowledged and never posted is
   * lost. Slack takes short bursts; where it does not, its 429 is obeyed as ever.
   */
  hurry(): void
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
  const sleeping = new Map<NodeJS.Timeout, { why: 'gap' | 'refused'; wake: () => void }>()
  let between = gap
  let closed = false

  const sleep = (ms: number, why: 'gap' | 'refused') =>
    new Promise<void>((wake) => {
      const timer = setTimeout(() => {
        sleeping.delete(timer)
        wake()
      }, ms)
      sleeping.set(timer, { why, wake })
    })

  function wakeAll(which: 'gap' | 'all'): void {
    for (const [timer, { why, wake }] of sleeping) {
      if (which === 'gap' && why !== 'gap') continue
      clearTimeout(timer)
      sleeping.delete(timer)
      wake()
    }
  }

  async function persist<Result>(
    attempt: () => Promise<Outcome<Result>>,
    since: number,
  ): Promise<Outcome<Result>> {
    for (let tries = 1; ; tries++) {
      if (closed) return STOPPED
      const outcome = await attempt()
      const wait = waitFor(outcome, tries)
      if (wait === null || clock() - since + wait > patience) return outcome
      await sleep(wait, 'refused')
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
          () => sleep(between, 'gap'),
          () => sleep(between, 'gap'),
        )
        .then(() => {
          queue.waiting--
          if (queue.waiting === 0) channels.delete(channel)
        })
      return turn
    },
    hurry() {
      between = Math.min(gap, HURRIED)
      wakeAll('gap')
    },
    close() {
      closed = true
      wakeAll('all')
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
/** Fifty, the most that wait for a channel, in five of the eight seconds that a stop may take. */
const HURRIED = 100
const MOST = 50
const PATIENCE = 60_000
const SHORTEST = 250
const LONGEST = 8_000
const STOPPED = { outcome: 'refused', error: 'stopped' } as const

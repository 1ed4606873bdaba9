/** What becomes of the runs that were missed while the bot was down. Every missed run is posted or skipped, none vanishes. */
import type { Cron } from './cron.ts'
import type { Due } from './next.ts'

export const CATCH_UP_POLICIES = ['latest', 'all', 'none'] as const
export type CatchUpPolicy = (typeof CATCH_UP_POLICIES)[number]

export interface CaughtUp {
  /** Oldest first. */
  post: readonly Due[]
  /** Oldest first; each gets its row as skipped(downtime). */
  skip: readonly (Due & { reason: 'downtime' })[]
}

/**
 * latest: the newest missed run, when it is younger than `window`. all: the newest MOST_CAUGHT_UP, oldest of them
 * first. none: nothing. The rest is skipped. `now` and `window` in milliseconds; runs after `now` are not missed.
 */
export function catchUp(
  policy: CatchUpPolicy,
  missed: readonly Due[],
  now: number,
  window: number,
): CaughtUp {
  const past = missed.filter(({ due }) => due <= now).sort((a, b) => a.due - b.due)
  const first = past.length - postable(policy, past, now, window)
  return {
    post: past.slice(first),
    skip: past.slice(0, first).map((run) => ({ ...run, reason: 'downtime' })),
  }
}

/** Half the shortest time between two runs, at most 12 hours; milliseconds. */
export const defaultWindow = ({ shortest }: Cron): number => Math.min(shortest * 30_000, LONGEST_WINDOW)

/** After a long downtime a channel is not flooded. */
export const MOST_CAUGHT_UP = 10

function postable(policy: CatchUpPolicy, past: readonly Due[], now: number, window: number): number {
  const newest = past.at(-1)
  if (policy === 'none' || newest === undefined) return 0
  if (policy === 'all') return Math.min(past.length, MOST_CAUGHT_UP)
  return now - newest.due < window ? 1 : 0
}

const LONGEST_WINDOW = 12 * 3_600_000

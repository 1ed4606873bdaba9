/**
 * From digests whose time has come to runs that wait to be posted. Any process plans, at any time, without a leader:
 * of several that read the same digest, the store lets one enter its runs.
 */
import { failure, type Log } from '../base/log.ts'
import type { Metrics } from '../base/metrics.ts'
import type { Place } from '../chat/platform.ts'
import type { Digest, DigestStore, Run } from './digest-store.ts'
import { runOf } from './run.ts'
import { type CaughtUp, catchUp } from './schedule/catch-up.ts'
import { DAY } from './schedule/local-time.ts'
import { type Due, missedSince, nextDue } from './schedule/next.ts'
import type { DigestTiming } from './timing.ts'

export interface Planner {
  /** Plans everything that is due; how many digests it moved on. Rejects where the store cannot be asked. */
  round(signal: AbortSignal): Promise<number>
}

export interface PlannerOptions {
  store: Pick<DigestStore, 'now' | 'due' | 'slots' | 'plan' | 'change'>
  timing: Pick<DigestTiming, 'onTime' | 'jitter' | 'placeGap'>
  chance: () => number
  log: Log
  metrics: Metrics
}

export function createPlanner({ store, timing, chance, log, metrics }: PlannerOptions): Planner {
  let started: number | null = null

  async function round(signal: AbortSignal): Promise<number> {
    const spread = new Map<string, number>()
    let moved = 0
    for (;;) {
      const now = await store.now()
      started ??= now
      const due = await store.due(PORTION)
      const waiting = [...due]
      let movedNow = 0
      const lane = async () => {
        for (let digest = waiting.shift(); digest !== undefined && !signal.aborted; digest = waiting.shift())
          if (await planOne(digest, now, spread)) movedNow++
      }
      await Promise.all(Array.from({ length: LANES }, lane))
      moved += movedNow
      // nothing moved: others were first, or what is left cannot be planned; the next round looks again
      if (due.length < PORTION || movedNow === 0 || signal.aborted) return moved
    }
  }

  /** true: the digest is not due any more. */
  async function planOne(digest: Digest, now: number, spread: Map<string, number>): Promise<boolean> {
    const { next } = digest
    if (next === null) return false
    const has = await store.slots(digest.id, next.due - MOST_SHIFTED)
    const planned = planOf(digest, next, now, has, timing.onTime)
    if (planned === null) return stopUnplannable(digest)
    const runs: Run[] = [
      ...planned.skip.map((run) => runOf(digest.id, run, { skipped: run.reason })),
      ...planned.post.map((run) =>
        runOf(digest.id, run, { notBefore: notBefore(digest.place, run.due, now, spread) }),
      ),
    ].sort((a, b) => a.due - b.due)
    const entered = await store.plan({
      ...{ digestId: digest.id, rev: digest.rev, nextDue: next.due },
      ...{ runs, next: planned.next },
    })
    if (!entered) return false
    const skipped = planned.skip.length + planned.earlier
    if (skipped > 0) metrics.count('digest_skipped_total', { reason: 'downtime' }, skipped)
    if (planned.post.length > 0) metrics.count('digest_planned_total', {}, planned.post.length)
    return true
  }

  /** Runs of one place that are planned together follow each other by the gap; what was missed begins at chance. */
  function notBefore(place: Place, due: number, now: number, spread: Map<string, number>): number {
    const key = JSON.stringify([place.platform, place.tenant, place.id])
    const jitter = started !== null && due < started ? Math.floor(chance() * timing.jitter) : 0
    const at = Math.max(due, spread.get(key) ?? now + jitter)
    spread.set(key, at + timing.placeGap)
    return at
  }

  async function stopUnplannable(digest: Digest): Promise<boolean> {
    log.error({ digest: digest.id }, 'a digest has a schedule that cannot be read, and is paused')
    const changed = await store.change(digest.id, digest.rev, { paused: 'its schedule cannot be read' })
    return typeof changed === 'object'
  }

  return {
    round: (signal) =>
      round(signal).catch((error) => {
        log.warn(failure(error), 'digests could not be planned; it is tried again')
        throw error
      }),
  }
}

interface Planned extends CaughtUp {
  next: Due | null
  /** Missed so long ago that no row is made for them. */
  earlier: number
}

/** null: the schedule cannot be read. */
function planOf(
  { cron, zone, catchUp: policy, windowMs }: Digest,
  stored: Due,
  now: number,
  has: ReadonlySet<string>,
  onTime: number,
): Planned | null {
  try {
    const { missed, earlier } = missedSince(cron, zone, stored.due - 1, now)
    const open = missed.filter(({ slot }) => !has.has(slot))
    const taken = new Set([...has, ...open.map(({ slot }) => slot)])
    const next = nextDue(cron, zone, now, (slot) => taken.has(slot))
    const newest = open.at(-1)
    if (newest === undefined || now - newest.due > onTime || policy === 'all')
      return { ...catchUp(policy, open, now, windowMs), next, earlier }
    // nobody was down for the newest, so no policy leaves it out
    return { post: [newest], skip: catchUp('none', open.slice(0, -1), now, windowMs).skip, next, earlier }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const PORTION = 500
/** The store's connections are for answers too. */
const LANES = 6
/** A zone's rules move a run by less than this. */
export const MOST_SHIFTED = 2 * DAY

/**
 * Digests are planned, claimed and posted here, beside everything else the process does. Any number of processes may
 * do it at once; what they must agree on is in the store. docs/operations.md says what is promised.
 */
import type { Clock } from '../base/clock.ts'
import { failure, type Log } from '../base/log.ts'
import type { Metrics } from '../base/metrics.ts'
import type { Coordination } from '../chat/desk.ts'
import type { PlatformName } from '../chat/incoming.ts'
import type { Health, Person, Place, Poster } from '../chat/platform.ts'
import { createAttempt } from './attempt.ts'
import type { MakeContent, WordNotice } from './content-port.ts'
import type { DigestStore } from './digest-store.ts'
import { createEnding } from './ending.ts'
import { beginHold } from './hold.ts'
import { createNotices } from './notices.ts'
import { createPacing } from './pacing.ts'
import type { Pause } from './pause.ts'
import { createPlanner } from './planner.ts'
import { recomputeNext } from './recompute.ts'
import { DIGEST_TIMING, type DigestTiming } from './timing.ts'

export interface DigestRunner {
  /** Fulfils at once; what the store cannot do now is done when it can. */
  start(): void
  /** Claims nothing more, finishes what is being posted within `graceMs`, gives the rest back. */
  stop(graceMs: number): Promise<void>
  health(): Health
}

export interface DigestRunnerOptions {
  store: DigestStore
  /** Of the platforms that are connected; what goes to others is left to other processes. */
  posters: readonly Poster[]
  makeContent: MakeContent
  wordNotice: WordNotice
  clock: Clock
  /** Milliseconds that never jump. */
  monotonic: Clock
  /** 0 <= chance < 1. */
  chance: () => number
  pause: Pause
  log: Log
  metrics: Metrics
  /** This process among those that share the store. */
  worker: string
  /** What processes agree on: whose turn it is at one place, and by which rules of zones due times were worked out. */
  coordination?: Pick<Coordination, 'lease' | 'note' | 'noted'>
  /** Of the rules of zones this process has ('2026a'): due times are worked out anew where they were made by others. */
  zoneData?: string
  /** Whether a digest of this person may go there; the poster's own `mayManage` unless said. Rejects where that cannot be found out. */
  mayPost?: (owner: Person, place: Place) => Promise<boolean>
  unclear?: Partial<Record<PlatformName, 'hold' | 'repost'>>
  timing?: Partial<DigestTiming>
}

export function createDigestRunner(options: DigestRunnerOptions): DigestRunner {
  const { store, clock, monotonic, chance, pause, log, metrics, worker } = options
  const timing: DigestTiming = { ...DIGEST_TIMING, ...options.timing }
  const posters = Object.fromEntries(options.posters.map((poster) => [poster.platform, poster]))
  const stopped = new AbortController()
  const stopping = stopped.signal
  const working = new Set<Promise<void>>()
  const loops: Promise<void>[] = []
  const answered = { planned: 0, claimed: 0 }

  const planner = createPlanner({ store, timing, chance, log, metrics })
  const notices = createNotices({ word: options.wordNotice, pause, call: timing.call, log, metrics })
  const ending = createEnding({ store, notices, timing, log, metrics })
  const pacing = createPacing({
    ...{ timing, monotonic, pause, signal: stopping, worker },
    coordination: options.coordination,
  })
  const mayPost =
    options.mayPost ??
    ((owner: Person, place: Place) =>
      posters[place.platform]?.mayManage(owner, place) ?? Promise.resolve(false))

  /** Again and again until it has been done once; null: stopped before. */
  async function untilDone<T>(what: string, work: () => Promise<T>): Promise<T | null> {
    while (!stopping.aborted) {
      try {
        return await work()
      } catch (error) {
        log.warn(failure(error), what)
        await pause(timing.planEvery, stopping)
      }
    }
    return null
  }

  async function byTheseRules(): Promise<number> {
    const { coordination, zoneData } = options
    if (zoneData !== undefined && (await coordination?.noted(ZONE_DATA)) === zoneData) return 0
    const moved = await recomputeNext(store, stopping)
    if (zoneData !== undefined && !stopping.aborted) await coordination?.note(ZONE_DATA, zoneData)
    return moved
  }

  async function plan(): Promise<void> {
    const moved = await untilDone('next due times could not be worked out anew', byTheseRules)
    if (moved !== null && moved > 0) log.info({ moved }, 'due times moved: the rules of their zones changed')
    while (!stopping.aborted) {
      // it says itself what went wrong
      const done = await planner.round(stopping).catch(() => null)
      if (done !== null) answered.planned = monotonic()
      await pause(timing.planEvery, stopping)
    }
  }

  /** A platform each, so that one that hangs holds up no other. */
  async function post(platform: PlatformName): Promise<void> {
    const underWay = new Set<Promise<void>>()
    const begun = await untilDone('the store cannot be asked for the time', () => store.now())
    if (begun === null) return
    const attempt = createAttempt({
      ...{ store, posters, mayPost, ending, pacing, timing, pause, chance, log, metrics, stopping, begun },
      makeContent: options.makeContent,
      unclear: options.unclear ?? {},
    })
    while (!stopping.aborted) {
      if (underWay.size >= timing.parallel) await Promise.race(underWay)
      else if (!(await next(platform, attempt, underWay))) await pause(timing.claimEvery, stopping)
    }
  }

  /** false: there is nothing to post now. */
  async function next(
    platform: PlatformName,
    attempt: ReturnType<typeof createAttempt>,
    underWay: Set<Promise<void>>,
  ): Promise<boolean> {
    try {
      const hold = beginHold({ clock, monotonic }, timing.lease)
      const claim = await store.claim(worker, { leaseMs: timing.lease, platforms: [platform] })
      answered.claimed = monotonic()
      if (claim === null) return false
      const work: Promise<void> = attempt(claim, hold(claim))
        // the lease runs out, and another attempt looks
        .catch((error) =>
          log.warn({ ...failure(error), occurrence: claim.occurrenceId }, 'an attempt was cut short'),
        )
        .finally(() => {
          underWay.delete(work)
          working.delete(work)
        })
      underWay.add(work)
      working.add(work)
      // an embedded store answers at once: let questions in between two claims
      await new Promise<void>((resolve) => setImmediate(resolve))
      return true
    } catch (error) {
      log.warn(failure(error), 'digests could not be claimed; it is tried again')
      return false
    }
  }

  return {
    start() {
      if (loops.length > 0 || stopping.aborted) return
      answered.planned = answered.claimed = monotonic()
      loops.push(plan(), ...options.posters.map(({ platform }) => post(platform)))
    },

    async stop(graceMs) {
      stopped.abort()
      const finished = Promise.all(loops).then(() => Promise.all(working))
      await Promise.race([finished, pause(graceMs)])
    },

    health() {
      if (stopping.aborted) return { ok: false, says: 'stopped' }
      if (loops.length === 0) return { ok: false, says: 'not started' }
      const silent = monotonic() - Math.min(answered.planned, answered.claimed)
      return silent > SILENT_FOR + timing.planEvery * 3
        ? { ok: false, says: 'the store does not answer' }
        : { ok: true, says: 'running' }
    },
  }
}

const ZONE_DATA = 'digest zone data'
/** A round of planning may itself take this long. */
const SILENT_FOR = 60_000

/**
 * When the next post may go to a place: never two within the gap, and no place waits for another. In one process by
 * its own count; between processes by a lease for as long as the gap, where they have something to agree on.
 */
import type { Clock } from '../base/clock.ts'
import type { Coordination } from '../chat/desk.ts'
import type { PlatformName } from '../chat/incoming.ts'
import type { Place } from '../chat/platform.ts'
import type { Pause } from './pause.ts'
import type { DigestTiming } from './timing.ts'

export interface Pacing {
  /** Takes a place in the queue, once for each id: milliseconds until its turn. */
  queue(place: Place, id: string): number
  /** Waits for the turn, which is then taken. false: it did not come within `patience`, or the signal called it off. */
  turn(place: Place, id: string, patience: number): Promise<boolean>
  /** Nothing goes there for so long: the platform said so. */
  rest(place: Place, ms: number): void
  /** The same for looking, on a whole platform. */
  restLooking(platform: PlatformName, ms: number): void
  /** Milliseconds until one may look again. */
  untilLooking(platform: PlatformName): number
}

export interface PacingOptions {
  timing: Pick<DigestTiming, 'placeGap' | 'platformGap'>
  monotonic: Clock
  pause: Pause
  signal: AbortSignal
  coordination?: Pick<Coordination, 'lease'> | undefined
  worker: string
}

export function createPacing(options: PacingOptions): Pacing {
  const { timing, monotonic, pause, signal, coordination, worker } = options
  const places = new Map<string, Queue>()
  const platforms = new Map<PlatformName, number>()
  const looking = new Map<PlatformName, number>()
  let turns = 0

  function queueOf(place: Place): Queue {
    const key = keyOf(place)
    let queue = places.get(key)
    if (queue === undefined) {
      if (places.size >= MOST_PLACES) forget()
      queue = { end: 0, taken: Number.NEGATIVE_INFINITY, turns: new Map(), here: new Set() }
      places.set(key, queue)
    }
    return queue
  }

  /** Places where nothing happened for long are as good as new ones. */
  function forget(): void {
    const old = monotonic() - FORGOTTEN
    for (const [key, { end, taken, here }] of places)
      if (end < old && taken < old && here.size === 0) places.delete(key)
  }

  function inQueue(place: Place, id: string): number {
    const queue = queueOf(place)
    const now = monotonic()
    let turn = queue.turns.get(id)
    if (turn === undefined) {
      // turns that nobody came for: another process had them
      for (const [other, at] of queue.turns) if (at < now - FORGOTTEN) queue.turns.delete(other)
      turn = Math.max(now, queue.end)
      queue.end = turn + timing.placeGap
      queue.turns.set(id, turn)
    }
    return Math.max(0, turn - now)
  }

  function isFirst({ turns, here }: Queue, id: string): boolean {
    const mine = turns.get(id) ?? 0
    return [...here].every((other) => other === id || (turns.get(other) ?? 0) >= mine)
  }

  /** Milliseconds until nothing that really went out stands in the way. */
  function blocked(place: Place): number {
    const now = monotonic()
    const { taken } = queueOf(place)
    return Math.max(0, taken + timing.placeGap - now, (platforms.get(place.platform) ?? 0) - now)
  }

  async function agreed(place: Place, until: number): Promise<boolean> {
    if (coordination === undefined) return true
    for (;;) {
      // a new name each time: the holder of a lease may renew it
      if (await coordination.lease(`digest ${keyOf(place)}`, `${worker}/${++turns}`, timing.placeGap))
        return true
      if (signal.aborted || monotonic() > until) return false
      await pause(timing.placeGap / 4, signal)
    }
  }

  return {
    queue: inQueue,
    async turn(place, id, patience) {
      const until = monotonic() + patience
      inQueue(place, id)
      const queue = queueOf(place)
      queue.here.add(id)
      try {
        for (;;) {
          const wait = Math.max(
            inQueue(place, id),
            blocked(place),
            isFirst(queue, id) ? 0 : timing.placeGap / 4,
          )
          if (signal.aborted || monotonic() + wait > until) return false
          if (wait === 0) break
          await pause(wait, signal)
        }
        queue.taken = monotonic()
        platforms.set(place.platform, queue.taken + timing.platformGap[place.platform])
        if (!(await agreed(place, until))) return false
        queue.taken = monotonic()
        queue.turns.delete(id)
        return true
      } finally {
        queue.here.delete(id)
      }
    },
    rest(place, ms) {
      const queue = queueOf(place)
      queue.end = Math.max(queue.end, monotonic() + ms)
      // those who are in the queue already have earlier turns
      queue.taken = Math.max(queue.taken, monotonic() + ms - timing.placeGap)
    },
    restLooking(platform, ms) {
      looking.set(platform, Math.max(looking.get(platform) ?? 0, monotonic() + ms))
    },
    untilLooking: (platform) => Math.max(0, (looking.get(platform) ?? 0) - monotonic()),
  }
}

interface Queue {
  /** When the next one that comes may go. */
  end: number
  /** When the last one went. */
  taken: number
  turns: Map<string, number>
  /** Those who stand here and wait: of them, the earliest goes first, however late it became. */
  here: Set<string>
}

const keyOf = ({ platform, tenant, id }: Place): string => JSON.stringify([platform, tenant, id])
const FORGOTTEN = 60_000
const MOST_PLACES = 10_000

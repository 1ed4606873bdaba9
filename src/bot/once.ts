/**
 * One answer per event, however often a platform delivers it. A platform repeats what was not acknowledged, to any
 * process of ours, also while the first delivery is still being answered, and repeats it after a crash: so an event
 * is held on a lease while it is worked on, and finished only when the work is done.
 */
import type { Clock } from '../base/clock.ts'
import { failure, type Log } from '../base/log.ts'
import type { Once } from '../chat/desk.ts'

/**
 * What is kept of events: key, state and time, never a text. Kept 48 hours; filled in by the store. It survives the
 * end of the process; after a power cut, events of the last moment may be worked on once more.
 */
export interface InboundStore {
  /** Takes the event for `owner` for `leaseMs`, unless it is finished or another owner's lease is running. */
  take(key: string, owner: string, leaseMs: number): Promise<'taken' | 'finished' | 'held'>
  finish(key: string, owner: string): Promise<void>
  giveBack(key: string, owner: string): Promise<void>
}

export interface OnceOptions {
  store: InboundStore
  /** This process, among those that share the store. */
  owner: string
  clock: Clock
  log: Log
  /** Waits; handed in so that a test need not. */
  pause: (ms: number) => Promise<void>
  /** Calls again and again until the returned function is called: renews the lease of work that takes longer. */
  repeat?: (ms: number, call: () => void) => () => void
  leaseMs?: number
}

export function createOnce(options: OnceOptions): Once {
  const { store, owner, clock, log, pause, repeat = () => () => {}, leaseMs = LEASE } = options
  /** In this process, the work itself can be waited for: a lease is only for others. */
  const underWay = new Map<string, Promise<boolean>>()
  /** Keys finished here, for the time the store cannot be asked. The oldest leave first. */
  const finishedHere = new Set<string>()

  const told = <T>(what: string, asked: Promise<T>): Promise<T | null> =>
    asked.catch((error) => {
      log.error(failure(error), `the store failed: ${what}; events are remembered in memory meanwhile`)
      return null
    })

  async function taken(key: string): Promise<'taken' | 'finished' | 'held'> {
    const until = clock() + leaseMs + LEASE_MARGIN
    for (;;) {
      const state = (await told('take', store.take(key, owner, leaseMs))) ?? 'taken'
      if (state !== 'held' || clock() >= until) return state
      await pause(LOOK_AGAIN)
    }
  }

  async function workOn(key: string, work: () => Promise<void>): Promise<'done' | 'duplicate' | 'busy'> {
    const state = await taken(key)
    if (state !== 'taken') return state === 'finished' ? 'duplicate' : 'busy'
    const stop = repeat(leaseMs / 3, () => void told('renew', store.take(key, owner, leaseMs)))
    try {
      await work()
    } catch (error) {
      stop()
      await told('give back', store.giveBack(key, owner))
      throw error
    }
    stop()
    finishedHere.add(key)
    if (finishedHere.size > KEPT_HERE) finishedHere.delete(finishedHere.values().next().value!)
    await told('finish', store.finish(key, owner))
    return 'done'
  }

  return async function once(key, work): Promise<'done' | 'duplicate' | 'busy'> {
    if (finishedHere.has(key)) return 'duplicate'
    const first = underWay.get(key)
    if (first !== undefined) return (await first) ? 'duplicate' : once(key, work)
    const outcome = workOn(key, work)
    const settled = outcome.then(
      (how) => how !== 'busy',
      () => false,
    )
    underWay.set(key, settled)
    void settled.then(() => underWay.delete(key))
    return outcome
  }
}

/** Longer than an answer takes at its slowest, shorter than a platform's second repetition (Slack: one minute). */
const LEASE = 15_000
const LEASE_MARGIN = 1_000
const LOOK_AGAIN = 250
const KEPT_HERE = 20_000

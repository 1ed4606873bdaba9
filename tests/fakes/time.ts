/** Time for the stand-ins: the machine's own, or one that a test moves by hand. */
import { type Clock, systemClock } from '../../src/base/clock.ts'

export interface Time {
  /** Milliseconds since 1970. */
  now: Clock
  /** Runs once after so many milliseconds; what comes back calls it off. */
  after(ms: number, run: () => void): () => void
}

/** Moves only when told to: token lives, deadlines and heartbeats of an hour pass in a moment. */
export interface HandTime extends Time {
  /** Lets so many milliseconds pass: everything due runs in order of its time, with `now()` standing at that time. */
  pass(ms: number): Promise<void>
}

export const machineTime: Time = {
  now: systemClock,
  after(ms, run) {
    const timer = setTimeout(run, ms)
    // a pending deadline of a stand-in keeps no test process alive
    timer.unref()
    return () => clearTimeout(timer)
  },
}

export function handTime(start: number | string = '2026-11-22T12:00:00+08:00'): HandTime {
  let at = typeof start === 'number' ? start : Date.parse(start)
  const waiting = new Set<{ due: number; run: () => void }>()

  const next = (until: number) => {
    let first: { due: number; run: () => void } | undefined
    for (const each of waiting) if (each.due <= until && (!first || each.due < first.due)) first = each
    return first
  }

  return {
    now: () => at,
    after(ms, run) {
      const entry = { due: at + Math.max(0, ms), run }
      waiting.add(entry)
      return () => waiting.delete(entry)
    },
    async pass(ms) {
      const until = at + ms
      for (let due = next(until); due; due = next(until)) {
        waiting.delete(due)
        at = due.due
        due.run()
        // what it set off (a frame, a timer) comes before whatever is due later
        await turnOfTheLoop()
      }
      at = until
      await turnOfTheLoop()
    },
  }
}

const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

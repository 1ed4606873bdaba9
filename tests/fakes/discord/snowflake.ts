/** Discord's ids: the time in the upper 42 bits, a counter below, so ids of one stand-in rise with its clock. */
import type { Clock } from '../../../src/base/clock.ts'

export type NextId = () => string

export function snowflakes(clock: Clock): NextId {
  let last = 0n
  return () => {
    const fromClock = BigInt(Math.max(0, clock() - DISCORD_EPOCH)) << 22n
    // a clock that stands still, or goes back, must not make an id twice or an older one
    last = fromClock > last ? fromClock : last + 1n
    return last.toString()
  }
}

/** The first millisecond of 2015, from which Discord counts. */
const DISCORD_EPOCH = 1_420_070_400_000

/** Chance for the stand-ins: the same start value gives the same run, so a failure can be repeated. */

/** A number from 0 up to, never reaching, 1. */
export type Chance = () => number

/** mulberry32: 32 bits of state are plenty for choosing which call fails. */
export function chanceFrom(start: number): Chance {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

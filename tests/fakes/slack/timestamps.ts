/** Slack's `ts`: seconds with six decimals, unique and rising in a workspace; it names a message and says when it was. */
import type { Clock } from '../../../src/base/clock.ts'

export class TimestampMint {
  readonly #clock: Clock
  #last = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  next(): string {
    this.#last = Math.max(this.#clock() * 1_000, this.#last + 1)
    return `${Math.floor(this.#last / 1_000_000)}.${String(this.#last % 1_000_000).padStart(6, '0')}`
  }
}

/** Whether one `ts` is later than another. Callers may leave decimals out, as in '1763800000' or '1763800000.5'. */
export const after = (one: string, other: string): boolean => micros(one) > micros(other)

/** Milliseconds since 1970. The digits below only keep messages of one millisecond apart. */
export const millisOf = (ts: string): number => Math.floor(micros(ts) / 1_000)

// as whole microseconds, since these differ in digits that a fraction of seconds loses
function micros(ts: string): number {
  const [seconds = '0', decimals = ''] = ts.split('.')
  return Number(seconds) * 1_000_000 + Number(decimals.padEnd(6, '0').slice(0, 6))
}

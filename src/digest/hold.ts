/** How long a claim still holds, and what time the store has, without asking it again. */
import type { Clock } from '../base/clock.ts'
import type { Claim } from './digest-store.ts'

export interface Hold {
  /** The store's time when it was claimed, and now. */
  since: number
  now(): number
  /** Milliseconds left of the lease, never more than there are. */
  left(): number
}

export interface Clocks {
  clock: Clock
  /** Milliseconds that never jump. */
  monotonic: Clock
}

/** To be called before the claim is asked for; what it returns takes the claim. */
export function beginHold({ clock, monotonic }: Clocks, lease: number): (claim: Claim) => Hold {
  const wall = clock()
  const begun = monotonic()
  return ({ occurrence }) => {
    const since = (occurrence.leaseUntil ?? wall + lease) - lease
    return {
      since,
      now: () => since + (monotonic() - begun),
      // a machine that slept may not have counted it on the clock that never jumps
      left: () => lease - Math.max(monotonic() - begun, clock() - wall),
    }
  }
}

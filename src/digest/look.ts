/**
 * Before a second post: did an earlier one arrive? A platform that knows a post by its nonce is simply asked again
 * for as long as it surely remembers; after that, and on others, one looks.
 */
import type { Poster } from '../chat/platform.ts'
import type { Claim } from './digest-store.ts'
import type { Hold } from './hold.ts'
import type { Pacing } from './pacing.ts'
import { type Pause, within } from './pause.ts'
import { wasNotSent } from './reasons.ts'
import type { DigestTiming } from './timing.ts'

export type Looked =
  /** Nothing of it can be there. */
  | { earlier: 'none' }
  /** The same nonce makes it safe, until this moment of the store's time. */
  | { earlier: 'known by nonce'; until: number }
  | { earlier: 'found'; id: string }
  /** Not to be found out now: again after `wait`. */
  | { earlier: 'later'; wait: number; reason: string }
  /** Not to be found out. */
  | { earlier: 'hidden'; reason: string }

export interface LookOptions {
  poster: Poster
  claim: Claim
  hold: Hold
  timing: DigestTiming
  pacing: Pacing
  pause: Pause
  /** The store's time at which this process began; what others tried before may not show yet. */
  begun: number
}

/** Nothing can be there after a first attempt, without frozen content, or where every attempt was refused for certain. */
export function isClear({ occurrence: { attempt, body, reason } }: Claim): boolean {
  return attempt === 1 || body === null || wasNotSent(reason, attempt - 1)
}

export async function look(options: LookOptions & { mayUseNonce: boolean }): Promise<Looked> {
  const { poster, claim, hold, timing, pacing, pause, begun, mayUseNonce } = options
  const { id, nonce, place, firstTryAt } = claim.occurrence
  const since = firstTryAt ?? hold.since
  const remembered = since + (timing.nonce[place.platform] ?? 0)
  if (mayUseNonce && hold.now() < remembered) return { earlier: 'known by nonce', until: remembered }
  const early = Math.max(since, begun) + timing.shown - hold.now()
  if (early > 0) return { earlier: 'later', wait: early, reason: 'an earlier try may not show yet' }
  const untilLooking = pacing.untilLooking(place.platform)
  if (untilLooking > 0) return { earlier: 'later', wait: untilLooking, reason: 'looking has its limits' }
  const found = await within(pause, timing.call * 2, poster.find(place, { id, nonce }, since - CLOCKS_DIFFER))
  if (found === 'too late') return { earlier: 'hidden', reason: 'no answer' }
  if (found.found === true) return { earlier: 'found', id: found.id }
  if (found.found === false) return { earlier: 'none' }
  if (found.waitMs === undefined) return { earlier: 'hidden', reason: found.reason }
  pacing.restLooking(place.platform, found.waitMs)
  return { earlier: 'later', wait: found.waitMs, reason: found.reason }
}

/** The store's clock and the platform's: processes warn of more than a minute. */
const CLOCKS_DIFFER = 60_000

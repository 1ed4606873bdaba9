/**
 * Reasons kept with an occurrence. People read them in a digest's history; two of them are read again here, because
 * the row itself does not say whether an earlier attempt can have left a post behind.
 */

/**
 * That nothing can have been posted up to and with this attempt. Written only where the attempts before it were clear
 * too, so the newest one speaks for all.
 */
export const notSent = (attempt: number, why: string): string =>
  `not sent (attempt ${attempt}): ${short(why)}`

export const wasNotSent = (reason: string | null, attempt: number): boolean =>
  reason?.startsWith(notSent(attempt, '')) === true

/** The platform refused for good; counted over due times. */
export const refusedForGood = (why: string): string => `${REFUSED}${short(why)}`
export const wasRefusedForGood = (reason: string | null): boolean => reason?.startsWith(REFUSED) === true

/** The owner has no right (any more) to have digests posted there. */
export const MAY_NOT = 'its owner may not have digests posted there'
export const wasMayNot = (reason: string | null): boolean => reason?.endsWith(MAY_NOT) === true

/** A platform's code, never a text of any length. */
export const short = (why: string): string => why.slice(0, LONGEST)

const REFUSED = 'refused: '
const LONGEST = 120

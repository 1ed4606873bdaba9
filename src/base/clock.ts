/** Milliseconds since 1970. Handed in wherever time matters, so a test can live through a leap night at once. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()

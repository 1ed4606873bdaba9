/** What a terminal can take, in one place. */
export const LIMITS = {
  /** Narrower terminals get lines of this width all the same: below it tables are unreadable. */
  narrowest: 40,
  /** Lines longer than this are hard to follow on a wide screen. */
  widest: 160,
  /** Columns where the terminal does not tell. */
  usual: 80,
  /** Names offered by one Tab. */
  completions: 40,
  /** How many characters before the cursor may be the beginning of a name. */
  completedFrom: 40,
  /** Lines kept in the history. */
  history: 500,
} as const

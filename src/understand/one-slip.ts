/**
 * Which words are one slip away: two words that differ by one letter too many, too few, changed or swapped with its
 * neighbour are equal once each has lost at most one letter. So every word is entered under itself and under itself
 * without each of its letters, and a typed word is looked up in the same way (symmetric delete, after SymSpell).
 *
 * Entered by a hash, and without the letters: what is found may be further away, but nothing that is near is missed.
 */
export class OneSlip {
  readonly #starts: Int32Array
  readonly #entries: Int32Array

  constructor(words: readonly string[]) {
    const starts = new Int32Array(BUCKETS + 1)
    for (const word of words) for (const bucket of bucketsOf(word)) starts[bucket + 1]!++
    for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1]! += starts[bucket]!
    const next = starts.slice()
    const entries = new Int32Array(starts[BUCKETS]!)
    words.forEach((word, index) => {
      for (const bucket of bucketsOf(word)) entries[next[bucket]!++] = index
    })
    this.#starts = starts
    this.#entries = entries
  }

  /** Places in the list of words that may be one slip away, ascending, each once. */
  near(word: string): number[] {
    const found = new Set<number>()
    for (const bucket of bucketsOf(word)) {
      const end = this.#starts[bucket + 1]!
      for (let i = this.#starts[bucket]!; i < end; i++) found.add(this.#entries[i]!)
    }
    return [...found].sort((a, b) => a - b)
  }
}

/** Of a word, and of it without each letter. */
function bucketsOf(word: string): Set<number> {
  const buckets = new Set<number>()
  for (let without = -1; without < word.length; without++) buckets.add(hash(word, without) & (BUCKETS - 1))
  return buckets
}

/** FNV-1a of a word without one of its letters (-1: of all of it). */
function hash(word: string, without: number): number {
  let hashed = 0x811c9dc5
  for (let i = 0; i < word.length; i++)
    if (i !== without) hashed = Math.imul(hashed ^ word.charCodeAt(i), 0x01000193)
  return hashed ^ (hashed >>> 15)
}

/** Twelve thousand words make a hundred thousand entries. */
const BUCKETS = 2 ** 16

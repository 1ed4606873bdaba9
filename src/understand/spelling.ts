/**
 * Corrects words that are no known wording. Letter pairs choose a shortlist, the edit distance (insert,
 * delete, change, swap of neighbours) decides, and Fuse.js orders what is equally near: a word is corrected only within the distance that
 * its length allows, and real words that are no names here are never corrected.
 */
import Fuse from 'fuse.js'

export interface Correction {
  word: string
  distance: number
  /** Of the likeliest meaning of the word: names before light words before counties. */
  rank: number
}

export class Spelling {
  readonly #words: readonly string[]
  readonly #ranks: readonly number[]
  #byPair: Map<string, number[]> | undefined
  readonly #cache = new Map<string, readonly Correction[]>()

  /** `words`: every word that may be meant, with the rank of its likeliest meaning. */
  constructor(words: ReadonlyMap<string, number>) {
    this.#words = [...words.keys()].filter((word) => word.length > 2)
    this.#ranks = this.#words.map((word) => words.get(word)!)
  }

  /**
   * The nearest known words, best first; all are at the same distance. `within` a longer name whose other words are
   * right, another letter in a short word is allowed too: 'nuclear poher'.
   */
  corrections(word: string, within = false): readonly Correction[] {
    const key = within ? `${word} ` : word
    const cached = this.#cache.get(key)
    if (cached !== undefined) return cached
    const found = this.#search(word, within)
    if (this.#cache.size >= CACHE_SIZE) this.#cache.clear()
    this.#cache.set(key, found)
    return found
  }

  #search(word: string, within: boolean): readonly Correction[] {
    const allowed = allowedDistance(word.length)
    if (allowed === 0 || word.length > LONGEST) return []
    let nearest = allowed
    const found: Correction[] = []
    for (const index of this.#shortlist(word, allowed)) {
      const meant = this.#words[index]!
      const distance = editDistance(word, meant, nearest)
      if (
        distance > nearest ||
        !(isPlausible(word, meant, distance) || (within && isReplaced(word, meant, distance)))
      )
        continue
      if (distance < nearest) found.length = 0
      nearest = distance
      found.push({ word: meant, distance, rank: this.#ranks[index]! })
    }
    if (found.length < 2) return found
    // swapped letters are the commonest slip: where they explain the word, nothing else is considered
    const swapped = found.filter((one) => isSwapped(word, one.word))
    const left = swapped.length > 0 ? swapped : inOrder(word, found)
    // the sort is stable, so Fuse's order stands among equals
    return left.sort((a, b) => a.rank - b.rank).slice(0, MOST)
  }

  /** Words of similar length that share the most letter pairs. */
  #shortlist(word: string, allowed: number): number[] {
    this.#byPair ??= pairsOf(this.#words)
    const shared = new Map<number, number>()
    for (const pair of new Set(pairs(word))) {
      for (const index of this.#byPair.get(pair) ?? []) {
        if (Math.abs(this.#words[index]!.length - word.length) <= allowed)
          shared.set(index, (shared.get(index) ?? 0) + 1)
      }
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1])
      .slice(0, SHORTLIST)
      .map(([index]) => index)
  }
}

/** Equally near words in the order Fuse.js gives them; those it does not find at all come last. */
function inOrder(word: string, found: readonly Correction[]): Correction[] {
  const fuse = new Fuse([...found], { keys: ['word'], threshold: 0.6, distance: 12 })
  const ordered = fuse.search(word).map(({ item }) => item)
  return [...ordered, ...found.filter((one) => !ordered.includes(one))]
}

/** How many edits a word of this length may be away from what was meant. */
export function allowedDistance(length: number): number {
  if (length < 3) return 0
  if (length < 7) return 1
  return length < 12 ? 2 : 3
}

/** Optimal string alignment distance; anything over `limit` comes back as limit + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1)
      next.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = row
    row = next
  }
  return row[b.length]!
}

/** Short words: only swapped or dropped letters; two edits: the first letter must be right. */
function isPlausible(typed: string, meant: string, distance: number): boolean {
  if (typed.length === 3) {
    return isSwapped(typed, meant) || (meant.length === 4 && typed[0] === meant[0] && typed[2] === meant[3])
  }
  // in a short word another letter makes another word ("clip", "chip"); a dropped, doubled or swapped one does not
  if (typed.length < 6 && typed.length === meant.length && !isSwapped(typed, meant)) return false
  if (distance === 1)
    return typed[0] === meant[0] || typed[1] === meant[0] || typed[0] === meant[1] || typed.length > 5
  return typed[0] === meant[0]
}

/** The same letters in another order. */
export const isSwapped = (typed: string, meant: string): boolean =>
  typed.length === meant.length && [...typed].sort().join('') === [...meant].sort().join('')

/** One letter of at least four is another one. */
const isReplaced = (typed: string, meant: string, distance: number): boolean =>
  distance === 1 && typed.length > 3 && typed.length === meant.length && typed[0] === meant[0]

function pairsOf(words: readonly string[]): Map<string, number[]> {
  const byPair = new Map<string, number[]>()
  words.forEach((word, index) => {
    for (const pair of new Set(pairs(word))) {
      const list = byPair.get(pair)
      if (list === undefined) byPair.set(pair, [index])
      else list.push(index)
    }
  })
  return byPair
}

/** 'wind' -> ^w wi in nd d$ */
function pairs(word: string): string[] {
  const padded = `^${word}$`
  return Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2))
}

const CACHE_SIZE = 5000
const SHORTLIST = 48
const MOST = 5
const LONGEST = 32

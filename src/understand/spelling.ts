/**
 * Corrects words that are no known wording. A table of words with one letter left out finds those one slip away, letter
 * pairs choose a shortlist of those further away, the edit distance (insert, delete, change, swap of neighbours) decides,
 * and Fuse.js orders what is equally near: a word is corrected only within the distance that its length allows, and real
 * words that are no names here are never corrected.
 */
import Fuse from 'fuse.js'
import { OneSlip } from './one-slip.ts'

export interface Correction {
  word: string
  distance: number
  /** Of the likeliest meaning of the word: names before light words before counties. */
  rank: number
}

export class Spelling {
  readonly #words: readonly string[]
  readonly #ranks: readonly number[]
  readonly #lengths: Uint8Array
  #oneSlip: OneSlip | undefined
  #byPair: ReadonlyMap<string, Int32Array> | undefined
  /** Letter pairs that each word shares with the one being corrected; all 0 between two corrections. */
  readonly #shared: Uint8Array
  readonly #cache = new Map<string, readonly Correction[]>()

  /** `words`: every word that may be meant, with the rank of its likeliest meaning. */
  constructor(words: ReadonlyMap<string, number>) {
    this.#words = [...words.keys()].filter((word) => word.length > 2)
    this.#ranks = this.#words.map((word) => words.get(word)!)
    this.#lengths = Uint8Array.from(this.#words, (word) => Math.min(word.length, 255))
    this.#shared = new Uint8Array(this.#words.length)
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
    let found = this.#oneAway(word, within)
    if (found.length === 0 && allowed > 1) found = this.#furtherAway(word, allowed)
    if (found.length < 2) return found
    // swapped letters are the commonest slip: where they explain the word, nothing else is considered
    const swapped = found.filter((one) => isSwapped(word, one.word))
    const left = swapped.length > 0 ? swapped : inOrder(word, found)
    // the sort is stable, so Fuse's order stands among equals
    return left.sort((a, b) => a.rank - b.rank).slice(0, MOST)
  }

  #oneAway(word: string, within: boolean): Correction[] {
    this.#oneSlip ??= new OneSlip(this.#words)
    const found: Correction[] = []
    for (const index of this.#oneSlip.near(word)) {
      const meant = this.#words[index]!
      const distance = editDistance(word, meant, 1)
      if (distance > 1) continue
      if (isPlausible(word, meant, distance) || (within && isReplaced(word, meant, distance)))
        found.push({ word: meant, distance, rank: this.#ranks[index]! })
    }
    return found
  }

  /** The nearest of those that are more than one slip away: plausible only behind a right first letter. */
  #furtherAway(word: string, allowed: number): Correction[] {
    const own = new Set(pairs(word))
    const shared = this.#shared
    const met = this.#meet(own, word, allowed)
    let most = 0
    for (const index of met) most = Math.max(most, shared[index]!)
    let nearest = allowed
    let tried = 0
    let found: Correction[] = []
    // words that share the most pairs first; of those that share equally many, in the order in which they were met
    for (let count = most; count >= leastShared(own.size, nearest) && tried < SHORTLIST; count--) {
      for (let i = 0; i < met.length && tried < SHORTLIST; i++) {
        const index = met[i]!
        if (shared[index] !== count) continue
        tried++
        const meant = this.#words[index]!
        const distance = editDistance(word, meant, nearest)
        if (distance > nearest || !isPlausible(word, meant, distance)) continue
        if (distance < nearest) found = []
        nearest = distance
        found.push({ word: meant, distance, rank: this.#ranks[index]! })
      }
    }
    for (const index of met) shared[index] = 0
    return found
  }

  /** Words of similar length and the same first letter that share letter pairs; how many, stands in `#shared` afterwards. */
  #meet(own: ReadonlySet<string>, word: string, allowed: number): number[] {
    this.#byPair ??= pairsOf(this.#words)
    const shared = this.#shared
    const lengths = this.#lengths
    const shortest = word.length - allowed
    const longest = word.length + allowed
    const met: number[] = []
    // the first pair is the first letter
    const [first] = own
    for (const index of this.#byPair.get(first!) ?? NONE) {
      if (lengths[index]! < shortest || lengths[index]! > longest) continue
      met.push(index)
      shared[index] = 1
    }
    for (const pair of own) {
      if (pair === first) continue
      const list: Int32Array | undefined = this.#byPair.get(pair)
      if (list === undefined) continue
      for (let i = 0; i < list.length; i++) if (shared[list[i]!]! > 0) shared[list[i]!]!++
    }
    return met
  }
}

/** One edit breaks three pairs at most (two letters that change places stand in three), so a nearer word shares so many. */
const leastShared = (pairs: number, distance: number): number => Math.max(1, pairs - 3 * distance)

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
  // what both begin and end with changes nothing; mostly little is left, and the rows of the table are short
  let start = 0
  let aEnd = a.length
  let bEnd = b.length
  while (start < aEnd && start < bEnd && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--
    bEnd--
  }
  const width = bEnd - start
  let before: number[] = []
  let row: number[] = []
  for (let j = 0; j <= width; j++) row.push(j)
  for (let i = 1; i <= aEnd - start; i++) {
    const letter = a.charCodeAt(start + i - 1)
    const next = [i]
    let least = i
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(start + j - 1)
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (letter === other ? 0 : 1))
      if (
        i > 1 &&
        j > 1 &&
        letter === b.charCodeAt(start + j - 2) &&
        a.charCodeAt(start + i - 2) === other &&
        before[j - 2]! + 1 < cost
      )
        cost = before[j - 2]! + 1
      next.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = row
    row = next
  }
  return row[width]!
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

function pairsOf(words: readonly string[]): Map<string, Int32Array> {
  const lists = new Map<string, number[]>()
  words.forEach((word, index) => {
    for (const pair of new Set(pairs(word))) {
      const list = lists.get(pair)
      if (list === undefined) lists.set(pair, [index])
      else list.push(index)
    }
  })
  const byPair = new Map<string, Int32Array>()
  for (const [pair, list] of lists) byPair.set(pair, Int32Array.from(list))
  return byPair
}

/** 'wind' -> ^w wi in nd d$ */
function pairs(word: string): string[] {
  const padded = `^${word}$`
  const found: string[] = []
  for (let at = 1; at < padded.length; at++) found.push(padded.slice(at - 1, at + 1))
  return found
}

const NONE: Int32Array = new Int32Array(0)
const CACHE_SIZE = 5000
const SHORTLIST = 48
const MOST = 5
const LONGEST = 32

/** Slips of the finger: one or two letters of a word dropped, doubled, swapped or replaced, so that no other word comes of it. */

/** A random number from 0 up to `below`, the same ones for the same seed. */
export type Chance = (below: number) => number

/** Chance that a text decides: the same text, the same course. FNV-1a, then mulberry32. */
export function chanceOf(text: string): Chance {
  let state = 0x811c9dc5
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** The text with `slips` slips in one of the `words`, or null where each try made, or came near, another word. */
export function misspelt(
  text: string,
  words: readonly string[],
  slips: 1 | 2,
  known: ReadonlySet<string>,
  chance: Chance,
): string | null {
  const long = words.filter((word) => /^[a-z]+$/i.test(word) && word.length >= SHORTEST[slips])
  for (let tries = 0; long.length > 0 && tries < TRIES; tries++) {
    const word = long[chance(long.length)]!
    let wrong = word
    for (let slip = 0; slip < slips; slip++) wrong = slipped(wrong, chance)
    if (distance(word.toLowerCase(), wrong.toLowerCase(), slips) !== slips) continue
    if (!isNearOther(wrong.toLowerCase(), word.toLowerCase(), slips, known)) return text.replace(word, wrong)
  }
  return null
}

/** One slip, never in the first letter. */
function slipped(word: string, chance: Chance): string {
  const at = 1 + chance(word.length - 2)
  const kind = chance(4)
  if (kind === 0) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1)
  if (kind === 2) return word.slice(0, at) + word[at] + word.slice(at)
  const beside = NEIGHBOURS[word[at]!.toLowerCase()] ?? 'e'
  return word.slice(0, at) + beside[chance(beside.length)] + word.slice(at + 1)
}

/** Whether another known word is as near as the one that was meant. */
function isNearOther(wrong: string, meant: string, slips: number, known: ReadonlySet<string>): boolean {
  const letters = lettersOf(wrong)
  for (let length = wrong.length - slips; length <= wrong.length + slips; length++) {
    const list = byLength(known).get(length)
    for (let i = 0; i < (list?.words.length ?? 0); i++) {
      // a slip changes at most two of the letters that occur at all
      if (bitsOf(letters ^ list!.letters[i]!) > 2 * slips) continue
      const word = list!.words[i]!
      const isMeant =
        word === meant || word === `${meant}s` || `${word}s` === meant || stemmed(meant) === word
      if (!isMeant && distance(word, wrong, slips) <= slips) return true
    }
  }
  return false
}

const stemmed = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<=[sx])es$/, '')

interface Words {
  words: string[]
  letters: Int32Array
}

/** The known words by their length, each with the letters in it; made once. */
function byLength(known: ReadonlySet<string>): ReadonlyMap<number, Words> {
  let lists = sorted.get(known)
  if (lists === undefined) {
    lists = new Map()
    for (const [length, words] of Map.groupBy(known, (word) => word.length))
      lists.set(length, { words, letters: Int32Array.from(words, lettersOf) })
    sorted.set(known, lists)
  }
  return lists
}
const sorted = new WeakMap<ReadonlySet<string>, Map<number, Words>>()

function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) % 31)
  return letters
}

function bitsOf(letters: number): number {
  let bits = 0
  for (let rest = letters; rest !== 0; rest &= rest - 1) bits++
  return bits
}

/** Insertions, deletions, changes and swaps of neighbours between two words; a number above `limit` for any more. */
function distance(a: string, b: string, limit: number): number {
  let before = new Uint8Array(b.length + 1)
  let row = Uint8Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint8Array(b.length + 1)
    next[0] = i
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1)
      next[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = row
    row = next
  }
  return row[b.length]!
}

/** Shorter words cannot be told from others any more. */
const SHORTEST = { 1: 6, 2: 8 } as const
const TRIES = 30
/** Keys side by side. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'sq',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
}

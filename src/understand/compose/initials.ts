/**
 * Two letters for a place: "sd province", "bj NEV output", "qd ... (Qingdao)". They are the place where its name
 * stands in the question too, or where they are in plain use for one place and something is asked of it; everywhere
 * else they are two letters that nobody can know.
 */
import type { RegionCode } from '../../facts/fact.ts'
import type { Vocabulary } from '../../facts/vocabulary.ts'
import type { Parts } from './draft.ts'

/** Moves the letters of `unknown` that are a place's to the places, or out of account where it is named. */
export function addInitials(
  { unknown, soft, places, bases, measures, links }: Parts,
  { regions }: Vocabulary,
): void {
  const letters = unknown.filter((word) => TWO_LETTERS.test(word))
  if (letters.length === 0) return
  const named = places.flatMap(({ readings }) => readings.map(({ id }) => regions.get(id)?.pinyin ?? ''))
  const isPlainUse = places.length === 0 && bases.length + measures.length > 0
  for (const two of letters) {
    const code = INITIALS.get(two)
    if (named.some((pinyin) => isShortFor(two, pinyin))) soft.push(two)
    else if (code === undefined || !isPlainUse) continue
    else {
      places.push({ readings: [{ kind: 'region', id: code, how: 'alias', rank: 0 }], at: -1, text: two })
      links.push({ words: two, entity: `region:${code}`, how: 'alias', score: 1 })
    }
    unknown.splice(unknown.indexOf(two), 1)
  }
}

/** Whether the letters begin the two syllables: "qd" is short for qingdao. */
const isShortFor = (two: string, pinyin: string): boolean =>
  pinyin.startsWith(two[0]!) && pinyin.indexOf(two[1]!, 2) > 1

const TWO_LETTERS = /^[a-z]{2}$/
/** Initials in plain use for one place; those of two big cities (hz, jn, nj beside nanjiang) are left out. */
const INITIALS: ReadonlyMap<string, RegionCode> = new Map([
  ['sd', '370000'],
  ['gd', '440000'],
  ['zj', '330000'],
  ['js', '320000'],
  ['bj', '110000'],
  ['tj', '120000'],
  ['cq', '500000'],
  ['gz', '440100'],
  ['sz', '440300'],
  ['qd', '370200'],
])

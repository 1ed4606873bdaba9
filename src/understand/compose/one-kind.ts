/** A wording may be the name of several things: a county and a plant, a cue and an industry. It is taken for one. */

import type { Span } from '../segment.ts'
import type { Entity, EntityKind } from '../tree.ts'
import { isGenericIndustry } from './industries.ts'

/** Those entities of `span` that are of the one kind it is taken for; several of them are several readings. */
export function ofOneKind(
  entities: readonly Entity[],
  span: Span,
  next: Span | undefined,
): readonly [Entity, ...Entity[]] {
  const word = span.text
  const [first] = entities
  // most words mean one thing
  if (entities.length === 1 && !isNot(first!.kind, word, entities, entities)) return [first!]
  // 'it' is the pronoun and the industry; capitals are gone by now, so the everyday word wins
  const kinds = SHORT_WORD.test(word) ? CUE_FIRST : KINDS
  for (const kind of kinds) {
    const of = entities.filter((entity) => entity.kind === kind)
    if (of.length === 0 || isNot(kind, word, of, entities)) continue
    const readings = kind === 'region' ? placesOf(of, next?.text ?? '') : thingsOf(kind, of)
    return readings as [Entity, ...Entity[]]
  }
  // what it could only have been, it is not: a word that names something else
  return [isNot(first!.kind, word, [first!], []) ? { ...first!, kind: 'other' } : first!]
}

/** Whether the word, though it could, does not mean a thing of this kind. */
function isNot(kind: EntityKind, word: string, of: readonly Entity[], entities: readonly Entity[]): boolean {
  // "industries" asks which, it is no branch
  if (kind === 'industry')
    return (
      GENERIC_PLURAL.test(word) &&
      isGenericIndustry(word) &&
      entities.some(({ id }) => id === 'industrial-focus')
    )
  // "areas" are fields, no square metres
  if (kind === 'base') return word === 'areas'
  if (kind !== 'region' || !of.every(({ rank }) => rank >= COUNTY_RANK)) return false
  // "guides" is no plural of the county Guide; a county's name that also names something else is the other thing
  return ENGLISH_PLURAL.test(word) || NO_COUNTIES.has(word) || entities.some(({ kind }) => kind !== 'region')
}

/** "Suzhou" is two cities; "Chaoyang district" is not the city Chaoyang, "Jilin city" not the province. */
function placesOf(of: readonly Entity[], next: string): Entity[] {
  if (COUNTY_SUFFIX.test(next)) {
    const counties = of.filter(({ rank }) => rank >= ZONE_RANK)
    if (counties.length > 0) return counties
  }
  if (CITY_SUFFIX.test(next)) {
    const cities = of.filter(({ id, rank }) => rank < ZONE_RANK && !isProvince(id))
    if (cities.length > 0) return cities
  }
  return likeliest(of, (rank, least) => rank < least + 0.05)
}

/** An exact name beats an alias of something else; of an indicator the alias stays a second reading ("output"). */
function thingsOf(kind: EntityKind, of: readonly Entity[]): Entity[] {
  const exact = of.filter(({ how }) => how === 'exact')
  if (exact.length > 0 && kind !== 'base') return exact
  return likeliest(of, (rank, least) => rank <= least + 0.75)
}

function likeliest(of: readonly Entity[], isNear: (rank: number, least: number) => boolean): Entity[] {
  const least = Math.min(...of.map(({ rank }) => rank))
  return of.filter(({ rank }) => isNear(rank, least)).sort((a, b) => a.rank - b.rank)
}

const isProvince = (code: string): boolean => code.endsWith('0000')

/** The order in which kinds are tried. */
const KINDS: readonly EntityKind[] = [
  'region',
  'organisation',
  'industry',
  'base',
  'measure',
  'cue',
  'unit',
  'light',
  'other',
]
const CUE_FIRST: readonly EntityKind[] = [
  'cue',
  'light',
  'region',
  'organisation',
  'industry',
  'base',
  'measure',
  'unit',
  'other',
]
/** Ranks of the lexicon: provinces and prefectures below, zones from 2, counties from 4. */
const ZONE_RANK = 2
const COUNTY_RANK = 4
/** "it", "do" */
const SHORT_WORD = /^[a-z]{1,2}$/
/** "guides" */
const ENGLISH_PLURAL = /^[a-z]+s$/
/** Counties whose names are everyday words. */
const NO_COUNTIES = new Set(['guide', 'gar', 'lop', 'sog', 'usu', '新建'])
/** "Chaoyang district", 朝阳区 */
const COUNTY_SUFFIX = /^(?:district|county|区|县|banner)$/
/** "Jilin city", 吉林市 */
const CITY_SUFFIX = /^(?:city|市)$/
/** "industries", "sectors" */
const GENERIC_PLURAL = /s$/

/**
 * General words for places. In the plural they ask for a list ("the cities"), in the singular they mostly stand
 * beside a name ("the city of Dongying") and ask for one only where there is an order ("the city with the highest GDP").
 */
import type { Cue } from '../cue.ts'
import type { Parts } from './draft.ts'

export const isSingularPlace = (text: string): boolean => SINGULAR_PLACES.has(text)

/** The level that "the cities", "the provinces" ask for; null for any other words. */
export const levelOfPlural = (text: string): Cue | null =>
  text.startsWith('th') && PLURAL_PLACES.test(text)
    ? text.includes('cit')
      ? 'level:prefecture'
      : 'level:province'
    : null

/** "the city with the highest GDP" asks for a city; "the city of Qingdao" does not. */
export function addLevelOfSingular({ spans, cues }: Parts): void {
  if (!cues.has('order:highest') && !cues.has('order:lowest') && !cues.has('intent:rank')) return
  spans.forEach(({ text }, at) => {
    if (isSingularPlace(text) && spans[at + 1]?.text !== 'of') cues.add(LEVELS.get(text) ?? 'level:any')
  })
}

/** "the city of Dongying" */
const SINGULAR_PLACES = new Set([
  'city',
  'province',
  'county',
  'district',
  'region',
  'place',
  'area',
  'locality',
  'prefecture',
])
/** "the cities" */
const PLURAL_PLACES = /^(?:the|that|this) (?:cities|provinces)$/
/** The other words leave the level open: "the place with the most projects". */
const LEVELS: ReadonlyMap<string, Cue> = new Map([
  ['city', 'level:prefecture'],
  ['prefecture', 'level:prefecture'],
  ['province', 'level:province'],
])

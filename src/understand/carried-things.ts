/**
 * What a follow-up measures: its own indicators put together with those of the question before. A measure takes the
 * base ("growth rate?"), an industry turns GDP into what the industry adds to it ("and services?"), "of them" turns
 * money into what it was spent on.
 */
import type { IndicatorId } from '../facts/fact.ts'
import type { Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { INVESTED_IN } from './compose/bases.ts'
import type { Composed, Draft } from './compose.ts'
import { isHan } from './tokens.ts'

/** The indicators of a follow-up; `last` is the query before it. */
export function indicatorsAfter(
  { draft, cues }: Pick<Composed, 'draft' | 'cues'>,
  last: Query,
  vocabulary: Vocabulary,
): readonly IndicatorId[] {
  const counted =
    cues.has('ask:count') && cues.has('follow:pronoun') ? countedOf(draft, last, vocabulary) : []
  if (counted.length > 0) return counted
  const worth = worthOf(draft, last)
  if (worth.length > 0) return worth
  const indicators = measured(draft, last, vocabulary)
  const isOfIndustry =
    draft.industries.length + last.industries.length > 0 && !draft.indicators.some((id) => GDP.test(id))
  return isOfIndustry ? indicators.map((id) => id.replace(GDP, 'added-value')) : indicators
}

/** A measure alone takes the base from before: "growth rate?" after NEV output is the growth of NEV output. */
function measured(draft: Draft, last: Query, vocabulary: Vocabulary): readonly IndicatorId[] {
  if (draft.indicators.length === 0) {
    // "number of projects?" replaces; "and new materials?" keeps; a quoted figure or a word asks for something else,
    // but 新增的呢 for some of the same
    return draft.quoted.length > 0 || !draft.words.every(isHan) ? [] : last.indicators
  }
  if (draft.indicators.every((id) => id.endsWith('.share')) && draft.industries.length === 0) {
    const shares = sharesOf(draft, last)
    if (shares.length > 0) return shares
  }
  if (!draft.indicators.every((id) => id.startsWith('*.'))) return draft.indicators
  const bases = basesOf(last, vocabulary)
  return bases.length === 0
    ? draft.indicators
    : draft.indicators.flatMap((id) => bases.map((base) => base + id.slice(1)))
}

/** "Its share of GDP", "as a share of GDP?": the share that the thing asked for before has of it. */
function sharesOf(draft: Draft, last: Query): readonly IndicatorId[] {
  const wholes = draft.indicators.filter((id) => !id.startsWith('*'))
  if (wholes.length === 0) return []
  const baseOf = (id: IndicatorId): string => id.split('.')[0]!
  const things = last.indicators
    .map((id) => `${baseOf(id)}.share`)
    .filter((id) => !id.startsWith('*') && !wholes.includes(id))
  // the industry carried over says whose share it is, if the thing before was its output in money
  return last.industries.length > 0 ? wholes : [...things, ...wholes]
}

/** "How many of them ...": the things counted before, or the projects that the money before was put into. */
function countedOf(draft: Draft, last: Query, vocabulary: Vocabulary): readonly IndicatorId[] {
  if (draft.indicators.length + draft.industries.length > 0) return []
  const isCount = (base: string): boolean =>
    vocabulary.bases.get(base)?.units.every((unit) => vocabulary.units.get(unit)?.class === 'count') === true
  const bases = basesOf(last, vocabulary)
  const counts = bases.filter((id) => id.split('|').every(isCount))
  if (counts.length > 0) return counts.map((id) => `${id}.level`)
  const kinds = [...INVESTED_IN].filter(([, invested]) => bases.includes(invested)).map(([kind]) => kind)
  if (kinds.length > 0) return kinds.map((id) => `${id}.level`)
  return bases.some((id) => vocabulary.baseIsA(id, 'investment')) ? ['projects.level'] : []
}

/** "Worth how much?" after a number of signed projects: what is invested in those. */
function worthOf({ indicators, industries, regions }: Draft, last: Query): readonly IndicatorId[] {
  const [asked, ...more] = indicators
  if (asked === undefined || more.length > 0 || industries.length + regions.length > 0) return []
  if (asked !== 'investment' && asked !== 'investment.level') return []
  return last.indicators.flatMap((id) => INVESTED_IN.get(id.split('.')[0]!) ?? [])
}

const basesOf = ({ indicators }: Query, vocabulary: Vocabulary): string[] =>
  [...new Set(indicators.map((id) => vocabulary.splitIndicator(id).base))].filter((base) => base !== '*')

/** GDP itself and its growth; its share of something is none of an industry's. */
const GDP = /^gdp(?=$|\.growth$|\.level$|\.growth\|)/

/**
 * Fills what a follow-up leaves out from the conversation's last query: "and Qingdao?", "2024?", "growth rate?",
 * 那青岛呢. What the new text names replaces what was there; everything else stays.
 */
import type { IndicatorId } from '../facts/fact.ts'
import { yearOf, yearPeriod } from '../facts/period.ts'
import type { Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import type { Composed, Draft } from './compose.ts'
import { isYearless } from './periods.ts'
import type { Carried, Memory } from './understanding.ts'

/** Whether the text leans on what was said before. */
export function isFollowUp({ draft, cues, empty }: Composed, memory: Memory | undefined): boolean {
  if (memory?.query == null) return false
  if (LEANING.some((cue) => cues.has(cue)))
    return !isWhole(draft) || cues.has('follow:pronoun') || cues.has('follow:instead')
  if (draft.intent === 'define' || cues.has('intent:summary')) return false
  // a name alone, "Qingdao?", asks the last question of another place or thing
  if (draft.intent === 'summary') return memory.query.intent !== 'summary'
  if (draft.intent === 'sources')
    return isUnplaced(draft) && draft.words.length === 0 && draft.quoted.length === 0
  if (empty) return draft.intent !== 'lookup' || draft.status !== undefined || cues.has('whole-year')
  if (cues.has('ask:rate') || cues.has('ask:share') || cues.has('ask:count')) return isUnplaced(draft)
  if (draft.intent === 'rank' || draft.level !== undefined || draft.within !== undefined) return false
  return !isWhole(draft)
}

/** A question that needs nothing more: a place (or company) and what is asked of it. */
const isWhole = (draft: Draft): boolean =>
  !isUnplaced(draft) &&
  (draft.indicators.length > 0 ||
    draft.industries.length > 0 ||
    draft.words.length > 0 ||
    draft.quoted.length > 0)

const isUnplaced = (draft: Draft): boolean =>
  draft.regions.length === 0 &&
  draft.organisations.length === 0 &&
  draft.within === undefined &&
  draft.level === undefined

/** The query of a follow-up, and the dimensions it took from before. */
export function carryOver(
  { draft, cues }: Composed,
  last: Query,
  vocabulary: Vocabulary,
): { query: Query; carried: Carried[] } {
  const carried: Carried[] = []
  const query: Draft = { ...draft }
  if (draft.intent === 'summary' && !cues.has('intent:summary')) query.intent = 'lookup'
  const namesThing =
    draft.indicators.length > 0 ||
    draft.industries.length > 0 ||
    draft.words.length > 0 ||
    draft.quoted.length > 0

  const adds = draft.regions.length > 0 && (cues.has('intent:compare') || draft.intent === 'compare')
  if (isUnplaced(draft) || adds) {
    const before = draft.organisations.length === 0 ? last.regions : []
    const regions = [...new Set([...before, ...draft.regions])]
    if (regions.length > draft.regions.length) {
      query.regions = regions
      carried.push('region')
    }
    if (last.within !== undefined && draft.regions.length === 0) query.within = last.within
    if (last.level !== undefined && draft.regions.length === 0) query.level = last.level
    if (last.organisations.length > 0 && draft.organisations.length === 0 && !adds) {
      query.organisations = last.organisations
      carried.push('organisation')
    }
    if (adds && query.regions.length > 1) query.intent = 'compare'
  } else if (last.organisations.length > 0 && draft.organisations.length === 0 && !namesThing) {
    query.organisations = last.organisations
    carried.push('organisation')
  }

  if (draft.industries.length === 0 && last.industries.length > 0 && draft.intent !== 'sources') {
    query.industries = last.industries
    carried.push('industry')
  }
  query.indicators = indicatorsOf(draft, last, vocabulary, cues.has('follow:pronoun'))
  if (query.indicators.length > 0 && draft.indicators.length === 0) carried.push('indicator')
  if (last.any === true && (carried.includes('industry') || carried.includes('indicator'))) query.any = true

  // "and the trend?" after one year's figure asks for all years
  const isOverTime = draft.intent === 'trend' && last.periods.length === 1
  if (draft.periods.length === 0 && last.periods.length > 0 && !isOverTime) {
    // "and the full year?" after its first half
    query.periods = cues.has('whole-year')
      ? last.periods.map(({ to }) => yearPeriod(yearOf(to)))
      : last.periods
    if (last.since === true) query.since = true
    carried.push('period')
  } else if (draft.periods.length === 1 && isYearless(draft.periods[0]!) && last.periods.length === 1) {
    // "and January to June?" after a question about 2024
    const year = Math.floor(last.periods[0]!.to / 12) * 12
    const [period] = draft.periods
    query.periods = [{ ...period!, from: period!.from + year, to: period!.to + year }]
  }
  if (draft.status === undefined && last.status !== undefined && !namesThing) {
    query.status = last.status
    carried.push('status')
  }
  if (!namesThing && last.words.length > 0) {
    query.words = last.words
    carried.push('words')
  }
  if (!namesThing && draft.unit === undefined && last.unit !== undefined) query.unit = last.unit
  if (
    query.intent === 'lookup' &&
    KEPT_INTENTS.has(last.intent) &&
    !(namesThing && draft.indicators.length > 0)
  )
    query.intent = last.intent
  if (query.intent === 'lookup' && query.regions.length > 1) query.intent = 'compare'
  if (query.intent === 'sources' && !namesThing && isUnplaced(draft)) {
    return { query: { ...last, intent: 'sources' }, carried: ['region', 'industry', 'indicator'] }
  }
  return { query, carried }
}

/** A measure alone takes the base from before: "growth rate?" after NEV output is the growth of NEV output. */
function indicatorsOf(
  draft: Draft,
  last: Query,
  vocabulary: Vocabulary,
  pronoun: boolean,
): readonly IndicatorId[] {
  if (draft.indicators.length === 0) {
    // "number of projects?" replaces; "and new materials?" keeps; a quoted figure or a word asks for something else
    return draft.words.length > 0 || draft.quoted.length > 0 ? [] : last.indicators
  }
  const open = draft.indicators.every((id) => id.startsWith('*.'))
  if (
    pronoun &&
    draft.industries.length + last.industries.length === 0 &&
    draft.indicators.every((id) => id.endsWith('.share'))
  ) {
    // "its share of GDP": the share that the thing asked for before has of it
    const things = last.indicators
      .map((id) => `${id.split('.')[0]}.share`)
      .filter((id) => !id.startsWith('*'))
    return [...things, ...draft.indicators]
  }
  if (!open) return draft.indicators
  const bases = [...new Set(last.indicators.map((id) => vocabulary.splitIndicator(id).base))].filter(
    (base) => base !== '*',
  )
  return bases.length === 0
    ? draft.indicators
    : draft.indicators.flatMap((id) => bases.map((base) => base + id.slice(1)))
}

const LEANING = ['follow:pronoun', 'follow:instead', 'follow:and', 'whole-year'] as const
/** "And Qingdao?" after a trend asks for a trend. */
const KEPT_INTENTS: ReadonlySet<string> = new Set(['trend', 'rank', 'summary', 'list', 'compare'])

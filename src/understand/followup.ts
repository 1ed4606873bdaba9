/**
 * Fills what a follow-up leaves out from the conversation's last query: "and Qingdao?", "2024?", "growth rate?",
 * 那青岛呢. What the new text names replaces what was there; everything else stays.
 */
import type { IndustryId, RegionCode } from '../facts/fact.ts'
import { yearOf, yearPeriod } from '../facts/period.ts'
import type { Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { indicatorsAfter } from './carried-things.ts'
import type { Composed, Draft } from './compose.ts'
import { isYearless } from './periods.ts'
import { isHan } from './tokens.ts'
import type { Carried, Memory } from './understanding.ts'

/** Whether the text leans on what was said before. */
export function isFollowUp({ draft, cues, empty, among }: Composed, memory: Memory | undefined): boolean {
  if (memory?.query == null) return false
  if (isNationalShare(draft) && !memory.query.regions.includes(CHINA)) return true
  if (among && isUnplaced(draft) && placesOf(memory.query).length > 1) return true
  if (LEANING.some((cue) => cues.has(cue)))
    return (
      !isWhole(draft) || isMeasureAlone(draft) || cues.has('follow:pronoun') || cues.has('follow:instead')
    )
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

/** 占全国多少: of what, only the question before says. */
const isNationalShare = ({ regions, industries, indicators }: Draft): boolean =>
  regions.join() === CHINA && industries.length === 0 && indicators.join() === '*.share'

/** A question that needs nothing more: a place (or company) and what is asked of it. */
const isWhole = (draft: Draft): boolean =>
  !isUnplaced(draft) &&
  (draft.indicators.length > 0 ||
    draft.industries.length > 0 ||
    draft.words.length > 0 ||
    draft.quoted.length > 0)

/** 那菏泽涨几个点: how fast what was asked for before grew there. */
const isMeasureAlone = ({ indicators, industries, words, quoted, organisations }: Draft): boolean =>
  indicators.length > 0 &&
  indicators.every((id) => id.startsWith('*.')) &&
  industries.length + words.length + quoted.length + organisations.length === 0

const isUnplaced = (draft: Draft): boolean =>
  draft.regions.length === 0 &&
  draft.organisations.length === 0 &&
  draft.within === undefined &&
  draft.level === undefined

/** The places a question was about, those of both sides of a comparison too. */
const placesOf = ({ regions, sides }: Query): RegionCode[] => [
  ...new Set([...regions, ...(sides ?? []).flatMap((side) => side.regions)]),
]

/**
 * The question that a follow-up leans on. One that had no answer because nothing in it was understood but words is
 * passed over, though its words still hold; where a figure comes from is asked of the last one that had any.
 */
export function leanedOn({ draft }: Composed, { query, answered, shown }: Memory): Query {
  const last = query!
  if (answered === undefined || shown.length > 0) return last
  if (draft.intent === 'sources') return answered
  const isWordsAlone =
    last.words.length > 0 && last.indicators.length + last.industries.length + last.quoted.length === 0
  return isWordsAlone ? { ...answered, words: last.words } : last
}

/** The query of a follow-up, and the dimensions it took from before. */
export function carryOver(
  composed: Composed,
  last: Query,
  vocabulary: Vocabulary,
): { query: Query; carried: Carried[] } {
  const { cues, among } = composed
  const carried: Carried[] = []
  const draft = ofWhole(composed, last, vocabulary)
  const query: Draft = { ...draft }
  if (draft.intent === 'summary' && !cues.has('intent:summary')) query.intent = 'lookup'
  // "what is invested in them?" asks for the figure of what was spoken of
  if (draft.intent === 'define' && cues.has('follow:pronoun') && !cues.has('intent:define'))
    query.intent = 'lookup'
  const namesThing =
    draft.indicators.length > 0 ||
    draft.industries.length > 0 ||
    draft.words.length > 0 ||
    draft.quoted.length > 0

  const adds = draft.regions.length > 0 && (cues.has('intent:compare') || draft.intent === 'compare')
  if (isUnplaced(draft) || adds) {
    const before = draft.organisations.length === 0 ? placesOf(last) : []
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

  if (draft.industries.length === 1) query.industries = within(draft.industries[0]!, last, vocabulary)
  if (draft.industries.length === 0 && last.industries.length > 0 && draft.intent !== 'sources') {
    query.industries = last.industries
    carried.push('industry')
  }
  query.indicators = indicatorsAfter({ draft, cues }, last, vocabulary)
  // "what was it in kilowatts then?" after a share asks for the thing itself
  if (draft.unit !== undefined && draft.indicators.length === 0 && !RATES.has(draft.unit))
    query.indicators = query.indicators.map((id) => vocabulary.splitIndicator(id).base)
  if (query.indicators.length > 0 && draft.indicators.length === 0) carried.push('indicator')
  if (last.any === true && (carried.includes('industry') || carried.includes('indicator'))) query.any = true

  // "and the trend?" after one year's figure asks for all years
  const isOverTime = draft.intent === 'trend' && last.periods.length === 1
  // "then what is the 48 billion?" asks for that figure, whenever it was and whatever came of it
  const asksOfFigure =
    draft.quoted.length > 0 &&
    draft.indicators.length + draft.periods.length + draft.words.length === 0 &&
    !composed.yesNo
  if (draft.periods.length === 0 && !asksOfFigure && last.periods.length > 0 && !isOverTime) {
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
  if (speaksOfThem(composed) && last.regions.length + last.organisations.length > 0) query.words = last.words
  if (!namesThing && last.words.length > 0) {
    query.words = last.words
    carried.push('words')
  }
  if (!namesThing && draft.unit === undefined && last.unit !== undefined) query.unit = last.unit
  // "and Qingdao?" after projects above ten billion; a fall was told, not asked for
  const isBound = last.filter !== undefined && last.filter.value > 0
  if (!namesThing && isBound && draft.filter === undefined && draft.quoted.length === 0)
    query.filter = last.filter!
  if (
    query.intent === 'lookup' &&
    KEPT_INTENTS.has(last.intent) &&
    !(namesThing && draft.indicators.length > 0)
  )
    query.intent = last.intent
  // "and its share for those years?" after a line of years
  if (query.intent === 'lookup' && last.intent === 'trend' && query.since === true) query.intent = 'trend'
  // "and above 5 billion?" asks what the question before asked, of those
  if (query.intent === 'list' && isUnplaced(draft) && !cues.has('intent:list') && last.intent === 'lookup')
    query.intent = 'lookup'
  const chooses = query.intent === 'lookup' || (among && query.intent === 'rank')
  if (chooses && query.regions.length > 1) query.intent = 'compare'
  if (query.intent === 'sources' && !namesThing && isUnplaced(draft)) {
    // "and the July figure, where does that come from?": of that time, and neither the figure nor the plan told before
    const { status: _status, ...anyStatus } = last
    const own = draft.periods.length === 0 ? last : { ...anyStatus, periods: query.periods, quoted: [] }
    return { query: { ...own, intent: 'sources' }, carried: ['region', 'industry', 'indicator'] }
  }
  // "and completed?" after projects that were begun: those are others
  const done = composed.links.find(
    ({ words, entity }) => entity === 'cue:status:actual' && COMPLETED.test(words),
  )
  const areProjects =
    draft.indicators.length === 0 &&
    query.indicators.length > 0 &&
    query.indicators.every((id) => vocabulary.baseIsA(vocabulary.splitIndicator(id).base, 'projects'))
  if (done !== undefined && areProjects) query.words = [...new Set([...query.words, done.words])]
  return { query, carried }
}

/** "What part of China's total was that?", 占全国多少: the wider place is the whole of a share, which the fact's own text must name. */
function ofWhole({ draft, cues, links }: Composed, last: Query, vocabulary: Vocabulary): Draft {
  const [whole, ...others] = draft.regions
  const [part, ...parts] = last.regions
  const isShare =
    draft.indicators.length === 0 ? cues.has('ask:share') : draft.indicators.every((id) => SHARE.test(id))
  if (whole === undefined || part === undefined || others.length + parts.length > 0) return draft
  const isMeant = cues.has('follow:pronoun') || whole === CHINA
  if (!isShare || !isMeant || !vocabulary.regionAncestors(part).includes(whole)) return draft
  const said = links.find(({ entity }) => entity === `region:${whole}`)?.words ?? ''
  const region = vocabulary.regions.get(whole)!
  const [en, zh] = whole === CHINA ? ['china', '全国'] : [region.en.toLowerCase(), region.short]
  return { ...draft, regions: [], words: [...draft.words, isHan(said) ? zh : en] }
}

/** "And how many jobs do they provide?": another figure of the very things asked about, never of all there are. */
const speaksOfThem = ({ draft, links }: Composed): boolean =>
  draft.indicators.length > 0 &&
  draft.industries.length + draft.words.length + draft.quoted.length === 0 &&
  isUnplaced(draft) &&
  links.some(({ entity, words }) => entity === PRONOUN && THEY.has(words))

/** "Of which new energy?" after cars asks for new energy vehicles. */
function within(industry: IndustryId, { industries }: Query, vocabulary: Vocabulary): readonly IndustryId[] {
  const [whole, ...others] = industries
  if (whole === undefined || others.length > 0 || vocabulary.industryIsA(industry, whole)) return [industry]
  const kinds = [...vocabulary.industries.keys()].filter(
    (id) => id.startsWith(`${industry}-`) && vocabulary.industryIsA(id, whole),
  )
  return kinds.length === 1 ? kinds : [industry]
}

/** Units of rates and shares. */
const RATES: ReadonlySet<string> = new Set(['percent', 'percentage-points'])
const PRONOUN = 'cue:follow:pronoun'
const THEY: ReadonlySet<string> = new Set(['they', 'them', 'their', 'those', 'these'])
const COMPLETED = /^(?:complet|finish|建成|竣工|完工|完成)/
const CHINA = '100000'
const SHARE = /\.share$/
const LEANING = ['follow:pronoun', 'follow:instead', 'follow:and', 'whole-year'] as const
/** "And Qingdao?" after a trend asks for a trend. */
const KEPT_INTENTS: ReadonlySet<string> = new Set(['trend', 'rank', 'summary', 'list', 'compare'])

/** One figure (or statement), with its earlier values beside it and what else was meant listed apart. */
import type { Fact } from '../facts/fact.ts'
import { isWholeYears, yearPeriod } from '../facts/period.ts'
import type { Query } from '../facts/query.ts'
import type { Answer, Caveat } from './answer.ts'
import type { Desk } from './answerer.ts'
import { contradicting, exactOf, inTellingOrder, isSameTime } from './choose.ts'
import { pickSides } from './compare.ts'
import { earlierValue, partOf, partValue, shareOfWhole } from './derived.ts'
import type { Match } from './match.ts'
import { isPartYear, seriesKey } from './series.ts'
import { suggestionsFor } from './suggest.ts'
import { summary } from './summary.ts'
import { overTime, trend } from './trend.ts'

export function lookup(desk: Desk): Answer {
  const { query } = desk
  const matches = desk.find()
  const [period] = query.periods
  const isSpan = query.periods.length > 1 || (period !== undefined && period.to - period.from > 12)
  if (isSpan && !matches.some(({ fact }) => fact.indicator.endsWith('.change'))) {
    const values = overTime(desk)
    if (values !== null) return values
  }
  if (matches.length === 0) return aboveEach(desk) ?? otherwise(desk)
  if (matches.every(({ part }) => part)) return ofBranches(desk, matches)
  const placeless =
    query.regions.length + query.organisations.length + query.quoted.length + query.words.length === 0 &&
    query.filter === undefined
  if (placeless && query.within === undefined && query.level === undefined && query.indicators.length > 0) {
    const near = matches.filter(
      ({ score, fact }) => score > matches[0]!.score - PLACELESS && fact.quantity !== undefined,
    )
    const places = onePerRegion(near)
    if (places.length > 1) return unclear(desk, 'region', places)
  }
  if (
    query.any === true &&
    Math.max(query.indicators.length, query.industries.length) > 1 &&
    query.regions.length + query.organisations.length > 0
  ) {
    const each = several(desk)
    if (each !== null) return each
  }
  // "Qingdao growth 2019" names neither what grew nor where in the economy
  const bare =
    query.indicators.length > 0 &&
    query.indicators.every((id) => id.startsWith('*')) &&
    query.industries.length + query.words.length + query.quoted.length + query.organisations.length === 0 &&
    query.filter === undefined
  const choices = readingsOf(matches, bare ? PLACELESS : CLOSE)
  if (choices.length > 1) {
    const regions = new Set(choices.map(({ fact }) => fact.region))
    if (regions.size > 1 && query.regions.length === 0) return unclear(desk, 'region', onePerRegion(choices))
    if (query.indicators.length > 0 || query.unit !== undefined) return unclear(desk, 'indicator', choices)
  }
  if (
    query.indicators.length === 0 &&
    query.words.length === 0 &&
    query.quoted.length === 0 &&
    matches.length > MANY
  ) {
    return summary(desk)
  }
  if (isSpan && query.indicators.length > 0) {
    const points = matches.filter(({ fact }) => seriesKey(fact) === seriesKey(matches[0]!.fact))
    if (points.length > 1) return trend(desk)
  }
  return found(desk, matches)
}

/** Only single industries' figures are known of what was asked for without one: which of them, if there are several. */
export function ofBranches(desk: Desk, matches: readonly Match[]): Answer {
  const branches = readingsOf(matches, Number.POSITIVE_INFINITY)
  return branches.length > 1 ? unclear(desk, 'indicator', branches) : desk.nothing()
}

/** What can still be said when nothing agrees: a value worked out, or the source's own way of putting the period. */
export function otherwise(desk: Desk): Answer {
  const { query, understanding } = desk
  const change = changeSince(desk)
  if (change !== null) return change
  const derived = earlierValue(desk) ?? partValue(desk) ?? shareOfWhole(desk)
  if (derived !== null) return derived
  // "the past three years" is counted from today; a source's own "past three years" may be meant
  const [period] = query.periods
  if (period !== undefined && understanding.steps.some(({ rule }) => PAST_YEARS.has(rule))) {
    const years = (period.to - period.from + 1) / 12
    const own = desk
      .find({ ...query, periods: [] })
      .filter(({ fact }) => fact.basis?.kind === 'average-annual' && fact.basis.years === years)
    if (own.length > 0) return found(desk, own)
  }
  const ahead = aheadUntil(desk)
  if (ahead.length > 0) return found(desk, ahead)
  if (query.unit === 'units') {
    const { unit: _, ...open } = query
    const statements = desk.find(open)
    if (statements.length > 0) return found(desk, statements)
  }
  return desk.nothing()
}

/** "By 2030 how many are planned": what is planned or aimed at for some years that end then. */
function aheadUntil(desk: Desk): Match[] {
  const { query, understanding } = desk
  const [period, ...more] = query.periods
  const isAhead = query.status === 'planned' || query.status === 'target'
  if (!isAhead || period === undefined || more.length > 0 || !isWholeYears(period)) return []
  if (!UNTIL.test(understanding.text)) return []
  return desk
    .find({ ...query, periods: [] })
    .filter(
      ({ fact }) =>
        fact.period?.to === period.to &&
        fact.period.from < period.from &&
        fact.status !== 'actual' &&
        fact.basis?.kind !== 'average-annual',
    )
}

/** "How many points more in 2019 than in 2015": a source may give it as the change from 2015 to 2019. */
function changeSince(desk: Desk): Answer | null {
  const { query } = desk
  const [period, ...more] = query.periods
  const [year] = query.words.filter((word) => A_YEAR.test(word))
  if (period === undefined || more.length > 0 || year === undefined || !isWholeYears(period)) return null
  const measures = query.indicators.map((id) => desk.vocabulary.splitIndicator(id).measure?.split('|') ?? [])
  if (!measures.some((ones) => ones.includes('change'))) return null
  const { from } = yearPeriod(Number(year))
  if (from >= period.from) return null
  const changes = desk
    .find({ ...query, periods: [{ ...period, from }], words: query.words.filter((word) => word !== year) })
    .filter(({ fact }) => fact.indicator.endsWith('.change') && fact.period?.from === from)
  return changes.length === 0 ? null : found(desk, changes)
}

/** "How many above 100 million, and above 10 billion each": a fact for every threshold, or none. */
function aboveEach(desk: Desk): Answer | null {
  const { quoted, ...query } = desk.query
  if (quoted.length < 2 || !quoted.every(({ op }) => op === 'over')) return null
  const { facts, missing } = pickSides(
    desk,
    quoted.map((filter) => ({ ...query, quoted: [], filter })),
  )
  return missing.length > 0 || facts.length < quoted.length
    ? null
    : { kind: 'list', ...desk.common(facts), total: facts.length }
}

/** "Output and its growth", "NEV and robot output": the best fact of each thing asked for; null where there are no two. */
function several(desk: Desk): Answer | null {
  const { any: _, ...query } = desk.query
  const ofIndustries =
    query.industries.length > 1 && query.indicators.length > 0
      ? query.industries.map((id) => ({ ...query, industries: [id] }))
      : [query]
  const sides = ofIndustries.flatMap((side) =>
    query.indicators.length > 1 ? query.indicators.map((id) => ofThing(side, id)) : [side],
  )
  if (sides.length < 2) return null
  const { facts } = pickSides(desk, sides)
  if (facts.length > 1) return { kind: 'list', ...desk.common(facts), total: facts.length }
  return query.indicators.length > 1 ? found(desk, desk.find()) : null
}

/** One of several things asked for: of what whole one of them is a share, says nothing of the others. */
function ofThing(side: Query, id: string): Query {
  const isOfWhole = id.endsWith('.share') || id.endsWith('.lead')
  const hasShare = side.indicators.some((one) => one.endsWith('.share'))
  const words = hasShare && !isOfWhole ? side.words.filter((word) => !WHOLE.test(word)) : side.words
  return { ...side, indicators: [id], words }
}

/** The answer around the best match: its series, what contradicts it, what else agrees. */
export function found(desk: Desk, matches: readonly Match[]): Answer {
  const { query } = desk
  const best = bestOf(desk, matches)
  const key = seriesKey(best.fact)
  const alike = matches.filter(({ fact }) => seriesKey(fact) === key)
  const sorted = alike
    .map(({ fact }) => fact)
    .filter((fact) => fact !== best.fact)
    .sort(desk.newestFirst)
  const samePeriod = sorted.filter((fact) => isSameTime(fact, best.fact))
  const series = sorted.filter((fact) => !samePeriod.includes(fact))
  // of a year asked for that is told by a count of one month, the counts of its other months too
  const shownSeries = query.periods.length === 0 || best.period === 'moment' ? series : []
  const others = matches
    .filter(({ fact, score }) => score > matches[0]!.score - CLOSE * 3 && seriesKey(fact) !== key)
    .map(({ fact }) => fact)
    .slice(0, OTHERS)
  const caveats = caveatsOf(best, query.periods.length > 0)
  const differing = contradicting(best.fact, samePeriod)
  if (differing.length > 0)
    caveats.push({ kind: 'sources-differ', facts: [best.fact, ...differing].map(({ id }) => id) })
  const part = partOf(desk, best.fact)
  return {
    kind: 'found',
    ...desk.common(
      [
        best.fact,
        ...(part === null ? [] : [desk.base.byId(part.facts[1]!)!]),
        ...differing,
        ...shownSeries.slice(0, SERIES_SHOWN),
        ...others,
      ],
      caveats,
    ),
    derived: part === null ? [] : [part],
    series: shownSeries,
    others,
    suggestions: suggestionsFor(desk, best.fact, series),
  }
}

/** Newest first within the best series; a part of a year only when nothing whole is there. */
function bestOf(desk: Desk, matches: readonly Match[]): Match {
  const [first] = matches
  const key = seriesKey(first!.fact)
  if (desk.query.periods.length > 0 && desk.query.since !== true) {
    // of two sources for one period the newer, if they say it equally well
    const equal = matches.filter(({ score, fact }) => score > first!.score - 1 && seriesKey(fact) === key)
    return preferred(equal.sort((a, b) => desk.newestFirst(a.fact, b.fact)))
  }
  const alike = matches.filter(({ fact }) => fact.status === first!.fact.status && seriesKey(fact) === key)
  const sorted = [...alike].sort(
    (a, b) => Number(isPartYear(a.fact)) - Number(isPartYear(b.fact)) || desk.newestFirst(a.fact, b.fact),
  )
  return preferred(sorted)
}

/** The first, or the exact figure that it rounds. */
function preferred(sorted: readonly Match[]): Match {
  const told = exactOf(sorted.map(({ fact }) => fact))
  return sorted.find(({ fact }) => fact === told)!
}

export function caveatsOf(
  { fact, narrower, wider, otherMeasure, inPlace }: Match,
  periodAsked: boolean,
): Caveat[] {
  const caveats: Caveat[] = []
  if (narrower) caveats.push({ kind: 'narrower', asked: '', fact: fact.id })
  if (otherMeasure) caveats.push({ kind: 'other-measure', asked: '', fact: fact.id })
  if (wider) caveats.push({ kind: 'wider', asked: '', fact: fact.id })
  if (inPlace) caveats.push({ kind: 'part-in-place', fact: fact.id, place: fact.region })
  if (fact.status === 'planned') caveats.push({ kind: 'planned', fact: fact.id })
  if (fact.status === 'target') caveats.push({ kind: 'target', fact: fact.id })
  if (fact.period === null && fact.quantity !== undefined) caveats.push({ kind: 'no-period', fact: fact.id })
  else if (fact.inferred.includes('period') && !periodAsked)
    caveats.push({ kind: 'inferred-period', fact: fact.id })
  if (fact.organisations.length > 0 && fact.quantity !== undefined)
    caveats.push({ kind: 'company-money', fact: fact.id })
  return caveats
}

/** The best fact of each series that says what was asked about as well as the best does. */
function readingsOf(matches: readonly Match[], within: number): Match[] {
  const best = new Map<string, Match>()
  for (const match of matches) {
    if (match.score < matches[0]!.score - within) break
    // where exactly what was asked for is told first, a part of it is no second reading
    if (match.narrower && !matches[0]!.narrower) continue
    // nor is the figure of something more special that the question does not speak of
    if (matches[0]!.unsaid === 0 && (match.unsaid > 0 || isPartOf(match, matches[0]!))) continue
    const { region, industry, indicator, subject, basis, status, quantity } = match.fact
    // a planned and a realised value of one thing are no two readings, nor two wordings of one subject
    const key = [
      region,
      industry,
      indicator,
      basis?.kind === 'lead' ? 'lead' : '',
      subject === undefined ? '' : subject.en,
      quantity === undefined ? 'text' : '',
      status === 'actual' ? '' : 'ahead',
    ].join('|')
    if (!best.has(key)) best.set(key, match)
  }
  const readings = [...best.values()]
  // statements without a number are told together, not asked about
  const numeric = readings.filter(({ fact }) => fact.quantity !== undefined)
  return numeric.length > 1 ? numeric : readings.slice(0, 1)
}

/** Whether one fact's subject says less than the other's in the same words. */
const isPartOf = (less: Match, more: Match): boolean =>
  less.fact.subject !== undefined &&
  more.fact.subject !== undefined &&
  more.fact.subject.en !== less.fact.subject.en &&
  more.fact.subject.en.startsWith(less.fact.subject.en)

function onePerRegion(matches: readonly Match[]): Match[] {
  const seen = new Set<string>()
  return matches.filter(({ fact }) => !seen.has(fact.region) && seen.add(fact.region))
}

function unclear(desk: Desk, about: 'region' | 'indicator', matches: readonly Match[]): Answer {
  const shown = matches.slice(0, CHOICES)
  const series = new Map<string, Fact[]>(shown.map(({ fact }) => [seriesKey(fact), []]))
  for (const { fact } of desk.find()) series.get(seriesKey(fact))?.push(fact)
  return {
    kind: 'unclear',
    ...desk.common([]),
    about,
    // each choice shows the fact of its series that would be told
    choices: shown.map(({ fact }) => {
      const [told] = inTellingOrder(series.get(seriesKey(fact))!, desk.newestFirst)
      return { query: queryFor(desk, fact), fact: told! }
    }),
  }
}

/** The query that leads to exactly this fact's series. */
function queryFor({ query }: Desk, fact: Fact): Desk['query'] {
  return {
    ...query,
    intent: 'lookup',
    regions: [fact.region],
    industries: [fact.industry],
    indicators: [fact.indicator.includes('.') ? fact.indicator : `${fact.indicator}`],
    status: fact.status,
  }
}

/** Points within which two facts say what was asked equally well. */
const CLOSE = 2.5
/** A place not named is asked for even when one place fits a little better. */
const PLACELESS = 18
const PAST_YEARS = new Set(['period:past-years', 'period:zh-past-years', 'period:past-decade'])
const UNTIL =
  /\b(?:by|until|till|through|up to|before|to)(?: the)?(?: end of| year)? (?:19|20)\d\d|(?:到|至|截至|截止|直到)了?(?:19|20)\d\d|(?:19|20)\d\d年?[底末]?(?:之前|以前|前|为止|止)/
const A_YEAR = /^(?:19|20)\d\d$/
const WHOLE = /^(?:全国|全省|national|provincial|china)$/
const MANY = 6
const OTHERS = 3
const CHOICES = 6
const SERIES_SHOWN = 4

/** Two or more things side by side, with the verdict whether they can be compared at all. */
import type { Fact } from '../facts/fact.ts'
import { formatPeriod } from '../facts/period.ts'
import type { Query } from '../facts/query.ts'
import type { Answer, Caveat, Derived } from './answer.ts'
import type { Desk } from './answerer.ts'
import { contradicting, inTellingOrder, isCertainlyHigher } from './choose.ts'
import { containments, differencesOf } from './comparable.ts'
import { tidy } from './derived.ts'
import { found, otherwise } from './lookup.ts'
import type { Match } from './match.ts'
import { isPartYear, seriesKey } from './series.ts'

export function compare(desk: Desk): Answer {
  const { query, vocabulary } = desk
  const sides = sidesOf(query)
  if (sides.length < 2) {
    const matches = desk.find()
    return matches.length === 0 ? otherwise(desk) : found(desk, matches)
  }
  const { facts, missing, disputed } = pickSides(desk, sides)
  const doubts: Caveat[] = disputed.length > 0 ? [{ kind: 'disputed', regions: disputed }] : []
  if (facts.length === 0) return desk.nothing()
  if (facts.length === 1 && missing.length > 0 && sides.length === 2) {
    return {
      kind: 'comparison',
      ...desk.common(facts, doubts),
      comparable: false,
      winner: null,
      missing: missing.map((side) => nameOf(side, sides)),
    }
  }
  const differ = differencesOf(facts, vocabulary)
  const numeric = facts.every(({ quantity }) => quantity !== undefined)
  // years, or exports and imports, of one place are set side by side on purpose
  const isMeant = (dimension: string): boolean =>
    query.sides === undefined &&
    ((dimension === 'period' && query.periods.length > 1) ||
      (dimension === 'indicator' && query.fold === 'difference' && query.regions.length === 1))
  const apart = differ.filter((dimension) => !isMeant(dimension))
  const comparable = numeric && apart.length === 0
  const sorted = [...facts].sort((a, b) => (b.quantity?.value ?? 0) - (a.quantity?.value ?? 0))
  const caveats: Caveat[] = [...containments(facts, vocabulary), ...doubts]
  if (apart.length > 0) caveats.push({ kind: 'differ', dimensions: apart })
  const [first, second] = sorted
  const [one, other] = [first?.quantity, second?.quantity]
  const numbers = comparable && one !== undefined && other !== undefined
  const higher = numbers && isCertainlyHigher(one, other)
  const equal = numbers && one.value === other.value
  if (comparable && !higher && !equal) caveats.push({ kind: 'too-close' })
  return {
    kind: 'comparison',
    ...desk.common(facts, caveats),
    derived:
      higher && query.fold === 'difference' && facts.length === 2 ? [differenceOf(first!, second!)] : [],
    comparable: comparable && (higher || equal),
    winner: higher ? first!.id : null,
    missing: missing.map((side) => nameOf(side, sides)),
  }
}

/** By how much the higher figure is higher; two growth rates differ by points. */
function differenceOf(higher: Fact, lower: Fact): Derived {
  const unit = higher.quantity!.unit
  return {
    kind: 'difference',
    value: tidy(higher.quantity!.value - lower.quantity!.value),
    unit: unit === 'percent' ? 'percentage-points' : unit,
    terms: [higher.quantity!.value, '-', lower.quantity!.value],
    facts: [higher.id, lower.id],
    bound: higher.quantity!.bound === 'exact' && lower.quantity!.bound === 'exact' ? 'exact' : 'about',
  }
}

/** The questions that are set side by side: by their own words, by place, period, industry or indicator. */
export function sidesOf(query: Query): Query[] {
  const { sides, regions, periods, industries, indicators, organisations } = query
  if (sides !== undefined) return [...sides]
  const single: Query = { ...query, intent: 'lookup' }
  if (regions.length > 1) return regions.map((region) => ({ ...single, regions: [region] }))
  if (periods.length > 1) return periods.map((period) => ({ ...single, periods: [period] }))
  if (organisations.length > 1) return organisations.map((id) => ({ ...single, organisations: [id] }))
  if (industries.length > 1) return industries.map((id) => ({ ...single, industries: [id] }))
  if (indicators.length > 1) return indicators.map((id) => ({ ...single, indicators: [id] }))
  return []
}

/** One fact per side, chosen so that the sides are as alike as the base allows. */
export function pickSides(
  desk: Desk,
  sides: readonly Query[],
): { facts: Fact[]; missing: Query[]; disputed: string[] } {
  // a fact of another place that only names the one asked for is none of its own, and cannot stand beside another's
  const isOwn = ({ regions }: Query, { region }: Fact): boolean =>
    regions.length === 0 ||
    [region, ...desk.vocabulary.regionAncestors(region)].some((code) => regions.includes(code))
  const found = sides.map((side) => ({
    side,
    matches: desk.find(side).filter(({ fact }) => isOwn(side, fact)),
  }))
  const answered = found.filter(({ matches }) => matches.length > 0)
  const missing = found.filter(({ matches }) => matches.length === 0).map(({ side }) => side)
  const shared = sharedPeriod(answered.map(({ matches }) => matches))
  // where nothing says what is compared, it is money if every side has it, else any unit they share
  const open = answered.every(({ side }) => side.indicators.length === 0)
  const units = answered.map(
    ({ matches }) => new Set(closeOnes(matches).map(({ fact }) => fact.quantity?.unit)),
  )
  const common = [...(units[0] ?? [])].filter(
    (unit) => unit !== undefined && units.every((one) => one.has(unit)),
  )
  const unit = common.includes('yuan') ? 'yuan' : common[0]
  if (open && unit !== undefined) {
    for (const one of answered) one.matches = one.matches.filter(({ fact }) => fact.quantity?.unit === unit)
  }
  // the side with the fewest good candidates says what the others are measured by
  const model = [...answered].sort((a, b) => closeOnes(a.matches).length - closeOnes(b.matches).length)[0]
    ?.matches[0]?.fact
  const facts = answered.map(({ matches }) => {
    const points = ({ fact, score }: Match) =>
      score + (fact.quantity === undefined ? 0 : FIGURE) + (model === undefined ? 0 : likeness(fact, model))
    const most = Math.max(...closeOnes(matches).map(points))
    // equally good ones of the period the others have too
    const equal = closeOnes(matches).filter((match) => points(match) > most - EQUAL)
    const ofShared = equal.filter((match) => periodKey(match) === shared)
    return inTellingOrder(
      (ofShared.length > 0 ? ofShared : equal).map(({ fact }) => fact),
      desk.newestFirst,
    )[0]!
  })
  const seen = new Set(facts)
  const disputed = answered
    .map(({ matches }, i) => ({ told: facts[i]!, others: matches.map(({ fact }) => fact) }))
    .filter(
      ({ told, others }) =>
        contradicting(
          told,
          others.filter((other) => seriesKey(other) === seriesKey(told)),
        ).length > 0,
    )
    .map(({ told }) => told.region)
  return { facts: [...seen], missing, disputed: [...new Set(disputed)] }
}

/** Candidates not so far behind the best that a likeness could make up for it. */
const closeOnes = (matches: readonly Match[]): Match[] =>
  matches.filter(({ score }) => score > matches[0]!.score - LIKENESS)

/** How alike two figures are: unit and indicator weigh more than industry, subject and status. */
const likeness = (fact: Fact, model: Fact): number =>
  (fact.quantity?.unit === model.quantity?.unit ? 5 : 0) +
  (fact.indicator === model.indicator ? 3 : 0) +
  (fact.industry === model.industry ? 2 : 0) +
  (fact.status === model.status ? 1 : 0) +
  ((fact.subject?.en ?? '') === (model.subject?.en ?? '') ? 1 : 0)
const LIKENESS = 14
/** Points within which two facts say what was asked equally well. */
const EQUAL = 1.5
/** Figures are compared rather than statements. */
const FIGURE = 4

/** The newest period for which every side has a good match. */
function sharedPeriod(sides: readonly (readonly Match[])[]): string | null {
  const [first, ...rest] = sides
  if (first === undefined) return null
  const keys = (matches: readonly Match[]) =>
    new Set(
      matches
        .filter(({ score, fact }) => score > matches[0]!.score - 1.5 && !isPartYear(fact))
        .map(periodKey),
    )
  const others = rest.map(keys)
  const shared = [...keys(first)].filter((key) => key !== '' && others.every((one) => one.has(key)))
  return shared.sort().at(-1) ?? null
}

const periodKey = ({ fact }: Match): string =>
  fact.period === null ? '' : `${String(fact.period.to).padStart(6, '0')}-${fact.period.from}`

/** A side as an entity that can be named: by the first thing in which the sides differ, so that not both bear one name. */
function nameOf(side: Query, sides: readonly Query[]): string {
  const names = (query: Query): readonly (string | undefined)[] => [
    query.regions[0] && `region:${query.regions[0]}`,
    query.organisations[0] && `organisation:${query.organisations[0]}`,
    query.industries[0] && `industry:${query.industries[0]}`,
    query.indicators[0] && `base:${query.indicators[0]}`,
    query.periods[0] && `period:${formatPeriod(query.periods[0])}`,
    query.status && `status:${query.status}`,
  ]
  const own = names(side)
  const differs = own.findIndex((name, at) => sides.some((other) => names(other)[at] !== name))
  return own[differs] ?? own.find((name) => name !== undefined) ?? ''
}

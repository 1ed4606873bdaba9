/** Two or more things side by side, with the verdict whether they can be compared at all. */
import type { Fact } from '../facts/fact.ts'
import type { Query } from '../facts/query.ts'
import type { Answer, Caveat } from './answer.ts'
import type { Desk } from './answerer.ts'
import { containments, differencesOf } from './comparable.ts'
import type { Match } from './find.ts'
import { found } from './lookup.ts'
import { isPartYear, measureKey } from './series.ts'

export function compare(desk: Desk): Answer {
  const { query, vocabulary } = desk
  const sides = sidesOf(query)
  if (sides.length < 2) {
    const matches = desk.find()
    return matches.length === 0 ? desk.nothing() : found(desk, matches)
  }
  const { facts, missing } = pickSides(desk, sides)
  if (facts.length === 0) return desk.nothing()
  if (facts.length === 1 && missing.length > 0 && sides.length === 2) {
    const caveats: Caveat[] = []
    return {
      kind: 'comparison',
      ...desk.common(facts, caveats),
      comparable: false,
      winner: null,
      missing: missing.map(nameOf),
    }
  }
  const differ = differencesOf(facts, vocabulary)
  const numeric = facts.every(({ quantity }) => quantity !== undefined)
  const apart = differ.filter(
    (dimension) => !(dimension === 'period' && query.sides === undefined && query.periods.length > 1),
  )
  const comparable = numeric && apart.length === 0
  const sorted = [...facts].sort((a, b) => (b.quantity?.value ?? 0) - (a.quantity?.value ?? 0))
  const caveats: Caveat[] = containments(facts, vocabulary)
  if (apart.length > 0) caveats.push({ kind: 'differ', dimensions: apart })
  const tie = sorted[0]?.quantity?.value === sorted[1]?.quantity?.value
  return {
    kind: 'comparison',
    ...desk.common(facts, caveats),
    comparable,
    winner: comparable && !tie ? sorted[0]!.id : null,
    missing: missing.map(nameOf),
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
export function pickSides(desk: Desk, sides: readonly Query[]): { facts: Fact[]; missing: Query[] } {
  const found = sides.map((side) => ({ side, matches: desk.find(side) }))
  const answered = found.filter(({ matches }) => matches.length > 0)
  const missing = found.filter(({ matches }) => matches.length === 0).map(({ side }) => side)
  const shared = sharedPeriod(answered.map(({ matches }) => matches))
  // the side with the fewest candidates says what the others are measured by
  const model = [...answered].sort((a, b) => a.matches.length - b.matches.length)[0]?.matches[0]?.fact
  const facts = answered.map(({ side, matches }) => {
    const alike = side.indicators.length === 0 && model?.quantity !== undefined ? matches.filter(({ fact }) => isLike(fact, model)) : []
    const pool = alike.length > 0 ? alike : matches
    const best = pool[0]!
    // equally good ones of the period the others have too, else the newest whole year
    const equal = pool.filter(({ score, fact }) => score > best.score - 1.5 && measureKey(fact) === measureKey(best.fact))
    return [...equal].sort(
      (a, b) => Number(periodKey(b) === shared) - Number(periodKey(a) === shared) || Number(isPartYear(a.fact)) - Number(isPartYear(b.fact)) || desk.newestFirst(a.fact, b.fact),
    )[0]!.fact
  })
  return { facts: [...new Set(facts)], missing }
}

/** The same kind of figure: the same indicator, or at least the same unit and measure. */
const isLike = (fact: Fact, model: Fact): boolean =>
  fact.quantity?.unit === model.quantity?.unit && fact.indicator.includes('.') === model.indicator.includes('.')

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

const nameOf = ({ regions, organisations, industries, periods }: Query): string =>
  regions[0] !== undefined
    ? `region:${regions[0]}`
    : organisations[0] !== undefined
      ? `organisation:${organisations[0]}`
      : industries[0] !== undefined
        ? `industry:${industries[0]}`
        : `period:${periods[0]?.to ?? ''}`

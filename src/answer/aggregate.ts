/**
 * Totals, averages, amounts per project, counts. What would count something twice or add unlike things is refused,
 * and the values are listed instead.
 */
import type { Fact } from '../facts/fact.ts'
import type { Bound } from '../facts/quantity.ts'
import { INVESTED_IN } from '../understand/compose/bases.ts'
import type { Answer, Caveat, Derived } from './answer.ts'
import type { Desk } from './answerer.ts'
import { containments, differencesOf } from './comparable.ts'
import { pickSides, sidesOf } from './compare.ts'
import { tidy } from './derived.ts'
import { list } from './list.ts'
import { lookup } from './lookup.ts'
import { rank } from './rank.ts'

export function aggregate(desk: Desk): Answer {
  const { query } = desk
  if (query.fold === 'ratio') return ratio(desk)
  if (query.fold === 'count') return count(desk)
  const sides = sidesOf(query)
  if (sides.length < 2) {
    if (query.within === undefined && query.level === undefined) return lookup(desk)
    const ranked = rank({ ...desk, query: { ...query, limit: ALL } })
    if (ranked.kind !== 'ranking') return ranked
    const total = sum(desk, ranked.facts)
    const partial = ranked.caveats.filter(({ kind }) => kind === 'known-only')
    return { ...total, caveats: [...total.caveats, ...partial] }
  }
  const { facts, missing, disputed } = pickSides(desk, sides)
  if (facts.length === 0) return desk.nothing()
  const doubts: Caveat[] = disputed.length > 0 ? [{ kind: 'disputed', regions: disputed }] : []
  const total = sum(desk, facts)
  return { ...total, caveats: [...total.caveats, ...doubts], ...(missing.length > 0 ? { derived: [] } : {}) }
}

function sum(desk: Desk, facts: readonly Fact[]): Answer {
  const { query, vocabulary } = desk
  const why = reasonAgainst(facts, desk)
  const caveats: Caveat[] = why === null ? [] : [{ kind: 'no-sum', why }]
  const differ = differencesOf(facts, vocabulary).filter((one) => one !== 'level')
  if (why !== null && differ.length > 0) caveats.push({ kind: 'differ', dimensions: differ })
  const values = facts.map(({ quantity }) => quantity?.value ?? 0)
  const total = tidy(values.reduce((a, b) => a + b, 0))
  const average = query.fold === 'average'
  const derived: Derived[] =
    why !== null || values.length < 2
      ? []
      : [
          {
            kind: average ? 'average' : 'sum',
            value: average ? tidy(total / values.length) : total,
            unit: facts[0]!.quantity!.unit,
            bound: boundOf(facts),
            terms: average
              ? [
                  '(',
                  ...values.flatMap((value, i) => (i === 0 ? [value] : ['+', value])),
                  ')',
                  '/',
                  values.length,
                ]
              : values.flatMap((value, i) => (i === 0 ? [value] : ['+', value])),
            facts: facts.map(({ id }) => id),
          },
        ]
  return { kind: 'aggregate', ...desk.common(facts, caveats), derived, refused: why !== null }
}

/** "551 projects" may be the scope of the amount itself; any other limit must be the same for both. */
const isSameScope = (number: Fact, amount: Fact): boolean =>
  number.scope?.en === amount.scope?.en ||
  (amount.scope?.en.includes(String(number.quantity!.value)) === true &&
    amount.scope.en.includes(number.scope?.en ?? ''))

/** A sum of rounded figures is rounded too: over, when nothing else is in it. */
function boundOf(facts: readonly Fact[]): Bound {
  const bounds = new Set(facts.map(({ quantity }) => quantity!.bound))
  bounds.delete('exact')
  if (bounds.size === 0) return 'exact'
  return bounds.size === 1 && bounds.has('over') ? 'over' : 'about'
}

/** Exports and imports of one place: together they are its foreign trade. */
const isTrade = (facts: readonly Fact[]): boolean =>
  facts.length === 2 &&
  facts[0]!.region === facts[1]!.region &&
  TRADE.every((id) => facts.some(({ indicator }) => indicator === id))

/** Why these values must not be added up; null when they may. */
function reasonAgainst(
  facts: readonly Fact[],
  { vocabulary }: Desk,
): Extract<Caveat, { kind: 'no-sum' }>['why'] | null {
  if (
    facts.some(({ indicator }) => indicator.includes('.')) ||
    facts.some(({ quantity }) => quantity === undefined)
  )
    return 'measure'
  if (containments(facts, vocabulary).length > 0) return 'contained'
  const differ = differencesOf(facts, vocabulary).filter((one) => one !== 'indicator' || !isTrade(facts))
  if (differ.includes('unit')) return 'units'
  if (differ.includes('status')) return 'status'
  if (differ.includes('period')) return 'periods'
  if (
    differ.includes('indicator') ||
    differ.includes('industry') ||
    differ.includes('subject') ||
    differ.includes('scope') ||
    differ.includes('basis')
  )
    return 'scope'
  return null
}

/** "How much per project": an amount and a count of the same source, scope and period. */
function ratio(desk: Desk): Answer {
  const { query, vocabulary } = desk
  const asked = query.indicators
    .flatMap((id) => vocabulary.splitIndicator(id).base.split('|'))
    .filter((id) => id !== '*')
  const isCount = (id: string) =>
    vocabulary.bases.get(id)?.units.every((unit) => vocabulary.units.get(unit)?.class === 'count') === true
  // only what was asked for is divided: an investment by its projects, never a GDP by some enterprises
  const money = asked.filter((id) => !isCount(id))
  const counted = asked.filter(isCount)
  const fits = (fact: Fact, wanted: readonly string[], otherwise: string) => {
    const { base, measure } = vocabulary.splitIndicator(fact.indicator)
    return (
      measure === null &&
      (wanted.length > 0 ? wanted : [otherwise]).some((id) => vocabulary.baseIsA(base, id))
    )
  }
  // "how much money per project": the count has another unit than the money
  const { unit: _, ...open } = query
  const facts = desk
    .find({ ...open, indicators: [] })
    .map(({ fact }) => fact)
    .filter(({ quantity }) => quantity !== undefined)
  const amounts = facts.filter((fact) => fact.quantity!.unit === 'yuan' && fits(fact, money, 'investment'))
  // a signed project is worth what was signed, which is planned, and never the funds that came in
  const isOtherMoney = (number: Fact, amount: Fact): boolean =>
    number.indicator === SIGNED &&
    amount.indicator !== INVESTED_IN.get(SIGNED) &&
    !money.includes(amount.indicator)
  const counts = facts.filter(
    (fact) => vocabulary.units.get(fact.quantity!.unit)?.class === 'count' && fits(fact, counted, 'projects'),
  )
  for (const amount of amounts) {
    const number = counts.find(
      (one) =>
        one.source === amount.source &&
        one.region === amount.region &&
        one.industry === amount.industry &&
        one.period?.to === amount.period?.to &&
        (one.status === amount.status || INVESTED_IN.get(one.indicator) === amount.indicator) &&
        !isOtherMoney(one, amount) &&
        isSameScope(one, amount) &&
        one.quantity!.value !== 0 &&
        (one.subject?.en ?? '') === (amount.subject?.en ?? ''),
    )
    if (number === undefined) continue
    const derived: Derived = {
      kind: 'ratio',
      value: tidy(amount.quantity!.value / number.quantity!.value),
      unit: amount.quantity!.unit,
      per: number.quantity!.unit,
      terms: [amount.quantity!.value, '/', number.quantity!.value],
      facts: [amount.id, number.id],
      bound: boundOf([amount, number]),
    }
    return { kind: 'aggregate', ...desk.common([amount, number]), derived: [derived], refused: false }
  }
  // the whole is no answer: only a fact that is itself one of each
  const answer = lookup({ ...desk, query: { ...query, intent: 'lookup' } })
  const [first] = answer.facts
  return first !== undefined && OF_EACH.test(`${first.indicator} ${first.statement}`)
    ? answer
    : desk.nothing()
}

/** "How many regions mention hydrogen": the places, listed; their number is derived. */
function count(desk: Desk): Answer {
  const answer = list(desk)
  if (answer.kind !== 'list') return answer
  const places = new Set(desk.find().map(({ fact }) => fact.region))
  return {
    ...answer,
    kind: 'aggregate',
    refused: false,
    derived: [
      {
        kind: 'count',
        value: places.size,
        unit: 'regions',
        terms: [],
        facts: answer.facts.map(({ id }) => id),
      },
    ],
  }
}

/** "an average of", "each", "per capita" */
const OF_EACH = /\b(?:average|each|per|apiece)\b/
const TRADE = ['exports', 'imports'] as const
/** A sum takes every place, however many a ranking would show. */
const SIGNED = 'signed-projects'
const ALL = 100_000

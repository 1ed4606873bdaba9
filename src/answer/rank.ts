/** Places (or the things of one place) in order of a value. */
import type { Fact } from '../facts/fact.ts'
import { isWholeYears } from '../facts/period.ts'
import type { Answer, Caveat } from './answer.ts'
import type { Desk } from './answerer.ts'
import { containments, differencesOf } from './comparable.ts'
import type { Match } from './find.ts'
import { measureKey, seriesKey } from './series.ts'

export function rank(desk: Desk): Answer {
  const { query, vocabulary } = desk
  const matches = desk.find().filter(({ fact }) => fact.quantity !== undefined)
  if (matches.length === 0) return desk.nothing()
  // one unit class: growth rates and amounts are never in one order
  const unit = mostFrequent(matches.map(({ fact }) => classOf(fact)))
  const leading = classOf(matches[0]!.fact)
  const alike = matches.filter(
    ({ fact }) => classOf(fact) === (query.indicators.length === 0 ? unit : leading),
  )
  const within = query.regions.length === 1
  const picked = within ? perSeries(alike) : perRegion(desk, alike)
  const sign = query.order === 'lowest' ? 1 : -1
  const sorted = picked.sort((a, b) => sign * (a.quantity!.value - b.quantity!.value))
  const from = query.offset ?? 0
  const shown = sorted.slice(from, from + (query.limit ?? SHOWN))
  const differ = differencesOf(shown, vocabulary).filter(
    (dimension) =>
      !(within && (dimension === 'industry' || dimension === 'subject' || dimension === 'indicator')),
  )
  const caveats: Caveat[] = containments(shown, vocabulary)
  if (differ.length > 0) caveats.push({ kind: 'differ', dimensions: differ })
  if (sorted.length > from + shown.length)
    caveats.push({ kind: 'cut', shown: from + shown.length, total: sorted.length })
  return { kind: 'ranking', ...desk.common(shown, caveats), groups: [shown], comparable: differ.length === 0 }
}

/** The best fact of each place, all of the period that most places share when none was asked. */
function perRegion({ query, newestFirst }: Desk, matches: readonly Match[]): Fact[] {
  let pool = [...matches]
  // everybody by the same measure where the leading one has enough places
  const measures = new Map<string, Set<string>>()
  for (const { fact } of pool) {
    const places = measures.get(measureKey(fact)) ?? new Set()
    measures.set(measureKey(fact), places.add(fact.region))
  }
  const lead = measureKey(pool[0]!.fact)
  if ((measures.get(lead)?.size ?? 0) > 2 && query.regions.length === 0)
    pool = pool.filter(({ fact }) => measureKey(fact) === lead)
  if (query.periods.length === 0) {
    const places = new Map<string, Set<string>>()
    for (const { fact } of pool) {
      if (fact.period === null || !isWholeYears(fact.period)) continue
      const key = `${fact.period.from}-${fact.period.to}`
      places.set(key, (places.get(key) ?? new Set()).add(fact.region))
    }
    const most = [...places].sort((a, b) => b[1].size - a[1].size || b[0].localeCompare(a[0]))[0]
    if (most !== undefined && most[1].size > 1) {
      const covered = most[1]
      pool = pool.filter(
        ({ fact }) =>
          (fact.period !== null && `${fact.period.from}-${fact.period.to}` === most[0]) ||
          (query.regions.includes(fact.region) && !covered.has(fact.region)),
      )
    }
  }
  const best = new Map<string, Match>()
  for (const match of pool) {
    const known = best.get(match.fact.region)
    if (
      known === undefined ||
      match.score > known.score + 0.5 ||
      (match.score > known.score - 0.5 && newestFirst(match.fact, known.fact) < 0)
    )
      best.set(match.fact.region, match)
  }
  return [...best.values()].map(({ fact }) => fact)
}

/** Within one place every series is an entry, with its newest value. */
function perSeries(matches: readonly Match[]): Fact[] {
  const newest = new Map<string, Fact>()
  for (const { fact } of matches) {
    const key = seriesKey(fact)
    const known = newest.get(key)
    if (known === undefined || (fact.period?.to ?? 0) > (known.period?.to ?? 0)) newest.set(key, fact)
  }
  return [...newest.values()]
}

const classOf = ({ quantity }: Fact): string => quantity!.unit

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0]
}

const SHOWN = 10

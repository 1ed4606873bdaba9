/** Places (or the things of one place) in order of a value. */
import type { Fact } from '../facts/fact.ts'
import { isWholeYears } from '../facts/period.ts'
import type { Answer, Caveat } from './answer.ts'
import type { Desk } from './answerer.ts'
import { contradicting, inTellingOrder } from './choose.ts'
import { containments, differencesOf } from './comparable.ts'
import type { Match } from './match.ts'
import { measureKey, seriesKey } from './series.ts'

export function rank(desk: Desk): Answer {
  const { query, vocabulary } = desk
  // the largest project is not told by how many there are
  if (query.only?.includes('single') === true) return desk.nothing()
  const matches = desk.find().filter(({ fact }) => fact.quantity !== undefined)
  if (matches.length === 0) return desk.nothing()
  // one unit class: growth rates and amounts are never in one order
  const unit = mostFrequent(matches.map(({ fact }) => classOf(fact)))
  const leading = classOf(matches[0]!.fact)
  const alike = matches.filter(
    ({ fact }) => classOf(fact) === (query.indicators.length === 0 ? unit : leading),
  )
  const within = query.regions.length === 1
  const picked = within ? perSeries(desk, alike) : perRegion(desk, alike)
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
  const disputed = shown.filter((fact) => contradicting(fact, seriesOf(fact, alike)).length > 0)
  if (disputed.length > 0)
    caveats.push({ kind: 'disputed', regions: [...new Set(disputed.map(({ region }) => region))] })
  if (query.regions.length === 0 && isIncomplete(desk, sorted))
    caveats.push({ kind: 'known-only', region: query.within ?? CHINA })
  if (sorted.length > from + shown.length)
    caveats.push({ kind: 'cut', shown: from + shown.length, total: sorted.length })
  return { kind: 'ranking', ...desk.common(shown, caveats), groups: [shown], comparable: differ.length === 0 }
}

/** Whether a place of the level that was asked for (else of that of those found) has no fact among these. */
function isIncomplete({ query, vocabulary }: Desk, facts: readonly Fact[]): boolean {
  const level = query.level ?? vocabulary.regions.get(facts[0]!.region)?.level
  const known = new Set(facts.map(({ region }) => region))
  const within = query.within ?? CHINA
  for (const { code, level: its } of vocabulary.regions.values())
    if (its === level && !known.has(code) && vocabulary.regionAncestors(code).includes(within)) return true
  return false
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
  return oneEach(pool, ({ region }) => region, newestFirst)
}

/** Within one place every series is an entry. */
const perSeries = ({ newestFirst }: Desk, matches: readonly Match[]): Fact[] =>
  oneEach(matches, seriesKey, newestFirst)

/** Of all facts with one key the one to tell, among those that say what was asked equally well. */
function oneEach(
  matches: readonly Match[],
  keyOf: (fact: Fact) => string,
  newestFirst: Desk['newestFirst'],
): Fact[] {
  const groups = new Map<string, Match[]>()
  for (const match of matches) {
    const group = groups.get(keyOf(match.fact))
    if (group === undefined) groups.set(keyOf(match.fact), [match])
    else group.push(match)
  }
  return [...groups.values()].map((group) => {
    const most = Math.max(...group.map(({ score }) => score))
    const close = group.filter(({ score }) => score > most - EQUAL).map(({ fact }) => fact)
    return inTellingOrder(close, newestFirst)[0]!
  })
}

const seriesOf = (fact: Fact, matches: readonly Match[]): Fact[] =>
  matches.map((match) => match.fact).filter((other) => seriesKey(other) === seriesKey(fact))

const classOf = ({ quantity }: Fact): string => quantity!.unit

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0]
}

/** Points within which two facts of a place say what was asked equally well. */
const EQUAL = 1.5
const SHOWN = 10
const CHINA = '100000'

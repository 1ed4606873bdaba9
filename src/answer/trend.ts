/** The values of one series through time. One point is no trend, and the answer says so. */
import type { Fact } from '../facts/fact.ts'
import type { Answer, Caveat } from './answer.ts'
import type { Desk } from './answerer.ts'
import { contradicting } from './choose.ts'
import { earlierValue } from './derived.ts'
import { ofBranches, otherwise } from './lookup.ts'
import { isPartYear, seriesKey, stretchOf } from './series.ts'

export function trend(desk: Desk): Answer {
  const matches = desk.find()
  if (matches.length === 0) return otherwise(desk)
  if (matches.every(({ part }) => part)) return ofBranches(desk, matches)
  const numeric = matches.filter(({ fact }) => fact.quantity !== undefined)
  if (numeric.length === 0)
    return {
      kind: 'list',
      ...desk.common(
        matches.slice(0, TOLD).map(({ fact }) => fact),
        [{ kind: 'one-point' }],
      ),
      total: matches.length,
    }
  // the series nearest to the question; of equally near ones the longest
  const series = new Map<string, { score: number; facts: Fact[] }>()
  for (const { fact, score } of numeric) {
    if (fact.status !== 'actual' && desk.query.status === undefined) continue
    const key = `${seriesKey(fact)}|${stretchOf(fact)}`
    const one = series.get(key)
    if (one === undefined) series.set(key, { score, facts: [fact] })
    else one.facts.push(fact)
  }
  const best = [...series.values()].sort((a, b) => weigh(b) - weigh(a))[0] ?? {
    score: 0,
    facts: [numeric[0]!.fact],
  }
  const points = [...best.facts].sort((a, b) => desk.newestFirst(b, a))
  const others = numeric
    .map(({ fact }) => fact)
    .filter((fact) => !points.includes(fact))
    .slice(0, OTHERS)
  const before = change(desk, points.at(-1)!)
  const facts = points.length > 1 ? [...points].reverse() : [points[0]!, ...others]
  const times = new Set(points.map(({ period }) => period?.to))
  const disputed = points.filter((point) => contradicting(point, points).length > 0)
  const doubts: Caveat[] =
    disputed.length > 0 ? [{ kind: 'sources-differ', facts: disputed.map(({ id }) => id) }] : []
  return {
    kind: 'trend',
    ...desk.common(facts, [
      ...doubts,
      ...(times.size > 1 || before !== null ? [] : [{ kind: 'one-point' } as const]),
    ]),
    ...(before === null ? {} : { derived: before.derived, facts: before.facts }),
    points,
  }
}

/** A single share with its distance to an earlier year makes two points, the earlier one derived. */
function change(desk: Desk, point: Fact): Pick<Answer, 'derived' | 'facts'> | null {
  if (point.period === null) return null
  const year = Math.floor(point.period.to / 12) - 1
  const period = { from: year * 12, to: year * 12 + 11, asOf: false }
  // "since 2018" asks for the years from then on; here the one year before the point is looked for
  const { since: _, ...open } = desk.query
  const known = desk.find({ ...open, regions: [point.region], periods: [period] })
  if (known.some(({ fact }) => seriesKey(fact) === seriesKey(point))) return null
  return earlierValue({
    ...desk,
    query: {
      ...open,
      regions: [point.region],
      industries: [point.industry],
      indicators: [point.indicator],
      periods: [period],
    },
  })
}

const weigh = ({ score, facts }: { score: number; facts: Fact[] }): number =>
  score +
  Math.min(new Set(facts.map(({ period }) => period?.to)).size, 8) * 1.5 -
  (isPartYear(facts[0]!) ? 1 : 0)

const TOLD = 6
const OTHERS = 5

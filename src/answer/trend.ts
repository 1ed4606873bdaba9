/** The values of one series through time. One point is no trend, and the answer says so. */
import type { Fact } from '../facts/fact.ts'
import type { Answer, Caveat } from './answer.ts'
import type { Desk } from './answerer.ts'
import { contradicting, isSameTime } from './choose.ts'
import { earlierValue } from './derived.ts'
import { ofBranches, otherwise } from './lookup.ts'
import type { Match } from './match.ts'
import { isPartYear, seriesKey, stretchOf } from './series.ts'

export function trend(desk: Desk): Answer {
  const matches = withPartYears(desk, desk.find())
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
  const rest = numeric.map(({ fact }) => fact).filter((fact) => !points.includes(fact))
  const others = rest.slice(0, OTHERS)
  const before = change(desk, points.at(-1)!)
  const key = seriesKey(points[0]!)
  // beside half years drawn as the line, or beside two years alone, stands what else is known
  const isShort = isPartYear(points[0]!) || new Set(points.map(({ period }) => period?.to)).size < LONG
  const beside = (isShort ? rest : [])
    .filter((fact) => seriesKey(fact) === key && fact.status === points[0]!.status)
    .filter((fact, i, all) => all.findIndex((other) => isSameFigure(other, fact)) === i)
    .sort(desk.newestFirst)
    .slice(0, OTHERS)
  const facts = points.length > 1 ? [...[...points].reverse(), ...beside] : [points[0]!, ...others]
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

/** 2021至2024走势: where hardly a whole year of several is known, their quarters and halves are told. */
function withPartYears(desk: Desk, matches: Match[]): Match[] {
  const { query } = desk
  const [period, ...more] = query.periods
  if (period === undefined || more.length > 0 || query.since === true || period.to - period.from < TWO_YEARS)
    return matches
  if (new Set(matches.map(({ fact }) => fact.period?.to)).size > 1) return matches
  // an average over just these years was what was asked for
  if (matches.some(({ fact }) => fact.period?.from === period.from && fact.period.to === period.to))
    return matches
  return desk.find({ ...query, since: true }).filter(({ fact }) => (fact.period?.to ?? 0) <= period.to)
}

/** "How did it change from 2012 to 2021", "how many times as much": the values themselves, where no source says by how much. */
export function overTime(desk: Desk): Answer | null {
  const { query } = desk
  const isMany = query.unit === 'times'
  if (!isMany && !(query.indicators.length > 0 && query.indicators.every((id) => OF_CHANGE.test(id))))
    return null
  const { unit: _, ...open } = query
  const levels = query.indicators.map((id) => id.replace(/\..*$/, '.level'))
  const answer = trend({
    ...desk,
    query: { ...(isMany ? open : query), intent: 'trend', indicators: levels },
    find: (asked = { ...(isMany ? open : query), indicators: levels }) => desk.find(asked),
  })
  return answer.kind === 'trend' && answer.points.length > 1 ? answer : null
}

const OF_CHANGE = /^[^*].*\.change\|growth$/

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

const isSameFigure = (a: Fact, b: Fact): boolean =>
  isSameTime(a, b) && a.quantity?.value === b.quantity?.value

/** The longer the better, and whole years before parts of them as soon as there are two. */
function weigh({ score, facts }: { score: number; facts: Fact[] }): number {
  const times = new Set(facts.map(({ period }) => period?.to)).size
  const isPart = isPartYear(facts[0]!)
  return score + Math.min(times, 8) * 1.5 + (isPart ? -1 : times > 1 ? WHOLE : 0)
}

/** Points by which two whole years outweigh a longer row of quarters. */
const WHOLE = 4

const TOLD = 6
/** From so many years on a line speaks for itself. */
const LONG = 3
/** Months from the first to the last of two years. */
const TWO_YEARS = 23
const OTHERS = 5

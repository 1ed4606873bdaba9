/** How a fact's period meets the one asked for, and which months it must end in to meet it at all. */
import type { Span } from '../facts/base.ts'
import type { Period } from '../facts/period.ts'
import type { Query } from '../facts/query.ts'

export type PeriodFit = 'unasked' | 'exact' | 'moment' | 'point'

/** What a fit costs, in the points of a match. */
export const PERIOD_COST: Readonly<Record<PeriodFit, number>> = { unasked: 0, exact: 0, moment: 1, point: 4 }

export function fitOf(
  from: number,
  to: number,
  asOf: boolean,
  asked: Period,
  since: boolean,
): PeriodFit | null {
  if (asked.asOf && asked.from === asked.to) {
    // until then: a stock counted in that month, or what came together since January
    return to === asked.to && (asOf || (from % 12 === 0 && to - from < 12)) ? 'exact' : null
  }
  if (asked.to < 12) {
    // months of any year
    return from % 12 === asked.from && to - from === asked.to - asked.from ? 'exact' : null
  }
  if (since) return from >= asked.from ? 'exact' : null
  if (from === asked.from && to === asked.to) return 'exact'
  if (from >= asked.from && to <= asked.to) {
    if (asOf) return 'moment'
    // of several years asked for, whole years are points; months never stand in for their year
    return asked.to - asked.from > 12 && from % 12 === 0 && to % 12 === 11 ? 'point' : null
  }
  return null
}

/** The months in which every fact that meets the query's periods ends; undefined where any month may do. */
export function endsOf({ periods, since }: Query): Span | undefined {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const { from, to } of periods) {
    // months of any year
    if (to < 12) return undefined
    if (from < first) first = from
    if (to > last) last = to
  }
  return periods.length === 0 ? undefined : { first, last: since === true ? Number.POSITIVE_INFINITY : last }
}

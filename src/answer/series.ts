/** Facts that measure the same thing of the same place at different times: what a trend is drawn from. */
import type { Fact } from '../facts/fact.ts'
import { isWholeYears } from '../facts/period.ts'

/** Equal for facts of one series: place, industry, indicator, basis, subject, scope, company and unit. */
export const seriesKey = (fact: Fact): string =>
  `${fact.region}|${measureKey(fact)}|${fact.scope?.en.replace(/\d[\d.,]*/g, '#') ?? ''}`

/** The same without the place and the source's own limits: what two places are compared by. */
export function measureKey({ industry, indicator, basis, subject, organisations, quantity }: Fact): string {
  const against = basis === undefined ? '' : `${basis.kind}:${basis.of?.en ?? ''}:${basis.years ?? ''}`
  const whose = organisations.length === 0 ? '' : organisations.join('+')
  return `${industry}|${indicator}|${against}|${subject?.en ?? ''}|${whose}|${quantity?.unit ?? ''}`
}

/** Years stand beside years, the first quarters beside first quarters; stocks are counted at any moment. */
export function stretchOf({ period, basis }: Fact): string {
  if (period === null) return 'none'
  if (period.asOf || basis?.kind === 'cumulative') return 'stock'
  if (isWholeYears(period)) return `years:${(period.to - period.from + 1) / 12}`
  return `months:${period.from % 12}+${period.to - period.from}`
}

/** Newest first; of one period the newest source first. `sourceDate` is the ISO date of a fact's source. */
export const newestFirst =
  (sourceDate: (fact: Fact) => string) =>
  (a: Fact, b: Fact): number =>
    (b.period?.to ?? -1) - (a.period?.to ?? -1) ||
    (b.period?.from ?? -1) - (a.period?.from ?? -1) ||
    sourceDate(b).localeCompare(sourceDate(a))

/** A part of a year (a flow over some months) says less than a whole year and never stands in for it unasked. */
export const isPartYear = (fact: Fact): boolean => stretchOf(fact).startsWith('months:')

/** Whether two figures for the same thing can both be true: 'nearly 1.5 trillion' and 1.492 trillion can. */
export function sameWithin(a: Fact, b: Fact): boolean {
  if (a.quantity === undefined || b.quantity === undefined) return false
  return fits(a.quantity, b.quantity.value) && fits(b.quantity, a.quantity.value)
}

function fits({ bound, value }: NonNullable<Fact['quantity']>, other: number): boolean {
  const slack = Math.abs(value) * ROUGH
  if (bound === 'exact') return Math.abs(other - value) <= slack
  if (bound === 'over') return other >= value - 1e-9 && other <= value + slack
  if (bound === 'nearly' || bound === 'up-to') return other <= value + 1e-9 && other >= value - slack
  return Math.abs(other - value) <= slack
}

/** A rounded figure ("nearly", "over") is within a twentieth of what it rounds. */
const ROUGH = 0.05

/** Values worked out from facts, always with their arithmetic and never as if a source had said them. */
import { yearPeriod } from '../facts/period.ts'
import type { Answer, Derived } from './answer.ts'
import type { Desk } from './answerer.ts'

/**
 * An earlier value that a source gives by the distance: 31.8 percent, 3.1 points above 2018, makes 28.7 for 2018.
 * Only when the asked year is the one the points are measured against.
 */
export function earlierValue(desk: Desk): Answer | null {
  const { query } = desk
  const [period, ...more] = query.periods
  if (period === undefined || more.length > 0 || query.regions.length === 0) return null
  const year = Math.floor(period.from / 12)
  const asked = yearPeriod(year)
  if (period.from !== asked.from || period.to !== asked.to) return null
  const open = { ...query, periods: [] }
  for (const { fact } of desk.find(open)) {
    if (fact.quantity === undefined || fact.period === null || fact.period.from <= asked.to) continue
    const { base, measure } = desk.vocabulary.splitIndicator(fact.indicator)
    if (measure === null) continue
    const distances = desk.find({ ...open, industries: [fact.industry], indicators: [`${base}.change`] })
    const distance = distances.find(
      ({ fact: points }) =>
        points.basis?.kind === 'points' &&
        points.basis.of?.en === String(year) &&
        points.quantity?.unit === 'percentage-points' &&
        points.period?.to === fact.period?.to &&
        points.source === fact.source,
    )?.fact
    if (distance?.quantity === undefined) continue
    const derived: Derived = {
      kind: 'earlier',
      value: tidy(fact.quantity.value - distance.quantity.value),
      unit: fact.quantity.unit,
      terms: [fact.quantity.value, '-', distance.quantity.value],
      facts: [fact.id, distance.id],
      period: String(year),
    }
    return { kind: 'found', ...desk.common([fact, distance]), derived: [derived], series: [], others: [] }
  }
  return null
}

export const tidy = (value: number): number => Number(value.toPrecision(12))

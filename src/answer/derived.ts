/** Values worked out from facts, always with their arithmetic and never as if a source had said them. */
import type { Fact } from '../facts/fact.ts'
import { yearPeriod } from '../facts/period.ts'
import { emptyQuery } from '../facts/query.ts'
import type { Answer, Derived } from './answer.ts'
import type { Desk } from './answerer.ts'
import { exactOf, inTellingOrder, isSameTime } from './choose.ts'

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
  if (desk.base.measures.find('change') === undefined) return null
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

/** "How many yuan of it go to emerging industries": 55 percent of 489.6 billion, both from one source. */
export function partValue(desk: Desk): Answer | null {
  const { query } = desk
  const amount = query.unit === 'yuan' || query.indicators.some((id) => id.endsWith('.level'))
  const partOfQuoted = query.quoted.length > 0 && query.indicators.some((id) => id.endsWith('.share'))
  if (!amount && !partOfQuoted) return null
  // only of what was asked for: the share of an investment says nothing of R&D
  const ofInvestment = (id: string) => {
    const { base } = desk.vocabulary.splitIndicator(id)
    return (
      base === '*' ||
      base
        .split('|')
        .some(
          (one) =>
            desk.vocabulary.baseIsA(one, 'investment') || desk.vocabulary.baseIsA('project-investment', one),
        )
    )
  }
  if (!query.indicators.every(ofInvestment)) return null
  if (query.regions.length !== 1) return null
  const { unit: _, ...bare } = query
  const open = { ...bare, quoted: [] }
  const shares = desk.find({ ...open, indicators: ['*.share'] }).map(({ fact }) => fact)
  for (const share of shares) {
    if (share.quantity?.unit !== 'percent' || share.basis?.kind !== 'share') continue
    const part = partOf(desk, share)
    if (part === null) continue
    // "what part of the 489.6 billion": the whole must be the one that was named
    if (query.quoted.some(({ value }) => value !== part.terms[0] && value !== share.quantity?.value)) continue
    const whole = desk.base.byId(part.facts[1]!)!
    return { kind: 'found', ...desk.common([share, whole]), derived: [part], series: [], others: [] }
  }
  return null
}

/** "NEV share of car output": two figures of one place and time, of an industry and of one it belongs to. */
export function shareOfWhole(desk: Desk): Answer | null {
  const { query, vocabulary } = desk
  const [indicator, ...more] = query.indicators
  if (indicator === undefined || more.length > 0 || query.any === true) return null
  const { base, measure } = vocabulary.splitIndicator(indicator)
  if (measure !== 'share' || query.regions.length !== 1 || query.words.length + query.quoted.length > 0)
    return null
  const [one, other, ...others] = query.industries
  if (one === undefined || other === undefined || others.length > 0) return null
  const [part, whole] = vocabulary.industryIsA(one, other) ? [one, other] : [other, one]
  if (!vocabulary.industryIsA(part, whole) || base === '*') return null
  const { unit: _, ...open } = query
  for (const id of base.split('|')) {
    const valuesOf = (industry: string): Fact[] =>
      desk
        .find({ ...open, industries: [industry], indicators: [`${id}.level`] })
        .map(({ fact }) => fact)
        .filter((fact) => fact.industry === industry && isPlainLevel(fact, id))
        .sort(desk.newestFirst)
    const wholes = valuesOf(whole)
    const parts = valuesOf(part)
    if (wholes.length === 0 || parts.length === 0) continue
    for (const top of inTellingOrder(parts, desk.newestFirst)) {
      const same = wholes.filter(
        (fact) => isSameTime(fact, top) && fact.quantity!.unit === top.quantity!.unit,
      )
      if (same.length === 0) continue
      const bottom = exactOf(same)
      if (bottom.quantity!.value <= 0) continue
      const derived: Derived = {
        kind: 'share',
        value: tidy((top.quantity!.value / bottom.quantity!.value) * 100),
        unit: 'percent',
        per: top.quantity!.unit,
        terms: [top.quantity!.value, '/', bottom.quantity!.value],
        facts: [top.id, bottom.id],
        bound: 'about',
      }
      return { kind: 'found', ...desk.common([top, bottom]), derived: [derived], series: [], others: [] }
    }
  }
  return null
}

/** An amount of the industry as a whole, that happened. */
const isPlainLevel = ({ indicator, quantity, subject, scope, organisations, status }: Fact, base: string) =>
  indicator === base &&
  quantity !== undefined &&
  subject === undefined &&
  scope === undefined &&
  organisations.length === 0 &&
  status === 'actual'

/** What a share of an investment comes to, where the same source gives the whole. */
export function partOf(desk: Desk, share: Fact): Derived | null {
  const { base, measure } = desk.vocabulary.splitIndicator(share.indicator)
  if (
    measure !== 'share' ||
    share.quantity?.unit !== 'percent' ||
    !desk.vocabulary.baseIsA(base, 'investment')
  )
    return null
  const whole = desk
    .find({ ...emptyQuery('lookup'), regions: [share.region], indicators: [base] })
    .map(({ fact }) => fact)
    .find(
      (fact) =>
        fact.source === share.source &&
        fact.indicator === base &&
        fact.industry !== share.industry &&
        fact.quantity?.unit === 'yuan' &&
        fact.period?.to === share.period?.to &&
        fact.status === share.status,
    )
  if (whole?.quantity === undefined) return null
  return {
    kind: 'part',
    value: tidy((whole.quantity.value * share.quantity.value) / 100),
    unit: 'yuan',
    terms: [whole.quantity.value, '*', share.quantity.value, '/', 100],
    facts: [share.id, whole.id],
    bound: share.quantity.bound === 'exact' ? whole.quantity.bound : share.quantity.bound,
  }
}

export const tidy = (value: number): number => Number(value.toPrecision(12))

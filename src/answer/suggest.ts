/** What to ask next, each known to have an answer: the figure over time, beside other places, its sources, all of the place. */
import type { FactBase } from '../facts/base.ts'
import { type Fact, type RegionCode, STATUSES } from '../facts/fact.ts'
import { emptyQuery, type Intent, type Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { measureKey, stretchOf } from './series.ts'

export interface Suggestion {
  query: Query
  /** Places the figure would stand beside. */
  regions: readonly RegionCode[]
}

export function suggestionsFor(
  { base, vocabulary }: { base: FactBase; vocabulary: Vocabulary },
  fact: Fact,
  series: readonly Fact[],
): Suggestion[] {
  const suggested: Suggestion[] = []
  const suggest = (intent: Intent, more: Partial<Query>, regions: readonly RegionCode[] = []) =>
    suggested.push({ query: { ...emptyQuery(intent), ...more }, regions })
  const same = {
    regions: [fact.region],
    industries: [fact.industry],
    indicators: [fact.indicator],
    organisations: fact.organisations,
    ...(fact.status === 'actual' ? {} : { status: fact.status }),
  }
  const periods = fact.period === null ? [] : [{ ...fact.period, asOf: false }]
  if (fact.quantity !== undefined) {
    if (series.some((other) => isPointBeside(other, fact))) suggest('trend', same)
    const beside = besides(base, vocabulary, fact)
    if (beside.length > 0) suggest('compare', { ...same, regions: [fact.region, ...beside], periods }, beside)
  }
  suggest('sources', { ...same, periods })
  return suggested
}

/** A second point of one trend: the same status and kind of stretch, at another time. */
const isPointBeside = (other: Fact, fact: Fact): boolean =>
  other.quantity !== undefined &&
  other.status === fact.status &&
  stretchOf(other) === stretchOf(fact) &&
  other.period?.to !== fact.period?.to

/** Places of the same level with the same measure at the same time, in the order of the base. */
function besides(base: FactBase, vocabulary: Vocabulary, fact: Fact): RegionCode[] {
  // a company's figure, one about a part with a name of its own, or within limits of its own, has nothing beside it
  const { period, subject, organisations, scope } = fact
  if (period === null || subject !== undefined || scope !== undefined || organisations.length > 0) return []
  const named = vocabulary.splitIndicator(fact.indicator)
  const industry = base.industries.find(fact.industry)
  const indicator = base.bases.find(named.base)
  const measure = base.measures.find(named.measure ?? '')
  if (industry === undefined || indicator === undefined) return []
  const own = base.regions.find(fact.region)
  const level = vocabulary.regions.get(fact.region)?.level
  const status = STATUSES.indexOf(fact.status)
  const key = measureKey(fact)
  const stretch = stretchOf(fact)
  const found: RegionCode[] = []
  let looked = 0
  for (const at of base.ofPair(industry, indicator, { first: period.to, last: period.to })) {
    if (base.fromOf(at) !== period.from) continue
    if (++looked > LOOKED_AT) break
    // numbers first: a fact is only made where they agree
    if (base.statusOf(at) !== status || base.measureOf(at) !== measure || !base.hasQuantity(at)) continue
    if (base.regionOf(at) === own || base.isLimited(at)) continue
    const region = base.regions.name(base.regionOf(at))
    if (found.includes(region) || vocabulary.regions.get(region)?.level !== level) continue
    const other = base.fact(at)
    if (measureKey(other) !== key || stretchOf(other) !== stretch) continue
    if (found.push(region) === PLACES) break
  }
  return found
}

/** Side by side on a phone: more is a ranking. */
const PLACES = 3
/** Of a large base only so many facts of one moment are looked at: this is an offer, not an answer. */
const LOOKED_AT = 40

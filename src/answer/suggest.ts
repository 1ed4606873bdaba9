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
  const industry = base.industries.find(fact.industry)
  const indicator = base.bases.find(vocabulary.splitIndicator(fact.indicator).base)
  // a company's figure, one about a part with a name of its own, or within limits of its own, has nothing beside it
  const { period, subject, organisations, scope } = fact
  if (industry === undefined || indicator === undefined || period === null) return []
  if (subject !== undefined || scope !== undefined || organisations.length > 0) return []
  const level = vocabulary.regions.get(fact.region)?.level
  const key = measureKey(fact)
  const stretch = stretchOf(fact)
  const found: RegionCode[] = []
  let looked = 0
  for (const at of base.ofPair(industry, indicator, { first: period.to, last: period.to })) {
    if (base.from[at] !== period.from) continue
    if (++looked > LOOKED_AT) break
    const region = base.regions.name(base.region[at]!)
    if (region === fact.region || found.includes(region)) continue
    if (vocabulary.regions.get(region)?.level !== level) continue
    if (STATUSES[base.status[at]!] !== fact.status || !base.hasQuantity(at)) continue
    const other = base.fact(at)
    if (other.scope !== undefined || measureKey(other) !== key || stretchOf(other) !== stretch) continue
    if (found.push(region) === PLACES) break
  }
  return found
}

/** Side by side on a phone: more is a ranking. */
const PLACES = 3
/** Of a large base only so many facts of one moment are looked at: this is an offer, not an answer. */
const LOOKED_AT = 40

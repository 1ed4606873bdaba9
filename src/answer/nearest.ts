/**
 * When nothing agrees: which part of the question no fact agrees with, and the nearest facts, each with the
 * dimensions in which it differs. They are offered apart and are never the answer.
 */
import type { Fact } from '../facts/fact.ts'
import type { Query } from '../facts/query.ts'
import { ONLY_DIMENSION } from './agreement.ts'
import type { Dimension, Near } from './answer.ts'
import type { Finder } from './find.ts'
import type { Match } from './match.ts'

export interface Nearest {
  missing: Dimension[]
  nearest: Near[]
}

/** Loosens one dimension at a time, then two; the first loosening that finds something names what is missing. */
export function nearestTo(query: Query, finder: Finder): Nearest {
  const asked = DIMENSIONS.filter((dimension) => isAsked(query, dimension))
  const near = new Map<string, Near>()
  const missing: Dimension[] = []
  const add = (ignored: readonly Dimension[]) => {
    // with enough to offer, all that is left to learn is whether this was what is missing
    const isFull = near.size >= MOST
    const ignore = new Set(ignored)
    const matches = finder.find({ ...query, intent: 'lookup' }, { ignore, enough: isFull ? 1 : ENOUGH })
    if (isFull) return matches.length > 0
    // of an unknown district its own city is nearer than any other place
    const around = ignored.includes('region') ? finder.around(query, { ignore }) : []
    let added = 0
    const inOrder = ignored.includes('period') ? byTime(matches, query) : matches
    for (const { fact } of around.length === 0 ? inOrder : [...around, ...inOrder]) {
      // to ask a match for its fact takes longer than all else here
      if (near.size >= MOST) break
      // the same figure told by two sources is one thing to offer
      if ([...near.values()].some(({ fact: other }) => isSame(fact, other))) continue
      near.set(fact.id, { fact, differs: ignored })
      if (++added === PER_LOOSENING) break
    }
    return matches.length > 0
  }
  // the same thing by another measure, or what it is a part of, is nearer than any other indicator
  const alike = query.indicators.map((id) => id.split('.')[0]!).filter((id) => id !== '*')
  if (alike.length > 0 && alike.join() !== query.indicators.join()) {
    for (const { fact } of finder
      .find({ ...query, intent: 'lookup', indicators: alike })
      .slice(0, PER_LOOSENING)) {
      near.set(fact.id, { fact, differs: ['indicator'] })
    }
  }
  // parts of a year, where a whole one was asked for
  for (const dimension of new Set(query.only?.map((one) => ONLY_DIMENSION[one])))
    if (add([dimension])) return { missing: [dimension], nearest: [...near.values()] }
  // what agrees in everything, and was still no answer: the figure of a part, a part of a year, a place's for a company's
  const agreeing = finder.find({ ...query, intent: 'lookup' }, { enough: ENOUGH })
  if (agreeing.length > 0) {
    const why = agreeing.every(({ part, fact }) => part || fact.subject !== undefined)
      ? 'industry'
      : query.intent === 'rank'
        ? 'organisation'
        : 'period'
    for (const { fact } of agreeing.slice(0, PER_LOOSENING)) near.set(fact.id, { fact, differs: [why] })
    return { missing: [why], nearest: [...near.values()] }
  }
  if (query.words.length > 0) {
    // words that no fact holds say nothing of what is near; and to look for them in every text takes long
    if (add(['words'])) return { missing: ['words'], nearest: [...near.values()] }
    const rest = nearestTo({ ...query, words: [] }, finder)
    return {
      missing: ['words', ...rest.missing],
      nearest: rest.nearest.map(({ fact, differs }) => ({ fact, differs: [...differs, 'words'] })),
    }
  }
  for (const dimension of asked) if (add([dimension])) missing.push(dimension)
  if (missing.length === 0) {
    for (const [i, first] of asked.entries()) {
      for (const second of asked.slice(i + 1)) {
        if (near.size < MOST && add([first, second])) missing.push(first, second)
      }
    }
  }
  if (missing.length === 0) {
    // nothing near: offer what is known of the place, or of the industry
    for (const kept of ['region', 'industry', 'organisation'] as const) {
      if (asked.includes(kept) && near.size === 0) add(asked.filter((dimension) => dimension !== kept))
    }
  }
  return { missing: missing.length > 0 ? [...new Set(missing)] : asked, nearest: [...near.values()] }
}

/** Of facts that agree but for the period, those nearest in time. */
function byTime(matches: readonly Match[], { periods }: Query): Match[] {
  const asked = periods[0]?.to
  if (asked === undefined) return [...matches]
  const best = matches[0]?.score ?? 0
  const away = ({ endsIn }: Match) => (endsIn === null ? Number.POSITIVE_INFINITY : Math.abs(endsIn - asked))
  return matches.filter(({ score }) => score > best - CLOSE).sort((a, b) => away(a) - away(b))
}

const isSame = (a: Fact, b: Fact): boolean =>
  a.id === b.id ||
  (a.region === b.region &&
    a.indicator === b.indicator &&
    a.industry === b.industry &&
    a.quantity !== undefined &&
    a.quantity.value === b.quantity?.value &&
    a.period?.to === b.period?.to)

function isAsked(query: Query, dimension: Dimension): boolean {
  if (query.only?.some((one) => ONLY_DIMENSION[one] === dimension) === true) return true
  if (dimension === 'region') return query.regions.length > 0 || query.within !== undefined
  if (dimension === 'industry') return query.industries.length > 0
  if (dimension === 'indicator') return query.indicators.length > 0
  if (dimension === 'organisation') return query.organisations.length > 0
  if (dimension === 'period') return query.periods.length > 0
  if (dimension === 'status') return query.status !== undefined
  if (dimension === 'unit') return query.unit !== undefined
  if (dimension === 'amount') return query.filter !== undefined || query.quoted.length > 0
  if (dimension === 'level') return query.level !== undefined
  return query.words.length > 0
}

/** In the order in which they are given up: the place last. */
const DIMENSIONS: readonly Dimension[] = [
  'period',
  'status',
  'unit',
  'amount',
  'words',
  'indicator',
  'organisation',
  'industry',
  'level',
  'region',
]
const CLOSE = 12
/** So many are looked at for the nearest; of a million facts not all. */
const ENOUGH = 100
const PER_LOOSENING = 2
const MOST = 5

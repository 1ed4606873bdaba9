/**
 * When nothing agrees: which part of the question no fact agrees with, and the nearest facts, each with the
 * dimensions in which it differs. They are offered apart and are never the answer.
 */
import type { Query } from '../facts/query.ts'
import type { Dimension, Near } from './answer.ts'
import type { Finder } from './find.ts'

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
    const matches = finder.find({ ...query, intent: 'lookup' }, { ignore: new Set(ignored) })
    for (const { fact } of matches.slice(0, PER_LOOSENING)) {
      if (near.size < MOST && !near.has(fact.id)) near.set(fact.id, { fact, differs: ignored })
    }
    return matches.length > 0
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

function isAsked(query: Query, dimension: Dimension): boolean {
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
const PER_LOOSENING = 2
const MOST = 5

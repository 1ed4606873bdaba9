/**
 * Sides that differ in more than the place, though no word of comparison parts them: "Jining in 2023 and Heze in 2022",
 * where each place has its own time, and "the goal against the outcome", where one thing is asked for twice.
 */
import type { Status } from '../facts/fact.ts'
import type { Query } from '../facts/query.ts'
import { isJoint } from './compose/cue-spans.ts'
import type { Composed } from './compose.ts'
import type { Span } from './segment.ts'

/** Each place with its own time and status; null where they share one. */
export function sidesInTime(
  query: Query,
  spans: readonly Span[],
  read: (part: readonly Span[]) => Composed,
): Query[] | null {
  if (query.regions.length < 2 || query.periods.length < 2 || query.sides !== undefined) return null
  const parts = partsOf(spans).map((part) => read(part).draft)
  const placed = parts.filter(({ regions }) => regions.length > 0)
  const isOwn = placed.every(({ regions, periods }) => regions.length === 1 && periods.length === 1)
  const isElsewhere = parts.some(({ regions, periods }) => regions.length === 0 && periods.length > 0)
  if (!isOwn || isElsewhere || placed.length !== query.regions.length) return null
  // what stands beside the first place, or beside none, belongs to all
  const ownWords = new Set(placed.slice(1).flatMap(({ words }) => words))
  const shared = query.words.filter((word) => !ownWords.has(word))
  const { status: _, sides: __, since: ___, ...open } = query
  return placed.map(({ regions, periods, status, words }, i) => ({
    ...open,
    intent: 'lookup',
    regions,
    periods,
    words: i === 0 ? shared : [...new Set([...shared, ...words])],
    ...(status === undefined ? {} : { status }),
  }))
}

/** What was aimed at and what came of it, where both are named side by side. */
export function sidesOfStatus(query: Query, spans: readonly Span[]): Query[] | null {
  if (query.status !== undefined || query.sides !== undefined || query.regions.length > 1) return null
  if (query.indicators.length === 0 || (query.intent !== 'compare' && query.intent !== 'lookup')) return null
  const actual = spans.findIndex((span) => isCue(span, 'status:actual'))
  for (const status of ['target', 'planned'] as const) {
    const ahead = spans.findIndex((span) => isCue(span, `status:${status}`))
    if (ahead < 0 || actual < 0) continue
    const between = spans.slice(Math.min(ahead, actual) + 1, Math.max(ahead, actual))
    if (between.length > APART || !between.some((span) => isJoint(span) || AGAINST.test(span.text))) continue
    const sides: Status[] = [status, 'actual']
    return sides.map((one) => ({ ...query, intent: 'lookup', status: one }))
  }
  return null
}

/** The spans between commas, colons and "and". */
function partsOf(spans: readonly Span[]): Span[][] {
  const parts: Span[][] = [[]]
  for (const span of spans) {
    if (isCue(span, 'joint:and') || MARK.test(span.text)) parts.push([])
    else parts.at(-1)!.push(span)
  }
  return parts.filter((part) => part.length > 0)
}

const isCue = ({ meaning }: Span, cue: string): boolean =>
  meaning.kind === 'names' && meaning.entities.some(({ kind, id }) => kind === 'cue' && id === cue)

const MARK = /^[,，、;；:：]$/
const AGAINST = /^(?:against|versus|vs\.?|beside|compared|alongside|with|to|对|比|对比)$/
/** Spans between the two words at most. */
const APART = 4

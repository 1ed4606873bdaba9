/** What stands beside or between names: whether a span is a certain cue, whether names are joined by "and". */
import type { Span } from '../segment.ts'
import type { Named } from './draft.ts'

/** Whether one of these cues, or one of these marks, is what the span may mean. */
const isCue = (span: Span, cues: ReadonlySet<string>): boolean =>
  span.meaning.kind === 'names'
    ? span.meaning.entities.some(({ kind, id }) => kind === 'cue' && cues.has(id))
    : span.meaning.kind === 'mark' && cues.has(span.text)

/** Whether it is a word beside which a number says how many are wanted: "5 largest", "10 cities". */
export const isOrder = (span: Span | undefined): boolean => span !== undefined && isCue(span, ORDERS)

/** Whether it joins things of which one is asked for: "or", 还是. */
export const isOr = (span: Span): boolean => isCue(span, OR)

/** Whether it joins two names: "and", "or", "versus", a comma. */
export const isJoint = (span: Span): boolean => isCue(span, JOINING)

/** Whether such a joint stands between each of the names; a comma alone counts only where `commas` says so. */
export function isCoordinated(named: readonly Named[], spans: readonly Span[], commas = true): boolean {
  for (let i = 1; i < named.length; i++) {
    if (!joinsBetween(spans, named[i - 1]!.at + 1, named[i]!.at, commas)) return false
  }
  return true
}

function joinsBetween(spans: readonly Span[], from: number, to: number, commas: boolean): boolean {
  for (let at = from; at < to; at++) {
    const span = spans[at]!
    if (isJoint(span) && (!COMMA.test(span.text) || (commas && !ASKS.has(spans[at + 1]!.text)))) return true
  }
  return false
}

/** "exports and imports", "Jining vs Dongying", 进口、出口 */
const JOINING: ReadonlySet<string> = new Set([
  'joint:and',
  'joint:or',
  'intent:compare',
  'follow:and',
  ',',
  '/',
  '&',
  '、',
  '，',
  '+',
])
const OR: ReadonlySet<string> = new Set(['joint:or', 'intent:compare', '/'])
/** "5 largest", "10 cities" */
const ORDERS: ReadonlySet<string> = new Set([
  'order:highest',
  'order:lowest',
  'level:prefecture',
  'level:province',
])
/** ", what is": behind these words a comma parts clauses, it joins no names. */
const ASKS: ReadonlySet<string> = new Set(
  "what|what's|whats|what is|which|how|how much|how many|how big|how large|worth|costing".split('|'),
)
/** "investment, projects": may as well be one thing said twice. */
const COMMA = /^[,，]$/

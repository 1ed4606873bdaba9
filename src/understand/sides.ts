/**
 * "Volkswagen Hefei against Dongying offshore wind": a comparison of two things that differ in more than the place.
 * The words on each side of the joint are read as a question of their own; what one side leaves out, and the other
 * does not contradict, it takes from the whole.
 */
import type { Query } from '../facts/query.ts'
import type { Composed } from './compose.ts'
import type { Cue } from './cue.ts'
import type { Segmentation, Span } from './segment.ts'

/** The two sides of a comparison; null when the places alone (or nothing) tell the sides apart. */
export function sidesOf(
  query: Query,
  cues: ReadonlySet<Cue>,
  { spans }: Segmentation,
  read: (part: readonly Span[]) => Composed,
): Query[] | null {
  const chooses =
    query.any === true && (cues.has('ask:which') || cues.has('order:highest') || cues.has('order:lowest'))
  if (query.intent !== 'compare' && !chooses && !(query.intent === 'aggregate' && query.regions.length > 1))
    return null
  // three and more of one kind are an order, whatever word joins the last two
  if (query.intent === 'rank' && query.industries.length > 2) return null
  const joint = jointOf(spans)
  if (joint < 1 || joint >= spans.length - 1) return null
  const left = read(spans.slice(0, joint)).draft
  const right = read(spans.slice(joint + 1)).draft
  const differing = DIMENSIONS.filter((dimension) => {
    const a = left[dimension]
    const b = right[dimension]
    return a.length > 0 && b.length > 0 && a.join() !== b.join()
  })
  // "Dongying vs Jining technological projects": one side has nothing but the place, so the rest belongs to both
  const owns = ({ industries, indicators, organisations, quoted, words }: Query) =>
    industries.length + indicators.length + organisations.length + quoted.length + words.length > 0
  const named = [left, right].map(({ industries, indicators, quoted, words }) =>
    [industries, indicators, quoted.map(({ value }) => value), words].join('/'),
  )
  const apart =
    left.organisations.length + right.organisations.length > 0 ||
    (owns(left) && owns(right) && named[0] !== named[1])
  const placesOnly = differing.length === 1 && differing[0] === 'regions' && !(owns(left) && owns(right))
  if (!apart || placesOnly) return null
  if (isEmpty(left) || isEmpty(right)) return null
  const shared = (own: Query, other: Query): Query => {
    const taken: Query = { ...own, intent: 'lookup' }
    const placed = own.regions.length > 0 || own.organisations.length > 0
    return {
      ...taken,
      regions: placed ? own.regions : other.regions,
      industries:
        own.industries.length > 0 || placed || own.indicators.length > 0 ? own.industries : other.industries,
      indicators:
        own.indicators.length > 0 || own.organisations.length > 0 || own.industries.length > 0
          ? own.indicators
          : other.indicators,
      periods: own.periods.length > 0 ? own.periods : query.periods,
      ...(own.status === undefined && other.status === undefined && query.status !== undefined
        ? { status: query.status }
        : {}),
    }
  }
  const sides = [shared(left, right), shared(right, left)]
  // "investment in A and in B, which grew faster": the measure named once belongs to both
  const measures = new Set(sides.flatMap(({ indicators }) => indicators.map((id) => id.split('.')[1] ?? '')))
  const [measure] = [...measures].filter((one) => one !== '' && one !== 'level')
  if (measures.size < 2 || measure === undefined) return sides
  return sides.map((side) => ({
    ...side,
    indicators: side.indicators.map((id) => `${id.split('.')[0]}.${measure}`),
  }))
}

/** Where the comparison turns: "versus" and its like, else the "and" in the middle. */
function jointOf(spans: readonly Span[]): number {
  const turns = (span: Span, cue: string) =>
    span.meaning.kind === 'names' &&
    span.meaning.entities.some(({ kind, id }) => kind === 'cue' && id === cue)
  const strong = spans.findIndex(
    (span, at) => at > 0 && at < spans.length - 1 && turns(span, 'intent:compare') && !VERBS.test(span.text),
  )
  if (strong > 0) return strong
  return spans.findIndex((span, at) => at > 0 && (turns(span, 'joint:and') || turns(span, 'joint:or')))
}

const isEmpty = ({ regions, industries, indicators, organisations, periods, words }: Query): boolean =>
  regions.length +
    industries.length +
    indicators.length +
    organisations.length +
    periods.length +
    words.length ===
  0

const DIMENSIONS = ['regions', 'industries', 'indicators', 'organisations'] as const
/** Cues that open a comparison instead of standing between its sides. */
const VERBS = /^(?:compare|comparison|difference|比较|对比|how does)/

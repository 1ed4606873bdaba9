/** What is new since the last digest, as a reader would tell it: not rows that changed, but what became of a figure. */
import { contradicting } from '../answer/choose.ts'
import { newestFirst, seriesKey, stretchOf } from '../answer/series.ts'
import type { FactBase } from '../facts/base.ts'
import type { Fact } from '../facts/fact.ts'
import { readContent } from './fact-content.ts'
import type { FactChange } from './known-facts.ts'

export interface Change {
  /** realised: what was planned or aimed at is a result now. */
  kind: 'new' | 'revised' | 'realised' | 'withdrawn'
  /** As it is now; of a withdrawn one, as it was. */
  fact: Fact
  /** What stood there before: the former content, the plan, or the newest earlier value of the series. */
  before: Fact | null
  /** Figures of other sources for the same thing and time that say otherwise. */
  disputes: readonly Fact[]
}

/** What was known at one instant, however much later it is asked. */
export interface Known {
  /** Facts of a region. */
  ofRegion(region: string): Fact[]
  /** ISO date of a fact's source; '' where it has none. */
  dateOf(fact: Fact): string
}

export function knownIn(base: FactBase, later: readonly FactChange[] = []): Known {
  const changed = new Map(later.map((change) => [change.id, change]))
  return {
    ofRegion: (region) => [
      ...[...base.ofRegion(region)].flatMap((at) => asItWas(base.fact(at), changed)),
      // withdrawn since then, so known then
      ...later.flatMap(({ id, how, before }) => {
        const kept = how === 'withdrawn' ? readContent(id, before) : null
        return kept?.fact.region === region ? [kept.fact] : []
      }),
    ],
    dateOf: (fact) => base.sources.get(fact.source)?.date ?? '',
  }
}

/** None where it was not there yet. */
export function asItWas(fact: Fact, later: ReadonlyMap<string, FactChange>): Fact[] {
  const change = later.get(fact.id)
  if (change === undefined) return [fact]
  const before = readContent(fact.id, change.before)
  return before === null ? [] : [before.fact]
}

/** Changes that a reader would see, in no certain order. */
export function changesOf(entered: readonly FactChange[], known: Known): Change[] {
  const fresh = new Set(entered.filter(({ how }) => how === 'new').map(({ id }) => id))
  return entered.flatMap(({ id, before, after }): Change[] => {
    const was = readContent(id, before)?.fact ?? null
    const is = readContent(id, after)?.fact ?? null
    if (is === null) return was === null ? [] : [{ kind: 'withdrawn', fact: was, before: null, disputes: [] }]
    if (was !== null && isSameToRead(was, is)) return []
    const around = known
      .ofRegion(is.region)
      .filter((other) => other.id !== id && seriesKey(other) === seriesKey(is))
    const disputes =
      is.quantity === undefined ? [] : contradicting(is, around).filter(({ source }) => source !== is.source)
    const planned = is.status === 'actual' ? plannedFor(is, was === null ? around : [was]) : null
    if (planned !== null) return [{ kind: 'realised', fact: is, before: planned, disputes }]
    if (was !== null) return [{ kind: 'revised', fact: is, before: was, disputes }]
    const earlier = around.filter((other) => !fresh.has(other.id) && isEarlier(other, is))
    const [newest] = earlier.sort(newestFirst(known.dateOf))
    return [{ kind: 'new', fact: is, before: newest ?? null, disputes }]
  })
}

/**
 * By region and industry; within these what was revised first, then results of plans, then what is new. Where there are
 * more than `room`, those most worth telling come first as a group of their own: what became of figures known before,
 * then new figures, the newest first, then statements without a number.
 */
export function inOrder(changes: readonly Change[], known: Known, room: number): Change[] {
  const newest = newestFirst(known.dateOf)
  const weight = ({ kind, fact, disputes }: Change) =>
    (fact.quantity === undefined ? 0 : 2) + (kind !== 'new' ? 5 : disputes.length > 0 ? 4 : 0)
  const grouped = (some: Change[]) =>
    some.sort(
      (a, b) =>
        order(a.fact.region, b.fact.region) ||
        order(a.fact.industry, b.fact.industry) ||
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        weight(b) - weight(a) ||
        newest(a.fact, b.fact) ||
        order(a.fact.id, b.fact.id),
    )
  const byWeight = onceEach(
    [...changes].sort(
      (a, b) => weight(b) - weight(a) || newest(a.fact, b.fact) || order(a.fact.id, b.fact.id),
    ),
  )
  return [...grouped(byWeight.slice(0, room)), ...grouped(byWeight.slice(room))]
}

/** Two new facts that contradict each other are one line, which shows both. */
function onceEach(changes: readonly Change[]): Change[] {
  const shown = new Set<string>()
  return changes.flatMap((change) => {
    if (change.kind === 'new' && shown.has(change.fact.id)) return []
    const disputes = change.disputes.slice(0, DISPUTES_SHOWN)
    for (const { id } of [change.fact, ...disputes]) shown.add(id)
    return [{ ...change, disputes }]
  })
}

/** The newest value of the same stretch before this one: what a standing figure changed from. */
export function previousOf(fact: Fact, known: Known): Fact | null {
  if (fact.quantity === undefined) return null
  const earlier = known
    .ofRegion(fact.region)
    .filter((other) => other.id !== fact.id && seriesKey(other) === seriesKey(fact) && isEarlier(other, fact))
  return earlier.sort(newestFirst(known.dateOf))[0] ?? null
}

const plannedFor = (fact: Fact, candidates: readonly Fact[]): Fact | null =>
  candidates.find(
    ({ status, period, quantity }) =>
      (status === 'planned' || status === 'target') &&
      (quantity === undefined) === (fact.quantity === undefined) &&
      period !== null &&
      fact.period !== null &&
      period.from === fact.period.from &&
      period.to === fact.period.to,
  ) ?? null

const isEarlier = (other: Fact, fact: Fact): boolean =>
  other.quantity !== undefined &&
  other.status === fact.status &&
  other.period !== null &&
  fact.period !== null &&
  other.period.to < fact.period.to &&
  stretchOf(other) === stretchOf(fact)

/** How a source spells its amount, and from where a period was read, is seen by no reader of a digest. */
const isSameToRead = (a: Fact, b: Fact): boolean => JSON.stringify(readOf(a)) === JSON.stringify(readOf(b))

const readOf = ({ quantity, inferred: _, ...fact }: Fact): unknown => [
  Object.entries(fact).sort(([one], [other]) => order(one, other)),
  quantity === undefined ? null : [quantity.value, quantity.unit, quantity.bound, quantity.usd ?? null],
]

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const DISPUTES_SHOWN = 2
const KINDS: readonly Change['kind'][] = ['revised', 'realised', 'new', 'withdrawn']

/** What the steps of composing hand to each other: the parts a question was sorted into, the draft made of them. */
import type { Period } from '../../facts/period.ts'
import type { Filter, Query } from '../../facts/query.ts'
import type { Cue } from '../cue.ts'
import type { Span } from '../segment.ts'
import type { Signals } from '../signals.ts'
import type { Entity } from '../tree.ts'
import type { Link } from '../understanding.ts'

/** A query in the making. */
export type Draft = { -readonly [K in keyof Query]: Query[K] }

/**
 * The spans of a question, each as the one thing it was taken for. Later steps may move something to where it belongs:
 * the economy of "economic growth" becomes GDP.
 */
export interface Parts {
  /** The whole question, folded. */
  readonly text: string
  /** Which patterns may match it. */
  readonly signals: Signals
  readonly spans: readonly Span[]
  readonly places: Place[]
  readonly industries: Named[]
  /** Things that are measured: GDP, investment, projects. */
  readonly bases: Named[]
  /** What of them is asked: growth, share, change. */
  readonly measures: Named[]
  readonly organisations: Named[]
  readonly units: Named[]
  readonly periods: Dated[]
  readonly amounts: Amount[]
  readonly cues: Set<Cue>
  readonly links: Link[]
  /** Words understood to carry no constraint. */
  readonly light: string[]
  /** Words that name no thing and are left out of account. */
  readonly soft: string[]
  /** Things that limit a figure to what is in them: "park" in "park investment". */
  readonly limiting: Named[]
  /** Words that a fact's own text must hold. */
  readonly unknown: string[]
}

/** A span that names something; several ids are several readings of it. */
export interface Named {
  ids: string[]
  /** The span's place among the spans. */
  at: number
  text: string
}

/** A span that names a place; several readings are places of one name. */
export interface Place {
  readings: readonly Entity[]
  at: number
  text: string
}

/** A period, and whether everything after it is meant too ("since 2020"). */
export interface Dated {
  period: Period
  since: boolean
}

/** A figure in the question; bounded by words such as "over" it is a condition. */
export interface Amount {
  filter: Filter
  bounded: boolean
  at: number
}

/** Writes down that a named rule fired. */
export type Note = (rule: string, detail: string) => void

/** What will be said, as data. No kind exists without the facts it rests on. */
import type { Fact } from '../facts/fact.ts'
import type { Bound } from '../facts/quantity.ts'
import type { Query } from '../facts/query.ts'
import type { Understanding } from '../understand/understanding.ts'
import type { Suggestion } from './suggest.ts'

/** A part of the question that no fact agrees with. */
export type Dimension =
  | 'region'
  | 'industry'
  | 'indicator'
  | 'organisation'
  | 'period'
  | 'status'
  | 'unit'
  | 'amount'
  | 'words'
  | 'level'

/** A fact near to what was asked, and the dimensions in which it differs. */
export interface Near {
  fact: Fact
  differs: readonly Dimension[]
}

/** Something that must be said beside the figure. Worded per language in wording/. */
export type Caveat =
  | { kind: 'narrower'; asked: string; fact: string }
  | { kind: 'wider'; asked: string; fact: string }
  | { kind: 'no-period'; fact: string }
  | { kind: 'inferred-period'; fact: string }
  | { kind: 'planned'; fact: string }
  | { kind: 'target'; fact: string }
  | { kind: 'other-measure'; asked: string; fact: string }
  | { kind: 'sources-differ'; facts: readonly string[] }
  /** Places for which another source says another figure. */
  | { kind: 'disputed'; regions: readonly string[] }
  /** A name that several places bear was read as this one, because only it has the fact. */
  | { kind: 'read-as'; region: string }
  | { kind: 'part-in-place'; fact: string; place: string }
  | { kind: 'loosened'; what: string }
  | { kind: 'differ'; dimensions: readonly ComparisonDimension[] }
  | { kind: 'contained'; inner: string; outer: string }
  | { kind: 'no-sum'; why: 'contained' | 'units' | 'status' | 'periods' | 'measure' | 'scope' }
  | { kind: 'one-point' }
  /** Comparable figures, of which a rounded one leaves open which is higher. */
  | { kind: 'too-close' }
  /** Of the places in this region only those with such a fact are in the order or the total. */
  | { kind: 'known-only'; region: string }
  | { kind: 'cut'; shown: number; total: number }
  | { kind: 'company-money'; fact: string }

export type ComparisonDimension =
  | 'indicator'
  | 'industry'
  | 'subject'
  | 'scope'
  | 'level'
  | 'period'
  | 'basis'
  | 'status'
  | 'unit'

/** A value worked out from facts, always with its arithmetic: '31.8 - 3.1 = 28.7 percent'. */
export interface Derived {
  /** Carried over from what it was worked out of: a sum with an 'over' in it is over its sum. */
  bound?: Bound
  kind: 'earlier' | 'part' | 'share' | 'ratio' | 'sum' | 'average' | 'difference' | 'count'
  value: number
  unit: string
  /** The unit it is per, for a ratio: 'project'; of a share the unit of both figures. */
  per?: string
  /** Operands and operators as data; wording writes them: [31.8, '-', 3.1]. */
  terms: readonly (number | string)[]
  facts: readonly string[]
  /** ISO span the value belongs to, where it is another one than the facts'. */
  period?: string
}

interface Base {
  query: Query
  understanding: Understanding
  /** Best first. */
  facts: readonly Fact[]
  derived: readonly Derived[]
  caveats: readonly Caveat[]
}

export type Answer = Base &
  (
    | {
        kind: 'found' /** Earlier or later values of the same series. */
        series: readonly Fact[]
        others: readonly Fact[]
        suggestions?: readonly Suggestion[]
      }
    | { kind: 'comparison'; comparable: boolean; winner: string | null; missing: readonly string[] }
    | { kind: 'ranking'; groups: readonly (readonly Fact[])[]; comparable: boolean }
    | { kind: 'trend'; points: readonly Fact[] }
    | { kind: 'summary'; groups: readonly SummaryGroup[]; total: number }
    | { kind: 'list'; total: number }
    | { kind: 'aggregate'; refused: boolean }
    | { kind: 'definition'; gloss: { term: string; en: string; zh: string } | null }
    | { kind: 'sources' }
    | { kind: 'nothing'; missing: readonly Dimension[]; nearest: readonly Near[] }
    | {
        kind: 'unclear'
        about: 'region' | 'indicator' | 'fact' | 'reading'
        choices: readonly { query: Query; fact?: Fact }[]
      }
    | { kind: 'talk' }
  )

export interface SummaryGroup {
  industry: string
  facts: readonly Fact[]
}

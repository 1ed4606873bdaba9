/** A fact that agrees with a query, and how closely. */
import type { FactBase } from '../facts/base.ts'
import type { Fact } from '../facts/fact.ts'
import type { PeriodFit } from './period-fit.ts'

export interface Closeness {
  /** The higher, the closer to the question; comparable within one question. */
  score: number
  /** How the fact's period meets the one asked for. */
  period: PeriodFit
  /** Industry or indicator is a narrower one than asked: 'offshore wind' for 'wind power'. */
  narrower: boolean
  /** The industry asked for is one of several the figure covers. */
  wider: boolean
  /** An amount was not asked against ('how much'), but a growth or share is all there is. */
  otherMeasure: boolean
  /** The figure of one industry, where no industry was named and the indicator has none of its own. */
  part: boolean
  /** The place is inside the one asked for (a company's project there). */
  inPlace: boolean
  /** How much of the fact's subject the question does not speak of, from 0 to 1; 0 where it has none. */
  unsaid: number
}

export class Match implements Closeness {
  readonly at: number
  score: number
  readonly period: PeriodFit
  readonly narrower: boolean
  readonly wider: boolean
  readonly otherMeasure: boolean
  part: boolean
  readonly inPlace: boolean
  unsaid: number
  readonly #base: FactBase
  #fact: Fact | undefined

  constructor(base: FactBase, at: number, closeness: Closeness) {
    this.#base = base
    this.at = at
    this.score = closeness.score
    this.period = closeness.period
    this.narrower = closeness.narrower
    this.wider = closeness.wider
    this.otherMeasure = closeness.otherMeasure
    this.part = closeness.part
    this.inPlace = closeness.inPlace
    this.unsaid = closeness.unsaid
  }

  /** The fact itself: made from the columns when it is first asked for, because most matches are never told. */
  get fact(): Fact {
    this.#fact ??= this.#base.fact(this.at)
    return this.#fact
  }

  /** The last month of the fact's period; null where it has none. */
  get endsIn(): number | null {
    return this.#base.hasPeriod(this.at) ? this.#base.toOf(this.at) : null
  }
}

/** Whether a fact's amount, or one that its texts name, is the one a question speaks of. */
import type { FactBase } from '../facts/base.ts'
import type { Fact } from '../facts/fact.ts'
import type { Filter, Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { INVESTED_IN } from '../understand/compose/bases.ts'
import type { Glance } from './glance.ts'
import { sameNumber } from './holds.ts'
import type { FactTexts } from './texts.ts'

export class Amounts {
  readonly #vocabulary: Vocabulary
  readonly #base: FactBase
  readonly #texts: FactTexts
  readonly #glance: Glance

  constructor(vocabulary: Vocabulary, base: FactBase, texts: FactTexts, glance: Glance) {
    this.#vocabulary = vocabulary
    this.#base = base
    this.#texts = texts
    this.#glance = glance
  }

  /** "How many of the 774 ...": fewer of the same, which the text or a threshold tells apart from the whole. */
  isPartOf(at: number, { value, unit }: Filter, { filter, words }: Query): boolean {
    const base = this.#base
    const own = base.units.name(base.unitOf(at))
    const isCounted = base.hasQuantity(at) && this.#vocabulary.units.get(own)?.class === 'count'
    if (!isCounted || base.value[at]! >= value || (unit !== undefined && !this.isSameUnit(unit, own)))
      return false
    if (filter !== undefined || this.holds(at, value)) return true
    // "of the 37 projects, how many are running": the words say which, and another fact counts all 37
    return words.length > 0 && base.isLimited(at) && this.#isPartOfOther(at, value)
  }

  /** Whether a fact of the same place and thing counts so many. */
  #isPartOfOther(at: number, value: number): boolean {
    const base = this.#base
    for (const other of base.ofValue(value))
      if (
        other !== at &&
        base.regionOf(other) === base.regionOf(at) &&
        base.baseOf(other) === base.baseOf(at) &&
        base.industryOf(other) === base.industryOf(at)
      )
        return true
    return false
  }

  /**
   * Whether a quoted amount is the fact's own, in yuan or in the dollars its source gives; who asks for the source of a
   * figure may have rounded it.
   */
  isOwn(at: number, { value, unit }: Filter, query?: Query): boolean {
    const base = this.#base
    if (!base.hasQuantity(at)) return false
    const usd = base.usd(at)
    const mayBeRounded =
      query?.intent === 'sources' && query.regions.length === 1 && query.indicators.length > 0
    const isIt = (own: number): boolean =>
      sameNumber(own, value) || (mayBeRounded && isRoundingOf(own, value))
    const isSame = isIt(base.value[at]!) || (usd !== undefined && isIt(usd))
    return (
      isSame &&
      (unit === undefined ||
        this.isSameUnit(unit, base.units.name(base.unitOf(at))) ||
        (unit === 'usd' && usd !== undefined))
    )
  }

  /**
   * "Those 118 key projects, what is invested in them?": the number is that of the things the money goes into, told by
   * the same source of the same place and time, or another figure of the very thing the fact is limited to.
   */
  isToldBeside(at: number, quoted: Filter): boolean {
    const base = this.#base
    const fact = base.fact(at)
    const own = this.#vocabulary.splitIndicator(fact.indicator).base
    for (const step of [-1, 1]) {
      for (
        let next = at + step;
        Math.abs(next - at) <= BESIDE && next >= 0 && next < base.size;
        next += step
      ) {
        const told = base.fact(next)
        if (told.source !== fact.source) break
        const isSameThing = told.region === fact.region && told.industry === fact.industry
        const isLimitedAlike = told.subject?.en === fact.subject?.en && told.scope?.en === fact.scope?.en
        if (!isSameThing || !isLimitedAlike || !isSameTime(told, fact)) continue
        const other = this.#vocabulary.splitIndicator(told.indicator).base
        const isPair = INVESTED_IN.get(other) === own || INVESTED_IN.get(own) === other
        if ((isPair || (fact.subject !== undefined && other !== own)) && this.isOwn(next, quoted)) return true
      }
    }
    return false
  }

  /** Whether a figure of one unit may answer a question in the other. */
  isSameUnit(asked: string, has: string): boolean {
    if (asked === has) return true
    const askedClass = this.#vocabulary.units.get(asked)?.class
    // a count of projects is no count of firms, but "units" and "pieces" say nothing
    if (askedClass === 'count')
      return (
        this.#vocabulary.units.get(has)?.class === 'count' &&
        (GENERIC_UNITS.has(asked) || GENERIC_UNITS.has(has))
      )
    return askedClass !== 'area' && askedClass === this.#vocabulary.units.get(has)?.class
  }

  /** Whether the amount passes a condition of the question, or is counted of things that each pass it. */
  fits(at: number, filter: Filter): boolean {
    const base = this.#base
    if (base.hasQuantity(at)) {
      const unit = base.units.name(base.unitOf(at))
      if (filter.unit === undefined || this.isSameUnit(filter.unit, unit)) {
        // no rate is meant by "below 200 billion", though every one of them is
        const isRate = filter.unit === undefined && RATES.has(unit) && filter.value > 1000
        const isMet = passes(base.value[at]!, filter) && !isRate
        // "projects above ten billion": so much is never their number, but what each of them costs
        const isOfEach =
          filter.unit === undefined &&
          filter.value >= A_LOT &&
          this.#vocabulary.units.get(unit)?.class === 'count'
        if (!isOfEach || (isMet && filter.op === 'over')) return isMet
      }
      return this.#isCountedAbove(at, filter)
    }
    return filter.op !== 'under' && this.holds(at, filter.value)
  }

  /** Whether the texts name this number. */
  holds(at: number, value: number): boolean {
    return (
      this.#glance.mayHoldNumber(at, value) &&
      this.#texts.of(at).numbers.some((number) => sameNumber(number, value))
    )
  }

  /** "Each above 5 million" answers "above 5 million", never "below" it, nor above any other amount. */
  #isCountedAbove(at: number, { op, value, unit }: Filter): boolean {
    if (op === 'under' || !this.#base.isLimited(at)) return false
    return this.#texts
      .of(at)
      .thresholds.some(
        (one) =>
          sameNumber(one.value, value) &&
          (unit === undefined || one.unit === undefined || this.isSameUnit(unit, one.unit)),
      )
  }
}

/** 1923 of 1923.4, 1.49 trillion of 1.492: rounded or cut to the digits that were written, of which there are three at least. */
function isRoundingOf(own: number, said: number): boolean {
  const [digits, exponent] = Math.abs(said).toExponential().split('e')
  const written = digits!.replace('.', '').length
  if (written < LEAST_DIGITS || Math.sign(own) !== Math.sign(said)) return false
  const step = 10 ** (Number(exponent) - written + 1)
  return (
    Math.abs(own - said) <= step / 2 ||
    (Math.abs(own) > Math.abs(said) && Math.abs(own) - Math.abs(said) < step)
  )
}

function passes(value: number, { op, value: bound, high }: Filter): boolean {
  if (op === 'over') return value >= bound
  if (op === 'under') return value <= bound
  if (op === 'between') return value >= bound && value <= (high ?? bound)
  return sameNumber(value, bound)
}

/** How far apart two facts of one source may stand to be told beside each other. */
const BESIDE = 12
const isSameTime = ({ period: a }: Fact, { period: b }: Fact): boolean =>
  a === b || (a !== null && b !== null && a.from === b.from && a.to === b.to)

const LEAST_DIGITS = 3
const RATES = new Set(['percent', 'percentage-points'])
const GENERIC_UNITS = new Set(['units', 'times'])
/** A hundred million: less may be a number of things. */
const A_LOT = 1e8

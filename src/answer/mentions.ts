/** Whether a fact that is not about a thing by its own dimensions at least names it in its texts. */
import type { FactBase } from '../facts/base.ts'
import type { Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { isHan } from '../understand/tokens.ts'
import type { IndicatorAsked, IndustryAsked } from './asked.ts'
import type { FactTexts } from './texts.ts'

export class Mentions {
  readonly #vocabulary: Vocabulary
  readonly #base: FactBase
  readonly #texts: FactTexts
  readonly #chineseNames = new Map<string, readonly string[]>()

  constructor(vocabulary: Vocabulary, base: FactBase, texts: FactTexts) {
    this.#vocabulary = vocabulary
    this.#base = base
    this.#texts = texts
  }

  /** A second thing asked for beside the head ("projects" in "investment of projects") must at least be mentioned. */
  ofBase(at: number, { ids, any }: IndicatorAsked, measure: number): boolean {
    if (any) return true
    // beside a growth or a share the statement names much; only what limits the figure counts
    if (measure !== 0 && !this.#base.isLimited(at)) return false
    const text = this.#texts.of(at)
    return this.#names(measure === 0 ? text.mentions : text.limits, 'base:', (name) =>
      ids.some((id) => this.#vocabulary.baseIsA(name, id)),
    )
  }

  ofIndustry(at: number, { ids }: IndustryAsked, numeric: boolean): boolean {
    if (numeric && !this.#base.isLimited(at)) return false
    const text = this.#texts.of(at)
    if (
      // a figure of several branches is none of the industry that one of them belongs to
      this.#names(numeric ? text.limits : text.mentions, 'industry:', (name) =>
        ids.some((id) =>
          // "four industries" in a limit names none
          numeric ? name === id && name !== 'industry' : this.#vocabulary.industryIsA(name, id),
        ),
      )
    )
      return true
    // 装备 is part of the longer name 海上风电装备产业园, in which it is no name of its own
    const zh = numeric ? text.limitsZh : text.zh
    return ids.some((id) => this.#chineseNamesOf(id).some((name) => zh.includes(name)))
  }

  #chineseNamesOf(id: string): readonly string[] {
    let names = this.#chineseNames.get(id)
    if (names === undefined) {
      const industry = this.#vocabulary.industries.get(id)
      names =
        industry === undefined
          ? []
          : [industry.zh, ...industry.aliases].filter((name) => isHan(name) && name.length > 1)
      this.#chineseNames.set(id, names)
    }
    return names
  }

  #names(pool: ReadonlySet<string>, kind: string, fits: (name: string) => boolean): boolean {
    for (const name of pool) if (name.startsWith(kind) && fits(name.slice(kind.length))) return true
    return false
  }

  /** Whether a fact that only mentions what was asked may answer: a share "of investment", a thing that is named. */
  mayAnswer(at: number, indicators: readonly IndicatorAsked[], query: Query, numeric: boolean): boolean {
    const measured = indicators.some(({ measures }) => measures !== null && !measures.has(0))
    if (numeric) {
      // "the share of investment", "how far ahead of fixed-asset investment": the base is what it is measured against
      const measure = this.#base.measureOf(at)
      if (!measured || !this.#base.isLimited(at) || !AGAINST.has(this.#base.measures.name(measure)))
        return false
      // the share of what? of every industry there is one
      const industry = this.#base.industries.name(this.#base.industryOf(at))
      if (query.industries.length + query.words.length + query.quoted.length === 0 && industry !== ECONOMY)
        return false
      return indicators.every(
        ({ ids, measures }) =>
          measures?.has(measure) === true &&
          this.#names(this.#texts.of(at).limits, 'base:', (name) =>
            ids.some((id) => this.#vocabulary.baseIsA(name, id)),
          ),
      )
    }
    if (measured || query.unit !== undefined || indicators.some(({ measures }) => measures !== null))
      return false
    return (
      query.intent === 'list' ||
      indicators.every(({ ids }) => ids.some((id) => isCounted(id, this.#vocabulary)))
    )
  }
}

const ECONOMY = 'economy'
/** Who holds an office is said by a fact about that, never by one that mentions a leader. */
const PERSONS = new Set(['official', 'executive'])
/** Measures that are taken against something. */
const AGAINST = new Set(['share', 'lead', 'change'])

/** Whether what is measured is a number of things that one can also name; a person in office is none. */
export function isCounted(id: string, { bases, units }: Vocabulary): boolean {
  const base = bases.get(id)
  return (
    base !== undefined &&
    !PERSONS.has(id) &&
    (base.topic || base.units.every((unit) => units.get(unit)?.class === 'count'))
  )
}

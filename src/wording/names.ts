/**
 * What things are called in one language. Names of indicators are put together of two and asked for in every line, so
 * they are kept.
 */
import type { Fact, Status } from '../facts/fact.ts'
import { parsePeriod } from '../facts/period.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import type { Locale } from '../understand/understanding.ts'
import { en, type Wording } from './en.ts'
import { zh } from './zh.ts'

export class Names {
  readonly words: Wording
  readonly locale: Locale
  readonly #vocabulary: Vocabulary
  readonly #indicators = new Map<string, string>()
  readonly #saidBy = new Map<string, boolean>()

  constructor(vocabulary: Vocabulary, locale: Locale) {
    this.#vocabulary = vocabulary
    this.locale = locale
    this.words = locale === 'zh' ? zh : en
  }

  region(code: string): string {
    const region = this.#vocabulary.regions.get(code)
    return region === undefined ? code : this.locale === 'zh' ? region.zh : region.en
  }

  /** A place with what it lies in: "Suzhou, Anhui", 安徽省宿州市. */
  placed(code: string): string {
    const parent = this.#vocabulary.regions.get(code)?.parent
    if (parent == null) return this.region(code)
    return this.locale === 'zh'
      ? `${this.region(parent)}${this.region(code)}`
      : `${this.region(code)}, ${this.region(parent)}`
  }

  /** ' (city)', where places of several levels stand in one list. */
  level(code: string): string {
    const level = this.#vocabulary.regions.get(code)?.level
    return level === undefined ? '' : this.words.level[level]
  }

  /** Of several readings of a word, the first. */
  industry(id: string): string {
    const first = firstOf(id)
    return this.#vocabulary.industries.get(first)?.[this.locale] ?? first
  }

  organisation(id: string): string {
    return this.#vocabulary.organisations.get(id)?.[this.locale] ?? id
  }

  /** Of several readings of a word, the first: 'output|capacity.growth' is called output growth. */
  indicator(id: string): string {
    let name = this.#indicators.get(id)
    if (name === undefined) {
      // a query line may hold anything
      if (this.#indicators.size >= MOST_KEPT) this.#indicators.clear()
      name = this.#nameOfIndicator(id)
      this.#indicators.set(id, name)
    }
    return name
  }

  #nameOfIndicator(id: string): string {
    const { base, measure } = this.#vocabulary.splitIndicator(id)
    const first = firstOf(base)
    const firstMeasure = firstOf(measure ?? '')
    return this.#vocabulary.indicatorName(
      firstMeasure === '' || firstMeasure === 'level' ? first : `${first}.${firstMeasure}`,
    )[this.locale]
  }

  /** "gross marine product" in the marine economy: the industry adds nothing. */
  indicatorSaysIndustry({ indicator, industry }: Fact): boolean {
    const key = `${indicator} ${industry}`
    let said = this.#saidBy.get(key)
    if (said === undefined) {
      if (this.#saidBy.size >= MOST_KEPT) this.#saidBy.clear()
      said = this.indicator(indicator).toLowerCase().includes(this.industry(industry).toLowerCase())
      this.#saidBy.set(key, said)
    }
    return said
  }

  /** What a word of the question was linked to: 'region:370500', 'period:2023'. */
  ofEntity(entity: string): string {
    const [kind, id = ''] = [entity.slice(0, entity.indexOf(':')), entity.slice(entity.indexOf(':') + 1)]
    if (kind === 'region') return this.region(id)
    if (kind === 'industry') return this.industry(id)
    if (kind === 'base') return this.indicator(id)
    if (kind === 'measure') return this.#vocabulary.measures.get(id)?.[this.locale] ?? id
    if (kind === 'organisation') return this.organisation(id)
    if (kind === 'unit') return this.#vocabulary.units.get(id)?.[this.locale] ?? id
    if (kind === 'status') return this.words.status[id as Status] ?? id
    if (kind === 'period') {
      const period = parsePeriod(id)
      return period === null ? id : this.words.period(period)
    }
    return ''
  }
}

function firstOf(ids: string): string {
  const bar = ids.indexOf('|')
  return bar < 0 ? ids : ids.slice(0, bar)
}

const MOST_KEPT = 5_000

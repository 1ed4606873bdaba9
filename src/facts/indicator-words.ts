/** Splits the free words of an indicator into what is measured and what is taken of it. */
import { fold } from '../base/folding.ts'
import type { Basis, IndicatorId, IndustryId, Phrase } from './fact.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Indicated {
  indicator: IndicatorId
  measure: string | null
  /** That of the fact, or the one the words name: 'high-tech manufacturing output' is not that of all high-tech. */
  industry: IndustryId
  basis?: Basis
}

interface Named {
  base: string
  industry: IndustryId
}

export class IndicatorWords {
  readonly #vocabulary: Vocabulary
  /** The bases known before: only these may be all that is left when an industry's name is taken away. */
  readonly #known: ReadonlySet<string>
  readonly #prefixes = new Map<IndustryId, string[]>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    this.#known = new Set(vocabulary.bases.keys())
  }

  /**
   * 'GDP growth' -> gdp.growth, year on year; 'X share of Y' -> x.share, share of Y; 'NEV output' of the industry NEV
   * -> output. Words that are an indicator's name as a whole stay whole; what is unknown joins the vocabulary.
   */
  read(words: string, industry: IndustryId): Indicated {
    const plain = words.replace(SPACES, ' ').trim()
    const whole = this.#named(plain, industry)
    if (whole !== undefined) return { indicator: whole.base, measure: null, industry: whole.industry }
    return (
      this.#id(plain, industry) ??
      this.#share(plain, industry) ??
      this.#measured(plain, industry) ?? {
        indicator: this.#vocabulary.joinBase(plain),
        measure: null,
        industry,
      }
    )
  }

  /** Already an id: 'gdp.growth'. */
  #id(words: string, industry: IndustryId): Indicated | undefined {
    const { base, measure } = this.#vocabulary.splitIndicator(words)
    if (measure === null || base === '' || !this.#vocabulary.measures.has(measure)) return undefined
    return { indicator: `${this.#vocabulary.joinBase(base)}.${measure}`, measure, industry }
  }

  /** 'digital economy share of GDP', 'share of national NEV output'; not 'X share of Y change since 2017'. */
  #share(words: string, industry: IndustryId): Indicated | undefined {
    const [part, whole] = splitAt(` ${words}`, ' share of ')
    if (whole === '' || CHANGE.test(` ${whole}`) || !this.#vocabulary.measures.has('share')) return undefined
    const left = part === '' ? whole.replace(WIDER, '') : part
    const of = this.#named(left, industry) ?? this.#partOf(left, whole, industry)
    return {
      indicator: `${of.base}.share`,
      measure: 'share',
      industry: of.industry,
      basis: { kind: 'share', of: same(whole) },
    }
  }

  /** An industry's share of GDP is that of its added value; of anything else, that of the same thing. */
  #partOf(part: string, whole: string, industry: IndustryId): Named {
    const { findBase, findIndustry } = this.#vocabulary
    const named = findIndustry(part)
    const of = findBase(whole)
    const base = of === 'gdp' ? 'added-value' : of
    if (named !== undefined && base !== undefined && this.#known.has(base)) return { base, industry: named }
    return { base: this.#vocabulary.joinBase(part), industry }
  }

  #measured(words: string, industry: IndustryId): Indicated | undefined {
    for (const { ending, measure, basis, takesRest } of ENDINGS) {
      if (!this.#vocabulary.measures.has(measure)) continue
      const [left, rest] = takesRest ? splitAt(words, ending) : [endless(words, ending), '']
      if (left === '' || (takesRest && rest === '')) continue
      const of = this.#named(left, industry) ?? { base: this.#vocabulary.joinBase(left), industry }
      return {
        indicator: `${of.base}.${measure}`,
        measure,
        industry: of.industry,
        ...(basis !== undefined && { basis: { kind: basis, ...(takesRest && { of: same(rest) }) } }),
      }
    }
    return undefined
  }

  /** The base these words name: as they are, or behind the name of an industry, which then is what is measured. */
  #named(words: string, industry: IndustryId): Named | undefined {
    const whole = this.#vocabulary.findBase(words)
    if (whole !== undefined) return { base: whole, industry }
    const folded = fold(words)
    for (const prefix of this.#prefixesOf(industry)) {
      if (!folded.startsWith(prefix)) continue
      const base = this.#levelNamed(folded.slice(prefix.length))
      if (base !== undefined) return { base, industry }
    }
    const pieces = folded.split(' ', LONGEST_NAME + 1)
    if (pieces.length > LONGEST_NAME) return undefined
    for (let cut = pieces.length - 1; cut > 0; cut--) {
      const named = this.#vocabulary.findIndustry(pieces.slice(0, cut).join(' '))
      const base = named === undefined ? undefined : this.#levelNamed(pieces.slice(cut).join(' '))
      if (named !== undefined && base !== undefined) return { base, industry: named }
    }
    return undefined
  }

  #levelNamed(words: string): string | undefined {
    const base = this.#vocabulary.findBase(words)
    if (base === undefined || !this.#known.has(base)) return undefined
    return this.#vocabulary.bases.get(base)?.topic ? undefined : base
  }

  #prefixesOf(industry: IndustryId): string[] {
    let prefixes = this.#prefixes.get(industry)
    if (prefixes === undefined) {
      const { en = industry, zh = '', aliases = [] } = this.#vocabulary.industries.get(industry) ?? {}
      const names = new Set(
        [en, zh, ...aliases, industry.replaceAll('-', ' ')].map(fold).filter((it) => it !== ''),
      )
      prefixes = [...names].flatMap((name) =>
        LATIN_END.test(name) ? [`${name} `, `${name} industry `] : [name, `${name}产业`],
      )
      prefixes.sort((a, b) => b.length - a.length)
      this.#prefixes.set(industry, prefixes)
    }
    return prefixes
  }
}

/** What stands before and after the last of `middle`; two empty texts when it is not there. */
function splitAt(words: string, middle: string): [string, string] {
  const at = words.toLowerCase().lastIndexOf(middle)
  return at < 0 ? ['', ''] : [words.slice(0, at).trim(), words.slice(at + middle.length).trim()]
}

const endless = (words: string, ending: string): string =>
  words.toLowerCase().endsWith(ending) ? words.slice(0, -ending.length).trim() : ''

const same = (words: string): Phrase => ({ en: words, zh: words })

interface Ending {
  ending: string
  measure: string
  basis?: Basis['kind']
  /** What follows is what the basis is measured against. */
  takesRest?: boolean
}

/** Tried in this order: the longer before the shorter that it ends with. */
const ENDINGS: readonly Ending[] = [
  { ending: ' growth lead over ', measure: 'lead', basis: 'lead', takesRest: true },
  { ending: ' lead over ', measure: 'lead', basis: 'lead', takesRest: true },
  { ending: ' change since ', measure: 'change', basis: 'since', takesRest: true },
  { ending: ' average annual growth', measure: 'growth', basis: 'average-annual' },
  { ending: ' growth rate', measure: 'growth', basis: 'year-on-year' },
  { ending: ' growth', measure: 'growth', basis: 'year-on-year' },
  { ending: ' share', measure: 'share' },
  { ending: ' change', measure: 'change' },
  { ending: '年均增速', measure: 'growth', basis: 'average-annual' },
  { ending: '年均增长', measure: 'growth', basis: 'average-annual' },
  { ending: '同比增长', measure: 'growth', basis: 'year-on-year' },
  { ending: '增长率', measure: 'growth', basis: 'year-on-year' },
  { ending: '增速', measure: 'growth', basis: 'year-on-year' },
  { ending: '占比', measure: 'share' },
  { ending: '比重', measure: 'share' },
]
const SPACES = /\s+/g
const LATIN_END = /[a-z0-9.)]$/
const WIDER = /^(?:the )?(?:national|provincial|country's|province's) /i
const CHANGE = / change(?: since |$)/i
/** Words of the longest indicator that is looked into for an industry's name. */
const LONGEST_NAME = 12

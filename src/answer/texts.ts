/**
 * What the texts of a fact speak of beside its own dimensions: the words of its statement, scope and subject, the
 * names and the numbers in them. Read when a question first needs it, and kept.
 */
import { fold } from '../base/folding.ts'
import type { Basis, Fact } from '../facts/fact.ts'
import { yearOf } from '../facts/period.ts'
import type { Filter } from '../facts/query.ts'
import type { Region, Vocabulary } from '../facts/vocabulary.ts'
import type { Reader } from '../understand/reader.ts'
import { isHan, looseStem, tokenize } from '../understand/tokens.ts'

export class FactTexts {
  readonly #reader: Reader
  readonly #known = new Map<number, FactText>()

  constructor(reader: Reader) {
    this.#reader = reader
  }

  of(at: number): FactText {
    const known = this.#known.get(at)
    if (known !== undefined) return known
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    const text = new FactText(this.#reader.base.fact(at), this.#reader)
    this.#known.set(at, text)
    return text
  }
}

/** Each part is read when it is first asked for: words are cheap, names take a hundred times as long. */
export class FactText {
  readonly #fact: Fact
  readonly #reader: Reader
  readonly #vocabulary: Vocabulary
  /** English and Chinese texts of what limits the figure. */
  readonly #limiting: string
  readonly limitsZh: string
  #own: string | undefined
  #zh: string | undefined
  #words: ReadonlySet<string> | undefined
  #named: Named | undefined
  #years: ReadonlySet<string> | undefined
  #levels: readonly (readonly string[])[] | undefined
  #subject: ReadonlySet<string> | undefined
  #subjectZh: ReadonlySet<string> | undefined

  constructor(fact: Fact, reader: Reader) {
    const { subject, scope, basis } = fact
    this.#fact = fact
    this.#reader = reader
    this.#vocabulary = reader.vocabulary
    this.#limiting = [subject?.en, scope?.en, basis?.of?.en].filter((text) => text !== undefined).join(' . ')
    this.limitsZh = [subject?.zh, scope?.zh, basis?.of?.zh].filter((text) => text !== undefined).join('。')
  }

  /** Loose stems of all English words. */
  get words(): ReadonlySet<string> {
    this.#words ??= this.#readWords()
    return this.#words
  }

  /** All Chinese text, one string. */
  get zh(): string {
    this.#zh ??= this.#joinChinese()
    return this.#zh
  }

  /** The same without the name of what is measured: the 区 of 地区生产总值 is no district. */
  get zhBesideNames(): string {
    const { zh } = this.#vocabulary.indicatorName(this.#fact.indicator)
    return this.zh.replaceAll(zh, '').replaceAll(GDP_ZH, '')
  }

  /** Entities named anywhere: 'industry:wind-power', 'base:projects', 'organisation:catl', 'region:370000'. */
  get mentions(): ReadonlySet<string> {
    return this.#names().mentions
  }

  /** Entities named in what limits the figure (subject, scope, basis), not merely beside it. */
  get limits(): ReadonlySet<string> {
    return this.#names().limits
  }

  get numbers(): readonly number[] {
    return this.#names().numbers
  }

  /** Amounts that limit the figure, in base units: 'each above 5 million yuan'. */
  get thresholds(): readonly Filter[] {
    return this.#names().thresholds
  }

  /** Whether these words name some of the levels that the figure takes together, and not all: "provincial, municipal and county". */
  isPartOnly(words: readonly string[]): boolean {
    this.#levels ??= [...levelsIn(this.#limiting), ...levelsInChinese(this.limitsZh)]
    if (this.#levels.length === 0) return false
    const asked = words.join(' ')
    const stems = new Set(asked.split(' ').map(looseStem))
    return this.#levels.some((parts) => {
      const named = parts.filter((part) => (isHan(part) ? asked.includes(part) : stems.has(part)))
      return named.length > 0 && named.length < parts.length
    })
  }

  /** Years named in the texts, other than the fact's own period. */
  get years(): ReadonlySet<string> {
    this.#years ??= yearsIn(`${this.#english()} ${this.zh}`, `${this.#limiting} ${this.limitsZh}`, this.#fact)
    return this.#years
  }

  /** Loose stems of the subject's words. */
  get subject(): ReadonlySet<string> {
    if (this.#subject !== undefined) return this.#subject
    const words = new Set<string>()
    for (const { kind, text } of tokenize(fold(this.#fact.subject?.en ?? '')))
      if (kind === 'word' && text.length > 2 && !JOINTS.has(text)) words.add(looseStem(text))
    this.#subject = words
    return words
  }

  /** Pairs of neighbouring characters of the Chinese subject. */
  get subjectZh(): ReadonlySet<string> {
    this.#subjectZh ??= pairsOf(this.#fact.subject?.zh ?? '')
    return this.#subjectZh
  }

  #english(): string {
    const { statement, keywords = [], indicator, industry, basis } = this.#fact
    this.#own ??= [
      statement,
      this.#limiting,
      keywords.join(' . '),
      this.#vocabulary.indicatorName(indicator).en,
      this.#vocabulary.industries.get(industry)?.en ?? '',
      basis === undefined ? '' : BASIS_WORDS[basis.kind],
      ...this.#organisations().flatMap((one) => (one === undefined ? [] : [one.en, ...one.aliases])),
    ].join(' . ')
    return this.#own
  }

  #joinChinese(): string {
    const { statementZh = '', keywords = [], indicator, industry, basis } = this.#fact
    return [
      statementZh,
      this.limitsZh,
      PROVINCIAL.test(this.#english()) ? `全省。${this.#whole()?.short ?? ''}` : '',
      basis?.kind === 'average-annual' ? '年均平均每年' : '',
      keywords.join('。'),
      this.#vocabulary.indicatorName(indicator).zh,
      this.#vocabulary.industries.get(industry)?.zh ?? '',
      ...this.#organisations().map((one) => one?.zh ?? ''),
    ].join('。')
  }

  #readWords(): Set<string> {
    const words = new Set<string>()
    const own = this.#english()
    // "the provincial total" is that of the province the place lies in
    const whole = this.#whole()
    if (whole !== undefined && PROVINCIAL.test(own)) words.add(looseStem(whole.en.toLowerCase()))
    for (const { kind, text } of tokenize(fold(own))) if (kind === 'word') words.add(looseStem(text))
    // what is a share of the national total is one of China's
    if (NATIONAL.test(this.#fact.basis?.of?.en ?? '')) words.add('china')
    return words
  }

  #organisations() {
    return this.#fact.organisations.map((id) => this.#vocabulary.organisations.get(id))
  }

  /** What the place lies in. */
  #whole(): Region | undefined {
    return this.#vocabulary.regions.get(this.#vocabulary.regionAncestors(this.#fact.region)[0] ?? '')
  }

  #names(): Named {
    if (this.#named !== undefined) return this.#named
    const { statement, statementZh = '', keywords = [] } = this.#fact
    const mentions = new Set<string>()
    const limits = new Set<string>()
    const amounts: Filter[] = []
    const thresholds: Filter[] = []
    this.#readNames(`${statement} . ${keywords.join(' . ')}`, mentions, amounts)
    this.#readNames(statementZh, mentions, amounts)
    this.#readNames(this.#limiting, limits, thresholds)
    this.#readNames(this.limitsZh, limits, thresholds)
    for (const limit of limits) mentions.add(limit)
    const numbers = [...amounts, ...thresholds].map(({ value }) => value)
    this.#named = { mentions, limits, numbers, thresholds }
    return this.#named
  }

  #readNames(text: string, names: Set<string>, amounts: Filter[]): void {
    if (text === '') return
    for (const { meaning } of this.#reader.spansOf(text).spans) {
      if (meaning.kind === 'names') {
        for (const { kind, id } of meaning.entities) if (NAMES.has(kind)) names.add(`${kind}:${id}`)
      } else if (meaning.kind === 'amount')
        amounts.push({
          ...meaning.filter,
          ...(meaning.unitWords === undefined ? {} : { unit: meaning.unitWords }),
        })
    }
  }
}

/** "at three levels: provincial, municipal and county": the stems of the list. */
function levelsIn(text: string): string[][] {
  const at = text.indexOf(LEVELS)
  if (at < 0) return []
  const list = text.slice(at + LEVELS.length).split(' . ')[0]!
  return [list.toLowerCase().split(JOINED).map(looseStem)]
}
const LEVELS = 'levels: '
const JOINED = /,? and |, /
/** 省、市、县三级 */
const levelsInChinese = (text: string): string[][] =>
  [...text.matchAll(LEVELS_ZH)].map(([, list]) => list!.split(/[、和]/))
const LEVELS_ZH = /((?:[国省市县区乡镇村][、和])+[国省市县区乡镇村])[两三四各]?级/g

interface Named {
  mentions: ReadonlySet<string>
  limits: ReadonlySet<string>
  numbers: readonly number[]
  thresholds: readonly Filter[]
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? [])
    for (let i = 0; i + 2 <= run.length; i++) pairs.add(run.slice(i, i + 2))
  return pairs
}

/** The year a figure is of is no year that it is measured against. */
function yearsIn(own: string, limiting: string, { period }: Fact): Set<string> {
  const years = new Set(own.match(YEAR))
  if (period !== null && yearOf(period.from) === yearOf(period.to)) years.delete(String(yearOf(period.from)))
  for (const year of limiting.match(YEAR) ?? []) years.add(year)
  return years
}
const YEAR = /(?:19|20)\d\d/g

/** Words that join others and tell nothing. */
export const JOINTS = new Set([
  'and',
  'the',
  'for',
  'was',
  'were',
  'are',
  'with',
  'from',
  'how',
  'what',
  'did',
  'has',
])
/** How a basis is asked for. */
export const BASIS_WORDS: Readonly<Record<Basis['kind'], string>> = {
  'average-annual': 'average per year annual',
  'year-on-year': 'year on year',
  cumulative: 'cumulative accumulated',
  share: '',
  points: '',
  since: '',
  lead: '',
}
const NAMES = new Set(['region', 'industry', 'base', 'measure', 'organisation'])
/** "of provincial foreign trade", "the province's total" */
const PROVINCIAL = /provinc/i
const NATIONAL = /\bnational|\bnationwide\b/i
const GDP_ZH = '地区生产总值'
const MOST_KEPT = 4000

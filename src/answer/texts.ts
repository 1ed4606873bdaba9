/**
 * What the texts of a fact speak of beside its own dimensions: the words of its statement, scope and subject, the
 * names and the numbers in them. Read when a question first needs it, and kept.
 */
import { fold } from '../base/folding.ts'
import type { FactBase } from '../facts/base.ts'
import type { Basis, Fact } from '../facts/fact.ts'
import { yearOf } from '../facts/period.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import type { Reader } from '../understand/reader.ts'
import { looseStem, tokenize } from '../understand/tokens.ts'

export interface FactText {
  /** Loose stems of all English words. */
  words: ReadonlySet<string>
  /** All Chinese text, one string. */
  zh: string
  /** Entities named anywhere: 'industry:wind-power', 'base:projects', 'organisation:catl', 'region:370000'. */
  mentions: ReadonlySet<string>
  /** Entities named in what limits the figure (subject, scope, basis), not merely beside it. */
  limits: ReadonlySet<string>
  /** The Chinese text of what limits the figure. */
  limitsZh: string
  numbers: readonly number[]
  /** Years named in the texts, other than the fact's own period. */
  years: ReadonlySet<string>
  /** Loose stems of the subject's words. */
  subject: ReadonlySet<string>
  /** Pairs of neighbouring characters of the Chinese subject. */
  subjectZh: ReadonlySet<string>
}

export class FactTexts {
  readonly #reader: Reader
  readonly #vocabulary: Vocabulary
  readonly #base: FactBase
  readonly #known = new Map<number, FactText>()

  constructor(reader: Reader) {
    this.#reader = reader
    this.#vocabulary = reader.vocabulary
    this.#base = reader.base
  }

  of(at: number): FactText {
    const known = this.#known.get(at)
    if (known !== undefined) return known
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    const read = this.#read(this.#base.fact(at))
    this.#known.set(at, read)
    return read
  }

  #read(fact: Fact): FactText {
    const { subject, scope, basis, keywords = [] } = fact
    const industry = this.#vocabulary.industries.get(fact.industry)
    const organisations = fact.organisations.map((id) => this.#vocabulary.organisations.get(id))
    const limiting = [subject?.en, scope?.en, basis?.of?.en].filter((text) => text !== undefined).join(' . ')
    const limitingZh = [subject?.zh, scope?.zh, basis?.of?.zh].filter((text) => text !== undefined).join('。')
    const own = [
      fact.statement,
      limiting,
      keywords.join(' . '),
      this.#vocabulary.indicatorName(fact.indicator).en,
      industry?.en ?? '',
      basis === undefined ? '' : BASIS_WORDS[basis.kind],
      ...organisations.flatMap((one) => (one === undefined ? [] : [one.en, ...one.aliases])),
    ].join(' . ')
    const zh = [
      fact.statementZh ?? '',
      limitingZh,
      PROVINCIAL.test(own)
        ? `全省。${this.#vocabulary.regions.get(this.#vocabulary.regionAncestors(fact.region)[0] ?? '')?.short ?? ''}`
        : '',
      basis?.kind === 'average-annual' ? '年均平均每年' : '',
      keywords.join('。'),
      this.#vocabulary.indicatorName(fact.indicator).zh,
      industry?.zh ?? '',
      ...organisations.map((one) => one?.zh ?? ''),
    ].join('。')
    const words = new Set<string>()
    // "the provincial total" is that of the province the place lies in
    const [parent] = this.#vocabulary.regionAncestors(fact.region)
    const whole = parent === undefined ? undefined : this.#vocabulary.regions.get(parent)
    if (whole !== undefined && PROVINCIAL.test(own)) words.add(looseStem(whole.en.toLowerCase()))
    for (const { kind, text } of tokenize(fold(own))) if (kind === 'word') words.add(looseStem(text))
    const mentions = new Set<string>()
    const limits = new Set<string>()
    const numbers: number[] = []
    this.#readNames(`${fact.statement} . ${keywords.join(' . ')}`, mentions, numbers)
    this.#readNames(fact.statementZh ?? '', mentions, numbers)
    this.#readNames(limiting, limits, numbers)
    this.#readNames(limitingZh, limits, numbers)
    for (const limit of limits) mentions.add(limit)
    const subjectWords = new Set<string>()
    for (const { kind, text } of tokenize(fold(subject?.en ?? '')))
      if (kind === 'word' && text.length > 2 && !JOINTS.has(text)) subjectWords.add(looseStem(text))
    return {
      words,
      zh,
      mentions,
      limits,
      limitsZh: limitingZh,
      numbers,
      years: yearsIn(`${own} ${zh}`, `${limiting} ${limitingZh}`, fact),
      subject: subjectWords,
      subjectZh: pairsOf(subject?.zh ?? ''),
    }
  }

  #readNames(text: string, names: Set<string>, numbers: number[]): void {
    if (text === '') return
    for (const { meaning } of this.#reader.spansOf(text).spans) {
      if (meaning.kind === 'names') {
        for (const { kind, id } of meaning.entities) if (NAMES.has(kind)) names.add(`${kind}:${id}`)
      } else if (meaning.kind === 'amount') numbers.push(meaning.filter.value)
    }
  }
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
const BASIS_WORDS: Readonly<Record<Basis['kind'], string>> = {
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
const MOST_KEPT = 4000

/**
 * A cheap look at facts before their texts are read. Reading what a fact's texts speak of takes longer than all else, so
 * that a word or number which no name carries, looked for in every text of a large base, would stop the bot for minutes.
 * Of facts that have one statement and nothing beside it most can be ruled out by a glance at its characters.
 */
import type { FactBase, Postings } from '../facts/base.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { isHan, looseStem } from '../understand/tokens.ts'
import { BASIS_WORDS } from './texts.ts'

export class Glance {
  readonly #vocabulary: Vocabulary
  readonly #base: FactBase
  readonly #words = new Map<string, Look>()
  readonly #lists = new Map<string, Postings>()
  readonly #namesZh = new Map<number, string>()

  constructor(vocabulary: Vocabulary, base: FactBase) {
    this.#vocabulary = vocabulary
    this.#base = base
  }

  /** Whether a fact's texts may hold all these words; false is certain. */
  mayHold(at: number, words: readonly string[]): boolean {
    const statement = this.#base.onlyStatement(at)
    return statement === undefined || words.every((word) => this.#lookFor(word)(at, statement))
  }

  /** Whether a fact's texts may hold this number, however it is written; false is certain. */
  mayHoldNumber(at: number, value: number): boolean {
    const statement = this.#base.onlyStatement(at)
    if (statement === undefined || Math.abs(value) < 1 || UNSURE_NUMBERS.test(statement)) return true
    const digits = significant(String(value))
    if (digits.length > MOST_DIGITS || !DIGITS.test(digits)) return true
    // scale words are powers of ten: 24.8 billion and 24,800 million have the same digits
    return (statement.match(NUMBERS) ?? []).some((number) => {
      const own = significant(number)
      return own === digits || own.length > MOST_DIGITS
    })
  }

  /** All facts that may hold these words, ascending. */
  holding(words: readonly string[]): Postings {
    const key = words.join('\n')
    let list = this.#lists.get(key)
    if (list === undefined) {
      const found: number[] = []
      for (let at = 0; at < this.#base.size; at++) if (this.mayHold(at, words)) found.push(at)
      list = Int32Array.from(found)
      if (this.#lists.size >= MOST_LISTS) this.#lists.clear()
      this.#lists.set(key, list)
    }
    return list
  }

  #lookFor(word: string): Look {
    let look = this.#words.get(word)
    if (look === undefined) {
      look = this.#makeLook(word)
      if (this.#words.size >= MOST_WORDS) this.#words.clear()
      this.#words.set(word, look)
    }
    return look
  }

  #makeLook(word: string): Look {
    if (word.includes(' ')) {
      const looks = word.split(' ').map((one) => this.#makeLook(one))
      return (at, statement) => looks.every((look) => look(at, statement))
    }
    if (isHan(word)) return ALL_HAN.test(word) ? this.#lookForHan(word) : ALWAYS
    const beginning = beginningOf(word)
    return beginning === null ? ALWAYS : this.#lookForLetters(beginning)
  }

  /** The Chinese text of a fact without a Chinese statement is made of names. */
  #lookForHan(word: string): Look {
    const characters = [...word]
    const middle = characters.length >> 1
    const halves = [characters.slice(0, middle).join(''), characters.slice(middle).join('')]
    return (at) => {
      const zh = this.#zhOf(at)
      return zh.includes(word) || (characters.length > 3 && halves.every((half) => zh.includes(half)))
    }
  }

  #zhOf(at: number): string {
    const { industry, region, indicator } = this.#base.fact(at)
    const key = this.#keyOf(at)
    let names = this.#namesZh.get(key)
    if (names === undefined) {
      const { industries } = this.#vocabulary
      names = `${this.#vocabulary.indicatorName(indicator).zh}。${industries.get(industry)?.zh ?? ''}`
      this.#namesZh.set(key, names)
    }
    const [parent] = this.#vocabulary.regionAncestors(region)
    return `${names}。年均平均每年。全省。${this.#vocabulary.regions.get(parent ?? '')?.short ?? ''}`
  }

  #lookForLetters(beginning: string): Look {
    // an apostrophe inside a word is passed over (Xi'an is xian); other scripts and the province's name are read in full
    const letters = [...beginning].map((letter) => letter.replace(/[^a-z0-9]/, '\\$&')).join("'?")
    const pattern = new RegExp(`${letters}|provinc|[^\\0-\\x7f]`, 'i')
    const inNames = new Map<number, boolean>()
    const inBasis = pattern.test(Object.values(BASIS_WORDS).join(' '))
    return (at, statement) => {
      if (pattern.test(statement) || (inBasis && this.#base.hasBasis(at))) return true
      const key = this.#keyOf(at)
      let named = inNames.get(key)
      if (named === undefined) {
        const { industry, indicator } = this.#base.fact(at)
        const name = this.#vocabulary.industries.get(industry)?.en ?? ''
        named = pattern.test(`${this.#vocabulary.indicatorName(indicator).en} . ${name}`)
        inNames.set(key, named)
      }
      return named
    }
  }

  /** Equal for facts of one industry and indicator. */
  #keyOf(at: number): number {
    const base = this.#base
    return (base.industryOf(at) * base.bases.size + base.baseOf(at)) * base.measures.size + base.measureOf(at)
  }
}

type Look = (at: number, statement: string) => boolean

/** What every word that counts as this one begins with; null where that cannot be said. */
function beginningOf(word: string): string | null {
  if (!LATIN.test(word) || DIGITS.test(word)) return null
  const stem = looseStem(word)
  let length = 0
  while (length < stem.length && stem[length] === word[length]) length++
  // 'cities' counts as 'city'
  const beginning = word.slice(0, length).replace(/y$/, '')
  return beginning === '' || ORDINAL.test(word) ? null : beginning
}

/** The digits of a number without sign, point, commas and zeros at either end. */
const significant = (number: string): string => number.replace(/[-,.]/g, '').replace(/^0+|0+$/g, '')

const ALWAYS: Look = () => true
const MOST_WORDS = 200
const MOST_LISTS = 32
const ALL_HAN = /^\p{Script=Han}+$/u
const LATIN = /^[a-z0-9][a-z0-9&]*$/
/** '1st' counts as 'first'. */
const ORDINAL = /^(?:first|second|third|fourth)$/
const DIGITS = /^\d+$/
const NUMBERS = /\d+(?:,\d{3})*(?:\.\d+)?/g
/** Numbers of more digits may differ and still count as the same. */
const MOST_DIGITS = 8
/** Numbers in words, and those of other scripts. */
const UNSURE_NUMBERS = /\b(?:an?|one)\b|[^\0-\x7f]/i

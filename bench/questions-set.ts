/**
 * Questions about made facts, each with the one fact that answers it, or none: in the vocabulary's names, with slips
 * of the keyboard, in other words for the same things, in Chinese, and about what is not there.
 */
import { fold } from '../src/base/folding.ts'
import type { Vocabulary } from '../src/facts/vocabulary.ts'
import { OTHER_EN } from '../src/understand/language/other-en.ts'
import { editDistance } from '../src/understand/spelling.ts'
import { type Cell, type Facts, idOf, randomOf } from './generate.ts'

export const KINDS = ['clean', 'typo', 'alias', 'chinese', 'unanswerable'] as const
export type QuestionKind = (typeof KINDS)[number]

export interface Question {
  kind: QuestionKind
  text: string
  /** The fact that answers it; null when there is none. */
  expected: string | null
}

/** As many questions of each kind, those of the kinds in turn, so that any beginning of the list is a fair sample. */
export function makeQuestions(facts: Facts, vocabulary: Vocabulary, each: number, seed: number): Question[] {
  const asking = new Asking(facts, vocabulary, randomOf(seed ^ 0x51ed270b))
  const questions: Question[] = []
  for (let i = 0; i < each; i++) for (const kind of KINDS) questions.push(asking.question(kind))
  return questions
}

class Asking {
  readonly #facts: Facts
  readonly #vocabulary: Vocabulary
  readonly #chance: () => number
  readonly #words: ReadonlySet<string>
  /** What a folded name means; two meanings make a name that a question here does not use. */
  readonly #meanings: ReadonlyMap<string, ReadonlySet<string>>

  constructor(facts: Facts, vocabulary: Vocabulary, chance: () => number) {
    this.#facts = facts
    this.#vocabulary = vocabulary
    this.#chance = chance
    this.#meanings = meaningsOf(vocabulary)
    this.#words = new Set([...this.#meanings.keys()].flatMap((name) => name.split(/[^a-z]+/)))
  }

  question(kind: QuestionKind): Question {
    for (;;) {
      const cell = this.#facts.cell(Math.floor(this.#chance() * this.#facts.size))
      if (!this.#isPlain(cell)) continue
      if (kind === 'unanswerable') {
        const absent = this.#absent(cell)
        if (absent === null) continue
        return {
          kind,
          text: this.#chance() < 0.25 ? this.#chinese(absent) : this.#english(absent),
          expected: null,
        }
      }
      const text =
        kind === 'chinese'
          ? this.#chinese(cell)
          : kind === 'alias'
            ? this.#alias(cell)
            : kind === 'typo'
              ? this.#typo(cell)
              : this.#english(cell)
      if (text !== null) return { kind, text, expected: idOf(cell) }
    }
  }

  /**
   * Of two places of one name (Suzhou, Jilin) a question would have to say which, and "e-commerce sales" is the name of
   * something else; those are tested elsewhere.
   */
  #isPlain({ region, industry, indicator }: Cell): boolean {
    const { en, zh } = this.#vocabulary.bases.get(indicator.base)!
    const names = [region.en, region.zh, region.short, industry.en, industry.zh, en, zh]
    const together = [`${industry.en} ${en}`, industry.zh + zh]
    return (
      names.every((name) => this.#isClear(name)) && !together.some((name) => this.#meanings.has(fold(name)))
    )
  }

  #isClear(name: string): boolean {
    return this.#meanings.get(fold(name))?.size === 1
  }

  #english({ region, industry, indicator, year }: Cell): string {
    return this.#pick(ENGLISH)(region.en, industry.en, indicator.en, year)
  }

  #chinese({ region, industry, indicator, year }: Cell): string {
    return this.#pick(CHINESE)(this.#pick([region.zh, region.short]), industry.zh, indicator.zh, year)
  }

  /** In other words for at least one of the three names. */
  #alias({ region, industry, indicator, year }: Cell): string | null {
    const others = (names: readonly string[]) =>
      names.filter((name) => LATIN.test(name) && this.#isClear(name))
    const regions = others([region.pinyin, ...region.aliases]).filter((name) => name !== fold(region.en))
    const industries = others(industry.aliases)
    const ofBase = others(this.#vocabulary.bases.get(indicator.base)!.aliases)
    const indicators = indicator.id === indicator.base ? ofBase : ofBase.map((name) => `${name} growth`)
    if (regions.length + industries.length + indicators.length === 0) return null
    const either = (names: readonly string[], plain: string) =>
      names.length > 0 && this.#chance() < 0.7 ? this.#pick(names) : plain
    const place = either(regions, region.en)
    const made = either(industries, industry.en)
    const measured = either(indicators, indicator.en)
    if (place === region.en && made === industry.en && measured === indicator.en) return null
    return this.#pick(ENGLISH)(place, made, measured, year)
  }

  /** One slip in one word, two in a long one; a slip that makes it as near to another name is no fair question. */
  #typo({ region, industry, indicator, year }: Cell): string | null {
    const names = [region.en, industry.en, indicator.en]
    const at = Math.floor(this.#chance() * names.length)
    const words = names[at]!.split(' ')
    const word = this.#pick(words)
    if (!SLIPPABLE.test(word)) return null
    const slips = word.length > 9 && this.#chance() < 0.4 ? 2 : 1
    let typed = word.toLowerCase()
    for (let i = 0; i < slips; i++) typed = this.#slip(typed)
    const distance = editDistance(typed, word.toLowerCase(), slips)
    if (distance === 0 || distance > slips || typed[0] !== word[0]!.toLowerCase()) return null
    // 'tools' as 'toils' is a word spelt right
    if (OTHER_EN.has(typed)) return null
    for (const other of this.#words) {
      const isSame =
        other === word.toLowerCase() ||
        other === `${word.toLowerCase()}s` ||
        `${other}s` === word.toLowerCase()
      if (!isSame && editDistance(typed, other, distance) <= distance) return null
    }
    names[at] = words.map((it) => (it === word ? typed : it)).join(' ')
    return this.#pick(ENGLISH)(names[0]!, names[1]!, names[2]!, year)
  }

  #slip(word: string): string {
    const at = 1 + Math.floor(this.#chance() * (word.length - 2))
    const kind = this.#chance()
    if (kind < 0.35) return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
    if (kind < 0.65) return word.slice(0, at) + word.slice(at + 1)
    if (kind < 0.85) return word.slice(0, at) + word[at]! + word.slice(at)
    return word.slice(0, at) + this.#pick([...'etaoinshr']) + word.slice(at + 1)
  }

  /** The cell with one dimension changed to something of which nothing is known, nor of anything below it. */
  #absent(cell: Cell): Cell | null {
    const { regions, industries, indicators, years } = this.#facts.grid
    const change = Math.floor(this.#chance() * 5)
    const changed: Cell =
      change === 0
        ? { ...cell, region: this.#pick(regions) }
        : change === 1
          ? { ...cell, industry: this.#pick(industries) }
          : change === 2
            ? { ...cell, indicator: this.#pick(indicators) }
            : { ...cell, year: change === 3 ? this.#pick(years) : this.#pick([1999, 2003, 2006, 2030]) }
    if (!this.#isPlain(changed)) return null
    const { industry, indicator } = changed
    const isLevel = indicator.id === indicator.base
    for (const narrower of industries) {
      if (!this.#vocabulary.industryIsA(narrower.id, industry.id)) continue
      for (const other of indicators) {
        if (!this.#vocabulary.baseIsA(other.base, indicator.base)) continue
        // the growth alone may answer who asks for the level, but not the other way round
        if (!isLevel && other.id === other.base) continue
        if (this.#facts.has({ ...changed, industry: narrower, indicator: other })) return null
      }
    }
    return changed
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#chance() * list.length)]!
  }
}

function meaningsOf(vocabulary: Vocabulary): Map<string, Set<string>> {
  const meanings = new Map<string, Set<string>>()
  const add = (meaning: string, names: readonly string[]) => {
    for (const name of names) {
      const folded = fold(name)
      const known = meanings.get(folded)
      if (known === undefined) meanings.set(folded, new Set([meaning]))
      else known.add(meaning)
    }
  }
  const { regions, industries, bases, measures, organisations, units } = vocabulary
  // a county does not stand in the way of a prefecture of its name
  for (const { code, en, zh, short, pinyin, aliases, level } of regions.values())
    if (level !== 'county') add(`region ${code}`, [en, zh, short, pinyin, ...aliases])
  for (const [kind, entries] of Object.entries({ industries, bases, measures, organisations, units }))
    for (const { id, en, zh, aliases } of entries.values()) add(`${kind} ${id}`, [en, zh, ...aliases])
  return meanings
}

type Template = (region: string, industry: string, indicator: string, year: number) => string
const ENGLISH: readonly Template[] = [
  (region, industry, indicator, year) => `${region} ${industry} ${indicator} ${year}`,
  (region, industry, indicator, year) => `What was the ${indicator} of ${industry} in ${region} in ${year}?`,
  (region, industry, indicator, year) => `${indicator} of ${industry} in ${region}, ${year}`,
  (region, industry, indicator, year) => `in ${year}, ${region}: ${industry} ${indicator}`,
  (region, industry, indicator, year) =>
    `Please tell me the ${indicator} of the ${industry} sector in ${region} for ${year}`,
]
const CHINESE: readonly Template[] = [
  (region, industry, indicator, year) => `${year}年${region}${industry}${indicator}是多少？`,
  (region, industry, indicator, year) => `${region}${year}年${industry}的${indicator}`,
  (region, industry, indicator, year) => `请问${region}${industry}${indicator}${year}年是多少`,
]
const LATIN = /^[ -~]+$/
const SLIPPABLE = /^[A-Za-z]{5,}$/

/**
 * Every known wording as a path in a tree of tokens: names of the vocabulary, cues, light words. One walk over the
 * tree from a token finds all names that begin there, however many names there are.
 */
import { fold } from '../base/folding.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { CUES, type Cue } from './cue.ts'
import { ASKER_ZH } from './language/asker-zh.ts'
import { CUES_EN } from './language/en.ts'
import { EVERYDAY_CHINESE } from './language/everyday-chinese.ts'
import { LIGHT_EN } from './language/light-en.ts'
import { LIGHT_ZH } from './language/light-zh.ts'
import { OTHER_EN } from './language/other-en.ts'
import { OTHER_ZH } from './language/other-zh.ts'
import { PHRASES } from './language/phrases.ts'
import { SOFT_EN } from './language/soft-en.ts'
import { SOFT_PARTS } from './language/soft-parts.ts'
import { SOFT_TALK_EN } from './language/soft-talk-en.ts'
import { SOFT_TALK_ZH } from './language/soft-talk-zh.ts'
import { SOFT_ZH } from './language/soft-zh.ts'
import { SPOKEN_CHINESE } from './language/spoken-chinese.ts'
import { TURNED_ROUND } from './language/turned-round.ts'
import { SCALED_UNIT_WORDS } from './language/unit-words.ts'
import { CUES_ZH } from './language/zh.ts'
import { type Form, isHan, tokenize } from './tokens.ts'
import { type Entity, type EntityKind, grow, type Node, newNode } from './tree.ts'

export class Lexicon {
  /** Every token that some wording holds, with the rank of the likeliest entity: what a typo may be corrected to. */
  readonly words = new Map<string, number>()
  /** Long plurals as they are written in names, and the token each stands for: a slip in the ending still shows the word. */
  readonly plurals = new Map<string, string>()
  /** Characters that occur in names: text with others may be in traditional characters. */
  readonly characters = new Set<string>()
  /** Where the wordings that begin with a key go on, by the key's number. */
  readonly #firsts: (Node | undefined)[] = []
  /** Keys of tokens as numbers: a walk compares one with many nodes, and numbers are compared without reading letters. */
  readonly #keys = new Map<string, number>()
  /** Another one with every new key, so that a number kept elsewhere is known to be out of date. */
  #edition = {}
  /** Latin wordings without their spaces: 'offshorewind', 'xinnengyuanqiche'. */
  readonly #glued = new Map<string, Entity[]>()
  /** The first letters of each of them. */
  readonly #beginnings = new Set<string>()

  constructor(vocabulary: Vocabulary) {
    this.#addRegions(vocabulary)
    this.#addIndustries(vocabulary)
    this.#addIndicators(vocabulary)
    for (const { id, en, zh, aliases } of vocabulary.organisations.values()) {
      this.#addNames('organisation', id, [en, zh], aliases, 2)
    }
    for (const { id, en, zh, aliases } of vocabulary.units.values())
      this.#addNames('unit', id, [en, zh], aliases, 5)
    for (const [id, wordings] of SCALED_UNIT_WORDS) {
      for (const wording of wordings.split('|'))
        this.#add(wording, { kind: 'unit', id, how: 'alias', rank: 6 })
    }
    for (const cue of CUES) this.#addCue(cue)
    for (const word of LIGHT_EN) this.#add(word, { kind: 'light', id: word, how: 'exact', rank: 8 })
    for (const word of LIGHT_ZH) this.#add(word, { kind: 'light', id: word, how: 'exact', rank: 8 })
    for (const words of [
      SOFT_EN,
      SOFT_TALK_EN,
      SOFT_PARTS,
      SOFT_ZH,
      SOFT_TALK_ZH,
      EVERYDAY_CHINESE,
      ASKER_ZH,
      SPOKEN_CHINESE,
    ]) {
      for (const word of words) this.#add(word, { kind: 'soft', id: word, how: 'exact', rank: 8.5 })
    }
    for (const phrase of PHRASES) this.#add(phrase, { kind: 'other', id: phrase, how: 'exact', rank: 2.5 })
    for (const word of [...OTHER_ZH, ...TURNED_ROUND])
      this.#add(word, { kind: 'other', id: word, how: 'exact', rank: 9 })
  }

  /** Where a walk over the wordings that begin with a key goes on. */
  first(key: number): Node | undefined {
    return this.#firsts[key]
  }

  /** The number of a token's key, as `keyOf`; kept with the token's form. */
  numberOf(form: Form): number {
    if (form.edition !== this.#edition) {
      form.number = this.keyOf(form.key)
      form.edition = this.#edition
      form.mayBeginGlued = undefined
    }
    return form.number
  }

  /** The number of a token's key; -1 when it is neither in a wording nor in a statement. */
  keyOf(key: string): number {
    return this.#keys.get(key) ?? -1
  }

  /** Meanings of letters written together or apart otherwise than the name is: 'dong ying', 'offshorewind'. */
  entitiesOfGlued(letters: string): readonly Entity[] | undefined {
    return letters.length < SHORTEST_GLUED ? undefined : this.#glued.get(letters)
  }

  /** Whether some such meaning may begin with a token; true where it is too short to tell. Kept with the token's form. */
  mayBeginGlued(form: Form): boolean {
    form.mayBeginGlued ??=
      form.key.length < GLUED_BEGINNING || this.#beginnings.has(form.key.slice(0, GLUED_BEGINNING))
    return form.mayBeginGlued
  }

  /** Makes words of statements correctable: 'gigbit' is 'gigabit'. */
  addStatementWord(key: string): void {
    if (this.words.has(key)) return
    this.words.set(key, STATEMENT_RANK)
    this.#number(key)
  }

  /** A real word that is no name here: never to be corrected into one. */
  isOtherWord(word: string): boolean {
    return OTHER_EN.has(word)
  }

  #addRegions(vocabulary: Vocabulary): void {
    for (const region of vocabulary.regions.values()) {
      const rank = LEVEL_RANK[region.level]
      const { code, en, zh, short, pinyin, aliases, abbr } = region
      this.#addNames('region', code, [en, zh, short], aliases, rank)
      if (pinyin !== '' && pinyin !== fold(en).replace(/[^a-z]/g, '')) {
        this.#add(pinyin, { kind: 'region', id: code, how: 'alias', rank: rank + 0.5 })
      }
      if (abbr !== undefined) this.#add(abbr, { kind: 'region', id: code, how: 'alias', rank: rank + 0.5 })
    }
  }

  #addIndustries(vocabulary: Vocabulary): void {
    for (const { id, en, zh, aliases } of vocabulary.industries.values()) {
      this.#addNames('industry', id, [en, zh], aliases, 1)
      for (const name of [en, zh, ...aliases]) {
        for (const variant of variantsOfIndustry(name)) {
          this.#add(variant, { kind: 'industry', id, how: 'alias', rank: 1.5 })
        }
      }
    }
  }

  #addIndicators(vocabulary: Vocabulary): void {
    for (const { id, en, zh, aliases } of vocabulary.bases.values()) {
      this.#addNames('base', id, [en, zh], aliases, 1)
      // 项目数 is named by 项目 too, 企业数 by 企业
      if (/[数额量]$/.test(zh) && zh.length > 3)
        this.#add(zh.slice(0, -1), { kind: 'base', id, how: 'alias', rank: 1.5 })
      for (const name of [zh, ...aliases]) {
        if (isHan(name) && !/[数额量]$/.test(name) && name.length > 1) {
          for (const tail of ['数', '总数', '数量', '总额', '总量', '额']) {
            this.#add(name + tail, { kind: 'base', id, how: 'alias', rank: 1.7 })
          }
        }
      }
    }
    for (const { id, en, zh, aliases } of vocabulary.measures.values())
      this.#addNames('measure', id, [en, zh], aliases, 1)
  }

  #addCue(cue: Cue): void {
    for (const text of [CUES_EN[cue], CUES_ZH[cue]]) {
      for (const wording of text.split('|')) {
        if (wording !== '') this.#add(wording, { kind: 'cue', id: cue, how: 'exact', rank: 3 })
      }
    }
  }

  #addNames(
    kind: EntityKind,
    id: string,
    names: readonly string[],
    aliases: readonly string[],
    rank: number,
  ): void {
    for (const name of names) this.#add(name, { kind, id, how: 'exact', rank })
    for (const alias of aliases) this.#add(alias, { kind, id, how: 'alias', rank: rank + 0.1 })
  }

  #addPlural(plural: string, key: string): void {
    this.plurals.set(plural, key)
    const known = this.words.get(plural)
    if (known === undefined || known > PLURAL_RANK) this.words.set(plural, PLURAL_RANK)
    this.#number(plural)
  }

  /** The number of a key; a new key gets the next one. */
  #number(key: string): number {
    const known = this.#keys.get(key)
    if (known !== undefined) return known
    this.#keys.set(key, this.#keys.size)
    this.#firsts.push(undefined)
    this.#edition = {}
    return this.#keys.size - 1
  }

  #begin(key: number): Node {
    this.#firsts[key] ??= newNode()
    return this.#firsts[key]
  }

  #add(wording: string, entity: Entity): void {
    const tokens = tokenize(fold(wording), LONGEST_WORDING, false).filter(
      ({ kind, text }) => kind !== 'mark' || NAMED_MARKS.has(text),
    )
    if (tokens.length === 0) return
    let node: Node | undefined
    for (const { key, kind, text } of tokens) {
      if (kind === 'word') {
        if (text.length >= LONG_PLURAL && text !== key && entity.rank < GLUED_RANK) this.#addPlural(text, key)
        const known = this.words.get(key)
        if (known === undefined || known > entity.rank) this.words.set(key, entity.rank)
      } else if (kind === 'han') this.characters.add(key)
      const number = this.#number(key)
      node = node === undefined ? this.#begin(number) : grow(node, number)
    }
    if (node === undefined) return
    node.entities ??= []
    const known = node.entities.find(({ kind, id }) => kind === entity.kind && id === entity.id)
    if (known === undefined) node.entities.push(entity)
    else if (known.rank > entity.rank) known.rank = entity.rank
    if (entity.rank < GLUED_RANK && tokens.every(({ kind }) => kind === 'word')) {
      const letters = tokens.map(({ key }) => key).join('')
      if (letters.length >= SHORTEST_GLUED) {
        const list = this.#glued.get(letters)
        this.#beginnings.add(letters.slice(0, GLUED_BEGINNING))
        if (list === undefined) this.#glued.set(letters, [entity])
        else if (!list.some(({ kind, id }) => kind === entity.kind && id === entity.id)) list.push(entity)
      }
    }
  }
}

function* variantsOfIndustry(name: string): Generator<string> {
  if (isHan(name)) {
    for (const tail of ['产业', '行业', '业', '领域', '产业链', '板块', '制造业'])
      if (!name.endsWith('业')) yield name + tail
  } else if (!/industr(?:y|ies)$|sector$/i.test(name)) {
    yield `${name} industry`
    yield `${name} sector`
    yield `${name} field`
    yield `${name} business`
  } else {
    const bare = name.replace(/ (?:industry|industries|sector)$/i, '')
    if (bare.includes(' ')) yield `${bare} sector`
  }
}

/** Tokens of one wording: no name has as many. */
const LONGEST_WORDING = 100
/** Names worth gluing: not cues' and light words' ranks, not counties'. */
const GLUED_RANK = 3
const SHORTEST_GLUED = 6
const GLUED_BEGINNING = 4
const STATEMENT_RANK = 6
/** After the singular, which is as near or nearer. */
const PLURAL_RANK = 2.9
/** A short plural is as near to other words as its singular is. */
const LONG_PLURAL = 6
const LEVEL_RANK = { country: 0, province: 0, prefecture: 0.1, county: 4, zone: 2 } as const
/** Marks that are part of names: '%' is a unit. */
const NAMED_MARKS = new Set(['%', '$', '¥'])

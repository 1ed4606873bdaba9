/**
 * Cuts a text into the known wordings that explain it best. Every wording that begins at a token is a candidate
 * span; among all ways to lay spans side by side the one with the greatest weight wins, where long wordings weigh
 * more than the sum of their parts ("new energy vehicles" beats "new energy").
 */

import type { Period } from '../facts/period.ts'
import type { Filter } from '../facts/query.ts'
import { amountAt, mayBeginAmount } from './amounts.ts'
import type { Heard } from './homophones.ts'
import type { Lexicon } from './lexicon.ts'
import { mayBeginPeriod, periodAt, rulesFor } from './periods.ts'
import type { Said } from './said.ts'
import { type Correction, isSwapped, type Spelling } from './spelling.ts'
import type { Token } from './tokens.ts'
import { type Entity, follow, isEnd, type Node } from './tree.ts'

/** A stretch of tokens and what it was taken for. */
export interface Span {
  start: number
  end: number
  text: string
  meaning:
    | { kind: 'names'; entities: readonly Entity[]; typo: number }
    | { kind: 'period'; period: Period; since: boolean; rule: string }
    | { kind: 'amount'; filter: Filter; bounded: boolean; unitWords: string | undefined }
    | { kind: 'unknown' /** The word as corrected to a word of the statements, or as typed. */; word: string }
    | { kind: 'mark' }
}

export interface Segmentation {
  tokens: readonly Token[]
  spans: readonly Span[]
}

/** Lays out the tokens of a text; `now` dates the relative periods. */
export function segment(
  { text, tokens, signals }: Said,
  lexicon: Lexicon,
  spelling: Spelling | null,
  now: Date,
  heard: Heard | null = null,
): Segmentation {
  const count = tokens.length
  const rules = rulesFor(signals)
  // sizes[i]: how many words stand before token i; a Chinese character is half a word
  const sizes: number[] = [0]
  const keys: number[] = []
  const known: boolean[] = []
  const best: number[] = [0]
  const ends: number[] = [0]
  const meanings: (Span['meaning'] | null)[] = [null]
  /** Behind it every word is known. */
  let lastUnknown = -1
  for (let i = 0; i < count; i++) {
    const { kind, form } = tokens[i]!
    sizes.push(sizes[i]! + (kind === 'han' ? 0.5 : kind === 'mark' ? 0.25 : 1))
    const number = lexicon.numberOf(form)
    keys.push(number)
    known.push(kind !== 'word' || number >= 0)
    if (!known[i]) lastUnknown = i
    best.push(0)
    ends.push(0)
    meanings.push(null)
  }
  const corrected: (readonly Correction[] | undefined)[] = []
  const readings: (readonly Reading[] | undefined)[] = []
  for (let at = count - 1; at >= 0; at--) {
    best[at] = best[at + 1]! + (tokens[at]!.kind === 'han' ? UNKNOWN_HAN : 0)
    ends[at] = at + 1
    layAt(at)
  }
  const spans: Span[] = []
  for (let at = 0; at < count; at = ends[at]!) {
    const meaning = meanings[at] ?? unknownAt(at)
    const span: Span = { start: at, end: ends[at]!, text: textOf(at, ends[at]!), meaning }
    const last = spans.at(-1)
    // neighbouring unknown Chinese characters are one unknown word
    if (
      meaning.kind === 'unknown' &&
      last?.meaning.kind === 'unknown' &&
      tokens[at]!.kind === 'han' &&
      tokens[at - 1]!.kind === 'han'
    ) {
      last.end = span.end
      last.text += span.text
      last.meaning.word += meaning.word
    } else spans.push(span)
  }
  return { tokens, spans }

  /** Tries every span that begins at a token, and keeps the one with which the rest of the text weighs most. */
  function layAt(at: number): void {
    walkFrom(at)
    glue(at)
    const token = tokens[at]!
    if (heard !== null && token.kind === 'han') listenFrom(heard, at)
    const period = mayBeginPeriod(token.form.signals!) ? periodAt(text, token.start, now, rules) : null
    if (period !== null) {
      const end = tokenBehind(at, period.end)
      const { since, rule } = period
      if (end > at)
        offer(at, end, PERIOD * length(at, end) ** 2, { kind: 'period', period: period.period, since, rule })
    }
    const amount = mayBeginAmount(token) ? amountAt(tokens, at, unitAt) : null
    if (amount !== null) {
      const { end, op, value, high, bounded, unit } = amount
      offer(at, end, AMOUNT * length(at, end) ** 2, {
        kind: 'amount',
        filter: { op, value, ...(high === undefined ? {} : { high }) },
        bounded,
        unitWords: unit,
      })
    }
    if (token.kind === 'mark') offer(at, at + 1, 0.1, { kind: 'mark' })
  }

  function offer(at: number, end: number, weight: number, meaning: Span['meaning']): void {
    const total = weight + best[end]!
    if (total <= best[at]!) return
    best[at] = total
    ends[at] = end
    meanings[at] = meaning
  }

  /** Every wording that begins at a token, with misspelt words read as their corrections. */
  function walkFrom(start: number): void {
    const first = lexicon.first(keys[start]!)
    if (first !== undefined) walk(first, start, start + 1, 0, false)
    else if (!known[start]) {
      for (const { key, distance, loose } of readingsAt(start)) {
        const meant = lexicon.first(key)
        if (meant !== undefined) walk(meant, start, start + 1, distance, loose)
      }
    }
  }

  /** Every wording on the tree from `node` on. */
  function walk(node: Node, start: number, at: number, typo: number, unsure: boolean): void {
    const { entities } = node
    // a correction that is sure only within a longer name is none by itself
    if (entities !== null && !(unsure && at - start < 2)) {
      node.weight ||= weightOf(entities)
      const weight = node.weight * length(start, at) ** 2 - typo * TYPO
      if (weight + best[at]! > best[start]!) offer(start, at, weight, { kind: 'names', entities, typo })
    }
    const token = tokens[at]
    if (token === undefined || isEnd(node)) return
    const child = follow(node, keys[at]!)
    if (child !== undefined) walk(child, start, at + 1, typo, unsure)
    else if (!known[at]) {
      for (const { key, distance, loose } of readingsAt(at)) {
        const meant = follow(node, key)
        if (meant !== undefined) walk(meant, start, at + 1, typo + distance, unsure || loose)
      }
    }
    // a comma or the like inside a name does not end it: "Hefei, Anhui" stays two names, "R & D" one
    if (token.kind === 'mark' && (token.text === '&' || token.text === '-' || token.text === '+')) {
      walk(node, start, at + 1, typo, unsure)
    }
  }

  /** The Chinese names that begin at a token, or at another one that sounds alike. */
  function listenFrom(by: Heard, start: number): void {
    const first = lexicon.first(keys[start]!)
    if (first !== undefined) listen(by, first, start, start + 1, NO_SLIPS)
    if (!by.open[start]) return
    for (const key of by.homophones.keysOf(tokens[start]!.key)) {
      const meant = lexicon.first(key)
      if (meant !== undefined) listen(by, meant, start, start + 1, [start])
    }
  }

  /**
   * Chinese names from `node` on of which one character, at one of `slips`, is another that sounds alike; of a long name two.
   */
  function listen(by: Heard, node: Node, start: number, at: number, slips: readonly number[]): void {
    const { entities } = node
    if (entities !== null && slips.length > 0 && at > start + 1 && mayHold(slips.length, at - start)) {
      const names = by.unknown.slice(start, at).includes(true) ? heardAs(by, entities, start, at, slips) : []
      if (names.length > 0) {
        const weight = weightOf(names) * length(start, at) ** 2 - TYPO * slips.length
        offer(start, at, weight, { kind: 'names', entities: names, typo: slips.length })
      }
    }
    if (isEnd(node) || tokens[at]?.kind !== 'han') return
    const child = follow(node, keys[at]!)
    if (child !== undefined) listen(by, child, start, at + 1, slips)
    if (!by.open[at] || slips.length >= MOST_SLIPS) return
    for (const key of by.homophones.keysOf(tokens[at]!.key)) {
      const meant = follow(node, key)
      if (meant !== undefined) listen(by, meant, start, at + 1, [...slips, at])
    }
  }

  function heardAs(
    by: Heard,
    entities: readonly Entity[],
    start: number,
    end: number,
    slips: readonly number[],
  ): readonly Entity[] {
    let from = start
    if (tokens[from - 1]?.kind === 'han') from--
    let to = end
    while (to < end + 2 && tokens[to]?.kind === 'han') to++
    return by.homophones.namesOf(
      entities,
      textOf(start, end),
      slips.map((slip) => tokens[slip]!.start - tokens[from]!.start),
      textOf(from, to),
    )
  }

  /** The wordings' words that an unknown one may stand for. */
  function readingsAt(at: number): readonly Reading[] {
    let found = readings[at]
    if (found === undefined) {
      const sure = correctionsAt(at).map((one) => readingOf(one, false))
      found = [...sure, ...loosely(at).map((one) => readingOf(one, true))]
      readings[at] = found
    }
    return found
  }

  function readingOf({ word, distance }: Correction, loose: boolean): Reading {
    return { key: lexicon.keyOf(word), distance, loose }
  }

  /** What a short unknown word could be inside a longer name; nothing where a correction is sure already. */
  function loosely(at: number): readonly Correction[] {
    const token = tokens[at]!
    if (token.key.length > 6 || correctionsAt(at).length > 0 || !isCorrectable(token)) return []
    return spelling!.corrections(token.key, true)
  }

  function correctionsAt(at: number): readonly Correction[] {
    let found = corrected[at]
    if (found === undefined) {
      found = correctionsOf(tokens[at]!)
      corrected[at] = found
    }
    return found
  }

  function correctionsOf(token: Token): readonly Correction[] {
    if (spelling === null || !isCorrectable(token)) return []
    // 'firts' is no plural but 'first' with two letters swapped
    const asTyped = token.text === token.key ? [] : spelling.corrections(token.text)
    const stemmed = spelling.corrections(token.key)
    let found: readonly Correction[]
    if (asTyped.length === 0 || (stemmed.length > 0 && asTyped[0]!.distance > stemmed[0]!.distance))
      found = stemmed
    else found = isSwapped(token.text, asTyped[0]!.word) ? asTyped : [...asTyped, ...stemmed]
    // a word that may be a name's is never explained away as a light one: 'secnd' is 'second', not 'send'
    const named = found.filter(
      (one) => one.rank < LIGHT_RANK && (one.rank < STATEMENT_RANK || isSure(token, one)),
    )
    const meant = named.length > 0 ? named : found.filter((one) => isPlainSlip(token.text, one))
    return meant.map((one) => ({ ...one, word: lexicon.plurals.get(one.word) ?? one.word }))
  }

  function isCorrectable({ key, text: typed }: Token): boolean {
    if (spelling === null || lexicon.words.has(key) || /\d/.test(key)) return false
    return !lexicon.isOtherWord(typed) && !lexicon.isOtherWord(key)
  }

  /** Names whose blanks are elsewhere: 'dong ying', 'offshorewind'. */
  function glue(at: number): void {
    if (at > lastUnknown || tokens[at]!.kind !== 'word' || !lexicon.mayBeginGlued(tokens[at]!.form)) return
    let letters = ''
    let unknown = false
    for (let end = at; end < Math.min(count, at + MOST_GLUED); end++) {
      const token = tokens[end]!
      if (token.kind !== 'word') return
      letters += token.key
      unknown ||= !known[end]
      const entities = unknown ? lexicon.entitiesOfGlued(letters) : undefined
      if (entities !== undefined && (end > at || !known[end])) {
        offer(at, end + 1, weightOf(entities) * Math.max(1, end + 1 - at) ** 2 - 0.5, {
          kind: 'names',
          entities,
          typo: 0,
        })
      }
    }
  }

  function unknownAt(at: number): Span['meaning'] {
    const token = tokens[at]!
    if (token.kind === 'mark') return { kind: 'mark' }
    const [meant] = token.kind === 'word' ? correctionsAt(at) : []
    return { kind: 'unknown', word: meant !== undefined && isSure(token, meant) ? meant.word : token.key }
  }

  /** The longest unit that begins at a token. */
  function unitAt(at: number): { end: number; unit: string } | null {
    let found: { end: number; unit: string } | null = null
    let node = at < count ? lexicon.first(keys[at]!) : undefined
    for (let i = at; node !== undefined && i < count; i++) {
      if (i > at) node = follow(node, keys[i]!)
      const unit = node?.entities?.find(
        ({ kind, id, rank }) => kind === 'unit' && rank < 5.5 && !PLACES.has(id),
      )
      if (unit !== undefined) found = { end: i + 1, unit: unit.id }
    }
    return found
  }

  function tokenBehind(at: number, offset: number): number {
    let end = at
    while (end < count && tokens[end]!.start < offset) end++
    // "last year's": the possessive belongs to the token, not to the words of the period
    const over = tokens[end - 1]!.end - offset
    return over <= 0 || (over === 2 && text.startsWith("'s", offset)) ? end : at
  }

  function textOf(start: number, end: number): string {
    return text.slice(tokens[start]!.start, tokens[end - 1]!.end)
  }

  function length(start: number, end: number): number {
    return sizes[end]! - sizes[start]!
  }
}

/** A word of the wordings that an unknown one may stand for, by its number. */
interface Reading {
  key: number
  distance: number
  /** Sure only within a longer name. */
  loose: boolean
}

/** Whether a correction may stand for a word outside of any name: two slips make another word of a short one ('resold', 'reload'). */
const isSure = ({ text }: Token, { distance }: Correction): boolean =>
  distance === 1 || text.length >= LONG_WORD

/**
 * Whether a word that carries nothing was meant: only by letters that changed places, or by one left out or too many
 * inside the word. Another letter makes another word ('nightly' is no 'rightly', 'unsold' no 'unfold'), and so does another
 * ending: every form of such a word is known, and 'disputed', which is not, asks for something that 'dispute' does not.
 */
function isPlainSlip(typed: string, { word: meant, distance }: Correction): boolean {
  if (distance > 1 || typed[0] !== meant[0]) return false
  if (typed.length === meant.length) return isSwapped(typed, meant)
  // 'encompas': of a doubled letter at the end one was left out
  if (meant.startsWith(typed)) return meant.at(-1) === meant.at(-2)
  return Math.abs(typed.length - meant.length) === 1 && !typed.startsWith(meant)
}

/** Names weigh more than cues, cues more than light words. */
function weightOf(entities: readonly Entity[]): number {
  let weight = 0
  for (const { kind, rank } of entities) {
    const own =
      kind === 'cue'
        ? CUE
        : kind === 'light'
          ? LIGHT
          : kind === 'other'
            ? OTHER
            : kind === 'unit'
              ? UNIT
              : rank >= 4
                ? COUNTY
                : NAME
    if (own > weight) weight = own
  }
  return weight
}

/** "top 3 cities" is no amount of the unit cities. */
const PLACES = new Set(['cities', 'regions'])
const STATEMENT_RANK = 6
const LONG_WORD = 8
const LIGHT_RANK = 8
const NAME = 10
const PERIOD = 11
const AMOUNT = 10.5
const CUE = 8
const COUNTY = 7
const UNIT = 5
const LIGHT = 4
const OTHER = 6
const TYPO = 1.2
/** Of a Chinese name so many characters may be wrong, where it has as many as LONG_NAME of them. */
const MOST_SLIPS = 2
const LONG_NAME = 6
const mayHold = (slips: number, characters: number): boolean => slips === 1 || characters >= LONG_NAME
const NO_SLIPS: readonly number[] = []
const UNKNOWN_HAN = -0.3
const MOST_GLUED = 8

/**
 * Cuts a text into the known wordings that explain it best. Every wording that begins at a token is a candidate
 * span; among all ways to lay spans side by side the one with the greatest weight wins, where long wordings weigh
 * more than the sum of their parts ("new energy vehicles" beats "new energy").
 */

import type { Period } from '../facts/period.ts'
import type { Filter } from '../facts/query.ts'
import { amountAt } from './amounts.ts'
import type { Entity, Lexicon, Node } from './lexicon.ts'
import { periodAt } from './periods.ts'
import { type Correction, isSwapped, type Spelling } from './spelling.ts'
import type { Token } from './tokens.ts'

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

/** Lays out `tokens` of `text`; `now` dates the relative periods. */
export function segment(
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  spelling: Spelling | null,
  now: Date,
): Segmentation {
  const count = tokens.length
  const best = new Float64Array(count + 1)
  const choice: (Span | null)[] = new Array(count + 1).fill(null)
  for (let at = count - 1; at >= 0; at--) {
    best[at] = best[at + 1]! + (tokens[at]!.kind === 'han' ? UNKNOWN_HAN : 0)
    for (const { span, weight } of spansAt(at)) {
      const total = weight + best[span.end]!
      if (total > best[at]!) {
        best[at] = total
        choice[at] = span
      }
    }
  }
  const spans: Span[] = []
  for (let at = 0; at < count; ) {
    const span = choice[at] ?? unknownAt(at)
    const last = spans.at(-1)
    // neighbouring unknown Chinese characters are one unknown word
    if (
      span.meaning.kind === 'unknown' &&
      last?.meaning.kind === 'unknown' &&
      tokens[at]!.kind === 'han' &&
      tokens[at - 1]!.kind === 'han'
    ) {
      last.end = span.end
      last.text += span.text
      last.meaning.word += span.meaning.word
    } else spans.push(span)
    at = span.end
  }
  return { tokens, spans }

  function spansAt(at: number): Weighted[] {
    const out: Weighted[] = []
    walk(lexicon.root, at, at, 0, out)
    glue(at, out)
    const token = tokens[at]!
    const period = periodAt(text, token.start, now)
    if (period !== null) {
      const end = tokenBehind(at, period.end)
      if (end > at) {
        out.push({
          span: {
            start: at,
            end,
            text: textOf(at, end),
            meaning: { kind: 'period', period: period.period, since: period.since, rule: period.rule },
          },
          weight: PERIOD * size(at, end) ** 2,
        })
      }
    }
    const amount = amountAt(tokens, at, unitAt)
    if (amount !== null) {
      const { end, op, value, high } = amount
      out.push({
        span: {
          start: at,
          end,
          text: textOf(at, end),
          meaning: {
            kind: 'amount',
            filter: { op, value, ...(high === undefined ? {} : { high }) },
            bounded: amount.bounded,
            unitWords: amount.unit,
          },
        },
        weight: AMOUNT * size(at, end) ** 2,
      })
    }
    if (token.kind === 'mark' && out.length === 0) {
      out.push({ span: { start: at, end: at + 1, text: token.text, meaning: { kind: 'mark' } }, weight: 0.1 })
    }
    return out
  }

  /** Every wording on the tree from `node` on, with misspelt words read as their corrections. */
  function walk(node: Node, start: number, at: number, typo: number, out: Weighted[]): void {
    if (node.entities !== null && at > start) {
      const length = size(start, at)
      const weight = weightOf(node.entities) * length ** 2 - typo * TYPO
      out.push({
        span: {
          start,
          end: at,
          text: textOf(start, at),
          meaning: { kind: 'names', entities: node.entities, typo },
        },
        weight,
      })
    }
    const token = tokens[at]
    if (token === undefined || node.next === null) return
    const child = node.next.get(token.key)
    if (child !== undefined) walk(child, start, at + 1, typo, out)
    else if (token.kind === 'word') {
      for (const { word, distance } of correctionsOf(token)) {
        const corrected = node.next.get(word)
        if (corrected !== undefined) walk(corrected, start, at + 1, typo + distance, out)
      }
    }
    // a comma or the like inside a name does not end it: "Hefei, Anhui" stays two names, "R & D" one
    if (
      at > start &&
      token.kind === 'mark' &&
      (token.text === '&' || token.text === '-') &&
      node.next !== null
    ) {
      walk(node, start, at + 1, typo, out)
    }
  }

  function correctionsOf(token: Token): readonly Correction[] {
    if (
      spelling === null ||
      lexicon.words.has(token.key) ||
      lexicon.isOtherWord(token.text) ||
      lexicon.isOtherWord(token.key)
    )
      return []
    if (/\d/.test(token.key)) return []
    // 'firts' is no plural but 'first' with two letters swapped
    const asTyped = token.text === token.key ? [] : spelling.corrections(token.text)
    const stemmed = spelling.corrections(token.key)
    let found: readonly Correction[]
    if (asTyped.length === 0 || (stemmed.length > 0 && asTyped[0]!.distance > stemmed[0]!.distance))
      found = stemmed
    else found = isSwapped(token.text, asTyped[0]!.word) ? asTyped : [...asTyped, ...stemmed]
    // a word that may be a name's is never explained away as a light one: 'secnd' is 'second', not 'send'
    const named = found.filter(({ rank }) => rank < LIGHT_RANK)
    return named.length > 0 ? named : found
  }

  /** Names whose blanks are elsewhere: 'dong ying', 'offshorewind'. */
  function glue(at: number, out: Weighted[]): void {
    let letters = ''
    let unknown = false
    for (let end = at; end < Math.min(count, at + MOST_GLUED); end++) {
      const token = tokens[end]!
      if (token.kind !== 'word') return
      letters += token.key
      unknown ||= !lexicon.words.has(token.key)
      const entities = unknown ? lexicon.entitiesOfGlued(letters) : undefined
      if (entities !== undefined && (end > at || !lexicon.words.has(token.key))) {
        const weight = weightOf(entities) * Math.max(1, end + 1 - at) ** 2 - 0.5
        out.push({
          span: {
            start: at,
            end: end + 1,
            text: textOf(at, end + 1),
            meaning: { kind: 'names', entities, typo: 0 },
          },
          weight,
        })
      }
    }
  }

  function unknownAt(at: number): Span {
    const token = tokens[at]!
    if (token.kind === 'mark') return { start: at, end: at + 1, text: token.text, meaning: { kind: 'mark' } }
    const word = token.kind === 'word' ? (correctionsOf(token)[0]?.word ?? token.key) : token.text
    return { start: at, end: at + 1, text: token.text, meaning: { kind: 'unknown', word } }
  }

  /** The longest unit that begins at a token. */
  function unitAt(at: number): { end: number; unit: string } | null {
    let node: Node | undefined = lexicon.root
    let found: { end: number; unit: string } | null = null
    for (let i = at; node !== undefined && i < count; i++) {
      node = node.next?.get(tokens[i]!.key)
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

  /** In words; a Chinese character is half a word. */
  function size(start: number, end: number): number {
    let total = 0
    for (let i = start; i < end; i++)
      total += tokens[i]!.kind === 'han' ? 0.5 : tokens[i]!.kind === 'mark' ? 0.25 : 1
    return total
  }
}

interface Weighted {
  span: Span
  weight: number
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
const UNKNOWN_HAN = -0.3
const MOST_GLUED = 8

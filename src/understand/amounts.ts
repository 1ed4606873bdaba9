/**
 * Reads the amounts of a question: '24.8 billion yuan', '500亿以上', 'over 10 percent', '868,000', '$14.15bn'.
 * Values come out in base units; whether an amount limits the answer or names a fact is decided later.
 */
import type { Filter } from '../facts/query.ts'
import { editDistance } from './spelling.ts'
import type { Token } from './tokens.ts'

export interface ReadAmount {
  /** Index of the first token behind the amount. */
  end: number
  value: number
  /** The unit's words, to be looked up in the vocabulary; undefined when none follows. */
  unit?: string
  op: Filter['op']
  /** Whether a bound word stood there ('over', '以上'). */
  bounded: boolean
  high?: number
}

/**
 * The amount that begins at token `at`, or null. `unitAt` says how many tokens from a position are the name of a
 * unit, and which.
 */
export function amountAt(
  tokens: readonly Token[],
  at: number,
  unitAt: (at: number) => { end: number; unit: string } | null,
): ReadAmount | null {
  let i = at
  const bound = boundAt(tokens, i)
  if (bound !== null) i = bound.end
  const low = numberAt(tokens, i)
  if (low === null) return null
  // "over 2018" is a year to measure against
  if (
    bound !== null &&
    bound.op !== 'between' &&
    low.scale === 1 &&
    low.unit === undefined &&
    /^(?:19|20)\d\d$/.test(tokens[i]!.text) &&
    unitAt(low.end) === null
  )
    return null
  i = low.end
  let unit = low.unit
  let value = low.value
  let high: number | undefined
  // "10% to 30%": the unit may stand at either end
  const early = unit === undefined ? unitAt(i) : null
  const joinAt = early?.end ?? i
  const join = tokens[joinAt]
  if (join !== undefined && JOINS.has(join.text) && (bound?.op === 'between' || RANGE_MARKS.has(join.text))) {
    const upper = numberAt(tokens, joinAt + 1)
    if (upper !== null && upper.value * (upper.scale / low.scale) > 0) {
      // 'between 10 and 30 billion': the scale of the upper end is the lower one's too
      high = upper.value
      if (low.scale === 1 && upper.scale > 1 && value < high / upper.scale) value *= upper.scale
      unit = upper.unit ?? unit
      i = upper.end
    }
  }
  // 13.49 GW are 13.49 million kilowatts
  const scaled = unit === undefined ? SCALED_UNITS.get(tokens[i]?.text ?? '') : undefined
  const found = unit === undefined && scaled === undefined ? unitAt(i) : null
  if (scaled !== undefined) {
    value *= scaled.times
    if (high !== undefined) high *= scaled.times
    unit = scaled.unit
    i++
  } else if (found !== null) {
    unit = found.unit
    i = found.end
  } else if (high !== undefined && early !== null) unit = early.unit
  if (high !== undefined && ZH_BETWEEN.has(tokens[i]?.text ?? '') && tokens[i + 1]?.text !== '的')
    i += ZH_BETWEEN_LENGTH(tokens, i)
  // "2024 projects": four digits are a year before they are a number of projects
  const year =
    bound === null && low.scale === 1 && high === undefined && /^(?:19|20)\d\d$/.test(tokens[at]!.text)
  const counted = scaled?.unit ?? found?.unit
  if (year && counted !== undefined && /^[a-z]/.test(counted) && counted !== 'percent' && counted !== 'yuan')
    return null
  const behind = behindAt(tokens, i)
  if (behind !== null) i = behind.end
  const op =
    high !== undefined
      ? 'between'
      : (behind?.op ?? (bound?.op === 'between' ? undefined : bound?.op) ?? 'equal')
  return {
    end: i,
    value: tidy(value),
    op,
    bounded: op !== 'equal',
    ...(unit === undefined ? {} : { unit }),
    ...(high === undefined ? {} : { high: tidy(high) }),
  }
}

/** A cheap look before `amountAt`: whether a token can be the first of an amount at all. */
export const mayBeginAmount = ({ kind, text }: Token): boolean =>
  kind === 'number' || AMOUNT_STARTERS.has(text)

function numberAt(
  tokens: readonly Token[],
  at: number,
): { end: number; value: number; scale: number; unit?: string } | null {
  let i = at
  let unit: string | undefined
  let sign = 1
  const han = hanNumberAt(tokens, at)
  if (han !== null) return han
  const first = tokens[i]?.text
  if (first === '$' || first === '¥') {
    unit = first
    i++
  } else if (isCurrency(tokens, at)) {
    unit = first === 'usd' ? '$' : 'yuan'
    i++
  } else if (first === '-' && tokens[i + 1]?.kind === 'number') {
    sign = -1
    i++
  }
  const token = tokens[i]
  if (token === undefined) return null
  // "a million", "one billion"
  const one =
    (token.text === 'a' || token.text === 'one') &&
    SCALES.has(tokens[i + 1]?.text ?? '') &&
    !SHORT_SCALES.has(tokens[i + 1]!.text)
  if (token.kind !== 'number' && !one) return null
  let value = one ? 1 : Number(token.text.replaceAll(',', '')) * sign
  if (!Number.isFinite(value)) return null
  i++
  let scale = 1
  for (let word = tokens[i]; word !== undefined; word = tokens[i]) {
    const times = SCALES.get(word.text) ?? misspeltScale(word)
    if (times === undefined || (SHORT_SCALES.has(word.text) && word.start !== tokens[i - 1]!.end)) break
    scale *= times
    i++
  }
  value *= scale
  if (!Number.isFinite(value)) return null
  return { end: i, value, scale, ...(unit === undefined ? {} : { unit }) }
}

/** "RMB 1bn", "USD 20 million"; "in rmb 2022" names a year. */
const isCurrency = (tokens: readonly Token[], at: number): boolean =>
  CURRENCIES.has(tokens[at]?.text ?? '') &&
  tokens[at + 1]?.kind === 'number' &&
  SCALES.has(tokens[at + 2]?.text ?? '')

/** 一万亿, 三千亿, 两百万: one numeral and its scale characters. */
function hanNumberAt(
  tokens: readonly Token[],
  at: number,
): { end: number; value: number; scale: number } | null {
  const digit = '零一二三四五六七八九'.indexOf(tokens[at]?.text === '两' ? '二' : (tokens[at]?.text ?? '?'))
  // 十亿 is ten hundred million: the ten itself is the numeral
  const ten = '十百千万'.includes(tokens[at]?.text ?? '?')
  if ((digit < 1 && !ten) || tokens[at]!.kind !== 'han' || tokens[at - 1]?.text === '第') return null
  if (
    ten &&
    !(
      HAN_SCALES.has(tokens[at + 1]?.text ?? '') &&
      tokens[at - 1]?.kind !== 'number' &&
      !'几多少数上'.includes(tokens[at - 1]?.text ?? '?')
    )
  )
    return null
  let scale = 1
  let i = ten ? at : at + 1
  for (
    let times = HAN_SCALES.get(tokens[i]?.text ?? '');
    times !== undefined;
    times = HAN_SCALES.get(tokens[i]?.text ?? '')
  ) {
    scale *= times
    i++
  }
  return scale < 100 ? null : { end: i, value: (ten ? 1 : digit) * scale, scale }
}

/** 'bilion', 'milion', 'trilion': one letter off, and no other word looks like them. */
function misspeltScale({ kind, text }: Token): number | undefined {
  if (kind !== 'word' || text.length < 6 || !/^[bmt]\w+n$/.test(text)) return undefined
  for (const scale of ['million', 'billion', 'trillion'])
    if (editDistance(text, scale, 1) <= 1) return SCALES.get(scale)
  return undefined
}

const boundAt = (tokens: readonly Token[], at: number): Bound | null => firstOf(BEFORE, tokens, at)
const behindAt = (tokens: readonly Token[], at: number): Bound | null => firstOf(BEHIND, tokens, at)

interface Bound {
  /** Index of the first token behind the words. */
  end: number
  op: Filter['op']
}

function firstOf(bounds: BoundsByWord, tokens: readonly Token[], at: number): Bound | null {
  const token = tokens[at]
  const beginning = token === undefined ? undefined : bounds.get(token.text)
  if (beginning === undefined) return null
  for (const [words, op] of beginning) {
    if (words.every((word, i) => tokens[at + i]?.text === word)) return { end: at + words.length, op }
  }
  return null
}

/** 24.8 * 1e9 is 24799999999.999996 in binary; twelve digits are more than any source prints. */
export const tidy = (value: number): number =>
  // whole numbers of so few digits are tidy; adding 0 makes -0 plain
  Number.isInteger(value) && Math.abs(value) < 1e12 ? value + 0 : Number(value.toPrecision(12))

const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['b', 1e9],
  ['billions', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
  ['十', 1e1],
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['亿', 1e8],
  ['兆', 1e12],
])
const CURRENCIES: ReadonlySet<string> = new Set(['rmb', 'cny', 'usd', 'yuan'])
/** Read as scale words only when written onto the number: '24.8b', not 'plan b'. */
const SHORT_SCALES = new Set(['k', 'm', 'b', 'mn', 'tn'])

/** Units that are a scale and a unit in one word, and the vocabulary's unit in them. */
const SCALED_UNITS: ReadonlyMap<string, { unit: string; times: number }> = new Map(
  (
    [
      ['kilowatts', 1e6, 'gw gigawatt gigawatts'],
      ['kilowatts', 1e3, 'mw megawatt megawatts'],
      ['kilowatt-hours', 1e9, 'twh'],
      ['kilowatt-hours', 1e6, 'gwh'],
      ['kilowatt-hours', 1e3, 'mwh'],
      ['tonnes', 1e6, 'mt megatonnes'],
      ['tonnes', 1e3, 'kt'],
    ] as const
  ).flatMap(([unit, times, words]) => words.split(' ').map((word) => [word, { unit, times }] as const)),
)

const phrases = (op: Filter['op'], text: string): [string[], Filter['op']][] =>
  text
    .split('|')
    .map((phrase) => [
      phrase.includes(' ') || !/\p{Script=Han}/u.test(phrase) ? phrase.split(' ') : [...phrase],
      op,
    ])

const BOUNDS_BEFORE: readonly [string[], Filter['op']][] = [
  ...phrases(
    'over',
    'more than|greater than|higher than|larger than|bigger than|no less than|not less than|at least|upwards of|in excess of|over|above|exceeding|exceeds|exceeded|exceed|beyond|beat|beats|topped|tops|top the|topping|crossed|crosses|crossing|breached|breaches|cleared|passed the|broke through|breaks through|broke the|north of|better than|surpass|surpasses|surpassed|surpassing|超过|大于|高于|不少于|不低于|至少|起码|不止|突破了|突破|站上了|站上|迈上|迈过了|迈过|跨过了|跨过|跨上|跨越|冲破|超过了|超了|破了|过了|多于|远超|超|逾|破|过|>',
  ),
  ...phrases(
    'under',
    'less than|lower than|smaller than|fewer than|south of|short of|slower than|no more than|not more than|at most|under|below|up to|低于|小于|少于|不超过|不到|不足|不满|没到|未达|<',
  ),
  ...phrases('between', 'between|from|介于|在'),
]
const BOUNDS_BEHIND: readonly [string[], Filter['op']][] = [
  ...phrases('over', 'or more|or above|and above|and more|and over|plus|级以上|级及以上|及以上|以上|+'),
  ...phrases('under', 'or less|or below|and below|以下|以内'),
]
/** The words of bounds by the first of them, in the order in which they are tried. */
type BoundsByWord = ReadonlyMap<string, readonly (readonly [readonly string[], Filter['op']])[]>
const byFirstWord = (bounds: readonly [string[], Filter['op']][]): BoundsByWord =>
  Map.groupBy(bounds, ([words]) => words[0]!)
const BEFORE = byFirstWord(BOUNDS_BEFORE)
const BEHIND = byFirstWord(BOUNDS_BEHIND)
const HAN_SCALES: ReadonlyMap<string, number> = new Map([
  ['十', 1e1],
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['亿', 1e8],
])
const ZH_BETWEEN = new Set(['之', '间'])
/** 之间 behind a range belongs to it. */
const ZH_BETWEEN_LENGTH = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.text === '之' && tokens[at + 1]?.text === '间' ? 2 : tokens[at]?.text === '间' ? 1 : 0
const AMOUNT_STARTERS: ReadonlySet<string> = new Set([
  ...[...BOUNDS_BEFORE].map(([words]) => words[0]!),
  ...'$ ¥ - a one 一 两 二 三 四 五 六 七 八 九 十 百 千 万'.split(' '),
])
const RANGE_MARKS = new Set(['-', '~', '到', '至', 'to'])
const JOINS = new Set(['-', '~', '到', '至', 'to', 'and', '和', '与'])

/**
 * Reads the numbers of a written sentence, English or Chinese: amounts with their bound word, scale word and unit,
 * years, months, quarters, halves, lengths in years, source marks. It knows nothing of how sentences are made here:
 * what checks a text must not share the eyes of what wrote it. One pass over the characters, no patterns.
 */
import type { UnitId } from './fact.ts'
import type { Bound } from './quantity.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One number of a text. */
export interface Written {
  kind: 'amount' | 'year' | 'months' | 'length' | 'mark'
  start: number
  /** Behind the scale word and the unit. */
  end: number
  /** The number with its scale; the year; the mark's number. */
  value: number
  /** Without the scale word. */
  plain: number
  /** For months: first and last month, from 0. */
  from: number
  to: number
  unit: UnitId | undefined
  bound: Bound
  /** false where the commas do not stand before groups of three digits. */
  grouped: boolean
}

/** The numbers of a text, in their order. */
export function readWritten(text: string, vocabulary: Vocabulary): Written[] {
  const found: Written[] = []
  const units = unitWordsOf(vocabulary)
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const starts = STARTS[code]!
    if (starts === NOTHING) {
      at++
      continue
    }
    const next =
      starts === NUMBER
        ? number(text, at, units, found)
        : starts === MARK
          ? mark(text, at, found)
          : part(text, at, found)
    at = next > at ? next : at + 1
  }
  return found
}

function number(text: string, start: number, units: UnitWords, found: Written[]): number {
  let at = start
  let digits = 0
  let fraction = -1
  let commas = 0
  let sinceComma = 0
  let grouped = true
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) {
      digits = digits * 10 + code - ZERO
      if (fraction >= 0) fraction++
      sinceComma++
    } else if (code === POINT && fraction < 0 && isDigit(text.charCodeAt(at + 1))) {
      if (commas > 0 && sinceComma !== 3) grouped = false
      fraction = 0
    } else if (code === COMMA && fraction < 0 && isDigit(text.charCodeAt(at + 1))) {
      if (commas > 0 ? sinceComma !== 3 : sinceComma > 3) grouped = false
      commas++
      sinceComma = 0
    } else break
  }
  if (commas > 0 && fraction < 0 && sinceComma !== 3) grouped = false
  const decimals = Math.max(fraction, 0)
  const length = at - start
  const next = text[at]
  if (decimals === 0 && commas === 0) {
    if (next === '年') {
      // 5年年均 is a length, 2023年 a year
      const kind = digits < FIRST_YEAR ? 'length' : 'year'
      return push(found, kind, start, at + 1, digits)
    }
    if (length <= 2 && monthFollows(text, at)) return push(found, 'months', start, at, 0, digits - 1)
    if (text.startsWith(' years', at) && digits < FIRST_YEAR)
      return push(found, 'length', start, at + 6, digits)
  }

  // 5千瓦 is five kilowatts: a unit is asked first, then a scale, then the unit behind it
  let scale = 0
  let end = at
  let unit = unitAt(text, end, units)
  let suffix: Bound | undefined
  if (unit === undefined) {
    for (let last = 0; ; ) {
      if (text[end] === '多' || text[end] === '余' || text[end] === '+') {
        suffix = 'over'
        end++
        if (unitAt(text, end, units) !== undefined) break
      }
      const word = scaleAt(text, end)
      if (word === undefined || last > 4) break
      scale += word.zeros
      last = word.zeros
      end = word.end
      if (unitAt(text, end, units) !== undefined) break
    }
    unit = unitAt(text, end, units)
  }
  const isYear =
    unit === undefined &&
    scale === 0 &&
    decimals === 0 &&
    commas === 0 &&
    length === 4 &&
    digits >= FIRST_YEAR &&
    digits <= LAST_YEAR
  if (isYear) return push(found, 'year', start, at, digits)
  const zeros = scale + (unit?.zeros ?? 0)
  if (unit !== undefined) end = unit.end

  let before = start
  let minus = false
  let currency: UnitId | undefined
  for (const [sign, of] of CURRENCIES) {
    if (!text.startsWith(sign, before - sign.length)) continue
    before -= sign.length
    currency = of
    break
  }
  const sign = text.charCodeAt(before - 1)
  // the stroke of a span (2021-2025, A-1) is no sign
  if ((sign === HYPHEN || sign === MINUS) && !joins(text.charCodeAt(before - 2))) {
    minus = true
    before--
  } else if (text.startsWith('minus ', before - 6)) {
    minus = true
    before -= 6
  } else if (text[before - 1] === '负') {
    minus = true
    before--
  }
  const power = zeros - decimals
  const size = power >= 0 ? digits * 10 ** power : digits / 10 ** -power
  const plain = digits / 10 ** decimals
  found.push({
    kind: 'amount',
    start: before,
    end,
    value: minus ? -size : size,
    plain: minus ? -plain : plain,
    from: 0,
    to: 0,
    unit: unit?.id ?? currency,
    bound: boundBefore(text, before) ?? suffix ?? boundBehind(text, end) ?? 'exact',
    grouped,
  })
  return end
}

function push(
  found: Written[],
  kind: Written['kind'],
  start: number,
  end: number,
  value: number,
  from = 0,
  to = from,
): number {
  found.push({
    kind,
    start,
    end,
    value,
    plain: value,
    from,
    to,
    unit: undefined,
    bound: 'exact',
    grouped: true,
  })
  return end
}

/** '月' behind these digits, or behind the end of their span: 4月, 1-4月, 1—11月. */
function monthFollows(text: string, at: number): boolean {
  if (text[at] === '月') return true
  const code = text.charCodeAt(at)
  if (code !== HYPHEN && code !== EN_DASH && code !== EM_DASH) return false
  let end = at + 1
  while (end < at + 4 && isDigit(text.charCodeAt(end))) end++
  return end > at + 1 && text[end] === '月'
}

function mark(text: string, start: number, found: Written[]): number {
  let at = start + 1
  let value = 0
  for (; isDigit(text.charCodeAt(at)); at++) value = value * 10 + text.charCodeAt(at) - ZERO
  if (at === start + 1 || text[at] !== ']') return 0
  return push(found, 'mark', start, at + 1, value)
}

/** A month's name, Q1 to Q4, 'first half', 上半年, 一季度. */
function part(text: string, start: number, found: Written[]): number {
  const code = text.charCodeAt(start)
  if (code <= LAST_LATIN && isLatin(text.charCodeAt(start - 1))) return 0
  for (const [words, from, to] of PARTS.get(code)!) {
    if (!text.startsWith(words, start)) continue
    const end = start + words.length
    const after = text.charCodeAt(end)
    if (code <= LAST_LATIN && (isLatin(after) || isDigit(after))) continue
    return push(found, 'months', start, end, 0, from, to)
  }
  return 0
}

function scaleAt(text: string, at: number): { end: number; zeros: number } | undefined {
  const code = text.charCodeAt(at)
  if (code > LAST_LATIN) {
    const zeros = code === WAN ? 4 : code === YI ? 8 : code === QIAN ? 3 : code === BAI ? 2 : 0
    return zeros === 0 ? undefined : { end: at + 1, zeros }
  }
  const from = code === SPACE ? at + 1 : at
  for (const [word, zeros] of SCALES) {
    if (!text.startsWith(word, from) || isLatin(text.charCodeAt(from + word.length))) continue
    return { end: from + word.length, zeros }
  }
  return undefined
}

function unitAt(
  text: string,
  at: number,
  units: UnitWords,
): { id: UnitId; end: number; zeros: number } | undefined {
  const from = text.charCodeAt(at) === SPACE ? at + 1 : at
  const words = units.get(text.charCodeAt(from))
  if (words === undefined) return undefined
  for (const { word, id, zeros } of words) {
    if (!text.startsWith(word, from)) continue
    const end = from + word.length
    if (isLatin(text.charCodeAt(end)) && isLatin(text.charCodeAt(end - 1))) continue
    return { id, end, zeros }
  }
  return undefined
}

function boundBefore(text: string, start: number): Bound | undefined {
  const end = text.charCodeAt(start - 1) === SPACE ? start - 1 : start
  for (const [word, bound] of BEFORE.get(text.charCodeAt(end - 1)) ?? NO_WORDS) {
    const from = end - word.length
    if (!text.startsWith(word, from)) continue
    if (isLatin(word.charCodeAt(0)) && isLatin(text.charCodeAt(from - 1))) continue
    if (NOT_AFTER.get(word)?.some((other) => text.endsWith(other, from))) return undefined
    return bound
  }
  return undefined
}

function boundBehind(text: string, end: number): Bound | undefined {
  for (const [word, bound] of BEHIND) if (text.startsWith(word, end)) return bound
  return undefined
}

interface UnitWord {
  word: string
  id: UnitId
  zeros: number
}
/** By their first character, longest first. */
type UnitWords = ReadonlyMap<number, readonly UnitWord[]>

function unitWordsOf({ units }: Vocabulary): UnitWords {
  const known = UNIT_WORDS.get(units)
  // a flat file may have added units since
  if (known?.size === units.size) return known.words
  const all: UnitWord[] = []
  for (const { id, en, zh, aliases } of units.values()) {
    for (const word of [en, zh, en.replace(/ies$/, 'y'), en.replace(/s$/, ''), ...aliases]) {
      if (word !== '') all.push({ word, id, zeros: 0 })
    }
  }
  for (const [word, id, zeros] of SCALED_UNITS) if (units.has(id)) all.push({ word, id, zeros })
  const words = new Map<number, UnitWord[]>()
  for (const one of all.sort((a, b) => b.word.length - a.word.length)) {
    const code = one.word.charCodeAt(0)
    const list = words.get(code)
    if (list === undefined) words.set(code, [one])
    else list.push(one)
  }
  UNIT_WORDS.set(units, { size: units.size, words })
  return words
}

const UNIT_WORDS = new WeakMap<Vocabulary['units'], { size: number; words: UnitWords }>()

const isDigit = (code: number): boolean => code >= ZERO && code <= 57
const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= A && code <= Z)
/** Characters after which a stroke makes a span or a compound. */
const joins = (code: number): boolean => isDigit(code) || isLatin(code) || code === NIAN || code === YUE

const ZERO = 48
const A = 65
const Z = 90
const NOTHING = 0
const NUMBER = 1
const MARK = 2
const PART = 3
const SPACE = 32
const COMMA = 44
const HYPHEN = 45
const POINT = 46
const OPENING = 91
const LAST_LATIN = 0x24f
const EN_DASH = 0x2013
const EM_DASH = 0x2014
const MINUS = 0x2212
const NIAN = '年'.charCodeAt(0)
const YUE = '月'.charCodeAt(0)
const WAN = '万'.charCodeAt(0)
const YI = '亿'.charCodeAt(0)
const QIAN = '千'.charCodeAt(0)
const BAI = '百'.charCodeAt(0)
const FIRST_YEAR = 1900
const LAST_YEAR = 2150

const SCALES: readonly (readonly [string, number])[] = [
  ['billion', 9],
  ['million', 6],
  ['trillion', 12],
  ['thousand', 3],
  ['hundred', 2],
  ['bn', 9],
  ['mn', 6],
]
const CURRENCIES: readonly (readonly [string, UnitId])[] = [
  ['US$', 'usd'],
  ['$', 'usd'],
  ['¥', 'yuan'],
]
const SCALED_UNITS: readonly (readonly [string, UnitId, number])[] = [
  ['megawatts', 'kilowatts', 3],
  ['MW', 'kilowatts', 3],
  ['兆瓦', 'kilowatts', 3],
  ['gigawatts', 'kilowatts', 6],
  ['GW', 'kilowatts', 6],
  ['吉瓦', 'kilowatts', 6],
  ['gigawatt-hours', 'kilowatt-hours', 6],
  ['GWh', 'kilowatt-hours', 6],
  ['terawatt-hours', 'kilowatt-hours', 9],
  ['TWh', 'kilowatt-hours', 9],
  ['kW', 'kilowatts', 0],
  ['kWh', 'kilowatt-hours', 0],
]
const PARTS = byFirst([
  ...'January February March April May June July August September October November December'
    .split(' ')
    .map((name, month) => [name, month, month] as const),
  ['Q1', 0, 2],
  ['Q2', 3, 5],
  ['Q3', 6, 8],
  ['Q4', 9, 11],
  ['first half', 0, 5],
  ['second half', 6, 11],
  ['first quarter', 0, 2],
  ['second quarter', 3, 5],
  ['third quarter', 6, 8],
  ['fourth quarter', 9, 11],
  ['first three quarters', 0, 8],
  ['上半年', 0, 5],
  ['下半年', 6, 11],
  ['前三季度', 0, 8],
  ['一季度', 0, 2],
  ['二季度', 3, 5],
  ['三季度', 6, 8],
  ['四季度', 9, 11],
])

function byFirst(parts: readonly Part[]): ReadonlyMap<number, readonly Part[]> {
  const lists = new Map<number, Part[]>()
  for (const entry of parts) {
    const code = entry[0].charCodeAt(0)
    lists.set(code, [...(lists.get(code) ?? []), entry])
  }
  return lists
}
/** Words, first month, last month. */
type Part = readonly [words: string, from: number, to: number]

/** What may start with a character, by its code. */
const STARTS = new Uint8Array(0x10000)
for (let code = ZERO; code <= 57; code++) STARTS[code] = NUMBER
STARTS[OPENING] = MARK
for (const code of PARTS.keys()) STARTS[code] = PART

/** By their last character; the longer first, so that 不超过 is not read as 超过. */
const BEFORE: ReadonlyMap<number, readonly (readonly [string, Bound])[]> = byLast([
  ['no more than', 'up-to'],
  ['at most', 'up-to'],
  ['up to', 'up-to'],
  ['more than', 'over'],
  ['at least', 'over'],
  ['exceeding', 'over'],
  ['exceed', 'over'],
  ['exceeded', 'over'],
  ['beyond', 'over'],
  ['past', 'over'],
  ['pass', 'over'],
  ['passed', 'over'],
  ['top', 'over'],
  ['above', 'over'],
  ['over', 'over'],
  ['approximately', 'about'],
  ['roughly', 'about'],
  ['around', 'about'],
  ['about', 'about'],
  ['some', 'about'],
  ['close to', 'nearly'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['不超过', 'up-to'],
  ['不高于', 'up-to'],
  ['至多', 'up-to'],
  ['最多', 'up-to'],
  ['最高', 'up-to'],
  ['超过', 'over'],
  ['突破', 'over'],
  ['至少', 'over'],
  ['超', 'over'],
  ['逾', 'over'],
  ['约为', 'about'],
  ['大约', 'about'],
  ['约', 'about'],
  ['接近', 'nearly'],
  ['近', 'nearly'],
])
/** Words in which one of these is no bound: 签约15个项目, "added up to 28 billion". */
const NOT_AFTER: ReadonlyMap<string, readonly string[]> = new Map([
  ['up to', ['add ', 'adds ', 'added ', 'adding ']],
  ['约', ['签', '节', '合', '集', '预', '履']],
  ['近', ['最', '附', '临']],
])
const BEHIND: readonly (readonly [string, Bound])[] = [
  ['以上', 'over'],
  ['左右', 'about'],
  [' or more', 'over'],
  ['多', 'over'],
]
const NO_WORDS: readonly never[] = []

function byLast(words: readonly (readonly [string, Bound])[]): Map<number, (readonly [string, Bound])[]> {
  const lists = new Map<number, (readonly [string, Bound])[]>()
  for (const [word, bound] of words) {
    const code = word.charCodeAt(word.length - 1)
    const list = lists.get(code) ?? []
    lists.set(code, list)
    list.push([word, bound])
    // at the beginning of a sentence
    if (isLatin(word.charCodeAt(0))) list.push([word[0]!.toUpperCase() + word.slice(1), bound])
  }
  return lists
}

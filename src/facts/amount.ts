/** Amounts as people write them: 'over 45,000 enterprises', '24.8 billion yuan', '-2.3 percent', '4896亿元'. */
import { fold } from '../base/folding.ts'
import { nearest } from '../base/nearest.ts'
import type { UnitId } from './fact.ts'
import type { Bound, Quantity } from './quantity.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Why a text is no amount, and what would be one. */
export interface Refusal {
  what: string
  wayOut: string
}

/** Reads an amount; every word of it has to be understood. The value is exact: digits are moved, not multiplied. */
export function readAmount(text: string, vocabulary: Vocabulary): Quantity | Refusal {
  return read(text, vocabulary, null)
}

/** Reads the dollar amount beside another: '14.15 billion', '$14.15 billion' or 14150000000. */
export function readDollars(text: string | number, vocabulary: Vocabulary): number | Refusal {
  const amount = read(String(text), vocabulary, 'usd')
  if (isRefusal(amount)) return amount
  if (amount.unit === 'usd' && amount.bound === 'exact') return amount.value
  return { what: `'${amount.asStated}' is no plain dollar amount`, wayOut: "Write '14.15 billion'." }
}

export const isRefusal = (result: object): result is Refusal => 'wayOut' in result

/** Writes an amount so that readAmount reads the same one back: 'over 45,000 enterprises'. */
export function writeAmount(value: number, unit: UnitId, bound: Bound, vocabulary: Vocabulary): string {
  const words = vocabulary.units.get(unit)?.en ?? unit
  return `${BOUND_WRITTEN[bound]}${numberText(value)} ${words}`
}

function read(text: string, vocabulary: Vocabulary, unitIfNone: UnitId | null): Quantity | Refusal {
  const asStated = text.trim()
  let rest = fold(text.length > LONGEST ? text.slice(0, LONGEST) : text)
  if (text.length > LONGEST) return refuse(`'${rest.slice(0, 30)}…' is too long for an amount`)

  let bound: Bound | undefined
  const opening = PREFIXES.find(([words]) => rest.startsWith(words))
  if (opening !== undefined) {
    bound = opening[1]
    rest = rest.slice(opening[0].length).trimStart()
  }
  let unit: UnitId | undefined
  const sign = CURRENCIES.find(([words]) => rest.startsWith(words))
  if (sign !== undefined) {
    unit = sign[1]
    rest = rest.slice(sign[0].length).trimStart()
  }
  const negative = NEGATIVE.exec(rest)?.[0] ?? ''
  rest = rest.slice(negative.length)
  const number = NUMBER.exec(rest)?.[0]
  if (number === undefined)
    return refuse(unknownWord(rest, vocabulary) ?? `${quoted(asStated)} has no number`)
  rest = rest.slice(number.length)
  const [whole = '', fraction = ''] = number.split('.')
  if (whole.includes(',') && !GROUPED.test(whole)) {
    return refuse(
      `the commas of '${number}' do not stand before groups of three digits`,
      `Write '${GROUPS_EXAMPLE}'.`,
    )
  }
  if (/^[.,]\d/.test(rest)) return refuse(`'${number}${rest.slice(0, 8)}' is no number`)

  let power = 0
  for (let last = 0; ; ) {
    const more = MORE.exec(rest)?.[0]
    if (more !== undefined) {
      bound ??= 'over'
      rest = rest.slice(more.length)
    }
    rest = rest.trimStart()
    // asked first: 千瓦 is a unit and not a thousand of something
    if (rest === '' || unitOf(rest, vocabulary) !== undefined) break
    const scale = SCALE.exec(rest)
    const zeros = scale === null ? undefined : SCALES.get(scale[0])
    // 万亿 and hundred million are numbers, million billion is a slip
    if (scale === null || zeros === undefined || zeros <= last || last > 4) break
    last = zeros
    power += zeros
    rest = rest.slice(scale[0].length)
  }
  const closing = SUFFIXES.find(([words]) => rest.endsWith(words))
  if (closing !== undefined && unitOf(rest, vocabulary) === undefined) {
    bound ??= closing[1]
    rest = rest.slice(0, -closing[0].length).trimEnd()
  }

  if (unit === undefined) {
    const found =
      rest === ''
        ? unitIfNone === null
          ? undefined
          : { unit: unitIfNone, zeros: 0 }
        : unitOf(rest, vocabulary)
    if (found === undefined) return refuseUnit(asStated, rest, vocabulary)
    unit = found.unit
    power += found.zeros
  } else if (rest !== '' && unitOf(rest, vocabulary)?.unit !== unit) {
    return refuse(unknownWord(rest, vocabulary) ?? `'${rest}' stands behind ${unit}`)
  }

  const digits = (whole + fraction).replaceAll(',', '').replace(/^0+/, '')
  if (significant(digits) > MOST_DIGITS) {
    return refuse(
      `'${number}' has more digits than can be kept exactly`,
      `Write at most ${MOST_DIGITS} digits.`,
    )
  }
  const value = Number(
    `${negative === '' ? '' : '-'}${digits === '' ? '0' : digits}e${power - fraction.length}`,
  )
  if (!(Math.abs(value) <= LARGEST))
    return refuse(`${quoted(asStated)} is larger than anything that is counted`)
  // a plain 0 also for -0
  return { value: value === 0 ? 0 : value, unit, bound: bound ?? 'exact', asStated }
}

/** How many digits there are up to the last that is no 0. */
function significant(digits: string): number {
  let count = digits.length
  while (digits[count - 1] === '0') count--
  return count
}

function unitOf(words: string, vocabulary: Vocabulary): { unit: UnitId; zeros: number } | undefined {
  const unit = vocabulary.findUnit(words)
  if (unit !== undefined) return { unit, zeros: 0 }
  const scaled = SCALED_UNITS.get(words)
  return scaled !== undefined && vocabulary.units.has(scaled.unit) ? scaled : undefined
}

function refuseUnit(asStated: string, rest: string, vocabulary: Vocabulary): Refusal {
  if (rest === '') return refuse(`${quoted(asStated)} has no unit`)
  const word = unknownWord(rest, vocabulary)
  if (word !== null) return refuse(word)
  const units = [...vocabulary.units.values()]
  const meant = nearest(
    rest,
    units.map(({ en }) => en),
  )
  return refuse(`'${rest}' is no unit`, meant === undefined ? UNITS : `Did you mean '${meant}'?`)
}

/** The first word that neither scales nor belongs to a unit's name, with what it may stand for. */
function unknownWord(rest: string, vocabulary: Vocabulary): Refusal | null {
  const known = new Set(SCALES.keys())
  for (const { id, en, zh, aliases } of vocabulary.units.values()) {
    for (const name of [id, en, zh, ...aliases]) for (const word of fold(name).split(' ')) known.add(word)
  }
  const word = rest.split(' ').find((it) => it !== '' && !known.has(it))
  if (word === undefined) return null
  const meant = nearest(word, known)
  return {
    what: `unknown word ${quoted(word)}`,
    wayOut: meant === undefined ? UNITS : `Did you mean '${meant}'?`,
  }
}

function refuse(what: string | Refusal, wayOut: string = EXAMPLES): Refusal {
  return typeof what === 'string' ? { what, wayOut } : what
}

const quoted = (text: string): string => `'${text.length > 60 ? `${text.slice(0, 60)}…` : text}'`

/** 24800000000 -> 24.8 billion; 45000 -> 45,000; 31.8 -> 31.8. */
export function numberText(value: number): string {
  const size = Math.abs(value)
  for (const [zeros, word, least] of LARGE) {
    if (size < least) continue
    const text = String(value / least)
    if (text.length <= 12 && Number(`${text}e${zeros}`) === value) return `${text} ${word}`
  }
  const text = String(value)
  if (size < 1000 || text.includes('e')) return text
  const [whole = '', fraction] = text.split('.')
  const first = value < 0 ? 1 : 0
  let grouped = whole
  for (let at = whole.length - 3; at > first; at -= 3)
    grouped = `${grouped.slice(0, at)},${grouped.slice(at)}`
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** The longer words first, so that 'no more than' is not read as 'no'. Folded, like the text they are found in. */
const PREFIXES: readonly (readonly [string, Bound])[] = [
  ['not more than ', 'up-to'],
  ['no more than ', 'up-to'],
  ['at most ', 'up-to'],
  ['up to ', 'up-to'],
  ['more than ', 'over'],
  ['exceeding ', 'over'],
  ['at least ', 'over'],
  ['above ', 'over'],
  ['over ', 'over'],
  ['approximately ', 'about'],
  ['roughly ', 'about'],
  ['around ', 'about'],
  ['about ', 'about'],
  ['some ', 'about'],
  ['close to ', 'nearly'],
  ['nearly ', 'nearly'],
  ['almost ', 'nearly'],
  ['不超过', 'up-to'],
  ['不高于', 'up-to'],
  ['至多', 'up-to'],
  ['最多', 'up-to'],
  ['超过', 'over'],
  ['高于', 'over'],
  ['突破', 'over'],
  ['至少', 'over'],
  ['超', 'over'],
  ['逾', 'over'],
  ['大约', 'about'],
  ['约', 'about'],
  ['接近', 'nearly'],
  ['将近', 'nearly'],
  ['近', 'nearly'],
]
const SUFFIXES: readonly (readonly [string, Bound])[] = [
  ['or more', 'over'],
  ['以上', 'over'],
  ['左右', 'about'],
]
const BOUND_WRITTEN: Readonly<Record<Bound, string>> = {
  exact: '',
  over: 'over ',
  nearly: 'nearly ',
  about: 'about ',
  'up-to': 'up to ',
}
const CURRENCIES: readonly (readonly [string, UnitId])[] = [
  ['us$', 'usd'],
  ['$', 'usd'],
  ['¥', 'yuan'],
  ['人民币', 'yuan'],
  ['百分之', 'percent'],
]
const NEGATIVE = /^(?:-|minus |负)/
const NUMBER = /^\d[\d,]*(?:\.\d+)?/
const GROUPED = /^\d{1,3}(?:,\d{3})+$/
const MORE = /^(?:多|余|\+)/
const SCALE = /^(?:[百千万亿]|[a-z]+)/
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['million', 6],
  ['mn', 6],
  ['billion', 9],
  ['bn', 9],
  ['trillion', 12],
  ['tn', 12],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
])
/** Zeros, word, and what it is worth. */
const LARGE: readonly (readonly [number, string, number])[] = [
  [12, 'trillion', 1e12],
  [9, 'billion', 1e9],
  [6, 'million', 1e6],
]
/** Units that are a power of ten of one in the vocabulary. */
const SCALED_UNITS: ReadonlyMap<string, { unit: UnitId; zeros: number }> = new Map(
  (
    [
      ['kilowatts', 3, ['megawatts', 'megawatt', 'mw', '兆瓦']],
      ['kilowatts', 6, ['gigawatts', 'gigawatt', 'gw', '吉瓦']],
      ['kilowatt-hours', 3, ['megawatt-hours', 'megawatt hours', 'mwh', '兆瓦时']],
      ['kilowatt-hours', 6, ['gigawatt-hours', 'gigawatt hours', 'gwh', '吉瓦时']],
      ['kilowatt-hours', 9, ['terawatt-hours', 'terawatt hours', 'twh', '太瓦时']],
    ] as const
  ).flatMap(([unit, zeros, words]) => words.map((word) => [word, { unit, zeros }] as const)),
)
/** What a number keeps exactly. */
const MOST_DIGITS = 15
const LARGEST = 1e18
const LONGEST = 200
const GROUPS_EXAMPLE = '45,000'
const EXAMPLES = "Write it as people do: '24.8 billion yuan', 'over 45,000 enterprises', '-2.3 percent'."
const UNITS = 'The units are in vocabulary/units.yaml.'

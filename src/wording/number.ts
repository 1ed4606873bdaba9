/**
 * Amounts in words: 24.8 billion yuan, 248亿元. The value is never rounded: a scale word is used only where the
 * value can be written with it exactly, in at most four decimals.
 */
import type { Quantity } from '../facts/quantity.ts'
import type { Unit } from '../facts/vocabulary.ts'

export function amountEn(quantity: Pick<Quantity, 'value' | 'bound'>, unit: Unit | undefined): string {
  const { value, bound } = quantity
  return `${BOUND_EN[bound]}${numberEn(value, unit)} ${unitEn(value, unit)}`.trim()
}

export function amountZh(quantity: Pick<Quantity, 'value' | 'bound'>, unit: Unit | undefined): string {
  const { value, bound } = quantity
  return `${BOUND_ZH[bound]}${numberZh(value, unit)}${unit?.zh ?? ''}`
}

export function numberEn(value: number, unit: Unit | undefined): string {
  if (unit !== undefined && !LARGE_CLASSES.has(unit.class) && Math.abs(value) < 1e6) return plain(value)
  for (const [scale, word] of SCALES_EN) {
    if (Math.abs(value) >= scale && isShort(value / scale)) return `${plain(value / scale)} ${word}`
  }
  return plain(value)
}

export function numberZh(value: number, unit: Unit | undefined): string {
  if (unit?.class === 'percent' || unit?.class === 'points') return ungrouped(value)
  for (const [scale, word] of SCALES_ZH) {
    if (Math.abs(value) >= scale && isShort(value / scale)) return `${ungrouped(value / scale)}${word}`
  }
  return ungrouped(value)
}

const unitEn = (value: number, unit: Unit | undefined): string =>
  unit === undefined
    ? ''
    : Math.abs(value) === 1 && unit.en.endsWith('s') && unit.class === 'count'
      ? unit.en.slice(0, -1)
      : unit.en

/** Grouped by thousands, twelve digits at most (more are dust of the binary form). */
function plain(value: number): string {
  const exact = exactly(value)
  const text = String(exact)
  // a number that is written as it stands needs no formatter, which takes longer than the rest of the sentence
  if (!SHORT_NUMBER.test(text) || exact === 0) return GROUPED.format(exact)
  const point = text.indexOf('.')
  const end = point < 0 ? text.length : point
  const start = exact < 0 ? 1 : 0
  let grouped = text.slice(end)
  let from = end
  for (; from - start > 3; from -= 3) grouped = `,${text.slice(from - 3, from)}${grouped}`
  return text.slice(0, from) + grouped
}
const SHORT_NUMBER = /^-?\d{1,15}(?:\.\d{1,10})?$/
/** Made once: building a formatter takes longer than all other wording. */
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 })
const ungrouped = (value: number): string => String(exactly(value))

/** Twelve digits of a number; whole numbers that have no more need not be written and read again. */
const exactly = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e12 ? value + 0 : Number(value.toPrecision(12))

function isShort(value: number): boolean {
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return true
  const exact = exactly(value)
  return Math.abs(exact - Number(exact.toFixed(4))) < Math.abs(exact) * 1e-12
}

const SCALES_EN: readonly [number, string][] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
]
const SCALES_ZH: readonly [number, string][] = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
]
/** Money, power and energy are told in millions; things that are counted from a million on only. */
const LARGE_CLASSES = new Set(['money', 'dollars', 'power', 'energy', 'area', 'mass'])
const BOUND_EN: Readonly<Record<Quantity['bound'], string>> = {
  exact: '',
  over: 'over ',
  nearly: 'nearly ',
  about: 'about ',
  'up-to': 'up to ',
}
const BOUND_ZH: Readonly<Record<Quantity['bound'], string>> = {
  exact: '',
  over: '超过',
  nearly: '近',
  about: '约',
  'up-to': '最多',
}

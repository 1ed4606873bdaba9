/**
 * The five fields of a pattern: minute, hour, day of the month, month, weekday. Read strictly and written in one
 * canonical way, so that equal patterns are equal texts.
 */
import { quoted, type Read, refused, understood } from './mistake.ts'

/** Ascending numbers; a field that was not restricted holds all of its range. */
export interface CronFields {
  minutes: readonly number[]
  hours: readonly number[]
  /** 1-31, and LAST for the last day of the month */
  days: readonly number[]
  /** 1-12 */
  months: readonly number[]
  /** 0 is Sunday, 6 Saturday */
  weekdays: readonly number[]
  /** 'the second Friday of the month', beside the plain weekdays */
  nths: readonly Nth[]
}

/** The nth such weekday of a month, 1-5, or the last. */
export interface Nth {
  weekday: number
  nth: number
}

/** The last day of a month, the last such weekday of a month; no number that any field holds. */
export const LAST = 99

export function readFields(texts: readonly string[]): Read<CronFields> {
  const [minutes, hours, days, months, weekdays] = FIELDS.map((field, at) => readField(field, texts[at]!))
  const wrong = [minutes, hours, days, months, weekdays].indexOf(null)
  if (wrong >= 0) return refused('cron-value', { field: FIELDS[wrong]!.name, value: quoted(texts[wrong]!) })
  return understood({
    minutes: minutes!.numbers,
    hours: hours!.numbers,
    // every day is also the last one
    days: days!.numbers.length > 31 ? allOf(1, 31) : days!.numbers,
    months: months!.numbers,
    weekdays: weekdays!.numbers,
    nths: weekdays!.nths,
  })
}

/** '0 9 * * 1-5' */
export function writeFields({ minutes, hours, days, months, weekdays, nths }: CronFields): string {
  const named = [weekdays.length === 0 ? '' : write(weekdays, 0, 6), ...nths.map(writeNth)]
  return [
    write(minutes, 0, 59),
    write(hours, 0, 23),
    write(days, 1, 31),
    write(months, 1, 12),
    named.filter((part) => part !== '').join(','),
  ].join(' ')
}

/** The days on which a pattern runs, as a pattern of its own: midnight of each. */
export const writeDays = (fields: CronFields): string => writeFields({ ...fields, minutes: [0], hours: [0] })

export const allOf = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

export const ascending = (numbers: Iterable<number>): readonly number[] =>
  [...new Set(numbers)].sort((a, b) => a - b)

interface Field {
  name: string
  first: number
  last: number
  names?: readonly string[]
}

const FIELDS: readonly Field[] = [
  { name: 'minute', first: 0, last: 59 },
  { name: 'hour', first: 0, last: 23 },
  { name: 'day', first: 1, last: 31 },
  {
    name: 'month',
    first: 1,
    last: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { name: 'weekday', first: 0, last: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
]

interface ReadField {
  numbers: readonly number[]
  nths: readonly Nth[]
}

function readField(field: Field, text: string): ReadField | null {
  const numbers: number[] = []
  const nths: Nth[] = []
  for (const part of text.toLowerCase().split(',')) {
    const nth = field.name === 'weekday' ? readNth(field, part) : null
    if (nth !== null) {
      nths.push(nth)
      continue
    }
    if (field.name === 'day' && part === 'l') {
      numbers.push(LAST)
      continue
    }
    const span = readSpan(field, part)
    if (span === null) return null
    numbers.push(...span)
  }
  const folded = field.name === 'weekday' ? numbers.map((number) => number % 7) : numbers
  const plain = ascending(folded)
  const sorted = nths
    .filter(({ weekday }) => !plain.includes(weekday))
    .sort((a, b) => a.weekday - b.weekday || a.nth - b.nth)
  const once = sorted.filter(
    ({ weekday, nth }, at) => sorted[at - 1]?.weekday !== weekday || sorted[at - 1]!.nth !== nth,
  )
  return { numbers: plain, nths: once }
}

/** '*', '5', '1-5', and with a step the first and the last of these. */
function readSpan(field: Field, part: string): readonly number[] | null {
  const [, whole, from, to, by] =
    /^(?:(\*)|([a-z0-9]{1,3})(?:-([a-z0-9]{1,3}))?)(?:\/(\d{1,2}))?$/.exec(part) ?? []
  // the seventh weekday is Sunday again: only when it is named
  const last = field.name === 'weekday' && whole !== undefined ? 6 : field.last
  const start = whole === undefined ? numberOf(field, from) : field.first
  const end = whole === undefined ? (to === undefined ? start : numberOf(field, to)) : last
  const step = by === undefined ? 1 : Number(by)
  if (start === null || end === null || end < start || step < 1 || step > field.last) return null
  if (by !== undefined && whole === undefined && to === undefined) return null
  return allOf(start, end).filter((number) => (number - start) % step === 0)
}

/** '5#2' and 'fri#2', '5#l' and '5l' */
function readNth(field: Field, part: string): Nth | null {
  const [, day, nth] = /^([a-z]{3}|\d)(?:#([1-5]|l)|l)$/.exec(part) ?? []
  const weekday = numberOf(field, day)
  if (weekday === null) return null
  return { weekday: weekday % 7, nth: nth === undefined || nth === 'l' ? LAST : Number(nth) }
}

function numberOf({ first, last, names = [] }: Field, text: string | undefined): number | null {
  if (text === undefined) return null
  const named = names.indexOf(text)
  if (named >= 0) return first + named
  const number = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN
  return number >= first && number <= last ? number : null
}

const writeNth = ({ weekday, nth }: Nth): string => `${weekday}#${nth === LAST ? 'L' : nth}`

function write(numbers: readonly number[], first: number, last: number): string {
  const plain = numbers.filter((number) => number !== LAST)
  if (plain.length === last - first + 1) return '*'
  const step = plain[1]! - plain[0]!
  const steps = Math.ceil((last + 1) / step)
  const isEven = plain.length > 2 && plain.length === steps && plain.every((n, at) => n === at * step)
  if (first === 0 && isEven && step > 1 && last > 6) return `*/${step}`
  const parts = runsOf(plain).map(([from, to]) =>
    to - from > 1 ? `${from}-${to}` : ascending([from, to]).join(','),
  )
  return [...parts, ...(plain.length < numbers.length ? ['L'] : [])].join(',')
}

/** Neighbouring numbers taken together: 1 2 3 5 -> [1, 3] [5, 5] */
function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
}

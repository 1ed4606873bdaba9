/** What every rule for a period is made of: how years and months are written, and the months that are meant. */
import { yearPeriod } from '../facts/period.ts'
import { type Signal, signal } from './signals.ts'

export interface Today {
  year: number
  month: number
}
export type MonthSpan = { from: number; to: number; since?: boolean } | null
export interface Rule {
  name: string
  pattern: RegExp
  /** What must be heard anywhere in a text for the rule to apply. */
  needs: Signal | undefined
  read(match: RegExpExecArray, today: Today): MonthSpan
}

export const YEAR = '((?:19|20)\\d\\d)'
export const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
export const TO = ' ?(?:-|~|/|\\.{2,3}|to|till|until|through|thru|and|up to) ?'
export const END = '(?![\\da-z])'

export const MONTHS_NAMED = signal(/jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/)
/** Of "1h 24" and "24q1" the tokens are 1, h, 24 and 24q, 1. */
export const QUARTER_NAMED = signal(/q[1-4]|[1-4]q|\dq$|quarter/)
export const HALF_NAMED = signal(/h[12]|[12]h|half|^h(?:$|\d)/)

export const rule = (
  name: string,
  source: string,
  read: Rule['read'],
  needs: Signal | undefined = undefined,
): Rule => ({ name, pattern: new RegExp(source, 'y'), needs, read })

export const wholeYears = (first: number, last = first): { from: number; to: number } => ({
  from: yearPeriod(first).from,
  to: yearPeriod(last).to,
})

export function years(first: string | undefined, last: string | undefined): MonthSpan {
  const span = wholeYears(Number(first), Number(last))
  return span.to < span.from ? null : span
}

/** Months of a year; without a year they are months of the year 0. */
export function months(year: string | undefined, first: number, last: number): MonthSpan {
  if (first < 1 || last > 12 || last < first) return null
  const start = Number(year ?? 0) * 12
  return { from: start + first - 1, to: start + last - 1 }
}

export function quarter(year: string | undefined, words: string | undefined): MonthSpan {
  const count = /^\d/.test(words ?? '') ? Number(words![0]) : ORDINALS.indexOf(words ?? '') + 1
  const which = words === 'last' ? 4 : count
  return months(year, which * 3 - 2, which * 3)
}

export function half(year: string | undefined, words: string | undefined): MonthSpan {
  const second = words === '2' || words === 'second' || words === '2nd'
  return months(year, second ? 7 : 1, second ? 12 : 6)
}

export const monthNumber = (word: string | undefined): number =>
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf((word ?? '').slice(0, 3)) + 1

const ORDINALS = ['first', 'second', 'third', 'fourth']

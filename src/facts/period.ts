/**
 * Periods of the Gregorian calendar by whole months, as statistics offices publish them, and stocks as of a
 * month or a day. Written as ISO 8601 text: 2023, 2023-12, 2024-01/2024-04, 2021/2025, and '@2024-05-31' or
 * '@2024-05' for "as of".
 */
export interface Period {
  /** Months since year 0, first month covered. */
  from: number
  /** Last month covered, inclusive. */
  to: number
  /** A stock counted at the end of the span, not a flow over it. */
  asOf: boolean
}

const PART = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/

/** Reads the ISO text of a period; null when it is none (month 13, end before start, other text). */
export function parsePeriod(text: string): Period | null {
  const asOf = text.startsWith('@')
  const [first, last, ...more] = (asOf ? text.slice(1) : text).split('/')
  if (more.length > 0 || first === undefined) return null
  const start = PART.exec(first)
  const end = PART.exec(last ?? first)
  if (start === null || end === null) return null
  const from = monthOf(start, 1)
  const to = monthOf(end, 12)
  if (from === null || to === null || to < from) return null
  return { from, to, asOf }
}

/** The ISO text of a period; parsePeriod reads it back. */
export function formatPeriod(period: Period): string {
  return (period.asOf ? '@' : '') + isoSpan(period)
}

/** The ISO span alone, without the mark of a stock: 2023, 2024-05, 2024-01/2024-04, 2021/2025. */
export function isoSpan({ from, to }: Period): string {
  if (from % 12 === 0 && to % 12 === 11) {
    return from + 11 === to ? yearText(from) : `${yearText(from)}/${yearText(to)}`
  }
  return from === to ? monthText(from) : `${monthText(from)}/${monthText(to)}`
}

export const yearPeriod = (year: number): Period => ({ from: year * 12, to: year * 12 + 11, asOf: false })

export const yearOf = (month: number): number => Math.floor(month / 12)

/** Whole calendar years, one or several. */
export const isWholeYears = ({ from, to }: Period): boolean => from % 12 === 0 && to % 12 === 11

function monthOf(part: RegExpExecArray, ifYear: 1 | 12): number | null {
  const month = part[2] === undefined ? ifYear : Number(part[2])
  const day = part[3] === undefined ? 1 : Number(part[3])
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return Number(part[1]) * 12 + month - 1
}

const yearText = (month: number): string => String(yearOf(month)).padStart(4, '0')
const monthText = (month: number): string => `${yearText(month)}-${String((month % 12) + 1).padStart(2, '0')}`

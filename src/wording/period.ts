/** Periods and dates in words: January-April 2024, 2024年1-4月, as of May 2024, 27 March 2024. */
import { isWholeYears, type Period, yearOf } from '../facts/period.ts'

export function periodEn(period: Period): string {
  const { from, to, asOf } = period
  const text = spanEn(from, to, period)
  return asOf ? `as of ${text}` : text
}

export function periodZh(period: Period): string {
  const { asOf } = period
  const text = spanZh(period)
  return asOf ? `截至${text}` : text
}

export function dateEn(date: string): string {
  const [year, month, day] = date.split('-')
  const name = month === undefined ? '' : `${MONTHS[Number(month) - 1]} `
  return `${day === undefined ? '' : `${Number(day)} `}${name}${year}`
}

export function dateZh(date: string): string {
  const [year, month, day] = date.split('-')
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`
}

function spanEn(from: number, to: number, period: Period): string {
  if (to < 12) return from === to ? MONTHS[from]! : `${MONTHS[from]}-${MONTHS[to]}`
  if (isWholeYears(period)) return from + 11 === to ? String(yearOf(from)) : `${yearOf(from)}-${yearOf(to)}`
  const year = yearOf(from)
  if (year !== yearOf(to)) return `${MONTHS[from % 12]} ${year}-${MONTHS[to % 12]} ${yearOf(to)}`
  if (from === to) return `${MONTHS[from % 12]} ${year}`
  if (to - from === 2 && from % 3 === 0) return `Q${(from % 12) / 3 + 1} ${year}`
  if (to - from === 5 && from % 6 === 0) return `${from % 12 === 0 ? 'first' : 'second'} half of ${year}`
  return `${MONTHS[from % 12]}-${MONTHS[to % 12]} ${year}`
}

function spanZh(period: Period): string {
  const { from, to } = period
  if (to < 12) return from === to ? `${from + 1}月` : `${from + 1}-${to + 1}月`
  const year = yearOf(from)
  if (isWholeYears(period)) return from + 11 === to ? `${year}年` : `${year}-${yearOf(to)}年`
  if (year !== yearOf(to)) return `${year}年${(from % 12) + 1}月至${yearOf(to)}年${(to % 12) + 1}月`
  if (from === to) return `${year}年${(from % 12) + 1}月`
  if (to - from === 2 && from % 3 === 0) return `${year}年${'一二三四'[(from % 12) / 3]}季度`
  if (to - from === 5 && from % 6 === 0) return `${year}年${from % 12 === 0 ? '上' : '下'}半年`
  return `${year}年${(from % 12) + 1}-${(to % 12) + 1}月`
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** Where a number comes from, as one line: '[1] Publisher, <link|title>, 27 March 2024 (official statistics)'. */
import type { Citation } from '../../chat/reply.ts'
import { escapeLine, link } from './escape.ts'

export function citationLine(
  { mark, publisher, title, date, url, kind }: Citation,
  locale: 'en' | 'zh',
): string {
  const name = url === null ? escapeLine(title) : link(url, title)
  const about = [escapeLine(publisher), name, date === null ? '' : escapeLine(readableDate(date, locale))]
  const line = about.filter((part) => part !== '').join(locale === 'zh' ? '，' : ', ')
  return `[${mark}] ${line}${kind === '' ? '' : ` (${escapeLine(kind.replaceAll('-', ' '))})`}`
}

/** '2024-03-27' -> '27 March 2024', '2024年3月27日'; what is no ISO date stays as it is. */
export function readableDate(date: string, locale: 'en' | 'zh'): string {
  const [whole, year, month, day] = ISO.exec(date) ?? []
  if (whole === undefined) return date
  const named = month === undefined ? undefined : MONTHS[Number(month) - 1]
  if (month !== undefined && named === undefined) return date
  if (locale === 'zh')
    return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`
  return [day === undefined ? '' : String(Number(day)), named ?? '', year].filter(Boolean).join(' ')
}

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Moments as people in a zone write them. */

import { wallAt } from './schedule/local-time.ts'
import { rulesOf } from './schedule/zone-rules.ts'

/** 'Mon 24 Nov 2026, 09:00', '2026年11月24日（周一）09:00' */
export function momentIn(zone: string, at: number, locale: 'en' | 'zh'): string {
  return locale === 'zh'
    ? `${dayIn(zone, at, locale)}${clockIn(zone, at)}`
    : `${dayIn(zone, at, locale)}, ${clockIn(zone, at)}`
}

/** 'Mon 24 Nov 2026', '2026年11月24日（周一）' */
export function dayIn(zone: string, at: number, locale: 'en' | 'zh'): string {
  const wall = new Date(wallAt(rulesOf(zone), at))
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()]
  return locale === 'zh'
    ? `${year}年${month + 1}月${day}日（周${'日一二三四五六'[wall.getUTCDay()]}）`
    : `${WEEKDAYS[wall.getUTCDay()]} ${day} ${MONTHS[month]} ${year}`
}

/** '09:00' */
export const clockIn = (zone: string, at: number): string =>
  new Date(wallAt(rulesOf(zone), at)).toISOString().slice(11, 16)

/** 'Mon 24 Nov 2026, 09:00 (01:00 UTC)'; the UTC day where it is another one. */
export function momentWithUtc(zone: string, at: number, locale: 'en' | 'zh'): string {
  const local = momentIn(zone, at, locale)
  if (zone === 'UTC') return `${local} UTC`
  const isSameDay = dayIn(zone, at, locale) === dayIn('UTC', at, locale)
  const utc = isSameDay ? clockIn('UTC', at) : momentIn('UTC', at, locale)
  return locale === 'zh' ? `${local}（UTC ${utc}）` : `${local} (${utc} UTC)`
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

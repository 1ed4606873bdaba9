import { LAST } from '../cron-fields.ts'
import { clockText } from './compose.ts'
import type { DayPhrase, Phrases, TimePhrase } from './phrases.ts'
import { WORKDAYS } from './token.ts'

/** '每个工作日 09:00', '每2小时，每月1日' */
export function sayChinese({ times, days, months }: Phrases): string {
  const onDays =
    months.length === 0
      ? sayDays(days, '每月')
      : `${months.map((month) => `${month}月`).join('、')}的${sayDays(days, '')}`
  if (times.kind === 'list') return `${onDays} ${times.times.map(clockText).join('、')}`
  return onDays === '每天' ? sayRhythm(times) : `${sayRhythm(times)}，${onDays}`
}

function sayDays({ kind, weekdays, dates, nths }: DayPhrase, ofMonth: string): string {
  if (kind === 'all') return '每天'
  if (kind === 'weekdays') return sayWeekdays(weekdays)
  if (kind === 'nths') {
    const which = nths.map((nth) => (nth === LAST ? '最后一个' : `第${NUMBERS[nth - 1]}个`))
    return `${ofMonth}${which.join('和')}周${WEEKDAYS[weekdays[0]!]}`
  }
  const onDates = `${ofMonth}${dates.map((day) => (day === LAST ? '最后一天' : `${day}日`)).join('、')}`
  return kind === 'dates' ? onDates : `${onDates}和${sayWeekdays(weekdays)}`
}

const sayWeekdays = (days: readonly number[]): string =>
  days.join() === WORKDAYS.join() ? '每个工作日' : `每${days.map((day) => `周${WEEKDAYS[day]}`).join('、')}`

function sayRhythm({ minutes, past, between }: Extract<TimePhrase, { kind: 'every' }>): string {
  const every = minutes < 60 ? `每${minutes}分钟` : minutes === 60 ? '每小时' : `每${minutes / 60}小时`
  if (between !== null) return `${every}从 ${clockText(between[0])} 到 ${clockText(between[1])}`
  return past === 0 ? every : `${every}第${past}分`
}

const NUMBERS = '一二三四五'
const WEEKDAYS = '日一二三四五六'

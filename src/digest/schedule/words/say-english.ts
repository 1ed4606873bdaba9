import { LAST } from '../cron-fields.ts'
import { clockText } from './compose.ts'
import type { DayPhrase, Phrases, TimePhrase } from './phrases.ts'
import { WORKDAYS } from './token.ts'

/** 'every weekday at 09:00', 'every 2 hours, on the 1st of the month' */
export function sayEnglish({ times, days, months }: Phrases): string {
  const inMonths = months.length === 0 ? '' : ` in ${list(months.map((month) => MONTHS[month - 1]!))}`
  const onDays = `${sayDays(days, months.length === 0)}${inMonths}`
  if (times.kind === 'list') return `${onDays} at ${list(times.times.map(clockText))}`
  return onDays === 'every day' ? sayRhythm(times) : `${sayRhythm(times)}, ${onDays}`
}

function sayDays({ kind, weekdays, dates, nths }: DayPhrase, everyMonth: boolean): string {
  const ofMonth = everyMonth ? ' of the month' : ''
  if (kind === 'all') return 'every day'
  if (kind === 'weekdays') return `every ${sayWeekdays(weekdays)}`
  if (kind === 'nths')
    return `on the ${list(nths.map((nth) => (nth === LAST ? 'last' : ORDINALS[nth - 1]!)))} ${WEEKDAYS[weekdays[0]!]}${ofMonth}`
  const onDates = `on the ${list(dates.map((day) => (day === LAST ? 'last day' : ordinal(day))))}${ofMonth}`
  return kind === 'dates' ? onDates : `${onDates} and every ${sayWeekdays(weekdays)}`
}

const sayWeekdays = (days: readonly number[]): string =>
  days.join() === WORKDAYS.join() ? 'weekday' : list(days.map((day) => WEEKDAYS[day]!))

function sayRhythm({ minutes, past, between }: Extract<TimePhrase, { kind: 'every' }>): string {
  const every =
    minutes < 60 ? `every ${minutes} minutes` : minutes === 60 ? 'every hour' : `every ${minutes / 60} hours`
  if (between !== null) return `${every} from ${clockText(between[0])} to ${clockText(between[1])}`
  return past === 0 ? every : `${every} at minute ${past}`
}

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

function ordinal(day: number): string {
  const ending = day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth']
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

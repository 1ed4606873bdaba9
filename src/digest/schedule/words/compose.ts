/** From what was said to the five fields. What one pattern cannot say is refused, with the closest that it can. */

import { LEAST_MINUTES } from '../cron.ts'
import { allOf, ascending, type CronFields, LAST, type Nth, writeFields } from '../cron-fields.ts'
import { type Read, refused, understood } from '../mistake.ts'
import type { Gathered } from './gather.ts'
import type { Unit } from './token.ts'

/** The text of a pattern; it may still fire too often or never, which readCron says. */
export function compose(said: Gathered): Read<string> {
  const days = daysOf(said)
  if (!days.ok) return days
  const times = timesOf(said)
  if (!times.ok) return times
  return understood(writeFields({ ...days.value, ...times.value }))
}

type Days = Pick<CronFields, 'days' | 'months' | 'weekdays' | 'nths'>
type Times = Pick<CronFields, 'hours' | 'minutes'>

function daysOf(said: Gathered): Read<Days> {
  if (said.annual.length > 0) return annualDays(said)
  const { dates, weekdays, nths } = said
  const rhythm = longRhythm(said)
  if (!rhythm.ok) return rhythm
  const unit = rhythm.value?.unit ?? null
  const every = rhythm.value?.every ?? 1
  const isBare = dates.length + weekdays.length + nths.length + said.months.length === 0
  if (unit === null && isBare)
    return shortRhythm(said) === null
      ? refused('days-missing', { example: 'every day at 09:00' })
      : understood(onDays({}))
  if (weekdays.length > 0 && nths.length > 0) return conflict('on the first Monday at 09:00')
  if (unit === 'day') {
    if (dates.length + nths.length > 0) return conflict('on the 1st at 09:00')
    return understood(onDays({ weekdays, months: said.months }))
  }
  if (unit === 'week') {
    if (dates.length + nths.length > 0) return conflict('every Monday at 09:00')
    return understood(onDays({ weekdays: weekdays.length > 0 ? weekdays : [1], months: said.months }))
  }
  // 'every month on Monday' leaves open which
  if (unit !== null && weekdays.length > 0 && dates.length === 0)
    return conflict('on the first Monday at 09:00')
  const months = monthsOf(said, unit, every)
  if (months === null) return conflict(unit === 'year' ? 'every year on 1 March' : 'quarterly at 09:00')
  const first = dates.length + weekdays.length + nths.length === 0 ? [1] : dates
  return understood(onDays({ dates: first, months, weekdays, nths }))
}

/** '1 January and 1 July': one pattern holds them when every day is meant in every month. */
function annualDays({ annual, dates, weekdays, nths, months, rhythms }: Gathered): Read<Days> {
  if (rhythms.some(({ unit, every }) => unit !== 'year' || every !== 1))
    return conflict('every year on 1 March')
  const inMonths = ascending(annual.map(({ month }) => month))
  const onDates = ascending(annual.map(({ day }) => day))
  const named = new Set(annual.map(({ month, day }) => month * 100 + day))
  if (dates.length + weekdays.length + nths.length + months.length > 0)
    return conflict('every year on 1 March')
  if (named.size !== inMonths.length * onDates.length)
    return refused('rhythm-impossible', { value: '', example: 'every year on 1 March' })
  return understood(onDays({ dates: onDates, months: inMonths }))
}

function onDays(said: {
  dates?: readonly number[]
  months?: readonly number[]
  weekdays?: readonly number[]
  nths?: readonly Nth[]
}): Days {
  const { dates = [], months = [], weekdays = [], nths = [] } = said
  const names = weekdays.length + nths.length
  return {
    days: dates.length > 0 ? ascending(dates) : allOf(1, 31),
    months: months.length > 0 ? ascending(months) : allOf(1, 12),
    weekdays: names > 0 ? ascending(weekdays) : allOf(0, 6),
    nths,
  }
}

/** The rhythm of days or longer; 'every day of the week' is one of days. */
function longRhythm({ rhythms }: Gathered): Read<{ unit: Unit; every: number } | null> {
  const long = rhythms.filter(({ unit }) => !SHORT.has(unit))
  const counted = long.filter(({ every }) => every !== 1)
  const units = new Set(long.map(({ unit }) => unit))
  if (counted.length > 1 || (counted.length === 1 && units.size > 1)) return conflict('quarterly at 09:00')
  const [only] = counted
  if (only !== undefined) {
    const months = only.unit === 'month' ? only.every : only.unit === 'quarter' ? only.every * 3 : 0
    if (months > 0 && 12 % months === 0) return understood({ unit: 'month', every: months })
    return refused('rhythm-impossible', {
      value: `${only.every} ${only.unit}`,
      example: EXAMPLES[only.unit] ?? 'every day at 09:00',
    })
  }
  // 'every day of the week' is a rhythm of days; 'weekly, monthly' is none
  if (!units.has('day') && units.size > 1) return conflict('quarterly at 09:00')
  const unit = (['day', 'week', 'quarter', 'year', 'month'] as const).find((name) => units.has(name))
  return understood(unit === undefined ? null : { unit, every: 1 })
}

const shortRhythm = ({ rhythms }: Gathered) => rhythms.find(({ unit }) => SHORT.has(unit)) ?? null

/** null where months and rhythm contradict each other. */
function monthsOf(said: Gathered, unit: Unit | null, every: number): readonly number[] | null {
  const isLast = [...said.dates, ...said.nths.map(({ nth }) => nth)].every((day) => day === LAST)
  const atEnd = said.dates.length + said.nths.length > 0 && isLast
  const stepped = (step: number) => allOf(1, 12).filter((month) => (atEnd ? month : month - 1) % step === 0)
  if (unit === 'quarter') return said.months.length > 0 ? null : stepped(3)
  if (unit === 'month' && every > 1) return said.months.length > 0 ? null : stepped(every)
  if (unit !== 'year' || said.months.length > 0) return said.months
  // 'yearly on the 15th' leaves the month open
  const named = said.dates.length + said.nths.length > 0
  return named && !(atEnd || said.dates.join() === '1') ? null : stepped(12)
}

function timesOf(said: Gathered): Read<Times> {
  const short = said.rhythms.filter(({ unit }) => SHORT.has(unit))
  if (short.length > 1) return conflict('every 2 hours')
  const [rhythm] = short
  if (rhythm !== undefined) return rhythmTimes(rhythm, said)
  if (said.between !== null || said.past !== null) return conflict('every hour from 09:00 to 17:00')
  const times = ascending(said.times.length > 0 ? said.times : [NINE])
  const hours = ascending(times.map((time) => Math.floor(time / 60)))
  const minutes = ascending(times.map((time) => time % 60))
  if (hours.length * minutes.length !== times.length)
    return refused('times-differ', { example: 'every day at 09:00 and 17:00' })
  return understood({ hours, minutes })
}

function rhythmTimes({ unit, every }: { unit: Unit; every: number }, said: Gathered): Read<Times> {
  if (said.times.length > 0) return conflict('every hour from 09:00 to 17:00')
  const minutes = unit === 'hour' ? every * 60 : every
  if (minutes < LEAST_MINUTES)
    return refused('too-often', { minutes, least: LEAST_MINUTES, example: 'every 15 minutes' })
  if (minutes > 60 ? minutes % 60 !== 0 || 1440 % minutes !== 0 : 60 % minutes !== 0)
    return refused('rhythm-impossible', {
      value: minutes % 60 === 0 ? `${minutes / 60} hour` : `${minutes} minute`,
      example: minutes < 60 ? 'every 30 minutes' : minutes < 120 ? 'every hour' : closestHours(minutes / 60),
    })
  if (minutes < 60 && said.past !== null) return conflict('every hour at minute 30')
  const inHour = minutes < 60 ? allOf(0, 59).filter((minute) => minute % minutes === 0) : [said.past ?? 0]
  const step = Math.max(1, minutes / 60)
  if (said.between === null)
    return understood({ minutes: inHour, hours: allOf(0, 23).filter((hour) => hour % step === 0) })
  return windowed(inHour, step, said.between, said.past)
}

/** 'every 30 minutes from 09:00 to 17:30': the last run must be one that the pattern has. */
function windowed(
  inHour: readonly number[],
  step: number,
  [from, to]: readonly [number, number],
  past: number | null,
): Read<Times> {
  const first = Math.floor(from / 60)
  const last = Math.floor(to / 60)
  const hours = allOf(first, last).filter((hour) => (hour - first) % step === 0)
  const minutes = inHour.length > 1 ? inHour : [past ?? from % 60]
  const ends = (hours.at(-1) ?? first) * 60 + minutes.at(-1)!
  const begins = first * 60 + minutes[0]!
  // an hour's rhythm may end before the last hour said, half hours may not go on behind it
  const fits = inHour.length > 1 ? begins === from && ends === to : ends <= to && begins >= from
  if (to <= from || !fits) {
    const every = inHour.length > 1 ? `${60 / inHour.length} minutes` : step === 1 ? 'hour' : `${step} hours`
    const until = to <= from ? 17 * 60 + minutes.at(-1)! : last * 60 + minutes.at(-1)!
    const start = to <= from ? 9 * 60 + minutes[0]! : begins
    return refused('times-differ', {
      example: `every ${every} from ${clockText(start)} to ${clockText(until)}`,
    })
  }
  return understood({ hours, minutes })
}

export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const closestHours = (hours: number): string => {
  const [closest] = [2, 3, 4, 6, 8, 12].sort((a, b) => Math.abs(a - hours) - Math.abs(b - hours))
  return `every ${closest} hours`
}

const conflict = (example: string) => refused('words-conflict', { example })

const SHORT: ReadonlySet<Unit> = new Set<Unit>(['minute', 'hour'])
const NINE = 9 * 60
const EXAMPLES: Readonly<Partial<Record<Unit, string>>> = {
  day: 'every day at 09:00',
  week: 'every Monday at 09:00',
  month: 'every 3 months at 09:00',
  quarter: 'quarterly at 09:00',
  year: 'every year on 1 January',
}

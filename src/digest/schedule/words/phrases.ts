/** What there is to say about a pattern, before it is said in a language. */
import { type CronFields, LAST } from '../cron-fields.ts'

export interface Phrases {
  times: TimePhrase
  days: DayPhrase
  /** 1-12; empty: all */
  months: readonly number[]
}

export type TimePhrase =
  /** Minutes after midnight. */
  | { kind: 'list'; times: readonly number[] }
  /** Round the clock, every so many minutes; `past` is the minute of the hour it begins at. */
  | { kind: 'every'; minutes: number; past: number; between: null | readonly [number, number] }

export interface DayPhrase {
  kind: 'all' | 'weekdays' | 'dates' | 'nths' | 'dates or weekdays'
  /** 0 is Sunday */
  weekdays: readonly number[]
  /** 1-31 and LAST */
  dates: readonly number[]
  /** 1-5 and LAST, of the one weekday in `weekdays` */
  nths: readonly number[]
}

/** null where words would say less than the five fields. */
export function phrasesOf(fields: CronFields): Phrases | null {
  const times = timesOf(fields)
  const days = daysOf(fields)
  if (times === null || days === null) return null
  return { times, days, months: fields.months.length === 12 ? [] : fields.months }
}

function timesOf({ hours, minutes }: CronFields): TimePhrase | null {
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute))
  const inHour = stepOf(minutes, 60)
  const isWholeDay = hours.length === 24
  if (minutes.length > 1 && inHour !== null && (isWholeDay || isRun(hours, 1)))
    return {
      kind: 'every',
      minutes: inHour,
      past: 0,
      between: isWholeDay ? null : [times[0]!, times.at(-1)!],
    }
  const step = hours[1] === undefined ? 0 : hours[1] - hours[0]!
  if (minutes.length === 1 && hours.length > FEW && isRun(hours, step) && 24 % step === 0) {
    const isRound = hours.length === 24 / step && hours[0] === 0
    const between = isRound ? null : ([times[0]!, times.at(-1)!] as const)
    return { kind: 'every', minutes: step * 60, past: isRound ? minutes[0]! : 0, between }
  }
  return times.length <= MANY ? { kind: 'list', times } : null
}

function daysOf({ days, weekdays, nths }: CronFields): DayPhrase | null {
  const hasDates = days.length !== 31 || days.includes(LAST)
  const hasWeekdays = weekdays.length < 7 && weekdays.length > 0
  const nthDays = [...new Set(nths.map(({ weekday }) => weekday))]
  if (nths.length > 0) {
    if (hasDates || hasWeekdays || nthDays.length > 1) return null
    return { kind: 'nths', weekdays: nthDays, dates: [], nths: nths.map(({ nth }) => nth) }
  }
  const kind =
    hasDates && hasWeekdays ? 'dates or weekdays' : hasDates ? 'dates' : hasWeekdays ? 'weekdays' : 'all'
  return { kind, weekdays: hasWeekdays ? weekdays : [], dates: hasDates ? days : [], nths: [] }
}

/** 0 15 30 45 -> 15; null for what is no even rhythm from the full hour on. */
function stepOf(numbers: readonly number[], length: number): number | null {
  const step = length / numbers.length
  return Number.isInteger(step) && numbers.every((number, at) => number === at * step) ? step : null
}

const isRun = (numbers: readonly number[], step: number): boolean =>
  numbers.length > 1 && step > 0 && numbers.every((number, at) => number === numbers[0]! + at * step)

/** So many times are told one by one. */
const FEW = 4
const MANY = 12

/** A pattern in five fields, checked: it fires, and not too often. croner says on which days, and nothing else. */
import { Cron as Croner } from 'croner'
import { type CronFields, readFields, writeDays, writeFields } from './cron-fields.ts'
import { DAY, MINUTE } from './local-time.ts'
import { type Read, refused, understood } from './mistake.ts'

export interface Cron {
  /** Canonical: this is what is stored. */
  text: string
  fields: CronFields
  /** The times of a day it runs on, minutes after midnight, ascending. */
  times: readonly number[]
  /**
   * What makes a run the same run: its day, its day and time, or, for patterns that run several times in every hour
   * and so follow the time that passes, its instant.
   */
  pace: 'daily' | 'several a day' | 'elapsed'
  /** Minutes between the two closest runs of a year. */
  shortest: number
  /** The first day it runs on at or after this midnight; both as wall times (local-time.ts). null: never again. */
  dayFrom(midnight: number): number | null
}

/**
 * Five fields as cron has them, with `L` for the last day of the month, `5#2` for the second Friday, `5#L` for the
 * last. Day of the month and weekday both given: either is enough. Refused: other dialects, patterns that never
 * fire, patterns that fire more often than every LEAST_MINUTES.
 */
export function readCron(text: string): Read<Cron> {
  const before = known.get(text)
  if (before !== undefined) return understood(before)
  const cron = checked(text)
  if (cron.ok) {
    // a bound, not a strategy: what is planned comes from the store, which holds far fewer different patterns
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, cron.value)
  }
  return cron
}

/** A pattern that readCron has accepted before; throws RangeError for others. */
export function acceptedCron(text: string): Cron {
  const cron = readCron(text)
  if (!cron.ok) throw new RangeError(`not an accepted pattern: ${cron.mistake.code}`)
  return cron.value
}

/** A channel that is posted to more often than this is not read (docs/digests.md). */
export const LEAST_MINUTES = 15

function checked(text: string): Read<Cron> {
  if (text.length > LONGEST) return refused('cron-too-long', { characters: text.length, most: LONGEST })
  const texts = text.trim().split(/\s+/)
  if (texts.length !== 5 || texts[0] === '')
    return refused('cron-fields', { fields: texts[0] === '' ? 0 : texts.length, example: '0 9 * * 1-5' })
  const fields = readFields(texts)
  if (!fields.ok) return fields
  const { hours, minutes } = fields.value
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute))
  const days = daysOf(writeDays(fields.value))
  if (days.dayFrom(YEAR_BEGINS) === null) return refused('cron-never', { value: writeFields(fields.value) })
  const shortest = shortestOf(times, days)
  if (shortest < LEAST_MINUTES)
    return refused('too-often', { minutes: shortest, least: LEAST_MINUTES, example: '*/15 * * * *' })
  const pace =
    times.length === 1 ? 'daily' : hours.length === 24 && minutes.length > 1 ? 'elapsed' : 'several a day'
  return understood({
    text: writeFields(fields.value),
    fields: fields.value,
    times,
    pace,
    shortest,
    dayFrom: days.dayFrom,
  })
}

interface RunDays {
  dayFrom: Cron['dayFrom']
  /** Minutes between the two closest days it runs on, over a whole year. */
  closest: number
}

/** Many digests run on the same days, at different times. */
function daysOf(pattern: string): RunDays {
  const before = knownDays.get(pattern)
  if (before !== undefined) return before
  if (pattern === EVERY_DAY) return { dayFrom: (midnight) => midnight, closest: DAY / MINUTE }
  const croner = new Croner(pattern, { mode: '5-part', timezone: 'UTC', paused: true })
  // croner looks for what comes after a moment, in whole seconds
  const dayFrom: Cron['dayFrom'] = (midnight) => croner.nextRun(new Date(midnight - 1000))?.getTime() ?? null
  const days = { dayFrom, closest: closestOf(dayFrom) }
  if (knownDays.size >= MOST_KNOWN) knownDays.clear()
  knownDays.set(pattern, days)
  return days
}

function closestOf(dayFrom: Cron['dayFrom']): number {
  let closest = YEAR_MINUTES
  for (let day = dayFrom(YEAR_BEGINS); day !== null && day < YEAR_ENDS; ) {
    const next: number | null = dayFrom(day + DAY)
    if (next === null) break
    closest = Math.min(closest, (next - day) / MINUTE)
    if (closest === DAY / MINUTE) break
    day = next
  }
  return closest
}

/** Two times close to midnight meet only where two days do. */
function shortestOf(times: readonly number[], { closest }: RunDays): number {
  const overnight = closest + times[0]! - times.at(-1)!
  return times.slice(1).reduce((least, time, at) => Math.min(least, time - times[at]!), overnight)
}

/** The commonest pattern needs no search. */
const EVERY_DAY = '0 0 * * *'
const knownDays = new Map<string, RunDays>()
const known = new Map<string, Cron>()
const MOST_KNOWN = 2_000
/** A pattern that lists every minute and hour is shorter than this. */
const LONGEST = 400
/** A leap year, so that 29 February is among its days. */
const YEAR_BEGINS = Date.UTC(2024, 0, 1)
const YEAR_ENDS = Date.UTC(2025, 0, 1)
const YEAR_MINUTES = 366 * 24 * 60

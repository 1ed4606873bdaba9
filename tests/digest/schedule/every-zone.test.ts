/**
 * F30: in every zone that Intl knows, 2025-2035, a daily digest is due exactly once on each local day.
 *
 * Sampled: the days within two days of each change of a zone's distance from UTC, all changes of all zones, plus the
 * first five days of each year; for twelve zones all days of all years. The changes are looked for here with a format of
 * the test's own, once a day, so that what the program overlooks is not overlooked here as well.
 */
import { describe, expect, test } from 'vitest'
import { missedSince } from '../../../src/digest/schedule/next.ts'

const DAY = 86_400_000
const START = Date.UTC(2025, 0, 1)
const END = Date.UTC(2036, 0, 1)
const CRONS = ['30 2 * * *', '0 0 * * *', '0 9 * * *']
const WHOLE = [
  'America/New_York',
  'America/Santiago',
  'America/Nuuk',
  'America/Havana',
  'Europe/Berlin',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Antarctica/Troll',
]
const ZONES = Intl.supportedValuesOf('timeZone')

describe('F30 a daily digest is due exactly once per local day', () => {
  test.each(WHOLE)('%s, every day of eleven years', (zone) => {
    // year by year, because what was missed is never looked for further back
    for (let from = START; from < END; from += 300 * DAY) {
      for (const cron of CRONS) expect(wrongDays(zone, cron, from, from + 300 * DAY)).toEqual([])
    }
  })

  test('every zone, around each of its changes and each new year', () => {
    expect(ZONES.length).toBeGreaterThan(400)
    let stretches = 0
    const wrong: string[] = []
    for (const zone of ZONES) {
      for (const [from, to] of sampled(zone)) {
        stretches++
        for (const cron of CRONS) wrong.push(...wrongDays(zone, cron, from, to))
      }
    }
    expect(wrong).toEqual([])
    expect(stretches).toBeGreaterThan(ZONES.length * 11)
  }, 120_000)

  test('the check sees a day too many and a day too few', () => {
    expect(wrongDays('UTC', '0 9 * * 1-6', START, START + 10 * DAY)).toEqual([
      'UTC 0 9 * * 1-6 2025-01-05: 0',
    ])
    expect(wrongDays('UTC', '0 9,10 * * *', START, START + 3 * DAY)).toHaveLength(1)
  })
})

/** Days between two instants, the first and last left out, that do not have exactly one run. */
function wrongDays(zone: string, cron: string, from: number, to: number): string[] {
  const day = dayFormat(zone)
  const counts = new Map<string, number>()
  for (let at = from; at <= to; at += DAY / 4) counts.set(day.format(at), 0)
  for (const { due, slot } of missedSince(cron, zone, from - 2 * DAY, to + DAY, { most: 10_000 }).missed) {
    const local = day.format(due)
    if (counts.has(local)) counts.set(local, counts.get(local)! + 1)
    // what the row is called is the day it is due
    if (!cron.includes(',') && slot !== local) return [`${zone} ${cron} ${slot}: due on ${local}`]
  }
  return [...counts]
    .flatMap(([local, count]) => (count === 1 ? [] : [`${zone} ${cron} ${local}: ${count}`]))
    .slice(0, 1)
}

function sampled(zone: string): [number, number][] {
  const spans: [number, number][] = []
  for (let year = 2025; year <= 2035; year++) spans.push([Date.UTC(year, 0, 1), Date.UTC(year, 0, 5)])
  for (const change of changesOf(zone)) spans.push([change - 2 * DAY, change + 2 * DAY])
  return spans
}

/** The days by which a zone shows another distance from UTC: asked once a day at the same hour. */
function changesOf(zone: string): number[] {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  })
  const changes: number[] = []
  let last = format.format(START)
  for (let at = START + DAY; at < END; at += DAY) {
    const shown = format.format(at)
    if (shown !== last) changes.push(at)
    last = shown
  }
  return changes
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** '2026-03-08' */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, format)
  return format
}

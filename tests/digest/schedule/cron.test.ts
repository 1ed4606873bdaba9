import { Cron as Croner } from 'croner'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptedCron, LEAST_MINUTES, readCron } from '../../../src/digest/schedule/cron.ts'
import { patterns } from './patterns.ts'

const DAY = 86_400_000
const outcome = (text: string) => {
  const cron = readCron(text)
  return cron.ok ? cron.value.text : cron.mistake
}

describe('patterns in five fields', () => {
  test.each([
    ['0 9 * * 1-5', '0 9 * * 1-5'],
    ['  0   9 * *  MON-FRI ', '0 9 * * 1-5'],
    ['00 09 * * *', '0 9 * * *'],
    ['0 9 * * 1,2,3,4,5', '0 9 * * 1-5'],
    ['0 9 * * 5,1,1', '0 9 * * 1,5'],
    ['0 9 * * 7', '0 9 * * 0'],
    ['0 9 * * 0-7', '0 9 * * *'],
    ['0 9 * * 6-7', '0 9 * * 0,6'],
    ['*/15 * * * *', '*/15 * * * *'],
    ['0,15,30,45 * * * *', '*/15 * * * *'],
    ['0 */2 * * *', '0 */2 * * *'],
    ['0 9-17/4 * * *', '0 9,13,17 * * *'],
    ['0 9 1 jan,JUL *', '0 9 1 1,7 *'],
    ['0 9 L * *', '0 9 L * *'],
    ['0 9 1,l * *', '0 9 1,L * *'],
    ['0 9 1-31,L * *', '0 9 * * *'],
    ['0 9 * * fri#2', '0 9 * * 5#2'],
    ['0 9 * * 5L', '0 9 * * 5#L'],
    ['0 9 * * 5#3,5#1,5#3', '0 9 * * 5#1,5#3'],
    ['0 9 * * 5,5#1', '0 9 * * 5'],
    ['0 9 29 2 *', '0 9 29 2 *'],
  ])('%s is kept as %s', (text, canonical) => {
    expect(outcome(text)).toBe(canonical)
    expect(outcome(canonical)).toBe(canonical)
  })

  test.each([
    ['* * * * * *', 'cron-fields', { fields: 6 }],
    ['', 'cron-fields', { fields: 0 }],
    ['0 9 * *', 'cron-fields', { fields: 4 }],
    ['@daily', 'cron-fields', { fields: 1 }],
    ['*/0', 'cron-fields', { fields: 1 }],
    ['*/0 * * * *', 'cron-value', { field: 'minute', value: '*/0' }],
    ['60 9 * * *', 'cron-value', { field: 'minute', value: '60' }],
    ['0 24 * * *', 'cron-value', { field: 'hour', value: '24' }],
    ['0 9 0 * *', 'cron-value', { field: 'day', value: '0' }],
    ['0 9 32 * *', 'cron-value', { field: 'day', value: '32' }],
    ['0 9 * 13 *', 'cron-value', { field: 'month', value: '13' }],
    ['0 9 * * 8', 'cron-value', { field: 'weekday', value: '8' }],
    ['0 9 * * 1#6', 'cron-value', { field: 'weekday' }],
    ['0 17-9 * * *', 'cron-value', { field: 'hour', value: '17-9' }],
    ['0 5/5 * * *', 'cron-value', { field: 'hour' }],
    ['0 9 15W * *', 'cron-value', { field: 'day' }],
    ['0 9 ? * *', 'cron-value', { field: 'day' }],
    ['0 9 1 * +1', 'cron-value', { field: 'weekday' }],
    ['0 9 1,,2 * *', 'cron-value', { field: 'day' }],
    ['-1 9 * * *', 'cron-value', { field: 'minute' }],
    ['0 9 * * 一', 'cron-value', { field: 'weekday' }],
    ['0 9 31 2 *', 'cron-never', {}],
    ['0 9 30,31 2 *', 'cron-never', {}],
    ['0 9 31 4,6,9,11 *', 'cron-never', {}],
    ['* * * * *', 'too-often', { minutes: 1, least: 15 }],
    ['*/10 * * * *', 'too-often', { minutes: 10 }],
    ['0,14 9 * * *', 'too-often', { minutes: 14 }],
    ['0 9 * * *'.padEnd(10_000, ' 9'), 'cron-too-long', {}],
    ['1,'.repeat(5_000), 'cron-too-long', {}],
  ])('F31 %s is refused: %s', (text, code, params) => {
    expect(outcome(text)).toMatchObject({ code, params })
  })

  test('two runs close to midnight count where two days meet, and only there', () => {
    // 23:50 and 00:00 of the next day
    expect(outcome('0,50 0,23 * * *')).toMatchObject({ code: 'too-often', params: { minutes: 10 } })
    expect(outcome('0,50 0,23 * * 1')).toBe('0,50 0,23 * * 1')
    // the last day of a month is next to the first of another
    expect(outcome('0,50 0,23 1,L * *')).toMatchObject({ code: 'too-often', params: { minutes: 10 } })
    expect(acceptedCron('0,50 0,23 * * 1').shortest).toBe(50)
  })

  test('a text that was never accepted cannot be planned', () => {
    expect(() => acceptedCron('0 9 31 2 *')).toThrow(RangeError)
  })
})

describe('properties', () => {
  test('days and times together are what croner gives for the whole pattern in UTC', () => {
    fc.assert(
      fc.property(patterns, fc.integer({ min: 0, max: 3_000 }), (text, startDay) => {
        const cron = readCron(text)
        if (!cron.ok) return
        const start = Date.UTC(2025, 0, 1) + startDay * DAY
        const runs: number[] = []
        for (let day = cron.value.dayFrom(start); day !== null && runs.length < 30; ) {
          runs.push(...cron.value.times.map((time) => day! + time * 60_000))
          day = cron.value.dayFrom(day + DAY)
        }
        const croner = new Croner(cron.value.text, { mode: '5-part', timezone: 'UTC', paused: true })
        const expected = croner.nextRuns(10, new Date(start - 1000)).map((run) => run.getTime())
        expect(runs.slice(0, 10)).toEqual(expected)
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  test('an accepted pattern never runs twice within the least interval on its next hundred days', () => {
    fc.assert(
      fc.property(patterns, (text) => {
        const cron = readCron(text)
        if (!cron.ok) return
        const runs: number[] = []
        let day = cron.value.dayFrom(Date.UTC(2026, 0, 1))
        for (let n = 0; day !== null && n < 100; n++) {
          runs.push(...cron.value.times.map((time) => day! + time * 60_000))
          day = cron.value.dayFrom(day + DAY)
        }
        const closest = runs.slice(1).reduce((least, run, at) => Math.min(least, run - runs[at]!), DAY * 400)
        expect(closest).toBeGreaterThanOrEqual(LEAST_MINUTES * 60_000)
        expect(closest).toBeGreaterThanOrEqual(cron.value.shortest * 60_000)
      }),
      { seed: 4, numRuns: 100 },
    )
  })

  test('the kept text is read as itself', () => {
    fc.assert(
      fc.property(patterns, (text) => {
        const cron = readCron(text)
        if (!cron.ok) return
        expect(outcome(cron.value.text)).toBe(cron.value.text)
        expect(acceptedCron(cron.value.text).fields).toEqual(cron.value.fields)
      }),
      { seed: 5, numRuns: 1_000 },
    )
  })

  test('no text makes reading throw or take long', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789*/,-#L \t') })),
        (text) => {
          expect(typeof readCron(text).ok).toBe('boolean')
        },
      ),
      { seed: 6, numRuns: 5_000 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minuteText, wallAt } from '../../../src/digest/schedule/local-time.ts'
import { type Due, missedSince, nextDue, nextThree } from '../../../src/digest/schedule/next.ts'
import { rulesFrom, rulesOf } from '../../../src/digest/schedule/zone-rules.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const none = () => false
const at = (text: string) => Date.parse(text)
const shown = (run: Due | null) => (run === null ? null : `${run.slot} ${minuteText(run.due)}Z`)

/** The next runs as the planner finds them: one after another, each with its row. */
function runs(cron: string, zone: string, from: string, count: number): (string | null)[] {
  const found: (string | null)[] = []
  let after = at(from) - 1
  for (let n = 0; n < count; n++) {
    const run = nextDue(cron, zone, after, none)
    found.push(shown(run))
    if (run === null) break
    after = run.due
  }
  return found
}

describe('F30 gaps and folds', () => {
  test.each([
    // in a gap: its end, once
    [
      'America/New_York',
      '30 2 * * *',
      '2026-03-07T12:00Z',
      ['2026-03-08 2026-03-08T07:00Z', '2026-03-09 2026-03-09T06:30Z'],
    ],
    [
      'Europe/Berlin',
      '30 2 * * *',
      '2026-03-28T12:00Z',
      ['2026-03-29 2026-03-29T01:00Z', '2026-03-30 2026-03-30T00:30Z'],
    ],
    [
      'Africa/Cairo',
      '0 0 * * *',
      '2026-04-23T12:00Z',
      ['2026-04-24 2026-04-23T22:00Z', '2026-04-25 2026-04-24T21:00Z'],
    ],
    [
      'America/Santiago',
      '0 0 * * *',
      '2026-09-05T12:00Z',
      ['2026-09-06 2026-09-06T04:00Z', '2026-09-07 2026-09-07T03:00Z'],
    ],
    [
      'Australia/Lord_Howe',
      '15 2 * * *',
      '2026-10-03T00:00Z',
      ['2026-10-04 2026-10-03T15:30Z', '2026-10-05 2026-10-04T15:15Z'],
    ],
    // in a fold: the first, once
    [
      'America/New_York',
      '30 1 * * *',
      '2026-11-01T04:00Z',
      ['2026-11-01 2026-11-01T05:30Z', '2026-11-02 2026-11-02T06:30Z'],
    ],
    [
      'Europe/Berlin',
      '30 2 * * *',
      '2026-10-24T12:00Z',
      ['2026-10-25 2026-10-25T00:30Z', '2026-10-26 2026-10-26T01:30Z'],
    ],
    [
      'America/Santiago',
      '30 23 * * *',
      '2026-04-04T12:00Z',
      ['2026-04-04 2026-04-05T02:30Z', '2026-04-05 2026-04-06T03:30Z'],
    ],
    [
      'Australia/Lord_Howe',
      '45 1 * * *',
      '2026-04-04T12:00Z',
      ['2026-04-05 2026-04-04T14:45Z', '2026-04-06 2026-04-05T15:15Z'],
    ],
    // neither
    [
      'Asia/Shanghai',
      '30 2 * * *',
      '2026-03-28T12:00Z',
      ['2026-03-29 2026-03-28T18:30Z', '2026-03-30 2026-03-29T18:30Z'],
    ],
  ])('F30 %s %s', (zone, cron, from, expected) => {
    expect(runs(cron, zone, from, 2)).toEqual(expected)
  })

  test('F30 from within a fold, the same day is not due again', () => {
    const first = at('2026-11-01T05:30Z')
    expect(shown(nextDue('30 1 * * *', 'America/New_York', first, none))).toBe('2026-11-02 2026-11-02T06:30Z')
    expect(shown(nextDue('30 1 * * *', 'America/New_York', first + HOUR - 1, none))).toBe(
      '2026-11-02 2026-11-02T06:30Z',
    )
  })

  test('F30 several a day: what a gap moves to one instant is one run, under its first time', () => {
    expect(runs('0 1,2,3 * * *', 'America/New_York', '2026-03-08T05:00Z', 3)).toEqual([
      '2026-03-08T01:00 2026-03-08T06:00Z',
      '2026-03-08T02:00 2026-03-08T07:00Z',
      '2026-03-09T01:00 2026-03-09T05:00Z',
    ])
  })

  test('F30 once an hour: no hour of the wall twice', () => {
    expect(runs('0 * * * *', 'America/New_York', '2026-11-01T05:00Z', 3)).toEqual([
      '2026-11-01T01:00 2026-11-01T05:00Z',
      '2026-11-01T02:00 2026-11-01T07:00Z',
      '2026-11-01T03:00 2026-11-01T08:00Z',
    ])
  })

  test.each(['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Cairo', 'America/Santiago'])(
    'F30 finer than an hour: a quarter of an hour is a quarter of an hour, all year, in %s',
    (zone) => {
      let last = at('2026-01-01T00:00Z')
      const { missed, earlier } = missedSince('*/15 * * * *', zone, last, at('2027-01-01T00:00Z'), {
        most: 40_000,
      })
      expect(earlier).toBe(0)
      expect(missed).toHaveLength(365 * 96)
      for (const { due, slot } of missed) {
        if (due - last !== 15 * 60_000 || slot !== `${minuteText(due)}Z`)
          expect.fail(`${slot} after ${minuteText(last)}`)
        last = due
      }
    },
  )

  test('F30 a day that a zone leaves out has no run', () => {
    expect(runs('0 9 * * *', 'Pacific/Apia', '2011-12-29T00:00Z', 3)).toEqual([
      '2011-12-29 2011-12-29T19:00Z',
      '2011-12-31 2011-12-30T19:00Z',
      '2012-01-01 2011-12-31T19:00Z',
    ])
  })
})

describe('slots', () => {
  test('those with a row are passed over, also after an edit of the time', () => {
    const rows = new Set(['2026-06-01', '2026-06-02'])
    // posted at 09:00, then moved to 18:00: not again today
    expect(
      shown(nextDue('0 18 * * *', 'Asia/Shanghai', at('2026-06-01T01:00Z'), (slot) => rows.has(slot))),
    ).toBe('2026-06-03 2026-06-03T10:00Z')
  })

  test('a digest whose every slot has a row is not looked through for ever', () => {
    expect(nextDue('0 9 * * *', 'Asia/Shanghai', 0, () => true)).toBeNull()
  })

  test('texts that were never accepted are a bug, not a wrong time', () => {
    expect(() => nextDue('0 9 31 2 *', 'UTC', 0, none)).toThrow(RangeError)
    expect(() => nextDue('0 9 * * *', 'Mars/Olympus', 0, none)).toThrow(RangeError)
    expect(() => nextDue('0 9 * * *', '', 0, none)).toThrow(RangeError)
  })

  test('rare days are found', () => {
    expect(runs('0 9 29 2 *', 'UTC', '2026-01-01T00:00Z', 2)).toEqual([
      '2028-02-29 2028-02-29T09:00Z',
      '2032-02-29 2032-02-29T09:00Z',
    ])
    expect(runs('*/15 * 29 2 *', 'Europe/Berlin', '2026-01-01T00:00Z', 2)).toEqual([
      '2028-02-28T23:00Z 2028-02-28T23:00Z',
      '2028-02-28T23:15Z 2028-02-28T23:15Z',
    ])
    // clocks change on 8 March: by the distance of 2 March, the first of April would begin an hour later
    expect(runs('*/15 * 1 * *', 'America/New_York', '2026-03-02T12:00Z', 1)).toEqual([
      '2026-04-01T04:00Z 2026-04-01T04:00Z',
    ])
    expect(runs('*/15 * 1 * *', 'America/New_York', '2026-10-02T12:00Z', 1)).toEqual([
      '2026-11-01T04:00Z 2026-11-01T04:00Z',
    ])
  })
})

describe('the next three', () => {
  test('are shown on the wall, where a gap moved one', () => {
    const three = nextThree('30 2 * * *', 'America/New_York', at('2026-03-07T00:00Z'))
    expect(three.map(({ local, due }) => `${local} ${minuteText(due)}Z`)).toEqual([
      '2026-03-07T02:30 2026-03-07T07:30Z',
      '2026-03-08T03:00 2026-03-08T07:00Z',
      '2026-03-09T02:30 2026-03-09T06:30Z',
    ])
  })
})

describe('F28 F29 what was missed', () => {
  const missed = (cron: string, from: string, until: string, options = {}) =>
    missedSince(cron, 'Asia/Shanghai', at(from), at(until), options)

  test('F28 the clock jumps forward 26 hours: two daily runs, oldest first', () => {
    const found = missed('0 9 * * *', '2026-06-01T00:00Z', '2026-06-02T02:00Z')
    expect(found.missed.map(shown)).toEqual(['2026-06-01 2026-06-01T01:00Z', '2026-06-02 2026-06-02T01:00Z'])
  })

  test('F28 the clock jumps back 2 hours: the run that has its row is not due again', () => {
    const posted = nextDue('0 9 * * *', 'Asia/Shanghai', at('2026-06-01T00:59Z'), none)!
    const again = nextDue('0 9 * * *', 'Asia/Shanghai', posted.due - 2 * HOUR, (slot) => slot === posted.slot)
    expect(shown(again)).toBe('2026-06-02 2026-06-02T01:00Z')
    expect(missed('0 9 * * *', '2026-06-01T03:00Z', '2026-06-01T01:00Z').missed).toEqual([])
  })

  test.each([
    ['0 9 * * *', 1 / 1440, 0],
    ['0 9 * * *', 0.125, 1],
    ['0 9 * * *', 9, 9],
    ['*/15 * * * *', 9, 864],
    ['0 9 * * 1', 9, 2],
  ])('F29 %s, down for %f days: %i runs', (cron, days, count) => {
    // from Monday 2026-06-01, 08:00 in Shanghai
    const from = at('2026-06-01T00:00Z')
    expect(missedSince(cron, 'Asia/Shanghai', from, from + days * DAY).missed).toHaveLength(count)
  })

  test('both ends: the run at the first instant is not missed, the one at the last is', () => {
    const found = missed('0 9 * * *', '2026-06-01T01:00Z', '2026-06-02T01:00Z')
    expect(found.missed.map(({ slot }) => slot)).toEqual(['2026-06-02'])
  })

  test('bounded: the newest are kept, the others are counted', () => {
    const all = missed('0 * * * *', '2026-06-01T00:00Z', '2026-07-01T00:00Z')
    const few = missed('0 * * * *', '2026-06-01T00:00Z', '2026-07-01T00:00Z', { most: 7 })
    expect(few.missed).toEqual(all.missed.slice(-7))
    expect(few.earlier).toBe(720 - 7)
    // never more than a year, however long ago the last run was
    expect(missed('0 9 * * *', '1990-01-01T00:00Z', '2026-06-01T00:00Z', { most: 1 }).earlier).toBeLessThan(
      367,
    )
  })
})

describe('F33 the tz database changes', () => {
  // a country gives up summer time: from the new edition on it stays an hour behind what was planned
  const old = rulesFrom((instant) => (instant >= at('2026-03-29T01:00Z') ? 2 * HOUR : HOUR))
  const renewed = rulesFrom(() => HOUR)
  const oldRules = () => old
  const newRules = () => renewed

  test('F33 the next run moves with it', () => {
    const after = at('2026-06-01T12:00Z')
    expect(shown(nextDue('0 9 * * *', 'Any/Where', after, none, oldRules))).toBe(
      '2026-06-02 2026-06-02T07:00Z',
    )
    expect(shown(nextDue('0 9 * * *', 'Any/Where', after, none, newRules))).toBe(
      '2026-06-02 2026-06-02T08:00Z',
    )
  })

  test('F33 a local day that was posted already is not posted again', () => {
    const posted = nextDue('0 9 * * *', 'Any/Where', at('2026-06-02T00:00Z'), none, oldRules)!
    // an hour later by the new rules it would be 09:00 once more
    const next = nextDue('0 9 * * *', 'Any/Where', posted.due, (slot) => slot === posted.slot, newRules)
    expect(shown(next)).toBe('2026-06-03 2026-06-03T08:00Z')
  })

  test('F33 several a day: the same, for each time of the day', () => {
    const rows = new Set<string>()
    const dues: number[] = []
    let after = at('2026-06-01T00:00Z')
    for (let n = 0; n < 20; n++) {
      const rules = n < 8 ? oldRules : newRules
      const run = nextDue('0 9,10,17 * * *', 'Any/Where', after, (slot) => rows.has(slot), rules)!
      expect(rows.has(run.slot)).toBe(false)
      rows.add(run.slot)
      dues.push(run.due)
      after = run.due
    }
    expect(new Set(dues).size).toBe(20)
    // no time of any day was left out either: 20 runs in a row
    expect([...rows].slice(0, 3)).toEqual(['2026-06-01T09:00', '2026-06-01T10:00', '2026-06-01T17:00'])
    expect([...rows].at(-1)).toBe('2026-06-07T10:00')
  })
})

describe('properties', () => {
  const zones = fc.constantFrom(
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Asia/Shanghai',
    'Africa/Cairo',
  )
  const crons = fc.constantFrom(
    '30 2 * * *',
    '0 0 * * *',
    '0 9,17 * * 1-5',
    '0 * * * *',
    '*/15 * * * *',
    '0 18 L * *',
    '0 9 1 1,4,7,10 *',
    '0 9 * * 1#1',
    '30 1-3 * * *',
  )
  const instants = fc.integer({ min: at('2025-01-01T00:00Z'), max: at('2035-01-01T00:00Z') })

  test('the next run is later, shows a time of the pattern or the end of a gap, and nothing lies between', () => {
    fc.assert(
      fc.property(crons, zones, instants, (cron, zone, after) => {
        const run = nextDue(cron, zone, after, none)!
        expect(run.due).toBeGreaterThan(after)
        // asked anywhere before it, it is the same
        const middle = after + Math.floor((run.due - after) / 2)
        expect(nextDue(cron, zone, middle, none)).toEqual(run)
        expect(nextDue(cron, zone, run.due - 1, none)).toEqual(run)
        if (!run.slot.endsWith('Z')) {
          const wall = minuteText(wallAt(rulesOf(zone), run.due))
          expect(wall >= run.slot).toBe(true)
        }
      }),
      { seed: 10, numRuns: 1_500 },
    )
  })

  test('slots never repeat, dues always grow', () => {
    fc.assert(
      fc.property(crons, zones, instants, (cron, zone, after) => {
        const { missed } = missedSince(cron, zone, after, after + 60 * DAY, { most: 10_000 })
        expect(new Set(missed.map(({ slot }) => slot)).size).toBe(missed.length)
        const dues = missed.map(({ due }) => due)
        expect(new Set(dues).size).toBe(dues.length)
        expect(dues).toEqual([...dues].sort((a, b) => a - b))
      }),
      { seed: 11, numRuns: 60 },
    )
  })
})

test('10,000 digests at different times and in all zones are planned in seconds', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  const days = ['* * *', '* * 1-5', '* * 1', '1 * *', 'L * *', '* * 1#1']
  const began = process.hrtime.bigint()
  for (let n = 0; n < 10_000; n++) {
    const cron = `${n % 60} ${n % 24} ${days[n % days.length]}`
    expect(nextDue(cron, zones[n % zones.length]!, at('2026-11-22T12:00Z') + n, none)).not.toBeNull()
  }
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  // 1-2 s where nothing else runs; tests share their machine
  expect(seconds).toBeLessThan(15)
})

/** F30: wall times and instants against a table that neither Intl nor croner made. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, MINUTE, minuteText, wallAt } from '../../../src/digest/schedule/local-time.ts'
import { rulesFrom, rulesOf } from '../../../src/digest/schedule/zone-rules.ts'
import { changesIn, rowsAround } from './oracle/make-table.ts'

const TABLE = readFileSync(new URL('oracle/wall-times.csv', import.meta.url), 'utf8')
const ROWS = TABLE.trim()
  .split('\n')
  .slice(2)
  .map((line) => line.split(',') as [string, string, string, string])

const instantText = (instant: number | null) => (instant === null ? null : `${minuteText(instant)}Z`)
const wallOf = (text: string) => Date.parse(`${text}Z`)
/** The one day of the table that a zone left out. */
const isLeftOut = (zone: string, wall: string) => zone === 'Pacific/Apia' && wall.startsWith('2011-12-30')

describe('F30 wall times become instants as the tz database has them', () => {
  test('the table has at least 200 rows, of gaps and of folds', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(200)
    const kinds = ROWS.map(([, kind]) => kind)
    expect(kinds.filter((kind) => kind === 'gap').length).toBeGreaterThan(50)
    expect(kinds.filter((kind) => kind === 'fold').length).toBeGreaterThan(50)
  })

  test.each(ROWS)('%s %s %s', (zone, _, wall, instant) => {
    const found = instantText(instantOf(rulesOf(zone), wallOf(wall)))
    expect(found).toBe(isLeftOut(zone, wall) ? null : instant)
  })

  test('a day that a zone left out has no instants, its neighbours have', () => {
    const apia = rulesOf('Pacific/Apia')
    expect(instantText(instantOf(apia, wallOf('2011-12-29T09:00')))).toBe('2011-12-29T19:00Z')
    expect(instantOf(apia, wallOf('2011-12-30T09:00'))).toBeNull()
    expect(instantText(instantOf(apia, wallOf('2011-12-31T09:00')))).toBe('2011-12-30T19:00Z')
  })
})

describe('the table is what its script makes', () => {
  const edition = /^# tz (\S+),/.exec(TABLE)?.[1]
  const here = '/usr/share/zoneinfo/tzdata.zi'
  const same = existsSync(here) && readFileSync(here, 'utf8').startsWith(`# version ${edition}\n`)

  test.skipIf(!same)('with the same edition of the tz database (skipped where that is not installed)', () => {
    const script = new URL('oracle/make-table.ts', import.meta.url).pathname
    expect(execFileSync(process.execPath, [script], { encoding: 'utf8' })).toBe(TABLE)
  })

  test('a change is read from a pair of lines', () => {
    const printed = [
      'X  Sun Mar  8 06:59:59 2026 UT = Sun Mar  8 01:59:59 2026 EST isdst=0 gmtoff=-18000',
      'X  Sun Mar  8 07:00:00 2026 UT = Sun Mar  8 03:00:00 2026 EDT isdst=1 gmtoff=-14400',
      'X  9223372036854689407 = NULL',
    ].join('\n')
    const [change, ...more] = changesIn(printed)
    expect(more).toEqual([])
    expect(change).toEqual({ at: Date.UTC(2026, 2, 8, 7), before: -18_000_000, after: -14_400_000 })
    expect(rowsAround('X', change!).map((row) => row.slice(1))).toEqual([
      ['before', '2026-03-08T01:59', '2026-03-08T06:59Z'],
      ['gap', '2026-03-08T02:00', '2026-03-08T07:00Z'],
      ['gap', '2026-03-08T02:30', '2026-03-08T07:00Z'],
      ['end of gap', '2026-03-08T03:00', '2026-03-08T07:00Z'],
    ])
  })
})

describe('properties', () => {
  const zones = fc.constantFrom(...new Set(ROWS.map(([zone]) => zone)))
  const walls = fc.integer({
    min: wallOf('2024-01-01T00:00') / MINUTE,
    max: wallOf('2036-01-01T00:00') / MINUTE,
  })

  test('an instant shows the wall time it was made from, or is the end of a gap', () => {
    fc.assert(
      fc.property(zones, walls, (zone, minutes) => {
        const rules = rulesOf(zone)
        const instant = instantOf(rules, minutes * MINUTE)!
        const shown = wallAt(rules, instant)
        if (shown === minutes * MINUTE) return
        expect(shown).toBeGreaterThan(minutes * MINUTE)
        // one millisecond before, the wall time has not come yet
        expect(wallAt(rules, instant - 1)).toBeLessThan(minutes * MINUTE)
      }),
      { seed: 1, numRuns: 5_000 },
    )
  })

  test('a later wall time is never an earlier instant', () => {
    fc.assert(
      fc.property(zones, walls, fc.integer({ min: 0, max: 200 }), (zone, minutes, more) => {
        const rules = rulesOf(zone)
        const [first, second] = [minutes, minutes + more].map((at) => instantOf(rules, at * MINUTE)!)
        expect(second).toBeGreaterThanOrEqual(first!)
      }),
      { seed: 2, numRuns: 5_000 },
    )
  })

  test('two changes seven days apart are both seen', () => {
    const start = Date.UTC(2030, 5, 3, 4)
    const rules = rulesFrom((at) => (at >= start && at < start + 7 * 86_400_000 ? 3_600_000 : 0))
    expect(rules.stretchAt(start - 1).until).toBe(start)
    expect(rules.stretchAt(start)).toEqual({ from: start, until: start + 7 * 86_400_000, offset: 3_600_000 })
  })
})

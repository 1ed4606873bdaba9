import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/base/folding.ts'
import { parsePeriod } from '../../src/facts/period.ts'
import { periodAt } from '../../src/understand/periods.ts'
import { dateEn, dateZh, periodEn, periodZh } from '../../src/wording/period.ts'

describe('periods in both languages', () => {
  test.each([
    ['2023', '2023', '2023年'],
    ['2021/2025', '2021-2025', '2021-2025年'],
    ['2023-05', 'May 2023', '2023年5月'],
    ['2024-01/2024-04', 'January-April 2024', '2024年1-4月'],
    ['2024-01/2024-03', 'Q1 2024', '2024年一季度'],
    ['2024-10/2024-12', 'Q4 2024', '2024年四季度'],
    ['2024-01/2024-06', 'first half of 2024', '2024年上半年'],
    ['2024-07/2024-12', 'second half of 2024', '2024年下半年'],
    ['2024-02/2024-04', 'February-April 2024', '2024年2-4月'],
    ['2023-11/2024-02', 'November 2023-February 2024', '2023年11月至2024年2月'],
    ['@2024-05', 'as of May 2024', '截至2024年5月'],
    ['@2023', 'as of 2023', '截至2023年'],
    ['0000-01/0000-04', 'January-April', '1-4月'],
    ['0000-05', 'May', '5月'],
  ])('%s', (iso, en, zh) => {
    expect(periodEn(parsePeriod(iso)!)).toBe(en)
    expect(periodZh(parsePeriod(iso)!)).toBe(zh)
  })

  test('what is written is read back as the same period, in both languages', () => {
    const now = new Date(2025, 0, 1)
    const spans = fc
      .tuple(fc.integer({ min: 1990, max: 2040 }), fc.nat(11), fc.nat(11))
      .map(([year, a, b]) => ({
        from: year * 12 + Math.min(a, b),
        to: year * 12 + Math.max(a, b),
        asOf: false,
      }))
    fc.assert(
      fc.property(spans, (period) => {
        expect(periodAt(fold(periodEn(period)), 0, now)?.period).toEqual(period)
        expect(periodAt(fold(periodZh(period)), 0, now)?.period).toEqual(period)
      }),
      { numRuns: 500 },
    )
  })
})

describe('dates as far as they are known', () => {
  test.each([
    ['2024-03-27', '27 March 2024', '2024年3月27日'],
    ['2024-03', 'March 2024', '2024年3月'],
    ['2024', '2024', '2024年'],
    ['2024-12-01', '1 December 2024', '2024年12月1日'],
  ])('%s', (iso, en, zh) => {
    expect(dateEn(iso)).toBe(en)
    expect(dateZh(iso)).toBe(zh)
  })
})

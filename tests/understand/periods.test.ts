import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/base/folding.ts'
import { formatPeriod } from '../../src/facts/period.ts'
import { isYearless, periodAt } from '../../src/understand/periods.ts'

const SUMMER_2025 = new Date(2025, 7, 15)

/** The longest period in the text that begins at its first letter: '2023', '2020+' for "since 2020"; '' for none. */
function period(text: string, now = SUMMER_2025): string {
  const read = periodAt(fold(text), 0, now)
  return read === null ? '' : `${formatPeriod(read.period)}${read.since ? '+' : ''}`
}

/** The same where the period ends the text, so that no word of it is left over. */
function whole(text: string, now = SUMMER_2025): string {
  const folded = fold(text)
  const read = periodAt(folded, 0, now)
  if (read === null) return ''
  return read.end === folded.length
    ? period(text, now)
    : `${period(text, now)} then '${folded.slice(read.end)}'`
}

describe('years', () => {
  test.each([
    ['2023', '2023'],
    ['year 2023', '2023'],
    ['FY2023', '2023'],
    ["'23", '2023'],
    ['2023年', '2023'],
    ['2023年度', '2023'],
    ['2023年全年', '2023'],
    ['二〇二三年', '2023'],
    ['二零二三年', '2023'],
    ['2020-2023', '2020/2023'],
    ['2020 to 2023', '2020/2023'],
    ['from 2020 to 2023', '2020/2023'],
    ['between 2020 and 2023', '2020/2023'],
    ['2020–2023', '2020/2023'],
    ['2021/22', '2021/2022'],
    ['2020年至2023年', '2020/2023'],
    ['2020-2023年', '2020/2023'],
    ['从2020年到2023年', '2020/2023'],
    ['1999', '1999'],
  ])('%s', (text, expected) => {
    expect(whole(text)).toBe(expected)
  })

  test.each(['20234', '3023', '1850', 'in', '12', ''])('%j is none', (text) => {
    expect(period(text)).toBe('')
  })

  test('an end before its beginning is no span', () => {
    expect(period('2023-2020')).toBe('2023')
  })
})

describe('parts of a year', () => {
  test.each([
    ['January 2024', '2024-01'],
    ['Jan 2024', '2024-01'],
    ['Sept. 2024', '2024-09'],
    ['may 2024', '2024-05'],
    ['2024 January', '2024-01'],
    ['2024-05', '2024-05'],
    ['January-April 2024', '2024-01/2024-04'],
    ['January to April 2024', '2024-01/2024-04'],
    ['Jan-Apr 2024', '2024-01/2024-04'],
    ['from January through April of 2024', '2024-01/2024-04'],
    ['2024 January to April', '2024-01/2024-04'],
    ['first four months of 2024', '2024-01/2024-04'],
    ['the first 4 months of 2024', '2024-01/2024-04'],
    ['Q1 2024', '2024-01/2024-03'],
    ['2024 Q1', '2024-01/2024-03'],
    ['first quarter of 2024', '2024-01/2024-03'],
    ['the third quarter of 2023', '2023-07/2023-09'],
    ['H1 2024', '2024-01/2024-06'],
    ['1H 2024', '2024-01/2024-06'],
    ['first half of 2024', '2024-01/2024-06'],
    ['2024 H2', '2024-07/2024-12'],
    ['second half of 2024', '2024-07/2024-12'],
    ['2024年5月', '2024-05'],
    ['2024年1-4月', '2024-01/2024-04'],
    ['2024年1月至4月', '2024-01/2024-04'],
    ['2024年前四个月', '2024-01/2024-04'],
    ['2024年一季度', '2024-01/2024-03'],
    ['2024年第三季度', '2024-07/2024-09'],
    ['2024年前三季度', '2024-01/2024-09'],
    ['2024年上半年', '2024-01/2024-06'],
    ['2024年下半年', '2024-07/2024-12'],
    ['2024年十二月', '2024-12'],
  ])('%s', (text, expected) => {
    expect(whole(text)).toBe(expected)
  })

  test.each([
    ['January', 0, 0],
    ['January to April', 0, 3],
    ['first four months', 0, 3],
    ['Q1', 0, 2],
    ['first half', 0, 5],
    ['5月', 4, 4],
    ['1-4月', 0, 3],
    ['前四个月', 0, 3],
    ['一季度', 0, 2],
    ['上半年', 0, 5],
  ])('%s alone is of no year', (text, from, to) => {
    const read = periodAt(fold(text), 0, SUMMER_2025)
    expect(read?.period).toEqual({ from, to, asOf: false })
    expect(isYearless(read!.period)).toBe(true)
  })

  test.each(['2024年13月', '2024-13', 'March to January 2024'])('%s has no such months', (text) => {
    expect(period(text)).not.toMatch(/-1[3-9]|2025/)
    expect(whole(text)).toMatch(/^$|then/)
  })

  test('May alone is no month at the head of a sentence with another verb', () => {
    // read or not, it must at least be of no year
    const read = periodAt('may', 0, SUMMER_2025)
    if (read !== null) expect(isYearless(read.period)).toBe(true)
  })
})

describe('periods counted from the day of asking', () => {
  const days: [string, Date][] = [
    ['new year', new Date(2025, 0, 1)],
    ['summer', new Date(2025, 7, 15)],
    ['new year eve', new Date(2025, 11, 31, 23, 59)],
  ]
  test.each(days)('on %s of 2025', (_, now) => {
    expect(whole('last year', now)).toBe('2024')
    expect(whole('this year', now)).toBe('2025')
    expect(whole('next year', now)).toBe('2026')
    expect(whole('the year before last', now)).toBe('2023')
    expect(whole('the past three years', now)).toBe('2022/2024')
    expect(whole('去年', now)).toBe('2024')
    expect(whole('今年', now)).toBe('2025')
    expect(whole('前年', now)).toBe('2023')
    expect(whole('明年', now)).toBe('2026')
    expect(whole('近三年', now)).toBe('2022/2024')
    expect(whole('今年前四个月', now)).toBe('2025-01/2025-04')
    expect(whole('去年上半年', now)).toBe('2024-01/2024-06')
    expect(whole('last quarter of last year', now)).toBe('2024-10/2024-12')
    expect(whole('first half of this year', now)).toBe('2025-01/2025-06')
    expect(whole('January to April this year', now)).toBe('2025-01/2025-04')
    expect(whole('first 4 months of last year', now)).toBe('2024-01/2024-04')
  })

  test('another year, another answer', () => {
    expect(whole('last year', new Date(2020, 3, 8))).toBe('2019')
    expect(whole('去年', new Date(2020, 3, 8))).toBe('2019')
    expect(whole('the past decade', new Date(2020, 3, 8))).toBe('2010/2019')
  })
})

describe('open and planned periods', () => {
  test.each([
    ['since 2020', '2020+'],
    ['from 2020 onwards', '2020+'],
    ['2020 onwards', '2020+'],
    ['after 2020', '2021+'],
    ['2020年以来', '2020+'],
    ['自2020年以来', '2020+'],
    ['2020年起', '2020+'],
    ['14th Five-Year Plan', '2021/2025'],
    ['the 13th five-year plan period', '2016/2020'],
    ['15th Five-Year Plan', '2026/2030'],
    ['十四五', '2021/2025'],
    ['“十四五”时期', '2021/2025'],
    ['十三五期间', '2016/2020'],
    ['end of 2023', '2023'],
    ['by the end of 2023', '2023'],
    ['by the end of May 2024', '2024-05'],
    ['截至2023年底', '2023'],
    ['截至2024年5月底', '2024-05'],
    ['到2025年末', '2025'],
  ])('%s', (text, expected) => {
    // the hyphens of five-year are gone when a question is read
    expect(whole(text.replace('Five-Year', 'five year').replace('five-year', 'five year'))).toBe(expected)
  })

  test('the plan as people write it, with its hyphen', () => {
    expect(whole('14th Five-Year Plan')).toBe('2021/2025')
  })

  test('2020年之后 begins with the year after, as "after 2020" does', () => {
    expect(whole('2020年之后')).toBe('2021+')
  })

  test.each(['first plan', 'fifth year', 'maybe', 'januaryish', 'q5 2024', 'since then', '前'])(
    '%s is no period',
    (text) => {
      expect(period(text)).toBe('')
    },
  )
})

describe('whatever the text', () => {
  test('the end lies behind the beginning and the period is a span', () => {
    const piece = fc.constantFrom(
      '2023',
      '年',
      '-',
      ' ',
      '月',
      'jan',
      'q1',
      'to',
      '去年',
      '前',
      '三',
      'since',
      "'2",
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(12), (pieces, at) => {
        const text = pieces.join('')
        const read = periodAt(text, at, SUMMER_2025)
        if (read === null) return
        expect(read.end).toBeGreaterThan(at)
        expect(read.end).toBeLessThanOrEqual(text.length)
        expect(read.period.to).toBeGreaterThanOrEqual(read.period.from)
      }),
      { numRuns: 1000 },
    )
  })
})

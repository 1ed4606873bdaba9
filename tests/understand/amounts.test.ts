import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/base/folding.ts'
import { amountAt, type ReadAmount } from '../../src/understand/amounts.ts'
import { tokenize } from '../../src/understand/tokens.ts'

const UNITS = new Map([
  ['yuan', 'yuan'],
  ['rmb', 'yuan'],
  ['元', 'yuan'],
  ['percent', 'percent'],
  ['%', 'percent'],
  ['project', 'projects'],
  ['个', 'projects'],
  ['家', 'enterprises'],
  ['kw', 'kilowatts'],
])

function read(text: string, at = 0): ReadAmount | null {
  const tokens = tokenize(fold(text))
  return amountAt(tokens, at, (i) => {
    const unit = UNITS.get(tokens[i]?.key ?? '')
    return unit === undefined ? null : { end: i + 1, unit }
  })
}

/** '>24800000000 yuan', '10~30 percent', '' for none; what is left over stands behind a slash. */
function amount(text: string): string {
  const tokens = tokenize(fold(text))
  const found = read(text)
  if (found === null) return ''
  const { op, value, high, unit, end } = found
  const sign = { over: '>', under: '<', equal: '', between: '' }[op]
  const rest = tokens
    .slice(end)
    .map(({ text: of }) => of)
    .join(' ')
  return `${sign}${value}${op === 'between' ? `~${high}` : ''}${unit === undefined ? '' : ` ${unit}`}${rest === '' ? '' : ` / ${rest}`}`
}

describe('amounts in English', () => {
  test.each([
    ['24.8 billion yuan', '24800000000 yuan'],
    ['24.8bn yuan', '24800000000 yuan'],
    ['24.8 bln', '24800000000'],
    ['24.8b', '24800000000'],
    ['1.5 trillion', '1500000000000'],
    ['868,000', '868000'],
    ['45 thousand projects', '45000 projects'],
    ['two', ''],
    ['a million', '1000000'],
    ['a billion yuan', '1000000000 yuan'],
    ['one billion', '1000000000'],
    ['one hundred million yuan', '100000000 yuan'],
    ['5 hundred million', '500000000'],
    ['7 percent', '7 percent'],
    ['7%', '7 percent'],
    ['$14.15 billion', '14150000000 $'],
    ['¥500 million', '500000000 ¥'],
    ['28 projects', '28 projects'],
    ['300k', '300000'],
    ['0.1', '0.1'],
  ])('%s', (text, expected) => {
    expect(amount(text)).toBe(expected)
  })

  test.each([
    ['5 bilion yuan', '5000000000 yuan'],
    ['5 billon yuan', '5000000000 yuan'],
    ['5 milion', '5000000'],
    ['5 trilion', '5000000000000'],
    ['5 millon', '5000000'],
  ])('a scale word with a letter wrong: %s', (text, expected) => {
    expect(amount(text)).toBe(expected)
  })

  test.each([
    ['-2.3 percent', '-2.3 percent'],
    ['below -2 percent', '<-2 percent'],
  ])('negative: %s', (text, expected) => {
    expect(amount(text)).toBe(expected)
  })

  test('the plan b of 5 is no billion', () => {
    expect(amount('5 b')).toBe('5 / b')
    expect(amount('5 m wide')).toBe('5 / m wide')
  })

  test.each(['billion', 'a', 'a project', 'yuan', 'over', '>', 'million yuan', 'battalion'])(
    '%s is none',
    (text) => {
      expect(amount(text)).toBe('')
    },
  )
})

describe('amounts in Chinese', () => {
  test.each([
    ['248亿元', '24800000000 yuan'],
    ['248亿', '24800000000'],
    ['1.5万亿元', '1500000000000 yuan'],
    ['45万家', '450000 enterprises'],
    ['4千万元', '40000000 yuan'],
    ['28个', '28 projects'],
    ['２４８亿元', '24800000000 yuan'],
    ['7.5%', '7.5 percent'],
  ])('%s', (text, expected) => {
    expect(amount(text)).toBe(expected)
  })
})

describe('words that bound an amount', () => {
  test.each([
    ['over 200 billion yuan', '>200000000000 yuan'],
    ['more than 10 percent', '>10 percent'],
    ['at least 5 projects', '>5 projects'],
    ['no less than 5%', '>5 percent'],
    ['in excess of 3 billion', '>3000000000'],
    ['> 10%', '>10 percent'],
    ['under 5 billion', '<5000000000'],
    ['less than 20 percent', '<20 percent'],
    ['no more than 5%', '<5 percent'],
    ['below 3 percent', '<3 percent'],
    ['up to 10 projects', '<10 projects'],
    ['10 percent or more', '>10 percent'],
    ['10 percent or less', '<10 percent'],
    ['200 billion yuan and above', '>200000000000 yuan'],
    ['10+', '>10'],
    ['between 10 and 30 percent', '10~30 percent'],
    ['from 10 to 30 percent', '10~30 percent'],
    ['10-30 percent', '10~30 percent'],
    ['10 to 30 billion yuan', '10000000000~30000000000 yuan'],
    ['between 500 million and 2 billion yuan', '500000000~2000000000 yuan'],
    ['超过500亿元', '>50000000000 yuan'],
    ['500亿元以上', '>50000000000 yuan'],
    ['大于10%', '>10 percent'],
    ['不少于5个', '>5 projects'],
    ['低于5%', '<5 percent'],
    ['不到100亿', '<10000000000'],
    ['不超过5%', '<5 percent'],
    ['100亿元以下', '<10000000000 yuan'],
    ['10到30亿元', '1000000000~3000000000 yuan'],
    ['介于10和30亿元', '1000000000~3000000000 yuan'],
  ])('%s', (text, expected) => {
    expect(amount(text)).toBe(expected)
  })

  test.each(['10%到30%', '10% to 30%', 'between 10% and 30%', '10 percent to 30 percent'])(
    'a range with the unit at both ends: %s',
    (text) => {
      expect(amount(text)).toBe('10~30 percent')
    },
  )

  test('a year behind "over" is what is measured against, not a bound', () => {
    expect(amount('over 2018')).toBe('')
    expect(amount('over 2018 projects')).toBe('>2018 projects')
  })

  test('a bound says that it bounded', () => {
    expect(read('over 5')?.bounded).toBe(true)
    expect(read('5 or more')?.bounded).toBe(true)
    expect(read('5')?.bounded).toBe(false)
  })
})

describe('whatever the number', () => {
  test('scale words move the point and add no dust', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom<[string, number]>(
          [' million', 6],
          [' billion', 9],
          ['bn', 9],
          [' trillion', 12],
          ['万', 4],
          ['亿', 8],
          ['万亿', 12],
        ),
        (tenths, [scale, zeros]) => {
          const text = `${Math.floor(tenths / 10)}.${tenths % 10}${scale}`
          expect(read(text)?.value, text).toBe(Number(`${tenths}e${zeros - 1}`))
        },
      ),
    )
  })

  test('a hundred thousand digits are no amount', () => {
    expect(read('9'.repeat(100_000))).toBeNull()
  })

  test('nor is what its scale words make endless', () => {
    expect(read(`${'9'.repeat(300)} trillion trillion`)?.value ?? 0).toSatisfy(Number.isFinite)
  })
})

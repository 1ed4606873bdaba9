import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal, readAmount, readDollars, writeAmount } from '../../src/facts/amount.ts'
import { BOUNDS } from '../../src/facts/quantity.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import { VOCABULARY } from './fixtures.ts'

const vocabulary = loadVocabulary(VOCABULARY)
const read = (text: string) => {
  const amount = readAmount(text, vocabulary)
  return isRefusal(amount) ? amount : [amount.value, amount.unit, amount.bound]
}

describe('amounts as people write them', () => {
  test.each([
    ['over 45,000 enterprises', 45000, 'enterprises', 'over'],
    ['24.8 billion yuan', 24800000000, 'yuan', 'exact'],
    ['about 150 billion yuan', 150000000000, 'yuan', 'about'],
    ['nearly 3.98 million kilowatts', 3980000, 'kilowatts', 'nearly'],
    ['up to 3 percent', 3, 'percent', 'up-to'],
    ['-2.3 percent', -2.3, 'percent', 'exact'],
    ['3.1 percentage points', 3.1, 'percentage-points', 'exact'],
    ['1.7 billion square metres', 1700000000, 'square-metres', 'exact'],
    ['4896亿元', 489600000000, 'yuan', 'exact'],
    ['1.2万亿元', 1200000000000, 'yuan', 'exact'],
    ['4.5万家', 45000, 'enterprises', 'exact'],
    ['超4.5万家', 45000, 'enterprises', 'over'],
    ['100余家', 100, 'enterprises', 'over'],
    ['398万千瓦', 3980000, 'kilowatts', 'exact'],
    ['百分之7.4', 7.4, 'percent', 'exact'],
    ['7.4%', 7.4, 'percent', 'exact'],
    ['US$14.15 billion', 14150000000, 'usd', 'exact'],
    ['5 GW', 5000000, 'kilowatts', 'exact'],
  ])('%s', (text, value, unit, bound) => {
    expect(read(text)).toEqual([value, unit, bound])
  })

  test('no float dust: the digits are moved, not multiplied', () => {
    for (let tenths = 1; tenths < 10_000; tenths++) {
      const text = `${Math.floor(tenths / 10)}.${tenths % 10} billion yuan`
      expect(read(text)).toEqual([tenths * 100_000_000, 'yuan', 'exact'])
    }
  })

  test('the words of the source are kept', () => {
    expect(readAmount(' over 45,000 enterprises ', vocabulary)).toMatchObject({
      asStated: 'over 45,000 enterprises',
    })
  })

  test('what is written is read back the same', () => {
    const units = [...vocabulary.units.keys()]
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(...units),
        fc.constantFrom(...BOUNDS),
        (digits, decimals, unit, bound) => {
          const value = Number(`${digits}e-${decimals}`) || 0
          expect(read(writeAmount(value, unit, bound, vocabulary))).toEqual([value, unit, bound])
        },
      ),
    )
  })

  test('the dollar amount beside it', () => {
    expect(readDollars('14.15 billion', vocabulary)).toBe(14150000000)
    expect(readDollars('$14.15 billion', vocabulary)).toBe(14150000000)
    expect(readDollars(3900000000, vocabulary)).toBe(3900000000)
    expect(readDollars('14.15 billion yuan', vocabulary)).toHaveProperty('wayOut')
  })
})

describe('refusals', () => {
  test.each([
    ['24.8 bilion yuan', "unknown word 'bilion'", "Did you mean 'billion'?"],
    ['24.8 billion yaun', "unknown word 'yaun'", "Did you mean 'yuan'?"],
    ['24.8 billion', 'has no unit', '24.8 billion yuan'],
    ['yuan', 'has no number', '24.8 billion yuan'],
    ['45,00 enterprises', 'groups of three', '45,000'],
    ['1.2.3 yuan', 'no number', '24.8 billion yuan'],
    ['24.8 million billion yuan', 'no unit', ''],
    ['', 'has no number', ''],
  ])('%s', (text, what, wayOut) => {
    const refusal = readAmount(text, vocabulary)
    expect(isRefusal(refusal)).toBe(true)
    expect(refusal).toMatchObject({
      what: expect.stringContaining(what),
      wayOut: expect.stringContaining(wayOut),
    })
  })

  test('F42 1e400, NaN and Infinity are no amounts', () => {
    for (const text of ['1e400 yuan', 'NaN yuan', 'Infinity yuan', `1${'0'.repeat(60)} yuan`]) {
      expect(read(text), text).toHaveProperty('wayOut')
    }
  })
  test('F42 -0 is 0', () => {
    expect(read('-0 percent')).toEqual([0, 'percent', 'exact'])
  })
  test('F42 13-digit yuan keep every digit; 17 digits are refused rather than rounded', () => {
    expect(read('1234567890123 yuan')).toEqual([1234567890123, 'yuan', 'exact'])
    expect(read('12345678901234567 yuan')).toHaveProperty('wayOut')
  })
  test('F42 full-width digits are digits', () => {
    expect(read('２４.８ billion yuan')).toEqual([24800000000, 'yuan', 'exact'])
  })
  test('F42 489.6 billion and 4896亿 are the same amount', () => {
    expect(read('489.6 billion yuan')).toEqual(read('4896亿元'))
  })
  test('F41 constructor and __proto__ are no units', () => {
    for (const word of ['__proto__', 'constructor', 'toString'])
      expect(read(`5 ${word}`)).toHaveProperty('wayOut')
  })
  test('F39 100 kB of commas, digits or spaces take no time', () => {
    for (const piece of ['1,', '1', ' ', '1 ', '亿', 'a', '-', '1.']) {
      const text = piece.repeat(100_000 / piece.length)
      const start = performance.now()
      readAmount(text, vocabulary)
      readAmount(text.slice(0, 190), vocabulary)
      expect(performance.now() - start, piece).toBeLessThan(50)
    }
  })
})

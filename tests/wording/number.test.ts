import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal, readAmount } from '../../src/facts/amount.ts'
import { BOUNDS } from '../../src/facts/quantity.ts'
import { amountEn, amountZh, numberEn, numberZh } from '../../src/wording/number.ts'
import { theVocabulary } from '../facts/fixtures.ts'

const vocabulary = theVocabulary()
const unit = (id: string) => vocabulary.units.get(id)

const SCALE_EN: Readonly<Record<string, number>> = { '': 0, million: 6, billion: 9, trillion: 12 }
const SCALE_ZH: Readonly<Record<string, number>> = { '': 0, 万: 4, 亿: 8, 万亿: 12 }

/** Reads a written number back by moving the point, so that no rounding can hide. */
function back(text: string, scales: Readonly<Record<string, number>>): number {
  const match = /^(-?[\d,]+(?:\.\d+)?) ?(\p{L}*)$/u.exec(text)
  if (match === null) throw new Error(`no number: ${text}`)
  return Number(`${match[1]!.replaceAll(',', '')}e${scales[match[2]!]}`)
}

describe('a number is never rounded', () => {
  /** What sources print: up to nine digits, the point anywhere. */
  const printed = fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: -4, max: 8 }))
    .map(([digits, zeros]) => Number(`${digits}e${zeros}`))
    .map((value) => (value === 0 ? 0 : value))
  const someUnit = fc.constantFrom(...vocabulary.units.keys(), 'unknown')

  test('in English it reads back to the same value', () => {
    fc.assert(
      fc.property(printed, someUnit, (value, id) => {
        expect(back(numberEn(value, unit(id)), SCALE_EN)).toBe(value)
      }),
      { numRuns: 1000 },
    )
  })

  test('in Chinese too', () => {
    fc.assert(
      fc.property(printed, someUnit, (value, id) => {
        expect(back(numberZh(value, unit(id)), SCALE_ZH)).toBe(value)
      }),
      { numRuns: 1000 },
    )
  })

  test('and with its unit and bound it is read as the same amount', () => {
    const amounts = fc.integer({ min: 1, max: 999_999 }).map((digits) => Number(`${digits}e5`))
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('yuan', 'usd', 'projects'),
        fc.constantFrom(...BOUNDS),
        (value, id, bound) => {
          const said = readAmount(amountEn({ value, bound }, unit(id)), vocabulary)
          expect(
            isRefusal(said) ? said.what : { value: said.value, unit: said.unit, bound: said.bound },
          ).toEqual({
            value,
            unit: id,
            bound,
          })
          const gesagt = readAmount(
            amountZh({ value, bound }, unit(id === 'projects' ? 'yuan' : id)),
            vocabulary,
          )
          expect(isRefusal(gesagt) ? gesagt.what : { value: gesagt.value, bound: gesagt.bound }).toEqual({
            value,
            bound,
          })
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('amounts as people write them', () => {
  test.each([
    [24.8e9, 'exact', 'yuan', '24.8 billion yuan', '248亿元'],
    [24.8 * 1e9, 'exact', 'yuan', '24.8 billion yuan', '248亿元'],
    [1.576e12, 'exact', 'yuan', '1.576 trillion yuan', '1.576万亿元'],
    [489.6e9, 'over', 'yuan', 'over 489.6 billion yuan', '超过4896亿元'],
    [1.5e12, 'nearly', 'yuan', 'nearly 1.5 trillion yuan', '近1.5万亿元'],
    [150e9, 'about', 'yuan', 'about 150 billion yuan', '约1500亿元'],
    [5e6, 'up-to', 'yuan', 'up to 5 million yuan', '最多500万元'],
    [7, 'exact', 'percent', '7 percent', '7%'],
    [31.8, 'exact', 'percent', '31.8 percent', '31.8%'],
    [-2.3, 'exact', 'percent', '-2.3 percent', '-2.3%'],
    [0, 'exact', 'percent', '0 percent', '0%'],
    [3.1, 'exact', 'percentage-points', '3.1 percentage points', '3.1个百分点'],
    [45_000, 'over', 'enterprises', 'over 45,000 enterprises', '超过4.5万家企业'],
    [28, 'exact', 'projects', '28 projects', '28个项目'],
    [1, 'exact', 'projects', '1 project', '1个项目'],
    [774, 'exact', 'projects', '774 projects', '774个项目'],
    [14.15e9, 'exact', 'usd', '14.15 billion US dollars', '141.5亿美元'],
    [0.1 + 0.2, 'exact', 'percent', '0.3 percent', '0.3%'],
    [123_456_789, 'exact', 'yuan', '123,456,789 yuan', undefined],
  ] as const)('%d %s %s', (value, bound, id, en, zh) => {
    expect(amountEn({ value, bound }, unit(id))).toBe(en)
    if (zh !== undefined) expect(amountZh({ value, bound }, unit(id))).toBe(zh)
  })

  test('a unit that nobody knows leaves the number', () => {
    expect(amountEn({ value: 5, bound: 'about' }, undefined)).toBe('about 5')
    expect(amountZh({ value: 5, bound: 'about' }, undefined)).toBe('约5')
  })

  test('each bound has a word in both languages, none of them alike', () => {
    for (const amount of [amountEn, amountZh]) {
      const said = BOUNDS.map((bound) => amount({ value: 5, bound }, unit('percent')))
      expect(new Set(said).size).toBe(BOUNDS.length)
    }
  })
})

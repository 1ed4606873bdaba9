import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/base/folding.ts'
import { nearest } from '../../src/base/nearest.ts'

describe('folding', () => {
  test.each([
    ['  Dongying   GDP\n', 'dongying gdp'],
    ['ＧＤＰ２０２３', 'gdp2023'],
    ['“four new” economy', '"four new" economy'],
    ['Tai’an', "tai'an"],
    ['2021–2025', '2021-2025'],
    ['Dong\u200bying\u202e', 'dongying'],
    ['m²', 'm2'],
    ['东营\u3000海上风电', '东营 海上风电'],
    ['\uFEFFa\u0000b', 'ab'],
  ])('%j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('a run of combining marks is cut short', () => {
    expect(fold(`a${'\u0301\u0316'.repeat(50)}`).length).toBeLessThan(5)
  })

  test('F39 100 kB of anything is folded at once', () => {
    // what takes the square of the length would take minutes
    for (const piece of ['\u0301', '\u0301\u0316', 'ﾞ', ' ', '\t', 'a ', '\u202e', '“', '—', 'ﷺ', 'A', '가']) {
      const text = piece.repeat(50_000 / piece.length)
      fold(text.slice(0, 1000))
      const start = performance.now()
      fold(`a${text}`)
      expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(2000)
    }
  })
})

describe('the nearest known word', () => {
  test('is found over a letter added, lost, changed or swapped', () => {
    const known = ['period', 'status', 'statement', 'value']
    expect(nearest('perod', known)).toBe('period')
    expect(nearest('staus', known)).toBe('status')
    expect(nearest('vlaue', known)).toBe('value')
  })
  test('is not guessed when nothing is near', () => {
    expect(nearest('qualifier', ['period', 'status'])).toBeUndefined()
  })
})

test('Chinese as it is mostly written folds as every other text does', () => {
  const plain = [...'中国东营ＡＢｃ１２％！？，：（）、。 \t\nabzAZ09-_/@~']
  const everyday = fc
    .array(fc.constantFrom(...plain), { maxLength: 40 })
    .map((characters) => characters.join(''))
  fc.assert(
    fc.property(everyday, (text) => {
      expect(fold(text)).toBe(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim())
    }),
  )
})

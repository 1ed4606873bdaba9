import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedDistance, editDistance, isSwapped, Spelling } from '../../src/understand/spelling.ts'
import { smallBase } from '../answer/small-base.ts'

const spelling = new Spelling(
  new Map([
    ['dongying', 0],
    ['qingdao', 0],
    ['jining', 0],
    ['investment', 1],
    ['offshore', 1],
    ['chip', 1],
    ['wind', 1],
    ['gdp', 1],
    ['city', 3],
    ['photovoltaic', 1],
  ]),
)
const corrected = (word: string) => spelling.corrections(word)[0]?.word

describe('how far a word may be from what was meant', () => {
  test.each([
    [2, 0],
    [3, 1],
    [6, 1],
    [7, 2],
    [11, 2],
    [12, 3],
  ])('%d letters: %d edits', (length, edits) => {
    expect(allowedDistance(length)).toBe(edits)
  })

  test.each([
    ['wind', 'wind', 0],
    ['widn', 'wind', 1],
    ['wnd', 'wind', 1],
    ['windd', 'wind', 1],
    ['wand', 'wind', 1],
    ['', 'abc', 3],
    ['qingado', 'qingdao', 1],
    ['dongyng', 'dongying', 1],
  ])('%s -> %s is %d', (a, b, edits) => {
    expect(editDistance(a, b, 3)).toBe(edits)
  })

  test('is the same both ways, 0 only for equal words, and a limit only cuts it off', () => {
    const word = fc.stringMatching(/^[abc]{0,7}$/)
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        const edits = editDistance(a, b, limit)
        const full = editDistance(a, b, 20)
        expect(editDistance(b, a, 20)).toBe(full)
        expect(full === 0).toBe(a === b)
        if (full <= limit) expect(edits).toBe(full)
        else expect(edits).toBeGreaterThan(limit)
      }),
      { numRuns: 1000 },
    )
  })

  test('swapped letters are the same letters in another order', () => {
    expect(isSwapped('widn', 'wind')).toBe(true)
    expect(isSwapped('wid', 'wind')).toBe(false)
    expect(isSwapped('windd', 'wwind')).toBe(false)
  })
})

describe('misspelt words', () => {
  test.each([
    ['dongyng', 'dongying'],
    ['donyging', 'dongying'],
    ['qindao', 'qingdao'],
    ['ofshore', 'offshore'],
    ['invesment', 'investment'],
    ['investmnet', 'investment'],
    ['photovoltiac', 'photovoltaic'],
    ['fotovoltaic', undefined],
    ['widn', 'wind'],
    ['gpd', 'gdp'],
  ])('%s -> %s', (typed, meant) => {
    expect(corrected(typed)).toBe(meant)
  })

  test.each(['clip', 'wing', 'win', 'gap', 'abc', 'no', 'x', '', 'investigation', 'z'.repeat(33)])(
    '%s is left alone',
    (typed) => {
      expect(corrected(typed)).toBeUndefined()
    },
  )

  test('the nearest come first, and at one distance the likelier meaning', () => {
    const two = new Spelling(
      new Map([
        ['jinan', 5],
        ['jining', 0],
      ]),
    )
    expect(two.corrections('jinin').map(({ word }) => word)).toEqual(['jining'])
    const same = new Spelling(
      new Map([
        ['mastery', 9],
        ['masterx', 1],
      ]),
    )
    expect(same.corrections('masterz').map(({ word }) => word)).toEqual(['masterx', 'mastery'])
  })

  test('asked again, the same', () => {
    expect(spelling.corrections('dongyng')).toBe(spelling.corrections('dongyng'))
  })

  test('10,000 different words take no more than a moment', () => {
    const start = performance.now()
    for (let i = 0; i < 10_000; i++) spelling.corrections(`dong${i.toString(26)}`)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('with the real names', () => {
  const small = smallBase()
  const regions = (text: string) => small.read(text).query?.regions

  test.each([
    ['Jinan GDP', '370100'],
    ['Dongguan GDP', '441900'],
    ['Guangzhou GDP', '440100'],
    ['Weifang offshore wind', '370700'],
    ['Yantai GDP', '370600'],
    ['Jilin GDP', '220000'],
    ['济南GDP', '370100'],
    ['东莞GDP', '441900'],
    ['广州GDP', '440100'],
    ['Shaanxi GDP', '610000'],
    ['Shanxi GDP', '140000'],
    ['Hunan GDP', '430000'],
    ['Henan GDP', '410000'],
    ['Hubei GDP', '420000'],
    ['Hebei GDP', '130000'],
  ])('%s is about itself, facts or none', (text, code) => {
    expect(regions(text)?.[0]).toBe(code)
  })

  test.each([
    ['Dongyng GDP', '370500'],
    ['Qindao GDP', '370200'],
    ['Quingdao GDP', '370200'],
    ['Shandnog GDP', '370000'],
    ['Hefie GDP', '340100'],
  ])('%s says what it was read as', (text, code) => {
    const { query, links } = small.read(text)
    expect(query?.regions).toEqual([code])
    expect(links.find(({ entity }) => entity === `region:${code}`)?.how).toBe('typo')
  })

  // 'mars' is read as a misspelt light word and is gone
  test('a word that may be a misspelt everyday word does not disappear unseen', () => {
    const { unknown, unused, links } = small.read('Mars GDP 2023')
    expect([
      ...unknown,
      ...unused,
      ...links.filter(({ how }) => how === 'typo').map(({ words }) => words),
    ]).toContain('mars')
  })

  test.each(['Paris GDP', 'London GDP', 'Tokyo GDP', 'Texas GDP', 'Berlin GDP', 'Boston GDP', 'Seoul GDP'])(
    '%s is about no place in China',
    (text) => {
      const { query, unknown } = small.read(text)
      expect(query?.regions).toEqual([])
      expect(unknown.length).toBeGreaterThan(0)
      expect(small.ask(text).kind).toBe('nothing')
    },
  )

  test.each(['Dongying king', 'Dongying divestment', 'Dongying exploits', 'Dongying importance'])(
    'an everyday word is no misspelt name: %s',
    (text) => {
      expect(small.read(text).links.filter(({ how }) => how === 'typo')).toEqual([])
    },
  )
})

import { describe, expect, test } from 'vitest'
import { fold } from '../../src/base/folding.ts'
import { said } from '../../src/understand/said.ts'
import { segment } from '../../src/understand/segment.ts'
import { tokenize } from '../../src/understand/tokens.ts'
import { lineOf, NOW, smallBase } from '../answer/small-base.ts'

const small = smallBase()

/** The spans of a text, no spelling corrected: 'new energy vehicles = industry:new-energy-vehicles'. */
function spans(text: string): string[] {
  const folded = fold(text)
  return segment(said(folded), small.reader.lexicon, null, NOW).spans.map(({ text: of, meaning }) => {
    if (meaning.kind !== 'names') return `${of} = ${meaning.kind}`
    const [first] = [...meaning.entities].sort((a, b) => a.rank - b.rank)
    return `${of} = ${first!.kind}:${first!.id}`
  })
}
const named = (text: string) => spans(text).filter((span) => !/ = (?:light|cue|mark)/.test(span))

describe('the longest name wins', () => {
  test.each<[string, string[]]>([
    ['new energy vehicles', ['new energy vehicles = industry:new-energy-vehicles']],
    ['new energy', ['new energy = industry:new-energy']],
    ['offshore wind', ['offshore wind = industry:offshore-wind']],
    ['GDP per capita', ['gdp per capita = base:gdp-per-capita']],
    ['新能源汽车', ['新能源汽车 = industry:new-energy-vehicles']],
    ['海上风电', ['海上风电 = industry:offshore-wind']],
    ['固定资产投资', ['固定资产投资 = base:fixed-asset-investment']],
    [
      'strategic emerging industries',
      ['strategic emerging industries = industry:strategic-emerging-industries'],
    ],
    ['Inner Mongolia', ['inner mongolia = region:150000']],
    ['high-speed railway mileage', ['high-speed railway mileage = base:high-speed-railway']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })
})

describe('names beside each other', () => {
  test.each<[string, string[]]>([
    [
      'Dongying offshore wind investment 2023',
      [
        'dongying = region:370500',
        'offshore wind = industry:offshore-wind',
        'investment = base:investment',
        '2023 = period',
      ],
    ],
    [
      '东营2023年海上风电投资',
      [
        '东营 = region:370500',
        '2023年 = period',
        '海上风电 = industry:offshore-wind',
        '投资 = base:investment',
      ],
    ],
    ['Hefei, Anhui', ['hefei = region:340100', 'anhui = region:340000']],
    ['investment over 200 billion yuan', ['investment = base:investment', 'over 200 billion yuan = amount']],
    ['growth of 7 percent in 2023', ['growth = measure:growth', '7 percent = amount', '2023 = period']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  test('blanks in other places: dong ying, offshorewind', () => {
    expect(named('dong ying')).toEqual(['dong ying = region:370500'])
    expect(named('offshorewind')).toEqual(['offshorewind = industry:offshore-wind'])
  })

  test('2023 is a year and 2,023 is not', () => {
    expect(named('2023')).toEqual(['2023 = period'])
    expect(named('2,023')).toEqual(['2,023 = amount'])
  })
})

describe('nothing that was typed disappears', () => {
  test.each([
    'Dongying blorp wind',
    '东营龘龘风电',
    'zzz 123 ???',
    'and or of the',
    '2023 2024 24.8bn',
    "xi'an's GDP",
  ])('%s', (text) => {
    const folded = fold(text)
    const tokens = tokenize(folded)
    const cut = segment(said(folded), small.reader.lexicon, null, NOW).spans
    expect(cut[0]!.start).toBe(0)
    expect(cut.at(-1)!.end).toBe(tokens.length)
    for (const [i, span] of cut.entries()) if (i > 0) expect(span.start).toBe(cut[i - 1]!.end)
  })

  test('unknown Chinese characters side by side are one word', () => {
    expect(named('东营龘靐投资')).toEqual([
      '东营 = region:370500',
      '龘靐 = unknown',
      '投资 = base:investment',
    ])
  })

  test('an unknown word is kept as a word that a fact must hold', () => {
    const { query, unknown } = small.read('Dongying blorptastic investment 2023')
    expect(unknown).toEqual(['blorptastic'])
    expect(query?.words).toEqual(['blorptastic'])
  })

  test('misspelt words are read as what they are one letter from', () => {
    expect(lineOf(small.read('dongyng ofshore wind invesment in 2023'))).toBe(
      'lookup r:370500 i:offshore-wind n:investment p:2023',
    )
  })

  test('traditional characters and full-width ones are read', () => {
    expect(lineOf(small.read('東營海上風電投資２０２３年'))).toBe(
      'lookup r:370500 i:offshore-wind n:investment p:2023',
    )
  })
})

describe('homonyms', () => {
  test('the province named beside it decides', () => {
    expect(small.read('Suzhou in Jiangsu GDP').query?.regions).toEqual(['320500'])
    expect(small.read('安徽宿州GDP').query?.regions).toEqual(['341300'])
  })

  test.each([
    ['Suzhou, Anhui GDP', '341300'],
    ['Hefei, Anhui GDP', '340100'],
    ['GDP of Qingdao, Shandong in 2023', '370200'],
  ])('a comma between city and province: %s', (text, code) => {
    expect(small.read(text).query).toMatchObject({ intent: 'lookup', regions: [code] })
  })

  test('characters decide by themselves', () => {
    expect(small.read('苏州GDP').query?.regions).toEqual(['320500'])
    expect(small.read('宿州GDP').query?.regions).toEqual(['341300'])
    expect(small.read('苏州GDP').choices).toEqual([])
  })

  test('otherwise every reading stays open', () => {
    const { query, choices } = small.read('Suzhou GDP 2023')
    const all = [query!.regions[0], ...choices.map(({ query: of }) => of.regions[0])]
    expect(all.sort()).toEqual(['320500', '341300'])
    expect(choices.map(({ entity }) => entity)).toEqual([
      `region:${all.find((code) => code !== query!.regions[0])}`,
    ])
  })
})

describe('orders and counts', () => {
  test.each([
    ['top 3 cities by GDP in 2023', 'rank level:prefecture n:gdp p:2023 order:highest top:3'],
    ['the 2 cities with the highest GDP in 2023', 'rank level:prefecture n:gdp p:2023 order:highest top:2'],
    ['2023年GDP前三名', 'rank n:gdp p:2023 order:highest top:3'],
    ['2023年GDP前三的城市', 'rank level:prefecture n:gdp p:2023 order:highest top:3'],
  ])('%s', (text, line) => {
    expect(lineOf(small.read(text))).toBe(line)
  })

  test.each([
    ['top 3 by GDP in 2023', 'rank n:gdp p:2023 order:highest top:3'],
    ['lowest GDP growth 2023', 'rank n:gdp.growth p:2023 order:lowest'],
  ])('%s', (text, line) => {
    expect(lineOf(small.read(text))).toBe(line)
  })

  test('total GDP of two cities is their sum', () => {
    const { query } = small.read('total GDP of Qingdao and Hefei in 2023')
    expect(query).toMatchObject({ intent: 'aggregate', fold: 'sum' })
  })
})

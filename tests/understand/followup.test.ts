import { describe, expect, test } from 'vitest'
import { expectKind, idsOf, lineOf, memoryOf, smallBase } from '../answer/small-base.ts'

const small = smallBase()
const next = (text: string, line: string, ...earlier: string[]) =>
  small.read(text, { memory: memoryOf(line, ...earlier) })

const WIND = 'lookup r:370500 i:offshore-wind n:investment p:2023'
const GDP = 'lookup r:370200 n:gdp p:2023'

describe('a follow-up replaces what it names and keeps the rest', () => {
  test.each([
    ['the place', 'and Qingdao?', WIND, 'lookup r:370200 i:offshore-wind n:investment p:2023'],
    ['the place', 'what about Qingdao?', WIND, 'lookup r:370200 i:offshore-wind n:investment p:2023'],
    ['the place', '那青岛呢', WIND, 'lookup r:370200 i:offshore-wind n:investment p:2023'],
    ['the place', '青岛呢？', WIND, 'lookup r:370200 i:offshore-wind n:investment p:2023'],
    ['the place', 'Qingdao?', WIND, 'lookup r:370200 i:offshore-wind n:investment p:2023'],
    ['the period', '2022?', WIND, 'lookup r:370500 i:offshore-wind n:investment p:2022'],
    ['the period', 'and in 2022?', WIND, 'lookup r:370500 i:offshore-wind n:investment p:2022'],
    ['the period', 'the year before last?', WIND, 'lookup r:370500 i:offshore-wind n:investment p:2023'],
    ['the period', '2022年呢', WIND, 'lookup r:370500 i:offshore-wind n:investment p:2022'],
    ['the period', '去年呢', WIND, 'lookup r:370500 i:offshore-wind n:investment p:2024'],
    ['the indicator', 'and exports?', GDP, 'lookup r:370200 n:exports p:2023'],
    ['the indicator', '出口呢', GDP, 'lookup r:370200 n:exports p:2023'],
    ['the industry', 'and chemicals?', WIND, 'lookup r:370500 i:chemicals n:investment p:2023'],
    ['the industry', '化工呢', WIND, 'lookup r:370500 i:chemicals n:investment p:2023'],
    ['the measure', 'growth rate?', GDP, 'lookup r:370200 n:gdp.growth p:2023'],
    ['the measure', '增速呢', GDP, 'lookup r:370200 n:gdp.growth p:2023'],
    ['the status', 'and planned?', WIND, 'lookup r:370500 i:offshore-wind n:investment p:2023 s:planned'],
    ['place and period', 'and Qingdao in 2022?', WIND, 'lookup r:370200 i:offshore-wind n:investment p:2022'],
  ])('%s: %s', (_, text, before, line) => {
    expect(lineOf(next(text, before))).toBe(line)
  })

  test('months without a year are months of the year before', () => {
    expect(lineOf(next('and January to April?', 'lookup r:370500 i:offshore-wind n:investment p:2024'))).toBe(
      'lookup r:370500 i:offshore-wind n:investment p:2024-01/2024-04',
    )
  })

  test('a trend stays a trend, a ranking a ranking', () => {
    expect(next('and Hefei?', 'trend r:370200 n:gdp.growth').query?.intent).toBe('trend')
  })

  test('what was carried over is named', () => {
    const { carried, links } = next('and Qingdao?', WIND)
    expect([...carried].sort()).toEqual(['indicator', 'industry', 'period'])
    expect(links.filter(({ how }) => how === 'carried-over').map(({ entity }) => entity)).toEqual(carried)
  })
})

describe('a follow-up adds for comparison', () => {
  test.each([
    ['compare with Qingdao', WIND, 'compare r:370500,370200 i:offshore-wind n:investment p:2023'],
    ['versus Qingdao', WIND, 'compare r:370500,370200 i:offshore-wind n:investment p:2023'],
    ['与青岛相比', WIND, 'compare r:370500,370200 i:offshore-wind n:investment p:2023'],
  ])('%s', (text, before, line) => {
    expect(lineOf(next(text, before))).toBe(line)
  })
})

describe('a follow-up asks about the last answer', () => {
  test.each(['where is that from?', 'source?', '来源呢', '出处？'])('its sources: %s', (text) => {
    const { query } = next(text, WIND)
    expect(query).toMatchObject({ intent: 'sources', regions: ['370500'], industries: ['offshore-wind'] })
    expect(query?.periods).toHaveLength(1)
  })

  test('why it was so read', () => {
    expect(next('why?', WIND).talk).toBe('why')
  })

  test('more of it, from where it ended', () => {
    const memory = { ...memoryOf('summary r:370500'), shown: ['a', 'b', 'c'] }
    expect(lineOf(small.read('show more', { memory }))).toBe('summary r:370500 from:3')
    const further = { ...memoryOf('summary r:370500 from:3'), shown: ['d', 'e'] }
    expect(lineOf(small.read('show more', { memory: further }))).toBe('summary r:370500 from:5')
  })

  test('one of the things offered', () => {
    const offered = ['lookup r:320500 n:gdp', 'lookup r:341300 n:gdp'].map((line) => memoryOf(line).query!)
    const memory = { ...memoryOf('lookup n:gdp'), offered }
    expect(lineOf(small.read('the second one', { memory }))).toBe('lookup r:341300 n:gdp')
    expect(lineOf(small.read('第一个', { memory }))).toBe('lookup r:320500 n:gdp')
    expect(lineOf(small.read('the last one', { memory }))).toBe('lookup r:341300 n:gdp')
  })

  test('one that was not offered is nothing', () => {
    const memory = { ...memoryOf('lookup n:gdp'), offered: [] }
    expect(small.read('the third one', { memory }).query?.regions ?? []).toEqual([])
  })
})

describe('a question that stands by itself leans on nothing', () => {
  test.each([
    ['Hefei GDP', 'lookup r:340100 n:gdp'],
    ['GDP of Hefei in Anhui in 2022', 'lookup r:340100 n:gdp p:2022'],
    ['tell me about Hefei', 'summary r:340100'],
    ['highest GDP growth', 'rank n:gdp.growth order:highest'],
    ['what is a new energy vehicle?', 'define i:new-energy-vehicles'],
  ])('%s', (text, line) => {
    const { query, carried } = next(text, WIND)
    expect(lineOf({ ...next(text, WIND), query })).toBe(line)
    expect(carried).toEqual([])
  })

  test('with no conversation there is nothing to lean on', () => {
    expect(small.read('and Qingdao?').query?.industries ?? []).toEqual([])
    expect(small.read('why?').query).toBeNull()
    expect(small.read('show more').query).toBeNull()
  })

  test('a reset forgets', () => {
    expect(next('start over', WIND)).toMatchObject({ query: null, talk: 'reset' })
  })
})

describe('where the last question leads nowhere', () => {
  test('the one before it may be meant', () => {
    // "exports of Hefei" was answered, Qingdao's are not known: "and Qingdao?" may still have the wind before it
    const memory = { ...memoryOf('lookup r:340100 n:exports', WIND), shown: ['bulletin/hefei-exports'] }
    const understood = small.read('and Qingdao?', { memory })
    expect(understood.earlierReadings?.map(({ query }) => query.industries)).toEqual([['offshore-wind']])
    expect(idsOf(expectKind(small.ask('and Qingdao?', { memory }), 'found'))).toContain(
      'bulletin/qingdao-wind',
    )
  })

  test('but never past a question without an answer: what it changed still holds', () => {
    const memory = memoryOf('lookup r:340100 n:exports', WIND)
    expect(small.read('and Qingdao?', { memory }).earlierReadings).toBeUndefined()
    expectKind(small.ask('and Qingdao?', { memory }), 'nothing')
  })

  test('but the last one is taken where it leads somewhere', () => {
    const memory = memoryOf(GDP, WIND)
    expect(idsOf(expectKind(small.ask('and Hefei?', { memory }), 'found'))[0]).toBe('bulletin/hefei-gdp')
  })

  test('what was made wider is said', () => {
    const answer = expectKind(small.ask('and GDP?', { memory: memoryOf(WIND) }), 'found')
    expect(answer.facts[0]!.indicator).toBe('gdp')
    expect(answer.caveats.map(({ kind }) => kind)).toContain('loosened')
  })
})

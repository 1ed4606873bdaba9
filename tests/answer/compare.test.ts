import { describe, expect, test } from 'vitest'
import { containments, differencesOf } from '../../src/answer/comparable.ts'
import type { Fact } from '../../src/facts/fact.ts'
import {
  caveatKinds,
  DONGYING,
  expectKind,
  FACTS,
  fact,
  HEFEI,
  idsOf,
  QINGDAO,
  SHANDONG,
  SUZHOU,
  smallBase,
} from './small-base.ts'

const small = smallBase()
const compare = (line: string, base = small) => expectKind(base.answer(line), 'comparison')
const WIND = 'i:offshore-wind n:investment'

/** Dongying and Qingdao with one figure each. */
const pair = (a: Partial<Fact> & { amount?: string }, b: Partial<Fact> & { amount?: string }) =>
  smallBase(
    [[DONGYING, a, '5 billion yuan'] as const, [QINGDAO, b, '7 billion yuan'] as const].map(
      ([region, { amount, ...more }, usual], i) =>
        fact(`bulletin/${i}`, region, 'economy', 'exports', '2023', amount ?? usual, more),
    ),
  )
const EXPORTS = 'compare r:370500,370200 n:exports'

describe('a side that nothing is known of', () => {
  test.each([
    ['compare r:370500 i:offshore-wind,steel n:investment p:2023', 'industry:steel'],
    ['compare r:370500 n:gdp.growth p:2023,1999', 'period:1999'],
    [`compare | lookup ${WIND} r:370500 p:2023 | lookup n:exports p:2023`, 'base:exports'],
  ])('is named by what it differs in: %s', (line, name) => {
    const answer = small.answer(line)
    expect(answer).toMatchObject({ kind: 'comparison', missing: [name] })
    // a period is written as one, not as a number of months
    for (const locale of ['en', 'zh'] as const) expect(small.reply(answer, locale).plain).not.toMatch(/\d{5}/)
  })
})

describe('figures that are alike', () => {
  test('the higher one is named', () => {
    const answer = compare(`compare r:370500,370200 ${WIND} p:2023`)
    expect(answer).toMatchObject({ comparable: true, winner: 'bulletin/qingdao-wind', missing: [] })
    expect(idsOf(answer)).toEqual(['news/wind-2023', 'bulletin/qingdao-wind'])
  })

  test('without a period the newest that both have', () => {
    const answer = compare(`compare r:370200,370500 n:gdp.growth`)
    expect(answer.facts.map(({ period }) => period?.from)).toEqual([2023 * 12, 2023 * 12])
    const base = smallBase(
      FACTS.filter(({ id }) => id !== 'bulletin/qingdao-wind').concat(
        fact('bulletin/qingdao-wind-2022', QINGDAO, 'offshore-wind', 'investment', '2022', '3 billion yuan'),
      ),
    )
    expect(idsOf(compare(`compare r:370500,370200 ${WIND}`, base))).toEqual([
      'bulletin/wind-2022',
      'bulletin/qingdao-wind-2022',
    ])
  })

  test('equal ones have no winner', () => {
    expect(compare('compare r:340100,341300 n:gdp p:2023')).toMatchObject({ comparable: true, winner: null })
  })

  test('two years of one place', () => {
    const answer = compare(`compare r:370500 ${WIND} p:2022,2023`)
    expect(answer).toMatchObject({ comparable: true, winner: 'news/wind-2023' })
  })
})

describe('figures that are not alike have no winner, and what differs is named', () => {
  const differing: [string, Partial<Fact>][] = [
    ['status', { status: 'planned' }],
    ['scope', { scope: { en: 'large firms', zh: '大企业' } }],
    ['subject', { subject: { en: 'cars', zh: '汽车' } }],
    ['basis', { basis: { kind: 'average-annual', years: 3 } }],
    ['period', { period: { from: 2022 * 12, to: 2022 * 12 + 11, asOf: false } }],
  ]
  test.each(differing)('%s', (dimension, more) => {
    const answer = compare(EXPORTS, pair({}, more))
    expect(answer).toMatchObject({ comparable: false, winner: null })
    const [differ] = answer.caveats.flatMap((caveat) => (caveat.kind === 'differ' ? [caveat.dimensions] : []))
    expect(differ).toContain(dimension)
  })

  test('a part of a year beside a whole one', () => {
    const answer = compare(EXPORTS, pair({}, { period: { from: 2023 * 12, to: 2023 * 12 + 5, asOf: false } }))
    expect(answer).toMatchObject({ comparable: false, winner: null })
  })

  test('unit', () => {
    const answer = compare(EXPORTS, pair({}, { amount: '7 billion US dollars' }))
    expect(answer).toMatchObject({ comparable: false, winner: null })
  })

  test('a province and its city: also that one lies in the other', () => {
    const answer = compare('compare r:370000,370200 n:gdp p:2023')
    expect(answer).toMatchObject({ comparable: false, winner: null })
    expect(answer.caveats).toContainEqual({ kind: 'contained', inner: QINGDAO, outer: SHANDONG })
    expect(answer.caveats).toContainEqual({ kind: 'differ', dimensions: ['level'] })
  })

  test('the plans of two provinces with different scopes', () => {
    const answer = compare('compare r:340000,370000 n:investment s:planned p:2024')
    expect(answer).toMatchObject({ comparable: false, winner: null })
    expect(answer.caveats).toContainEqual({ kind: 'differ', dimensions: ['scope'] })
  })

  test('every difference of two facts is found, none of equal ones', () => {
    const a = fact('news/a', DONGYING, 'economy', 'exports', '2023', '1 yuan')
    const b = fact('news/b', SHANDONG, 'chemicals', 'imports', '2022', '1 percent', {
      status: 'planned',
      subject: { en: 'a', zh: '甲' },
      scope: { en: 'b', zh: '乙' },
      basis: { kind: 'cumulative' },
    })
    expect(
      differencesOf([a, { ...a, id: 'news/c', quantity: { ...a.quantity!, value: 9 } }], small.vocabulary),
    ).toEqual([])
    expect([...differencesOf([a, b], small.vocabulary)].sort()).toEqual(
      ['basis', 'indicator', 'industry', 'level', 'period', 'scope', 'status', 'subject', 'unit'].sort(),
    )
  })

  test('which place lies in which', () => {
    const places = [HEFEI, SHANDONG, QINGDAO, '100000'].map((region, i) =>
      fact(`news/${i}`, region, 'economy', 'gdp', '2023', '1 yuan'),
    )
    const pairs = containments(places, small.vocabulary).map((one) =>
      one.kind === 'contained' ? `${one.inner} in ${one.outer}` : one.kind,
    )
    expect(pairs.sort()).toEqual([
      '340100 in 100000',
      '370000 in 100000',
      '370200 in 100000',
      '370200 in 370000',
    ])
  })
})

describe('a side without a figure', () => {
  test('is named, and the other is no winner', () => {
    const answer = compare(`compare r:370500,340100 ${WIND} p:2023`)
    expect(idsOf(answer)).toEqual(['news/wind-2023'])
    expect(answer).toMatchObject({ winner: null, comparable: false, missing: [`region:${HEFEI}`] })
  })

  test('no side at all is nothing', () => {
    expect(small.answer(`compare r:341300,340100 ${WIND}`).kind).toBe('nothing')
  })

  test('of three, the two that are there are compared', () => {
    const answer = compare(`compare r:370500,370200,${SUZHOU} ${WIND} p:2023`)
    expect(answer.missing).toEqual([`region:${SUZHOU}`])
    expect(idsOf(answer)).toEqual(['news/wind-2023', 'bulletin/qingdao-wind'])
  })
})

describe('sides that differ in more than the place', () => {
  test('are each looked up by themselves', () => {
    const answer = compare(
      `compare | lookup r:370500 ${WIND} p:2023 | lookup r:340100 i:new-energy-vehicles n:investment o:volkswagen`,
    )
    expect(idsOf(answer)).toEqual(['news/wind-2023', 'news/vw-hefei'])
    expect(answer).toMatchObject({ comparable: false, winner: null })
  })
})

describe('rounded figures and sources that differ', () => {
  // the newer source is taken, though it only rounds
  test('the exact figure is compared, as it is told when asked alone', () => {
    expect(idsOf(compare('compare r:370200,340100 n:gdp p:2023'))).toContain('bulletin/qingdao-gdp')
  })

  // bounds are not looked at
  test.each([
    ['nearly 30 billion yuan', '29.9 billion yuan'],
    ['over 30 billion yuan', '31 billion yuan'],
    ['about 30 billion yuan', '29.9 billion yuan'],
    ['up to 30 billion yuan', '29 billion yuan'],
  ])('%s beside %s have no sure winner', (a, b) => {
    expect(compare(EXPORTS, pair({ amount: a }, { amount: b })).winner).toBeNull()
  })

  test.each([
    ['over 30 billion yuan', '29 billion yuan', 'bulletin/0'],
    ['nearly 30 billion yuan', '31 billion yuan', 'bulletin/1'],
    ['about 30 billion yuan', '50 billion yuan', 'bulletin/1'],
  ])('%s beside %s have', (a, b, winner) => {
    expect(compare(EXPORTS, pair({ amount: a }, { amount: b })).winner).toBe(winner)
  })

  // Dongying's GDP is 400 by one source and 420 by another; the newer is taken
  test('a side whose sources differ says so', () => {
    expect(caveatKinds(compare('compare r:370500,340100 n:gdp p:2023'))).toContain('disputed')
  })

  // the kind exists, nothing makes it
  test('a difference is worked out where the figures are alike', () => {
    const answer = small.answer(`compare r:370200,370500 ${WIND} p:2023 fold:difference`)
    expect(answer.derived).toMatchObject([{ kind: 'difference', value: 5.2e9, unit: 'yuan' }])
  })
})

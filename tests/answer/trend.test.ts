import { describe, expect, test } from 'vitest'
import { caveatKinds, expectKind, FACTS, fact, HEFEI, idsOf, QINGDAO, smallBase } from './small-base.ts'

const small = smallBase()
const trend = (line: string, base = small) => expectKind(base.answer(line), 'trend')

describe('the values of one series through time', () => {
  test('oldest first', () => {
    const answer = trend('trend r:370200 n:gdp.growth')
    expect(answer.points.map(({ id }) => id)).toEqual([
      'bulletin/qingdao-growth-2022',
      'bulletin/qingdao-growth',
    ])
    expect(caveatKinds(answer)).not.toContain('one-point')
  })

  test('whole years only, results only', () => {
    const { points } = trend('trend r:370500 i:offshore-wind n:investment')
    expect(points.map(({ id }) => id)).toEqual(['bulletin/wind-2022', 'news/wind-2023'])
  })

  test('from a year on', () => {
    const { points } = trend('trend r:370500 i:offshore-wind n:investment p:2022+')
    expect(points.map(({ id }) => id)).toEqual(['bulletin/wind-2022', 'news/wind-2023'])
    expect(trend('trend r:370200 n:gdp.growth p:2023+').points.map(({ id }) => id)).toEqual([
      'bulletin/qingdao-growth',
    ])
  })

  // of two series of one point the newer is taken
  test('a whole year before a part of one, where each stands alone', () => {
    const { points } = trend('trend r:370500 i:offshore-wind n:investment p:2023+')
    expect(points.map(({ id }) => id)).toEqual(['news/wind-2023'])
  })

  test('parts of years stand beside the same parts of other years', () => {
    const base = smallBase([
      fact('bulletin/a', HEFEI, 'economy', 'exports', '2022-01/2022-06', '2 billion yuan'),
      fact('bulletin/b', HEFEI, 'economy', 'exports', '2023-01/2023-06', '3 billion yuan'),
      fact('bulletin/c', HEFEI, 'economy', 'exports', '2023-01/2023-09', '5 billion yuan'),
    ])
    expect(trend('trend r:340100 n:exports', base).points.map(({ id }) => id)).toEqual([
      'bulletin/a',
      'bulletin/b',
    ])
  })

  test('two whole years before a longer row of quarters; what else is known stands beside', () => {
    const quarters = [2020, 2021, 2022, 2023].map((year) =>
      fact(
        `bulletin/q${year}`,
        HEFEI,
        'economy',
        'exports',
        `${year}-01/${year}-03`,
        `${year - 2018} billion yuan`,
      ),
    )
    const base = smallBase([
      ...quarters,
      fact('bulletin/y2022', HEFEI, 'economy', 'exports', '2022', '20 billion yuan'),
      fact('news/y2023', HEFEI, 'economy', 'exports', '2023', 'over 30 billion yuan'),
      fact('news/y2025', HEFEI, 'economy', 'exports', '2025', '50 billion yuan', { status: 'target' }),
    ])
    const answer = trend('trend r:340100 n:exports', base)
    expect(answer.points.map(({ id }) => id)).toEqual(['bulletin/y2022', 'news/y2023'])
    expect(idsOf(answer)).toContain('bulletin/q2023')
    expect(idsOf(answer)).not.toContain('news/y2025')
  })

  test('how a level changed over years is told by the levels, not by growth rates', () => {
    const base = smallBase([
      fact('bulletin/y2018', HEFEI, 'economy', 'exports', '2018', '10 billion yuan'),
      fact('bulletin/y2023', HEFEI, 'economy', 'exports', '2023', '30 billion yuan'),
      fact('bulletin/g2018', HEFEI, 'economy', 'exports.growth', '2018', '5 percent'),
      fact('bulletin/g2023', HEFEI, 'economy', 'exports.growth', '2023', '6 percent'),
    ])
    const levels = ['bulletin/y2018', 'bulletin/y2023']
    for (const line of [
      'lookup r:340100 n:exports.change|growth p:2018/2023',
      'lookup r:340100 n:exports u:times p:2018/2023',
      'lookup r:340100 n:exports p:2018/2023',
    ])
      expect(trend(line, base).points.map(({ id }) => id)).toEqual(levels)
    expect(trend('lookup r:340100 n:exports.growth p:2018/2023', base).points.map(({ id }) => id)).toEqual([
      'bulletin/g2018',
      'bulletin/g2023',
    ])
  })

  test('one point is no trend', () => {
    expect(caveatKinds(trend('trend r:340100 n:gdp'))).toContain('one-point')
  })

  test('two sources for one year are one point of time', () => {
    expect(caveatKinds(trend('trend r:370500 n:gdp'))).toContain('one-point')
  })

  test('statements without a number make none', () => {
    const answer = small.answer('trend r:340100 n:company-project')
    expect(caveatKinds(expectKind(answer, 'list'))).toContain('one-point')
  })

  test('nothing known is nothing', () => {
    expect(small.answer('trend r:340100 n:exports').kind).toBe('nothing')
  })
})

describe('an earlier value that the source gives by the distance', () => {
  const SHARE = 'r:370200 i:strategic-emerging-industries n:added-value.share'

  test('is worked out, with its arithmetic and both facts', () => {
    const answer = expectKind(small.answer(`lookup ${SHARE} p:2018`), 'found')
    expect(answer.derived).toEqual([
      {
        kind: 'earlier',
        value: 28.7,
        unit: 'percent',
        terms: [31.8, '-', 3.1],
        facts: ['news/qingdao-share', 'news/qingdao-change'],
        period: '2018',
      },
    ])
    expect(idsOf(answer)).toEqual(['news/qingdao-share', 'news/qingdao-change'])
  })

  test('stands beside the one known value', () => {
    const answer = trend(`trend ${SHARE}`)
    expect(answer.derived).toMatchObject([{ kind: 'earlier', value: 28.7, period: '2018' }])
    expect(caveatKinds(answer)).not.toContain('one-point')
  })

  test.each(['2017', '2020', '2018-01/2018-06', '2017/2018'])('of no other period: %s', (period) => {
    expect(small.answer(`lookup ${SHARE} p:${period}`).derived).toEqual([])
  })

  test('of no other source: two articles are never mixed', () => {
    const base = smallBase(
      FACTS.map((one) => (one.id === 'news/qingdao-change' ? { ...one, source: 'bulletin' } : one)),
    )
    expect(base.answer(`lookup ${SHARE} p:2018`).kind).toBe('nothing')
  })

  test('of no other place or industry', () => {
    expect(
      small.answer(`lookup r:340100 i:strategic-emerging-industries n:added-value.share p:2018`).kind,
    ).toBe('nothing')
    expect(small.answer(`lookup r:370200 i:chemicals n:added-value.share p:2018`).kind).toBe('nothing')
  })

  test('a value that is known is not worked out', () => {
    const base = smallBase([
      ...FACTS,
      fact(
        'bulletin/share-2018',
        QINGDAO,
        'strategic-emerging-industries',
        'added-value.share',
        '2018',
        '28.5 percent',
        {
          basis: { kind: 'share', of: { en: 'GDP', zh: '地区生产总值' } },
        },
      ),
    ])
    const answer = base.answer(`lookup ${SHARE} p:2018`)
    expect(answer.derived).toEqual([])
    expect(idsOf(answer)[0]).toBe('bulletin/share-2018')
  })
})

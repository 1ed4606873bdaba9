import { describe, expect, test } from 'vitest'
import {
  caveatKinds,
  DONGYING,
  expectKind,
  FACTS,
  fact,
  HEFEI,
  idsOf,
  QINGDAO,
  SUZHOU,
  smallBase,
} from './small-base.ts'

const small = smallBase()
const rank = (line: string, base = small) => expectKind(base.answer(line), 'ranking')
const places = (line: string, base = small) => rank(line, base).facts.map(({ region }) => region)
const without = (...ids: string[]) => FACTS.filter(({ id }) => !ids.includes(id))

describe('the order', () => {
  test.each([
    ['highest', [DONGYING, QINGDAO, HEFEI]],
    ['lowest', [HEFEI, QINGDAO, DONGYING]],
  ])('%s first', (order, expected) => {
    expect(places(`rank level:prefecture n:gdp.growth p:2023 order:${order}`)).toEqual(expected)
  })

  test('without an order the highest first', () => {
    expect(places('rank level:prefecture n:gdp.growth p:2023')).toEqual([DONGYING, QINGDAO, HEFEI])
  })

  test('the first n, and how many there are', () => {
    const answer = rank('rank level:prefecture n:gdp.growth p:2023 order:highest top:2')
    expect(answer.facts.map(({ region }) => region)).toEqual([DONGYING, QINGDAO])
    expect(answer.caveats).toContainEqual({ kind: 'cut', shown: 2, total: 3 })
    expect(caveatKinds(rank('rank level:prefecture n:gdp.growth p:2023 top:3'))).not.toContain('cut')
  })

  test('and the next n', () => {
    expect(places('rank level:prefecture n:gdp.growth p:2023 order:highest top:2 from:2')).toEqual([HEFEI])
  })

  test('negative values are lower than zero', () => {
    const base = smallBase([
      fact('bulletin/a', HEFEI, 'economy', 'exports.growth', '2023', '-3 percent'),
      fact('bulletin/b', SUZHOU, 'economy', 'exports.growth', '2023', '0 percent'),
      fact('bulletin/c', QINGDAO, 'economy', 'exports.growth', '2023', '2 percent'),
    ])
    expect(places('rank n:exports.growth order:lowest', base)).toEqual([HEFEI, SUZHOU, QINGDAO])
  })

  test('each place once', () => {
    const ranked = places('rank n:gdp p:2023')
    expect(new Set(ranked).size).toBe(ranked.length)
  })
})

describe('like is ranked with like', () => {
  test('one measure only: amounts and growth rates are never in one order', () => {
    for (const line of [
      'rank n:gdp p:2023',
      'rank n:gdp.growth p:2023',
      'rank order:highest p:2023',
      'rank n:*.growth',
    ]) {
      expect(new Set(rank(line).facts.map(({ quantity }) => quantity?.unit)).size, line).toBe(1)
    }
  })

  test('one period where none was asked: the one that most places share', () => {
    const base = smallBase([
      ...FACTS,
      fact('news/qingdao-growth-2024', QINGDAO, 'economy', 'gdp.growth', '2024', '99 percent'),
    ])
    const answer = rank('rank level:prefecture n:gdp.growth', base)
    expect(new Set(answer.facts.map(({ period }) => period?.from))).toEqual(new Set([2023 * 12]))
    expect(idsOf(answer)).not.toContain('news/qingdao-growth-2024')
  })

  test('a part of a year is not ranked among years', () => {
    expect(places('rank level:prefecture n:gdp.growth')).not.toContain(SUZHOU)
    expect(places('rank level:prefecture n:gdp.growth p:2023')).not.toContain(SUZHOU)
  })

  test('parts of a year are ranked among themselves where nothing else is known', () => {
    const base = smallBase([
      fact('bulletin/a', HEFEI, 'economy', 'exports', '2023-01/2023-06', '3 billion yuan'),
      fact('bulletin/b', SUZHOU, 'economy', 'exports', '2023-01/2023-06', '4 billion yuan'),
    ])
    expect(places('rank n:exports p:2023-01/2023-06', base)).toEqual([SUZHOU, HEFEI])
    expect(places('rank n:exports', base)).toEqual([SUZHOU, HEFEI])
  })

  test('levels are marked where they differ, and what lies in what', () => {
    const answer = rank('rank n:gdp.growth p:2023')
    expect(answer.comparable).toBe(false)
    expect(answer.caveats).toContainEqual({ kind: 'differ', dimensions: ['level'] })
    expect(caveatKinds(answer)).toContain('contained')
    expect(rank('rank level:prefecture n:gdp.growth p:2023').comparable).toBe(true)
  })

  test('only places of the level, only places in the place', () => {
    expect(new Set(places('rank level:province n:gdp p:2023'))).toEqual(new Set(['370000', '340000']))
    expect(new Set(places('rank in:370000 level:prefecture n:gdp p:2023'))).toEqual(
      new Set([QINGDAO, DONGYING]),
    )
  })

  test('says that other places of the level have no such fact', () => {
    const coverage = (line: string): unknown => rank(line).caveats.filter(({ kind }) => kind === 'known-only')
    expect(coverage('rank in:370000 level:prefecture n:gdp p:2023')).toEqual([
      { kind: 'known-only', region: '370000' },
    ])
    expect(coverage('rank level:province n:gdp p:2023')).toEqual([{ kind: 'known-only', region: '100000' }])
    expect(coverage(`rank r:${QINGDAO},${DONGYING} n:gdp p:2023`)).toEqual([])
  })

  test('results only, where results are asked for', () => {
    const answer = rank('rank n:investment p:2024 s:planned')
    expect(answer.facts.every(({ status }) => status === 'planned')).toBe(true)
    expect(small.answer('rank level:province n:investment p:2024 s:actual').kind).toBe('nothing')
  })

  test('nothing to rank is nothing', () => {
    expect(small.answer('rank n:exports').kind).toBe('nothing')
    expect(small.answer('rank r:340100 n:company-project').kind).toBe('nothing')
  })
})

describe('within one place', () => {
  test('each of its series once', () => {
    const base = smallBase(without('news/wind-plan', 'news/wind-2024-part'))
    expect(idsOf(rank('rank r:370500 n:investment p:2023 order:highest', base))).toEqual([
      'news/wind-2023',
      'news/chemicals-money',
    ])
  })

  // whatever is newest in a series is taken, whole or not
  test('a part of a year never stands for its series', () => {
    const base = smallBase(without('news/wind-plan'))
    expect(idsOf(rank('rank r:370500 n:investment order:highest', base))[0]).toBe('news/wind-2023')
  })

  // plans and results of one thing are one series here
  test('a plan never stands for a result', () => {
    const ranked = rank('rank r:370500 n:investment order:highest').facts
    expect(ranked.filter(({ status }) => status === 'actual').map(({ id }) => id)).toContain('news/wind-2023')
  })
})

describe('which of several figures of one place', () => {
  // the newer source is taken, though it only rounds
  test('the exact one, as when it is asked alone', () => {
    expect(idsOf(rank('rank level:prefecture n:gdp p:2023'))).toContain('bulletin/qingdao-gdp')
  })

  test('sources that differ are not passed over', () => {
    expect(caveatKinds(rank('rank level:prefecture n:gdp p:2023'))).toContain('disputed')
  })

  // only a year that two places share keeps parts of years out
  test('the whole year before a newer part of one', () => {
    const base = smallBase([
      fact('bulletin/a', HEFEI, 'economy', 'exports', '2023', '9 billion yuan'),
      fact('bulletin/b', HEFEI, 'economy', 'exports', '2024-01/2024-03', '2 billion yuan'),
      fact('bulletin/c', SUZHOU, 'economy', 'exports', '2022', '5 billion yuan'),
    ])
    expect(idsOf(rank('rank n:exports', base))).toEqual(['bulletin/a', 'bulletin/c'])
  })
})

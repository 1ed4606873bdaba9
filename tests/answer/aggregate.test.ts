import { describe, expect, test } from 'vitest'
import {
  caveatKinds,
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
const aggregate = (line: string, base = small) => expectKind(base.answer(line), 'aggregate')
const WIND = 'i:offshore-wind n:investment'

describe('a total', () => {
  test('with its arithmetic, of the facts it rests on', () => {
    const answer = aggregate(`aggregate r:370500,370200 ${WIND} p:2023 fold:sum`)
    expect(answer.refused).toBe(false)
    expect(answer.derived).toEqual([
      {
        kind: 'sum',
        value: 54.8e9,
        unit: 'yuan',
        terms: [24.8e9, '+', 30e9],
        facts: ['news/wind-2023', 'bulletin/qingdao-wind'],
        bound: 'exact',
      },
    ])
  })

  test('without the dust of binary numbers', () => {
    const base = smallBase(
      [HEFEI, SUZHOU].map((region, i) =>
        fact(`news/${i}`, region, 'economy', 'output', '2023', `0.${i + 1} tonnes`),
      ),
    )
    expect(aggregate('aggregate r:340100,341300 n:output p:2023 fold:sum', base).derived[0]?.value).toBe(0.3)
  })

  test('an average', () => {
    const [derived] = aggregate(`aggregate r:370500,370200 ${WIND} p:2023 fold:average`).derived
    expect(derived).toMatchObject({
      kind: 'average',
      value: 27.4e9,
      terms: ['(', 24.8e9, '+', 30e9, ')', '/', 2],
    })
  })

  test('over the cities of a province', () => {
    const answer = aggregate(`aggregate in:370000 level:prefecture ${WIND} p:2023 fold:sum`)
    expect(answer.derived[0]?.value).toBe(54.8e9)
    // two of its sixteen
    expect(answer.caveats).toContainEqual({ kind: 'known-only', region: '370000' })
  })

  test('of all cities says nothing of others', () => {
    const cities = [...small.vocabulary.regions.values()].filter(({ parent }) => parent === '370000')
    const base = smallBase(
      cities.map(({ code }) => fact(`news/${code}`, code, 'economy', 'exports', '2023', '1 billion yuan')),
    )
    expect(aggregate('aggregate in:370000 level:prefecture n:exports p:2023 fold:sum', base).caveats).toEqual(
      [],
    )
  })

  // the ranking it is made from ends after ten
  test('over more than ten cities counts every one of them', () => {
    const cities = [...small.vocabulary.regions.values()]
      .filter(({ parent }) => parent === '370000')
      .slice(0, 12)
    const base = smallBase(
      cities.map(({ code }) => fact(`news/${code}`, code, 'economy', 'exports', '2023', '1 billion yuan')),
    )
    const answer = aggregate('aggregate in:370000 level:prefecture n:exports p:2023 fold:sum', base)
    expect(answer.derived[0]?.value).toBe(12e9)
  })

  test('of one side only is no total', () => {
    const answer = aggregate(`aggregate r:370500,340100 ${WIND} p:2023 fold:sum`)
    expect(answer.derived).toEqual([])
    expect(idsOf(answer)).toEqual(['news/wind-2023'])
  })

  test('of nothing is nothing', () => {
    expect(small.answer('aggregate r:370500,370200 n:exports fold:sum').kind).toBe('nothing')
  })
})

describe('what does not add up is listed and not added', () => {
  const two = (a: Parameters<typeof fact>[6], amount = '7 billion yuan', period = '2023') =>
    smallBase([
      fact('news/a', HEFEI, 'economy', 'exports', '2023', '5 billion yuan'),
      fact('news/b', SUZHOU, 'economy', 'exports', period, amount, a),
    ])
  const SUM = 'aggregate r:340100,341300 n:exports fold:sum'

  test.each<[string, string, ReturnType<typeof two>]>([
    ['units', SUM, two({}, '7 billion US dollars')],
    ['status', SUM, two({ status: 'planned' })],
    ['periods', SUM, two({}, '7 billion yuan', '2022')],
    ['periods', SUM, two({}, '7 billion yuan', '2023-01/2023-06')],
    ['scope', SUM, two({ scope: { en: 'large firms', zh: '大企业' } })],
    ['scope', SUM, two({ subject: { en: 'cars', zh: '汽车' } })],
    ['contained', 'aggregate r:370000,370200 n:gdp p:2023 fold:sum', small],
    ['measure', 'aggregate r:370200,340100 n:gdp.growth p:2023 fold:sum', small],
    ['scope', 'aggregate r:370000,340000 n:investment p:2024 fold:sum', small],
    ['contained', 'aggregate n:gdp p:2023 in:100000 fold:sum', small],
  ])('%s', (why, line, base) => {
    const answer = aggregate(line, base)
    expect(answer).toMatchObject({ refused: true, derived: [] })
    expect(answer.caveats).toContainEqual({ kind: 'no-sum', why })
    expect(answer.facts.length).toBeGreaterThan(1)
  })

  test('nor averaged', () => {
    expect(aggregate('aggregate r:370000,370200 n:gdp p:2023 fold:average')).toMatchObject({
      refused: true,
      derived: [],
    })
  })
})

describe('bounds and sources', () => {
  // 'nearly 1.6 trillion' is added as 1.6 trillion flat
  test('a total rests on the exact figure where there is one', () => {
    const [derived] = aggregate('aggregate r:370200,340100 n:gdp p:2023 fold:sum').derived
    expect(derived?.value).toBe(2.776e12)
  })

  test('a total of a figure that two sources give differently says so', () => {
    expect(caveatKinds(aggregate('aggregate r:370500,340100 n:gdp p:2023 fold:sum'))).toContain('disputed')
  })

  // "Together 12 billion yuan" of "over 5" and 7
  test('a total of bounded figures is not told as an exact one', () => {
    const base = smallBase([
      fact('news/a', HEFEI, 'economy', 'exports', '2023', 'over 5 billion yuan'),
      fact('news/b', SUZHOU, 'economy', 'exports', '2023', '7 billion yuan'),
    ])
    const answer = aggregate('aggregate r:340100,341300 n:exports p:2023 fold:sum', base)
    const said = base.reply(answer).plain.split('\n')[0]!
    expect(said).toMatch(/over|at least|more than|about/)
  })
})

describe('an amount per project', () => {
  test('of one source, place, industry and year', () => {
    const answer = aggregate('aggregate r:370500 i:chemicals n:investment fold:ratio')
    expect(answer.derived).toEqual([
      {
        kind: 'ratio',
        value: 500e6,
        unit: 'yuan',
        per: 'projects',
        terms: [14e9, '/', 28],
        facts: ['news/chemicals-money', 'news/chemicals-projects'],
        bound: 'exact',
      },
    ])
  })

  test.each([
    ['source', { source: 'bulletin' }],
    ['place', { region: QINGDAO }],
    ['industry', { industry: 'new-energy' }],
    ['year', { period: { from: 2022 * 12, to: 2022 * 12 + 11, asOf: false } }],
    ['subject', { subject: { en: 'plants', zh: '工厂' } }],
  ])('of another %s is not made', (_, changes) => {
    const base = smallBase(
      FACTS.map((one) => (one.id === 'news/chemicals-projects' ? { ...one, ...changes } : one)),
    )
    const answer = base.answer('aggregate r:370500 i:chemicals n:investment fold:ratio')
    expect(answer.derived).toEqual([])
    // the whole investment is none per project
    expect(answer.kind).toBe('nothing')
  })

  // status is not looked at
  test('of a plan and a result is not made', () => {
    const base = smallBase(
      FACTS.map((one) =>
        one.id === 'news/chemicals-projects' ? { ...one, status: 'planned' as const } : one,
      ),
    )
    expect(base.answer('aggregate r:370500 i:chemicals n:investment fold:ratio').derived).toEqual([])
  })

  // nor is what the source counts
  test('of two scopes is not made', () => {
    const base = smallBase(
      FACTS.map((one) =>
        one.id === 'news/chemicals-projects' ? { ...one, scope: { en: 'large ones', zh: '大项目' } } : one,
      ),
    )
    expect(base.answer('aggregate r:370500 i:chemicals n:investment fold:ratio').derived).toEqual([])
  })

  // 5 billion / 0 is told as endless
  test('of nothing to divide by is not made', () => {
    const base = smallBase([
      fact('news/a', HEFEI, 'chemicals', 'investment', '2023', '5 billion yuan'),
      fact('news/b', HEFEI, 'chemicals', 'projects', '2023', '0 projects'),
    ])
    const answer = base.answer('aggregate r:340100 i:chemicals n:investment fold:ratio')
    for (const { value } of answer.derived) expect(value).toSatisfy(Number.isFinite)
  })
})

describe('a share of an investment in yuan', () => {
  test.each(['n:investment u:yuan', 'n:investment.level'])('%s is worked out from the whole', (asked) => {
    const answer = expectKind(small.answer(`lookup r:340000 i:emerging-industries ${asked}`), 'found')
    expect(answer.derived).toEqual([
      {
        kind: 'part',
        value: 269.28e9,
        unit: 'yuan',
        terms: [489.6e9, '*', 55, '/', 100],
        facts: ['press/anhui-share', 'press/anhui-plan'],
        bound: 'exact',
      },
    ])
  })

  test.each([
    ['source', { source: 'news' }],
    ['status', { status: 'actual' as const }],
    ['year', { period: { from: 2023 * 12, to: 2023 * 12 + 11, asOf: false } }],
  ])('not from a whole of another %s', (_, changes) => {
    const base = smallBase(FACTS.map((one) => (one.id === 'press/anhui-plan' ? { ...one, ...changes } : one)))
    expect(base.answer('lookup r:340000 i:emerging-industries n:investment u:yuan').derived).toEqual([])
  })
})

describe('how many places', () => {
  test('counts each once', () => {
    expect(aggregate('aggregate n:gdp.level fold:count').derived).toMatchObject([{ kind: 'count', value: 6 }])
    expect(aggregate(`aggregate ${WIND} fold:count`).derived).toMatchObject([{ kind: 'count', value: 2 }])
  })
})

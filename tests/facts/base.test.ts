import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FactBase } from '../../src/facts/base.ts'
import { BASIS_KINDS, type Fact, type Source, STATUSES } from '../../src/facts/fact.ts'
import { BOUNDS } from '../../src/facts/quantity.ts'

const SOURCE: Source = { id: 's', publisher: 'P', title: null, date: '2024', url: null, kind: 'official' }

/** Nothing but what a flat file says. */
const lean = (id: string, changes: Partial<Fact> = {}): Fact => ({
  id,
  region: '370500',
  industry: 'offshore-wind',
  indicator: 'investment',
  period: { from: 2023 * 12, to: 2023 * 12 + 11, asOf: false },
  status: 'actual',
  quantity: { value: 24.8e9, unit: 'yuan', bound: 'exact', asStated: '24800000000 yuan' },
  organisations: [],
  statement: 'Dongying invested.',
  inferred: [],
  source: 's',
  ...changes,
})

const yuan = (value: number) => ({ value, unit: 'yuan', bound: 'exact', asStated: `${value} yuan` }) as const

function baseOf(facts: readonly Fact[]): FactBase {
  const base = new FactBase()
  for (const fact of facts) base.add(fact, { ...SOURCE, id: fact.source })
  return base.freeze()
}

describe('a fact comes back as it was put in', () => {
  const month = fc.integer({ min: 0, max: 2100 * 12 })
  const leanFacts = fc.record(
    {
      region: fc.constantFrom('370500', '370200', '__proto__', 'constructor'),
      industry: fc.constantFrom('offshore-wind', 'economy', 'toString'),
      indicator: fc.constantFrom('gdp', 'gdp.growth', 'investment.share', 'hasOwnProperty.growth'),
      period: fc.option(
        fc
          .tuple(month, month, fc.boolean())
          .map(([a, b, asOf]) => ({ from: Math.min(a, b), to: Math.max(a, b), asOf })),
      ),
      status: fc.constantFrom(...STATUSES),
      quantity: fc
        .record({
          value: fc.double({ noNaN: true }).map((value) => (value === 0 ? 0 : value)),
          unit: fc.constantFrom('yuan', 'percent', 'tea bags'),
          bound: fc.constantFrom(...BOUNDS),
          usd: fc.option(fc.double({ noNaN: true })),
        })
        .map(({ value, unit, bound, usd }) => ({
          value,
          unit,
          bound,
          asStated: `${bound === 'exact' ? '' : `${bound} `}${value} ${unit}`,
          ...(usd === null ? {} : { usd }),
        })),
      basis: fc
        .record({
          kind: fc.constantFrom(...BASIS_KINDS),
          of: fc.option(fc.record({ en: fc.string(), zh: fc.string() }), { nil: undefined }),
          years: fc.option(fc.nat(20), { nil: undefined }),
        })
        .map(({ kind, of, years }) => ({
          kind,
          ...(of === undefined ? {} : { of }),
          ...(years === undefined ? {} : { years }),
        })),
      statement: fc.string(),
      source: fc.constantFrom('s', 't'),
    },
    {
      requiredKeys: ['region', 'industry', 'indicator', 'period', 'status', 'statement', 'source'],
    },
  )

  test('a lean one from its columns', () => {
    fc.assert(
      fc.property(fc.array(leanFacts, { minLength: 1, maxLength: 12 }), (list) => {
        const facts = list.map(({ quantity, ...changes }, i): Fact => {
          const { quantity: _, ...rest } = lean(`s/${i}`, changes)
          return quantity === undefined ? rest : { ...rest, quantity }
        })
        const base = baseOf(facts)
        expect(facts.map((_, at) => base.fact(at))).toEqual(facts)
      }),
      { numRuns: 300 },
    )
  })

  test.each<[string, Partial<Fact>]>([
    ['subject', { subject: { en: 'park', zh: '园区' } }],
    ['scope', { scope: { en: 'above 5 million yuan each', zh: '500万元以上' } }],
    ['organisations', { organisations: ['catl', 'volkswagen'] }],
    ['statementZh', { statementZh: '东营投资。' }],
    ['keywords', { keywords: ['gigabit city'] }],
    ['inferred', { inferred: ['period'] }],
  ])('one with %s, whole', (_, more) => {
    const fact = lean('s/a', more)
    expect(baseOf([lean('s/0'), fact]).fact(1)).toEqual(fact)
  })

  test('two bases that differ in their years or their words only stay two', () => {
    const facts = [
      lean('s/a', { basis: { kind: 'average-annual', years: 3 } }),
      lean('s/b', { basis: { kind: 'average-annual', years: 5 } }),
      lean('s/c', { basis: { kind: 'share', of: { en: 'GDP', zh: '地区生产总值' } } }),
      lean('s/d', { basis: { kind: 'share', of: { en: 'exports', zh: '出口' } } }),
      lean('s/e'),
      lean('s/f', { basis: { kind: 'share', of: { en: '', zh: '' } } }),
      lean('s/g', { basis: { kind: 'share' } }),
      lean('s/h', { basis: { kind: 'share', of: { en: 'a|b', zh: 'c' } } }),
      lean('s/i', { basis: { kind: 'share', of: { en: 'a', zh: 'b|c' } } }),
    ]
    const base = baseOf(facts)
    expect(facts.map((_, at) => base.fact(at).basis)).toEqual(facts.map(({ basis }) => basis))
  })

  test('after the columns have grown', () => {
    const facts = Array.from({ length: 3000 }, (_, i) =>
      lean(`s/${i}`, { region: String(100_000 + (i % 7)), quantity: yuan(i) }),
    )
    const base = baseOf(facts)
    expect(base.size).toBe(3000)
    for (const at of [0, 1023, 1024, 2047, 2048, 2999]) expect(base.fact(at)).toEqual(facts[at])
  })
})

describe('the lists that questions walk', () => {
  const facts = [
    lean('s/0'),
    lean('s/1', { region: '370200' }),
    lean('s/2', { industry: 'economy', indicator: 'gdp' }),
    lean('s/3', { industry: 'economy', indicator: 'gdp.growth', organisations: ['catl'] }),
    lean('s/4', { region: '370200', organisations: ['catl', 'volkswagen'] }),
  ]
  const base = baseOf(facts)
  const industry = (id: string) => base.industries.find(id)!
  const indicator = (id: string) => base.bases.find(id)!

  test('of a place, an industry, an indicator, both, an organisation, ascending', () => {
    expect([...base.ofRegion('370500')]).toEqual([0, 2, 3])
    expect([...base.ofRegion('370200')]).toEqual([1, 4])
    expect([...base.ofIndustry(industry('economy'))]).toEqual([2, 3])
    expect([...base.ofBase(indicator('gdp'))]).toEqual([2, 3])
    expect([...base.ofPair(industry('offshore-wind'), indicator('investment'))]).toEqual([0, 1, 4])
    expect([...base.ofPair(industry('offshore-wind'), indicator('gdp'))]).toEqual([])
    expect([...base.ofOrganisation('catl')]).toEqual([3, 4])
  })

  test('of unknown names are empty', () => {
    for (const name of ['999999', '__proto__', 'constructor', 'toString', '']) {
      expect([...base.ofRegion(name)]).toEqual([])
      expect([...base.ofOrganisation(name)]).toEqual([])
      expect(base.industries.find(name)).toBeUndefined()
    }
  })

  test('hold every fact once, for any facts', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            region: fc.constantFrom('1', '2', '3'),
            industry: fc.constantFrom('a', 'b'),
            indicator: fc.constantFrom('x', 'y.growth'),
          }),
          { maxLength: 40 },
        ),
        (list) => {
          const facts = list.map((changes, i) => lean(`s/${i}`, changes))
          const base = baseOf(facts)
          for (const code of ['1', '2', '3']) {
            const expected = facts.flatMap(({ region }, at) => (region === code ? [at] : []))
            expect([...base.ofRegion(code)]).toEqual(expected)
          }
        },
      ),
    )
  })

  test('are there only after freeze()', () => {
    const open = new FactBase()
    open.add(lean('s/0'), SOURCE)
    expect(() => open.ofRegion('370500')).toThrow('freeze()')
    expect([...open.freeze().ofRegion('370500')]).toEqual([0])
  })

  test('of no facts at all', () => {
    const empty = new FactBase().freeze()
    expect(empty.size).toBe(0)
    expect([...empty.ofRegion('370500')]).toEqual([])
    expect(empty.ofValue(1)).toEqual([])
    expect(empty.byId('s/0')).toBeUndefined()
  })
})

describe('facts by their value', () => {
  const values = [24.8e9, 7, 7.0000001, -2.3, 0, 24.8e9]
  const facts = values.map((value, i) => lean(`s/${i}`, { quantity: yuan(value) }))
  const { quantity: _, ...without } = lean('s/none')
  const base = baseOf([...facts, without])

  test.each([
    [24.8e9, [0, 5]],
    [24.8 * 1e9, [0, 5]],
    [7, [1]],
    [7.0000001, [2]],
    [-2.3, [3]],
    [0, [4]],
    [8, []],
    [Number.NaN, []],
  ])('%d', (value, expected) => {
    expect(base.ofValue(value).sort((a, b) => a - b)).toEqual(expected)
  })

  test('none is endless', () => {
    expect(base.ofValue(Number.POSITIVE_INFINITY)).toEqual([])
  })

  test('whatever dust the binary form leaves', () => {
    expect(baseOf([lean('s/0', { quantity: yuan(0.3) })]).ofValue(0.1 + 0.2)).toEqual([0])
  })
})

describe('facts by their id', () => {
  test('lean and rich ones alike', () => {
    const rich = lean('s/rich', { scope: { en: 'a', zh: '甲' } })
    const base = baseOf([lean('s/lean'), rich])
    expect(base.byId('s/lean')).toEqual(lean('s/lean'))
    expect(base.byId('s/rich')).toEqual(rich)
    for (const id of ['', 's/none', '__proto__', 'constructor']) expect(base.byId(id)).toBeUndefined()
  })

  test('lead to the source', () => {
    const base = new FactBase()
    base.add(lean('s/0'), SOURCE)
    base.add(lean('s/1'), { ...SOURCE, publisher: 'another' })
    base.freeze()
    expect(base.sourceOf(base.byId('s/1')!)).toEqual(SOURCE)
    expect([...base.sources.keys()]).toEqual(['s'])
  })
})

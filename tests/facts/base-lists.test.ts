/** The lists and the table of ids that questions walk hold every fact once, at any size of the base. */
import { describe, expect, test } from 'vitest'
import { FactBase } from '../../src/facts/base.ts'
import type { Fact, Source } from '../../src/facts/fact.ts'

const SOURCE: Source = { id: 'a', publisher: 'A', title: null, date: null, url: null, kind: 'official' }
const REGIONS = ['370500', '370600', '340100']
const INDUSTRIES = ['steel', 'robotics']
const INDICATORS = ['exports', 'exports.growth', 'investment']

function factAt(at: number, more: Partial<Fact> = {}): Fact {
  return {
    id: `a/${at}`,
    region: REGIONS[at % 3]!,
    industry: INDUSTRIES[(at >> 2) % 2]!,
    indicator: INDICATORS[(at >> 3) % 3]!,
    period: null,
    status: 'actual',
    quantity: { value: at, unit: 'yuan', bound: 'exact', asStated: `${at} yuan` },
    organisations: [],
    statement: `fact ${at}`,
    inferred: [],
    source: 'a',
    ...more,
  }
}

function baseOf(facts: readonly Fact[]): FactBase {
  const base = new FactBase()
  for (const fact of facts) base.add(fact, SOURCE)
  return base.freeze()
}

const many = Array.from({ length: 3000 }, (_, at) => factAt(at))

describe('a base that has grown', () => {
  const base = baseOf(many)

  test('gives every fact back by its place and by its id', () => {
    for (const [at, fact] of many.entries()) {
      expect(base.fact(at)).toEqual(fact)
      expect(base.byId(fact.id)).toEqual(fact)
    }
    for (const id of ['', 'a/', 'a/3000', 'b/1']) expect(base.byId(id)).toBeUndefined()
  })

  test('keeps no more room than its facts need', () => {
    expect(base.region.length).toBe(3000)
    expect(base.value.length).toBe(3000)
  })

  test('lists the facts of a region and an industry, and of a region and an indicator', () => {
    for (const region of REGIONS) {
      const code = base.regions.find(region)!
      for (const industry of INDUSTRIES) {
        const found = base.ofRegionIndustry(code, base.industries.find(industry)!)
        const meant = many.filter((it) => it.region === region && it.industry === industry)
        expect([...found].map((at) => base.fact(at))).toEqual(meant)
      }
      for (const indicator of ['exports', 'investment']) {
        const found = base.ofRegionBase(code, base.bases.find(indicator)!)
        const meant = many.filter((it) => it.region === region && it.indicator.startsWith(indicator))
        expect([...found].map((at) => base.fact(at))).toEqual(meant)
      }
    }
  })
})

describe('facts that may answer by their texts', () => {
  const phrase = { en: 'wind park', zh: '风电园' }
  const { quantity: _, ...noNumber } = factAt(3)
  const facts = [
    factAt(0),
    factAt(3, { subject: phrase }),
    factAt(6, { scope: phrase }),
    factAt(9, { basis: { kind: 'share', of: phrase } }),
    factAt(12, { basis: { kind: 'year-on-year' } }),
    { ...noNumber, id: 'a/15' },
    factAt(18, { statementZh: '事实' }),
    factAt(1, { subject: phrase }),
  ]
  const base = baseOf(facts)

  test('are those that texts limit and those without a number', () => {
    expect(facts.map((_, at) => base.isLimited(at))).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
      false,
      true,
    ])
    expect([...base.ofRegionWithTexts(base.regions.find('370500')!)]).toEqual([1, 2, 3, 5])
  })
})

test('an empty base has nothing', () => {
  const base = baseOf([])
  expect(base.byId('a/1')).toBeUndefined()
  expect([...base.ofRegion('370500')]).toEqual([])
})

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

describe('lists that are newest first', () => {
  const year = (of: number) => ({ from: of * 12, to: of * 12 + 11, asOf: false })
  // the months of two years, each year itself, and one without a time, in an order of no meaning
  const facts = [
    ...Array.from({ length: 24 }, (_, i) => {
      const month = 2022 * 12 + ((i * 7) % 24)
      return factAt(i * 3, { period: { from: month, to: month, asOf: false } })
    }),
    factAt(72, { period: year(2022) }),
    factAt(75, { period: null }),
    factAt(78, { period: year(2023) }),
  ].map((fact) => ({ ...fact, industry: 'steel', indicator: 'exports' }))
  const base = baseOf(facts)
  const [region, industry, indicator] = [
    base.regions.find('370500')!,
    base.industries.find('steel')!,
    base.bases.find('exports')!,
  ]
  const lists = (span?: { first: number; last: number }) =>
    [
      base.ofIndustry(industry, span),
      base.ofBase(indicator, span),
      base.ofPair(industry, indicator, span),
      base.ofRegionIndustry(region, industry, span),
      base.ofRegionBase(region, indicator, span),
    ].map((list) => [...list])

  test('hold every fact, equals of one month as they were added, those without a time last', () => {
    const meant = facts
      .map((fact, at) => ({ at, to: fact.period?.to ?? 0 }))
      .sort((a, b) => b.to - a.to || a.at - b.at)
      .map(({ at }) => at)
    for (const list of lists()) expect(list).toEqual(meant)
    expect(meant.at(-1)).toBe(25)
  })

  test('of a span hold those that end in it, and no other', () => {
    const ends = [
      2021 * 12,
      2022 * 12 - 1,
      2022 * 12,
      2022 * 12 + 5,
      2022 * 12 + 11,
      2023 * 12 + 11,
      2030 * 12,
    ]
    for (const first of ends)
      for (const last of [...ends, Number.POSITIVE_INFINITY].filter((end) => end >= first)) {
        const meant = facts.flatMap(({ period }, at) =>
          period !== null && period.to >= first && period.to <= last ? [at] : [],
        )
        for (const list of lists({ first, last })) expect(list.toSorted((a, b) => a - b)).toEqual(meant)
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

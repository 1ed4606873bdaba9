import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../src/facts/fact.ts'
import { parsePeriod } from '../../src/facts/period.ts'
import {
  emptyQuery,
  type Filter,
  formatQuery,
  INTENTS,
  ONLY,
  parseQuery,
  type Query,
} from '../../src/facts/query.ts'

/** Discord gives the id of a button so many characters; what carries the line there may need a few of its own. */
const DISCORD_BUTTON = 100

const code = fc.integer({ min: 100_000, max: 659_999 }).map(String)
const id = fc.stringMatching(/^[a-z]{1,12}(?:-[a-z]{1,8}){0,2}$/)
const readings = fc.array(id, { minLength: 1, maxLength: 3 }).map((ids) => ids.join('|'))
const indicator = fc
  .tuple(fc.oneof(readings, fc.constant('*')), fc.option(id, { nil: undefined }))
  .map(([base, measure]) => (measure === undefined ? base : `${base}.${measure}`))
const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  fc.constantFrom(
    'a,b',
    'a b',
    '100%',
    '%2C',
    '|',
    ' | ',
    'r:370500',
    'w:',
    '+',
    '~',
    '@',
    '__proto__',
    '海上',
  ),
)
const month = fc.integer({ min: 0, max: 9999 * 12 + 11 })
const period = fc
  .tuple(month, month, fc.boolean())
  .map(([a, b, asOf]) => ({ from: Math.min(a, b), to: Math.max(a, b), asOf }))
const value = fc.double({ noNaN: true, noDefaultInfinity: true }).map((it) => (it === 0 ? 0 : it))
const unit = fc.option(fc.constantFrom('yuan', 'usd', 'percent', 'percentage-points', 'square-metres'), {
  nil: undefined,
})
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc
    .record({ op: fc.constantFrom('over', 'under', 'equal'), value, unit })
    .map(({ unit: of, ...rest }) => ({ ...rest, ...(of === undefined ? {} : { unit: of }) })),
  fc
    .record({ op: fc.constant('between' as const), value, high: value, unit })
    .map(({ unit: of, ...rest }) => ({ ...rest, ...(of === undefined ? {} : { unit: of }) })),
)
const listOf = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 })

const single: fc.Arbitrary<Query> = fc.record(
  {
    intent: fc.constantFrom(...INTENTS),
    regions: listOf(code),
    within: code,
    level: fc.constantFrom('province', 'prefecture', 'county'),
    industries: listOf(readings),
    indicators: listOf(indicator),
    any: fc.constant(true),
    organisations: listOf(id),
    periods: fc.array(period, { minLength: 1, maxLength: 3 }),
    since: fc.constant(true),
    status: fc.constantFrom(...STATUSES),
    unit: fc.constantFrom('yuan', 'projects', 'tea bags', 'a,b'),
    filter,
    quoted: listOf(filter),
    words: listOf(word),
    only: fc.uniqueArray(fc.constantFrom(...ONLY), { minLength: 1 }),
    fold: fc.constantFrom('sum', 'average', 'ratio', 'count', 'difference'),
    order: fc.constantFrom('highest', 'lowest'),
    limit: fc.nat(999_999),
    offset: fc.nat(999_999),
  },
  {
    requiredKeys: [
      'intent',
      'regions',
      'industries',
      'indicators',
      'organisations',
      'periods',
      'quoted',
      'words',
    ],
  },
) as fc.Arbitrary<Query>

const anyQuery: fc.Arbitrary<Query> = fc.oneof(
  single,
  fc
    .tuple(single, fc.array(single, { minLength: 2, maxLength: 3 }))
    .map(([own, sides]) => ({ ...own, sides })),
)

describe('the one-line form of a query', () => {
  test('is read back to an equal query, whatever stands in its fields', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(parseQuery(formatQuery(query))).toEqual(query)
      }),
      { numRuns: 600 },
    )
  })

  test('keeps that one of several things is enough', () => {
    const query: Query = { ...emptyQuery('lookup'), indicators: ['exports', 'imports'], any: true }
    expect(parseQuery(formatQuery(query))).toEqual(query)
  })

  test('is one line, in whatever words were asked', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        expect(formatQuery({ ...emptyQuery('lookup'), words })).not.toMatch(/[\r\n\u2028\u2029]/)
      }),
    )
  })

  test('can be read by people', () => {
    expect(
      formatQuery({
        ...emptyQuery('lookup'),
        regions: ['370500'],
        industries: ['offshore-wind'],
        indicators: ['investment'],
        periods: [parsePeriod('2023')!],
        status: 'planned',
        words: ['park'],
      }),
    ).toBe('lookup r:370500 i:offshore-wind n:investment p:2023 s:planned w:park')
  })

  test.each([
    'lookup r:370500 i:offshore-wind n:investment p:2023',
    'lookup r:370200 i:strategic-emerging-manufacturing n:added-value.growth p:2024-01/2024-06 s:actual',
    'compare r:370500,440000 i:offshore-wind n:key-project-investment p:2023 s:planned',
    'lookup r:340100 i:new-energy-vehicles n:signed-project-investment o:volkswagen p:2024-01/2024-04',
    'trend r:370200 i:strategic-emerging-industries n:industrial-added-value.growth',
    'rank in:370000 level:prefecture n:industrial-added-value.growth p:2024 order:highest top:10',
    'summary r:370800 from:16',
    'rank r:370000 n:investment only:companies order:highest',
  ])('fits a button: %s', (line) => {
    const query = parseQuery(line)
    expect(query).not.toBeNull()
    expect(formatQuery(query!)).toBe(line)
    expect(line.length).toBeLessThanOrEqual(DISCORD_BUTTON)
  })
})

describe('a stale or forged line is no query', () => {
  test.each([
    '',
    ' ',
    'hello',
    'delete r:370500',
    'Lookup r:370500',
    'constructor r:370500',
    '__proto__',
    'lookup r',
    'lookup :370500',
    'lookup x:1',
    'lookup __proto__:1',
    'lookup constructor:1',
    'lookup level:village',
    'lookup s:done',
    'lookup p:2023-13',
    'lookup p:2024/2023',
    'lookup p:yesterday',
    'lookup p:',
    'lookup f:many',
    'lookup f:>',
    'lookup f:10~',
    'lookup f:>10~20',
    'lookup q:ten',
    'aggregate fold:product',
    'lookup only:',
    'lookup only:months',
    'rank order:best',
    'rank top:-1',
    'rank top:1e3',
    'rank top:9999999',
    'summary from:x',
    'compare r:1 | nonsense',
    'compare r:1 | lookup x:1',
    '<@U123> lookup r:370500',
    `lookup ${'r'.repeat(5000)}`,
  ])('%j', (line) => {
    expect(parseQuery(line)).toBeNull()
  })

  test('nothing that is typed makes it throw, and nothing reaches a prototype', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.constantFrom(...INTENTS, 'w:%', ''), (text, intent) => {
        expect(() => parseQuery(`${intent} ${text}`)).not.toThrow()
      }),
      { numRuns: 500 },
    )
    parseQuery('lookup r:__proto__ n:constructor w:toString')
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('F39 a line of 100,000 characters is read or refused at once', () => {
    const hostile = [
      `lookup f:${'1'.repeat(100_000)}`,
      `lookup f:${'1.'.repeat(50_000)}x`,
      `lookup p:${'2023,'.repeat(20_000)}`,
      `lookup w:${'%'.repeat(100_000)}`,
      `lookup ${' '.repeat(100_000)}x`,
      `lookup${' | lookup'.repeat(11_000)}`,
    ]
    for (const line of hostile) {
      const start = performance.now()
      parseQuery(line)
      expect(performance.now() - start, line.slice(0, 20)).toBeLessThan(200)
    }
  })

  test('an amount that is no finite number is none', () => {
    for (const line of ['lookup f:>1e999', 'lookup q:=1.2.3', 'lookup f:>.', 'lookup f:.~.']) {
      const query = parseQuery(line)
      const amounts = query === null ? [] : [query.filter, ...query.quoted]
      for (const amount of amounts)
        if (amount !== undefined) expect(amount.value, line).toSatisfy(Number.isFinite)
    }
  })

  test('a place, an industry, an indicator without a name is none', () => {
    for (const line of ['lookup r:', 'lookup i:', 'lookup n:', 'lookup in:'])
      expect(parseQuery(line), line).toBeNull()
  })
})

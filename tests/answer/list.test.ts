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
  smallBase,
} from './small-base.ts'

const small = smallBase()
const list = (line: string, base = small) => expectKind(base.answer(line), 'list')
const summary = (line: string, base = small) => expectKind(base.answer(line), 'summary')

/** Seven industries with three figures each in one place: more than one screen of them. */
const MANY = [
  'chemicals',
  'new-materials',
  'new-energy',
  'photovoltaics',
  'automobiles',
  'bio-industry',
  'energy-storage',
].flatMap((industry) =>
  ['output-value', 'revenue', 'profit'].map((indicator, i) =>
    fact(`bulletin/${industry}-${indicator}`, HEFEI, industry, indicator, '2023', `${i + 1} billion yuan`),
  ),
)

describe('a summary', () => {
  test('is grouped by industry, each fact in one group', () => {
    const answer = summary('summary r:370500')
    expect(answer.groups.map(({ industry }) => industry).sort()).toEqual([
      'chemicals',
      'economy',
      'offshore-wind',
    ])
    for (const { industry, facts } of answer.groups)
      for (const one of facts) expect(one.industry).toBe(industry)
    expect(
      answer.groups
        .flatMap(({ facts }) => facts)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(idsOf(answer).sort())
    expect(answer.total).toBe(answer.facts.length)
  })

  test('tells the newest whole year of each series once, the plan apart', () => {
    const ids = idsOf(summary('summary r:370500'))
    expect(ids).toContain('news/wind-2023')
    expect(ids).toContain('news/wind-plan')
    expect(ids).not.toContain('bulletin/wind-2022')
    expect(ids).not.toContain('news/wind-2024-part')
    expect(ids.indexOf('news/wind-2023')).toBeLessThan(ids.indexOf('news/wind-plan'))
  })

  test('is of the place only', () => {
    expect(new Set(summary('summary r:370500').facts.map(({ region }) => region))).toEqual(
      new Set([DONGYING]),
    )
    expect(small.answer('summary r:320500').kind).toBe('nothing')
  })

  test('of an industry', () => {
    const answer = summary('summary i:offshore-wind')
    expect(new Set(answer.facts.map(({ region }) => region))).toEqual(new Set([DONGYING, QINGDAO]))
  })

  test('goes on where it ended, until all is told once', () => {
    const base = smallBase(MANY)
    const told: string[] = []
    for (let from = 0; from < MANY.length; ) {
      const answer = summary(`summary r:340100 from:${from}`, base)
      expect(answer.total).toBe(MANY.length)
      told.push(...idsOf(answer))
      from += answer.facts.length
      expect(caveatKinds(answer).includes('cut')).toBe(from < MANY.length)
      if (from < MANY.length)
        expect(answer.caveats).toContainEqual({ kind: 'cut', shown: from, total: MANY.length })
    }
    expect(told.sort()).toEqual(MANY.map(({ id }) => id).sort())
  })

  // an empty page comes
  test('behind its end there is nothing', () => {
    expect(small.answer('summary r:370500 from:500').kind).toBe('nothing')
  })

  // the newer source is taken
  test('shows both of two sources that differ, or says so', () => {
    const answer = summary('summary r:370500')
    expect(idsOf(answer).includes('bulletin/dongying-gdp') || caveatKinds(answer).includes('disputed')).toBe(
      true,
    )
  })

  test('tells the exact figure where another source rounds it', () => {
    expect(idsOf(summary('summary r:370200'))).toContain('bulletin/qingdao-gdp')
  })
})

describe('a list', () => {
  test('of what companies do in a place', () => {
    expect(idsOf(list('list r:340100 n:company-project'))).toEqual(['news/catl-hefei'])
    expect(small.answer('list r:370200 n:company-project o:catl').kind).toBe('nothing')
  })

  test('each series once, the best first', () => {
    const base = smallBase([...MANY, ...FACTS])
    const ids = idsOf(list('list r:370500 n:investment i:offshore-wind', base))
    expect(ids).toEqual(['news/wind-2023'])
  })

  test('as many as asked, and how many there are', () => {
    const base = smallBase(MANY)
    const answer = list('list r:340100 n:revenue top:3', base)
    expect(answer.facts).toHaveLength(3)
    expect(answer.total).toBe(7)
    expect(answer.caveats).toContainEqual({ kind: 'cut', shown: 3, total: 7 })
  })

  test('goes on where it ended', () => {
    const base = smallBase(MANY)
    const all = [0, 3, 6].flatMap((from) => idsOf(list(`list r:340100 n:revenue top:3 from:${from}`, base)))
    expect(all).toHaveLength(7)
    expect(new Set(all).size).toBe(7)
    expect(base.answer('list r:340100 n:revenue top:3 from:7').kind).toBe('nothing')
  })
})

describe('everything over, under and between', () => {
  const places = (line: string) => new Set(list(line).facts.map(({ region }) => region))
  test.each([
    ['n:gdp.level f:>2000000000000@yuan', ['370000', '340000']],
    ['n:gdp.level f:<1000000000000@yuan', ['370500']],
    ['n:gdp.level f:1000000000000~2000000000000@yuan', ['370200', '340100', '341300']],
    ['n:gdp.growth f:>7@percent', ['370500', '341300']],
    ['n:gdp.growth f:<4@percent', ['370200']],
    ['level:prefecture n:gdp.level f:>1300000000000@yuan', ['370200']],
    ['in:340000 n:gdp.level f:>0@yuan', ['340100', '341300']],
  ])('%s', (asked, expected) => {
    expect(places(`list ${asked}`)).toEqual(new Set(expected))
  })

  test('nothing over it is nothing, and what is missing is the amount', () => {
    expect(expectKind(small.answer('list n:gdp f:>1000000000000000@yuan'), 'nothing').missing).toEqual([
      'amount',
    ])
  })

  test('percent are no yuan', () => {
    for (const one of list('list f:>1@percent').facts) expect(one.quantity?.unit).toBe('percent')
    for (const one of list('list f:>1@yuan').facts) expect(one.quantity?.unit).toBe('yuan')
  })

  test('every fact listed passes, whatever the bound', () => {
    for (const limit of [0, 5, 5.9, 6, 7.5, 55]) {
      const answer = small.answer(`list f:>${limit}@percent`)
      for (const one of answer.facts) expect(one.quantity!.value).toBeGreaterThanOrEqual(limit)
    }
  })

  // a number equal to the bound anywhere in the statement lets a fact pass
  test('a number in the statement is not the figure', () => {
    const base = smallBase([
      fact('news/a', HEFEI, 'economy', 'exports.growth', '2023', '3 percent', {
        statement: 'Exports of Hefei grew by 3 percent, after 10 percent in the year before.',
      }),
    ])
    expect(base.answer('list n:exports.growth f:>10@percent').kind).toBe('nothing')
  })
})

describe('a definition', () => {
  test('is the vocabulary’s own where no source gives one', () => {
    const answer = expectKind(small.answer('define i:new-energy-vehicles'), 'definition')
    expect(answer.facts).toEqual([])
    expect(answer.gloss?.en).toMatch(/^A new energy vehicle \(NEV\)/)
    expect(answer.gloss?.zh).toMatch(/^新能源汽车/)
  })

  test('without a gloss the names themselves', () => {
    const { gloss } = expectKind(small.answer('define n:gdp'), 'definition')
    expect(gloss?.en).toContain('地区生产总值')
    expect(gloss?.zh).toContain('GDP')
  })

  test('is a source’s where one gives it', () => {
    const base = smallBase([
      fact('news/definition', '100000', 'new-energy', 'definition', null, null, {
        statement: 'New energy is energy from the sun, the wind and the sea.',
      }),
    ])
    expect(idsOf(expectKind(base.answer('define i:new-energy'), 'definition'))).toEqual(['news/definition'])
  })

  test.each(['define w:blorp', 'define i:constructor', 'define n:__proto__', 'define'])(
    '%s is nothing',
    (line) => {
      const answer = small.answer(line)
      if (answer.kind === 'definition') expect(answer.gloss).not.toBeNull()
      if (line.includes(' ')) expect(answer.kind).toBe('nothing')
    },
  )
})

describe('a figure in the question', () => {
  const base = smallBase([
    fact('news/gdp', HEFEI, 'economy', 'gdp', '2023', '150 billion yuan'),
    fact('news/gdp-growth', QINGDAO, 'economy', 'gdp.growth', '2023', '6 percent'),
    fact('news/projects', DONGYING, 'offshore-wind', 'projects', '2023', '28 projects'),
  ])

  test('too large for a rate asks for amounts, without any unit', () => {
    expect(idsOf(list('list n:gdp f:<200000000000', base))).toEqual(['news/gdp'])
  })

  test('of another unit than the fact is not said by it', () => {
    expect(base.answer('lookup q:=28@percent').kind).toBe('nothing')
    expect(idsOf(expectKind(base.answer('lookup q:=28'), 'found'))).toEqual(['news/projects'])
  })
})

describe('sources', () => {
  test('are those of the figure asked about', () => {
    const answer = expectKind(small.answer('sources r:370500 i:offshore-wind n:investment p:2022'), 'sources')
    expect(answer.facts.map(({ source }) => source)).toEqual(['bulletin'])
  })

  test('all of them where several say it', () => {
    const answer = expectKind(small.answer('sources r:370500 n:gdp p:2023'), 'sources')
    expect(new Set(answer.facts.map(({ source }) => source))).toEqual(new Set(['bulletin', 'news']))
  })

  test('of a number', () => {
    const answer = expectKind(small.answer('sources q:=24800000000'), 'sources')
    expect(idsOf(answer)).toEqual(['news/wind-2023'])
  })

  test('of nothing are nothing', () => {
    expect(small.answer('sources r:370500 n:exports').kind).toBe('nothing')
    expect(small.answer('sources q:=12345').kind).toBe('nothing')
  })
})

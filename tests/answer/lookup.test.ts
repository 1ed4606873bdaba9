import { describe, expect, test } from 'vitest'
import {
  ANHUI,
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
  SUZHOU_IN_JIANGSU,
  smallBase,
} from './small-base.ts'

const small = smallBase()
const found = (line: string, base = small) => expectKind(base.answer(line), 'found')
const first = (line: string, base = small) => found(line, base).facts[0]!.id

describe('which figure is told', () => {
  test('without a period the newest whole year, the others beside it, newest first', () => {
    const answer = found('lookup r:370500 i:offshore-wind n:investment')
    expect(answer.facts[0]!.id).toBe('news/wind-2023')
    expect(answer.series.map(({ id }) => id)).toEqual([
      'news/wind-plan',
      'news/wind-2024-part',
      'bulletin/wind-2022',
    ])
  })

  test('a part of a year where nothing whole is known', () => {
    const base = smallBase(FACTS.filter(({ id }) => !['news/wind-2023', 'bulletin/wind-2022'].includes(id)))
    expect(first('lookup r:370500 i:offshore-wind n:investment s:actual', base)).toBe('news/wind-2024-part')
  })

  test('the period that was asked for, and nothing beside it', () => {
    const answer = found('lookup r:370500 i:offshore-wind n:investment p:2022')
    expect(idsOf(answer)).toEqual(['bulletin/wind-2022'])
    expect(answer.series).toEqual([])
  })

  test('a part of a year never stands in for it, but is offered', () => {
    const answer = expectKind(
      small.answer('lookup r:370500 i:offshore-wind n:investment p:2024 s:actual'),
      'nothing',
    )
    expect(answer.missing).toEqual(['period'])
    expect(answer.nearest[0]?.fact.id).toBe('news/wind-2024-part')
  })

  // the newest one is taken, whole or not
  test('since a year: the newest whole year before a part of one', () => {
    expect(first('lookup r:370500 i:offshore-wind n:investment p:2020+ s:actual')).toBe('news/wind-2023')
  })

  test('several years ask for the course of time', () => {
    const answer = expectKind(
      small.answer('lookup r:370500 i:offshore-wind n:investment p:2022/2023'),
      'trend',
    )
    expect(answer.points.map(({ id }) => id)).toEqual(['bulletin/wind-2022', 'news/wind-2023'])
  })

  test('the place as a whole before a branch, the level before a growth', () => {
    const base = smallBase([
      ...FACTS,
      fact('bulletin/hefei-chemicals', HEFEI, 'chemicals', 'output-value', '2023', '5 billion yuan'),
      fact('bulletin/hefei-output', HEFEI, 'economy', 'output-value', '2023', '90 billion yuan'),
      fact('bulletin/hefei-output-growth', HEFEI, 'economy', 'output-value.growth', '2024', '4 percent'),
    ])
    expect(first('lookup r:340100 n:output-value', base)).toBe('bulletin/hefei-output')
    expect(first('lookup r:340100 n:output-value.growth', base)).toBe('bulletin/hefei-output-growth')
  })

  test('how much is never answered by a growth', () => {
    const base = smallBase([fact('bulletin/a', HEFEI, 'economy', 'exports.growth', '2023', '4 percent')])
    expect(base.answer('lookup r:340100 n:exports.level').kind).toBe('nothing')
  })
})

describe('two sources for one figure', () => {
  test('the exact figure before the one that rounds it, and no quarrel made of it', () => {
    const answer = found('lookup r:370200 n:gdp')
    expect(answer.facts[0]!.id).toBe('bulletin/qingdao-gdp')
    expect(caveatKinds(answer)).not.toContain('sources-differ')
    expect(first('lookup r:370200 n:gdp p:2023')).toBe('bulletin/qingdao-gdp')
  })

  test.each(['lookup r:370500 n:gdp', 'lookup r:370500 n:gdp p:2023'])(
    'that differ are both shown: %s',
    (line) => {
      const answer = found(line)
      expect(idsOf(answer).slice(0, 2)).toEqual(['news/dongying-gdp', 'bulletin/dongying-gdp'])
      expect(answer.caveats).toContainEqual({
        kind: 'sources-differ',
        facts: ['news/dongying-gdp', 'bulletin/dongying-gdp'],
      })
    },
  )

  test('that say the same are no quarrel', () => {
    const base = smallBase([
      fact('bulletin/a', HEFEI, 'economy', 'exports', '2023', '5 billion yuan'),
      fact('news/a', HEFEI, 'economy', 'exports', '2023', '5 billion yuan'),
    ])
    expect(caveatKinds(found('lookup r:340100 n:exports', base))).not.toContain('sources-differ')
  })

  test('a plan and a result of one period are not two sources that differ', () => {
    const base = smallBase([
      fact('bulletin/a', HEFEI, 'economy', 'exports', '2023', '5 billion yuan'),
      fact('news/a', HEFEI, 'economy', 'exports', '2023', '9 billion yuan', { status: 'planned' }),
    ])
    const answer = found('lookup r:340100 n:exports', base)
    expect(answer.facts[0]!.status).toBe('actual')
    expect(caveatKinds(answer)).not.toContain('sources-differ')
  })

  test.each([
    ['over 5 billion yuan', '5.1 billion yuan', false],
    ['over 5 billion yuan', '4.9 billion yuan', true],
    ['nearly 5 billion yuan', '5.1 billion yuan', true],
    ['about 5 billion yuan', '4.9 billion yuan', false],
    ['over 5 billion yuan', '7 billion yuan', true],
  ])('%s beside %s: differ %s', (rounded, exact, differ) => {
    const base = smallBase([
      fact('bulletin/a', HEFEI, 'economy', 'exports', '2023', exact),
      fact('news/a', HEFEI, 'economy', 'exports', '2023', rounded),
    ])
    expect(caveatKinds(found('lookup r:340100 n:exports', base)).includes('sources-differ')).toBe(differ)
  })
})

describe('plans and results', () => {
  test.each([
    ['actual', []],
    ['planned', ['planned', 'target', 'ongoing']],
    ['target', ['planned', 'target', 'ongoing']],
    ['ongoing', ['planned', 'ongoing']],
  ] as const)('asked for what is %s', (asked, agreeing) => {
    for (const status of ['planned', 'target', 'ongoing'] as const) {
      const base = smallBase([
        fact('news/a', HEFEI, 'economy', 'exports', '2025', '9 billion yuan', { status }),
      ])
      const answer = base.answer(`lookup r:340100 n:exports s:${asked}`)
      const agrees = (agreeing as readonly string[]).includes(status)
      expect(answer.kind, status).toBe(agrees ? 'found' : 'nothing')
    }
  })

  test('a result never answers for a plan', () => {
    const answer = expectKind(
      small.answer('lookup r:370200 i:offshore-wind n:investment s:planned'),
      'nothing',
    )
    expect(answer.missing).toContain('status')
  })

  test('a plan never answers for a result', () => {
    const answer = expectKind(
      small.answer('lookup r:370500 i:offshore-wind n:investment p:2025 s:actual'),
      'nothing',
    )
    expect(answer.missing).toContain('status')
    expect(answer.nearest.map(({ fact: near }) => near.id)).toContain('news/wind-plan')
  })

  test('a plan says that it is one', () => {
    expect(caveatKinds(found('lookup r:370500 i:offshore-wind n:investment p:2025'))).toContain('planned')
    const base = smallBase([
      fact('news/a', HEFEI, 'economy', 'exports', '2025', '9 billion yuan', { status: 'target' }),
    ])
    expect(caveatKinds(found('lookup r:340100 n:exports', base))).toContain('target')
  })
})

describe('units', () => {
  test('another class of unit is no answer', () => {
    const answer = expectKind(small.answer('lookup r:370500 i:offshore-wind n:investment u:usd'), 'nothing')
    expect(answer.missing).toEqual(['unit'])
    expect(small.answer('lookup r:370500 i:offshore-wind n:investment u:percent').kind).toBe('nothing')
    expect(first('lookup r:370500 i:offshore-wind n:investment u:yuan')).toBe('news/wind-2023')
  })

  test('dollars where the article gives them itself', () => {
    const base = smallBase([
      fact('news/a', HEFEI, 'economy', 'exports', '2023', '100 billion yuan', {
        quantity: { value: 100e9, unit: 'yuan', bound: 'exact', asStated: '100 billion yuan', usd: 14.15e9 },
      }),
    ])
    expect(first('lookup r:340100 n:exports u:usd', base)).toBe('news/a')
  })

  test('a number of projects is no number of firms', () => {
    expect(small.answer('lookup r:370500 i:chemicals u:enterprises').kind).toBe('nothing')
    expect(first('lookup r:370500 i:chemicals u:projects')).toBe('news/chemicals-projects')
  })
})

describe('companies', () => {
  test('their money is theirs, and in the place', () => {
    const answer = found('lookup r:340100 o:volkswagen n:investment')
    expect(idsOf(answer)).toEqual(['news/vw-hefei'])
    expect(caveatKinds(answer)).toEqual(expect.arrayContaining(['company-money', 'no-period']))
  })

  test('what lies in a city lies in its province, and says so', () => {
    const answer = found('lookup r:340000 o:volkswagen n:investment')
    expect(answer.caveats).toContainEqual({ kind: 'part-in-place', fact: 'news/vw-hefei', place: HEFEI })
  })

  test.each([
    ['another company', 'lookup r:340100 o:xpeng n:investment', 'organisation'],
    ['another place', 'lookup r:370500 o:volkswagen n:investment', 'region'],
  ])('%s is no answer', (_, line, missing) => {
    expect(expectKind(small.answer(line), 'nothing').missing).toContain(missing)
  })
})

describe('narrower and wider', () => {
  test('a branch answers for its industry and says so', () => {
    const answer = found('lookup r:370500 i:wind-power n:investment p:2023')
    expect(answer.caveats).toContainEqual({ kind: 'narrower', asked: '', fact: 'news/wind-2023' })
    expect(caveatKinds(found('lookup r:370500 i:offshore-wind n:investment p:2023'))).not.toContain(
      'narrower',
    )
  })

  test('an industry never answers for its branch', () => {
    const base = smallBase([fact('news/a', HEFEI, 'new-energy', 'investment', '2023', '9 billion yuan')])
    expect(base.answer('lookup r:340100 i:offshore-wind n:investment').kind).toBe('nothing')
  })

  test('a figure that covers several industries says so', () => {
    const base = smallBase([
      fact('news/a', HEFEI, 'economy', 'investment', '2023', '9 billion yuan', {
        scope: { en: 'offshore wind power and chemicals', zh: '海上风电和化工' },
      }),
    ])
    expect(caveatKinds(found('lookup r:340100 i:chemicals n:investment', base))).toContain('wider')
  })

  test('a kind of investment answers for investment', () => {
    const base = smallBase([fact('news/a', HEFEI, 'economy', 'project-investment', '2023', '9 billion yuan')])
    expect(caveatKinds(found('lookup r:340100 n:investment', base))).toContain('narrower')
    expect(base.answer('lookup r:340100 n:signed-project-investment').kind).toBe('nothing')
  })
})

describe('places that lie in others', () => {
  test.each([
    ['a city never answers for its province', `lookup r:${SHANDONG} i:offshore-wind n:investment`],
    ['a province never answers for its city', `lookup r:${DONGYING} n:investment p:2024 s:planned`],
    ['nor for another city', `lookup r:${SUZHOU} i:offshore-wind n:investment`],
    ['nor does China', `lookup r:100000 n:gdp`],
    ['a namesake is another place', `lookup r:${SUZHOU_IN_JIANGSU} n:gdp`],
  ])('%s', (_, line) => {
    expect(expectKind(small.answer(line), 'nothing').facts).toEqual([])
  })

  test('within a province are its cities only', () => {
    const answer = expectKind(small.answer(`list in:${SHANDONG} n:gdp p:2023`), 'list')
    expect(new Set(answer.facts.map(({ region }) => region))).toEqual(new Set([DONGYING, QINGDAO]))
    expect(small.answer(`list in:${ANHUI} i:offshore-wind n:investment`).kind).toBe('nothing')
  })
})

describe('a period that the source does not give', () => {
  test('is said, and meets no period asked for', () => {
    expect(caveatKinds(found('lookup r:340100 i:new-energy-vehicles n:investment'))).toContain('no-period')
    const answer = small.answer('lookup r:340100 i:new-energy-vehicles n:investment p:2023')
    expect(expectKind(answer, 'nothing').missing).toEqual(['period'])
  })

  test('one read from the context is said to be so', () => {
    const base = smallBase([
      fact('news/a', HEFEI, 'economy', 'exports', '2023', '9 billion yuan', { inferred: ['period'] }),
    ])
    expect(caveatKinds(found('lookup r:340100 n:exports', base))).toContain('inferred-period')
  })

  test.each([
    ['2023', '@2023-05', 'found'],
    ['2023-05', '@2023-05', 'found'],
    ['2022', '@2023-05', 'nothing'],
    ['2023-05', '2023', 'nothing'],
    ['2021/2023', '2023', 'found'],
    ['2023-01/2023-04', '2023-01/2023-06', 'nothing'],
    ['2023', '2021/2023', 'nothing'],
    ['2023', '2023-01/2023-06', 'nothing'],
    ['2021/2023', '2023-01/2023-06', 'nothing'],
    ['2022', '2021/2023', 'nothing'],
    ['0000-01/0000-04', '2024-01/2024-04', 'found'],
    ['0000-01/0000-04', '2024', 'nothing'],
  ])('%s asked, %s known: %s', (asked, known, kind) => {
    const base = smallBase([fact('news/a', HEFEI, 'economy', 'exports', known, '9 billion yuan')])
    expect(base.answer(`lookup r:340100 n:exports p:${asked}`).kind).toBe(kind)
  })
})

describe('a number that is quoted', () => {
  test('leads to the fact that has it', () => {
    expect(first('lookup q:=24800000000@yuan')).toBe('news/wind-2023')
    expect(small.answer('lookup r:370200 q:=24800000000@yuan').kind).toBe('nothing')
    expect(small.answer('lookup q:=24810000000@yuan').kind).toBe('nothing')
  })
})

describe('words that no name carries', () => {
  const base = smallBase([
    fact('news/a', HEFEI, 'economy', 'recognition', '2023', null, {
      statement: 'Hefei was named a gigabit city.',
      statementZh: '合肥获评千兆城市。',
    }),
  ])
  test.each(['gigabit', 'gigabit,city', '千兆'])('%s must be in the fact', (words) => {
    expect(first(`lookup r:340100 w:${words}`, base)).toBe('news/a')
  })

  test.each(['terabit', 'gigabit,tea', '兆兆', '__proto__', 'constructor'])('%s is not', (words) => {
    expect(expectKind(base.answer(`lookup r:340100 w:${words}`), 'nothing').missing).toContain('words')
  })
})

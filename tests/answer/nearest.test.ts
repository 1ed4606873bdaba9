import { describe, expect, test } from 'vitest'
import { expectKind, FACTS, fact, SUZHOU, SUZHOU_IN_JIANGSU, smallBase } from './small-base.ts'

const small = smallBase()
const nothing = (line: string) => expectKind(small.answer(line), 'nothing')

describe('what is missing is named', () => {
  test.each([
    ['region', 'lookup r:341300 i:offshore-wind n:investment p:2023'],
    ['industry', 'lookup r:370500 i:photovoltaics n:investment p:2023'],
    ['indicator', 'lookup r:370500 n:exports'],
    ['period', 'lookup r:370500 i:offshore-wind n:investment p:2019'],
    ['unit', 'lookup r:370500 i:offshore-wind n:investment p:2023 u:usd'],
    ['organisation', 'lookup r:340100 o:xpeng n:investment'],
    ['status', 'lookup r:370200 i:offshore-wind n:investment p:2023 s:planned'],
    ['words', 'lookup r:370500 i:offshore-wind n:investment p:2023 w:blorp'],
    ['amount', 'lookup r:370500 i:offshore-wind n:investment p:2023 q:=5@yuan'],
    ['level', 'list level:county n:gdp p:2023'],
  ])('%s: %s', (dimension, line) => {
    expect(nothing(line).missing).toEqual([dimension])
  })

  test('both, where no fact agrees with either', () => {
    expect(nothing('lookup r:341300 i:offshore-wind n:investment p:2019').missing).toEqual(
      expect.arrayContaining(['period', 'region']),
    )
  })

  test('all of it, where nothing is near', () => {
    expect(nothing('lookup r:650000 i:software n:exports p:1999').missing).toEqual(
      expect.arrayContaining(['region', 'period', 'indicator']),
    )
  })
})

describe('the nearest facts', () => {
  test('differ in what they say they differ in, and in nothing else', () => {
    const { nearest } = nothing('lookup r:370500 i:offshore-wind n:investment p:2019')
    expect(nearest.length).toBeGreaterThan(0)
    for (const { fact: near, differs } of nearest) {
      expect(differs).toEqual(['period'])
      expect(near).toMatchObject({ region: '370500', industry: 'offshore-wind', indicator: 'investment' })
    }
  })

  test('are a handful, each once, and none of them is the answer', () => {
    const answer = nothing('lookup r:341300 n:exports p:2023')
    const ids = answer.nearest.map(({ fact: near }) => near.id)
    expect(ids.length).toBeLessThanOrEqual(5)
    expect(new Set(ids).size).toBe(ids.length)
    expect(answer.facts).toEqual([])
    expect(answer.derived).toEqual([])
  })

  test('of an empty base are none', () => {
    const answer = smallBase([]).answer('lookup r:370500 n:gdp')
    expect(expectKind(answer, 'nothing').nearest).toEqual([])
  })

  test('what nobody can say is refused, whatever is known', () => {
    const answer = small.ask('should I invest in Dongying offshore wind?')
    expect(answer.kind).toBe('nothing')
    expect(answer.understanding.beyond).toBe('advice')
  })
})

describe('asked back', () => {
  test('a place is never guessed', () => {
    const answer = expectKind(small.answer('lookup n:gdp p:2023'), 'unclear')
    expect(answer.about).toBe('region')
    const places = answer.choices.map(({ query }) => query.regions[0])
    expect(new Set(places).size).toBe(places.length)
    expect(places).toContain('370000')
  })

  test('which of several figures', () => {
    const answer = expectKind(small.answer('lookup r:370500 n:investment p:2023'), 'unclear')
    expect(answer.about).toBe('indicator')
    expect(answer.choices.map(({ query }) => query.industries[0]).sort()).toEqual([
      'chemicals',
      'offshore-wind',
    ])
  })

  test.each(['lookup n:gdp p:2023', 'lookup r:370500 n:investment', 'lookup i:offshore-wind n:investment'])(
    'each choice leads to an answer about its place: %s',
    (line) => {
      const answer = expectKind(small.answer(line), 'unclear')
      const buttons = small.reply(answer).parts.flatMap((part) => (part.kind === 'buttons' ? part.items : []))
      expect(buttons).toHaveLength(answer.choices.length)
      for (const [i, { query }] of buttons.entries()) {
        const chosen = expectKind(small.answer(query), 'found')
        expect(chosen.facts[0]!.region).toBe(answer.choices[i]!.query.regions[0])
      }
    },
  )

  // the newest match is offered, and the choice is pinned to its period
  test('a choice leads to the whole year where there is one', () => {
    const { choices } = expectKind(small.answer('lookup r:370500 n:investment'), 'unclear')
    expect(choices.map(({ fact: of }) => of?.id)).not.toContain('news/wind-2024-part')
  })

  test('one place only: no question', () => {
    const base = smallBase(FACTS.filter(({ region }) => region === '370500'))
    expect(base.answer('lookup i:offshore-wind n:investment').kind).toBe('found')
  })

  test('the other place of one name, where only that has the figure', () => {
    const answer = expectKind(small.ask('Suzhou exports'), 'nothing')
    expect(answer.understanding.choices.length).toBe(1)
  })

  // the likeliest is answered, the other not even named
  test('which of two places of one name, where both have the figure', () => {
    const base = smallBase([
      fact('news/a', SUZHOU, 'economy', 'gdp', '2023', '0.2 trillion yuan'),
      fact('news/b', SUZHOU_IN_JIANGSU, 'economy', 'gdp', '2023', '2.4 trillion yuan'),
    ])
    const answer = base.ask('Suzhou GDP 2023')
    const said = base.reply(answer).plain
    expect(answer.kind === 'unclear' || (said.includes('Anhui') && said.includes('Jiangsu'))).toBe(true)
  })

  test('a place of two that has the figure alone is told with its province', () => {
    const said = small.reply(small.ask('Suzhou GDP 2023')).plain
    expect(said).toContain('Anhui')
  })

  test('neither where the words tell them apart', () => {
    const base = smallBase([
      fact('news/a', SUZHOU, 'economy', 'gdp', '2023', '0.2 trillion yuan'),
      fact('news/b', SUZHOU_IN_JIANGSU, 'economy', 'gdp', '2023', '2.4 trillion yuan'),
    ])
    expect(base.ask('苏州2023年GDP').facts.map(({ id }) => id)).toEqual(['news/b'])
    expect(base.ask('宿州2023年GDP').facts.map(({ id }) => id)).toEqual(['news/a'])
    expect(base.ask('GDP of Suzhou in Anhui 2023').facts.map(({ id }) => id)).toEqual(['news/a'])
  })
})

describe('what agrees and is still no answer', () => {
  const missingOf = (...facts: Parameters<typeof fact>[]): readonly string[] =>
    expectKind(smallBase(facts.map((one) => fact(...one))).ask('Hefei exports growth 2023'), 'nothing')
      .missing

  test('one industry is not the economy', () => {
    expect(missingOf(['news/x', '340100', 'automobiles', 'exports.growth', '2023', '7 percent'])).toEqual([
      'industry',
    ])
  })

  test('nor are some goods all of them', () => {
    const subject = { en: '"new three"', zh: '“新三样”' }
    expect(
      missingOf(['news/x', '340100', 'economy', 'exports.growth', '2023', '7 percent', { subject }]),
    ).toEqual(['industry'])
  })
})

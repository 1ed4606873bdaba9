import { describe, expect, it } from 'vitest'
import { loadAll, noonOf, TODAY } from '../corpus/corpus.ts'

const engine = loadAll()
const ask = (text: string) => {
  const answer = engine.answer(engine.read(text, { now: noonOf(TODAY) }))
  return { answer, said: engine.reply(answer, answer.understanding.locale).plain }
}

describe('the share of a branch in the industry it belongs to', () => {
  it('is worked out of two figures of one place and time, and says so with its arithmetic', () => {
    const { answer, said } = ask('NEV share of car output in Anhui 2023')
    const [derived] = answer.derived
    expect(derived).toMatchObject({ kind: 'share', unit: 'percent', terms: [868_000, '/', 2_491_000] })
    expect(derived!.value).toBeCloseTo((868_000 / 2_491_000) * 100, 6)
    expect(said).toContain('About 34.85 percent, derived: 868,000 vehicles / 2.491 million vehicles')
    expect(ask('安徽2023年新能源汽车占汽车产量的比重').said).toContain('推算')
  })

  it('takes the newest time for which both are known', () => {
    expect(ask('Beijing NEV share of automobile output').answer.derived[0]?.terms).toEqual([
      624_000,
      '/',
      1_340_000,
    ])
  })

  it.each([
    ['one of the two is not known', 'Anhui NEV share of car output 2021'],
    ['the one is no part of the other', 'Anhui car share of wind power output 2023'],
    ['places differ', 'Hefei NEV share of car output 2023'],
  ])('is not, where %s', (_, question) => {
    const { answer } = ask(question)
    expect(answer.derived).toEqual([])
    expect(answer.kind).toBe('nothing')
  })
})

/** Sides that are told apart by their time, their status, or as what goes out and what comes in. */
import { expect, test } from 'vitest'
import { loadAll, noonOf, outcomeOf, TODAY } from '../corpus/corpus.ts'

const engine = loadAll()
const answerTo = (text: string) => engine.answer(engine.read(text, { now: noonOf(TODAY) }))
const plainOf = (text: string) => engine.reply(answerTo(text), 'en').plain

test.each([
  ['GDP of Jinan in 2021 and Heze in 2022', ['jinan-2022-10-20/gdp-2021', 'heze-2023-01-17/gdp-2022']],
  ['济南2021年和菏泽2022年GDP', ['jinan-2022-10-20/gdp-2021', 'heze-2023-01-17/gdp-2022']],
  [
    'R&D spending as a percentage of GDP: Jiangsu in 2023, Binzhou in 2022, and the target of Changzhou for 2025',
    [
      'jiangsu-2024-01-23/rd-spending-share-gdp-2023',
      'binzhou-2022-2/rd-spending-share-gdp-2022',
      'china-localities-2024/changzhou-rd-share',
    ],
  ],
])('%s: each place of its own time', async (text, facts) => {
  expect((await outcomeOf(engine, text)).ids).toEqual(facts)
})

test('a place without a fact of its own time is named, and no other time stands in', () => {
  const answer = answerTo('GDP of Heze in 2022 and Dongguan in 2019')
  expect(answer).toMatchObject({ kind: 'comparison', missing: ['region:441900'], winner: null })
})

test('target and result stand side by side, and neither is called the higher', () => {
  const answer = answerTo('Qingdao GDP growth 2019 target vs actual')
  expect(answer.facts.map(({ status }) => status)).toEqual(['target', 'actual'])
  expect(answer).toMatchObject({ kind: 'comparison', winner: null, comparable: false })
})

test('a target that is not known is said to be missing', () => {
  expect(plainOf('Qingdao GDP growth 2022 target vs actual')).toContain('No such fact for target.')
})

test('exports less imports: the difference with its arithmetic', () => {
  expect(plainOf('Shandong Q1 2024 exports minus imports')).toMatch(
    /The difference is 171\.18 billion yuan, derived: /,
  )
})

test('"which cities make it" begins with a fact of each', async () => {
  const { ids } = await outcomeOf(engine, 'What Shandong cities have lithium battery figures?')
  const places = ids.map((id) => engine.base.byId(id)?.region)
  expect(new Set(places.slice(0, 4))).toEqual(new Set(['370400', '370500', '370200', '370800']))
})

/** Of a year asked for, what was counted in each of its months is told, and years that follow a trend stay years. */
import { expect, test } from 'vitest'
import { loadAll, outcomeOf } from '../corpus/corpus.ts'

const engine = loadAll()

test.each([
  '枣庄2023年锂电企业有几家',
  'how many lithium battery enterprises in Zaozhuang in 2023',
  'Zaozhuang number of lithium battery firms 2023',
])('%s: the counts of all months', async (text) => {
  const { ids } = await outcomeOf(engine, text)
  expect(ids).toEqual([
    'zaozhuang-2023-07-21/lithium-batteries-enterprises-2023-07',
    'zaozhuang-2023-06-25/lithium-batteries-enterprises-2023-06',
    'zaozhuang-2023-05-13/lithium-batteries-enterprises-2023-05',
  ])
})

test('a month asked for has its own count alone', async () => {
  const { ids } = await outcomeOf(engine, 'Zaozhuang lithium battery enterprises as of June 2023')
  expect(ids).toEqual(['zaozhuang-2023-06-25/lithium-batteries-enterprises-2023-06'])
})

test('"for those years" after a line of years is a line of years', async () => {
  const { kind, ids } = await outcomeOf(
    engine,
    "and the marine economy's share of the city's GDP for those years?",
    {
      after: ['Qingdao gross marine product since 2018'],
    },
  )
  expect(kind).toBe('trend')
  expect(ids).toHaveLength(3)
})

/** A statement says its fact's value, under a named form; a misread amount is found. */
import { describe, expect, test } from 'vitest'
import { isRefusal, readAmount } from '../../src/facts/amount.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { statementProblems } from '../../src/facts/statement-check.ts'
import { load, theVocabulary } from './fixtures.ts'

function wrong(value: string, statement: string, statementZh?: string): string[] {
  const quantity = readAmount(value, theVocabulary())
  if (isRefusal(quantity)) throw new Error(quantity.what)
  const fact: Fact = {
    ...{ id: 'a/b', region: '370500', industry: 'economy', indicator: 'gdp', period: null, status: 'actual' },
    ...{ organisations: [], inferred: [], source: 'a', quantity, statement },
    ...(statementZh === undefined ? {} : { statementZh }),
  }
  return statementProblems(fact, theVocabulary()).map(({ field, what }) => `${field}: ${what}`)
}

describe('a statement that says the value', () => {
  test.each([
    ['24.8 billion yuan', 'Dongying invested 24.8 billion yuan.', '2023年，东营投资248亿元。'],
    ['24.8 billion yuan', 'Dongying invested 24,800 million yuan.', '2023年，东营投资24800000000元。'],
    ['24.8 billion yuan', 'Dongying invested 24,800,000,000 yuan.', '东营投资0.0248万亿元。'],
    ['over 45,000 enterprises', 'More than 45,000 small enterprises are there.', '企业超过4.5万家。'],
    ['-2.1 percent', 'Imports fell 2.1 percent.', '进口额同比下降2.1%。'],
    ['3 percentage points', 'The share rose by three percentage points.', '比重提高三个百分点。'],
    ['20 million kilowatts', 'Capacity stood at 20 GW.', '装机2000万千瓦。'],
    ['15 projects', 'It signed 15 big projects.', '签约15个项目。'],
    ['122,000 base stations', 'It had 122,000 5G base stations.', '5G基站12.2万个。'],
    ['7 percent', 'GDP grew 7% in 2023.', '增长7%。'],
    ['28 billion yuan', 'The projects added up to 28 billion yuan.', '累计280亿元。'],
  ])('%s', (value, en, zh) => {
    expect(wrong(value, en, zh)).toEqual([])
  })
})

describe('a statement that does not', () => {
  const DOES_NOT = 'statement: the statement does not say the value'
  test.each([
    ['24.8 yuan', 'Dongying invested 24.8 billion yuan.', DOES_NOT],
    ['24.8 million yuan', 'Dongying invested 24.8 billion yuan.', DOES_NOT],
    ['24.8 billion yuan', 'Dongying invested in wind power.', DOES_NOT],
    ['25 billion yuan', 'Dongying invested 24.8 billion yuan.', DOES_NOT],
    ['2023 percent', 'GDP grew in 2023.', DOES_NOT],
    ['3 percentage points', 'Three cities grew.', DOES_NOT],
    ['7 percent', 'GDP grew 7 percentage points.', 'statement: the statement says the value in another unit'],
    [
      '24.8 billion yuan',
      'It cost $24.8 billion.',
      'statement: the statement says the value in another unit',
    ],
    [
      '45,000 enterprises',
      'More than 45,000 enterprises.',
      "statement: the statement says 'over' where the value says 'exact'",
    ],
    [
      'over 45,000 enterprises',
      'It has 45,000 enterprises.',
      "statement: the statement says 'exact' where the value says 'over'",
    ],
    [
      '-2.1 percent',
      'Imports moved 2.1 percent.',
      'statement: the value is below zero and the statement does not say so',
    ],
  ])('%s: %s', (value, en, what) => {
    expect(wrong(value, en)).toEqual([what])
  })

  test('in Chinese alone', () => {
    expect(wrong('24.8 billion yuan', '24.8 billion yuan.', '东营投资248万元。')).toEqual([
      'statementZh: the statement does not say the value',
    ])
  })
})

test('every statement of the repository says its value', () => {
  const { all } = load('data/facts')
  const wrong = all.flatMap((fact) =>
    statementProblems(fact, theVocabulary()).map(({ what }) => `${fact.id}: ${what}`),
  )
  expect(wrong).toEqual([])
})

test('every misread scale of the repository would be found', () => {
  const { all } = load('data/facts')
  const missed = all.flatMap((fact) => {
    const { quantity } = fact
    if (quantity === undefined) return []
    return [1e-9, 1e-8, 1e-6, 1e-4, 0.1, 10, 100, 1e4]
      .filter(
        (times) =>
          statementProblems(
            { ...fact, quantity: { ...quantity, value: quantity.value * times } },
            theVocabulary(),
          ).length === 0,
      )
      .map((times) => `${fact.id} x ${times}`)
  })
  expect(missed).toEqual([])
})

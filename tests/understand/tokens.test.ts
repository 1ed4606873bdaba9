import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/base/folding.ts'
import { looseStem, stem, tokenize } from '../../src/understand/tokens.ts'

const keys = (text: string) => tokenize(fold(text)).map(({ key }) => key)
const kinds = (text: string) => tokenize(fold(text)).map(({ kind, text: of }) => `${kind}:${of}`)

describe('a text is cut into words, characters, numbers and marks', () => {
  test.each<[string, string[]]>([
    ['Dongying offshore wind', ['dongying', 'offshore', 'wind']],
    ['high-tech', ['high', 'tech']],
    ['High–Tech', ['high', 'tech']],
    ["Xi'an", ['xian']],
    ['Xi’an', ['xian']],
    ["Dongying's plans", ['dongying', 'plan']],
    ['R&D', ['r&d']],
    ['Lüliang', ['lüliang']],
    ['5G base stations', ['5g', 'base', 'station']],
    ['东营GDP', ['东', '营', 'gdp']],
    ['', []],
    ['   ', []],
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expected)
  })

  test.each<[string, string[]]>([
    ['24.8bn', ['number:24.8', 'word:bn']],
    ['24.8 billion', ['number:24.8', 'word:billion']],
    ['1,234,567 yuan', ['number:1,234,567', 'word:yuan']],
    ['1,2', ['number:1', 'mark:,', 'number:2']],
    ['２４．８％', ['number:24.8', 'mark:%']],
    ['$14.15bn', ['mark:$', 'number:14.15', 'word:bn']],
    ['248亿元', ['number:248', 'han:亿', 'han:元']],
    ['2023-2024', ['number:2023', 'mark:-', 'number:2024']],
    ['500mw', ['number:500', 'word:mw']],
    ['6g', ['word:6g']],
  ])('numbers and what is written onto them: %s', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  test('each token says where it stood', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (typed) => {
        const text = fold(typed)
        let last = 0
        for (const { start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })

  test('no more than asked for, however long the text is', () => {
    expect(tokenize('a '.repeat(50_000), 40)).toHaveLength(40)
    expect(tokenize('中'.repeat(50_000), 40)).toHaveLength(40)
  })
})

describe('plurals meet their singular, other words stay what they are', () => {
  test.each([
    ['projects', 'project'],
    ['companies', 'company'],
    ['industries', 'industry'],
    ['taxes', 'tax'],
    ['batteries', 'battery'],
    ['gas', 'gas'],
    ['business', 'business'],
    ['status', 'status'],
    ['analysis', 'analysis'],
    ['bus', 'bus'],
    ['yes', 'yes'],
  ])('%s -> %s', (word, expected) => {
    expect(stem(word)).toBe(expected)
  })

  test('a plural and its singular have one key', () => {
    for (const [one, many] of [
      ['city', 'cities'],
      ['park', 'parks'],
      ['branch', 'branches'],
      ['bank', 'banks'],
      ['tax', 'taxes'],
    ] as const)
      expect(stem(many), many).toBe(stem(one))
  })

  test('the loose stem also drops the endings of verbs', () => {
    const loose = ['doubled', 'doubling', 'doubles', 'double'].map(looseStem)
    expect(new Set(loose).size).toBe(1)
    expect(looseStem('bring')).toBe(looseStem('bring'))
    expect(looseStem('red')).toBe('red')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/base/folding.ts'
import { RULES } from '../../src/understand/period-rules.ts'
import { periodAt } from '../../src/understand/periods.ts'
import '../../src/understand/reader.ts'
import { said } from '../../src/understand/said.ts'
import { isHeard, PATTERNS, signal } from '../../src/understand/signals.ts'
import { answers, meanings, refusals } from '../corpus/corpus.ts'

const NOW = new Date(2026, 10, 22)
const QUESTIONS = [
  ...meanings().flatMap(({ after, says, weak }) => [...after, ...says, ...weak]),
  ...[...refusals(), ...answers()].flatMap(({ after, asks, weak }) => [...after, ...asks, ...weak]),
].map(fold)

describe('a pattern matches only where one of its words is heard', () => {
  test.each(
    PATTERNS.map(({ pattern, signal: own }) => [String(pattern).slice(0, 80), pattern, own] as const),
  )('%s', (_source, pattern, own) => {
    const matches = (text: string) => {
      pattern.lastIndex = 0
      return pattern.test(text)
    }
    const deaf = (text: string) => matches(text) && !isHeard(own, said(text).signals)
    expect(QUESTIONS.filter(deaf)).toEqual([])
    const made = fc.sample(fc.stringMatching(withoutAssertions(pattern)), { numRuns: 300, seed: 1 })
    const texts = made.flatMap((text) => [fold(text), fold(`GDP ${text} of`)])
    expect(texts.filter(deaf)).toEqual([])
    // a pattern that no text was found for would pass by itself
    expect(texts.filter(matches).length + QUESTIONS.filter(matches).length).toBeGreaterThan(0)
  })
})

describe('a rule for periods applies only where what it needs is heard', () => {
  test('in the questions of the corpus', () => {
    for (const text of QUESTIONS)
      expect([text, ...periodsOf(text)]).toEqual([text, ...periodsOf(text, RULES)])
  })

  test.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (_name, { pattern }) => {
    const made = fc.sample(fc.stringMatching(withoutAssertions(pattern)), { numRuns: 300, seed: 1 })
    for (const text of made.map(fold))
      expect([text, ...periodsOf(text)]).toEqual([text, ...periodsOf(text, RULES)])
  })
})

test('a signal made after a text was read would never be heard', () => {
  expect(said('gdp of dongying').tokens).toHaveLength(3)
  expect(() => signal('late')).toThrow('after the first text was read')
})

/** A blank behind a year belongs to the Chinese rule's words and not to the others'. */
const periodsOf = (text: string, rules?: typeof RULES) =>
  said(text).tokens.map(({ start }) => {
    const read = periodAt(text, start, NOW, rules)
    return read && { period: read.period, since: read.since, words: text.slice(start, read.end).trimEnd() }
  })

/** What stands at an edge or beside something cannot be made up; whether a text has it, the pattern itself tells. */
function withoutAssertions(pattern: RegExp): RegExp {
  let source = pattern.source
    .replaceAll('\\b', '')
    .replaceAll('^', (_, at: number, all: string) => (all[at - 1] === '[' || all[at - 1] === '\\' ? '^' : ''))
  source = source.replace(/\$(?=$|[)|])/g, '')
  for (let from = source.search(/\(\?<?[!=]/); from >= 0; from = source.search(/\(\?<?[!=]/)) {
    let end = from
    let depth = 0
    do {
      if (source[end] === '\\') end++
      else if (source[end] === '[') end = source.indexOf(']', end)
      else if (source[end] === '(') depth++
      else if (source[end] === ')') depth--
      end++
    } while (depth > 0)
    source = source.slice(0, from) + source.slice(end)
  }
  return new RegExp(
    source.replaceAll('.{', '[a-z ]{').replaceAll('\\S{', '[a-z]{').replaceAll('\\p{Script=Han}', '[的中]'),
    pattern.flags.replace(/[gy]/g, ''),
  )
}

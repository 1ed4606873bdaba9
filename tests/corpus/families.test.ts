/**
 * Every fact is asked for in many ways and must come first; asked for with one thing changed to what nobody knows, it
 * must be refused. What still goes wrong is listed in families-weak.yaml, by cause; the list may only become shorter.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { OTHER_EN } from '../../src/understand/language/other-en.ts'
import { Lexicon } from '../../src/understand/lexicon.ts'
import { lineOf, loadAll, noonOf, TODAY } from './corpus.ts'
import { comesFirst, questionOf, WAYS } from './families.ts'
import { ABSENT_WAYS, absences, CHANGES, isRefused } from './families-absent.ts'
import { factsOf, partsOf } from './families-words.ts'

const engine = loadAll()
const facts = factsOf(engine.base)
const taken = partsOf(engine.vocabulary)
const parts = facts.map(taken)
const now = noonOf(TODAY)
/** Words that no slip may make. */
const known = new Set([...new Lexicon(engine.vocabulary).words.keys(), ...OTHER_EN])

describe('every fact, asked for in many ways, comes first', () => {
  let asked = 0
  let missed = 0
  it.each(WAYS)(
    '%s',
    (way) => {
      const misses: Miss[] = []
      for (const one of parts) {
        const question = questionOf(one, way, known)
        if (question === null) continue
        asked++
        const { answer, line } = answerTo(question)
        if (comesFirst(one.fact, way, answer)) continue
        misses.push({ id: one.fact.id, what: `"${question}", read as ${line}: ${outcomeOf(answer)}` })
      }
      missed += misses.length
      expectListed(misses, listed('asked', way))
    },
    A_MINUTE,
  )

  it('at least 99 in 100', () => {
    expect(asked).toBeGreaterThan(12 * facts.length)
    expect(missed / asked).toBeLessThanOrEqual(0.01)
  })
})

describe('every fact, asked for with one thing changed to what nobody knows, is refused', () => {
  const changed = absences(engine.vocabulary, facts)
  let asked = 0
  let answered = 0
  for (const change of CHANGES) {
    it.each(ABSENT_WAYS)(
      `${change} %s`,
      (way) => {
        const misses: Miss[] = []
        for (const one of parts) {
          const other = changed(one, change)
          const question = other === null ? null : questionOf(other, way, known)
          if (question === null) continue
          asked++
          const { answer, line } = answerTo(question)
          if (isRefused(one.fact, answer)) continue
          misses.push({ id: one.fact.id, what: `"${question}", read as ${line}: ${outcomeOf(answer)}` })
        }
        answered += misses.length
        expectListed(misses, listed('changed', `${change} ${way}`))
      },
      A_MINUTE,
    )
  }

  it('at least 995 in 1000', () => {
    expect(asked).toBeGreaterThan(20 * facts.length)
    expect(answered / asked).toBeLessThanOrEqual(0.005)
  })
})

describe('the list of what goes wrong', () => {
  it('names facts and ways that exist, each once', () => {
    const ids = new Set(facts.map(({ id }) => id))
    const ways = new Set<string>([
      ...WAYS,
      ...CHANGES.flatMap((change) => ABSENT_WAYS.map((way) => `${change} ${way}`)),
    ])
    const entries = WEAK.flatMap(({ asked = {}, changed = {} }) =>
      Object.entries({ ...asked, ...changed }).flatMap(([way, list]) => list.map((id) => ({ way, id }))),
    )
    expect(entries.filter(({ way, id }) => !ids.has(id) || !ways.has(way))).toEqual([])
    const lines = entries.map(({ way, id }) => `${way}: ${id}`)
    expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([])
  })
})

/** Each of these asks a thousand questions. */
const A_MINUTE = 60_000

interface Miss {
  id: string
  what: string
}

function expectListed(misses: readonly Miss[], known: ReadonlySet<string>): void {
  expect(
    misses.filter(({ id }) => !known.has(id)).map(({ id, what }) => `${id}: ${what}`),
    'went right before',
  ).toEqual([])
  const ids = new Set(misses.map(({ id }) => id))
  expect(
    [...known].filter((id) => !ids.has(id)),
    'goes right now: take it out of tests/corpus/families-weak.yaml',
  ).toEqual([])
}

function answerTo(question: string) {
  const understanding = engine.read(question, { now })
  const answer = engine.answer(understanding)
  // written out in both languages: the number lock throws where a reply would say what the answer does not hold
  for (const locale of ['en', 'zh'] as const) engine.reply(answer, locale)
  return { answer, line: lineOf(understanding) }
}

const outcomeOf = ({ kind, facts }: ReturnType<typeof engine.answer>): string =>
  `${kind} ${facts
    .slice(0, 3)
    .map(({ id }) => id)
    .join(', ')}`

const Weakness = z.strictObject({
  cause: z.string().min(1),
  /** Way -> facts that do not come first. */
  asked: z.record(z.string(), z.array(z.string())).optional(),
  /** What was changed, and the way of asking -> facts that were answered with. */
  changed: z.record(z.string(), z.array(z.string())).optional(),
})
const WEAK = z
  .array(Weakness)
  .parse(parse(readFileSync(new URL('families-weak.yaml', import.meta.url), 'utf8')) ?? [])

function listed(kind: 'asked' | 'changed', way: string): Set<string> {
  return new Set(WEAK.flatMap((weakness) => weakness[kind]?.[way] ?? []))
}

/** The bench measures what it says: the same facts for the same seed, and questions whose answers are right. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Facts, gridOf, idOf, lineOf, makeFacts, randomOf, writeFacts } from '../../bench/generate.ts'
import { KINDS, makeQuestions } from '../../bench/questions-set.ts'
import { silentLog } from '../../src/base/log.ts'
import { createEngine } from '../../src/bot/engine.ts'
import { tempDir, theVocabulary } from '../facts/fixtures.ts'

const SEED = 7
const made = (size: number, seed = SEED): Facts => makeFacts(gridOf(theVocabulary()), size, seed)
const idsOf = ({ size, cell }: Facts): string[] => Array.from({ length: size }, (_, at) => idOf(cell(at)))

describe('made facts', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(idsOf(made(200))).toEqual(idsOf(made(200)))
    expect(idsOf(made(200))).not.toEqual(idsOf(made(200, SEED + 1)))
    const line = () => lineOf(made(1).cell(0), randomOf(SEED))
    expect(line()).toBe(line())
  })

  test('are all different, and a smaller base is the beginning of a larger one', () => {
    const ids = idsOf(made(5000))
    expect(new Set(ids).size).toBe(5000)
    expect(ids.slice(0, 1000)).toEqual(idsOf(made(1000)))
  })

  test('spread over places, industries, indicators and years that the vocabulary has', () => {
    const { regions, industries, indicators, years } = gridOf(theVocabulary())
    expect([regions.length, industries.length, indicators.length, years.length]).toEqual([367, 60, 40, 16])
    expect([...regions, ...industries, ...indicators].every((it) => it !== undefined)).toBe(true)
    const facts = made(5000)
    const seen = new Set(Array.from({ length: facts.size }, (_, at) => facts.cell(at).region.code))
    expect(seen.size).toBe(367)
  })

  test('no more than the grid holds', () => {
    expect(() => made(20_000_000)).toThrow(/there are 14092800 facts to be made/)
  })
})

describe('questions about made facts', () => {
  const facts = made(1000)

  test('are the same for the same seed, as many of each kind', () => {
    const questions = makeQuestions(facts, theVocabulary(), 20, SEED)
    expect(makeQuestions(facts, theVocabulary(), 20, SEED)).toEqual(questions)
    for (const kind of KINDS) expect(questions.filter((it) => it.kind === kind)).toHaveLength(20)
  })

  test('name a fact that is there, or none', () => {
    const ids = new Set(idsOf(facts))
    for (const { kind, expected } of makeQuestions(facts, theVocabulary(), 20, SEED)) {
      if (kind === 'unanswerable') expect(expected).toBeNull()
      else expect(ids).toContain(expected)
    }
  })

  test('are answered with that fact', () => {
    const factsFile = join(tempDir(), 'facts.jsonl')
    expect(writeFacts(factsFile, facts, SEED)).toBe(readFileSync(factsFile).length)
    const engine = createEngine({ data: 'data', factsFile, log: silentLog })
    expect(engine.problems).toEqual([])
    for (const { kind, text, expected } of makeQuestions(facts, theVocabulary(), 4, SEED)) {
      if (kind === 'typo') continue
      const understanding = engine.read(text, { now: new Date(Date.UTC(2024, 5, 1)) })
      const { kind: answered, facts: given } = engine.answer(understanding)
      const id = answered === 'nothing' || answered === 'unclear' ? null : given[0]?.id
      expect(id, text).toBe(expected)
    }
  })
})

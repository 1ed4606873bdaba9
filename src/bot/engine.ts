/** Everything that turns a question into a reply, behind one face: the facts, the reader, the answerer, the writer. */
import { join } from 'node:path'
import type { Answer } from '../answer/answer.ts'
import { Answerer } from '../answer/answerer.ts'
import type { Log } from '../base/log.ts'
import type { Reply } from '../chat/reply.ts'
import { FactBase } from '../facts/base.ts'
import type { Fact } from '../facts/fact.ts'
import { readFlat } from '../facts/interchange.ts'
import { loadFacts, type Problem } from '../facts/load.ts'
import type { Query } from '../facts/query.ts'
import { loadVocabulary, type Vocabulary } from '../facts/vocabulary.ts'
import type { Completes, Completion } from '../understand/completion.ts'
import { Reader } from '../understand/reader.ts'
import { type Locale, type Memory, type Understanding, understandingOf } from '../understand/understanding.ts'
import { Writer } from '../wording/reply.ts'
import type { Status } from './tools.ts'

export interface Engine {
  read(text: string, how: { now: Date; locale?: Locale; memory?: Memory }): Understanding
  /** A query that came without words, from a button or a command. */
  understandingOf(query: Query, locale: Locale): Understanding
  answer(understanding: Understanding): Answer
  /** Every fact that agrees with a query, best first: what a digest is about. */
  agreeing(query: Query): Fact[]
  reply(answer: Answer, locale: Locale): Reply
  complete(kind: Completes, prefix: string, limit: number): Completion[]
  vocabulary: Vocabulary
  base: FactBase
  newestSourceDate: string | null
  /** What is wrong in the data; the facts concerned were left out. */
  problems: readonly Problem[]
  counts(): Omit<Status, 'since'>
}

export interface EngineOptions {
  /** The folder that holds vocabulary/ and facts/. */
  data: string
  /** A file in the interchange format to answer from instead of facts/. */
  factsFile?: string
  /** Answer from these articles alone. */
  only?: readonly string[]
  log: Log
}

export function createEngine({ data, factsFile, only, log }: EngineOptions): Engine {
  const vocabulary = loadVocabulary(join(data, 'vocabulary'))
  const base = new FactBase()
  const sink = base.add.bind(base)
  const { problems } =
    factsFile === undefined
      ? loadFacts(join(data, 'facts'), vocabulary, only === undefined ? {} : { only }, sink)
      : readFlat(factsFile, vocabulary, sink)
  base.freeze()
  for (const { file, line, fact, field, what } of problems.slice(0, TOLD))
    log.warn({ file, line, fact, field, what }, 'left out')
  if (problems.length > TOLD)
    log.warn({ more: problems.length - TOLD }, 'left out; npm run facts -- check lists all')

  const reader = new Reader(vocabulary, base)
  const answerer = new Answerer(reader)
  const writer = new Writer(vocabulary, base)
  const newestSourceDate = newest(base)
  return {
    read: (text, how) => reader.read(text, how),
    understandingOf,
    answer: (understanding) => answerer.answer(understanding),
    agreeing: (query) => answerer.agreeing(query),
    reply: (answer, locale) => writer.reply(answer, locale),
    complete: (kind, prefix, limit) => reader.complete(kind, prefix, limit),
    vocabulary,
    base,
    newestSourceDate,
    problems,
    counts: () => ({
      facts: base.size,
      regions: base.regions.size,
      sources: base.sources.size,
      newest: newestSourceDate,
      problems: problems.length,
    }),
  }
}

const TOLD = 5

/** Dates are ISO texts, so the later one is the greater one. */
function newest(base: FactBase): string | null {
  let last: string | null = null
  for (const { date } of base.sources.values())
    if (date !== null && (last === null || date > last)) last = date
  return last
}

/**
 * The corpus: what people ask, and what it means. `*.yaml` holds one meaning and its many wordings per entry,
 * `refuses-*.yaml` questions that no fact answers, `answers-*.yaml` questions and the fact that must come first.
 * What the bot cannot do yet stands under `weak:` beside what it can, and in `weak.yaml` with its cause.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Answer } from '../../src/answer/answer.ts'
import { silentLog } from '../../src/base/log.ts'
import { createEngine, type Engine } from '../../src/bot/engine.ts'
import { formatQuery } from '../../src/facts/query.ts'
import type { Understanding } from '../../src/understand/understanding.ts'
import { roomOf } from '../talks/person.ts'

/** The asker's day wherever an entry names no other. */
export const TODAY = '2026-11-22'

const wordings = z.array(z.string()).default([])
const line = z.string().min(1)

const Meaning = z.strictObject({
  /** The query line all wordings are read as, or 'talk:greeting' and its like. */
  means: line,
  /** A second line that is as good. */
  or: line.optional(),
  /** Said before, in this order: then the wording is a follow-up. */
  after: z.array(line).default([]),
  now: z.iso.date().default(TODAY),
  says: wordings,
  weak: wordings,
})
const Refusal = z.strictObject({
  /** What is wrong with these questions. */
  because: line,
  /** Asked of the five articles the project began with, instead of all facts. */
  only: z.literal('five').optional(),
  /** Said before, in this order. */
  after: z.array(line).default([]),
  /** 'unclear' where the bot may ask back. */
  answer: z.enum(['nothing', 'unclear']).default('nothing'),
  asks: wordings,
  weak: wordings,
})
const Answered = z.strictObject({
  /** The fact that must come first: one of these. */
  first: z.union([line.transform((id) => [id]), z.array(line)]),
  /** Said before, in this order. */
  after: z.array(line).default([]),
  asks: wordings,
  weak: wordings,
})
const Weakness = z.strictObject({
  cause: line,
  /** File (without .yaml) -> the wordings in it that fail for this cause. */
  wordings: z.record(z.string(), z.array(line)),
})

type In<T> = T & { file: string }
export type Meaning = In<z.infer<typeof Meaning>>
export type Refusal = In<z.infer<typeof Refusal>>
export type Answered = In<z.infer<typeof Answered>>

export const meanings = (): Meaning[] =>
  read(Meaning, (name) => !/^(?:refuses-|answers-|families-|weak$)/.test(name))
export const refusals = (): Refusal[] => read(Refusal, (name) => name.startsWith('refuses-'))
export const answers = (): Answered[] => read(Answered, (name) => name.startsWith('answers-'))

/** Every known weakness as 'file: wording', as weak.yaml lists them. */
export const listedWeaknesses = (): string[] =>
  read(Weakness, (name) => name === 'weak').flatMap(({ wordings }) =>
    Object.entries(wordings).flatMap(([file, list]) => list.map((wording) => `${file}: ${wording}`)),
  )

export const loadAll = (): Engine => createEngine({ data: DATA, log: silentLog })
export const loadFive = (): Engine => createEngine({ data: DATA, log: silentLog, only: FIVE })

/** What a text is taken for, as one line. */
export const lineOf = ({ query, talk }: Understanding): string =>
  query === null ? `talk:${talk}` : formatQuery(query)

export const noonOf = (day: string): Date => new Date(`${day}T12:00:00+08:00`)

export interface Outcome {
  /** What the text was taken for, as one line. */
  line: string
  /** The answer's kind, and the facts given as the answer, best first. */
  kind: string
  ids: string[]
}

/** What the bot makes of a text, after what was said before, on a day. */
export async function outcomeOf(
  engine: Engine,
  text: string,
  { after = [], now = TODAY }: { after?: readonly string[]; now?: string } = {},
): Promise<Outcome> {
  if (after.length === 0) {
    const understanding = engine.read(text, { now: noonOf(now) })
    const answer = engine.answer(understanding)
    // written out in both languages: the number lock throws where a reply would say what the answer does not hold
    for (const locale of ['en', 'zh'] as const) engine.reply(answer, locale)
    return outcome(understanding, answer)
  }
  const room = roomOf(engine, { now: `${now}T12:00:00+08:00` })
  const ann = room.person('Ann')
  for (const said of after) await ann.asks(said)
  await ann.asks(text)
  const { understanding, answer, reply } = room.last
  if (understanding === null || answer === null) return { line: reply.plain, kind: 'talk', ids: [] }
  return outcome(understanding, answer)
}

const outcome = (understanding: Understanding, { kind, facts }: Answer): Outcome => ({
  line: lineOf(understanding),
  kind,
  ids: facts.map(({ id }) => id),
})

function read<T extends z.ZodType>(shape: T, wanted: (name: string) => boolean): In<z.output<T>>[] {
  return readdirSync(HERE)
    .filter((name) => name.endsWith('.yaml') && wanted(name.replace('.yaml', '')))
    .sort()
    .flatMap((name) => {
      const entries = z.array(shape).safeParse(parse(readFileSync(new URL(name, HERE), 'utf8')))
      if (!entries.success) throw new Error(`tests/corpus/${name}: ${z.prettifyError(entries.error)}`)
      return entries.data.map(
        (entry) => ({ ...(entry as object), file: name.replace('.yaml', '') }) as In<z.output<T>>,
      )
    })
}

const HERE = new URL('./', import.meta.url)
const DATA = new URL('../../data', import.meta.url).pathname
const FIVE = [
  'dongying-2024-03-27',
  'qingdao-2020-04-08',
  'jining-2024-07-03',
  'shandong-2024-05-31',
  'china-localities-2024',
]

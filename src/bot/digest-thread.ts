/** Talk in a digest's thread: which of its numbered lines is meant, and what is asked of it. */
import type { Answer } from '../answer/answer.ts'
import type { FactBase } from '../facts/base.ts'
import type { Fact } from '../facts/fact.ts'
import { emptyQuery, parseQuery, type Query } from '../facts/query.ts'
import type { Locale, Understanding } from '../understand/understanding.ts'
import type { Remembered } from './conversation.ts'

export interface LineAsked {
  /** From 1. */
  line: number
  /** 'itself', 'source', or the question without the number: 'in 2022?'. */
  asks: 'itself' | 'source' | { rest: string }
}

/** '#2', '2', 'source of 2?', '第2条的来源', 'and line 2 in 2022?'. null: no line is meant. */
export function readLineAsked(text: string, most: number): LineAsked | null {
  const said = text.normalize('NFKC').trim()
  if (said.length > LONGEST) return null
  for (const { pattern, asks } of FORMS) {
    const match = pattern.exec(said)
    if (match === null) continue
    const line = Number(match[1])
    if (line < 1 || line > most) continue
    if (asks !== 'rest') return { line, asks }
    const rest = `${said.slice(0, match.index)} ${said.slice(match.index + match[0].length)}`.trim()
    return { line, asks: { rest } }
  }
  return null
}

/** In a digest's thread, what the digest said is what was said before. */
export function rememberedOf(
  said: { about: string; lines: readonly string[]; locale: Locale },
  base: FactBase,
): Remembered {
  const { lines, locale } = said
  const about = parseQuery(said.about)
  const first = lines.length === 0 ? undefined : base.byId(lines[0]!)
  // of an overview nothing can be carried over, so a follow-up leans on the first line
  const query = about?.intent === 'summary' && first !== undefined ? queryOfLine(first) : about
  return { query, offered: [], shown: lines, locale, lines }
}

/** The query that leads to one fact: all of its names, its period and its amount. */
export function queryOfLine({ region, industry, indicator, organisations, period, status }: Fact): Query {
  return {
    ...emptyQuery('lookup'),
    ...{ regions: [region], industries: [industry], indicators: [indicator], organisations },
    ...(period === null ? {} : { periods: [{ ...period, asOf: false }] }),
    ...(status === 'actual' ? {} : { status }),
  }
}

/** The very fact of the line, whatever else agrees with its names. */
export function lineItself(fact: Fact, understanding: Understanding, asks: 'itself' | 'source'): Answer {
  const query = queryOfLine(fact)
  const common = { understanding, facts: [fact], derived: [], caveats: [] }
  return asks === 'source'
    ? { kind: 'sources', ...common, query: { ...query, intent: 'sources' } }
    : { kind: 'found', ...common, query, series: [], others: [] }
}

const NUMBER = '(?:#|no\\.? ?|number |line |item |第)? ?(\\d{1,3}) ?(?:条|项)?'
const NAMED = '(?:#|\\bno\\.? ?|\\bnumber |\\bline |\\bitem |第) ?(\\d{1,3})(?!\\d) ?(?:条|项)?'
const FORMS: readonly { pattern: RegExp; asks: 'itself' | 'source' | 'rest' }[] = [
  { pattern: new RegExp(`^(?:and |what about |那)?${NUMBER} ?(?:呢)?[.?!。]?$`, 'i'), asks: 'itself' },
  {
    pattern: new RegExp(`^(?:what is |what's )?(?:the )?sources? (?:of|for|behind) ${NUMBER} ?[.?!]?$`, 'i'),
    asks: 'source',
  },
  {
    pattern: new RegExp(`^where (?:is|does|did|was) ${NUMBER} (?:come )?(?:taken )?from ?\\??$`, 'i'),
    asks: 'source',
  },
  {
    pattern: new RegExp(`^${NUMBER} ?的?(?:来源|出处)(?:是什么|是哪里|在哪里|在哪)?[?。]?$`, 'i'),
    asks: 'source',
  },
  { pattern: new RegExp(NAMED, 'i'), asks: 'rest' },
]
const LONGEST = 80

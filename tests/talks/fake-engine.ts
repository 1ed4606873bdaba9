/** An engine that knows no facts: it says what it was asked, so the path to it can be tested alone. */
import type { Answer } from '../../src/answer/answer.ts'
import type { Engine } from '../../src/bot/engine.ts'
import { replyOf } from '../../src/bot/reply.ts'
import type { Part } from '../../src/chat/reply.ts'
import { emptyQuery, formatQuery, type Query } from '../../src/facts/query.ts'
import { Vocabulary } from '../../src/facts/vocabulary.ts'
import type { Locale, Understanding } from '../../src/understand/understanding.ts'

const understood = (text: string, locale: Locale, query: Query | null): Understanding => ({
  ...{
    text,
    locale,
    query,
    links: [],
    light: [],
    unused: [],
    yesNo: false,
    unknown: [],
    choices: [],
    steps: [],
    carried: [],
  },
})

/**
 * 'Suzhou' offers two readings, 'and ...' goes on with the last query, 'hello' is small talk, 'forget' resets,
 * 'crash' is a bug; every other text becomes a lookup of its words.
 */
export function fakeEngine(): Engine {
  const read: Engine['read'] = (text, { locale = 'en', memory }) => {
    const language = /\p{Script=Han}/u.test(text) ? 'zh' : locale
    if (text === 'crash') throw new TypeError(`cannot read "${text}"`)
    if (text === 'hello') return { ...understood(text, language, null), talk: 'greeting' }
    if (text === 'forget') return { ...understood(text, language, null), talk: 'reset' }
    const before = text.startsWith('and ') ? (memory?.query?.words ?? []) : []
    return understood(text, language, { ...emptyQuery('lookup'), words: [...before, text] })
  }
  const answer = (understanding: Understanding): Answer => {
    const query = understanding.query ?? emptyQuery('lookup')
    return { kind: 'talk', query, understanding, facts: [], derived: [], caveats: [] }
  }
  const reply: Engine['reply'] = ({ query, understanding }, locale) => {
    const asked = understanding.query === null ? (understanding.talk ?? '') : formatQuery(query)
    const parts: Part[] = [{ kind: 'text', text: `${locale} ${asked}` }]
    if (understanding.text.includes('Suzhou')) {
      const items = ['苏州', '宿州'].map((words) => {
        return { label: words, query: formatQuery({ ...emptyQuery('lookup'), words: [words] }) }
      })
      parts.push({ kind: 'buttons', prompt: 'Which?', items })
    }
    return replyOf(parts, locale)
  }
  return {
    ...{ read, answer, reply },
    agreeing: () => [],
    understandingOf: (query, locale) => understood('', locale, query),
    complete: () => [],
    vocabulary: new Vocabulary(),
    // nothing here looks into the base
    base: undefined as unknown as Engine['base'],
    newestSourceDate: '2025-07-15',
    problems: [],
    counts: () => ({ facts: 1234, regions: 56, sources: 7, newest: '2025-07-15', problems: 0 }),
  }
}

/** Where numbers come from: the articles behind the facts that agree with the question. */
import type { Answer } from './answer.ts'
import type { Desk } from './answerer.ts'

export function listSources(desk: Desk): Answer {
  const { query } = desk
  const exact = desk.find({ ...query, intent: 'list' })
  // whose source is asked for may have been rounded
  const matches = exact.length === 0 && query.quoted.length > 0 ? desk.find() : exact
  if (matches.length === 0) return desk.nothing()
  // the facts asked about first; of the rest one per article
  const sources = new Set<string>()
  const close = matches.filter(({ score, fact }) => {
    const isNew = !sources.has(fact.source)
    if (isNew) sources.add(fact.source)
    return isNew || (query.indicators.length > 0 && score > matches[0]!.score - 3)
  })
  return { kind: 'sources', ...desk.common(close.slice(0, SHOWN).map(({ fact }) => fact)) }
}

const SHOWN = 12

/** What a term means: a definition that a source gives, else the vocabulary's own gloss. */
import { isHan } from '../understand/tokens.ts'
import type { Answer } from './answer.ts'
import type { Desk } from './answerer.ts'

export function define(desk: Desk): Answer {
  const { query, vocabulary } = desk
  const industries = query.industries.flatMap((id) => id.split('|'))
  const bases = query.indicators.flatMap((id) => vocabulary.splitIndicator(id).base.split('|'))
  const byAll = desk.find({ ...query, intent: 'list', indicators: ['definition'] })
  // "what are new quality productive forces supposed to safeguard": the term is what is defined
  const terms = query.words.filter((word) => word.includes(' ') || isHan(word))
  const defined =
    byAll.length > 0 || terms.length === 0
      ? byAll
      : desk.find({ ...query, intent: 'list', indicators: ['definition'], words: terms })
  const named = [
    ...industries.map((id) => vocabulary.industries.get(id)),
    ...bases.filter((id) => id !== '*').map((id) => vocabulary.bases.get(id)),
  ].find((entry) => entry !== undefined)
  const gloss =
    named === undefined ? null : { term: named.en, en: named.gloss?.en ?? '', zh: named.gloss?.zh ?? '' }
  if (defined.length > 0) {
    return {
      kind: 'definition',
      ...desk.common(defined.slice(0, 3).map(({ fact }) => fact)),
      gloss: gloss?.en === '' ? null : gloss,
    }
  }
  if (named !== undefined && query.words.length === 0) {
    return {
      kind: 'definition',
      ...desk.common([]),
      gloss: {
        term: named.en,
        // without a gloss the names themselves are told: what NEV stands for, and its Chinese name
        en:
          named.gloss?.en ??
          `${named.en} (${named.zh})${
            named.aliases.length > 0
              ? `; also called ${named.aliases
                  .filter((alias) => /^[\w &'-]+$/.test(alias))
                  .slice(0, 3)
                  .join(', ')}`
              : ''
          }.`,
        zh: named.gloss?.zh ?? `${named.zh}（${named.en}）。`,
      },
    }
  }
  const matches = desk.find({ ...query, intent: 'list' })
  return matches.length > 0
    ? { kind: 'list', ...desk.common(matches.slice(0, 5).map(({ fact }) => fact)), total: matches.length }
    : desk.nothing()
}

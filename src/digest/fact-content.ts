/** A fact and its source as one text, kept so that a later digest can say what was there before. */

import type { FactBase } from '../facts/base.ts'
import type { Fact, Source } from '../facts/fact.ts'
import type { FactContent } from './known-facts.ts'

export interface Kept {
  fact: Fact
  source: Source
}

/** What a base holds now, to be entered at every start. */
export function* contentsOf(base: FactBase): Generator<FactContent> {
  for (let at = 0; at < base.size; at++) {
    const fact = base.fact(at)
    yield { id: fact.id, content: contentOf(fact, base.sourceOf(fact)) }
  }
}

/**
 * Equal for equal facts, in whatever order they were put together. A field that is not there leaves no trace, so that a
 * new kind of field does not make every fact a revised one. Words to find a fact by are no part of what it says.
 */
export function contentOf(fact: Fact, source: Source): string {
  const { id: _id, keywords: _keywords, ...told } = fact
  return JSON.stringify(sorted([told, source]))
}

/** null: kept by an earlier program in another form, or not kept at all. */
export function readContent(id: string, content: string | null): Kept | null {
  if (content === null || content === '') return null
  try {
    const [fact, source] = JSON.parse(content) as [Omit<Fact, 'id'>, Source]
    const isWhole = [fact.region, fact.industry, fact.indicator, fact.statement, source.publisher].every(
      (text) => typeof text === 'string',
    )
    return isWhole && fact.source === source.id ? { fact: { ...fact, id }, source } : null
  } catch {
    return null
  }
}

/** The same with the keys of every object in order, and without those that hold nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  )
}

/**
 * What the asker says to have already: "I have Anhui's exports, but how many cars did Wuhu export?", 浙江的我有了，宁波呢.
 * The places of such a clause are not asked about; told beside the answer's, or in its stead, they would be a false one.
 */

import type { Span } from '../segment.ts'
import { isHeard, type Signals, signal } from '../signals.ts'
import { clausesOf, naming, textOf, wordsOf } from './clauses.ts'

export interface Had {
  /** The rest of the question, its spans and its text. */
  asked: Span[]
  text: string
  /** What is known to the asker. */
  had: Span[]
  hadText: string
}

/** The question without what its asker has already; null where he has nothing, or where nothing else names a place. */
export function withoutHad(spans: readonly Span[], signals: Signals): Had | null {
  if (!isHeard(HAVING, signals)) return null
  const clauses = clausesOf(spans)
  const last = clauses.findLastIndex((clause) => clause.some(isPlace) && isHad(clause))
  if (last < 0) return null
  const behind = clauses.slice(last + 1)
  // what led up to it ("to compare Guangzhou and Shenzhen: Guangzhou I have ...") is told by what follows, if that is whole
  const isWhole =
    behind.some((clause) => clause.some(isPlace)) && behind.some((clause) => clause.some(isThing))
  const kept = isWhole ? behind : clauses.filter((_, at) => at !== last)
  if (!kept.some((clause) => clause.some(isPlace))) return null
  const asked = kept.flat()
  const had = clauses.flat().filter((span) => !asked.includes(span))
  return { asked, text: textOf(asked), had, hadText: textOf(had) }
}

/** The names of places that were left out, to be said. */
export const placesHad = ({ asked, had }: Had): string[] => {
  const kept = new Set(asked.map(({ text }) => text))
  return [...new Set(had.filter(isPlace).map(({ text }) => text))].filter((text) => !kept.has(text))
}

function isHad(clause: readonly Span[]): boolean {
  const text = wordsOf(clause)
  return (HAD_EN.test(text) || HAD_ZH.test(text)) && !ASKS.test(text)
}

const isPlace = naming('region')
const isThing = naming('base', 'measure', 'industry')

/** A word of each of the patterns below. */
const HAVING = signal('have|ve|got|know|knew|saw|found|seen|had|aware|有|到|知|清')
/** "I already have", "we've got", "I know" */
const HAD_EN =
  /^(?:(?:and|but|so|ok|okay|hi|hello|thanks|well) )*(?:i|we|ive|weve|im|were) (?:already |now )?(?:have|got|know|knew|saw|found|seen|had|aware of)\b/
/** 我有了, 看到了, 已经有, 手里有 */
const HAD_ZH =
  /(?:有了|有数了|看到了|看过了|拿到了|查到了|知道了|清楚了|到手了)$|(?:已经有|已有|手里有|手上有|手头有|已经知道|已知)/
const ASKS = /\b(?:how|what|which|who|question)\b|多少|几|哪|什么|吗|呢|[?？]/

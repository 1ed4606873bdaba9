/**
 * What the asker says to have already: "I have Anhui's exports, but how many cars did Wuhu export?", 浙江的我有了，宁波呢.
 * The places of such a clause are not asked about; told beside the answer's, or in its stead, they would be a false one.
 */

import type { Span } from '../segment.ts'
import { isHan } from '../tokens.ts'

export interface Had {
  /** The rest of the question, its spans and its text. */
  asked: Span[]
  text: string
  /** What is known to the asker. */
  had: Span[]
  hadText: string
}

/** The question without what its asker has already; null where he has nothing, or where nothing else names a place. */
export function withoutHad(spans: readonly Span[]): Had | null {
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

/** Each with the mark that ends it. */
function clausesOf(spans: readonly Span[]): Span[][] {
  const clauses: Span[][] = [[]]
  for (const span of spans) {
    clauses.at(-1)!.push(span)
    if (span.meaning.kind === 'mark' && ENDS.has(span.text)) clauses.push([])
  }
  return clauses.filter((clause) => clause.length > 0)
}

function isHad(clause: readonly Span[]): boolean {
  const text = textOf(clause.filter(({ meaning }) => meaning.kind !== 'mark'))
  return (HAD_EN.test(text) || HAD_ZH.test(text)) && !ASKS.test(text)
}

const names = (...kinds: string[]) => {
  const wanted = new Set(kinds)
  return ({ meaning }: Span): boolean =>
    meaning.kind === 'names' && meaning.entities.some(({ kind }) => wanted.has(kind))
}
const isPlace = names('region')
const isThing = names('base', 'measure', 'industry')

/** Words with blanks between, Chinese without. */
const textOf = (spans: readonly Span[]): string =>
  spans.reduce((text, { text: own }) => {
    const isApart = text !== '' && !isHan(text.at(-1)!) && !isHan(own[0] ?? '')
    return isApart ? `${text} ${own}` : text + own
  }, '')

const ENDS: ReadonlySet<string> = new Set([',', '.', ';', '!', '?', ':', '。'])
/** "I already have", "we've got", "I know" */
const HAD_EN =
  /^(?:(?:and|but|so|ok|okay|hi|hello|thanks|well) )*(?:i|we|ive|weve|im|were) (?:already |now )?(?:have|got|know|knew|saw|found|seen|had|aware of)\b/
/** 我有了, 看到了, 已经有, 手里有 */
const HAD_ZH =
  /(?:有了|有数了|看到了|看过了|拿到了|查到了|知道了|清楚了|到手了)$|(?:已经有|已有|手里有|手上有|手头有|已经知道|已知)/
const ASKS = /\b(?:how|what|which|who|question)\b|多少|几|哪|什么|吗|呢|[?？]/

/** The clauses of a text: what stands between commas, stops and colons. */
import type { Span } from '../segment.ts'
import { isHan } from '../tokens.ts'

/** Each with the mark that ends it. */
export function clausesOf(spans: readonly Span[]): Span[][] {
  const clauses: Span[][] = [[]]
  for (const span of spans) {
    clauses.at(-1)!.push(span)
    if (span.meaning.kind === 'mark' && ENDS.has(span.text)) clauses.push([])
  }
  return clauses.filter((clause) => clause.length > 0)
}

/** Words with blanks between, Chinese without. */
export const textOf = (spans: readonly Span[]): string =>
  spans.reduce((text, { text: own }) => {
    const isApart = text !== '' && !isHan(text.at(-1)!) && !isHan(own[0] ?? '')
    return isApart ? `${text} ${own}` : text + own
  }, '')

/** The words of a clause without its marks. */
export const wordsOf = (clause: readonly Span[]): string =>
  textOf(clause.filter(({ meaning }) => meaning.kind !== 'mark'))

/** Tests whether a span names something of these kinds. */
export const naming = (...kinds: string[]) => {
  const wanted = new Set(kinds)
  return ({ meaning }: Span): boolean =>
    meaning.kind === 'names' && meaning.entities.some(({ kind }) => wanted.has(kind))
}

const ENDS: ReadonlySet<string> = new Set([',', '.', ';', '!', '?', ':', '。'])

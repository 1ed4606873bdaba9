/**
 * What is turned down beside what is wanted: "spend, not revenue", "levels (not growth rates)", "in operation, as opposed
 * to merely settled". Where the wanted thing is named, its counterpart is no part of the question; to leave something
 * out of a figure ("GDP without farming") is another matter (exclusion.ts).
 */

import type { Span } from '../segment.ts'
import { Pattern, type Signals } from '../signals.ts'

/** The places among `spans` of what is turned down, with the words that turn it down; empty where nothing is. */
export function turnedDown(text: string, signals: Signals, spans: readonly Span[]): ReadonlySet<number> {
  if (!CONTRAST.test(text, signals)) return NONE
  const down = new Set<number>()
  for (let at = 0; at < spans.length; at++) {
    if (isMoreThanPart(text, signals, spans, at)) {
      for (let one = at; one < spans.length && spans[one]!.meaning.kind !== 'mark'; one++) down.add(one)
      continue
    }
    const isStrong = STRONG.test(spans[at]!.text)
    if (!isStrong && !(spans[at]!.text === 'not' && SET_OFF.test(text))) continue
    const end = isStrong ? endOfAnything(spans, at + 1) : endOfThings(spans, at + 1)
    const stretch = spans.slice(at + 1, end)
    const rest = [...spans.slice(0, at), ...spans.slice(end)]
    if (!stretch.some(isNaming) || !rest.some((span) => isWanted(span, stretch))) continue
    for (let one = at; one < end; one++) down.add(one)
  }
  return down
}

/** Whether a growth rate is what was turned down: then the level is wanted. */
export const turnsDownGrowth = (spans: readonly Span[], down: ReadonlySet<number>): boolean =>
  [...down].some((at) => idsOf(spans[at]!, 'measure').includes('growth'))

/** "total wind target, not just the offshore part": the whole is wanted, and the part says nothing more. */
const isMoreThanPart = (text: string, signals: Signals, spans: readonly Span[], at: number): boolean =>
  spans[at]!.text === 'not' &&
  MERELY.has(spans[at + 1]?.text ?? '') &&
  NOT_JUST_PART.test(text, signals) &&
  spans.slice(0, at).some((span) => idsOf(span, 'base').length + idsOf(span, 'industry').length > 0)

/** Behind "as opposed to" anything may stand, up to a mark, a time or the next part of the sentence. */
function endOfAnything(spans: readonly Span[], from: number): number {
  let end = from
  while (end < spans.length && end - from < LONGEST && !ends(spans[end]!)) end++
  return end
}

/** Behind "not" only names of what is measured: whatever else stands there narrows the question. */
function endOfThings(spans: readonly Span[], from: number): number {
  let end = from
  while (end < spans.length && (DETERMINERS.has(spans[end]!.text) || isThing(spans[end]!))) end++
  return end
}

const ends = ({ meaning, text }: Span): boolean =>
  meaning.kind === 'mark' ||
  meaning.kind === 'period' ||
  meaning.kind === 'amount' ||
  (meaning.kind === 'names' &&
    !DETERMINERS.has(text) &&
    meaning.entities.every(({ kind, id }) => kind === 'light' || id === 'joint:of' || id === 'negate'))

const isThing = (span: Span): boolean =>
  idsOf(span, 'base').length + idsOf(span, 'measure').length > 0 && !VERB.test(span.text)

const isNaming = ({ meaning }: Span): boolean =>
  meaning.kind === 'unknown' ||
  (meaning.kind === 'names' && meaning.entities.some(({ kind }) => kind !== 'light'))

/** Whether a span outside the stretch names a counterpart of what is in it: a place of a place, a thing of a thing. */
function isWanted(span: Span, stretch: readonly Span[]): boolean {
  if (LEVELS.test(span.text)) return true
  const { meaning } = span
  if (meaning.kind !== 'names') return false
  const places = stretch.some((one) => idsOf(one, 'region').length > 0)
  const kinds = places ? PLACES : THINGS
  return meaning.entities.some(({ kind, id }) => kinds.has(kind) || (!places && id.startsWith('status:')))
}

const idsOf = ({ meaning }: Span, wanted: string): string[] =>
  meaning.kind === 'names' ? meaning.entities.filter(({ kind }) => kind === wanted).map(({ id }) => id) : []

const NONE: ReadonlySet<number> = new Set()
const CONTRAST = new Pattern(
  'not|opposed|distinct|rather|instead|contrast',
  /\bnot\b|\b(?:as opposed to|as distinct from|distinct from|rather than|instead of|in contrast to)\b/,
)
const STRONG = /^(?:as opposed to|as distinct from|distinct from|rather than|instead of|in contrast to)$/
/** ", not", "(not", "- not" */
const SET_OFF = /[,;(-] ?not\b/
const MERELY: ReadonlySet<string> = new Set(['just', 'only', 'merely', 'simply', 'solely'])
/** Set off, and the last of its clause: "not only offshore but onshore" names another thing. */
const NOT_JUST_PART = new Pattern(
  'not',
  /[,;(-] ?not (?:just|only|merely|simply|solely) (?:for |in |of )?(?:the |its |their )?(?:[a-z'-]+ ){1,3}(?:part|bit|piece|slice|segment|side|portion|element|component|chunk|share|ones?|stuff)\b ?(?:[).?!;]|$)/,
)
const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an its their any merely just only simply mere all those'.split(' '),
)
/** "signed, not built" speaks of some of what was signed. */
const VERB = /(?:ed|ing|built|made|sold|grow|grew|rise|rose)$/
const LEVELS = /^(?:levels?|amounts?|values?|volumes?|absolute (?:figures?|numbers?|terms))$/
const PLACES: ReadonlySet<string> = new Set(['region'])
const THINGS: ReadonlySet<string> = new Set(['base', 'measure', 'industry', 'unit'])
const LONGEST = 5

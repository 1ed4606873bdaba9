/**
 * What the asker says to have already: "I have Anhui's exports, but how many cars did Wuhu export?", 浙江的我有了，宁波呢,
 * 19年和22年我手上有了，2020年是多少, 目标我知道，实际呢. The places, times and aims of such a clause are not asked about; told
 * beside the answer's, or in its stead, they would be a false one.
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
  if (last < 0) return withoutThingsHad(clauses)
  const behind = clauses.slice(last + 1)
  // what led up to it ("to compare Guangzhou and Shenzhen: Guangzhou I have ...") is told by what follows, if that is whole
  const isWhole =
    behind.some((clause) => clause.some(isPlace)) && behind.some((clause) => clause.some(isThing))
  const kept = isWhole ? behind : clauses.filter((_, at) => at !== last)
  if (!kept.some((clause) => clause.some(isPlace))) return withoutTimesHad(clauses)
  return partedAt(clauses.flat(), (span) => kept.some((clause) => clause.includes(span)))
}

const partedAt = (spans: readonly Span[], isAsked: (span: Span) => boolean): Had => {
  const asked = spans.filter(isAsked)
  const had = spans.filter((span) => !isAsked(span))
  return { asked, text: textOf(asked), had, hadText: textOf(had) }
}

/** 目标我知道，实际呢; 增速我有了，总量是多少; 19年和22年我手上有了: what is known, where its counterpart is asked for. */
function withoutThingsHad(clauses: readonly (readonly Span[])[]): Had | null {
  const known = clauses.filter(isHad)
  const asked = clauses.filter((clause) => !known.includes(clause)).flat()
  const had = known.flat()
  if (!had.some((span) => isTime(span) || isAim(span) || isThing(span))) return null
  if (had.some(isTime)) return withoutTimesHad(clauses)
  if (!asked.some(isThing) || (had.some(isAim) && !asked.some(isResult))) return null
  return partedAt(clauses.flat(), (span) => asked.includes(span))
}

/** 深圳战新增加值2022年的我有了，2019年是多少; 增速我有了，总量是多少: the time or the measure alone is known. */
function withoutTimesHad(clauses: readonly (readonly Span[])[]): Had | null {
  const known = clauses.filter(isHad).flat()
  const spans = clauses.flat()
  const rest = spans.filter((span) => !known.includes(span))
  const isTimeHad = rest.some(isTime)
  const isMeasureHad = rest.some((span) => isMeasure(span) || isLevel(span))
  const isHere = (span: Span): boolean =>
    known.includes(span) && ((isTimeHad && isTime(span)) || (isMeasureHad && isMeasure(span)))
  if (!spans.some(isHere)) return null
  return { ...partedAt(spans, (span) => !isHere(span)), hadText: textOf(known) }
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
const isMeasure = naming('measure')
const isLevel = ({ text }: Span): boolean => LEVELS.has(text)
const isTime = ({ meaning }: Span): boolean => meaning.kind === 'period'
const isCue =
  (...ids: string[]) =>
  ({ meaning }: Span): boolean =>
    meaning.kind === 'names' && meaning.entities.some(({ kind, id }) => kind === 'cue' && ids.includes(id))
const isAim = isCue('status:target', 'status:planned')
const isResult = isCue('status:actual')

/** A word of each of the patterns below. */
const HAVING = signal('have|ve|got|know|knew|saw|found|seen|had|aware|有|到|知|清')
/** "I already have", "we've got", "I know" */
const HAD_EN =
  /^(?:(?:and|but|so|ok|okay|hi|hello|thanks|well) )*(?:i|we|ive|weve|im|were) (?:already |now )?(?:have|got|know|knew|saw|found|seen|had|aware of)\b/
/** 我有了, 只知道, 看到了, 已经有, 手里有, 我都有 */
const HAD_ZH =
  /(?:有了|我(?:这|那)?[边里儿]?[也都]?(?:有|知道|清楚|查到|看到)|都有|有数了|看到了|看过了|拿到了|查到了|知道了|清楚了|到手了)$|^我?们?(?:只|都|就|也|已|已经)?(?:知道|查到|找到|看到|有)(?![没无])|(?:已经有|已有|手里有|手上有|手头有|已经知道|已知)/
const ASKS = /\b(?:how|what|which|who|question)\b|多少|几|哪|什么|吗|呢|[?？]/
/** The amount itself, beside its growth. */
const LEVELS: ReadonlySet<string> = new Set(
  '总量 绝对值 绝对量 绝对数 总额 金额 数额 总数 规模 具体数 具体数字'.split(' '),
)

/**
 * The Chinese counterpart of contrast.ts: what is turned down beside what is wanted. 8月当月的，不要1-8月累计的; 要总量不要增速;
 * 是青岛不是烟台. Where the wanted thing is named, its counterpart is no part of the question. Behind the negation nothing but names
 * of one kind may stand, and words that carry nothing; whatever else stands there narrows the question, and to leave a part out of
 * a figure (不要深圳的 of a province's) is another matter.
 */
import type { Vocabulary } from '../../facts/vocabulary.ts'
import { isYearless } from '../periods.ts'
import type { Span } from '../segment.ts'

/** The places among `spans` of what is turned down, with the words that turn it down; empty where nothing is. */
export function turnedDownInChinese(
  text: string,
  spans: readonly Span[],
  vocabulary: Vocabulary,
): ReadonlySet<number> {
  if (!NEGATION.test(text)) return NONE
  const down = new Set<number>()
  for (let at = 0; at < spans.length; at++) {
    const end = endOfNegation(spans, at)
    if (end < 0) continue
    const aim = endOfAim(spans, at, end)
    if (aim > 0) {
      for (let one = at; one < aim; one++) down.add(one)
      continue
    }
    const [from, to] = stretchAt(spans, at, end) ?? [end, end]
    const stretch = [...spans.slice(from, at), ...spans.slice(end, to)]
    const rest = [...spans.slice(0, from), ...spans.slice(to)]
    const isIdentity = IDENTITY.test(wordsOf(spans.slice(at, end)))
    if (!isCounterpart(stretch, rest, isIdentity, vocabulary)) continue
    for (let one = from; one < to; one++) down.add(one)
  }
  return down
}

/** Where the words that turn something down end: 不 + 要, 不是; -1 where none begin. */
function endOfNegation(spans: readonly Span[], at: number): number {
  let words = ''
  let end = -1
  for (let i = at; i < Math.min(spans.length, at + NEGATION_SPANS); i++) {
    words += spans[i]!.text
    if (TURNS_DOWN.test(words)) end = i + 1
  }
  return end
}

/** Whether an aim is what was turned down: then the result is wanted. */
export const turnsDownAim = (spans: readonly Span[], down: ReadonlySet<number>): boolean =>
  [...down].some((at) => isAim(spans[at]!))

/** 不是当年定的那个目标: where an aim that is turned down with its time ends; -1 where none is. */
function endOfAim(spans: readonly Span[], at: number, from: number): number {
  let end = from
  let isDated = false
  while (end < spans.length && (spans[end]!.meaning.kind === 'period' || isPassing(spans[end]!))) {
    isDated ||= spans[end]!.meaning.kind === 'period'
    end++
  }
  const isOnlyAim = end < spans.length && isAim(spans[end]!) && !spans.slice(0, at).some(isAim)
  if (!isDated || !isOnlyAim) return -1
  end++
  while (end < spans.length && isPassing(spans[end]!)) end++
  return isMark(spans[end]) ? end : -1
}

const isAim = ({ meaning }: Span): boolean =>
  meaning.kind === 'names' && meaning.entities.some(({ id }) => AIMS.has(id))

/** A word that says nothing beside the names. */
const isPassing = ({ meaning, text }: Span): boolean =>
  FILLERS.has(text) ||
  (meaning.kind === 'names' && meaning.entities.every(({ kind }) => kind === 'light' || kind === 'soft'))

/** From where to where the negation with its names reaches: 不要增速, and 增速不要. */
function stretchAt(spans: readonly Span[], at: number, end: number): readonly [number, number] | null {
  const to = endOfNames(spans, at, end)
  if (to < 0) return null
  if (spans.slice(end, to).some((span) => kindOf(span) !== null)) return [at, to]
  const behind = spans[to]
  if (behind !== undefined && behind.meaning.kind !== 'mark') return null
  let from = at
  while (from > 0 && (kindOf(spans[from - 1]!) !== null || FILLERS.has(spans[from - 1]!.text))) from--
  return isMark(spans[from - 1]) && spans.slice(from, at).some((span) => kindOf(span) !== null)
    ? [from, to]
    : null
}

/**
 * Where the names behind a negation end; -1 where what they say cannot be told apart. Of 不是烟台2022年的GDP the time and the thing
 * belong to the whole question, unless it has them already.
 */
function endOfNames(spans: readonly Span[], at: number, from: number): number {
  let first: Kind | null = null
  const before = spans.slice(0, at)
  for (let end = from; end < spans.length; end++) {
    const span = spans[end]!
    const kind = kindOf(span)
    if (kind === null) {
      if (!FILLERS.has(span.text)) return end
      continue
    }
    first ??= kind
    if (kind === first) continue
    const isSaid = kind === 'time' ? before.some((one) => kindOf(one) === 'time') : isSaidBefore(span, before)
    if (isSaid) continue
    return first === 'region' ? end : -1
  }
  return spans.length
}

const isSaidBefore = (span: Span, before: readonly Span[]): boolean => {
  const ids = idsOf(before, 'base', 'measure', 'industry', 'region')
  const own = idsOf([span], 'base', 'measure', 'industry', 'region')
  return own.length > 0 && own.every((id) => ids.includes(id))
}

/** Whether all that was turned down is of one kind, and the rest of the question names another of it. */
function isCounterpart(
  stretch: readonly Span[],
  rest: readonly Span[],
  isIdentity: boolean,
  vocabulary: Vocabulary,
): boolean {
  const primary = stretch.map(kindOf).find((kind) => kind !== null)
  if (primary === 'time') return isOtherTime(stretch, rest, isIdentity)
  if (primary === 'region') return isOtherPlace(stretch, rest, isIdentity, vocabulary)
  if (primary === 'industry') return isIdentity && isOther('industry')
  if (primary === undefined) return false
  const isLevel = stretch.some(({ text }) => LEVELS.has(text))
  return isLevel ? idsOf(rest, 'measure').length > 0 : isOther('base', 'measure')

  function isOther(...kinds: string[]): boolean {
    const down = idsOf(stretch, ...kinds)
    const wanted = idsOf(rest, ...kinds)
    return (
      wanted.some((id) => !down.includes(id)) &&
      !down.some((id) => kinds[0] === 'industry' && wanted.includes(id))
    )
  }
}

/** 8月当月，不要累计的: the time that is wanted is named, and it is another. */
function isOtherTime(stretch: readonly Span[], rest: readonly Span[], isIdentity: boolean): boolean {
  const wanted = rest.flatMap(({ meaning }) => (meaning.kind === 'period' ? [meaning.period] : []))
  const [own] = wanted
  if (own === undefined) return false
  const down = stretch.flatMap(({ meaning }) => (meaning.kind === 'period' ? [meaning.period] : []))
  const words = wordsOf(stretch)
  if (down.length === 0) {
    const isLong = own.to - own.from >= MONTHS_OF_QUARTER
    if (WHOLE_YEAR.test(words)) return own.to - own.from !== MONTHS_OF_YEAR
    return CUMULATIVE.test(words) ? !isLong : isLong
  }
  if (down.some(({ from, to }) => wanted.some((one) => one.from === from && one.to === to))) return false
  // 2023年，不要8月: perhaps all but that month
  const isPart = down.some((one) => isYearless(one) || (one.from >= own.from && one.to <= own.to))
  return isIdentity || !isPart || own.from === own.to || POINTED.test(words) || WHOLE_YEAR.test(wordsOf(rest))
}

/** 是青岛不是烟台; not 山东的，不要青岛, which leaves a part out. */
function isOtherPlace(
  stretch: readonly Span[],
  rest: readonly Span[],
  isIdentity: boolean,
  vocabulary: Vocabulary,
): boolean {
  const down = idsOf(stretch, 'region')
  const wanted = idsOf(rest, 'region')
  if (wanted.length === 0 || wanted.some((code) => down.includes(code))) return false
  const isInside = down.some((code) => vocabulary.regionAncestors(code).some((one) => wanted.includes(one)))
  return isIdentity || !isInside
}

type Kind = 'time' | 'region' | 'industry' | 'thing'

function kindOf({ meaning, text }: Span): Kind | null {
  if (meaning.kind === 'period' || EXTENTS.has(text)) return 'time'
  if (LEVELS.has(text)) return 'thing'
  if (meaning.kind !== 'names') return null
  for (const { kind } of meaning.entities) {
    if (kind === 'region' || kind === 'industry') return kind
    if (kind === 'base' || kind === 'measure') return 'thing'
  }
  return null
}

const isMark = (span: Span | undefined): boolean => span === undefined || span.meaning.kind === 'mark'

const idsOf = (spans: readonly Span[], ...kinds: string[]): string[] =>
  spans.flatMap(({ meaning }) =>
    meaning.kind === 'names'
      ? meaning.entities.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
      : [],
  )

const wordsOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('')

const NONE: ReadonlySet<number> = new Set()
/** A look at the text before anything else. */
const NEGATION = /[不别非]/
/** What the spans of a negation say together. */
const TURNS_DOWN =
  /^(?:(?:而|并)?不是|并?不是指|不是说|而非|并非|非|不要|我不要|不看|不问|不查|不用|不需要|别给|别给我|别拿|别报|别用|别把|别)$/
const AIMS: ReadonlySet<string> = new Set(['status:target', 'status:planned'])
/** Of two things the one is meant and not the other: nothing is left out. */
const IDENTITY = /是|而非|并非/
const NEGATION_SPANS = 3
/** Words between and behind the names that say nothing. */
const FILLERS: ReadonlySet<string> = new Set(
  '的 那个 这个 那 这 那份 那组 给 给我 我 就 也 数 数据 数字 数值 值 口径 口径的 情况 版本 哈 啊 哦 了'.split(
    ' ',
  ),
)
/** What a figure covers, without a time of its own. */
const EXTENTS: ReadonlySet<string> = new Set(
  '累计 累计数 累计值 累计的 全年 整年 全年度 当月 当月值 单月 月度 当季 单季 年初至今 同期累计'.split(' '),
)
const CUMULATIVE = /累计|年初至今/
/** The amount itself, beside its growth. */
const LEVELS: ReadonlySet<string> = new Set('总量 绝对值 绝对量 绝对数 总额 金额 数额 总数 规模'.split(' '))
const WHOLE_YEAR = /[全整]年/
/** 8月的, 8月那个: one reading of the time, not a part of it. */
const POINTED = /的|那|数|累计|当|单/
/** From the first to the last month of a quarter. */
const MONTHS_OF_QUARTER = 2
const MONTHS_OF_YEAR = 11

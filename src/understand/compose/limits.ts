/** Figures in a question, and what else bounds its answer: how many, in which unit, from which end. */

import type { Filter } from '../../facts/query.ts'
import type { Vocabulary } from '../../facts/vocabulary.ts'
import { Pattern } from '../signals.ts'
import { isOr, isOrder } from './cue-spans.ts'
import type { Amount, Draft, Named, Note, Parts } from './draft.ts'

/** Sets the draft's limit, filter, quoted figures, unit and order. */
export function addLimits(draft: Draft, parts: Parts, vocabulary: Vocabulary, note: Note): void {
  addAmounts(draft, parts, vocabulary, note)
  addLimitInWords(draft, parts, note)
  addUnit(draft, parts, vocabulary, note)
  addOrder(draft, parts)
}

/** "5 largest" is a limit, "over 5 billion" a condition; any other figure is quoted and must be the fact's own. */
function addAmounts(draft: Draft, parts: Parts, vocabulary: Vocabulary, note: Note): void {
  const { amounts, spans, cues, text, signals } = parts
  const quoted: Filter[] = []
  const countsRanks = ({ filter: { unit, value }, bounded, at }: Amount): boolean =>
    !bounded &&
    unit === undefined &&
    Number.isInteger(value) &&
    value > 0 &&
    value <= LARGEST_LIMIT &&
    (TOP.test(spans[at - 1]?.text ?? '') || isOrder(spans[at + 1]))
  for (const amount of amounts) {
    const { filter, bounded } = amount
    if (countsRanks(amount)) {
      draft.limit = filter.value
      note('limit', String(filter.value))
    } else if (bounded && draft.filter === undefined) draft.filter = filter
    else quoted.push(filter)
  }
  draft.quoted = PART_ASKED.test(text, signals) ? quoted.map(belowWhole) : quoted
  const isOfOneThing = draft.regions.length === 1 && draft.indicators.length > 0
  if (isOfOneThing && (areAlternatives(quoted, parts) || isHearsay(draft, text))) {
    // what somebody says it is, is no condition: the figures that are known are told
    const unit = [...quoted, ...(draft.filter === undefined ? [] : [draft.filter])].find(
      (one) => one.unit,
    )?.unit
    if (unit !== undefined) draft.unit = unit
    draft.quoted = []
    delete draft.filter
    note('quoted:said-by-others', String(amounts.length))
  }
  if (quoted.length > 0 && areThresholds(draft, parts, vocabulary)) {
    draft.quoted = amounts.map(({ filter: one }) => ({ ...one, op: 'over' }))
    delete draft.filter
    note('quoted:thresholds', String(amounts.length))
  }
  const { filter } = draft
  // GDP超过万亿: so much of what is counted in money is money
  if (
    filter !== undefined &&
    filter.unit === undefined &&
    filter.value >= A_LOT &&
    isMoney(draft, vocabulary)
  )
    draft.filter = { ...filter, unit: 'yuan' }
  if (cues.has('direction:down') && draft.filter === undefined) {
    draft.filter = { op: 'under', value: 0 }
    note('filter:fall', '< 0')
  }
}

/** "Was it 5.4 or 3.9 percent?", 4.5万家还是45万家: figures of which at most one can hold. */
function areAlternatives(quoted: readonly Filter[], { amounts, spans, text }: Parts): boolean {
  const values = new Set(quoted.map(({ value }) => value))
  if (values.size < 2 || quoted.length < amounts.length) return false
  const isChoice = amounts.some(({ at }, i) =>
    spans.slice(amounts[i - 1]?.at ?? at, at).some((span) => isOr(span)),
  )
  return isChoice || CONFLICT.test(text)
}

/** 按1亿、50亿、100亿以上各有多少个: how many there are above each. */
function areThresholds(
  { indicators, regions }: Draft,
  { amounts, text }: Parts,
  { bases }: Vocabulary,
): boolean {
  const last = amounts.at(-1)
  return (
    regions.length === 1 &&
    last?.bounded === true &&
    amounts.every(({ filter: { op, value } }) => value >= A_LOT && (op === 'over' || op === 'equal')) &&
    indicators.length > 0 &&
    indicators.every((id) => bases.get(id.split('.')[0]!)?.units.includes('projects') === true) &&
    EACH.test(text)
  )
}

/** "I was told some hundred billion; what is the exact figure?" */
const isHearsay = ({ quoted, filter }: Draft, text: string): boolean =>
  (quoted.length > 0 || filter !== undefined) && EXACT_ASKED.test(text) && SAID.test(text)

/** "How many of the 774 projects ...": a part of them is asked for, and 774 is none. */
const belowWhole = (one: Filter): Filter => ({ ...one, op: 'under' })

/** Whether all that is asked for is an amount of money. */
const isMoney = ({ indicators }: Draft, { bases, units }: Vocabulary): boolean =>
  indicators.length > 0 &&
  indicators.every((id) =>
    id
      .split('|')
      .every((one) =>
        bases.get(one)?.units.every((unit) => /money|dollars/.test(units.get(unit)?.class ?? '')),
      ),
  )

/** "the three largest", 前五 */
function addLimitInWords(draft: Draft, { text, signals }: Parts, note: Note): void {
  const top = TOP_WORDS.exec(text, signals)
  if (draft.limit !== undefined || top === null) return
  const count = top.slice(1).find((one) => one !== undefined) ?? ''
  draft.limit = NUMBERS.get(count) ?? (Number(count) || 3)
  note('limit', top[0])
}

/** "in yuan"; a figure of the question brings its own unit. */
function addUnit(
  draft: Draft,
  { text, signals, amounts, units, cues, bases, measures }: Parts,
  vocabulary: Vocabulary,
  note: Note,
): void {
  if (amounts.length > 0) return
  const ids = units.flatMap(({ ids }) => ids)
  if (ids.length === 1) {
    draft.unit = ids[0]!
    note('unit', ids[0]!)
  } else if (
    draft.industries.length > 0 &&
    measures.length === 0 &&
    bases.some((base) => (WORTH.test(base.text) || VALUE.test(text, signals)) && mayBeMoney(base, vocabulary))
  ) {
    draft.unit = 'yuan'
    note('unit:value', 'yuan')
  } else if (
    ids.length === 0 &&
    cues.has('ask:count') &&
    draft.indicators.length === 0 &&
    draft.industries.length > 0
  ) {
    // "how many future industries": a figure is wanted
    draft.unit = 'units'
    note('unit:counted', 'units')
  }
}

/** Of what may be counted in money or in pieces, "export value" and 出口额 mean the money. */
function mayBeMoney(base: Named, vocabulary: Vocabulary): boolean {
  const classes = new Set(
    base.ids
      .flatMap((id) => vocabulary.bases.get(id)?.units ?? [])
      .map((unit) => vocabulary.units.get(unit)?.class),
  )
  return classes.has('money') && classes.has('count')
}

/** A limit alone means the highest: "top 5". */
function addOrder(draft: Draft, { text, signals, cues }: Parts): void {
  // what shrank most has the lowest rate
  if (ASCENDING.test(text, signals) || (cues.has('direction:down') && cues.has('order:highest')))
    draft.order = 'lowest'
  else if (cues.has('order:highest')) draft.order = 'highest'
  else if (cues.has('order:lowest')) draft.order = 'lowest'
  else if (draft.limit !== undefined) draft.order = 'highest'
}

const EACH = /各|分别|分档|\b(?:each|respectively)\b/
const CONFLICT =
  /\b(?:which (?:is|one|figure|number|count|of the two)|disagree|conflict|contradict|who says|both figures|two (?:figures|numbers|counts|versions))|到底|究竟|一会儿|哪个(?:才|是|对|准)|说法|矛盾|谁的数/
const EXACT_ASKED =
  /\b(?:exact|exactly|precise|precisely|accurate|correct|official|true|actual|real) (?:figure|number|value|amount|sum|percentage|rate|count|total|data)|\bwhat exactly\b|(?:准确|具体|确切|精确|真实|官方)的?(?:数|值|是?多少|金额|情况)/
const SAID =
  /\b(?:heard|hear|hearing|told|read|said|say|says|claim|claims|claimed|insist|insists|reported|roughly|approximately|about|around|some|apparently|supposedly|reportedly|allegedly|think|thought|believe|rumou?rs?|people)\b|听|据说|说|传|大概|大约|约|左右|[十百千]来|号称|好像|印象/
/** "how many of the 774", 774个项目中有多少 */
const PART_ASKED = new Pattern(
  'many|中|里',
  /\bhow many (?:of|out of|among) (?:the |these |those |its |their |all )*[\d]|\bof (?:the |these |those )?\d[\d,]*\b.{0,60}\bhow many\b|\d[\d,]*(?:个|家|项|座).{0,12}(?:中|里|当中)有?.{0,12}(?:多少|几)/,
)
/** A hundred million: less may be of anything. */
const A_LOT = 1e8
/** "top 600" is no list anybody wants. */
const LARGEST_LIMIT = 50
/** "top 5", 前5 */
const TOP = /^(?:top|first|the top|bottom|lowest|highest|largest|smallest|前)$/
/** "top three", "two largest", 前五; not "first three months", 前三季度 */
const TOP_WORDS = new Pattern(
  'top|first|bottom|largest|biggest|highest|fastest|smallest|lowest|leading|slowest|cities|provinces|最|前',
  /\b(?:top|first|bottom) (\d{1,2}|three|five|ten|two|four|six|seven|eight|nine)\b(?! (?:months|quarters|years|halves)\b)|\b(two|three|four|five|six|seven|eight|nine|ten) (?:largest|biggest|highest|fastest|top|smallest|lowest|leading|slowest|cities|provinces)\b|\b(?:largest|biggest|highest|fastest|smallest|lowest|slowest|bottom) (two|three|four|five|six|seven|eight|nine|ten)\b(?! (?:months|quarters|years))|最.{1,4}的?([一二两三四五六七八九十]|\d{1,2})个(?:城?市|省|地区)|前([一二三四五六七八九十]|\d{1,2})(?!\d|个?月|个?季|年|期|次)/,
)
const VALUE = new Pattern('value', /\bvalue\b/)
const WORTH = /[额值]$/
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['一', 1],
  ['二', 2],
  ['两', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
  ['十', 10],
])
/** "from smallest to largest", 从小到大 */
const ASCENDING = new Pattern(
  /smallest$|lowest$|least$|ascending|^asc$|[从由升正]/,
  /(?:smallest|lowest|least) to (?:the )?(?:largest|highest|biggest|most)|\bascending\b|\basc\b|[从由](?:小|低|少|慢|弱)[到往向至](?:大|高|多|快|强)|升序|正序/,
)

/** Sorts the spans of a question: each is one thing, a place, an industry, a period, a cue, or nothing that counts. */

import { type Period, yearOf } from '../../facts/period.ts'
import type { Vocabulary } from '../../facts/vocabulary.ts'
import type { Cue } from '../cue.ts'
import type { Said } from '../said.ts'
import type { Span } from '../segment.ts'
import { Pattern } from '../signals.ts'
import { isHan } from '../tokens.ts'
import type { Entity } from '../tree.ts'
import { contextOf } from './chinese-asides.ts'
import { takenBack } from './chinese-turns.ts'
import { naming } from './clauses.ts'
import { isOrder } from './cue-spans.ts'
import type { Named, Note, Parts, Place } from './draft.ts'
import { officeIn } from './offices.ts'
import { ofOneKind } from './one-kind.ts'
import { isSingularPlace, levelOfPlural } from './place-words.ts'

export function sortSpans(
  { text, signals }: Omit<Said, 'tokens'>,
  spans: readonly Span[],
  vocabulary: Vocabulary,
  note: Note,
): Parts {
  const parts: Parts = {
    text,
    signals,
    spans,
    places: [],
    industries: [],
    bases: [],
    measures: [],
    organisations: [],
    units: [],
    periods: [],
    amounts: [],
    cues: new Set(),
    links: [],
    light: [],
    soft: [],
    unknown: [],
    limiting: [],
  }
  const against: Period[] = []
  const context = contextOf(spans)
  const taken = takenBack(spans)
  spans.forEach(({ meaning }, at) => {
    if (taken.has(at)) parts.soft.push(spans[at]!.text)
    else if (
      meaning.kind === 'period' &&
      (isBaseYear(text, spans[at - 1]) || isChangeSince(text, meaning, spans))
    )
      against.push(meaning.period)
    else if (meaning.kind === 'period') addPeriod(parts, meaning, at, note)
    else if (meaning.kind === 'amount') addAmount(parts, meaning, at)
    else if (CAPITAL.has(spans[at]!.text) && isBesideItsName(spans, at)) parts.soft.push(spans[at]!.text)
    else if (context.has(at)) parts.soft.push(spans[at]!.text)
    else if (meaning.kind === 'unknown') addUnknown(parts, meaning, at)
    else if (meaning.kind === 'names') addNames(parts, meaning, at, vocabulary)
  })
  for (const period of against) addBaseYear(parts, period, note)
  // "park investment" is what was invested in a park, not in the whole city
  if (parts.bases.length > 0) parts.unknown.push(...parts.limiting.map(({ text: thing }) => thing))
  return parts
}

/** 比2012年提高: the year is what a change is measured against, not when it was. */
const isBaseYear = (text: string, before: Span | undefined): boolean =>
  THAN_ZH.has(before?.text ?? '') && CHANGED_ZH.test(text)

/** "the change since 2018 in 2019" */
const isChangeSince = (text: string, { since }: Meaning<'period'>, spans: readonly Span[]): boolean =>
  since && CHANGE.test(text) && spans.some(({ meaning }) => meaning.kind === 'period' && !meaning.since)

/** Against the year before its own every growth is measured; another year must stand in the fact's text. */
function addBaseYear({ periods, unknown, light, measures }: Parts, { from }: Period, note: Note): void {
  const year = yearOf(from)
  const isYearBefore = periods.some(({ period }) => yearOf(period.from) === year + 1)
  if (isYearBefore && !measures.some(({ ids }) => ids.includes('change'))) light.push(String(year))
  else unknown.push(String(year))
  note('period:measured-against', String(year))
}

type Meaning<K> = Extract<Span['meaning'], { kind: K }>

function addPeriod(
  { text, signals, spans, periods, unknown }: Parts,
  { period, since, rule }: Meaning<'period'>,
  at: number,
  note: Note,
): void {
  const span = spans[at]!
  const isAgainst = (): boolean =>
    AGAINST.test(spans[at - 1]?.text ?? '') || THAN_IN.test(wordsBefore(spans, at))
  if (IN_POINTS.test(text, signals) && isAgainst()) {
    // "3.1 points over 2018": the year it is measured against must stand in the fact's text
    unknown.push(String(Math.floor(period.from / 12)))
    note('period:measured-against', span.text)
    return
  }
  // "as of September" is what there was until then: never the month's own
  const isMoment = period.from === period.to && (END_OF.test(span.text) || AS_OF.test(wordsBefore(spans, at)))
  periods.push({ period: isMoment ? { ...period, asOf: true } : period, since })
  note(`period:${rule}`, span.text)
}

const wordsBefore = (spans: readonly Span[], at: number): string =>
  spans
    .slice(Math.max(0, at - 3), at)
    .map(({ text }) => text)
    .join(' ')

function addAmount(
  { amounts, spans }: Parts,
  { filter, bounded, unitWords }: Meaning<'amount'>,
  at: number,
): void {
  // 24个 may be of anything
  const unit = spans[at]!.text.endsWith('个') ? undefined : unitWords
  amounts.push({ filter: { ...filter, ...(unit === undefined ? {} : { unit }) }, bounded, at })
}

function addUnknown(
  { spans, soft, unknown, links, bases }: Parts,
  { word }: Meaning<'unknown'>,
  at: number,
): void {
  // 山东省会 is the capital of 山东省, 济宁市长 the mayor of 济宁市: the two names share a character
  const shared = spans[at - 1]?.text.at(-1) ?? ''
  if (word === '长' && PLACE_SUFFIX.test(shared)) {
    bases.push({ ids: ['official'], at, text: shared + word })
    unknown.push(shared + word)
    return
  }
  if (word === '会' && shared === '省') {
    unknown.push('省会')
    return
  }
  if (word === 'no' && isCorrection(spans[at + 1], spans[at + 2])) {
    soft.push(word)
    return
  }
  // 器材业务收入: the name of the branch and 业务 share a character
  if (word === '务' && shared === '业') {
    soft.push(word)
    return
  }
  // 以亿元计, 2022年3月时
  if ((word === '计' && isUnitWord(spans[at - 1])) || (word === '时' && isTimeWord(spans[at - 1]))) {
    soft.push(word)
    return
  }
  // a particle alone names nothing, nor does 四大 of 四大产业; 茶 does
  const isNameless = isHan(word) ? PARTICLES.has(word) || COUNTED_ZH.test(word) : LETTER.test(word)
  if (isNameless || isDescription(spans, at)) {
    soft.push(word)
    return
  }
  // 5,734 stands in a fact's words as 5734
  unknown.push(word.replaceAll(',', ''))
  links.push({ words: spans[at]!.text, entity: 'unknown', how: 'rule', score: 0 })
}

const isOfUnit = naming('unit')
const isUnitWord = (span: Span | undefined): boolean => span !== undefined && isOfUnit(span)
const isTimeWord = (span: Span | undefined): boolean => span?.meaning.kind === 'period'

/** "China's capital Beijing", "Jinan, the capital of Shandong": the city is named, and the word only describes it. */
function isBesideItsName(spans: readonly Span[], at: number): boolean {
  const isPlace = (span: Span | undefined): boolean =>
    span?.meaning.kind === 'names' && span.meaning.entities.some(({ kind }) => kind === 'region')
  // of "Shandong's capital" and 山东省会 the city is not named
  return isPlace(spans[at + 1]) || (spans[at - 1]?.text === 'the' && isPlace(spans[at - 2]))
}

/** "no, I meant Qingdao" */
const isCorrection = (...next: readonly (Span | undefined)[]): boolean =>
  next.some(
    (span) =>
      span?.meaning.kind === 'names' && span.meaning.entities.some(({ id }) => id === 'follow:instead'),
  )

function addNames(
  parts: Parts,
  { entities, typo }: Meaning<'names'>,
  at: number,
  vocabulary: Vocabulary,
): void {
  const { spans, cues } = parts
  const span = spans[at]!
  const { text } = span
  const readings = ofOneKind(entities, span, spans[at + 1])
  const { kind } = readings[0]
  const named: Named = { ids: readings.map(({ id }) => id), at, text }
  if (kind !== 'light') addLinks(parts, readings, text, typo)

  if (kind === 'base' && text.startsWith('target') && TARGET_INDUSTRY.test(text)) {
    // "target industry revenue" is a target for industry; "target industries" are industries
    cues.add('status:target')
    parts.industries.push({ ids: ['industry'], at, text: 'industry' })
  } else if (kind === 'base' && text === GROWING) parts.measures.push({ ...named, ids: ['growth'] })
  else if (kind === 'region') addPlace(parts, { readings, at, text }, vocabulary)
  else if (kind === 'industry') parts.industries.push(named)
  else if (kind === 'organisation') parts.organisations.push(named)
  else if (kind === 'base' && LIMITING.has(text)) parts.limiting.push(named)
  else if (kind === 'base' && !SINGULAR_THINGS.has(text)) parts.bases.push(named)
  else if (kind === 'measure') addMeasure(parts, named)
  else if (kind === 'unit' && isUnit(named, vocabulary)) parts.units.push(named)
  else if (kind === 'cue') addCues(parts, named)
  // a phrase counts as it is known, not as it was typed; what is only taken for "other" has another thing's id
  else if (kind === 'other')
    addOther(parts, entities.includes(readings[0]) ? { ...named, text: readings[0].id } : named)
  else if (kind === 'soft' && NUMBER.has(text) && NAMED_BY.has(spans[at - 1]?.text ?? ''))
    // "the other three" are certain ones, and which, no fact says
    parts.unknown.push(text)
  else if (kind === 'soft' || (kind === 'light' && typo > 0)) parts.soft.push(text)
  else parts.light.push(text)

  if (kind === 'base' && named.ids.includes('official')) parts.unknown.push(...officeIn(text))
  // a plan is a cue and a topic at once; the cue counts, the topic is only a hint
  if (kind !== 'cue' && kind !== 'region')
    for (const other of entities) if (other.kind === 'cue') cues.add(other.id as Cue)
}

/** "Guangdong county": where no county bears the name, the word behind it asks for another place. */
function addPlace({ places, spans, unknown }: Parts, place: Place, { regions }: Vocabulary): void {
  places.push(place)
  const next = spans[place.at + 1]?.text ?? ''
  if (!COUNTY.has(next) || LEVEL.has(spans[place.at + 2]?.text ?? '')) return
  const isSmall = place.readings.some(({ id }) => SMALL.has(regions.get(id)?.level ?? ''))
  if (!isSmall) unknown.push(next)
}

/** What the words were taken for; a corrected word is the less certain, the more of it was corrected. */
function addLinks(
  { links }: Parts,
  readings: readonly [Entity, ...Entity[]],
  words: string,
  typo: number,
): void {
  const how = typo > 0 ? 'typo' : readings[0].how
  const score = typo > 0 ? Number(Math.max(0.1, 1 - typo / words.length).toFixed(2)) : 1
  for (const { kind, id } of readings) links.push({ words, entity: `${kind}:${id}`, how, score })
}

/** "percentage points" is a measure's alias and the unit at once. */
function addMeasure({ measures, units }: Parts, named: Named): void {
  measures.push(named)
  if (POINTS.test(named.text)) units.push({ ...named, ids: ['percentage-points'] })
}

/** "how many projects" and "next time" name no unit that a figure must have, nor does a lone 个. */
function isUnit({ ids, text }: Named, vocabulary: Vocabulary): boolean {
  if (isHan(text) && text.length === 1 && !UNITS_ALONE.has(text)) return false
  return text !== 'time' && !ids.every((id) => vocabulary.units.get(id)?.class === 'count')
}

function addCues({ cues, light }: Parts, { ids, text }: Named): void {
  const level = levelOfPlural(text)
  if (level !== null) cues.add(level)
  else if (isSingularPlace(text)) light.push(text)
  else for (const id of ids) cues.add(id as Cue)
}

/** A phrase that the base does not measure, unless it is "first", which behind an order says the order again. */
function addOther({ spans, light, soft, unknown }: Parts, { text, at }: Named): void {
  if (text === 'first' && isOrder(spans[at - 1])) light.push(text)
  else if (isDescription(spans, at)) soft.push(text)
  else unknown.push(text)
}

/** "the German carmaker Volkswagen": what stands right before a company describes it. */
const isDescription = (spans: readonly Span[], at: number): boolean =>
  [at + 1, at + 2].some((next) => {
    const meaning = spans[next]?.meaning
    return meaning?.kind === 'names' && meaning.entities.some(({ kind }) => kind === 'organisation')
  })

/** "points over 2018", 比2018年: a year behind these is what a figure is measured against. */
const AGAINST =
  /^(?:over|than|versus|vs|against|above|since|from|compared with|compared to|relative to|比|较|较之|相比|比起)$/
/** "in 2019 than in 2015" */
const THAN_IN = /\b(?:than|over|with|against|to) (?:that )?in$/
const AS_OF =
  /(?:^|\s)(?:as of|as at|by|until|till|through|thru|up to|as of the|by the)$|(?:截至|截止|截止到|截至到)$/
const END_OF = /\bend of\b|[底末]$/
const COUNTY: ReadonlySet<string> = new Set('county|district|县|区'.split('|'))
const LEVEL: ReadonlySet<string> = new Set('level|levels|and|or|,|、|级'.split('|'))
const SMALL: ReadonlySet<string> = new Set(['county', 'zone'])
/** "the fastest growing industry" is one, "growing industries" are counted. */
const GROWING = 'growing industry'
const CAPITAL: ReadonlySet<string> = new Set(
  'capital|capital city|provincial capital|省会|首都|首府'.split('|'),
)
const PLACE_SUFFIX = /^[省市县区]$/
const NUMBER: ReadonlySet<string> = new Set('two|three|four|five|six|seven|eight|nine|ten'.split('|'))
const NAMED_BY: ReadonlySet<string> = new Set('new|old|big|other|remaining|last'.split('|'))
const CHANGE = /\bchanged?\b/
const THAN_ZH: ReadonlySet<string> = new Set('比|较|较之|相比|比起'.split('|'))
const CHANGED_ZH = /(?:比|较).{0,10}年.{0,24}(?:增|提高|上升|提升|下降|降低|减少|变化|扩大|涨)/
const TARGET_INDUSTRY = /^target [a-z]*[a-rt-z]$/
/** "3.1 percentage points", "2 pp", 3.1个百分点 */
const POINTS = /percentage points?|\bpoints?\b|\bpps?\b|百分点|个pct/
const IN_POINTS = new Pattern(/point|^pps?$|^pct|百/, POINTS)
/** 四大, 几个, 三类 */
const COUNTED_ZH = /^[一二三四五六七八九十两几]+[大个类项种家]?$/
/** Characters that carry no name of their own where they are left over. */
const PARTICLES = new Set(
  '园钱每比高快超建投要搞会能做约达共各及且但就都也又很太更最把被让给向往自从由于以为因所而则若位条份只台件处种类级层内上下前后左右起止底末初中新好坏大小多少长短强弱个些点儿地得着过呀啊吧哦哈嘛砸拿花弄想问查看说讲来去到在是有和与或的了吗呢家元年月号款相差额值量数定提排站赶见库稿听催搁掏摊办干抓盯跑揽报翻核曾边事表图栏页哥姐亲蹲求捏行名随略颇极甚愈越尽番',
)
/** "x" */
const LETTER = /^[a-z]$/
/** 多少元 asks for yuan; of other units of one character one cannot be sure. */
const UNITS_ALONE = new Set(['元', '亩', '吨', '亿', '倍'])
/** In the singular a place of its own, beside what is measured there. */
const LIMITING = new Set(['park', 'cluster'])
/** In the singular these are the thing that is spoken of, not its number. */
const SINGULAR_THINGS = new Set([
  'platform',
  'fund',
  'company',
  'firm',
  'enterprise',
  'business',
  'centre',
  'center',
  'chain',
])

/** Which indicators are asked for: the things measured, put together with what of them is asked. */

import type { IndicatorId } from '../../facts/fact.ts'
import type { Vocabulary } from '../../facts/vocabulary.ts'
import type { Span } from '../segment.ts'
import { Pattern } from '../signals.ts'
import { asksNumberAndMoney, basesOf, INVESTED_IN } from './bases.ts'
import { isCoordinated } from './cue-spans.ts'
import type { Draft, Named, Note, Parts } from './draft.ts'
import { isSector } from './industries.ts'
import { measuresOf } from './measures.ts'

/** Sets the draft's indicators; where one of several is enough, `any`. */
export function addIndicators(draft: Draft, parts: Parts, vocabulary: Vocabulary, note: Note): void {
  const taken = measuresOf(parts, note)
  const named = basesOf(draft, parts, taken, vocabulary, note).map((one) => ofSectors(one, draft, taken))
  addLevelOfHowMuch(taken, named, parts)
  const indicatorOf = (ids: readonly string[]): IndicatorId => withMeasures(ids, taken, vocabulary)
  if (named.length === 0) {
    // "growth rate?": of anything
    draft.indicators = taken.size === 0 ? [] : [indicatorOf(['*'])]
    return
  }
  const counted = numberAndMoney(parts, vocabulary)
  if (counted.length > 0) {
    draft.indicators = counted
    draft.any = true
    note('indicator:number-and-money', counted.join(', '))
    return
  }
  draft.indicators = [...new Set(named.map(({ ids }) => indicatorOf(ids)))]
  if (named.length === 1) addMeasureBeside(draft, named[0]!, parts, indicatorOf, note)
  else if (isCoordinated(named, parts.spans, named.length > 2)) draft.any = true
  else headFirst(draft, named, parts, indicatorOf, note)
}

/** "Key projects, number and yuan": how many there are, and what is invested in them. */
function numberAndMoney(parts: Parts, vocabulary: Vocabulary): IndicatorId[] {
  if (!asksNumberAndMoney(parts)) return []
  const ids = [...new Set(parts.bases.flatMap((one) => one.ids))]
  const kinds = ids.filter((id) => vocabulary.baseIsA(id, 'projects'))
  const isOther = ids.some(
    (id) =>
      !kinds.includes(id) &&
      !vocabulary.baseIsA(id, 'investment') &&
      vocabulary.bases.get(id)?.topic !== true,
  )
  const [kind = kinds[0], ...others] = kinds.filter((id) => id !== 'projects')
  if (kind === undefined || others.length > 0 || isOther) return []
  parts.units.splice(0)
  return [`${kind}.${LEVEL}`, `${INVESTED_IN.get(kind) ?? 'project-investment'}.${LEVEL}`]
}

/** "GDP by sector": what a sector adds to it. Its share of GDP is one of GDP. */
const ofSectors = (named: Named, { industries }: Draft, taken: ReadonlySet<string>): Named =>
  named.ids.join() === 'gdp' && industries.length > 0 && industries.every(isSector) && !taken.has('share')
    ? { ...named, ids: ['added-value'] }
    : named

type IndicatorOf = (ids: readonly string[]) => IndicatorId

/** "how much" and "how many" ask for the level: a growth rate is no answer to them. */
function addLevelOfHowMuch(
  taken: Set<string>,
  named: readonly Named[],
  { cues, text, signals }: Parts,
): void {
  const isAmount = cues.has('ask:amount') || cues.has('ask:count') || IN_UNITS.test(text, signals)
  if (taken.size === 0 && named.length > 0 && isAmount) taken.add(LEVEL)
}

/** 'output|output-value.growth'; what is a rate already has no growth of its own: "contribution to growth". */
function withMeasures(
  ids: readonly string[],
  taken: ReadonlySet<string>,
  { bases }: Vocabulary,
): IndicatorId {
  const areRates = ids.every((id) => {
    const base = bases.get(id)
    return base !== undefined && base.topic !== true && base.units.every((unit) => unit === 'percent')
  })
  return taken.size === 0 || areRates ? ids.join('|') : `${ids.join('|')}.${[...taken].join('|')}`
}

/** "output and its growth": both. */
function addMeasureBeside(
  draft: Draft,
  named: Named,
  { measures, spans }: Parts,
  indicatorOf: IndicatorOf,
  note: Note,
): void {
  const [measure] = measures
  if (measure === undefined || measure.at <= named.at) return
  if (!isCoordinated([named, measure], spans) && !isAskedApart(named.at, measure.at, spans)) return
  draft.indicators = [`${named.ids.join('|')}.${LEVEL}`, indicatorOf(named.ids)]
  draft.any = true
  note('indicator:level-and-measure', measure.text)
}

/** GDP多少？同比？ */
const isAskedApart = (thing: number, measure: number, spans: readonly Span[]): boolean =>
  (spans[measure + 1] === undefined || spans[measure + 1]!.meaning.kind === 'mark') &&
  spans[measure - 1]!.text === '?' &&
  thing < measure - 1

/** The head noun is what is measured: the last of "project investment", the first of "investment of projects". */
function headFirst(
  draft: Draft,
  named: readonly Named[],
  { spans }: Parts,
  indicatorOf: IndicatorOf,
  note: Note,
): void {
  const [first, last] = [named[0]!, named.at(-1)!]
  const hasOf = spans.some(
    ({ text }, at) => (text === 'of' || text === 'in') && at > first.at && at < last.at,
  )
  const head = hasOf ? first : last
  const asked = indicatorOf(head.ids)
  draft.indicators = [...draft.indicators].sort((a, b) => Number(b === asked) - Number(a === asked))
  note('indicator:head', head.text)
}

/** "in units", "in absolute terms", 多少万辆 */
const IN_UNITS = new Pattern(
  'units|vehicles|cars|pieces|tonnes|tons|absolute|绝|千|万',
  /\bin (?:absolute (?:numbers|terms|figures)|units|vehicles|cars|pieces|tonnes|tons)\b|\babsolute (?:number|figure|amount|value)\b|绝对(?:值|数|量)|(?:多少|几)[千万][辆台吨件]/,
)
/** The pseudo-measure of questions that take no growth or share for an answer. */
const LEVEL = 'level'

/**
 * Puts the spans of a question together into a query. Each decision is a named rule, kept in `steps`, so that
 * `explain` can print how the words became the query.
 */

import type { FactBase } from '../facts/base.ts'
import type { OrganisationId, RegionCode } from '../facts/fact.ts'
import type { Period } from '../facts/period.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { addAside, apart } from './compose/aside.ts'
import { turnedDownInChinese, turnsDownAim } from './compose/chinese-contrast.ts'
import { apartFromErrand } from './compose/chinese-errands.ts'
import { textOf } from './compose/clauses.ts'
import { cleanUp } from './compose/clean-up.ts'
import { turnedDown, turnsDownGrowth } from './compose/contrast.ts'
import type { Draft, Note, Parts } from './compose/draft.ts'
import { hearEnglish } from './compose/english-turns.ts'
import { excludes } from './compose/exclusion.ts'
import { addFold } from './compose/fold.ts'
import { placesHad, withoutHad } from './compose/had-already.ts'
import { addIndicators } from './compose/indicators.ts'
import { addIndustries } from './compose/industries.ts'
import { addInitials } from './compose/initials.ts'
import { intentOf } from './compose/intent.ts'
import { addLimits } from './compose/limits.ts'
import { addOnly } from './compose/only.ts'
import { addPlaces } from './compose/places.ts'
import { hearRestricting } from './compose/restricting.ts'
import { sortSpans } from './compose/sort-spans.ts'
import { addStatus } from './compose/status.ts'
import { asksAmong, asksYesNo, hearWholeText } from './compose/whole-text.ts'
import { addWholes } from './compose/wholes.ts'
import type { Cue } from './cue.ts'
import { isYearless } from './periods.ts'
import type { Said } from './said.ts'
import type { Span } from './segment.ts'
import { Pattern } from './signals.ts'
import type { Link, Step } from './understanding.ts'

export type { Draft } from './compose/draft.ts'

export interface Composed {
  draft: Draft
  cues: ReadonlySet<Cue>
  links: Link[]
  light: string[]
  /** Words that name no thing and were left out of account; the answer says so. */
  soft: string[]
  unknown: string[]
  steps: Step[]
  /** Whether it asks for yes or no: then a figure in it is to be checked, not a condition. */
  yesNo: boolean
  /** Whether it asks which of those spoken of before: "which of the two grew faster". */
  among: boolean
  /** Other readings of an ambiguous place, likeliest first. */
  otherRegions: readonly RegionCode[][]
  /** Whether something is to be left out of a figure. */
  excludes: boolean
  /** Whether anything at all names a place, a thing or a number. */
  empty: boolean
}

/** The order matters: a step builds on what those before it put into the draft. */
export function compose(
  { text, signals }: Omit<Said, 'tokens'>,
  spans: readonly Span[],
  vocabulary: Vocabulary,
  base: FactBase,
): Composed {
  const steps: Step[] = []
  const note: Note = (rule, detail) => {
    steps.push({ rule, detail })
  }
  const inEnglish = turnedDown(text, signals, spans)
  const down = inEnglish.size > 0 ? inEnglish : turnedDownInChinese(text, spans, vocabulary)
  const kept = down.size === 0 ? spans : spans.filter((_, at) => !down.has(at))
  const wanted = down.size === 0 ? text : textOf(kept)
  const had = withoutHad(kept, signals)
  const open = had?.asked ?? kept
  const parted = apart(open) ?? apartFromErrand(open, signals)
  const parts = sortSpans(
    { text: parted?.text ?? had?.text ?? wanted, signals },
    parted?.asked ?? open,
    vocabulary,
    note,
  )
  for (const at of down) parts.soft.push(spans[at]!.text)
  if (parts.measures.length === 0 && turnsDownGrowth(spans, down)) parts.cues.add('ask:amount')
  if (turnsDownAim(spans, down)) parts.cues.add('status:actual')
  if (had !== null) {
    // what is measured, and when, may be said of the place that is known: never that place
    addAside(parts, { ...sortSpans({ text: had.hadText, signals }, had.had, vocabulary, note), places: [] })
    parts.soft.push(...placesHad(had))
  }
  if (parted !== null)
    addAside(parts, sortSpans({ text: parted.asideText, signals }, parted.aside, vocabulary, note))
  addInitials(parts, vocabulary)
  hearWholeText(parts)
  hearEnglish(parts, vocabulary)
  hearRestricting(parts)
  addWholes(parts)

  const draft = draftOf(parts)
  const otherRegions = addPlaces(draft, parts, vocabulary, base, note)
  addIndustries(draft, parts, note)
  addStatus(draft, parts, note)
  addIndicators(draft, parts, vocabulary, note)
  addLimits(draft, parts, vocabulary, note)
  addFold(draft, parts, note)
  addWords(draft, parts, note)
  draft.intent = intentOf(draft, parts, vocabulary, note)
  // 菏泽经济的基本情况: an overview of a place's economy is one of the place
  if (draft.intent === 'summary' && draft.regions.length === 1 && draft.industries.join() === ECONOMY)
    draft.industries = []
  addOnly(draft, parts, vocabulary, note)
  cleanUp(draft, vocabulary)

  const { cues, links, light, soft, unknown } = parts
  const yesNo = asksYesNo(parts)
  return {
    draft,
    cues,
    links,
    light,
    soft,
    unknown,
    steps,
    yesNo,
    among: asksAmong({ text, signals }),
    otherRegions,
    excludes: excludes(parts),
    empty: isEmpty(draft, parts),
  }
}

/** What can be said without weighing one part against another. */
function draftOf({ organisations, periods }: Parts): Draft {
  return {
    intent: 'lookup',
    regions: [],
    industries: [],
    indicators: [],
    organisations: [...new Set(organisations.flatMap(({ ids }) => ids))] as OrganisationId[],
    periods: joined(periods.map(({ period }) => period)),
    quoted: [],
    words: [],
    ...(periods.some(({ since }) => since) ? { since: true } : {}),
  }
}

/** "Q4 GDP 2021", 2021年…下半年: months and their year apart are one period. */
function joined(periods: readonly Period[]): Period[] {
  const months = periods.filter(isYearless)
  const years = periods.filter((period) => !isYearless(period))
  const [year] = years
  if (months.length === 0 || years.length !== 1 || year!.to - year!.from !== 11) return [...periods]
  return months.map(({ from, to, asOf }) => ({ from: year!.from + from, to: year!.from + to, asOf }))
}

/** What no name carries must stand in the fact's own text. */
function addWords(draft: Draft, { text, signals, unknown }: Parts, note: Note): void {
  draft.words = [...new Set(unknown)]
  // "on average per project" asks for a division, not for a fact that says average
  if (draft.fold !== undefined) draft.words = draft.words.filter((word) => !AVERAGE_WORD.test(word))
  else if (AVERAGE.test(text, signals) && draft.indicators.some((id) => id.includes('growth'))) {
    // an average over years is another figure than one year's growth
    draft.words = [...draft.words.filter((word) => !AVERAGE_WORD.test(word) && !A_YEAR.test(word)), 'average']
    note('basis:average', 'average')
  }
}

/** Measures count though no indicator came of them, and so does everything else that was named and then left out. */
const isEmpty = ({ indicators }: Draft, parts: Parts): boolean =>
  indicators.length === 0 && NAMING.every((kind) => parts[kind].length === 0)

const NAMING = [
  'units',
  'places',
  'industries',
  'bases',
  'measures',
  'organisations',
  'periods',
  'amounts',
  'unknown',
] as const
const ECONOMY = 'economy'
/** "average yearly growth" */
const A_YEAR = /^(?:yearly|annual|annually)$/
const AVERAGE_WORD = /^averag|^平均$|^年均$/
/** "on average 5 percent a year", 年均增长 */
const AVERAGE = new Pattern(
  'averag*|均',
  /年均|平均每年|每年平均|\baverag(?:e|ing) (?:annual|yearly)|\bannual(?:ly)? averag|\bper year on average\b|\bon average\b|\baverage growth\b|\baverage rate\b|\ba year on average\b/,
)

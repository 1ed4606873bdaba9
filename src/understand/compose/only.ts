/** What a fact must be beyond its names: of whole years, a company's own, a total, a single project's. */

import type { Only } from '../../facts/query.ts'
import type { Vocabulary } from '../../facts/vocabulary.ts'
import { Pattern } from '../signals.ts'
import type { Draft, Note, Parts } from './draft.ts'

/** Sets the draft's `only`; the intent must be known. */
export function addOnly(draft: Draft, parts: Parts, vocabulary: Vocabulary, note: Note): void {
  const only = RULES.filter(({ applies }) => applies(draft, parts, vocabulary)).map(({ asks }) => asks)
  if (only.length === 0) return
  draft.only = only
  note('only', only.join(', '))
}

interface Rule {
  asks: Only
  applies(draft: Draft, parts: Parts, vocabulary: Vocabulary): boolean
}

const RULES: readonly Rule[] = [
  {
    // "full-year exports": whichever the year, no part of one; a year that is named says so itself
    asks: 'whole-years',
    applies: ({ intent, periods }, { text, signals }) =>
      intent === 'lookup' && periods.length === 0 && WHOLE_YEAR.test(text, signals),
  },
  {
    // "which company invests most": a place's own figure is no company's
    asks: 'companies',
    applies: ({ intent }, { text }) => intent === 'rank' && COMPANY.test(text),
  },
  {
    // "total number of base stations": those built in a year are not all
    asks: 'stock',
    applies: ({ intent, indicators }, { text, signals }, vocabulary) =>
      intent === 'lookup' &&
      indicators.length > 0 &&
      TOTAL.test(text, signals) &&
      indicators.every((id) => isCounted(id, vocabulary)),
  },
  {
    // "total revenue of the petrochemical sector", 东营石化总收入: a single company's or project's is none
    asks: 'all-companies',
    applies: ({ intent, indicators, industries, organisations, words }, { text, signals }) =>
      MEASURING.has(intent) &&
      industries.length > 0 &&
      organisations.length + words.length === 0 &&
      indicators.length > 0 &&
      ALL_TOGETHER.test(text, signals) &&
      !ONE_OF_THEM.test(text),
  },
  {
    // "the largest project in Jining": the one with the most projects is another question
    asks: 'single',
    applies: ({ intent, regions, level, within, indicators }, { text }, vocabulary) =>
      intent === 'rank' &&
      level === undefined &&
      (regions.length === 1 || within !== undefined) &&
      indicators.some((id) => vocabulary.baseIsA(id, 'projects')) &&
      LARGEST_PROJECT.test(text),
  },
]

/** Whether it is counted in pieces: base stations, projects. */
function isCounted(id: string, vocabulary: Vocabulary): boolean {
  const { bases, units } = vocabulary
  const { base, measure } = vocabulary.splitIndicator(id)
  return (
    (measure === null || measure === 'level') &&
    base
      .split('|')
      .every((one) => bases.get(one)?.units.every((unit) => units.get(unit)?.class === 'count') === true)
  )
}

const WHOLE_YEAR = new Pattern('year|years|全|整', /\b(?:full|whole|entire)[- ]years?\b|全年|整年/)
/** "which company", 哪家企业 */
const COMPANY =
  /\b(?:which|what) (?:company|companies|firm|firms|enterprise|enterprises|carmaker)\b|哪(?:家|些|个)(?:企业|公司)/
/** 总数, "in total", "existing" */
const TOTAL = new Pattern(
  '总|共|存|total|all|altogether|existing',
  /总数|总量|共有|一共|存量|\btotal number\b|\bin total\b|\bin all\b|\baltogether\b|\bexisting\b|\btotal\b/,
)
const MEASURING: ReadonlySet<string> = new Set(['lookup', 'compare', 'rank', 'trend', 'aggregate'])
/** "total investment in the sector", "all of its revenue", 总收入, 全行业 */
const ALL_TOGETHER = new Pattern(
  /^(?:total|overall$|aggregate|combined$|cumulatively$|altogether$|entire$|whole$|sector$|sum$|all$)|wide$|[总共合整全所]/,
  /\b(?:totals?|totall?ed|totall?ing|overall|aggregated?|combined|cumulatively|altogether|entire|whole|sector|(?:sector|industry|city|province|county|town|district)[- ]?wide|in sum|in all|all (?:of|its|their|the)|sum of|all [a-z]+ (?:companies|firms|enterprises|producers|makers|plants|projects|businesses)|all (?:companies|firms|enterprises|projects))\b|[总共合]计|总共|一共|(?<!生产)总(?:[额量值和数]|投资|收入|营收|营业|销售|产[值量能出]|产业|规模|体|利[润税]|装机|出口|进口|面积)|整[个体]|全(?:行业|市|省|县|区|部|域)|所有/,
)
/** Who names one of them, or a certain place of theirs, asks for its total; "project investment" names none. */
const ONE_OF_THEM =
  /\b(?:project(?! (?:investments?|spending|outlay|money|volumes?))|plant|factory|base|park|scheme|facility|mill|works|hub|mall|company|firm|enterprise|complex|port|farm|campus|refinery|fab)\b|项目|工厂|基地|园|厂|商城|港/
/** "largest project", 最大的项目; not "the largest number of projects" */
const LARGEST_PROJECT =
  /\b(?:largest|biggest|greatest|top|most expensive|smallest) (?:[a-z-]+ ){0,3}projects?\b|最(?:大|小|贵)的?.{0,8}项目(?!数)/

/** What is to be done with what was asked for: look it up, compare, rank, list. */

import type { Intent } from '../../facts/query.ts'
import type { Vocabulary } from '../../facts/vocabulary.ts'
import { Pattern } from '../signals.ts'
import type { Draft, Note, Parts } from './draft.ts'
import { asksWhich } from './whole-text.ts'

/** The intent of the first rule that applies. */
export function intentOf(draft: Draft, parts: Parts, vocabulary: Vocabulary, note: Note): Intent {
  const rule = RULES.find(({ applies }) => applies(draft, parts, vocabulary)) ?? DEFAULT
  note(`intent:${rule.why}`, rule.intent)
  return rule.intent
}

interface Rule {
  why: string
  intent: Intent
  applies(draft: Draft, parts: Parts, vocabulary: Vocabulary): boolean
}

const DEFAULT = { why: 'default', intent: 'lookup' } as const

/** The order matters: each rule may rely on those before it having said no. */
const RULES: readonly Rule[] = [
  {
    // "where does this come from"
    why: 'asked-for-sources',
    intent: 'sources',
    applies: (_, { cues }) => cues.has('intent:sources'),
  },
  {
    // "what is offshore wind"; "what is the investment in Dongying" asks for a figure
    why: 'asked-what-it-is',
    intent: 'define',
    applies: (draft, { text, signals, cues }) =>
      (cues.has('intent:define') || DEFINES.test(text, signals)) &&
      !cues.has('ask:count') &&
      !cues.has('ask:amount') &&
      isBare(draft) &&
      draft.industries.length + draft.indicators.length + draft.words.length > 0,
  },
  {
    // "total investment of Dongying and Jining"
    why: 'asked-for-a-total',
    intent: 'aggregate',
    applies: ({ fold }) => fold !== undefined && fold !== 'difference',
  },
  {
    // "Dongying versus Jining", "the difference between ..."
    why: 'asked-to-compare',
    intent: 'compare',
    applies: ({ fold, regions }, { cues, text }) =>
      (cues.has('intent:compare') && !(regions.length > 1 && SORTED.test(text))) || fold === 'difference',
  },
  {
    // "rank Dongying, Jining and Qingdao"
    why: 'asked-to-rank',
    intent: 'rank',
    applies: ({ regions }, { cues, text, signals }) =>
      regions.length > 1 && (cues.has('intent:rank') || ORDERED.test(text, signals)),
  },
  {
    // "GDP of Dongying and Jining"
    why: 'several-places',
    intent: 'compare',
    applies: ({ regions }, { cues }) =>
      regions.length > 1 && !cues.has('intent:summary') && !cues.has('intent:trend'),
  },
  {
    // "which city has the highest GDP", "top 5"
    why: 'asked-for-an-order',
    intent: 'rank',
    applies: ({ order, limit }, { cues }) =>
      cues.has('intent:rank') || order !== undefined || limit !== undefined,
  },
  {
    // "GDP since 2020", "how did exports develop"
    why: 'asked-over-time',
    intent: 'trend',
    applies: ({ since }, { cues }) => cues.has('intent:trend') || since === true,
  },
  {
    // "overview of Dongying"; "overview of its GDP" asks for a figure, "of its plants" does not
    why: 'asked-for-an-overview',
    intent: 'summary',
    applies: ({ indicators }, { cues }, vocabulary) =>
      cues.has('intent:summary') && indicators.every((id) => isTopic(id, vocabulary)),
  },
  {
    // "Dongying", "offshore wind"
    why: 'only-a-name',
    intent: 'summary',
    applies: (draft, parts) =>
      (isPlaced(draft) || draft.industries.length > 0) &&
      !asksWhich(parts) &&
      (draft.regions.length === 0 || draft.industries.length === 0) &&
      !asksOfSomething(draft) &&
      draft.organisations.length === 0 &&
      draft.periods.length === 0 &&
      draft.status === undefined &&
      !parts.cues.has('intent:list') &&
      !parts.cues.has('ask:which') &&
      !parts.cues.has('ask:who') &&
      parts.spans.every(({ meaning }) => meaning.kind === 'names' || meaning.kind === 'mark'),
  },
  {
    // "list the projects in Jining", "the cities of Shandong by GDP"
    why: 'asked-for-a-list',
    intent: 'list',
    applies: ({ within, level }, { cues }) =>
      cues.has('intent:list') || within !== undefined || level !== undefined,
  },
  {
    // "investment over 10 billion yuan"
    why: 'amount-without-a-place',
    intent: 'list',
    applies: (draft) =>
      draft.filter !== undefined && (!isPlaced(draft) || draft.indicators.every((id) => id.startsWith('*'))),
  },
  {
    // "which projects are there in Jining"; with "how many" a figure is wanted
    why: 'which-things',
    intent: 'list',
    applies: (draft, parts, vocabulary) =>
      (parts.cues.has('ask:which') || asksWhich(parts)) &&
      !COUNTS.some((cue) => parts.cues.has(cue)) &&
      asksForThings(draft, vocabulary) &&
      draft.quoted.length === 0,
  },
  {
    // "24.8 billion yuan: which place, which industry"
    why: 'which-places',
    intent: 'list',
    applies: (draft, { cues }) => cues.has('level:any') && !isPlaced(draft),
  },
]

/** "slowest first", "beginning with the largest", "from the lowest up" */
const ORDERED = new Pattern(
  'first|with|from',
  /\b(?:largest|highest|biggest|fastest|smallest|lowest|least|slowest|best|worst|strongest|weakest|greatest|quickest|most)(?: growing)? first\b|\b(?:beginning|begin|starting|start) (?:with|from) the (?:largest|highest|biggest|fastest|smallest|lowest|slowest|best|worst|strongest|weakest|greatest|quickest)\b|\bfrom the (?:lowest|smallest|slowest|weakest) (?:up|upwards|upward)\b|\bfrom the (?:highest|largest|biggest|fastest|strongest) (?:down|downwards|downward)\b/,
)
/** "Jiangsu vs Guangdong, desc": to be put in an order */
const SORTED = /\b(?:desc|asc|descending|ascending|sort|sorted|order by|in order of)\b/

const isPlaced = ({ regions, within, level }: Draft): boolean =>
  regions.length > 0 || within !== undefined || level !== undefined

/** Whether nothing but a thing is named. */
const isBare = (draft: Draft): boolean =>
  !isPlaced(draft) &&
  draft.organisations.length === 0 &&
  draft.periods.length === 0 &&
  draft.quoted.length === 0 &&
  draft.filter === undefined &&
  draft.status === undefined

/** Whether a figure or a word narrows the question beyond the name of a place or an industry. */
const asksOfSomething = ({ indicators, words, quoted, filter, unit }: Draft): boolean =>
  indicators.length + words.length + quoted.length > 0 || filter !== undefined || unit !== undefined

/** "which projects", "which companies", "which industries is it developing" */
function asksForThings(draft: Draft, vocabulary: Vocabulary): boolean {
  const { indicators, industries, organisations, words } = draft
  if (indicators.length === 0) return industries.length + organisations.length + words.length > 0
  return indicators.some((id) => id.split('|').some((one) => THINGS.has(one)) || isTopic(id, vocabulary))
}

const isTopic = (id: string, { bases }: Vocabulary): boolean => bases.get(id)?.topic === true

/** "how many projects", "what share" */
const COUNTS = ['ask:count', 'ask:amount', 'ask:rate', 'ask:share'] as const
/** "what is offshore wind", "so what does GDP mean", 什么是海上风电 */
const DEFINES = new Pattern(
  'what|define|explain|什|何|啥|是',
  /^(?:so |and |please |pls |can you |could you |tell me )*(?:what(?:'?s| is| are| does| do)|define|explain)\b|什么是|是什么|何谓|啥是/,
)
/** Bases that count things one can also name. */
const THINGS = new Set([
  'projects',
  'key-projects',
  'signed-projects',
  'new-projects',
  'enterprises',
  'clusters',
  'parks',
  'platforms',
])

/** Which things are measured: of all those a question mentions the ones it asks for. */
import type { Filter } from '../../facts/query.ts'
import type { Vocabulary } from '../../facts/vocabulary.ts'
import { Pattern } from '../signals.ts'
import { isCoordinated } from './cue-spans.ts'
import type { Draft, Named, Note, Parts } from './draft.ts'
import { asksWhich } from './whole-text.ts'

/** The bases asked for, in the order of the words; `taken` are the measures asked of them. */
export function basesOf(
  draft: Draft,
  parts: Parts,
  taken: ReadonlySet<string>,
  vocabulary: Vocabulary,
  note: Note,
): Named[] {
  const topics = parts.bases.filter(({ ids }) => isTopic(ids, vocabulary))
  let named = withoutTopics(topics, draft, parts, taken)
  named = withoutPrice(named, parts)
  named = withoutSuffix(named, parts)
  named = withoutFirmsThatEarn(named, draft, parts, note)
  named = partnersFirst(named, topics, parts)
  named = narrowest(named, draft, vocabulary)
  named = investedInKind(named, parts, vocabulary, note)
  named = contributionFirst(named)
  named = withoutVerbsOfWhich(named, draft, parts)
  named = nounsFirst(named, taken)
  return named.map((one) => ({ ...one, ids: readingsOf(one, draft, parts, vocabulary, note) }))
}

const isTopic = (ids: readonly string[], { bases }: Vocabulary): boolean =>
  ids.every((id) => bases.get(id)?.topic === true)

/** A thing only mentioned ("the plant", "the plan") narrows nothing where something else is asked for. */
function withoutTopics(
  topics: readonly Named[],
  { organisations }: Draft,
  { bases, amounts, units }: Parts,
  taken: ReadonlySet<string>,
): Named[] {
  // who holds an office is always what is asked for
  const named = bases.filter((one) => !topics.includes(one) || one.ids.some((id) => PERSONS.has(id)))
  // "what progress has it made in ..."
  if (named.every(({ text }) => MADE.test(text)) && topics.some(({ ids }) => ids.includes('progress')))
    return [...topics]
  const others = named.length + taken.size + organisations.length + amounts.length + units.length
  return others === 0 ? [...topics] : named
}

/** "deals worth over 5 billion": what each costs, beside what is counted. */
function withoutPrice(named: Named[], { amounts }: Parts): Named[] {
  if (named.length < 2 || amounts.length === 0) return named
  return named.filter(
    ({ text, at }) => !(PRICES.has(text) && amounts.some((amount) => amount.bounded && amount.at === at + 1)),
  )
}

/** "profits of industrial firms", 规上工业企业利润: the profit of industry, not a number of firms. */
function withoutFirmsThatEarn(named: Named[], draft: Draft, { spans }: Parts, note: Note): Named[] {
  const firms = named.filter(({ ids }) => ids.includes('industrial-enterprises'))
  const earned = named.filter(({ ids }) => ids.some((id) => EARNED.has(id)))
  if (firms.length !== 1 || earned.length === 0 || draft.industries.length > 0) return named
  if (
    isCoordinated(
      [firms[0]!, earned[0]!].sort((a, b) => a.at - b.at),
      spans,
    )
  )
    return named
  draft.industries = ['industry']
  note('industry:of-its-firms', firms[0]!.text)
  return named.filter((one) => one !== firms[0])
}

/** "which companies does it work with" asks for partners, not for a number of companies. */
function partnersFirst(named: Named[], topics: readonly Named[], { cues }: Parts): Named[] {
  const partners = topics.filter(({ ids }) => ids.includes('partnership'))
  return partners.length > 0 &&
    !cues.has('ask:count') &&
    named.every(({ ids }) => ids.includes('enterprises'))
    ? partners
    : named
}

/** 增加值规模, GDP总规模: behind an amount it is the amount's size, no thing of its own. */
function withoutSuffix(named: Named[], { spans }: Parts): Named[] {
  if (named.length < 2 || !named.some(({ text }) => SIZE_ZH.has(text))) return named
  const isSuffix = ({ text, at }: Named): boolean =>
    SIZE_ZH.has(text) &&
    named.some(
      (one) =>
        one.at < at &&
        !SIZE_ZH.has(one.text) &&
        spans.slice(one.at + 1, at).every((between) => BEFORE_SIZE.has(between.text)),
    )
  return named.filter((one) => !isSuffix(one))
}

/** Of names that say the same the narrower, or the noun. */
function narrowest(named: readonly Named[], draft: Draft, vocabulary: Vocabulary): Named[] {
  const isKindOfProject = ({ ids }: Named): boolean =>
    ids.every((id) => id !== 'projects' && vocabulary.baseIsA(id, 'projects'))
  // projects that are planned "to be launched" are planned projects
  const isPlanVerb = ({ text }: Named): boolean => draft.status === 'planned' && LAUNCH.test(text)
  const kinds = named.filter(isKindOfProject)
  const isProjectNoun = kinds.some(({ text }) => PROJECT_NOUN.test(text))

  /** "output" has two readings; where a more certain word gives one of them, the other is out. */
  const isVaguer = (one: Named): boolean =>
    named.some(
      (other) =>
        other !== one && other.ids.length < one.ids.length && other.ids.every((id) => one.ids.includes(id)),
    )
  /** "projects signed": the narrower kind of project says it all. */
  const isPlainProject = (one: Named): boolean =>
    kinds.length > 0 && one.ids.includes('projects') && !kinds.every(isPlanVerb)
  /** "upgrade projects kicked off": the verb adds nothing. */
  const isProjectVerb = (one: Named): boolean =>
    kinds.length > 1 && isProjectNoun && isKindOfProject(one) && !PROJECT_WORD.test(one.text)

  return named.filter(
    (one) =>
      !isVaguer(one) && !isPlainProject(one) && !(isPlanVerb(one) && named.length > 1) && !isProjectVerb(one),
  )
}

/** 重点项目计划投资: what is invested in key projects has a name of its own. */
function investedInKind(named: Named[], { spans, cues }: Parts, vocabulary: Vocabulary, note: Note): Named[] {
  const invested = named.find(({ ids }) => ids.includes('investment'))
  // "how much is invested in the CATL project": the money, not the number
  const isAmount = cues.has('ask:amount') && !cues.has('ask:count')
  const projects = named.filter(({ ids }) => ids.every((id) => vocabulary.baseIsA(id, 'projects')))
  if (isAmount && invested !== undefined && projects.length === 1 && projects[0]!.ids.includes('projects'))
    return named.filter((one) => one !== projects[0])
  const inKind = named.find(({ ids }) => ids.some((id) => INVESTED_IN.has(id)))
  if (invested === undefined || inKind === undefined) return named
  const inOrder = [inKind, invested].sort((a, b) => a.at - b.at)
  if (isCoordinated(inOrder, spans)) return named
  const ids = inKind.ids.flatMap((id) => INVESTED_IN.get(id) ?? [])
  note('indicator:invested-in', ids.join(','))
  return [...named.filter((one) => one !== invested && one !== inKind), { ...invested, ids }]
}

/** "contribution to output growth" is one thing. */
function contributionFirst(named: Named[]): Named[] {
  const contribution = named.filter(({ ids }) => ids.includes('growth-contribution'))
  return contribution.length > 0 ? contribution : named
}

/** "which company builds a base there": the verb asks for no output. */
function withoutVerbsOfWhich(named: Named[], draft: Draft, { spans, signals, cues }: Parts): Named[] {
  return draft.industries.length + draft.organisations.length > 0 &&
    named.every(({ text }) => VERBS.has(text)) &&
    asksWhich({ text: spans.map(({ text }) => text).join(' '), signals }) &&
    !cues.has('ask:count') &&
    !cues.has('ask:amount') &&
    !cues.has('order:highest') &&
    !cues.has('order:lowest')
    ? []
    : named
}

/** "how many projects were built": the verb adds nothing to what is counted; nor do "firms" to their growth. */
function nounsFirst(named: Named[], taken: ReadonlySet<string>): Named[] {
  if (named.length < 2) return named
  const nouns = named.filter(
    ({ text, ids }) => !VERBS.has(text) && !(taken.size > 0 && ids.includes('enterprises')),
  )
  return nouns.length > 0 ? nouns : named
}

/** The bases a word may stand for in this question: projects in yuan are an investment, planned output a capacity. */
function readingsOf(
  { ids, text, at }: Named,
  { status }: Draft,
  { bases, units, industries, amounts, ...parts }: Parts,
  vocabulary: Vocabulary,
  note: Note,
): string[] {
  const isA = (ids: readonly string[], base: string): boolean =>
    ids.some((id) => vocabulary.baseIsA(id, base))
  // "236.8 billion yuan: which city's projects?" - what is put into them, unless their number is asked
  const inMoney =
    units.some(({ ids }) => ids.includes('yuan') || ids.includes('usd')) ||
    (!parts.cues.has('ask:count') &&
      (WORTH.test(parts.text, parts.signals) ||
        amounts.some(({ filter, bounded }) => !bounded && isMoney(filter))))
  // 食品工业增加值: the 工业 belongs to the branch before it
  if (ids.includes('industrial-added-value') && INDUSTRIAL_ZH.test(text) && isBehindBranch(at, industries))
    return ['added-value']
  if (
    inMoney &&
    ids.every((id) => vocabulary.baseIsA(id, 'projects')) &&
    !asksNumberAndMoney({ ...parts, amounts }) &&
    !bases.some(
      (one) =>
        one.ids.some((id) => EARNED.has(id)) || (isA(one.ids, 'investment') && !OF_FOREIGNERS.has(one.text)),
    )
  ) {
    note('indicator:projects-in-money', 'project-investment')
    if (ids.includes('projects')) return ['investment']
    return ids.flatMap((id) => INVESTED_IN.get(id) ?? 'project-investment')
  }
  // the annual sales of a plant are money, those of cars may be cars
  if (
    ids.includes('sales') &&
    industries.some((one) => one.ids.some((id) => vocabulary.industryIsA(id, 'automobiles')))
  )
    return ['sales']
  // 储能在建规模: of what makes or stores power the capacity may be meant
  if (
    SIZE_OF_POWER.has(text) &&
    industries.some((one) => one.ids.some((id) => POWER.some((power) => vocabulary.industryIsA(id, power))))
  )
    return [...ids, 'installed-capacity']
  // what is planned to be put out is a capacity; a result never is
  if (ids.includes('output') && (status === 'planned' || status === 'target'))
    return [...ids, 'production-capacity']
  return [...ids]
}

/** "Number and total sum", 几个，合计多少钱: both are asked for. */
export const asksNumberAndMoney = ({
  text,
  signals,
  amounts,
}: Omit<Parts, 'bases' | 'units' | 'industries'>): boolean =>
  NUMBER_AND_MONEY.test(text, signals) && amounts.every(({ bounded }) => !bounded)

const NUMBER_AND_MONEY = new Pattern(
  'number|count|many|nr|几|多|数',
  /(?:\b(?:number|count|how many|nr)\b|几个|多少个|多少项|几项|数量|个数|项目数).{0,40}?(?:\band\b|[,，、;；&+/]|\bplus\b|和|及|以及).{0,24}?(?:\b(?:sum|yuan|rmb|money|amount|value|worth|how much|investment|volume)\b|金额|多少钱|多少亿|总额|投资额|总投资|多少资金|投资多少)|(?:\b(?:sum|yuan|money|amount|value|how much|investment)\b|金额|多少钱|多少亿|总额|投资额|总投资).{0,16}?(?:\band\b|[,，、;；&+/]|和|及|以及).{0,10}?(?:\b(?:number|count|how many)\b|几个|多少个|数量|个数|项目数)/,
)
const isMoney = ({ unit }: Filter): boolean => unit === 'yuan' || unit === 'usd'
/** "the 40 signed projects - total value?" */
const WORTH = new Pattern(
  'value|worth|sum|volume',
  /\b(?:total|combined|overall|aggregate|joint) (?:value|worth|sum|volume)\b/,
)
/** Aliases of an investment that stand before what each of several costs. */
const PRICES: ReadonlySet<string> = new Set(['worth', 'valued at', 'costing', 'cost', 'value', 'involving'])
const MADE = /^(?:made|make|made in)$/
/** Whether the name of a branch stands right before it. */
const isBehindBranch = (at: number, industries: readonly Named[]): boolean =>
  industries.some((one) => one.at === at - 1 && !one.ids.includes('industry'))

const INDUSTRIAL_ZH = /^工业(?:增加值|附加值)$/
/** What firms earn, take in and put out in money. */
const EARNED: ReadonlySet<string> = new Set(['profit', 'revenue', 'output-value', 'added-value'])
const SIZE_ZH: ReadonlySet<string> = new Set(['规模', '总规模', '产业规模'])
const SIZE_OF_POWER: ReadonlySet<string> = new Set(['规模', '总规模'])
const POWER = [
  'energy-storage',
  'photovoltaics',
  'wind-power',
  'nuclear-power',
  'coal-power',
  'wind-and-solar',
]
const BEFORE_SIZE: ReadonlySet<string> = new Set(['的', '总', '总的', '总体', '整体', '全部', '合计', '实际'])
/** 外资项目: whose projects, not how much capital. */
const OF_FOREIGNERS: ReadonlySet<string> = new Set(['外资', '外商投资'])
/** "to be launched" */
const LAUNCH = /^launch/
/** "key projects", 重点项目 */
const PROJECT_NOUN = /project|项目/
/** ... and 重点工程 */
const PROJECT_WORD = /project|项目|工程/
/** Verbs that are aliases of what they make: beside a noun they only say that something was done. */
const VERBS = new Set(
  'built build builds made make makes making produce produced produces put generate generated generates attract attracted attracts draw drew drawn pull pulled bring brought invest invested investing launched launch launches sign signed signs 投资了 建成 生产 制造'.split(
    ' ',
  ),
)
/** Kinds of projects, and the base for what is invested in them. */
export const INVESTED_IN: ReadonlyMap<string, string> = new Map([
  ['key-projects', 'key-project-investment'],
  ['signed-projects', 'signed-project-investment'],
])
/** "the governor of Anhui", "the CEO of Volkswagen Anhui" */
const PERSONS = new Set(['official', 'executive'])

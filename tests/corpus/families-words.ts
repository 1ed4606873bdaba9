/**
 * How the parts of a fact are said in a question: its place, the thing measured, its time, in both languages. What is
 * said follows from the fact and the vocabulary alone, never from how the bot reads it.
 */
import { fold } from '../../src/base/folding.ts'
import type { FactBase } from '../../src/facts/base.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { isWholeYears, type Period, yearOf } from '../../src/facts/period.ts'
import type { Vocabulary } from '../../src/facts/vocabulary.ts'

/** One thing that has a name, with the names of it that name nothing else. */
export interface Names {
  en: string
  zh: string
  aliases: readonly string[]
}

/** A fact taken apart into what a person would say of it; '' where there is nothing to say. */
export interface Parts {
  fact: Fact
  place: { en: string; zh: string; short: string; pinyin: string; abbr: string }
  /** The industry, where the indicator does not imply it and no subject says it more closely. */
  industry: Names | null
  base: Names
  measure: string | null
  subject: { en: string; zh: string }
  organisation: { en: string; zh: string }
  /** What a share is of, a change since, a lead over. */
  of: { en: string; zh: string }
  average: boolean
  status: { en: string; zh: string }
  period: { en: string; short: string; zh: string }
}

/** Takes facts apart; made once, because it first finds out which aliases name one thing only. */
export function partsOf(vocabulary: Vocabulary): (fact: Fact) => Parts {
  const owners = aliasOwners(vocabulary)
  const namesOf = ({ en, zh, aliases }: Names, isOne: (alias: string) => boolean): Names => ({
    en,
    zh,
    aliases: aliases.filter((alias) => owners.get(keyOf(alias)) === 1 && isOne(alias)),
  })
  return (fact) => {
    const region = vocabulary.regions.get(fact.region)!
    const { base: id, measure } = vocabulary.splitIndicator(fact.indicator)
    const base = vocabulary.bases.get(id)!
    const industry = vocabulary.industries.get(fact.industry)!
    const [company] = fact.organisations.map((one) => vocabulary.organisations.get(one)!)
    const isImplied =
      industry.id === 'economy' ||
      base.industry === industry.id ||
      fact.inferred.includes('industry') ||
      (industry.id === 'industry' && /industr/.test(base.en)) ||
      base.en.startsWith(industry.en) ||
      base.zh.startsWith(industry.zh) ||
      // a subject says more closely what is measured, but for statements and changes of a share
      (fact.subject !== undefined && fact.quantity !== undefined && measure !== 'change') ||
      fact.subject?.en.includes(industry.en) === true
    return {
      fact,
      place: {
        en: region.en,
        zh: region.zh,
        short: region.short,
        pinyin: region.pinyin,
        abbr: region.abbr ?? '',
      },
      industry: isImplied ? null : namesOf(industry, isName),
      // "value of exports" asks for money, where these are vehicles
      base: namesOf(
        base,
        (alias) =>
          // a mayor and a governor are two offices
          id !== 'official' &&
          isName(alias) &&
          !isVerb(alias) &&
          (fact.quantity?.unit === 'yuan' || !WORTH.test(alias)),
      ),
      measure,
      subject: fact.subject ?? NOTHING,
      organisation:
        company === undefined || fact.subject?.en.includes(company.en)
          ? NOTHING
          : { en: company.en, zh: company.zh },
      of: fact.basis?.of ?? NOTHING,
      average: fact.basis?.kind === 'average-annual',
      status: fact.quantity === undefined ? NOTHING : STATUS_WORDS[fact.status],
      // "since 2012" says its period
      period:
        fact.period === null || fact.basis?.kind === 'since'
          ? { en: '', short: '', zh: '' }
          : periodWords(fact.period),
    }
  }
}

/** 'in 2023' without its 'in': '2023', 'the first quarter of 2024', 'January-April 2024'; and 2024年一季度. */
export function periodWords(period: Period): { en: string; short: string; zh: string } {
  const year = yearOf(period.from)
  const last = yearOf(period.to)
  if (isWholeYears(period)) {
    return year === last
      ? { en: `${year}`, short: `${year}`, zh: `${year}年` }
      : { en: `${year}-${last}`, short: `${year}-${last}`, zh: `${year}—${last}年` }
  }
  const from = period.from % 12
  const to = period.to % 12
  const stretch = year === last ? STRETCHES.get(`${from}-${to}`) : undefined
  if (stretch !== undefined)
    return {
      en: `${stretch.en} of ${year}`,
      short: `${stretch.short} ${year}`,
      zh: `${year}年${stretch.zh}`,
    }
  const month = `${MONTHS[to]} ${last}`
  if (period.from === period.to) return { en: month, short: month, zh: `${last}年${to + 1}月` }
  if (year === last)
    return {
      en: `${MONTHS[from]}-${month}`,
      short: `${MONTHS[from]}-${month}`,
      zh: `${year}年${from + 1}—${to + 1}月`,
    }
  const span = `${MONTHS[from]} ${year} to ${month}`
  return { en: span, short: span, zh: `${year}年${from + 1}月—${last}年${to + 1}月` }
}

/** Every fact of a base, in its order. */
export const factsOf = (base: FactBase): Fact[] => Array.from({ length: base.size }, (_, at) => base.fact(at))

/** How many things each wording names: an alias of two things is no synonym of either. */
function aliasOwners({ regions, industries, bases, measures, organisations, units }: Vocabulary) {
  const owners = new Map<string, number>()
  for (const list of [regions, industries, bases, measures, organisations, units]) {
    for (const { en, zh, aliases } of list.values()) {
      for (const wording of new Set([en, zh, ...aliases].map(keyOf)))
        owners.set(wording, (owners.get(wording) ?? 0) + 1)
    }
  }
  return owners
}

/** Singular and plural, hyphen and blank are one wording. */
const keyOf = (wording: string): string =>
  fold(wording)
    .split(/[\s-]+/)
    .map((word) => word.replace(/ies$/, 'y').replace(/s$/, ''))
    .join(' ')

/** Long enough to be a name, and no question ("how many firms", 多少企业) or pinyin. */
const isName = (alias: string): boolean =>
  alias.length > 1 &&
  !/^(?:how|which|what|who)\b|[多几]少?[个家项少]|几|了$|谁/i.test(alias) &&
  !isPinyin(alias)
/** "earned", "churned out": verbs need another sentence. */
const WORTH = /value|amount|spending|额|值/
const isVerb = (alias: string): boolean =>
  /^[a-z]+(?:ed|ing|t|n|k|d|s|e|w|l)(?: (?:out|in|into|off|up|by|abroad|with|together|overseas|live|work|a site|an area).*)?$/.test(
    alias,
  ) && !/ (?:out|in)put$/.test(alias)

/** "haishang fengdian" */
export const isPinyin = (alias: string): boolean => alias.length > 4 && PINYIN.test(alias)
const PINYIN =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:[iu]?ang?|iao|[iu]?ai|ao|ei|eng?|ing?|iong|ong|ou|uo|ui|un|iu|[iu]e|ve|er|[aeiouv]) ?)+$/

const NOTHING = { en: '', zh: '' }
const STATUS_WORDS = {
  actual: NOTHING,
  planned: { en: 'planned', zh: '计划' },
  target: { en: 'target', zh: '目标' },
  // what is being done is asked for as what is there
  ongoing: NOTHING,
}
const STRETCHES = new Map([
  ['0-2', { en: 'the first quarter', short: 'Q1', zh: '一季度' }],
  ['3-5', { en: 'the second quarter', short: 'Q2', zh: '二季度' }],
  ['6-8', { en: 'the third quarter', short: 'Q3', zh: '三季度' }],
  ['9-11', { en: 'the fourth quarter', short: 'Q4', zh: '四季度' }],
  ['0-5', { en: 'the first half', short: 'H1', zh: '上半年' }],
  ['6-11', { en: 'the second half', short: 'H2', zh: '下半年' }],
  ['0-8', { en: 'the first three quarters', short: 'first three quarters', zh: '前三季度' }],
])
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

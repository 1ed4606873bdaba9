/**
 * Families of questions: every fact asked in each of these ways. A way that a fact does not allow (it has no
 * abbreviation, no word long enough for two slips) gives no question. The same facts and vocabulary give the same questions.
 */
import type { Answer } from '../../src/answer/answer.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { chanceOf, misspelt } from './families-typos.ts'
import { isPinyin, type Names, type Parts } from './families-words.ts'

export const WAYS = [
  'keyword',
  'sentence',
  'one-slip',
  'two-slips',
  'swapped',
  'synonym',
  'abbreviation',
  'zh-short',
  'zh-long',
  'zh-swapped',
  'zh-synonym',
  'pinyin',
  'mixed',
  'no-period',
  'zh-no-period',
] as const
export type Way = (typeof WAYS)[number]

/** The question that asks for a fact in one way; null where the way is none for it. `known`: words that no slip may make. */
export function questionOf(parts: Parts, way: Way, known: ReadonlySet<string>): string | null {
  const { place, base, industry, period } = parts
  const chance = chanceOf(`${way} ${parts.fact.id}`)
  const pick = <T>(list: readonly T[]): T | undefined => list[chance(Math.max(1, list.length))]
  const en = (names: Names, wanted: (alias: string) => boolean): string | undefined =>
    pick(names.aliases.filter((alias) => !HAN.test(alias) && wanted(alias)))
  const zh = (names: Names): string | undefined => pick(names.aliases.filter((alias) => HAN_ONLY.test(alias)))

  if (way === 'keyword') return said(place.en, thing(parts), period.en)
  if (way === 'sentence') return sentence(parts)
  if (way === 'one-slip' || way === 'two-slips') {
    const names = [place.en, industry?.en ?? '', base.en, parts.subject.en].join(' ').split(/[\s-]+/)
    return misspelt(said(place.en, thing(parts), period.en), names, way === 'one-slip' ? 1 : 2, known, chance)
  }
  if (way === 'swapped') return said(period.en, thing(parts), place.en)
  if (way === 'synonym') {
    const other = industry === null ? undefined : en(industry, () => true)
    const asked = en(base, () => true)
    if (other === undefined && asked === undefined) return null
    return said(place.en, thing(parts, other, asked), period.en)
  }
  if (way === 'abbreviation') {
    const other = industry === null ? undefined : en(industry, isShort)
    const asked = en(base, isShort)
    if (other === undefined && asked === undefined && parts.measure !== 'growth') return null
    const growth = parts.measure === 'growth' && !parts.average ? 'yoy' : undefined
    return said(place.en, thing(parts, other, asked, growth), period.short)
  }
  if (way === 'zh-short') return `${place.short}${period.zh}${thingZh(parts)}`
  if (way === 'zh-long') return sentenceZh(parts)
  if (way === 'zh-swapped') return `${thingZh(parts)}，${place.zh}${period.zh === '' ? '' : `，${period.zh}`}`
  if (way === 'zh-synonym') {
    const other = industry === null ? undefined : zh(industry)
    const asked = zh(base)
    return other === undefined && asked === undefined
      ? null
      : `${place.short}${period.zh}${thingZh(parts, other, asked)}`
  }
  if (way === 'pinyin') {
    const other = industry?.aliases.find(isPinyin)
    return said(place.pinyin, thing(parts, other, base.aliases.find(isPinyin)), period.en)
  }
  if (way === 'mixed')
    return said(
      place.short,
      parts.organisation.en,
      parts.measure === 'change' ? '' : parts.subject.en,
      industry?.en ?? '',
      tailZh(parts),
      period.en,
    )
  if (period.en === '') return null
  return way === 'no-period' ? said(place.en, thing(parts)) : `${place.short}${thingZh(parts)}`
}

/** Whether the fact is what the answer tells first, or one that the question does not tell apart from it. */
export function comesFirst(fact: Fact, way: Way, { kind, facts }: Answer): boolean {
  if (kind === 'nothing' || kind === 'unclear' || kind === 'talk') return false
  // statements without a number are told together
  const told = fact.quantity === undefined ? facts.slice(0, STATEMENTS) : facts.slice(0, 1)
  const anyTime = way === 'no-period' || way === 'zh-no-period' || fact.period === null
  return told.some((first) => first.id === fact.id || isSaidAlike(first, fact, anyTime))
}

/** The same place, thing, subject, company, and time: nothing in the question tells them apart. */
const isSaidAlike = (a: Fact, b: Fact, anyTime: boolean): boolean =>
  a.region === b.region &&
  a.industry === b.industry &&
  a.indicator === b.indicator &&
  a.subject?.en === b.subject?.en &&
  a.basis?.of?.en === b.basis?.of?.en &&
  a.organisations.join() === b.organisations.join() &&
  (a.status === 'actual' || a.status === 'ongoing') === (b.status === 'actual' || b.status === 'ongoing') &&
  (anyTime || (a.period?.from === b.period?.from && a.period?.to === b.period?.to))

/** "planned NEV output growth", "offshore wind share of total installed capacity" */
function thing(parts: Parts, industry?: string, base?: string, measure?: string): string {
  const { status, organisation, subject, of, average } = parts
  const isChange = parts.measure === 'change'
  const head = said(
    status.en,
    organisation.en,
    isChange ? '' : subject.en,
    industry ?? parts.industry?.en ?? '',
    base ?? parts.base.en,
    isChange ? subject.en : '',
  )
  if (parts.measure === null) return head
  if (measure !== undefined) return `${head} ${measure}`
  if (parts.measure === 'growth') return `${head} ${average ? 'average annual growth' : 'growth'}`
  if (parts.measure === 'share') return `${head} share${of.en === '' ? '' : ` of ${of.en}`}`
  if (parts.measure === 'lead') return `${head} lead over ${of.en}`
  return `${head} change since ${of.en}`
}

/** 计划新能源汽车产量增速, 海上风电装机容量占电力总装机容量的比重 */
function thingZh(parts: Parts, industry?: string, base?: string): string {
  const { organisation, subject, measure } = parts
  const named = industry ?? parts.industry?.zh ?? ''
  return `${organisation.zh}${measure === 'change' ? named : subject.zh + named}${tailZh(parts, base)}`
}

function tailZh({ status, base: { zh }, measure, of, average, subject }: Parts, base = zh): string {
  const head = status.zh + base + (measure === 'change' ? subject.zh : '')
  if (measure === null) return head
  if (measure === 'growth') return `${head}${average ? '年均增速' : '增速'}`
  if (measure === 'share') return of.zh === '' ? `${head}占比` : `${head}占${of.zh}的比重`
  if (measure === 'lead') return `${head}高于${of.zh}多少`
  return `${head}比${of.zh}提高多少`
}

function sentence(parts: Parts): string {
  const { place, period, fact, measure, of, status, base, industry, subject, organisation } = parts
  const when = period.en === '' ? '' : ` in ${period.en}`
  const what = said(organisation.en, subject.en, industry?.en ?? '', base.en)
  if (fact.quantity === undefined) {
    const about = said(organisation.en, subject.en, industry?.en ?? '') || 'the economy'
    const ask = STATEMENTS_EN[fact.indicator] ?? `What is the ${base.en} of PLACE: THING`
    return `${ask.replace('PLACE', place.en).replace('THING', about)}${when}?`
  }
  if (status.en === 'actual') return `What was the actual ${what}${tailOf(parts)} of ${place.en}${when}?`
  if (status.en === 'planned') return `What ${what}${tailOf(parts)} is planned in ${place.en}${when}?`
  if (status.en === 'target') return `What is the target for ${what}${tailOf(parts)} in ${place.en}${when}?`
  if (measure === 'growth' && !parts.average) return `How fast did ${what} grow in ${place.en}${when}?`
  if (measure === 'share' && of.en !== '')
    return `What share of ${of.en} did the ${what} of ${place.en} make up${when}?`
  if (measure !== null) return `What was the ${thing(parts)} in ${place.en}${when}?`
  if (MONEY.has(fact.quantity.unit)) return `How much was the ${what} of ${place.en}${when}?`
  if (fact.quantity.unit === 'percent') return `What was the ${what} of ${place.en}${when}?`
  return `How many ${what} were there in ${place.en}${when}?`
}

const tailOf = (parts: Parts): string => thing(parts).slice(thing({ ...parts, measure: null }).length)

function sentenceZh(parts: Parts): string {
  const { place, period, fact, measure, of, status, base, industry, subject, organisation } = parts
  const what = `${organisation.zh}${subject.zh}${industry?.zh ?? ''}${base.zh}`
  const where = `${place.zh}${period.zh}`
  if (fact.quantity === undefined) {
    const about = `${organisation.zh}${subject.zh}${industry?.zh ?? ''}` || '经济'
    const ask = STATEMENTS_ZH[fact.indicator] ?? `PLACETHING的${base.zh}`
    return `请问${ask.replace('PLACE', where).replace('THING', about)}？`
  }
  if (status.zh !== '')
    return `请问${where}${status.zh}${what}${measure === 'growth' ? '增速' : measure === 'share' ? `占${of.zh}比重` : ''}是多少？`
  if (measure === 'growth' && !parts.average) return `请问${where}${what}增长了多少？`
  if (measure === 'share' && of.zh !== '') return `请问${where}${what}占${of.zh}的比重是多少？`
  if (measure !== null) return `请问${where}${thingZh(parts)}`
  return `请问${where}的${what}是多少？`
}

/** How a statement is asked for, by what it is about. */
const STATEMENTS_EN: Readonly<Record<string, string>> = {
  'industrial-focus': 'Is PLACE developing THING',
  policy: 'What policy does PLACE have on THING',
  progress: 'What progress has PLACE made in THING',
  recognition: 'What recognition has PLACE got for THING',
  official: 'Who is the office holder in PLACE',
  'company-project': 'Which company project is there in PLACE: THING',
  partnership: 'Which partners are there in PLACE: THING',
}
const STATEMENTS_ZH: Readonly<Record<string, string>> = {
  'industrial-focus': 'PLACE是否发展THING',
  policy: 'PLACE在THING方面有什么政策',
  progress: 'PLACETHING有什么进展',
  recognition: 'PLACETHING获得了什么荣誉',
  official: 'PLACE的任职者是谁',
}
const said = (...words: string[]): string => words.filter((word) => word !== '').join(' ')
/** "NEV", "R&D", "SEIs" */
const isShort = (alias: string): boolean => /^[A-Z][A-Z&+]{1,5}s?$/.test(alias)
const HAN = /\p{Script=Han}/u
const HAN_ONLY = /^\p{Script=Han}+$/u
const MONEY = new Set(['yuan', 'usd'])
const STATEMENTS = 5

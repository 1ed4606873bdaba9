/**
 * Every fact asked for with one thing changed to what the base does not hold: another place, year, industry,
 * indicator or status. That nothing is held is found out from the facts themselves, widely: nothing related may be there.
 */
import type { Answer } from '../../src/answer/answer.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { yearOf } from '../../src/facts/period.ts'
import type { Vocabulary } from '../../src/facts/vocabulary.ts'
import type { Way } from './families.ts'
import { chanceOf } from './families-typos.ts'
import { type Parts, periodWords } from './families-words.ts'

export const CHANGES = ['place', 'year', 'industry', 'indicator', 'status'] as const
export type Change = (typeof CHANGES)[number]

/** The ways in which what is not there is asked for. */
export const ABSENT_WAYS: readonly Way[] = ['keyword', 'sentence', 'one-slip', 'zh-short', 'zh-long', 'mixed']

/** Changes one thing of what a question says; null where the fact does not have that thing, or all others are held. */
export function absences(
  vocabulary: Vocabulary,
  facts: readonly Fact[],
): (parts: Parts, change: Change) => Parts | null {
  const of = Map.groupBy(facts, ({ region }) => region)
  const baseOf = (id: string): string => vocabulary.splitIndicator(id).base
  const areBases = (a: string, b: string): boolean => vocabulary.baseIsA(a, b) || vocabulary.baseIsA(b, a)
  const areIndustries = (a: string, b: string): boolean =>
    a === 'economy' || b === 'economy' || vocabulary.industryIsA(a, b) || vocabulary.industryIsA(b, a)
  /** Facts of a place that measure anything related of anything related. */
  const related = (place: string, industry: string, base: string): Fact[] =>
    (of.get(place) ?? []).filter(
      (fact) => areBases(baseOf(fact.indicator), base) && areIndustries(fact.industry, industry),
    )
  const places = [...vocabulary.regions.values()].filter(
    ({ level }) => level === 'prefecture' || level === 'province',
  )
  const isNamedIn = (names: readonly string[], place: string): boolean =>
    (of.get(place) ?? []).some(({ statement, statementZh = '', subject }) => {
      const text = `${statement} ${statementZh} ${subject?.en ?? ''} ${subject?.zh ?? ''}`.toLowerCase()
      return names.some((name) => text.includes(name.toLowerCase()))
    })

  return (parts, change) => {
    const { fact, subject } = parts
    const base = baseOf(fact.indicator)
    const chance = chanceOf(`${change} ${fact.id}`)
    const draw = <T>(list: readonly T[], fits: (one: T) => boolean): T | undefined => {
      for (let tries = 0; tries < TRIES; tries++) {
        const one = list[chance(list.length)]!
        if (fits(one)) return one
      }
      return undefined
    }
    if (change === 'place') {
      // "Linyi Mall" says its place itself
      if ([subject.en, parts.organisation.en].some((name) => namesPlace(name, places))) return null
      const other = draw(
        places,
        ({ code, en, zh }) =>
          related(code, fact.industry, base).length === 0 &&
          !vocabulary.regionAncestors(fact.region).includes(code) &&
          places.filter((one) => one.en === en || one.zh === zh).length === 1,
      )
      return other === undefined ? null : { ...parts, place: { ...other, abbr: '' } }
    }
    if (change === 'year') {
      const { period } = fact
      // "since 2018" asks for another year's figure
      if (period === null || parts.period.en === '' || parts.measure === 'change') return null
      const near = related(fact.region, fact.industry, base)
      const year = draw(
        YEARS,
        (one) =>
          !near.some(
            ({ period: has, statement, basis }) =>
              statement.includes(`${one}`) ||
              basis?.of?.en.includes(`${one}`) ||
              (has !== null && yearOf(has.from) <= one && yearOf(has.to) >= one),
          ),
      )
      if (year === undefined) return null
      const months = (year - yearOf(period.from)) * 12
      return {
        ...parts,
        period: periodWords({ ...period, from: period.from + months, to: period.to + months }),
      }
    }
    if (change === 'industry') {
      // an office is asked for by its place alone
      if (fact.indicator === 'official') return null
      const other = draw(
        [...vocabulary.industries.values()],
        ({ id, en, zh, aliases }) =>
          id !== 'economy' &&
          !areIndustries(id, fact.industry === 'economy' ? 'industry' : fact.industry) &&
          (vocabulary.bases.get(base)?.industry === undefined ||
            !areIndustries(id, vocabulary.bases.get(base)!.industry!)) &&
          (of.get(fact.region) ?? []).every(
            (one) =>
              !areBases(baseOf(one.indicator), base) ||
              one.industry === 'economy' ||
              !areIndustries(one.industry, id),
          ) &&
          !isNamedIn([en, zh, ...aliases], fact.region),
      )
      return other === undefined ? null : { ...parts, subject: { en: '', zh: '' }, industry: other }
    }
    if (fact.quantity === undefined) return null
    if (change === 'indicator') {
      const other = draw(
        [...vocabulary.bases.values()],
        ({ id, topic, units, en, zh, aliases }) =>
          !topic &&
          !areBases(id, base) &&
          // "output" may be pieces or money
          !vocabulary.bases.get(base)!.aliases.includes(en) &&
          // a rate has no share of its own
          units.some((unit) => unit !== 'percent') &&
          related(fact.region, fact.industry, id).length === 0 &&
          !isNamedIn([en, zh, ...aliases], fact.region),
      )
      return other === undefined ? null : { ...parts, base: other }
    }
    if (STATES.test(subject.en)) return null
    const near = related(fact.region, parts.industry === null ? 'economy' : fact.industry, base)
    const isReal = (one: Fact): boolean => one.status === 'actual'
    if (isReal(fact)) {
      return near.every(isReal) ? { ...parts, status: AHEAD[chance(2)]! } : null
    }
    return near.some((one) => isReal(one) || one.status === 'ongoing') ? null : { ...parts, status: REAL }
  }
}

const namesPlace = (name: string, places: readonly { en: string }[]): boolean =>
  places.some(({ en }) => new RegExp(`\\b${en}\\b`).test(name))

/** Whether nothing was given as the answer; a question for a figure may be told a statement without one. */
export function isRefused(fact: Fact, { kind, facts }: Answer): boolean {
  if (kind === 'nothing' || kind === 'talk') return true
  if (kind === 'unclear') return false
  return fact.quantity === undefined
    ? facts.length === 0
    : facts.every(({ quantity }) => quantity === undefined)
}

const YEARS = Array.from({ length: 24 }, (_, i) => 2007 + i)
const AHEAD = [
  { en: 'planned', zh: '计划' },
  { en: 'target', zh: '目标' },
]
const REAL = { en: 'actual', zh: '实际' }
/** "projects under construction", "companies targeted": the subject has a status of its own. */
const STATES = /target|plan|under construction|year's/
const TRIES = 60

/** Whether a fact that is no longer in the base was what a query asks for: by its names alone, which is less than finding does. */
import type { Fact } from '../facts/fact.ts'
import type { Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'

export function concerns(query: Query, fact: Fact, vocabulary: Vocabulary): boolean {
  if (query.sides !== undefined) return query.sides.some((side) => concerns(side, fact, vocabulary))
  const { region, industry, indicator, organisations, period, status, statement } = fact
  const one = <T>(asked: readonly T[], fits: (each: T) => boolean) => asked.length === 0 || asked.some(fits)
  const readings = (asked: string) => asked.split('|')
  const { base, measure } = vocabulary.splitIndicator(indicator)
  return (
    one(query.regions, (code) => code === region) &&
    (query.within === undefined || vocabulary.regionAncestors(region).includes(query.within)) &&
    (query.level === undefined || vocabulary.regions.get(region)?.level === query.level) &&
    one(query.industries, (id) => readings(id).some((each) => vocabulary.industryIsA(industry, each))) &&
    one(query.indicators, (id) =>
      readings(id).some((each) => {
        const asked = vocabulary.splitIndicator(each)
        const isBase = asked.base === '*' || vocabulary.baseIsA(base, asked.base)
        return isBase && (asked.measure === null || asked.measure === 'level' || asked.measure === measure)
      }),
    ) &&
    one(query.organisations, (id) => organisations.includes(id)) &&
    one(
      query.periods,
      ({ from, to }) => period !== null && period.from >= from && (query.since === true || period.to <= to),
    ) &&
    (query.status === undefined || query.status === status) &&
    query.words.every((word) => statement.toLowerCase().includes(word.toLowerCase()))
  )
}

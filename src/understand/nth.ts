/** "The second one", 第三个呢: something the last answer offered or listed. */
import type { FactBase } from '../facts/base.ts'
import { emptyQuery, type Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { indicatorsAfter } from './carried-things.ts'
import type { Composed } from './compose.ts'
import type { Memory } from './understanding.ts'

/** Which one is meant, from 0 on; of the last of `count` things its place. Null where no place is named. */
export function nthOf({ cues }: Composed, text: string, count: number): number | null {
  if (!cues.has('follow:nth')) return null
  const nth = NTH.findIndex((pattern) => pattern.test(text))
  return nth === NTH.length - 1 ? count - 1 : nth
}

/** The question about the place of that line: what was asked of all, or what is asked of it now. */
export function ofListed(
  composed: Composed,
  text: string,
  { listed = [], query: last }: Memory,
  base: FactBase,
  vocabulary: Vocabulary,
): Query | null {
  const { draft } = composed
  const nth = nthOf(composed, text, listed.length)
  const isOther =
    draft.regions.length + draft.organisations.length + draft.industries.length + draft.words.length
  if (nth === null || last === null || isOther > 0 || draft.level !== undefined) return null
  const fact = base.byId(listed[nth] ?? '')
  if (fact === undefined) return null
  const status = draft.status ?? last.status
  return {
    ...emptyQuery(draft.intent === 'sources' ? 'sources' : 'lookup'),
    regions: [fact.region],
    industries: fact.industry === ECONOMY ? [] : [fact.industry],
    indicators: indicatorsAfter(
      composed,
      { ...last, ...(hasThing(last) ? {} : { indicators: [fact.indicator] }) },
      vocabulary,
    ),
    periods: draft.periods.length > 0 ? draft.periods : last.periods,
    ...(status === undefined ? {} : { status }),
  }
}

const hasThing = ({ indicators }: Query): boolean => indicators.some((id) => !id.startsWith('*'))
const ECONOMY = 'economy'
const NTH = [/first|第一/, /second|第二/, /third|第三/, /fourth|第四/, /fifth|第五/, /last|最后/]

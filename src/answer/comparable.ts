/**
 * The comparability verdict: in which dimensions facts that are set side by side differ. Where they differ, values
 * are shown with the differences named, and nobody is called the higher one.
 */
import type { Fact } from '../facts/fact.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import type { Caveat, ComparisonDimension } from './answer.ts'
import { stretchOf } from './series.ts'

/** The dimensions in which the facts are not alike; none means they can be compared. */
export function differencesOf(facts: readonly Fact[], vocabulary: Vocabulary): ComparisonDimension[] {
  return DIMENSIONS.filter(([, of]) => new Set(facts.map((fact) => of(fact, vocabulary))).size > 1).map(
    ([dimension]) => dimension,
  )
}

/** Places of which one lies in the other: summed or ranked together they would count twice. */
export function containments(facts: readonly Fact[], vocabulary: Vocabulary): Caveat[] {
  const found: Caveat[] = []
  const regions = [...new Set(facts.map(({ region }) => region))]
  for (const inner of regions) {
    const ancestors = vocabulary.regionAncestors(inner)
    for (const outer of regions)
      if (ancestors.includes(outer)) found.push({ kind: 'contained', inner, outer })
  }
  return found
}

const DIMENSIONS: readonly [ComparisonDimension, (fact: Fact, vocabulary: Vocabulary) => string][] = [
  ['indicator', ({ indicator }) => indicator],
  ['industry', ({ industry }) => industry],
  ['subject', ({ subject }) => subject?.en ?? ''],
  ['scope', ({ scope }) => scope?.en ?? ''],
  ['level', ({ region }, vocabulary) => vocabulary.regions.get(region)?.level ?? ''],
  ['period', ({ period }) => (period === null ? '' : `${period.from}-${period.to}`)],
  [
    'basis',
    (fact) =>
      `${fact.basis?.kind ?? ''} ${fact.basis?.of?.en ?? ''} ${fact.basis?.years ?? ''} ${stretchOf(fact).split(':')[0]}`,
  ],
  ['status', ({ status }) => status],
  ['unit', ({ quantity }) => quantity?.unit ?? ''],
]

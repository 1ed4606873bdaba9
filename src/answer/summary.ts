/** What is known of a place or an industry: grouped by industry, figures first, newest first, plans apart. */
import type { Fact } from '../facts/fact.ts'
import type { Answer, SummaryGroup } from './answer.ts'
import type { Desk } from './answerer.ts'
import { contradicting, inTellingOrder } from './choose.ts'
import { seriesKey } from './series.ts'

export function summary(desk: Desk): Answer {
  const { query } = desk
  const matches = desk.find(query.intent === 'summary' ? { ...query, words: [] } : query)
  if (matches.length === 0) return desk.nothing()
  if (query.words.length > 0 && query.intent === 'summary' && desk.find().length === 0) return desk.nothing()
  const holding = query.intent === 'summary' && query.words.length > 0 ? wordedOf(desk) : NONE
  // one line per series: the fact of it that is worth telling
  const series = new Map<string, Fact[]>()
  for (const { fact } of matches) {
    const key =
      fact.quantity === undefined
        ? fact.id
        : `${seriesKey(fact)}|${fact.status === 'actual' ? '' : fact.status}`
    const known = series.get(key)
    if (known === undefined) series.set(key, [fact])
    else known.push(fact)
  }
  const told = [...series.values()].map((facts) => inTellingOrder(facts, desk.newestFirst)[0]!)
  const disputed = [...series.values()].filter((facts, i) => contradicting(told[i]!, facts).length > 0)
  const all = [...told].sort(
    (a, b) =>
      Number(holding.has(b.id)) - Number(holding.has(a.id)) ||
      weightOf(b) - weightOf(a) ||
      desk.newestFirst(a, b),
  )
  const from = query.offset ?? 0
  const shown = all.slice(from, from + SHOWN)
  if (shown.length === 0) return desk.nothing()
  const groups: SummaryGroup[] = []
  for (const fact of shown) {
    const group = groups.find(({ industry }) => industry === fact.industry)
    if (group === undefined) groups.push({ industry: fact.industry, facts: [fact] })
    else (group.facts as Fact[]).push(fact)
  }
  return {
    kind: 'summary',
    ...desk.common(shown, [
      ...(disputed.length > 0
        ? [{ kind: 'disputed' as const, regions: [...new Set(disputed.map(([fact]) => fact!.region))] }]
        : []),
      ...(all.length > from + shown.length
        ? [{ kind: 'cut' as const, shown: from + shown.length, total: all.length }]
        : []),
    ]),
    groups,
    total: all.length,
  }
}

/** Those whose text holds the words the overview was asked with: told before all else. */
const wordedOf = (desk: Desk): ReadonlySet<string> => new Set(desk.find().map(({ fact }) => fact.id))
const NONE: ReadonlySet<string> = new Set()

/** Figures before statements, results before plans, the place's own before a company's. */
const weightOf = ({ quantity, status, organisations, indicator, industry, subject }: Fact): number =>
  // how large the economy is, and how fast it grows, before all else
  (industry === ECONOMY && subject === undefined && quantity !== undefined && status === 'actual'
    ? (HEADLINES.get(indicator) ?? 0)
    : 0) +
  (quantity === undefined ? 0 : 8) +
  (status === 'actual' ? 2 : status === 'planned' ? 1 : 0) +
  (organisations.length > 0 ? 0 : 1) +
  (indicator.endsWith('.lead') || indicator.endsWith('.change') ? -3 : 0)

const ECONOMY = 'economy'
const HEADLINES: ReadonlyMap<string, number> = new Map([
  ['gdp', 4],
  ['gdp.growth', 3],
])
const SHOWN = 16

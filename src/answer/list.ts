/** Several facts side by side: which industries, which companies, everything over an amount. */
import type { Fact } from '../facts/fact.ts'
import type { Answer } from './answer.ts'
import type { Desk } from './answerer.ts'
import { caveatsOf } from './lookup.ts'
import { isPartYear, seriesKey } from './series.ts'

export function list(desk: Desk): Answer {
  const { query } = desk
  let matches = desk.find()
  // "which industries", "which companies": the kind of statement is a wish; "which policy" is a constraint
  const topic = query.indicators.length > 0 && query.indicators.every((id) => WISHES.has(id))
  if (matches.length === 0 && topic) matches = desk.find({ ...query, indicators: [] })
  if (desk.understanding.links.some(({ entity }) => entity === 'base:enterprises')) {
    const ofCompanies = matches.filter(({ fact }) => fact.organisations.length > 0)
    if (ofCompanies.length > 0) matches = ofCompanies
  }
  if (matches.length === 0) return desk.nothing()
  const seen = new Map<string, Fact>()
  for (const { fact } of [...matches].sort(
    (a, b) =>
      b.score - a.score ||
      Number(isPartYear(a.fact)) - Number(isPartYear(b.fact)) ||
      desk.newestFirst(a.fact, b.fact),
  )) {
    const key = fact.quantity === undefined || query.filter !== undefined ? fact.id : seriesKey(fact)
    if (!seen.has(key)) seen.set(key, fact)
  }
  const ofPlaces = query.regions.length === 0 && (query.within !== undefined || query.level !== undefined)
  const all = ofPlaces ? eachPlaceFirst([...seen.values()]) : [...seen.values()]
  const from = query.offset ?? 0
  const shown = all.slice(from, from + (query.limit ?? SHOWN))
  if (shown.length === 0) return desk.nothing()
  const caveats = shown.length === 1 ? caveatsOf(matches[0]!, query.periods.length > 0) : []
  if (all.length > from + shown.length)
    caveats.push({ kind: 'cut', shown: from + shown.length, total: all.length })
  return { kind: 'list', ...desk.common(shown, caveats), total: all.length }
}

/** "Which cities make batteries": the best fact of every place, figures before statements, then what else is known of them. */
function eachPlaceFirst(facts: readonly Fact[]): Fact[] {
  const best = new Map<string, Fact>()
  for (const fact of facts) {
    const known = best.get(fact.region)
    if (known === undefined || (known.quantity === undefined && fact.quantity !== undefined))
      best.set(fact.region, fact)
  }
  const first = new Set(best.values())
  return [...first, ...facts.filter((fact) => !first.has(fact))]
}

const WISHES: ReadonlySet<string> = new Set(['industrial-focus', 'company-project'])
const SHOWN = 10

/**
 * What was asked, with no wording left: two questions that mean the same have equal queries. The one-line text
 * form is what buttons carry, digests store and the corpus is written in:
 *
 *   lookup r:370500 i:offshore-wind n:investment p:2023 s:planned "park"
 */
import type { IndicatorId, IndustryId, OrganisationId, RegionCode, Status, UnitId } from './fact.ts'
import { STATUSES } from './fact.ts'
import { formatPeriod, type Period, parsePeriod } from './period.ts'

export const INTENTS = [
  'lookup',
  'compare',
  'rank',
  'trend',
  'summary',
  'list',
  'aggregate',
  'define',
  'sources',
] as const
export type Intent = (typeof INTENTS)[number]

/** Asked of the amount itself: 'over 200 billion', 'between 10 and 30 percent', 'which number is 31.8 percent'. */
export interface Filter {
  op: 'over' | 'under' | 'between' | 'equal'
  /** In base units of `unit`; with 'between' the lower end. */
  value: number
  /** The upper end of 'between'. */
  high?: number
  unit?: UnitId
}

/** How several values become one: what `aggregate` asks. */
export type Fold = 'sum' | 'average' | 'ratio' | 'count' | 'difference'

/**
 * What a fact must be beyond its names: of whole years ("full-year exports"), a company's own ("which company"), all
 * there is of something and not what was newly added ("total number"), one project's ("the largest project"), of all
 * companies together ("total investment in the sector").
 */
export const ONLY = ['whole-years', 'companies', 'stock', 'single', 'all-companies'] as const
export type Only = (typeof ONLY)[number]

export interface Query {
  intent: Intent
  regions: readonly RegionCode[]
  /** Only places inside this one: 'cities in Shandong'. */
  within?: RegionCode
  /** Only places of this level: 'which city', 'which province'. */
  level?: 'province' | 'prefecture' | 'county'
  /** Each may hold readings, of which one is enough: 'coal|coal-power', 'output|output-value.growth'. */
  industries: readonly IndustryId[]
  indicators: readonly IndicatorId[]
  /** Several industries or indicators were asked side by side ("exports and imports"): one of them is enough. */
  any?: boolean
  organisations: readonly OrganisationId[]
  periods: readonly Period[]
  /** Every period from the first on ('since 2020') instead of these alone. */
  since?: boolean
  status?: Status
  unit?: UnitId
  filter?: Filter
  /** Amounts quoted in the question that name a fact rather than limit it: 'the 774 projects'. */
  quoted: readonly Filter[]
  /** Words no name carries; a fact answers only if its statement holds them. */
  words: readonly string[]
  only?: readonly Only[]
  fold?: Fold
  order?: 'highest' | 'lowest'
  limit?: number
  offset?: number
  /** compare and aggregate: the things set side by side, where they differ in more than the place. */
  sides?: readonly Query[]
}

export const emptyQuery = (intent: Intent): Query => ({
  intent,
  regions: [],
  industries: [],
  indicators: [],
  organisations: [],
  periods: [],
  quoted: [],
  words: [],
})

/** The one-line form; parseQuery reads it back to an equal query. */
export function formatQuery(query: Query): string {
  const own = formatOne(query)
  return query.sides === undefined ? own : [own, ...query.sides.map(formatOne)].join(' | ')
}

function formatOne(query: Query): string {
  const out: string[] = [query.intent]
  const list = (key: string, values: readonly string[]) => {
    if (values.length > 0) out.push(`${key}:${values.map(escapeValue).join(',')}`)
  }
  list('r', query.regions)
  if (query.within !== undefined) out.push(`in:${query.within}`)
  if (query.level !== undefined) out.push(`level:${query.level}`)
  list('i', query.industries)
  list('n', query.indicators)
  list('o', query.organisations)
  if (query.periods.length > 0) {
    out.push(`p:${query.periods.map(formatPeriod).join(',')}${query.since === true ? '+' : ''}`)
  }
  if (query.status !== undefined) out.push(`s:${query.status}`)
  if (query.unit !== undefined) out.push(`u:${escapeValue(query.unit)}`)
  if (query.filter !== undefined) out.push(`f:${formatFilter(query.filter)}`)
  list('q', query.quoted.map(formatFilter))
  if (query.any === true) out.push('any:1')
  list('only', query.only ?? [])
  if (query.fold !== undefined) out.push(`fold:${query.fold}`)
  if (query.order !== undefined) out.push(`order:${query.order}`)
  if (query.limit !== undefined) out.push(`top:${query.limit}`)
  if (query.offset !== undefined) out.push(`from:${query.offset}`)
  list('w', query.words)
  return out.join(' ')
}

/** Reads the one-line form; null when the line is none (a stale or forged button). */
export function parseQuery(line: string): Query | null {
  const [own, ...sides] = line.split(' | ').map(parseOne)
  if (own === null || own === undefined || sides.some((side) => side === null)) return null
  return sides.length === 0 ? own : { ...own, sides: sides as Query[] }
}

function parseOne(line: string): Query | null {
  const [intent, ...fields] = line.trim().split(/ +/)
  if (!isOneOf(INTENTS, intent)) return null
  const query: { -readonly [K in keyof Query]: Query[K] } = emptyQuery(intent)
  for (const field of fields) {
    const cut = field.indexOf(':')
    if (cut < 1) return null
    const key = field.slice(0, cut)
    const text = field.slice(cut + 1)
    const values = text.split(',').map(unescapeValue)
    if (values.some((value) => value === '')) return null
    if (key === 'r') query.regions = values
    else if (key === 'in') query.within = text
    else if (key === 'level' && isOneOf(LEVELS, text)) query.level = text
    else if (key === 'i') query.industries = values
    else if (key === 'n') query.indicators = values
    else if (key === 'o') query.organisations = values
    else if (key === 'p') {
      if (text.endsWith('+')) query.since = true
      const periods = text.replace(/\+$/, '').split(',').map(parsePeriod)
      if (periods.some((period) => period === null)) return null
      query.periods = periods as Period[]
    } else if (key === 's' && isOneOf(STATUSES, text)) query.status = text
    else if (key === 'u') query.unit = unescapeValue(text)
    else if (key === 'f' || key === 'q') {
      const filters = values.map(parseFilter)
      if (filters.some((filter) => filter === null)) return null
      if (key === 'f') query.filter = filters[0] as Filter
      else query.quoted = filters as Filter[]
    } else if (key === 'only') {
      if (!values.every((value) => isOneOf(ONLY, value))) return null
      query.only = values as Only[]
    } else if (key === 'fold' && isOneOf(FOLDS, text)) query.fold = text
    else if (key === 'order' && isOneOf(ORDERS, text)) query.order = text
    else if (key === 'top' && isCount(text)) query.limit = Number(text)
    else if (key === 'from' && isCount(text)) query.offset = Number(text)
    else if (key === 'any') query.any = true
    else if (key === 'w') query.words = values
    else return null
  }
  return query
}

const FILTER = /^(>|<|=)?(-?[\d.]+(?:e[+-]?\d+)?)(?:~(-?[\d.]+(?:e[+-]?\d+)?))?(?:@(.+))?$/
const SIGN = { over: '>', under: '<', equal: '=', between: '' } as const

function formatFilter(filter: Filter): string {
  const high = filter.op === 'between' ? `~${filter.high}` : ''
  return `${SIGN[filter.op]}${filter.value}${high}${filter.unit === undefined ? '' : `@${filter.unit}`}`
}

function parseFilter(text: string): Filter | null {
  const match = FILTER.exec(text)
  if (match === null) return null
  const op = match[1] === '>' ? 'over' : match[1] === '<' ? 'under' : match[1] === '=' ? 'equal' : 'between'
  if ((op === 'between') !== (match[3] !== undefined)) return null
  if (!Number.isFinite(Number(match[2])) || !Number.isFinite(Number(match[3] ?? 0))) return null
  return {
    op,
    value: Number(match[2]),
    ...(match[3] === undefined ? {} : { high: Number(match[3]) }),
    ...(match[4] === undefined ? {} : { unit: match[4] }),
  }
}

/** Values may hold anything a person typed; blanks, commas and percent signs are written as %XX. */
const escapeValue = (text: string): string =>
  ESCAPED.test(text) ? text.replace(/[\s,%]/g, (mark) => encodeURIComponent(mark)) : text
const ESCAPED = /[\s,%]/
function unescapeValue(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const LEVELS = ['province', 'prefecture', 'county'] as const
const FOLDS = ['sum', 'average', 'ratio', 'count', 'difference'] as const
const ORDERS = ['highest', 'lowest'] as const
const isCount = (text: string): boolean => /^\d{1,6}$/.test(text)

function isOneOf<T extends string>(allowed: readonly T[], text: string | undefined): text is T {
  return (allowed as readonly (string | undefined)[]).includes(text)
}

/** The form of a source article's file and of its facts, and what is said about a field that has not got it. */
import { z } from 'zod'
import { nearest } from '../base/nearest.ts'
import { BASIS_KINDS, PUBLISHER_KINDS, STATUSES } from './fact.ts'

/** An id is also a file's name and a part of a link, so it is letters, digits and hyphens only. */
export const ID = /^[a-z0-9][a-z0-9-]{0,119}$/
/** Two of them: the source's and the fact's own. */
export const FACT_ID = /^[a-z0-9][a-z0-9-]{0,119}\/[a-z0-9][a-z0-9-]{0,119}$/

/** How each field is written, with an example: the way out of a message, and the help an editor shows. */
export const FORMS: ReadonlyMap<string, string> = new Map([
  ['id', "Small letters, digits and hyphens: 'offshore-wind-investment'."],
  ['publisher', "The name of the publisher: 'PRNewswire'."],
  ['title', 'The title of the article, or null where it is not known.'],
  ['about', 'What the article is about, where its title is not known.'],
  ['date', 'Day, month or year as far as it is known: 2024-03-27, 2024-03 or 2024; or null.'],
  ['url', 'The address of the article, starting with http:// or https://, or null.'],
  ['kind', `One of: ${PUBLISHER_KINDS.join(', ')}.`],
  ['region', "A code of vocabulary/regions.yaml or counties.csv, quoted: '370500'."],
  ['industry', "An id of vocabulary/industries.yaml; 'economy' for the whole."],
  ['indicator', "A base of vocabulary/indicators.yaml, or base.measure: 'gdp', 'gdp.growth'."],
  ['period', "2023, 2023-12, 2024-01/2024-04, 2021/2025, 'as of 2024-05-31', 'as of 2024-05', or null."],
  ['status', `One of: ${STATUSES.join(', ')}.`],
  ['value', "As people write it: '24.8 billion yuan', 'over 45,000 enterprises', '-2.3 percent'."],
  ['usd', "The dollar amount the article prints: '14.15 billion'."],
  ['basis', `{ kind: ${BASIS_KINDS.join(' | ')}, of: { en: GDP, zh: 地区生产总值 }, years: 3 }.`],
  ['of', '{ en: GDP, zh: 地区生产总值 }.'],
  ['years', 'A whole number of years: 3.'],
  ['subject', '{ en: offshore wind park, zh: 海上风电产业园 }.'],
  ['scope', '{ en: each above 5 million yuan, zh: 每个500万元以上 }.'],
  ['en', 'The English words.'],
  ['zh', 'The Chinese words.'],
  ['organisations', 'A list of ids of vocabulary/organisations.yaml: [catl].'],
  ['inferred', 'A list of: period, region, industry.'],
  ['keywords', 'A list of words a person may ask with: [gigabit city].'],
  ['statement', 'The fact in one sentence of our own.'],
  ['statementZh', 'The fact in one Chinese sentence of our own.'],
  ['source', 'The article: id, publisher, title, date, url, kind.'],
  ['facts', 'A list of facts, each starting with "- id:".'],
])

/** YAML reads 2023 as a number; where text is meant, that is fine. */
const text = (field: string) => z.union([z.string(), z.number()]).describe(FORMS.get(field)!)
const words = (field: string) => z.string().regex(SOMETHING).describe(FORMS.get(field)!)
const phrase = (field: string) =>
  z.strictObject({ en: words('en'), zh: words('zh') }).describe(FORMS.get(field)!)
const SOMETHING = /\S/

export const sourceSchema = z
  .strictObject({
    id: z.string().regex(ID).describe(FORMS.get('id')!),
    publisher: text('publisher'),
    title: text('title').nullable(),
    about: text('about').optional(),
    date: text('date').nullable(),
    url: z
      .string()
      .regex(/^https?:\/\/\S+$/)
      .nullable()
      .describe(FORMS.get('url')!),
    kind: z.enum(PUBLISHER_KINDS).describe(FORMS.get('kind')!),
  })
  .describe(FORMS.get('source')!)

export const factSchema = z.strictObject({
  id: z.string().regex(ID).describe(FORMS.get('id')!),
  region: text('region'),
  industry: text('industry'),
  indicator: text('indicator'),
  period: text('period').nullish(),
  status: z.enum(STATUSES).describe(FORMS.get('status')!),
  value: text('value').optional(),
  usd: text('usd').optional(),
  basis: z
    .strictObject({
      kind: z.enum(BASIS_KINDS),
      of: phrase('of').optional(),
      years: z.int().min(1).max(200).optional().describe(FORMS.get('years')!),
    })
    .describe(FORMS.get('basis')!)
    .optional(),
  subject: phrase('subject').optional(),
  scope: phrase('scope').optional(),
  organisations: z.array(text('organisations')).describe(FORMS.get('organisations')!).optional(),
  inferred: z
    .array(z.enum(['period', 'region', 'industry']))
    .describe(FORMS.get('inferred')!)
    .optional(),
  keywords: z.array(text('keywords')).describe(FORMS.get('keywords')!).optional(),
  statement: words('statement'),
  statementZh: words('statementZh').optional(),
})

export const articleSchema = z.strictObject({ source: sourceSchema, facts: z.array(factSchema) })

export type SourceEntry = z.output<typeof sourceSchema>
export type FactEntry = z.output<typeof factSchema>

/** The schema for editors: `# yaml-language-server: $schema=../facts.schema.json` on a file's first line. */
export const jsonSchema = (): object => ({ title: 'Facts of one article', ...z.toJSONSchema(articleSchema) })

/** One thing wrong with an entry: the path to it, what is wrong, and what would be right. */
export interface Wrong {
  path: PropertyKey[]
  what: string
  wayOut: string
}

/** Checks an entry against its schema: the entry, or everything that is wrong with it in plain words. */
export function checkEntry<T>(
  schema: z.ZodType<T>,
  entry: unknown,
  forms: ReadonlyMap<string, string> = FORMS,
): { data: T } | { wrong: Wrong[] } {
  const { data, error } = schema.safeParse(entry)
  if (error === undefined) return { data }
  return { wrong: error.issues.flatMap((issue) => inWords(issue, schema, entry, forms)) }
}

function inWords(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  entry: unknown,
  forms: ReadonlyMap<string, string>,
): Wrong[] {
  const path = [...issue.path]
  const field = String(path.findLast((step) => typeof step === 'string') ?? '')
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path)
    return issue.keys.map((key) => {
      const meant = nearest(key, known)
      const wayOut = meant === undefined ? `The fields are: ${known.join(', ')}.` : `Did you mean '${meant}'?`
      return { path: [...path, key], what: `unknown field '${shorten(key)}'`, wayOut }
    })
  }
  const value = valueAt(entry, path)
  const form = forms.get(field) ?? FORMS.get(field) ?? 'See data/README.md.'
  if (value === undefined && path.length > 0) return [{ path, what: `'${field}' is missing`, wayOut: form }]
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const meant = nearest(value, issue.values.map(String))
    return [
      {
        path,
        what: `${show(value)} is not allowed`,
        wayOut: meant ? `Did you mean '${meant}'? ${form}` : form,
      },
    ]
  }
  return [{ path, what: `${show(value)} is not allowed`, wayOut: form }]
}

/** The keys a schema knows at a path. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema
  for (const step of path) {
    at = inner(at)
    if (at instanceof z.ZodObject) at = (at.shape as Record<PropertyKey, unknown>)[step]
    else if (at instanceof z.ZodArray) at = at.element
  }
  at = inner(at)
  return at instanceof z.ZodObject ? Object.keys(at.shape) : []
}

function inner(schema: unknown): unknown {
  let at = schema
  while (at instanceof z.ZodOptional || at instanceof z.ZodNullable || at instanceof z.ZodDefault)
    at = at.unwrap()
  return at
}

function valueAt(entry: unknown, path: readonly PropertyKey[]): unknown {
  let at = entry
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<PropertyKey, unknown>)[step]
  }
  return at
}

/** A value for a message: short, on one line. */
export function show(value: unknown): string {
  if (typeof value === 'string') return value.trim() === '' ? 'an empty text' : `'${shorten(value)}'`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value === null || value === undefined) return 'nothing'
  return Array.isArray(value) ? 'a list' : 'a map'
}

export function shorten(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line
}

const SHOWN = 60

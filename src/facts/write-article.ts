/**
 * Writes an article and its facts as a file of data/facts, in the form of data/README.md. Reading the file gives the
 * same facts.
 */
import { isRefusal, numberText, readAmount, writeAmount } from './amount.ts'
import type { Fact, Phrase, Source } from './fact.ts'
import { isoSpan, type Period } from './period.ts'
import { NOT_PLAIN, readPlainYaml } from './plain-yaml.ts'
import type { Quantity } from './quantity.ts'
import type { Vocabulary } from './vocabulary.ts'

export function writeArticle(source: Source, facts: readonly Fact[], vocabulary: Vocabulary): string {
  const lines = ['source:', `  id: ${text(source.id)}`, `  publisher: ${text(source.publisher)}`]
  lines.push(`  title: ${text(source.title)}`)
  if (source.about !== undefined) lines.push(`  about: ${text(source.about)}`)
  lines.push(`  date: ${text(source.date)}`, `  url: ${text(source.url)}`, `  kind: ${source.kind}`, 'facts:')
  for (const fact of facts) {
    const fields = fieldsOf(fact, vocabulary)
    lines.push(...fields.map((field, index) => `${index === 0 ? '  - ' : '    '}${field}`))
  }
  return `${lines.join('\n')}\n`
}

function fieldsOf(fact: Fact, vocabulary: Vocabulary): string[] {
  const { quantity, basis, subject, scope, keywords, statementZh } = fact
  const region = vocabulary.regions.get(fact.region)?.en ?? ''
  const fields = [
    `id: ${text(fact.id.slice(fact.id.indexOf('/') + 1))}`,
    `region: '${fact.region}' # ${region}`,
    `industry: ${text(fact.industry)}`,
    `indicator: ${text(fact.indicator)}`,
    `period: ${fact.period === null ? 'null' : periodText(fact.period)}`,
    `status: ${fact.status}`,
  ]
  if (quantity !== undefined) fields.push(`value: ${text(amountText(quantity, vocabulary))}`)
  if (quantity?.usd !== undefined) fields.push(`usd: ${text(numberText(quantity.usd))}`)
  if (basis !== undefined) {
    const of = basis.of === undefined ? '' : `, of: ${phrase(basis.of)}`
    const years = basis.years === undefined ? '' : `, years: ${basis.years}`
    fields.push(`basis: { kind: ${basis.kind}${of}${years} }`)
  }
  if (subject !== undefined) fields.push(`subject: ${phrase(subject)}`)
  if (scope !== undefined) fields.push(`scope: ${phrase(scope)}`)
  if (fact.organisations.length > 0) fields.push(`organisations: ${list(fact.organisations)}`)
  if (fact.inferred.length > 0) fields.push(`inferred: ${list(fact.inferred)}`)
  if (keywords !== undefined) fields.push(`keywords: ${list(keywords)}`)
  fields.push(`statement: ${text(fact.statement)}`)
  if (statementZh !== undefined) fields.push(`statementZh: ${text(statementZh)}`)
  return fields
}

const periodText = (period: Period): string => (period.asOf ? 'as of ' : '') + isoSpan(period)

/** The source's own words where they say the same; else the amount anew. */
function amountText(quantity: Quantity, vocabulary: Vocabulary): string {
  const read = readAmount(quantity.asStated, vocabulary)
  const { value, unit, bound, asStated } = quantity
  const same = !isRefusal(read) && read.value === value && read.unit === unit && read.bound === bound
  return same ? asStated : writeAmount(value, unit, bound, vocabulary)
}

const list = (texts: readonly string[]): string => `[${texts.map(inFlow).join(', ')}]`
const phrase = ({ en, zh }: Phrase): string => `{ en: ${inFlow(en)}, zh: ${inFlow(zh)} }`

/** Unquoted where it reads as the same text, or as a year. */
function text(value: string | null): string {
  if (value === null) return 'null'
  if (YEAR.test(value)) return value
  return PLAIN.test(value) && readsAs(value, `a: ${value}`) ? value : JSON.stringify(value)
}

const inFlow = (value: string): string =>
  PLAIN.test(value) && !FLOW_SIGN.test(value) && readsAs(value, `a: [${value}]`)
    ? value
    : JSON.stringify(value)

function readsAs(value: string, yaml: string): boolean {
  const read = readPlainYaml(yaml)
  if (read === NOT_PLAIN) return false
  return [(read as { a: unknown }).a].flat()[0] === value
}

const YEAR = /^[12]\d{3}$/
/** Starts with a letter or digit and holds nothing that is no writing. */
const PLAIN = /^[\p{L}\p{N}+-][\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u
const FLOW_SIGN = /[,[\]{}]/

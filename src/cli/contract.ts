/** Answer -> one line of the batch contract (eval/README.md): how answers are measured, so it stays as it is. */
import type { Answer } from '../answer/answer.ts'
import type { Outcome } from '../bot/bot.ts'
import type { FactBase } from '../facts/base.ts'
import type { Fact, Source } from '../facts/fact.ts'
import { isoSpan } from '../facts/period.ts'
import { formatQuery } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'

export interface ContractSource {
  id: string
  publisher: string
  title: string | null
  date: string | null
  url: string | null
}

export interface ContractFact {
  id: string
  /** GB/T 2260, six digits; of a zone, which has none, that of the place it lies in. */
  region: string
  industry: string
  indicator: string
  subject?: string
  period: string | null
  status: Fact['status']
  value: number | null
  unit: string | null
  usd?: number
  /** Where the source bounds the value: over, nearly, about, up-to. */
  bound?: string
  statement: string
  statementZh?: string
  source: ContractSource
}

export interface ContractAnswer {
  status: 'answered' | 'not_found' | 'clarify' | 'help' | 'error'
  intent: string
  /** The one-line form of what was understood. */
  query: string | null
  text: string
  /** What the answer rests on, best first; empty unless it is one. */
  facts: ContractFact[]
  /** Near, but no answer. */
  related: ContractFact[]
  sources?: ContractSource[]
}

export type Known = { vocabulary: Vocabulary; base: Pick<FactBase, 'sources'> }

export function contractOf({ reply, answer, understanding, ok }: Outcome, known: Known): ContractAnswer {
  const status = answer === null ? (ok ? 'help' : 'error') : statusOf(answer)
  const query = understanding?.query ?? null
  const facts = status === 'answered' ? (answer?.facts ?? []) : []
  const related = answer === null ? [] : relatedOf(answer, facts)
  return {
    status,
    intent: query?.intent ?? understanding?.talk ?? status,
    query: query === null ? null : formatQuery(query),
    text: withoutMassMentions(reply.plain),
    facts: facts.map((fact) => factOf(fact, known)),
    related: related.map((fact) => factOf(fact, known)),
    ...(answer?.kind === 'sources' ? { sources: sourcesOf(facts, known) } : {}),
  }
}

/** For a line that is no question at all. */
export const errorAnswer = (text: string): ContractAnswer => ({
  ...{ status: 'error', intent: 'error', query: null, text, facts: [], related: [] },
})

function statusOf(answer: Answer): ContractAnswer['status'] {
  if (answer.kind === 'nothing') return 'not_found'
  if (answer.kind === 'unclear') return 'clarify'
  if (answer.kind !== 'talk') return 'answered'
  // asked for something that no fact can answer, such as why a figure is what it is
  return answer.understanding.talk === 'why' ? 'not_found' : 'help'
}

function relatedOf(answer: Answer, facts: readonly Fact[]): readonly Fact[] {
  if (answer.kind === 'nothing') return answer.nearest.map(({ fact }) => fact)
  if (answer.kind === 'unclear') return answer.choices.flatMap(({ fact }) => fact ?? [])
  if (answer.kind === 'found')
    return [...answer.series, ...answer.others].filter((fact) => !facts.includes(fact))
  return []
}

function factOf(fact: Fact, { vocabulary, base }: Known): ContractFact {
  const { quantity, subject, statementZh } = fact
  return {
    id: fact.id,
    region: standardCode(fact.region, vocabulary),
    industry: vocabulary.industries.get(fact.industry)?.en ?? fact.industry,
    indicator: vocabulary.indicatorName(fact.indicator).en,
    ...(subject === undefined ? {} : { subject: subject.en }),
    period: fact.period === null ? null : isoSpan(fact.period),
    status: fact.status,
    value: quantity?.value ?? null,
    unit: quantity === undefined ? null : (vocabulary.units.get(quantity.unit)?.en ?? quantity.unit),
    ...(quantity?.usd === undefined ? {} : { usd: quantity.usd }),
    ...(quantity === undefined || quantity.bound === 'exact' ? {} : { bound: quantity.bound }),
    statement: fact.statement,
    ...(statementZh === undefined ? {} : { statementZh }),
    source: sourceOf(fact.source, base.sources.get(fact.source)),
  }
}

/** A zone has a code of ours: GB/T 2260 knows only the place it lies in, and so does whoever reads this. */
function standardCode(code: string, { regions }: Vocabulary): string {
  const region = regions.get(code)
  return region?.level === 'zone' ? (region.parent ?? code) : code
}

function sourcesOf(facts: readonly Fact[], { base }: Known): ContractSource[] {
  return [...new Set(facts.map(({ source }) => source))].map((id) => sourceOf(id, base.sources.get(id)))
}

function sourceOf(id: string, source: Source | undefined): ContractSource {
  const { publisher = '', title = null, about = null, date = null, url = null } = source ?? {}
  return { id, publisher, title: title ?? about, date, url }
}

/** A question said back must not call a whole channel. The sign still looks the same. */
export function withoutMassMentions(text: string): string {
  return text.replace(/@(?=everyone|here|channel)/gi, '@\u200b').replace(/<(?=[!@#])/g, '<\u200b')
}

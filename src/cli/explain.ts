/** npm run explain -- "question": how the answer came about, step by step, with the names of the rules. */

import type { Answer } from '../answer/answer.ts'
import { systemClock } from '../base/clock.ts'
import { SetupError } from '../base/errors.ts'
import { fold } from '../base/folding.ts'
import { createLog } from '../base/log.ts'
import { createEngine, type Engine } from '../bot/engine.ts'
import { loadConfig } from '../config.ts'
import type { Fact } from '../facts/fact.ts'
import { formatPeriod } from '../facts/period.ts'
import { formatQuery } from '../facts/query.ts'
import type { Understanding } from '../understand/understanding.ts'
import { readArguments, USAGE } from './arguments.ts'
import { begin } from './begin.ts'

/** Facts shown. Stands here because the program below runs before what follows it is set. */
const MOST = 20

await begin(() => {
  const { question, help, locale, now, data, factsFile, only } = readArguments(process.argv.slice(2))
  if (help) {
    process.stdout.write(USAGE.replace('run ask', 'run explain').replace(/ {2}--json.*\n/g, ''))
    return
  }
  if (question.trim() === '') {
    throw new SetupError([
      { where: 'command line', what: 'no question', wayOut: 'npm run explain -- "question"' },
    ])
  }
  const config = loadConfig()
  const engine = createEngine({
    data: data ?? config.data,
    log: createLog(config.logLevel),
    ...(factsFile === undefined ? {} : { factsFile }),
    ...(only === undefined ? {} : { only }),
  })
  const read = engine.read(question, {
    now: new Date(now ?? systemClock()),
    ...(locale === undefined ? {} : { locale }),
  })
  const answer = engine.answer(read)
  process.stdout.write(
    `${[...explainReading(question, read), ...explainAnswer(answer, engine)].join('\n')}\n`,
  )
})

function explainReading(question: string, read: Understanding): string[] {
  return [
    `text      ${question}`,
    `folded    ${fold(question)}`,
    `language  ${read.locale}`,
    ...section(
      'steps',
      read.steps.map(({ rule, detail }) => [rule, detail]),
    ),
    ...section(
      'links',
      read.links.map(({ words, entity, how, score }) => [words, entity, how, score.toFixed(2)]),
    ),
    ...(read.light.length > 0 ? [`light     ${read.light.join(' · ')}`] : []),
    ...(read.unknown.length > 0 ? [`unknown   ${read.unknown.join(' · ')}`] : []),
    ...(read.carried.length > 0 ? [`carried   ${read.carried.join(', ')}`] : []),
    ...section(
      'choices',
      read.choices.map(({ entity, query }) => [entity, formatQuery(query)]),
    ),
    `query     ${read.query === null ? `none (${read.talk ?? 'nothing asked'})` : formatQuery(read.query)}`,
  ]
}

function explainAnswer(answer: Answer, engine: Engine): string[] {
  const fact = (one: Fact): string[] => [...factCells(one, engine), one.id]
  return [
    `answer    ${answer.kind}`,
    ...(answer.query === answer.understanding.query ? [] : [`answered  ${formatQuery(answer.query)}`]),
    ...(answer.kind === 'nothing' ? [`missing   ${answer.missing.join(', ')}`] : []),
    ...section('facts', answer.facts.slice(0, MOST).map(fact)),
    ...(answer.facts.length > MOST ? [`  ... ${answer.facts.length - MOST} more`] : []),
    ...section(
      'derived',
      answer.derived.map(({ kind, terms, value, unit }) => [kind, `${terms.join(' ')} = ${value}`, unit]),
    ),
    ...section(
      'caveats',
      answer.caveats.map(({ kind, ...rest }) => [kind, JSON.stringify(rest)]),
    ),
    ...(answer.kind === 'nothing'
      ? section(
          'nearest',
          answer.nearest.map((near) => [...fact(near.fact), `differs: ${near.differs.join(', ')}`]),
        )
      : []),
  ]
}

function factCells(
  { region, industry, indicator, period, status, quantity }: Fact,
  { vocabulary }: Engine,
): string[] {
  const amount =
    quantity === undefined
      ? '-'
      : `${quantity.bound === 'exact' ? '' : `${quantity.bound} `}${quantity.value} ${quantity.unit}`
  const place = vocabulary.regions.get(region)?.en ?? region
  return [place, industry, indicator, period === null ? '-' : formatPeriod(period), status, amount]
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length)
    })
  const lines = rows.map(
    (row) =>
      `  ${row
        .map((cell, index) => cell.padEnd(widths[index]!))
        .join('  ')
        .trimEnd()}`,
  )
  return lines.length === 0 ? [] : [title, ...lines]
}

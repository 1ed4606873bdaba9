/**
 * npm run bench -- [--sizes 1k,10k,100k,1m] [--seed 1] [--questions 1000] [--engines] [--json] [--misses 20]
 * How fast and how rightly questions are answered, at several sizes of the base and on the facts of data/.
 */
import { fork } from 'node:child_process'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { EngineRow, Measured, Order } from './measure.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1k,10k,100k' },
    seed: { type: 'string', default: '1' },
    questions: { type: 'string', default: '1000' },
    engines: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    misses: { type: 'string', default: '0' },
  },
})

const order = { seed: numberOf('seed'), questions: numberOf('questions'), engines: values.engines }
const sizes = values.sizes.split(',').map(sizeOf)
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}`
if (!values.json) say(`seed ${order.seed}; ${machine}; ${order.questions} questions of each kind`)
const results: Measured[] = []
for (const size of [null, ...sizes]) {
  const measured = await measuredApart({ ...order, size })
  results.push(measured)
  if (!values.json) show(measured, size === null)
}
if (values.json) say(JSON.stringify({ seed: order.seed, machine, results }, null, 2))
else showFlatness(results.slice(1))

function measuredApart(wanted: Order): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./measure.ts', import.meta.url), [JSON.stringify(wanted)], {
      execArgv: ['--expose-gc', '--max-old-space-size=8192'],
    })
    let measured: Measured | undefined
    child.on('message', (message) => {
      measured = message as Measured
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (measured !== undefined) resolve(measured)
      else reject(new Error(`the measuring of ${wanted.size ?? 'data/'} ended with ${code}`))
    })
  })
}

function show(
  { facts, fileBytes, loadMs, bytesPerFact, megabytesAfter, ...rest }: Measured,
  real: boolean,
): void {
  const file = fileBytes === null ? 'YAML' : `${Math.round(fileBytes / 1e6)} MB of JSON Lines`
  const { rows, engines, misses } = rest
  say(`\n${real ? 'data/: ' : ''}${facts.toLocaleString('en')} facts from ${file}`)
  say(
    `  loaded in ${Math.round(loadMs)} ms, ${Math.round(bytesPerFact)} bytes a fact; ` +
      `${Math.round(megabytesAfter)} MB in use after all questions`,
  )
  table(
    ['question', 'asked', 'p50 us', 'p99 us', 'max us', 'per s', 'right', 'wrong', 'asked back', 'refused'],
    rows.map((row) => [
      row.kind,
      String(row.count),
      ...[row.p50, row.p99, row.max, row.perSecond].map((it) => Math.round(it).toLocaleString('en')),
      percent(row.right / row.count),
      ...[row.wrong, row.unclear, row.refused].map(String),
    ]),
  )
  if (engines.length > 0) showEngines(engines, rows.at(-1)!)
  for (const miss of misses.slice(0, Number(values.misses))) say(`    ${miss}`)
}

function showEngines(engines: readonly EngineRow[], own: Measured['rows'][number]): void {
  const both = (marks: { right: number; wrong: number }) =>
    `${percent(marks.right)} / ${percent(marks.wrong)}`
  say(
    '  right answers / wrong answers of the public engines: to everything, at their best threshold, where none is wrong',
  )
  table(
    [
      'engine',
      'asked',
      'index ms',
      'p50 us',
      'p99 us',
      'p50 ratio',
      'p99 ratio',
      'everything',
      'best',
      'none wrong',
    ],
    engines.map((it) => [
      it.name,
      String(it.count),
      ...[it.buildMs, it.p50, it.p99].map((number) => Math.round(number).toLocaleString('en')),
      `${(it.p50 / own.p50).toFixed(1)}x`,
      `${(it.p99 / own.p99).toFixed(1)}x`,
      both(it.all),
      both(it.best),
      both(it.safe),
    ]),
  )
}

function showFlatness(measured: readonly Measured[]): void {
  const [first, last] = [measured[0], measured.at(-1)]
  if (first === undefined || last === undefined || first === last) return
  const ratio = (field: 'p50' | 'p99') => (last.rows.at(-1)![field] / first.rows.at(-1)![field]).toFixed(2)
  const sizesOf = `${last.facts.toLocaleString('en')} to ${first.facts.toLocaleString('en')} facts`
  say(`\n${sizesOf}: p50 ${ratio('p50')} times, p99 ${ratio('p99')} times`)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]!.length)))
  for (const row of [head, ...rows]) {
    say(
      `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')}`,
    )
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function sizeOf(text: string): number {
  const [, number, scale] = /^(\d+)([km]?)$/.exec(text.trim().toLowerCase()) ?? []
  if (number === undefined) throw new Error(`'${text}' is no size: write 1k, 10k, 100k or 1m`)
  return Number(number) * (scale === 'k' ? 1e3 : scale === 'm' ? 1e6 : 1)
}

function numberOf(name: 'seed' | 'questions'): number {
  const number = Number(values[name])
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`'${values[name]}' is no whole number for --${name}`)
  return number
}

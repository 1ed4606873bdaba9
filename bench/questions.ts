/**
 * npm run bench -- [--sizes 1k,10k,100k,1m] [--seed 1] [--questions 1000] [--no-engines] [--json | --markdown] [--misses 20]
 * How fast and how rightly questions are answered, at several sizes of the base and on the facts of data/.
 */
import { fork } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { markdown } from './markdown.ts'
import type { Measured, Order } from './measure.ts'
import { flatness, shown } from './shown.ts'

const { values } = parseArgs({
  allowNegative: true,
  options: {
    sizes: { type: 'string', default: '1k,10k,100k,1m' },
    seed: { type: 'string', default: '1' },
    questions: { type: 'string', default: '1000' },
    engines: { type: 'boolean', default: true },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    misses: { type: 'string', default: '0' },
  },
})

const order = { seed: numberOf('seed'), questions: numberOf('questions'), engines: values.engines }
const sizes = values.sizes.split(',').map(sizeOf)
const started = performance.now()
const processor = cpus()[0]?.model ?? 'unknown processor'
const machine = `${processor}, ${cpus().length} cores, Node ${process.versions.node}`
// other programs make everything look slower: how many wanted the processor when it began
const busy = `load ${loadavg()[0]!.toFixed(1)} before`
const isPlain = !values.json && !values.markdown
if (isPlain) say(`seed ${order.seed}; ${machine}; ${busy}; ${order.questions} questions of each kind`)
const results: Measured[] = []
for (const size of [null, ...sizes]) {
  const measured = await measuredApart({ ...order, size })
  results.push(measured)
  if (isPlain) say(shown(measured, size === null, Number(values.misses)))
}
const seconds = Math.round((performance.now() - started) / 1000)
const [real, ...made] = results
if (values.json) say(JSON.stringify({ seed: order.seed, machine, busy, seconds, results }, null, 2))
else if (values.markdown) say(markdown({ machine: `${machine}; ${busy}`, order, seconds, real: real!, made }))
else say(`${flatness(made)}${seconds} s in all`)

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

function say(line: string): void {
  process.stdout.write(`${line}\n`)
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

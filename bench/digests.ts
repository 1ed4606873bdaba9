/**
 * `npm run trial:digests`: are digests lost or posted twice when processes are killed, frozen and lied to? Loopback
 * only. `-- --short` takes minutes, `-- --only discord` one of the rows, `-- --seed 7` repeats a run's chances.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { tableOf } from './digests/table.ts'
import { runTrial, type TrialOptions, type TrialResult } from './digests/trial.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    only: { type: 'string' },
    digests: { type: 'string' },
    kills: { type: 'string' },
  },
})
const seed = Number(values.seed)
const size = values.short
  ? { digests: 500, kills: 50, freezes: 4 }
  : { digests: 10_000, kills: 1_000, freezes: 40 }
if (values.digests !== undefined) size.digests = Number(values.digests)
if (values.kills !== undefined) size.kills = Number(values.kills)
const small = { digests: size.digests / 5, kills: size.kills / 5, freezes: 0 }
const base = { seed, processes: 3, store: 'postgres', history: true, way: 'ours' } as const

const ROWS: Record<string, TrialOptions> = {
  discord: { ...base, ...size, rules: 'discord' },
  slack: { ...base, ...size, rules: 'slack' },
  'slack-hidden': { ...base, ...size, rules: 'slack', history: false },
  'discord-sqlite': { ...base, ...size, rules: 'discord', store: 'sqlite', processes: 1 },
  'slack-sqlite': { ...base, ...size, rules: 'slack', store: 'sqlite', processes: 1 },
  naive: { ...base, ...small, rules: 'slack', way: 'naive' },
}

// a database begun for the trial is taken down at the exit of this process, not by a signal
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const results: TrialResult[] = []
for (const [name, row] of Object.entries(ROWS)) {
  if (values.only !== undefined && !values.only.split(',').includes(name)) continue
  process.stderr.write(`${name}\n`)
  results.push(
    await runTrial(row, (line) =>
      process.stderr.write(`  ${Math.round(performance.now() / 1_000)} s: ${line}\n`),
    ),
  )
  process.stderr.write(`${tableOf(results.slice(-1))}\n`)
}
process.stdout.write(`Start value ${seed}, ${cpus().length} cores.\n\n${tableOf(results)}\n`)
const broken = results.filter(({ way, lost, twice, untold }) => way === 'ours' && lost + twice + untold > 0)
process.exitCode = broken.length > 0 ? 1 : 0

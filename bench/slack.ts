/**
 * npm run bench:slack: what one process holds on Slack over Socket Mode. The bot with its real facts and an SQLite store of its own,
 * the stand-in and the askers beside it in a process of their own, both on 127.0.0.1 and nowhere else.
 *
 *     npm run bench:slack -- --seconds 60 --rate 100 --burst 2000
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { commands } from '../commands/index.ts'
import { createSlack } from '../src/adapters/slack/index.ts'
import { systemClock } from '../src/base/clock.ts'
import { createLog } from '../src/base/log.ts'
import { noMetrics } from '../src/base/metrics.ts'
import { createBot } from '../src/bot/bot.ts'
import { createDesk } from '../src/bot/desk.ts'
import { createEngine } from '../src/bot/engine.ts'
import { createOnce } from '../src/bot/once.ts'
import { openStore } from '../src/store/index.ts'
import type { Order, Ready, Result } from './slack-source.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '100' },
    burst: { type: 'string', default: '2000' },
  },
})

const folder = mkdtempSync(join(tmpdir(), 'gazetteer-bench-'))
const source = fork(fileURLToPath(new URL('slack-source.ts', import.meta.url)), { stdio: 'inherit' })
const { apiUrl, botToken, appToken } = await heard<Ready>('ready')
if (new URL(apiUrl).hostname !== '127.0.0.1') throw new Error(`${apiUrl} is not on this machine`)

const log = createLog('error')
const engine = createEngine({ data: fileURLToPath(new URL('../data', import.meta.url)), log })
const bot = createBot(engine, { commands, log, reference: () => 'bench', since: systemClock(), locale: 'en' })
const store = await openStore(
  { kind: 'sqlite', file: join(folder, 'bench.sqlite') },
  { clock: systemClock, log },
)
const { inbound, coordination } = store
const wait = (ms: number): Promise<void> => pause(ms)
const once = createOnce({ store: inbound, owner: 'bench', clock: systemClock, log, pause: wait })
const chance = (): number => Math.random()
const desk = createDesk(engine, bot, {
  ...{ once, commands, coordination, clock: systemClock, chance, log },
  metrics: noMetrics,
})
const slack = createSlack({ botToken, apiUrl, transport: { kind: 'socket', appToken } }, desk)
await slack.start()

const missed: string[] = []
const rows = [
  [
    'what',
    'sent',
    'answered',
    'busy',
    'p50 ms',
    'p99 ms',
    'max ms',
    'ack p99',
    'ack max',
    'loop p99',
    'loop max',
    'RSS MB',
  ],
]
// the first questions pay for what is loaded late, and for asking who the people are
await measured({ kind: 'steady', perSecond: 40, seconds: 6 })

const steady = await measured({
  kind: 'steady',
  perSecond: Number(values.rate),
  seconds: Number(values.seconds),
})
row(`steady ${values.rate}/s for ${values.seconds} s`, steady)
hold('all answered', steady.answered === steady.sent)
hold('p99 to the accepted post <= 300 ms', steady.p99 <= 300)
hold('no acknowledgement over 2.5 s', steady.late === 0)
hold('event loop delay p99 <= 50 ms', steady.loopP99 <= 50)
hold('nothing refused', steady.complaints.length === 0 && steady.refusedPosts === 0)

const burst = await measured({ kind: 'burst', questions: Number(values.burst) })
row(`burst of ${values.burst} in 1 s`, burst)
hold('burst: all answered or told busy', burst.answered + burst.busy === burst.sent)
hold('burst: within 20 s', burst.max <= 20_000)
hold('burst: no acknowledgement over 2.5 s', burst.late === 0)

const widths = rows[0]!.map((_, at) => Math.max(...rows.map((cells) => cells[at]!.length)))
say(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}\n`)
for (const cells of rows)
  say(
    cells
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  )
say(missed.length === 0 ? '\nall held' : `\nnot held: ${missed.join('; ')}`)
process.exitCode = missed.length === 0 ? 0 : 1

await slack.stop(1_000)
await store.close()
source.disconnect()
rmSync(folder, { recursive: true })

type Measured = Result & { loopP99: number; loopMax: number }

async function measured(order: Order): Promise<Measured> {
  const loop = monitorEventLoopDelay({ resolution: 10 })
  loop.enable()
  const result = heard<Result>('result')
  source.send(order)
  const told = await result
  loop.disable()
  return { ...told, loopP99: loop.percentile(99) / 1e6, loopMax: loop.max / 1e6 }
}

function heard<T extends { kind: string }>(kind: T['kind']): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('the load ended by itself'))
    const listen = (message: T): void => {
      if (message.kind !== kind) return
      source.off('message', listen)
      source.off('exit', ended)
      resolve(message)
    }
    source.once('exit', ended)
    source.on('message', listen)
  })
}

function row(what: string, all: Measured): void {
  const { p50, p99, max, ackP99, ackMax, loopP99, loopMax } = all
  rows.push([
    what,
    ...[all.sent, all.answered, all.busy].map(String),
    ...[p50, p99, max, ackP99, ackMax, loopP99, loopMax].map((ms) => ms.toFixed(0)),
    (process.memoryUsage().rss / 1e6).toFixed(0),
  ])
  for (const complaint of all.complaints) say(`stand-in: ${complaint}`)
}

function hold(what: string, held: boolean): void {
  if (!held) missed.push(what)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

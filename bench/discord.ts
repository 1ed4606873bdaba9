/**
 * npm run bench:discord: what one process holds on Discord. The bot with its real facts and an SQLite store of its own, the
 * load beside it in a process of its own, both on 127.0.0.1 and nowhere else.
 *
 *     npm run bench:discord -- --seconds 20 --events 5000000
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { commands } from '../commands/index.ts'
import { createDiscord } from '../src/adapters/discord/index.ts'
import { systemClock } from '../src/base/clock.ts'
import { createLog } from '../src/base/log.ts'
import type { Metrics } from '../src/base/metrics.ts'
import { createBot } from '../src/bot/bot.ts'
import { createDesk } from '../src/bot/desk.ts'
import { createEngine } from '../src/bot/engine.ts'
import { createOnce } from '../src/bot/once.ts'
import { openStore } from '../src/store/index.ts'
import type { Order, Times } from './discord-source.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '20' }, events: { type: 'string', default: '5000000' } },
})
const seconds = Number(values.seconds)
const events = Number(values.events)

const folder = mkdtempSync(join(tmpdir(), 'gazetteer-bench-'))
const source = fork(fileURLToPath(new URL('discord-source.ts', import.meta.url)), { stdio: 'inherit' })
const { url } = await heard<{ kind: 'ready'; url: string }>(source, 'ready')
if (new URL(url).hostname !== '127.0.0.1') throw new Error(`${url} is not on this machine`)

const counts = new Map<string, number>()
const metrics: Metrics = {
  count: (name, _labels, by = 1) => void counts.set(name, (counts.get(name) ?? 0) + by),
  time() {},
  set() {},
}
const log = createLog('warn')
const data = fileURLToPath(new URL('../data', import.meta.url))
const engine = createEngine({ data, log })
const bot = createBot(engine, { commands, log, reference: () => 'bench', since: systemClock(), locale: 'en' })
const store = await openStore(
  { kind: 'sqlite', file: join(folder, 'bench.sqlite') },
  { clock: systemClock, log },
)
const { inbound, coordination } = store
const once = createOnce({ store: inbound, owner: 'bench', clock: systemClock, log, pause: (ms) => pause(ms) })
const chance = (): number => Math.random()
const desk = createDesk(engine, bot, {
  once,
  commands,
  coordination,
  clock: systemClock,
  chance,
  log,
  metrics,
})
const discord = createDiscord({ token: 'bench.only', apiUrl: url, shards: 'auto' }, desk)
await discord.start()

const rows: string[][] = []
// warm: the first questions pay for what is loaded late
await times({ kind: 'slash', perSecond: 50, seconds: 2 })

await load('messages to ignore', '2,000/s under 30 % of a core', {
  kind: 'ignored',
  perSecond: 2_000,
  seconds,
})
await load('choices while typing', '200/s, p99 <= 100 ms', { kind: 'autocomplete', perSecond: 200, seconds })
await load('questions by command', '100/s, p99 <= 300 ms', { kind: 'slash', perSecond: 100, seconds })
await load('questions by mention', 'Discord takes 50 calls/s', { kind: 'mention', perSecond: 20, seconds })
await memory()

const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
for (const row of rows)
  process.stdout.write(
    `${row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd()}\n`,
  )
await discord.stop(1_000)
await store.close()
source.disconnect()
rmSync(folder, { recursive: true })

async function load(what: string, hold: string, order: Exclude<Order, { kind: 'flood' }>): Promise<void> {
  if (rows.length === 0)
    rows.push([
      'what',
      'to hold',
      'sent',
      'answered',
      'p50 ms',
      'p99 ms',
      'max ms',
      'core',
      'loop p99 ms',
      'RSS MB',
    ])
  const loop = monitorEventLoopDelay({ resolution: 10 })
  loop.enable()
  const before = process.cpuUsage()
  const begun = performance.now()
  const ignored = counts.get('discord_ignored_total') ?? 0
  const result = await times(order)
  const { user, system } = process.cpuUsage(before)
  loop.disable()
  const core = (user + system) / 1_000 / (performance.now() - begun)
  const answered =
    order.kind === 'ignored' ? (counts.get('discord_ignored_total') ?? 0) - ignored : result.answered
  const figures =
    order.kind === 'ignored' ? ['-', '-', '-'] : [result.p50, result.p99, result.max].map(tenths)
  rows.push([
    ...[what, hold, String(result.sent), String(answered)],
    ...figures,
    ...[`${Math.round(core * 100)} %`, tenths(loop.percentile(99) / 1e6), megabytes()],
  ])
}

/** In three parts, with the garbage taken out after each: what is left is what is kept. */
async function memory(): Promise<void> {
  const before = counts.get('discord_ignored_total') ?? 0
  const heaps: string[] = [heapAfterCollection()]
  let most = 0
  let took = 0
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 500)
  for (let part = 0; part < 3; part++) {
    const flooded = heard<{ kind: 'flooded'; seconds: number }>(source, 'flooded')
    source.send({ kind: 'flood', events: Math.ceil(events / 3) } satisfies Order)
    took += (await flooded).seconds
    await pause(1_000)
    heaps.push(heapAfterCollection())
  }
  clearInterval(timer)
  const came = (counts.get('discord_ignored_total') ?? 0) - before
  rows.push([
    ...['memory over gateway events', 'RSS <= 300 MB, flat', String(events), String(came), '-', '-', '-'],
    ...[`${Math.round(came / took)}/s`, '-', `${megabytes(most)}; heap kept ${heaps.join(', ')}`],
  ])
}

function heapAfterCollection(): string {
  const collect = (globalThis as { gc?: () => void }).gc
  if (collect === undefined) throw new Error('run it as npm run bench:discord, which has --expose-gc')
  collect()
  return megabytes(process.memoryUsage().heapUsed)
}

async function times(order: Order): Promise<Times> {
  const result = heard<Times>(source, 'times')
  source.send(order)
  return result
}

function heard<T extends { kind: string }>(child: ChildProcess, kind: T['kind']): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the load ended by itself')))
    const listen = (message: T): void => {
      if (message.kind !== kind) return
      child.off('message', listen)
      resolve(message)
    }
    child.on('message', listen)
  })
}

function tenths(value: number): string {
  return value.toFixed(1)
}
function megabytes(bytes = process.memoryUsage().rss): string {
  return (bytes / 1e6).toFixed(0)
}

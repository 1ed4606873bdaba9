/**
 * npm run bench:digests: ten thousand digests due in the same minute, in one process with its real facts and an SQLite store: how long
 * planning takes, how fast posting goes, and how long questions take meanwhile. The platform is a stand-in for Discord's
 * pace (40 posts a second) that takes each post after 20 ms: what is measured is the process, not a network.
 *
 *     npm run bench:digests -- --digests 10000 --places 5000 --seconds 60
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { commands } from '../commands/index.ts'
import { systemClock } from '../src/base/clock.ts'
import { createLog } from '../src/base/log.ts'
import { noMetrics } from '../src/base/metrics.ts'
import { createBot } from '../src/bot/bot.ts'
import { createEngine } from '../src/bot/engine.ts'
import { createPermissions } from '../src/bot/permissions.ts'
import type { Poster } from '../src/chat/platform.ts'
import { openDigests } from '../src/cli/digests-start.ts'
import { openStore } from '../src/store/index.ts'

const { values } = parseArgs({
  options: {
    digests: { type: 'string', default: '10000' },
    places: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '60' },
  },
})
const digests = Number(values.digests)
/** 100 questions a second. */
const GAP = 10
const ABOUT = [
  'summary r:370500',
  'lookup r:370800 i:economy n:gdp.growth',
  'summary i:offshore-wind',
  'rank n:gdp',
]
const QUESTIONS = [
  'Dongying offshore wind investment',
  'dongyng ofshore wind',
  '济宁签约了多少个项目',
  'Anhui vs Guangdong investment plans',
  'Weifang offshore wind investment',
]

const folder = mkdtempSync(join(tmpdir(), 'gazetteer-due-'))
const log = createLog('error')
const engine = createEngine({ data: fileURLToPath(new URL('../data', import.meta.url)), log })
const bot = createBot(engine, { commands, log, reference: () => 'bench', since: systemClock(), locale: 'en' })
const store = await openStore(
  { kind: 'sqlite', file: join(folder, 'due.sqlite') },
  { clock: systemClock, log },
)

let posted = 0
const poster: Poster = {
  platform: 'discord',
  render: ({ plain }) => plain,
  async post() {
    await sleep(20)
    return { outcome: 'accepted', id: `m${++posted}` }
  },
  find: async () => ({ found: false }),
  tell: async () => ({ outcome: 'accepted', id: 'd' }),
  mayManage: async () => true,
  zoneOf: async () => null,
  direct: async ({ platform, tenant, id }) => ({ platform, tenant, id }),
  placeNamed: async () => null,
}

// the next full minute that leaves time to make them all: a due time must be one of the pattern's own
const due = Math.ceil((systemClock() + digests * 3 + 5_000) / 60_000) * 60_000
const [day, clock] = new Date(due).toISOString().split('T') as [string, string]
for (let number = 0; number < digests; number += 100) {
  const some = Array.from({ length: Math.min(100, digests - number) }, (_, index) => number + index)
  await Promise.all(some.map((each) => store.digests.add(digestOf(each))))
}
const room = await openDigests({
  ...{ engine, store, log, metrics: noMetrics, poster: () => poster },
  config: { access: { tenants: [], strangers: false, digestManagers: [] }, slack: null },
  permissions: createPermissions({
    tenants: [],
    strangers: false,
    digestManagers: [],
    posters: () => poster,
  }),
})
await sleep(Math.max(0, due - systemClock()))

const runner = room.run([poster])
const begun = performance.now()
const until = begun + Number(values.seconds) * 1_000
let plannedAfter: number | null = null
const took: number[] = []
// questions come when they come, whether or not the last one was answered: time counts from when one was meant
for (let asked = 0; performance.now() < until; asked++) {
  const meant = begun + asked * GAP
  await sleep(Math.max(0, meant - performance.now()))
  await bot.hear({
    ...{
      platform: 'discord',
      tenant: 'T1',
      place: 'C0',
      conversation: `c${asked % 50}`,
      author: `U${asked % 50}`,
    },
    ...{ at: systemClock(), said: { kind: 'text', text: QUESTIONS[asked % QUESTIONS.length]! } },
  })
  took.push(performance.now() - meant)
  if (plannedAfter === null && asked % 50 === 0 && (await store.digests.due(1)).length === 0)
    plannedAfter = (performance.now() - begun) / 1_000
}
await runner.stop(5_000)
await store.close()
rmSync(folder, { recursive: true, force: true })

took.sort((a, b) => a - b)
const at = (share: number): string => took[Math.floor((took.length - 1) * share)]!.toFixed(1)
process.stdout.write(`${cpus()[0]!.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}
${digests} digests in ${values.places} places due at once
planned after ${plannedAfter === null ? `more than ${values.seconds}` : plannedAfter.toFixed(1)} s
posted in ${values.seconds} s: ${posted}
${took.length} questions meanwhile: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms
`)

function digestOf(number: number) {
  return {
    id: `d${number}`,
    place: { platform: 'discord', tenant: 'T1', id: `C${number % Number(values.places)}` } as const,
    owner: 'U1',
    locale: number % 2 === 0 ? ('en' as const) : ('zh' as const),
    about: ABOUT[number % ABOUT.length]!,
    cron: `${Number(clock.slice(3, 5))} ${Number(clock.slice(0, 2))} * * *`,
    zone: 'UTC',
    policy: 'always' as const,
    catchUp: 'latest' as const,
    windowMs: 12 * 3_600_000,
    next: { due, slot: day },
  }
}

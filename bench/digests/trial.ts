/** One trial: so many digests, so many kills, and what became of each digest by the books of the platform and the store. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { silentLog } from '../../src/base/log.ts'
import type { NewDigest } from '../../src/digest/digest-store.ts'
import { nextDue } from '../../src/digest/schedule/next.ts'
import type { DigestTiming } from '../../src/digest/timing.ts'
import { openStore, type Store, type StoreConfig } from '../../src/store/index.ts'
import { chanceFrom } from '../../tests/fakes/chance.ts'
import { availablePostgres, startPostgres } from '../../tests/store/postgres.ts'
import { createHerd, type Herd } from './herd.ts'
import { startStandIn } from './processes.ts'
import type { Accepted, StandInOptions } from './stand-in.ts'

export interface TrialOptions {
  seed: number
  digests: number
  kills: number
  /** How many processes are frozen for longer than their lease. */
  freezes: number
  /** One where the store is SQLite. */
  processes: number
  store: StoreConfig['kind']
  rules: 'discord' | 'slack'
  history: boolean
  way: 'ours' | 'naive'
}

export interface TrialResult extends TrialOptions {
  killed: number
  /** Of those, by its own hand at each point. */
  atPoints: Record<string, number>
  frozen: number
  /** Processes that ended by themselves, with an error. */
  fellOver: number
  /** Digests without an end, or said to be sent and not there. */
  lost: number
  /** Digests that stand there more than once. */
  twice: number
  /** Ended as unknown; and how many of those owners were never told of. */
  unknown: number
  untold: number
  /** Failed or skipped, which nothing here asks for. */
  otherwise: number
  looks: number
  posts: number
  seconds: number
}

/** A twelfth of the real times; the rules are the same. */
const COMPRESSED: Partial<DigestTiming> = {
  planEvery: 400,
  claimEvery: 80,
  lease: 5_000,
  call: 800,
  nonce: { discord: 5_000 },
  shown: 800,
  giveUp: 300_000,
  denied: 50_000,
  placeGap: 80,
  platformGap: { console: 0, slack: 0, discord: 0 },
  jitter: 2_500,
  firstWait: 400,
  longestWait: 3_000,
}

const FAULTS: StandInOptions['faults'] = {
  refuse: 0.02,
  limit: 0.01,
  resetBefore: 0.02,
  resetAfter: 0.03,
  '500After': 0.02,
  hang: 0.01,
}

export async function runTrial(
  options: TrialOptions,
  tell: (line: string) => void = () => {},
): Promise<TrialResult> {
  const began = performance.now()
  const place = await placeOfStore(options.store)
  const standIn = await startStandIn({
    ...{ seed: options.seed, rules: options.rules, history: options.history, faults: FAULTS },
    ...{ shownAfter: 400, nonceLife: 15_000 },
  })
  const herd = createHerd({ ...options, config: place.config, port: standIn.port, timing: COMPRESSED })
  const feed = createFeed(place.config, options)
  try {
    await feed.to(options.store === 'postgres' ? AHEAD : options.digests)
    await herd.fill()
    await disturb(herd, options, { count: standIn.count, feed, tell })
    await herd.quiet()
    await herd.end()
    await feed.close()
    const accepted = await standIn.accepted()
    const ends = await withStore(place.config, (store) => endsOf(store, accepted))
    return {
      ...options,
      ...{
        killed: herd.killed(),
        atPoints: herd.atPoints(),
        frozen: herd.frozen(),
        fellOver: herd.fellOver(),
      },
      ...ends,
      looks: accepted.requests['/find'] ?? 0,
      posts: accepted.requests['/post'] ?? 0,
      seconds: Math.round((performance.now() - began) / 1_000),
    }
  } finally {
    await herd.end()
    await feed.close()
    standIn.end()
    await place.close()
  }
}

/** Kills and freezes follow the progress, so that they spread over all of it. */
async function disturb(
  herd: Herd,
  { seed, digests, kills, freezes }: TrialOptions,
  { count, feed, tell }: { count: () => Promise<number>; feed: Feed; tell: (line: string) => void },
): Promise<void> {
  const chance = chanceFrom(seed + 1)
  let told = 0
  for (;;) {
    const accepted = await count()
    // planned all the way, not only at the beginning
    await feed.to(accepted + AHEAD)
    const progress = Math.min(1, accepted / digests)
    if (herd.killed() < kills * progress) await herd.kill(chance)
    if (herd.frozen() < freezes * progress) void herd.freeze(chance)
    if (progress >= told + 0.1) {
      told = progress
      tell(`${Math.round(progress * 100)} %, ${herd.killed()} killed`)
    }
    if (herd.killed() >= kills && progress >= 1) return
    // the last ones may be slow to come: kills go on, a little apart
    if (progress > NEARLY && herd.killed() < kills) await herd.kill(chance)
    // unknown ones never come: whoever is alive knows whether anything is left
    if (await herd.isQuiet()) {
      if (feed.entered() >= digests) return
      await feed.to(feed.entered() + AHEAD)
    }
    await sleep(20 + 60 * chance())
  }
}

interface Feed {
  /** So many digests there shall be. */
  to(digests: number): Promise<void>
  entered(): number
  close(): Promise<void>
}

/** An embedded store belongs to the worker: there, everything is entered before it begins. */
function createFeed(config: StoreConfig, { digests, rules }: TrialOptions): Feed {
  let store: Store | null = null
  let entered = 0
  const close = async () => {
    await store?.close()
    store = null
  }
  return {
    async to(many) {
      const until = Math.min(digests, many)
      if (until <= entered) return
      store ??= await openStore(config, { clock: () => Date.now(), log: silentLog })
      await enter(store, entered, until, rules)
      entered = until
      if (config.kind === 'sqlite') await close()
    },
    entered: () => entered,
    close,
  }
}

async function enter(store: Store, begin: number, end: number, rules: TrialOptions['rules']): Promise<void> {
  const now = await store.digests.now()
  const minute = new Date(now - 60_000)
  const cron = `${minute.getUTCMinutes()} ${minute.getUTCHours()} * * *`
  const next = nextDue(cron, 'UTC', now - 180_000, () => false)
  for (let from = begin; from < end; from += ENTERED_TOGETHER)
    await Promise.all(
      Array.from({ length: Math.min(ENTERED_TOGETHER, end - from) }, (_, at) =>
        store.digests.add(digestNumber(from + at, rules, { cron, next })),
      ),
    )
}

function digestNumber(
  number: number,
  platform: TrialOptions['rules'],
  { cron, next }: Pick<NewDigest, 'cron' | 'next'>,
): NewDigest {
  return {
    id: `d${number}`,
    // two digests to a place
    place: { platform, tenant: 'T', id: `place-${number >> 1}` },
    owner: `owner-${number}`,
    ...{ locale: 'en', about: `d${number}`, cron, zone: 'UTC', next },
    ...{ policy: 'always', catchUp: 'latest', windowMs: 43_200_000 },
  }
}

type Ends = Pick<TrialResult, 'lost' | 'twice' | 'unknown' | 'untold' | 'otherwise'>

async function endsOf(store: Store, { posts, told }: Accepted): Promise<Ends> {
  const ends: Ends = { lost: 0, twice: 0, unknown: 0, untold: 0, otherwise: 0 }
  const known = new Set(told)
  for (const digest of await store.digests.list({})) {
    const runs = await store.digests.history(digest.id, 10)
    const [run] = runs
    const shown = run === undefined ? 0 : (posts[run.id] ?? 0)
    if (shown > 1 || runs.length > 1) ends.twice++
    if (run?.state === 'sent') ends.lost += shown === 0 ? 1 : 0
    else if (run?.state === 'unknown') {
      ends.unknown++
      if (!known.has(run.id)) ends.untold++
    } else if (run?.state === 'failed' || run?.state === 'skipped') ends.otherwise++
    else ends.lost++
  }
  return ends
}

interface StorePlace {
  config: StoreConfig
  close(): Promise<void>
}

async function placeOfStore(kind: StoreConfig['kind']): Promise<StorePlace> {
  if (kind === 'postgres') {
    const server = await startPostgres(availablePostgres())
    return { config: { kind, url: (await server.database()).url }, close: () => server.stop() }
  }
  const folder = mkdtempSync(join(tmpdir(), 'gazetteer-trial-'))
  return {
    config: { kind, file: join(folder, 'trial.sqlite') },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function withStore<T>(config: StoreConfig, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(config, { clock: () => Date.now(), log: silentLog })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const ENTERED_TOGETHER = 8
const NEARLY = 0.99
/** Digests that wait, so that there is always something to plan and to post. */
const AHEAD = 60

/**
 * Runners over the real embedded store and a platform made of nothing but its rules, in a time that a test moves by
 * hand: an hour passes in a moment. What the platform shows is counted there, not where it was sent.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { Fields, Log } from '../../../src/base/log.ts'
import type { Labels, Metrics } from '../../../src/base/metrics.ts'
import type { PlatformName } from '../../../src/chat/incoming.ts'
import type { Found, Posted, Poster } from '../../../src/chat/platform.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import type { DigestMoment, MakeContent, Notice } from '../../../src/digest/content-port.ts'
import type { Digest, DigestStore, NewDigest } from '../../../src/digest/digest-store.ts'
import type { Pause } from '../../../src/digest/pause.ts'
import { runOf } from '../../../src/digest/run.ts'
import {
  createDigestRunner,
  type DigestRunner,
  type DigestRunnerOptions,
} from '../../../src/digest/runner.ts'
import { nextDue } from '../../../src/digest/schedule/next.ts'
import { openStore, type Store } from '../../../src/store/index.ts'
import { chanceFrom } from '../../fakes/chance.ts'
import { type HandTime, handTime } from '../../fakes/time.ts'

export const SECOND = 1_000
export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** What the platform does with one post; 'taken' is what happens unless a test says otherwise. */
export type Fate = 'taken' | 'answer lost' | 'broken' | 'hangs' | Extract<Posted, { outcome: 'refused' }>

export interface Shown {
  id: string
  at: number
  place: string
  body: string
  occurrence: string
  nonce: string
}

/** A platform: what it shows, what it was asked, and what it will do. */
export class World {
  readonly shown: Shown[] = []
  readonly tried: { at: number; place: string; body: string }[] = []
  readonly looked: number[] = []
  readonly told: Notice[] = []
  /** What the next posts meet, in order; a place's own come first. */
  readonly fates: Fate[] = []
  readonly fatesOf = new Map<string, Fate[]>()
  /** Milliseconds a nonce is remembered; 0: nothing makes a post the same post. */
  nonceLife = 0
  /** Milliseconds until a post may be seen by looking. */
  shownAfter = 0
  looking: 'open' | Extract<Found, { found: 'unknown' }> = 'open'
  telling: Posted = { outcome: 'accepted', id: 'dm' }
  managers: (owner: string) => boolean | Promise<boolean> = () => true
  /** Happens the moment a post arrives. */
  onPost: () => void | Promise<void> = () => {}
  readonly #time: HandTime

  constructor(time: HandTime) {
    this.#time = time
  }

  poster(platform: PlatformName): Poster {
    const world = this
    return {
      platform,
      render: (reply) => reply.plain,
      async post(place, body, key) {
        world.tried.push({ at: world.#time.now(), place: place.id, body })
        await world.onPost()
        const fate = world.fatesOf.get(place.id)?.shift() ?? world.fates.shift() ?? 'taken'
        if (typeof fate === 'object') return fate
        if (fate === 'hangs') return new Promise(() => {})
        if (fate === 'broken') return { outcome: 'unclear', reason: 'ECONNRESET' }
        const id = world.#take(place.id, body, key.id, key.nonce)
        return fate === 'taken' ? { outcome: 'accepted', id } : { outcome: 'unclear', reason: 'http_500' }
      },
      async find(place, { id }) {
        world.looked.push(world.#time.now())
        if (world.looking !== 'open') return world.looking
        const since = world.#time.now() - world.shownAfter
        const hit = world.shown.find(
          (post) => post.place === place.id && post.occurrence === id && post.at <= since,
        )
        return hit === undefined ? { found: false } : { found: true, id: hit.id }
      },
      async tell(_person, reply) {
        if (world.telling.outcome === 'accepted') world.told.push(JSON.parse(reply.plain) as Notice)
        return world.telling
      },
      mayManage: async (person) => world.managers(person.id),
      zoneOf: async () => null,
      direct: async ({ tenant, id }) => ({ platform, tenant, id }),
      placeNamed: async () => null,
    }
  }

  #take(place: string, body: string, occurrence: string, nonce: string): string {
    const at = this.#time.now()
    const first = this.shown.find((post) => post.nonce === nonce && at - post.at < this.nonceLife)
    if (first !== undefined) return first.id
    const id = `m${this.shown.length + 1}`
    this.shown.push({ id, at, place, body, occurrence, nonce })
    return id
  }
}

export interface Scene {
  time: HandTime
  world: World
  store: Store
  /** The store as runners see it; a test may put something in its way. */
  digests: DigestStore
  counts: Map<string, number>
  lines: { fields: Fields; message: string }[]
  moments: DigestMoment[]
  /** A digest that is next due at or after an instant. */
  add(more?: Partial<NewDigest>, from?: number): Promise<Digest>
  /** A digest with one run that is due now, beside the plan. */
  dueNow(id: string): Promise<void>
  runner(more?: Partial<DigestRunnerOptions>): DigestRunner
  /** Lets time pass, in steps, with everything that it sets off. */
  live(ms: number, step?: number): Promise<void>
  pause: Pause
}

const takenDown: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const stop of takenDown.splice(0).reverse()) await stop()
})

/** Monday 2026-01-12, 08:59 in Shanghai: the digest of these tests is due at nine. */
export const START = Date.UTC(2026, 0, 12, 0, 59)
export const DUE = START + MINUTE

export async function scene(platform: PlatformName = 'slack'): Promise<Scene> {
  const time = handTime(START)
  const world = new World(time)
  const folder = mkdtempSync(join(tmpdir(), 'gazetteer-digests-'))
  const counts = new Map<string, number>()
  const lines: Scene['lines'] = []
  const moments: DigestMoment[] = []
  const line = (fields: Fields, message: string) => void lines.push({ fields, message })
  const log: Log = { debug: line, info: line, warn: line, error: line }
  const store = await openStore(
    { kind: 'sqlite', file: join(folder, 'store.sqlite') },
    { clock: time.now, log },
  )
  takenDown.push(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const digests = { ...store.digests }
  const pause = pauseIn(time)
  let made = 0
  let runners = 0

  const makeContent: MakeContent = async (digest, moment) => {
    moments.push(moment)
    return { reply: replyOf(`${digest.about} ${++made}`), says: `said ${made}` }
  }

  async function add(more: Partial<NewDigest> = {}, from = time.now()): Promise<Digest> {
    const whole = { ...EXAMPLE, place: { platform, tenant: 'T1', id: 'C1' }, ...more }
    return digests.add({ next: nextDue(whole.cron, whole.zone, from - 1, () => false), ...whole })
  }

  async function live(ms: number, step = SECOND): Promise<void> {
    for (let passed = 0; passed < ms; passed += step) {
      await settled()
      await time.pass(Math.min(step, ms - passed))
    }
    await settled()
  }

  return {
    ...{ time, world, store, digests, counts, lines, moments, live, pause },
    add,
    async dueNow(id) {
      await add({ id, next: null })
      await digests.addRun(id, runOf(id, { due: time.now(), slot: 'now' }))
    },
    runner(more = {}) {
      const runner = createDigestRunner({
        ...{ store: digests, posters: [world.poster(platform)], makeContent, pause, log },
        wordNotice: (notice) => replyOf(JSON.stringify(notice)),
        ...{ clock: time.now, monotonic: time.now, chance: chanceFrom(1), metrics: metricsTo(counts) },
        ...{ worker: `w${++runners}`, ...more, timing: { ...SELDOM, ...more.timing } },
      })
      takenDown.push(() => {
        const gone = runner.stop(0)
        void time.pass(DAY)
        return gone
      })
      runner.start()
      return runner
    },
  }
}

export const replyOf = (plain: string): Reply => ({ parts: [], plain, locale: 'en', seenBy: 'everyone' })

/** Every promise that can fulfil without time passing has done so, those of the store too. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
}

function pauseIn(time: HandTime): Pause {
  return (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const callOff = time.after(ms, resolve)
      signal?.addEventListener('abort', () => {
        callOff()
        resolve()
      })
    })
}

function metricsTo(counts: Map<string, number>): Metrics {
  return {
    count(name, labels: Labels = {}, by = 1) {
      for (const key of new Set([name, [name, ...Object.values(labels)].join(' ')]))
        counts.set(key, (counts.get(key) ?? 0) + by)
    },
    time: (name, seconds) => void counts.set(name, Math.max(counts.get(name) ?? 0, seconds)),
    set() {},
  }
}

/** Daily at 09:00 in Shanghai. */
const EXAMPLE = {
  id: 'd1',
  owner: 'U1',
  locale: 'en',
  about: 'summary r:370500',
  cron: '0 9 * * *',
  zone: 'Asia/Shanghai',
  policy: 'always',
  catchUp: 'latest',
  windowMs: 12 * HOUR,
} as const

/** Fewer rounds that find nothing: the hours of these tests pass faster. */
const SELDOM = { planEvery: 5 * SECOND, claimEvery: 5 * SECOND }

const TURNS = 8

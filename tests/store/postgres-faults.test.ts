import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { SetupError } from '../../src/base/errors.ts'
import { type Log, silentLog } from '../../src/base/log.ts'
import { createOnce } from '../../src/bot/once.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { MIGRATIONS } from '../../src/store/migrations/index.ts'
import { answersToAll } from '../bot/deliveries.ts'
import { chanceFrom } from '../fakes/chance.ts'
import { DIGEST, planned, run, SLACK } from './example-digest.ts'
import { availablePostgres, type PostgresServer, startPostgres, type TestDatabase } from './postgres.ts'

const available = availablePostgres()
const missing = 'reason' in available ? available.reason : null
/** Where the server is not ours, nobody may kill it. */
const ours = 'programs' in available

describe.skipIf(missing !== null)(`PostgreSQL${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let server: PostgresServer
  const stores: Store[] = []
  beforeAll(async () => {
    server = await startPostgres(available)
  }, 120_000)
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close()
  })
  afterAll(() => server?.stop(), 60_000)

  async function open(url: string, clock = () => Date.now(), log: Log = silentLog): Promise<Store> {
    const store = await openStore({ kind: 'postgres', url }, { clock, log })
    stores.push(store)
    return store
  }
  const due = { ...DIGEST, next: { due: 1, slot: 's' } }

  test('F27 four processes that start at once make the tables once', async () => {
    const { url, query } = await server.database()
    const opened = await Promise.all([1, 2, 3, 4].map(() => open(url)))
    for (const store of opened) expect(await store.check()).toEqual({ ok: true, says: 'postgres answers' })
    expect(await query('select number from store_migration')).toEqual(
      MIGRATIONS.map(({ number }) => ({ number })),
    )
  })

  test("F27 the database's clock decides, and a process whose clock is off is told", async () => {
    const { url } = await server.database()
    const warned: unknown[] = []
    const log: Log = { ...silentLog, warn: (fields) => warned.push(fields) }
    const right = await open(url, () => Date.now() + 50_000, log)
    expect(warned).toEqual([])
    const ahead = await open(url, () => Date.now() + 600_000, log)
    expect(warned).toEqual([{ seconds: -600 }])
    expect(await ahead.check()).toEqual({ ok: true, says: 'postgres answers, its clock 600 s behind' })
    expect(await right.inbound.take('k', 'a', 60_000)).toBe('taken')
    expect(await ahead.inbound.take('k', 'b', 60_000)).toBe('held')
    await right.digests.add({ ...DIGEST, next: { due: Date.now() + 300_000, slot: 's' } })
    expect(await ahead.digests.due(10)).toEqual([])
  })

  test('F1 1,000 events, each delivered 1 to 4 times in any order to two processes: 1,000 answers', async () => {
    const { url } = await server.database()
    const owners = await Promise.all(
      ['a', 'b'].map(async (owner) =>
        createOnce({
          store: (await open(url)).inbound,
          owner,
          clock: () => Date.now(),
          log: silentLog,
          pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 10)),
        }),
      ),
    )
    const answers = await answersToAll(1_000, owners, chanceFrom(202))
    expect(answers.size).toBe(1_000)
    expect([...answers.values()].filter((times) => times !== 1)).toEqual([])
  }, 60_000)

  test('F34 pg_terminate_backend in mid-claim: no claim, no crash, the next one has it', async () => {
    const database = await server.database()
    const store = await open(database.url)
    await planned(store, due, { ...run('d1', 's'), notBefore: 0 })
    const blocker = await held(database, 'lock table occurrence in access exclusive mode')
    const claim = store.digests.claim('w', SLACK).then(
      () => 'claimed',
      (error: { code?: string }) => error.code,
    )
    await waitingForLock(database)
    await database.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${WAITING}`)
    expect(await claim).toBe('57P01')
    await blocker.end()
    expect(await store.digests.claim('w', SLACK)).toMatchObject({ fence: 1, occurrence: { attempt: 1 } })
  })

  test('F34 connections cut while they lie idle are noticed by nobody who asks', async () => {
    const database = await server.database()
    const store = await open(database.url)
    await planned(store, due, { ...run('d1', 's'), notBefore: 0 })
    for (let round = 0; round < 5; round++) {
      await Promise.all([1, 2, 3, 4].map((n) => store.inbound.take(`${round}-${n}`, 'a', 60_000)))
      await database.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${OURS}`)
      expect(await store.inbound.take(`k${round}`, 'a', 60_000)).toBe('taken')
      expect(await store.coordination.count('n', 600_000)).toBe(round + 1)
    }
    expect(await store.digests.claim('w', SLACK)).toMatchObject({ fence: 1 })
  })

  test('F34 connections cut at any moment, again and again: no crash, and each digest is sent by one claim', async () => {
    const database = await server.database()
    const store = await open(database.url)
    const ids = Array.from({ length: 60 }, (_, index) => `d${index}`)
    for (const id of ids) await planned(store, { ...due, id }, { ...run(id, 's'), notBefore: 0 })
    const chance = chanceFrom(34)
    let working = true
    let cut = 0
    async function cutting(): Promise<void> {
      while (working) {
        cut += (await database.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${OURS}`))
          .length
        await new Promise((resolve) => setTimeout(resolve, 5 + chance() * 30))
      }
    }
    const claims = new Set<string>()
    const confirmed: string[] = []
    /** What a claim or a confirmation that failed leaves behind is found again when its lease runs out. */
    async function post(worker: string): Promise<boolean> {
      const claim = await store.digests.claim(worker, { leaseMs: 500, platforms: ['slack'] })
      if (claim === null) return (await store.digests.open(1)).length > 0
      expect(claims).not.toContain(`${claim.occurrenceId} ${claim.fence}`)
      claims.add(`${claim.occurrenceId} ${claim.fence}`)
      if (await store.digests.confirm(claim, 'm')) confirmed.push(claim.occurrenceId)
      return true
    }
    async function posting(worker: string): Promise<void> {
      while (await post(worker).catch(isLost));
    }
    const knife = cutting()
    await Promise.all(['w1', 'w2', 'w3'].map(posting))
    working = false
    await knife
    expect(cut).toBeGreaterThan(10)
    expect(new Set(confirmed).size).toBe(confirmed.length)
    expect(await database.query('select distinct state from occurrence')).toEqual([{ state: 'sent' }])
  }, 60_000)

  test('F34 pool exhausted: every question has its answer or its error in time, then all is well again', async () => {
    const database = await server.database()
    const store = await open(database.url)
    const blocker = await held(database, 'lock table inbound in access exclusive mode')
    const started = performance.now()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) => store.inbound.take(`k${index}`, 'a', 60_000)),
    )
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
    expect(performance.now() - started).toBeLessThan(4_500)
    await blocker.end()
    expect(await store.inbound.take('k0', 'a', 60_000)).toBe('taken')
    expect(await store.coordination.count('n', 600_000)).toBe(1)
  })

  test.runIf(ours)('F34 the database gone for a while: errors, no crash, and back by itself', async () => {
    const { url } = await server.database()
    const store = await open(url)
    await planned(store, due, { ...run('d1', 's'), notBefore: 0 })
    await server.own!.kill()
    try {
      const started = performance.now()
      await expect(store.digests.claim('w', SLACK)).rejects.toThrow()
      await expect(store.inbound.take('k', 'a', 60_000)).rejects.toThrow()
      expect(performance.now() - started).toBeLessThan(5_000)
      expect(await store.check()).toMatchObject({
        ok: false,
        says: expect.stringContaining('postgres fails'),
      })
      const refused = await open(url).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(SetupError)
      expect(String(refused)).toContain('DATABASE_URL: the database does not answer')
    } finally {
      await server.own!.begin()
    }
    expect(await store.inbound.take('k', 'a', 60_000)).toBe('taken')
    expect(await store.digests.claim('w', SLACK)).toMatchObject({ fence: 1 })
  })

  test.runIf(ours)(
    'F36 the server ended at once after each promise: kept',
    async () => {
      const { url } = await server.database()
      const store = await open(url)
      for (let round = 0; round < 5; round++) {
        const id = `d${round}`
        await planned(store, { ...due, id }, { ...run(id, 's'), notBefore: 0 })
        const claim = (await store.digests.claim('w', SLACK))!
        expect(claim.occurrence.digestId).toBe(id)
        await restarted()
        expect(await store.digests.occurrence(claim.occurrenceId)).toMatchObject({
          state: 'posting',
          attempt: 1,
        })
        expect(await store.digests.confirm(claim, 'm')).toBe(true)
        await restarted()
        expect(await store.digests.occurrence(claim.occurrenceId)).toMatchObject({
          state: 'sent',
          messageId: 'm',
        })
      }
    },
    60_000,
  )

  test('F46 a wrong password, a wrong database: said without the address', async () => {
    const { url } = await server.database()
    for (const [change, says] of [
      [(wrong: URL) => (wrong.password = 'canary-secret'), 'does not let this user in'],
      [(wrong: URL) => (wrong.pathname = '/canary-secret'), 'there is no such database'],
      [(wrong: URL) => (wrong.hostname = 'canary-secret.invalid'), 'does not answer'],
    ] as const) {
      const wrong = new URL(url)
      change(wrong)
      const error = await open(wrong.href).catch((error: unknown) => error)
      expect(error).toBeInstanceOf(SetupError)
      expect(String(error)).toContain(says)
      expect(String(error)).not.toContain('canary')
    }
  })

  async function restarted(): Promise<void> {
    await server.own!.kill()
    await server.own!.begin()
  }
})

/** What another program holds until its connection ends. */
async function held({ url }: TestDatabase, lock: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin')
  await client.query(lock)
  return client
}

async function waitingForLock({ query }: TestDatabase): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await query(`select 1 from pg_stat_activity where ${WAITING}`)).length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('nobody waits')
}

/** The driver's own words for a connection that was cut; anything else is a failure of the test. */
const isLost = (error: unknown): boolean => {
  const { code } = error as { code?: string }
  if (code === '57P01' || code === 'ECONNRESET' || code === 'EPIPE') return true
  if (/^(?:Connection terminated|Client has encountered)/.test((error as Error).message)) return true
  throw error
}

const OURS = "application_name = 'gazetteer' and datname = current_database()"
const WAITING = `${OURS} and wait_event_type = 'Lock'`

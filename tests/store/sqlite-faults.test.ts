import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SetupError } from '../../src/base/errors.ts'
import { silentLog } from '../../src/base/log.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { chanceFrom } from '../fakes/chance.ts'
import { type StoreChild, startChild } from './child.ts'
import { DIGEST, planned, SLACK, START } from './example-digest.ts'
import { expectKept } from './promises.ts'

/** Part of every Linux. */
const LIMITER = 'prlimit'

let folder: string
let file: string
const children: StoreChild[] = []
const stores: Store[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gazetteer-store-'))
  file = join(folder, 'store.sqlite')
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.process.kill('SIGKILL')
    await child.ended
  }
  for (const store of stores.splice(0)) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = (...given: Parameters<typeof startChild>): StoreChild => {
  const child = startChild(...given)
  children.push(child)
  return child
}
const open = async (path = file, clock = () => START): Promise<Store> => {
  const store = await openStore({ kind: 'sqlite', file: path }, { clock, log: silentLog })
  stores.push(store)
  return store
}
const refusal = (path = file): Promise<unknown> => open(path).catch((error: unknown) => error)

describe('F35 a second process on the embedded store', () => {
  test('is refused with pid and path and exit code 78; the first is untouched', async () => {
    const first = start([file, 'obey'])
    expect(await first.hears()).toBe('open')
    const error = await refusal()
    expect(error).toBeInstanceOf(SetupError)
    expect(String(error)).toContain(`another process (pid ${first.process.pid}) has the store ${file}`)
    const second = start([file, 'obey'])
    expect(await second.hears()).toMatchObject({ setup: [{ where: 'GAZETTEER_STORE' }] })
    expect(await second.ended).toBe(78)
    expect(await first.call('inbound.take', 'k', 'a', 1_000)).toEqual({ value: 'taken' })
    first.process.stdin!.end()
    expect(await first.ended).toBe(0)
    expect(await (await open()).inbound.take('k', 'b', 1_000)).toBe('taken')
  })

  test('within one process too', async () => {
    const store = await open()
    expect(String(await refusal())).toContain(`pid ${process.pid}`)
    expect(await store.check()).toMatchObject({ ok: true })
  })

  test('may come once the first was killed, pid file or not', async () => {
    const first = start([file, 'obey'])
    await first.hears()
    first.process.kill('SIGKILL')
    await first.ended
    expect(existsSync(`${file}.pid`)).toBe(true)
    expect(await (await open()).check()).toMatchObject({ ok: true })
  })
})

describe('F34 a place where nothing can be written', () => {
  test('a read-only folder is refused with the way out, whether the file is there or not', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed)
    const path = join(closed, 'store.sqlite')
    chmodSync(closed, 0o555)
    // root may write everywhere, unless it gives up what makes it root
    const under = process.getuid?.() === 0 ? ['setpriv', '--inh-caps=-all', '--bounding-set=-all'] : []
    try {
      const missing = start([path, 'obey'], under)
      expect(await missing.hears()).toMatchObject({
        setup: [{ what: expect.stringContaining('cannot be written') }],
      })
      expect(await missing.ended).toBe(78)
      chmodSync(closed, 0o755)
      await (await open(path)).close()
      chmodSync(path, 0o400)
      chmodSync(closed, 0o555)
      const present = start([path, 'obey'], under)
      expect(await present.hears()).toMatchObject({ setup: [{ where: 'GAZETTEER_STORE' }] })
      expect(await present.ended).toBe(78)
    } finally {
      chmodSync(closed, 0o755)
    }
  })

  test('a file that is no store, and a folder in its place', async () => {
    writeFileSync(file, 'this is a letter, not a database, and long enough to be seen as one; '.repeat(20))
    expect(String(await refusal())).toContain('is no store, or is damaged')
    expect(readFileSync(file, 'utf8')).toContain('this is a letter')
    expect(String(await refusal(folder))).toContain('cannot be written (EISDIR)')
    expect(String(await refusal(join(file, 'below')))).toContain('cannot be written (EEXIST)')
  })

  // a file that may not grow stands for a disk that is full
  test.skipIf(spawnSync(LIMITER, ['--version']).error !== undefined)(
    'a disk that is full: no promise, no crash, and it goes on by itself once there is room',
    async () => {
      await (await open()).close()
      const room = 400_000
      const child = start([file, 'obey'], [LIMITER, `--fsize=${room}:unlimited`])
      expect(await child.hears()).toBe('open')
      const taken: string[] = []
      let failed = 0
      for (let index = 0; index < 400 && failed < 20; index++) {
        const outcome = await child.call('inbound.take', `k${index}`, 'a', 1_000_000)
        if (outcome.value === 'taken') taken.push(`k${index}`)
        else {
          expect(outcome).toEqual({ error: 'ERR_SQLITE_ERROR' })
          failed++
        }
      }
      expect(failed).toBe(20)
      expect(taken.length).toBeGreaterThan(5)
      expect(await child.call('check')).toMatchObject({
        value: { ok: false, says: expect.stringMatching(/^sqlite fails \((?:disk|database) /) },
      })
      expect(await child.call('digests.claim', 'w', SLACK)).toEqual({ value: null })
      execFileSync(LIMITER, ['--pid', String(child.process.pid), '--fsize=unlimited:unlimited'])
      expect(await child.call('check')).toMatchObject({ value: { ok: true } })
      for (const key of taken)
        expect(await child.call('inbound.take', key, 'b', 1_000)).toEqual({ value: 'held' })
      expect(await child.call('inbound.take', 'later', 'a', 1_000)).toEqual({ value: 'taken' })
    },
  )

  test('one write that fails by itself does not take along those that share its commit', async () => {
    const store = await open()
    await store.digests.add(DIGEST)
    const outcomes = await Promise.allSettled([
      store.inbound.take('before', 'a', 1_000),
      store.digests.add(DIGEST),
      store.inbound.take('after', 'a', 1_000),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await store.inbound.take('after', 'b', 1_000)).toBe('held')
  })
})

describe('what was promised survives', () => {
  test('F3 F25 30 rounds of kill -9: everything said is there, and what the dead held is free', async () => {
    const chance = chanceFrom(20260115)
    let counted = 0
    for (let round = 0; round < 30; round++) {
      const child = start([file, 'work', String(round)])
      expect(await child.hears()).toBe('open')
      await child.hears()
      await new Promise((resolve) => setTimeout(resolve, chance() * 60))
      child.process.kill('SIGKILL')
      await child.ended
      const store = await open(file, () => Date.now())
      counted += await expectKept(store, child.said, 'kill')
      await store.close()
    }
    expect(counted).toBeGreaterThanOrEqual(30)
  }, 120_000)

  test('F36 a copy of the files, made when a promise fulfils, has what was promised', async () => {
    const store = await open()
    for (let round = 0; round < 20; round++) {
      const id = `d${round}`
      await planned(store, { ...DIGEST, id })
      const claim = (await store.digests.claim('w', SLACK))!
      const afterClaim = copied(`claim-${round}`)
      await store.digests.confirm(claim, 'm')
      const afterSent = copied(`sent-${round}`)
      const [claimed, sent] = [await open(afterClaim), await open(afterSent)]
      expect(await claimed.digests.occurrence(claim.occurrenceId)).toMatchObject({
        state: 'posting',
        attempt: 1,
      })
      expect(await sent.digests.occurrence(claim.occurrenceId)).toMatchObject({
        state: 'sent',
        messageId: 'm',
      })
      await claimed.close()
      await sent.close()
    }
  })

  test('F25 claims of a dead process can be taken over at once after a restart', async () => {
    const store = await open()
    await planned(store, DIGEST)
    await store.digests.claim('w1', SLACK)
    await store.inbound.take('e1', 'a', 15_000)
    await store.coordination.lease('shard 0', 'a', 30_000)
    const after = await open(copied('restart'))
    expect(await after.digests.claim('w2', SLACK)).toMatchObject({ fence: 2, occurrence: { attempt: 2 } })
    expect(await after.inbound.take('e1', 'b', 15_000)).toBe('taken')
    expect(await after.coordination.lease('shard 0', 'b', 30_000)).toBe(true)
  })
})

describe('writes of one turn', () => {
  test('share one commit: 200 events write as much as a few, and do not wait for the disk 200 times', async () => {
    const store = await open()
    const size = () => statSync(`${file}-wal`).size
    const before = size()
    await store.inbound.take('one', 'a', 1_000)
    const one = size() - before
    await Promise.all(Array.from({ length: 200 }, (_, index) => store.inbound.take(`k${index}`, 'a', 1_000)))
    expect(size() - before - one).toBeLessThan(10 * one)
  })

  test('a claim does not wait for the others of its turn', async () => {
    const store = await open()
    await planned(store, DIGEST)
    let turned = false
    setImmediate(() => {
      turned = true
    })
    const take = store.inbound.take('e1', 'a', 1_000)
    expect(await store.digests.claim('w', SLACK)).toMatchObject({ fence: 1 })
    expect(turned).toBe(false)
    expect(await take).toBe('taken')
    expect(turned).toBe(true)
  })
})

describe('F46 the files', () => {
  test('are for their owner only, and hold neither a text nor a token', async () => {
    const store = await open()
    const key = 'slack:T1:Ev0123'
    await store.inbound.take(key, 'process-1', 1_000)
    await planned(store, DIGEST)
    const names = readdirSync(folder)
    expect(names).toEqual(expect.arrayContaining(['store.sqlite', 'store.sqlite-wal', 'store.sqlite.pid']))
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
    const bytes = names.map((name) => readFileSync(join(folder, name), 'latin1')).join('')
    expect(bytes).toContain(key)
    // every column of the table that sees each event, so that a text could not go unseen
    const columns = /create table inbound \(([^)]*)\)/i.exec(bytes)?.[1]?.match(/\w+(?= (?:text|bigint))/g)
    expect(columns).toEqual(['key', 'state', 'owner', 'lease_until', 'at'])
  })
})

/** The file and what stands beside it, as a power cut would leave them if the system had written out everything. */
function copied(name: string): string {
  const path = join(folder, name)
  for (const ending of ['', '-wal']) if (existsSync(file + ending)) copyFileSync(file + ending, path + ending)
  return path
}

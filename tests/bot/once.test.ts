/** One answer per event, over the store that a single process uses. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Log, silentLog } from '../../src/base/log.ts'
import { createOnce, type InboundStore } from '../../src/bot/once.ts'
import type { Once } from '../../src/chat/desk.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { chanceFrom } from '../fakes/chance.ts'
import { answersToAll } from './deliveries.ts'

let folder: string
let store: Store
let now = 0
beforeEach(async () => {
  now = Date.UTC(2026, 0, 15)
  folder = mkdtempSync(join(tmpdir(), 'gazetteer-once-'))
  store = await openStore(
    { kind: 'sqlite', file: join(folder, 'store.sqlite') },
    { clock: () => now, log: silentLog },
  )
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Time passes only where somebody waits. */
const owner = (name: string, inbound: InboundStore = store.inbound, log: Log = silentLog): Once =>
  createOnce({
    store: inbound,
    owner: name,
    clock: () => now,
    log,
    async pause(ms) {
      now += ms
      await new Promise((resolve) => setImmediate(resolve))
    },
  })

/** Work that goes on until it is let go. */
function gate() {
  let open = () => {}
  let fail = (_: Error) => {}
  const passed = new Promise<void>((resolve, reject) => {
    open = resolve
    fail = reject
  })
  // it may fail before anybody waits for it
  passed.catch(() => {})
  return { work: () => passed, open, fail }
}

describe('one owner', () => {
  test('F1 a redelivery while the first is being answered waits for it, and is a duplicate', async () => {
    const once = owner('a')
    const { work, open } = gate()
    let repeated = 0
    const first = once('e1', work)
    const again = [1, 2, 3].map(() => once('e1', async () => void repeated++))
    open()
    expect(await first).toBe('done')
    expect(await Promise.all(again)).toEqual(['duplicate', 'duplicate', 'duplicate'])
    expect(await once('e1', async () => void repeated++)).toBe('duplicate')
    expect(repeated).toBe(0)
  })

  test('F3 work that fails is open for the redelivery that waited, and for later ones', async () => {
    const once = owner('a')
    const { work, fail } = gate()
    const first = once('e1', work)
    const again = once('e1', async () => {})
    fail(new Error('no answer'))
    await expect(first).rejects.toThrow('no answer')
    expect(await again).toBe('done')
    await expect(once('e2', () => Promise.reject(new Error('no answer')))).rejects.toThrow()
    expect(await owner('b')('e2', async () => {})).toBe('done')
  })

  test('other events do not wait', async () => {
    const once = owner('a')
    const { work, open } = gate()
    const slow = once('slow', work)
    expect(await once('quick', async () => {})).toBe('done')
    open()
    expect(await slow).toBe('done')
  })
})

describe('two owners', () => {
  test('F1 the second waits for the first, and finds it finished', async () => {
    const [a, b] = [owner('a'), owner('b')]
    const { work, open } = gate()
    let repeated = 0
    const first = a('e1', work)
    await store.inbound.take('other', 'a', 1)
    const second = b('e1', async () => void repeated++)
    open()
    expect(await first).toBe('done')
    expect(await second).toBe('duplicate')
    expect(repeated).toBe(0)
  })

  test('F3 a dead owner: its event is taken over when the lease has run out', async () => {
    await store.inbound.take('e1', 'dead', 15_000)
    const before = now
    let answered = 0
    expect(await owner('b')('e1', async () => void answered++)).toBe('done')
    expect(answered).toBe(1)
    expect(now - before).toBeGreaterThanOrEqual(15_000)
    expect(now - before).toBeLessThan(16_000)
  })

  test('F1 an owner that takes longer than everybody waits: busy, to be delivered again', async () => {
    const renewed: InboundStore = { ...store.inbound, take: async () => 'held' }
    let answered = 0
    const once = owner('b', renewed)
    expect(await once('e1', async () => void answered++)).toBe('busy')
    expect(answered).toBe(0)
    expect(await owner('b')('e1', async () => void answered++)).toBe('done')
  })

  test('F1 10,000 events, each delivered 1 to 4 times in any order to two owners: 10,000 answers', async () => {
    const answers = await answersToAll(10_000, [owner('a'), owner('b')], chanceFrom(101_010))
    expect(answers.size).toBe(10_000)
    expect([...answers.values()].filter((times) => times !== 1)).toEqual([])
  }, 120_000)
})

describe('work that takes longer than its lease', () => {
  test('keeps its event as long as it lives', async () => {
    let beat = () => {}
    let stopped = 0
    const a = createOnce({
      ...{ store: store.inbound, owner: 'a', clock: () => now, log: silentLog, pause: async () => {} },
      repeat(_ms, call) {
        beat = call
        return () => stopped++
      },
    })
    const { work, open } = gate()
    const first = a('e1', work)
    await new Promise((resolve) => setTimeout(resolve, 20))
    for (let times = 0; times < 4; times++) {
      now += 10_000
      beat()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(await store.inbound.take('e1', 'b', 15_000)).toBe('held')
    open()
    expect(await first).toBe('done')
    expect(stopped).toBe(1)
    expect(await store.inbound.take('e1', 'b', 15_000)).toBe('finished')
  })
})

describe('F34 a store that fails', () => {
  const broken: InboundStore = {
    take: () => Promise.reject(new Error('away')),
    finish: () => Promise.reject(new Error('away')),
    giveBack: () => Promise.reject(new Error('away')),
  }

  test('events are answered once from memory, and the log says so without the key', async () => {
    const errors: unknown[] = []
    const once = owner('a', broken, { ...silentLog, error: (...line) => errors.push(line) })
    let answered = 0
    const key = 'canary-key'
    const both = [once(key, async () => void answered++), once(key, async () => void answered++)]
    expect(await Promise.all(both)).toEqual(['done', 'duplicate'])
    expect(await once(key, async () => void answered++)).toBe('duplicate')
    expect(answered).toBe(1)
    expect(errors).toHaveLength(2)
    expect(JSON.stringify(errors)).not.toContain('canary')
    await expect(once('e2', () => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer')
    expect(await once('e2', async () => {})).toBe('done')
  })

  test('what was finished while it was away is not answered again once it is back', async () => {
    let away = true
    const inbound: InboundStore = {
      take: (...given) => (away ? broken : store.inbound).take(...given),
      finish: (...given) => (away ? broken : store.inbound).finish(...given),
      giveBack: (...given) => (away ? broken : store.inbound).giveBack(...given),
    }
    const once = owner('a', inbound)
    expect(await once('e1', async () => {})).toBe('done')
    away = false
    expect(await once('e1', async () => {})).toBe('duplicate')
  })

  test('back in time for the end: the finish of what it never took is kept, also for others', async () => {
    const once = owner('a', { ...store.inbound, take: broken.take })
    expect(await once('e1', async () => {})).toBe('done')
    expect(await owner('b')('e1', async () => {})).toBe('duplicate')
  })
})

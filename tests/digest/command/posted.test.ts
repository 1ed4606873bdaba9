/** The whole way: asked for in chat, posted by the runner with what the base says, asked about in its thread. */
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { silentLog } from '../../../src/base/log.ts'
import { noMetrics } from '../../../src/base/metrics.ts'
import type { Person, Poster } from '../../../src/chat/platform.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import { createContents } from '../../../src/digest/content.ts'
import { createMayPost } from '../../../src/digest/may-post.ts'
import { createNoticeWords } from '../../../src/digest/notice-words.ts'
import { createDigestRunner, type DigestRunner } from '../../../src/digest/runner.ts'
import { allFacts } from '../../talks/real-engine.ts'
import { workspaceOf } from './place.ts'

const engine = allFacts()
const runners: DigestRunner[] = []
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.stop(1_000)
})

async function running(manages: Set<string>) {
  const work = await workspaceOf(engine, { manages, zones: { ann: 'Asia/Shanghai' } })
  await work.enters()
  const posted: Reply[] = []
  const told: { person: Person; reply: Reply }[] = []
  const poster: Poster = {
    platform: 'slack',
    render: (reply) => JSON.stringify(reply),
    async post(_place, body) {
      posted.push(JSON.parse(body) as Reply)
      return { outcome: 'accepted', id: `1900.${posted.length}` }
    },
    find: async () => ({ found: false }),
    async tell(person, reply) {
      told.push({ person, reply })
      return { outcome: 'accepted', id: 'x' }
    },
    mayManage: async ({ id }, place) => manages.has(`${id} ${place.id}`),
    zoneOf: async () => null,
    direct: async ({ id, tenant }) => ({ platform: 'slack', tenant, id: `D${id}` }),
    placeNamed: async () => null,
  }
  const contents = createContents({ ...engine, knownFacts: work.store.knownFacts })
  const runner = createDigestRunner({
    ...{
      store: work.store.digests,
      posters: [poster],
      makeContent: contents.make,
      log: silentLog,
      metrics: noMetrics,
    },
    ...{
      wordNotice: createNoticeWords(engine.vocabulary),
      clock: work.now,
      monotonic: () => performance.now(),
    },
    ...{ chance: () => 0, worker: 'w', timing: { planEvery: 20, claimEvery: 10, denied: 0, firstWait: 1 } },
    pause: (ms, signal) =>
      setTimeout(ms, undefined, { ref: false, ...(signal && { signal }) }).catch(() => {}),
    mayPost: createMayPost({ digestManagers: [], poster: () => poster }),
  })
  runners.push(runner)
  runner.start()
  return { work, posted, told }
}

test('made, run now, posted once, asked about', async () => {
  const { work, posted } = await running(new Set(['ann C1']))
  await work.person('ann').says('/digest add Dongying offshore wind investment, weekdays 9:00')
  await work.person('ann').says('/digest run k1m2')
  await expect.poll(() => posted.length).toBe(1)
  expect(posted[0]!.plain).toMatch(/What is known now.*\n- #1 .*28 billion yuan/)
  await expect.poll(async () => (await work.store.digests.history('k1m2', 1))[0]?.state).toBe('sent')
  await work.person('bob', { conversation: 'T1:C1:1900.1' }).says('source of 1?')
  work.shouldSay(/28 billion yuan/, /15 July 2025/)
  expect(posted).toHaveLength(1)
})

test('due by its plan while nothing changed: its row says so, and nobody is posted to', async () => {
  const { work, posted } = await running(new Set(['ann C1']))
  await work.person('ann').says('/digest add Dongying offshore wind investment, weekdays 9:00')
  await work.person('ann').says('/digest run k1m2')
  await expect.poll(() => posted.length).toBe(1)
  work.passes(3_600_000)
  await expect
    .poll(async () => (await work.store.digests.history('k1m2', 1))[0], { timeout: 5_000 })
    .toMatchObject({ slot: '2026-11-23', state: 'skipped', reason: 'no change' })
  await work.person('ann').says('/digest history k1m2')
  work.shouldSay(/Mon 23 Nov 2026, 09:00: skipped, nothing changed/)
  expect(posted).toHaveLength(1)
})

test('in a private message for somebody without any right', async () => {
  const { work, posted, told } = await running(new Set())
  await work.person('ann').says('/digest add Jining, weekdays 9:00 where: me')
  await work.person('ann').says('/digest run k1m2')
  await expect.poll(() => posted.length).toBe(1)
  expect(told).toEqual([])
})

/** The same through the real libraries: Slack's client and discord.js against the stand-ins, on the machine's own time. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { silentLog } from '../../../src/base/log.ts'
import { noMetrics } from '../../../src/base/metrics.ts'
import type { Place, Poster } from '../../../src/chat/platform.ts'
import { runOf } from '../../../src/digest/run.ts'
import { createDigestRunner } from '../../../src/digest/runner.ts'
import { openStore, type Store } from '../../../src/store/index.ts'
import { onStage } from '../../adapters/discord/stage.ts'
import { connected, eventually } from '../../adapters/slack/connected.ts'
import { replyOf } from './scene.ts'

const takenDown: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of takenDown.splice(0).reverse()) await stop()
})

/** A runner with one digest for each place, all due now. */
async function posting(poster: Poster, places: readonly Place[], owner: string): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'gazetteer-digests-'))
  const file = join(folder, 'store.sqlite')
  const store = await openStore({ kind: 'sqlite', file }, { clock: Date.now, log: silentLog })
  for (const [at, place] of places.entries()) {
    await store.digests.add({
      ...{ id: `d${at}`, place, owner, locale: 'en', about: `digest ${at}`, cron: '0 9 * * *', zone: 'UTC' },
      ...{ policy: 'always', catchUp: 'latest', windowMs: 3_600_000, next: null },
    })
    await store.digests.addRun(`d${at}`, runOf(`d${at}`, { due: Date.now(), slot: 'now' }))
  }
  const runner = createDigestRunner({
    ...{ store: store.digests, posters: [poster], clock: Date.now, monotonic: () => performance.now() },
    ...{ chance: () => 0, log: silentLog, metrics: noMetrics, worker: 'w' },
    makeContent: async ({ about }) => ({
      reply: { ...replyOf(about), parts: [{ kind: 'text', text: about }] },
      says: about,
    }),
    wordNotice: ({ kind }) => ({ ...replyOf(kind), parts: [{ kind: 'text', text: kind }] }),
    pause: (ms, signal) => sleep(ms, undefined, signal && { signal }).catch(() => {}),
    timing: { claimEvery: 100, planEvery: 500 },
  })
  takenDown.push(async () => {
    await runner.stop(1_000)
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  runner.start()
  return store
}

const state = async (store: Store, id: string) => (await store.digests.history(id, 1))[0]?.state

describe('through the real libraries', () => {
  test('F18 slack answer lost after accept, 500 after accept: one post each, after a look', async () => {
    const { slack, platform } = await connected()
    const [general, random] = ['#general', '#random'].map((name) => slack.channel(name).id)
    slack.faults.add({ match: { method: 'chat.postMessage', channel: general! }, action: 'resetAfter' })
    slack.faults.add({ match: { method: 'chat.postMessage', channel: random! }, action: '500After' })
    const place = (id: string): Place => ({ platform: 'slack', tenant: slack.workspace.teamId, id })
    const store = await posting(platform.poster, [place(general!), place(random!)], slack.user('bob').id)
    await eventually(() => expect(slack.ledger.posts()).toHaveLength(2), 20_000)
    for (const id of ['d0', 'd1']) await expect.poll(() => state(store, id), { timeout: 25_000 }).toBe('sent')
    expect(slack.ledger.posts()).toHaveLength(2)
    expect(slack.ledger.requests.filter(({ method }) => method === 'conversations.history')).toHaveLength(2)
    slack.assertClean()
  }, 60_000)

  test('F22 slack: a channel the bot was put out of is failed for this time, and its owner is told', async () => {
    const { slack, platform } = await connected()
    slack.faults.add({ match: { method: 'chat.postMessage' }, action: 'error', error: 'not_in_channel' })
    const id = slack.channel('#general').id
    const place: Place = { platform: 'slack', tenant: slack.workspace.teamId, id }
    const store = await posting(platform.poster, [place], slack.user('bob').id)
    await expect.poll(() => state(store, 'd0'), { timeout: 15_000 }).toBe('failed')
    expect(slack.ledger.posts().map(({ body }) => body.text)).toEqual(['failed'])
  }, 30_000)

  test('F18 discord answer lost after accept: the nonce gives the first message back', async () => {
    const { discord, platform } = await onStage()
    const id = discord.channel('general').id
    const messages = /\/channels\/\d+\/messages$/
    discord.faults.add({ match: { method: 'POST', path: messages }, action: 'resetAfter' })
    const place: Place = { platform: 'discord', tenant: discord.guildId, id }
    const may: Poster = { ...platform.poster, mayManage: async () => true }
    const store = await posting(may, [place], '1')
    await expect.poll(() => state(store, 'd0'), { timeout: 25_000 }).toBe('sent')
    expect(discord.ledger.posts()).toHaveLength(1)
    expect(
      discord.ledger.requests.filter(({ method, path }) => method === 'POST' && messages.test(path)),
    ).toHaveLength(2)
  }, 40_000)
})

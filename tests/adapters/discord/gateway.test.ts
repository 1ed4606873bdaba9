/** Gateway faults: what comes through, how often sessions begin, and what is final. */
import { describe, expect, test } from 'vitest'
import { backOffAfter, IdentifyBudget } from '../../../src/adapters/discord/identify.ts'
import { SetupError } from '../../../src/base/errors.ts'
import { silentLog } from '../../../src/base/log.ts'
import { createOnce } from '../../../src/bot/once.ts'
import { besideStage, coordinationInMemory, inMemory, onStage, until, wait } from './stage.ts'

const identifies = (discord: Awaited<ReturnType<typeof onStage>>['discord']) =>
  discord.gateway.log.filter(({ what }) => what === 'identify').length
const resumes = (discord: Awaited<ReturnType<typeof onStage>>['discord']) =>
  discord.gateway.log.filter(({ what }) => what === 'resumed').length

test('intents: Guilds, GuildMessages, DirectMessages and nothing privileged', async () => {
  const { discord } = await onStage({ discord: { privileged: 0 } })
  expect(discord.gateway.log.find(({ what }) => what === 'identify')?.intents).toBe(1 | (1 << 9) | (1 << 12))
})

describe('F14', () => {
  test('F14 op 7: resumed, what was said meanwhile is answered once', async () => {
    const { discord, platform } = await onStage()
    discord.reconnect()
    const asked = discord.say('ann', 'general', '@bot while away')
    expect((await asked.answer()).text).toContain('while away')
    await until(() => resumes(discord) === 1, 'a resume')
    await wait(200)
    expect(discord.ledger.posts()).toHaveLength(1)
    expect(identifies(discord)).toBe(1)
    expect(platform.health()).toEqual({ ok: true, says: 'connected' })
    discord.assertClean()
  })

  test('F14 op 9 resumable: resumed', async () => {
    const { discord } = await onStage()
    discord.gateway.invalidate(true)
    const asked = discord.say('ann', 'general', '@bot hello')
    expect((await asked.answer()).text).toContain('hello')
    expect(identifies(discord)).toBe(1)
  })

  test('F14 op 9 not resumable: one new session, five seconds after the last', {
    timeout: 20_000,
  }, async () => {
    const { discord, platform } = await onStage({ discord: { strictGateway: true } })
    discord.gateway.invalidate(false)
    await until(() => !platform.health().ok, 'red health')
    await until(() => platform.health().ok, 'green health', 12_000)
    const at = discord.gateway.log.filter(({ what }) => what === 'identify').map(({ at }) => at)
    expect(at).toHaveLength(2)
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(4_900)
    expect((await discord.say('ann', 'general', '@bot back?').answer()).text).toContain('back?')
  })

  test.each([4000, 4001, 4002])('F14 close %i: resumed, nothing missed', async (code) => {
    const { discord } = await onStage()
    discord.gateway.close(code)
    expect((await discord.say('ann', 'general', '@bot hello').answer()).text).toContain('hello')
    expect(resumes(discord)).toBe(1)
    expect(identifies(discord)).toBe(1)
  })

  test.each([4003, 4005, 4007, 4008, 4009])(
    'F14 close %i: connected again with one new session at most',
    { timeout: 20_000 },
    async (code) => {
      const { discord, platform } = await onStage()
      discord.gateway.close(code)
      await until(() => !platform.health().ok, 'red health')
      await until(() => platform.health().ok, 'green health', 12_000)
      expect(identifies(discord)).toBeLessThanOrEqual(2)
    },
  )

  test.each([
    [4004, /DISCORD_TOKEN: Discord does not know this token\. Copy it anew/],
    [4010, /DISCORD_SHARDS: there is no such shard/],
    [4011, /DISCORD_SHARDS/],
    [4012, /newer release/],
    [4013, /intents/],
    [4014, /intents Guilds, Guild Messages and Direct Messages/],
  ])('F14 close %i at the start is final and readable', async (code, words) => {
    const { discord, platform } = await onStage({ start: false })
    discord.gateway.refuseWith = code
    const failed = await platform.start().catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(SetupError)
    expect((failed as Error).message).toMatch(words)
    const connects = discord.gateway.log.filter(({ what }) => what === 'connect').length
    await wait(1_200)
    expect(discord.gateway.log.filter(({ what }) => what === 'connect')).toHaveLength(connects)
  })

  test('F14 close 4004 while running: an alarm, red health, and no further try', async () => {
    const { discord, platform, logged } = await onStage()
    discord.gateway.refuseWith = 4004
    discord.gateway.close(4004)
    await until(() => platform.health().says === 'refused for good', 'red health')
    expect(logged.some((line) => line.startsWith('error') && line.includes('DISCORD_TOKEN'))).toBe(true)
    const connects = discord.gateway.log.filter(({ what }) => what === 'connect').length
    await wait(1_200)
    expect(discord.gateway.log.filter(({ what }) => what === 'connect')).toHaveLength(connects)
  })

  test('F14 zombie: a gateway that does not acknowledge heartbeats is left and resumed', {
    timeout: 20_000,
  }, async () => {
    const { discord } = await onStage({ discord: { heartbeatMs: 300 } })
    discord.gateway.withholdAcks()
    await until(() => resumes(discord) === 1, 'a resume', 10_000)
    expect((await discord.say('ann', 'general', '@bot alive?').answer()).text).toContain('alive?')
    expect(identifies(discord)).toBe(1)
  })

  test('F14 twenty cut connections under talk: nothing missed, nothing answered twice', {
    timeout: 60_000,
  }, async () => {
    const { discord } = await onStage()
    const turns = []
    for (let round = 0; round < 20; round++) {
      turns.push(discord.say('ann', 'general', `@bot question ${round} a`))
      discord.drop()
      turns.push(discord.say('ann', 'general', `@bot question ${round} b`))
      await wait(round % 3 === 0 ? 700 : 100)
    }
    await until(() => discord.ledger.posts().length >= turns.length, 'all answers', 20_000)
    await wait(300)
    const answered = discord.ledger.posts().map(({ body }) => String(body.content))
    expect(new Set(answered).size).toBe(40)
    expect(answered).toHaveLength(40)
    expect(identifies(discord)).toBe(1)
    discord.assertClean()
  })
})

test('an outage of the whole platform is outlived', { timeout: 20_000 }, async () => {
  const { discord, platform } = await onStage()
  await discord.down()
  await until(() => !platform.health().ok, 'red health')
  await wait(1_500)
  await discord.up()
  await until(() => platform.health().ok, 'green health', 12_000)
  expect((await discord.say('ann', 'general', '@bot back?').answer()).text).toContain('back?')
})

test('odd frames and payloads never end the process, and talk goes on', async () => {
  const { discord, counted } = await onStage()
  const frames: unknown[] = [
    'null',
    'not json',
    '[]',
    '5',
    '"x"',
    '{}',
    { op: 0 },
    { op: 0, t: 'MESSAGE_CREATE', s: 1, d: null },
    { op: 0, t: 'MESSAGE_CREATE', s: 1, d: { author: 7, mentions: {}, guild_id: 4 } },
    { op: 0, t: 'MESSAGE_CREATE', s: 1, d: { id: 1, channel_id: [], author: { id: {} }, content: 5 } },
    { op: 0, t: 'INTERACTION_CREATE', s: 1, d: null },
    { op: 0, t: 'INTERACTION_CREATE', s: 1, d: { id: 'x', token: 5, type: 'a', member: [] } },
    { op: 0, t: 'GUILD_CREATE', s: 1, d: null },
    { op: 0, t: 'CHANNEL_UPDATE', s: 1, d: { id: null } },
    { op: 0, t: 'CHANNEL_DELETE', s: 1, d: 'gone' },
    { op: 0, t: 'GUILD_DELETE', s: 1, d: 7 },
    { op: 0, t: '__proto__', s: 1, d: {} },
    { op: 9 },
    { op: 99, d: {} },
    { op: 11 },
  ]
  for (const frame of frames) discord.gateway.frame(frame)
  const asked = discord.say('ann', 'general', '@bot still there?')
  expect((await asked.answer(8_000)).text).toContain('still there?')
  // so many of them throw inside the library
  expect(counted.discord_odd_frames_total).toBeGreaterThan(0)
})

test('F1 the same event four times, and to two processes at once, is answered once', async () => {
  const first = await onStage()
  const store = inMemory()
  const once = (owner: string) =>
    createOnce({ store, owner, clock: Date.now, log: silentLog, pause: wait, leaseMs: 2_000 })
  first.desk.once = once('a')
  // a doubled session: another process that holds the same shard, by leases of its own
  const second = besideStage(first.discord, { desk: { once: once('b') } })
  await second.platform.start()
  expect(first.discord.gateway.connected()).toBe(2)
  const asked = first.discord.say('ann', 'general', '@bot once')
  first.discord.redeliver(asked, 3)
  const pressed = first.discord.slash('bob', 'general', 'ask', { question: 'once' })
  first.discord.redeliver(pressed, 3)
  await asked.answer()
  await pressed.answer()
  await wait(500)
  expect(first.discord.ledger.posts()).toHaveLength(2)
  expect(first.heard.length + second.heard.length).toBe(2)
  first.discord.assertClean()
})

test('F3 what was not finished by a process that died is answered by the next, once', async () => {
  const store = inMemory()
  const once = (owner: string) =>
    createOnce({ store, owner, clock: Date.now, log: silentLog, pause: wait, leaseMs: 300 })
  const dead = await onStage({ hear: () => new Promise(() => undefined), desk: { once: once('dead') } })
  await wait(2_300)
  dead.discord.say('ann', 'general', '@bot lost?')
  await until(() => dead.heard.length === 1, 'the question')
  // gone without a word: what it kept is all that the next one has
  await dead.platform.stop(0)
  const { coordination } = dead.desk
  const next = besideStage(dead.discord, { desk: { once: once('next'), coordination } })
  await next.platform.start()
  await until(() => dead.discord.ledger.posts().length === 1, 'the answer', 8_000)
  await wait(500)
  expect(dead.discord.ledger.posts()).toHaveLength(1)
  expect(next.heard[0]?.said).toEqual({ kind: 'text', text: 'lost?' })
  // and no session was begun for it
  expect(identifies(dead.discord)).toBe(1)
})

test('after a restart a thread is still a talk of its own, though the gateway told of no channels', {
  timeout: 20_000,
}, async () => {
  const first = await onStage()
  const { discord } = first
  const answer = await discord.say('ann', 'general', '@bot Dongying').answer()
  await until(() => discord.ledger.of('thread').length === 1, 'a thread')
  await first.platform.stop(100)
  const next = besideStage(discord, { desk: { coordination: first.desk.coordination } })
  await next.platform.start()
  expect(identifies(discord)).toBe(1)
  await discord.say('ann', answer.id, '@bot and Qingdao?').answer()
  await discord.say('ann', answer.id, '@bot and Jining?').answer()
  expect(next.heard.map(({ conversation }) => conversation)).toEqual([answer.id, answer.id])
  await wait(200)
  // asked once, and no thread tried in the thread
  const asked = discord.ledger.requests.filter(
    ({ method, path }) => method === 'GET' && path === `/channels/${answer.id}`,
  )
  expect(asked).toHaveLength(1)
  expect(discord.ledger.requests.filter(({ status }) => status >= 400)).toEqual([])
  discord.assertClean()
})

describe('sessions of a day', () => {
  test('a crash loop begins at most 100', async () => {
    let now = 0
    const coordination = coordinationInMemory(() => now)
    let begun = 0
    // each process lives for a second, then the next one starts
    while (now < 86_400_000) {
      const budget = new IdentifyBudget({
        coordination,
        clock: () => now,
        log: silentLog,
        owner: `process ${begun}`,
        pause: async (ms) => {
          now += ms
        },
      })
      await budget.wait(0, 1, new AbortController().signal)
      if (now < 86_400_000) begun++
      now += 1_000
    }
    expect(begun).toBeGreaterThan(20)
    expect(begun).toBeLessThanOrEqual(100)
    expect(backOffAfter(1)).toBe(0)
  })

  test('none is begun beyond 800', async () => {
    const coordination = coordinationInMemory(() => 0)
    await coordination.count('discord/identifies', 86_400_000, 800)
    const waits: number[] = []
    const stop = new AbortController()
    const budget = new IdentifyBudget({
      coordination,
      clock: () => 0,
      log: silentLog,
      owner: 'a',
      pause: async (ms, signal) => {
        waits.push(ms)
        if (waits.length === 5) stop.abort()
        signal.throwIfAborted()
      },
    })
    await expect(budget.wait(0, 1, stop.signal)).rejects.toThrow()
    expect(budget.isUsedUp).toBe(true)
    expect(waits).toHaveLength(5)
  })
})

describe('shards', () => {
  test('two processes share the shards by lease, and the survivor takes over', {
    timeout: 60_000,
  }, async () => {
    let now = Date.now()
    const coordination = coordinationInMemory(() => now)
    const first = await onStage({ settings: { shards: 1 }, desk: { coordination } })
    const second = besideStage(first.discord, { settings: { shards: 1 }, desk: { coordination } })
    await second.platform.start()
    expect(second.platform.health()).toEqual({ ok: true, says: 'standing by' })
    expect(first.discord.gateway.connected()).toBe(1)
    await first.platform.stop(100)
    now += 1
    await until(() => second.platform.health().says === 'connected', 'the takeover', 15_000)
    expect((await first.discord.say('ann', 'general', '@bot who?').answer()).text).toContain('who?')
    expect(first.heard).toHaveLength(0)
  })

  test('one process runs several, begun five seconds apart', { timeout: 30_000 }, async () => {
    const { discord, platform } = await onStage({ settings: { shards: 2 } })
    expect(discord.gateway.connected()).toBe(2)
    expect(platform.health()).toEqual({ ok: true, says: 'connected' })
    const at = discord.gateway.log.filter(({ what }) => what === 'identify').map((entry) => entry.at)
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(4_900)
    // the stand-in sends every event to both
    await discord.say('ann', 'general', '@bot hello').answer()
    await wait(300)
    expect(discord.ledger.posts()).toHaveLength(1)
  })

  test('a process that lost its lease stops at once', { timeout: 60_000 }, async () => {
    const coordination = coordinationInMemory()
    const first = await onStage({ desk: { coordination } })
    const lease = coordination.lease
    coordination.lease = async (name, owner, ms) =>
      name.startsWith('discord/shard/') ? false : lease(name, owner, ms)
    await until(() => first.platform.health().says === 'standing by', 'giving up the shard', 15_000)
    await until(() => first.discord.gateway.connected() === 0, 'the goodbye')
  })
})

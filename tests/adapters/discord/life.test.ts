/** The life of an interaction, of a process, and of what must never be said. */
import { describe, expect, test } from 'vitest'
import { ShardLink } from '../../../src/adapters/discord/gateway.ts'
import { IdentifyBudget } from '../../../src/adapters/discord/identify.ts'
import { besideStage, onStage, reply, until, wait } from './stage.ts'

/** Nothing in this process runs meanwhile: as a garbage collection or a hung disk. */
function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

describe('the first response', () => {
  test('comes by 1.5 s, and the result in its place', async () => {
    const { discord } = await onStage({
      hear: async () => {
        await wait(2_500)
        return reply('at last')
      },
    })
    const turn = discord.slash('ann', 'general', 'ask', { question: 'slow' })
    await until(() => turn.seen().some(({ kind }) => kind === 'thinking'), 'a sign of life', 2_000)
    const [ack] = discord.ledger.acks
    expect(ack!.ackedAt! - ack!.sentAt).toBeLessThan(2_000)
    expect((await turn.answer()).text).toContain('at last')
    discord.assertClean()
  })

  test('of a fast answer is the answer', async () => {
    const { discord } = await onStage()
    await discord.slash('ann', 'general', 'ask', { question: 'fast' }).answer()
    expect(discord.ledger.acks.map(({ payload }) => payload)).toEqual([{ type: 4 }])
  })

  test('comes in time though the store hangs', { timeout: 20_000 }, async () => {
    const { discord } = await onStage({
      desk: {
        once: async (_key, work) => {
          await wait(4_000)
          await work()
          return 'done'
        },
      },
    })
    const answer = await discord.slash('ann', 'general', 'ask', { question: 'x' }).answer(10_000)
    expect(answer.text).toContain('ask')
    discord.assertClean()
  })

  test('deferred by another process: the answer takes the place of it', async () => {
    let turn: ReturnType<Awaited<ReturnType<typeof onStage>>['discord']['slash']> | null = null
    const { discord } = await onStage({
      hear: async () => {
        const { id, token } = turn!.event.d
        const body = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"type":5}' }
        await fetch(`${discord.url}/v10/interactions/${id}/${token}/callback`, body)
        return reply('mine')
      },
    })
    turn = discord.slash('ann', 'general', 'ask', { question: 'x' })
    expect((await turn.answer()).text).toContain('mine')
    expect(discord.history('general')).toHaveLength(1)
  })

  test('whose acceptance is never learned shows once', { timeout: 20_000 }, async () => {
    const { discord } = await onStage()
    discord.faults.add({ match: { path: /\/callback/ }, action: 'resetAfter', times: 3 })
    const answer = await discord.slash('ann', 'general', 'ask', { question: 'x' }).answer(10_000)
    await wait(1_500)
    expect(answer.text).toContain('ask')
    expect(discord.ledger.posts()).toHaveLength(1)
    expect(discord.history('general')).toHaveLength(1)
  })

  test('that never arrives becomes a message', { timeout: 20_000 }, async () => {
    const { discord, counted } = await onStage()
    discord.faults.add({ match: { path: /\/callback/ }, action: 'resetBefore', times: 3 })
    discord.slash('ann', 'general', 'ask', { question: 'x' })
    await until(() => discord.history('general').length === 1, 'the answer', 10_000)
    await wait(500)
    expect(discord.history('general')).toHaveLength(1)
    expect(counted.late_total).toBe(1)
  })

  test('is repeated where its answer is lost, and shows once', { timeout: 20_000 }, async () => {
    const { discord } = await onStage()
    discord.faults.add({ match: { path: /\/callback/ }, action: 'resetAfter' })
    const answer = await discord.slash('ann', 'general', 'ask', { question: 'x' }).answer()
    await wait(800)
    expect(answer.text).toContain('ask')
    expect(discord.ledger.posts()).toHaveLength(1)
  })
})

describe('F15', () => {
  test('F15 the process stood still for 4 s: the answer comes as a message, and is counted', {
    timeout: 20_000,
  }, async () => {
    const { discord, counted, logged } = await onStage({
      hear: () => {
        block(4_000)
        return reply('after all')
      },
    })
    discord.slash('ann', 'general', 'ask', { question: 'x' })
    await until(() => discord.ledger.posts().length === 1, 'the answer', 12_000)
    const late = discord.history('general').at(-1)!
    expect(late.text).toContain('after all')
    expect(late.text).toContain('<@')
    expect(discord.pings).toEqual([])
    expect(counted.late_total).toBe(1)
    expect(logged.join('\n')).not.toContain('after all')
    discord.assertClean({ besides: ['late ack'] })
  })

  test('F15 what was for the asker alone comes in private', { timeout: 20_000 }, async () => {
    const { discord, counted } = await onStage({
      hear: () => {
        block(3_500)
        return reply('for you alone', { seenBy: 'asker' })
      },
    })
    discord.slash('ann', 'general', 'ask', { question: 'x', private: true })
    await until(() => discord.ledger.posts().length === 1, 'the answer', 12_000)
    expect(discord.history('general')).toEqual([])
    expect(discord.ledger.posts()[0]?.channel).not.toBe(discord.channel('general').id)
    expect(counted.late_total).toBe(1)
  })

  test('F15 after 15 minutes the result comes as a message in the channel', { timeout: 20_000 }, async () => {
    let ahead = 0
    const { discord, counted } = await onStage({
      desk: { clock: () => Date.now() + ahead },
      hear: async () => {
        await wait(1_800)
        ahead = 16 * 60_000
        return reply('very late')
      },
    })
    discord.slash('ann', 'general', 'ask', { question: 'x' })
    await until(() => discord.history('general').some(({ text }) => text.includes('very late')), 'the answer')
    expect(discord.ledger.requests.some(({ path }) => path.includes('@original'))).toBe(false)
    expect(counted.late_total).toBe(1)
  })

  test('F15 the token refused earlier than expected: a message too', { timeout: 20_000 }, async () => {
    const { discord } = await onStage({
      hear: async () => {
        await wait(1_800)
        return reply('refused first')
      },
    })
    discord.faults.add({ match: { path: /@original/ }, action: 'error', error: 50027 })
    discord.slash('ann', 'general', 'ask', { question: 'x' })
    await until(
      () => discord.history('general').some(({ text }) => text.includes('refused first')),
      'the answer',
    )
  })
})

test('F47 a bug in answering, in completing or in the store ends nothing', async () => {
  let broken = true
  const { discord, logged } = await onStage({
    hear: () => {
      if (broken) throw new Error('a bug that quotes secret words')
      return reply('well again')
    },
    desk: {
      complete: async () => {
        throw new Error('a bug')
      },
    },
  })
  discord.say('ann', 'general', '@bot secret words')
  discord.slash('ann', 'general', 'ask', { question: 'x' })
  const choices = await discord.autocomplete('ann', 'general', 'ask', 'question', 'x').answer()
  expect(choices.choices).toEqual([])
  await until(() => logged.filter((line) => line.startsWith('error')).length >= 3, 'the log')
  broken = false
  expect((await discord.say('ann', 'general', '@bot again').answer()).text).toContain('well again')
  expect(logged.join('\n')).not.toContain('secret words')
})

describe('F48', () => {
  test('F48 stopped under load: nothing new is taken, what was begun is finished', {
    timeout: 20_000,
  }, async () => {
    const { discord, platform, heard } = await onStage({
      hear: async ({ said }) => {
        await wait(600)
        return reply(`done ${said.kind}`)
      },
    })
    for (let index = 0; index < 20; index++) discord.say('ann', 'general', `@bot ${index}`)
    discord.slash('bob', 'general', 'ask', { question: 'x' })
    await until(() => heard.length === 21, 'the questions')
    const begun = Date.now()
    const stopping = platform.stop(8_000)
    await platform.stop(8_000)
    discord.say('ann', 'general', '@bot too late')
    await stopping
    expect(Date.now() - begun).toBeLessThan(8_000)
    expect(discord.ledger.posts()).toHaveLength(21)
    expect(heard).toHaveLength(21)
    await until(() => discord.gateway.connected() === 0, 'the goodbye')
    expect(platform.health()).toEqual({ ok: false, says: 'stopped' })
  })

  test('F48 what is said while it stops is answered by the next process', { timeout: 20_000 }, async () => {
    const { discord, platform, desk, heard } = await onStage({
      hear: async () => {
        await wait(800)
        return reply('finished')
      },
    })
    discord.say('ann', 'general', '@bot first')
    await until(() => heard.length === 1, 'the question')
    const stopping = platform.stop(8_000)
    discord.say('ann', 'general', '@bot second')
    await stopping
    const { coordination, once } = desk
    const next = besideStage(discord, { desk: { coordination, once } })
    await next.platform.start()
    await until(() => discord.ledger.posts().length === 2, 'both answers', 8_000)
    await wait(300)
    expect(next.heard.map(({ said }) => said)).toEqual([{ kind: 'text', text: 'second' }])
  })

  test('F48 work that does not end is left after the grace', async () => {
    const { discord, platform, heard } = await onStage({ hear: () => new Promise(() => undefined) })
    discord.say('ann', 'general', '@bot q')
    await until(() => heard.length === 1, 'the question')
    const begun = Date.now()
    await platform.stop(300)
    expect(Date.now() - begun).toBeLessThan(4_000)
  })

  test('F48 stopped while it is starting, and while Discord cannot be reached', {
    timeout: 20_000,
  }, async () => {
    const { discord, platform } = await onStage({ start: false })
    await discord.down()
    const starting = platform.start()
    await wait(500)
    await platform.stop(300)
    await starting
    await discord.up()
    expect(discord.gateway.connected()).toBe(0)
  })
})

test('F46 neither token nor text nor names in the log, whatever goes wrong', {
  timeout: 30_000,
}, async () => {
  const token = 'canary.token.MTIzNDU2.abc-DEF'
  const { discord, platform, logged, counted } = await onStage({
    discord: { token },
    hear: ({ said }) => {
      if (said.kind === 'text' && said.text.includes('bug')) throw new Error(`bug about ${said.text}`)
      return reply('canary answer text', { parts: [{ kind: 'text', text: 'canary answer text' }] })
    },
  })
  discord.faults.add(
    { match: { path: /messages$/ }, nth: 2, action: 'error', error: 50035 },
    { match: { path: /callback$/ }, nth: 1, action: 'error', error: 10062 },
    { match: { path: /messages$/ }, nth: 4, action: 'status', status: 401 },
  )
  for (const text of ['canary question', 'canary question two', 'canary bug', 'canary three'])
    discord.say('canaryann', 'general', `@bot ${text}`)
  discord.slash('canaryann', 'general', 'ask', { question: 'canary command' })
  discord.gateway.frame('{"op":0,"t":"GUILD_CREATE","s":9,"d":{"name":"canary guild","channels":7}}')
  discord.drop()
  await wait(2_500)
  await platform.stop(500)
  expect(logged.length).toBeGreaterThan(2)
  expect(logged.filter((line) => line.includes('canary') || line.includes(token))).toEqual([])
  expect(JSON.stringify(counted)).not.toContain('canary')
})

test('nothing grows with every message: people, messages and talks are let go', async () => {
  const { discord, desk } = await onStage({ start: false })
  const { clock, log, coordination } = desk
  let came = 0
  const link = new ShardLink({
    token: discord.token,
    shardId: 0,
    shardCount: 1,
    desk,
    budget: new IdentifyBudget({ coordination, clock, log, owner: 'a' }),
    rest: { api: discord.url },
    dispatch: async () => {
      came++
    },
  })
  await link.start()
  let built = 0
  link.client!.on('messageCreate', () => {
    built++
  })
  for (let index = 0; index < 500; index++) discord.say(`person ${index}`, 'general', 'just talk')
  await until(() => came >= 500, 'the messages', 20_000)
  const client = link.client!
  expect(client.guilds.cache.size).toBe(1)
  // nothing is built of them, and what is built of others is kept in small numbers
  expect(built).toBe(0)
  expect((client.users.cache as unknown as { maxSize?: number }).maxSize).toBe(10)
  expect(client.users.cache.size).toBeLessThan(20)
  const kept = client.channels.cache.map((channel) =>
    'messages' in channel ? channel.messages.cache.size : 0,
  )
  expect(kept.reduce((sum, size) => sum + size, 0)).toBe(0)
  expect(client.options.allowedMentions).toEqual({ parse: [], repliedUser: false })
  expect(client.listenerCount('error')).toBeGreaterThan(0)
  await link.stop()
})

/** REST faults: rate limits, lost answers, refusals, and a token that is refused. */
import { describe, expect, test } from 'vitest'
import { onStage, reply, until, wait } from './stage.ts'

const messages = /\/channels\/\d+\/messages$/

describe('an answer is posted once', () => {
  test.each(['resetAfter', '500After', 'hang', 'garbage'] as const)(
    'though its acceptance is lost: %s',
    { timeout: 40_000 },
    async (action) => {
      const { discord } = await onStage()
      discord.faults.add({ match: { method: 'POST', path: messages }, action })
      const asked = discord.say('ann', 'general', '@bot once')
      await asked.answer(20_000)
      await wait(1_000)
      expect(discord.ledger.posts()).toHaveLength(1)
    },
  )

  test('with a nonce that Discord enforces, of at most 25 characters', async () => {
    const { discord } = await onStage()
    await discord.say('ann', 'general', '@bot once').answer()
    const { body } = discord.ledger.posts()[0]!
    expect(String(body.nonce).length).toBeLessThanOrEqual(25)
    expect(body.enforce_nonce).toBe(true)
    expect(body.allowed_mentions).toEqual({ parse: [], replied_user: false })
  })

  test('a follow-up, which has no nonce, is not repeated', { timeout: 30_000 }, async () => {
    const { discord } = await onStage({
      hear: async () => {
        await wait(1_800)
        return reply('private', { seenBy: 'asker' })
      },
    })
    discord.faults.add({ match: { method: 'POST', path: /\/webhooks\// }, action: '500After' })
    const turn = discord.slash('ann', 'general', 'ask', { question: 'x' })
    await turn.answer(10_000)
    await wait(1_000)
    expect(discord.ledger.of('ephemeral')).toHaveLength(1)
  })
})

describe('F20', () => {
  test.each([
    ['user', 1],
    ['shared', 1],
    ['global', 1],
    ['cloudflare', undefined],
    ['user', null],
    ['user', 'abc'],
    ['user', 0],
  ] as const)(
    'F20 a 429 of kind %s, Retry-After %s, five times: waited for, not hammered',
    { timeout: 60_000 },
    async (scope, retryAfter) => {
      const { discord, platform } = await onStage()
      const times = scope === 'cloudflare' || typeof retryAfter !== 'number' || retryAfter === 0 ? 1 : 3
      discord.faults.add({
        match: { method: 'POST', path: messages },
        action: '429',
        scope,
        times,
        ...(retryAfter === undefined ? {} : { retryAfter }),
      })
      const begun = Date.now()
      const answer = await discord.say('ann', 'general', '@bot patient').answer(30_000)
      expect(answer.text).toContain('patient')
      expect(discord.ledger.posts()).toHaveLength(1)
      const tries = discord.ledger.requests.filter(
        ({ method, path }) => method === 'POST' && messages.test(path),
      )
      expect(tries).toHaveLength(times + 1)
      expect(Date.now() - begun).toBeGreaterThan(times * 900)
      expect(discord.platform.limits.invalid).toBeLessThan(20)
      expect(platform.health().ok).toBe(true)
    },
  )

  test('F20 while the whole address is limited nothing else is sent', { timeout: 30_000 }, async () => {
    const { discord } = await onStage({ discord: { channels: ['general', 'other'] } })
    discord.faults.add({ match: { method: 'POST', path: messages }, action: '429', scope: 'cloudflare' })
    const first = discord.say('ann', 'general', '@bot first')
    await until(() => discord.ledger.requests.some(({ status }) => status === 429), 'the limit')
    const since = discord.ledger.requests.length
    const second = discord.say('bob', 'other', '@bot second')
    await wait(2_000)
    expect(discord.ledger.requests.slice(since)).toEqual([])
    await Promise.all([first.answer(15_000), second.answer(15_000)])
  })
})

test('the circuit opens at 500 invalid requests, and nothing is sent then', { timeout: 60_000 }, async () => {
  const { discord, platform, logged } = await onStage({ discord: { invalidBudget: 600 } })
  discord.deny('general', 'SendMessages')
  const turns = 560
  for (let index = 0; index < turns; index++) {
    discord.say('ann', 'general', `@bot ${index}`)
    if (index % 50 === 0) await wait(50)
  }
  await until(() => discord.platform.limits.invalid >= 500, 'the refusals', 30_000)
  await wait(1_000)
  // what was on its way is at most what one process has open
  expect(discord.platform.limits.invalid).toBeLessThan(560)
  expect(platform.health()).toEqual({ ok: false, says: 'too many refused requests' })
  expect(logged.some((line) => line.startsWith('error') && line.includes('refused too many'))).toBe(true)
})

test('F21 one 401: an alarm, nothing sent meanwhile, and back by itself', { timeout: 30_000 }, async () => {
  const { discord, platform, logged } = await onStage()
  discord.faults.add({ match: { method: 'POST', path: messages }, action: 'status', status: 401 })
  discord.say('ann', 'general', '@bot first')
  await until(() => !platform.health().ok, 'red health')
  expect(platform.health().says).toBe('token refused')
  expect(logged.some((line) => line.startsWith('error') && line.includes('DISCORD_TOKEN'))).toBe(true)
  await until(() => platform.health().ok, 'green health', 10_000)
  expect((await discord.say('ann', 'general', '@bot second').answer(10_000)).text).toContain('second')
})

test('F21 a token that stays refused is not tried again and again', { timeout: 30_000 }, async () => {
  const { discord, platform } = await onStage()
  discord.gateway.token = 'another'
  for (let index = 0; index < 10; index++) discord.say('ann', 'general', `@bot ${index}`)
  await until(() => platform.health().says === 'token refused', 'red health')
  await wait(3_000)
  expect(discord.ledger.requests.filter(({ status }) => status === 401).length).toBeLessThan(15)
  expect(platform.health().ok).toBe(false)
})

test('F21 a wrong token at the start is said, with the way out', async () => {
  const { platform } = await onStage({ start: false, settings: { token: 'wrong' } })
  await expect(platform.start()).rejects.toThrow(
    /DISCORD_TOKEN: Discord does not know this token\. Copy it anew/,
  )
})

describe('F16', () => {
  test.each([
    ['the message is gone', (stage: Stage) => stage.discord.remove(stage.turn.said!)],
    ['the channel is gone', (stage: Stage) => stage.discord.removeChannel('general')],
    ['the bot was removed', (stage: Stage) => stage.discord.kick()],
    ['the bot may not write any more', (stage: Stage) => stage.discord.deny('general', 'SendMessages')],
  ])('F16 before the answer %s: no crash, no retry', async (_what, happens) => {
    let go = () => {}
    const stage = await onStage({
      hear: () =>
        new Promise((resolve) => {
          go = () => resolve(reply('too late?'))
        }),
    })
    const { discord, heard } = stage
    const turn = discord.say('ann', 'general', '@bot q')
    await until(() => heard.length === 1, 'the question')
    happens({ discord, turn })
    const before = discord.ledger.requests.length
    go()
    await until(() => discord.ledger.requests.length > before, 'the attempt')
    await wait(600)
    const posts = discord.ledger.requests
      .slice(before)
      .filter(({ method, path }) => method === 'POST' && messages.test(path))
    expect(posts).toHaveLength(1)
    expect(
      (await discord
        .dm('bob', 'still there?')
        .answer()
        .catch(() => null)) ?? heard.length,
    ).toBeTruthy()
  })

  test('F16 a locked thread: no crash, no retry', async () => {
    let answering = 0
    const { discord } = await onStage({
      hear: async () => {
        if (answering++ === 1) discord.archive(thread, { locked: true })
        return reply('answer', { again: 'lookup' })
      },
    })
    const first = await discord.say('ann', 'general', '@bot q').answer()
    const thread = first.id
    await until(() => discord.ledger.of('thread').length === 1, 'a thread')
    discord.say('ann', thread, '@bot more')
    await until(() => answering === 2, 'the question')
    await wait(600)
    const refused = discord.ledger.requests.filter(
      ({ path, status }) => path.includes(thread) && status >= 400,
    )
    expect(refused).toHaveLength(1)
  })
})

interface Stage {
  discord: Awaited<ReturnType<typeof onStage>>['discord']
  turn: ReturnType<Awaited<ReturnType<typeof onStage>>['discord']['say']>
}

test('where threads may not be started, that is not asked at every answer', async () => {
  const { discord } = await onStage()
  discord.deny('general', 'CreatePublicThreads')
  for (let index = 0; index < 4; index++) {
    await discord.say('ann', 'general', `@bot ${index}`).answer()
    // a thread is asked for after the answer
    await wait(200)
  }
  expect(discord.ledger.requests.filter(({ status }) => status === 403)).toHaveLength(1)
})

test('F23 where Discord refuses the form, the plain text is sent', async () => {
  const { discord } = await onStage()
  discord.faults.add({ match: { method: 'POST', path: messages }, action: 'error', error: 50035 })
  const answer = await discord.say('ann', 'general', '@bot plainly').answer()
  expect(answer.text).toContain('You asked: plainly')
  expect(answer.raw?.embeds).toEqual([])
})

/** What goes wrong between the real @discordjs/rest and the stand-in, and how often it is tried. */
import { PermissionFlagsBits, REST, type RESTOptions } from 'discord.js'
import { describe, expect, test } from 'vitest'
import type { Discord } from './discord/index.ts'
import { pause, start } from './discord-client.ts'
import { handTime } from './time.ts'

const restOf = (discord: Discord, options: Partial<RESTOptions> = {}): REST =>
  new REST({ api: discord.url, ...options }).setToken(discord.token)

const post = (rest: REST, discord: Discord, body: object, channel = 'general') =>
  rest.post(`/channels/${discord.channel(channel).id}/messages`, { body }) as Promise<{ id: string }>

const posted = (discord: Discord): number =>
  discord.ledger.requests.filter(({ method }) => method === 'POST').length

describe('a nonce', () => {
  test('enforced gives the first message back, for a few minutes, even when it was deleted', async () => {
    const time = handTime()
    const discord = await start({ time })
    const rest = restOf(discord)
    const write = (content: string) => post(rest, discord, { content, nonce: 'one', enforce_nonce: true })
    const first = await write('first')
    expect(await write('again')).toMatchObject({ id: first.id, content: 'first' })
    await rest.delete(`/channels/${discord.channel('general').id}/messages/${first.id}`)
    expect(await write('again')).toMatchObject({ id: first.id })
    expect(discord.history('general')).toEqual([])
    await time.pass(180_001)
    expect((await write('later')).id).not.toBe(first.id)
    expect(discord.ledger.posts()).toHaveLength(2)
    discord.assertClean()
  })

  test('not enforced makes two', async () => {
    const discord = await start()
    const rest = restOf(discord)
    await post(rest, discord, { content: 'x', nonce: 'one' })
    await post(rest, discord, { content: 'x', nonce: 'one' })
    expect(discord.ledger.posts()).toHaveLength(2)
  })
})

describe('how often @discordjs/rest 2.6.3 posts', () => {
  const trouble = [
    { name: '502', fault: { action: 'status', status: 502 }, retries: 3, posts: 4, accepted: 0 },
    { name: '502', fault: { action: 'status', status: 502 }, retries: 0, posts: 1, accepted: 0 },
    { name: '500 after accept', fault: { action: '500After' }, retries: 3, posts: 4, accepted: 4 },
    { name: 'reset after accept', fault: { action: 'resetAfter' }, retries: 3, posts: 4, accepted: 4 },
    { name: 'no answer', fault: { action: 'hang' }, retries: 3, posts: 4, accepted: 4 },
    { name: 'no answer', fault: { action: 'hang' }, retries: 0, posts: 1, accepted: 1 },
  ] as const
  test.each(trouble)('F18 $name, retries $retries: $posts', async ({ fault, retries, posts, accepted }) => {
    const discord = await start()
    discord.faults.add({ ...fault, match: { method: 'POST' }, times: 'always' })
    const rest = restOf(discord, { retries, timeout: 300 })
    await expect(post(rest, discord, { content: 'x' })).rejects.toThrow()
    await pause(50)
    expect(posted(discord)).toBe(posts)
    expect(discord.ledger.posts()).toHaveLength(accepted)
  })

  test('F18 an enforced nonce leaves one message of all of them', async () => {
    const discord = await start()
    discord.faults.add({ action: '500After', times: 3 })
    await post(restOf(discord), discord, { content: 'x', nonce: 'n', enforce_nonce: true })
    expect(posted(discord)).toBe(4)
    expect(discord.ledger.posts()).toHaveLength(1)
  })
})

describe('limits', () => {
  test.each(['user', 'shared', 'global', 'cloudflare'] as const)('F20 a 429 of kind %s', async (scope) => {
    const discord = await start()
    discord.faults.add({ action: '429', scope, retryAfter: 1 })
    await post(restOf(discord), discord, { content: 'x' })
    expect(discord.ledger.requests.map(({ status }) => status)).toEqual([429, 200])
    expect(discord.platform.limits.invalid).toBe(scope === 'shared' ? 0 : 1)
    discord.assertClean()
  })

  test('too many invalid requests are not clean', async () => {
    const discord = await start({ invalidBudget: 2 })
    const ask = () => fetch(`${discord.url}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } })
    await ask()
    await ask()
    discord.assertClean()
    expect((await ask()).status).toBe(401)
    expect(() => discord.assertClean()).toThrow('3 invalid requests')
    discord.assertClean({ besides: ['invalid requests'] })
  })

  test('F19 held to, one channel waits and another does not', async () => {
    const time = handTime()
    const discord = await start({ rateLimits: 'real', channels: ['general', 'energy'], time })
    const raw = (channel: string) =>
      fetch(`${discord.url}/v10/channels/${discord.channel(channel).id}/messages`, {
        method: 'POST',
        headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ content: 'x' }),
      })
    for (let sent = 5; sent > 0; sent -= 1)
      expect((await raw('general')).headers.get('x-ratelimit-remaining')).toBe(`${sent - 1}`)
    const sixth = await raw('general')
    expect(sixth.status).toBe(429)
    expect(sixth.headers.get('retry-after')).toBe('5')
    expect(await sixth.json()).toMatchObject({ retry_after: 5, global: false })
    expect((await raw('energy')).status).toBe(200)
    await time.pass(5_000)
    expect((await raw('general')).status).toBe(200)
  })

  test('F20 more than 50 requests in a second meet the global limit', async () => {
    const discord = await start({ rateLimits: 'real', time: handTime() })
    const ask = async () => {
      const answer = await fetch(`${discord.url}/v10/users/@me`, {
        headers: { authorization: `Bot ${discord.token}` },
      })
      return answer.headers.get('x-ratelimit-global')
    }
    const answers = await Promise.all(Array.from({ length: 51 }, ask))
    expect(answers.filter((global) => global === 'true')).toHaveLength(1)
  })
})

describe('refusals', () => {
  test('F21 a wrong token is 401, after which the library sends nothing more', async () => {
    const discord = await start()
    const rest = new REST({ api: discord.url }).setToken('wrong')
    await expect(post(rest, discord, { content: 'x' })).rejects.toMatchObject({ status: 401 })
    await expect(post(rest, discord, { content: 'x' })).rejects.toThrow('Expected token')
    expect(posted(discord)).toBe(1)
  })

  test('F22 no access, no right, no channel, no message', async () => {
    const discord = await start({ channels: ['general', 'hidden', 'quiet'] })
    const rest = restOf(discord)
    discord.kick('hidden')
    discord.deny('quiet', 'SendMessages')
    const body = { content: 'x' }
    await expect(post(rest, discord, body, 'hidden')).rejects.toMatchObject({ status: 403, code: 50001 })
    await expect(post(rest, discord, body, 'quiet')).rejects.toMatchObject({ status: 403, code: 50013 })
    discord.allow('quiet', 'SendMessages')
    await post(rest, discord, body, 'quiet')
    await expect(rest.post('/channels/1/messages', { body })).rejects.toMatchObject({ code: 10003 })
    const general = discord.channel('general').id
    await expect(rest.patch(`/channels/${general}/messages/1`, { body })).rejects.toMatchObject({
      code: 10008,
    })
    await expect(
      post(rest, discord, { ...body, message_reference: { message_id: '1' } }),
    ).rejects.toMatchObject({ code: 50035 })
    discord.assertClean()
  })

  test('the guild can be looked up: its roles, channels and members, until the bot is removed', async () => {
    const discord = await start({ channels: ['general', 'hidden'], privileged: 0 })
    const rest = restOf(discord)
    discord.kick('hidden')
    discord.trust('ann', 'ManageMessages')
    const ann = discord.dm('ann', 'hello').said!.raw!.author.id
    const guild = `/guilds/${discord.guildId}` as const
    const { roles } = (await rest.get(guild)) as { roles: { id: string; permissions: string }[] }
    const member = (await rest.get(`${guild}/members/${ann}`)) as { roles: string[] }
    const own = roles.filter(({ id }) => member.roles.includes(id))
    expect(own.map(({ permissions }) => permissions)).toEqual([PermissionFlagsBits.ManageMessages.toString()])
    expect(await rest.get(`${guild}/channels`)).toMatchObject([{ name: 'general' }])
    expect(await rest.get('/applications/@me')).toMatchObject({ id: discord.botId, flags: 0 })
    discord.kick()
    await expect(rest.get(guild)).rejects.toMatchObject({ status: 404, code: 10004 })
    discord.assertClean()
  })

  test('an unknown route and a refused body are not clean', async () => {
    const discord = await start()
    const rest = restOf(discord)
    await expect(rest.get('/nowhere')).rejects.toMatchObject({ status: 404 })
    await expect(post(rest, discord, { contents: 'x' })).rejects.toMatchObject({ code: 50035 })
    expect(() => discord.assertClean()).toThrow(/refused body[\s\S]*contents: unknown[\s\S]*GET \/nowhere/)
  })

  test('F16 the history is read newest first, after a message and up to a number', async () => {
    const discord = await start()
    const rest = restOf(discord)
    const said = ['a', 'b', 'c', 'd'].map((text) => discord.say('ann', 'general', text).id)
    const general = discord.channel('general').id
    const read = async (query: string) =>
      ((await rest.get(`/channels/${general}/messages?${query}`)) as { content: string }[]).map(
        ({ content }) => content,
      )
    expect(await read('limit=2')).toEqual(['d', 'c'])
    expect(await read(`after=${said[0]}&limit=2`)).toEqual(['c', 'b'])
    await expect(read('limit=101')).rejects.toMatchObject({ code: 50035 })
  })
})

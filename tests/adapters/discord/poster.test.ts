/** Standing posts: one attempt, what became of it, and whether an earlier one arrived. */
import { describe, expect, test } from 'vitest'
import type { Calls } from '../../../src/adapters/discord/calls.ts'
import { nonceOf } from '../../../src/adapters/discord/nonce.ts'
import { counted, mayPostStanding } from '../../../src/adapters/discord/permissions.ts'
import { createPoster } from '../../../src/adapters/discord/poster.ts'
import { SeenPermissions } from '../../../src/adapters/discord/seen-permissions.ts'
import type { Place } from '../../../src/chat/platform.ts'
import { besideStage, coordinationInMemory, onStage, reply, until, wait } from './stage.ts'

const key = { id: 'd7@2026-11-22', nonce: nonceOf('d7@2026-11-22') }
const digest = reply('Dongying this week', {
  parts: [
    { kind: 'text', text: 'Dongying this week' },
    { kind: 'buttons', prompt: '', items: [{ label: 'Ask', query: `lookup ${'long '.repeat(40)}` }] },
  ],
})
const messages = /\/channels\/\d+\/messages$/

async function posting() {
  const stage = await onStage()
  const { discord, platform } = stage
  const place: Place = { platform: 'discord', tenant: discord.guildId, id: discord.channel('general').id }
  const body = platform.poster.render(digest, key)
  return { ...stage, place, body, post: () => platform.poster.post(place, body, key) }
}

test('accepted, with nonce, and found again by its occurrence', async () => {
  const { discord, platform, place, body, post, desk } = await posting()
  const begun = Date.now()
  const posted = await post()
  const [effect] = discord.ledger.posts()
  expect(posted).toEqual({ outcome: 'accepted', id: effect!.id })
  expect(effect!.nonce ?? effect!.body.nonce).toBe(key.nonce)
  expect(body).toBe(platform.poster.render(digest, key))
  const { notes } = desk.coordination as unknown as { notes: Map<string, string> }
  expect([...notes.values()]).toContain(`lookup ${'long '.repeat(40)}`)
  expect(await platform.poster.find(place, key, begun)).toEqual({ found: true, id: effect!.id })
  expect(await platform.poster.find(place, { ...key, id: 'd8@2026-11-22' }, begun)).toEqual({ found: false })
  // of somebody else it is not ours
  discord.say('ann', 'general', 'd9@2026-11-22')
  expect(await platform.poster.find(place, { ...key, id: 'd9@2026-11-22' }, begun)).toEqual({ found: false })
  discord.assertClean()
})

test('found among hundreds of later messages', async () => {
  const { discord, platform, place, post } = await posting()
  const begun = Date.now()
  for (let index = 0; index < 150; index++) discord.say('ann', 'general', 'before')
  const posted = await post()
  for (let index = 0; index < 250; index++) discord.say('ann', 'general', 'after')
  expect(await platform.poster.find(place, key, begun)).toEqual({
    found: true,
    id: (posted as { id: string }).id,
  })
})

test('the same nonce again gives the first message back', async () => {
  const { discord, post } = await posting()
  expect(await post()).toEqual(await post())
  expect(discord.ledger.posts()).toHaveLength(1)
})

describe('what became of it', () => {
  test.each([
    ['resetAfter', 'unclear'],
    ['500After', 'unclear'],
    ['resetBefore', 'unclear'],
    ['garbage', 'unclear'],
    ['429', 'refused'],
  ] as const)('%s: %s, and one attempt only', async (action, outcome) => {
    const { discord, post } = await posting()
    discord.faults.add({ match: { method: 'POST', path: messages }, action, retryAfter: 7 })
    expect(await post()).toMatchObject({ outcome })
    expect(
      discord.ledger.requests.filter(({ method, path }) => method === 'POST' && messages.test(path)),
    ).toHaveLength(1)
  })

  test('a rate limit says how long to wait', async () => {
    const { discord, post } = await posting()
    discord.faults.add({ match: { path: messages }, action: '429', retryAfter: 7 })
    const posted = await post()
    expect(posted).toMatchObject({ outcome: 'refused', permanent: false })
    expect((posted as { waitMs: number }).waitMs).toBeGreaterThanOrEqual(7_000)
  })

  test('a hang is unclear after 10 s', { timeout: 20_000 }, async () => {
    const { discord, post } = await posting()
    discord.faults.add({ match: { path: messages }, action: 'hang' })
    const begun = Date.now()
    expect(await post()).toMatchObject({ outcome: 'unclear' })
    expect(Date.now() - begun).toBeLessThan(11_500)
  })

  test('nobody at the other end is refused, not unclear', async () => {
    const { discord, post } = await posting()
    await discord.down()
    // what was on an open connection may have arrived; nothing can on one that is refused
    await post()
    expect(await post()).toMatchObject({ outcome: 'refused', permanent: false })
    await discord.up()
  })

  test.each([
    ['50001', true],
    ['50013', true],
    ['10003', true],
    ['50006', false],
  ])('code %s: refused, permanent %s', async (code, permanent) => {
    const { discord, post } = await posting()
    discord.faults.add({ match: { path: messages }, action: 'error', error: Number(code) })
    expect(await post()).toMatchObject({ outcome: 'refused', permanent })
  })

  test('a form that is refused goes out as plain text, and is found all the same', async () => {
    const { discord, platform, place, post } = await posting()
    discord.faults.add({ match: { path: messages }, action: 'error', error: 50035 })
    const begun = Date.now()
    const posted = await post()
    expect(posted).toMatchObject({ outcome: 'accepted' })
    expect(await platform.poster.find(place, key, begun)).toMatchObject({ found: true })
  })

  test('reading back forbidden shows an empty channel: unknown, not absent', async () => {
    const { discord, platform, place, post } = await posting()
    discord.say('ann', 'general', 'before')
    expect(await platform.poster.find(place, key, Date.now() + 10_000)).toEqual({ found: false })
    await post()
    discord.deny('general', 'ReadMessageHistory')
    expect(await platform.poster.find(place, key, Date.now())).toMatchObject({ found: 'unknown' })
    discord.faults.add({ match: { method: 'GET', path: messages }, action: '429', retryAfter: 3 })
    expect(await platform.poster.find(place, key, Date.now())).toMatchObject({
      found: 'unknown',
      waitMs: expect.any(Number),
    })
  })
})

test('a limit on digests does not hold up answers in other channels', async () => {
  const { discord, platform, body } = await posting()
  const other = discord.addChannel('other')
  discord.faults.add({
    match: { path: messages, channel: other.id },
    action: '429',
    retryAfter: 30,
    times: 'always',
  })
  const posted = await platform.poster.post(
    { platform: 'discord', tenant: discord.guildId, id: other.id },
    body,
    key,
  )
  expect(posted).toMatchObject({ outcome: 'refused' })
  await discord.say('ann', 'general', '@bot quick').answer(1_500)
})

test('a private word, and the place it goes to', async () => {
  const { discord, platform, heard } = await posting()
  await discord.dm('ann', 'hello').answer()
  const person = { platform: 'discord' as const, tenant: null, id: heard[0]!.author }
  expect(await platform.poster.tell(person, reply('your digest failed'))).toMatchObject({
    outcome: 'accepted',
  })
  expect((await platform.poster.direct(person)).id).toBe(heard[0]!.place)
  expect(await platform.poster.zoneOf(person)).toBeNull()
  expect(await platform.poster.mayManage(person, await platform.poster.direct(person))).toBe(true)
  const elsewhere = { platform: 'discord' as const, tenant: null, id: discord.channel('general').id }
  expect(await platform.poster.mayManage(person, elsewhere)).toBe(false)
})

test('channels are named by name, mention or id, of this server only', async () => {
  const { discord, platform } = await posting()
  const general = discord.channel('general').id
  const by = { platform: 'discord' as const, tenant: discord.guildId, id: '1' }
  const place = { platform: 'discord', tenant: discord.guildId, id: general }
  await until(() => true)
  await wait(100)
  expect(await platform.poster.placeNamed('#general', by)).toEqual(place)
  expect(await platform.poster.placeNamed('General', by)).toEqual(place)
  expect(await platform.poster.placeNamed(`<#${general}>`, by)).toEqual(place)
  expect(await platform.poster.placeNamed(general, by)).toEqual(place)
  expect(await platform.poster.placeNamed(general, { ...by, tenant: '99' })).toBeNull()
  expect(await platform.poster.placeNamed('#general', { ...by, tenant: null })).toBeNull()
  expect(await platform.poster.placeNamed('', by)).toBeNull()
})

describe('who may have digests posted', () => {
  const VIEW = 1n << 10n
  const MANAGE = 1n << 13n
  const HOOKS = 1n << 29n
  const ADMIN = 1n << 3n
  const guild = (everyone: bigint, mod = 0n) => ({
    id: 'g',
    owner_id: 'owner',
    roles: [
      { id: 'g', permissions: String(everyone) },
      { id: 'mod', permissions: String(mod) },
    ] as never,
  })
  const may = (roles: string[], g: ReturnType<typeof guild>, overwrites: unknown[] = [], person = 'ann') =>
    mayPostStanding(counted(g, { roles } as never, person, overwrites as never))
  const over = (type: 0 | 1, id: string, allow: bigint, deny: bigint) => ({
    type,
    id,
    allow: String(allow),
    deny: String(deny),
  })

  test.each([
    ['a member', may([], guild(VIEW)), false],
    ['a moderator', may(['mod'], guild(VIEW, MANAGE)), true],
    ['somebody who may manage webhooks', may(['mod'], guild(VIEW, HOOKS)), true],
    [
      'an administrator, whatever the channel denies',
      may(['mod'], guild(0n, ADMIN), [over(1, 'ann', 0n, VIEW)]),
      true,
    ],
    ['the owner', may([], guild(0n), [], 'owner'), true],
    [
      'a moderator, denied in this channel',
      may(['mod'], guild(VIEW, MANAGE), [over(0, 'mod', 0n, MANAGE)]),
      false,
    ],
    ['a member, allowed in this channel', may([], guild(VIEW), [over(1, 'ann', MANAGE, 0n)]), true],
    [
      'allowed by a role, denied by name',
      may(['mod'], guild(VIEW), [over(0, 'mod', MANAGE, 0n), over(1, 'ann', 0n, MANAGE)]),
      false,
    ],
    [
      'a moderator who cannot see the channel',
      may(['mod'], guild(VIEW, MANAGE), [over(0, 'g', 0n, VIEW)]),
      false,
    ],
    ['another person of that name', may([], guild(VIEW), [over(1, 'bob', MANAGE, 0n)]), false],
  ])('%s', (_who, is, should) => {
    expect(is).toBe(should)
  })

  test('is asked of Discord at that moment, for threads at their channel, and nowhere else', async () => {
    const asked: string[] = []
    const answers: Record<string, object> = {
      '/channels/1': { id: '1', type: 0, guild_id: 'g', permission_overwrites: [] },
      '/channels/2': { id: '2', type: 11, guild_id: 'g', parent_id: '3', thread_metadata: {} },
      '/channels/3': {
        ...{ id: '3', type: 0, guild_id: 'g' },
        permission_overwrites: [over(0, 'mod', 0n, MANAGE)],
      },
      '/guilds/g': guild(VIEW, MANAGE),
      '/guilds/g/members/ann': { roles: ['mod'] },
      '/guilds/g/members/bob': { roles: [] },
    }
    const calls = {
      get: async (route: string) => {
        asked.push(route)
        if (answers[route] === undefined) throw new Error('404')
        return answers[route]
      },
    } as unknown as Calls
    const mayManage = async (id: string, channel: string, tenant = 'g') => {
      const poster = createPoster({
        calls,
        coordination: coordinationInMemory(),
        botId: () => 'me',
        permissionsSeen: () => undefined,
        channelsOf: () => [],
      })
      return poster.mayManage(
        { platform: 'discord', tenant, id },
        { platform: 'discord', tenant, id: channel },
      )
    }
    expect(await mayManage('ann', '1')).toBe(true)
    expect(await mayManage('bob', '1')).toBe(false)
    expect(await mayManage('ann', '2')).toBe(false)
    expect(await mayManage('ann', '1', 'other')).toBe(false)
    expect(await mayManage('nobody', '1')).toBe(false)
    // the role is taken away: at once
    answers['/guilds/g/members/ann'] = { roles: [] }
    expect(await mayManage('ann', '1')).toBe(false)
    expect(asked.length).toBeGreaterThan(10)
  })

  test('is what Discord counted for the command just used there, for seconds', () => {
    let now = 0
    const seen = new SeenPermissions(() => now)
    seen.keep({ author: 'ann', channel: '1', permissions: MANAGE })
    expect(seen.of('ann', '1')).toBe(MANAGE)
    expect(seen.of('ann', '2')).toBeUndefined()
    expect(seen.of('bob', '1')).toBeUndefined()
    now = 5_001
    expect(seen.of('ann', '1')).toBeUndefined()
  })

  test('what cannot be found out is not allowed', async () => {
    const { discord, platform, place } = await posting()
    discord.faults.add({ match: { method: 'GET' }, action: 'status', status: 500, times: 'always' })
    expect(
      await platform.poster.mayManage({ platform: 'discord', tenant: place.tenant, id: '1' }, place),
    ).toBe(false)
  })
})

test('a second process posts the same bytes', async () => {
  const { discord, body, platform } = await posting()
  const other = besideStage(discord)
  expect(other.platform.poster.render(digest, key)).toBe(body)
  expect(platform.poster.platform).toBe('discord')
})

/** Standing posts: what was accepted, what was not, and what nobody knows. */
import { describe, expect, test } from 'vitest'
import type { Place } from '../../../src/chat/platform.ts'
import { type Connected, connected, wait } from './connected.ts'
import { replyOf } from './desk.ts'

const key = { id: 'digest-1@2026-11-22', nonce: 'abc' }
const reply = replyOf([{ kind: 'text', text: 'two new facts' }])
const place = ({ slack }: Pick<Connected, 'slack'>, name = '#general'): Place => ({
  platform: 'slack',
  tenant: slack.workspace.teamId,
  id: slack.channel(name).id,
})
const person = ({ slack }: Pick<Connected, 'slack'>, name: string) => ({
  platform: 'slack' as const,
  tenant: slack.workspace.teamId,
  id: slack.user(name).id,
})

test('a post carries its occurrence, and the same bytes each time', async () => {
  const { slack, platform } = await connected()
  const body = platform.poster.render(reply, key)
  expect(platform.poster.render(reply, key)).toBe(body)
  const posted = await platform.poster.post(place({ slack }), body, key)
  const [post] = slack.ledger.posts()
  expect(posted).toEqual({ outcome: 'accepted', id: post!.id })
  expect(post!.body).toMatchObject({
    text: 'two new facts',
    metadata: { event_type: 'gazetteer_digest', event_payload: { occ: key.id } },
  })
  slack.assertClean()
})

test('a question in its thread needs no mention, also of the process that starts after the one that posted', async () => {
  const first = await connected()
  const { slack, platform, desk } = first
  const posted = await platform.poster.post(place({ slack }), platform.poster.render(reply, key), key)
  await platform.stop(100)
  const second = await connected({ slack, coordination: desk.coordination })
  const { id } = posted as { id: string }
  await slack.say('ann', '#general', 'source of 2?', { in: id }).answer()
  await slack.say('ann', '#general', '@gazetteer and 2023?', { in: id }).answer()
  expect(second.desk.heard.map(({ overheard }) => overheard)).toEqual([true, undefined])
  expect(second.desk.heard[0]!.conversation).toMatch(new RegExp(`:${id}$`))
  slack.assertClean()
})

describe('one attempt, told as it was', () => {
  test.each([
    [
      '429',
      { retryAfter: 7 },
      { outcome: 'refused', reason: 'rate_limited', permanent: false, waitMs: 7_000 },
      0,
    ],
    ['status', { status: 503 }, { outcome: 'unclear', reason: 'http_503' }, 0],
    ['resetAfter', {}, { outcome: 'unclear' }, 1],
    ['resetBefore', {}, { outcome: 'unclear' }, 0],
    ['500After', {}, { outcome: 'unclear', reason: 'http_500' }, 1],
    ['garbage', {}, { outcome: 'unclear', reason: 'unreadable_answer' }, 1],
    [
      'error',
      { error: 'channel_not_found' },
      { outcome: 'refused', reason: 'channel_not_found', permanent: true },
      0,
    ],
    ['error', { error: 'not_in_channel' }, { outcome: 'refused', permanent: true }, 0],
    ['error', { error: 'is_archived' }, { outcome: 'refused', permanent: true }, 0],
    ['error', { error: 'internal_error' }, { outcome: 'unclear', reason: 'internal_error' }, 0],
    ['error', { error: 'ratelimited' }, { outcome: 'refused', reason: 'rate_limited', permanent: false }, 0],
    ['error', { error: 'team_access_not_granted' }, { outcome: 'refused', permanent: false }, 0],
  ] as const)('%s %j', async (action, more, outcome, accepted) => {
    const { slack, platform } = await connected()
    slack.faults.add({ match: { method: 'chat.postMessage' }, action, ...more })
    const posted = await platform.poster.post(place({ slack }), platform.poster.render(reply, key), key)
    expect(posted).toMatchObject(outcome)
    await wait(300)
    expect(slack.ledger.posts()).toHaveLength(accepted)
    expect(slack.ledger.requests.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
  })

  test('no connection at all: certainly refused, not for good', async () => {
    const { slack, platform } = await connected()
    await slack.down()
    // a connection that is still being closed would leave it unclear
    await wait(100)
    const posted = await platform.poster.post(place({ slack }), platform.poster.render(reply, key), key)
    expect(posted).toEqual({ outcome: 'refused', reason: 'unreachable', permanent: false })
  })

  test('no answer: unclear after ten seconds', async () => {
    const { slack, platform } = await connected()
    slack.faults.add({ match: { method: 'chat.postMessage' }, action: 'hang' })
    const begun = Date.now()
    const posted = await platform.poster.post(place({ slack }), platform.poster.render(reply, key), key)
    expect(posted).toMatchObject({ outcome: 'unclear' })
    expect(Date.now() - begun).toBeGreaterThanOrEqual(9_900)
    expect(Date.now() - begun).toBeLessThan(11_000)
  }, 20_000)

  test('blocks that are refused: the words with the same occurrence', async () => {
    const { slack, platform } = await connected()
    slack.faults.add({ match: { method: 'chat.postMessage' }, action: 'error', error: 'invalid_blocks' })
    await platform.poster.post(place({ slack }), platform.poster.render(reply, key), key)
    expect(slack.ledger.posts()[0]!.body).toMatchObject({ metadata: { event_payload: { occ: key.id } } })
  })

  test('a limit for digests is none for answers', async () => {
    const { slack, platform } = await connected()
    slack.faults.add({ match: { method: 'chat.postMessage' }, action: '429', retryAfter: 30 })
    await platform.poster.post(place({ slack }), platform.poster.render(reply, key), key)
    const begun = Date.now()
    await slack.dm('ann', 'Dongying').answer()
    expect(Date.now() - begun).toBeLessThan(500)
  })
})

describe('looking for an earlier attempt', () => {
  const later = () => ({ clock: () => Date.now() + 60_000 })

  test('found by its occurrence, however much was said since', async () => {
    const { slack, platform } = await connected(later())
    const since = Date.now()
    const { poster } = platform
    const posted = await poster.post(place({ slack }), poster.render(reply, key), key)
    for (let count = 0; count < 150; count++) slack.say('newsbot', '#general', `noise ${count}`)
    if (posted.outcome !== 'accepted') throw new Error('not accepted')
    expect(await poster.find(place({ slack }), key, since)).toEqual({ found: true, id: posted.id })
    expect(await poster.find(place({ slack }), { id: 'another', nonce: 'x' }, since)).toEqual({
      found: false,
    })
  })

  test('not before ten seconds: history may lag', async () => {
    const { slack, platform } = await connected()
    const found = await platform.poster.find(place({ slack }), key, Date.now())
    expect(found).toMatchObject({ found: 'unknown', reason: 'too_early' })
    expect(found).toHaveProperty('waitMs', expect.closeTo(10_000, -3))
    expect(slack.ledger.requests.some(({ method }) => method === 'conversations.history')).toBe(false)
  })

  test('metadata of another app is not ours', async () => {
    const { slack, platform } = await connected(later())
    const since = Date.now()
    const general = slack.channel('#general')
    slack.workspace.post(general, {
      user: slack.user('newsbot').id,
      bot_id: 'BOTHER',
      text: 'forged',
      metadata: { event_type: 'gazetteer_digest', event_payload: { occ: key.id } },
    })
    expect(await platform.poster.find(place({ slack }), key, since)).toEqual({ found: false })
  })

  test.each([
    ['the scope is missing', { action: 'error', error: 'missing_scope' }, { reason: 'missing_scope' }],
    ['not now', { action: '429', retryAfter: 60 }, { reason: 'rate_limited', waitMs: 60_000 }],
    ['no answer that can be read', { action: 'garbage' }, { reason: 'unreadable_answer' }],
  ] as const)('%s: unknown', async (_, fault, expected) => {
    const { slack, platform } = await connected(later())
    slack.faults.add({ match: { method: 'conversations.history' }, ...fault })
    expect(await platform.poster.find(place({ slack }), key, Date.now())).toEqual({
      found: 'unknown',
      ...expected,
    })
  })

  test('fifteen messages a page, as for commercial apps', async () => {
    const { slack, platform } = await connected({ ...later(), standIn: { limits: 'commercial' } })
    const since = Date.now()
    const { poster } = platform
    await poster.post(place({ slack }), poster.render(reply, key), key)
    expect(await poster.find(place({ slack }), key, since)).toMatchObject({ found: true })
  })
})

describe('people and places', () => {
  test('a private message', async () => {
    const { slack, platform } = await connected()
    expect(await platform.poster.tell(person({ slack }, 'ann'), reply)).toMatchObject({ outcome: 'accepted' })
    const [post] = slack.ledger.posts()
    expect(slack.channel(post!.channel!).kind).toBe('im')
    expect((await platform.poster.direct(person({ slack }, 'ann'))).id).toBe(post!.channel)
    slack.assertClean()
  })

  test('who may manage: an admin who is in the channel', async () => {
    const bot = await connected()
    const { slack, platform } = bot
    const may = (who: string, where: string) => platform.poster.mayManage(person(bot, who), place(bot, where))
    expect(await may('bob', '#general')).toBe(true)
    expect(await may('ann', '#general')).toBe(false)
    expect(await may('guest', '#general')).toBe(false)
    slack.channel('#random').members.delete(slack.user('bob').id)
    expect(await may('bob', '#random')).toBe(false)
    slack.assertClean()
    slack.faults.add({ match: { method: 'users.info' }, action: 'error', error: 'missing_scope' })
    expect(await may('bob', '#general')).toBe(false)
  })

  test('time zones', async () => {
    const bot = await connected()
    bot.slack.workspace.user('ann').zone = 'Asia/Shanghai'
    expect(await bot.platform.poster.zoneOf(person(bot, 'ann'))).toBe('Asia/Shanghai')
  })

  test('channels by name, by link, by id; none that the person is not in', async () => {
    const bot = await connected()
    const { slack, platform } = bot
    const { id } = slack.channel('#general')
    const named = async (text: string, who = 'ann') =>
      (await platform.poster.placeNamed(text, person(bot, who)))?.id ?? null
    expect(await named('#general')).toBe(id)
    expect(await named('General')).toBe(id)
    expect(await named(`<#${id}|general>`)).toBe(id)
    expect(await named(id)).toBe(id)
    expect(await named('#nowhere')).toBe(null)
    expect(await named('C0NOTTHERE')).toBe(null)
    expect(await named('#random', 'guest')).toBe(null)
    slack.assertClean()
  })
})

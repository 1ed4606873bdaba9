/** The life of an interaction on the stand-in, to the codes: hand-moved time, bare requests. */
import { describe, expect, test } from 'vitest'
import type { Discord, DiscordOptions, Turn } from './discord/index.ts'
import { start } from './discord-client.ts'
import { handTime } from './time.ts'

async function scene(options: DiscordOptions = {}) {
  const time = handTime()
  const discord = await start({ time, ...options })
  const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' }
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${discord.url}/v10${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, ...(text === '' ? {} : JSON.parse(text)) }
  }
  await call('PUT', `/applications/${discord.botId}/commands`, [
    {
      name: 'ask',
      description: 'Ask',
      options: [{ type: 3, name: 'question', description: 'What', autocomplete: true }],
    },
  ])
  const answer = (turn: Turn, body: object, query = '') => {
    const { id, token } = turn.event.d
    return call('POST', `/interactions/${id}/${token}/callback${query}`, body)
  }
  const hook = (method: string, turn: Turn, rest: string, body?: object) =>
    call(method, `/webhooks/${discord.botId}/${turn.event.d.token}${rest}`, body)
  return { time, discord, call, answer, hook, ask: () => discord.slash('ann', 'general', 'ask') }
}

const HELLO = { type: 4, data: { content: 'hello' } }
const contents = (discord: Discord) => discord.history('general').map(({ text }) => text)

describe('the first answer', () => {
  test('is taken once: 204, then 40060', async () => {
    const { discord, ask, answer } = await scene()
    const turn = ask()
    expect(await answer(turn, HELLO)).toEqual({ status: 204 })
    expect(await answer(turn, HELLO)).toMatchObject({ status: 400, code: 40060 })
    expect(contents(discord)).toEqual(['hello'])
    discord.assertClean()
  })

  test('F15 is taken within 3 s, later it is 10062', async () => {
    const { discord, time, ask, answer } = await scene()
    const inTime = ask()
    await time.pass(3_000)
    expect((await answer(inTime, HELLO)).status).toBe(204)
    const late = ask()
    await time.pass(3_001)
    expect(late.seen()[0]).toMatchObject({ kind: 'failed' })
    expect(await answer(late, HELLO)).toMatchObject({ status: 404, code: 10062 })
    expect(() => discord.assertClean()).toThrow('1 x late ack: interaction ask')
    discord.assertClean({ besides: ['late ack'] })
  })

  test('gives the message back when asked to', async () => {
    const { ask, answer } = await scene()
    const { resource, interaction } = await answer(ask(), HELLO, '?with_response=true')
    expect(resource).toMatchObject({ type: 4, message: { content: 'hello' } })
    expect(interaction.response_message_id).toBe(resource.message.id)
  })

  test.each([
    { to: 'a command', type: 8, data: { choices: [] } },
    { to: 'a command', type: 6, data: undefined },
    { to: 'a command', type: 7, data: { content: 'x' } },
  ])('of type $type does not fit $to', async ({ type, data }) => {
    const { ask, answer } = await scene()
    const turn = ask()
    expect(await answer(turn, { type, data })).toMatchObject({ status: 400, code: 50035 })
    expect((await answer(turn, HELLO)).status).toBe(204)
  })

  test('to somebody typing can only be choices', async () => {
    const { discord, answer } = await scene()
    const typing = discord.autocomplete('ann', 'general', 'ask', 'question', 'D')
    expect(await answer(typing, HELLO)).toMatchObject({ status: 400, code: 50035 })
    const choices = [{ name: 'Dongying', value: 'd' }]
    expect((await answer(typing, { type: 8, data: { choices } })).status).toBe(204)
    expect(typing.seen()[0]!.choices).toEqual(choices)
  })

  test('to a form cannot be a form', async () => {
    const { discord, ask, answer } = await scene()
    const component = { type: 4, custom_id: 'note', style: 1 }
    const form = {
      type: 9,
      data: { custom_id: 'form', title: 'Note', components: [{ type: 18, label: 'Note', component }] },
    }
    const turn = ask()
    expect((await answer(turn, form)).status).toBe(204)
    const sent = discord.modal('ann', turn.seen()[0]!, { Note: 'x' })
    expect(await answer(sent, form)).toMatchObject({ status: 400, code: 50035 })
    expect((await answer(sent, HELLO)).status).toBe(204)
  })
})

describe('what follows', () => {
  test('waits for the first answer: 10015 before it', async () => {
    const { ask, hook } = await scene()
    expect(await hook('POST', ask(), '', { content: 'x' })).toMatchObject({ status: 404, code: 10015 })
  })

  test('works for 15 minutes, then 50027', async () => {
    const { discord, time, ask, answer, hook } = await scene()
    const turn = ask()
    await answer(turn, HELLO)
    await time.pass(15 * 60_000)
    expect((await hook('POST', turn, '', { content: 'more' })).status).toBe(200)
    await time.pass(1)
    for (const [method, rest] of [
      ['POST', ''],
      ['PATCH', '/messages/@original'],
      ['GET', '/messages/@original'],
    ] as const)
      expect(
        await hook(method, turn, rest, method === 'GET' ? undefined : { content: 'late' }),
      ).toMatchObject({
        status: 401,
        code: 50027,
      })
    expect(contents(discord)).toEqual(['hello', 'more'])
    discord.assertClean()
  })

  test('a deferred answer has content only after the edit', async () => {
    const { discord, ask, answer, hook } = await scene()
    const turn = ask()
    await answer(turn, { type: 5 })
    expect(turn.seen()).toMatchObject([{ kind: 'thinking', text: '' }])
    expect(await hook('GET', turn, '/messages/@original')).toMatchObject({ content: '', flags: 128 })
    expect(discord.ledger.posts()).toHaveLength(0)
    expect(await hook('PATCH', turn, '/messages/@original', { content: 'done' })).toMatchObject({ flags: 0 })
    expect(turn.seen()).toMatchObject([{ kind: 'message', text: 'done' }])
    expect(discord.ledger.posts()).toHaveLength(1)
  })

  test('straight after a deferral the follow-up is the edit, as private as the deferral', async () => {
    const { discord, ask, answer, hook } = await scene()
    const turn = ask()
    await answer(turn, { type: 5, data: { flags: 64 } })
    await hook('POST', turn, '', { content: 'done' })
    await hook('POST', turn, '', { content: 'for all' })
    expect(turn.seen()).toMatchObject([{ text: 'done', onlyFor: 'ann' }, { text: 'for all' }])
    expect(contents(discord)).toEqual(['for all'])
  })

  test('a private answer is found through the token, never in the channel', async () => {
    const { discord, call, ask, answer, hook } = await scene()
    const turn = ask()
    await answer(turn, { type: 4, data: { content: 'psst', flags: 64 } })
    const { id } = await hook('GET', turn, '/messages/@original')
    expect((await hook('GET', turn, `/messages/${id}`)).content).toBe('psst')
    const general = discord.channel('general').id
    expect(await call('GET', `/channels/${general}/messages/${id}`)).toMatchObject({ code: 10008 })
    expect((await hook('DELETE', turn, '/messages/@original')).status).toBe(204)
    expect(turn.seen()).toEqual([])
  })
})

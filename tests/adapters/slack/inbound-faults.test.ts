/** What goes wrong on the way in: repeated, lost, odd and hostile deliveries. */
import { request } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { connected, eventually, overHttp, standIn, wait } from './connected.ts'
import { echo, memoryStore, replyOf } from './desk.ts'

describe('F1 the same event several times', () => {
  test('to two processes, and while it is being answered: one answer', async () => {
    const slack = await standIn()
    const store = memoryStore()
    const hear = async (incoming: Parameters<typeof echo>[0]) => {
      await wait(400)
      return echo(incoming)
    }
    const one = await connected({ slack, store, hear, owner: 'one' })
    const two = await connected({ slack, store, hear, owner: 'two' })
    const question = slack.say('ann', '#general', '@gazetteer Dongying')
    await slack.redeliver(question, 3)
    await question.delivered
    await wait(500)
    expect(slack.ledger.posts()).toHaveLength(1)
    expect(one.desk.heard.length + two.desk.heard.length).toBe(1)
    slack.assertClean()
  })

  test('a press delivered twice has one effect', async () => {
    const hear = () =>
      replyOf([
        { kind: 'text', text: 'x' },
        { kind: 'buttons', prompt: '', items: [{ label: 'Go', query: 'q' }] },
      ])
    const { slack, desk, posts } = await overHttp({ hear })
    const answer = await slack.dm('ann', 'x').answer()
    const sent = vi.spyOn(posts, 'send')
    await slack.button('ann', answer, 'Go').answer()
    const [kind, payload] = sent.mock.calls[0]!
    await posts.send(kind, payload)
    await wait(200)
    expect(desk.heard).toHaveLength(2)
    slack.assertClean()
  })
})

test('F2 the answer was posted and its acknowledgement lost: no second answer', async () => {
  const { slack, desk } = await connected()
  // those of the mention and of the message, and of the event of its own post
  slack.faults.add({ match: { method: 'ack' }, action: 'hang', times: 3 })
  const question = slack.say('ann', '#random', '@gazetteer Dongying')
  const receipts = await question.delivered
  expect(Math.max(...receipts.map(({ attempts }) => attempts))).toBe(2)
  expect(slack.ledger.posts()).toHaveLength(1)
  expect(desk.heard).toHaveLength(1)
  slack.assertClean({ besides: ['late ack'] })
})

test('F3 a process that dies between receipt and answer: the next delivery is answered', async () => {
  const slack = await standIn()
  let died = () => {}
  const dead = new Promise<void>((resolve) => {
    died = resolve
  })
  const first = await connected({
    slack,
    owner: 'dies',
    hear: () => {
      died()
      return new Promise(() => {})
    },
  })
  const question = slack.say('ann', '#general', '@gazetteer Dongying')
  await dead
  // as kill -9 would: the sockets are gone, nothing was acknowledged; the store of the dead one is not asked again
  const second = await connected({ slack, owner: 'lives' })
  await first.platform.stop(0)
  expect((await question.answer()).words).toBe('answer to Dongying')
  expect(second.desk.heard).toHaveLength(1)
  expect(slack.ledger.posts()).toHaveLength(1)
  slack.assertClean()
})

describe('F4 signed, but no event', () => {
  test.each([
    ['null', 'application/json', 400],
    ['5', 'application/json', 400],
    ['[]', 'application/json', 400],
    ['"text"', 'application/json', 400],
    ['{"type":"event_callback","event":null}', 'application/json', 400],
    ['{"type":', 'application/json', 400],
    ['payload=null', 'application/x-www-form-urlencoded', 400],
    ['payload=%7B', 'application/x-www-form-urlencoded', 400],
    ['{}', null, 415],
    ['{}', 'text/plain', 415],
    ['5 MB', 'application/json', 413],
  ])('%s as %s -> %i', async (name, contentType, status) => {
    const body = name === '5 MB' ? 'x'.repeat(5_000_000) : name
    const { posts, desk, slack } = await overHttp()
    const answer = await posts.post('events_api', {}, { body, contentType })
    // a body that is not read to its end may see the connection close first
    if (status === 413) expect([413, 0]).toContain(answer.status)
    else expect(answer.status).toBe(status)
    expect(answer.ms).toBeLessThan(500)
    expect(desk.heard).toEqual([])
    await slack.dm('ann', 'still there?').answer()
  })

  test('{} is taken and nothing happens', async () => {
    const { posts, desk } = await overHttp()
    expect((await posts.post('events_api', {}, { body: '{}' })).status).toBe(200)
    expect(desk.heard).toEqual([])
  })
})

describe('F5 signatures', () => {
  test.each(['wrong', 'old', 'ahead', 'missing', 'doubled', 'tampered'] as const)(
    '%s: 401',
    async (signature) => {
      const { posts, desk, slack } = await overHttp()
      const body = {
        type: 'event_callback',
        event: { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', ts: '1.1', text: 'x' },
      }
      expect((await posts.post('events_api', body, { signature })).status).toBe(401)
      await wait(50)
      expect(desk.heard).toEqual([])
      expect((await posts.post('events_api', body, { signature: 'right' })).status).toBe(200)
      await eventually(() => expect(desk.heard).toHaveLength(1))
      expect(slack.ledger.unknownRoutes).toEqual([])
    },
  )

  test('the check of the certificate does nothing else', async () => {
    const { posts, desk } = await overHttp()
    const payload = JSON.stringify({
      type: 'event_callback',
      event: { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', ts: '1.1', text: 'x' },
    })
    const answer = await posts.checkSsl({ payload, command: '/facts', text: 'x' })
    expect([answer.status, answer.body]).toEqual([200, ''])
    await wait(50)
    expect(desk.heard).toEqual([])
  })

  test('the address is verified, if signed', async () => {
    const { posts } = await overHttp()
    const answer = await posts.verifyUrl('a challenge')
    expect(JSON.parse(answer.body)).toEqual({ challenge: 'a challenge' })
    expect((await posts.verifyUrl('a challenge', 'wrong')).status).toBe(401)
  })
})

test('F6 a captured request sent again within five minutes has no second effect', async () => {
  const { slack, desk, posts } = await overHttp()
  const sent = vi.spyOn(posts, 'send')
  await slack.slash('ann', '#general', '/facts rank GDP').answer()
  const [kind, payload] = sent.mock.calls[0]!
  expect((await posts.post(kind, payload)).status).toBe(200)
  expect((await posts.post(kind, payload)).status).toBe(200)
  await wait(100)
  expect(desk.heard).toHaveLength(1)
  expect(slack.ledger.of('ephemeral')).toHaveLength(1)
})

test('F7 odd requests at the port: answered or refused, and it goes on', async () => {
  const { slack, url } = await overHttp()
  const { port } = new URL(url)
  const raw = (text: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(text))
      let said = ''
      socket.on('data', (data) => {
        said += data
      })
      socket.on('close', () => resolve(said))
      socket.on('error', () => resolve(said))
      socket.setTimeout(2_000, () => socket.destroy())
    })
  const end = 'Host: x\r\nConnection: close\r\n\r\n'
  expect(await raw(`GET // HTTP/1.1\r\n${end}`)).toContain('404')
  expect(await raw(`GET /% HTTP/1.1\r\n${end}`)).toContain('404')
  expect(await raw(`GET http://x/ HTTP/1.1\r\n${end}`)).toContain('404')
  expect(await raw(`GET /slack/events HTTP/1.1\r\n${end}`)).toContain('405')
  expect(await raw(`POST /slack/events HTTP/1.1\r\nX: ${'h'.repeat(64_000)}\r\n${end}`)).toContain('400')
  expect(await raw('nonsense\r\n\r\n')).toContain('400')
  const slow = Array.from({ length: 200 }, () =>
    request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/slack/events',
      headers: { 'content-length': 10 },
    }),
  )
  for (const each of slow) {
    each.on('error', () => {})
    each.write('x')
  }
  await slack.dm('ann', 'still there?').answer()
  for (const each of slow) each.destroy()
})

describe('F8 odd frames on the socket', () => {
  test('each is passed over and said once, and the talk goes on', async () => {
    const { slack, desk, platform } = await connected()
    const event = { type: 'event_callback', event: { type: 'message' } }
    const frames = [
      'null',
      '5',
      '[]',
      '{}',
      'not json',
      '"hello"',
      '{"type":"events_api"}',
      '{"type":"events_api","envelope_id":"e1"}',
      '{"type":"events_api","envelope_id":"e2","payload":null}',
      '{"type":"events_api","envelope_id":"e3","payload":{}}',
      '{"type":"events_api","envelope_id":5,"payload":{}}',
      '{"type":"events_api","envelope_id":"e4","payload":{"type":"event_callback","event":5}}',
      '{"type":"interactive","envelope_id":"e5","payload":{"type":"block_actions"}}',
      '{"type":"interactive","envelope_id":"e6","payload":{"type":"view_submission","view":null,"user":null}}',
      '{"type":"slash_commands","envelope_id":"e7","payload":{"command":5}}',
      '{"type":"close"}',
      '{"type":"disconnected"}',
      '{"type":"error"}',
      '{"type":"ws_message"}',
      '{"type":"never heard of"}',
      JSON.stringify({
        type: 'events_api',
        envelope_id: 'e8',
        payload: { ...event, fill: 'x'.repeat(2_000_000) },
      }),
      '{"type":"hello"}',
      '{"type":"hello"}',
    ]
    for (const frame of frames) {
      slack.sockets.raw(frame)
      slack.sockets.raw(frame)
    }
    slack.sockets.raw(new Uint8Array([1, 2, 3]))
    await slack.dm('ann', 'still there?').answer()
    expect(platform.health()).toEqual({ ok: true, says: 'connected' })
    expect(slack.sockets.live).toBe(2)
    const said = desk.lines.filter(({ message }) => message.includes('no event'))
    const kinds = said.map(({ fields }) => fields.kind)
    expect(new Set(kinds)).toEqual(
      new Set(['no object', 'unknown type', 'no envelope id', 'no payload', 'too large', 'binary']),
    )
    // at most once for each of the two connections
    for (const kind of new Set(kinds))
      expect(kinds.filter((each) => each === kind).length).toBeLessThanOrEqual(2)
  })

  test('Slack holding events back is said', async () => {
    const { slack, desk } = await connected()
    expect((await slack.rateLimitEvents()).acked).toBe(true)
    expect(desk.lines.some(({ message }) => message.includes('holds events back'))).toBe(true)
    slack.assertClean()
  })
})

describe('F13 loops', () => {
  test('its own messages and those of other bots are never answered', async () => {
    const { slack, desk } = await connected({
      hear: () => replyOf([{ kind: 'text', text: '@gazetteer go on' }]),
    })
    const question = slack.say('ann', '#general', '@gazetteer begin')
    await question.answer()
    for (let round = 0; round < 10; round++)
      slack.say('newsbot', '#general', '@gazetteer again', { in: question })
    await wait(400)
    expect(desk.heard).toHaveLength(1)
    expect(slack.ledger.posts()).toHaveLength(1)
    slack.assertClean()
  })
})

test('F15 the event loop stood still for four seconds: the answer comes all the same, and is counted as late', async () => {
  const { slack, desk } = await connected({
    hear: (incoming) => {
      const until = Date.now() + 4_000
      while (Date.now() < until);
      return echo(incoming)
    },
  })
  const act = slack.slash('ann', '#general', '/facts rank GDP')
  await act.answer({ matching: '"about":"GDP"', within: 9_000 })
  await eventually(() => expect(desk.counts.get('late_total')).toBe(1))
  slack.assertClean({ besides: ['late ack'] })
})

describe('F16 the place is gone before the answer', () => {
  test.each([
    [
      'the bot was removed',
      (slack: Awaited<ReturnType<typeof standIn>>) => slack.kick('#random'),
      'not_in_channel',
    ],
    [
      'the channel was archived',
      (slack: Awaited<ReturnType<typeof standIn>>) => slack.archive('#random'),
      'is_archived',
    ],
    [
      'the channel was deleted',
      (slack: Awaited<ReturnType<typeof standIn>>) => slack.deleteChannel('#random'),
      'channel_not_found',
    ],
  ])('%s: no crash, no retry', async (_, happen, error) => {
    const { slack, desk } = await connected({
      hear: (incoming) => {
        if (incoming.direct !== true) happen(slack)
        return echo(incoming)
      },
    })
    slack.say('ann', '#random', '@gazetteer Dongying')
    await eventually(() => expect(desk.counts.get(`slack_answers_lost_total ${error}`)).toBe(1))
    await wait(1_200)
    expect(slack.ledger.requests.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
    await slack.dm('ann', 'still there?').answer()
    slack.assertClean()
  })

  test('the question was deleted: the answer stands in its thread', async () => {
    const { slack } = await connected({
      hear: (incoming) => {
        slack.remove(question)
        return echo(incoming)
      },
    })
    const question = slack.say('ann', '#random', '@gazetteer Dongying')
    await question.answer()
    slack.assertClean()
  })
})

describe('F17 edits', () => {
  const mentionOf = (
    { bot, user }: Awaited<ReturnType<typeof standIn>>,
    { ts, channel }: { ts: string; channel: string },
    more: Record<string, unknown> = {},
  ) => ({
    type: 'event_callback',
    event_id: 'Ev-edit',
    event: {
      type: 'app_mention',
      user: user('ann').id,
      text: `<@${bot.user.id}> Dongying 2023`,
      ts,
      channel,
      ...more,
    },
  })

  test('an edited question is not answered twice', async () => {
    const { slack, desk } = await connected()
    const question = slack.say('ann', '#general', '@gazetteer Dongying')
    await question.answer()
    slack.edit(question, '@gazetteer Dongying 2023')
    await slack.sockets.send('events_api', mentionOf(slack, question, { edited: { ts: '1.1' } }))
    await wait(200)
    expect(desk.heard).toHaveLength(1)
    slack.assertClean()
  })

  test('a mention that was written in afterwards is no question', async () => {
    const { slack, desk } = await connected()
    const remark = slack.say('ann', '#general', 'Dongying')
    slack.edit(remark, '@gazetteer Dongying 2023')
    await slack.sockets.send('events_api', mentionOf(slack, remark, { edited: { ts: '1.1' } }))
    await wait(200)
    expect(desk.heard).toEqual([])
    await slack.sockets.send('events_api', mentionOf(slack, remark))
    expect(desk.heard).toHaveLength(1)
  })
})

describe('F47 what fails inside', () => {
  test('a desk that throws: the asker is told, the log says where, the next question is answered', async () => {
    let fails = true
    const { slack, desk } = await connected({
      hear: (incoming) => {
        if (fails) throw new Error('secret words of ann')
        return echo(incoming)
      },
    })
    const told = await slack.slash('ann', '#general', '/facts secret words').answer()
    expect(told.words).toContain('could not post the answer')
    fails = false
    await slack.dm('ann', 'next').answer({ matching: 'next' })
    const line = desk.lines.find(({ level }) => level === 'error')
    expect(line?.fields).toMatchObject({
      error: 'Error',
      frames: expect.arrayContaining([expect.stringContaining('inbound-faults')]),
    })
    expect(JSON.stringify(desk.lines)).not.toContain('secret words')
    slack.assertClean()
  })

  test('a listener that throws is logged, acknowledged, and harms no other', async () => {
    const { slack, desk } = await connected()
    desk.welcome = () => {
      throw new Error('broken welcome')
    }
    const [receipt] = await slack.slash('ann', '#general', '/facts').delivered
    expect(receipt!.acked).toBe(true)
    expect(desk.lines.some(({ level, message }) => level === 'error' && message.includes('listener'))).toBe(
      true,
    )
    await slack.dm('ann', 'next').answer({ matching: 'next' })
    slack.assertClean()
  })

  test('a store that cannot be asked does not keep anybody from an answer', async () => {
    const store = memoryStore()
    store.take = () => Promise.reject(new Error('store is gone'))
    const { slack } = await connected({ store })
    await slack.dm('ann', 'Dongying').answer()
    slack.assertClean()
  })
})

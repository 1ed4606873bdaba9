/** Socket Mode of the Slack stand-in: envelopes that are lost, late or twice, and connections that come and go. */
import { SocketModeClient } from '@slack/socket-mode'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { quiet } from './bolt-app.ts'
import type { Fault } from './faults.ts'
import { type Slack, type SlackOptions, startSlack } from './slack/index.ts'
import { type HandTime, handTime } from './time.ts'

const clients: SocketModeClient[] = []
const online = new Set<SocketModeClient>()
let slack: Slack | undefined

afterEach(async () => {
  for (const client of clients.splice(0)) {
    // a client that is told to stop while it connects anew rejects a promise that nobody holds
    await until(() => online.has(client))
    await client.disconnect()
  }
  await slack?.stop()
  slack = undefined
})

interface Heard {
  body: { event_id: string }
  ack: () => Promise<void>
  retry_num: number
  retry_reason: string
}

/** A bot that hears through the real client and acknowledges as `hear` decides. */
async function listen(slack: Slack, hear: (heard: Heard) => unknown, waits = 100): Promise<SocketModeClient> {
  const client = new SocketModeClient({
    appToken: slack.appToken,
    logger: quiet,
    // also how long it waits before it connects anew
    clientPingTimeout: waits,
    clientOptions: { slackApiUrl: slack.apiUrl },
  })
  clients.push(client)
  client.on('connected', () => online.add(client))
  client.on('reconnecting', () => online.delete(client))
  client.on('slack_event', (heard: Heard) => hear(heard))
  await client.start()
  return client
}

async function begin(options: SlackOptions = {}) {
  slack = await startSlack({ subscriptions: ['app_mention'], ...options })
  return slack
}

const until = (holds: () => boolean) => expect.poll(holds, { timeout: 8_000, interval: 5 }).toBe(true)

async function passUntil(time: HandTime, holds: () => boolean): Promise<void> {
  for (let count = 0; count < 100 && !holds(); count += 1) {
    await time.pass(100)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  expect(holds()).toBe(true)
}

describe('F1 an event that is not acknowledged', () => {
  test('comes again after 3 s, with the number and the reason, at most 3 times', async () => {
    const time = handTime()
    const slack = await begin({ time })
    const heard: [string, number, string][] = []
    // no pings here: the machine's clock runs on while the hand-moved one stands
    await listen(
      slack,
      ({ body, retry_num, retry_reason }) => heard.push([body.event_id, retry_num, retry_reason]),
      60_000,
    )
    const question = slack.say('ann', '#general', '@gazetteer')
    await until(() => heard.length === 1)
    await time.pass(2_999)
    expect(heard).toHaveLength(1)
    await passUntil(time, () => heard.length === 4)
    await time.pass(30_000)
    expect(await question.delivered).toEqual([{ acked: false, attempts: 4 }])
    expect(new Set(heard.map(([id]) => id)).size).toBe(1)
    expect(heard.map(([, number, reason]) => [number, reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ])
    expect(() => slack.assertClean()).toThrow('4 x late ack')
    slack.assertClean({ besides: ['late ack'] })
  })

  test('is acknowledged late: it had come again by then, and the delay is entered', async () => {
    const time = handTime()
    const slack = await begin({ time })
    const acks: (() => Promise<void>)[] = []
    await listen(slack, ({ ack }) => acks.push(ack), 60_000)
    const question = slack.say('ann', '#general', '@gazetteer')
    await until(() => acks.length === 1)
    await passUntil(time, () => acks.length === 2)
    await acks[0]!()
    expect(await question.delivered).toEqual([{ acked: true, payload: {}, attempts: 2 }])
    expect(slack.ledger.acks.map(({ outcome }) => outcome)).toEqual(['late', 'waiting'])
    expect(() => slack.assertClean()).toThrow('1 x late ack')
  })

  test('the same event on demand, to any of the connections', async () => {
    const slack = await begin()
    const heard: string[] = []
    for (const name of ['one', 'two'])
      await listen(slack, async ({ body, ack }) => {
        heard.push(`${name} ${body.event_id}`)
        await ack()
      })
    await slack.connected(2)
    const question = slack.say('ann', '#general', '@gazetteer')
    await question.delivered
    await slack.redeliver(question, 20)
    expect(heard).toHaveLength(21)
    expect(new Set(heard).size).toBe(2)
    slack.assertClean()
  })
})

describe('F3 F9 connections that go', () => {
  test('an event whose connection closes before the acknowledgement goes to another', async () => {
    const slack = await begin()
    const heard: number[] = []
    await listen(slack, async ({ ack, retry_num }) => {
      heard.push(retry_num)
      if (retry_num === 0) slack.drop()
      else await ack()
    })
    const question = slack.say('ann', '#general', '@gazetteer')
    expect(await question.delivered).toMatchObject([{ acked: true, attempts: 2 }])
    expect(heard).toEqual([0, 1])
    slack.assertClean()
  })

  test('events wait while nobody is connected', async () => {
    const slack = await begin()
    const question = slack.say('ann', '#general', '@gazetteer')
    await listen(slack, ({ ack }) => ack())
    expect(await question.delivered).toMatchObject([{ acked: true, attempts: 1 }])
    slack.assertClean()
  })

  test('a command is not delivered again: the person sees it fail', async () => {
    const time = handTime()
    const slack = await begin({ time })
    let heard = 0
    await listen(
      slack,
      () => {
        heard += 1
      },
      60_000,
    )
    const asked = slack.slash('ann', '#general', '/ask')
    await until(() => heard === 1)
    await time.pass(10_000)
    expect(await asked.delivered).toEqual([{ acked: false, attempts: 1 }])
    expect(heard).toBe(1)
    slack.assertClean({ besides: ['late ack'] })
  })

  test.each(['refresh_requested', 'too_many_websockets', 'warning'] as const)('told %s', async (reason) => {
    const slack = await begin()
    await listen(slack, ({ ack }) => ack())
    slack.disconnect(reason)
    await until(() => slack.ledger.requests.length === 2)
    await slack.connected()
    expect(await slack.say('ann', '#general', '@gazetteer').delivered).toMatchObject([{ acked: true }])
    slack.assertClean()
  })

  test('told link_disabled, again and again until it is enabled', async () => {
    const slack = await begin()
    await listen(slack, ({ ack }) => ack())
    slack.disconnect('link_disabled')
    await until(() => slack.ledger.requests.length >= 3)
    expect(slack.sockets.live).toBe(0)
    slack.sockets.linkDisabled = false
    await slack.connected()
    slack.assertClean()
  })

  test('an eleventh connection is one too many', async () => {
    const slack = await begin()
    const frames: string[] = []
    for (let count = 0; count < 11; count += 1) {
      const socket = new WebSocket(await linkOf(slack))
      socket.on('message', (frame) => frames.push(String(frame)))
      await new Promise((resolve) => socket.once('open', resolve))
    }
    await until(() => frames.some((frame) => frame.includes('too_many_websockets')))
    expect(slack.sockets.live).toBe(10)
    slack.assertClean()
  })

  test('a link is good once', async () => {
    const slack = await begin()
    const link = await linkOf(slack)
    const first = new WebSocket(link)
    await new Promise((resolve) => first.once('open', resolve))
    const second = new WebSocket(link)
    const error = await new Promise<Error>((resolve) => second.once('error', resolve))
    expect(error.message).toContain('401')
    slack.assertClean()
  })
})

test('F10 half open: no pong, no closing handshake; events go to the next connection', async () => {
  const slack = await begin()
  const silent = new WebSocket(await linkOf(slack))
  let noise = 0
  for (const kind of ['pong', 'close', 'message'])
    silent.on(kind, () => {
      noise += 1
    })
  await slack.connected()
  await until(() => noise === 1)
  slack.freeze()
  expect(slack.sockets.live).toBe(0)
  const question = slack.say('ann', '#general', '@gazetteer')
  silent.ping()
  silent.close()
  const heard: number[] = []
  await listen(slack, ({ ack, retry_num }) => {
    heard.push(retry_num)
    return ack()
  })
  expect(await question.delivered).toMatchObject([{ acked: true, attempts: 1 }])
  expect([heard, noise]).toEqual([[0], 1])
  slack.assertClean()
})

test('F8 odd frames go out as they stand', async () => {
  const slack = await begin()
  const frames: (string | number)[] = []
  const socket = new WebSocket(await linkOf(slack))
  socket.on('message', (frame: Buffer, isBinary) => frames.push(isBinary ? frame.length : String(frame)))
  await slack.connected()
  for (const frame of ['null', '{}', '{"type":"hello"}', new Uint8Array(7)]) slack.sockets.raw(frame)
  await until(() => frames.length === 5)
  expect(frames.slice(1)).toEqual(['null', '{}', '{"type":"hello"}', 7])
  slack.assertClean()
})

describe('F11 scripted faults of frames', () => {
  test.each<[Fault['action'], number]>([
    ['resetBefore', 2],
    ['resetAfter', 2],
    ['slow', 1],
  ])('%s', async (action, attempts) => {
    const slack = await begin()
    await listen(slack, ({ ack }) => ack())
    slack.faults.add({ match: { method: 'events_api', path: 'app_mention' }, action, ms: 20 })
    const delivered = await slack.say('ann', '#general', '@gazetteer').delivered
    // an acknowledgement may win the race against the closing of its own connection
    expect(delivered).toMatchObject([
      { acked: true, attempts: action === 'resetAfter' ? expect.any(Number) : attempts },
    ])
    expect(slack.faults.unused()).toEqual([])
    slack.assertClean()
  })

  test.each<[Fault]>([
    [{ match: { method: 'events_api' }, action: 'hang' }],
    [{ match: { method: 'events_api' }, action: 'garbage' }],
    [{ match: { method: 'ack' }, action: 'hang' }],
  ])('lost: %o', async (fault) => {
    const time = handTime()
    const slack = await begin({ time })
    await listen(slack, ({ ack }) => ack(), 60_000)
    slack.faults.add(fault)
    const question = slack.say('ann', '#general', '@gazetteer')
    let acked = false
    void question.delivered.then(() => {
      acked = true
    })
    await passUntil(time, () => acked)
    expect(await question.delivered).toMatchObject([{ acked: true, attempts: 2 }])
    slack.assertClean(fault.match?.method === 'ack' ? { besides: ['late ack'] } : {})
  })

  test('no link while apps.connections.open fails', async () => {
    const slack = await begin()
    slack.faults.add({ match: { method: 'apps.connections.open' }, action: 'status', times: 2 })
    await expect(linkOf(slack)).rejects.toThrow('503')
    await expect(linkOf(slack)).rejects.toThrow('503')
    expect(await linkOf(slack)).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link/)
    slack.assertClean()
  })
})

async function linkOf(slack: Slack): Promise<string> {
  const headers = { authorization: `Bearer ${slack.appToken}` }
  const response = await fetch(`${slack.apiUrl}apps.connections.open`, { method: 'POST', headers })
  if (!response.ok) throw new Error(String(response.status))
  return ((await response.json()) as { url: string }).url
}

/** The gateway of the stand-in under the real discord.js: cut, resumed, refused, gone quiet. */
import { type Client, GatewayIntentBits } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Discord } from './discord/index.ts'
import { atEnd, connect, INTENTS, newClient, pause, start, until } from './discord-client.ts'
import { handTime } from './time.ts'

const heard = (client: Client): string[] => {
  const texts: string[] = []
  client.on('messageCreate', ({ content }) => texts.push(content))
  return texts
}

const count = ({ gateway }: Discord, what: string): number =>
  gateway.log.filter((entry) => entry.what === what).length

describe('a session', () => {
  test('F14 is resumed after a cut, and what was missed is replayed once', async () => {
    const discord = await start()
    const texts = heard(await connect(discord))
    discord.dm('ann', 'before')
    discord.drop()
    discord.dm('ann', 'meanwhile')
    discord.dm('ann', 'and again')
    await until('resumed', () => count(discord, 'resumed') === 1)
    discord.dm('ann', 'after')
    await until('all heard', () => texts.length >= 4)
    expect(texts).toEqual(['before', 'meanwhile', 'and again', 'after'])
    expect(count(discord, 'identify')).toBe(1)
    discord.assertClean()
  })

  test.each([
    { how: 'op 7', break: (discord: Discord) => discord.reconnect() },
    { how: 'op 9 true', break: (discord: Discord) => discord.gateway.invalidate(true) },
    { how: 'close 4000', break: (discord: Discord) => discord.gateway.close(4000) },
    { how: 'close 1001', break: (discord: Discord) => discord.gateway.close(1001) },
  ])('F14 is resumed after $how', async ({ break: cut }) => {
    const discord = await start()
    const texts = heard(await connect(discord))
    cut(discord)
    discord.dm('ann', 'meanwhile')
    await until('resumed', () => count(discord, 'resumed') === 1)
    await until('heard', () => texts.length > 0)
    expect(texts).toEqual(['meanwhile'])
    expect(count(discord, 'identify')).toBe(1)
  })

  test.each([
    { how: 'op 9 false', break: (discord: Discord) => discord.gateway.invalidate(false) },
    { how: 'close 4007', break: (discord: Discord) => discord.gateway.close(4007) },
    { how: 'close 4009', break: (discord: Discord) => discord.gateway.close(4009) },
  ])('F14 is begun anew after $how', async ({ break: cut }) => {
    const discord = await start()
    const texts = heard(await connect(discord))
    cut(discord)
    // discord.js leaves 5 s between two identifies
    await until('identified again', () => count(discord, 'identify') === 2)
    await until('connected', () => discord.gateway.connected() === 1)
    discord.dm('ann', 'after')
    await until('heard', () => texts.length > 0)
    expect(texts).toEqual(['after'])
    expect(count(discord, 'resumed')).toBe(0)
  })

  test('F14 that is forgotten is begun anew when it is to be resumed', async () => {
    const discord = await start()
    await connect(discord)
    discord.gateway.forgetSessions()
    discord.drop()
    await until('identified again', () => count(discord, 'identify') === 2)
    expect(count(discord, 'resume')).toBe(1)
    expect(count(discord, 'resumed')).toBe(0)
  })

  test.each([
    { how: 'silent', break: (discord: Discord) => discord.freeze() },
    { how: 'without acknowledged heartbeats', break: (discord: Discord) => discord.gateway.withholdAcks() },
  ])('F10 on a connection that is $how is noticed and resumed', async ({ break: still }) => {
    const discord = await start({ heartbeatMs: 200 })
    const texts = heard(await connect(discord))
    still(discord)
    discord.dm('ann', 'meanwhile')
    await until('resumed', () => count(discord, 'resumed') === 1)
    await until('heard', () => texts.length > 0)
    expect(texts).toEqual(['meanwhile'])
  })

  test('F27 identified twice gets every event on both', async () => {
    const discord = await start()
    const both = [heard(await connect(discord)), heard(await connect(discord))]
    discord.dm('ann', 'hello')
    await pause(50)
    expect(both).toEqual([['hello'], ['hello']])
  })
})

describe('what is final', () => {
  test('F12 a wrong token: discord.js gives up on 4004', async () => {
    const discord = await start()
    const client = newClient(discord)
    // REST would already refuse the token with 401, so only the gateway does here
    discord.gateway.refuseWith = 4004
    await expect(client.login(discord.token)).rejects.toThrow('Authentication failed')
    expect(count(discord, 'identify')).toBe(1)
  })

  test('F14 an intent that is not switched on: 4014', async () => {
    const discord = await start({ privileged: 0 })
    const client = newClient(discord, { intents: [...INTENTS, GatewayIntentBits.MessageContent] })
    await expect(client.login(discord.token)).rejects.toThrow('disallowed intents')
    await until('closed', () => count(discord, 'closed') === 1)
    expect(discord.gateway.log.at(-1)).toMatchObject({ what: 'closed', code: 4014 })
    expect(count(discord, 'identify')).toBe(1)
  })

  test('a wrong token over REST is 401 before there is a gateway', async () => {
    const discord = await start()
    await expect(newClient(discord).login('wrong')).rejects.toThrow('invalid token')
    expect(count(discord, 'connect')).toBe(0)
    expect(discord.platform.limits.invalid).toBe(1)
  })
})

describe('bare frames', () => {
  /** A client that answers nothing by itself. */
  async function bare(discord: Discord) {
    const socket = new WebSocket(discord.url.replace('http', 'ws'))
    atEnd(() => socket.terminate())
    const frames: { op: number; t?: string; d: unknown }[] = []
    let closed: number | undefined
    socket.on('message', (data) => frames.push(JSON.parse(String(data))))
    socket.on('close', (code) => {
      closed = code
    })
    await until('HELLO', () => frames.length > 0)
    return {
      frames,
      send: (frame: unknown) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
      code: async () => {
        await until('closed', () => closed !== undefined)
        return closed
      },
    }
  }
  const identify = (token: string, intents: unknown = 1) => ({ op: 2, d: { token, intents, properties: {} } })

  test('HELLO comes first, with the interval', async () => {
    const discord = await start({ heartbeatMs: 1_234 })
    const { frames, send } = await bare(discord)
    expect(frames[0]).toMatchObject({ op: 10, d: { heartbeat_interval: 1_234 } })
    send({ op: 1, d: null })
    await until('ACK', () => frames.some(({ op }) => op === 11))
  })

  test.each([
    { name: 'no JSON', frame: () => '{', code: 4002 },
    { name: 'a frame over 4,096 bytes', frame: () => ({ op: 1, d: 'x'.repeat(4_096) }), code: 4002 },
    { name: 'an unknown op', frame: () => ({ op: 99, d: null }), code: 4001 },
    { name: 'a presence before IDENTIFY', frame: () => ({ op: 3, d: {} }), code: 4003 },
    { name: 'a wrong token', frame: () => identify('wrong'), code: 4004 },
    { name: 'an intent there is not', frame: (token: string) => identify(token, 1 << 30), code: 4013 },
    { name: 'a privileged intent', frame: (token: string) => identify(token, 2), code: 4014 },
  ])('$name closes with $code', async ({ frame, code }) => {
    const discord = await start()
    const client = await bare(discord)
    client.send(frame(discord.token))
    expect(await client.code()).toBe(code)
  })

  test('resuming from a number that was never sent closes with 4007', async () => {
    const discord = await start()
    const first = await bare(discord)
    first.send(identify(discord.token))
    await until('READY', () => first.frames.some(({ t }) => t === 'READY'))
    const { session_id } = first.frames.find(({ t }) => t === 'READY')!.d as { session_id: string }
    const second = await bare(discord)
    second.send({ op: 6, d: { token: discord.token, session_id, seq: 99 } })
    expect(await second.code()).toBe(4007)
  })

  test('the thousand-and-first session of a day takes the token back', async () => {
    const discord = await start({ time: handTime() })
    discord.gateway.budget.setSpent(999)
    const told = async () => {
      const answer = await fetch(`${discord.url}/v10/gateway/bot`, {
        headers: { authorization: `Bot ${discord.token}` },
      })
      return { status: answer.status, limit: Object(await answer.json()).session_start_limit }
    }
    expect((await told()).limit.remaining).toBe(1)
    const last = await bare(discord)
    last.send(identify(discord.token))
    await until('READY', () => last.frames.some(({ t }) => t === 'READY'))
    discord.assertClean()
    const over = await bare(discord)
    over.send(identify(discord.token))
    expect(await over.code()).toBe(4004)
    expect(await last.code()).toBe(4004)
    expect((await told()).status).toBe(401)
    expect(() => discord.assertClean()).toThrow('the token was taken back')
  })

  test('held strictly, a second identify within 5 s is op 9, and a 121st frame within a minute 4008', async () => {
    const time = handTime()
    const discord = await start({ time, strictGateway: true })
    const first = await bare(discord)
    first.send(identify(discord.token))
    await until('READY', () => first.frames.some(({ t }) => t === 'READY'))
    const second = await bare(discord)
    second.send(identify(discord.token))
    await until('op 9', () => second.frames.some(({ op }) => op === 9))
    await time.pass(5_001)
    second.send(identify(discord.token))
    await until('READY', () => second.frames.some(({ t }) => t === 'READY'))
    for (let sent = 0; sent < 121; sent += 1) first.send({ op: 1, d: null })
    expect(await first.code()).toBe(4008)
  })
})

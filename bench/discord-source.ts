/**
 * A small stand-in for Discord that sends at fixed times and counts what comes back: the load of bench/discord.ts, in a
 * process of its own. It checks nothing; the stand-in of the tests does.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'

/** What the other process asks for. */
export type Order =
  | { kind: 'ignored'; perSecond: number; seconds: number }
  | { kind: 'autocomplete' | 'slash' | 'mention'; perSecond: number; seconds: number }
  | { kind: 'flood'; events: number }

export interface Times {
  kind: 'times'
  sent: number
  answered: number
  /** Milliseconds from the intended moment. */
  p50: number
  p99: number
  max: number
  seconds: number
}

const QUESTIONS = [
  'Dongying offshore wind investment',
  'Dongyng ofshore wind investmnt',
  'Anhui GDP 2023',
  '安徽2023年新能源汽车产量',
  'compare Anhui and Guangdong investment plans',
  'top 5 GDP 2023',
  'Shandong GDP growth trend',
  'tell me about Heze',
  'GDP of Atlantis 1492',
  '@everyone [x](http://evil.example) `x`',
]
const TYPED = ['do', 'qing', '东', 'of', 'sh', 'an', 'off', 'jin', 'gu', 'x']
const BOT = '900000000000000001'
const GUILD = '900000000000000002'
const CHANNELS = Array.from({ length: 50 }, (_, index) => `9000000000000001${String(index).padStart(2, '0')}`)

let socket: WebSocket | null = null
let sequence = 0
let serial = 0
const waiting = new Map<string, number>()
let times: number[] = []

const nextId = (): string => String(1_000_000_000_000_000_000n + BigInt(++serial))
const user = (id: string) => ({ id, username: `u${id}`, discriminator: '0', global_name: null, avatar: null })

const server = createServer((request, response) => void answer(request, response))
server.listen(0, '127.0.0.1', () => {
  process.send?.({ kind: 'ready', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
const gateway = new WebSocketServer({ server })
gateway.on('connection', (opened) => {
  socket = opened
  opened.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }))
  opened.on('message', (data) => {
    const { op } = JSON.parse(String(data)) as { op: number }
    if (op === 1) opened.send('{"op":11}')
    if (op === 2) {
      const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
      dispatch('READY', {
        v: 10,
        user: { ...user(BOT), bot: true },
        guilds: [],
        session_id: 's',
        resume_gateway_url: address,
        application: { id: BOT, flags: 0 },
      })
    }
  })
})

process.on('message', (order: Order) => {
  const done = order.kind === 'flood' ? flood(order.events) : paced(order)
  void done.then((result) => process.send?.(result))
})
process.on('disconnect', () => process.exit(0))

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  const path = (request.url ?? '').replace(/^\/v\d+/, '').replace(/\?.*$/, '')
  const [, interaction] = /^\/interactions\/(\d+)\//.exec(path) ?? []
  if (interaction !== undefined) settle(interaction)
  else if (request.method === 'POST' && path.endsWith('/messages')) {
    const body = JSON.parse(Buffer.concat(parts).toString()) as {
      message_reference?: { message_id?: string }
    }
    settle(body.message_reference?.message_id ?? '')
  }
  const bodies: Record<string, object> = {
    '/gateway/bot': {
      url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 },
    },
    '/users/@me': { ...user(BOT), bot: true },
    '/applications/@me': { id: BOT, name: 'bench', flags: 0 },
  }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(bodies[path] ?? { id: nextId() }))
}

function settle(id: string): void {
  const intended = waiting.get(id)
  if (intended === undefined) return
  waiting.delete(id)
  times.push(performance.now() - intended)
}

function dispatch(t: string, d: object): void {
  sequence += 1
  socket?.send(JSON.stringify({ op: 0, t, s: sequence, d }))
}

/** Open loop: the next one goes out when it is due, whether or not the last was answered. */
async function paced({ kind, perSecond, seconds }: Exclude<Order, { kind: 'flood' }>): Promise<Times> {
  times = []
  waiting.clear()
  const total = perSecond * seconds
  const begun = performance.now()
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - begun) / 1_000) * perSecond) + 1)
    for (; sent < due; sent++) send(kind, begun + (sent / perSecond) * 1_000, sent)
    await pause(1)
  }
  for (let waited = 0; waiting.size > 0 && waited < 20_000; waited += 50) await pause(50)
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    kind: 'times',
    sent: total,
    answered: sorted.length,
    p50: at(0.5),
    p99: at(0.99),
    max: sorted.at(-1) ?? 0,
    seconds: (performance.now() - begun) / 1_000,
  }
}

function send(kind: Exclude<Order['kind'], 'flood'>, intended: number, index: number): void {
  const id = nextId()
  const channel = CHANNELS[index % CHANNELS.length]!
  const author = user(String(800_000_000_000_000_000n + BigInt(index % 5_000)))
  if (kind === 'ignored') {
    dispatch('MESSAGE_CREATE', message(id, channel, author, '', false))
    return
  }
  waiting.set(id, intended)
  const text = QUESTIONS[index % QUESTIONS.length]!
  if (kind === 'mention') {
    dispatch('MESSAGE_CREATE', message(id, channel, author, `<@${BOT}> ${text}`, true))
    return
  }
  const typed = TYPED[index % TYPED.length]!
  const completes = kind === 'autocomplete'
  dispatch('INTERACTION_CREATE', {
    id,
    token: `token-${id}`,
    type: completes ? 4 : 2,
    application_id: BOT,
    guild_id: GUILD,
    channel_id: channel,
    locale: 'en-US',
    context: 0,
    member: { user: author, roles: [], permissions: '0' },
    data: completes
      ? {
          id: '1',
          type: 1,
          name: 'find',
          options: [{ type: 3, name: 'region', value: typed, focused: true }],
        }
      : { id: '2', type: 1, name: 'ask', options: [{ type: 3, name: 'question', value: text }] },
  })
}

const message = (id: string, channel: string, author: object, content: string, toBot: boolean) => ({
  id,
  type: 0,
  channel_id: channel,
  guild_id: GUILD,
  author,
  member: { roles: [], joined_at: '2024-01-01T00:00:00.000000+00:00', deaf: false, mute: false, flags: 0 },
  content,
  timestamp: '2026-01-01T00:00:00.000000+00:00',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: toBot ? [{ ...user(BOT), bot: true }] : [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  flags: 0,
  components: [],
})

/** As fast as they are taken, each from another person: whatever is kept of people would show. */
async function flood(events: number): Promise<{ kind: 'flooded'; events: number; seconds: number }> {
  const begun = performance.now()
  for (let sent = 0; sent < events; sent++) {
    const author = user(String(700_000_000_000_000_000n + BigInt(sent)))
    dispatch('MESSAGE_CREATE', message(nextId(), CHANNELS[sent % CHANNELS.length]!, author, '', false))
    if (sent % 500 === 0) while ((socket?.bufferedAmount ?? 0) > 1_000_000) await pause(1)
  }
  while ((socket?.bufferedAmount ?? 0) > 0) await pause(5)
  return { kind: 'flooded', events, seconds: (performance.now() - begun) / 1_000 }
}

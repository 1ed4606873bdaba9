/**
 * A platform that loses things, in a process of its own: what it accepted is counted here, not where it was sent. By
 * the rules of Discord (a nonce gives the first message back for a while) or of Slack (nothing makes a post the same
 * post; history may be read or not). Steered by its options, JSON as the one argument; prints its address.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chanceFrom } from '../../tests/fakes/chance.ts'

export interface StandInOptions {
  seed: number
  rules: 'discord' | 'slack'
  /** Whether what was posted may be looked for. */
  history: boolean
  /** Milliseconds until history shows a post. */
  shownAfter: number
  /** Milliseconds a nonce is remembered. */
  nonceLife: number
  /** Shares of the posts, 0 to 1. */
  faults: Record<'refuse' | 'resetBefore' | 'resetAfter' | '500After' | 'hang' | 'limit', number>
}

/** What was accepted, by occurrence. */
export interface Accepted {
  /** Occurrence -> how many messages stand in its place. */
  posts: Record<string, number>
  /** Occurrences of which an owner was told. */
  told: string[]
  requests: Record<string, number>
}

interface Message {
  id: string
  place: string
  occurrence: string
  nonce: string
  at: number
}

const options = JSON.parse(process.argv[2]!) as StandInOptions
const chance = chanceFrom(options.seed)
const messages: Message[] = []
const byPlace = new Map<string, Message[]>()
const byNonce = new Map<string, Message>()
const told = new Set<string>()
const requests: Record<string, number> = {}
let accepted = 0

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy())
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`)
})
// it never outlives whoever started it
process.stdin.on('end', () => process.exit(0)).resume()

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = JSON.parse(await textOf(request)) as Record<string, string>
  const path = request.url ?? ''
  requests[path] = (requests[path] ?? 0) + 1
  if (path === '/post') return spoilt(response, () => post(asked as unknown as Message))
  if (path === '/tell')
    return spoilt(response, () => {
      told.add(asked.occurrence!)
      return { id: asked.occurrence! }
    })
  if (path === '/find') return send(response, 200, find(asked as unknown as Message))
  if (path === '/count') return send(response, 200, { accepted })
  if (path === '/accepted') return send(response, 200, countedUp())
  return send(response, 404, {})
}

function post(asked: Message): object {
  const now = Date.now()
  if (options.rules === 'discord') {
    const first = byNonce.get(asked.nonce)
    if (first !== undefined && now - first.at < options.nonceLife) return { id: first.id }
  }
  const { place, occurrence, nonce } = asked
  const message = { id: `m${messages.length + 1}`, place, occurrence, nonce, at: now }
  messages.push(message)
  byNonce.set(nonce, message)
  byPlace.set(place, [...(byPlace.get(place) ?? []), message])
  accepted++
  return { id: message.id }
}

function find({ place, occurrence }: Message): object {
  if (!options.history) return { hidden: true }
  const shown = Date.now() - options.shownAfter
  const hit = byPlace.get(place)?.find((message) => message.occurrence === occurrence && message.at <= shown)
  return hit === undefined ? {} : { id: hit.id }
}

/** One of the faults, by its share; else the right answer after a moment, as over a real line. */
async function spoilt(response: ServerResponse, effect: () => object): Promise<void> {
  let dice = chance()
  const fault = (Object.keys(options.faults) as (keyof StandInOptions['faults'])[]).find((name) => {
    dice -= options.faults[name]
    return dice < 0
  })
  if (fault === 'refuse') return send(response, 400, { error: 'not_now' })
  if (fault === 'limit') return send(response, 429, { retryAfter: 0.2 })
  if (fault === 'resetBefore') return void response.socket?.resetAndDestroy()
  await new Promise((resolve) => setTimeout(resolve, chance() * LINE))
  const done = effect()
  if (fault === 'hang') return
  if (fault === 'resetAfter') return void response.socket?.resetAndDestroy()
  if (fault === '500After') return send(response, 500, {})
  await new Promise((resolve) => setTimeout(resolve, chance() * LINE))
  send(response, 200, done)
}

function countedUp(): Accepted {
  const posts: Record<string, number> = {}
  for (const { occurrence } of messages) posts[occurrence] = (posts[occurrence] ?? 0) + 1
  return { posts, told: [...told], requests }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request.setEncoding('utf8')) text += part
  return text === '' ? '{}' : text
}

/** Milliseconds at most, each way. */
const LINE = 20

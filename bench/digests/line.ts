/** The way to the stand-in platform, as a Poster: one attempt each, and what became of it said exactly. */
import { Agent, request } from 'node:http'
import type { PlatformName } from '../../src/chat/incoming.ts'
import type { Found, Posted, Poster } from '../../src/chat/platform.ts'

/** Status 0: no answer, or the connection broke. */
export interface Answered {
  status: number
  body: Record<string, unknown>
  /** There was no connection at all. */
  unreachable?: boolean
}

export function createLine(port: number, patience: number) {
  const agent = new Agent({ keepAlive: true })
  return function ask(path: string, what: object): Promise<Answered> {
    return new Promise((resolve) => {
      const failed = (error: Error) =>
        resolve({ status: 0, body: {}, unreachable: (error as { code?: string }).code === 'ECONNREFUSED' })
      const asked = request(
        { host: '127.0.0.1', port, path, method: 'POST', agent, timeout: patience },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (part: string) => {
            text += part
          })
          answer.on('error', failed)
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text || '{}') }))
        },
      )
      asked.on('timeout', () => asked.destroy(new Error('no answer')))
      asked.on('error', failed)
      asked.end(JSON.stringify(what))
    })
  }
}

export function createLinePoster(platform: PlatformName, ask: ReturnType<typeof createLine>): Poster {
  return {
    platform,
    render: (reply, key) => JSON.stringify({ plain: reply.plain, occurrence: key.id }),
    post: async (place, body, { id, nonce }) =>
      postedOf(await ask('/post', { place: place.id, occurrence: id, nonce, body })),
    async find(place, { id }): Promise<Found> {
      const { status, body } = await ask('/find', { place: place.id, occurrence: id })
      if (status !== 200) return { found: 'unknown', reason: 'no answer' }
      if (body.hidden === true) return { found: 'unknown', reason: 'missing_scope' }
      return typeof body.id === 'string' ? { found: true, id: body.id } : { found: false }
    },
    tell: async (person, reply) =>
      postedOf(await ask('/tell', { person: person.id, occurrence: reply.plain })),
    mayManage: async () => true,
    zoneOf: async () => null,
    direct: async ({ tenant, id }) => ({ platform, tenant, id }),
    placeNamed: async () => null,
  }
}

function postedOf({ status, body, unreachable }: Answered): Posted {
  if (status === 200) return { outcome: 'accepted', id: String(body.id) }
  if (unreachable) return { outcome: 'refused', reason: 'unreachable', permanent: false }
  if (status === 429)
    return {
      outcome: 'refused',
      reason: 'rate_limited',
      permanent: false,
      waitMs: Number(body.retryAfter) * 1_000,
    }
  if (status >= 400 && status < 500)
    return { outcome: 'refused', reason: String(body.error), permanent: false }
  return { outcome: 'unclear', reason: status === 0 ? 'no answer' : `http_${status}` }
}

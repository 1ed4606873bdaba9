/**
 * One Socket Mode connection of the library, with a guard before it: version 3.1.0 dies on frames such as 'null' or an events_api
 * without payload, treats the type of any frame as the name of an event of its own, and closes at once where Slack only announces
 * that it will.
 */
import { SocketModeClient } from '@slack/socket-mode'
import type { Log } from '../../base/log.ts'
import type { Metrics } from '../../base/metrics.ts'

export interface Envelope {
  /** The event, command or interaction. */
  body: Record<string, unknown>
  /** Rejects where the connection is gone. */
  ack(payload?: unknown): Promise<void>
}

export interface Guard {
  log: Log
  metrics: Metrics
  take(envelope: Envelope): void
  /** Slack told this connection to go. */
  dismissed(reason: string): void
}

type SocketOptions = NonNullable<ConstructorParameters<typeof SocketModeClient>[0]>

export class GuardedSocket extends SocketModeClient {
  #guard: Guard
  readonly #odd = new Set<string>()

  constructor(options: SocketOptions, guard: Guard) {
    // the library's own way of connecting anew has no ceiling and can end the process; we do it ourselves
    super({ ...options, autoReconnectEnabled: false })
    this.#guard = guard
  }

  /** Something can be sent and heard now. */
  get live(): boolean {
    return this.websocket?.isActive() === true
  }

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    if (isBinary || typeof data !== 'string') return this.#noted('binary')
    const frame = objectOf(data)
    if (frame === null) return this.#noted('no object')
    switch (frame.type) {
      case 'hello':
        return super.onWebSocketMessage(data, isBinary)
      case 'disconnect':
        return this.#guard.dismissed(typeof frame.reason === 'string' ? frame.reason : 'unsaid')
      case 'events_api':
      case 'slash_commands':
      case 'interactive':
        return this.#envelope(frame, data.length)
      default:
        return this.#noted('unknown type')
    }
  }

  #envelope({ type, payload, envelope_id: id }: Record<string, unknown>, size: number): void {
    if (typeof id !== 'string') {
      this.#noted('no envelope id')
      return
    }
    const ack = (answer?: unknown) => this.#acknowledge(id, answer)
    const isWhole = isObject(payload) && size <= LARGEST && (type !== 'events_api' || isObject(payload.event))
    if (isWhole) {
      this.#guard.take({ body: payload, ack })
      return
    }
    if (isObject(payload) && payload.type === 'app_rate_limited') {
      this.#guard.metrics.count('slack_events_withheld_total')
      this.#guard.log.error({}, 'Slack holds events back: there were more than 30,000 in an hour')
    } else this.#noted(size > LARGEST ? 'too large' : 'no payload')
    // it would be as odd the next time
    void ack().catch(() => {})
  }

  #acknowledge(id: string, payload?: unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.live) {
        reject(new Error('the connection is gone'))
        return
      }
      const frame = JSON.stringify({ envelope_id: id, ...(payload === undefined ? {} : { payload }) })
      this.websocket!.send(frame, (error) => (error === undefined ? resolve() : reject(error)))
    })
  }

  /** Each kind once for a connection: a stream of nonsense must not fill the log. */
  #noted(kind: string): void {
    this.#guard.metrics.count('slack_odd_frames_total', { kind })
    if (this.#odd.has(kind)) return
    this.#odd.add(kind)
    this.#guard.log.warn({ kind }, 'Slack sent something that is no event; it is passed over')
  }
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Characters of a frame. A message has 40,000 at most. */
const LARGEST = 1_000_000

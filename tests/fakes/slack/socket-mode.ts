/**
 * Socket Mode: the connections a bot holds, and the envelopes that travel over them. Each envelope goes to one of the open
 * connections. An event that is not acknowledged in 3 s, or whose connection closes first, is delivered again over any of them;
 * commands and interactions are not: there the person waits and is told of a failure.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Chance } from '../chance.ts'
import type { FaultScript } from '../faults.ts'
import type { AckEntry, Ledger } from '../ledger.ts'
import type { Time } from '../time.ts'
import type { Dict } from './complaints.ts'
import { ACK_WITHIN, type Delivery, type DeliveryKind, type Receipt } from './delivery.ts'
import { arrives, transmit } from './frame-faults.ts'

export type DisconnectReason = 'warning' | 'refresh_requested' | 'too_many_websockets' | 'link_disabled'

export interface SocketModeParts {
  ledger: Ledger
  faults: FaultScript
  time: Time
  chance: Chance
  /** How often an event is delivered again before it is given up; 3, as over HTTP. Waiting for a connection does not count. */
  retries: number
}

interface Connection {
  socket: WebSocket
  /** Half open: the TCP connection stays and nothing passes any more. */
  frozen: boolean
  /** Told to go; gets nothing new. */
  leaving: boolean
}

interface Job {
  kind: DeliveryKind
  payload: Dict
  attempt: number
  /** Why the attempt before failed. */
  reason: string
  done: boolean
  settle: (receipt: Receipt) => void
}

interface Flight {
  job: Job
  entry: AckEntry
  connection: Connection
  callOff: () => void
  /** It went out whole; if not, nobody could acknowledge it. */
  sent: boolean
  /** The next attempt was made already. */
  retried: boolean
}

export class SocketMode implements Delivery {
  /** While true every connection is told 'link_disabled' after its hello. */
  linkDisabled = false
  readonly #parts: SocketModeParts
  // pongs by hand, since a frozen connection sends none
  readonly #server = new WebSocketServer({ noServer: true, autoPong: false, maxPayload: 4_000_000 })
  readonly #tickets = new Set<string>()
  readonly #connections = new Set<Connection>()
  readonly #flights = new Map<string, Flight>()
  readonly #watchers = new Set<() => void>()
  #queue: Job[] = []
  #count = 0
  #stopPings: () => void = () => {}

  constructor(parts: SocketModeParts) {
    this.#parts = parts
    this.#pingInTime()
  }

  /** A single-use path for a new connection. */
  ticket(): string {
    this.#count += 1
    const ticket = `ticket-${this.#count}-${Math.floor(this.#parts.chance() * 1e9)}`
    this.#tickets.add(ticket)
    return `/link/?ticket=${ticket}&app_id=A0FAKE`
  }

  upgrade(request: IncomingMessage, raw: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams.get('ticket') ?? ''
    if (!this.#tickets.delete(ticket)) {
      raw.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    this.#server.handleUpgrade(request, raw, head, (socket) => this.#welcome(socket))
  }

  /** Connections that can be given something. */
  get live(): number {
    return this.#usable().length
  }

  send(kind: DeliveryKind, payload: Dict): Promise<Receipt> {
    return new Promise((settle) => this.#give({ kind, payload, attempt: 1, reason: '', done: false, settle }))
  }

  /** Tells every connection to go, as Slack does before it closes them itself 10 s later. */
  disconnect(reason: DisconnectReason): void {
    if (reason === 'link_disabled') this.linkDisabled = true
    for (const connection of this.#connections) this.#dismiss(connection, reason)
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const { socket } of this.#connections) socket.terminate()
  }

  /** Every connection there is now falls silent in both directions while TCP stays; new ones work. */
  freeze(): void {
    for (const connection of this.#connections) {
      connection.frozen = true
      // unread, so that not even the closing handshake is answered
      connection.socket.pause()
    }
  }

  /** Sends a frame as it stands over every live connection: nonsense, binary, what you like. */
  raw(frame: string | Uint8Array): void {
    for (const { socket } of this.#usable()) socket.send(frame)
  }

  /** Is told when a connection has come or gone; what comes back stops that. */
  watch(told: () => void): () => void {
    this.#watchers.add(told)
    return () => this.#watchers.delete(told)
  }

  close(): void {
    this.#stopPings()
    this.drop()
    this.#server.close()
    for (const job of this.#queue) job.settle({ acked: false, attempts: job.attempt - 1 })
    this.#queue = []
    for (const { job, callOff } of this.#flights.values()) {
      callOff()
      if (!job.done) job.settle({ acked: false, attempts: job.attempt })
    }
  }

  #welcome(socket: WebSocket): void {
    const connection: Connection = { socket, frozen: false, leaving: false }
    this.#connections.add(connection)
    socket.on('error', () => {})
    socket.on('ping', (data) => {
      if (!connection.frozen) socket.pong(data)
    })
    socket.on('message', (data, isBinary) => {
      if (!connection.frozen && !isBinary) this.#heard(String(data))
    })
    socket.on('close', () => this.#gone(connection))
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#connections.size,
        connection_info: { app_id: 'A0FAKE' },
        debug_info: { host: 'fake', approximate_connection_time: 18_060 },
      }),
    )
    if (this.linkDisabled) this.#dismiss(connection, 'link_disabled')
    else if (this.#connections.size > MOST_CONNECTIONS) this.#dismiss(connection, 'too_many_websockets')
    this.#tell()
    const waiting = this.#queue
    this.#queue = []
    for (const job of waiting) this.#give(job)
  }

  #dismiss(connection: Connection, reason: DisconnectReason): void {
    connection.socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'fake' } }))
    // a warning is only an announcement: the connection works on until it is closed
    connection.leaving = reason !== 'warning'
    this.#parts.time.after(CLOSED_AFTER, () => connection.socket.close(1000))
  }

  #gone(connection: Connection): void {
    this.#connections.delete(connection)
    this.#tell()
    for (const [id, flight] of this.#flights) {
      if (flight.connection !== connection) continue
      this.#flights.delete(id)
      flight.callOff()
      this.#parts.ledger.unacknowledged(flight.entry, 'closed')
      if (!flight.retried) this.#again(flight.job, 'timeout')
    }
  }

  #usable(): Connection[] {
    return [...this.#connections].filter(
      ({ leaving, frozen, socket }) => !leaving && !frozen && socket.readyState === 1,
    )
  }

  #give(job: Job): void {
    const { ledger, time, chance, faults } = this.#parts
    const usable = this.#usable()
    const connection = usable[Math.floor(chance() * usable.length)]
    if (connection === undefined) {
      this.#queue.push(job)
      return
    }
    this.#count += 1
    const id = `envelope-${this.#count}`
    const entry = ledger.delivered(id, job.kind, job.attempt)
    const isEvent = job.kind === 'events_api'
    const frame = JSON.stringify({
      envelope_id: id,
      type: job.kind,
      payload: job.payload,
      accepts_response_payload: !isEvent,
      ...(isEvent ? { retry_attempt: job.attempt - 1, retry_reason: job.reason } : {}),
    })
    const event = job.payload.event as Dict | undefined
    const fault = faults.take({
      method: job.kind,
      path: String(event?.type ?? job.payload.type ?? job.payload.command),
      channel: typeof event?.channel === 'string' ? event.channel : undefined,
    })
    const callOff = time.after(ACK_WITHIN, () => this.#late(id))
    const sent = arrives(fault)
    this.#flights.set(id, { job, entry, connection, callOff, sent, retried: false })
    transmit(connection.socket, frame, fault, time)
  }

  #heard(text: string): void {
    let frame: Dict
    try {
      frame = JSON.parse(text) as Dict
    } catch {
      return
    }
    const id = String(frame?.envelope_id)
    const flight = this.#flights.get(id)
    if (flight === undefined) return
    if (this.#parts.faults.take({ method: 'ack', path: flight.job.kind })) return
    this.#flights.delete(id)
    flight.callOff()
    this.#parts.ledger.acknowledged(flight.entry, frame.payload)
    if (flight.job.done) return
    flight.job.done = true
    flight.job.settle({ acked: true, payload: frame.payload, attempts: flight.job.attempt })
  }

  #late(id: string): void {
    const flight = this.#flights.get(id)
    if (flight === undefined) return
    const { job, entry, connection } = flight
    if (connection.frozen || !flight.sent) {
      // never sent in truth: the attempt does not count, and it goes out again as soon as something can carry it
      this.#flights.delete(id)
      this.#parts.ledger.unacknowledged(entry, 'closed')
      this.#again(job, 'timeout', false)
      return
    }
    // stays in flight: an acknowledgement may still come, and is then entered as late
    this.#parts.ledger.unacknowledged(entry, 'never')
    flight.retried = true
    this.#again(job, 'timeout')
  }

  #again(job: Job, reason: string, counts = true): void {
    if (job.done) return
    if (job.kind !== 'events_api' || (counts && job.attempt > this.#parts.retries)) {
      job.done = true
      job.settle({ acked: false, attempts: job.attempt })
      return
    }
    job.attempt += 1
    job.reason = reason
    this.#give(job)
  }

  #tell(): void {
    for (const told of this.#watchers) told()
  }

  #pingInTime(): void {
    this.#stopPings = this.#parts.time.after(PING_EVERY, () => {
      for (const { socket } of this.#usable()) socket.ping()
      this.#pingInTime()
    })
  }
}

/** docs.slack.dev/apis/events-api/using-socket-mode: at most 10 connections of one app. */
const MOST_CONNECTIONS = 10
/** Milliseconds from the word to go until the connection is closed; Slack announces about 10 s ahead. */
const CLOSED_AFTER = 10_000
/** Well within the 30 s after which the client gives a silent server up. */
const PING_EVERY = 5_000

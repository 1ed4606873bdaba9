/** The gateway: HELLO, IDENTIFY, RESUME, heartbeats, dispatches with rising numbers, and every way it can break. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Time } from '../time.ts'
import { EVERY_INTENT, type GatewayEvent, isFor, PRIVILEGED, readsContent, withoutContent } from './events.ts'
import { parseFrame } from './frame.ts'
import { IdentifyBudget } from './identify-budget.ts'
import { type Link, Session } from './session.ts'

export interface GatewayOptions {
  time: Time
  token: string
  botId: string
  /** Milliseconds. */
  heartbeatMs: number
  /** Privileged intents that are switched on. */
  privileged: number
  /** How many events a session can replay. */
  replay: number
  /** Holds the limits that a clock standing still cannot meet: identifies per 5 s, frames per minute. */
  strict: boolean
  chanceOfName: () => string
  /** READY without session and resume address, and what follows it. */
  ready: () => { ready: Record<string, unknown>; after: GatewayEvent[] }
  socketUrl: () => string
}

/** What clients did on the gateway, in order. */
export interface GatewayEntry {
  at: number
  what: 'connect' | 'identify' | 'resume' | 'resumed' | 'heartbeat' | 'closed'
  /** For 'closed': the code, by whomever; 1006 where there was none. */
  code?: number
  intents?: number
}

export class Gateway {
  readonly log: GatewayEntry[] = []
  readonly budget: IdentifyBudget
  /** Close the next connections with this code as soon as they identify or resume. */
  refuseWith: number | undefined
  token: string
  readonly #options: GatewayOptions
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 })
  readonly #links = new Set<Link>()
  readonly #sessions = new Map<string, Session>()

  constructor(options: GatewayOptions) {
    this.#options = options
    this.token = options.token
    this.budget = new IdentifyBudget(options.time.now)
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#open(opened))
  }

  /** Sends to every session that asked for it; sessions without a connection get it when they resume. */
  dispatch(event: GatewayEvent): void {
    let whole: string | undefined
    let bare: string | undefined
    for (const session of this.#sessions.values()) {
      if (!isFor(event, session.intents)) continue
      if (readsContent(event, session.intents, this.#options.botId)) {
        whole ??= JSON.stringify(event.d)
        session.send(event.t, whole)
      } else {
        bare ??= JSON.stringify(withoutContent(event.d))
        session.send(event.t, bare)
      }
    }
  }

  /** Sessions that are connected now. */
  connected(): number {
    return [...this.#sessions.values()].filter((session) => session.link !== undefined).length
  }

  /** Cuts every connection without a word; sessions can be resumed. The client sees 1006. */
  drop(): void {
    for (const link of this.#links) link.socket.terminate()
  }

  /** Present connections stay open and say nothing more: a half-open connection. New ones work. */
  freeze(): void {
    for (const link of this.#links) link.frozen = true
  }

  /** Present connections get events but no heartbeat acknowledgements. New ones work. */
  withholdAcks(): void {
    for (const link of this.#links) link.acks = false
  }

  /** Op 7: asks clients to reconnect and resume. */
  reconnect(): void {
    for (const link of this.#links) this.#send(link, { op: GatewayOpcodes.Reconnect, d: null })
  }

  /** Op 9: the session is not valid; resumable or not. */
  invalidate(resumable: boolean): void {
    for (const link of [...this.#links]) {
      // the connection stays, for a RESUME or an IDENTIFY on it
      if (resumable && link.session) link.session.link = undefined
      else if (link.session) this.#sessions.delete(link.session.id)
      delete link.session
      this.#send(link, { op: GatewayOpcodes.InvalidSession, d: resumable })
    }
  }

  /** Closes every connection with a code; with 4007 and 4009 the sessions are gone too. */
  close(code: number): void {
    for (const link of [...this.#links]) {
      if (code === GatewayCloseCodes.InvalidSeq || code === GatewayCloseCodes.SessionTimedOut) {
        if (link.session) this.#sessions.delete(link.session.id)
        delete link.session
      }
      link.closedHere = true
      link.socket.close(code)
    }
  }

  /** Forgets every session, connected or not: resuming is answered op 9 false. */
  forgetSessions(): void {
    for (const session of this.#sessions.values()) session.link = undefined
    this.#sessions.clear()
  }

  /** Any frame at all, for the odd ones: text as it is, everything else as JSON. */
  frame(content: unknown): void {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    for (const link of this.#links) if (!link.frozen) link.socket.send(text)
  }

  end(): void {
    this.drop()
    this.#server.close()
  }

  #open(socket: WebSocket): void {
    const link: Link = { socket, frozen: false, acks: true, closedHere: false, frames: [] }
    this.#links.add(link)
    this.#note({ what: 'connect' })
    socket.on('message', (data) => this.#receive(link, data))
    socket.on('error', () => socket.terminate())
    socket.on('close', (code) => {
      this.#links.delete(link)
      this.#note({ what: 'closed', code })
      const { session } = link
      if (session?.link !== link) return
      session.link = undefined
      // a client that says goodbye ends its session; with any other code it may resume
      if (!link.closedHere && (code === 1000 || code === 1001)) this.#sessions.delete(session.id)
    })
    this.#send(link, {
      op: GatewayOpcodes.Hello,
      d: { heartbeat_interval: this.#options.heartbeatMs, _trace: [] },
    })
  }

  #receive(link: Link, data: RawData): void {
    if (link.frozen) return
    const code = this.#answer(link, data.toString())
    if (code !== undefined) link.socket.close(code)
  }

  /** Does what a frame asks for; the code to close with when it may not be. */
  #answer(link: Link, text: string): number | undefined {
    if (Buffer.byteLength(text) > LARGEST_FRAME) return GatewayCloseCodes.DecodeError
    if (this.#tooMany(link)) return GatewayCloseCodes.RateLimited
    const frame = parseFrame(text)
    if (frame === undefined) return GatewayCloseCodes.DecodeError
    switch (frame.op) {
      case GatewayOpcodes.Heartbeat:
        this.#note({ what: 'heartbeat' })
        if (link.acks) this.#send(link, { op: GatewayOpcodes.HeartbeatAck, d: null })
        return undefined
      case GatewayOpcodes.Identify:
        return this.#identify(link, frame.d)
      case GatewayOpcodes.Resume:
        return this.#resume(link, frame.d)
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
        return link.session ? undefined : GatewayCloseCodes.NotAuthenticated
      default:
        return GatewayCloseCodes.UnknownOpcode
    }
  }

  #identify(link: Link, wanted: Record<string, unknown>): number | undefined {
    const intents = Number(wanted.intents)
    this.#note({ what: 'identify', intents })
    if (link.session) return GatewayCloseCodes.AlreadyAuthenticated
    if (this.refuseWith !== undefined) return this.refuseWith
    if (wanted.token !== this.token) return GatewayCloseCodes.AuthenticationFailed
    if (!Number.isInteger(intents) || (intents & ~EVERY_INTENT) !== 0) return GatewayCloseCodes.InvalidIntents
    if ((intents & PRIVILEGED & ~this.#options.privileged) !== 0) return GatewayCloseCodes.DisallowedIntents
    const spent = this.budget.spend()
    if (spent === 'day') return this.#resetToken()
    if (spent === 'burst' && this.#options.strict) return this.#refuseSession(link)

    const session = new Session(this.#options.chanceOfName(), intents, link, this.#options.replay)
    this.#sessions.set(session.id, session)
    link.session = session
    const { ready, after } = this.#options.ready()
    const whole = {
      ...ready,
      session_id: session.id,
      resume_gateway_url: this.#options.socketUrl(),
      ...(wanted.shard === undefined ? {} : { shard: wanted.shard }),
    }
    session.send('READY', JSON.stringify(whole))
    for (const event of after) if (isFor(event, intents)) session.send(event.t, JSON.stringify(event.d))
    return undefined
  }

  #resume(link: Link, wanted: Record<string, unknown>): number | undefined {
    this.#note({ what: 'resume' })
    if (link.session) return GatewayCloseCodes.AlreadyAuthenticated
    if (this.refuseWith !== undefined) return this.refuseWith
    if (wanted.token !== this.token) return GatewayCloseCodes.AuthenticationFailed
    const session = this.#sessions.get(String(wanted.session_id))
    const from = Number(wanted.seq)
    if (session !== undefined && (!Number.isInteger(from) || from > session.seq)) {
      this.#sessions.delete(session.id)
      return GatewayCloseCodes.InvalidSeq
    }
    const missed = session?.since(from)
    if (session === undefined || missed === undefined) return this.#refuseSession(link)
    const before = session.link
    session.link = link
    link.session = session
    before?.socket.terminate()
    for (const frame of missed) if (!link.frozen) link.socket.send(frame)
    session.send('RESUMED', '{"_trace":[]}')
    this.#note({ what: 'resumed' })
    return undefined
  }

  /** A thousand sessions in a day, and Discord ends them all and takes the token back. */
  #resetToken(): number {
    this.token = `${this.token}.taken-back`
    this.close(GatewayCloseCodes.AuthenticationFailed)
    this.forgetSessions()
    return GatewayCloseCodes.AuthenticationFailed
  }

  #refuseSession(link: Link): undefined {
    this.#send(link, { op: GatewayOpcodes.InvalidSession, d: false })
  }

  #send(link: Link, frame: object): void {
    if (!link.frozen) link.socket.send(JSON.stringify({ t: null, s: null, ...frame }))
  }

  /** More than 120 frames in a minute. */
  #tooMany(link: Link): boolean {
    if (!this.#options.strict) return false
    const now = this.#options.time.now()
    link.frames = link.frames.filter((at) => at > now - 60_000)
    link.frames.push(now)
    return link.frames.length > FRAMES_PER_MINUTE
  }

  #note(entry: Omit<GatewayEntry, 'at'>): void {
    this.log.push({ at: this.#options.time.now(), ...entry })
    if (this.log.length > KEPT_ENTRIES * 2) this.log.splice(0, KEPT_ENTRIES)
  }
}

/** Bytes of one frame sent to the gateway (discord.com/developers/docs/events/gateway#sending-events). */
const LARGEST_FRAME = 4_096
/** Frames per connection and minute (same page, rate limiting). */
const FRAMES_PER_MINUTE = 120
const KEPT_ENTRIES = 10_000

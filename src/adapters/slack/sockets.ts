/**
 * Socket Mode, kept alive: two connections, so that one is there while the other is renewed, each opened anew after a wait that grows
 * from one second to thirty and differs by chance, for as long as it takes.
 */
import type { Logger } from '@slack/bolt'
import type { Clock } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { Metrics } from '../../base/metrics.ts'
import { clientOptions } from './clients.ts'
import { type Envelope, GuardedSocket } from './guarded-socket.ts'
import { AUTH_ERRORS, failedOutcome } from './outcome.ts'

export interface Sockets {
  /** Resolves with the first connection; with the code of Slack's refusal where the app token is good for nothing. */
  open(): Promise<{ refused: string } | null>
  /** Connections that carry something now. */
  live(): number
  close(): Promise<void>
}

export interface SocketsOptions {
  appToken: string
  apiUrl?: string
  logger: Logger
  log: Log
  metrics: Metrics
  clock: Clock
  chance: () => number
  take(envelope: Envelope): void
  /** Told when Slack refuses the app token, and when it takes it again. */
  refused(error: string | null): void
  connections?: number
  /** Milliseconds until a connection that says nothing is taken for dead; another half as much passes until it is noticed. */
  silence?: number
}

type Ended = 'closed' | 'refresh' | 'too-many' | 'disabled'

export function createSockets(options: SocketsOptions): Sockets {
  const { appToken, apiUrl, logger, log, metrics, clock, chance, take, refused } = options
  const { connections = CONNECTIONS, silence = SILENCE } = options
  const sockets = new Set<GuardedSocket>()
  const pauses = new Map<NodeJS.Timeout, () => void>()
  let closing = false

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      if (closing) return resolve()
      const timer = setTimeout(() => {
        pauses.delete(timer)
        resolve()
      }, ms)
      pauses.set(timer, resolve)
    })

  /** Connected within `CONNECTING`, or the reason why not. */
  async function connect(): Promise<{ socket: GuardedSocket; ended: Promise<Ended> } | { error: string }> {
    let finish: (how: Ended) => void = () => {}
    const ended = new Promise<Ended>((resolve) => {
      finish = resolve
    })
    const socket = new GuardedSocket(
      {
        appToken,
        logger,
        clientPingTimeout: silence,
        clientOptions: clientOptions(apiUrl === undefined ? {} : { apiUrl }, logger),
      },
      { log, metrics, take, dismissed: (reason) => finish(endOf(reason)) },
    )
    socket.on('disconnected', () => finish('closed'))
    try {
      await within(socket.start(), CONNECTING)
    } catch (error) {
      void drop(socket)
      const outcome = failedOutcome(error)
      return { error: outcome.outcome === 'refused' ? outcome.error : outcome.reason }
    }
    if (closing) {
      void drop(socket)
      return { error: 'closing' }
    }
    sockets.add(socket)
    metrics.set('slack_connections', sockets.size)
    return { socket, ended }
  }

  async function keep(first: (error: string | null) => void): Promise<void> {
    let failures = 0
    let old: GuardedSocket | null = null
    while (!closing) {
      const since = clock()
      const opened = await connect()
      if (closing) break
      if ('error' in opened) {
        failures++
        const fatal = AUTH_ERRORS.has(opened.error)
        first(opened.error)
        if (fatal) refused(opened.error)
        else if (failures === 1)
          log.warn({ error: opened.error }, 'no connection to Slack; it is tried again')
        metrics.count('slack_connect_failures_total', { error: opened.error })
        await pause(fatal ? REFUSED : backOff(failures, chance))
        continue
      }
      refused(null)
      first(null)
      if (old !== null) retire(old)
      old = null
      const how = await opened.ended
      if (closing) break
      metrics.count('slack_reconnects_total', { why: how })
      failures = clock() - since < STEADY ? failures + 1 : 0
      if (how === 'refresh') {
        // the old one goes on until the new one is there
        old = opened.socket
        if (failures > 0) await pause(backOff(failures, chance))
        continue
      }
      void forget(opened.socket)
      if (how === 'disabled')
        log.error({}, 'Socket Mode is switched off for this app: switch it on under Settings')
      else log.warn({ why: how }, 'a connection to Slack has ended; a new one is made')
      await pause(how === 'closed' ? backOff(failures + 1, chance) : LONGEST_WAIT)
    }
    if (old !== null) void forget(old)
  }

  /** What is still to be acknowledged over it has three seconds. */
  function retire(socket: GuardedSocket): void {
    void pause(LAST_ACKS).then(() => forget(socket))
  }

  function forget(socket: GuardedSocket): Promise<void> {
    sockets.delete(socket)
    metrics.set('slack_connections', sockets.size)
    return drop(socket)
  }

  return {
    async open() {
      const firsts = Array.from(
        { length: connections },
        () => new Promise<string | null>((resolve) => void keep(resolve)),
      )
      const connected = firsts.map(async (first) => {
        if ((await first) !== null) throw new Error('not connected')
        return null
      })
      return Promise.any(connected).catch(async () => {
        const error = (await firsts[0]) ?? ''
        return AUTH_ERRORS.has(error) ? { refused: error } : null
      })
    },
    live: () => [...sockets].filter((socket) => socket.live).length,
    async close() {
      closing = true
      for (const [timer, wake] of pauses) {
        clearTimeout(timer)
        wake()
      }
      await Promise.all([...sockets].map(forget))
    },
  }
}

/** Says goodbye; who does not answer is cut off. The library itself would wait half a minute. */
async function drop(socket: GuardedSocket): Promise<void> {
  const gone = socket.disconnect().catch(() => {})
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, GOODBYE)
  })
  await Promise.race([gone, late])
  clearTimeout(timer)
  // a second time means: without waiting for an answer
  socket.websocket?.disconnect()
  socket.removeAllListeners()
}

/** Half of it is certain, half by chance: many bots that lost one server shall not come back in the same moment. */
export const backOff = (failures: number, chance: () => number): number =>
  Math.min(SHORTEST_WAIT * 2 ** Math.min(failures - 1, 10), LONGEST_WAIT) * (0.5 + chance() / 2)

function endOf(reason: string): Ended {
  if (reason === 'link_disabled') return 'disabled'
  return reason === 'too_many_websockets' ? 'too-many' : 'refresh'
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no hello')), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    work.catch(() => {})
  }
}

const CONNECTIONS = 2
const SILENCE = 6_000
const CONNECTING = 12_000
const SHORTEST_WAIT = 1_000
const LONGEST_WAIT = 30_000
/** A connection that lived as long has shown that connecting works. */
const STEADY = 10_000
/** A wrong token is not tried in a storm, but somebody may mend it. */
const REFUSED = 300_000
const LAST_ACKS = 3_000
const GOODBYE = 1_000

/** The HTTP server both stand-ins run on: 127.0.0.1 only, a free port, answers spoilt by the fault script. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Fault } from './faults.ts'
import type { Time } from './time.ts'

export interface Answer {
  status: number
  headers?: Record<string, string>
  /** An object goes out as JSON. */
  body?: string | Uint8Array | object
}

export interface LoopbackServer {
  /** 'http://127.0.0.1:port', without a slash at the end; the same after `down` and `up`. */
  readonly url: string
  /** 'ws://127.0.0.1:port'. */
  readonly socketUrl: string
  /** Refuses connections and cuts those there are, as a platform that is not reachable. */
  down(): Promise<void>
  up(): Promise<void>
  /** `down` for good. */
  close(): Promise<void>
}

export interface LoopbackHandlers {
  request(request: IncomingMessage, response: ServerResponse): Promise<void>
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** A handler that throws is a mistake in the stand-in; it is kept and must fail the test. */
  failed(error: unknown): void
}

export async function startLoopbackServer(handlers: LoopbackHandlers, port = 0): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    handlers.request(request, response).catch((error: unknown) => {
      handlers.failed(error)
      response.destroy()
    })
  })
  if (handlers.upgrade) server.on('upgrade', handlers.upgrade)
  // upgraded sockets leave the server's own list
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  const listen = (at: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(at, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })
  const down = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of open) socket.destroy()
    })

  await listen(port)
  const taken = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${taken}`,
    socketUrl: `ws://127.0.0.1:${taken}`,
    down,
    up: () => listen(taken),
    close: down,
  }
}

/** The whole body; undefined when it is larger than `limit` bytes. */
export async function bodyOf(request: IncomingMessage, limit = 16_000_000): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

export interface Exchange {
  response: ServerResponse
  time: Time
  fault: Fault | undefined
  /** Does what was asked for and says so. Called at most once, and only where the fault lets the effect happen. */
  effect: () => Answer | Promise<Answer>
  /** The platform's own form of a 429. */
  limited: (fault: Fault) => Answer
  /** The platform's own form of a refusal with this code. */
  refused: (code: string | number) => Answer
}

/** Answers one request, or fails to, as the fault says. The status that went out; 0 where the connection was closed without one. */
export async function answerUnderFault(exchange: Exchange): Promise<number> {
  const { response, time, fault, effect } = exchange
  switch (fault?.action) {
    case undefined:
      return send(response, await effect())
    case 'refuse':
    case 'resetBefore':
      return reset(response)
    case 'resetAfter':
      await effect()
      return reset(response)
    case '500After':
      await effect()
      return send(response, { status: 500, body: 'Internal Server Error' })
    case 'hang':
      if (fault.accepted !== false) await effect()
      await new Promise<void>((resolve) => response.once('close', resolve))
      return 0
    case 'slow': {
      const answer = await effect()
      await new Promise<void>((resolve) => time.after(fault.ms ?? 1_000, resolve))
      return send(response, answer)
    }
    case 'garbage': {
      const answer: Answer = fault.accepted === false ? { status: 200, body: { ok: true } } : await effect()
      const whole = textOf(answer.body)
      return send(
        response,
        fault.garbage === 'cut'
          ? {
              status: 200,
              headers: { 'content-type': 'application/json' },
              body: whole.slice(0, Math.max(1, whole.length >> 1)),
            }
          : {
              status: 200,
              headers: { 'content-type': 'text/html' },
              body: '<!doctype html><title>Try again</title>',
            },
      )
    }
    case '429':
      return send(response, exchange.limited(fault))
    case 'error':
      return send(response, exchange.refused(fault.error ?? 'internal_error'))
    case 'status':
      return send(response, { status: fault.status ?? 503, body: 'Service Unavailable' })
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): number {
  if (response.destroyed) return 0
  const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array)
  response.writeHead(status, {
    ...(isJson ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    ...headers,
  })
  response.end(isJson ? JSON.stringify(body) : body)
  return status
}

function reset(response: ServerResponse): number {
  const socket = response.socket
  if (socket && !socket.destroyed) socket.resetAndDestroy()
  return 0
}

const textOf = (body: Answer['body']): string =>
  typeof body === 'string'
    ? body
    : body instanceof Uint8Array
      ? Buffer.from(body).toString()
      : JSON.stringify(body ?? '')

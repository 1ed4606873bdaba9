/**
 * Signed HTTP: a server of our own before Bolt. Bolt's receiver checks a signature only against being too old, and dies on a signed
 * 'null'. Here a request is looked at from the outside in: path, size, headers, window, signature, form; only a whole object goes on.
 */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'node:querystring'
import { verifySlackRequest } from '@slack/bolt'
import type { Clock } from '../../base/clock.ts'
import { SetupError } from '../../base/errors.ts'
import { failure, type Log } from '../../base/log.ts'
import type { Metrics } from '../../base/metrics.ts'

export interface HttpOptions {
  signingSecret: string
  host: string
  /** 0: any that is free. */
  port: number
  clock: Clock
  log: Log
  metrics: Metrics
  /** false: not taken now; Slack shall deliver it again. */
  take(body: Record<string, unknown>, ack: (payload?: unknown) => Promise<void>): boolean
}

export interface HttpServer {
  /** Rejects with a SetupError where the address cannot be had. The port that was taken. */
  listen(): Promise<number>
  listening(): boolean
  close(): Promise<void>
}

export function createHttpServer(options: HttpOptions): HttpServer {
  const { host, port, log, metrics } = options
  const server = createServer({ requestTimeout: SLOWEST, headersTimeout: SLOWEST }, (request, response) => {
    void receive(request, response, options).catch((error) => {
      log.error(failure(error), 'a request from Slack could not be worked on')
      refuse(response, 500)
    })
  })
  server.on('clientError', (_error, socket) => {
    metrics.count('slack_http_refused_total', { status: '400' })
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    else socket.destroy()
  })
  return {
    listen: () => listening(server, host, port),
    listening: () => server.listening,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        const timer = setTimeout(() => server.closeAllConnections(), GOODBYE)
        timer.unref()
      }),
  }
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpOptions,
): Promise<void> {
  const { metrics, take } = options
  const read = await requestOf(request, options)
  if (typeof read === 'number') {
    metrics.count('slack_http_refused_total', { status: String(read) })
    return refuse(response, read)
  }
  if ('challenge' in read) return answer(response, read.challenge)
  const ack = async (payload?: unknown): Promise<void> => answer(response, payload)
  // Slack hangs up at three seconds; until then the answer may still come
  const timer = setTimeout(() => refuse(response, 503), LATEST)
  response.once('close', () => clearTimeout(timer))
  if (!take(read.body, ack)) refuse(response, 503)
}

type Read = number | { challenge: unknown } | { body: Record<string, unknown> }

/** The status to refuse it with, or what it holds. */
async function requestOf(request: IncomingMessage, { signingSecret, clock }: HttpOptions): Promise<Read> {
  // compared as it stands: what is no path need not be read as one
  if (request.url?.split('?', 1)[0] !== PATH) return 404
  if (request.method !== 'POST') return 405
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== JSON_TYPE && type !== FORM_TYPE) return 415
  if (Number(request.headers['content-length'] ?? 0) > LARGEST) return 413
  const raw = await bodyOf(request)
  if (raw === null) return 413
  // the check of the certificate is not signed; whatever else it carries is not looked at
  if (type === FORM_TYPE && parse(raw).ssl_check === '1') return 200
  if (!isSigned(request, raw, signingSecret, clock())) return 401
  const body = objectOf(type === FORM_TYPE ? formOf(raw) : parsed(raw))
  if (body === null) return 400
  if (body.type === 'url_verification') return { challenge: { challenge: body.challenge } }
  if (body.type === 'event_callback' && objectOf(body.event) === null) return 400
  return { body }
}

/** Version 0, at most five minutes from now in either direction. A header given twice arrives joined and fits no pattern. */
function isSigned(request: IncomingMessage, body: string, signingSecret: string, now: number): boolean {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': stamp } = request.headers
  if (typeof signature !== 'string' || !/^v0=[0-9a-f]{64}$/.test(signature)) return false
  if (typeof stamp !== 'string' || !/^\d{1,12}$/.test(stamp)) return false
  if (Math.abs(now / 1_000 - Number(stamp)) > WINDOW) return false
  const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(stamp) }
  try {
    verifySlackRequest({ signingSecret, body, headers, nowMilliseconds: now })
    return true
  } catch {
    return false
  }
}

/** null: larger than a request of Slack ever is. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > LARGEST) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function formOf(raw: string): unknown {
  const form = parse(raw)
  return typeof form.payload === 'string' ? parsed(form.payload) : { ...form }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const objectOf = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null

function answer(response: ServerResponse, payload: unknown): void {
  if (response.headersSent || response.destroyed) return
  if (payload === undefined) response.writeHead(200).end()
  else
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(payload))
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent || response.destroyed) return
  // the rest of a body that is too large is not read
  response.writeHead(status, status === 413 ? { connection: 'close' } : {}).end()
}

function listening(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = ({ code = '' }: NodeJS.ErrnoException) => {
      const taken = code === 'EADDRINUSE'
      const where = taken || code === 'EACCES' ? 'PORT' : 'HOST'
      const what = taken
        ? `${host}:${port} is taken by another program`
        : `${host}:${port} cannot be listened on (${code})`
      reject(new SetupError([{ where, what, wayOut: 'Name another one, or stop the other program.' }]))
    }
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      server.on('error', () => {})
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** The path Bolt listens on by default; it stands in the manifest. */
const PATH = '/slack/events'
const JSON_TYPE = 'application/json'
const FORM_TYPE = 'application/x-www-form-urlencoded'
/** Bytes of a body. */
const LARGEST = 1_000_000
/** Seconds: docs.slack.dev/authentication/verifying-requests-from-slack. */
const WINDOW = 300
const SLOWEST = 10_000
const LATEST = 2_900
const GOODBYE = 500

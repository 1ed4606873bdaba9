/**
 * /healthz and /metrics on 127.0.0.1. A server of its own, because a frame or a path that kills a platform's
 * library must not take this with it, and the other way round.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SetupError } from '../base/errors.ts'
import { failure, type Log } from '../base/log.ts'

export interface HealthOptions {
  port: number
  /** What /healthz tells: each part by name. */
  checks: () => Promise<Readonly<Record<string, { ok: boolean; says: string }>>>
  metrics: { text(): Promise<string>; contentType: string }
  log: Log
}

export interface HealthServer {
  port: number
  stop(): Promise<void>
}

export async function startHealthServer({
  port,
  checks,
  metrics,
  log,
}: HealthOptions): Promise<HealthServer> {
  const server = createServer({ maxHeaderSize: 8_192, requestTimeout: 5_000, headersTimeout: 5_000 })
  server.maxConnections = CONNECTIONS
  server.keepAliveTimeout = 1_000

  server.on('request', (request, response) => {
    respond(request, response).catch((error) => {
      log.error(failure(error), 'a health request failed')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.on('clientError', (_error, socket) => socket.destroy())

  async function respond({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
    // compared as text: `new URL` throws at paths like '//'
    const path = (url ?? '').split('?', 1)[0]
    if (method !== 'GET' && method !== 'HEAD') return say(response, 405, 'only GET\n')
    if (path === '/metrics') return say(response, 200, await metrics.text(), metrics.contentType)
    if (path !== '/healthz') return say(response, 404, 'there are /healthz and /metrics\n')
    const parts = await checks()
    const ok = Object.values(parts).every((part) => part.ok)
    say(response, ok ? 200 : 503, `${JSON.stringify({ ok, parts })}\n`, 'application/json')
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const what = `port ${port} cannot be opened (${(error as NodeJS.ErrnoException).code})`
      const wayOut = 'Choose another port, or leave it out.'
      reject(new SetupError([{ where: 'GAZETTEER_HEALTH_PORT', what, wayOut }]))
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  server.on('error', (error) => log.error(failure(error), 'the health server failed'))

  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function say(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(text)
}

/** A person, a supervisor and a scraper need a few; the rest is somebody holding connections open. */
const CONNECTIONS = 50

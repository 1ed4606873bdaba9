/** The way events come: over sockets that we open, or by requests that Slack sends. */
import type { Logger } from '@slack/bolt'
import { SetupError } from '../../base/errors.ts'
import type { Desk } from '../../chat/desk.ts'
import type { Health } from '../../chat/platform.ts'
import { createHttpServer } from './http-server.ts'
import { createSockets } from './sockets.ts'
import { mistakeOf } from './standing.ts'

export type TransportSettings =
  | { kind: 'socket'; appToken: string }
  | { kind: 'http'; signingSecret: string; host: string; port: number }

export interface Transport {
  open(): Promise<void>
  health(): Health
  close(): Promise<void>
}

export interface TransportHooks {
  logger: Logger
  refused(error: string | null): void
  /** false: not now. */
  take(body: Record<string, unknown>, ack: (payload?: unknown) => Promise<void>): boolean
}

export function createTransport(
  { transport, apiUrl }: { transport: TransportSettings; apiUrl?: string },
  { log, metrics, clock, chance }: Desk,
  { logger, refused, take }: TransportHooks,
): Transport {
  if (transport.kind === 'http') {
    const server = createHttpServer({ ...transport, clock, log, metrics, take })
    return {
      async open() {
        const port = await server.listen()
        log.info({ host: transport.host, port }, 'listening for Slack')
      },
      health: () =>
        server.listening() ? { ok: true, says: 'listening' } : { ok: false, says: 'not listening' },
      close: () => server.close(),
    }
  }
  const sockets = createSockets({
    appToken: transport.appToken,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...{ logger, log, metrics, clock, chance, refused },
    // what is not taken is not acknowledged, and comes again
    take: ({ body, ack }) => void take(body, ack),
  })
  return {
    async open() {
      const outcome = await sockets.open()
      if (outcome === null) return
      await sockets.close()
      throw new SetupError([mistakeOf('SLACK_APP_TOKEN', outcome.refused)])
    },
    health: () =>
      sockets.live() > 0 ? { ok: true, says: 'connected' } : { ok: false, says: 'reconnecting' },
    close: () => sockets.close(),
  }
}

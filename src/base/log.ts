/**
 * The log, on standard error, because standard output belongs to the answers. What people wrote and what opens
 * doors is never logged: such fields are blanked even where a caller forgets.
 */
import { createRequire } from 'node:module'
import type { Logger } from 'pino'

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export type Fields = Readonly<Record<string, unknown>>
export type Log = Readonly<Record<Exclude<LogLevel, 'silent'>, (fields: Fields, message: string) => void>>

/** pino is loaded with the first line that is written: most runs write none, and start faster. */
export function createLog(level: LogLevel): Log {
  let logger: Logger | undefined
  const at = (line: Exclude<LogLevel, 'silent'>) => (fields: Fields, message: string) => {
    if (LOG_LEVELS.indexOf(line) < LOG_LEVELS.indexOf(level)) return
    logger ??= open(level)
    logger[line](fields, message)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** For tests and for places where nobody listens. */
export const silentLog: Log = createLog('silent')

/**
 * What may be said about a failure: its kind and where it happened. The message of an error often quotes what a
 * person typed, so it stays out.
 */
export function failure(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = (error as { code?: unknown }).code
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    frames: (error.stack ?? '').split('\n').flatMap((line) => (FRAME.test(line) ? [line.trim()] : [])),
  }
}

function open(level: LogLevel): Logger {
  const pino = createRequire(import.meta.url)('pino') as typeof import('pino').default
  return pino(
    {
      level,
      base: null,
      redact: { paths: REDACTED.flatMap((name) => [name, `*.${name}`]), censor: '[blanked]' },
    },
    pino.destination({ fd: 2, sync: true }),
  )
}

const FRAME = /^ {4}at /
const REDACTED = ['text', 'question', 'token', 'secret', 'password', 'authorization', 'url']

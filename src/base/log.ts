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

/**
 * pino is loaded with the first line that is written: most runs write none, and start faster. `secrets`: what may
 * stand in no line, whatever puts it there.
 */
export function createLog(level: LogLevel, secrets: readonly string[] = []): Log {
  let logger: Logger | undefined
  const at = (line: Exclude<LogLevel, 'silent'>) => (fields: Fields, message: string) => {
    if (LOG_LEVELS.indexOf(line) < LOG_LEVELS.indexOf(level)) return
    logger ??= open(level, secrets)
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

function open(level: LogLevel, secrets: readonly string[]): Logger {
  const scrub = scrubber(secrets)
  const pino = createRequire(import.meta.url)('pino') as typeof import('pino').default
  return pino(
    {
      level,
      base: null,
      redact: { paths: REDACTED.flatMap((name) => [name, `*.${name}`]), censor: BLANKED },
      hooks: { streamWrite: scrub },
    },
    pino.destination({ fd: 2, sync: true }),
  )
}

/** Takes secrets out of a line: the very strings, as they are and as they stand in JSON and addresses; and what looks like one. */
export function scrubber(secrets: readonly string[]): (line: string) => string {
  const written = secrets
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
  // a secret that begins with another one is taken out whole
  const ordered = [...new Set(written)].sort((a, b) => b.length - a.length)
  return (line) => {
    const known = ordered.reduce((text, secret) => text.replaceAll(secret, BLANKED), line)
    return SHAPES.reduce((text, shape) => text.replace(shape, BLANKED), known)
  }
}

const FRAME = /^ {4}at /
const BLANKED = '[blanked]'
const REDACTED = ['text', 'question', 'token', 'secret', 'password', 'authorization', 'url']
/** A shorter one would take words out of the line that open nothing. */
const SHORTEST = 6
/**
 * Tokens of Slack (docs.slack.dev/authentication/tokens) and Discord (three parts, the first the id in base 64), the
 * addresses both let people write to without a token, and the user and password of an address.
 */
const SHAPES = [
  /\bx(?:ox[a-z]|app)(?:\.xox[a-z])?-[\w-]{6,}/g,
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g,
  /\bhooks\.slack\.com\/[\w/-]{8,}/g,
  /\/(?:webhooks|interactions)\/\d{5,25}\/[\w-]{20,}/g,
  /(?<=:\/\/)[^\s/@"]{1,300}@/g,
]

/** What the libraries of Slack say goes to our log: warnings and errors only, without tokens, and nothing they would quote of a message. */
import { type Logger, LogLevel } from '@slack/bolt'
import { failure, type Log } from '../../base/log.ts'

/**
 * Their debug lines hold whole frames and bodies; they are dropped here, whatever the level of our own log. `level`: what their warnings
 * and errors are to us, who see the same failures ourselves and say them once.
 */
export function sdkLog(log: Log, level: 'warn' | 'debug'): Logger {
  const line =
    (theirs: 'warn' | 'error') =>
    (...said: unknown[]): void => {
      const error = said.find((each) => each instanceof Error)
      const words = said.find((each) => typeof each === 'string')
      log[level](
        {
          theirs,
          ...(error === undefined ? {} : failure(error)),
          sdk: typeof words === 'string' ? harmless(words) : '',
        },
        'from the Slack library',
      )
    }
  return {
    debug() {},
    info() {},
    warn: line('warn'),
    error: line('error'),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  }
}

/** Words of the library up to where it begins to quote something. */
function harmless(words: string): string {
  return words
    .split(/[{["'`<]|https?:|wss?:|: /, 1)[0]!
    .replace(/x(?:ox[a-z]|app)-[\w-]+/g, '')
    .slice(0, MOST)
    .trim()
}

const MOST = 120

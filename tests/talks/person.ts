/** People who talk to the bot, and what they should hear: tests that read as conversations. */
import { expect } from 'vitest'
import { commands } from '../../commands/index.ts'
import { receive } from '../../src/adapters/console/receive.ts'
import { silentLog } from '../../src/base/log.ts'
import { createBot, type Outcome } from '../../src/bot/bot.ts'
import type { Engine } from '../../src/bot/engine.ts'
import type { BotCommand } from '../../src/bot/tools.ts'
import type { Incoming } from '../../src/chat/incoming.ts'

export interface Person {
  /** Types a line: a question, a number, a '/command'. */
  asks(line: string): Promise<void>
  /** Presses a button that carries this line. */
  presses(line: string): Promise<void>
}

export interface Room {
  person(name: string, where?: { conversation?: string; locale?: 'en' | 'zh' }): Person
  /** The last thing that was said, as plain text. */
  shouldSay(...words: (string | RegExp)[]): void
  shouldNotSay(...words: (string | RegExp)[]): void
  /** Lets time pass. */
  passes(milliseconds: number): void
  /** How the last answer came about. */
  readonly last: Outcome
}

export interface RoomOptions {
  now?: string
  commands?: readonly BotCommand[]
  log?: typeof silentLog
}

export function roomOf(
  engine: Engine,
  { now = '2026-11-22T12:00:00+08:00', ...more }: RoomOptions = {},
): Room {
  let at = Date.parse(now)
  const log = more.log ?? silentLog
  const known = more.commands ?? commands
  const bot = createBot(engine, { commands: known, log, reference: () => 'XYZ234', since: at })
  let asked = ''
  let last: Outcome | undefined
  const said = (): Outcome => last ?? expect.fail('nobody has said anything yet')
  const context = () => `"${asked}" was answered with:\n${said().reply.plain}\n`

  return {
    person(name, { conversation = 'general', locale } = {}) {
      const hear = async (line: string, what: Incoming['said']) => {
        asked = line
        const place = { platform: 'console', conversation, author: name, at } as const
        last = await bot.answerOf({ ...place, said: what, ...(locale === undefined ? {} : { locale }) })
      }
      return {
        asks: (line) => {
          const what = receive(line, known)
          return hear(
            line,
            what.kind === 'leave' || what.kind === 'nothing' ? { kind: 'text', text: line } : what,
          )
        },
        presses: (line) => hear(line, { kind: 'query', line }),
      }
    },
    shouldSay(...words) {
      for (const word of words) expect(said().reply.plain, context()).toMatch(word)
    },
    shouldNotSay(...words) {
      for (const word of words) expect(said().reply.plain, context()).not.toMatch(word)
    },
    passes(milliseconds) {
      at += milliseconds
    },
    get last() {
      return said()
    },
  }
}

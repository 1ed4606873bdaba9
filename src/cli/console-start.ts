/** The console as `npm start` opens it: what it greets with, what Tab offers, where it keeps what was typed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { commands } from '../../commands/index.ts'
import { type Console, createConsole } from '../adapters/console/index.ts'
import { systemClock } from '../base/clock.ts'
import { failure, type Log } from '../base/log.ts'
import type { Bot } from '../bot/bot.ts'
import { promptsOf } from '../bot/desk.ts'
import type { Engine } from '../bot/engine.ts'
import { WORDS } from '../bot/words.ts'
import type { Config } from '../config.ts'

export function consoleOf(engine: Engine, bot: Bot, { locale, colour, history }: Config, log: Log): Console {
  return createConsole({
    input: process.stdin,
    output: process.stdout,
    hear: bot.hear,
    commands,
    names: (beginning, limit) => namesOf(engine, beginning, limit),
    clock: systemClock,
    locale,
    colour,
    welcome: welcomeOf(engine, locale),
    ...(history === null ? {} : historyIn(history, log)),
  })
}

/** Names in the script that was typed. Those that merely hold what was typed are offered when none begins with it. */
function namesOf(engine: Engine, beginning: string, limit: number): string[] {
  const chinese = /\p{Script=Han}/u.test(beginning)
  const kinds = ['region', 'industry', 'indicator'] as const
  const names = kinds
    .flatMap((kind) => engine.complete(kind, beginning, limit))
    // a label is the English name, then the Chinese one
    .map(({ label, value }) => (chinese ? label.slice(value.length).trim() || value : value))
  const begun = names.filter((name) => name.toLowerCase().startsWith(beginning.toLowerCase()))
  return [...new Set(begun.length > 0 ? begun : names)].slice(0, limit)
}

function welcomeOf({ counts }: Engine, locale: 'en' | 'zh'): string[] {
  const { facts, sources, newest } = counts()
  const words = WORDS[locale]
  return [
    words.welcome(facts.toLocaleString('en-US'), sources.toLocaleString('en-US'), newest),
    words.tryThese(promptsOf(commands, locale)),
    words.wayAround,
  ]
}

/** The file holds the oldest line first, as shells do; readline wants the newest first. */
function historyIn(file: string, log: Log) {
  let unwritable = false
  const keep = (typed: readonly string[]): void => {
    try {
      if (!unwritable) writeFileSync(file, `${typed.toReversed().join('\n')}\n`, { mode: 0o600 })
    } catch (error) {
      unwritable = true
      log.warn(failure(error), 'the history is not kept')
    }
  }
  try {
    return { history: readFileSync(file, 'utf8').split('\n').filter(Boolean).reverse(), keep }
  } catch {
    // not there yet
    return { history: [], keep }
  }
}

/** What every adapter is handed, put together once for all of them. */
import type { Completion, Desk } from '../chat/desk.ts'
import type { Bot } from './bot.ts'
import { createComplete } from './complete.ts'
import type { Engine } from './engine.ts'
import type { BotCommand } from './tools.ts'
import { welcomeReply } from './welcome.ts'

export type DeskOptions = Omit<Desk, 'hear' | 'complete' | 'welcome' | 'prompts' | 'commands'> & {
  commands: readonly BotCommand[]
  /** Completes what is not a name of the facts: a time zone, a digest of this person. */
  completeOther?: (asked: Completion) => Promise<readonly { label: string; value: string }[]>
}

export function createDesk(engine: Engine, bot: Bot, { completeOther, ...options }: DeskOptions): Desk {
  const complete = createComplete(engine, options.commands)
  const prompts = (locale: 'en' | 'zh'): string[] => promptsOf(options.commands, locale)
  return {
    ...options,
    hear: bot.hear,
    complete: async (asked) =>
      asked.kind === 'zone' || asked.kind === 'digest'
        ? ((await completeOther?.(asked)) ?? [])
        : complete(asked),
    welcome: (locale) => welcomeReply(engine, prompts(locale), locale),
    prompts,
  }
}

/** The examples of /ask, as questions. */
export const promptsOf = (commands: readonly BotCommand[], locale: 'en' | 'zh'): string[] =>
  (commands.find(({ name }) => name === 'ask')?.examples[locale] ?? []).map((line) =>
    line.replace(/^\/ask /, ''),
  )

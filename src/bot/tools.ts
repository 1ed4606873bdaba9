/** What commands are handed: everything they may do, bound to the turn they answer. */
import type { Command } from '../chat/command.ts'
import type { Reply } from '../chat/reply.ts'
import type { DigestVerb } from '../digest/asking.ts'
import type { Intent } from '../facts/query.ts'
import type { Locale } from '../understand/understanding.ts'

export type { DigestVerb } from '../digest/asking.ts'
export type BotCommand = Command<Tools>

export interface Tools {
  /** The language to answer in where the command's words do not tell. */
  locale: Locale
  /** All commands in the order /help shows them. */
  commands: readonly BotCommand[]
  /** Answers the text as if it had been asked; `intent` says what kind of question it is, whatever it looks like. */
  ask(text: string, intent?: Intent): Reply
  /** Answers the last question once more as another kind; null when nothing was asked before. */
  again(intent: Intent): Reply | null
  /** What '/digest' does; null where no digests are kept. */
  digest: ((does: DigestVerb, values: Readonly<Record<string, string>>) => Promise<Reply>) | null
  status(): Status
}

export interface Status {
  facts: number
  /** Places that have a fact. */
  regions: number
  sources: number
  /** ISO date of the newest source. */
  newest: string | null
  /** Facts that were left out because something is wrong with them. */
  problems: number
  /** When the bot started. */
  since: number
}

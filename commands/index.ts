/** The commands of the bot on every platform, in the order /help shows them. */
import type { BotCommand } from '../src/bot/tools.ts'
import { ask } from './ask.ts'
import { compare } from './compare.ts'
import { define } from './define.ts'
import { digest } from './digest.ts'
import { find } from './find.ts'
import { help } from './help.ts'
import { list } from './list.ts'
import { rank } from './rank.ts'
import { sources } from './sources.ts'
import { status } from './status.ts'
import { summary } from './summary.ts'
import { trend } from './trend.ts'

export const commands: readonly BotCommand[] = [
  ask,
  find,
  summary,
  compare,
  rank,
  trend,
  list,
  define,
  sources,
  digest,
  help,
  status,
]

/** What the bot says about itself, in the parts every platform can show. */
import type { Part, Reply } from '../chat/reply.ts'
import type { Locale } from '../understand/understanding.ts'
import { plainText } from '../wording/plain.ts'

export function replyOf(parts: readonly Part[], locale: Locale, seenBy: Reply['seenBy'] = 'everyone'): Reply {
  return { parts, plain: plainText(parts, locale), locale, seenBy }
}

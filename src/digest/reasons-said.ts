/** Reasons as people read them: what a platform's code means, with the code behind it for whoever runs the bot. */
import { wasMayNot } from './reasons.ts'
import { WORDS } from './words.ts'

export function reasonInWords(reason: string, locale: 'en' | 'zh'): string {
  const { reasons, meanings, withCode } = WORDS[locale]
  if (reasons[reason] !== undefined) return reasons[reason]
  if (wasMayNot(reason)) return meanings.mayNot
  const code = reason.replace(/^(?:refused|not sent \(attempt \d+\)): /, '')
  const known = CODES.find(({ pattern }) => pattern.test(code))
  return known === undefined ? code : withCode(meanings[known.means], code)
}

/**
 * Slack's errors (docs.slack.dev/reference/methods/chat.postMessage), Discord's codes
 * (discord.com/developers/docs/topics/opcodes-and-status-codes), and how connections end.
 */
const CODES = [
  { pattern: /^channel_not_found$|code 10003$/, means: 'gone' },
  { pattern: /^not_in_channel$|code 50001$/, means: 'notIn' },
  { pattern: /^is_archived$|code 50083$/, means: 'archived' },
  { pattern: /^restricted_action|code 50013$/, means: 'mayNotWrite' },
  { pattern: /^missing_scope$|may the bot read its history/, means: 'mayNotLook' },
  {
    pattern:
      /^(?:no answer|other side closed|aborted|no_answer|status 5\d\d|http_5\d\d|E[A-Z]{3,}|UND_ERR_\w+)$/,
    means: 'noAnswer',
  },
] as const

/** Text as Slack writes it -> text as a person typed it (docs.slack.dev/messaging/formatting-message-text, retrieving messages). */

/** `keepChannels`: '<#C1|general>' stays, because a command needs the id; in a question it would be noise. */
export function typedText(text: string, bot: string, { keepChannels = false } = {}): string {
  return text
    .replace(CONTROL, (whole, kind: string, id: string, label: string | undefined) => {
      if (kind === '@') return id === bot ? ' ' : `@${label ?? id}`
      if (kind === '#') return keepChannels ? whole : `#${label ?? id}`
      if (kind === '!') return label === undefined ? ' ' : label
      return label ?? id.replace(/^mailto:/, '')
    })
    .replace(/&(amp|lt|gt);/g, (_, name: string) => ENTITIES[name]!)
    .replace(MARKS, '$1$2')
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim()
}

export const mentions = (text: string, bot: string): boolean =>
  text.includes(`<@${bot}>`) || text.includes(`<@${bot}|`)

/** It speaks to somebody else, or to everybody: no follow-up for the bot, unless it is named too. */
export function speaksToOthers(text: string, bot: string): boolean {
  for (const [, kind, id] of text.matchAll(CONTROL))
    if ((kind === '@' && id !== bot) || (kind === '!' && /^(?:channel|here|everyone|subteam)/.test(id!)))
      return true
  return false
}

const CONTROL = /<([@#!]?)([^<>|]{1,3000})(?:\|([^<>]{0,3000}))?>/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' }
/** *bold*, ~struck~ and `code` around whole words. */
const MARKS = /(^|[\s(（])[*~`]([^*~`\n]{1,300})[*~`](?=$|[\s)）,.?!，。？！])/g

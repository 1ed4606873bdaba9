/**
 * Reply -> a message of Discord. The answer stands in the message itself, so it is read where embeds are switched off and in
 * notifications; a card in the colour of the answer holds what is linked: its sources, and what found no room above.
 */
import type { APIEmbed, RESTPostAPIChannelMessageJSONBody } from 'discord.js'
import type { Citation, Part, Reply } from '../../chat/reply.ts'
import { bodyText } from './body-text.ts'
import { type Extra, rowsOf } from './components.ts'
import { cleanLine, cut, escaped, escapedLine, link } from './escape.ts'
import type { Kept } from './kept-lines.ts'
import { LIMITS } from './limits.ts'
import { WORDS } from './words.ts'

/** What every way to send a message takes: channel, response, follow-up, edit. */
export type Message = Pick<
  RESTPostAPIChannelMessageJSONBody,
  'content' | 'embeds' | 'components' | 'allowed_mentions'
>

export interface Rendered {
  message: Message
  /** The whole as plain text, for when Discord refuses the form: certainly taken. */
  plain: Message
  /** Lines of buttons to be kept before this is sent. */
  kept: Kept
}

export interface Dress {
  /** Buttons of the adapter itself, behind those of the reply. */
  extra?: readonly Extra[]
  /** Stands small below the card: the occurrence of a digest. */
  footer?: string
  /** The id of the person who shared it: named below the answer, and not called. */
  by?: string
}

export function render(reply: Reply, { extra = [], footer, by }: Dress = {}): Rendered {
  const kept: Kept = {}
  const components = rowsOf(reply, extra, kept)
  const { content, overflow } = spread(
    reply,
    by === undefined ? '' : `\n-# ${WORDS[reply.locale].sharedBy(`<@${by}>`)}`,
  )
  const citations = reply.parts.flatMap((part) => (part.kind === 'citations' ? part.items : []))
  const embeds: APIEmbed[] = []
  const footerText = footer === undefined ? '' : cut(cleanLine(footer), LIMITS.embedFooter)
  let room = LIMITS.embedsTogether - footerText.length
  const color = colourOf(reply)
  if (overflow.length > 0) {
    const description = bodyText(overflow, reply.locale, LIMITS.embedDescription - MARGIN)
    if (description !== '') embeds.push({ color, description })
    room -= description.length
  }
  const sources = sourcesText(citations, reply.locale, Math.min(room, LIMITS.embedDescription) - MARGIN)
  if (sources !== '') embeds.push({ color, description: sources })
  if (footerText !== '') {
    const last = embeds.at(-1)
    if (last === undefined) embeds.push({ color, footer: { text: footerText } })
    else last.footer = { text: footerText }
  }
  const text = content || (embeds.length === 0 ? plainOf(reply) : '')
  return {
    message: { content: text, embeds, components, allowed_mentions: NOBODY },
    plain: { content: plainOf(reply), embeds: [], components: [], allowed_mentions: NOBODY },
    kept,
  }
}

/** Nobody is called, whatever stands in the text. */
export const NOBODY: NonNullable<Message['allowed_mentions']> = { parse: [], replied_user: false }

/** All in the message where it fits; else the answer and every remark there, the long rest in the card. */
function spread({ parts, locale }: Reply, below: string): { content: string; overflow: Part[] } {
  const room = LIMITS.content - below.length
  const whole = bodyText(parts, locale, Number.POSITIVE_INFINITY)
  if (whole.length <= room) return { content: whole + below, overflow: [] }
  const first = parts.findIndex(({ kind }) => kind === 'list' || kind === 'table')
  const lead = parts.filter(({ kind }, at) => kind === 'note' || first < 0 || at < first)
  const overflow = parts.filter((part) => !lead.includes(part))
  return { content: bodyText(lead, locale, room) + below, overflow }
}

/** Every source a line with its mark; the link's words are the host it leads to. */
function sourcesText(citations: readonly Citation[], locale: Reply['locale'], room: number): string {
  if (citations.length === 0) return ''
  const words = WORDS[locale]
  const lines = citations.map((citation) => sourceLine(citation))
  let shown = lines.length
  const write = (): string =>
    [
      `**${words.sources}**`,
      ...lines.slice(0, shown),
      ...(shown < lines.length ? [words.more(lines.length - shown)] : []),
    ].join('\n')
  while (shown > 0 && write().length > room) shown--
  return write().length <= room ? write() : ''
}

function sourceLine({ mark, publisher, title, date, url, kind }: Citation): string {
  const about = [publisher, title, date ?? '']
    .map((text) => escapedLine(cut(text, LONGEST_TITLE)))
    .filter(Boolean)
  const sort = kind === '' ? '' : ` (${escapedLine(kind).replaceAll('-', ' ')})`
  const to = url === null ? null : link(url, LIMITS.url)
  return `[${mark}] ${about.join(', ')}${sort}${to === null ? '' : ` · ${to.markdown}`}`
}

/** Blue: an answer with its sources. Amber: a question back, or nothing found. Grey: about the bot itself. */
function colourOf({ parts }: Reply): number {
  if (parts.some(({ kind }) => kind === 'citations')) return COLOURS.answer
  return parts.some(({ kind }) => kind === 'buttons') ? COLOURS.askBack : COLOURS.about
}

const plainOf = ({ plain, locale }: Reply): string =>
  cut(escaped(plain).trim(), LIMITS.content) || WORDS[locale].failed

const COLOURS = { answer: 0x1f6feb, askBack: 0xd29922, about: 0x8b949e } as const
const LONGEST_TITLE = 300
/** Room for what is put around a text. */
const MARGIN = 16

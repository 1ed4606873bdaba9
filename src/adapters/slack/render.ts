/** Reply -> what Slack is sent: blocks within its limits, and beside them the whole as plain text. */
import type { ActionsBlock, Button as ButtonElement, KnownBlock } from '@slack/types'
import type { Button, Part, Reply } from '../../chat/reply.ts'
import { citationLine } from './citation.ts'
import { commandsAsTyped } from './command-lines.ts'
import { cut, escapeLine, escapeText, plainLine } from './escape.ts'
import { LIMITS } from './limits.ts'
import { shortened } from './shorten.ts'
import { tableBlock, tableText } from './table.ts'
import { WORDS } from './words.ts'

export interface Rendered {
  /** For notifications, screen readers, and where the blocks are refused. */
  text: string
  blocks: KnownBlock[]
}

export interface RenderOptions {
  /** Names of the commands there are: '/rank' is typed '/facts rank' here. */
  commands: readonly string[]
  surface?: 'message' | 'home'
  /** Buttons of the platform itself, below all others. */
  frame?: ActionsBlock['elements']
  /** A remark of the platform itself, above the answer. */
  head?: string
}

export function render(
  whole: Reply,
  { commands, surface = 'message', frame = [], head }: RenderOptions,
): Rendered {
  const spoken = commandsAsTyped(whole, commands)
  const layout = (reply: Reply): KnownBlock[] => [
    ...(head === undefined ? [] : [contextBlock([escapeLine(head)])]),
    ...blocksOf(reply, surface),
    ...(frame.length === 0 ? [] : [{ type: 'actions' as const, elements: [...frame] }]),
  ]
  return { text: plainText(spoken), blocks: shortened(spoken, layout) }
}

/** The whole in words, cut between lines. */
function plainText({ plain, locale }: Reply): string {
  const lines = escapeText(plain).trim().split('\n')
  const kept: string[] = []
  let length = 0
  for (const line of lines) {
    if (length + line.length + 1 > LIMITS.message.text - ROOM_FOR_MORE) break
    kept.push(line)
    length += line.length + 1
  }
  if (kept.length === lines.length) return kept.join('\n') || '–'
  // a single line that is too long still begins somewhere
  if (kept.length === 0) return cut(lines[0]!, LIMITS.message.text)
  return `${kept.join('\n')}\n… ${WORDS[locale].more(lines.length - kept.length)}`
}

function blocksOf({ parts, locale }: Reply, surface: 'message' | 'home'): KnownBlock[] {
  const blocks: KnownBlock[] = []
  const laterCitations: Extract<Part, { kind: 'citations' }>[] = []
  const laterButtons: Extract<Part, { kind: 'buttons' }>[] = []
  let tables = surface === 'message' ? LIMITS.message.tables : 0
  for (const part of parts) {
    switch (part.kind) {
      case 'heading':
        blocks.push(headingBlock(part.text))
        break
      case 'text':
        blocks.push(...pieces(escapeText(part.text)).map(section))
        break
      case 'note':
        blocks.push(...pieces(escapeText(part.text)).map((text) => contextBlock([text])))
        break
      case 'list':
        blocks.push(...pieces(part.items.map((item) => `• ${escapeLine(item)}`).join('\n')).map(section))
        break
      case 'table':
        if (part.columns.length === 0) break
        if (tables > 0) blocks.push(tableBlock(part))
        else blocks.push(...pieces(tableText(part), '```').map(section))
        tables--
        break
      case 'citations':
        laterCitations.push(part)
        break
      case 'buttons':
        laterButtons.push(part)
    }
  }
  // sources, then what can be pressed, stand below the answer wherever the reply has them
  const sources = laterCitations.flatMap(({ items }) => items.map((item) => citationLine(item, locale)))
  if (sources.length > 0)
    blocks.push(...pieces([WORDS[locale].sources, ...sources].join('\n')).map((text) => contextBlock([text])))
  let first = 0
  for (const { prompt, items } of laterButtons) {
    if (items.length === 0) continue
    if (prompt !== '') blocks.push(...pieces(escapeText(prompt)).map((text) => contextBlock([text])))
    // a label that a button would cut stands above in full, under the number that a person may also type
    const isCut = items.some(({ label }) => plainLine(label).length > LIMITS.button.text)
    const numberOf = (index: number): string => (isCut ? `${first + index + 1}. ` : '')
    if (isCut) {
      const lines = items.map(({ label }, index) => `${numberOf(index)}${escapeLine(label)}`)
      blocks.push(...pieces(lines.join('\n')).map(section))
    }
    const elements = items.flatMap((item, index) => button(item, first + index, numberOf(index)))
    for (let at = 0; at < elements.length; at += LIMITS.actions)
      blocks.push({ type: 'actions', elements: elements.slice(at, at + LIMITS.actions) })
    first += items.length
  }
  return blocks.filter((block) => block.type !== 'section' || block.text?.text !== '')
}

/** A button whose line does not fit cannot be pressed: its words remain. */
function button({ label, query, style }: Button, number: number, mark: string): ButtonElement[] {
  if (query.length > LIMITS.button.value) return []
  return [
    {
      type: 'button',
      action_id: `ask:${number}`,
      text: {
        type: 'plain_text',
        text: cut(mark + (plainLine(label) || '–'), LIMITS.button.text),
        emoji: false,
      },
      value: query,
      ...(style === undefined ? {} : { style }),
    },
  ]
}

function headingBlock(text: string): KnownBlock {
  const line = plainLine(text)
  if (line.length > LIMITS.header || line === '') return section(cut(escapeLine(text), LIMITS.section))
  return { type: 'header', text: { type: 'plain_text', text: line, emoji: false } }
}

/** `verbatim`: Slack would otherwise turn what looks like an address, a channel or @here into one. */
const section = (text: string): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text, verbatim: true },
})

const contextBlock = (texts: readonly string[]): KnownBlock => ({
  type: 'context',
  elements: texts.map((text) => ({ type: 'mrkdwn' as const, text: text || '–', verbatim: true })),
})

/** Pieces that fit a block, cut between lines; a longer line between words. A fence is closed and opened again. */
function pieces(text: string, fence = ''): string[] {
  const most = LIMITS.section - 2 * (fence.length + 1)
  if (text.length <= LIMITS.section) return text.trim() === '' ? [] : [text]
  const cutUp: string[] = []
  let piece = ''
  for (const line of text.split('\n').flatMap((each) => shortLines(each, most))) {
    if (piece !== '' && piece.length + line.length + 1 > most) {
      cutUp.push(piece)
      piece = line
    } else piece = piece === '' ? line : `${piece}\n${line}`
  }
  cutUp.push(piece)
  if (fence === '') return cutUp
  return cutUp.map((each, index) =>
    [index > 0 ? `${fence}\n` : '', each, index < cutUp.length - 1 ? `\n${fence}` : ''].join(''),
  )
}

function shortLines(line: string, most: number): string[] {
  const short: string[] = []
  let rest = line
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most)
    let at = space > most / 2 ? space : most
    // neither an entity nor a surrogate pair may be cut in two
    const entity = rest.lastIndexOf('&', at)
    if (entity >= at - 5 && entity > 0 && rest.indexOf(';', entity) >= at) at = entity
    if (/[\ud800-\udbff]/.test(rest[at - 1]!)) at--
    short.push(rest.slice(0, at))
    rest = rest.slice(at).trimStart()
  }
  return [...short, rest]
}

const ROOM_FOR_MORE = 40

/**
 * The parts of a reply as Discord's Markdown, made to fit. What is too long is shortened on whole facts, list items and table
 * rows, with the number of those left out; remarks and the answer's own sentence go last.
 */
import type { Part, Reply } from '../../chat/reply.ts'
import { needsNumbers } from './components.ts'
import { cut, escaped, escapedLine } from './escape.ts'
import { tableLines } from './table.ts'
import { WORDS } from './words.ts'

/** At most `room` units. */
export function bodyText(parts: readonly Part[], locale: Reply['locale'], room: number): string {
  const blocks = parts.map((part) => blockOf(part)).filter((block) => block.lines.length > 0)
  const write = (): string => blocks.map((block) => written(block, locale)).join('\n')
  let text = write()
  while (text.length > room) {
    const longest = blocks
      .filter(({ kind, shown }) => kind !== 'text' && shown > 1)
      .sort((a, b) => sizeOf(b) - sizeOf(a))[0]
    if (longest === undefined) break
    // a tenth at a time: a list of thousands is not counted down one by one
    longest.shown -= Math.max(1, Math.floor(longest.shown / 10))
    text = write()
  }
  return text.length <= room ? text : squeezed(blocks, locale, room)
}

interface Block {
  kind: 'text' | 'list' | 'table'
  head: readonly string[]
  lines: readonly string[]
  shown: number
}

function blockOf(part: Part): Block {
  const block = (kind: Block['kind'], lines: readonly string[], head: readonly string[] = []): Block => ({
    kind,
    head,
    lines,
    shown: lines.length,
  })
  switch (part.kind) {
    case 'heading':
      return block(
        'text',
        filled(escapedLine(part.text)).map((line) => `### ${line}`),
      )
    case 'text':
      return block('text', filled(escaped(part.text).trim()))
    case 'note':
      return block(
        'text',
        filled(escapedLine(part.text)).map((line) => `-# ${line}`),
      )
    case 'list':
      return block(
        'list',
        part.items.map((item) => `- ${escapedLine(item)}`),
      )
    case 'table': {
      const { head, rows } = tableLines(part)
      return rows.length === 0 ? block('text', []) : block('table', rows, head)
    }
    case 'buttons':
      return block('text', part.items.length === 0 ? [] : offered(part))
    case 'citations':
      return block('text', [])
  }
}

/** What is too long for a button stands here whole, under the number that the button has. */
function offered({ prompt, items }: Extract<Part, { kind: 'buttons' }>): string[] {
  const whole = needsNumbers(items) ? items.map(({ label }, at) => `${at + 1}. ${escapedLine(label)}`) : []
  return [...filled(escapedLine(prompt)), ...whole]
}

function written({ kind, head, lines, shown }: Block, locale: Reply['locale']): string {
  const left = lines.length - shown
  const more = left > 0 ? [WORDS[locale].more(left)] : []
  const kept = lines.slice(0, shown)
  if (kind === 'table') return ['```', ...head, ...kept, '```', ...more].join('\n')
  return [...kept, ...more].join('\n')
}

/** Even one item of each is too much: every block gets its share, cut inside. */
function squeezed(blocks: readonly Block[], locale: Reply['locale'], room: number): string {
  let left = room
  const texts: string[] = []
  for (const [index, block] of blocks.entries()) {
    const share = Math.floor(left / (blocks.length - index)) - 1
    const text = written(block, locale)
    if (share < SHORTEST) break
    // a table cut inside would never end
    const kept = text.length <= share ? text : block.kind === 'table' ? '' : cut(text, share)
    if (kept === '') continue
    texts.push(kept)
    left -= kept.length + 1
  }
  return texts.join('\n')
}

const sizeOf = ({ lines, shown }: Block): number =>
  lines.slice(0, shown).reduce((sum, line) => sum + line.length, 0)
const filled = (text: string): string[] => (text === '' ? [] : [text])
const SHORTEST = 10

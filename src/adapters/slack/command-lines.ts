/**
 * On Slack all commands stand behind one, '/facts': a workspace would not thank us for twelve. Whatever a reply says about '/rank' is
 * therefore shown as '/facts rank'. What buttons carry is never changed.
 */
import type { Part, Reply } from '../../chat/reply.ts'

export const UMBRELLA = 'facts'

export function commandsAsTyped(reply: Reply, commands: readonly string[]): Reply {
  if (commands.length === 0 || !reply.plain.includes('/')) return reply
  const line = new RegExp(`(?<![^\\s(（“"'：:，,])/(${commands.join('|')})(?![\\p{L}\\d/-])`, 'gu')
  const typed = (text: string): string => text.replace(line, `/${UMBRELLA} $1`)
  return { ...reply, plain: typed(reply.plain), parts: reply.parts.map((part) => typedPart(part, typed)) }
}

function typedPart(part: Part, typed: (text: string) => string): Part {
  switch (part.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return { ...part, text: typed(part.text) }
    case 'list':
      return { ...part, items: part.items.map(typed) }
    case 'table':
      return { ...part, rows: part.rows.map((row) => row.map(typed)) }
    case 'citations':
      return part
    case 'buttons':
      return {
        ...part,
        prompt: typed(part.prompt),
        items: part.items.map((item) => ({ ...item, label: typed(item.label) })),
      }
  }
}

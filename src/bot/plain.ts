/** A reply from its parts, with the whole as plain text. */
import type { Part, Reply } from '../chat/reply.ts'
import type { Locale } from '../understand/understanding.ts'

export function replyOf(parts: readonly Part[], locale: Locale, seenBy: Reply['seenBy'] = 'everyone'): Reply {
  return { parts, plain: parts.map(plainPart).join('\n'), locale, seenBy }
}

function plainPart(part: Part): string {
  switch (part.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return part.text
    case 'list':
      return part.items.map((item) => `- ${item}`).join('\n')
    case 'table':
      return [part.columns.map(({ label }) => label), ...part.rows].map((row) => row.join(' | ')).join('\n')
    case 'citations':
      return part.items
        .map(({ mark, publisher, title, date, url }) => {
          return `[${mark}] ${[publisher, title, date, url].filter((piece) => piece !== null && piece !== '').join(', ')}`
        })
        .join('\n')
    case 'buttons':
      return [part.prompt, ...part.items.map(({ label }, index) => `${index + 1}. ${label}`)].join('\n')
  }
}

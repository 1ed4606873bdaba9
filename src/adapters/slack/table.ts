/** A table as Slack's own block, or as aligned text where the block cannot stand: a second table, a home page. */
import type { TableBlock } from '@slack/types'
import type { Part } from '../../chat/reply.ts'
import { cut, escapeText, plainLine } from './escape.ts'
import { LIMITS } from './limits.ts'

export type Table = Extract<Part, { kind: 'table' }>

export function tableBlock({ columns, rows }: Table): TableBlock {
  const shown = columns.slice(0, LIMITS.table.columns)
  return {
    type: 'table',
    column_settings: shown.map(({ align }) => ({ align, is_wrapped: true })),
    rows: [
      shown.map(({ label }) => ({
        type: 'rich_text' as const,
        elements: [
          {
            type: 'rich_text_section' as const,
            elements: [{ type: 'text' as const, text: cellText(label), style: { bold: true } }],
          },
        ],
      })),
      ...rows.map((row) =>
        shown.map((_, index) => ({ type: 'raw_text' as const, text: cellText(row[index] ?? '') })),
      ),
    ],
  }
}

/** Lines of one width in a code block; wide characters count as two. The fence is ours: a text cannot close it. */
export function tableText({ columns, rows }: Table): string {
  const lines = [columns.map(({ label }) => label), ...rows].map((row) =>
    columns.map((_, index) => cut(plainLine(row[index] ?? ''), WIDEST)),
  )
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => widthOf(line[index]!))))
  const laid = lines.map((line) =>
    line
      .map((cell, index) => {
        const blank = ' '.repeat(widths[index]! - widthOf(cell))
        return columns[index]!.align === 'right' ? blank + cell : cell + blank
      })
      .join('  ')
      .trimEnd(),
  )
  return `\`\`\`\n${laid.map(escapeText).join('\n')}\n\`\`\``
}

/** An empty cell is refused. */
const cellText = (text: string): string => cut(plainLine(text), LIMITS.table.cell) || '–'

function widthOf(text: string): number {
  let width = 0
  for (const sign of text) width += WIDE.test(sign) ? 2 : 1
  return width
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/
/** A cell in aligned text; the block wraps its cells, a code block cannot. */
const WIDEST = 40

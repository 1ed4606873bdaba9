/** A table as a code block, aligned where every character has a width: the one table Discord shows everywhere. */
import type { Part } from '../../chat/reply.ts'
import { inCode } from './escape.ts'
import { widthOf } from './width.ts'

export type Table = Extract<Part, { kind: 'table' }>

/** Line by line, the head and the rule first; without the fence. */
export function tableLines({ columns, rows }: Table): { head: string[]; rows: string[] } {
  const labels = columns.map(({ label }) => inCode(label))
  const cells = rows.map((row) => columns.map((_, at) => shortened(inCode(row[at] ?? ''))))
  const widths = columns.map((_, at) => Math.max(1, ...[labels, ...cells].map((row) => widthOf(row[at]!))))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => {
        const blank = ' '.repeat(Math.max(0, widths[at]! - widthOf(cell)))
        return columns[at]!.align === 'right' ? blank + cell : cell + blank
      })
      .join(GAP)
      .trimEnd()
  return { head: [line(labels), widths.map((width) => '─'.repeat(width)).join(GAP)], rows: cells.map(line) }
}

/** One endless cell would push every other out of sight. */
function shortened(cell: string): string {
  if (widthOf(cell) <= WIDEST_CELL) return cell
  let width = 0
  let kept = ''
  for (const character of cell) {
    width += widthOf(character)
    if (width >= WIDEST_CELL) break
    kept += character
  }
  return `${kept}…`
}

const GAP = '  '
const WIDEST_CELL = 40

/** A table as a code block, aligned where every character has a width: the one table Discord shows everywhere. */
import type { Part } from '../../chat/reply.ts'
import { inCode } from './escape.ts'
import { widthOf } from './width.ts'

export type Table = Extract<Part, { kind: 'table' }>

/** The head with its rule, then a text for each row, of several lines where a cell is long; without the fence. */
export function tableLines({ columns, rows }: Table): { head: string[]; rows: string[] } {
  const labels = columns.map(({ label }) => wrapped(inCode(label)))
  const cells = rows.map((row) => columns.map((_, at) => wrapped(inCode(row[at] ?? ''))))
  const widths = columns.map((_, at) =>
    Math.max(1, ...[labels, ...cells].flatMap((row) => row[at]!.map(widthOf))),
  )
  const written = (row: readonly (readonly string[])[]): string => {
    const height = Math.max(...row.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) =>
      row
        .map((lines, at) => padded(lines[line] ?? '', widths[at]!, columns[at]!.align))
        .join(GAP)
        .trimEnd(),
    ).join('\n')
  }
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP)
  return { head: [written(labels), rule], rows: cells.map(written) }
}

function padded(text: string, width: number, align: 'left' | 'right'): string {
  const blank = ' '.repeat(Math.max(0, width - widthOf(text)))
  return align === 'right' ? blank + text : text + blank
}

/** One endless cell would push every other out of sight: broken between words, or where there are none, anywhere. */
function wrapped(cell: string): string[] {
  if (widthOf(cell) <= WIDEST_CELL) return [cell]
  const lines: string[] = []
  let line = ''
  for (const word of cell.split(/(?<= )/)) {
    if (widthOf(line + word.trimEnd()) > WIDEST_CELL && line !== '') {
      lines.push(line.trimEnd())
      line = ''
    }
    line += word
    while (widthOf(line.trimEnd()) > WIDEST_CELL) {
      const [start, rest] = splitAt(line, WIDEST_CELL)
      lines.push(start)
      line = rest
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

function splitAt(text: string, width: number): [string, string] {
  let taken = 0
  let end = 0
  for (const character of text) {
    taken += widthOf(character)
    if (taken > width) break
    end += character.length
  }
  return [text.slice(0, end), text.slice(end)]
}

const GAP = '  '
const WIDEST_CELL = 40

/** Reply -> lines of a terminal: the answer first, remarks dimmed, then the sources, then what can be picked. */
import type { Citation, Part, Reply } from '../../chat/reply.ts'
import { cleanLine, cleanText } from './clean.ts'
import { LIMITS } from './limits.ts'
import { widthOf } from './width.ts'
import { wrap } from './wrap.ts'

export interface Screen {
  columns: number
  colour: boolean
}

export function render(reply: Reply, screen: Screen): string {
  const columns = Math.max(LIMITS.narrowest, Math.min(screen.columns || LIMITS.usual, LIMITS.widest))
  const paint = screen.colour ? COLOURS : PLAIN
  const words = WORDS[reply.locale]
  const blocks: string[][] = []
  let before: Part['kind'] | undefined
  const of = <K extends Part['kind']>(kind: K) =>
    reply.parts.filter((part): part is Extract<Part, { kind: K }> => part.kind === kind)

  for (const part of reply.parts) {
    const block = renderPart(part, columns, paint)
    if (block.length === 0) continue
    // remarks belong to what stands above them, a list to the words that lead to it
    const above = blocks.at(-1)
    const belongs =
      part.kind === 'note' || (part.kind === 'list' && (before === 'text' || before === 'heading'))
    before = part.kind
    if (above !== undefined && belongs) above.push(...block)
    else blocks.push(block)
  }
  const citations = of('citations').flatMap(({ items }) => items)
  if (citations.length > 0) {
    blocks.push([
      paint.dim(words.sources),
      ...citations.flatMap((citation) => renderCitation(citation, columns, paint)),
    ])
  }
  // numbered through, because a typed number counts all buttons of the reply
  let number = 0
  for (const { prompt, items } of of('buttons')) {
    if (items.length === 0) continue
    const lines = items.flatMap(({ label }) => {
      number++
      return numbered(`${paint.key(String(number).padStart(2))}  `, 4, cleanLine(label), columns)
    })
    blocks.push([...(prompt === '' ? [] : wrap(cleanText(prompt), columns)), ...lines])
  }
  if (number > 0) blocks.at(-1)!.push(paint.dim(words.pick))
  return blocks.map((lines) => lines.join('\n')).join('\n\n')
}

/** What is shown where nothing can be laid out: pipes and files. */
export const renderPlain = (reply: Reply): string => cleanText(reply.plain).trimEnd()

function renderPart(part: Part, columns: number, paint: Paint): string[] {
  switch (part.kind) {
    case 'heading':
      return wrap(cleanText(part.text), columns).map(paint.bold)
    case 'text':
      return wrap(cleanText(part.text), columns)
    case 'note':
      return wrap(cleanText(part.text), columns).map(paint.dim)
    case 'list':
      return part.items.flatMap((item) => numbered('  - ', 4, cleanLine(item), columns))
    case 'table':
      return renderTable(part, columns, paint)
    case 'citations':
    case 'buttons':
      return []
  }
}

/** A mark, then the text beside it. `width` is that of the mark as it is seen. */
function numbered(mark: string, width: number, text: string, columns: number): string[] {
  return wrap(text, columns - width).map((line, index) => (index === 0 ? mark : ' '.repeat(width)) + line)
}

function renderCitation(
  { mark, publisher, title, date, url, kind }: Citation,
  columns: number,
  paint: Paint,
): string[] {
  const sign = `[${mark}]`.padStart(5)
  const about = [publisher, title, date ?? ''].map(cleanLine).filter(Boolean).join(', ')
  const lines = numbered(
    `${sign} `,
    6,
    kind === '' ? about : `${about} (${cleanLine(kind).replaceAll('-', ' ')})`,
    columns,
  )
  if (url === null) return lines
  const link = cleanLine(url)
  // never broken: even where a terminal wraps it by itself, a whole link can be opened and copied
  const indent = ' '.repeat(Math.max(0, Math.min(6, columns - widthOf(link))))
  return [...lines, indent + paint.link(link)]
}

type Table = Extract<Part, { kind: 'table' }>

function renderTable({ columns: heads, rows }: Table, columns: number, paint: Paint): string[] {
  if (heads.length === 0) return []
  const labels = heads.map(({ label }) => cleanLine(label))
  const cells = rows.map((row) => heads.map((_, index) => cleanLine(row[index] ?? '')))
  const natural = heads.map((_, index) =>
    Math.max(1, ...[labels, ...cells].map((row) => widthOf(row[index]!))),
  )
  const widths = fitted(natural, columns - GAP.length * (heads.length - 1))
  const line = (row: readonly string[], paintCell = PLAIN.bold): string[] => {
    const wrapped = row.map((cell, index) => wrap(cell, widths[index]!))
    const height = Math.max(...wrapped.map((lines) => lines.length))
    return Array.from({ length: height }, (_, at) =>
      wrapped
        .map((lines, index) => padded(lines[at] ?? '', widths[index]!, heads[index]!.align, paintCell))
        .join(GAP)
        .trimEnd(),
    )
  }
  const rule = paint.dim(widths.map((width) => '─'.repeat(width)).join(GAP))
  return [...line(labels, paint.bold), rule, ...cells.flatMap((row) => line(row))]
}

function padded(text: string, width: number, align: 'left' | 'right', paintCell: Style): string {
  const blank = ' '.repeat(Math.max(0, width - widthOf(text)))
  return align === 'right' ? blank + paintCell(text) : paintCell(text) + blank
}

/** Narrows the widest columns together until all fit; narrow ones (numbers, years) stay whole. */
function fitted(natural: readonly number[], room: number): number[] {
  const total = (most: number): number => natural.reduce((sum, width) => sum + Math.min(width, most), 0)
  let cap = Math.min(room, Math.max(...natural))
  while (cap > NARROWEST_COLUMN && total(cap) > room) cap--
  return natural.map((width) => Math.min(width, cap))
}

const GAP = '  '
const NARROWEST_COLUMN = 6

type Style = (text: string) => string
type Paint = Record<'bold' | 'dim' | 'key' | 'link', Style>

const style =
  (on: number, off: number): Style =>
  (text) =>
    text === '' ? '' : `\x1b[${on}m${text}\x1b[${off}m`
const COLOURS: Paint = { bold: style(1, 22), dim: style(2, 22), key: style(36, 39), link: style(4, 24) }
const same: Style = (text) => text
const PLAIN: Paint = { bold: same, dim: same, key: same, link: same }

const WORDS = {
  en: { sources: 'Sources', pick: 'Type a number to pick.' },
  zh: { sources: '来源', pick: '输入数字即可选择。' },
} as const

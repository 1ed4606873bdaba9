/**
 * Lines that fit a width. English breaks at spaces, Chinese between any two characters, except that no line begins
 * with closing punctuation or ends with an opening bracket, and a number keeps the character after it (248亿).
 */
import { cellsOf, widthOf } from './width.ts'

/** Every line is at most `columns` wide; later lines of a paragraph are indented by `hang`. */
export function wrap(text: string, columns: number, hang = 0): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, columns, hang))
}

/** A piece that is not broken, and whether a space stood before it. */
interface Piece {
  text: string
  columns: number
  spaced: boolean
}

function wrapParagraph(text: string, columns: number, hang: number): string[] {
  if (widthOf(text) <= columns) return [text.trimEnd()]
  const indent = ' '.repeat(Math.min(hang, columns - 2))
  const lines: string[] = []
  let line = /^ */.exec(text)![0].slice(0, columns >> 1)
  let used = line.length
  let empty = true
  for (const piece of piecesOf(text.trim(), columns - indent.length)) {
    const gap = piece.spaced && !empty ? 1 : 0
    if (!empty && used + gap + piece.columns > columns) {
      lines.push(line)
      line = indent + piece.text
      used = indent.length + piece.columns
    } else {
      line += (gap === 1 ? ' ' : '') + piece.text
      used += gap + piece.columns
    }
    empty = false
  }
  lines.push(line)
  return lines
}

function* piecesOf(text: string, columns: number): Generator<Piece> {
  let cells: string[] = []
  let width = 0
  let spaced = false
  let before = ''
  const take = (): Piece => {
    const piece = { text: cells.join(''), columns: width, spaced }
    cells = []
    width = 0
    spaced = false
    return piece
  }
  for (const cell of cellsOf(text)) {
    if (cell.text === ' ') {
      if (cells.length > 0) yield take()
      spaced = true
      before = ''
      continue
    }
    // too wide for any line: broken where the line ends
    const full = width + cell.columns > columns
    if (cells.length > 0 && (full || mayBreak(before, cell.text))) yield take()
    cells.push(cell.text)
    width += cell.columns
    before = cell.text
  }
  if (cells.length > 0) yield take()
}

function mayBreak(before: string, after: string): boolean {
  if (before === '' || NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return false
  if (DIGIT.test(before) && IDEOGRAPH.test(after)) return false
  return (
    IDEOGRAPH.test(before) || IDEOGRAPH.test(after) || CLOSING_WIDE.test(before) || OPENING_WIDE.test(after)
  )
}

const IDEOGRAPH =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u
const DIGIT = /^[\d.%]$/
const CLOSING_WIDE = /^[，。、；：！？）》」』】〕〉％]/
const OPENING_WIDE = /^[（《「『【〔〈]/
const NEVER_FIRST = /^[，。、；：！？）》」』】〕〉％…—·~,.;:!?)\]}%”’]/
const NEVER_LAST = /^[（《「『【〔〈“‘([{¥$]/

/**
 * CSV after RFC 4180, read piece by piece. A cell that a spreadsheet would take for a formula is written with a
 * leading apostrophe, which reading takes away again.
 */
export class CsvReader {
  #rest = ''
  #line = 1

  /** Hands over every row that is complete; `line` is the line the row starts in. */
  push(text: string, row: (cells: string[], line: number) => void): void {
    this.#rest = this.#rows(this.#rest + text, false, row)
  }

  /** The last row, which may lack its line break. False when a quote is still open: the file was cut off. */
  end(row: (cells: string[], line: number) => void): boolean {
    this.#rest = this.#rows(this.#rest, true, row)
    return this.#rest === ''
  }

  /** Characters of the unfinished row, and the line it starts in. */
  get open(): { length: number; line: number } {
    return { length: this.#rest.length, line: this.#line }
  }

  /** Reads rows until the text ends, and returns what is left of it. */
  #rows(text: string, last: boolean, row: (cells: string[], line: number) => void): string {
    let start = 0
    while (start < text.length) {
      const cells: string[] = []
      let at = start
      let breaks = 0
      for (;;) {
        let cell: string
        if (text.charCodeAt(at) === QUOTE) {
          const end = closingQuote(text, at)
          if (end < 0) return text.slice(start)
          cell = text.slice(at + 1, end)
          breaks += count(cell)
          if (cell.includes('"')) cell = cell.replaceAll('""', '"')
          at = end + 1
          // what stands behind a closing quote belongs to the cell: odd, but nothing of it may vanish
          const stop = endOfCell(text, at)
          cell += text.slice(at, stop)
          at = stop
        } else {
          const stop = endOfCell(text, at)
          cell = text.slice(at, stop)
          at = stop
        }
        const end = text.charCodeAt(at)
        if (at >= text.length && !last) return text.slice(start)
        if (end !== COMMA && cell.endsWith('\r')) cell = cell.slice(0, -1)
        cells.push(DISARMED.test(cell) ? cell.slice(1) : cell)
        at++
        if (end !== COMMA) break
      }
      if (cells.length > 1 || cells[0] !== '') row(cells, this.#line)
      this.#line += breaks + 1
      start = at
    }
    return ''
  }
}

/** One row with its line break. Numbers are written as they are. */
export function csvRow(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: string | number | null | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const harmless = ARMED.test(cell) && !REAL_NUMBER.test(cell) ? `'${cell}` : cell
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at
  }
  return -1
}

function endOfCell(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const char = text.charCodeAt(at)
    if (char === COMMA || char === LINE_FEED) break
    at++
  }
  return at
}

function count(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

const ARMED = /^'*[=+\-@\t\r]/
const DISARMED = /^'+[=+\-@\t\r]/
const REAL_NUMBER = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/
const NEEDS_QUOTES = /["\r\n,]|^\s|\s$/
const QUOTE = 34
const COMMA = 44
const LINE_FEED = 10

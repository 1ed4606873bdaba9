/**
 * TypeScript cut into code, comments, strings and patterns, as far as the house rules need it: a rule about code
 * must not trip over a comment that explains it. Whether a slash divides or opens a pattern is told by what stands
 * before it; a file that misleads this is named by the test that reads it.
 */
export interface Piece {
  kind: 'code' | 'comment' | 'string' | 'pattern'
  text: string
  start: number
}

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  /** For each template string that is open: how many braces are open inside its ${. */
  const templates: number[] = []
  let codeFrom = 0
  let at = 0
  const cut = (kind: Piece['kind'], end: number) => {
    if (at > codeFrom) pieces.push({ kind: 'code', text: text.slice(codeFrom, at), start: codeFrom })
    pieces.push({ kind, text: text.slice(at, end), start: at })
    at = codeFrom = end
  }
  const template = () => {
    const end = endOfTemplate(text, at + 1)
    if (text[end - 1] === '{') templates.push(0)
    cut('string', end)
  }
  while (at < text.length) {
    const here = text[at]!
    if (here === '/' && text[at + 1] === '/') cut('comment', lineEnd(text, at))
    else if (here === '/' && text[at + 1] === '*') cut('comment', after(text, '*/', at + 2))
    else if (here === "'" || here === '"') cut('string', endOfString(text, at + 1, here))
    else if (here === '`') template()
    else if (here === '/' && opensPattern(text.slice(codeFrom, at), pieces))
      cut('pattern', endOfPattern(text, at + 1))
    else if (here === '}' && templates.at(-1) === 0) {
      templates.pop()
      template()
    } else {
      if (here === '{' && templates.length > 0) templates[templates.length - 1]!++
      if (here === '}' && templates.length > 0) templates[templates.length - 1]!--
      at++
    }
  }
  if (at > codeFrom) pieces.push({ kind: 'code', text: text.slice(codeFrom, at), start: codeFrom })
  return pieces
}

/** The text with comments, strings and patterns blanked out; offsets stay as they are. */
export const codeOf = (text: string): string => blanked(text, ['comment', 'string', 'pattern'])

/** The text with its comments blanked out. */
export const withoutComments = (text: string): string => blanked(text, ['comment'])

export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function blanked(text: string, kinds: readonly Piece['kind'][]): string {
  return piecesOf(text)
    .map((piece) => (kinds.includes(piece.kind) ? piece.text.replace(/[^\n]/g, ' ') : piece.text))
    .join('')
}

/** A pattern opens where a value may begin: not after a name, a number, a closing bracket or a string. */
function opensPattern(code: string, pieces: readonly Piece[]): boolean {
  let before = code
  for (let index = pieces.length - 1; before.trim() === '' && index >= 0; index--) {
    const piece = pieces[index]!
    if (piece.kind === 'string') return /^[`}]/.test(piece.text) && piece.text.endsWith('${')
    if (piece.kind === 'pattern') return false
    if (piece.kind === 'code') before = piece.text
  }
  const end = before.trimEnd()
  const word = /[\w$]+$/.exec(end)?.[0]
  if (word !== undefined) return BEFORE_A_VALUE.has(word)
  // a closing bracket, or the ! behind a value that is surely there
  return !/[)\]}]$|[\w$)\]]!$/.test(end)
}

const BEFORE_A_VALUE = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'else',
  'await',
  'yield',
  'void',
  'default',
])

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function after(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from)
  return end < 0 ? text.length : end + mark.length
}

function endOfString(text: string, from: number, quote: string): number {
  let at = from
  while (at < text.length && text[at] !== quote && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1
  return Math.min(at + 1, text.length)
}

/** Behind the closing backtick, or behind the next ${. */
function endOfTemplate(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '`') {
    if (text[at] === '$' && text[at + 1] === '{') return at + 2
    at += text[at] === '\\' ? 2 : 1
  }
  return Math.min(at + 1, text.length)
}

function endOfPattern(text: string, from: number): number {
  let at = from
  let inClass = false
  while (at < text.length && text[at] !== '\n' && (inClass || text[at] !== '/')) {
    if (text[at] === '[') inClass = true
    if (text[at] === ']') inClass = false
    at += text[at] === '\\' ? 2 : 1
  }
  at++
  while (/[a-z]/.test(text[at] ?? '')) at++
  return Math.min(at, text.length)
}

/** How many columns a text takes in a terminal: East Asian wide characters and emoji two, combining marks none. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length
  let width = 0
  for (const { columns } of cellsOf(text)) width += columns
  return width
}

export interface Cell {
  /** One character with everything that is drawn onto it. */
  text: string
  columns: 0 | 1 | 2
}

/** The characters a terminal draws, one after another. */
export function* cellsOf(text: string): Generator<Cell> {
  let cell: Cell | null = null
  let joined = false
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (cell !== null && (joined || isDrawnOnto(code) || isSecondOfFlag(cell.text, code))) {
      cell.text += character
      // the emoji form of a sign that is narrow as text: ❤ and ❤️
      if (code === EMOJI_FORM || isWide(code)) cell.columns = 2
      joined = code === JOINER
      continue
    }
    if (cell !== null) yield cell
    cell = { text: character, columns: isDrawnOnto(code) ? 0 : isWide(code) ? 2 : 1 }
    joined = false
  }
  if (cell !== null) yield cell
}

const ASCII = /^[ -~]*$/
const JOINER = 0x200d
const EMOJI_FORM = 0xfe0f
const FLAG_FROM = 0x1f1e6
const FLAG_TO = 0x1f1ff

const MARK = /^(?:[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]|\p{Emoji_Modifier})$/u

function isDrawnOnto(code: number): boolean {
  return code >= 0x300 && MARK.test(String.fromCodePoint(code))
}

const isFlag = (code: number): boolean => code >= FLAG_FROM && code <= FLAG_TO

/** Two regional letters make one flag. */
function isSecondOfFlag(before: string, code: number): boolean {
  return isFlag(code) && before.length === 2 && isFlag(before.codePointAt(0)!)
}

function isWide(code: number): boolean {
  if (code < WIDE[0]![0]) return false
  let low = 0
  let high = WIDE.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [from, to] = WIDE[middle]!
    if (code < from) high = middle - 1
    else if (code > to) low = middle + 1
    else return true
  }
  return false
}

/** Wide and full-width ranges of Unicode 16 (EastAsianWidth.txt), neighbours joined. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x23f0, 0x23f0],
  [0x23f3, 0x23f3],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2630, 0x2637],
  [0x2648, 0x2653],
  [0x267f, 0x267f],
  [0x268a, 0x268f],
  [0x2693, 0x2693],
  [0x26a1, 0x26a1],
  [0x26aa, 0x26ab],
  [0x26bd, 0x26be],
  [0x26c4, 0x26c5],
  [0x26ce, 0x26ce],
  [0x26d4, 0x26d4],
  [0x26ea, 0x26ea],
  [0x26f2, 0x26f3],
  [0x26f5, 0x26f5],
  [0x26fa, 0x26fa],
  [0x26fd, 0x26fd],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274c],
  [0x274e, 0x274e],
  [0x2753, 0x2755],
  [0x2757, 0x2757],
  [0x2795, 0x2797],
  [0x27b0, 0x27b0],
  [0x27bf, 0x27bf],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b50],
  [0x2b55, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2fb],
  [0x1d300, 0x1d376],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f18e, 0x1f18e],
  [0x1f191, 0x1f19a],
  [0x1f1e6, 0x1f320],
  [0x1f32d, 0x1f335],
  [0x1f337, 0x1f37c],
  [0x1f37e, 0x1f393],
  [0x1f3a0, 0x1f3ca],
  [0x1f3cf, 0x1f3d3],
  [0x1f3e0, 0x1f3f0],
  [0x1f3f4, 0x1f3f4],
  [0x1f3f8, 0x1f43e],
  [0x1f440, 0x1f440],
  [0x1f442, 0x1f4fc],
  [0x1f4ff, 0x1f53d],
  [0x1f54b, 0x1f54e],
  [0x1f550, 0x1f567],
  [0x1f57a, 0x1f57a],
  [0x1f595, 0x1f596],
  [0x1f5a4, 0x1f5a4],
  [0x1f5fb, 0x1f64f],
  [0x1f680, 0x1f6c5],
  [0x1f6cc, 0x1f6cc],
  [0x1f6d0, 0x1f6d2],
  [0x1f6d5, 0x1f6d7],
  [0x1f6dc, 0x1f6df],
  [0x1f6eb, 0x1f6ec],
  [0x1f6f4, 0x1f6fc],
  [0x1f7e0, 0x1f7eb],
  [0x1f7f0, 0x1f7f0],
  [0x1f90c, 0x1f93a],
  [0x1f93c, 0x1f945],
  [0x1f947, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
]

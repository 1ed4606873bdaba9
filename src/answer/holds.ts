/** Whether the texts of a fact hold a word or a number that no name carries. */
import { tidy } from '../understand/amounts.ts'
import { isHan, looseStem } from '../understand/tokens.ts'
import type { FactText } from './texts.ts'

export const holdsWord = (text: FactText, word: string): boolean => lookFor(word)(text)

/** How a word is looked for, which is worked out once: one word is looked for in the texts of many facts. */
function lookFor(word: string): Look {
  let look = LOOKS.get(word)
  if (look === undefined) {
    look = newLook(word)
    if (LOOKS.size >= MOST_LOOKS) LOOKS.clear()
    LOOKS.set(word, look)
  }
  return look
}

function newLook(word: string): Look {
  if (word.includes(' ')) {
    const looks = word.split(' ').map(newLook)
    return (text) => looks.every((look) => look(text))
  }
  if (/^\d+$/.test(word)) {
    // what has not the length of a year or the digits of an amount need not be looked for in all texts
    const number = Number(word)
    const isExact = tidy(number) === number
    return (text) =>
      (word.length === YEAR_LENGTH && text.years.has(word)) || (isExact && text.numbers.includes(number))
  }
  if (isHan(word)) return chineseLook(word)
  const stem = looseStem(word)
  return ({ words }) => words.has(stem) || words.has(word)
}

/** 装备产业园 is found in 装备制造产业园: its two halves both stand there. */
function chineseLook(word: string): Look {
  const characters = [...word]
  if (word.length === 1)
    return NEGATIONS.has(word) ? () => false : (text) => text.zhBesideNames.includes(word)
  if (characters.length <= 3) return ({ zh }) => zh.includes(word)
  const middle = characters.length >> 1
  const halves = [characters.slice(0, middle).join(''), characters.slice(middle).join('')]
  return ({ zh }) => zh.includes(word) || halves.every((half) => zh.includes(half))
}

type Look = (text: FactText) => boolean
const LOOKS = new Map<string, Look>()
const MOST_LOOKS = 1000

/** Only what the binary form of a number leaves over. */
export const sameNumber = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

const YEAR_LENGTH = 4
/** What a question turns down is not met by a text that denies something. */
const NEGATIONS: ReadonlySet<string> = new Set('不别没')

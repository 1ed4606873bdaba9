/** Whether the texts of a fact hold a word or a number that no name carries. */
import { tidy } from '../understand/amounts.ts'
import { isHan, looseStem } from '../understand/tokens.ts'
import type { FactText } from './texts.ts'

export function holdsWord(text: FactText, word: string): boolean {
  if (word.includes(' ')) return word.split(' ').every((one) => holdsWord(text, one))
  if (/^\d+$/.test(word)) {
    // what has not the length of a year or the digits of an amount need not be looked for in all texts
    const number = Number(word)
    if (word.length === YEAR_LENGTH && text.years.has(word)) return true
    return tidy(number) === number && text.numbers.includes(number)
  }
  if (isHan(word) && word.length === 1) return !NEGATIONS.has(word) && text.zhBesideNames.includes(word)
  if (isHan(word))
    return (
      text.zh.includes(word) || ([...word].length > 3 && halves(word).every((half) => text.zh.includes(half)))
    )
  return text.words.has(looseStem(word)) || text.words.has(word)
}

/** 装备产业园 is found in 装备制造产业园: its two halves both stand there. */
function halves(word: string): string[] {
  const characters = [...word]
  const middle = characters.length >> 1
  return [characters.slice(0, middle).join(''), characters.slice(middle).join('')]
}

/** Only what the binary form of a number leaves over. */
export const sameNumber = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

const YEAR_LENGTH = 4
/** What a question turns down is not met by a text that denies something. */
const NEGATIONS: ReadonlySet<string> = new Set('不别没')

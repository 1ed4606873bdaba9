/**
 * The whole that a share or a lead is of, where it is said by a general word: "of the provincial total", 占全省, 高于全省.
 * A share of another whole is another figure, so the fact's own text must hold the word.
 */
import type { Parts } from './draft.ts'

/** Adds the general word to those a fact's text must hold. */
export function addWholes({ text, measures, cues, unknown }: Parts): void {
  const isAgainst = cues.has('ask:share') || measures.some(({ ids }) => ids.some((id) => AGAINST.has(id)))
  if (!isAgainst) return
  for (const [pattern, word] of WHOLES) if (pattern.test(text) && !unknown.includes(word)) unknown.push(word)
}

const AGAINST = new Set(['share', 'lead'])
/** How the whole is named beside a share, and the word that texts of facts have for it. */
const WHOLES: readonly [RegExp, string][] = [
  [/占(?:了|到|据)?全省|全省[^，。]{0,12}(?:比重|占比|比例|份额)|(?:高于|快于|高出|领先|超过)全省/, '全省'],
  [
    /\b(?:of|in|over|than|above|from) (?:the )?(?:whole |entire |total )?(?:provincial|province(?:'s)?)\b/,
    'provincial',
  ],
]

import { SHORT_FORMS } from './language/short-forms.ts'
import type { Signals } from './signals.ts'

/**
 * A folded text cut into words, Chinese characters, numbers and marks. A hyphen between letters is a blank
 * (high-tech = high tech), an apostrophe inside a word is dropped (Xi'an = xian), the possessive 's is cut off, a
 * short form is the word it stands for (rev = revenue).
 */
export interface Token {
  /** The token as a key of the lexicon: words without their plural ending, Chinese characters one by one. */
  key: string
  text: string
  kind: 'word' | 'han' | 'number' | 'mark'
  /** Where it stands in the folded text. */
  start: number
  end: number
  form: Form
}

/** What is the same of a token wherever it stands. */
export interface Form {
  /** As it was typed. */
  found: string
  key: string
  text: string
  kind: Token['kind']
  /** How much of what was found it is: "GDP2022" is a name and a year. */
  length: number
  /** Which patterns may match where it stands; worked out when first asked for. */
  signals: Signals | undefined
  /** The number of its key, as the lexicon of this edition gave it, and whether a name written without blanks may begin with it. */
  edition: object | undefined
  number: number
  mayBeginGlued: boolean | undefined
}

/**
 * Cuts a folded text; more than `limit` tokens are cut off, and the caller sees it by the length. The forms of what is read
 * once, while names are loaded, need not be kept (`isKept`).
 */
export function tokenize(text: string, limit = 1000, isKept = true): Token[] {
  const formOf = isKept ? keptForm : newFormOf
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match !== null && tokens.length < limit; match = TOKEN.exec(text)) {
    const [found] = match
    const start = match.index
    const end = start + found.length
    if (match[1] !== undefined) tokens.push(tokenOf(formOf(found, 'han'), start, end))
    else if (match[2] !== undefined) {
      const ordinal = ORDINALS.get(text.slice(start, end + 2))
      if (ordinal !== undefined && !/[a-z]/.test(text[end + 2] ?? '')) {
        tokens.push(tokenOf(formOf(ordinal, 'word'), start, end + 2))
        TOKEN.lastIndex = end + 2
        continue
      }
      // '24.8bn' is a number and a scale word, '5g' and '6g' are names.
      const letters = isLetter(text, end) ? SUFFIX.exec(text.slice(end, end + 8))![0] : ''
      const isYear = letters.length > 1 && YEAR.test(found)
      if (letters !== '' && !SCALES_AND_UNITS.has(letters) && !found.includes('.') && !isYear) {
        tokens.push(tokenOf(formOf(found + letters, 'number'), start, end + letters.length, 'word'))
        TOKEN.lastIndex = end + letters.length
      } else tokens.push(tokenOf(formOf(found, 'number'), start, end))
    } else if (match[3] !== undefined) {
      const form = formOf(found, 'word')
      tokens.push(tokenOf(form, start, start + form.length))
      // "GDP2022" is a name and a year
      if (form.length < found.length) TOKEN.lastIndex = start + form.length
    } else if (found !== '-' || isBetweenDigits(text, start) || isMinus(text, start)) {
      tokens.push(tokenOf(formOf(found, 'mark'), start, end))
    } else if (isDash(text, start)) tokens.push(tokenOf(formOf(DASH, 'mark'), start, end))
  }
  return tokens
}

function tokenOf(form: Form, start: number, end: number, kind = form.kind): Token {
  const { key, text } = form
  return { key, text, kind, start, end, form }
}

/**
 * The form of a word, number, character or mark. The same ones are typed over and over, so forms are kept; and since a
 * kept form's texts are the same objects each time, looking them up needs no reading of their letters.
 */
function keptForm(found: string, kind: Token['kind']): Form {
  let form = forms.get(found)
  if (form === undefined) {
    form = newFormOf(found, kind)
    if (forms.size >= MOST_FORMS) forms.clear()
    forms.set(found, form)
  }
  return form
}

const newFormOf = (found: string, kind: Token['kind']): Form =>
  kind === 'word' ? wordForm(found) : plainForm(found, kind)

const plainForm = (found: string, kind: Token['kind']): Form =>
  newForm({ found, key: found, text: found, kind, length: found.length })

function wordForm(found: string): Form {
  const name = DATED.exec(found)?.[1] ?? found
  const typed = name.replace(POSSESSIVE, '').replaceAll("'", '')
  const text = SHORT_FORMS.get(typed) ?? typed
  return newForm({ found, key: stem(text), text, kind: 'word', length: name.length })
}

const newForm = (form: Pick<Form, 'found' | 'key' | 'text' | 'kind' | 'length'>): Form => ({
  ...form,
  signals: undefined,
  edition: undefined,
  number: -1,
  mayBeginGlued: undefined,
})

const forms = new Map<string, Form>()
const MOST_FORMS = 20_000

/** A word without its plural ending. Not a full stemmer: names must stay apart. */
export function stem(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** A word without the endings of verbs and adverbs: doubled, doubling and doubles meet at 'doubl'. */
export function looseStem(word: string): string {
  const singular = stem(word)
  // how often is another thing than when
  return singular.length < 5 || HOW_OFTEN.test(singular)
    ? singular
    : singular.replace(/(?:ing|ed|ion|ly|e)$/, '')
}

export const isHan = (text: string): boolean => HAN.test(text)

/** "below -2 percent" */
const isMinus = (text: string, at: number): boolean =>
  /^-\d/.test(text.slice(at, at + 2)) && /^[\s(]?$/.test(text[at - 1] ?? '')

/** "..., in yuan - I know the rate": it sets a clause off. */
const isDash = (text: string, at: number): boolean => text[at - 1] === ' ' && text[at + 1] === ' '

const isLetter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 97 && code <= 122
}

const isBetweenDigits = (text: string, at: number): boolean =>
  /[\d月年日]/.test(text[at - 1] ?? '') || (text[at - 1] === ' ' && /\d/.test(text[at - 2] ?? ''))

const TOKEN =
  /(\p{Script=Han})|(\d+(?:,\d{3})*(?:\.\d+)?)|([a-zà-öø-ÿ][a-zà-öø-ÿ0-9]*(?:[&'][a-zà-öø-ÿ0-9]+)*)|'(?=\d\d(?!\d))|[%$¥€/+~?=<>&,.;:!#、，。；：？！·-]/gu
/** The mark that a dash between blanks becomes: no hyphen of a name. */
const DASH = ';'
const ORDINALS: ReadonlyMap<string, string> = new Map([
  ['1st', 'first'],
  ['2nd', 'second'],
  ['3rd', 'third'],
  ['4th', 'fourth'],
])
const HAN = /\p{Script=Han}/u
const HOW_OFTEN = /^(?:hour|dai|night|week|month|quarter|year)ly$/
const YEAR = /^(?:19|20)\d\d$/
/** A name with a year right behind it. */
const DATED = /^([a-z]{2,})(?:19|20)\d\d$/
const SUFFIX = /^[a-z]+/
const POSSESSIVE = /'s$/
const SCALES_AND_UNITS = new Set(
  'k m mn mln b bn bln t tn trn gw mw kw kwh gwh mwh twh pct pp pps yuan rmb cny usd x km ha mu m2 sqm th st nd rd s h'.split(
    ' ',
  ),
)

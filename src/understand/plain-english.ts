/**
 * English as it is typed in haste, by lawyers and far from England, written out plainly before anything else is read:
 * "frist half" is the first half, "more then" more than, "nos. of" the number of, "as on March" as of March. Only words
 * that carry a question's form are mended here, names have their own spelling (spelling.ts).
 */

import type { Said } from './said.ts'
import { isHeard, signal } from './signals.ts'

/** What each slip in a word of the form stands for; a slip that is a word itself (`isWord`) is none. */
export function slipsOf(isWord: (typed: string) => boolean): ReadonlyMap<string, string> {
  const slips = new Map<string, string>()
  for (const word of FORM_WORDS.split(/\s+/)) {
    // the first letter is seldom swapped, and names begin with it
    for (let at = word.length > 4 ? 0 : 1; at < word.length - 1; at++) {
      const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
      if (swapped !== word && !isWord(swapped)) slips.set(swapped, word)
    }
  }
  for (const pair of MISSPELT.split('|')) {
    const [typed, word] = pair.trim().split(' ') as [string, string]
    if (!isWord(typed)) slips.set(typed, word)
  }
  return slips
}

/** `text` (folded) with its slips and turns written out; the same text where it has none. */
export function inPlainEnglish({ text, tokens, signals }: Said, slips: ReadonlyMap<string, string>): string {
  if (!isHeard(TURNS, signals) && !tokens.some((token) => slips.has(token.text))) return text
  return text
    .replace(WORDS, (word) => slips.get(word) ?? word)
    .replace(THEN_FOR_THAN, '$1 than')
    .replace(COUNT_OF, 'number of')
    .replace(TOLD, '$1tell me')
    .replace(DATED, 'as of ')
    .replace(TWO_LISTS, ' respectively')
    .replace(PARTNERS, 'belt and road')
    .replace(FOUR_FOR_FOR, '$1for')
}

/** One of these stands in each of the turns below. */
const TURNS = signal(
  'then|no|nos|nr|nrs|num|#|state|share|indicate|specify|intimate|furnish|revert|as|resp|belt|4',
)
const WORDS = /[a-z]{3,}/g
/** "more then 100", "higher then in Jinan" */
const THEN_FOR_THAN =
  /\b(more|less|fewer|higher|lower|larger|smaller|bigger|greater|faster|slower|better|worse|stronger|weaker|rather|other|earlier|later) then\b/g
/** "no. of parks", "nos. of vehicles", "nr. of firms"; "no of" alone would be a denial cut short */
const COUNT_OF = /\b(?:nos?\.|nos|nrs?\.?|num\.?|no\.s|#) ?of\b|\b(?:no|nr) of\b/g
/** "please state the amount", "kindly share exports of": verbs that elsewhere are names. */
const TOLD =
  /(\b(?:please|kindly|pls|plz|can you|could you|would you|you)(?: please| kindly| also)? )(?:state|share|indicate|specify|intimate|furnish|revert with)\b(?! (?:of|in|owned)\b|-)(?: with (?:me|us)\b| to (?:me|us)\b)?/g
/** "as on March 2023", "as per June 2023 data" */
const DATED =
  /\bas (?:on|per) (?:the )?(?:end of )?(?=(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:19|20)\d\d))/g
/** "2025 resp. 2026" */
const TWO_LISTS = / resp\b\.?/g
/** Who belongs to it is what is meant by it. */
const PARTNERS =
  /\bbelt and road (?:partner )?(?:countries|nations|states|economies|partners|markets|members)\b/g

/** "need it 4 a slide"; "top 4" counts */
const FOUR_FOR_FOR =
  /((?:^|[a-z)?!.,] )(?<!\b(?:top|first|last|the|phase|number|tier|level|of|these|those|all) ))4(?= (?:an?|my|our|me|us|the|ur|this|work|class|school|tmrw|tomorrow)\b)/g

/** Words of which a question's form is made: what, how, first, than, compare. */
const FORM_WORDS = `
  which what when where whose there their these those about after before between during until since from with without
  within than that this they them then have been were does will would could should much many more most least less
  first second third fourth half quarter year years month months total average each every only both other same such
  list show give tell name rank sort compare compared comparing comparison versus against overview summary trend
  growth grow grew grown rate share percent percentage increase increased decrease decreased highest lowest largest
  smallest biggest fastest slowest higher lower larger smaller bigger greater faster please thanks include included
  including excluding except number amount value figure figures number numbers source sources planned actual target
  latest newest recent development changed change cities city province provinces region regions district districts
  places place company companies project projects investment invested output exports imports revenue`
/** Slips that are no two letters changed about. */
const MISSPELT = `compair compare|compaire compare|compere compare|compairing comparing|comparision comparison|wich which
  |whitch which|wihch which|teh the|hte the|adn and|nad and|waht what|wht what|hwo how|thier their|untill until|beetween between|betwen between
  |comparism comparison|firts first|fisrt first|secound second|thrid third|quater quarter|quartal quarter|halve half|haf half
  |higest highest|heighest highest|hihgest highest|lowst lowest|larges largest|bigest biggest|fastes fastest|pls please|plz please
  |plese please|pleas please|inculding including|includeing including|exluding excluding|precent percent|percant percent
  |nubmer number|numer number|amout amount|ammount amount|vlaue value|inverstment investment|citys cities|countys counties
  |provice province|privince province|developement development|incresed increased|groth growth|grwoth growth|avarage average|averge average`

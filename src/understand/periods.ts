/**
 * Reads the periods people write: years, months, quarters, halves, spans, "since", "the past three years",
 * five-year plans, 去年, 前四个月, 一季度, 十四五. Relative ones are counted from the asker's day, which is handed in.
 *
 * Months without a year ("January to April") are periods of the year 0: they agree with those months of any year.
 */
import type { Period } from '../facts/period.ts'
import type { Rule } from './period-rule.ts'
import { RULES } from './period-rules.ts'
import { said } from './said.ts'
import { isHeard, type Signals, signal } from './signals.ts'

export interface ReadPeriod {
  /** Offset in the text just behind the words. */
  end: number
  period: Period
  /** 'since 2020': this period and everything after it. */
  since: boolean
  /** The rule that read it. */
  rule: string
}

/**
 * The longest period that begins exactly at `at`, or null. `text` is folded and simplified; `rules` are those that may
 * apply to it at all.
 */
export function periodAt(
  text: string,
  at: number,
  now: Date,
  rules: readonly Rule[] = rulesFor(said(text).signals),
): ReadPeriod | null {
  if (!STARTERS.has(text[at] ?? '')) return null
  let best: ReadPeriod | null = null
  for (const { pattern, read: meant, name } of rules) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) continue
    const end = at + match[0].length
    if (best !== null && end <= best.end) continue
    const read = meant(match, { year: now.getFullYear(), month: now.getMonth() })
    if (read === null) continue
    const { since = false, ...period } = read
    best = { end, period: { asOf: false, ...period }, since, rule: name }
  }
  return best
}

/** The rules of which something is heard in a text. */
export function rulesFor(signals: Signals): readonly Rule[] {
  let heard = 0
  for (let i = 0; i < NEEDED.length; i++) if (isHeard(NEEDED[i]!, signals)) heard |= 1 << i
  let rules = rulesOf.get(heard)
  if (rules === undefined) {
    rules = RULES.filter(({ needs }) => needs === undefined || isHeard(needs, signals))
    rulesOf.set(heard, rules)
  }
  return rules
}

/** Whether a period may begin with a word of these signals: most words begin none, and the rules cost more than all the rest. */
export const mayBeginPeriod = (signals: Signals): boolean => isHeard(BEGINS, signals)

/** Whether a period has months but no year of its own. */
export const isYearless = (period: Period): boolean => period.to < 12

/** What each set of signals leaves of the rules: questions hear few different sets. */
const rulesOf = new Map<number, readonly Rule[]>()
const NEEDED = [...new Set(RULES.flatMap(({ needs }) => needs ?? []))]

/** Characters a period may begin with: a cheap check before the rules are tried. */
const STARTERS = new Set(
  '0123456789abcdefhijlmnopqstuwy去今前明上本当下第一二两三四五六七八九十最近过从自截到"\'“',
)

/** Words a period may begin with. */
const PERIOD_WORDS: ReadonlySet<string> = new Set(
  `jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec
  december from between the first second third fourth last this current next previous past prior over in during for ever
  since after starting beginning as by at until up end year fy cy full calendar financial fiscal whole entire spring summer autumn decade ten`.split(
    /\s+/,
  ),
)

/** Such a word, one that holds a digit ("q3", "fy2024"), or a character with which one may begin. */
const BEGINS = signal(new RegExp(`^(?:${[...PERIOD_WORDS].join('|')})$|^[a-z]*\\d|^[^a-z]`))

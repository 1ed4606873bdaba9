/**
 * Reads the periods people write: years, months, quarters, halves, spans, "since", "the past three years",
 * five-year plans, 去年, 前四个月, 一季度, 十四五. Relative ones are counted from the asker's day, which is handed in.
 *
 * Months without a year ("January to April") are periods of the year 0: they agree with those months of any year.
 */
import type { Period } from '../facts/period.ts'
import type { Rule } from './period-rule.ts'
import { RULES } from './period-rules.ts'

export interface ReadPeriod {
  /** Offset in the text just behind the words. */
  end: number
  period: Period
  /** 'since 2020': this period and everything after it. */
  since: boolean
  /** The rule that read it. */
  rule: string
}

/** The longest period that begins exactly at `at`, or null. `text` is folded and simplified. */
export function periodAt(text: string, at: number, now: Date): ReadPeriod | null {
  const first = text[at]
  if (first === undefined || !STARTERS.has(first)) return null
  // forty rules at every word would cost more than all the rest: most words begin no period
  if (first >= 'a' && first <= 'z' && !mayBeginPeriod(text, at)) return null
  const today = { year: now.getFullYear(), month: now.getMonth() }
  let best: ReadPeriod | null = null
  for (const rule of rulesFor(text)) {
    rule.pattern.lastIndex = at
    const match = rule.pattern.exec(text)
    if (match === null) continue
    const end = at + match[0].length
    if (best !== null && end <= best.end) continue
    const read = rule.read(match, today)
    if (read === null) continue
    const { since = false, ...period } = read
    best = { end, period: { asOf: false, ...period }, since, rule: rule.name }
  }
  return best
}

/** The rules whose words stand in the text at all: mostly five of forty. */
function rulesFor(text: string): readonly Rule[] {
  // asked once for each word of the same text
  if (text !== ruledText) {
    ruledText = text
    const heard = new Set(TRIGGERS.filter((trigger) => trigger.test(text)))
    ruled = RULES.filter(({ needs }) => needs === undefined || heard.has(needs))
  }
  return ruled
}
let ruledText = ''
let ruled: readonly Rule[] = []

/** Whether a period has months but no year of its own. */
export const isYearless = (period: Period): boolean => period.to < 12

/** Characters a period may begin with: a cheap check before the rules are tried. */
const STARTERS = new Set(
  '0123456789abcdefhijlmnopqstuwy去今前明上本当下第一二两三四五六七八九十最近过从自截到"\'“',
)

/** Words a period may begin with. */
const PERIOD_WORDS = new Set(
  `jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec
  december from between the first second third fourth last this current next previous past prior over in during for ever
  since after starting beginning as by at until up end year fy cy full calendar financial fiscal whole entire spring summer autumn decade ten`.split(
    /\s+/,
  ),
)

/** Whether the word that begins at `at` is one of these, or holds a digit ("q3", "fy2024"). */
function mayBeginPeriod(text: string, at: number): boolean {
  let end = at
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code >= 48 && code <= 57) return true
    if (code < 97 || code > 122) break
  }
  return PERIOD_WORDS.has(text.slice(at, end))
}

const TRIGGERS = [...new Set(RULES.flatMap(({ needs }) => needs ?? []))]

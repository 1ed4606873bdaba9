/** Years of two digits as English messages and tables have them: H1'25, 1q24, jan-nov 25, FY23, '24. */
import {
  END,
  HALF_NAMED,
  half,
  MONTH,
  MONTHS_NAMED,
  monthNumber,
  months,
  QUARTER_NAMED,
  quarter,
  type Rule,
  rule,
  TO,
  years,
} from './period-rule.ts'
import { signal } from './signals.ts'

/** The last two digits of a year that can have facts. */
const YY = '([0-2]\\d|3[0-5])'
/** Behind it: no number of things, no amount. */
const YY_END =
  '(?![\\da-z]|[.,]\\d| ?(?:%|percent|per cent|pct|bn|mn|billion|million|trillion|yuan|rmb|usd|points?|pp|projects?|firms|companies|enterprises|vehicles|cars|of |h[12]|q[1-4]))'

export const SHORT_YEAR_RULES: readonly Rule[] = [
  rule('short-year', `'([0-3]\\d)${END}`, ([, year]) => years(`20${year}`, `20${year}`), signal(/'/)),
  rule(
    'half-short-year',
    `(?:h([12])|([12])h)[ -]?'?${YY}${YY_END}`,
    ([, h, hh, year]) => half(`20${year}`, h ?? hh),
    HALF_NAMED,
  ),
  rule(
    'short-year-half',
    `'?${YY}-?(?:h([12])|([12])h)${YY_END}`,
    ([, year, h, hh]) => half(`20${year}`, h ?? hh),
    HALF_NAMED,
  ),
  rule(
    'quarter-short-year',
    `(?:q([1-4])|([1-4])q)[ -]?'?${YY}${YY_END}`,
    ([, q, qq, year]) => quarter(`20${year}`, q ?? qq),
    QUARTER_NAMED,
  ),
  rule(
    'short-year-quarter',
    `'?${YY}-?(?:q([1-4])|([1-4])q)${YY_END}`,
    ([, year, q, qq]) => quarter(`20${year}`, q ?? qq),
    QUARTER_NAMED,
  ),
  rule(
    'month-short-year',
    `${MONTH}(?:-| ?')${YY}${YY_END}`,
    ([, month, year]) => months(`20${year}`, monthNumber(month), monthNumber(month)),
    MONTHS_NAMED,
  ),
  rule(
    // "apr 24" in a note: no day, for facts have none
    'month-blank-short-year',
    `(?<!\\b(?:on|from|to|until|till|by|since|before|after|and|through|thru|between) )${MONTH} 2([0-9])(?= ?(?:[,;?!)]|$))`,
    ([, month, year]) => months(`202${year}`, monthNumber(month), monthNumber(month)),
    MONTHS_NAMED,
  ),
  rule(
    'months-short-year',
    `${MONTH}${TO}${MONTH}[ -]?'?${YY}${YY_END}`,
    ([, a, b, year]) => months(`20${year}`, monthNumber(a), monthNumber(b)),
    MONTHS_NAMED,
  ),
  rule(
    'fiscal-year',
    `[fc]y ?'?${YY}${YY_END}`,
    ([, year]) => years(`20${year}`, `20${year}`),
    signal(/[fc]y/),
  ),
]

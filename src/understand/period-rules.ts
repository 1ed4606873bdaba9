/** How periods are written in English and Chinese: a pattern for each way, and the months that it means. */
import { yearPeriod } from '../facts/period.ts'

interface Today {
  year: number
  month: number
}
type Span = { from: number; to: number; since?: boolean } | null
export interface Rule {
  name: string
  pattern: RegExp
  /** What a text must hold anywhere for the rule to apply. */
  needs: RegExp | undefined
  read(match: RegExpExecArray, today: Today): Span
}

const YEAR = '((?:19|20)\\d\\d)'
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const TO = ' ?(?:-|~|/|to|till|until|through|thru|and|up to) ?'
/** Between two years, "and" names both; between two months it spans them. */
const SPAN = ' ?(?:-|~|/|to|till|until|through|thru|up to) ?'
const OF = ',? ?(?:of |in )?(?:the year )?'
const COUNT = '(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const ZH_COUNT = '(\\d{1,2}|十[一二]?|[一二两三四五六七八九])'
const ZH_TO = ' ?(?:-|~|到|至|—) ?'
const ZH_YEAR = `(?:${YEAR} ?年?度?的?|([二两][〇零○][〇零○一二三四五六七八九]{2})年?度?的?|(去年|今年|前年|明年|上年|本年|当年)度?的?)`
/** The last two digits of a year that can have facts. */
const YY = '([0-2]\\d|3[0-5])'
/** Behind it: no number of things, no amount. */
const YY_END =
  '(?![\\da-z]|[.,]\\d| ?(?:%|percent|per cent|pct|bn|mn|billion|million|trillion|yuan|rmb|usd|points?|pp|projects?|firms|companies|enterprises|vehicles|cars|of |h[12]|q[1-4]))'
const END = '(?![\\da-z])'

const HYPHEN = /-/
const MONTH_WORD = /month/
const YEAR_WORD = /year/
const NIAN = /年/
const YUE = /月/
const JI = /季/
const MONTHS_NAMED = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/
const QUARTER_NAMED = /q[1-4]|quarter/
const HALF_NAMED = /h[12]|[12]h|half/
/** A cheap look over the whole text: what it must hold somewhere, or the rule of this name is not tried. */
const NEEDS: Readonly<Record<string, RegExp>> = {
  'short-year': /'/,
  'years-between': /between/,
  'years-short': /[-/]/,
  'months-iso': HYPHEN,
  'month-iso': HYPHEN,
  month: MONTHS_NAMED,
  'month-behind': MONTHS_NAMED,
  months: MONTHS_NAMED,
  'months-side-by-side': MONTHS_NAMED,
  'months-behind': MONTHS_NAMED,
  'months-this-year': MONTHS_NAMED,
  quarters: QUARTER_NAMED,
  'year-quarters': QUARTER_NAMED,
  'first-quarters': QUARTER_NAMED,
  'year-first-quarters': QUARTER_NAMED,
  quarter: QUARTER_NAMED,
  'year-quarter': QUARTER_NAMED,
  'first-months': MONTH_WORD,
  'year-first-months': MONTH_WORD,
  half: HALF_NAMED,
  'year-half': HALF_NAMED,
  'relative-year': YEAR_WORD,
  'year-before-last': YEAR_WORD,
  'past-years': YEAR_WORD,
  'past-decade': /decade/,
  'decade-to': /decade/,
  season: /spring|summer|autumn/,
  'half-short-year': HALF_NAMED,
  'short-year-half': HALF_NAMED,
  'quarter-short-year': QUARTER_NAMED,
  'short-year-quarter': /[1-4]q/,
  'month-short-year': MONTHS_NAMED,
  'months-short-year': MONTHS_NAMED,
  'fiscal-year': /[fc]y/,
  since: /since|from|after|in /,
  onwards: / on| and/,
  'five-year-plan': /plan/,
  'as-of': /end of/,
  'zh-years': NIAN,
  'zh-month': YUE,
  'zh-months': YUE,
  'zh-first-months': YUE,
  'zh-quarter': JI,
  'zh-quarters': JI,
  'zh-half': /半年/,
  'zh-past-years': NIAN,
  'zh-since': NIAN,
  'zh-plan': /十/,
  'zh-as-of': NIAN,
}

const rule = (name: string, source: string, read: Rule['read']): Rule => ({
  name,
  pattern: new RegExp(source, 'y'),
  needs: NEEDS[name],
  read,
})

export const RULES: readonly Rule[] = [
  rule('year', `(?:fy ?|cy ?|year )?${YEAR}(?: ?年| nian\\b)?度?(?!\\d|,\\d{3})`, ([, year]) =>
    years(year, year),
  ),
  rule('short-year', `'([0-3]\\d)${END}`, ([, year]) => years(`20${year}`, `20${year}`)),
  rule('years-between', `between ${YEAR} and ${YEAR}(?!\\d)`, ([, a, b]) => years(a, b)),
  rule(
    'years',
    `(?:from |between )?${YEAR}(?: ?年)?(?:${SPAN}|${ZH_TO})${YEAR}(?: ?年)?(?!\\d)`,
    ([, a, b]) => years(a, b),
  ),
  rule('years-short', `${YEAR} ?[-/] ?(\\d\\d)(?!\\d|[-/]\\d| ?月)`, ([, a, b]) =>
    years(a, `${a!.slice(0, 2)}${b}`),
  ),
  rule('months-iso', `${YEAR}-(0[1-9]|1[0-2])/${YEAR}-(0[1-9]|1[0-2])(?!\\d)`, ([, a, from, b, to]) => {
    const first = Number(a) * 12 + Number(from) - 1
    const last = Number(b) * 12 + Number(to) - 1
    return last < first ? null : { from: first, to: last }
  }),
  rule('month-iso', `${YEAR}-(0[1-9]|1[0-2])(?!\\d)`, ([, year, month]) =>
    months(year, Number(month), Number(month)),
  ),
  rule('month', `${MONTH}${OF}(?:${YEAR})?${END}`, ([, month, year]) =>
    months(year, monthNumber(month), monthNumber(month)),
  ),
  rule('month-behind', `${YEAR},? ${MONTH}${END}`, ([, year, month]) =>
    months(year, monthNumber(month), monthNumber(month)),
  ),
  rule('months', `(?:from |between )?${MONTH}${TO}${MONTH}${OF}(?:${YEAR})?${END}`, ([, a, b, year]) =>
    months(year, monthNumber(a), monthNumber(b)),
  ),
  rule('months-side-by-side', `${MONTH} ${MONTH}${OF}(?:${YEAR})?${END}`, ([, a, b, year]) =>
    months(year, monthNumber(a), monthNumber(b)),
  ),
  rule('quarters', `(?:from )?q1${TO}q([234])${OF}(?:${YEAR})?${END}`, ([, q, year]) =>
    months(year, 1, 3 * Number(q)),
  ),
  rule('year-quarters', `${YEAR},? q1${TO}q([234])${END}`, ([, year, q]) => months(year, 1, 3 * Number(q))),
  rule(
    'first-quarters',
    `(?:the )?first (two|three|2|3) quarters${OF}(?:${YEAR})?${END}`,
    ([, count, year]) => months(year, 1, 3 * countOf(count)),
  ),
  rule('year-first-quarters', `${YEAR},? (?:the )?first (two|three|2|3) quarters${END}`, ([, year, count]) =>
    months(year, 1, 3 * countOf(count)),
  ),
  rule('months-behind', `${YEAR},? (?:from |between )?${MONTH}${TO}${MONTH}${END}`, ([, year, a, b]) =>
    months(year, monthNumber(a), monthNumber(b)),
  ),
  rule(
    'months-this-year',
    `(?:from |between )?${MONTH}${TO}${MONTH} (?:of )?(this|last) year${END}`,
    ([, a, b, which], today) =>
      months(String(today.year - (which === 'last' ? 1 : 0)), monthNumber(a), monthNumber(b)),
  ),
  rule(
    'first-months',
    `(?:the )?first ${COUNT} months?${OF}(?:${YEAR}|(this|last) year)?${END}`,
    ([, count, year, which], today) => months(year ?? relativeYear(which, today), 1, countOf(count)),
  ),
  rule('year-first-months', `${YEAR},? (?:the )?first ${COUNT} months?${END}`, ([, year, count]) =>
    months(year, 1, countOf(count)),
  ),
  rule(
    'quarter',
    `(?:the )?(?:q([1-4])|(first|second|third|fourth|last|1st|2nd|3rd|4th)[ -]quarter)${OF}(?:${YEAR}|(this|last) year)?${END}`,
    ([, q, word, year, which], today) => quarter(year ?? relativeYear(which, today), q ?? word),
  ),
  rule(
    'year-quarter',
    `${YEAR},? ?(?:q([1-4])|(first|second|third|fourth|1st|2nd|3rd|4th) quarter)${END}`,
    ([, year, q, word]) => quarter(year, q ?? word),
  ),
  rule(
    'half',
    `(?:the )?(?:h([12])|([12])h|(first|second|1st|2nd)[ -]half(?: year| of the year)?)${OF}(?:${YEAR}|(this|last) year)?${END}`,
    ([, h, hh, word, year, which], today) => half(year ?? relativeYear(which, today), h ?? hh ?? word),
  ),
  rule('year-half', `${YEAR},? ?(?:h([12])|(first|second)[ -]half)${END}`, ([, year, h, word]) =>
    half(year, h ?? word),
  ),
  rule(
    'relative-year',
    `(?:the )?(last|this|current|next|previous|past|prior) year(?!s| ?(?:plan|-))${END}`,
    ([, which], { year }) =>
      wholeYears(year + (which === 'next' ? 1 : which === 'this' || which === 'current' ? 0 : -1)),
  ),
  rule('year-before-last', `(?:the )?year before last${END}`, (_match, { year }) => wholeYears(year - 2)),
  rule(
    'past-years',
    `(?:over |in |during |for )?(?:the )?(?:past|last|previous|recent) ${COUNT} years${END}`,
    ([, count], { year }) => wholeYears(year - countOf(count), year - 1),
  ),
  rule('past-decade', `(?:over |in |during )?(?:the )?(?:past|last) decade${END}`, (_match, { year }) =>
    wholeYears(year - 10, year - 1),
  ),
  rule(
    'decade-to',
    `(?:over |in |during )?(?:the )?(?:decade|ten years) (?:up )?(?:to|until|till|ending in) ${YEAR}${END}`,
    ([, year]) => wholeYears(Number(year) - 9, Number(year)),
  ),
  rule('season', `(?:the )?(spring|summer|autumn)${OF}${YEAR}${END}`, ([, season, year]) => {
    const first = season === 'spring' ? 3 : season === 'summer' ? 6 : 9
    return months(year, first, first + 2)
  }),
  rule('half-short-year', `(?:h([12])|([12])h)[ -]?'?${YY}${YY_END}`, ([, h, hh, year]) =>
    half(`20${year}`, h ?? hh),
  ),
  rule('short-year-half', `'?${YY}-?(?:h([12])|([12])h)${YY_END}`, ([, year, h, hh]) =>
    half(`20${year}`, h ?? hh),
  ),
  rule('quarter-short-year', `(?:q([1-4])|([1-4])q)[ -]?'?${YY}${YY_END}`, ([, q, qq, year]) =>
    quarter(`20${year}`, q ?? qq),
  ),
  rule('short-year-quarter', `'?${YY}-?(?:q([1-4])|([1-4])q)${YY_END}`, ([, year, q, qq]) =>
    quarter(`20${year}`, q ?? qq),
  ),
  rule('month-short-year', `${MONTH}(?:-| ?')${YY}${YY_END}`, ([, month, year]) =>
    months(`20${year}`, monthNumber(month), monthNumber(month)),
  ),
  rule('months-short-year', `${MONTH}${TO}${MONTH}[ -]?'?${YY}${YY_END}`, ([, a, b, year]) =>
    months(`20${year}`, monthNumber(a), monthNumber(b)),
  ),
  rule('fiscal-year', `[fc]y ?'?${YY}${YY_END}`, ([, year]) => years(`20${year}`, `20${year}`)),
  rule(
    'since',
    `(?:ever )?(?:since|from|after|starting in|beginning in) ${YEAR}(?: on(?:wards?)?)?${END}`,
    ([words, year]) =>
      /^(?:from|after)/.test(words) && !/on(?:wards?)?$/.test(words) && words.startsWith('from')
        ? years(year, year)
        : { ...wholeYears(Number(year) + (words.startsWith('after') ? 1 : 0)), since: true },
  ),
  rule('onwards', `${YEAR} (?:on|onwards?|and later)${END}`, ([, year]) => ({
    ...years(year, year)!,
    since: true,
  })),
  rule('five-year-plan', `(?:the )?(1[0-9]|10)th five[ -]year plan(?: period)?${END}`, ([, count]) =>
    fiveYearPlan(Number(count)),
  ),
  rule(
    'as-of',
    `(?:as of|by|at|until|up to)?(?: the)? ?end of (?:${MONTH} )?${YEAR}${END}`,
    ([, month, year]) =>
      month === undefined ? years(year, year) : months(year, monthNumber(month), monthNumber(month)),
  ),
  // ---- Chinese
  rule('zh-year', `${ZH_YEAR}(?:全年)?(?!\\d)`, (match, today) => wholeYears(zhYear(match, 1, today))),
  rule('zh-years', `(?:从|自)?${YEAR}年?${ZH_TO}${YEAR}年(?:间|期间)?`, ([, a, b]) => years(a, b)),
  rule('zh-month', `(?:${ZH_YEAR} ?)?(?<!\\d)${ZH_COUNT}月份?(?!\\d{1,2}[日号])`, (match, today) =>
    months(zhYearText(match, 1, today), zhCount(match[4]), zhCount(match[4])),
  ),
  rule('zh-months', `(?:${ZH_YEAR} ?)?${ZH_COUNT}月?份?${ZH_TO}${ZH_COUNT}月份?`, (match, today) =>
    months(zhYearText(match, 1, today), zhCount(match[4]), zhCount(match[5])),
  ),
  rule('zh-first-months', `(?:${ZH_YEAR} ?)?(?:的)?前${ZH_COUNT}个?月`, (match, today) =>
    months(zhYearText(match, 1, today), 1, zhCount(match[4])),
  ),
  rule('zh-quarter', `(?:${ZH_YEAR} ?)?(?:第)?([一二三四1-4])季度?`, (match, today) =>
    quarter(zhYearText(match, 1, today), String(zhCount(match[4]))),
  ),
  rule('zh-quarters', `(?:${ZH_YEAR} ?)?前([二两三23])个?季度?`, (match, today) =>
    months(zhYearText(match, 1, today), 1, 3 * zhCount(match[4])),
  ),
  rule('zh-half', `(?:${ZH_YEAR} ?)?(上|下)半年`, (match, today) =>
    half(zhYearText(match, 1, today), match[4] === '上' ? '1' : '2'),
  ),
  rule('zh-past-years', `(?:最近|近|过去|前)(?:的)?${ZH_COUNT}年(?:间|来|里)?`, ([, count], { year }) =>
    wholeYears(year - zhCount(count), year - 1),
  ),
  rule('zh-since', `(?:自|从)?${YEAR}年?(以来|起|以后|之后|开始)`, ([, year, word]) => ({
    ...wholeYears(Number(year) + (word === '以后' || word === '之后' ? 1 : 0)),
    since: true,
  })),
  rule('zh-plan', `["'“]?十([一二三四五])五["'”]?(?:规划|计划)?(?:时期|期间)?`, ([, count]) =>
    fiveYearPlan(10 + zhCount(count)),
  ),
  rule('zh-as-of', `(?:截至|截止|到)?${YEAR}年(?:(\\d{1,2})月)?(?:底|末)`, ([, year, month]) =>
    month === undefined ? years(year, year) : months(year, Number(month), Number(month)),
  ),
]

const wholeYears = (first: number, last = first): { from: number; to: number } => ({
  from: yearPeriod(first).from,
  to: yearPeriod(last).to,
})

function years(first: string | undefined, last: string | undefined): Span {
  const span = wholeYears(Number(first), Number(last))
  return span.to < span.from ? null : span
}

/** Months of a year; without a year they are months of the year 0. */
function months(year: string | undefined, first: number, last: number): Span {
  if (first < 1 || last > 12 || last < first) return null
  const start = Number(year ?? 0) * 12
  return { from: start + first - 1, to: start + last - 1 }
}

function quarter(year: string | undefined, words: string | undefined): Span {
  const count = /^\d/.test(words ?? '') ? Number(words![0]) : ORDINALS.indexOf(words ?? '') + 1
  const which = words === 'last' ? 4 : count
  return months(year, which * 3 - 2, which * 3)
}

function half(year: string | undefined, words: string | undefined): Span {
  const second = words === '2' || words === 'second' || words === '2nd'
  return months(year, second ? 7 : 1, second ? 12 : 6)
}

/** The tenth plan ran from 2001 to 2005; each lasts five years. */
const fiveYearPlan = (count: number): Span => wholeYears(2001 + (count - 10) * 5, 2005 + (count - 10) * 5)

const monthNumber = (word: string | undefined): number =>
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf((word ?? '').slice(0, 3)) + 1

const countOf = (word: string | undefined): number =>
  /^\d/.test(word ?? '') ? Number(word) : COUNTS.indexOf(word ?? '') + 1

const relativeYear = (which: string | undefined, today: Today): string | undefined =>
  which === undefined ? undefined : String(today.year - (which === 'last' ? 1 : 0))

function zhCount(word: string | undefined): number {
  if (word === undefined) return 0
  if (/^\d/.test(word)) return Number(word)
  if (word.startsWith('十')) return 10 + (word.length > 1 ? zhCount(word.slice(1)) : 0)
  return word === '两' ? 2 : '一二三四五六七八九'.indexOf(word) + 1
}

/** The year of the three groups of ZH_YEAR that begin at `group`: digits, characters, or relative. */
function zhYear(match: RegExpExecArray, group: number, today: Today): number {
  const digits = match[group]
  const characters = match[group + 1]
  const relative = match[group + 2]
  if (digits !== undefined) return Number(digits)
  if (characters !== undefined) {
    return Number(
      [...characters].map((c) => ('〇零○'.includes(c) ? '0' : c === '两' ? '2' : zhCount(c))).join(''),
    )
  }
  if (relative === '前年') return today.year - 2
  if (relative === '明年') return today.year + 1
  return today.year - (relative === '去年' || relative === '上年' ? 1 : 0)
}

function zhYearText(match: RegExpExecArray, group: number, today: Today): string | undefined {
  const named = match[group] ?? match[group + 1] ?? match[group + 2]
  return named === undefined ? undefined : String(zhYear(match, group, today))
}

const ORDINALS = ['first', 'second', 'third', 'fourth']
const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

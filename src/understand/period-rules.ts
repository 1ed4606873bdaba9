/** How periods are written in English and Chinese: a pattern for each way, and the months that it means. */
import {
  END,
  HALF_NAMED,
  half,
  MONTH,
  MONTHS_NAMED,
  type MonthSpan,
  monthNumber,
  months,
  QUARTER_NAMED,
  quarter,
  type Rule,
  rule,
  TO,
  type Today,
  wholeYears,
  YEAR,
  years,
} from './period-rule.ts'
import { SHORT_YEAR_RULES } from './short-year-rules.ts'
import { type Signal, signal } from './signals.ts'

/** Between two years, "and" names both; between two months it spans them. */
const SPAN = ' ?(?:-|~|/|\\.{2,3}|to|till|until|through|thru|up to) ?'
const OF = ',? ?(?:of |in )?(?:the year )?'
const COUNT = '(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const ZH_COUNT = '(\\d{1,2}|十[一二]?|[一二两三四五六七八九])'
const ZH_TO = ' ?(?:-|~|到|至|—) ?'
const ZH_YEAR = `(?:${YEAR} ?年?度?的?|([二两][〇零○][〇零○一二三四五六七八九]{2})年?度?的?|(去年|今年|前年|明年|上年|本年|当年)度?的?)`
const HYPHEN = signal('-')
const MONTH_WORD = signal(/month/)
const YEAR_WORD = signal(/year/)
const NIAN = signal('年')
const YUE = signal('月')
const JI = signal('季')
/** What must be heard somewhere in the text, or the rule of this name is not tried: mostly five of forty are. */
const NEEDS: Readonly<Record<string, Signal>> = {
  'years-between': signal('between'),
  'years-short': signal('-|/'),
  'halves-between': signal(/[qh][1-4]|\d[qh]$|^h$/),
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
  'past-decade': signal(/decade/),
  'decade-to': signal(/decade|^ten$/),
  season: signal(/spring|summer|autumn/),
  since: signal(/since|from|after|starting|beginning/),
  onwards: signal('on|onward|onwards|and'),
  'five-year-plan': signal(/plan/),
  'as-of': signal(/end/),
  'zh-year': signal(/^\p{Script=Han}$/u),
  'zh-years': NIAN,
  'zh-month': YUE,
  'zh-months': YUE,
  'zh-first-months': YUE,
  'zh-quarter': JI,
  'zh-quarters': JI,
  'zh-half': signal('半'),
  'zh-past-years': NIAN,
  'zh-since': signal('来|起|后|始'),
  'zh-plan': signal('十'),
  'zh-as-of': NIAN,
}

const ruled = (name: string, source: string, read: Rule['read']): Rule =>
  rule(name, source, read, NEEDS[name])

export const RULES: readonly Rule[] = [
  ruled(
    'year',
    `(?:fy ?|cy ?|(?:(?:full|calendar|financial|fiscal|whole|entire) )?year )?${YEAR}(?: ?年| nian\\b)?度?(?!\\d|,\\d{3})`,
    ([, year]) => years(year, year),
  ),
  ruled('years-between', `between ${YEAR} and ${YEAR}(?!\\d)`, ([, a, b]) => years(a, b)),
  ruled(
    'years',
    `(?:from |between )?${YEAR}(?: ?年)?(?:${SPAN}|${ZH_TO})${YEAR}(?: ?年)?(?!\\d)`,
    ([, a, b]) => years(a, b),
  ),
  ruled('years-short', `${YEAR} ?[-/] ?(\\d\\d)(?!\\d|[-/]\\d| ?月)`, ([, a, b]) =>
    years(a, `${a!.slice(0, 2)}${b}`),
  ),
  ruled(
    'months-iso',
    `${YEAR}-(0[1-9]|1[0-2])${SPAN}${YEAR}-(0[1-9]|1[0-2])(?!\\d)`,
    ([, a, from, b, to]) => {
      const first = Number(a) * 12 + Number(from) - 1
      const last = Number(b) * 12 + Number(to) - 1
      return last < first ? null : { from: first, to: last }
    },
  ),
  ruled('halves-between', `${YEAR}[ -]?([qh])([1-4])${SPAN}${YEAR}[ -]?([qh])([1-4])${END}`, (match) => {
    const [, first, begin, at, last, end, to] = match
    const from = begin === 'q' ? quarter(first, at) : half(first, at)
    const till = end === 'q' ? quarter(last, to) : half(last, to)
    return from === null || till === null || till.to < from.from ? null : { from: from.from, to: till.to }
  }),
  ruled('month-iso', `${YEAR}-(0[1-9]|1[0-2])(?!\\d)`, ([, year, month]) =>
    months(year, Number(month), Number(month)),
  ),
  ruled('month', `${MONTH}${OF}(?:${YEAR})?${END}`, ([, month, year]) =>
    months(year, monthNumber(month), monthNumber(month)),
  ),
  ruled('month-behind', `${YEAR},? ${MONTH}${END}`, ([, year, month]) =>
    months(year, monthNumber(month), monthNumber(month)),
  ),
  ruled('months', `(?:from |between )?${MONTH}${TO}${MONTH}${OF}(?:${YEAR})?${END}`, ([, a, b, year]) =>
    months(year, monthNumber(a), monthNumber(b)),
  ),
  ruled('months-side-by-side', `${MONTH} ${MONTH}${OF}(?:${YEAR})?${END}`, ([, a, b, year]) =>
    months(year, monthNumber(a), monthNumber(b)),
  ),
  ruled('quarters', `(?:from )?q1${TO}q([234])${OF}(?:${YEAR})?${END}`, ([, q, year]) =>
    months(year, 1, 3 * Number(q)),
  ),
  ruled('year-quarters', `${YEAR},? q1${TO}q([234])${END}`, ([, year, q]) => months(year, 1, 3 * Number(q))),
  ruled(
    'first-quarters',
    `(?:the )?first (two|three|2|3) quarters${OF}(?:${YEAR})?${END}`,
    ([, count, year]) => months(year, 1, 3 * countOf(count)),
  ),
  ruled('year-first-quarters', `${YEAR},? (?:the )?first (two|three|2|3) quarters${END}`, ([, year, count]) =>
    months(year, 1, 3 * countOf(count)),
  ),
  ruled('months-behind', `${YEAR},? (?:from |between )?${MONTH}${TO}${MONTH}${END}`, ([, year, a, b]) =>
    months(year, monthNumber(a), monthNumber(b)),
  ),
  ruled(
    'months-this-year',
    `(?:from |between )?${MONTH}${TO}${MONTH} (?:of )?(this|last) year${END}`,
    ([, a, b, which], today) =>
      months(String(today.year - (which === 'last' ? 1 : 0)), monthNumber(a), monthNumber(b)),
  ),
  ruled(
    'first-months',
    `(?:the )?first ${COUNT} months?${OF}(?:${YEAR}|(this|last) year)?${END}`,
    ([, count, year, which], today) => months(year ?? relativeYear(which, today), 1, countOf(count)),
  ),
  ruled('year-first-months', `${YEAR},? (?:the )?first ${COUNT} months?${END}`, ([, year, count]) =>
    months(year, 1, countOf(count)),
  ),
  ruled(
    'quarter',
    `(?:the )?(?:q([1-4])|(first|second|third|fourth|last|1st|2nd|3rd|4th)[ -]quarter)${OF}(?:${YEAR}|(this|last) year)?${END}`,
    ([, q, word, year, which], today) => quarter(year ?? relativeYear(which, today), q ?? word),
  ),
  ruled(
    'year-quarter',
    `${YEAR},? ?(?:q([1-4])|(first|second|third|fourth|1st|2nd|3rd|4th) quarter)${END}`,
    ([, year, q, word]) => quarter(year, q ?? word),
  ),
  ruled(
    'half',
    `(?:the )?(?:h([12])|([12])h|(first|second|1st|2nd)[ -]half(?: year| of the year)?)${OF}(?:${YEAR}|(this|last) year)?${END}`,
    ([, h, hh, word, year, which], today) => half(year ?? relativeYear(which, today), h ?? hh ?? word),
  ),
  ruled('year-half', `${YEAR},? ?(?:h([12])|(first|second)[ -]half)${END}`, ([, year, h, word]) =>
    half(year, h ?? word),
  ),
  ruled(
    'relative-year',
    `(?:the )?(last|this|current|next|previous|past|prior) year(?!s| ?(?:plan|-))${END}`,
    ([, which], { year }) =>
      wholeYears(year + (which === 'next' ? 1 : which === 'this' || which === 'current' ? 0 : -1)),
  ),
  ruled('year-before-last', `(?:the )?year before last${END}`, (_match, { year }) => wholeYears(year - 2)),
  ruled(
    'past-years',
    `(?:over |in |during |for )?(?:the )?(?:past|last|previous|recent) ${COUNT} years${END}`,
    ([, count], { year }) => wholeYears(year - countOf(count), year - 1),
  ),
  ruled('past-decade', `(?:over |in |during )?(?:the )?(?:past|last) decade${END}`, (_match, { year }) =>
    wholeYears(year - 10, year - 1),
  ),
  ruled(
    'decade-to',
    `(?:over |in |during )?(?:the )?(?:decade|ten years) (?:up )?(?:to|until|till|ending in) ${YEAR}${END}`,
    ([, year]) => wholeYears(Number(year) - 9, Number(year)),
  ),
  ruled('season', `(?:the )?(spring|summer|autumn)${OF}${YEAR}${END}`, ([, season, year]) => {
    const first = season === 'spring' ? 3 : season === 'summer' ? 6 : 9
    return months(year, first, first + 2)
  }),
  ruled(
    'since',
    `(?:ever )?(?:since|from|after|starting in|beginning in) ${YEAR}(?: on(?:wards?)?)?${END}`,
    ([words, year]) =>
      /^(?:from|after)/.test(words) && !/on(?:wards?)?$/.test(words) && words.startsWith('from')
        ? years(year, year)
        : { ...wholeYears(Number(year) + (words.startsWith('after') ? 1 : 0)), since: true },
  ),
  ruled('onwards', `${YEAR} (?:on|onwards?|and later)${END}`, ([, year]) => ({
    ...years(year, year)!,
    since: true,
  })),
  ruled('five-year-plan', `(?:the )?(1[0-9]|10)th five[ -]year plan(?: period)?${END}`, ([, count]) =>
    fiveYearPlan(Number(count)),
  ),
  ruled(
    'as-of',
    `(?:as of|by|at|until|up to)?(?: the)? ?end of (?:${MONTH} )?${YEAR}${END}`,
    ([, month, year]) =>
      month === undefined ? years(year, year) : months(year, monthNumber(month), monthNumber(month)),
  ),
  ...SHORT_YEAR_RULES,
  // ---- Chinese
  ruled(
    'zh-year',
    `${ZH_YEAR}(?:全年|整年|一整年|年内(?![资需陆销贸外部容蒙])|一年(?!期))?(?!\\d)`,
    (match, today) => wholeYears(zhYear(match, 1, today)),
  ),
  ruled('zh-years', `(?:从|自)?${YEAR}年?${ZH_TO}${YEAR}年(?:间|期间)?`, ([, a, b]) => years(a, b)),
  ruled(
    'zh-month',
    `(?:${ZH_YEAR} ?)?(?<!\\d)${ZH_COUNT}月份?(?:当月|单月|单个月|一个月)?(?!\\d{1,2}[日号])`,
    (match, today) => months(zhYearText(match, 1, today), zhCount(match[4]), zhCount(match[4])),
  ),
  ruled('zh-months', `(?:${ZH_YEAR} ?)?${ZH_COUNT}月?份?${ZH_TO}${ZH_COUNT}月份?`, (match, today) =>
    months(zhYearText(match, 1, today), zhCount(match[4]), zhCount(match[5])),
  ),
  ruled('zh-first-months', `(?:${ZH_YEAR} ?)?(?:的)?[前头首]${ZH_COUNT}个?月`, (match, today) =>
    months(zhYearText(match, 1, today), 1, zhCount(match[4])),
  ),
  ruled('zh-quarter', `(?:${ZH_YEAR} ?)?(?:第)?([一二三四1-4])季度?(?:当季|单季)?`, (match, today) =>
    quarter(zhYearText(match, 1, today), String(zhCount(match[4]))),
  ),
  ruled('zh-quarters', `(?:${ZH_YEAR} ?)?[前头首]([二两三23])个?季度?`, (match, today) =>
    months(zhYearText(match, 1, today), 1, 3 * zhCount(match[4])),
  ),
  ruled('zh-half', `(?:${ZH_YEAR} ?)?(上|下|前|后)半年`, (match, today) =>
    half(zhYearText(match, 1, today), match[4] === '上' || match[4] === '前' ? '1' : '2'),
  ),
  ruled('zh-past-years', `(?:最近|近|过去|前)(?:的)?${ZH_COUNT}年(?:间|来|里)?`, ([, count], { year }) =>
    wholeYears(year - zhCount(count), year - 1),
  ),
  ruled('zh-since', `(?:自|从)?${YEAR}年?(以来|起|以后|之后|开始)`, ([, year, word]) => ({
    ...wholeYears(Number(year) + (word === '以后' || word === '之后' ? 1 : 0)),
    since: true,
  })),
  ruled(
    'zh-plan',
    `["'“]?十([一二三四五])五["'”]?(?:规划|计划)?(?:时期|期间)?(?:的)?(末年?|期末|收官之?年|收官年|最后一年|结束时|结束之年|结束那年)?`,
    ([, count, end]) =>
      end === undefined ? fiveYearPlan(10 + zhCount(count)) : wholeYears(2005 + zhCount(count) * 5),
  ),
  ruled('zh-as-of', `(?:截至|截止|到)?${YEAR}年(?:(\\d{1,2})月)?(?:底|末)`, ([, year, month]) =>
    month === undefined ? years(year, year) : months(year, Number(month), Number(month)),
  ),
]

/** The tenth plan ran from 2001 to 2005; each lasts five years. */
const fiveYearPlan = (count: number): MonthSpan =>
  wholeYears(2001 + (count - 10) * 5, 2005 + (count - 10) * 5)

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

const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

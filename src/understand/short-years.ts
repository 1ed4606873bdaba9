/**
 * Years of two digits as Chinese writes them: 23年, 24上半年, 21到23年, （23、24、25）, GDP 22. They are written out
 * (2023年) before anything else is read, so that every rule for periods holds for them too. A number that counts
 * something (24个, 近10年, 20年来) stays what it is.
 */

import type { Said } from './said.ts'
import { isHeard, signal } from './signals.ts'

/** `text` (folded) with its years of two digits written out; the same text where it has none. */
export function withFullYears({ text, signals }: Said): string {
  if (!isHeard(TWO_DIGITS, signals) || !isHeard(HAN, signals)) return text
  const written = text
    .replace(LISTED, (found, at: number) => (isCounted(text, at) ? found : found.replace(SHORT_YEAR, '20$1')))
    .replace(OF_TIME, (found, year: string, at: number, whole: string) =>
      isCounted(whole, at) ? found : `20${year}`,
    )
  return YEAR_NAMED.test(written) ? listed(written) : alone(written)
}

/** Whether what stands before a number says how long something takes: 近10年, 用了12年, 第20年. */
const isCounted = (text: string, at: number): boolean => LASTING.test(text.slice(Math.max(0, at - 3), at))

/** 近三年（23、24、25）: years in brackets beside a time. */
const listed = (text: string): string => text.replace(BRACKETED, (list) => list.replace(SHORT_YEAR, '20$1'))

/** "青岛 GDP 22", 增速（23、24、25）: where no time is named, a number by itself is one. */
function alone(text: string): string {
  const inBrackets = listed(text)
  if (inBrackets !== text) return inBrackets
  const [year, ...others] = text.matchAll(LONE)
  if (year === undefined || others.length > 0 || !/\p{L}/u.test(text)) return text
  const before = text.slice(0, year.index).trimEnd()
  const behind = text.slice(year.index + 2).trimStart()
  if (ORDERED.test(before) || COUNTED.test(behind) || (LATIN.test(before) && !NAMES.test(before))) return text
  return `${text.slice(0, year.index)}20${text.slice(year.index)}`
}

const TWO_DIGITS = signal(/\d\d/)
const HAN = signal(/\p{Script=Han}/u)
const YY = '([0-2]\\d|3[0-5])'
/** 21到23年, 23-25年, 19、20、21年: those before the last. */
const LISTED = new RegExp(
  `(?<!\\d|\\d[.,])${YY}(?:年? ?[-~到至、和与及] ?(?:20)?${YY}){0,5}(?=年? ?[-~到至、和与及] ?(?:20)?${YY}年(?![来间内里期级代龄]|以上))`,
  'gu',
)
/** 23年, unless it is a stretch of time; 24上半年, 23一季度, 23q1, 24h1, 23底. */
const OF_TIME = new RegExp(
  `(?<![\\d年]|\\d[.,])'?${YY}(?=年(?!来|间|内|里|期|级|代|龄|均|轻|薪|多|左右|以[上下内]|之[久后内]|连续|时间|规划|经验|后|前(?![\\d一二两三四五六七八九十]))|全年|[上下]半年|第?[一二三四1-4]季度?|前[一二两三四五六七八九十\\d]{1,2}个?[月季]|[qh][1-4](?![\\da-z])|年?[底末初]|年?1?\\d?(?:-1?\\d)月)`,
  'gu',
)
/** What a length of time stands behind. */
const LASTING =
  /(?:近|过去|最近|这|(?<!目|之)前|(?<!然|之)后|未来|历时|连续|累计|了|满|约|达|超过?|每|第|隔|整整|共|几|长达|为期|今后|不到|大约)\s?$/u
const YEAR_NAMED = /(?:19|20)\d\d|年|季度?|月|\bq[1-4]\b|\bh[12]\b/u
const BRACKETED = /\((?:(?:[0-2]\d|3[0-5])年?[、,/ ]{1,2})+(?:[0-2]\d|3[0-5])年?\)/gu
const SHORT_YEAR = /(?<!\d)([0-2]\d|3[0-5])(?!\d)/gu
/** A number that stands by itself, between blanks or marks. */
const LONE = /(?<![\p{L}\p{N}$¥+~-]|\d[.,])(?:[12]\d|3[0-5])(?![\p{L}\p{N}%]|[.,/~-]\d)/gu
/** An English question has its own way of giving a year. */
const LATIN = /[a-z]$/
const NAMES = /\b(?:gdp|nev|r&d|rd)$/
/** "top 20", 前 20 */
const ORDERED = /(?:top|前|第|超过?|over|约|达|共|近|为|是|有|到)$/u
/** 24 个, 15 亿元, 20 城市: how many. */
const COUNTED =
  /^(?:[个家项条座台件份倍岁位名次类种处辆吨亩万亿千百元点]|%|百分|城市|省|地区|[gmk]w|[mb]n|billion|million|trillion|percent|pct|yuan|projects?)/u

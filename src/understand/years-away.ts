/**
 * "And two years before that?", 前一年呢: a time told by its distance from the one spoken of before. It is put into the
 * text as a time of its own, so that it is read like any other.
 */
import { isWholeYears, type Period, yearOf } from '../facts/period.ts'

/** The text with the distance written as the time meant; `before` is the time last spoken of, if there was one. */
export function withYearsMeant(text: string, before: Period | null): string {
  if (A_YEAR.test(text)) return withYearsBeside(text)
  if (before === null) return text
  const english = DISTANCE.exec(text)
  if (english !== null) {
    const [said, count] = english
    const years = NUMBERS.get(count ?? 'one') ?? Number(count)
    const away = AFTER.test(said) ? years : -years
    // "and Jan-May the year after": the months are named, the year alone is told by its distance
    const meant = MONTHS.test(text) ? String(yearOf(before.to) + away) : inWords(before, away)
    return text.replace(said, `in ${meant}`)
  }
  const chinese = DISTANCE_ZH.exec(text)
  if (chinese === null) return text
  const [said, back, ago, on] = chinese
  const count = back ?? ago ?? on ?? '一'
  const years = NUMBERS.get(count) ?? Number(count)
  return text.replace(said, inWords(before, on === undefined ? -years : years))
}

/** "The year before 2022", "two years after 2020", 2022年的上一年: told by its distance from a year that is named. */
function withYearsBeside(text: string): string {
  if (text.includes('year'))
    return text.replace(BESIDE, (_said, count: string | undefined, side: string, year: string) => {
      const years = NUMBERS.get(count ?? 'one') ?? Number(count)
      return String(Number(year) + (AFTER.test(side) ? years : -years))
    })
  if (!text.includes('年')) return text
  return text.replace(
    BESIDE_ZH,
    (_said, year: string, side: string) => `${Number(year) + (NEXT_ZH.test(side) ? 1 : -1)}年`,
  )
}

/** The same months, so many years later: as both languages write it. */
function inWords(period: Period, years: number): string {
  const year = yearOf(period.from) + years
  if (isWholeYears(period)) {
    const last = yearOf(period.to) + years
    return year === last ? String(year) : `${year}-${last}`
  }
  const [first, last] = [period.from, period.to].map((month) => (month % 12) + 1)
  return first === last ? `${year}年${last}月` : `${year}年${first}-${last}月`
}

/** A year that is named says itself when it was. */
const A_YEAR = /(?:19|20)\d\d/
/** Not "more than the year before": there the other year is what a change is measured against. */
const DISTANCE =
  /(?<!\b(?:over|than|versus|vs|against|from|on|to|with|of|above|since|unlike|each|every) )\b(?:the (?:y(?:ea)?r before|previous y(?:ea)?r|prior y(?:ea)?r|preceding y(?:ea)?r|y(?:ea)?r prior|y(?:ea)?r earlier|y(?:ea)?r after|following y(?:ea)?r|y(?:ea)?r later|next y(?:ea)?r)(?! last\b)|(one|an?|two|three|four|five|six|seven|\d) y(?:ea)?rs? (?:before|earlier|prior|later|after))\b(?: that\b)?/
const BESIDE =
  /\b(?:the year|(one|an?|two|three|four|five|six|seven|\d) years?) (before|prior to|preceding|earlier than|after|following|later than) ((?:19|20)\d\d)\b/g
const BESIDE_ZH =
  /((?:19|20)\d\d)年?的?(上一年|前一年|上年|次年|后一年|下一年|第二年)(?!同期|同季|同月|度?增|比)/g
const NEXT_ZH = /[次后下二]/
const AFTER = /after|later|following|next/
const MONTHS =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|h[12]|q[1-4]|january|february|march|april|august|september|october|november|december|quarter|half|months)\b/
const DISTANCE_ZH =
  /(?<![比较同跟与和])(?:(?:再往前|往前|再早|再上|早|前|上)([一两二三四五六]|\d)年|([一两二三四五六]|\d)年(?:之前|以前|前)|(?:再往后|往后|再过|后)([一两二三四五六]|\d)年)(?!个|来|期)/
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['一', 1],
  ['两', 2],
  ['二', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
])

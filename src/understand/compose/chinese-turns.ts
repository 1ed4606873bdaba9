/** Turns of phrase of Chinese questions that no single span shows: 2018-2024变化, 怎么一步步增加的, 翻了几倍, 不要目标. */

import type { Span } from '../segment.ts'
import { isHeard, Pattern, signal } from '../signals.ts'
import type { Named, Parts } from './draft.ts'

/** Adds the cues that they give, and takes away what they turn into something else. */
export function hearChineseTurns({
  text,
  signals,
  cues,
  measures,
  units,
  periods,
  bases,
  amounts,
  unknown,
  soft,
}: Parts): void {
  if (!isHeard(HAN, signals)) return
  const digits = DIGITS.exec(text, signals)?.[0].match(DIGITS_SAID)?.[0]
  if (digits !== undefined && !amounts.some(({ bounded }) => bounded)) {
    const [op, value] = GROWTH_OF.get(digits[0]!)!
    amounts.push({ filter: { op, value, unit: 'percent' }, bounded: true, at: -1 })
    if (measures.length === 0) measures.push({ ids: ['growth'], at: -1, text: digits })
    passOver(digits, { unknown, soft })
  }
  const isOverYears =
    periods.length > 1 || periods.some(({ period, since }) => since || period.to - period.from > MONTHS)
  if (isOverYears && CHANGED.test(text) && !BY_HOW_MUCH.test(text)) {
    cues.add('intent:trend')
    keep(measures, ({ text: word }) => !CHANGE_WORDS.has(word))
  }
  if (cues.has('intent:trend') && bases.length > 0 && HOW_IT_ROSE.test(text))
    keep(measures, ({ text: word }) => !RISE_WORDS.has(word))
  if (isOverYears && TIMES.test(text)) {
    // the figures themselves show it
    cues.add('intent:trend')
    keep(units, ({ ids }) => !ids.includes('times'))
  }
  // 相比2015年提高了几个百分点 asks for one figure, not for two
  if (ROSE_AGAINST.test(text)) cues.delete('intent:compare')
  if (cues.has('status:target') || cues.has('status:planned')) {
    const turnedDown = NOT_THE_OUTCOME.exec(text)
    if (turnedDown !== null) {
      cues.delete('status:actual')
      passOver(turnedDown[0], { unknown, soft })
    }
  }
  const refused = NOT_THE_TARGET.exec(text)
  if (refused !== null) {
    cues.delete('status:target')
    cues.delete('status:planned')
    cues.add('status:actual')
    passOver(refused[0], { unknown, soft })
  }
}

/** The unknown words of what was turned down count for nothing. */
function passOver(turnedDown: string, { unknown, soft }: Pick<Parts, 'unknown' | 'soft'>): void {
  const said = unknown.filter((word) => turnedDown.includes(word))
  keep(unknown, (word) => !said.includes(word))
  soft.push(...said)
}

/** The places of the spans that a later one takes back: 去年，不对，2024年的. */
export function takenBack(spans: readonly Span[]): ReadonlySet<number> {
  const turn = spans.findIndex(({ text }) => CORRECTED.has(text))
  const taken = new Set<number>()
  if (turn < 1) return taken
  for (const kind of ['period', 'region'] as const) {
    const named = spans.flatMap((span, at) => (isOf(span, kind) ? [at] : []))
    if (named.some((at) => at > turn)) for (const at of named) if (at < turn) taken.add(at)
  }
  return taken
}

/** Whether a negation of the text turns down a result beside a target, which the status answers; where it stands. */
export const outcomeTurnedDown = ({ text, cues }: Pick<Parts, 'text' | 'cues'>): string =>
  (cues.has('status:target') || cues.has('status:planned')) && !cues.has('status:actual')
    ? (NOT_THE_OUTCOME.exec(text)?.[0] ?? '')
    : ''

const isOf = ({ meaning }: Span, kind: 'period' | 'region'): boolean =>
  kind === 'period'
    ? meaning.kind === 'period'
    : meaning.kind === 'names' && meaning.entities.some((entity) => entity.kind === 'region')

function keep<T extends Named | string>(list: T[], fits: (one: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(fits))
}

const HAN = signal(/\p{Script=Han}/u)
/** 两位数增长, 增速在两位数: a growth of two digits is one of ten percent or more. */
const DIGITS = new Pattern(
  '位',
  /[两双三个]位数(?:以上)?的?(?:同比)?(?:高?增|高?涨|提升)|(?:增长|增速|增幅|涨幅|上涨)[^,.。;?!]{0,6}[两双三个]位数/,
)
const DIGITS_SAID = /[两双三个]位数/
const GROWTH_OF: ReadonlyMap<string, readonly ['over' | 'under', number]> = new Map([
  ['两', ['over', 10]],
  ['双', ['over', 10]],
  ['三', ['over', 100]],
  ['个', ['under', 10]],
])
const MONTHS = 11
/** 2018-2024变化, 这几年的变化; not 变化了多少, 变化幅度 */
const CHANGED = /变化|变动|怎么变/
const BY_HOW_MUCH = /变[化动](?:了|幅|率|多少|几)|百分点/
const CHANGE_WORDS: ReadonlySet<string> = new Set(['变化', '变动', '改变'])
/** 怎么一步步增加的 */
const HOW_IT_ROSE = /(?:怎么|如何|怎样|咋).{0,12}(?:增|涨|升|提高|长)/
const RISE_WORDS: ReadonlySet<string> = new Set([
  '增加',
  '增长',
  '上升',
  '涨',
  '上涨',
  '提高',
  '提升',
  '增长了',
])
/** 是原来的几倍, 翻了几番 */
const TIMES = /(?:几|多少)[倍番]|翻[了]?(?:几|多少)/
/** 我不要年初定的那个目标, 不是规划的 */
const NOT_THE_TARGET =
  /(?:不要|(?<!是)不是|不看|别给|别拿|不用|而非|并非)[^,.。;?!]{0,10}(?:目标|计划|规划|预期|预测)/
/** 不含已实现数据: beside a target it says again that no result is asked for. */
const NOT_THE_OUTCOME =
  /(?:不要|不含|不包括|不包含|不算|不看|不用|不需要|无需|别给|别拿|别要|别算|别报|不是|剔除|排除|除去|扣除|去掉|而非|并非|非)[^,.。;?!、]{0,4}(?:实现|完成|实际|实绩|达成|兑现)(?:了|的|过)?(?:数据|数字|数值|数|值|部分|结果|情况|金额)?(?=$|[,.。;?!、)\s]|的)/
const ROSE_AGAINST =
  /(?:比|较).{0,3}(?:19|20)\d\d.{0,12}(?:提高|上升|提升|增加|下降|降低|减少|扩大|高|涨)了?出?(?:多少|几).{0,3}百分点/
const CORRECTED: ReadonlySet<string> = new Set(
  '不对 哦不 噢不 啊不 口误 打错了 说错了 写错了 更正 更正一下'.split(' '),
)

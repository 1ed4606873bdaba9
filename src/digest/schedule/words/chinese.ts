/** How the pieces of a schedule are said in Chinese. */
import { LAST } from '../cron-fields.ts'
import {
  daysThrough,
  impossible,
  type Part,
  type Rule,
  type Token,
  type Unit,
  WEEKEND,
  WORKDAYS,
} from './token.ts'

export const CHINESE: readonly Rule[] = [
  // rhythms
  {
    pattern:
      /每(?:(隔) ?)?(?:(\d{1,3}|[一二两三四五六七八九十]{1,3}|半) ?)?个?(分钟|小时|钟头|刻钟|天|日|周|星期|礼拜|月|季度|季|年)/y,
    token: ([said, apart, number, unit]) => rhythm(said, apart !== undefined, number, unit!),
  },
  {
    pattern: /季度?|年/y,
    token: ([said]) => ({ kind: 'rhythm', unit: UNITS[said]!, every: 1 }),
  },
  { pattern: /天天|日报/y, token: () => ({ kind: 'rhythm', unit: 'day', every: 1 }) },
  { pattern: /周报/y, token: () => ({ kind: 'rhythm', unit: 'week', every: 1 }) },
  { pattern: /月报/y, token: () => ({ kind: 'rhythm', unit: 'month', every: 1 }) },
  {
    pattern: /每(天|日|周|星期|礼拜|月|季度|季|年)[一1]次/y,
    token: ([, unit]) => ({ kind: 'rhythm', unit: UNITS[unit!]!, every: 1 }),
  },
  { pattern: /第[一二三四1-4]个?季度?/y, token: ([said]) => impossible(said, '每季度9点') },
  { pattern: /隔天|隔日|每隔一天/y, token: ([said]) => impossible(said, '每天9点') },
  { pattern: /隔周|双周|单周|每隔一周/y, token: ([said]) => impossible(said, '每周一9点') },
  { pattern: /隔月/y, token: ([said]) => impossible(said, '每两个月1号9点') },
  { pattern: /[一1]次/y, token: () => ({ kind: 'noise' }) },
  { pattern: /[二两三四五2-9]次/y, token: ([said]) => unclear(said, '每天9点和17点') },
  // days
  {
    pattern:
      /每?个?(?:周|星期|礼拜)([一二三四五六日天]|[1-6](?!\d))(?![:十])(?:到|至|-|~)(?:周|星期|礼拜)?([一二三四五六日天]|[1-6](?!\d))(?![点时号:十])/y,
    token: ([said, from, to]) => weekdays(said, daysThrough(dayOf(from!), dayOf(to!))),
  },
  {
    pattern:
      /每?个?(?:周|星期|礼拜)(?:[一二三四五六日天](?![:点时])|[1-6](?![\d:点时]))(?:[、,和与及]{0,2}[一二三四五六日天](?![点时号:十月个天]))*/y,
    token: ([said]) => weekdays(said, [...said.replace(/星期|[每个周礼拜、,和与及]/g, '')].map(dayOf)),
  },
  { pattern: /每?个?(?:工作日|平日|上班日)/y, token: ([said]) => weekdays(said, WORKDAYS) },
  { pattern: /每?个?(?:周末|双休日)/y, token: ([said]) => weekdays(said, WEEKEND) },
  {
    pattern:
      /(\d{1,2}|[一二三四五六七八九十廿]{1,3})(?=(?:(?:[、,和与及]|到|至|-|~) ?(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})){1,12} ?[号日])/y,
    token: ([, number]) => date(numberOf(number!)),
  },
  {
    pattern: /(\d{1,2}|[一二三四五六七八九十廿]{1,3}) ?[号日](?!报)/y,
    token: ([, number]) => date(numberOf(number!)),
  },
  { pattern: /第([一二三四五1-5])个?/y, token: ([, number]) => date(numberOf(number!)) },
  { pattern: /第一天/y, token: () => date(1) },
  { pattern: /最后一?个?[天日]?/y, token: () => date(LAST) },
  { pattern: /月初|首日/y, token: () => date(1) },
  { pattern: /(?:每个?)?月(?:底|末)/y, token: () => date(LAST) },
  { pattern: /底|末/y, token: () => date(LAST) },
  { pattern: /初(?![一二三四五六七八九十])/y, token: () => date(1) },
  {
    pattern:
      /(\d{1,2}|十[一二]?|[一二三四五六七八九]) ?月份? ?(?:(\d{1,2}|[一二三四五六七八九十廿]{1,3}) ?[号日])?/y,
    token: ([, number, day]) => {
      const month = numberOf(number!)
      if (month < 1 || month > 12) return null
      if (day === undefined) return { kind: 'months', months: [month] }
      const named = numberOf(day)
      return named >= 1 && named <= 31 ? { kind: 'annual', month, day: named } : null
    },
  },
  // times
  {
    pattern:
      /(\d{1,2}|[零〇一二两三四五六七八九十廿]{1,3}) ?(?:点钟?|时) ?(?:(半)|([一三])刻|整|零?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:分|(?![\d号日月个点时:])))?/y,
    token: ([said, hour, half, quarters, minute]) =>
      clock(
        said,
        numberOf(hour!),
        half !== undefined
          ? 30
          : quarters !== undefined
            ? numberOf(quarters) * 15
            : minute === undefined
              ? 0
              : numberOf(minute),
      ),
  },
  { pattern: /正午/y, token: ([said]) => clock(said, 12, 0) },
  { pattern: /午夜|子夜/y, token: ([said]) => clock(said, 0, 0) },
  {
    pattern: /凌晨|清晨|清早|早晨|早上|早间|早|上午|中午|午后|下午|傍晚|晚上|晚间|晚|夜里|夜间|半夜|深夜/y,
    token: ([said]) => ({ kind: 'part', part: PARTS[said] ?? 'morning', said }),
  },
  {
    pattern: /的?第? ?([0-5]?\d|[一二三四五六七八九十]{1,3}) ?分钟?(?!之)/y,
    token: ([, minute]) => {
      const number = numberOf(minute!)
      return number < 60 ? { kind: 'past', minute: number } : null
    },
  },
  // what stands between
  { pattern: /每个?|逢|所有/y, token: () => ({ kind: 'every' }) },
  { pattern: /从|自/y, token: () => ({ kind: 'at' }) },
  { pattern: /、|和|与|及|以及|跟|还有|并/y, token: () => ({ kind: 'and' }) },
  { pattern: /到|至|—/y, token: () => ({ kind: 'to' }) },
  {
    pattern: /的|在|于|之间|间|当天|当日|准时|定时|推送|发送|发布|发|。|请/y,
    token: () => ({ kind: 'noise' }),
  },
  {
    pattern: /明天|今天|后天|今晚|明早|下周[一二三四五六日天]?|下个?月|仅此/y,
    token: ([said]) => ({ kind: 'mistake', mistake: { code: 'not-recurring', params: { value: said } } }),
  },
]

/** 十 -> 10, 廿一 -> 21, 三十 -> 30, 四十五 -> 45, 〇九 -> 9 */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replace(/^廿/, '二十').replace(/[零〇]/g, '')
  if (plain === '') return 0
  const [tens, ones] = plain.includes('十') ? plain.split('十', 2) : ['0', plain]
  const tensOf = tens === '' ? 1 : digitOf(tens!)
  const onesOf = ones === undefined || ones === '' ? 0 : digitOf(ones)
  return tensOf * 10 + onesOf
}

/** NaN for what is no single digit: such a number fits nowhere. */
function digitOf(text: string): number {
  if (text === '0') return 0
  if (text === '两') return 2
  const digit = text.length === 1 ? '一二三四五六七八九'.indexOf(text) : -1
  return digit < 0 ? Number.NaN : digit + 1
}

function dayOf(text: string): number {
  if (text === '日' || text === '天') return 0
  return numberOf(text)
}

const PARTS: Readonly<Record<string, Part>> = {
  凌晨: 'small hours',
  中午: 'noon',
  午后: 'afternoon',
  下午: 'afternoon',
  傍晚: 'evening',
  晚上: 'evening',
  晚间: 'evening',
  晚: 'evening',
  夜里: 'evening',
  夜间: 'evening',
  半夜: 'evening',
  深夜: 'evening',
}

const UNITS: Readonly<Record<string, Unit>> = {
  分钟: 'minute',
  小时: 'hour',
  钟头: 'hour',
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  季度: 'quarter',
  季: 'quarter',
  年: 'year',
}

function rhythm(said: string, apart: boolean, number: string | undefined, word: string): Token {
  // 隔一小时 is every hour to some and every second hour to others
  if (apart && (number === undefined || numberOf(number) === 1))
    return UNITS[word] === 'hour' ? unclear(said, '每两小时') : impossible(said, '每天9点')
  if (word === '刻钟') return { kind: 'rhythm', unit: 'minute', every: 15 * numberOf(number ?? '一') }
  const unit = UNITS[word]!
  if (number !== '半') return { kind: 'rhythm', unit, every: numberOf(number ?? '一') }
  if (unit === 'hour') return { kind: 'rhythm', unit: 'minute', every: 30 }
  if (unit === 'year') return { kind: 'rhythm', unit: 'month', every: 6 }
  return unit === 'month' ? impossible(said, '每月1号和15号9点') : unclear(said, '每天9点和17点')
}

const weekdays = (said: string, days: readonly number[]): Token => ({
  kind: 'weekdays',
  days,
  each: said.startsWith('每'),
})

const date = (number: number): Token | null =>
  (number >= 1 && number <= 31) || number === LAST ? { kind: 'ordinal', number } : null

function clock(said: string, hour: number, minute: number): Token {
  if (!(hour < 24 && minute < 60))
    return { kind: 'mistake', mistake: { code: 'time-unreadable', params: { value: said } } }
  return { kind: 'time', hour, minute, sure: hour === 0 || hour > 12, said }
}

const unclear = (said: string, example: string): Token => ({
  kind: 'mistake',
  mistake: { code: 'time-unclear', params: { value: said, example } },
})

/** What a digest is about, said back in words: every constraint of its query, so that nothing was misunderstood unseen. */
import type { Filter, Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { en as enWording } from '../wording/en.ts'
import { zh as zhWording } from '../wording/zh.ts'

/** 'new energy, Shandong', '山东省、新能源' */
export function aboutInWords(query: Query, vocabulary: Vocabulary, locale: 'en' | 'zh'): string {
  if (query.sides !== undefined)
    return query.sides
      .map((side) => aboutInWords(side, vocabulary, locale))
      .join(locale === 'zh' ? ' 对比 ' : ' / ')
  const wording = locale === 'zh' ? zhWording : enWording
  const name = (entry: { en: string; zh: string } | undefined, id: string) => entry?.[locale] ?? id
  const region = (code: string) => placeInWords(code, vocabulary, locale)
  const first = (id: string) => id.split('|')[0]!
  const indicator = (id: string) => {
    const { base, measure } = vocabulary.splitIndicator(id)
    const taken = first(measure ?? '')
    return vocabulary.indicatorName(
      taken === '' || taken === 'level' ? first(base) : `${first(base)}.${taken}`,
    )[locale]
  }
  const unit = (id: string | undefined) => (id === undefined ? undefined : vocabulary.units.get(id))
  const amount = ({ op, value, high, unit: of }: Filter) => {
    const low = wording.amount({ value, bound: 'exact' }, unit(of))
    return WORDS[locale].filter[op](
      low,
      high === undefined ? '' : wording.amount({ value: high, bound: 'exact' }, unit(of)),
    )
  }
  const words = WORDS[locale]
  const said = [
    ...query.industries.map((id) => name(vocabulary.industries.get(first(id)), id)),
    ...query.indicators.map(indicator),
    ...query.organisations.map((id) => name(vocabulary.organisations.get(id), id)),
    ...query.regions.map(region),
    ...(query.within === undefined ? [] : [words.within(region(query.within))]),
    ...(query.level === undefined ? [] : [words.level[query.level]]),
    ...query.periods.map((period) =>
      query.since === true ? words.since(wording.period(period)) : wording.period(period),
    ),
    ...(query.status === undefined ? [] : [wording.status[query.status]]),
    ...(query.unit === undefined ? [] : [name(unit(query.unit), query.unit)]),
    ...(query.filter === undefined ? [] : [amount(query.filter)]),
    ...query.quoted.map(amount),
    ...query.words.map((word) => `"${word.replace(/[^\p{L}\p{N} .%-]/gu, '').slice(0, LONGEST_WORD)}"`),
  ]
  return said.length === 0 ? words.everything : said.join(locale === 'zh' ? '、' : ', ')
}

/** With what it lies in where another place is called the same: 'Suzhou, Anhui'. */
function placeInWords(code: string, vocabulary: Vocabulary, locale: 'en' | 'zh'): string {
  const region = vocabulary.regions.get(code)
  if (region === undefined) return code
  const parent = vocabulary.regions.get(region.parent ?? '')
  const isAlone = ![...vocabulary.regions.values()].some(
    (other) => other !== region && other[locale] === region[locale],
  )
  if (isAlone || parent === undefined) return region[locale]
  return locale === 'zh' ? `${parent.zh}${region.zh}` : `${region.en}, ${parent.en}`
}

const WORDS = {
  en: {
    everything: 'everything new',
    within: (place: string) => `places in ${place}`,
    level: { province: 'provinces', prefecture: 'cities', county: 'counties' },
    since: (period: string) => `since ${period}`,
    filter: {
      over: (amount: string) => `over ${amount}`,
      under: (amount: string) => `under ${amount}`,
      equal: (amount: string) => amount,
      between: (amount: string, high: string) => `between ${amount} and ${high}`,
    },
  },
  zh: {
    everything: '全部新内容',
    within: (place: string) => `${place}下辖地区`,
    level: { province: '各省', prefecture: '各市', county: '各县区' },
    since: (period: string) => `${period}以来`,
    filter: {
      over: (amount: string) => `超过${amount}`,
      under: (amount: string) => `低于${amount}`,
      equal: (amount: string) => amount,
      between: (amount: string, high: string) => `${amount}至${high}`,
    },
  },
} as const
const LONGEST_WORD = 40

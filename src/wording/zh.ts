/** Everything the bot says in Chinese; the same keys as en.ts. */

import { byOuter, type Wording } from './en.ts'
import { amountZh, numberZh } from './number.ts'
import { dateZh, periodZh } from './period.ts'

export const zh: Wording = {
  separator: '；',
  amount: amountZh,
  number: numberZh,
  period: periodZh,
  date: dateZh,
  basis: (basis, years) => {
    const of = basis.of?.zh ?? ''
    if (basis.kind === 'year-on-year') return '同比'
    if (basis.kind === 'average-annual') return basis.years === undefined ? '年均' : `${years}年年均`
    if (basis.kind === 'cumulative') return '累计'
    if (basis.kind === 'share') return of === '' ? '' : `占${of}`
    if (basis.kind === 'points') return `比${of}`
    if (basis.kind === 'lead') return `领先于${of}`
    return `自${of}以来`
  },
  fact: ({
    region,
    industry,
    indicator,
    subject,
    basis,
    scope,
    period,
    amount,
    usd,
    organisations,
    status,
  }) => {
    const what = subject === '' ? industry : subject
    const place = `${region}${organisations === '' ? '' : `（${organisations}）`}${what}`
    // 占地区生产总值48.6%
    const share = basis.startsWith('占')
    const rest = [share ? '' : basis, scope, period]
      .filter((part) => part !== '')
      .map((part) => `，${part}`)
      .join('')
    return `${place}：${STATUS_ZH[status]}${share ? basis : indicator}${amount}${usd}${rest}`
  },
  usd: (amount) => `（原文：${amount}）`,
  unknownPeriod: '来源未注明时间',
  level: {
    country: '（全国）',
    province: '（省级）',
    prefecture: '（市级）',
    county: '（县级）',
    zone: '（园区）',
  },
  status: { actual: '实际', planned: '计划', target: '目标', ongoing: '进行中' },
  earlier: '同一指标的其他数值：',
  also: '另有：',
  columns: {
    place: '地区',
    what: '内容',
    value: '数值',
    period: '时间',
    status: '性质',
    change: '变化',
    source: '来源',
  },
  derived: {
    earlier: (value, period, arithmetic) => `${period}：${value}，推算：${arithmetic}。`,
    part: (value, arithmetic) => `${value}，推算：${arithmetic}。`,
    share: (value, arithmetic) => `${value}，推算：${arithmetic}。`,
    ratio: (value, per, arithmetic) => `平均每${per}约${value}，推算：${arithmetic}。`,
    sum: (value, arithmetic) => `合计${value}，推算：${arithmetic}。`,
    average: (value, arithmetic) => `平均${value}，推算：${arithmetic}。`,
    difference: (value, arithmetic) => `相差${value}，推算：${arithmetic}。`,
    count: (value) => `库中有${value}个地区有此类事实：`,
  },
  higher: (winner) => `${winner}更高；两者口径可比。`,
  same: '两个数值相同。',
  incomparable: '两者口径不同，不作高低判断。',
  missingSide: (names) => `没有${names}的相应数据。`,
  trendOf: (what) => `${what}的历年数值：`,
  summaryOf: (what) => `${what}的已知情况：`,
  listOf: (total) => `符合条件的事实共${total}条：`,
  sourcesOf: (total) => `来自${total}篇文章：`,
  nothing: (what) => `库中没有相应的事实：${what}。`,
  allMeant: (names) => `已查找：${names}。`,
  nothingAtAll: '库中没有相应的事实。',
  whole: '整体（库中只有其中一部分的数据）',
  wholeYear: '全年（库中只有部分月份的数据）',
  nearest: '最接近的事实（与问题有出入）：',
  differsIn: (what) => `${what}不同`,
  totalNumber: '总数（库中只有其中一部分）',
  singleProject: '单个项目（库中只有项目数和总额）',
  noResult: '只有计划或目标，没有实际结果',
  beyond: {
    cause: '库中只有文章里的单项数据，不能说明事物之间的因果或相关关系。',
    exclusion: '我无法从数据中剔除某一项，也无法回答反面的问题；请分别询问各项。',
    advice: '我只转述来源所载的内容，不提供建议，也不作预测。',
  },
  which: {
    region: '您指的是哪个地区？',
    indicator: '有几个数据符合，您指的是哪一个？',
    fact: '您指的是哪一条？',
    reading: '您指的是哪一个？',
  },
  dimension: {
    region: '地区',
    industry: '产业',
    indicator: '指标',
    organisation: '企业',
    period: '时间',
    status: '计划或实际',
    unit: '单位',
    amount: '数额',
    words: '措辞',
    level: '行政层级',
  },
  comparison: {
    indicator: '指标',
    industry: '产业',
    subject: '对象',
    scope: '范围',
    level: '行政层级',
    period: '时间',
    basis: '计算基准',
    status: '计划或实际',
    unit: '单位',
  },
  caveat: (caveat, name) => {
    switch (caveat.kind) {
      case 'narrower':
        return '该数据的范围比所问的窄。'
      case 'wider':
        return '该数据涵盖的范围比所问的宽，见其口径。'
      case 'no-period':
        return '来源未注明时间。'
      case 'inferred-period':
        return '时间据文章日期推定。'
      case 'planned':
        return '为计划数，并非实际结果。'
      case 'target':
        return '为目标值，并非实际结果。'
      case 'other-measure':
        return '库中没有其总额，只有此项。'
      case 'sources-differ':
        return '各来源说法不一，均列出。'
      case 'too-close':
        return '其中有约数，无法判断孰高孰低。'
      case 'known-only':
        return `只计库中有该数据的地区，并非${name(caveat.region)}全部。`
      case 'disputed':
        return `${caveat.regions.map(name).join('、')}的数据各来源说法不一，单独询问可见各个数值。`
      case 'read-as':
        return `理解为${name(caveat.region)}：只有它有此项数据。`
      case 'part-in-place':
        return '位于所问地区之内，并非该地区整体的数据。'
      case 'loosened':
        return `该地没有“${caveat.what}”的数据，此为最接近的一项。`
      case 'differ':
        return `以下方面不同：${caveat.dimensions.map((one) => zh.comparison[one]).join('、')}。`
      case 'contained':
        return zh.contained([[name(caveat.inner), name(caveat.outer)]])
      case 'no-sum':
        return `不作合计：${NO_SUM_ZH[caveat.why]}。`
      case 'one-point':
        return '只有一个数值，无法判断趋势。'
      case 'cut':
        return `共${caveat.total}条，已显示${caveat.shown}条。`
      case 'company-money':
        return '这是企业的数据，不是该地区的数据。'
    }
  },
  contained: (pairs) =>
    [...byOuter(pairs)].map(([outer, inner]) => `${inner.join('、')}属于${outer}。`).join(''),
  publisher: {
    official: '官方',
    'state-media': '官方媒体',
    'press-release': '新闻稿',
    media: '媒体',
    company: '企业',
    research: '研究机构',
  },
  sources: '来源',
  noTitle: (about) => `关于${about}的文章`,
  untitled: '标题不详',
  noDate: '日期不详',
  unused: (words) => `未使用的词：${words}。`,
  readAs: (pairs) => `理解为：${pairs}。`,
  carried: (what) => `沿用上文：${what}。`,
  colon: '：',
  comma: '、',
  aside: (text) => `（${text}）`,
  button: {
    trend: '趋势',
    compare: (places) => `与${places.join('、')}比较`,
    sources: '来源',
    summary: '概况',
    more: '更多',
  },
  talk: {
    greeting: '您好。我回答有关中国各地产业建设的问题，每个数字都注明来源。',
    thanks: '不客气。',
    help: '请按地区、产业、指标和年份提问，中英文均可。可以比较、排名、看趋势、看概况、查来源，也可以追问（“那青岛呢”）。',
    reset: '已清空，请提新问题。',
    'too-long': '请把问题缩短到300个字符（约40个词）以内。',
    why: '上一个问题理解为：',
    nothing: '没有从中找到地区、产业或指标。请说出其中一项，我来查找。',
  },
  try: '例如：',
}

const STATUS_ZH = { actual: '', planned: '计划', target: '目标', ongoing: '进行中，' } as const
const NO_SUM_ZH = {
  contained: '其中一地属于另一地，会重复计算',
  units: '单位不同',
  status: '计划数与实际数不能相加',
  periods: '时间不同',
  measure: '这类数值不能相加',
  scope: '口径不同',
} as const

/**
 * A base one can keep in one's head: two provinces, four cities, a few industries, made-up figures. Tests that need
 * another fact hand it in; the names are those of the repository's vocabulary.
 *
 *   Shandong: Dongying (offshore wind, chemicals), Qingdao (GDP, emerging industries)
 *   Anhui: Hefei (new energy vehicles), Suzhou (GDP; there is another Suzhou in Jiangsu)
 */
import type { Answer } from '../../src/answer/answer.ts'
import { Answerer } from '../../src/answer/answerer.ts'
import type { Reply } from '../../src/chat/reply.ts'
import { isRefusal, readAmount } from '../../src/facts/amount.ts'
import { FactBase } from '../../src/facts/base.ts'
import type { Fact, Source } from '../../src/facts/fact.ts'
import { parsePeriod } from '../../src/facts/period.ts'
import { formatQuery, parseQuery, type Query } from '../../src/facts/query.ts'
import type { Vocabulary } from '../../src/facts/vocabulary.ts'
import { Reader } from '../../src/understand/reader.ts'
import {
  type Locale,
  type Memory,
  type Understanding,
  understandingOf,
} from '../../src/understand/understanding.ts'
import { Writer } from '../../src/wording/reply.ts'
import { theVocabulary } from '../facts/fixtures.ts'

export const SHANDONG = '370000'
export const QINGDAO = '370200'
export const DONGYING = '370500'
export const ANHUI = '340000'
export const HEFEI = '340100'
export const SUZHOU = '341300'
export const SUZHOU_IN_JIANGSU = '320500'

/** The day on which questions are asked where it does not matter. */
export const NOW = new Date(2025, 7, 15)

export const SOURCES: readonly Source[] = [
  {
    id: 'bulletin',
    publisher: 'Bureau of Statistics',
    title: 'Statistical bulletin of 2023',
    date: '2024-02-29',
    url: 'https://example.org/bulletin',
    kind: 'official',
  },
  {
    id: 'news',
    publisher: 'Daily News',
    title: 'Wind and waves',
    date: '2024-03-27',
    url: 'https://example.org/news?a=1&b=2',
    kind: 'state-media',
  },
  {
    id: 'press',
    publisher: 'Newswire',
    title: null,
    about: 'plans of two provinces',
    date: '2024-05',
    url: null,
    kind: 'press-release',
  },
]

/** 'news/wind-2023' Dongying offshore-wind investment 2023 '24.8 billion yuan', and what else is to be said. */
export function fact(
  id: string,
  region: string,
  industry: string,
  indicator: string,
  period: string | null,
  amount: string | null,
  more: Partial<Fact> = {},
): Fact {
  const read = amount === null ? null : readAmount(amount, theVocabulary())
  if (read !== null && isRefusal(read)) throw new Error(`${id}: ${read.what}`)
  const when = period === null ? null : parsePeriod(period)
  if (period !== null && when === null) throw new Error(`${id}: ${period} is no period`)
  const vocabulary = theVocabulary()
  const place = vocabulary.regions.get(region)?.en ?? region
  const thing = vocabulary.industries.get(industry)?.en ?? industry
  return {
    id,
    region,
    industry,
    indicator,
    period: when,
    status: 'actual',
    ...(read === null ? {} : { quantity: read }),
    organisations: [],
    statement: `${place}, ${thing}: ${vocabulary.indicatorName(indicator).en} ${amount ?? ''}`.trim(),
    inferred: [],
    source: id.slice(0, id.indexOf('/')),
    ...more,
  }
}

const SHARE_OF_GDP = { kind: 'share', of: { en: 'GDP', zh: '地区生产总值' } } as const

/** Everything there is to know, by place. */
export const FACTS: readonly Fact[] = [
  // ---- Shandong and Anhui: what provinces plan, and their GDP
  fact('bulletin/shandong-gdp', SHANDONG, 'economy', 'gdp', '2023', '9.2 trillion yuan'),
  fact('bulletin/shandong-growth', SHANDONG, 'economy', 'gdp.growth', '2023', '6 percent'),
  fact('press/shandong-plan', SHANDONG, 'economy', 'investment', '2024', 'about 150 billion yuan', {
    status: 'planned',
    scope: { en: 'four industries', zh: '四个产业' },
  }),
  fact('bulletin/anhui-gdp', ANHUI, 'economy', 'gdp', '2023', '4.7 trillion yuan'),
  fact('press/anhui-plan', ANHUI, 'economy', 'investment', '2024', '489.6 billion yuan', {
    status: 'planned',
    scope: { en: 'first batch of projects', zh: '第一批项目' },
  }),
  fact('press/anhui-share', ANHUI, 'emerging-industries', 'investment.share', '2024', '55 percent', {
    status: 'planned',
    basis: { kind: 'share', of: { en: 'the planned investment', zh: '计划投资' } },
  }),
  // ---- Dongying: offshore wind year by year, a part of a year, a plan; chemicals
  fact('bulletin/wind-2022', DONGYING, 'offshore-wind', 'investment', '2022', '20 billion yuan'),
  fact('news/wind-2023', DONGYING, 'offshore-wind', 'investment', '2023', '24.8 billion yuan'),
  fact('news/wind-2024-part', DONGYING, 'offshore-wind', 'investment', '2024-01/2024-04', '9 billion yuan'),
  fact('news/wind-plan', DONGYING, 'offshore-wind', 'investment', '2025', '48 billion yuan', {
    status: 'planned',
  }),
  fact('bulletin/dongying-gdp', DONGYING, 'economy', 'gdp', '2023', '400 billion yuan'),
  fact('news/dongying-gdp', DONGYING, 'economy', 'gdp', '2023', '420 billion yuan'),
  fact('bulletin/dongying-growth', DONGYING, 'economy', 'gdp.growth', '2023', '7.5 percent'),
  fact('news/chemicals-money', DONGYING, 'chemicals', 'investment', '2023', '14 billion yuan'),
  fact('news/chemicals-projects', DONGYING, 'chemicals', 'projects', '2023', '28 projects'),
  // ---- Qingdao
  fact('bulletin/qingdao-wind', QINGDAO, 'offshore-wind', 'investment', '2023', '30 billion yuan'),
  fact('bulletin/qingdao-gdp', QINGDAO, 'economy', 'gdp', '2023', '1.576 trillion yuan'),
  fact('news/qingdao-gdp', QINGDAO, 'economy', 'gdp', '2023', 'nearly 1.6 trillion yuan'),
  fact('bulletin/qingdao-growth', QINGDAO, 'economy', 'gdp.growth', '2023', '5.9 percent'),
  fact('bulletin/qingdao-growth-2022', QINGDAO, 'economy', 'gdp.growth', '2022', '3.9 percent'),
  fact(
    'news/qingdao-share',
    QINGDAO,
    'strategic-emerging-industries',
    'added-value.share',
    '2019',
    '31.8 percent',
    { basis: SHARE_OF_GDP },
  ),
  fact(
    'news/qingdao-change',
    QINGDAO,
    'strategic-emerging-industries',
    'added-value.change',
    '2019',
    '3.1 percentage points',
    { basis: { kind: 'points', of: { en: '2018', zh: '2018年' } } },
  ),
  // ---- Hefei: a company, a place without a period
  fact('bulletin/hefei-gdp', HEFEI, 'economy', 'gdp', '2023', '1.2 trillion yuan'),
  fact('bulletin/hefei-growth', HEFEI, 'economy', 'gdp.growth', '2023', '5.8 percent'),
  fact('news/vw-hefei', HEFEI, 'new-energy-vehicles', 'investment', null, '23.1 billion yuan', {
    organisations: ['volkswagen'],
  }),
  fact('news/catl-hefei', HEFEI, 'new-energy-vehicles', 'company-project', '2024', null, {
    organisations: ['catl'],
    statement: 'CATL builds a battery plant in Hefei.',
    statementZh: '宁德时代在合肥建设电池工厂。',
  }),
  // ---- Suzhou: as large as Hefei; its growth is that of half a year
  fact('bulletin/suzhou-gdp', SUZHOU, 'economy', 'gdp', '2023', '1.2 trillion yuan'),
  fact('bulletin/suzhou-growth', SUZHOU, 'economy', 'gdp.growth', '2023-01/2023-06', '9.9 percent'),
]

export interface SmallBase {
  vocabulary: Vocabulary
  base: FactBase
  reader: Reader
  read(text: string, how?: { now?: Date; memory?: Memory; locale?: Locale }): Understanding
  /** The answer to a question in words. */
  ask(text: string, how?: { now?: Date; memory?: Memory }): Answer
  /** The answer to a query in its one-line form. */
  answer(line: string): Answer
  reply(answer: Answer, locale?: Locale): Reply
}

/** The facts above, or others, ready to be asked. */
export function smallBase(facts: readonly Fact[] = FACTS, sources: readonly Source[] = SOURCES): SmallBase {
  const vocabulary = theVocabulary()
  const base = new FactBase()
  for (const one of facts) base.add(one, sources.find(({ id }) => id === one.source)!)
  base.freeze()
  // the names take a tenth of a second to lay out and are the same for every base: only who reads words needs his own
  let own: Reader | undefined
  const reader = () => {
    own ??= new Reader(vocabulary, base)
    return own
  }
  const spansOf: Reader['spansOf'] = (text) => {
    shared ??= new Reader(vocabulary, base)
    return shared.spansOf(text)
  }
  const answerer = new Answerer({ vocabulary, base, spansOf } as Reader)
  const writer = new Writer(vocabulary, base)
  const read: SmallBase['read'] = (text, how = {}) => reader().read(text, { now: NOW, ...how })
  return {
    vocabulary,
    base,
    get reader() {
      return reader()
    },
    read,
    ask: (text, how) => answerer.answer(read(text, how)),
    answer: (line) => answerer.answer(understandingOf(queryOf(line), 'en')),
    reply: (answer, locale = 'en') => writer.reply(answer, locale),
  }
}

let shared: Reader | undefined

/** The query of a line that must be one. */
function queryOf(line: string): Query {
  const query = parseQuery(line)
  if (query === null) throw new Error(`no query: ${line}`)
  return query
}

/** What a conversation remembers after a query, and the queries before it, newest first. */
export const memoryOf = (line: string, ...earlier: string[]): Memory => ({
  query: queryOf(line),
  earlier: earlier.map(queryOf),
  offered: [],
  shown: [],
})

export const lineOf = ({ query }: Understanding): string | null =>
  query === null ? null : formatQuery(query)

export const idsOf = ({ facts }: Pick<Answer, 'facts'>): string[] => facts.map(({ id }) => id)

/** An answer of the kind that is expected, or a failure that says what came instead. */
export function expectKind<K extends Answer['kind']>(answer: Answer, kind: K): Extract<Answer, { kind: K }> {
  if (answer.kind !== kind)
    throw new Error(`expected ${kind}, got ${answer.kind}: ${idsOf(answer).join(', ')}`)
  return answer as Extract<Answer, { kind: K }>
}

export const caveatKinds = ({ caveats }: Answer): string[] => caveats.map(({ kind }) => kind)

/**
 * The number lock. Real replies, each changed in one number or one word that belongs to it: every change of meaning
 * must be refused, and no reply as it was written may be. The questions are made from every fact of data/.
 */
import { beforeAll, describe, expect, it, test } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { silentLog } from '../../src/base/log.ts'
import { createEngine, type Engine } from '../../src/bot/engine.ts'
import type { Part } from '../../src/chat/reply.ts'
import type { Fact } from '../../src/facts/fact.ts'
import type { Locale } from '../../src/understand/understanding.ts'
import { checkNumbers, lockNumbers, NumberLockError } from '../../src/wording/lock.ts'
import { Writer } from '../../src/wording/reply.ts'

let engine: Engine
let writer: Writer
beforeAll(() => {
  engine = createEngine({ data: 'data', log: silentLog })
  writer = new Writer(engine.vocabulary, engine.base, { locked: false })
})

interface Said {
  question: string
  answer: Answer
  parts: readonly Part[]
  locale: Locale
}

const NOW = new Date('2026-01-15T12:00:00Z')

function ask(question: string, locale: Locale = 'en'): Said {
  const understanding = engine.read(question, { now: NOW, locale })
  const answer = engine.answer(understanding)
  return {
    question,
    answer,
    parts: writer.reply(answer, understanding.locale).parts,
    locale: understanding.locale,
  }
}

const rulesOf = ({ answer, locale }: Said, parts: readonly Part[]): string[] =>
  checkNumbers(parts, answer, engine.vocabulary, engine.base, locale).map(
    ({ rule, fact }) => `${rule} ${fact}`,
  )

// ---- nothing that was written is refused

/** Every fact of the base, asked by its names, in both languages. */
function* generated(): Generator<[question: string, locale: Locale]> {
  for (let at = 0; at < engine.base.size; at++) {
    const fact = engine.base.fact(at)
    const region = engine.vocabulary.regions.get(fact.region)!
    const industry = engine.vocabulary.industries.get(fact.industry)!
    const indicator = engine.vocabulary.indicatorName(fact.indicator)
    const year = fact.period === null ? '' : String(Math.floor(fact.period.to / 12))
    const en = fact.industry === 'economy' ? '' : industry.en
    const zh = fact.industry === 'economy' ? '' : industry.zh
    yield [`${region.en} ${fact.subject?.en ?? en} ${indicator.en} ${year}`, 'en']
    yield [`${region.zh}${year === '' ? '' : `${year}年`}${fact.subject?.zh ?? zh}${indicator.zh}`, 'zh']
    // other kinds of answers, for a part of the facts each
    const kind = at % 7
    if (kind === 0)
      yield* [[`tell me about ${region.en}`, 'en'] as const, [`${region.short}${zh}概况`, 'zh'] as const]
    if (kind === 1)
      yield* [
        [`${region.en} ${en} ${indicator.en} trend`, 'en'] as const,
        [`${region.short}${zh}${indicator.zh}趋势`, 'zh'] as const,
      ]
    if (kind === 2)
      yield* [
        [`rank ${en} ${indicator.en} ${year}`, 'en'] as const,
        [`${zh}${indicator.zh}排名`, 'zh'] as const,
      ]
    if (kind === 3)
      yield* [
        [`compare Shandong and ${region.en} ${en} ${indicator.en}`, 'en'] as const,
        [`山东和${region.short}${zh}${indicator.zh}对比`, 'zh'] as const,
      ]
    if (kind === 4)
      yield* [
        [`${region.en} ${en} ${indicator.en} 1999`, 'en'] as const,
        [`${region.short}1999年${zh}${indicator.zh}`, 'zh'] as const,
      ]
    if (kind === 5)
      yield* [
        [`total ${indicator.en} of ${region.en} and Yantai ${year}`, 'en'] as const,
        [`${region.short}和烟台${zh}${indicator.zh}一共多少`, 'zh'] as const,
      ]
    if (kind === 6)
      yield* [
        [`where does the ${region.en} ${en} ${indicator.en} come from`, 'en'] as const,
        [`哪些${zh}${indicator.zh}超过10%`, 'zh'] as const,
      ]
  }
}

describe('a reply as it was written', () => {
  it('is never refused, whatever fact is asked for', () => {
    const refused: string[] = []
    const kinds = new Set<string>()
    let asked = 0
    for (const [question, locale] of generated()) {
      const said = ask(question, locale)
      kinds.add(said.answer.kind)
      asked++
      const rules = rulesOf(said, said.parts)
      if (rules.length > 0) refused.push(`${question}: ${rules.join(', ')}`)
    }
    expect(refused).toEqual([])
    expect(asked).toBeGreaterThan(2 * engine.base.size)
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining(['comparison', 'found', 'list', 'nothing', 'ranking', 'summary', 'trend']),
    )
  }, 120_000)

  it.each(['en', 'zh'] as const)('is never refused, whatever is asked for (%s)', (locale) => {
    const refused = QUESTIONS[locale].flatMap((question) => {
      const said = ask(question, locale)
      const rules = rulesOf(said, said.parts)
      return rules.length === 0 ? [] : [`${question}: ${rules.join(', ')}\n${textsOf(said.parts).join('\n')}`]
    })
    expect(refused).toEqual([])
  })
})

/** Every kind of answer, and what people do beside asking for a figure. */
const QUESTIONS: Record<Locale, string[]> = {
  en: `
Dongying offshore wind investment
Dongying offshore wind investment 2023
Dongying planned offshore wind investment
Dongying offshore wind projects
Dongying GDP growth 2022
Dongying 5G base stations 2022
Dongying key project investment 2024
What investment did Guangdong plan for 2024?
Anhui NEV output 2023
Shandong GDP 2025
Beijing GDP 2025
Shandong technology-based SMEs
Shandong coal share of energy consumption
Qingdao imports first quarter 2024
Shandong imports growth 2024
Qingdao emerging industry share 2018
Qingdao emerging industry share trend
Qingdao investment in large-scale projects 2019
Anhui strategic emerging industries output share
compare Anhui and Guangdong investment plans
compare GDP of Qingdao and Yantai
compare Shandong and Anhui GDP growth 2023
largest planned investment 2024
top 3 GDP 2022
which Qingdao investment grew fastest in 2019
cities in Shandong by GDP
tell me about Jining
tell me about Dongying
Weifang summary
growth above 20 percent
investment over 200 billion yuan
which number is 31.8 percent
which companies invest in Jining
where does 24.8 billion come from
what are new quality productive forces
what is NEV
how much of Anhui's plan goes to emerging industries
Dongying offshore wind investment per project
total GDP of Qingdao and Yantai
how many regions mention hydrogen
does R&D relate to growth
should I invest in Dongying
Weifang offshore wind investment
Dongying offshore wind investment 1999
Dongyin ofshore wind investmnt 2022
Taizhou GDP
Suzhou GDP 2023
hello
help
Jiangsu offshore photovoltaic capacity 2030
Shandong gross marine product trend
Shandong GDP since 2018
GDP growth January-September 2023
Changzhou R&D share of GDP
Zaozhuang lithium battery enterprises
Shandong trillion yuan cities
Binzhou GDP change since 2012
Shandong energy use per unit of GDP
Zibo proton exchange membranes capacity
asdf 12345 qwer 24.8
Dongying 2023 2024 2025 GDP growth
`
    .trim()
    .split('\n'),
  zh: `
东营海上风电投资额
东营2023年海上风电投资额
东营计划海上风电投资额
东营海上风电项目数
东营2022年GDP增速
东营5G基站
东营概况
济宁概况
青岛新兴产业占比趋势
青岛2018年新兴产业占比
安徽和广东投资计划对比
青岛和烟台GDP对比
2024年最大的计划投资
2022年GDP前三名
按GDP增速排名
山东各市GDP
增速超过20%的
投资2000亿元以上
哪个数字是31.8%
哪些企业在济宁投资
248亿元的来源
什么是新质生产力
安徽计划中有多少投向新兴产业
东营海上风电每个项目投资多少
青岛和烟台GDP一共多少
有多少地区提到氢能
潍坊海上风电投资额
东营1999年海上风电投资额
泰州GDP
苏州GDP
你好
江苏海上光伏并网容量
山东海洋生产总值趋势
2018年以来山东GDP
去年山东GDP
上半年北京GDP增速
山东煤炭占能源消费比重
青岛进口额2024年一季度
山东单位GDP能耗
枣庄锂电池企业
十四五青岛海洋新兴产业增速
深圳工业总产值2022
临沂物流总额
滨州2012年以来GDP变化
安徽新能源汽车产量2023
`
    .trim()
    .split('\n'),
}

// ---- what was changed is

/** The texts a person reads, in the order of the parts. */
function textsOf(parts: readonly Part[]): string[] {
  const texts: string[] = []
  mapTexts(parts, (text) => {
    texts.push(text)
    return text
  })
  return texts
}

/** The same parts with other texts; titles, addresses and prompts among them. */
function mapTexts(parts: readonly Part[], map: (text: string) => string): Part[] {
  return parts.map((part): Part => {
    switch (part.kind) {
      case 'list':
        return { ...part, items: part.items.map(map) }
      case 'table':
        return { ...part, rows: part.rows.map((row) => row.map(map)) }
      case 'citations':
        return {
          ...part,
          items: part.items.map((item) => ({
            ...item,
            publisher: map(item.publisher),
            title: map(item.title),
            date: item.date === null ? null : map(item.date),
            url: item.url === null ? null : map(item.url),
          })),
        }
      case 'buttons':
        return {
          ...part,
          prompt: map(part.prompt),
          items: part.items.map((item) => ({ ...item, label: map(item.label) })),
        }
      default:
        return { ...part, text: map(part.text) }
    }
  })
}

/** The parts with one text changed, for every text the change can be made in. */
function* changed(
  parts: readonly Part[],
  change: Change,
  context: Context,
): Generator<{ parts: Part[]; before: string; after: string }> {
  const count = textsOf(parts).length
  for (let wanted = 0; wanted < count; wanted++) {
    let at = 0
    let found: { before: string; after: string } | undefined
    const result = mapTexts(parts, (text) => {
      if (at++ !== wanted) return text
      const after = change(text, context)
      if (after === null || after === text) return text
      found = { before: text, after }
      return after
    })
    if (found !== undefined) yield { parts: result, ...found }
  }
}

interface Context {
  said: Said
  /** Every amount the reply holds, as written. */
  amounts: readonly string[]
}
/** A text with one thing changed; null where it cannot be made. */
type Change = (text: string, context: Context) => string | null

/** A change by the first match of a pattern. */
const by =
  (pattern: RegExp, to: string | ((...found: string[]) => string)): Change =>
  (text) => {
    if (ADDRESS.test(text)) return null
    const after = text.replace(pattern, to as string)
    return after === text ? null : after
  }

/** Addresses and sources' titles are compared whole; they have a change of their own. */
const ADDRESS = /^https?:/

const MUTATIONS: Record<string, Change> = {
  '24.8 -> 25': by(/\d+\.\d+/, (number) => String(Math.round(Number(number)) || 1)),
  'another last digit': by(/(\d)(?=(?: (?:b|m|tr)illion)? (?:yuan|percent|US|kilo)|[万亿]*[元%])/, (digit) =>
    String((Number(digit) + 1) % 10),
  ),
  'digits swapped': by(/(\d)(?!\1)([1-9])(?=[\d.]* (?:(?:b|m|tr)illion|percent|yuan)|[\d.]*[万亿%])/, '$2$1'),
  'a digit lost': by(/(\d)\d(?=(?: (?:b|m|tr)illion)? (?:yuan|percent)|[万亿]*[元%])/, '$1'),
  'the point lost': by(/(\d)\.(?=\d+(?: (?:b|m|tr)illion)? (?:yuan|percent)|\d+[万亿]*[元%])/, '$1'),
  'billion -> million': by(/ billion/, ' million'),
  'million -> billion': by(/ million/, ' billion'),
  'trillion -> billion': by(/ trillion/, ' billion'),
  '亿 -> 万': by(/(\d)亿/, '$1万'),
  '万 -> 亿': by(/(\d)万(?!亿)/, '$1亿'),
  '万亿 -> 亿': by(/(\d)万亿/, '$1亿'),
  'scale word lost': by(/(\d)(?: (?:b|m|tr)illion|[万亿]+)/, '$1'),
  '"over" dropped': by(/(?<!per year )over (?=\d)|超过(?=\d)/, ''),
  '"about" dropped': by(/about (?=\d)|约(?=\d)/i, ''),
  '"nearly" dropped': by(/nearly (?=\d)|近(?=\d)/, ''),
  '"up to" dropped': by(/up to (?=\d)|最多(?=\d)/, ''),
  '"over" -> "about"': by(/(?<!per year )over (?=\d)|超过(?=\d)/, (word) =>
    word === '超过' ? '约' : 'about ',
  ),
  '"over" added': by(
    /(?<=(?:investment|GDP|growth|output|revenue|投资额|生产总值|增速|产量) ?)(?=\d)/,
    'over ',
  ),
  'planned marker dropped': by(/(?<=: |：)(?:planned |计划)| \(planned\)|（计划）/, ''),
  'target marker dropped': by(/(?<=: |：)(?:target for |目标)| \(target\)|（目标）/, ''),
  'result called a plan': (text, { said }) =>
    /planned|target|ongoing|计划|目标|进行中/.test(text) ||
    !/\[\d+\]/.test(text) ||
    !/\d (?:percent|yuan|billion)|\d[%亿]/.test(text)
      ? null
      : text.replace(/: |：/, (mark) => `${mark}${said.locale === 'zh' ? '计划' : 'planned '}`),
  'plan called a target': by(/(?<=: |：)planned |(?<=：)计划/, (word) =>
    word === '计划' ? '目标' : 'target for ',
  ),
  'the year after': by(/20[12]\d(?!\d)/, (year) => String(Number(year) + 1)),
  'the year before': by(/20[12]\d(?=[^\d]*$)/, (year) => String(Number(year) - 1)),
  'year lost': by(/, 20\d\d(?=[. ])|，20\d\d年(?=[。 ])/, ''),
  'another month': by(/January|February|March|April|June|July|August|September|(\d)月/, (_word, digit) =>
    digit === undefined ? 'October' : `${(Number(digit) % 9) + 1}月`,
  ),
  'half a year -> a year': by(/first half of |上半年|Q[1-4] |[一二三四]季度/, ''),
  '"as of" lost': by(/as of |截至/, ''),
  'percent -> percentage points': by(/(\d) percent(?!age)|(\d)%/, (_, en, zh) =>
    en === undefined ? `${zh}个百分点` : `${en} percentage points`,
  ),
  'percentage points -> percent': by(/(\d) percentage points|(\d)个百分点/, (_, en, zh) =>
    en === undefined ? `${zh}%` : `${en} percent`,
  ),
  'yuan -> dollars': by(/(illion) yuan|(\d[万亿]+)元/, (_, en, zh) =>
    en === undefined ? `${zh}美元` : `${en} US dollars`,
  ),
  'dollars -> yuan': by(/ US dollars|美元/, (word) => (word === '美元' ? '元' : ' yuan')),
  'projects -> enterprises': by(/(\d) projects|(\d)个项目/, (_, en, zh) =>
    en === undefined ? `${zh}家企业` : `${en} enterprises`,
  ),
  'enterprises -> projects': by(/(\d) enterprises|(\d)家企业/, (_, en, zh) =>
    en === undefined ? `${zh}个项目` : `${en} projects`,
  ),
  'unit lost': by(
    /(illion) yuan|(\d) percent(?!age)|(\d[万亿]+)元|(\d)%/,
    (_, a, b, c, d) => a ?? b ?? c ?? d ?? '',
  ),
  'minus sign lost': by(/[-−](?=\d+(?:\.\d+)?(?: p|%|个百))/, ''),
  'minus sign added': by(/(?<![\d-])(?=\d+(?:\.\d+)?(?: percent|%|个百))/, '-'),
  'thousands separator moved': by(/(\d),(\d)(\d\d)(?!\d)/, '$1$2,$3'),
  'thousands separator to a point': by(/(\d),(\d{3})(?!\d)/, '$1.$2'),
  'value of another fact': (text, { amounts }) => {
    const own = AMOUNT.exec(text)?.[0]
    const other = amounts.find((one) => one !== own)
    return own === undefined || other === undefined ? null : text.replace(own, other)
  },
  'value of a last other fact': (text, { amounts }) => {
    const own = AMOUNT.exec(text)?.[0]
    const other = amounts.findLast((one) => one !== own)
    return own === undefined || other === undefined ? null : text.replace(own, other)
  },
  'another source': by(/\[(\d+)\]$/, (_, mark) => `[${Number(mark) + 1}]`),
  'source mark lost': (text) =>
    AMOUNT.test(text) && /\[\d+\]$/.test(text) ? text.replace(/ \[\d+\]$/, '') : null,
  'another place': (text, { said }) => {
    const { regions } = engine.vocabulary
    const own = factsOf(said).map(({ region }) => regions.get(region)![said.locale])
    const name = own.find((one) => text.startsWith(one))
    const other = [...regions.values()].find(
      ({ level, en, zh }) => level === 'prefecture' && !own.includes(said.locale === 'zh' ? zh : en),
    )!
    return name === undefined || !AMOUNT.test(text) ? null : text.replace(name, other[said.locale])
  },
  'a number from nowhere': (text) =>
    /\[\d+\]$/.test(text) ? text.replace(/ \[\d+\]$/, ', 17.3 percent$&') : null,
  'another address': (text) => (ADDRESS.test(text) ? `${text}x` : null),
  'asked period changed': by(
    /(?<=no fact for this: .*)(?:19|20)\d\d|(?<=没有相应的事实：.*)(?:19|20)\d\d/,
    (year) => String(Number(year) + 1),
  ),
  'count changed': by(/^\d+(?= (?:facts|of|places))|(?<=共)\d+/, (count) => String(Number(count) + 1)),
  'result of arithmetic changed': by(/(?<== )\d/, (digit) => String((Number(digit) % 9) + 1)),
  'term of arithmetic changed': by(/(?<=(?:derived: |推算：))\d/, (digit) => String((Number(digit) % 9) + 1)),
}

/** An amount with its unit, as either language writes it. */
const AMOUNT =
  /(?:over |about |nearly |up to )?-?\d[\d,.]*(?: (?:b|m|tr)illion)? (?:yuan|percentage points|percent|projects|enterprises|kilowatts|vehicles)|(?:超过|约|近|最多)?-?\d[\d.]*(?:万亿|[万亿])?(?:元|%|个百分点|个项目|家企业|千瓦|辆)/

const factsOf = ({ answer }: Said): Fact[] => [
  ...answer.facts,
  ...(answer.kind === 'found' ? [...answer.series, ...answer.others] : []),
  ...(answer.kind === 'nothing' ? answer.nearest.map(({ fact }) => fact) : []),
]

function amountsOf(said: Said): string[] {
  return textsOf(said.parts).flatMap((text) => (/\[\d+\]/.test(text) ? (AMOUNT.exec(text)?.[0] ?? []) : []))
}

const TITLES = (said: Said): Set<string> =>
  new Set(
    said.parts.flatMap((part) =>
      part.kind === 'citations' ? part.items.flatMap(({ title, publisher }) => [title, publisher]) : [],
    ),
  )

describe('a reply with one thing changed', () => {
  let replies: Said[]
  beforeAll(() => {
    replies = [...QUESTIONS.en.map((line) => ask(line, 'en')), ...QUESTIONS.zh.map((line) => ask(line, 'zh'))]
    // below zero, and bounds of every kind
    replies.push(
      ...[...generated()].filter((_, i) => i % 25 === 0).map(([line, locale]) => ask(line, locale)),
    )
  })

  test.each(Object.entries(MUTATIONS))('%s', (_, change) => {
    const missed: string[] = []
    let applied = 0
    for (const said of replies) {
      const titles = TITLES(said)
      const amounts = amountsOf(said)
      for (const { parts, before, after } of changed(said.parts, change, { said, amounts })) {
        if (titles.has(before) && /^\D*$/.test(before)) continue
        applied++
        if (rulesOf(said, parts).length === 0) missed.push(`${said.question}: ${before} -> ${after}`)
      }
    }
    expect(missed.slice(0, 12)).toEqual([])
    expect(applied).toBeGreaterThan(0)
  })
})

test('a status that is nowhere said is refused, whichever it is', () => {
  const said = ask('Dongying offshore wind investment 2023')
  for (const status of ['planned', 'target', 'ongoing'] as const) {
    const facts = said.answer.facts.map((fact) => ({ ...fact, status }))
    expect(rulesOf({ ...said, answer: { ...said.answer, facts } as Answer }, said.parts)[0]).toMatch(
      /^status dongying-/,
    )
  }
})

test('arithmetic with a term that is no fact is refused', () => {
  const said = ask('Dongying offshore wind investment per project')
  const { derived } = said.answer
  expect(derived[0]?.terms.length).toBeGreaterThan(0)
  expect(rulesOf(said, said.parts)).toEqual([])
  const [top, sign, bottom] = derived[0]!.terms
  const other = { ...derived[0]!, terms: [Number(top) + 1e9, sign!, bottom!] }
  expect(rulesOf({ ...said, answer: { ...said.answer, derived: [other] } as Answer }, said.parts)[0]).toMatch(
    /^derived /,
  )
})

test('a refusal names the rule and the fact, never the text', () => {
  const said = ask('Dongying offshore wind investment 2023')
  const wrong = mapTexts(said.parts, (text) => text.replace('24.8 billion', '25 billion'))
  let thrown: unknown
  try {
    lockNumbers(wrong, said.answer, engine.vocabulary, engine.base, 'en')
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(NumberLockError)
  const { message, code } = thrown as NumberLockError
  expect(code).toMatch(/^value dongying-/)
  expect(message).not.toContain('25')
})

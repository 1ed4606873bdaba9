import { describe, expect, test } from 'vitest'
import type { Caveat } from '../../src/answer/answer.ts'
import type { Citation, Part, Reply } from '../../src/chat/reply.ts'
import { parseQuery } from '../../src/facts/query.ts'
import { en } from '../../src/wording/en.ts'
import { zh } from '../../src/wording/zh.ts'
import { FACTS, fact, HEFEI, QINGDAO, SOURCES, smallBase } from '../answer/small-base.ts'

const small = smallBase()
const say = (line: string, locale: 'en' | 'zh' = 'en', base = small): Reply =>
  base.reply(base.answer(line), locale)
const citations = ({ parts }: Reply): readonly Citation[] =>
  parts.flatMap((part) => (part.kind === 'citations' ? part.items : []))
const texts = (part: Part): string =>
  part.kind === 'list'
    ? part.items.join('\n')
    : part.kind === 'table'
      ? part.rows.flat().join('\n')
      : part.kind === 'text' || part.kind === 'note' || part.kind === 'heading'
        ? part.text
        : ''
const sentence = (reply: Reply): string => reply.plain.split('\n')[0]!

/** One line for each kind of answer. */
const LINES = [
  'lookup r:370500 i:offshore-wind n:investment',
  'lookup r:370500 n:gdp',
  'lookup r:340100 o:volkswagen n:investment',
  'compare r:370500,370200 i:offshore-wind n:investment p:2023',
  'compare r:340000,370000 n:investment p:2024',
  'compare r:370500,340100 i:offshore-wind n:investment p:2023',
  'rank n:gdp.growth p:2023 order:highest',
  'trend r:370200 n:gdp.growth',
  'trend r:340100 n:gdp',
  'trend r:370200 i:strategic-emerging-industries n:added-value.share',
  'summary r:370500',
  'list n:gdp f:>1000000000000@yuan',
  'aggregate r:370500,370200 i:offshore-wind n:investment p:2023 fold:sum',
  'aggregate r:370000,370200 n:gdp p:2023 fold:sum',
  'aggregate r:370500 i:chemicals n:investment fold:ratio',
  'define i:new-energy-vehicles',
  'sources r:370500 i:offshore-wind n:investment',
  'lookup r:370500 n:exports',
  'lookup n:gdp p:2023',
]

describe('the answer sentence comes first', () => {
  test('with place, thing, figure, period and mark', () => {
    expect(sentence(say('lookup r:370500 i:offshore-wind n:investment p:2023'))).toBe(
      'Dongying, offshore wind power: investment 24.8 billion yuan, 2023. [1]',
    )
    expect(sentence(say('lookup r:370500 i:offshore-wind n:investment p:2023', 'zh'))).toBe(
      '东营市海上风电：投资额248亿元，2023年。 [1]',
    )
  })

  test.each([
    ['planned', 'planned ', '计划'],
    ['target', 'target ', '目标'],
    ['ongoing', 'ongoing ', '进行中'],
  ] as const)('what is %s is never told as a result', (status, inEnglish, inChinese) => {
    const base = smallBase([
      fact('news/a', HEFEI, 'economy', 'exports', '2025', '9 billion yuan', { status }),
    ])
    expect(sentence(say('lookup r:340100 n:exports', 'en', base))).toContain(inEnglish)
    expect(sentence(say('lookup r:340100 n:exports', 'zh', base))).toContain(inChinese)
  })

  test.each([
    ['over', 'over 9 billion', '超过90亿'],
    ['nearly', 'nearly 9 billion', '近90亿'],
    ['about', 'about 9 billion', '约90亿'],
    ['up to', 'up to 9 billion', '最多90亿'],
  ])('the word that bounds a figure stays: %s', (bound, inEnglish, inChinese) => {
    const base = smallBase([fact('news/a', HEFEI, 'economy', 'exports', '2025', `${bound} 9 billion yuan`)])
    expect(sentence(say('lookup r:340100 n:exports', 'en', base))).toContain(inEnglish)
    expect(sentence(say('lookup r:340100 n:exports', 'zh', base))).toContain(inChinese)
  })

  test('subject, scope, basis and the article’s own dollars', () => {
    const base = smallBase([
      fact('news/a', HEFEI, 'economy', 'investment', '2023', null, {
        quantity: {
          value: 100e9,
          unit: 'yuan',
          bound: 'over',
          asStated: 'over 100 billion yuan',
          usd: 14.15e9,
        },
        subject: { en: 'battery park', zh: '电池产业园' },
        scope: { en: 'projects above 5 million yuan', zh: '500万元以上项目' },
        basis: { kind: 'cumulative' },
      }),
    ])
    const [said, gesagt] = (['en', 'zh'] as const).map((locale) =>
      sentence(say('lookup r:340100 n:investment', locale, base)),
    )
    for (const part of [
      'Hefei',
      'battery park',
      'over 100 billion yuan',
      '14.15 billion US dollars',
      'cumulative',
      'projects above 5 million yuan',
      '2023',
    ])
      expect(said).toContain(part)
    for (const part of [
      '合肥市',
      '电池产业园',
      '超过1000亿元',
      '141.5亿美元',
      '累计',
      '500万元以上项目',
      '2023年',
    ])
      expect(gesagt).toContain(part)
  })

  test('a source without a period is not given one', () => {
    expect(sentence(say('lookup r:340100 i:new-energy-vehicles n:investment'))).toContain(
      'the source gives no period',
    )
    expect(sentence(say('lookup r:340100 i:new-energy-vehicles n:investment', 'zh'))).toContain(
      '来源未注明时间',
    )
  })
})

describe('sources', () => {
  test.each(LINES)('are numbered once each, in the order of the text: %s', (line) => {
    for (const locale of ['en', 'zh'] as const) {
      const reply = say(line, locale)
      const cited = citations(reply)
      expect(cited.map(({ mark }) => mark)).toEqual(cited.map((_, i) => i + 1))
      expect(new Set(cited.map(({ publisher, title }) => `${publisher} ${title}`)).size).toBe(cited.length)
      const marks = reply.parts.flatMap((part) =>
        [...texts(part).matchAll(/\[(\d+)\]/g)].map(([, mark]) => Number(mark)),
      )
      expect([...new Set(marks)]).toEqual(cited.map(({ mark }) => mark))
    }
  })

  test.each(LINES)('stand behind every figure of a fact: %s', (line) => {
    const { parts } = say(line)
    for (const part of parts) {
      const rows =
        part.kind === 'list' ? part.items : part.kind === 'table' ? part.rows.map((row) => row.join(' ')) : []
      for (const row of rows) expect(row).toMatch(/\[\d+\]/)
    }
  })

  test('with publisher, title, date and link as far as they are known', () => {
    expect(citations(say('lookup r:370500 i:offshore-wind n:investment p:2023'))).toEqual([
      {
        mark: 1,
        publisher: 'Daily News',
        title: 'Wind and waves',
        date: '27 March 2024',
        url: 'https://example.org/news?a=1&b=2',
        kind: 'state media',
      },
    ])
    expect(citations(say('lookup r:340000 n:investment p:2024'))[0]).toMatchObject({
      title: 'article about plans of two provinces',
      date: 'May 2024',
      url: null,
    })
  })

  test('lead what is said before the buttons', () => {
    const kinds = say('lookup r:370500 i:offshore-wind n:investment').parts.map(({ kind }) => kind)
    expect(kinds.indexOf('citations')).toBeGreaterThan(0)
    if (kinds.includes('buttons')) expect(kinds.indexOf('citations')).toBeLessThan(kinds.indexOf('buttons'))
  })

  test('none, where no fact is told', () => {
    expect(citations(say('define i:new-energy-vehicles'))).toEqual([])
  })
})

describe('hostile text', () => {
  const EVIL = [
    '<script>alert("x")</script>',
    '*bold* _x_ ~y~ `z`',
    '<@someone> <!channel> @everyone',
    '[1] [link](http://x)',
    '{{x}} %s $& $$ \\n',
    '"quoted" & <b>',
    '\u202Eevil\u202C',
  ]
  // the number lock takes these digits for figures of their own
  const EVIL_DIGITS = ['<script>alert(1)</script>', '<@U123> x', 'y $1']
  const told = (evil: string) => {
    const base = smallBase(
      [
        fact('news/a', HEFEI, 'economy', 'investment', '2023', '9 billion yuan', {
          subject: { en: evil, zh: evil },
          scope: { en: evil, zh: evil },
        }),
      ],
      [{ ...SOURCES[1]!, publisher: evil, title: evil }],
    )
    for (const locale of ['en', 'zh'] as const) {
      const reply = say('lookup r:340100 n:investment', locale, base)
      expect(sentence(reply).split(evil)).toHaveLength(3)
      expect(citations(reply)[0]).toMatchObject({ publisher: evil, title: evil })
    }
  }

  test.each(EVIL)('goes through as it is, for the adapters to escape: %s', told)
  test.fails.each(EVIL_DIGITS)('with digits too: %s', told)

  test('of the asker is said back in letters, digits and blanks only', () => {
    const { plain } = say('lookup r:370500 i:offshore-wind n:investment w:<!channel>,*x*,`rm`,@everyone')
    expect(plain).toContain('everyone')
    for (const mark of ['<', '>', '*', '`', '@', '!']) expect(plain.split('\n')[0]).not.toContain(mark)
  })
})

describe('each caveat has a sentence in both languages', () => {
  const CAVEATS: Record<Caveat['kind'], Caveat> = {
    narrower: { kind: 'narrower', asked: '', fact: 'a' },
    wider: { kind: 'wider', asked: '', fact: 'a' },
    'no-period': { kind: 'no-period', fact: 'a' },
    'inferred-period': { kind: 'inferred-period', fact: 'a' },
    planned: { kind: 'planned', fact: 'a' },
    target: { kind: 'target', fact: 'a' },
    'other-measure': { kind: 'other-measure', asked: '', fact: 'a' },
    'sources-differ': { kind: 'sources-differ', facts: ['a', 'b'] },
    disputed: { kind: 'disputed', regions: ['Hefei'] },
    'read-as': { kind: 'read-as', region: 'Hefei' },
    'known-only': { kind: 'known-only', region: HEFEI },
    'too-close': { kind: 'too-close' },
    'part-in-place': { kind: 'part-in-place', fact: 'a', place: HEFEI },
    loosened: { kind: 'loosened', what: 'wind' },
    differ: { kind: 'differ', dimensions: ['scope', 'period'] },
    contained: { kind: 'contained', inner: 'Hefei', outer: 'Anhui' },
    'no-sum': { kind: 'no-sum', why: 'units' },
    'one-point': { kind: 'one-point' },
    cut: { kind: 'cut', shown: 10, total: 12 },
    'company-money': { kind: 'company-money', fact: 'a' },
  }

  test.each(Object.values(CAVEATS))('$kind', (caveat) => {
    const inEnglish = en.caveat(caveat, (id) => id)
    const inChinese = zh.caveat(caveat, (id) => id)
    expect(inEnglish).toMatch(/^[A-Z0-9].*\.$/)
    expect(inChinese).toMatch(/\p{Script=Han}.*。$/u)
    for (const text of [inEnglish, inChinese]) expect(text).not.toMatch(/undefined|\[object|NaN/)
  })

  test('which names what it is about', () => {
    expect(en.caveat(CAVEATS.differ, String)).toContain('scope, period')
    expect(zh.caveat(CAVEATS.differ, String)).toContain('范围、时间')
    expect(en.caveat(CAVEATS.contained, String)).toContain('Hefei is part of Anhui')
    expect(en.caveat(CAVEATS.cut, String)).toContain('10 of 12')
    expect(zh.caveat(CAVEATS.cut, String)).toMatch(/12.*10/)
  })

  test('why there is no sum, each in words of its own', () => {
    const why = ['contained', 'units', 'status', 'periods', 'measure', 'scope'] as const
    for (const words of [en, zh])
      expect(new Set(why.map((one) => words.caveat({ kind: 'no-sum', why: one }, String))).size).toBe(
        why.length,
      )
  })

  test('and the dimensions have their names', () => {
    for (const words of [en, zh])
      for (const name of [
        ...Object.values(words.dimension),
        ...Object.values(words.comparison),
        ...Object.values(words.status),
      ])
        expect(name).not.toBe('')
    expect(Object.keys(zh.dimension)).toEqual(Object.keys(en.dimension))
    expect(Object.keys(zh.comparison)).toEqual(Object.keys(en.comparison))
  })

  test('a caveat of the answer is in the reply', () => {
    const reply = say('compare r:340000,370000 n:investment p:2024')
    expect(reply.plain).toContain('They differ in scope.')
    expect(reply.plain).toContain('none is called the higher one')
    expect(say('compare r:340000,370000 n:investment p:2024', 'zh').plain).toContain('以下方面不同：范围。')
  })
})

describe('each kind of answer', () => {
  test.each(LINES)('has words in both languages, without a hole: %s', (line) => {
    for (const locale of ['en', 'zh'] as const) {
      const { plain, parts } = say(line, locale)
      expect(plain).not.toBe('')
      expect(plain).not.toMatch(/undefined|\[object|NaN|null/)
      expect(parts.length).toBeGreaterThan(0)
    }
  })

  test.each(LINES)('speaks Chinese to the Chinese, but for names and units: %s', (line) => {
    for (const part of say(line, 'zh').parts) {
      if (part.kind === 'text' || part.kind === 'note') expect(part.text).toMatch(/\p{Script=Han}|^$/u)
    }
  })

  test.each(LINES)('carries only buttons that are queries: %s', (line) => {
    for (const part of say(line).parts)
      if (part.kind === 'buttons')
        for (const { label, query } of part.items) {
          expect(parseQuery(query), query).not.toBeNull()
          expect(label).not.toBe('')
        }
  })

  test('a derived value shows its arithmetic and that it is derived', () => {
    expect(say('lookup r:370200 i:strategic-emerging-industries n:added-value.share p:2018').plain).toContain(
      '2018: 28.7 percent, derived: 31.8 - 3.1 = 28.7 percent.',
    )
    expect(
      say('aggregate r:370500,370200 i:offshore-wind n:investment p:2023 fold:sum', 'zh').plain,
    ).toContain('合计548亿元，推算：248亿 + 300亿 = 548亿元。')
    expect(say('aggregate r:370500 i:chemicals n:investment fold:ratio').plain).toContain(
      'About 500 million yuan per project, derived: 14 billion yuan / 28 projects.',
    )
  })

  test('a winner is named only where there is one', () => {
    expect(sentence(say('compare r:370500,370200 i:offshore-wind n:investment p:2023'))).toBe(
      'Qingdao is higher; the figures are comparable.',
    )
    expect(sentence(say('compare r:340100,341300 n:gdp p:2023'))).toBe('The two figures are equal.')
    expect(sentence(say('compare r:370500,370200 i:offshore-wind n:investment p:2023', 'zh'))).toContain(
      '青岛市更高',
    )
  })

  test('a refusal names what is missing, and offers what is near as buttons only', () => {
    const reply = say('lookup r:370500 i:offshore-wind n:investment p:2019')
    expect(sentence(reply)).toBe('I have no fact for this: period 2019.')
    const figures = reply.parts.filter(({ kind }) => kind === 'text' || kind === 'list').map(texts)
    expect(figures.join(' ')).not.toMatch(/billion/)
    const buttons = reply.parts.flatMap((part) => (part.kind === 'buttons' ? part.items : []))
    expect(buttons.length).toBeGreaterThan(0)
    for (const { label } of buttons) expect(label).toContain('differs in period')
  })

  test('levels are marked where provinces and cities are in one table', () => {
    const { plain } = say('rank n:gdp.growth p:2023')
    expect(plain).toContain('Shandong (province)')
    expect(plain).toContain('Dongying (city)')
    expect(say('rank level:prefecture n:gdp.growth p:2023').plain).not.toContain('(city)')
  })

  test('a table of plans says so above it, one of plans and results in each row', () => {
    expect(sentence(say('rank n:investment p:2024 s:planned'))).toContain('planned investment')
    const base = smallBase([
      fact('news/a', HEFEI, 'economy', 'exports', '2024', '9 billion yuan', { status: 'planned' }),
      fact('news/b', QINGDAO, 'economy', 'exports', '2024', '8 billion yuan'),
    ])
    const rows = say('rank n:exports p:2024', 'en', base).parts.flatMap((part) =>
      part.kind === 'table' ? part.rows.map((row) => row.join(' ')) : [],
    )
    expect(rows.find((row) => row.includes('Hefei'))).toContain('planned')
    expect(rows.find((row) => row.includes('Qingdao'))).not.toContain('planned')
  })

  test('every fact of the base can be told in both languages', () => {
    for (const one of FACTS) {
      const query = `lookup r:${one.region} i:${one.industry} n:${one.indicator} s:${one.status}`
      for (const locale of ['en', 'zh'] as const)
        expect(say(query, locale).plain, one.id).not.toMatch(/undefined|NaN/)
    }
  })
})

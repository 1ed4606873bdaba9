import { afterEach, describe, expect, test } from 'vitest'
import { NOW, smallBase } from '../answer/small-base.ts'

/** What a question may cost is 50 ms on the machine of a developer; four times as much where a slow one is shared. */
const MOST_MS = 200

const small = smallBase()
// the first question builds what all others use
small.ask('dongyng ofshore wind')

/** The best of three: what the machine does beside is not what the text costs. */
function timed<T>(run: () => T): { result: T; ms: number } {
  const once = () => {
    const start = performance.now()
    const result = run()
    return { result, ms: performance.now() - start }
  }
  const first = once()
  return first.ms < MOST_MS ? first : { ...first, ms: Math.min(once().ms, once().ms) }
}

const long = (piece: string, length = 100_000) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

describe('F39 no form of a question stops the bot', () => {
  const PIECES = [
    '1',
    '1,',
    '1,111',
    '1.',
    '1 ',
    ' ',
    '\t\n',
    'a',
    'a ',
    'a-',
    "a'",
    'a&',
    'A',
    '一',
    '十',
    '年',
    '前',
    '2023',
    '2023-',
    '2023年',
    '1月',
    'jan ',
    'q1 ',
    'since ',
    'over ',
    'billion ',
    '亿',
    '万',
    '%',
    '$',
    '<@',
    '@',
    '<',
    '?',
    '!',
    '\u0301',
    'ﷺ',
    '\u200b',
    '😀',
    '東',
    'ſ',
    'dongyn',
    'and ',
    '"',
    '.',
  ]
  test.each(PIECES)('100,000 characters of %j', (piece) => {
    for (const end of ['', '!', 'x', '1']) {
      const text = long(piece) + end
      const { result, ms } = timed(() => small.read(text))
      expect(ms, end).toBeLessThan(MOST_MS)
      expect(result.query).toBeNull()
    }
  })

  test.each(PIECES)('as much of %j as a question may hold', (piece) => {
    for (const end of ['', '!', 'x', '1']) {
      const text = long(piece, 299) + end
      const { ms } = timed(() => small.ask(text))
      expect(ms, end).toBeLessThan(MOST_MS)
    }
  })

  test('every piece behind a place, so that it is looked up', () => {
    for (const piece of PIECES) {
      const { ms } = timed(() => small.ask(`Dongying GDP ${long(piece, 60)}`))
      expect(ms, piece).toBeLessThan(MOST_MS)
    }
  })
})

describe('F40 what is too long is said to be so, at once', () => {
  const TABLE = Array.from(
    { length: 30_000 },
    (_, i) => `Dongying\t${2000 + (i % 25)}\t${i} billion yuan`,
  ).join('\n')
  test.each([
    ['40,000 characters', long('Dongying GDP growth and ', 40_000)],
    ['10,000 tokens', 'wind '.repeat(10_000)],
    ['10,000 characters of Chinese', long('东营海上风电投资', 10_000)],
    ['a pasted table of 1 MB', TABLE],
    ['301 characters', 'a'.repeat(301)],
    ['41 words', 'wind '.repeat(41)],
    ['81 characters of Chinese', long('东营海上风电投资', 81)],
  ])('%s', (_, text) => {
    const { result, ms } = timed(() => small.read(text))
    expect(ms).toBeLessThan(MOST_MS)
    expect(result).toMatchObject({ query: null, talk: 'too-long' })
    // nothing of it is kept
    expect(JSON.stringify(result).length).toBeLessThan(500)
  })

  // the number lock takes the 300 characters of the sentence for a stray figure
  test.each([
    ['wind '.repeat(60), 'Please shorten'],
    ['东营海上风电投资'.repeat(20), '请把问题缩短'],
  ])('and the asker is told so', (text, said) => {
    const understood = small.read(text)
    const { result: reply, ms } = timed(() => small.reply(small.ask(text), understood.locale))
    expect(ms).toBeLessThan(MOST_MS)
    expect(reply.plain).toContain(said)
  })

  test('what just fits is answered', () => {
    expect(small.read(`${'please '.repeat(36)}Dongying GDP`).talk).toBeUndefined()
    expect(small.read(`Dongying GDP${' '.repeat(2000)}`).talk).toBeUndefined()
  })

  test('a question hidden behind 5,000 blanks or mentions is not read in part', () => {
    const { result, ms } = timed(() => small.read(`Dongying ${'<@U123> '.repeat(1000)} GDP`))
    expect(ms).toBeLessThan(MOST_MS)
    expect(result.talk).toBe('too-long')
  })
})

describe('F41 names of the language are words like any other', () => {
  const NAMES = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
    '__defineGetter__',
  ]
  afterEach(() => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test.each(NAMES)('%s in a question', (name) => {
    for (const text of [
      name,
      `${name} GDP`,
      `${name} industry investment in Dongying`,
      `${name} of Dongying in 2023`,
      `compare ${name} and Dongying GDP`,
      `what is ${name}?`,
      `tell me about ${name}`,
      `东营${name}投资`,
    ]) {
      const answer = small.ask(text)
      const { plain } = small.reply(answer)
      expect(plain, text).not.toMatch(/native code|\[object|undefined|function /)
      expect(
        answer.facts.every(({ id }) => id.includes('/')),
        text,
      ).toBe(true)
    }
  })

  test.each(NAMES)('%s as region, industry, indicator, unit or organisation of a query', (name) => {
    for (const line of [
      `lookup r:${name}`,
      `lookup r:${name} n:gdp`,
      `lookup in:${name} n:gdp`,
      `lookup r:370500 i:${name}`,
      `lookup r:370500 n:${name}`,
      `lookup r:370500 n:gdp.${name}`,
      `lookup r:370500 o:${name}`,
      `lookup r:370500 u:${name}`,
      `lookup r:370500 f:>1@${name}`,
      `lookup r:370500 w:${name}`,
      `define i:${name}`,
      `summary r:${name}`,
      `compare r:${name},370500 n:exports`,
      `aggregate r:370500,370200 i:${name} fold:sum`,
    ]) {
      const answer = small.answer(line)
      expect(['nothing', 'list'], line).toContain(answer.kind)
      for (const locale of ['en', 'zh'] as const)
        expect(small.reply(answer, locale).plain, line).not.toMatch(
          /native code|\[object|undefined|function /,
        )
    }
  })

  test('and completion knows none of them', () => {
    // 'value of' is the beginning of real names
    for (const name of NAMES.filter((one) => one !== 'valueOf'))
      for (const kind of ['region', 'industry', 'indicator', 'period'] as const)
        expect(small.reader.complete(kind, name, 5)).toEqual([])
  })
})

test('any day of asking', () => {
  for (const now of [new Date(0), new Date(8.64e15), new Date(Number.NaN), NOW])
    expect(() => small.read('GDP last year 去年', { now })).not.toThrow()
})

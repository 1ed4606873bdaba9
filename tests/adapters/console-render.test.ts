import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from '../../src/adapters/console/clean.ts'
import { render, renderPlain } from '../../src/adapters/console/render.ts'
import { cellsOf, widthOf } from '../../src/adapters/console/width.ts'
import { wrap } from '../../src/adapters/console/wrap.ts'
import type { Part, Reply } from '../../src/chat/reply.ts'

const reply = (parts: Part[], locale: 'en' | 'zh' = 'en'): Reply => ({
  parts,
  plain: '',
  locale,
  seenBy: 'everyone',
})
const shown = (parts: Part[], columns = 80, locale: 'en' | 'zh' = 'en'): string =>
  render(reply(parts, locale), { columns, colour: false })

describe('the width of a text', () => {
  it.each([
    ['Dongying', 8],
    ['东营', 4],
    ['248亿元', 7],
    ['，。（）', 8],
    ['ＧＤＰ', 6],
    ['｡ｱ', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['Zürich', 6],
    ['한국', 4],
    ['👍', 2],
    ['👍🏽', 2],
    ['👨‍👩‍👧', 2],
    ['❤️', 2],
    ['❤', 1],
    ['🇨🇳', 2],
    ['🇨🇳🇩🇪', 4],
    ['𠮷', 2],
    ['…—·', 3],
    ['', 0],
  ])('%s takes %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns)
  })

  it('cuts a text into what is drawn as one', () => {
    expect([...cellsOf('a\u0301东👍🏽')].map(({ text }) => text)).toEqual(['a\u0301', '东', '👍🏽'])
  })

  it('takes time by the length, not by its square', () => {
    expect(widthOf('\u0301'.repeat(200_000))).toBe(0)
    expect(widthOf('东'.repeat(200_000))).toBe(400_000)
  })
})

describe('wrapping', () => {
  it('breaks English at spaces', () => {
    expect(wrap('offshore wind power equipment', 14)).toEqual(['offshore wind', 'power', 'equipment'])
  })

  it('breaks Chinese between characters', () => {
    expect(wrap('东营海上风电装备产业园', 10)).toEqual(['东营海上风', '电装备产业', '园'])
  })

  it('begins no line with closing punctuation and ends none with an opening bracket', () => {
    for (let columns = 8; columns < 40; columns++) {
      const lines = wrap(
        '二〇二三年，东营（海上风电装备产业园）累计投资“超过”248亿元、项目28个；其中：“园区”投资。',
        columns,
      )
      for (const line of lines) {
        expect(line).not.toMatch(/^[，。、；：）”]/)
        expect(line).not.toMatch(/[（“]$/)
        expect(widthOf(line)).toBeLessThanOrEqual(columns)
      }
    }
  })

  it('keeps a number and its scale together', () => {
    for (let columns = 8; columns < 30; columns++) {
      expect(wrap('海上风电装备产业园累计投资248亿元左右', columns).join('|')).not.toContain('248|亿')
    }
  })

  it('loses nothing but the spaces at which it broke', () => {
    const text =
      'Dongying 东营 had 24.8 billion yuan (248亿元) in 2023, see https://example.com/very/long/address'
    for (let columns = 10; columns < 60; columns++) {
      const lines = wrap(text, columns, 2)
      expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''))
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
    }
  })

  it('breaks what is wider than any line', () => {
    expect(wrap('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'xxxxx'])
    expect(wrap('，'.repeat(9), 8).every((line) => widthOf(line) <= 8)).toBe(true)
  })

  it('indents the lines after the first', () => {
    expect(wrap('one two three four', 9, 2)).toEqual(['one two', '  three', '  four'])
  })

  it('takes time by the length', () => {
    expect(wrap('，'.repeat(100_000), 80).length).toBeGreaterThan(2_000)
    expect(wrap('word '.repeat(50_000), 80).length).toBeGreaterThan(2_000)
  })
})

describe('cleaning', () => {
  it.each([
    ['colours', 'a\x1b[31mred\x1b[0m', 'ared'],
    ['cursor moves', 'a\x1b[2J\x1b[1;1Hb', 'ab'],
    ['a window title', 'a\x1b]0;owned\x07b', 'ab'],
    ['a clipboard', 'a\x1b]52;c;ZXZpbA==\x1b\\b', 'ab'],
    ['a link', '\x1b]8;;http://evil\x1b\\gov.cn\x1b]8;;\x1b\\', 'gov.cn'],
    ['eight-bit escapes', 'a\x9b31mb\x9d0;x\x9cc', 'abc'],
    ['an escape without an end', 'a\x1b]0;rest stays', 'a0;rest stays'],
    ['a lone escape at the end', 'a\x1b', 'a'],
    ['bells, backspaces and NUL', 'a\x07\x08\x00b\x7f', 'ab'],
    ['directions', 'a\u202egnp\u2066b', 'agnpb'],
    ['halves of characters', 'a\ud83d', 'a\ufffd'],
    ['overwriting by carriage return', 'good\rbad', 'good\nbad'],
  ])('takes out %s', (_what, text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  it('keeps what is writing', () => {
    for (const text of ['东营：248亿元。', 'Lu’an — Zürich', 'a\nb', '👨‍👩‍👧', 'Hà Nội'.normalize('NFD')]) {
      expect(cleanText(text)).toBe(text)
    }
  })

  it('flattens a label', () => {
    expect(cleanLine('one\n  two\u2028three')).toBe('one two three')
  })

  it('takes time by the length', () => {
    for (const evil of ['\x1b]', '\x1b[', '\x1b[0;', '\u0301', '\x1bP1', '\r']) {
      expect(cleanText(evil.repeat(100_000)).length).toBeLessThan(500_000)
    }
  })
})

describe('a reply on the screen', () => {
  const citation = {
    mark: 1,
    publisher: 'PRNewswire',
    title: 'Dongying seeks to develop new quality productive forces',
    date: '2024-03-27',
    url: 'https://example.com/dongying',
    kind: 'press release',
  }

  it('puts the sources last but for what can be picked', () => {
    const text = shown([
      { kind: 'citations', items: [citation] },
      { kind: 'text', text: 'Dongying: 24.8 billion yuan [1].' },
      { kind: 'buttons', prompt: 'Near it:', items: [{ label: 'Qingdao', query: 'summary r:370200' }] },
      { kind: 'note', text: 'Cumulative.' },
    ])
    const at = (words: string) => text.indexOf(words)
    expect(text).toMatch(/^Dongying: 24\.8 billion/)
    expect(at('Cumulative')).toBeGreaterThan(at('24.8 billion'))
    expect(at('[1] PRNewswire')).toBeGreaterThan(at('Cumulative'))
    expect(at('1  Qingdao')).toBeGreaterThan(at('[1] PRNewswire'))
    expect(text).toContain('https://example.com/dongying')
    expect(text).toContain('2024-03-27 (press release)')
  })

  it('aligns a table with wide characters', () => {
    const text = shown(
      [
        {
          kind: 'table',
          columns: [
            { label: '地区', align: 'left' },
            { label: '投资额', align: 'right' },
          ],
          rows: [
            ['东营', '7,618亿元'],
            ['Guangdong', '约1500亿元'],
            ['安徽省', '4,896亿元'],
          ],
        },
      ],
      80,
      'zh',
    )
    const [head, rule, ...rows] = text.split('\n')
    expect(rule).toBe(`${'─'.repeat(9)}  ${'─'.repeat(10)}`)
    for (const line of [head!, ...rows]) expect(widthOf(line)).toBe(21)
  })

  it.each([40, 80, 100, 160])('fits everything into %i columns', (columns) => {
    const long = '东营市海上风电装备产业园 offshore wind power equipment industry park, '.repeat(8)
    const text = shown(
      [
        { kind: 'heading', text: long },
        { kind: 'text', text: long },
        { kind: 'note', text: long },
        { kind: 'list', items: [long, long] },
        {
          kind: 'table',
          columns: [
            { label: 'Place', align: 'left' },
            { label: 'What', align: 'left' },
            { label: 'Value', align: 'right' },
          ],
          rows: [['Dongying', long, '24.8 billion yuan']],
        },
        {
          kind: 'citations',
          items: [{ ...citation, title: long, url: null }],
        },
        { kind: 'buttons', prompt: long, items: [{ label: long, query: 'lookup' }] },
      ],
      columns,
    )
    for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns)
  })

  it('keeps a long link whole, so that it can be copied', () => {
    const url = `https://example.com/${'x'.repeat(300)}`
    expect(shown([{ kind: 'citations', items: [{ ...citation, url }] }]).split('\n')).toContain(url)
  })

  it('numbers the buttons of several lists through', () => {
    const button = (label: string) => ({ label, query: 'lookup' })
    const text = shown([
      { kind: 'buttons', prompt: 'A', items: [button('one'), button('two')] },
      { kind: 'buttons', prompt: 'B', items: [button('three')] },
    ])
    expect(text).toMatch(/1 {2}one\n 2 {2}two/)
    expect(text).toMatch(/3 {2}three/)
    expect(text.match(/Type a number/g)).toHaveLength(1)
  })

  it('colours only when told to', () => {
    const parts: Part[] = [
      { kind: 'heading', text: 'Jining' },
      { kind: 'note', text: 'planned' },
    ]
    expect(shown(parts)).not.toContain('\x1b')
    expect(render(reply(parts), { columns: 80, colour: true })).toContain('\x1b[1mJining\x1b[22m')
  })

  it('lets no escape through, wherever it stands', () => {
    const evil = 'x\x1b[31m\x1b]0;t\x07\u202e'
    const text = shown([
      { kind: 'heading', text: evil },
      { kind: 'text', text: evil },
      { kind: 'note', text: evil },
      { kind: 'list', items: [evil] },
      { kind: 'table', columns: [{ label: evil, align: 'left' }], rows: [[evil]] },
      {
        kind: 'citations',
        items: [{ mark: 1, publisher: evil, title: evil, date: '2024', url: evil, kind: evil }],
      },
      { kind: 'buttons', prompt: evil, items: [{ label: evil, query: evil }] },
    ])
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
    expect(renderPlain({ ...reply([]), plain: evil })).toBe('x')
  })

  it('shows nothing of empty parts', () => {
    expect(
      shown([
        { kind: 'text', text: 'Answer.' },
        { kind: 'citations', items: [] },
        { kind: 'buttons', prompt: 'Pick', items: [] },
      ]),
    ).toBe('Answer.')
  })
})

/** Replies as Discord shows them: limits, hostile text, tables, sources. Checked by the rules of the stand-in. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cut, escaped, escapedLine, link } from '../../../src/adapters/discord/escape.ts'
import { idFor, type Kept } from '../../../src/adapters/discord/kept-lines.ts'
import { LIMITS } from '../../../src/adapters/discord/limits.ts'
import { render } from '../../../src/adapters/discord/render.ts'
import { tableLines } from '../../../src/adapters/discord/table.ts'
import { widthOf } from '../../../src/adapters/discord/width.ts'
import type { Citation, Part, Reply } from '../../../src/chat/reply.ts'
import { checkBody } from '../../fakes/discord/bodies.ts'
import { reply } from './stage.ts'

const wrongWith = (made: Reply, dress = {}) => {
  const { message, plain } = render(made, dress)
  return [message, plain].flatMap((body) => {
    const { reasons, empty } = checkBody('message', body, new Map())
    return empty ? [...reasons, 'empty'] : reasons
  })
}
const textOf = (made: Reply): string => {
  const { content, embeds } = render(made).message
  return [content, ...(embeds ?? []).map(({ description }) => description)].join('\n')
}
const citation = (mark: number, more: Partial<Citation> = {}): Citation => ({
  mark,
  publisher: 'China Daily',
  title: 'Dongying grows',
  date: '2024-03-27',
  url: 'https://www.chinadaily.com.cn/a/1.html',
  kind: 'state-media',
  ...more,
})
const of = (...parts: Part[]): Reply => reply('plain', { parts })

describe('each limit is where the platform begins to refuse', () => {
  const refused = (body: object) => checkBody('message', body, new Map()).reasons.length > 0
  const button = (label: string, id: string) => ({
    components: [{ type: 1, components: [{ type: 2, style: 2, label, custom_id: id }] }],
    content: 'x',
  })
  const menu = (count: number) => ({
    content: 'x',
    components: [
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 'm',
            options: Array.from({ length: count }, (_, index) => ({ label: `${index}`, value: `${index}` })),
          },
        ],
      },
    ],
  })
  test.each<[string, number, (size: number) => object]>([
    ['content', LIMITS.content, (size) => ({ content: 'x'.repeat(size) })],
    [
      'embedDescription',
      LIMITS.embedDescription,
      (size) => ({ embeds: [{ description: 'x'.repeat(size) }] }),
    ],
    [
      'embedsTogether',
      LIMITS.embedsTogether,
      (size) => ({ embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(size - 4_000) }] }),
    ],
    ['embedFooter', LIMITS.embedFooter, (size) => ({ embeds: [{ footer: { text: 'x'.repeat(size) } }] })],
    ['buttonLabel', LIMITS.buttonLabel, (size) => button('x'.repeat(size), 'a')],
    ['customId', LIMITS.customId, (size) => button('x', 'x'.repeat(size))],
    ['menuOptions', LIMITS.menuOptions, menu],
    ['nonce', LIMITS.nonce, (size) => ({ content: 'x', nonce: 'x'.repeat(size) })],
    [
      'rows',
      LIMITS.rows,
      (size) => ({
        content: 'x',
        components: Array.from({ length: size }, (_, index) => button('x', `${index}`).components[0]),
      }),
    ],
  ])('%s', (_name, limit, body) => {
    expect(refused(body(limit))).toBe(false)
    expect(refused(body(limit + 1))).toBe(true)
  })
})

describe('the look', () => {
  test('the answer stands in the message itself, its sources as links in a coloured card', () => {
    const { message } = render(
      of(
        { kind: 'text', text: 'Dongying: investment 28 billion yuan. [1]' },
        { kind: 'note', text: 'Planned, not a result.' },
        { kind: 'citations', items: [citation(1)] },
      ),
    )
    expect(message.content).toBe('Dongying: investment 28 billion yuan. [1]\n-# Planned, not a result.')
    expect(message.embeds?.[0]?.description).toContain(
      '[chinadaily.com.cn](<https://www.chinadaily.com.cn/a/1.html>)',
    )
    expect(message.embeds?.[0]?.color).toBeTypeOf('number')
  })

  test('a question back, an answer and a word about the bot differ in colour', () => {
    const colours = [
      of({ kind: 'citations', items: [citation(1)] }),
      of({ kind: 'buttons', prompt: 'Which?', items: [{ label: 'a', query: 'b' }] }),
      of({ kind: 'text', text: 'hello' }),
    ].map((made) => render(made, { footer: 'x' }).message.embeds?.[0]?.color)
    expect(new Set(colours).size).toBe(3)
  })

  test('tables align, wide characters counted as two', () => {
    const { head, rows } = tableLines({
      kind: 'table',
      columns: [
        { label: '地区', align: 'left' },
        { label: 'GDP', align: 'right' },
      ],
      rows: [
        ['东营市', '3,620'],
        ['Qingdao', '15'],
        ['烟台 Yantai', '9,515.86'],
      ],
    })
    const lines = [...head, ...rows]
    expect(new Set(lines.map(widthOf)).size).toBe(1)
    expect(rows[0]).toBe('东营市          3,620')
    expect(widthOf('东营')).toBe(4)
    expect(widthOf('é')).toBe(1)
    expect(widthOf('（2023）')).toBe(8)
  })

  test('a long cell goes on below, and its columns still align', () => {
    const { rows } = tableLines({
      kind: 'table',
      columns: [
        { label: 'What', align: 'left' },
        { label: 'Value', align: 'right' },
      ],
      rows: [
        ['planned investment in the offshore wind power equipment industry park', '48'],
        ['海上风电装备产业园海上风电装备产业园海上风电装备产业园', '7'],
        ['x'.repeat(90), '1'],
      ],
    })
    const lines = rows.flatMap((row) => row.split('\n'))
    expect(lines.every((line) => widthOf(line) <= 47)).toBe(true)
    expect(lines.join('').replace(/\s/g, '')).toContain('x'.repeat(90).slice(0, 40))
    expect(rows[0]).toBe('planned investment in the offshore wind      48\npower equipment industry park')
    expect(rows[1]!.replace(/[\s7]/g, '')).toBe('海上风电装备产业园海上风电装备产业园海上风电装备产业园')
  })

  test('what is too long for a button stands whole in the text, under its number', () => {
    const label = `Dongying, offshore wind power equipment park: investment ${'very '.repeat(10)}much, 2023 (differs in period)`
    const { message } = render(
      of({
        kind: 'buttons',
        prompt: 'Nearest:',
        items: [
          { label, query: 'a' },
          { label: 'short', query: 'b' },
        ],
      }),
    )
    expect(message.content).toBe(`Nearest:\n1. ${label}\n2. short`)
    expect(JSON.stringify(message.components)).toContain('"1. Dongying')
    expect(JSON.stringify(message.components)).toContain('"2. short"')
  })

  test('buttons that do the same are one, since Discord refuses two', () => {
    const { message } = render(
      of(
        { kind: 'text', text: 'x' },
        {
          kind: 'buttons',
          prompt: '',
          items: [
            { label: 'a', query: 'q' },
            { label: 'b', query: 'q' },
          ],
        },
      ),
    )
    expect(JSON.stringify(message.components).match(/custom_id/g)).toHaveLength(1)
  })
})

describe('F23 too long', () => {
  const long = 'word '.repeat(8_200)
  const item = (index: number) => `Dongying, industry ${index}: investment ${index} billion yuan, 2023. [1]`
  const many = Array.from({ length: 1_000 }, (_, index) => item(index))

  test.each<[string, Reply]>([
    ['an answer of 41,000 characters', of({ kind: 'text', text: long })],
    ['a list of 1,000 facts', of({ kind: 'text', text: 'Known:' }, { kind: 'list', items: many })],
    [
      'a table of 1,000 rows',
      of({ kind: 'table', columns: [{ label: 'x', align: 'left' }], rows: many.map((text) => [text]) }),
    ],
    ['51 parts', of(...many.slice(0, 51).map((text): Part => ({ kind: 'text', text: text.repeat(3) })))],
    [
      '200 sources',
      of(
        { kind: 'text', text: 'x' },
        { kind: 'citations', items: many.slice(0, 200).map((_, index) => citation(index + 1)) },
      ),
    ],
    [
      'endless source titles',
      of({ kind: 'citations', items: [citation(1, { title: long, publisher: long, kind: long })] }),
    ],
    [
      'all of it',
      of(
        { kind: 'heading', text: long },
        { kind: 'text', text: long },
        { kind: 'list', items: many },
        { kind: 'note', text: long },
        { kind: 'citations', items: many.slice(0, 99).map((_, index) => citation(index + 1)) },
      ),
    ],
    [
      '60 buttons in 8 groups',
      of(
        { kind: 'text', text: 'x' },
        ...Array.from(
          { length: 8 },
          (_, group): Part => ({
            kind: 'buttons',
            prompt: long,
            items: Array.from({ length: group === 0 ? 60 : 3 }, (_, index) => ({
              label: long,
              query: `q ${group} ${index} ${group === 1 ? long : ''}`,
            })),
          }),
        ),
      ),
    ],
    ['a footer', of({ kind: 'text', text: 'x' })],
  ])('F23 %s is taken', (what, made) => {
    expect(wrongWith(made, what === 'a footer' ? { footer: long } : {})).toEqual([])
  })

  test('F23 it ends on a whole fact and says how many more there are', () => {
    const text = textOf(of({ kind: 'text', text: 'Known:' }, { kind: 'list', items: many }))
    const shown = text.split('\n').filter((line) => line.startsWith('- '))
    expect(shown.length).toBeGreaterThan(20)
    for (const [index, line] of shown.entries()) expect(line).toBe(`- ${escapedLine(item(index))}`)
    expect(text).toContain(`… ${1_000 - shown.length} more`)
  })

  test('F23 a remark is never lost to a long list', () => {
    const made = of(
      { kind: 'text', text: 'Known:' },
      { kind: 'list', items: many },
      { kind: 'note', text: 'Planned, not a result.' },
    )
    expect(render(made).message.content).toContain('-# Planned, not a result.')
  })

  test('a text is never cut inside a character or an escape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const short = cut(escaped(text), most)
        expect(short.length).toBeLessThanOrEqual(most)
        expect(short.isWellFormed()).toBe(true)
        expect(/(?:^|[^\\])(?:\\\\)*\\…$/.test(short)).toBe(false)
      }),
    )
  })
})

describe('F24 hostile text', () => {
  const HOSTILE = [
    '@everyone @here',
    '<@1> <@&2> <#3> <@!4> </ban:5> <:x:6> <t:7>',
    '[gov.cn](http://evil.example)',
    '<http://evil.example|gov.cn>',
    'http://evil.example',
    '```js\nx```',
    '# big\n> quote\n-# small\n- item\n1. one',
    '**b** __u__ ~~s~~ ||spoiler|| `c`',
    'a\u202egnp.exe',
    'a\u200bb\u200dc\u2060d\ufeffe\u00adf',
    `z${'\u0301'.repeat(10_000)}`,
    'nul\u0000 bell\u0007 del\u007f',
    'lone \ud800 half',
    '\\',
    '\\'.repeat(51),
    '\u{e0041}\u{e0042}',
  ]

  test.each(HOSTILE)('F24 in every visible field: %j', (text) => {
    const made: Reply = {
      parts: [
        { kind: 'heading', text },
        { kind: 'text', text },
        { kind: 'note', text },
        { kind: 'list', items: [text] },
        { kind: 'table', columns: [{ label: text, align: 'left' }], rows: [[text]] },
        {
          kind: 'buttons',
          prompt: text,
          items: [
            { label: text, query: text },
            { label: text, query: `${text}2` },
          ],
        },
        { kind: 'citations', items: [citation(1, { publisher: text, title: text, date: text, kind: text })] },
      ],
      plain: text,
      locale: 'en',
      seenBy: 'everyone',
    }
    expect(wrongWith(made, { footer: text })).toEqual([])
    const { message, plain } = render(made, { footer: text })
    for (const body of [message, plain]) {
      expect(body.allowed_mentions).toEqual({ parse: [], replied_user: false })
      // in a code block nothing is read as a mention; elsewhere it is escaped
      const text = `${body.content}`.replace(/```[\s\S]*?```/g, '')
      expect(text).not.toMatch(/(?<!\\)@(?:everyone|here)/)
      expect(JSON.stringify([body.content, body.embeds])).not.toMatch(INVISIBLE)
      expect(`${body.content}`).not.toMatch(/\p{M}{3}/u)
    }
  })

  test('F24 no mention, link, code or heading survives, whatever is written', () => {
    const nasty = fc
      .array(
        fc.constantFrom(
          '<',
          '@',
          '&',
          '!',
          '#',
          '1',
          '>',
          '[',
          ']',
          '(',
          ')',
          '`',
          '*',
          '\\',
          '\n',
          ' ',
          'x',
          '-',
          '|',
          '_',
          '~',
          'http://e.v',
          'everyone',
        ),
      )
      .map((bits) => bits.join(''))
    fc.assert(
      fc.property(nasty, (text) => {
        const bare = unescaped(escaped(text))
        expect(bare).not.toMatch(/[<>`*_~|]|\]\(/)
        expect(bare).not.toMatch(/^\s*(?:#{1,3}|-#?|\d+\.)\s/m)
        expect(bare).not.toMatch(/:\/\//)
      }),
      { numRuns: 3_000 },
    )
  })

  test('F24 a link shows the host it leads to, and leads nowhere else', () => {
    expect(link('https://www.gov.cn/a(b)c', 500)?.markdown).toBe('[gov.cn](<https://www.gov.cn/a%28b%29c>)')
    expect(link('https://gov.cn@evil.example/', 500)?.markdown).toBe(
      '[evil.example](<https://evil.example/>)',
    )
    expect(link('https://evil.example/)[gov.cn](x', 500)?.markdown).not.toContain('[gov.cn]')
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'nonsense',
      '',
      `https://a.b/${'x'.repeat(600)}`,
    ])
      expect(link(url, 500), url).toBeNull()
  })

  test('words and figures stay as they were', () => {
    for (const text of [
      '28 billion yuan, 3.9 %',
      '东营市：投资额280亿元，2023年。',
      "Qingdao's GDP up 5.9 percent",
      '-1.9 percent',
    ])
      expect(escaped(text)).toBe(text)
  })
})

test('custom ids are short and tell lines apart', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (one, other) => {
      const kept: Kept = {}
      const ids = [idFor('say', one, kept), idFor('say', other, kept), idFor('share', one, kept)]
      for (const id of ids) expect(id.length).toBeLessThanOrEqual(LIMITS.customId)
      expect(ids[0] === ids[1]).toBe(one === other)
      expect(ids[0]).not.toBe(ids[2])
    }),
  )
})

const INVISIBLE = /[\u0000-\u0009\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

/** What Markdown would look at: what is escaped is no more than a letter. */
const unescaped = (text: string): string => text.replace(/\\[!-/:-@[-`{-~]/g, 'E')

/** What Slack is sent: within its limits, harmless, and whole. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readableDate } from '../../../src/adapters/slack/citation.ts'
import { escapeLine, escapeText, link, plainLine } from '../../../src/adapters/slack/escape.ts'
import { LIMITS } from '../../../src/adapters/slack/limits.ts'
import { render } from '../../../src/adapters/slack/render.ts'
import type { Citation, Part } from '../../../src/chat/reply.ts'
import { BLOCK_LIMITS } from '../../fakes/slack/block-limits.ts'
import { checkMessage, checkView } from '../../fakes/slack/check-payloads.ts'
import { connected } from './connected.ts'
import { replyOf } from './desk.ts'

const commands = ['rank', 'find', 'help']
const rendered = (parts: readonly Part[], plain?: string) =>
  render(replyOf(parts, plain === undefined ? {} : { plain }), { commands })

/** Every string that Slack would show or follow. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'value' || key === 'action_id' ? [] : textsIn(inner),
  )
}

const wordsOf = (value: unknown): string => textsIn(value).join('\n')

const HOSTILE = [
  '@everyone',
  '<!channel> <!here|x> <!subteam^S1>',
  '<@U1> <@U1|bob> <#C1>',
  '[x](http://evil.example)',
  '<http://evil.example|gov.cn>',
  'a\u202Eevil\u202C b',
  'zero\u200Bwi\u200Ddth\u2060\uFEFF',
  `e${'\u0301'.repeat(10_000)}`,
  'nul\0 bell\x07 \x1b[31m',
  'lone \ud800 surrogate \udc00',
  '```\n> quote\n```',
  '&lt;!channel&gt; &amp;',
]

const citation = (more: Partial<Citation> = {}): Citation => ({
  mark: 1,
  publisher: 'Shandong Daily',
  title: 'Offshore wind',
  date: '2024-03-27',
  url: 'https://news.example/a?x=1&y=2',
  kind: 'state-media',
  ...more,
})

/** The same hostile text in every field a reply has. */
const everywhere = (text: string): Part[] => [
  { kind: 'heading', text },
  { kind: 'text', text },
  { kind: 'note', text },
  { kind: 'list', items: [text, 'fine'] },
  { kind: 'table', columns: [{ label: text, align: 'left' }], rows: [[text], ['']] },
  { kind: 'table', columns: [{ label: text, align: 'right' }], rows: [[text]] },
  {
    kind: 'citations',
    items: [citation({ title: text, publisher: text, kind: text }), citation({ url: text, date: text })],
  },
  { kind: 'buttons', prompt: text, items: [{ label: text, query: 'q' }] },
]

test('the limits are those the stand-in checks', () => {
  expect({
    blocks: LIMITS.message.blocks,
    tables: LIMITS.message.tables,
    viewBlocks: LIMITS.view.blocks,
    title: LIMITS.view.title,
    submit: LIMITS.view.submit,
    metadata: LIMITS.view.privateMetadata,
    callbackId: LIMITS.view.callbackId,
    id: LIMITS.id,
    section: LIMITS.section,
    header: LIMITS.header,
    context: LIMITS.context,
    actions: LIMITS.actions,
    button: LIMITS.button.text,
    value: LIMITS.button.value,
    placeholder: LIMITS.placeholder,
    options: LIMITS.select.options,
    option: LIMITS.option.text,
    label: LIMITS.input.label,
    hint: LIMITS.input.hint,
    maxLength: LIMITS.input.maxLength,
    rows: LIMITS.table.rows,
    columns: LIMITS.table.columns,
  }).toEqual({
    blocks: BLOCK_LIMITS.message.blocks,
    tables: BLOCK_LIMITS.message.tables,
    viewBlocks: BLOCK_LIMITS.view.blocks,
    title: BLOCK_LIMITS.view.title,
    submit: BLOCK_LIMITS.view.submit,
    metadata: BLOCK_LIMITS.view.privateMetadata,
    callbackId: BLOCK_LIMITS.view.callbackId,
    id: BLOCK_LIMITS.id,
    section: BLOCK_LIMITS.section.text,
    header: BLOCK_LIMITS.header,
    context: BLOCK_LIMITS.context,
    actions: BLOCK_LIMITS.actions,
    button: BLOCK_LIMITS.button.text,
    value: BLOCK_LIMITS.button.value,
    placeholder: BLOCK_LIMITS.placeholder,
    options: BLOCK_LIMITS.select.options,
    option: BLOCK_LIMITS.option.text,
    label: BLOCK_LIMITS.input.label,
    hint: BLOCK_LIMITS.input.hint,
    maxLength: BLOCK_LIMITS.input.maxLength,
    rows: BLOCK_LIMITS.table.rows,
    columns: BLOCK_LIMITS.table.columns,
  })
  // ours are stricter than Slack's where a whole message counts
  expect(LIMITS.message.characters).toBeLessThanOrEqual(BLOCK_LIMITS.message.tableCharacters)
  expect(LIMITS.message.text).toBeLessThanOrEqual(BLOCK_LIMITS.message.updatedText)
  expect(LIMITS.option.value).toBeLessThanOrEqual(BLOCK_LIMITS.option.value)
})

describe('F24 hostile text in every field', () => {
  test.each(HOSTILE)('%j', (text) => {
    const sent = rendered(everywhere(text), text)
    expect(checkMessage(sent)).toBeUndefined()
    expect(harmIn(sent)).toEqual([])
  })

  test('whatever the text, it pings nobody and builds no link', () => {
    const pieces = fc.constantFrom(
      ...HOSTILE,
      '<',
      '>',
      '&',
      '|',
      '!',
      '@',
      '#',
      'http://',
      'a.cn',
      '\u202e',
      '\n',
      'ok ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const sent = rendered(everywhere(text), text)
          expect(harmIn(sent)).toEqual([])
          expect(checkMessage(sent)).toBeUndefined()
        },
      ),
      { numRuns: 300 },
    )
  })

  test('the check sees what it forbids', () => {
    expect(harmIn({ text: 'x <!channel>' })).not.toEqual([])
    expect(harmIn({ text: '<@U1>' })).not.toEqual([])
    expect(harmIn({ text: '<http://evil.example|gov.cn>' })).not.toEqual([])
    expect(harmIn({ text: 'a\u202eb' })).not.toEqual([])
    expect(harmIn({ text: '\ud800' })).not.toEqual([])
    expect(harmIn({ text: 'fine &lt;!channel&gt; <https://news.example/a|Title>' })).toEqual([])
  })

  test('through a whole talk nobody is called', async () => {
    for (const text of HOSTILE.slice(0, 5)) {
      const { slack } = await connected({ hear: () => replyOf(everywhere(text), { plain: text }) })
      const answer = await slack.dm('ann', 'x').answer()
      expect(answer.pings).toEqual([])
      slack.assertClean()
    }
  })
})

/** Mentions, links whose words name another host, and signs that cannot be seen. */
function harmIn(sent: unknown): string[] {
  return textsIn(sent).flatMap((text) => [
    ...(text.match(/<[!@#]/g) ?? []),
    ...[...text.matchAll(/<(https?:[^|>]*)\|([^>]*)>/g)].flatMap(([whole, target, words]) => {
      const host = new URL(target!.replaceAll('&amp;', '&')).host
      const named = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u.exec(words!)?.[0]
      return named === undefined || host.includes(named) ? [] : [whole]
    }),
    ...(/[\u202a-\u202e\u200b-\u200f\u2060-\u2069\ufeff\0]/.test(text) ? ['unseen'] : []),
    ...(text.isWellFormed() ? [] : ['lone surrogate']),
    ...(/\p{M}{4}/u.test(text) ? ['tower'] : []),
  ])
}

describe('escaping', () => {
  test('only what steers is changed', () => {
    expect(escapeText('R&D > 2 % of <GDP>, 20~30 *')).toBe('R&amp;D &gt; 2 % of &lt;GDP&gt;, 20∼30 ∗')
    expect(escapeText('东营 24.8 亿元，同比 +3.1%')).toBe('东营 24.8 亿元，同比 +3.1%')
    expect(escapeLine('one\n two')).toBe('one two')
    expect(plainLine('below <5 %, <!channel> & <http://x|y>')).toBe('below <5 %, ‹!channel> & ‹http://x|y>')
  })

  test('links say where they lead', () => {
    expect(link('https://news.example/a?x=1&y=2', 'A <title> | more')).toBe(
      '<https://news.example/a?x=1&amp;y=2|A &lt;title&gt; ¦ more>',
    )
    expect(link('https://evil.example/', 'www.gov.cn: figures')).toBe(
      'www.gov.cn: figures (<https://evil.example/|evil.example>)',
    )
    expect(link('https://evil.example/', 'ｇｏｖ．ｃｎ')).toContain('<https://evil.example/|evil.example>')
    expect(link('https://gov.cn@evil.example/', 'Title')).toBe('<https://evil.example/|Title>')
    expect(link('javascript:alert(1)', 'Title')).toBe('Title')
    expect(link('https://a.example/x|y>z', 'T')).toBe('<https://a.example/x%7Cy%3Ez|T>')
    expect(link('https://a.example/', '')).toBe('<https://a.example/|a.example>')
  })

  test('dates can be read', () => {
    expect(readableDate('2024-03-27', 'en')).toBe('27 March 2024')
    expect(readableDate('2024-03', 'zh')).toBe('2024年3月')
    expect(readableDate('2024', 'en')).toBe('2024')
    expect(readableDate('2024-13-01', 'en')).toBe('2024-13-01')
    expect(readableDate('spring 2024', 'en')).toBe('spring 2024')
  })
})

describe('parts', () => {
  test('a table is a table, the second one aligned text, and nothing holds raw pipes', () => {
    const table: Part = {
      kind: 'table',
      columns: [
        { label: 'Place', align: 'left' },
        { label: 'Value', align: 'right' },
      ],
      rows: [
        ['Dongying', '24.8'],
        ['济宁', '1,234'],
      ],
    }
    const { blocks } = rendered([table, table])
    expect(blocks.map(({ type }) => type)).toEqual(['table', 'section'])
    expect(blocks[0]).toMatchObject({
      column_settings: [{ align: 'left' }, { align: 'right' }],
      rows: [{}, [{ text: 'Dongying' }, { text: '24.8' }], [{ text: '济宁' }, { text: '1,234' }]],
    })
    expect(blocks[1]).toMatchObject({
      text: { text: '```\nPlace     Value\nDongying   24.8\n济宁      1,234\n```' },
    })
    expect(wordsOf(blocks)).not.toContain('|')
  })

  test('sources stand below the answer as links with a date', () => {
    const { blocks } = rendered([
      { kind: 'citations', items: [citation()] },
      { kind: 'text', text: '24.8 [1]' },
    ])
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'context'])
    expect(wordsOf(blocks[1])).toContain(
      'Sources\n[1] Shandong Daily, <https://news.example/a?x=1&amp;y=2|Offshore wind>, 27 March 2024 (state media)',
    )
  })

  test('commands are named as they are typed here; what buttons carry stays', () => {
    const { blocks, text } = rendered(
      [
        {
          kind: 'text',
          text: 'There is no /lost. /help lists them; "/rank GDP", a/rank, /ranking, https://a.cn/rank',
        },
        { kind: 'buttons', prompt: '', items: [{ label: '/rank GDP', query: '/rank GDP' }] },
      ],
      'see /help',
    )
    expect(wordsOf(blocks[0])).toContain(
      'There is no /lost. /facts help lists them; "/facts rank GDP", a/rank, /ranking, https://a.cn/rank',
    )
    expect(blocks[1]).toMatchObject({ elements: [{ text: { text: '/facts rank GDP' }, value: '/rank GDP' }] })
    expect(text).toBe('see /facts help')
  })

  test('a line too long for a button is no button', () => {
    const items = [
      { label: 'long', query: 'q'.repeat(2_001) },
      { label: 'x'.repeat(200), query: 'fine' },
    ]
    const sent = rendered([
      { kind: 'text', text: 't' },
      { kind: 'buttons', prompt: 'Go on', items },
    ])
    expect(checkMessage(sent)).toBeUndefined()
    expect(JSON.stringify(sent.blocks)).not.toContain('"long"')
  })
})

test('a label that a button would cut stands above it in full', () => {
  const label = `Dongying: ${'a long way to go '.repeat(8)}24.8 billion yuan`
  const items = [
    { label: 'short', query: 'a' },
    { label, query: 'b' },
  ]
  const { blocks } = rendered([{ kind: 'buttons', prompt: '', items }])
  expect(wordsOf(blocks[0])).toContain(`1. short\n2. ${label}`)
  expect(blocks[1]).toMatchObject({ elements: [{ text: { text: '1. short' } }, { value: 'b' }] })
})

describe('F23 too long', () => {
  const many = (count: number, length = 60) =>
    Array.from({ length: count }, (_, index) => `fact ${index} ${'x'.repeat(length)} end${index}`)

  test('a list loses whole facts and says how many', () => {
    const items = many(2_000)
    const sent = rendered(
      [
        { kind: 'list', items },
        { kind: 'note', text: 'a caveat' },
      ],
      items.join('\n'),
    )
    expect(checkMessage(sent)).toBeUndefined()
    const words = wordsOf(sent.blocks)
    const shown = items.filter((item) => words.includes(`• ${item}`))
    expect(shown.length).toBeGreaterThan(50)
    expect(words).toContain(`… ${2_000 - shown.length} more`)
    expect(words.match(/• fact/g)).toHaveLength(shown.length)
    expect(words).toContain('a caveat')
    expect(sent.text).toMatch(/… \d+ more$/)
    expect(sent.text.length).toBeLessThanOrEqual(LIMITS.message.text)
  })

  test('a table loses whole rows', () => {
    const rows = many(500).map((text, index) => [String(index), text])
    const columns = [
      { label: '#', align: 'right' as const },
      { label: 'Fact', align: 'left' as const },
    ]
    const sent = rendered([{ kind: 'table', columns, rows }])
    expect(checkMessage(sent)).toBeUndefined()
    const [table] = sent.blocks
    if (table?.type !== 'table') throw new Error('no table')
    expect(wordsOf(sent.blocks)).toContain(`… ${500 - (table.rows.length - 1)} more`)
    expect(table.rows.at(-1)![1]).toMatchObject({ text: rows[table.rows.length - 2]![1] })
  })

  test('sources and buttons give way too, texts do not', () => {
    const items = Array.from({ length: 300 }, (_, index) =>
      citation({ mark: index + 1, title: `title ${index} ${'y'.repeat(80)}` }),
    )
    const buttons = Array.from({ length: 80 }, (_, index) => ({
      label: `button ${index}`,
      query: `q${index}`,
    }))
    const text = many(40).join('\n')
    const sent = rendered([
      { kind: 'text', text },
      { kind: 'citations', items },
      { kind: 'buttons', prompt: 'Go on', items: buttons },
    ])
    expect(checkMessage(sent)).toBeUndefined()
    expect(wordsOf(sent.blocks)).toContain('end39')
    expect(wordsOf(sent.blocks)).toMatch(/… \d+ more/)
  })

  test.each([
    ['one text of 41,000 characters', [{ kind: 'text', text: 'word '.repeat(8_200) }]],
    ['41,000 characters without a blank', [{ kind: 'text', text: '&'.repeat(41_000) }]],
    ['60 texts', Array.from({ length: 60 }, (_, index) => ({ kind: 'text', text: `text ${index}` }))],
    [
      'a cell of 41,000 characters',
      [{ kind: 'table', columns: [{ label: 'a', align: 'left' }], rows: [['z'.repeat(41_000)]] }],
    ],
    [
      '25 columns',
      [
        {
          kind: 'table',
          columns: Array.from({ length: 25 }, () => ({ label: 'c', align: 'left' })),
          rows: [['1']],
        },
      ],
    ],
    [
      'a second table of 300 rows',
      Array.from({ length: 2 }, () => ({
        kind: 'table',
        columns: [{ label: 'a', align: 'left' }],
        rows: many(300).map((text) => [text]),
      })),
    ],
    ['a heading of 400 characters', [{ kind: 'heading', text: 'h'.repeat(400) }]],
    [
      'a source of 10,000 characters',
      [{ kind: 'citations', items: [citation({ title: 't'.repeat(10_000) })] }],
    ],
  ] as [string, Part[]][])('%s', (_, parts) => {
    expect(checkMessage(rendered(parts, 'plain '.repeat(10_000)))).toBeUndefined()
  })

  test('whatever the reply, Slack takes it', () => {
    const words = fc.string({ maxLength: 400 })
    const part = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text: fc.string({ maxLength: 5_000 }) }),
      fc.record({ kind: fc.constant('note' as const), text: words }),
      fc.record({ kind: fc.constant('heading' as const), text: words }),
      fc.record({ kind: fc.constant('list' as const), items: fc.array(words, { maxLength: 80 }) }),
      fc.record({
        kind: fc.constant('table' as const),
        columns: fc.array(
          fc.record({ label: words, align: fc.constantFrom('left' as const, 'right' as const) }),
          { maxLength: 24 },
        ),
        rows: fc.array(fc.array(words, { maxLength: 24 }), { maxLength: 120 }),
      }),
      fc.record({
        kind: fc.constant('citations' as const),
        items: fc.array(
          words.map((title) => citation({ title })),
          { maxLength: 40 },
        ),
      }),
      fc.record({
        kind: fc.constant('buttons' as const),
        prompt: words,
        items: fc.array(fc.record({ label: words, query: words }), { maxLength: 60 }),
      }),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), words, (parts, plain) => {
        const sent = rendered(parts, plain)
        expect(checkMessage(sent)).toBeUndefined()
        const { blocks } = render(replyOf(parts), { commands, surface: 'home' })
        expect(checkView({ type: 'home', blocks })).toBeUndefined()
      }),
      { numRuns: 150 },
    )
  })
})

/** Every limit of Slack's Block Kit: taken at the limit, refused one beyond, with the place named. */
import { describe, expect, test } from 'vitest'
import { BLOCK_LIMITS } from './slack/block-limits.ts'
import { checkBlocks, type Surface } from './slack/check-blocks.ts'
import { checkMessage, checkSuggestions, checkView } from './slack/check-payloads.ts'

const words = (length: number) => 'x'.repeat(length)
const times = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index))
const plain = (length: number) => ({ type: 'plain_text', text: words(length) })
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: words(length) })
const button = (more: object = {}) => ({ type: 'button', text: plain(4), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const option = (more: object = {}) => ({ text: plain(3), value: 'v', ...more })
const select = (more: object = {}) => ({
  type: 'static_select',
  action_id: 's',
  options: [option()],
  ...more,
})
const input = (more: object = {}) => ({
  type: 'input',
  label: plain(3),
  element: { type: 'plain_text_input', action_id: 'a' },
  ...more,
})
const cell = (length = 1) => ({ type: 'raw_text', text: words(length) })
const view = (more: object = {}) => ({
  type: 'modal',
  title: plain(5),
  blocks: [{ type: 'divider' }],
  ...more,
})
const L = BLOCK_LIMITS

interface Row {
  limit: string
  most: number
  /** The complaints about something of this size. */
  at: (size: number) => string[]
  place: string
  least?: number
}

const inMessage = (block: object) => checkBlocks([block])
const inModal = (block: object) => checkBlocks([block], 'modal')
const reasonsOf = (refusal: { reasons: string[] } | undefined) => refusal?.reasons ?? []

const ROWS: Row[] = [
  {
    limit: 'blocks of a message',
    most: 50,
    place: '/blocks',
    at: (n) => checkBlocks(times(n, () => ({ type: 'divider' }))),
  },
  {
    limit: 'blocks of a modal',
    most: 100,
    place: '/blocks',
    at: (n) =>
      checkBlocks(
        times(n, () => ({ type: 'divider' })),
        'modal',
      ),
  },
  {
    limit: 'blocks of a home tab',
    most: 100,
    place: '/blocks',
    at: (n) =>
      checkBlocks(
        times(n, () => ({ type: 'divider' })),
        'home',
      ),
  },
  {
    limit: 'text of a message',
    most: 40_000,
    place: '/text',
    at: (n) => reasonsOf(checkMessage({ text: words(n) })),
  },
  {
    limit: 'text of a change',
    most: 4_000,
    place: '/text',
    at: (n) => reasonsOf(checkMessage({ text: words(n) }, {}, L.message.updatedText)),
  },
  {
    limit: 'title of a modal',
    most: 24,
    least: 1,
    place: '/view/title/text',
    at: (n) => reasonsOf(checkView(view({ title: plain(n) }))),
  },
  {
    limit: 'submit of a modal',
    most: 24,
    least: 1,
    place: '/view/submit/text',
    at: (n) => reasonsOf(checkView(view({ submit: plain(n) }))),
  },
  {
    limit: 'close of a modal',
    most: 24,
    least: 1,
    place: '/view/close/text',
    at: (n) => reasonsOf(checkView(view({ close: plain(n) }))),
  },
  {
    limit: 'private metadata',
    most: 3_000,
    place: '/view/private_metadata',
    at: (n) => reasonsOf(checkView(view({ private_metadata: words(n) }))),
  },
  {
    limit: 'callback id',
    most: 255,
    place: '/view/callback_id',
    at: (n) => reasonsOf(checkView(view({ callback_id: words(n) }))),
  },
  {
    limit: 'block id',
    most: 255,
    place: '/blocks/0/block_id',
    at: (n) => inMessage({ type: 'divider', block_id: words(n) }),
  },
  {
    limit: 'action id',
    most: 255,
    place: '/blocks/0/elements/0/action_id',
    at: (n) => inMessage(actions(button({ action_id: words(n) }))),
  },
  {
    limit: 'section text',
    most: 3_000,
    least: 1,
    place: '/blocks/0/text/text',
    at: (n) => inMessage({ type: 'section', text: mrkdwn(n) }),
  },
  {
    limit: 'section fields',
    most: 10,
    least: 1,
    place: '/blocks/0/fields',
    at: (n) => inMessage({ type: 'section', fields: times(n, () => mrkdwn(1)) }),
  },
  {
    limit: 'a section field',
    most: 2_000,
    least: 1,
    place: '/blocks/0/fields/0/text',
    at: (n) => inMessage({ type: 'section', fields: [mrkdwn(n)] }),
  },
  {
    limit: 'header',
    most: 150,
    least: 1,
    place: '/blocks/0/text/text',
    at: (n) => inMessage({ type: 'header', text: plain(n) }),
  },
  {
    limit: 'context elements',
    most: 10,
    least: 1,
    place: '/blocks/0/elements',
    at: (n) => inMessage({ type: 'context', elements: times(n, () => mrkdwn(1)) }),
  },
  {
    limit: 'actions elements',
    most: 25,
    least: 1,
    place: '/blocks/0/elements',
    at: (n) => inMessage(actions(...times(n, (index) => button({ action_id: `a${index}` })))),
  },
  {
    limit: 'button text',
    most: 75,
    least: 1,
    place: '/blocks/0/elements/0/text/text',
    at: (n) => inMessage(actions(button({ text: plain(n) }))),
  },
  {
    limit: 'button value',
    most: 2_000,
    place: '/blocks/0/elements/0/value',
    at: (n) => inMessage(actions(button({ value: words(n) }))),
  },
  {
    limit: 'button url',
    most: 3_000,
    place: '/blocks/0/elements/0/url',
    at: (n) => inMessage(actions(button({ url: words(n) }))),
  },
  {
    limit: 'select placeholder',
    most: 150,
    least: 1,
    place: '/blocks/0/elements/0/placeholder/text',
    at: (n) => inMessage(actions(select({ placeholder: plain(n) }))),
  },
  {
    limit: 'select options',
    most: 100,
    least: 1,
    place: '/blocks/0/elements/0/options',
    at: (n) => inMessage(actions(select({ options: times(n, () => option()) }))),
  },
  {
    limit: 'option text',
    most: 75,
    least: 1,
    place: '/blocks/0/elements/0/options/0/text/text',
    at: (n) => inMessage(actions(select({ options: [option({ text: plain(n) })] }))),
  },
  {
    limit: 'option value',
    most: 150,
    place: '/blocks/0/elements/0/options/0/value',
    at: (n) => inMessage(actions(select({ options: [option({ value: words(n) })] }))),
  },
  {
    limit: 'option description',
    most: 75,
    least: 1,
    place: '/blocks/0/elements/0/options/0/description/text',
    at: (n) => inMessage(actions(select({ options: [option({ description: plain(n) })] }))),
  },
  {
    limit: 'suggested options',
    most: 100,
    place: '/options',
    at: (n) => checkSuggestions({ options: times(n, () => option()) }),
  },
  {
    limit: 'overflow options',
    most: 5,
    least: 1,
    place: '/blocks/0/elements/0/options',
    at: (n) => inMessage(actions({ type: 'overflow', options: times(n, () => option()) })),
  },
  {
    limit: 'radio options',
    most: 10,
    least: 1,
    place: '/blocks/0/elements/0/options',
    at: (n) => inMessage(actions({ type: 'radio_buttons', options: times(n, () => option()) })),
  },
  {
    limit: 'checkbox options',
    most: 10,
    least: 1,
    place: '/blocks/0/elements/0/options',
    at: (n) => inMessage(actions({ type: 'checkboxes', options: times(n, () => option()) })),
  },
  {
    limit: 'alternative text',
    most: 2_000,
    place: '/blocks/0/alt_text',
    at: (n) => inMessage({ type: 'image', alt_text: words(n), image_url: 'https://example.org/a.png' }),
  },
  {
    limit: 'image url',
    most: 3_000,
    least: 1,
    place: '/blocks/0/image_url',
    at: (n) => inMessage({ type: 'image', alt_text: 'a', image_url: words(n) }),
  },
  {
    limit: 'image title',
    most: 2_000,
    least: 1,
    place: '/blocks/0/title/text',
    at: (n) => inMessage({ type: 'image', alt_text: 'a', image_url: 'u', title: plain(n) }),
  },
  {
    limit: 'input label',
    most: 2_000,
    least: 1,
    place: '/blocks/0/label/text',
    at: (n) => inModal(input({ label: plain(n) })),
  },
  {
    limit: 'input hint',
    most: 2_000,
    least: 1,
    place: '/blocks/0/hint/text',
    at: (n) => inModal(input({ hint: plain(n) })),
  },
  {
    limit: 'a markdown block',
    most: 12_000,
    place: '/blocks/0/text',
    at: (n) => inMessage({ type: 'markdown', text: words(n) }),
  },
  {
    limit: 'markdown together',
    most: 12_000,
    place: '/blocks',
    at: (n) =>
      checkBlocks([
        { type: 'markdown', text: words(n - 10) },
        { type: 'markdown', text: words(10) },
      ]),
  },
  {
    limit: 'table rows',
    most: 100,
    least: 1,
    place: '/blocks/0/rows',
    at: (n) => inMessage({ type: 'table', rows: times(n, () => [cell()]) }),
  },
  {
    limit: 'table columns',
    most: 20,
    least: 1,
    place: '/blocks/0/rows/0',
    at: (n) => inMessage({ type: 'table', rows: [times(n, () => cell())] }),
  },
  {
    limit: 'table characters together',
    most: 10_000,
    place: '/blocks',
    at: (n) => inMessage({ type: 'table', rows: [[cell(n)]] }),
  },
  {
    limit: 'tables of a message',
    most: 1,
    place: '/blocks',
    at: (n) => checkBlocks(times(n, () => ({ type: 'table', rows: [[cell()]] }))),
  },
  {
    limit: 'words of all blocks together',
    most: 13_000,
    place: '/blocks',
    at: (n) => {
      const sections = [...times(4, () => 3_000), n - 12_000].map((size) => ({
        type: 'section',
        text: mrkdwn(size),
      }))
      return reasonsOf(checkMessage({ text: 'x', blocks: sections }))
    },
  },
  {
    limit: 'confirmation title',
    most: 100,
    least: 1,
    place: '/blocks/0/elements/0/confirm/title/text',
    at: (n) => inMessage(actions(button({ confirm: { title: plain(n), text: plain(1) } }))),
  },
  {
    limit: 'confirmation text',
    most: 300,
    least: 1,
    place: '/blocks/0/elements/0/confirm/text/text',
    at: (n) => inMessage(actions(button({ confirm: { text: plain(n) } }))),
  },
]

test.each(ROWS)('F23 $limit: $most', ({ most, at, place, least }) => {
  expect(at(most)).toEqual([])
  expect(at(most + 1)).toContainEqual(expect.stringContaining(`[json-pointer:${place}]`))
  if (least === undefined) return
  expect(at(least)).toEqual([])
  expect(at(least - 1)).toContainEqual(expect.stringContaining(`[json-pointer:${place}]`))
})

describe('what is wrong whatever its size', () => {
  test.each<[string, object[], Surface, string]>([
    [
      'a block id twice',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      'message',
      'twice',
    ],
    [
      'an action id twice in its block',
      [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
      'message',
      'twice',
    ],
    ['a section of nothing', [{ type: 'section' }], 'message', 'needs text or fields'],
    ['a header in mrkdwn', [{ type: 'header', text: mrkdwn(1) }], 'message', 'must be plain_text'],
    ['a button in mrkdwn', [actions(button({ text: mrkdwn(1) }))], 'message', 'must be plain_text'],
    ['a style that does not exist', [actions(button({ style: 'default' }))], 'message', 'primary or danger'],
    [
      'a text of no known type',
      [{ type: 'section', text: { type: 'markdown', text: 'x' } }],
      'message',
      'plain_text or mrkdwn',
    ],
    ['an image without words', [{ type: 'image', image_url: 'u' }], 'message', 'alt_text'],
    ['an image from nowhere', [{ type: 'image', alt_text: 'a' }], 'message', 'image_url or slack_file'],
    [
      'an image from two places',
      [{ type: 'image', alt_text: 'a', image_url: 'u', slack_file: { id: 'F1' } }],
      'message',
      'either',
    ],
    ['an option without a value', [actions(select({ options: [{ text: plain(1) }] }))], 'message', '/value'],
    [
      'a select of nothing',
      [actions({ type: 'static_select', action_id: 's' })],
      'message',
      'options or option_groups',
    ],
    ['an input without a field', [input({ element: undefined })], 'modal', '/element'],
    ['an input label in mrkdwn', [input({ label: mrkdwn(1) })], 'modal', 'must be plain_text'],
    ['a table in a modal', [{ type: 'table', rows: [[cell()]] }], 'modal', 'not for a modal'],
    ['markdown in a home tab', [{ type: 'markdown', text: 'x' }], 'home', 'not for a home'],
    ['an empty table cell', [{ type: 'table', rows: [[cell(0)]] }], 'message', '/rows/0/0/text'],
    ['a block that does not exist', [{ type: 'sektion' }], 'message', "unknown block type 'sektion'"],
    ['an element that does not exist', [actions({ type: 'knob' })], 'message', "unknown element type 'knob'"],
    ['a text field among buttons', [actions({ type: 'plain_text_input' })], 'message', 'not for actions'],
  ])('%s', (_, blocks, surface, complaint) => {
    expect(checkBlocks(blocks, surface).join()).toContain(complaint)
  })

  test('blocks that are no list, or no objects', () => {
    expect(checkBlocks('[]')).toHaveLength(1)
    expect(checkBlocks([null, 5])).toHaveLength(2)
  })

  test('neither text nor blocks; blocks without a text for the notification; a form without a button', () => {
    expect(checkMessage({})?.error).toBe('no_text')
    expect(checkMessage({ blocks: [{ type: 'divider' }] })?.reasons.join()).toContain('notifications')
    expect(checkMessage({ text: 'x', blocks: [{ type: 'divider' }] })).toBeUndefined()
    expect(checkMessage({ text: words(40_001) })?.error).toBe('msg_too_long')
    expect(checkView(view({ blocks: [input()] }))?.reasons.join()).toContain('needs submit')
    expect(checkView(view({ blocks: [input()], submit: plain(4) }))).toBeUndefined()
  })
})

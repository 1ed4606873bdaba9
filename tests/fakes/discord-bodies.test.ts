/** What Discord takes and what it refuses: each limit at its edge and one beyond. */
import { describe, expect, test } from 'vitest'
import { type BodyKind, checkBody } from './discord/bodies.ts'
import { checkCommandSet } from './discord/command-rules.ts'
import { start } from './discord-client.ts'

const FILES = new Map([[0, 'chart.png']])
const taken = (kind: BodyKind, body: unknown, files = new Map<number, string>()): string[] => {
  const { reasons, empty } = checkBody(kind, body, files)
  return empty ? [...reasons, 'empty'] : reasons
}

const x = (count: number): string => 'x'.repeat(count)
const list = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index))
const embed = (of: object) => ({ embeds: [of] })
const row = (...components: object[]) => ({ components: [{ type: 1, components }] })
const button = (index: number, of: object = {}) => ({
  type: 2,
  style: 1,
  label: 'b',
  custom_id: `b${index}`,
  ...of,
})
const menu = (options: object[], of: object = {}) => row({ type: 3, custom_id: 'm', options, ...of })
const option = (index: number) => ({ label: `o${index}`, value: `v${index}` })
const command = (of: object) => ({ name: 'ask', description: 'Ask', ...of })
const withOption = (of: object) => command({ options: [{ type: 3, name: 'o', description: 'o', ...of }] })
const choices = (data: object[]) => ({ type: 8, data: { choices: data } })
const field = (of: object = {}) => ({ type: 4, custom_id: 'f', style: 1, ...of })
const form = (of: object) => ({
  type: 9,
  data: {
    custom_id: 'form',
    title: 'Form',
    components: [{ type: 18, label: 'l', component: field() }],
    ...of,
  },
})
const labels = (count: number) => ({
  components: list(count, (index) => ({
    type: 18,
    label: 'l',
    component: field({ custom_id: `f${index}` }),
  })),
})

interface Edge {
  what: string
  kind: BodyKind
  /** Taken at the limit, refused one beyond. */
  limit: number
  body: (size: number) => unknown
}

const EDGES: readonly Edge[] = [
  { what: 'content', kind: 'message', limit: 2_000, body: (n) => ({ content: x(n) }) },
  { what: 'content of an edit', kind: 'message edit', limit: 2_000, body: (n) => ({ content: x(n) }) },
  { what: 'content of a follow-up', kind: 'follow-up', limit: 2_000, body: (n) => ({ content: x(n) }) },
  {
    what: 'content of a response edit',
    kind: 'response edit',
    limit: 2_000,
    body: (n) => ({ content: x(n) }),
  },
  {
    what: 'content of an answer',
    kind: 'callback',
    limit: 2_000,
    body: (n) => ({ type: 4, data: { content: x(n) } }),
  },
  { what: 'nonce', kind: 'message', limit: 25, body: (n) => ({ content: 'x', nonce: x(n) }) },
  { what: 'embeds', kind: 'message', limit: 10, body: (n) => ({ embeds: list(n, () => ({ title: 't' })) }) },
  { what: 'embed title', kind: 'message', limit: 256, body: (n) => embed({ title: x(n) }) },
  { what: 'embed description', kind: 'message', limit: 4_096, body: (n) => embed({ description: x(n) }) },
  {
    what: 'embed fields',
    kind: 'message',
    limit: 25,
    body: (n) => embed({ fields: list(n, () => ({ name: 'n', value: 'v' })) }),
  },
  {
    what: 'field name',
    kind: 'message',
    limit: 256,
    body: (n) => embed({ fields: [{ name: x(n), value: 'v' }] }),
  },
  {
    what: 'field value',
    kind: 'message',
    limit: 1_024,
    body: (n) => embed({ fields: [{ name: 'n', value: x(n) }] }),
  },
  { what: 'footer', kind: 'message', limit: 2_048, body: (n) => embed({ footer: { text: x(n) } }) },
  { what: 'author', kind: 'message', limit: 256, body: (n) => embed({ author: { name: x(n) } }) },
  {
    what: 'all embed text',
    kind: 'message',
    limit: 6_000,
    body: (n) => ({ embeds: [{ description: x(3_000) }, { description: x(n - 3_000) }] }),
  },
  {
    what: 'buttons in a row',
    kind: 'message',
    limit: 5,
    body: (n) => row(...list(n, (index) => button(index))),
  },
  {
    what: 'rows',
    kind: 'message',
    limit: 5,
    body: (n) => ({ components: list(n, (index) => ({ type: 1, components: [button(index)] })) }),
  },
  { what: 'button label', kind: 'message', limit: 80, body: (n) => row(button(0, { label: x(n) })) },
  { what: 'custom_id', kind: 'message', limit: 100, body: (n) => row(button(0, { custom_id: x(n) })) },
  { what: 'menu options', kind: 'message', limit: 25, body: (n) => menu(list(n, option)) },
  { what: 'option label', kind: 'message', limit: 100, body: (n) => menu([{ label: x(n), value: 'v' }]) },
  { what: 'option value', kind: 'message', limit: 100, body: (n) => menu([{ label: 'l', value: x(n) }]) },
  { what: 'placeholder', kind: 'message', limit: 150, body: (n) => menu([option(0)], { placeholder: x(n) }) },
  { what: 'modal title', kind: 'callback', limit: 45, body: (n) => form({ title: x(n) }) },
  { what: 'modal custom_id', kind: 'callback', limit: 100, body: (n) => form({ custom_id: x(n) }) },
  { what: 'modal fields', kind: 'callback', limit: 5, body: (n) => form(labels(n)) },
  {
    what: 'field label',
    kind: 'callback',
    limit: 45,
    body: (n) => form({ components: [{ type: 18, label: x(n), component: field() }] }),
  },
  {
    what: 'completions',
    kind: 'callback',
    limit: 25,
    body: (n) => choices(list(n, (index) => ({ name: `n${index}`, value: 'v' }))),
  },
  {
    what: 'completion name',
    kind: 'callback',
    limit: 100,
    body: (n) => choices([{ name: x(n), value: 'v' }]),
  },
  {
    what: 'completion value',
    kind: 'callback',
    limit: 100,
    body: (n) => choices([{ name: 'n', value: x(n) }]),
  },
  { what: 'command name', kind: 'command', limit: 32, body: (n) => command({ name: x(n) }) },
  { what: 'command description', kind: 'command', limit: 100, body: (n) => command({ description: x(n) }) },
  {
    what: 'command options',
    kind: 'command',
    limit: 25,
    body: (n) => command({ options: list(n, (index) => ({ type: 3, name: `o${index}`, description: 'o' })) }),
  },
  {
    what: 'choices',
    kind: 'command',
    limit: 25,
    body: (n) => withOption({ choices: list(n, (index) => ({ name: `n${index}`, value: `v${index}` })) }),
  },
  {
    what: 'choice name',
    kind: 'command',
    limit: 100,
    body: (n) => withOption({ choices: [{ name: x(n), value: 'v' }] }),
  },
  {
    what: 'command text',
    kind: 'command',
    limit: 8_000,
    // name and description 101, the options' 25 x 100, their choices 50 x 108 but for the last value, which fills up
    body: (n) =>
      command({
        name: 'n',
        description: x(100),
        options: list(25, (index) => ({
          type: 3,
          name: `o${index + 10}`,
          description: x(97),
          choices: list(2, (one) => ({
            name: `${one}${x(53)}`,
            value: `${one}${x(index === 24 && one === 1 ? n - 7_948 : 53)}`,
          })),
        })),
      }),
  },
  { what: 'thread name', kind: 'thread', limit: 100, body: (n) => ({ name: x(n) }) },
]

test.each(EDGES)('F23 $what: $limit is taken, one more is not', ({ kind, limit, body }) => {
  expect(taken(kind, body(limit))).toEqual([])
  expect(taken(kind, body(limit + 1))).not.toEqual([])
})

interface Case {
  what: string
  kind: BodyKind
  body: unknown
  /** What the reason says. */
  says: string
}

describe('what has no number', () => {
  const message = (body: unknown, what: string, says: string): Case => ({ what, kind: 'message', body, says })
  const declared = (body: unknown, what: string, says: string): Case => ({
    what,
    kind: 'command',
    body,
    says,
  })
  const REFUSED: readonly Case[] = [
    message({}, 'nothing at all', 'empty'),
    message({ content: ' \n' }, 'only blanks', 'empty'),
    message({ contents: 'x' }, 'a misspelt field', 'contents: unknown'),
    message(embed({ titel: 'x', title: 'x' }), 'a misspelt field inside', 'embeds[0].titel: unknown'),
    message(
      row(button(0, { lable: 'x' })),
      'one inside a union',
      'components[0].components[0].lable: unknown',
    ),
    message({ content: 5 }, 'a wrong type', 'content: '),
    message(embed({}), 'an empty embed', 'shows nothing'),
    message(embed({ image: { url: 'attachment://no.png' } }), 'a picture that did not come', 'no.png'),
    message({ content: 'x', attachments: [{ id: '1' }] }, 'a file that did not come', 'file 1'),
    message(row(button(0), button(0)), 'the same custom_id twice', 'custom_id: b0 twice'),
    message(row(button(0, { custom_id: undefined })), 'a button without custom_id', 'custom_id is missing'),
    message(row(button(0, { label: undefined })), 'a button without label', 'neither label nor emoji'),
    message(row(button(0, { style: 5 })), 'a link without url', 'without url'),
    message(menu([option(0), option(0)]), 'the same value twice', 'same value twice'),
    message(menu([option(0)], { max_values: 2 }), 'more to pick than there is', 'max_values'),
    message({ content: 'x', flags: 64 }, 'a private message in a channel', 'flags: 64'),
    message(
      { content: 'x', flags: 1 << 15 },
      'content beside components of version 2',
      'content: not together',
    ),
    message({ components: [{ type: 10, content: 'x' }] }, 'a text display without the flag', 'only rows'),
    message(
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'mentions both parsed and named',
      'allowed_mentions.users',
    ),
    { what: 'an unknown type of answer', kind: 'callback', body: { type: 3 }, says: 'not a kind of answer' },
    { what: 'an answer with nothing', kind: 'callback', body: { type: 4, data: {} }, says: 'empty' },
    { what: 'everything taken away', kind: 'message edit', body: emptied(), says: 'empty' },
    declared(command({ name: 'Ask' }), 'upper case', 'name: upper case'),
    declared(command({ name: 'as k' }), 'a blank in a name', "not a command's name"),
    declared(command({ description: undefined }), 'no description', 'description: is missing'),
    declared({ name: 'Check', type: 3, description: 'x' }, 'a menu entry with description', 'only in a chat'),
    declared(withOption({ name: 'O' }), 'upper case in an option', 'options[0].name: upper case'),
    declared(
      command({
        options: [
          { type: 3, name: 'a', description: 'a' },
          { type: 3, name: 'b', description: 'b', required: true },
        ],
      }),
      'required after optional',
      'required after an optional one',
    ),
    declared(
      withOption({ autocomplete: true, choices: [{ name: 'n', value: 'v' }] }),
      'choices together with autocomplete',
      'options[0]',
    ),
    declared(command({ name_localizations: { zh: '问' } }), 'a language Discord has not', 'no language zh'),
  ]
  test.each(REFUSED)('refused: $what', ({ kind, body, says }) => {
    expect(taken(kind, body).join('\n')).toContain(says)
  })

  const TAKEN: readonly Omit<Case, 'says'>[] = [
    { what: 'a file alone', kind: 'message', body: { attachments: [{ id: '0' }] } },
    {
      what: 'a picture that came',
      kind: 'message',
      body: embed({ image: { url: 'attachment://chart.png' } }),
    },
    { what: 'a private answer', kind: 'callback', body: { type: 4, data: { content: 'x', flags: 64 } } },
    { what: 'a bare deferral', kind: 'callback', body: { type: 5 } },
    { what: 'an edit of the buttons alone', kind: 'message edit', body: { components: [] } },
    {
      what: 'components of version 2',
      kind: 'message',
      body: { flags: 1 << 15, components: [{ type: 10, content: 'x' }] },
    },
    {
      what: 'Chinese names',
      kind: 'command',
      body: command({ name: '问', name_localizations: { 'zh-CN': '问' } }),
    },
    { what: 'a menu entry', kind: 'command', body: { name: 'Check This', type: 3 } },
  ]
  test.each(TAKEN)('taken: $what', ({ kind, body }) => {
    expect(taken(kind, body, kind === 'message' ? FILES : undefined)).toEqual([])
  })

  test('a set of commands: a hundred, each name once', () => {
    const set = (count: number) => list(count, (index) => command({ name: `c${index}` }))
    expect(checkCommandSet(set(100))).toEqual([])
    expect(checkCommandSet(set(101))).toHaveLength(1)
    expect(checkCommandSet([...set(2), command({ name: 'c1' })])).toEqual(['1 c1: twice'])
  })
})

test('F23 over HTTP a refused body is 400 with 50035, an empty one 50006, a file over 10 MiB 413 with 40005', async () => {
  const discord = await start()
  const send = async (body: FormData | string) => {
    const answer = await fetch(`${discord.url}/v10/channels/${discord.channel('general').id}/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bot ${discord.token}`,
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      },
      body,
    })
    return { status: answer.status, code: Object(await answer.json()).code }
  }
  const file = (bytes: number) => {
    const body = new FormData()
    body.set('payload_json', '{}')
    body.set('files[0]', new Blob([new Uint8Array(bytes)]), 'chart.png')
    return body
  }
  expect(await send(JSON.stringify({ content: x(2_001) }))).toEqual({ status: 400, code: 50035 })
  expect(await send('{}')).toEqual({ status: 400, code: 50006 })
  expect(await send('{')).toEqual({ status: 400, code: 50109 })
  expect(await send(file(10 * 1024 * 1024 + 1))).toEqual({ status: 413, code: 40005 })
  expect(discord.ledger.refusals).toHaveLength(4)
  expect(discord.ledger.effects).toEqual([])
  expect((await send(file(10 * 1024 * 1024))).status).toBe(200)
})

function emptied() {
  return { content: '', embeds: [], components: [], attachments: [], sticker_ids: [], poll: null }
}

/** What a turn may be beside a question: a command with parts, a line carried by a button, one too many. */
import { describe, expect, it } from 'vitest'
import { silentLog } from '../../src/base/log.ts'
import { createBot } from '../../src/bot/bot.ts'
import { createPace } from '../../src/bot/pace.ts'
import { createPermissions } from '../../src/bot/permissions.ts'
import { replyOf } from '../../src/bot/reply.ts'
import type { BotCommand } from '../../src/bot/tools.ts'
import type { Incoming, Said } from '../../src/chat/incoming.ts'
import { typedCommand } from '../../src/chat/typed-command.ts'
import { fakeEngine } from '../talks/fake-engine.ts'

const words = { en: 'words', zh: '词' }
const option = (name: string, required: boolean, rest = false) => ({ name, says: words, required, rest })
const shelf: BotCommand = {
  name: 'shelf',
  says: words,
  options: [],
  subcommands: [
    {
      name: 'put',
      says: words,
      options: [option('what', true, true), option('where', false)],
      examples: { en: ['/shelf put a book'], zh: ['/shelf put 书'] },
    },
    { name: 'list', says: words, options: [], examples: { en: ['/shelf list'], zh: ['/shelf list'] } },
  ],
  examples: { en: ['/shelf list'], zh: ['/shelf list'] },
  run: (values, _turn, { locale }, subcommand) =>
    replyOf([{ kind: 'text', text: JSON.stringify({ subcommand, ...values }) }], locale, 'asker'),
}

const turn = (said: Said, more: Partial<Incoming> = {}): Incoming => ({
  ...{ platform: 'slack', tenant: 'T1', place: 'C1', conversation: 'C1', author: 'U1', at: 0, said },
  ...more,
})
const text = (words: string): Said => ({ kind: 'text', text: words })
const options = { commands: [shelf], log: silentLog, reference: () => 'R', since: 0 }

describe('a command with subcommands', () => {
  const bot = createBot(fakeEngine(), options)
  const plain = async (line: string) => (await bot.hear(turn({ kind: 'query', line }))).plain

  it.each([
    ['/shelf put a book', '{"subcommand":"put","what":"a book"}'],
    ['/shelf PUT what: a book where: top', '{"subcommand":"put","what":"a book","where":"top"}'],
    ['/shelf put a book where: top', '{"subcommand":"put","what":"a book","where":"top"}'],
    ['/shelf list', '{"subcommand":"list"}'],
    ['/shelf put', '/shelf put <what> needs a few words more, for example: /shelf put a book'],
    ['/shelf', '/shelf needs one of these words first: put, list. For example: /shelf list'],
    ['/shelf throw it', '/shelf needs one of these words first: put, list. For example: /shelf list'],
    ['/shelves', 'There is no command /shelves. /help lists them all.'],
  ])('%s', async (line, said) => {
    expect(await plain(line)).toBe(said)
  })

  it('takes no name of an option from a prototype', () => {
    expect(typedCommand('/shelf put constructor: x', [shelf])).toEqual({
      ...{ kind: 'command', name: 'shelf', subcommand: 'put', values: { what: 'constructor: x' } },
    })
  })
})

describe('a reply', () => {
  it('carries the line that gives it again', async () => {
    const bot = createBot(fakeEngine(), options)
    const { again, plain } = await bot.hear(turn(text('Dongying')))
    expect(again).toBe('lookup w:Dongying')
    expect((await bot.hear(turn({ kind: 'query', line: again! }))).plain).toBe(plain)
    expect((await bot.hear(turn(text('hello')))).again).toBeUndefined()
  })
})

describe('who may ask', () => {
  const posters = () => undefined
  const hear = (more: Partial<Incoming>, access: Partial<Parameters<typeof createPermissions>[0]>) => {
    const permissions = createPermissions({
      tenants: [],
      strangers: false,
      digestManagers: [],
      posters,
      ...access,
    })
    const bot = createBot(fakeEngine(), { ...options, permissions })
    return (said: Said, at = 0) => bot.hear(turn(said, { ...more, at }))
  }

  it('is told once a day that this workspace is not allowed, then nothing is said', async () => {
    const ask = hear({}, { tenants: ['T2'] })
    expect((await ask(text('Dongying'))).plain).toMatch(/not set up for this place/)
    expect((await ask(text('Dongying'), 1_000)).parts).toEqual([])
    expect((await ask(text('Dongying'), 25 * 3_600_000)).plain).toMatch(/not set up for this place/)
  })

  it('a command or button is never left without a response', async () => {
    const ask = hear({ stranger: true }, {})
    for (const at of [0, 1, 2])
      expect((await ask({ kind: 'query', line: '/shelf list' }, at)).plain).toMatch(
        at === 0 ? /members of this workspace/ : /not been allowed to answer here/,
      )
  })

  it('a command in a place that is not allowed hears the right reason each time', async () => {
    const ask = hear({}, { tenants: ['T2'] })
    for (const at of [0, 1, 2]) {
      const { plain } = await ask({ kind: 'query', line: '/shelf list' }, at)
      expect(plain).toMatch(/not set up for this place|have not been allowed to answer here/)
      expect(plain).not.toMatch(/members/)
    }
  })

  it('strangers where the settings allow them, members of allowed workspaces always', async () => {
    expect((await hear({ stranger: true }, { strangers: true })(text('Dongying'))).plain).toBe(
      'en lookup w:Dongying',
    )
    expect((await hear({}, { tenants: ['T1'] })(text('Dongying'))).plain).toBe('en lookup w:Dongying')
  })
})

describe('how often', () => {
  it('twenty questions a minute and person; the next one is refused politely, the others are not touched', async () => {
    const bot = createBot(fakeEngine(), { ...options, pace: createPace() })
    const ask = async (author: string, at: number) =>
      (await bot.hear(turn(text('Dongying'), { author, at }))).plain
    for (let at = 0; at < 20; at++) expect(await ask('U1', at)).toBe('en lookup w:Dongying')
    expect(await ask('U1', 20)).toMatch(/many questions for one minute/)
    expect(await ask('U2', 20)).toBe('en lookup w:Dongying')
    expect(await ask('U1', 60_001)).toBe('en lookup w:Dongying')
  })
})

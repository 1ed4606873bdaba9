/**
 * What every adapter does with the same conversation, whatever its platform: a driver acts as a person there and says what that person
 * then sees. The facts, caveats and sources of a reply must all arrive, on each surface.
 *
 *   adapterContract('discord', async (desk) => driverOf(createDiscord(settings, desk)))
 */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { silentLog } from '../../src/base/log.ts'
import { noMetrics } from '../../src/base/metrics.ts'
import { createBot } from '../../src/bot/bot.ts'
import { createDesk } from '../../src/bot/desk.ts'
import { createEngine, type Engine } from '../../src/bot/engine.ts'
import type { Desk } from '../../src/chat/desk.ts'
import type { Incoming } from '../../src/chat/incoming.ts'
import type { Part, Reply } from '../../src/chat/reply.ts'
import { TOP } from '../shape/files.ts'

/** What a person sees of one answer. */
export interface Seen {
  /** All words on the screen, as they are shown: decoded, links as their words and their target. */
  words: string
  /** Labels of what can be pressed or picked, those of the platform itself left out. */
  buttons: readonly string[]
  /** Only the asker sees it; null where the platform has no such thing. */
  private: boolean | null
  /** Whom it would call. */
  pings: readonly string[]
}

/** A person on a platform. Each act resolves with the answer to it. */
export interface Driver {
  /** Asks where others read along; the driver adds the mention where one is needed. */
  ask(text: string): Promise<Seen>
  /** Goes on in the talk of the last answer. */
  followUp(text: string): Promise<Seen>
  /** Presses the button of the last answer, or picks its number. */
  pick(label: string): Promise<Seen>
  /** Types '/rank GDP 2023' in the way commands are typed here. */
  command(line: string): Promise<Seen>
  close(): Promise<void>
}

export type MakeDriver = (desk: Desk) => Promise<Driver>

export function adapterContract(name: string, make: MakeDriver): void {
  describe(`${name} as any adapter`, () => {
    let driver: Driver
    const room = talkingDesk()

    beforeAll(async () => {
      driver = await make(room.desk)
    })
    afterAll(() => driver.close())

    /** The reply that was given for the last act, and that all of it was seen. */
    function whole(seen: Seen): Reply {
      const reply = room.replies.at(-1)!
      expect(missingIn(seen, reply)).toEqual([])
      expect(seen.pings).toEqual([])
      return reply
    }

    test('a question is heard once, and its answer seen whole', async () => {
      const before = room.heard.length
      const seen = await driver.ask('Dongying offshore wind investment 2023')
      expect(room.heard.slice(before)).toMatchObject([
        { said: { kind: 'text', text: 'Dongying offshore wind investment 2023' } },
      ])
      expect(whole(seen).parts.some(({ kind }) => kind === 'citations')).toBe(true)
      expect(seen.words).toContain('24.8 billion yuan')
    })

    test('a follow-up belongs to the talk before it', async () => {
      await driver.ask('Dongying GDP growth 2022')
      const first = room.heard.at(-1)!
      const seen = await driver.followUp('and Qingdao?')
      const second = room.heard.at(-1)!
      expect([second.conversation, second.author]).toEqual([first.conversation, first.author])
      whole(seen)
      expect(seen.words).toContain('Qingdao')
    })

    test('another question begins another talk, or goes on in the only one there is', async () => {
      whole(await driver.ask('Qingdao GDP 2023'))
      whole(await driver.ask('济宁签约了多少个项目'))
      expect(room.replies.at(-1)!.locale).toBe('zh')
    })

    test('a choice is answered as its line says', async () => {
      const asked = await driver.ask('Suzhou GDP 2023')
      const buttons = whole(asked).parts.flatMap((part) => (part.kind === 'buttons' ? part.items : []))
      expect(buttons.length).toBeGreaterThan(1)
      const picked = await driver.pick(buttons[0]!.label)
      whole(picked)
      // a number typed where nothing can be pressed means the same
      expect([buttons[0]!.query, '1']).toContain(wordsOf(room.heard.at(-1)!))
    })

    test('commands reach the bot with their options', async () => {
      const seen = await driver.command('/rank GDP 2023')
      expect(room.heard.at(-1)!.said).toEqual({
        kind: 'command',
        name: 'rank',
        values: { about: 'GDP 2023' },
      })
      whole(seen)
    })

    test('help is for the asker alone, and names every command', async () => {
      const seen = await driver.command('/help')
      for (const { name: command } of room.desk.commands) expect(seen.words).toContain(command)
      if (seen.private !== null) expect(seen.private).toBe(true)
    })

    test('a summary, a comparison, a table, a refusal: whole on every surface', async () => {
      for (const question of PARITY) whole(await driver.ask(question))
    })

    test('a failure is an apology with a reference, and no more', async () => {
      const seen = await driver.ask(`${FAILS} Dongying`)
      expect(seen.words).toContain(REFERENCE)
      expect(seen.words).not.toContain('secret')
      whole(await driver.ask('Dongying GDP 2023'))
    })

    test('hostile words are shown, and do nothing', async () => {
      for (const hostile of HOSTILE) {
        const seen = await driver.ask(`${ECHOES} ${hostile}`)
        expect(seen.pings).toEqual([])
        expect(seen.words).not.toMatch(/[\u202a-\u202e\u200b\0]/)
        expect(lettersOf(seen.words)).toContain(lettersOf('the end of it'))
      }
    })
  })
}

/** Questions whose answers have every kind of part. */
export const PARITY = [
  'tell me about Jining',
  'compare Anhui and Guangdong investment plans',
  'rank GDP 2023',
  'Shandong GDP growth trend',
  'Dongying offshore wind investment 2021',
  'which companies invest in Jining',
  'what are new quality productive forces',
  '东营海上风电投资额',
  'does R&D relate to growth',
]

/** The real bot behind a desk that remembers what it heard and said. */
export function talkingDesk() {
  const heard: Incoming[] = []
  const replies: Reply[] = []
  const engine = failing(createEngine({ data: join(TOP, 'data'), log: silentLog }))
  const bot = createBot(engine, { commands, log: silentLog, reference: () => REFERENCE, since: 0 })
  const keys = new Map<string, Promise<void>>()
  const notes = new Map<string, string>()
  const desk = createDesk(engine, bot, {
    once: async (key, work) => {
      const before = keys.get(key)
      if (before !== undefined) {
        await before
        return 'duplicate'
      }
      const done = work()
      keys.set(key, done)
      await done
      return 'done'
    },
    commands,
    coordination: {
      lease: async () => true,
      release: async () => {},
      count: async () => 1,
      note: async (name, text) => void notes.set(name, text),
      noted: async (name) => notes.get(name) ?? null,
    },
    clock: Date.now,
    chance: () => 0,
    log: silentLog,
    metrics: noMetrics,
  })
  const hear = async (incoming: Incoming): Promise<Reply> => {
    heard.push(incoming)
    const { said } = incoming
    const reply =
      said.kind === 'text' && said.text.startsWith(ECHOES) ? echoOf(said.text) : await bot.hear(incoming)
    replies.push(reply)
    return reply
  }
  return { desk: { ...desk, hear } as Desk, heard, replies }
}

/** What of a reply cannot be found on the screen: sentences, items, cells, sources, buttons. */
export function missingIn({ words, buttons }: Pick<Seen, 'words' | 'buttons'>, { parts }: Reply): string[] {
  const seen = lettersOf(words)
  const tokens = new Set(words.split(/\s+/).map(lettersOf))
  const has = (text: string): boolean => seen.includes(lettersOf(text))
  const missing = (texts: readonly string[]): string[] => texts.filter((text) => !has(text))
  const missingOf = (part: Part): string[] => {
    switch (part.kind) {
      case 'heading':
      case 'text':
      case 'note':
        return missing(part.text.split('\n'))
      case 'list':
        return missing(part.items)
      case 'table':
        // a cell may be wrapped: each of its words counts
        return [...part.columns.map(({ label }) => label), ...part.rows.flat()]
          .flatMap((cell) => cell.split(/\s+/))
          .filter((word) => !has(word) && !tokens.has(lettersOf(word)) && !wrapped(word, seen))
      case 'citations':
        return part.items.flatMap(({ publisher, title, url }) => missing([publisher, title, url ?? '']))
      case 'buttons':
        return part.items
          .map(({ label }) => label)
          .filter((label) => !buttons.some((each) => lettersOf(each) === lettersOf(label)) && !has(label))
    }
  }
  return parts.flatMap(missingOf)
}

/** A long word of a narrow column stands in two lines with other columns between. */
const wrapped = (word: string, seen: string): boolean =>
  Array.from(word.matchAll(/[\p{L}\p{N}.,%]{1,4}/gu)).every(([piece]) => seen.includes(lettersOf(piece)))

/** Letters, figures and signs of figures: how lines are broken and what is escaped differs by surface. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.%+-]/gu, '')

const wordsOf = ({ said }: Incoming): string =>
  said.kind === 'query' ? said.line : said.kind === 'text' ? said.text : ''

function echoOf(text: string): Reply {
  const said = `${text} the end of it`
  const parts: Part[] = [
    { kind: 'heading', text: said },
    { kind: 'text', text: said },
    { kind: 'note', text: said },
    { kind: 'list', items: [said] },
    { kind: 'table', columns: [{ label: said, align: 'left' }], rows: [[said]] },
    {
      kind: 'citations',
      items: [
        { mark: 1, publisher: said, title: said, date: said, url: 'https://news.example/', kind: said },
      ],
    },
    { kind: 'buttons', prompt: said, items: [{ label: said, query: 'lookup' }] },
  ]
  return { parts, plain: said, locale: 'en', seenBy: 'everyone' }
}

/** Fails at a word, in the middle of the work. */
function failing(engine: Engine): Engine {
  return {
    ...engine,
    read: (text, context) => {
      if (text.includes(FAILS)) throw new Error(`secret: ${text}`)
      return engine.read(text, context)
    },
  }
}

const FAILS = 'pleasefail'
const ECHOES = 'pleaseecho'
const REFERENCE = 'ref-4711'
const HOSTILE = [
  '@everyone @here',
  '<!channel> <!here> <!subteam^S1>',
  '<@U000000001> <@!1> <@&1> <#C1>',
  '[gov.cn](http://evil.example)',
  '<http://evil.example|gov.cn>',
  'a\u202eb zero\u200bwidth nul\0',
  '**bold** ```fence``` ~~struck~~ ||hidden|| > quote',
  'lone \ud800 surrogate',
]

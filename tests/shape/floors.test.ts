/** A room imports only from floors below it (docs/architecture.md). */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exists, programFiles, read } from './files.ts'
import { lineOf, withoutComments } from './typescript-text.ts'

/** From the ground up. Rooms of one floor do not know each other, except as listed in NEIGHBOURS. */
const FLOORS = [
  ['base'],
  ['facts', 'chat'],
  ['understand', 'answer', 'chart'],
  ['wording'],
  ['digest', 'intake'],
  ['bot'],
  ['commands', 'adapters/console', 'adapters/slack', 'adapters/discord', 'store', 'health'],
  ['config', 'cli', 'main'],
]

/** An answer carries how its question was understood; the roof holds together what is below it. */
const NEIGHBOURS = ['answer -> understand', 'cli -> config', 'main -> config', 'main -> cli', 'cli -> main']

/** An edge sees less than its height would allow. */
const ONLY_SEES: Record<string, readonly string[]> = {
  'adapters/console': ['base', 'chat'],
  'adapters/slack': ['base', 'chat'],
  'adapters/discord': ['base', 'chat'],
  health: ['base'],
  config: ['base'],
}

describe('the floors', () => {
  test('no room imports from its own floor or one above', () => {
    const problems = programFiles().flatMap((path) => importProblems(path, read(path)))
    expect(problems).toEqual([])
  })

  test('every file under src and commands lies in a room', () => {
    expect(programFiles().filter((path) => floorOf(roomOf(path)) < 0)).toEqual([])
  })

  test('docs/architecture.md shows them as they are', () => {
    const stands = (room: string) => room === 'commands' || exists(`src/${room}`) || exists(`src/${room}.ts`)
    const floors = FLOORS.map((rooms) => rooms.filter(stands)).filter((rooms) => rooms.length > 0)
    expect(shownIn(read('docs/architecture.md'))).toEqual(floors.reverse().map((rooms) => [...rooms].sort()))
    expect(shownIn('| floor | rooms |\n| --- | --- |\n| roof | `main` `cli` |\n| ground | `base` |')).toEqual(
      [['cli', 'main'], ['base']],
    )
  })

  test('the rule sees what it forbids', () => {
    const found = (path: string, text: string) => importProblems(path, text).length
    expect(found('src/facts/load.ts', "import { Reader } from '../understand/reader.ts'")).toBe(1)
    expect(found('src/facts/load.ts', "import type { Reply } from '../chat/reply.ts'")).toBe(1)
    expect(found('src/chat/reply.ts', "export type { Fact } from '../facts/fact.ts'")).toBe(1)
    expect(found('src/adapters/slack/render.ts', "import {\n  Query,\n} from '../../facts/query.ts'")).toBe(1)
    expect(found('src/adapters/slack/render.ts', "import { wrap } from '../console/wrap.ts'")).toBe(1)
    expect(found('src/adapters/console/index.ts', "import { createBot } from '../../bot/bot.ts'")).toBe(1)
    expect(found('src/store/sqlite.ts', "const bot = await import('../adapters/slack/index.ts')")).toBe(1)
    expect(found('src/bot/bot.ts', "import { all } from '../../commands/index.ts'")).toBe(1)
    expect(found('src/understand/reader.ts', "import { Answerer } from '../answer/answerer.ts'")).toBe(1)
    expect(found('src/bot/engine.ts', "import '../nowhere/at-all.ts'")).toBe(1)
    expect(
      found('src/answer/answer.ts', "import type { Understanding } from '../understand/understanding.ts'"),
    ).toBe(0)
    expect(found('commands/ask.ts', "import type { BotCommand } from '../src/bot/tools.ts'")).toBe(0)
    expect(found('src/base/log.ts', "// not from '../bot/bot.ts'\nimport pino from 'pino'")).toBe(0)
  })
})

function importProblems(path: string, text: string): string[] {
  const from = roomOf(path)
  const problems: string[] = []
  const plain = withoutComments(text)
  for (const match of plain.matchAll(IMPORT)) {
    const target = match[1] ?? match[2]!
    if (!target.startsWith('.')) continue
    const to = roomOf(join(path, '..', target))
    if (to !== from && !maySee(from, to))
      problems.push(`${path}:${lineOf(plain, match.index)}: ${from} must not know ${to}`)
  }
  return problems
}

/** The rows of the table of floors, from the roof down. */
function shownIn(document: string): string[][] {
  const table = /^\| floor \| rooms \|\n.*\n((?:\|.*\n?)+)/m.exec(document)?.[1] ?? ''
  return table
    .trim()
    .split('\n')
    .map((row) => [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1]!).sort())
}

function maySee(from: string, to: string): boolean {
  if (floorOf(to) < 0) return false
  if (ONLY_SEES[from] !== undefined) return ONLY_SEES[from].includes(to)
  if (NEIGHBOURS.includes(`${from} -> ${to}`)) return true
  return floorOf(to) < floorOf(from)
}

/** 'src/facts/load.ts' lies in facts, 'src/adapters/slack/render.ts' in adapters/slack, 'src/main.ts' in main. */
function roomOf(path: string): string {
  const [top, ...rest] = path.split('/')
  if (top !== 'src') return top!
  if (rest[0] === 'adapters') return rest.slice(0, 2).join('/')
  return rest[0]!.replace(/\.ts$/, '')
}

const floorOf = (room: string): number => FLOORS.findIndex((rooms) => rooms.includes(room))

/** `from '...'` of imports and exports, bare imports, and import('...'). */
const IMPORT = /\b(?:from|import)\s*(?:'([^']+)'|\(\s*'([^']+)'\s*\))/g

/**
 * F39: no question and no article can stop the bot by its form. Every pattern of the program, written as a literal
 * or made with `new RegExp` when its file is loaded, is run over texts of up to 100,000 characters that are hard
 * for patterns that go back: one character over and over, then one that does not fit.
 */
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { programFiles, read, TOP } from './files.ts'
import { piecesOf } from './typescript-text.ts'

/** 50 ms on the machine of a developer; four times as much where tests share a slow one. */
const MOST_MS = 200
/** A pattern that takes time by the power of two is caught at 24 already, before it would never come back. */
const LENGTHS = [24, 28, 200, 500, 2_000, 10_000, 20_000, 50_000]

interface Found {
  path: string
  pattern: RegExp
}

describe('F39 every pattern is linear', () => {
  test.each(programFiles().filter((path) => literalsIn(path).length > 0))(
    '%s',
    (path) => {
      expect(literalsIn(path).flatMap(slowness)).toEqual([])
    },
    120_000,
  )

  test('patterns put together when files are loaded', async () => {
    const made = await madeWhileLoading(programFiles().filter((path) => !STARTS_SOMETHING.test(path)))
    expect(made.length).toBeGreaterThan(0)
    expect(made.flatMap(slowness)).toEqual([])
  }, 300_000)

  test('the rule sees what it forbids', () => {
    const isSlow = (pattern: RegExp) => slowness({ path: 'bad.ts', pattern }).length > 0
    expect(isSlow(/^(?:a+)+$/)).toBe(true)
    expect(isSlow(/^(?:\d+,?)+$/)).toBe(true)
    expect(isSlow(/\s+$/)).toBe(true)
    expect(isSlow(/\s*\n\s*/g)).toBe(true)
    expect(isSlow(/[一二三]+年/g)).toBe(true)
    expect(isSlow(/^\d{1,3}(?:,\d{3})*$/)).toBe(false)
    expect(isSlow(/(?<!\s)\s+$/)).toBe(false)
    expect(
      callerIn(`Error\n at Object.construct (${TOP}/tests/shape/x.ts:1:2)\n at ${TOP}/src/base/y.ts:3:4`),
    ).toBe('src/base/y.ts')
    expect(
      callerIn(
        `Error\n at Object.construct (a.ts:1:2)\n at ${TOP}/node_modules/zod/z.js:3:4\n at ${TOP}/src/b.ts:1:1`,
      ),
    ).toBe(null)
  }, 120_000)
})

/** These begin to talk or to work when they are loaded; what they are built from is loaded by itself. */
const STARTS_SOMETHING = /^src\/(?:main\.ts|cli\/)/

function literalsIn(path: string): Found[] {
  return piecesOf(read(path))
    .filter(({ kind }) => kind === 'pattern')
    .map(({ text }) => {
      const end = text.lastIndexOf('/')
      return { path, pattern: new RegExp(text.slice(1, end), text.slice(end + 1)) }
    })
}

/** Patterns put together from pieces are only there once their file has run. */
async function madeWhileLoading(paths: readonly string[]): Promise<Found[]> {
  const made: Found[] = []
  const original = globalThis.RegExp
  globalThis.RegExp = new Proxy(original, {
    construct(target, parts, newTarget) {
      const pattern = Reflect.construct(target, parts, newTarget) as RegExp
      const path = callerIn(new Error().stack ?? '')
      if (path !== null) made.push({ path, pattern })
      return pattern
    },
  })
  try {
    for (const path of paths) await import(/* @vite-ignore */ pathToFileURL(`${TOP}/${path}`).href)
  } finally {
    globalThis.RegExp = original
  }
  return made
}

/** The file of the program whose line called `new RegExp`; null when somebody else did. */
function callerIn(stack: string): string | null {
  const caller = stack.split('\n')[2] ?? ''
  return (
    /\/((?:src|commands)\/[\w./-]+\.ts)[?:]/.exec(caller.slice(Math.max(0, caller.indexOf(TOP))))?.[1] ?? null
  )
}

/** One line for the first text on which the pattern takes too long; none when it is linear. */
function slowness({ path, pattern }: Found): string[] {
  for (const [piece, ending] of hardTexts(pattern)) {
    for (const length of LENGTHS) {
      const text = piece.repeat(length) + ending
      if (timeOf(pattern, text) <= MOST_MS) continue
      // once more, in case the machine was busy with something else
      const again = timeOf(pattern, text)
      if (again <= MOST_MS) continue
      return [
        `${path}: ${pattern} takes ${Math.round(again)} ms on ${JSON.stringify(piece)} x ${length} + ${JSON.stringify(ending)}`,
      ]
    }
  }
  return []
}

function timeOf(pattern: RegExp, text: string): number {
  const started = performance.now()
  pattern.lastIndex = 0
  text.replace(pattern, '')
  const took = performance.now() - started
  pattern.lastIndex = 0
  return took
}

/** Pieces to repeat and endings: those that hurt most patterns, and every character this pattern itself names. */
function hardTexts(pattern: RegExp): [piece: string, ending: string][] {
  const named = new Set(
    [...pattern.source].filter((character) => !'\\^$*+?()[]{}|'.includes(character)).slice(0, MOST_NAMED),
  )
  const pieces = new Set([
    'a',
    'A',
    '1',
    ' ',
    '\n',
    '\t',
    ',',
    '.',
    '-',
    "'",
    '１',
    '一',
    '1,',
    '1 ',
    'a ',
    'a,',
    'ab',
    '\u0301',
    '😀',
    ...named,
  ])
  return [...pieces].flatMap((piece) => [
    [piece, '!'] as [string, string],
    [piece, '\u0000'] as [string, string],
  ])
}

const MOST_NAMED = 40

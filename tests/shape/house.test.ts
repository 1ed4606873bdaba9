/** Small rules that a reader would otherwise have to remember. */
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, programFiles, read } from './files.ts'
import { codeOf, lineOf } from './typescript-text.ts'

interface Rule {
  forbids: string
  pattern: RegExp
  allowedIn: (path: string) => boolean
  bad: readonly string[]
  good: readonly string[]
}

const isEdgeOfTime = (path: string): boolean =>
  path === 'src/base/clock.ts' ||
  path === 'src/main.ts' ||
  path.startsWith('src/cli/') ||
  path.startsWith('bench/')

const RULES: readonly Rule[] = [
  {
    forbids: 'reading the environment outside src/config.ts',
    pattern: /\bprocess\s*(?:\?\.|\.)\s*env\b|\bloadEnvFile\b|[{,]\s*env\s*[,}][^\n]*=\s*process\b/g,
    allowedIn: (path) => path === 'src/config.ts',
    bad: [
      'const home = process.env.HOME',
      "process\n  .env['A']",
      'const { env } = process',
      'process.loadEnvFile()',
    ],
    good: ['// process.env is read in config', "'process.env'", 'environment.HOME', 'process.environment'],
  },
  {
    forbids: 'reading the clock where it should be handed in',
    pattern:
      /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?![\s(\w]))|(?<!\bnew\s)\bDate\s*\(|\bperformance\s*\.\s*now\b/g,
    allowedIn: isEdgeOfTime,
    bad: [
      'Date.now()',
      'const clock = Date.now',
      'new Date()',
      'new Date( )',
      'new Date;',
      'Date()',
      'performance.now()',
    ],
    good: [
      'new Date(at)',
      'new Date(Date.UTC(2024, 0))',
      'Date.UTC(2024, 0)',
      'Date.parse(text)',
      '/* new Date() */',
    ],
  },
  {
    forbids: 'rolling dice where chance should be handed in',
    pattern: /\bMath\s*\.\s*random\b|\brandom(?:UUID|Bytes|Int)\b/g,
    allowedIn: isEdgeOfTime,
    bad: ['Math.random()', 'crypto.randomUUID()'],
    good: ['// Math.random', 'random(seed)'],
  },
]

describe.each(RULES)('nothing is $forbids', ({ pattern, allowedIn, bad, good }) => {
  const offences = (path: string, text: string): string[] => {
    const code = codeOf(text)
    return [...code.matchAll(pattern)].map(
      (match) => `${path}:${lineOf(code, match.index)}: ${match[0].trim()}`,
    )
  }

  test('in the program', () => {
    const guarded = programFiles().filter((path) => !allowedIn(path))
    expect(guarded.flatMap((path) => offences(path, read(path)))).toEqual([])
  })

  test('and the rule sees what it forbids', () => {
    for (const text of bad) expect(offences('bad.ts', text), text).not.toEqual([])
    for (const text of good) expect(offences('good.ts', text), text).toEqual([])
  })
})

describe('a file is called after what it knows', () => {
  test('no drawers for everything', () => {
    const everywhere = ['src', 'commands', 'tests', 'bench'].flatMap((folder) => filesBelow(folder, '.ts'))
    expect(everywhere.filter(isDrawer)).toEqual([])
  })

  test('and the rule sees what it forbids', () => {
    expect(
      ['src/facts/utils.ts', 'src/common/a.ts', 'tests/test-helpers.ts', 'src/bot/digestManager.ts'].every(
        isDrawer,
      ),
    ).toBe(true)
    expect(['src/base/folding.ts', 'src/bot/commonwealth.ts'].some(isDrawer)).toBe(false)
  })
})

describe('a language has no gaps', () => {
  test('every file for English has its twin for Chinese', () => {
    const files = filesBelow('src', '.ts')
    expect(files.filter((path) => lacksTwin(path, files))).toEqual([])
  })

  test('and the rule sees what it forbids', () => {
    expect(lacksTwin('src/wording/en.ts', ['src/wording/en.ts'])).toBe(true)
    expect(lacksTwin('src/understand/language/light-zh.ts', [])).toBe(true)
    expect(lacksTwin('src/wording/en.ts', ['src/wording/zh.ts'])).toBe(false)
  })
})

const isDrawer = (path: string): boolean =>
  path
    .replace(/\.ts$/, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[/.\-_]/)
    .some((word) => DRAWERS.has(word))

const DRAWERS = new Set([
  'util',
  'utils',
  'utility',
  'utilities',
  'helper',
  'helpers',
  'manager',
  'common',
  'misc',
  'shared',
])

function lacksTwin(path: string, files: readonly string[]): boolean {
  const name = basename(path, '.ts')
  const language = /(?:^|-)(en|zh)$/.exec(name)?.[1]
  if (language === undefined) return false
  const twin = `${name.slice(0, -2)}${language === 'en' ? 'zh' : 'en'}`
  return !files.includes(`${path.slice(0, -name.length - 3)}${twin}.ts`)
}

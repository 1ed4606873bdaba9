/** What SECURITY.md says is so: each requirement has a test that exists, or a reason; the numbers and the rights are those of the program. */
import { describe, expect, test } from 'vitest'
import { exists, filesBelow, programFiles, read } from './files.ts'
import { codeOf, lineOf, piecesOf } from './typescript-text.ts'

const DOCUMENT = read('SECURITY.md')

describe('requirements', () => {
  const rows = rowsOf(DOCUMENT)

  test('each is held by a test that exists, or has a reason', () => {
    expect(rows.length).toBeGreaterThan(40)
    expect(rows.flatMap(faultsOf)).toEqual([])
  })

  test('each stands there once', () => {
    const numbers = rows.flatMap((row) => row.numbers)
    expect(numbers).toEqual([...new Set(numbers)])
  })

  test('the rules see what they forbid', () => {
    const row = (held: string) => faultsOf({ numbers: ['V1.1.1'], held }).length
    const here = 'tests/shape/security.test.ts'
    expect(row(`\`${here} > the rules see what they forbid\``)).toBe(0)
    expect(row('reason: there is no such thing here')).toBe(0)
    expect(row(`\`${here} > ${['no', 'such', 'test'].join(' ')}\``)).toBe(1)
    expect(row(`\`${here} > \``)).toBe(1)
    expect(row('`tests/shape/gone.test.ts > the rules see what they forbid`')).toBe(1)
    expect(row('believe us')).toBe(1)
    expect(rowsOf('| V1.2.3, V4.5.6 | sense | held |\n| other | x | y |')).toEqual([
      { numbers: ['V1.2.3', 'V4.5.6'], held: 'held' },
    ])
  })
})

describe('the supply chain', () => {
  const packages = Object.entries((JSON.parse(read('package-lock.json')) as Lock).packages).filter(
    ([path]) => path !== '',
  )
  const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> }

  test('the numbers of packages are those of the lock file', () => {
    const running = packages.filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true)
    expect(DOCUMENT).toContain(
      `**${running.length} packages** at run time, **${packages.length}** in the lock file`,
    )
    const elsewhere = packages.filter(([, { optional }]) => optional === true)
    expect(DOCUMENT).toContain(`(${elsewhere.length} of them are for other machines`)
    // a limit to notice, not a law: more need a line of reason in this test
    expect(running.length).toBeLessThanOrEqual(200)
  })

  test('only node may run a script while it is installed', () => {
    expect(allowScripts).toEqual({ node: true })
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true)
    expect(scripted.map(([path]) => path)).toEqual(['node_modules/node'])
    expect(scripted.every(([, { dev }]) => dev === true)).toBe(true)
  })

  test('every package has its hash and none comes from elsewhere', () => {
    expect(
      packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([])
    const strange = packages.filter(
      ([, { resolved }]) => resolved !== undefined && !/^https:\/\/registry\./.test(resolved),
    )
    expect(strange.map(([path]) => path)).toEqual([])
  })

  test('every package is pinned', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    )
    expect(loose).toEqual([])
  })
})

describe('the program', () => {
  const dangers = (path: string, text: string): string[] => {
    const code = codeOf(text)
    const called = [...code.matchAll(CALLS)].map(
      ({ 0: call, index }) => `${path}:${lineOf(code, index)}: ${call}`,
    )
    const imported = piecesOf(text).filter(({ kind, text: name }) => kind === 'string' && MODULES.test(name))
    return [...called, ...imported.map(({ text: name, start }) => `${path}:${lineOf(text, start)}: ${name}`)]
  }

  test('the program starts no other program and makes no code of texts', () => {
    expect(programFiles().flatMap((path) => dangers(path, read(path)))).toEqual([])
  })

  test('and the rule sees what it forbids', () => {
    for (const bad of [
      "import { exec } from 'node:child_process'",
      "await import('vm')",
      'eval(text)',
      'new Function(text)',
    ])
      expect(dangers('bad.ts', bad), bad).toHaveLength(1)
    for (const good of ["'of child_process'", '// eval(text)', 'medieval(text)', 'new Functional()'])
      expect(dangers('good.ts', good), good).toEqual([])
  })

  test('the store is never committed by accident', () => {
    expect(read('.gitignore').split('\n')).toEqual(expect.arrayContaining(['.env', 'gazetteer.sqlite*']))
  })
})

interface Row {
  numbers: string[]
  held: string
}

interface Lock {
  packages: Record<
    string,
    {
      dev?: boolean
      devOptional?: boolean
      optional?: boolean
      hasInstallScript?: boolean
      integrity?: string
      resolved?: string
    }
  >
}

/** The rows of the table of requirements. */
function rowsOf(document: string): Row[] {
  return [...document.matchAll(/^\| (V\d+\.\d+\.\d+(?:, V\d+\.\d+\.\d+)*) \| [^|]* \| ([^|]*) \|$/gm)].map(
    ([, numbers, held]) => ({ numbers: numbers!.split(', '), held: held!.trim() }),
  )
}

function faultsOf({ numbers, held }: Row): string[] {
  const named = [...held.matchAll(/`(tests\/[^ `]+) > ([^`]*)`/g)]
  const missing = named
    .filter(([, path, title]) => !hasTest(path!, title!))
    .map(([whole]) => `${numbers}: ${whole}`)
  if (missing.length > 0) return missing
  const hasReason = /\breason: \S.{9,}/.test(held)
  return named.length > 0 || hasReason ? [] : [`${numbers}: neither a test nor a reason`]
}

/** A title as it is written: the first thing a test, or a group of them, is given. */
function hasTest(path: string, title: string): boolean {
  if (title === '' || !exists(path)) return false
  const quoted = new Set(['test', 'it', 'describe'].flatMap((call) => titlesOf(read(path), call)))
  return quoted.has(title)
}

const titlesOf = (text: string, call: string): string[] =>
  [...text.matchAll(new RegExp(`\\b${call}(?:\\.\\w+(?:\\([^\\n]*?\\))?)*\\(\\s*(['"\`])(.*?)\\1`, 'g'))].map(
    (match) => match[2]!,
  )

const CALLS = /(?<![\w.])eval\s*\(|\bnew\s+Function\s*\(/g
const MODULES = /^['"`](?:(?:node:)?(?:child_process|vm)|node:cluster)['"`]$/

test('the documents that SECURITY.md leans on are there', () => {
  expect(filesBelow('docs', '.md')).toEqual(
    expect.arrayContaining(['docs/operations.md', 'docs/slack.md', 'docs/discord.md']),
  )
})

/** What documents say about the repository is true: links, files, scripts and commands they name exist. */
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { documents, exists, filesBelow, read } from './files.ts'

const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)

describe.each(documents())('%s', (path) => {
  const text = read(path)

  test('links to files that exist', () => {
    expect(deadLinks(path, text, exists)).toEqual([])
  })

  test('names files that exist', () => {
    expect(missingFiles(text, exists)).toEqual([])
  })

  test('names npm scripts that exist', () => {
    expect(missingScripts(text, scripts)).toEqual([])
  })

  test('names no path of a certain machine', () => {
    expect(machinePaths(text)).toEqual([])
  })
})

describe('the README', () => {
  const readme = read('README.md')

  test('begins with the two commands', () => {
    const beginning = readme.split('\n').slice(0, 20).join('\n')
    expect(beginning).toContain('npm ci && npm start')
    expect(beginning).toContain('npm ci && npm test')
  })

  test('gives the test command that .ci/run ends with', () => {
    expect(read('.ci/run')).toContain("'npm ci && npm test'")
  })

  test('names every command of the bot', () => {
    expect(commands.map(({ name }) => `\`/${name}`).filter((name) => !readme.includes(name))).toEqual([])
  })
})

describe('settings and checks that are not documents', () => {
  test.each([
    '.env.example',
    '.ci/run',
    '.npmrc',
    'package.json',
    'vitest.config.ts',
    'knip.jsonc',
    'biome.json',
  ])('%s names no path of a certain machine', (path) => {
    expect(machinePaths(read(path))).toEqual([])
  })
})

describe('the rules see what they forbid', () => {
  const has = (path: string) => ['docs/a.md', 'src/main.ts'].includes(path)

  test('dead links', () => {
    expect(
      deadLinks(
        'docs/b.md',
        '[a](a.md) [a](./a.md#part) [m](../src/main.ts) [w](https://a.b) [p](#part)',
        has,
      ),
    ).toEqual([])
    expect(deadLinks('docs/b.md', '[c](c.md), [m](src/main.ts "title") and ![i](i.png)', has)).toEqual([
      'c.md',
      'src/main.ts',
      'i.png',
    ])
  })

  test('missing files', () => {
    expect(missingFiles('`src/main.ts`, `src/<room>/x.ts`, `data/facts/*.yaml`, src/gone.ts', has)).toEqual(
      [],
    )
    expect(missingFiles('`src/gone.ts` and `docs/b.md`', has)).toEqual(['src/gone.ts', 'docs/b.md'])
    expect(missingFiles('`tests/nowhere/{a,b}.ts`', (file) => file === 'tests/nowhere/a.ts')).toEqual([
      'tests/nowhere/b.ts',
    ])
  })

  test('missing scripts', () => {
    expect(
      missingScripts('npm run check, `npm run --silent ask -- x`, npm test', ['check', 'ask', 'test']),
    ).toEqual([])
    expect(missingScripts('npm run gone; npm run --silent lost -- x; npm start', ['check'])).toEqual([
      'gone',
      'lost',
      'start',
    ])
  })

  test('paths of a machine', () => {
    expect(machinePaths('in /work/x, /tmp/y, /home/ann, /Users/ann, C:\\Users\\ann')).toHaveLength(5)
    expect(machinePaths('data/work/x and https://a.b/home/')).toEqual([])
  })

  test('documents are found', () => {
    expect(documents()).toContain('data/README.md')
    expect(filesBelow('docs', '.md').length).toBeGreaterThan(4)
  })
})

/** Links of Markdown to something in the repository that is not there. */
function deadLinks(path: string, text: string, has: (path: string) => boolean): string[] {
  return [...text.matchAll(/\]\(([^()\s]+)(?: "[^"]*")?\)/g)]
    .map((match) => match[1]!)
    .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
    .filter((target) => !has(join(dirname(path), target.replace(/#.*$/, ''))))
}

/** `src/...` and the like in code marks; <placeholders> and * stand for many, {a,b} for each. */
function missingFiles(text: string, has: (path: string) => boolean): string[] {
  return [...text.matchAll(/`((?:src|commands|data|docs|tests|bench|\.ci)\/[^`\s]*)`/g)]
    .map((match) => match[1]!)
    .filter((path) => !/[<>*]/.test(path))
    .flatMap(eachOf)
    .filter((path) => !has(path))
}

/** 'a/{b,c}.ts' -> 'a/b.ts', 'a/c.ts'. */
function eachOf(path: string): string[] {
  const braces = /^([^{]*)\{([^}]*)\}(.*)$/.exec(path)
  return braces === null ? [path] : braces[2]!.split(',').map((one) => `${braces[1]}${one}${braces[3]}`)
}

function missingScripts(text: string, known: readonly string[]): string[] {
  return [...text.matchAll(/\bnpm (?:run (?:--?[a-z]+ )*([a-z:-]+)|(start|test))\b/g)]
    .map((match) => match[1] ?? match[2]!)
    .filter((name) => !known.includes(name))
}

const machinePaths = (text: string): string[] =>
  text.match(/(?<![\w./-])\/(?:work|tmp|home|root|Users|opt|mnt)\/[^\s)`]*|\b[A-Z]:\\[^\s)`]*/g) ?? []

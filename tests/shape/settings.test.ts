/** A setting exists in three places, or in none: the program, the example a person copies, and the README. */
import { describe, expect, test } from 'vitest'
import { read } from './files.ts'
import { withoutComments } from './typescript-text.ts'

const places = () => ({
  'src/config.ts': inProgram(read('src/config.ts')),
  '.env.example': inExample(read('.env.example')),
  'README.md': inTable(read('README.md')),
})

describe('settings', () => {
  test('are the same in the program, in .env.example and in the README', () => {
    const found = places()
    expect(found['src/config.ts'].length).toBeGreaterThan(0)
    expect(differences(found)).toEqual([])
  })

  test('each has a line that explains it in .env.example', () => {
    expect(unexplained(read('.env.example'))).toEqual([])
  })

  test('the rules see what they forbid', () => {
    const config =
      'const SETTINGS = z.object({\n  APP_A: z.string(),\n  APP_B: z\n    .string(),\n})\nconst X = { APP_C: z.string() }'
    expect(inProgram(config)).toEqual(['APP_A', 'APP_B'])
    expect(inExample('# About it\nAPP_A=\n#APP_B=1\nAPP_C=x')).toEqual(['APP_A', 'APP_B', 'APP_C'])
    expect(inTable('| `APP_A` | says `APP_X` |\n| APP_B | not code |\n`APP_C`')).toEqual(['APP_A'])
    expect(differences({ here: ['APP_A', 'APP_B'], there: ['APP_A'] })).toEqual(['APP_B is not in there'])
    expect(unexplained('# About it\nAPP_A=\nAPP_B=\n\nAPP_C=')).toEqual(['APP_B', 'APP_C'])
  })
})

function differences(places: Record<string, readonly string[]>): string[] {
  const all = [...new Set(Object.values(places).flat())].sort()
  return Object.entries(places).flatMap(([place, names]) =>
    all.filter((name) => !names.includes(name)).map((name) => `${name} is not in ${place}`),
  )
}

/** The keys of `const SETTINGS = z.object({ ... })`. */
function inProgram(text: string): string[] {
  const block =
    /\bSETTINGS = z\s*\.?\s*(?:strictObject|object)\(\{\n([\s\S]*?)\n\}\)/.exec(withoutComments(text))?.[1] ??
    ''
  return [...block.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map((match) => match[1]!)
}

/** `NAME=`, also where it is commented out. */
const inExample = (text: string): string[] =>
  [...text.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]!)

/** The first cells of table rows that are a setting's name as code. */
const inTable = (text: string): string[] =>
  [...text.matchAll(/^\| `([A-Z][A-Z0-9_]*)` \|/gm)].map((match) => match[1]!)

/** Settings whose line has no comment right above it. */
function unexplained(text: string): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const name = inExample(line)[0]
    return name !== undefined && !/^# \S/.test(lines[index - 1] ?? '') ? [name] : []
  })
}

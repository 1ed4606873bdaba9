import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { articleSchema } from '../../src/facts/schema.ts'
import { writeArticle } from '../../src/facts/write-article.ts'
import { article, load, tempDir, theVocabulary, write } from './fixtures.ts'

function facts(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/facts.ts', ...args], {
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

function data(files: Record<string, string> = {}): string {
  const dir = tempDir()
  cpSync('data/vocabulary', join(dir, 'vocabulary'), { recursive: true })
  write(join(dir, 'facts'), files)
  return dir
}

const SAID = { statement: 'Dongying invested 24.8 billion yuan.' }

describe('facts check', () => {
  test('is content with good facts', () => {
    expect(facts('check', '--data', data({ 'a.yaml': article('a', SAID) }))).toMatchObject({
      code: 0,
      out: '1 facts in 1 files: nothing is wrong\n',
    })
  })
  test('F42 names what is wrong and says so with its exit code', () => {
    const dir = data({ 'a.yaml': article('a', SAID, { value: '24.8 bilion yuan' }) })
    const { code, out, err } = facts('check', '--data', dir)
    expect(code).toBe(1)
    expect(out).toBe('1 facts in 1 files: 1 problems\n')
    expect(err).toMatch(/a\.yaml:23 fact-2 value: unknown word 'bilion'\. Did you mean 'billion'\?/)
  })
  test('a value that its statement does not say is found, with its line', () => {
    const misread = article('a', SAID, { ...SAID, value: '24.8 yuan' })
    const { code, err } = facts('check', '--data', data({ 'a.yaml': misread }))
    expect(code).toBe(1)
    expect(err).toMatch(
      /a\.yaml:\d+ fact-2 statement: the statement does not say the value\. The value is '24\.8 yuan'/,
    )
    const line = Number(/a\.yaml:(\d+)/.exec(err)?.[1])
    expect(misread.split('\n')[line - 1]).toContain('statement:')
  })
  test('a vocabulary with mistakes is shown before any fact', () => {
    const dir = data()
    writeFileSync(join(dir, 'vocabulary', 'units.yaml'), '- { id: yuan }\n')
    const { code, err } = facts('check', '--data', dir)
    expect(code).toBe(1)
    expect(err).toMatch(/units\.yaml:1: 'en' is missing/)
  })
})

describe('facts import and export', () => {
  test('what is exported can be imported, and gives the same facts', () => {
    const dir = data({
      'a.yaml': article('a', {}, { subject: '{ en: "park: one", zh: 园 }' }),
      'b.yaml': article('b', {}),
    })
    for (const format of ['jsonl', 'csv']) {
      const file = join(dir, `all.${format}`)
      const exported = facts('export', '--data', dir, '--format', format)
      expect(exported.code).toBe(0)
      writeFileSync(file, exported.out)
      const into = join(dir, format)
      expect(facts('import', file, '--data', dir, '--into', into)).toMatchObject({ code: 0, err: '' })
      expect(load(into).all).toEqual(load(join(dir, 'facts')).all)
    }
    expect(facts('export', '--data', dir, '--only', 'b').out.split('\n')).toHaveLength(2)
  })

  test('nothing is overwritten', () => {
    const dir = data({ 'a.yaml': article('a', {}) })
    const file = join(dir, 'all.jsonl')
    writeFileSync(file, facts('export', '--data', dir).out.replace('Dongying invested.', 'Changed.'))
    const { code, err } = facts('import', file, '--data', dir)
    expect(code).toBe(1)
    expect(err).toMatch(/a\.yaml is there already/)
    expect(readFileSync(join(dir, 'facts', 'a.yaml'), 'utf8')).toContain('Dongying invested.')
  })

  test('unknown words are given as lines for the vocabulary, and the article waits', () => {
    const dir = data()
    const row = '{"region":"Dongying","indicator":"tea gardens","value":3,"unit":"gardens","source":"CGTN"}\n'
    writeFileSync(join(dir, 'tea.jsonl'), row)
    const { code, err } = facts('import', join(dir, 'tea.jsonl'), '--data', dir)
    expect(code).toBe(1)
    expect(err).toMatch(/indicators\.yaml: - \{ id: tea-gardens, en: "tea gardens"/)
    expect(err).toMatch(/units\.yaml: - \{ id: gardens/)
    expect(readdirSync(join(dir, 'facts'))).toEqual([])
  })

  test('F42 an id that climbs out of the folder is refused', () => {
    const dir = data()
    const row = {
      id: '../../evil/x',
      region: 'Dongying',
      indicator: 'GDP',
      value: 1,
      unit: 'yuan',
      source: 'CGTN',
    }
    writeFileSync(join(dir, 'evil.jsonl'), `${JSON.stringify(row)}\n`)
    expect(facts('import', join(dir, 'evil.jsonl'), '--data', dir)).toMatchObject({ code: 1 })
    expect(existsSync(join(dir, '..', 'evil.yaml'))).toBe(false)
    expect(readdirSync(join(dir, 'facts'))).toEqual([])
  })

  test('every article of the repository is written as it is read', () => {
    const { all, sources } = load('data/facts')
    const files: Record<string, string> = {}
    for (const source of sources.values()) {
      const own = all.filter((fact) => fact.source === source.id)
      files[`${source.id}.yaml`] = writeArticle(source, own, theVocabulary())
    }
    const back = load(write(tempDir(), files))
    expect(back.problems).toEqual([])
    expect(back.all).toEqual(all)
    expect(back.sources).toEqual(sources)
  })

  test('texts that look like YAML are quoted', () => {
    const { all, sources } = load(write(tempDir(), { 'a.yaml': article('a', {}) }))
    const texts = [
      'a: b',
      '# x',
      'null',
      '12',
      "it's",
      '"q"',
      '- x',
      '{a}',
      'a #b',
      '[x',
      '*x',
      'yes: no',
      'a\nb',
      '0x1F',
      '东营：好',
    ]
    const facts = texts.map((statement, n) => ({
      ...all[0]!,
      id: `a/n${n}`,
      statement,
      subject: { en: statement, zh: statement },
      keywords: [statement],
    }))
    const back = load(write(tempDir(), { 'a.yaml': writeArticle(sources.get('a')!, facts, theVocabulary()) }))
    expect(back.problems).toEqual([])
    expect(back.all).toEqual(facts)
  })
})

describe('facts schema', () => {
  test('is written for editors', () => {
    const dir = data()
    expect(facts('schema', '--data', dir).code).toBe(0)
    const schema = JSON.parse(readFileSync(join(dir, 'facts.schema.json'), 'utf8'))
    const fields = Object.keys(schema.properties.facts.items.properties)
    expect(fields).toEqual(Object.keys(articleSchema.shape.facts.element.shape))
    expect(schema.properties.facts.items.additionalProperties).toBe(false)
  })
})

describe('wrong use', () => {
  test.each([
    [],
    ['bogus'],
    ['import'],
    ['check', 'x'],
    ['export', '--format', 'xml'],
    ['check', '--dta', 'x'],
  ])('%j shows the usage and exits with 2', (...args) => {
    const { code, err } = facts(...(args as string[]))
    expect(code).toBe(2)
    expect(err).toContain('Usage: npm run facts')
  })
})

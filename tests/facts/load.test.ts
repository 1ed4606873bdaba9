import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isDate, problemText, readPeriod } from '../../src/facts/load.ts'
import { formatPeriod } from '../../src/facts/period.ts'
import { article, load, tempDir, write } from './fixtures.ts'

const one = (...facts: Record<string, string | null>[]) =>
  load(write(tempDir(), { 'dongying-2024-03-27.yaml': article('dongying-2024-03-27', ...facts) }))

const problemsOf = (...facts: Record<string, string | null>[]) => one(...facts).problems.map(problemText)

describe('an article', () => {
  test('is read with everything a fact may say', () => {
    const { all, problems, sources } = one({
      basis: '{ kind: share, of: { en: GDP, zh: 地区生产总值 } }',
      subject: '{ en: wind park, zh: 风电产业园 }',
      scope: '{ en: 28 projects, zh: 28个项目 }',
      organisations: '[catl]',
      inferred: '[period]',
      keywords: '[gigabit city, 2024]',
      usd: '3.4 billion',
      statementZh: '东营投资。',
    })
    expect(problems).toEqual([])
    expect(all).toEqual([
      {
        id: 'dongying-2024-03-27/fact-1',
        region: '370500',
        industry: 'offshore-wind',
        indicator: 'investment',
        period: { from: 24276, to: 24287, asOf: false },
        status: 'actual',
        quantity: {
          value: 24800000000,
          unit: 'yuan',
          bound: 'exact',
          asStated: '24.8 billion yuan',
          usd: 3400000000,
        },
        basis: { kind: 'share', of: { en: 'GDP', zh: '地区生产总值' } },
        subject: { en: 'wind park', zh: '风电产业园' },
        scope: { en: '28 projects', zh: '28个项目' },
        organisations: ['catl'],
        keywords: ['gigabit city', '2024'],
        statement: 'Dongying invested.',
        statementZh: '东营投资。',
        inferred: ['period'],
        source: 'dongying-2024-03-27',
      },
    ])
    expect(sources.get('dongying-2024-03-27')).toMatchObject({
      publisher: 'PRNewswire',
      date: '2024-03-27',
      url: null,
    })
  })

  test('a fact without a number and without a period is a fact', () => {
    const { all, problems } = one({ indicator: 'recognition', value: null, period: null })
    expect(problems).toEqual([])
    expect(all[0]).toMatchObject({ period: null })
    expect(all[0]).not.toHaveProperty('quantity')
  })

  test('only the articles asked for are read', () => {
    const dir = write(tempDir(), { 'a.yaml': article('a', {}), 'b.yaml': article('b', {}) })
    expect(load(dir, ['b']).all.map(({ id }) => id)).toEqual(['b/fact-1'])
    const { problems } = load(dir, ['b', '../../etc/passwd'])
    expect(problems.map(problemText)).toEqual([
      expect.stringContaining("there is no article '../../etc/passwd'"),
    ])
  })
})

describe('periods', () => {
  test.each([
    ['2023', '2023'],
    ['2023-12', '2023-12'],
    ['2024-01/2024-04', '2024-01/2024-04'],
    ['2021/2025', '2021/2025'],
    ['as of 2024-05-31', '@2024-05'],
    ['as of 2024-05', '@2024-05'],
    ['as of 2023', '@2023'],
    ['２０２３', '2023'],
  ])('%s', (text, iso) => {
    expect(formatPeriod(readPeriod(text)!)).toBe(iso)
  })
  test.each([
    '2023-13',
    '2024-05-31',
    'as of 2024-02-30',
    '2025/2021',
    'last year',
    '23',
    '0203',
    '20233',
    '',
  ])('not %j', (text) => {
    expect(readPeriod(text)).toBeNull()
  })
  test('dates are days, months or years of the calendar', () => {
    expect(['2024', '2024-02', '2024-02-29'].map(isDate)).toEqual([true, true, true])
    expect(['2023-02-29', '2024-13', '24', '2024-1', '2024-02-29-01'].map(isDate)).toEqual(
      Array(5).fill(false),
    )
  })
})

describe('a mistake is named with file, line, fact, field and way out', () => {
  test.each([
    [
      { perod: '2023', period: null },
      /yaml:16 fact-1 perod: unknown field 'perod'\. Did you mean 'period'\?/,
    ],
    [
      { region: "'370599'" },
      /yaml:10 fact-1 region: '370599' is not in the vocabulary\. Did you mean '3705\d\d'\?/,
    ],
    [{ industry: 'offshore-wnd' }, /yaml:11 fact-1 industry: .* Did you mean 'offshore-wind'\?/],
    [{ industry: 'Offshore-Wind' }, /Did you mean 'offshore-wind'\?/],
    [
      { indicator: 'investmnt.growth' },
      /indicator: 'investmnt.growth' .* Did you mean 'investment.growth'\?/,
    ],
    [{ indicator: 'investment.grwth' }, /Did you mean 'investment.growth'\?/],
    [{ status: 'planed' }, /status: 'planed' is not allowed\. Did you mean 'planned'\?/],
    [{ status: null }, /'status' is missing\. One of: actual/],
    [{ value: '24.8 bilion yuan' }, /yaml:15 fact-1 value: unknown word 'bilion'\. Did you mean 'billion'\?/],
    [{ value: '28 projects' }, /value: 'investment' is not counted in projects\. Its units: yuan/],
    [{ value: '24800000000' }, /value: .* has no unit/],
    [{ indicator: 'recognition' }, /leave the value out/],
    [{ usd: '3.4 bilion' }, /usd: unknown word 'bilion'/],
    [{ value: null, usd: '3 billion' }, /usd: a dollar amount stands beside no value/],
    [{ period: '2023-13' }, /period: '2023-13' is no period/],
    [{ basis: '{ kind: yearly }' }, /kind: 'yearly' is not allowed/],
    [{ organisations: '[catll]' }, /organisations: 'catll' .* Did you mean 'catl'\?/],
    [{ inferred: '[unit]' }, /inferred: 'unit' is not allowed/],
    [{ statement: "''" }, /statement: an empty text is not allowed/],
    [{ subject: '{ en: park }' }, /zh: 'zh' is missing/],
  ])('%j', (changes, message) => {
    const { problems, all } = one({}, changes, {})
    const texts = problems
      .map(problemText)
      .map((text) => text.replace('fact-2', 'fact-1').replace(/yaml:(\d+)/, lineInFirst))
    expect(texts.join('\n')).toMatch(message)
    // the good facts around it are there
    expect(all.map(({ id }) => id)).toEqual(['dongying-2024-03-27/fact-1', 'dongying-2024-03-27/fact-3'])
  })

  /** The second fact starts eight lines below the first. */
  function lineInFirst(_: string, line: string): string {
    return `yaml:${Number(line) - 8}`
  }

  test('everything wrong in a fact is said at once', () => {
    expect(problemsOf({ region: "'1'", industry: 'x', period: 'soon', value: '5 yuans of' })).toHaveLength(4)
  })

  test('a wrong source keeps its facts out, and says why', () => {
    const text = article('a', {}).replace('kind: press-release', 'kind: blog')
    const { all, problems } = load(write(tempDir(), { 'a.yaml': text }))
    expect(all).toEqual([])
    expect(problems.map(problemText).join()).toMatch(
      /a\.yaml:7 kind: 'blog' is not allowed\. One of: official/,
    )
  })

  test('a source id that is not its file’s name is named', () => {
    const { problems, all } = load(write(tempDir(), { 'b.yaml': article('a', {}) }))
    expect(problems.map(problemText).join()).toMatch(
      /b\.yaml:2 id: the source id 'a' is not the file's name\. Write 'b'/,
    )
    expect(all).toHaveLength(1)
  })
})

describe('hostile files', () => {
  test('F42 duplicate ids within a file: the first stays, the second is named with both lines', () => {
    const { all, problems } = one({ id: 'x' }, { id: 'x' }, { id: 'y' })
    expect(all.map(({ id }) => id)).toEqual(['dongying-2024-03-27/x', 'dongying-2024-03-27/y'])
    expect(problems.map(problemText)).toEqual([expect.stringMatching(/yaml:17 .*\/x id: .* line 9/)])
  })

  test('F42 duplicate source ids across files', () => {
    const { all, problems } = load(
      write(tempDir(), { 'a.yaml': article('a', {}), 'b.yaml': article('a', {}) }),
    )
    expect(all).toHaveLength(1)
    expect(problems.map(problemText)).toEqual([
      expect.stringMatching(/b\.yaml:2 id: .*already that of .*a\.yaml/),
    ])
  })

  test('F42 1e400, NaN and infinity', () => {
    for (const value of ['1e400', '.nan', '.inf', '1e400 yuan', 'NaN yuan']) {
      const { all, problems } = one({}, { value })
      expect(all, value).toHaveLength(1)
      expect(problems[0], value).toMatchObject({ line: 23, fact: 'fact-2', field: 'value' })
    }
  })

  test('F42 -0 is 0, 13 digits are kept, full-width digits are read, 489.6 billion equals 4896亿', () => {
    const { all, problems } = one(
      { value: '-0 yuan' },
      { value: '1234567890123 yuan' },
      { value: '２４.８ billion yuan', period: '２０２３' },
      { value: '489.6 billion yuan' },
      { value: '4896亿元' },
    )
    expect(problems).toEqual([])
    const values = all.map(({ quantity }) => quantity!.value)
    expect(values).toEqual([0, 1234567890123, 24800000000, 489600000000, 489600000000])
    expect(Object.is(values[0], 0)).toBe(true)
  })

  test('F42 BOM and CRLF are read like any other file', () => {
    const text = `\uFEFF${article('a', {}).replaceAll('\n', '\r\n')}`
    const { all, problems } = load(write(tempDir(), { 'a.yaml': text }))
    expect(problems).toEqual([])
    expect(all[0]?.statement).toBe('Dongying invested.')
  })

  test('F42 a half-written file: the whole facts load, and the place where it stops is named', () => {
    const whole = article('a', {}, { statement: '"Dongying invested."' })
    for (let cut = whole.indexOf('fact-2') - 10; cut < whole.length; cut++) {
      const { all, problems } = load(write(tempDir(), { 'a.yaml': whole.slice(0, cut) }))
      expect(all[0]?.id, whole.slice(cut - 20, cut)).toBe('a/fact-1')
      if (whole[cut - 1] !== '\n') expect(problems.length, whole.slice(cut - 20, cut)).toBeGreaterThan(0)
    }
  })

  test('F42 an empty file, a list, a text and bytes that are no text', () => {
    const files = {
      'a.yaml': '',
      'b.yaml': '- 1\n',
      'c.yaml': 'hello\n',
      'd.yaml': new Uint8Array([0x61, 10, 0xff, 10]),
    }
    const { problems, facts } = load(write(tempDir(), { ...files, 'e.yaml': article('e', {}) }))
    expect(facts).toBe(1)
    expect(problems.map(({ file }) => file.slice(-6))).toEqual(
      expect.arrayContaining(['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml']),
    )
    expect(problems.find(({ file }) => file.endsWith('d.yaml'))).toMatchObject({
      line: 2,
      what: 'is not UTF-8 text',
    })
  })

  test('F42 links are followed inside the data folder only', () => {
    const root = tempDir()
    const data = join(root, 'data')
    mkdirSync(join(data, 'drafts'), { recursive: true })
    const facts = write(join(data, 'facts'), { 'real.yaml': article('real', {}) })
    writeFileSync(join(data, 'drafts', 'inside.yaml'), article('inside', {}))
    writeFileSync(join(root, 'outside.yaml'), article('outside', {}))
    symlinkSync(join(data, 'drafts', 'inside.yaml'), join(facts, 'inside.yaml'))
    symlinkSync(join(root, 'outside.yaml'), join(facts, 'outside.yaml'))
    symlinkSync('/nowhere/at-all.yaml', join(facts, 'broken.yaml'))
    symlinkSync('loop.yaml', join(facts, 'loop.yaml'))
    const { all, problems } = load(facts)
    expect(all.map(({ source }) => source)).toEqual(['inside', 'real'])
    expect(problems.map(problemText).join('\n')).toMatch(
      /outside\.yaml:1: is a link that leaves the data folder/,
    )
    expect(problems).toHaveLength(3)
  })

  test('F42 ../../etc/passwd is no id', () => {
    const { all, problems } = one({}, { id: "'../../etc/passwd'" })
    expect(all).toHaveLength(1)
    expect(problems.map(problemText).join()).toMatch(/id: '..\/..\/etc\/passwd' is not allowed/)
    const evil = article('../../etc/passwd', {})
    expect(load(write(tempDir(), { 'a.yaml': evil })).all).toEqual([])
  })

  test('F42 thousands of files', () => {
    const files = Object.fromEntries(
      Array.from({ length: 3000 }, (_, n) => [`a-${n}.yaml`, article(`a-${n}`, {})]),
    )
    const dir = write(tempDir(), files)
    const start = performance.now()
    expect(load(dir)).toMatchObject({ files: 3000, facts: 3000, problems: [] })
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('F42 aliases that multiply are refused', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replace(/./g, (c) => `${c}: &${c} [${`*${String.fromCharCode(c.charCodeAt(0) - 1)},`.repeat(8)}x]\n`)}`
    const { problems, facts } = load(write(tempDir(), { 'a.yaml': bomb }))
    expect(facts).toBe(0)
    expect(problems.length).toBeGreaterThan(0)
  })

  test('F41 __proto__, constructor and toString as names', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const { all, problems } = one(
        {},
        { region: name, industry: name, indicator: name, organisations: `[${name}]` },
      )
      expect(all).toHaveLength(1)
      expect(problems.map(({ field }) => field)).toEqual(['region', 'industry', 'organisations', 'indicator'])
      const asKey = one({}, { [name]: '{ polluted: true }' })
      expect(asKey.problems.map(problemText).join(), name).toContain(name)
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    }
  })
})

test('the facts of the repository are sound', () => {
  const { problems, facts } = load('data/facts')
  expect(problems.map(problemText)).toEqual([])
  expect(facts).toBeGreaterThan(100)
})

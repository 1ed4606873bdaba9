import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvReader, csvRow } from '../../src/facts/csv.ts'
import type { Fact, Source } from '../../src/facts/fact.ts'
import { IndicatorWords } from '../../src/facts/indicator-words.ts'
import { readFlat, writeFlat } from '../../src/facts/interchange.ts'
import { problemText } from '../../src/facts/load.ts'
import { formatPeriod } from '../../src/facts/period.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import { collect, load, type Read, tempDir, theVocabulary, VOCABULARY, write } from './fixtures.ts'

const ROW = {
  region: 'Dongying',
  regionCode: '370500',
  regionZh: '东营市',
  industry: 'offshore wind',
  indicator: 'investment',
  period: '2023',
  status: 'actual',
  value: 24800000000,
  unit: 'yuan',
  qualifier: null,
  usd: null,
  statement: 'Dongying invested.',
  source: { publisher: 'China Daily', title: 'Wind park grows', date: '2024-03-27', url: null },
}

function readText(text: string | Uint8Array, name = 'facts.jsonl'): Read {
  const vocabulary = loadVocabulary(VOCABULARY)
  return collect((sink) => readFlat(join(write(tempDir(), { [name]: text }), name), vocabulary, sink))
}
const readRows = (...rows: object[]) =>
  readText(rows.map((row) => `${JSON.stringify({ ...ROW, ...row })}\n`).join(''))
const problemsOf = (...rows: object[]) =>
  readRows(...rows)
    .problems.map(problemText)
    .join('\n')

describe('a line of JSON', () => {
  test('is a fact with its source', () => {
    const { all, sources, problems } = readRows({ qualifier: 'more than', usd: 3400000000 })
    expect(problems).toEqual([])
    expect(all).toEqual([
      {
        id: 'wind-park-grows-2024-03-27/1',
        region: '370500',
        industry: 'offshore-wind',
        indicator: 'investment',
        period: { from: 24276, to: 24287, asOf: false },
        status: 'actual',
        quantity: {
          value: 24800000000,
          unit: 'yuan',
          bound: 'over',
          asStated: 'over 24.8 billion yuan',
          usd: 3400000000,
        },
        organisations: [],
        inferred: [],
        statement: 'Dongying invested.',
        source: 'wind-park-grows-2024-03-27',
      },
    ])
    expect(sources.get('wind-park-grows-2024-03-27')).toMatchObject({
      kind: 'state-media',
      title: 'Wind park grows',
    })
  })

  test('facts of one source share it, and have ids of their own', () => {
    const { all, sources } = readRows({}, {}, { source: { ...ROW.source, url: 'https://a.example/1' } })
    expect(all.map(({ id }) => id)).toEqual([
      'wind-park-grows-2024-03-27/1',
      'wind-park-grows-2024-03-27/2',
      'wind-park-grows-2024-03-27-2/1',
    ])
    expect(sources.size).toBe(2)
  })

  test('a region by its name alone, a code with another region’s name, a name of several', () => {
    const bare = { regionCode: undefined, regionZh: undefined }
    expect(readRows({ ...bare, region: 'Dongying City' }).all[0]?.region).toBe('370500')
    expect(readRows({ ...bare, region: '东营' }).all[0]?.region).toBe('370500')
    expect(problemsOf({ region: 'Qingdao', regionZh: '青岛市' })).toMatch(
      /the code 370500 is that of Dongying, the name is 'Qingdao'/,
    )
    expect(problemsOf({ ...bare, region: 'Suzhou' })).toMatch(
      /several regions\. Give the code as well: .*320500.* or .*341300/,
    )
    expect(problemsOf({ ...bare, region: 'Dongyng' })).toMatch(
      /'Dongyng' is unknown\. Did you mean 'dongying'\?/,
    )
  })

  test('a part of a region under the region’s code does not pass for the whole', () => {
    const { all } = readRows({ region: 'Dongying Export Zone', regionZh: '东营出口区' })
    expect(all[0]).toMatchObject({
      region: '370500',
      scope: { en: 'Dongying Export Zone', zh: '东营出口区' },
    })
  })

  test('a month with a stock means "as of"; with a flow it is the month', () => {
    const { all } = readRows(
      { period: '2025-07', value: 37, unit: 'projects', indicator: 'projects' },
      { period: '2025-07', value: 5000, unit: 'kilowatts', indicator: 'installed capacity' },
      { period: '2025-07' },
      { period: '2025-07', value: 5, unit: 'percent', indicator: 'installed capacity growth' },
    )
    expect(all.map(({ period }) => formatPeriod(period!))).toEqual([
      '@2025-07',
      '@2025-07',
      '2025-07',
      '2025-07',
    ])
  })

  test('words the vocabulary has not got join it', () => {
    const vocabulary = loadVocabulary(VOCABULARY)
    const row = { ...ROW, industry: 'tea growing', indicator: 'tea gardens', value: 12, unit: 'gardens' }
    const path = join(write(tempDir(), { 'a.jsonl': `${JSON.stringify(row)}\n` }), 'a.jsonl')
    const { all } = collect((sink) => readFlat(path, vocabulary, sink))
    expect(all[0]).toMatchObject({
      industry: 'tea growing',
      indicator: 'tea gardens',
      quantity: { unit: 'gardens' },
    })
    expect(vocabulary.bases.get('tea gardens')?.en).toBe('tea gardens')
    expect(all[0]?.quantity?.asStated).toBe('12 gardens')
  })

  test('a label that names what is measured is no industry', () => {
    expect(readRows({ industry: 'foreign trade', indicator: 'foreign trade value' }).all[0]?.industry).toBe(
      'economy',
    )
  })
})

describe('indicator words', () => {
  const words = new IndicatorWords(loadVocabulary(VOCABULARY))
  test.each([
    ['GDP', 'economy', 'gdp', undefined],
    ['GDP growth', 'economy', 'gdp.growth', { kind: 'year-on-year' }],
    ['GDP average annual growth', 'economy', 'gdp.growth', { kind: 'average-annual' }],
    ['NEV output', 'new-energy-vehicles', 'output', undefined],
    ['NEV output growth', 'new-energy-vehicles', 'output.growth', { kind: 'year-on-year' }],
    [
      'digital economy share of GDP',
      'digital-economy',
      'added-value.share',
      { kind: 'share', of: { en: 'GDP', zh: 'GDP' } },
    ],
    [
      'share of national NEV output',
      'new-energy-vehicles',
      'output.share',
      { kind: 'share', of: { en: 'national NEV output', zh: 'national NEV output' } },
    ],
    [
      'GDP growth lead over the national rate',
      'economy',
      'gdp.lead',
      { kind: 'lead', of: { en: 'the national rate', zh: 'the national rate' } },
    ],
    ['GDP change since 2012', 'economy', 'gdp.change', { kind: 'since', of: { en: '2012', zh: '2012' } }],
    ['gdp.growth', 'economy', 'gdp.growth', undefined],
    ['tea gardens growth', 'economy', 'tea gardens.growth', { kind: 'year-on-year' }],
    ['地区生产总值增速', 'economy', 'gdp.growth', { kind: 'year-on-year' }],
    ['海上风电装机容量', 'offshore-wind', 'installed-capacity', undefined],
  ])('%s', (text, industry, indicator, basis) => {
    const read = words.read(text, industry)
    expect(read.indicator).toBe(indicator)
    expect(read.basis).toEqual(basis)
  })

  test('an industry named by the words is what is measured', () => {
    const read = words.read('high-tech manufacturing added value growth', 'high-tech-industry')
    expect(read).toMatchObject({ industry: 'high-tech-manufacturing', indicator: 'added-value.growth' })
  })
  test('F39 long words take no time', () => {
    const start = performance.now()
    words.read('share of '.repeat(10_000), 'economy')
    words.read('a '.repeat(50_000), 'economy')
    expect(performance.now() - start).toBeLessThan(200)
  })
})

describe('what is wrong in a flat file', () => {
  test.each([
    [{ value: '12,34' }, /facts\.jsonl:1 value: the commas/],
    [{ unit: null }, /unit: the value has no unit/],
    [{ period: '2023-13' }, /period: '2023-13' is no period/],
    [{ status: 'planed' }, /status: 'planed' is no status/],
    [{ qualifier: 'roughly' }, /qualifier: 'roughly' is no known qualifier/],
    [{ indicator: undefined }, /'indicator' is missing/],
    [{ source: {} }, /source: the source has no publisher/],
    [{ source: { ...ROW.source, date: '2024-02-31' } }, /'2024-02-31' is no date/],
    [{ statement: '', value: null }, /neither a statement nor a value/],
    [{ id: '../../etc/passwd' }, /'..\/..\/etc\/passwd' is no id/],
    [{ id: 'a/../../b' }, /is no id/],
  ])('%j', (changes, message) => {
    const { all, problems } = readRows(changes, {})
    expect(problems.map(problemText).join('\n')).toMatch(message)
    expect(all).toHaveLength(1)
  })

  test('an unknown column is named once and passed over', () => {
    const { all, problems } = readRows({ qualifer: 'over' }, { qualifer: 'over' })
    expect(problems.map(problemText)).toEqual([
      expect.stringMatching(/column 'qualifer' .* Did you mean 'qualifier'\?/),
    ])
    expect(all).toHaveLength(2)
  })

  test('F42 the same id twice', () => {
    const { all, problems } = readRows({ id: 'a/b' }, { id: 'a/b' })
    expect(all).toHaveLength(1)
    expect(problems[0]).toMatchObject({ line: 2, field: 'id' })
  })

  test('F42 1e400, NaN, -0, a number too large to keep, full-width digits', () => {
    const line = (value: string) =>
      `${JSON.stringify({ ...ROW, value: 0 }).replace('"value":0', `"value":${value}`)}\n`
    const { all, problems } = readText(
      ['1e400', 'NaN', '-0', '12345678901234567890', '"２４.８ billion"'].map(line).join(''),
    )
    expect(problems.map((it) => it.line)).toEqual([1, 2, 4])
    expect(all.map(({ quantity }) => quantity?.value)).toEqual([0, 24800000000])
    expect(Object.is(all[0]?.quantity?.value, 0)).toBe(true)
  })

  test('F42 BOM, CRLF, empty lines, a half-written last line', () => {
    const line = JSON.stringify(ROW)
    const { all, problems } = readText(`\uFEFF${line}\r\n\r\n${line}\r\n${line.slice(0, 100)}`)
    expect(all).toHaveLength(2)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ line: 4 })
  })

  test('F42 bytes that are no UTF-8 are named with their line', () => {
    const line = Buffer.from(`${JSON.stringify(ROW)}\n`)
    const { problems } = readText(Buffer.concat([line, line, Buffer.from([0xff, 10]), line]))
    expect(problems[0]).toMatchObject({ line: 3, what: expect.stringContaining('UTF-8') })
  })

  test('F42 a file full of mistakes is not a list without end', () => {
    const { problems } = readText('x\n'.repeat(5000))
    expect(problems).toHaveLength(1001)
    expect(problems.at(-1)?.what).toBe('and 4000 more problems')
  })

  test('F41 __proto__, constructor and toString as names and keys', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const bare = { regionCode: undefined, regionZh: undefined }
      const { all, problems } = readRows(
        { ...bare, region: name },
        { industry: name, indicator: name, unit: name },
      )
      expect(all, name).toHaveLength(1)
      expect(problems.map(({ field }) => field)).toEqual(['region'])
      expect(all[0]).toMatchObject({ industry: name.toLowerCase(), quantity: { unit: name.toLowerCase() } })
    }
    readText(`{"__proto__":{"polluted":1},"source":{"__proto__":{"polluted":1}}}\n`)
    readText('region,__proto__,constructor\nDongying,x,y\n', 'a.csv')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('a file that is not there', () => {
    const { problems } = collect((sink) => readFlat('/nowhere.jsonl', theVocabulary(), sink))
    expect(problems.map(problemText)).toEqual([expect.stringContaining('cannot be read (ENOENT)')])
  })
})

describe('CSV', () => {
  const parse = (text: string, size = text.length || 1): string[][] => {
    const rows: string[][] = []
    const reader = new CsvReader()
    for (let at = 0; at < text.length; at += size)
      reader.push(text.slice(at, at + size), (cells) => rows.push(cells))
    expect(reader.end((cells) => rows.push(cells))).toBe(true)
    return rows
  }

  test('quotes, commas, line breaks and doubled quotes', () => {
    expect(parse('a,"b, ""c""\r\nd",\r\n"",e,f\n')).toEqual([
      ['a', 'b, "c"\r\nd', ''],
      ['', 'e', 'f'],
    ])
  })

  test('any cells are read back as they were written, in pieces of any size', () => {
    const cell = fc.oneof(
      fc.string({
        unit: fc.constantFrom('a', '"', ',', '\n', '\r', "'", '=', '+', '-', '@', '\t', ' ', '1', '东'),
      }),
      fc.string(),
    )
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (written, size) => {
        const text = written.map(csvRow).join('')
        expect(parse(text, size)).toEqual(written)
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    '=1+1',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '=HYPERLINK("http://a.example")',
    "'=1",
    '-',
    '+',
  ])('F43 a cell %j is no formula to a spreadsheet, and is read back as it was', (cell) => {
    const row = csvRow([cell, 'x'])
    expect(row.replace(/^"/, '')).toMatch(/^'/)
    expect(parse(row)).toEqual([[cell, 'x']])
  })

  test('F43 real numbers stay numbers', () => {
    expect(csvRow([-2.3, '-2.3', '+5', '1e9', '-1e-9'])).toBe('-2.3,-2.3,+5,1e9,-1e-9\r\n')
  })

  test('F43 hostile statements and titles survive export and import', () => {
    const vocabulary = loadVocabulary(VOCABULARY)
    const texts = ['=cmd|calc', '+1', '-a', '@x', "'=x", 'a "b", c\nd']
    const { all, sources } = readRows(
      ...texts.map((statement) => ({ statement, source: { ...ROW.source, title: statement } })),
    )
    const csv = [...writeFlat(all, sources, vocabulary, 'csv')].join('')
    expect(csv).not.toMatch(/(?:^|,|\n)"?[=@]/)
    const back = readText(csv, 'a.csv')
    expect(back.problems).toEqual([])
    expect(back.all.map(({ statement }) => statement)).toEqual(texts)
  })

  test('headings may be written as people write them', () => {
    const text =
      'Region,Indicator,Period,Value,Unit,Publisher,Source Title,date\nDongying,GDP,2023,1000,yuan,CGTN,"A, b",2024\n'
    const { all, sources, problems } = readText(text, 'a.csv')
    expect(problems).toEqual([])
    expect(all[0]).toMatchObject({
      region: '370500',
      indicator: 'gdp',
      industry: 'economy',
      quantity: { value: 1000 },
    })
    expect([...sources.values()][0]).toMatchObject({ publisher: 'CGTN', title: 'A, b', date: '2024' })
  })

  test('F42 an open quote and a short row are named with their lines', () => {
    const text = 'region,indicator,period,value,unit,publisher\nDongying,GDP\nDongying,GDP,2023,1,yuan,"x\n'
    expect(readText(text, 'a.csv').problems.map(({ line }) => line)).toEqual([2, 3])
  })

  test('F39 long runs of quotes, commas and breaks take time by their length only', () => {
    for (const piece of ['"', ',', '\n', '"",', '"\n', "'"]) {
      const text = piece.repeat(100_000 / piece.length)
      const start = performance.now()
      new CsvReader().push(text, () => {})
      csvRow([text])
      expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(100)
    }
  })
})

describe('round trip', () => {
  function back(facts: Fact[], sources: Map<string, Source>, format: 'jsonl' | 'csv'): Read {
    const path = join(tempDir(), `facts.${format}`)
    writeFileSync(path, [...writeFlat(facts, sources, theVocabulary(), format)].join(''))
    return collect((sink) => readFlat(path, loadVocabulary(VOCABULARY), sink))
  }

  test.each(['jsonl', 'csv'] as const)('all facts of the repository, as %s', (format) => {
    const { all, sources } = load('data/facts')
    const read = back(all, sources, format)
    expect(read.problems).toEqual([])
    expect(read.all).toEqual(all)
    expect(read.sources).toEqual(sources)
  })

  test('a flow over one month beside a stock, and stocks of years', () => {
    const { all, sources } = readRows({ value: 3, unit: 'projects', indicator: 'projects' })
    const month = { from: 24300, to: 24300 }
    const year = { from: 24276, to: 24287 }
    const periods = [month, year].flatMap((span) => [true, false].map((asOf) => ({ ...span, asOf })))
    const facts = periods.map((period, n) => ({ ...all[0]!, id: `${all[0]!.source}/n${n}`, period }))
    expect(back(facts, sources, 'jsonl').all).toEqual(facts)
  })
})

test('a line that ends between two pieces of the file is read whole', () => {
  const line = `${JSON.stringify({ ...ROW, statement: '东'.repeat(1000) })}\n`
  const { all, problems } = readText(line.repeat(3000))
  expect(problems).toEqual([])
  expect(all).toHaveLength(3000)
  expect(new Set(all.map(({ statement }) => statement)).size).toBe(1)
})

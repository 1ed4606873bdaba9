import { describe, expect, test } from 'vitest'
import { SetupError } from '../../src/base/errors.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import { tempDir, VOCABULARY, write } from './fixtures.ts'

const SMALL = {
  'regions.yaml': `- { code: '100000', en: China, zh: 中国, short: 中国, pinyin: zhongguo, parent: null, level: country, aliases: [] }
- { code: '370000', en: Shandong, zh: 山东省, short: 山东, pinyin: shandong, parent: '100000', level: province, abbr: 鲁 }
- { code: '370500', en: Dongying, zh: 东营市, short: 东营, pinyin: dongying, parent: '370000', level: prefecture }
`,
  'counties.csv': 'code,en,zh\n370502,Dongying District,东营区\n',
  'industries.yaml': `- { id: energy, en: energy, zh: 能源 }
- { id: new-energy, en: new energy, zh: 新能源, parents: [energy] }
- { id: wind, en: wind power, zh: 风电, parents: [new-energy], aliases: [wind energy] }
- { id: offshore-wind, en: offshore wind, zh: 海上风电, parents: [wind, energy] }
`,
  'indicators.yaml': `measures:
  - { id: growth, en: growth, zh: 增速, units: [percent] }
bases:
  - { id: gdp, en: GDP, zh: 地区生产总值, units: [yuan], main: true, aliases: [gross domestic product] }
  - { id: plan, en: plan, zh: 计划, topic: true }
`,
  'organisations.yaml': '- { id: catl, en: CATL, zh: 宁德时代 }\n',
  'units.yaml': `- { id: yuan, en: yuan, zh: 元, class: money }
- { id: percent, en: percent, zh: '%', class: percent }
`,
}

const small = (changes: Partial<Record<keyof typeof SMALL, string>> = {}) =>
  loadVocabulary(write(tempDir(), { ...SMALL, ...changes }))

function mistakes(changes: Partial<Record<keyof typeof SMALL, string>>): string {
  try {
    small(changes)
  } catch (error) {
    if (error instanceof SetupError) return error.message
    throw error
  }
  return ''
}

describe('the vocabulary', () => {
  test('knows where a region lies, counties included', () => {
    const vocabulary = small()
    expect(vocabulary.regionAncestors('370502')).toEqual(['370500', '370000', '100000'])
    expect(vocabulary.regions.get('370502')).toMatchObject({
      level: 'county',
      pinyin: 'dongyingdistrict',
      short: '东营',
      parent: '370500',
    })
    expect(vocabulary.regions.get('370000')?.abbr).toBe('鲁')
  })

  test('counts the steps to an ancestor by the shortest way', () => {
    const vocabulary = small()
    expect(vocabulary.industryDistance('offshore-wind', 'offshore-wind')).toBe(0)
    expect(vocabulary.industryDistance('offshore-wind', 'energy')).toBe(1)
    expect(vocabulary.industryDistance('wind', 'energy')).toBe(2)
    expect(vocabulary.industryDistance('energy', 'wind')).toBeNull()
    expect(vocabulary.industryIsA('wind', 'energy')).toBe(true)
    expect(vocabulary.baseIsA('gdp', 'plan')).toBe(false)
  })

  test('names an indicator with its measure', () => {
    const vocabulary = small()
    expect(vocabulary.splitIndicator('gdp.growth')).toEqual({ base: 'gdp', measure: 'growth' })
    expect(vocabulary.indicatorName('gdp.growth')).toEqual({ en: 'GDP growth', zh: '地区生产总值增速' })
    expect(vocabulary.indicatorName('*.growth')).toEqual({ en: 'growth', zh: '增速' })
    expect(vocabulary.indicatorName('gdp')).toEqual({ en: 'GDP', zh: '地区生产总值' })
  })

  test('words join as what they already name, or as a new entry of their own', () => {
    const vocabulary = small()
    expect(vocabulary.joinIndustry('Wind  Energy')).toBe('wind')
    expect(vocabulary.joinIndustry('海上风电')).toBe('offshore-wind')
    expect(vocabulary.joinIndustry('Tea Growing')).toBe('tea growing')
    expect(vocabulary.joinIndustry('tea growing')).toBe('tea growing')
    expect(vocabulary.industries.get('tea growing')).toMatchObject({ en: 'Tea Growing', parents: [] })
    expect(vocabulary.joinBase('Gross domestic product')).toBe('gdp')
    const shops = vocabulary.joinBase('No. of shops')
    expect(vocabulary.splitIndicator(shops)).toEqual({ base: shops, measure: null })
    expect(vocabulary.joinBase('No. of shops')).toBe(shops)
    expect(vocabulary.joinUnit('Parks')).toBe('parks')
    expect(vocabulary.units.get('parks')).toMatchObject({ class: 'count', en: 'Parks' })
  })

  test('F41 __proto__, constructor and toString are names like any other', () => {
    const vocabulary = small()
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(vocabulary.regions.get(name)).toBeUndefined()
      expect(vocabulary.industryIsA(name, 'energy')).toBe(false)
      expect(vocabulary.industryIsA('wind', name)).toBe(false)
      expect(vocabulary.indicatorName(`${name}.growth`)).toEqual({ en: `${name} growth`, zh: `${name}增速` })
      const id = vocabulary.joinIndustry(name)
      expect(vocabulary.industries.get(id)?.en).toBe(name)
      expect(vocabulary.joinIndustry(name)).toBe(id)
    }
    expect(({} as Record<string, unknown>).en).toBeUndefined()
    const named = small({ 'industries.yaml': '- { id: constructor, en: __proto__, zh: toString }\n' })
    expect(named.joinIndustry('__proto__')).toBe('constructor')
  })

  test('F41 a __proto__ key in an entry is an unknown field and pollutes nothing', () => {
    const text = '- { id: x, en: x, zh: x, __proto__: { polluted: true } }\n'
    expect(mistakes({ 'industries.yaml': text })).toContain('__proto__')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('mistakes in the vocabulary', () => {
  test.each([
    [
      { 'industries.yaml': `${SMALL['industries.yaml']}- { id: wind, en: w, zh: w }\n` },
      /industries\.yaml:5: 'wind' is there twice/,
    ],
    [
      { 'industries.yaml': '- { id: a, en: a, zh: a, parents: [b] }\n- { id: bb, en: b, zh: b }\n' },
      /yaml:1: 'a' names 'b' under parents/,
    ],
    [
      {
        'industries.yaml':
          '- { id: a, en: a, zh: a, parents: [b] }\n- { id: b, en: b, zh: b, parents: [a] }\n',
      },
      /a circle of parents: a -> b -> a/,
    ],
    [
      { 'industries.yaml': '- { id: a, en: a, zh: a, alises: [] }\n' },
      /unknown field 'alises'. Did you mean 'aliases'/,
    ],
    [{ 'industries.yaml': '- { id: a, en: a }\n' }, /yaml:1: 'zh' is missing/],
    [{ 'industries.yaml': '- { id: a, en: a\n' }, /industries\.yaml:/],
    [{ 'industries.yaml': 'wind: power\n' }, /is no list of entries/],
    [
      { 'industries.yaml': "- { id: '../../etc/passwd', en: a, zh: a }\n" },
      /'..\/..\/etc\/passwd' is not allowed/,
    ],
    [{ 'indicators.yaml': 'bases: []\n' }, /has no list 'measures'/],
    [
      { 'indicators.yaml': 'measures: []\nbases:\n  - { id: gdp, en: GDP, zh: x, units: [yaun] }\n' },
      /yaml:3: 'gdp' names 'yaun'.*'yuan'/,
    ],
    [{ 'counties.csv': 'code,en,zh\n990101,Nowhere,无处\n' }, /counties\.csv:2: 990101 lies in no region/],
    [{ 'counties.csv': 'code,en,zh\n37050,Dongying,东营\n' }, /counties\.csv:2:/],
  ])('%j', (changes, message) => {
    expect(mistakes(changes)).toMatch(message)
  })

  test('are all shown at once', () => {
    const text = '- { id: a, en: a }\n- { id: b, zh: b }\n'
    expect(mistakes({ 'industries.yaml': text }).split('\n')).toHaveLength(2)
  })

  test('a missing file is named with the way out', () => {
    expect(() => loadVocabulary('/nowhere')).toThrow(/regions\.yaml: cannot be read \(ENOENT\).*--data/)
  })

  test('BOM and CRLF change nothing', () => {
    const text = `\uFEFF${SMALL['industries.yaml'].replaceAll('\n', '\r\n')}`
    expect([...small({ 'industries.yaml': text }).industries]).toEqual([...small().industries])
  })
})

test('the vocabulary of the repository is sound', () => {
  expect(loadVocabulary(VOCABULARY).regions.size).toBeGreaterThan(3000)
})

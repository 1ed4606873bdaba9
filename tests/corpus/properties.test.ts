/**
 * What holds for any text and any names: no text throws, decoration changes no meaning, an answer never contradicts
 * what was asked. fast-check picks the cases; the seed is fixed, so that a run that passed passes again. To hunt with
 * other cases: CORPUS_SEED=1 npx vitest run tests/corpus/properties.test.ts
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact, RegionCode } from '../../src/facts/fact.ts'
import type { Quantity } from '../../src/facts/quantity.ts'
import { lineOf, loadAll, meanings, noonOf, TODAY } from './corpus.ts'

const engine = loadAll()
const { vocabulary, base } = engine
const now = noonOf(TODAY)
const SEED = Number(process.env.CORPUS_SEED ?? 20261122)
const facts = Array.from({ length: base.size }, (_, at) => base.fact(at))

const read = (text: string, day = now) => lineOf(engine.read(text, { now: day }))
const answer = (text: string) => engine.answer(engine.read(text, { now }))
const always = <T>(property: fc.IProperty<T>, numRuns: number): void =>
  fc.assert(property, { numRuns, seed: SEED })

/** Words and marks that say nothing beside a question, around it and in it. */
const DECORATIONS: Readonly<Record<string, (wording: string) => string>> = {
  'full width': (wording) =>
    wording
      .replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
      .replaceAll(' ', '\u3000'),
  'please ...': (wording) => `please ${wording}`,
  '..., please': (wording) => `${wording}, please`,
  'Hi, ...': (wording) => `Hi, ${wording}`,
  '... Thanks!': (wording) => `${wording} Thanks!`,
  'Could you tell me ...': (wording) => `Could you tell me ${wording}`,
  '请问...': (wording) => `请问${wording}`,
  '你好，...': (wording) => `你好，${wording}`,
  '请告诉我...': (wording) => `请告诉我${wording}`,
  '...，谢谢': (wording) => `${wording}，谢谢`,
  '...?': (wording) => `${wording}?`,
  '...？': (wording) => `${wording}？`,
  '...!!!': (wording) => `${wording}!!!`,
  '... (three dots)': (wording) => `${wording}...`,
  '...。': (wording) => `${wording}。`,
  '"..."': (wording) => `"${wording}"`,
  '（...）': (wording) => `（${wording}）`,
  '*...*': (wording) => `*${wording}*`,
  'UPPER CASE': (wording) => wording.toUpperCase(),
  'lower case': (wording) => wording.toLowerCase(),
  'emoji before': (wording) => `📊 ${wording}`,
  'emoji behind': (wording) => `${wording} 🙏`,
  'flag and skin tone': (wording) => `🇨🇳${wording}👍🏽`,
  'more blanks': (wording) => `  ${wording.replaceAll(' ', '   ')}\n`,
  'no-break blanks': (wording) => wording.replaceAll(' ', '\u00a0'),
  'zero-width marks': (wording) => `\u200b${wording}\ufeff`,
  '@gazetteer ...': (wording) => `@gazetteer ${wording}`,
  '<@U0123> ...': (wording) => `<@U0123> ${wording}`,
}
/** Wordings of the corpus that some decoration changes, a known weakness: rules that look at a question's first word. */
const SENSITIVE: readonly string[] = ['what are NEVs', "Where is Anhui's NEV output from?"]

const HOSTILE = [
  '\u0000',
  '\u0007',
  '\u001b[2J',
  '\u202e',
  '\u200d',
  '\ud800',
  '\udfff',
  '\ufffe',
  '\ufeff',
  'e\u0301\u0301\u0301',
  '🏳️‍🌈',
  '👨‍👩‍👧‍👦',
  '𠮷',
  '㍿',
  '①②',
  '½',
  '٣',
  '−5',
  '1e999',
  '9'.repeat(400),
  '-0',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  '$[1]',
  '{{x}}',
  '%00',
  '%s',
  '\\',
  '"',
  "'",
  '`',
  '<script>',
  '<!channel>',
  '@everyone',
  '| r:370500',
  'lookup r:370500',
  '../../etc/passwd',
  "'; DROP TABLE facts; --",
  '\r\n',
  '\t',
  '|',
  ',',
  ':',
  '@',
  '$',
  '^',
  '(',
  '[',
  '(a+)+$',
  '年',
  '亿',
  '%',
  '0000',
  '2023-13',
  '13月',
]
const KNOWN = [
  'Dongying',
  'offshore wind',
  'investment',
  'GDP',
  'growth',
  '2023',
  'last year',
  'since',
  'between',
  'over',
  '10 percent',
  '24.8 billion',
  'compare',
  'top',
  'which',
  'how much',
  'and',
  'vs',
  'source',
  'why',
  'more',
  'the second one',
  '东营',
  '海上风电',
  '投资额',
  '去年',
  '十四五',
  '前',
  '以上',
  '之间',
  '亿元',
  '和',
  '呢',
  '多少',
]

const STATUS_WORDS = {
  actual: { en: 'actual', zh: '实际' },
  planned: { en: 'planned', zh: '计划' },
  target: { en: 'target', zh: '目标' },
}
const UNIT_WORDS = {
  yuan: { en: 'in yuan', zh: '亿元', fits: ({ unit }: Quantity) => unit === 'yuan' },
  usd: {
    en: 'in US dollars',
    zh: '美元',
    fits: ({ unit, usd }: Quantity) => unit === 'usd' || usd !== undefined,
  },
  percent: { en: 'in percent', zh: '百分比', fits: ({ unit }: Quantity) => unit === 'percent' },
}

/** Places with facts, and as many without. */
const withFacts = [...new Set(facts.map(({ region }) => region))]
const without = [...vocabulary.regions.values()].filter(
  ({ code, level }) => level !== 'county' && !withFacts.includes(code),
)
const PLACES = fc.oneof(fc.constantFrom(...withFacts), fc.constantFrom(...without.map(({ code }) => code)))
const THINGS = fc.constantFrom(
  ...new Map(facts.map((fact) => [`${fact.industry} ${fact.indicator}`, thingOf(fact)])).values(),
)
const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null, freq: 2 })
const YEARS = maybe([2012, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2027, 2030])
const STATUSES = maybe(Object.keys(STATUS_WORDS) as (keyof typeof STATUS_WORDS)[])
const UNITS = fc.option(fc.constantFrom(...(Object.keys(UNIT_WORDS) as (keyof typeof UNIT_WORDS)[])), {
  nil: null,
  freq: 1,
})
const ORGANISATIONS = fc.option(fc.constantFrom(...[...vocabulary.organisations.keys()].slice(0, 30)), {
  nil: null,
  freq: 1,
})

describe('no text throws, and every text gets a reply', () => {
  const isAnswered = (text: string) => {
    const said = answer(text)
    for (const locale of ['en', 'zh'] as const) expect(engine.reply(said, locale).plain.trim()).not.toBe('')
  }

  it('any characters', () => {
    always(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), isAnswered), 120)
  })

  it('known words between hostile ones', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.constantFrom(...KNOWN),
      fc.string({ maxLength: 6 }),
    )
    const text = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 9 }), fc.constantFrom('', ' ', ', '))
    always(
      fc.property(
        text.map(([pieces, joint]) => pieces.join(joint)),
        isAnswered,
      ),
      600,
    )
  })

  it.each(HOSTILE.map((piece) => [JSON.stringify(piece), piece]))(
    '%s alone, and a thousand times',
    (_, piece) => {
      isAnswered(piece)
      isAnswered(piece.repeat(1000))
    },
  )

  it('very long ones, quickly', () => {
    const begun = performance.now()
    for (const piece of KNOWN) isAnswered(`${piece} `.repeat(20_000))
    expect((performance.now() - begun) / KNOWN.length, 'milliseconds each').toBeLessThan(100)
  })
})

describe('decoration does not change what is asked', () => {
  const wordings = meanings()
    .filter(({ means, after }) => after.length === 0 && !means.startsWith('talk:'))
    .flatMap(({ says, now }) => says.map((wording) => ({ wording, day: noonOf(now) })))
    .filter(({ wording }) => !SENSITIVE.includes(wording))
    .map(({ wording, day }) => ({ wording, day, want: read(wording, day) }))

  it.each(Object.entries(DECORATIONS))('%s', (_, decorate) => {
    const changed = wordings
      .map(({ wording, day, want }) => ({
        text: decorate(wording),
        got: read(decorate(wording), day),
        want,
      }))
      .filter(({ got, want }) => got !== want)
    expect(changed).toEqual([])
  })

  it('several at once', () => {
    const some = fc.subarray(Object.values(DECORATIONS), { minLength: 2, maxLength: 4 })
    const property = fc.property(
      fc.constantFrom(...wordings),
      some,
      ({ wording, day, want }, decorations) => {
        const decorated = decorations.reduce((text, decorate) => decorate(text), wording)
        expect(read(decorated, day), `"${decorated}" was read otherwise than "${wording}"`).toBe(want)
      },
    )
    always(property, 800)
  })

  it.each(SENSITIVE)('not yet: "%s"', (wording) => {
    const changed = Object.values(DECORATIONS).some((decorate) => read(decorate(wording)) !== read(wording))
    expect(changed, `"${wording}" bears decoration now: take it out of SENSITIVE`).toBe(true)
  })
})

describe('an answer never contradicts what was asked', () => {
  it('whatever names are put together', () => {
    const property = fc.property(
      fc.record({
        region: PLACES,
        thing: THINGS,
        year: YEARS,
        status: STATUSES,
        unit: UNITS,
        organisation: ORGANISATIONS,
        zh: fc.boolean(),
      }),
      (asked) => {
        const text = wordsOf(asked)
        const { facts: given, kind } = answer(text)
        for (const fact of given)
          expect(
            contradictions(fact, asked),
            `"${text}" (${read(text)}) was answered (${kind}) with ${fact.id}`,
          ).toEqual([])
      },
    )
    always(property, 800)
  })

  it('whatever of a fact is asked of another place, year or status', () => {
    const property = fc.property(
      fc.constantFrom(...facts),
      PLACES,
      YEARS,
      fc.boolean(),
      (fact, other, year, zh) => {
        const asked = {
          region: other,
          thing: thingOf(fact),
          year,
          status: null,
          unit: null,
          organisation: null,
          zh,
        }
        const text = wordsOf(asked)
        const { facts: given, kind } = answer(text)
        for (const one of given)
          expect(
            contradictions(one, asked),
            `"${text}" (${read(text)}) was answered (${kind}) with ${one.id}`,
          ).toEqual([])
      },
    )
    always(property, 600)
  })
})

interface Asked {
  region: RegionCode
  thing: { en: string; zh: string }
  year: number | null
  status: keyof typeof STATUS_WORDS | null
  unit: keyof typeof UNIT_WORDS | null
  organisation: string | null
  zh: boolean
}

/** '东营市宁德时代光伏投资额2024年计划' or its English, from the parts that are there. */
function wordsOf({ region, thing, year, status, unit, organisation, zh }: Asked): string {
  const locale = zh ? 'zh' : 'en'
  const parts = [
    nameOf(region, zh),
    organisation === null ? '' : vocabulary.organisations.get(organisation)![locale],
    year === null ? '' : zh ? `${year}年` : String(year),
    status === null || status === 'target' ? '' : STATUS_WORDS[status][locale],
    thing[locale],
    status === 'target' ? STATUS_WORDS.target[locale] : '',
    unit === null ? '' : UNIT_WORDS[unit][locale],
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** In what a fact differs from what was asked, by the names put in, not by how they were read. */
function contradictions({ region, period, status, quantity, organisations }: Fact, asked: Asked): string[] {
  const wrong: string[] = []
  const meant = namesakes(asked.region, asked.zh)
  const inside = vocabulary.regionAncestors(region).some((ancestor) => meant.includes(ancestor))
  if (!meant.includes(region) && !(inside && asked.organisation !== null)) wrong.push(`region ${region}`)
  if (
    asked.year !== null &&
    (period === null || period.from > asked.year * 12 + 11 || period.to < asked.year * 12)
  )
    wrong.push('period')
  if (asked.status === 'actual' && status !== 'actual') wrong.push(`status ${status}`)
  if ((asked.status === 'planned' || asked.status === 'target') && status === 'actual')
    wrong.push(`status ${status}`)
  if (asked.unit !== null && quantity !== undefined && !UNIT_WORDS[asked.unit].fits(quantity))
    wrong.push(`unit ${quantity.unit}`)
  if (asked.organisation !== null && !organisations.includes(asked.organisation)) wrong.push('organisation')
  return wrong
}

const nameOf = (code: RegionCode, zh: boolean): string => {
  const region = vocabulary.regions.get(code)!
  return zh ? region.zh : region.en
}

/** Every place of that name: there are two Suzhous. */
const namesakes = (code: RegionCode, zh: boolean): RegionCode[] =>
  [...vocabulary.regions.keys()].filter((other) => nameOf(other, zh) === nameOf(code, zh))

function thingOf({ industry, indicator }: Fact): { en: string; zh: string } {
  const what = vocabulary.indicatorName(indicator)
  const branch = vocabulary.industries.get(industry)!
  if (industry === 'economy') return what
  return { en: `${branch.en} ${what.en}`, zh: `${branch.zh}${what.zh}` }
}

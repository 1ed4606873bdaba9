/** Reads and checks the files of data/vocabulary. Everything wrong in them is collected and shown at once. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Mistake, SetupError } from '../base/errors.ts'
import { nearest } from '../base/nearest.ts'
import { CsvReader } from './csv.ts'
import { checkEntry, ID, show } from './schema.ts'
import type {
  Entries,
  IndicatorBase,
  Industry,
  Level,
  Measure,
  Organisation,
  Region,
  Unit,
} from './vocabulary.ts'
import { YamlText } from './yaml-text.ts'

export function readVocabulary(dir: string): Required<Entries> {
  const mistakes: Mistake[] = []
  const units = readList(dir, 'units.yaml', null, unitSchema, mistakes)
  const regions = readList(dir, 'regions.yaml', null, regionSchema, mistakes)
  const industries = readList(dir, 'industries.yaml', null, industrySchema, mistakes)
  const measures = readList(dir, 'indicators.yaml', 'measures', measureSchema, mistakes)
  const bases = readList(dir, 'indicators.yaml', 'bases', baseSchema, mistakes)
  const organisations = readList(dir, 'organisations.yaml', null, organisationSchema, mistakes)

  const parentOf = ({ parent }: Region) => (parent === null ? [] : [parent])
  checkLinks(regions, parentOf, regions, 'parent', mistakes)
  checkLinks(industries, ({ parents }) => parents, industries, 'parents', mistakes)
  checkLinks(bases, ({ parents }) => parents, bases, 'parents', mistakes)
  checkLinks(
    bases,
    ({ industry }) => (industry === undefined ? [] : [industry]),
    industries,
    'industry',
    mistakes,
  )
  checkLinks(bases, (base) => base.units, units, 'units', mistakes)
  checkLinks(measures, (measure) => measure.units, units, 'units', mistakes)
  checkCircles(regions, parentOf, mistakes)
  checkCircles(industries, ({ parents }) => parents, mistakes)
  checkCircles(bases, ({ parents }) => parents, mistakes)
  addCounties(join(dir, 'counties.csv'), regions.entries, mistakes)

  if (mistakes.length > 0) throw new SetupError(mistakes)
  return {
    regions: regions.entries.values(),
    industries: industries.entries.values(),
    bases: bases.entries.values(),
    measures: measures.entries.values(),
    organisations: organisations.entries.values(),
    units: units.entries.values(),
  }
}

/** The entries of one list by id, and where each stands, for what is found wrong later. */
interface List<T> {
  entries: Map<string, T>
  whereIs(id: string, field?: string): string
}

function readList<T extends object>(
  dir: string,
  name: string,
  section: string | null,
  schema: z.ZodType<T>,
  mistakes: Mistake[],
): List<T> {
  const path = join(dir, name)
  const entries = new Map<string, T>()
  const indexes = new Map<string, number>()
  const text = readText(path, mistakes)
  const yaml = text === null ? null : new YamlText(text)
  const place = (index: number, rest: readonly PropertyKey[]) =>
    `${path}:${yaml?.lineOf([...(section === null ? [] : [section]), index, ...rest]) ?? 1}`
  const list: List<T> = {
    entries,
    whereIs: (id, field) => place(indexes.get(id) ?? 0, field === undefined ? [] : [field]),
  }
  if (yaml === null) return list

  for (const { line, what } of yaml.broken) mistakes.push({ where: `${path}:${line}`, what, wayOut: ENTRY })
  const items = section === null ? yaml.content : sectionOf(yaml.content, section)
  if (!Array.isArray(items)) {
    const what = section === null ? 'is no list of entries' : `has no list '${section}'`
    mistakes.push({ where: path, what, wayOut: ENTRY })
    return list
  }
  for (const [index, item] of items.entries()) {
    const checked = checkEntry(schema, item, FORMS_OF_NAMES)
    if ('wrong' in checked) {
      for (const { path, what, wayOut } of checked.wrong)
        mistakes.push({ where: place(index, path), what, wayOut })
      continue
    }
    const id =
      'code' in checked.data ? String(checked.data.code) : String((checked.data as { id: unknown }).id)
    const earlier = indexes.get(id)
    if (earlier !== undefined) {
      const what = `${show(id)} is there twice, first at ${place(earlier, [])}`
      mistakes.push({
        where: place(index, []),
        what,
        wayOut: 'Make the two one entry, or give one another id.',
      })
      continue
    }
    indexes.set(id, index)
    entries.set(id, checked.data)
  }
  return list
}

const sectionOf = (content: unknown, section: string): unknown =>
  typeof content === 'object' && content !== null && Object.hasOwn(content, section)
    ? (content as Record<string, unknown>)[section]
    : undefined

function readText(path: string, mistakes: Mistake[]): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const what = `cannot be read (${(error as NodeJS.ErrnoException).code})`
    mistakes.push({
      where: path,
      what,
      wayOut: 'Name the folder that holds vocabulary/ and facts/ with --data.',
    })
    return null
  }
}

function checkLinks<T>(
  list: List<T>,
  linked: (entry: T) => readonly string[],
  to: List<unknown>,
  field: string,
  mistakes: Mistake[],
): void {
  for (const [id, entry] of list.entries) {
    for (const other of linked(entry)) {
      if (to.entries.has(other)) continue
      const meant = nearest(other, to.entries.keys())
      const wayOut = meant === undefined ? 'Add an entry for it first.' : `Did you mean '${meant}'?`
      const what = `${show(id)} names ${show(other)} under ${field}, which is no entry`
      mistakes.push({ where: list.whereIs(id, field), what, wayOut })
    }
  }
}

/** Every entry that is its own ancestor is named once per circle, by the way round it. */
function checkCircles<T>(list: List<T>, linked: (entry: T) => readonly string[], mistakes: Mistake[]): void {
  const done = new Set<string>()
  for (const start of list.entries.keys()) {
    const way: string[] = []
    const step = (id: string): void => {
      const before = way.indexOf(id)
      if (before >= 0) {
        const what = `a circle of parents: ${[...way.slice(before), id].join(' -> ')}`
        mistakes.push({ where: list.whereIs(id), what, wayOut: 'Take one of these parents away.' })
      }
      if (done.has(id)) return
      done.add(id)
      way.push(id)
      const entry = list.entries.get(id)
      for (const parent of entry === undefined ? [] : linked(entry)) step(parent)
      way.pop()
    }
    step(start)
  }
}

/** Counties that regions.yaml has with more names stay as they are there. */
function addCounties(path: string, regions: Map<string, Region>, mistakes: Mistake[]): void {
  const text = readText(path, mistakes)
  if (text === null) return
  const seen = new Set<string>()
  const row = ([code = '', en = '', zh = '', ...more]: string[], line: number) => {
    if (line === 1) return
    const where = `${path}:${line}`
    const parent = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find(
      (it) => it !== code && regions.has(it),
    )
    if (!CODE.test(code) || en === '' || zh === '' || more.length > 0) {
      mistakes.push({ where, what: `${show([code, en, zh].join(','))} is no county`, wayOut: COUNTY })
    } else if (seen.has(code)) {
      mistakes.push({ where, what: `the code ${code} is there twice`, wayOut: 'Keep one of the two lines.' })
    } else if (parent === undefined) {
      const wayOut = `Add ${code.slice(0, 4)}00 to regions.yaml first.`
      mistakes.push({ where, what: `${code} lies in no region`, wayOut })
    } else if (!regions.has(code)) {
      const pinyin = en.toLowerCase().replace(NOT_A_LETTER, '')
      regions.set(code, {
        code,
        en,
        zh,
        short: shortCounty(zh),
        pinyin,
        parent,
        level: 'county',
        aliases: [],
      })
    }
    seen.add(code)
  }
  const reader = new CsvReader()
  reader.push(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text, row)
  if (!reader.end(row)) {
    const where = `${path}:${reader.open.line}`
    mistakes.push({ where, what: 'a quote is opened and not closed', wayOut: COUNTY })
  }
}

/** Without its suffix, unless a single character would remain, or a name of a people's own county be cut in two. */
function shortCounty(zh: string): string {
  return zh.length > 2 && COUNTY_SUFFIX.test(zh) && !zh.includes('自治') ? zh.slice(0, -1) : zh
}

const LEVELS = ['country', 'province', 'prefecture', 'county', 'zone'] as const satisfies readonly Level[]
const FORMS_OF_NAMES: ReadonlyMap<string, string> = new Map([
  ['code', "Six digits of GB/T 2260, quoted: '370500'."],
  ['parent', "The code of the region it lies in, quoted: '370000'; null for China."],
  ['parents', 'A list of ids of the same file: [wind-power].'],
  ['level', `One of: ${LEVELS.join(', ')}.`],
  ['aliases', 'A list of other names in either language: [PV, 太阳能].'],
  ['units', 'A list of ids of units.yaml: [yuan, usd].'],
  ['class', 'What may be compared with each other: money, power, count.'],
  ['gloss', '{ en: one plain sentence, zh: 一句话 }.'],
  ['main', 'true or left out.'],
  ['topic', 'true or left out.'],
  ['industry', 'The id of an entry of industries.yaml: ports.'],
])

const CODE = /^\d{6}$/
const name = z.union([z.string().regex(/\S/), z.number()]).transform(String)
const id = z.string().regex(ID)
const names = z.array(name)
const named = { id, en: name, zh: name, aliases: names.default([]) }
const gloss = z.strictObject({ en: name, zh: name })

const regionSchema: z.ZodType<Region> = z.strictObject({
  code: z.union([z.string(), z.number()]).transform(String).pipe(z.string().regex(CODE)),
  en: name,
  zh: name,
  short: name,
  pinyin: name,
  parent: z.union([z.string(), z.number()]).transform(String).nullable(),
  level: z.enum(LEVELS),
  aliases: names.default([]),
  abbr: name.exactOptional(),
})
const industrySchema: z.ZodType<Industry> = z.strictObject({
  ...named,
  parents: z.array(name).default([]),
  gloss: gloss.exactOptional(),
})
const measureSchema: z.ZodType<Measure> = z.strictObject({ ...named, units: z.array(name) })
const baseSchema: z.ZodType<IndicatorBase> = z.strictObject({
  ...named,
  parents: z.array(name).default([]),
  units: z.array(name).default([]),
  main: z.boolean().default(false),
  topic: z.boolean().default(false),
  industry: id.exactOptional(),
  gloss: gloss.exactOptional(),
})
const organisationSchema: z.ZodType<Organisation> = z.strictObject(named)
const unitSchema: z.ZodType<Unit> = z.strictObject({ ...named, class: name, counter: name.exactOptional() })

const ENTRY = 'One entry a line: - { id: offshore-wind, en: offshore wind power, zh: 海上风电, aliases: [] }'
const COUNTY = 'One county a line, under the heading code,en,zh: 370502,Dongying District,东营区'
const COUNTY_SUFFIX = /[市县区旗]$/
const NOT_A_LETTER = /[^a-z]/g
const BYTE_ORDER_MARK = '\uFEFF'

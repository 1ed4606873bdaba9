/** Reads the files of data/facts, one per source article. What is wrong in one fact keeps no other fact out. */
import { isUtf8 } from 'node:buffer'
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { fold } from '../base/folding.ts'
import { nearest } from '../base/nearest.ts'
import { isRefusal, readAmount, readDollars } from './amount.ts'
import type { Basis, Fact, Source } from './fact.ts'
import { type Period, parsePeriod, yearOf } from './period.ts'
import type { Quantity } from './quantity.ts'
import {
  checkEntry,
  type FactEntry,
  FORMS,
  factSchema,
  type SourceEntry,
  shorten,
  show,
  sourceSchema,
} from './schema.ts'
import type { Vocabulary } from './vocabulary.ts'
import { YamlText } from './yaml-text.ts'

/** One thing wrong in a file: where, what, and what would be right. */
export interface Problem {
  file: string
  line: number
  fact?: string
  field?: string
  what: string
  wayOut: string
}

export interface Loaded {
  problems: Problem[]
  files: number
  facts: number
}

export type Sink = (fact: Fact, source: Source) => void

/** Hands every good fact of the folder, or of the articles named by `only`, to the sink, in the order of the names. */
export function loadFacts(
  dir: string,
  vocabulary: Vocabulary,
  options: { only?: readonly string[] | undefined },
  sink: Sink,
): Loaded {
  const loading = new Loading(dir, vocabulary, sink)
  for (const name of loading.names(options.only)) loading.file(name)
  return loading.loaded
}

/** `file:line fact field: what. Way out.` on one line, for terminals and logs. */
export function problemText({ file, line, fact, field, what, wayOut }: Problem): string {
  const place = [`${file}:${line}`, fact, field].filter((part) => part !== undefined).join(' ')
  return `${place}: ${what}. ${wayOut}`
}

/**
 * The period of a text: 2023, 2023-12, 2024-01/2024-04, 2021/2025, 'as of 2024-05-31' (also written '@2024-05-31').
 * null when it is none: a day that is no day of the calendar, a year that is no year of statistics.
 */
export function readPeriod(text: string): Period | null {
  const plain = fold(text)
  const iso = plain.startsWith(AS_OF) ? `@${plain.slice(AS_OF.length).trimStart()}` : plain
  const period = parsePeriod(iso)
  if (period === null || yearOf(period.from) < EARLIEST_YEAR || yearOf(period.to) > LATEST_YEAR) return null
  const days = iso.match(DAYS) ?? []
  // a flow over a single day is not published: a day is a moment
  if (days.length > 0 && (!period.asOf || iso.includes('/'))) return null
  return days.every(isDay) ? period : null
}

/** A publication date as far as it is known: day, month or year. */
export const isDate = (text: string): boolean => DATE.test(text) && isDay(`${text}-01-01`.slice(0, 10))

class Loading {
  readonly loaded: Loaded = { problems: [], files: 0, facts: 0 }
  readonly #dir: string
  readonly #vocabulary: Vocabulary
  readonly #sink: Sink
  readonly #sources = new Map<string, string>()
  readonly #periods = new Map<string, Period | null>()

  constructor(dir: string, vocabulary: Vocabulary, sink: Sink) {
    this.#dir = dir
    this.#vocabulary = vocabulary
    this.#sink = sink
  }

  /** The files to read, sorted. Other files of the folder (a readme, a schema) are none of our business. */
  names(only: readonly string[] | undefined): string[] {
    let entries: Dirent[]
    try {
      entries = readdirSync(this.#dir, { withFileTypes: true })
    } catch (error) {
      const what = `the folder cannot be read (${codeOf(error)})`
      this.#problem(this.#dir, 1, what, 'Name the folder that holds vocabulary/ and facts/ with --data.')
      return []
    }
    const wanted = only === undefined ? null : new Set(only)
    const names: string[] = []
    for (const entry of entries) {
      const { name } = entry
      if (name.startsWith('.')) continue
      const path = join(this.#dir, name)
      if (name.endsWith('.yml'))
        this.#problem(path, 1, "is not read: its name ends in '.yml'", "Rename it to '.yaml'.")
      if (!name.endsWith(EXTENSION) || (wanted !== null && !wanted.delete(name.slice(0, -EXTENSION.length))))
        continue
      if (entry.isFile() || (entry.isSymbolicLink() && this.#staysInside(path))) names.push(name)
    }
    for (const id of wanted ?? []) {
      const meant = nearest(
        id,
        entries.map(({ name }) => basename(name, EXTENSION)),
      )
      const wayOut =
        meant === undefined ? `The articles are the files of ${this.#dir}.` : `Did you mean '${meant}'?`
      this.#problem(this.#dir, 1, `there is no article ${show(id)}`, wayOut)
    }
    return names.sort()
  }

  file(name: string): void {
    const path = join(this.#dir, name)
    const text = this.#textOf(path)
    if (text === null) return
    this.loaded.files++
    const yaml = new YamlText(text)
    for (const { line, what } of yaml.broken) this.#problem(path, line, `is no YAML here: ${what}`, CUT_OFF)
    if (!text.endsWith('\n')) {
      const line = text.split('\n').length
      this.#problem(path, line, 'the last line has no line break, so the file may be cut off', CUT_OFF)
    }
    const { content } = yaml
    if (typeof content !== 'object' || content === null || Array.isArray(content)) {
      if (yaml.broken.length === 0)
        this.#problem(path, 1, `is ${show(content)} instead of an article`, ARTICLE)
      return
    }
    const article = new Article(path, yaml, this.#vocabulary, this.#periods, this.loaded.problems)
    const source = article.source(name.slice(0, -EXTENSION.length), content, this.#sources)
    if (source === null) return
    for (const fact of article.facts(source, content)) {
      this.loaded.facts++
      this.#sink(fact, source)
    }
  }

  #textOf(path: string): string | null {
    try {
      const { size } = statSync(path)
      if (size > LARGEST_FILE) {
        this.#problem(path, 1, `is too large for one article (${size} bytes)`, 'Write one article to a file.')
        return null
      }
      const bytes = readFileSync(path)
      if (isUtf8(bytes)) return bytes.toString('utf8')
      const cut = bytes.toString('utf8').split('\uFFFD')[0]!
      this.#problem(path, cut.split('\n').length, 'is not UTF-8 text', 'Save it as UTF-8.')
    } catch (error) {
      this.#problem(
        path,
        1,
        `cannot be read (${codeOf(error)})`,
        'Check that the file is there and may be read.',
      )
    }
    return null
  }

  /** Links are followed inside data/ only: an article never leads to a file elsewhere on the machine. */
  #staysInside(path: string): boolean {
    try {
      const facts = realpathSync(this.#dir)
      const data = basename(facts) === 'facts' ? dirname(facts) : facts
      const target = realpathSync(path)
      if (target.startsWith(data + sep) && statSync(target).isFile()) return true
      this.#problem(path, 1, 'is a link that leaves the data folder', 'Put the file itself here.')
    } catch (error) {
      this.#problem(path, 1, `is a link that leads nowhere (${codeOf(error)})`, 'Put the file itself here.')
    }
    return false
  }

  #problem(file: string, line: number, what: string, wayOut: string): void {
    this.loaded.problems.push({ file, line, what, wayOut })
  }
}

/** One file: its source and its facts, each checked for itself. */
class Article {
  readonly #path: string
  readonly #yaml: YamlText
  readonly #vocabulary: Vocabulary
  readonly #periods: Map<string, Period | null>
  readonly #problems: Problem[]

  constructor(
    path: string,
    yaml: YamlText,
    vocabulary: Vocabulary,
    periods: Map<string, Period | null>,
    problems: Problem[],
  ) {
    this.#path = path
    this.#yaml = yaml
    this.#vocabulary = vocabulary
    this.#periods = periods
    this.#problems = problems
  }

  /** null when it is wrong: then none of its facts can be cited. */
  source(fileId: string, content: object, taken: Map<string, string>): Source | null {
    for (const key of Object.keys(content)) {
      if (key === 'source' || key === 'facts') continue
      const meant = nearest(key, ['source', 'facts'])
      const wayOut = meant === undefined ? ARTICLE : `Did you mean '${meant}'?`
      this.#problem([key], undefined, `unknown field '${shorten(key)}'`, wayOut)
    }
    const entry = Object.hasOwn(content, 'source') ? (content as { source: unknown }).source : undefined
    if (!this.#yaml.isWhole(['source'])) return null
    const checked = checkEntry(sourceSchema, entry)
    if ('wrong' in checked) {
      for (const { path, what, wayOut } of checked.wrong)
        this.#problem(['source', ...path], undefined, what, wayOut)
      if (entry === undefined)
        this.#problem(['source'], undefined, "'source' is missing", FORMS.get('source')!)
      return null
    }
    const { data } = checked
    const earlier = taken.get(data.id)
    if (earlier !== undefined) {
      const what = `the source id '${data.id}' is already that of ${earlier}`
      this.#problem(['source', 'id'], undefined, what, `Name it like its file: '${fileId}'.`)
      return null
    }
    taken.set(data.id, this.#path)
    if (data.id !== fileId) {
      const what = `the source id '${data.id}' is not the file's name`
      this.#problem(
        ['source', 'id'],
        undefined,
        what,
        `Write '${fileId}', or rename the file to ${data.id}.yaml.`,
      )
    }
    const date = data.date === null ? null : String(data.date)
    if (date !== null && !isDate(date)) {
      this.#problem(['source', 'date'], undefined, `${show(date)} is no date`, FORMS.get('date')!)
      return null
    }
    return sourceOf(data, date)
  }

  facts(source: Source, content: object): Fact[] {
    const entries = Object.hasOwn(content, 'facts') ? (content as { facts: unknown }).facts : undefined
    if (!Array.isArray(entries)) {
      if (this.#yaml.isWhole(['facts'])) {
        this.#problem(['facts'], undefined, 'has no list of facts', FORMS.get('facts')!)
      }
      return []
    }
    const facts: Fact[] = []
    const taken = new Map<string, number>()
    for (const [index, entry] of entries.entries()) {
      if (!this.#yaml.isWhole(['facts', index])) continue
      const fact = this.#fact(source, entry, index)
      if (fact === null) continue
      const earlier = taken.get(fact.id)
      if (earlier === undefined) {
        taken.set(fact.id, index)
        facts.push(fact)
        continue
      }
      const what = `the id is already that of the fact in line ${this.#yaml.lineOf(['facts', earlier])}`
      this.#problem(
        ['facts', index, 'id'],
        fact.id,
        what,
        'Give it another one; its subject makes a good id.',
      )
    }
    return facts
  }

  #fact(source: Source, entry: unknown, index: number): Fact | null {
    const before = this.#problems.length
    const at = ['facts', index]
    const checked = checkEntry(factSchema, entry)
    if ('wrong' in checked) {
      const id = (entry as { id?: unknown } | null)?.id
      const name = typeof id === 'string' ? shorten(id) : undefined
      for (const { path, what, wayOut } of checked.wrong) this.#problem([...at, ...path], name, what, wayOut)
      return null
    }
    const { data } = checked
    const wrong = (field: string, what: string, wayOut = FORMS.get(field)!) =>
      this.#problem([...at, field], data.id, what, wayOut)
    const { regions, industries, organisations } = this.#vocabulary
    const region = this.#known(String(data.region), regions, 'region', wrong)
    const industry = this.#known(String(data.industry), industries, 'industry', wrong)
    for (const it of data.organisations ?? []) this.#known(String(it), organisations, 'organisations', wrong)
    const indicator = String(data.indicator)
    const units = this.#unitsOf(indicator, wrong)
    const period = this.#period(data, wrong)
    const quantity = this.#quantity(data, indicator, units, wrong)
    if (this.#problems.length > before) return null
    return {
      id: `${source.id}/${data.id}`,
      region,
      industry,
      indicator,
      period,
      status: data.status,
      ...(quantity !== undefined && { quantity }),
      ...(data.basis !== undefined && { basis: basisOf(data.basis) }),
      ...(data.subject !== undefined && { subject: data.subject }),
      ...(data.scope !== undefined && { scope: data.scope }),
      organisations: data.organisations?.map(String) ?? NONE,
      statement: data.statement,
      ...(data.statementZh !== undefined && { statementZh: data.statementZh }),
      ...(data.keywords !== undefined && { keywords: data.keywords.map(String) }),
      inferred: data.inferred ?? NONE,
      source: source.id,
    }
  }

  #known(id: string, entries: ReadonlyMap<string, unknown>, field: string, wrong: Report): string {
    if (!entries.has(id)) {
      const meant = entries.has(fold(id)) ? fold(id) : nearest(id, entries.keys())
      wrong(
        field,
        `${show(id)} is not in the vocabulary`,
        meant === undefined ? undefined : `Did you mean '${meant}'?`,
      )
    }
    return id
  }

  /** What the indicator may be counted in; null when it is unknown. */
  #unitsOf(indicator: string, wrong: Report): readonly string[] | null {
    const { bases, measures } = this.#vocabulary
    const { base, measure } = this.#vocabulary.splitIndicator(indicator)
    const known = bases.get(base)
    const taken = measure === null ? null : measures.get(measure)
    if (known !== undefined && taken !== undefined) return taken?.units ?? known.units
    const meant = known === undefined ? nearest(base, bases.keys()) : base
    const right = measure === null ? meant : `${meant}.${taken ? measure : nearest(measure, measures.keys())}`
    const what = `${show(indicator)} is not in the vocabulary`
    wrong('indicator', what, meant === undefined ? undefined : `Did you mean '${right}'?`)
    return null
  }

  #period({ period }: FactEntry, wrong: Report): Period | null {
    if (period === undefined || period === null) return null
    const text = String(period)
    let read = this.#periods.get(text)
    if (read === undefined) {
      read = readPeriod(text)
      this.#periods.set(text, read)
    }
    if (read === null) wrong('period', `${show(text)} is no period`)
    return read
  }

  #quantity(
    data: FactEntry,
    indicator: string,
    units: readonly string[] | null,
    wrong: Report,
  ): Quantity | undefined {
    if (data.value === undefined) {
      if (data.usd !== undefined)
        wrong('usd', 'a dollar amount stands beside no value', 'Write it as the value.')
      return undefined
    }
    const quantity = readAmount(String(data.value), this.#vocabulary)
    if (isRefusal(quantity)) {
      wrong('value', quantity.what, quantity.wayOut)
      return undefined
    }
    if (units !== null && !units.includes(quantity.unit)) {
      const right =
        units.length === 0 ? 'It has no amount: leave the value out.' : `Its units: ${units.join(', ')}.`
      wrong('value', `'${indicator}' is not counted in ${quantity.unit}`, right)
    }
    if (data.usd === undefined) return quantity
    const usd = readDollars(data.usd, this.#vocabulary)
    if (typeof usd === 'number') return { ...quantity, usd }
    wrong('usd', usd.what, usd.wayOut)
    return undefined
  }

  #problem(path: readonly PropertyKey[], fact: string | undefined, what: string, wayOut: string): void {
    const field = path.findLast((step) => typeof step === 'string')
    const line = this.#yaml.lineOf(path)
    const place = { file: this.#path, line, ...(fact !== undefined && { fact }) }
    this.#problems.push({ ...place, ...(typeof field === 'string' && { field }), what, wayOut })
  }
}

type Report = (field: string, what: string, wayOut?: string) => void

function sourceOf(data: SourceEntry, date: string | null): Source {
  return {
    id: data.id,
    publisher: String(data.publisher),
    title: data.title === null ? null : String(data.title),
    ...(data.about !== undefined && { about: String(data.about) }),
    date,
    url: data.url,
    kind: data.kind,
  }
}

function basisOf({ kind, of, years }: NonNullable<FactEntry['basis']>): Basis {
  return { kind, ...(of !== undefined && { of }), ...(years !== undefined && { years }) }
}

/** Whether the ISO text is a day of the calendar. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)

/** Shared, since most facts have neither organisations nor inferred dimensions. */
const NONE: readonly never[] = Object.freeze([])
const EXTENSION = '.yaml'
const AS_OF = 'as of '
const DAYS = /\d{4}-\d{2}-\d{2}/g
const DATE = /^\d{4}(?:-\d{2}){0,2}$/
const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2150
const LARGEST_FILE = 10_000_000
const ARTICLE = 'An article is written as in data/README.md: source:, then facts:.'
const CUT_OFF = 'Complete the file; the facts above are loaded.'

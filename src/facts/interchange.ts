/**
 * The flat format, one fact a line with its source: JSON Lines or CSV. Columns: id, region, regionCode, regionZh,
 * industry, indicator, period, status, value, unit, qualifier, usd, asStated, basis, subject, scope, organisations,
 * inferred, keywords, statement, statementZh, source. Only region, indicator, statement or value, and source are needed.
 * Industries, indicators and units the vocabulary has not got join it under the file's own words.
 */
import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { fold } from '../base/folding.ts'
import { nearest } from '../base/nearest.ts'
import { isRefusal, readAmount, readDollars, writeAmount } from './amount.ts'
import { CsvReader, csvRow } from './csv.ts'
import {
  BASIS_KINDS,
  type Basis,
  type Fact,
  type Inferred,
  type Phrase,
  PUBLISHER_KINDS,
  type RegionCode,
  type Source,
  STATUSES,
  type Status,
  type UnitId,
} from './fact.ts'
import { type Indicated, IndicatorWords } from './indicator-words.ts'
import { isDate, type Loaded, type Problem, readPeriod, type Sink } from './load.ts'
import { formatPeriod, isoSpan, type Period } from './period.ts'
import type { Bound, Quantity } from './quantity.ts'
import { FACT_ID, FORMS, ID, shorten, show } from './schema.ts'
import type { Unit, Vocabulary } from './vocabulary.ts'

export type FlatFormat = 'jsonl' | 'csv'

/** Hands every good fact of the file to the sink. The file is read piece by piece, however large it is. */
export function readFlat(path: string, vocabulary: Vocabulary, sink: Sink): Loaded {
  const reading = new Reading(path, vocabulary, sink)
  const format: FlatFormat = path.toLowerCase().endsWith('.csv') ? 'csv' : 'jsonl'
  try {
    if (format === 'csv') readCsv(path, reading)
    else readLines(path, reading)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    reading.problem(1, `cannot be read (${code})`, 'Check that the file is there and may be read.')
  }
  return reading.done()
}

/** The lines of a flat file with these facts, each with its line break. readFlat reads the same facts back. */
export function* writeFlat(
  facts: Iterable<Fact>,
  sources: ReadonlyMap<string, Source>,
  vocabulary: Vocabulary,
  format: FlatFormat,
): Generator<string> {
  const words = new FlatWords(vocabulary)
  if (format === 'csv') yield csvRow(CSV_COLUMNS)
  for (const fact of facts) {
    const source = sources.get(fact.source)
    if (source === undefined) throw new Error(`fact ${fact.id} has no source`)
    const record = words.record(fact, source)
    yield format === 'csv' ? csvRow(cellsOf(record)) : `${JSON.stringify(record)}\n`
  }
}

/** A record as it stands in the file: everything in it is still to be checked. */
type Raw = Record<string, unknown>

class Reading {
  readonly loaded: Loaded = { problems: [], files: 1, facts: 0 }
  readonly #path: string
  readonly #vocabulary: Vocabulary
  readonly #sink: Sink
  readonly #indicatorWords: IndicatorWords
  #problems = 0

  // The same few words stand in a million lines: each is understood once.
  readonly #regions = new Map<string, Place | Wrong>()
  readonly #regionOfCode = new Map<unknown, { region: unknown; regionZh: unknown; place: Place | Wrong }>()
  readonly #industries = new Map<string, string>()
  readonly #indicators = new Map<string, Map<string, Indicated>>()
  readonly #units = new Map<string, Unit>()
  readonly #periods = new Map<string, Period | null>()
  readonly #stocks = new Map<string, Period | null>()
  readonly #sources = new Map<string, Cited | Wrong>()
  readonly #sourceOfOwn = new Map<string, { from: Raw; cited: Cited | Wrong }>()
  readonly #sourceIds = new Set<string>()
  readonly #ids = new Set<string>()
  readonly #ignored = new Set<string>()
  #regionNames: Map<string, Set<RegionCode>> | undefined
  #organisationNames: Map<string, string> | undefined

  constructor(path: string, vocabulary: Vocabulary, sink: Sink) {
    this.#path = path
    this.#vocabulary = vocabulary
    this.#sink = sink
    this.#indicatorWords = new IndicatorWords(vocabulary)
  }

  problem(line: number, what: string, wayOut: string, field?: string, fact?: string): void {
    this.#problems++
    if (this.#problems > MOST_PROBLEMS) return
    const place = {
      file: this.#path,
      line,
      ...(fact !== undefined && { fact }),
      ...(field !== undefined && { field }),
    }
    this.loaded.problems.push({ ...place, what, wayOut } satisfies Problem)
  }

  done(): Loaded {
    const more = this.#problems - MOST_PROBLEMS
    if (more > 0) {
      const what = `and ${more} more problems`
      this.loaded.problems.push({
        file: this.#path,
        line: 1,
        what,
        wayOut: 'Put the first ones right and check again.',
      })
    }
    return this.loaded
  }

  record(raw: Raw, line: number): void {
    this.#unknownColumns(raw, line)
    const before = this.#problems
    const fact = this.#fact(raw, line)
    if (fact === null || this.#problems > before) return
    this.loaded.facts++
    this.#sink(fact.fact, fact.source)
  }

  /** Named once for the whole file, and else passed over. */
  #unknownColumns(raw: Raw, line: number): void {
    for (const key in raw) {
      if (COLUMNS.has(key) || this.#ignored.has(key)) continue
      this.#ignored.add(key)
      const meant = nearest(key, COLUMNS)
      const wayOut =
        meant === undefined ? `The columns are: ${[...COLUMNS].join(', ')}.` : `Did you mean '${meant}'?`
      this.problem(line, `the column '${shorten(key)}' is unknown and passed over`, wayOut)
    }
  }

  #fact(raw: Raw, line: number): { fact: Fact; source: Source } | null {
    const given = raw.id
    let id = typeof given === 'string' ? given : undefined
    if (given !== undefined && given !== null && (id === undefined || !isFactId(id))) {
      this.problem(
        line,
        `${show(given)} is no id`,
        "Write 'dongying-2024-03-27/investment', or leave it out.",
        'id',
      )
      return null
    }
    const wrong = (
      field: string,
      what: string,
      wayOut = COLUMN_FORMS.get(field) ?? FORMS.get(field) ?? README,
    ) => this.problem(line, what, wayOut, field, id)

    const region = this.#region(raw)
    if ('wayOut' in region) wrong('region', region.what, region.wayOut)
    const cited = this.#source(raw.source, id)
    if ('wayOut' in cited) wrong('source', cited.what, cited.wayOut)
    const industry = this.#industry(raw.industry, wrong)
    const unit = raw.unit === undefined || raw.unit === null ? null : this.#unit(raw.unit, wrong)
    const quantity = this.#quantity(raw, unit, wrong)
    const indicated = this.#indicator(raw.indicator, industry, wrong)
    const period = this.#period(raw.period, quantity?.unit, indicated?.measure ?? null, wrong)
    const status = (raw.status ?? 'actual') as Status
    if (!STATUSES.includes(status)) wrong('status', `${show(status)} is no status`)
    const basis = raw.basis === undefined ? indicated?.basis : this.#basis(raw.basis, wrong)
    const scope = this.#phrase(raw.scope, 'scope', wrong) ?? ('wayOut' in region ? undefined : region.part)
    const subject = this.#phrase(raw.subject, 'subject', wrong)
    const organisations = raw.organisations ? this.#organisations(raw.organisations) : NONE
    const inferred = raw.inferred ? this.#inferred(raw.inferred, wrong) : NONE
    const statement = typeof raw.statement === 'string' ? raw.statement.trim() : ''
    if (statement === '' && quantity === undefined)
      wrong('statement', 'there is neither a statement nor a value')
    if ('wayOut' in region || 'wayOut' in cited || indicated === null) return null

    const { source } = cited
    if (id === undefined) id = `${source.id}/${++cited.count}`
    else if (this.#ids.has(id)) wrong('id', 'the id is there twice', 'Give one of the two facts another id.')
    else this.#ids.add(id)
    const fact: Fact = {
      id,
      region: region.code,
      industry: indicated.industry,
      indicator: indicated.indicator,
      period,
      status,
      organisations,
      statement:
        statement === ''
          ? `${this.#nameOf(region.code)}, ${raw.indicator}: ${quantity?.asStated}`
          : statement,
      inferred,
      source: source.id,
    }
    if (quantity !== undefined) fact.quantity = quantity
    if (basis !== undefined) fact.basis = basis
    if (subject !== undefined) fact.subject = subject
    if (scope !== undefined) fact.scope = scope
    if (typeof raw.statementZh === 'string' && raw.statementZh !== '') fact.statementZh = raw.statementZh
    const keywords = raw.keywords ? textsOf(raw.keywords) : NONE
    if (keywords.length > 0) fact.keywords = keywords
    return { fact, source }
  }

  #nameOf(code: RegionCode): string {
    return this.#vocabulary.regions.get(code)?.en ?? code
  }

  #region({ regionCode, region, regionZh }: Raw): Place | Wrong {
    // comparing with the last line of this code is quicker than building a key
    const last = this.#regionOfCode.get(regionCode)
    if (last !== undefined && last.region === region && last.regionZh === regionZh) return last.place
    const key = `${regionCode ?? ''}\n${region ?? ''}\n${regionZh ?? ''}`
    let place = this.#regions.get(key)
    if (place === undefined) {
      place = this.#findRegion(textOf(regionCode), textOf(region), textOf(regionZh))
      this.#regions.set(key, place)
    }
    this.#regionOfCode.set(regionCode, { region, regionZh, place })
    return place
  }

  #findRegion(code: string, en: string, zh: string): Place | Wrong {
    const { regions } = this.#vocabulary
    const named = this.#named(en) ?? this.#named(zh)
    const coded = regions.get(code) ?? regions.get(en)
    if (coded !== undefined) {
      if (named === undefined || named.has(coded.code)) return this.#part(coded.code, en, zh)
      const [other] = named
      // a zone of its own that was given its city's code
      const inside = [...named].find((it) => this.#vocabulary.regionAncestors(it).includes(coded.code))
      if (inside !== undefined && regions.get(inside)?.level === 'zone') return { code: inside }
      const wayOut = `Write ${other} for ${en || zh}, or ${coded.en} for ${coded.code}.`
      return { what: `the code ${coded.code} is that of ${coded.en}, the name is ${show(en || zh)}`, wayOut }
    }
    if (named?.size === 1) return { code: [...named][0]! }
    if (named !== undefined) {
      const choices = [...named].map((it) => `${it} (${regions.get(it)?.zh})`).join(' or ')
      return {
        what: `${show(en || zh)} is the name of several regions`,
        wayOut: `Give the code as well: ${choices}.`,
      }
    }
    const parent = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find((it) => regions.has(it))
    if (REGION_CODE.test(code) && parent !== undefined && (en !== '' || zh !== '')) {
      const name = en || zh
      const pinyin = fold(name).replace(/[^a-z]/g, '')
      regions.set(code, {
        code,
        en: name,
        zh: zh || name,
        short: zh || name,
        pinyin,
        parent,
        level: 'county',
        aliases: [],
      })
      return { code }
    }
    if (en === '' && zh === '' && code === '')
      return { what: 'the region is missing', wayOut: FORMS.get('region')! }
    const meant = nearest(fold(en || code), en === '' ? regions.keys() : this.#namesOfRegions().keys())
    const wayOut = meant === undefined ? 'Give its code of GB/T 2260: 370500.' : `Did you mean '${meant}'?`
    return { what: `the region ${show(en || zh || code)} is unknown`, wayOut }
  }

  /** "Liaocheng High-tech Zone" under Liaocheng's code is not all of Liaocheng: the rest of the name limits the fact. */
  #part(code: RegionCode, en: string, zh: string): Place {
    const region = this.#vocabulary.regions.get(code)!
    if (en === '' || this.#named(en)?.has(code)) return { code }
    const rest = fold(en).startsWith(fold(region.en)) ? fold(en).slice(fold(region.en).length).trim() : ''
    return rest === '' || REGION_SUFFIXES.has(rest) ? { code } : { code, part: { en, zh: zh || en } }
  }

  #named(name: string): Set<RegionCode> | undefined {
    if (name === '') return undefined
    const folded = fold(name)
    const exact = this.#namesOfRegions().get(folded)
    if (exact !== undefined) return exact
    const space = folded.lastIndexOf(' ')
    return REGION_SUFFIXES.has(folded.slice(space + 1))
      ? this.#namesOfRegions().get(folded.slice(0, space))
      : undefined
  }

  #namesOfRegions(): Map<string, Set<RegionCode>> {
    if (this.#regionNames !== undefined) return this.#regionNames
    const names = new Map<string, Set<RegionCode>>()
    const prior = new Map<string, boolean>()
    for (const { code, en, zh, short, aliases, level } of this.#vocabulary.regions.values()) {
      const county = level === 'county'
      for (const name of [en, zh, short, ...aliases].map(fold)) {
        const codes = names.get(name)
        // Chaoyang is also a prefecture: the county of that name has to give its code
        if (codes === undefined || (prior.get(name) === true && !county)) {
          names.set(name, new Set([code]))
          prior.set(name, county)
        } else if (!county || prior.get(name) === true) codes.add(code)
      }
    }
    this.#regionNames = names
    return names
  }

  #industry(raw: unknown, wrong: Report): string {
    if (raw === undefined || raw === null || raw === '') return 'economy'
    if (typeof raw !== 'string') {
      wrong('industry', `${show(raw)} is no industry`)
      return ''
    }
    let industry = this.#industries.get(raw)
    if (industry === undefined) {
      if (fold(raw) === '') wrong('industry', `${show(raw)} is no industry`)
      industry = this.#industryOf(raw)
      this.#industries.set(raw, industry)
    }
    return industry
  }

  /** A label like "foreign trade" names what is measured and no industry: the fact speaks of the whole. */
  #industryOf(words: string): string {
    const { findIndustry, findBase, bases, industries } = this.#vocabulary
    const base = findIndustry(words) === undefined ? findBase(words) : undefined
    const measured = base !== undefined && !bases.get(base)?.topic
    return measured && industries.has('economy') ? 'economy' : this.#vocabulary.joinIndustry(words)
  }

  #indicator(raw: unknown, industry: string, wrong: Report): Indicated | null {
    if (typeof raw !== 'string') {
      wrong('indicator', raw === undefined ? "'indicator' is missing" : `${show(raw)} is no indicator`)
      return null
    }
    let known = this.#indicators.get(industry)
    if (known === undefined) {
      known = new Map()
      this.#indicators.set(industry, known)
    }
    let indicated = known.get(raw)
    if (indicated === undefined) {
      if (fold(raw) === '') {
        wrong('indicator', `${show(raw)} is no indicator`)
        return null
      }
      indicated = this.#indicatorWords.read(raw, industry)
      known.set(raw, indicated)
    }
    return indicated
  }

  #unit(raw: unknown, wrong: Report): Unit | null {
    const words = String(raw)
    let unit = this.#units.get(words)
    if (unit === undefined) {
      if (typeof raw !== 'string' || fold(words) === '') {
        wrong('unit', `${show(raw)} is no unit`)
        return null
      }
      unit = this.#vocabulary.units.get(this.#vocabulary.joinUnit(words))!
      this.#units.set(words, unit)
    }
    return unit
  }

  #quantity(raw: Raw, unit: Unit | null, wrong: Report): Quantity | undefined {
    const { value, qualifier, usd } = raw
    if (value === undefined || value === null || value === '') return undefined
    let bound: Bound = 'exact'
    if (qualifier !== undefined && qualifier !== null) {
      const read = QUALIFIERS.get(qualifier as string)
      if (read === undefined) wrong('qualifier', `${show(qualifier)} is no known qualifier`)
      else bound = read
    }
    let quantity: Quantity
    if (typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value))) {
      const number = Number(value)
      if (!(Math.abs(number) <= Number.MAX_SAFE_INTEGER)) {
        wrong(
          'value',
          `${show(value)} is ${Number.isFinite(number) ? 'larger than can be kept exactly' : 'no finite number'}`,
        )
        return undefined
      }
      if (unit === null) {
        wrong('unit', 'the value has no unit')
        return undefined
      }
      const exact = number === 0 ? 0 : number
      const asStated =
        typeof raw.asStated === 'string' ? raw.asStated : writeAmount(exact, unit.id, bound, this.#vocabulary)
      quantity = { value: exact, unit: unit.id, bound, asStated }
    } else {
      const amount = readAmount(unit === null ? String(value) : `${value} ${unit.en}`, this.#vocabulary)
      if (isRefusal(amount)) {
        wrong('value', amount.what, amount.wayOut)
        return undefined
      }
      quantity = bound === 'exact' ? amount : { ...amount, bound }
    }
    if (usd === undefined || usd === null || usd === '') return quantity
    const dollars = readDollars(usd as string | number, this.#vocabulary)
    if (typeof dollars === 'number') quantity.usd = dollars
    else wrong('usd', dollars.what, dollars.wayOut)
    return quantity
  }

  #period(raw: unknown, unit: UnitId | undefined, measure: string | null, wrong: Report): Period | null {
    if (raw === undefined || raw === null || raw === '') return null
    const text = String(raw)
    // a month with a stock (capacity, number of firms) means "as of"
    const stock =
      text.length === MONTH_LENGTH && measure === null && unit !== undefined && this.#isStock(unit)
    const known = stock ? this.#stocks : this.#periods
    let period = known.get(text)
    if (period === undefined) {
      period = readPeriod(text)
      if (period !== null && stock) period = { ...period, asOf: true }
      known.set(text, period)
    }
    if (period === null) wrong('period', `${show(text)} is no period`)
    return period
  }

  #isStock(unit: UnitId): boolean {
    return isStock(this.#vocabulary.units.get(unit))
  }

  #source(raw: unknown, factId: string | undefined): Cited | Wrong {
    const from: Raw =
      typeof raw === 'string'
        ? { publisher: raw }
        : typeof raw === 'object' && raw !== null
          ? (raw as Raw)
          : {}
    const own = factId === undefined ? '' : factId.slice(0, factId.indexOf('/'))
    const last = this.#sourceOfOwn.get(own)
    if (last !== undefined && isSameSource(last.from, from)) return last.cited
    const key = `${from.publisher}\n${from.title}\n${from.date}\n${from.url}\n${from.about}\n${from.kind}\n${own}`
    let cited = this.#sources.get(key)
    if (cited === undefined) {
      cited = this.#cite(from, own)
      this.#sources.set(key, cited)
    }
    this.#sourceOfOwn.set(own, { from, cited })
    return cited
  }

  #cite(from: Raw, own: string): Cited | Wrong {
    const publisher = textOf(from.publisher)
    if (publisher === '') return { what: 'the source has no publisher', wayOut: SOURCE }
    const title = textOf(from.title) || null
    const about = textOf(from.about)
    const date = textOf(from.date) || null
    const url = textOf(from.url) || null
    if (date !== null && !isDate(date))
      return { what: `${show(date)} is no date`, wayOut: FORMS.get('date')! }
    if (url !== null && !URL_START.test(url))
      return { what: `${show(url)} is no address`, wayOut: FORMS.get('url')! }
    const kind = (textOf(from.kind) || kindOf(publisher)) as Source['kind']
    if (!PUBLISHER_KINDS.includes(kind))
      return { what: `${show(kind)} is no kind`, wayOut: FORMS.get('kind')! }
    if (own !== '' && this.#sourceIds.has(own)) {
      return {
        what: `the source of '${own}' differs from that of earlier facts`,
        wayOut: 'Give one source one id.',
      }
    }
    const id =
      own === ''
        ? this.#freeId(
            [slug(title ?? '') || slug(about) || slug(publisher), date].filter((it) => it).join('-'),
          )
        : own
    this.#sourceIds.add(id)
    return { source: { id, publisher, title, ...(about !== '' && { about }), date, url, kind }, count: 0 }
  }

  #freeId(wanted: string): string {
    const id = ID.test(wanted) ? wanted : `source-${wanted}`.replace(/-$/, '')
    let free = id
    for (let n = 2; this.#sourceIds.has(free); n++) free = `${id}-${n}`
    return free
  }

  #basis(raw: unknown, wrong: Report): Basis | undefined {
    if (raw === null || raw === '') return undefined
    const { kind, of, years } = (typeof raw === 'object' ? raw : { kind: raw }) as Raw
    const basis: Basis = { kind: kind as Basis['kind'] }
    if (!BASIS_KINDS.includes(basis.kind)) wrong('basis', `${show(kind)} is no basis`)
    const what = this.#phrase(of, 'of', wrong)
    if (what !== undefined) basis.of = what
    if (years !== undefined && years !== null && years !== '') {
      basis.years = Number(years)
      if (!Number.isInteger(basis.years) || basis.years < 1)
        wrong('basis', `${show(years)} is no number of years`)
    }
    return basis
  }

  #phrase(raw: unknown, field: string, wrong: Report): Phrase | undefined {
    if (raw === undefined || raw === null || raw === '') return undefined
    if (typeof raw === 'string') return { en: raw, zh: raw }
    const { en, zh } = raw as Raw
    if (typeof en === 'string' && typeof zh === 'string') return { en, zh }
    wrong(field, `${show(raw)} is no text in two languages`)
    return undefined
  }

  #inferred(raw: unknown, wrong: Report): readonly Inferred[] {
    const texts = textsOf(raw)
    for (const it of texts) if (!INFERRED.has(it)) wrong('inferred', `${show(it)} cannot be inferred`)
    return texts as Inferred[]
  }

  #organisations(raw: unknown): readonly string[] {
    const { organisations } = this.#vocabulary
    if (this.#organisationNames === undefined) {
      this.#organisationNames = new Map()
      for (const { id, en, zh, aliases } of organisations.values()) {
        for (const name of [...aliases, zh, en, id]) this.#organisationNames.set(fold(name), id)
      }
    }
    return textsOf(raw).map((name) => {
      const folded = fold(name)
      const known = this.#organisationNames!.get(folded)
      if (known !== undefined) return known
      organisations.set(folded, { id: folded, en: name, zh: name, aliases: [] })
      this.#organisationNames!.set(folded, folded)
      return folded
    })
  }
}

interface Place {
  code: RegionCode
  part?: Phrase
}
interface Wrong {
  what: string
  wayOut: string
}
interface Cited {
  source: Source
  /** Facts of it so far that had no id of their own. */
  count: number
}
type Report = (field: string, what: string, wayOut?: string) => void

/** The words of the flat format for what the base holds; chosen so that reading them gives the same ids. */
class FlatWords {
  readonly #vocabulary: Vocabulary
  readonly #indicatorWords: IndicatorWords
  readonly #known = new Map<string, string>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    this.#indicatorWords = new IndicatorWords(vocabulary)
  }

  record(fact: Fact, source: Source): Raw {
    const { regions, industries, units } = this.#vocabulary
    const region = regions.get(fact.region)
    const { quantity } = fact
    const industry = (name: string) => this.#vocabulary.findIndustry(name)
    const unit = (name: string) => this.#vocabulary.findUnit(name)
    const indicator = (name: string) => {
      const read = this.#indicatorWords.read(name, fact.industry)
      return read.industry === fact.industry ? read.indicator : undefined
    }
    return {
      id: fact.id,
      region: region?.en ?? fact.region,
      regionCode: fact.region,
      regionZh: region?.zh ?? fact.region,
      industry: this.#words(fact.industry, industries.get(fact.industry)?.en, 'industry', industry),
      indicator: this.#words(
        fact.indicator,
        this.#vocabulary.indicatorName(fact.indicator).en,
        `indicator of ${fact.industry}`,
        indicator,
      ),
      period: this.#period(fact),
      status: fact.status,
      value: quantity?.value ?? null,
      unit:
        quantity === undefined
          ? null
          : this.#words(quantity.unit, units.get(quantity.unit)?.en, 'unit', unit),
      qualifier: quantity === undefined ? null : QUALIFIER_OF[quantity.bound],
      usd: quantity?.usd ?? null,
      asStated: quantity?.asStated ?? null,
      basis: fact.basis ?? null,
      subject: fact.subject ?? null,
      scope: fact.scope ?? null,
      organisations: fact.organisations,
      inferred: fact.inferred,
      keywords: fact.keywords ?? [],
      statement: fact.statement,
      statementZh: fact.statementZh ?? null,
      source,
    }
  }

  #words(
    id: string,
    name: string | undefined,
    kind: string,
    read: (name: string) => string | undefined,
  ): string {
    const key = `${kind}\n${id}`
    let words = this.#known.get(key)
    if (words === undefined) {
      words = name !== undefined && read(name) === id ? name : id
      this.#known.set(key, words)
    }
    return words
  }

  /** A flow over one month beside a stock is written 2024-05/2024-05, since 2024-05 alone would be read as "as of". */
  #period({ period, quantity, indicator }: Fact): string | null {
    if (period === null) return null
    const month = period.from === period.to
    const level = this.#vocabulary.splitIndicator(indicator).measure === null
    const stock =
      month && level && quantity !== undefined && isStock(this.#vocabulary.units.get(quantity.unit))
    if (!stock) return formatPeriod(period)
    return period.asOf ? isoSpan(period) : `${isoSpan(period)}/${isoSpan(period)}`
  }
}

/** Capacities and things counted stand at a moment; money, rates and what is made or sold run over a time. */
const isStock = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.class === 'power' || (unit.class === 'count' && !FLOW_UNITS.has(unit.id)))

function readLines(path: string, reading: Reading): void {
  let line = 0
  readPieces(path, reading, (text) => {
    for (let from = 0; from < text.length; ) {
      let end = text.indexOf('\n', from)
      if (end < 0) end = text.length
      line++
      const json = text.slice(from, end)
      from = end + 1
      let raw: unknown
      try {
        raw = JSON.parse(json)
      } catch (error) {
        if (json.trim() !== '') {
          reading.problem(
            line,
            `is no JSON: ${shorten((error as Error).message)}`,
            'Write one whole fact to a line.',
          )
        }
        continue
      }
      if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) reading.record(raw as Raw, line)
      else
        reading.problem(
          line,
          `is ${show(raw)} instead of a fact`,
          'Write one fact to a line: {"region": ...}',
        )
    }
    return line
  })
}

function readCsv(path: string, reading: Reading): void {
  const csv = new CsvReader()
  let columns: string[] | undefined
  const row = (cells: string[], line: number) => {
    if (columns === undefined) {
      columns = cells.map((cell) => CSV_NAMES.get(columnKey(cell)) ?? cell.trim())
      return
    }
    if (cells.length !== columns.length) {
      const what = `has ${cells.length} cells, the heading has ${columns.length}`
      reading.problem(line, what, 'Put quotes around a cell that holds commas.')
      return
    }
    reading.record(recordOf(columns, cells), line)
  }
  const whole = readPieces(path, reading, (text) => {
    csv.push(text, row)
    return csv.open.length > LONGEST_ROW ? null : csv.open.line
  })
  if (!whole || !csv.end(row)) {
    reading.problem(csv.open.line, 'a quote is opened and not closed', 'Close it; the file may be cut off.')
  }
}

/** Reads whole lines, some megabytes at a time; `take` returns the line it has come to, or null to stop. */
function readPieces(path: string, reading: Reading, take: (text: string) => number | null): boolean {
  const file = openSync(path, 'r')
  try {
    let buffer = Buffer.allocUnsafe(PIECE)
    let held = 0
    let line = 1
    for (let first = true; ; ) {
      if (held === buffer.length) {
        if (held >= LONGEST_ROW) {
          reading.problem(line, 'the line never ends', 'Write one fact to a line.')
          return true
        }
        buffer = Buffer.concat([buffer], buffer.length * 2)
      }
      const read = readSync(file, buffer, held, buffer.length - held, null)
      const full = held + read
      const end = read === 0 ? full : buffer.lastIndexOf(LINE_FEED, full - 1) + 1
      if (end > 0) {
        const bytes = buffer.subarray(0, end)
        const start = first && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0
        first = false
        const text = bytes.toString('utf8', start)
        if (!isUtf8(bytes)) {
          const at = line + text.slice(0, text.indexOf('\uFFFD')).split('\n').length - 1
          reading.problem(at, 'there is text here that is not UTF-8', 'Save the file as UTF-8.')
        }
        const now = take(text)
        if (now === null) return false
        line = now + 1
        buffer.copyWithin(0, end, full)
      }
      held = full - end
      if (read === 0) return true
    }
  } finally {
    closeSync(file)
  }
}

/** The cells of a row as a record of JSON Lines would have them. */
function recordOf(columns: readonly string[], cells: readonly string[]): Raw {
  const raw: Raw = Object.create(null)
  const nested = new Map<string, Raw>()
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]!
    const dot = column.indexOf('.')
    if (dot < 0) {
      // an empty cell under "basis" says that there is none
      if (cell !== '' || column === 'basis') raw[column] = cell === '' ? null : cell
      continue
    }
    if (cell === '') continue
    const [outer, field] = [column.slice(0, dot), column.slice(dot + 1)]
    const part = nested.get(outer) ?? Object.create(null)
    part[field] = cell
    nested.set(outer, part)
  }
  const basis = nested.get('basis')
  if (basis !== undefined && typeof raw.basis === 'string') {
    const of = basis.of === undefined ? undefined : { en: basis.of, zh: basis.ofZh ?? basis.of }
    raw.basis = { kind: raw.basis, of, years: basis.years }
  }
  for (const field of ['subject', 'scope']) {
    const zh = nested.get(field)?.zh
    if (typeof raw[field] === 'string' && zh !== undefined) raw[field] = { en: raw[field], zh }
  }
  raw.source = nested.get('source')
  return raw
}

function cellsOf(record: Raw): (string | number | null)[] {
  const { basis, subject, scope, source } = record as unknown as Fact & {
    basis: Basis | null
    source: object
  }
  const parts: Raw = {
    ...record,
    basis: basis?.kind,
    'basis.of': basis?.of?.en,
    'basis.ofZh': basis?.of?.zh,
    'basis.years': basis?.years,
    subject: subject?.en,
    'subject.zh': subject?.zh,
    scope: scope?.en,
    'scope.zh': scope?.zh,
  }
  for (const [field, value] of Object.entries(source)) parts[`source.${field}`] = value
  return CSV_COLUMNS.map((column) => {
    const cell = parts[column]
    if (Array.isArray(cell)) return cell.join('; ')
    return typeof cell === 'number' || typeof cell === 'string' ? cell : null
  })
}

const textOf = (raw: unknown): string =>
  typeof raw === 'string' ? raw.trim() : typeof raw === 'number' ? String(raw) : ''

const textsOf = (raw: unknown): string[] =>
  (Array.isArray(raw) ? raw.map(String) : String(raw).split(';'))
    .map((it) => it.trim())
    .filter((it) => it !== '')

const isFactId = (id: string): boolean => FACT_ID.test(id)

/** Field by field, because it is asked of every fact. */
const isSameSource = (a: Raw, b: Raw): boolean =>
  a.url === b.url &&
  a.date === b.date &&
  a.title === b.title &&
  a.publisher === b.publisher &&
  a.about === b.about &&
  a.kind === b.kind

/** The first words of a title as an id: 'wind-turbine-innovation-conference-held'. */
export function slug(text: string): string {
  const plain = fold(text.slice(0, 200)).normalize('NFD').replace(/\p{M}/gu, '').replaceAll("'", '')
  return plain
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, SLUG_WORDS)
    .join('-')
    .slice(0, SLUG_LENGTH)
}

const kindOf = (publisher: string): Source['kind'] =>
  KIND_WORDS.find(([words]) => words.test(publisher))?.[1] ?? 'media'

const columnKey = (heading: string): string => fold(heading).replace(/[ ._-]/g, '')

const NONE: readonly never[] = Object.freeze([])
const CSV_COLUMNS = [
  'id',
  'region',
  'regionCode',
  'regionZh',
  'industry',
  'indicator',
  'period',
  'status',
  'value',
  'unit',
  'qualifier',
  'usd',
  'asStated',
  'basis',
  'basis.of',
  'basis.ofZh',
  'basis.years',
  'subject',
  'subject.zh',
  'scope',
  'scope.zh',
  'organisations',
  'inferred',
  'keywords',
  'statement',
  'statementZh',
  'source.publisher',
  'source.title',
  'source.date',
  'source.url',
  'source.about',
  'source.kind',
]
const COLUMNS = new Set(CSV_COLUMNS.filter((column) => !column.includes('.')).concat('source'))
/** Headings as people write them: source_title, "Source title", title. */
const CSV_NAMES = new Map([
  ...CSV_COLUMNS.filter((column) => column.startsWith('source.')).map(
    (it) => [it.slice('source.'.length), it] as const,
  ),
  ['source', 'source.publisher'] as const,
  ...CSV_COLUMNS.map((column) => [columnKey(column), column] as const),
])
const QUALIFIERS: ReadonlyMap<string, Bound> = new Map<string, Bound>([
  ['', 'exact'],
  ['exact', 'exact'],
  ['more than', 'over'],
  ['over', 'over'],
  ['at least', 'over'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['about', 'about'],
  ['around', 'about'],
  ['some', 'about'],
  ['approximately', 'about'],
  ['not more than', 'up-to'],
  ['no more than', 'up-to'],
  ['up to', 'up-to'],
  ['up-to', 'up-to'],
])
const QUALIFIER_OF: Readonly<Record<Bound, string | null>> = {
  exact: null,
  over: 'more than',
  nearly: 'nearly',
  about: 'about',
  'up-to': 'up to',
}
const COLUMN_FORMS: ReadonlyMap<string, string> = new Map([
  ['value', 'A plain number in base units: 24800000000.'],
  ['unit', "The unit's name: 'yuan', 'percent', 'enterprises'."],
  ['indicator', "What is measured: 'GDP', 'GDP growth', 'NEV output'."],
  ['qualifier', 'One of: more than, nearly, about, up to; or null.'],
])
const FLOW_UNITS = new Set(['vehicles', 'units', 'jobs', 'people', 'trips'])
const INFERRED = new Set<string>(['period', 'region', 'industry'] satisfies Inferred[])
const REGION_SUFFIXES = new Set(['city', 'province', 'municipality', 'county', 'district', 'prefecture'])
const REGION_CODE = /^\d{6}$/
const URL_START = /^https?:\/\/\S/
const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/
const KIND_WORDS: readonly (readonly [RegExp, Source['kind']])[] = [
  [/government|gov\.cn|statistic|bureau|ministry|commission|政府|统计/i, 'official'],
  [/newswire|press release|globe ?newswire|business ?wire/i, 'press-release'],
  [/xinhua|china daily|people's daily|cgtn|cctv|global times|新华|人民日报/i, 'state-media'],
]
const SOURCE = '{"publisher": "China Daily", "title": "...", "date": "2023-04-11", "url": "https://..."}'
const README = 'See data/README.md.'
const MONTH_LENGTH = '2024-05'.length
const SLUG_WORDS = 8
const SLUG_LENGTH = 80
const MOST_PROBLEMS = 1000
const PIECE = 1 << 22
const LONGEST_ROW = 1 << 25
const LINE_FEED = 10
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/**
 * The fact base: every fact in columns of numbers, with lists of facts ("postings") per region, per industry and
 * indicator base, and per organisation. A question is answered by walking the shortest list that must hold the
 * answer and comparing numbers, so its time does not grow with the base but with the list.
 *
 * Facts from flat files are kept in the columns alone and made anew when read; facts with more to say (subject,
 * scope, Chinese statement ...) are kept whole beside them.
 */

import { Dictionary } from './dictionary.ts'
import {
  BASIS_KINDS,
  type Basis,
  type Fact,
  type OrganisationId,
  type RegionCode,
  type Source,
  type SourceId,
  STATUSES,
} from './fact.ts'
import { IdTable } from './id-table.ts'
import {
  byTime,
  type Dated,
  datedAt,
  type Lists,
  listAt,
  listsOf,
  type Postings,
  pairListsOf,
  type Span,
  withMonths,
} from './postings.ts'
import { BOUNDS, type Quantity } from './quantity.ts'

export type { Postings, Span } from './postings.ts'

export class FactBase {
  readonly sources = new Map<SourceId, Source>()
  readonly regions = new Dictionary()
  readonly industries = new Dictionary()
  readonly bases = new Dictionary()
  readonly measures = new Dictionary()
  readonly units = new Dictionary()

  /** The columns that every check reads, side by side: of a large base each fact is then fetched from memory once. */
  #rows: Uint16Array = new Uint16Array(START * ROW)
  value: Float64Array = new Float64Array(START)
  #source: Int32Array = new Int32Array(START)
  #basis: Uint16Array = new Uint16Array(START)

  #size = 0
  readonly #sourceIds = new Dictionary()
  readonly #basisTexts = new Dictionary()
  readonly #bases: Basis[] = []
  readonly #ids: string[] = []
  readonly #statements: string[] = []
  readonly #usd = new Map<number, number>()
  readonly #rich = new Map<number, Fact>()
  readonly #organisations = new Map<OrganisationId, number[]>()
  #byId: IdTable | undefined
  #byRegionIndustry: Dated | undefined
  #byRegionBase: Dated | undefined
  #withTexts: Lists | undefined
  #byRegion: Lists | undefined
  #byPair: Dated | undefined
  #byIndustry: Dated | undefined
  #byBase: Dated | undefined
  #byValue: Int32Array | undefined

  constructor() {
    // Measure 0 is "the level itself", so that a plain 'gdp' and 'gdp.growth' share the base 'gdp'.
    this.measures.code('')
    this.#basisTexts.code('')
  }

  get size(): number {
    return this.#size
  }

  /** Adds one fact. Call `freeze` after the last one. */
  add(fact: Fact, source: Source): void {
    const at = this.#size++
    if (at === this.value.length) this.#resize(Math.max(START, at * 2))
    if (!this.sources.has(source.id)) this.sources.set(source.id, source)
    const dot = fact.indicator.indexOf('.')
    const measure = dot < 0 ? 0 : this.measures.code(fact.indicator.slice(dot + 1))
    const row = at * ROW
    this.#rows[row + REGION] = this.regions.code(fact.region)
    this.#rows[row + INDUSTRY] = this.industries.code(fact.industry)
    this.#rows[row + BASE] = this.bases.code(dot < 0 ? fact.indicator : fact.indicator.slice(0, dot))
    this.#rows[row + FROM] = fact.period?.from ?? 0
    this.#rows[row + TO] = fact.period?.to ?? 0
    this.#rows[row + MEASURE_STATUS] = measure | (STATUSES.indexOf(fact.status) << 8)
    this.#source[at] = this.#sourceIds.code(source.id)
    let flags = fact.period === null ? 0 : HAS_PERIOD
    if (fact.period?.asOf === true) flags |= AS_OF
    if (fact.subject !== undefined || fact.scope !== undefined || fact.basis?.of !== undefined)
      flags |= LIMITED
    if (fact.quantity !== undefined) {
      flags |= HAS_QUANTITY
      this.value[at] = fact.quantity.value
      this.#rows[row + UNIT] = this.units.code(fact.quantity.unit)
      flags |= BOUNDS.indexOf(fact.quantity.bound) << 8
      if (fact.quantity.usd !== undefined) this.#usd.set(at, fact.quantity.usd)
    }
    if (isRich(fact)) flags |= RICH
    this.#rows[row + FLAGS_BOUND] = flags
    if (fact.basis !== undefined) {
      const code = this.#basisTexts.code(basisText(fact.basis))
      this.#basis[at] = code
      this.#bases[code] ??= fact.basis
    }
    for (const id of fact.organisations) {
      const list = this.#organisations.get(id)
      if (list === undefined) this.#organisations.set(id, [at])
      else list.push(at)
    }
    if ((flags & RICH) !== 0) this.#rich.set(at, fact)
    else {
      this.#ids[at] = fact.id
      this.#statements[at] = fact.statement
    }
  }

  /** Builds the lists that questions walk. Adding afterwards is an error of the caller. */
  freeze(): this {
    const size = this.#size
    this.#resize(size)
    const [region, industry, base, to] = [
      this.#column(REGION),
      this.#column(INDUSTRY),
      this.#column(BASE),
      this.#column(TO),
    ]
    const newestFirst = byTime(to)
    const dated = (lists: Lists): Dated => withMonths(lists, to)
    const pairs = (first: Uint16Array, second: Uint16Array, firsts: number, seconds: number) =>
      dated(pairListsOf(first, second, firsts, seconds, newestFirst))
    this.#byRegion = listsOf(region, this.regions.size)
    this.#byIndustry = dated(listsOf(industry, this.industries.size, newestFirst))
    this.#byBase = dated(listsOf(base, this.bases.size, newestFirst))
    this.#byPair = pairs(industry, base, this.industries.size, this.bases.size)
    this.#byRegionIndustry = pairs(region, industry, this.regions.size, this.industries.size)
    this.#byRegionBase = pairs(region, base, this.regions.size, this.bases.size)
    const telling: number[] = []
    for (let at = 0; at < size; at++) if (this.isLimited(at) || !this.hasQuantity(at)) telling.push(at)
    this.#withTexts = listsOf(region, this.regions.size, telling)
    return this
  }

  #column(which: number): Uint16Array {
    const column = new Uint16Array(this.#size)
    for (let at = 0; at < column.length; at++) column[at] = this.#rows[at * ROW + which]!
    return column
  }

  regionOf(at: number): number {
    return this.#rows[at * ROW + REGION]!
  }

  industryOf(at: number): number {
    return this.#rows[at * ROW + INDUSTRY]!
  }

  baseOf(at: number): number {
    return this.#rows[at * ROW + BASE]!
  }

  /** 0 is the level itself. */
  measureOf(at: number): number {
    return this.#rows[at * ROW + MEASURE_STATUS]! & 0xff
  }

  /** An index of STATUSES. */
  statusOf(at: number): number {
    return this.#rows[at * ROW + MEASURE_STATUS]! >> 8
  }

  /** First month since year 0. */
  fromOf(at: number): number {
    return this.#rows[at * ROW + FROM]!
  }

  /** Last month since year 0. */
  toOf(at: number): number {
    return this.#rows[at * ROW + TO]!
  }

  unitOf(at: number): number {
    return this.#rows[at * ROW + UNIT]!
  }

  hasQuantity(at: number): boolean {
    return (this.#rows[at * ROW + FLAGS_BOUND]! & HAS_QUANTITY) !== 0
  }

  hasPeriod(at: number): boolean {
    return (this.#rows[at * ROW + FLAGS_BOUND]! & HAS_PERIOD) !== 0
  }

  isAsOf(at: number): boolean {
    return (this.#rows[at * ROW + FLAGS_BOUND]! & AS_OF) !== 0
  }

  /** Whether texts of its own (subject, scope, what a share is of) limit the figure. */
  isLimited(at: number): boolean {
    return (this.#rows[at * ROW + FLAGS_BOUND]! & LIMITED) !== 0
  }

  /** The facts of a region, as they were added. */
  ofRegion(code: RegionCode): Postings {
    const region = this.regions.find(code)
    return region === undefined ? NONE : listAt(this.#byRegion, region)
  }

  /** The facts of an industry, newest first; of a span only those that end in it. So are the lists below. */
  ofIndustry(industry: number, span?: Span): Postings {
    return datedAt(this.#byIndustry, industry, span)
  }

  ofBase(base: number, span?: Span): Postings {
    return datedAt(this.#byBase, base, span)
  }

  ofPair(industry: number, base: number, span?: Span): Postings {
    return datedAt(this.#byPair, industry * this.bases.size + base, span)
  }

  ofRegionIndustry(region: number, industry: number, span?: Span): Postings {
    return datedAt(this.#byRegionIndustry, region * this.industries.size + industry, span)
  }

  ofRegionBase(region: number, base: number, span?: Span): Postings {
    return datedAt(this.#byRegionBase, region * this.bases.size + base, span)
  }

  /** Facts of a region that may answer by their texts alone: those without a number and those that texts limit. */
  ofRegionWithTexts(region: number): Postings {
    return listAt(this.#withTexts, region)
  }

  ofOrganisation(id: OrganisationId): Postings {
    return Int32Array.from(this.#organisations.get(id) ?? [])
  }

  /** Facts whose value is `value` up to rounding dust, whatever the unit. */
  ofValue(value: number): number[] {
    if (!Number.isFinite(value)) return []
    if (this.#byValue === undefined) {
      const order = new Int32Array(this.#size)
      let filled = 0
      for (let at = 0; at < this.#size; at++) if (this.hasQuantity(at)) order[filled++] = at
      this.#byValue = order.subarray(0, filled).sort((a, b) => this.value[a]! - this.value[b]!)
    }
    const order = this.#byValue
    const slack = Math.abs(value) * 1e-9
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.value[order[middle]!]! < value - slack) low = middle + 1
      else high = middle
    }
    const found: number[] = []
    for (let i = low; i < order.length && this.value[order[i]!]! <= value + slack; i++) found.push(order[i]!)
    return found
  }

  /** The fact at a position, whole. */
  fact(at: number): Fact {
    return this.whole(at) ?? this.#made(at)
  }

  /** The fact at a position if it says more than the columns hold: subject, scope, organisations, other texts. */
  whole(at: number): Fact | undefined {
    return (this.#rows[at * ROW + FLAGS_BOUND]! & RICH) === 0 ? undefined : this.#rich.get(at)
  }

  /** What the figure at a position is taken against. */
  basis(at: number): Basis | undefined {
    return this.#bases[this.#basis[at]!]
  }

  /** The amount in US dollars that the source itself gives beside the one in yuan. */
  usd(at: number): number | undefined {
    return this.#usd.size === 0 ? undefined : this.#usd.get(at)
  }

  /** A fact that is kept in columns alone. */
  #made(at: number): Fact {
    const measure = this.measures.name(this.measureOf(at))
    const base = this.bases.name(this.baseOf(at))
    const fact: Fact = {
      id: this.#ids[at]!,
      region: this.regions.name(this.regionOf(at)),
      industry: this.industries.name(this.industryOf(at)),
      indicator: measure === '' ? base : `${base}.${measure}`,
      period: this.hasPeriod(at) ? { from: this.fromOf(at), to: this.toOf(at), asOf: this.isAsOf(at) } : null,
      status: STATUSES[this.statusOf(at)]!,
      organisations: [],
      statement: this.#statements[at]!,
      inferred: [],
      source: this.#sourceIds.name(this.#source[at]!),
    }
    if (this.hasQuantity(at)) fact.quantity = this.#quantity(at)
    const basis = this.basis(at)
    if (basis !== undefined) fact.basis = basis
    return fact
  }

  #quantity(at: number): Quantity {
    const value = this.value[at]!
    const unit = this.units.name(this.unitOf(at))
    const bound = BOUNDS[this.#rows[at * ROW + FLAGS_BOUND]! >> 8]!
    const asStated = `${bound === 'exact' ? '' : `${bound} `}${value} ${unit}`
    const usd = this.usd(at)
    return usd === undefined ? { value, unit, bound, asStated } : { value, unit, bound, asStated, usd }
  }

  /** The statement of a fact that has no text beside it; undefined when there are others to be read as well. */
  onlyStatement(at: number): string | undefined {
    return this.isLimited(at) ? undefined : this.#statements[at]
  }

  /** Whether the figure is taken against something: year on year, on average per year. */
  hasBasis(at: number): boolean {
    return this.#basis[at] !== 0
  }

  byId(id: string): Fact | undefined {
    this.#byId ??= new IdTable(this.#size, (at) => this.#idOf(at))
    const at = this.#byId.find(id)
    return at === undefined ? undefined : this.fact(at)
  }

  #idOf(at: number): string {
    return this.#ids[at] ?? this.#rich.get(at)!.id
  }

  sourceOf(fact: Fact): Source {
    return this.sources.get(fact.source)!
  }

  #resize(size: number): void {
    this.#rows = resized(this.#rows, new Uint16Array(size * ROW))
    this.value = resized(this.value, new Float64Array(size))
    this.#source = resized(this.#source, new Int32Array(size))
    this.#basis = resized(this.#basis, new Uint16Array(size))
  }
}

const isRich = (fact: Fact): boolean =>
  fact.subject !== undefined ||
  fact.scope !== undefined ||
  fact.organisations.length > 0 ||
  fact.statementZh !== undefined ||
  fact.inferred.length > 0 ||
  fact.keywords !== undefined

const basisText = (basis: Basis): string =>
  // quoted: no text can look like the border between two, nor an empty one like none
  `${BASIS_KINDS.indexOf(basis.kind)}|${basis.years ?? ''}|${basis.of === undefined ? '' : JSON.stringify([basis.of.en, basis.of.zh])}`

/** The column in an array of another length. */
function resized<T extends Int32Array | Uint16Array | Uint8Array | Float64Array>(from: T, into: T): T {
  into.set(from.length > into.length ? from.subarray(0, into.length) : from)
  return into
}

const START = 1024
const NONE: Postings = new Int32Array(0)
const HAS_PERIOD = 1
const AS_OF = 2
const HAS_QUANTITY = 4
const LIMITED = 8
/** Kept whole beside the columns. */
const RICH = 16
/** Numbers of a row, 16 bytes in all; flags and bound, measure and status share one. */
const ROW = 8
const REGION = 0
const INDUSTRY = 1
const BASE = 2
const FROM = 3
const TO = 4
const MEASURE_STATUS = 5
const FLAGS_BOUND = 6
const UNIT = 7

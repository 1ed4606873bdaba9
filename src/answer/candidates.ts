/** Which facts are looked at for a query: the shortest lists of the base that must hold every match. */
import type { FactBase, Postings } from '../facts/base.ts'
import type { Query } from '../facts/query.ts'
import type { Dimension } from './answer.ts'
import type { Asked } from './asked.ts'
import type { Glance } from './glance.ts'
import { endsOf } from './period-fit.ts'

export class Candidates {
  readonly #base: FactBase
  readonly #glance: Glance
  #allOf: Postings | undefined

  constructor(base: FactBase, glance: Glance) {
    this.#base = base
    this.#glance = glance
  }

  /** The shortest lists that must hold every match. */
  of(query: Query, asked: Asked, ignore: ReadonlySet<Dimension>): Postings[] {
    const base = this.#base
    const options: Postings[][] = []
    /** Keeps lists to choose from; whether they are so short that none need be compared with them. */
    const areShort = (lists: Postings[]): boolean => {
      options.push(lists)
      return lengthOf(lists) <= SHORT
    }
    if (query.organisations.length > 0 && !ignore.has('organisation')) {
      // facts may name the company in their text alone; then the place leads to them
      const lists = query.organisations.map((id) => base.ofOrganisation(id))
      if (lists.some(({ length }) => length > 0) || query.regions.length === 0) return lists
    }
    // facts of the places around can name the one asked for only where they have texts that limit them
    const around = [...asked.around].map((region) => base.ofRegionWithTexts(region))
    if (asked.regions.size + asked.inside.size + around.length > 0) {
      options.push([
        ...[...asked.regions, ...[...asked.inside].filter((number) => !asked.regions.has(number))].map(
          (number) => base.ofRegion(base.regions.name(number)),
        ),
        ...around,
      ])
    }
    if (base.size <= SCAN_ALL) return options[0] ?? [this.#all()]
    const industries = asked.industries.length === 1 ? [...asked.industries[0]!.distance.keys()] : null
    const isOneIndicator = asked.indicators.length === 1 && !asked.indicators[0]!.any
    const indicators = isOneIndicator ? [...asked.indicators[0]!.distance.keys()] : null
    const regions = [...asked.regions, ...asked.inside]
    const span = ignore.has('period') ? undefined : endsOf(query)
    if (regions.length > 0 && regions.length <= FEW && query.any !== true) {
      // facts that only mention a name can answer too, but these have texts that limit them
      const telling = [...regions.map((region) => base.ofRegionWithTexts(region)), ...around]
      if (industries !== null) {
        const lists = regions.flatMap((region) =>
          industries.map((one) => base.ofRegionIndustry(region, one, span)),
        )
        if (areShort([...lists, ...telling])) return options.at(-1)!
      }
      if (indicators !== null) {
        const lists = regions.flatMap((region) =>
          indicators.map((one) => base.ofRegionBase(region, one, span)),
        )
        if (areShort([...lists, ...telling])) return options.at(-1)!
      }
    }
    if (indicators !== null) {
      if (regions.length === 0 && industries !== null && query.any !== true)
        options.push(industries.flatMap((one) => indicators.map((two) => base.ofPair(one, two, span))))
      options.push(indicators.map((one) => base.ofBase(one, span)))
    }
    if (query.quoted.length > 0 && options.length === 0 && !ignore.has('amount')) {
      options.push([Int32Array.from(base.ofValue(query.quoted[0]!.value))])
    }
    if (options.length === 0 && query.words.length > 0 && !ignore.has('words'))
      return [this.#glance.holding(query.words)]
    if (options.length === 0) return [this.#all()]
    let shortest = options[0]!
    for (const lists of options) if (lengthOf(lists) < lengthOf(shortest)) shortest = lists
    return shortest
  }

  #all(): Postings {
    this.#allOf ??= Int32Array.from({ length: this.#base.size }, (_, at) => at)
    return this.#allOf
  }
}

/** Below this many facts a walk over all of them is as fast as any list. */
const SCAN_ALL = 3_000
/** Facts of so few are looked at sooner than shorter lists are found. */
const SHORT = 12
/** Places for which the short lists are worth their making. */
const FEW = 40

function lengthOf(lists: readonly Postings[]): number {
  let length = 0
  for (const list of lists) length += list.length
  return length
}

/** The names of a query as the numbers of the base's columns, so that a fact is checked without reading letters. */
import type { FactBase } from '../facts/base.ts'
import type { Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import type { Dimension } from './answer.ts'

export interface Asked {
  regions: ReadonlySet<number>
  /** Places inside the asked ones that count too. */
  inside: ReadonlySet<number>
  /** Places that the one asked for lies in: their facts count where what limits them names it. */
  around: ReadonlySet<number>
  industries: readonly IndustryAsked[]
  indicators: readonly IndicatorAsked[]
  /** Whether a measure (growth, share) was named. */
  measured: boolean
  /** Whether something is asked for, and its amount alone. */
  level: boolean
  /** Asked of a place and an indicator alone: nothing in the question says which part is meant. */
  broad: boolean
}
export interface IndustryAsked {
  ids: readonly string[]
  /** Industries that are the asked one or below it, and how far. */
  distance: ReadonlyMap<number, number>
}
export interface IndicatorAsked {
  ids: readonly string[]
  any: boolean
  /** Bases that only the second or third reading of the words meant. */
  second: ReadonlySet<number>
  distance: ReadonlyMap<number, number>
  measures: ReadonlySet<number> | null
  /** Of several measures the likelier one. */
  firstMeasure: number | null
}

export class NamesAsked {
  readonly #vocabulary: Vocabulary
  readonly #base: FactBase
  readonly #industries = new Map<string, IndustryAsked>()
  readonly #indicators = new Map<string, IndicatorAsked>()

  constructor(vocabulary: Vocabulary, base: FactBase) {
    this.#vocabulary = vocabulary
    this.#base = base
  }

  /** Names as the numbers of the columns, so that a candidate is checked without strings. */
  compile(query: Query, ignore: ReadonlySet<Dimension>): Asked | null {
    const base = this.#base
    const regions = new Set<number>()
    const inside = new Set<number>()
    const around = new Set<number>()
    if (!ignore.has('region')) {
      for (const code of query.regions) {
        const number = base.regions.find(code)
        if (number !== undefined) regions.add(number)
      }
      const containers =
        query.within !== undefined ? [query.within] : query.organisations.length > 0 ? query.regions : []
      if (containers.length > 0) {
        base.regions.names().forEach((code, number) => {
          if (this.#vocabulary.regionAncestors(code).some((ancestor) => containers.includes(ancestor)))
            inside.add(number)
        })
      }
      const [only, ...others] = query.regions
      if (only !== undefined && others.length === 0) {
        for (const code of this.#vocabulary.regionAncestors(only)) {
          const number = code === CHINA ? undefined : base.regions.find(code)
          if (number !== undefined) around.add(number)
        }
      }
      const known = regions.size + inside.size + around.size
      if ((query.regions.length > 0 || query.within !== undefined) && known === 0) return null
    }
    const industries = ignore.has('industry')
      ? []
      : query.industries.map((id) => this.#readings(this.#industries, id, () => this.#industryReadings(id)))
    const indicators = ignore.has('indicator')
      ? []
      : query.indicators.map((id) => this.#readings(this.#indicators, id, () => this.#indicatorReadings(id)))
    const measured = indicators.some(({ measures }) => measures !== null)
    const level = indicators.length > 0 && !measured && indicators.every(({ any }) => !any)
    return { regions, inside, around, industries, indicators, measured, level, broad: isBroad(query) }
  }

  /** The base does not change, so what a name covers is worked out once. */
  #readings<T>(known: Map<string, T>, id: string, read: () => T): T {
    let readings = known.get(id)
    if (readings === undefined) {
      if (known.size > MOST_READINGS) known.clear()
      readings = read()
      known.set(id, readings)
    }
    return readings
  }

  #industryReadings(id: string): IndustryAsked {
    const distance = new Map<number, number>()
    const ids = id.split('|')
    this.#base.industries.names().forEach((name, number) => {
      for (const asked of ids) {
        const steps = this.#vocabulary.industryDistance(name, asked)
        if (steps !== null && steps < (distance.get(number) ?? 99)) distance.set(number, steps)
      }
    })
    return { ids, distance }
  }

  #indicatorReadings(id: string): IndicatorAsked {
    const { base, measure } = this.#vocabulary.splitIndicator(id)
    const ids = base.split('|')
    const distance = new Map<number, number>()
    const second = new Set<number>()
    if (base !== '*') {
      this.#base.bases.names().forEach((name, number) => {
        ids.forEach((asked, i) => {
          const steps = this.#vocabulary.baseDistance(name, asked)
          if (steps === null || steps >= (distance.get(number) ?? 99)) return
          distance.set(number, steps)
          if (i > 0) second.add(number)
        })
      })
    }
    const measures =
      measure === null
        ? null
        : new Set(
            measure.split('|').map((one) => (one === 'level' ? 0 : (this.#base.measures.find(one) ?? -1))),
          )
    const [firstMeasure = null] = measures ?? []
    return { ids, any: base === '*', distance, second, measures, firstMeasure }
  }
}

const MOST_READINGS = 5000
const CHINA = '100000'

/** Whether nothing in the question says which part of a place's figure is meant. */
export const isBroad = ({
  intent,
  industries,
  organisations,
  words,
  quoted,
  indicators,
  filter,
}: Query): boolean =>
  (intent === 'lookup' || intent === 'trend') &&
  indicators.length > 0 &&
  !indicators.some((id) => id.startsWith('*')) &&
  filter === undefined &&
  industries.length + organisations.length + words.length + quoted.length === 0

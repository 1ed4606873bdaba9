/**
 * Makes bases of facts for measuring: any number of distinct facts over all provinces and prefectures, 60 industries,
 * 40 indicators and 16 years, the same ones for the same seed. A smaller base is the beginning of a larger one.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import type { Industry, Region, Vocabulary } from '../src/facts/vocabulary.ts'

export interface Indicator {
  id: string
  base: string
  en: string
  zh: string
  unit: string
}

/** The four dimensions; every combination of them may be a fact. */
export interface Grid {
  regions: readonly Region[]
  industries: readonly Industry[]
  indicators: readonly Indicator[]
  years: readonly number[]
}

/** A cell of the grid. */
export interface Cell {
  region: Region
  industry: Industry
  indicator: Indicator
  year: number
}

export interface Facts {
  grid: Grid
  size: number
  cell(at: number): Cell
  has(cell: Cell): boolean
}

export function gridOf(vocabulary: Vocabulary): Grid {
  const regions = [...vocabulary.regions.values()].filter(
    ({ level }) => level === 'province' || level === 'prefecture',
  )
  const industries = INDUSTRIES.split(' ').map((id) => vocabulary.industries.get(id)!)
  const indicators = INDICATORS.split(' ').map((id): Indicator => {
    const { base, measure } = vocabulary.splitIndicator(id)
    const { en, zh } = vocabulary.indicatorName(id)
    const unit = measure === null ? vocabulary.bases.get(base)!.units[0]! : 'percent'
    return { id, base, en, zh, unit }
  })
  return { regions, industries, indicators, years: Array.from({ length: 16 }, (_, i) => 2008 + i) }
}

/** Which cells of the grid are facts. */
export function makeFacts(grid: Grid, size: number, seed: number): Facts {
  const { regions, industries, indicators, years } = grid
  const count = regions.length * industries.length * indicators.length * years.length
  if (size > count) throw new Error(`there are ${count} facts to be made, not ${size}`)
  const permuted = permutation(count, seed)
  const cells = new Int32Array(size)
  const taken = new Uint8Array((count >> 3) + 1)
  for (let at = 0; at < size; at++) {
    const number = permuted(at)
    cells[at] = number
    taken[number >> 3]! |= 1 << (number & 7)
  }
  return {
    grid,
    size,
    cell: (at) => {
      let number = cells[at]!
      const take = <T>(list: readonly T[]): T => {
        const item = list[number % list.length]!
        number = Math.floor(number / list.length)
        return item
      }
      return {
        year: take(years),
        indicator: take(indicators),
        industry: take(industries),
        region: take(regions),
      }
    },
    has: ({ region, industry, indicator, year }) => {
      const number =
        ((regions.indexOf(region) * industries.length + industries.indexOf(industry)) * indicators.length +
          indicators.indexOf(indicator)) *
          years.length +
        years.indexOf(year)
      return (taken[number >> 3]! & (1 << (number & 7))) !== 0
    },
  }
}

export const idOf = ({ region, industry, indicator, year }: Cell): string =>
  `${region.code}-${year}/${industry.id}-${indicator.id.replace('.', '-')}`

/** One line of the interchange format. */
export function lineOf(cell: Cell, chance: () => number): string {
  const { region, industry, indicator, year } = cell
  const { value, text } = amount(indicator.unit, chance)
  return JSON.stringify({
    id: idOf(cell),
    region: region.en,
    regionCode: region.code,
    regionZh: region.zh,
    industry: industry.en,
    indicator: indicator.en,
    period: String(year),
    status: 'actual',
    value,
    unit: indicator.unit,
    statement: `In ${year}, the ${indicator.en} of ${industry.en} in ${region.en} came to ${text}.`,
    source: {
      publisher: `${region.en} Bureau of Statistics`,
      title: `Statistical bulletin of ${region.en} ${year}`,
      date: `${year + 1}-03-15`,
      url: `https://statistics.example/${region.code}/${year}`,
    },
  })
}

/** Writes the facts as JSON Lines; returns the bytes written. */
export function writeFacts(path: string, facts: Facts, seed: number): number {
  const chance = randomOf(seed)
  const file = openSync(path, 'w')
  let bytes = 0
  try {
    for (let from = 0; from < facts.size; from += LINES_AT_ONCE) {
      let text = ''
      for (let at = from; at < Math.min(facts.size, from + LINES_AT_ONCE); at++)
        text += `${lineOf(facts.cell(at), chance)}\n`
      bytes += writeSync(file, text)
    }
  } finally {
    closeSync(file)
  }
  return bytes
}

/** mulberry32: numbers in [0, 1), the same ones for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Every number below `count` once, in no visible order: a Feistel network that is asked again while it is beyond. */
function permutation(count: number, seed: number): (at: number) => number {
  const half = Math.ceil(Math.log2(count) / 2)
  const mask = 2 ** half - 1
  const chance = randomOf(seed)
  const keys = Array.from({ length: 4 }, () => Math.floor(chance() * 2 ** 32))
  return (at) => {
    let number = at
    do {
      let left = number >>> half
      let right = number & mask
      for (const key of keys) {
        const mixed = Math.imul(right ^ key, 0x9e3779b1)
        const next = left ^ ((mixed ^ (mixed >>> 15)) & mask)
        left = right
        right = next
      }
      number = left * 2 ** half + right
    } while (number >= count)
    return number
  }
}

function amount(unit: string, chance: () => number): { value: number; text: string } {
  if (unit === 'percent') {
    const tenths = 1 + Math.floor(chance() * 300)
    return { value: tenths / 10, text: `${tenths / 10} percent` }
  }
  const number = 11 + Math.floor(chance() * 9000)
  if (unit === 'yuan') return { value: number * 1e8, text: `${number / 10} billion yuan` }
  return { value: number, text: `${number} ${unit}` }
}

const LINES_AT_ONCE = 10_000
const INDUSTRIES =
  'semiconductors electronics-manufacturing software-services artificial-intelligence industrial-internet ' +
  'high-end-equipment intelligent-equipment robotics machine-tools maglev new-materials rare-earth-carbon-materials ' +
  'carbon-fibre bio-industry biomedicine biomanufacturing new-energy-vehicles autonomous-driving new-energy ' +
  'nuclear-power wind-power offshore-wind photovoltaics offshore-photovoltaics hydrogen-energy energy-storage ' +
  'lithium-batteries energy-saving-environment metaverse aerospace quantum-technology life-sciences humanoid-robots ' +
  'low-altitude-economy high-tech-manufacturing digital-economy e-commerce manufacturing advanced-manufacturing ' +
  'equipment-manufacturing automobiles special-purpose-vehicles petrochemicals chemicals rubber-tyres ' +
  'petroleum-equipment nonferrous-metals aluminium steel papermaking food-processing textiles-garments ' +
  'construction-machinery mining-machinery marine-economy fishery seawater-desalination agriculture logistics tourism'
const INDICATORS =
  'output-value added-value market-value revenue profit sales transaction-volume profits-and-taxes investment ' +
  'fixed-asset-investment project-investment foreign-investment projects key-projects enterprises technology-smes ' +
  'high-tech-enterprises clusters parks exports imports rd-spending patents employment loans wages smart-factories ' +
  'tax-revenue output-value.growth added-value.growth loans.growth revenue.growth profit.growth sales.growth ' +
  'investment.growth exports.growth imports.growth rd-spending.growth employment.growth enterprises.growth'

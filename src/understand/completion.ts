/** Names that complete while somebody types. */
import { fold } from '../base/folding.ts'
import type { FactBase } from '../facts/base.ts'
import type { RegionCode } from '../facts/fact.ts'
import { formatPeriod } from '../facts/period.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'

export type Completes = 'region' | 'industry' | 'indicator' | 'period'
export interface Completion {
  /** Of a place: its code, because names are shared. */
  code?: RegionCode
  label: string
  value: string
  keys: readonly string[]
}

/** Every name that can be typed, those with facts first. */
export function completions(vocabulary: Vocabulary, base: FactBase): Map<Completes, Completion[]> {
  const regions = [...vocabulary.regions.values()].map((region) => ({
    weight: base.ofRegion(region.code).length,
    item: {
      code: region.code,
      label: `${region.en} ${region.zh}`,
      value: region.en,
      keys: [fold(region.en), region.zh, region.short, region.pinyin, ...region.aliases.map(fold)],
    },
  }))
  const industries = [...vocabulary.industries.values()].map((industry) => {
    const code = base.industries.find(industry.id)
    return {
      weight: code === undefined ? 0 : base.ofIndustry(code).length,
      item: {
        label: `${industry.en} ${industry.zh}`,
        value: industry.en,
        keys: [fold(industry.en), industry.zh, ...industry.aliases.map(fold)],
      },
    }
  })
  const bases = [...vocabulary.bases.values()].map((one) => {
    const code = base.bases.find(one.id)
    return {
      weight: code === undefined ? 0 : base.ofBase(code).length,
      item: {
        label: `${one.en} ${one.zh}`,
        value: one.en,
        keys: [fold(one.en), one.zh, ...one.aliases.map(fold)],
      },
    }
  })
  const years = new Map<string, number>()
  for (let at = 0; at < base.size; at++) {
    if (!base.hasPeriod(at)) continue
    const text = formatPeriod({
      from: Math.floor(base.toOf(at) / 12) * 12,
      to: Math.floor(base.toOf(at) / 12) * 12 + 11,
      asOf: false,
    })
    years.set(text, (years.get(text) ?? 0) + 1)
  }
  const periods = [...years].map(([year]) => ({
    weight: Number(year),
    item: { label: year, value: year, keys: [year] },
  }))
  // "xi an" and "xian" both begin Xi'an
  const typedKeys = (keys: readonly string[]) => [
    ...new Set(keys.flatMap((key) => [key, key.replace(/[ ']/g, '')])),
  ]
  const sorted = (list: { weight: number; item: Completion }[]) =>
    list
      .sort((a, b) => b.weight - a.weight || a.item.label.length - b.item.label.length)
      .map(({ item }) => ({ ...item, keys: typedKeys(item.keys) }))
  return new Map([
    ['region', sorted(regions)],
    ['industry', sorted(industries)],
    ['indicator', sorted(bases)],
    ['period', sorted(periods)],
  ])
}

/** Names that begin with (or hold, in Chinese) what was typed, folded; `names` has those with facts first. */
export function begunWith(names: readonly Completion[], typed: string, limit: number): Completion[] {
  const squeezed = typed.replace(/[ ']/g, '')
  const found: Completion[] = []
  const begun: Completion[] = []
  for (const name of names) {
    if (name.keys.some((key) => key.startsWith(typed) || key.startsWith(squeezed))) {
      // those with facts come first in the list, so nothing better follows
      if (begun.push(name) >= limit) break
    } else if (typed !== '' && found.length < limit && name.keys.some((key) => key.includes(typed)))
      found.push(name)
  }
  return [...begun, ...found].slice(0, limit)
}

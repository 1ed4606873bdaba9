/**
 * The names of things: regions, industries, indicators, organisations and units, with their aliases and parents.
 * Names come from files anybody may edit, so they are keys of Maps only, never of plain objects.
 */
import { fold } from '../base/folding.ts'
import type { IndicatorId, IndustryId, OrganisationId, Phrase, RegionCode, UnitId } from './fact.ts'
import { readVocabulary } from './vocabulary-files.ts'

export type Level = 'country' | 'province' | 'prefecture' | 'county' | 'zone'

export interface Region {
  code: RegionCode
  en: string
  zh: string
  /** The Chinese name without its suffix: 东营. */
  short: string
  /** Without spaces and tones: dongying. */
  pinyin: string
  parent: RegionCode | null
  level: Level
  aliases: readonly string[]
  /** One character for a province: 鲁. */
  abbr?: string
}

export interface Industry {
  id: IndustryId
  en: string
  zh: string
  parents: readonly IndustryId[]
  aliases: readonly string[]
  gloss?: Phrase
}

/** What is measured, before a measure is taken of it: 'gdp' of 'gdp.growth'. */
export interface IndicatorBase {
  id: string
  en: string
  zh: string
  parents: readonly string[]
  /** What its level may be counted in. */
  units: readonly UnitId[]
  /** What people mean who name an industry and a measure only. */
  main: boolean
  /** Of facts without a number: a plan, a recognition. */
  topic: boolean
  /** The one industry it is a figure of by its nature, and so as a whole: cargo throughput is the ports'. */
  industry?: IndustryId
  aliases: readonly string[]
  gloss?: Phrase
}

/** What is taken of a base: 'growth' of 'gdp.growth'. */
export interface Measure {
  id: string
  en: string
  zh: string
  units: readonly UnitId[]
  aliases: readonly string[]
}

export interface Organisation {
  id: OrganisationId
  en: string
  zh: string
  aliases: readonly string[]
}

export interface Unit {
  id: UnitId
  en: string
  zh: string
  /** The Chinese measure word: 家, 个. */
  counter?: string
  /** Quantities are comparable within a class only. */
  class: string
  aliases: readonly string[]
}

export interface Entries {
  regions?: Iterable<Region>
  industries?: Iterable<Industry>
  bases?: Iterable<IndicatorBase>
  measures?: Iterable<Measure>
  organisations?: Iterable<Organisation>
  units?: Iterable<Unit>
}

/** Everything that has a name, by id. */
export class Vocabulary {
  readonly regions = new Map<RegionCode, Region>()
  readonly industries = new Map<IndustryId, Industry>()
  readonly bases = new Map<string, IndicatorBase>()
  readonly measures = new Map<string, Measure>()
  readonly organisations = new Map<OrganisationId, Organisation>()
  readonly units = new Map<UnitId, Unit>()

  constructor(entries: Entries = {}) {
    for (const region of entries.regions ?? []) this.regions.set(region.code, region)
    for (const industry of entries.industries ?? []) this.industries.set(industry.id, industry)
    for (const base of entries.bases ?? []) this.bases.set(base.id, base)
    for (const measure of entries.measures ?? []) this.measures.set(measure.id, measure)
    for (const organisation of entries.organisations ?? [])
      this.organisations.set(organisation.id, organisation)
    for (const unit of entries.units ?? []) this.units.set(unit.id, unit)
  }

  /** The regions a region lies in, nearest first: Dongying -> Shandong, China. */
  regionAncestors(code: RegionCode): RegionCode[] {
    const ancestors: RegionCode[] = []
    let parent = this.regions.get(code)?.parent ?? null
    while (parent !== null && !ancestors.includes(parent)) {
      ancestors.push(parent)
      parent = this.regions.get(parent)?.parent ?? null
    }
    return ancestors
  }

  industryIsA(child: IndustryId, ancestor: IndustryId): boolean {
    return this.industryDistance(child, ancestor) !== null
  }

  /** Steps up from child to ancestor, 0 when they are equal, null when it is no ancestor. */
  industryDistance(child: IndustryId, ancestor: IndustryId): number | null {
    return child === ancestor
      ? 0
      : (distances(child, this.industries, this.#industryLines).get(ancestor) ?? null)
  }

  baseIsA(child: string, ancestor: string): boolean {
    return this.baseDistance(child, ancestor) !== null
  }

  baseDistance(child: string, ancestor: string): number | null {
    return child === ancestor ? 0 : (distances(child, this.bases, this.#baseLines).get(ancestor) ?? null)
  }

  /** 'gdp.growth' -> gdp and growth; 'gdp' -> gdp alone. */
  splitIndicator(id: IndicatorId): { base: string; measure: string | null } {
    const dot = id.lastIndexOf('.')
    if (dot < 0) return { base: id, measure: null }
    return { base: id.slice(0, dot), measure: id.slice(dot + 1) }
  }

  /** 'gdp.growth' -> GDP growth, 地区生产总值增速; '*.growth' -> growth, 增速. */
  indicatorName(id: IndicatorId): Phrase {
    const { base, measure } = this.splitIndicator(id)
    const of = base === ANY_BASE ? NO_NAME : (this.bases.get(base) ?? { en: base, zh: base })
    if (measure === null) return { en: of.en, zh: of.zh }
    const taken = this.measures.get(measure) ?? { en: measure, zh: measure }
    return { en: `${of.en} ${taken.en}`.trim(), zh: of.zh + taken.zh }
  }

  /** The industry of these words; a new one under the asker's own words when there is none. */
  joinIndustry(words: string): IndustryId {
    const folded = fold(words)
    const known = this.#industryWords.find(folded, this.industries)
    if (known !== undefined) return known
    const name = spoken(words)
    this.industries.set(folded, { id: folded, en: name, zh: name, parents: [], aliases: [] })
    return folded
  }

  /** The base of these words; a new one under the asker's own words when there is none. */
  joinBase(words: string): string {
    const folded = fold(words)
    const known = this.#baseWords.find(folded, this.bases)
    if (known !== undefined) return known
    // a dot would be read as the start of a measure
    const id = fold(folded.replaceAll('.', ' '))
    const name = spoken(words)
    if (!this.bases.has(id)) {
      this.bases.set(id, {
        id,
        en: name,
        zh: name,
        parents: [],
        units: [],
        main: false,
        topic: false,
        aliases: [],
      })
    }
    return id
  }

  /** The unit of these words; a new one, a count, under the asker's own words when there is none. */
  joinUnit(words: string): UnitId {
    const folded = fold(words)
    const known = this.#unitWords.find(folded, this.units)
    if (known !== undefined) return known
    const name = spoken(words)
    this.units.set(folded, { id: folded, en: name, zh: name, class: 'count', aliases: [] })
    return folded
  }

  /** The known ones of these words only; undefined when there is none. */
  findIndustry = (words: string): IndustryId | undefined =>
    this.#industryWords.find(fold(words), this.industries)
  findBase = (words: string): string | undefined => this.#baseWords.find(fold(words), this.bases)
  findUnit = (words: string): UnitId | undefined => this.#unitWords.find(fold(words), this.units)

  readonly #industryLines = new Map<string, Map<string, number>>()
  readonly #baseLines = new Map<string, Map<string, number>>()
  readonly #industryWords = new Words()
  readonly #baseWords = new Words()
  readonly #unitWords = new Words()
}

/** Reads the files of data/vocabulary; everything wrong in them is thrown as one SetupError. */
export const loadVocabulary = (dir: string): Vocabulary => new Vocabulary(readVocabulary(dir))

/** Which id the words of a name belong to: ids first, then names, then aliases. */
class Words {
  #ids: Map<string, string> | undefined

  find(folded: string, entries: ReadonlyMap<string, Named>): string | undefined {
    if (entries.has(folded)) return folded
    this.#ids ??= wordsOf(entries)
    return this.#ids.get(folded)
  }
}

interface Named {
  id: string
  en: string
  zh: string
  aliases: readonly string[]
}

function wordsOf(entries: ReadonlyMap<string, Named>): Map<string, string> {
  const ids = new Map<string, string>()
  const add = (words: string, id: string) => {
    const folded = fold(words)
    if (!ids.has(folded)) ids.set(folded, id)
  }
  for (const { id, en, zh } of entries.values()) {
    add(en, id)
    add(zh, id)
  }
  for (const { id, aliases } of entries.values()) for (const alias of aliases) add(alias, id)
  return ids
}

/** The steps from an entry to each entry above it, found once. */
function distances(
  child: string,
  entries: ReadonlyMap<string, { parents: readonly string[] }>,
  known: Map<string, Map<string, number>>,
): Map<string, number> {
  let above = known.get(child)
  if (above !== undefined) return above
  above = new Map([[child, 0]])
  // a Map keeps its order of entry, so this walks the parents level by level
  for (const [id, steps] of above) {
    for (const parent of entries.get(id)?.parents ?? []) if (!above.has(parent)) above.set(parent, steps + 1)
  }
  known.set(child, above)
  return above
}

/** A name as its asker wrote it, on one line and not endless. */
const spoken = (words: string): string => words.normalize('NFC').replace(SPACES, ' ').trim()

const ANY_BASE = '*'
const NO_NAME: Phrase = { en: '', zh: '' }
const SPACES = /\s+/g

/**
 * What the base knows: one Fact is one statement a source made about one place. The names are those of the
 * statistics offices and of SDMX: indicator, period, unit, status, region code.
 */
import type { Period } from './period.ts'
import type { Quantity } from './quantity.ts'

/** Six digits of GB/T 2260 ('370500' is Dongying); '100000' is China as a whole. */
export type RegionCode = string
/** An id of data/vocabulary/industries.yaml; 'economy' when the source speaks of the whole. */
export type IndustryId = string
/**
 * What is measured: a base of data/vocabulary/indicators.yaml and, where it is not the level itself, a measure
 * after a dot: 'gdp', 'gdp.growth', 'added-value.share'. In a query the base may be '*': '*.growth' is any growth.
 */
export type IndicatorId = string
export type OrganisationId = string
export type UnitId = string
/** An article: 'dongying-2024-03-27'. */
export type SourceId = string

export const STATUSES = ['actual', 'planned', 'target', 'ongoing'] as const
/**
 * actual: it happened, or an official estimate of a finished period; planned: announced, signed or under way
 * with the figure still ahead; target: a goal or forecast; ongoing: being done now.
 */
export type Status = (typeof STATUSES)[number]

/** A phrase in both languages. */
export interface Phrase {
  en: string
  zh: string
}

export const BASIS_KINDS = [
  'year-on-year',
  'average-annual',
  'cumulative',
  'share',
  'points',
  'since',
  'lead',
] as const
/**
 * What a figure is measured against: growth year on year, an average per year (over `years`), a running total,
 * a share `of` something, percentage points against (`points`) or ahead of (`lead`) something, a change `since`.
 */
export interface Basis {
  kind: (typeof BASIS_KINDS)[number]
  of?: Phrase
  years?: number
}

/** Dimensions of a fact that were read from the article's context and not from the sentence itself. */
export type Inferred = 'period' | 'region' | 'industry'

/** One statement a source made about one place: what was measured, how much, when. */
export interface Fact {
  /** 'dongying-2024-03-27/offshore-wind-investment' */
  id: string
  region: RegionCode
  industry: IndustryId
  indicator: IndicatorId
  /** null: the source gives none, and an answer says so. */
  period: Period | null
  status: Status
  /** Absent for facts without a number: these are listed and summarised, never ranked. */
  quantity?: Quantity
  basis?: Basis
  /** The thing measured where industry and indicator are too wide: 'offshore wind power equipment industry park'. */
  subject?: Phrase
  /** The source's own limits: 'projects above 5 million yuan each'. */
  scope?: Phrase
  organisations: readonly OrganisationId[]
  /** The fact in plain words of our own. */
  statement: string
  statementZh?: string
  /** Words a person may ask with that no other field carries: 'gigabit city'. */
  keywords?: readonly string[]
  inferred: readonly Inferred[]
  source: SourceId
}

export const PUBLISHER_KINDS = [
  'official',
  'state-media',
  'press-release',
  'media',
  'company',
  'research',
] as const

/** The article a fact was taken from. */
export interface Source {
  id: SourceId
  publisher: string
  /** null where it is not known; `about` then says what the article is about. */
  title: string | null
  about?: string
  /** ISO date, month or year as far as it is known. */
  date: string | null
  url: string | null
  kind: (typeof PUBLISHER_KINDS)[number]
}

/** Everything the bot says in English. zh.ts has the type of this object: a missing sentence does not compile. */
import type { Caveat, ComparisonDimension, Dimension } from '../answer/answer.ts'
import type { Basis, Source, Status } from '../facts/fact.ts'
import type { Period } from '../facts/period.ts'
import type { Quantity } from '../facts/quantity.ts'
import type { Unit } from '../facts/vocabulary.ts'
import { amountEn, numberEn } from './number.ts'
import { dateEn, periodEn } from './period.ts'

/** A fact's parts in words, to be put together into one line. */
export interface FactWords {
  region: string
  /** '' when the source speaks of the whole economy. */
  industry: string
  indicator: string
  subject: string
  basis: string
  scope: string
  period: string
  amount: string
  usd: string
  organisations: string
  status: Status
}

export const en = {
  separator: '; ',
  amount: (quantity: Pick<Quantity, 'value' | 'bound'>, unit: Unit | undefined): string =>
    amountEn(quantity, unit),
  number: (value: number, unit: Unit | undefined): string => numberEn(value, unit),
  period: (period: Period): string => periodEn(period),
  date: (date: string): string => dateEn(date),
  basis: (basis: Basis, years: string): string => {
    const of = basis.of?.en ?? ''
    if (basis.kind === 'year-on-year') return 'year on year'
    if (basis.kind === 'average-annual')
      return `average per year${basis.years === undefined ? '' : ` over ${years} years`}`
    if (basis.kind === 'cumulative') return 'cumulative'
    if (basis.kind === 'share') return of === '' ? '' : `of ${of}`
    if (basis.kind === 'points') return `against ${of}`
    if (basis.kind === 'lead') return `ahead of ${of}`
    return `since ${of}`
  },
  /** "Dongying, offshore wind power equipment industry park: investment 24.8 billion yuan, cumulative, 2023" */
  fact: ({
    region,
    industry,
    indicator,
    subject,
    basis,
    scope,
    period,
    amount,
    usd,
    organisations,
    status,
  }: FactWords): string => {
    const place = [region, organisations, subject === '' ? industry : subject]
      .filter((part) => part !== '')
      .join(', ')
    const against = /^(?:of|ahead of|against|since) /.test(basis)
    // "30 percent of total investment" says what is measured
    const what = basis.startsWith('of ') || indicator === '' ? '' : `${indicator} `
    return `${place}: ${STATUS_EN[status]}${what}${amount}${usd}${basis === '' ? '' : against ? ` ${basis}` : `, ${basis}`}${scope === '' ? '' : ` (${scope})`}${period === '' ? '' : `, ${period}`}`
  },
  usd: (amount: string): string => ` (${amount} in the source)`,
  unknownPeriod: 'the source gives no period',
  level: {
    country: ' (country)',
    province: ' (province)',
    prefecture: ' (city)',
    county: ' (county)',
    zone: ' (zone)',
  },
  status: { actual: 'actual', planned: 'planned', target: 'target', ongoing: 'ongoing' } as Record<
    Status,
    string
  >,
  earlier: 'Other values of the same series:',
  also: 'Also in the base:',
  columns: {
    place: 'Place',
    what: 'What',
    value: 'Value',
    period: 'Period',
    status: 'Status',
    change: 'Change',
    source: 'Source',
  },
  derived: {
    earlier: (value: string, period: string, arithmetic: string): string =>
      `${period}: ${value}, derived: ${arithmetic}.`,
    part: (value: string, arithmetic: string): string => `${value}, derived: ${arithmetic}.`,
    share: (value: string, arithmetic: string): string =>
      `${value.replace(/^a/, 'A')}, derived: ${arithmetic}.`,
    ratio: (value: string, per: string, arithmetic: string): string =>
      `About ${value} per ${per}, derived: ${arithmetic}.`,
    sum: (value: string, arithmetic: string): string => `Together ${value}, derived: ${arithmetic}.`,
    average: (value: string, arithmetic: string): string => `On average ${value}, derived: ${arithmetic}.`,
    difference: (value: string, arithmetic: string): string =>
      `The difference is ${value}, derived: ${arithmetic}.`,
    count: (value: string): string => `${value} places have such a fact in the base:`,
  },
  higher: (winner: string): string => `${winner} is higher; the figures are comparable.`,
  same: 'The two figures are equal.',
  incomparable: 'These figures are not alike, so none is called the higher one.',
  missingSide: (names: string): string => `No such fact for ${names}.`,
  trendOf: (what: string): string => `${what} over time:`,
  summaryOf: (what: string): string => `What the sources say about ${what}:`,
  listOf: (total: string): string => `${total} facts agree:`,
  sourcesOf: (total: string): string =>
    total === '1' ? 'This comes from one article:' : `These ${total} articles say it:`,
  nothing: (what: string): string => `I have no fact for this: ${what}.`,
  allMeant: (names: string): string => `Looked for: ${names}.`,
  nothingAtAll: 'I have no fact for this.',
  whole: 'the whole (only parts of it are known)',
  wholeYear: 'a whole year (only parts of years are known)',
  nearest: 'Nearest facts, which differ from the question:',
  differsIn: (what: string): string => `differs in ${what}`,
  totalNumber: 'a total (only parts of it are known)',
  singleProject: 'single projects (only their numbers and sums are known)',
  noResult: 'only a plan or target is known, no result',
  beyond: {
    cause:
      'The base holds single figures from articles; it cannot tell whether one thing causes or goes with another.',
    exclusion:
      'I cannot leave something out of a figure or turn a question round; ask for each thing by itself.',
    advice: 'I report what sources say; I give no advice and make no forecasts.',
  },
  which: {
    region: 'Which place do you mean?',
    indicator: 'Several figures fit. Which one do you mean?',
    fact: 'Which fact do you mean?',
    reading: 'Which do you mean?',
  },
  dimension: {
    region: 'place',
    industry: 'industry',
    indicator: 'indicator',
    organisation: 'company',
    period: 'period',
    status: 'status',
    unit: 'unit',
    amount: 'amount',
    words: 'wording',
    level: 'level',
  } as Record<Dimension, string>,
  comparison: {
    indicator: 'indicator',
    industry: 'industry',
    subject: 'what is covered',
    scope: 'scope',
    level: 'administrative level',
    period: 'period',
    basis: 'basis',
    status: 'plan or result',
    unit: 'unit',
  } as Record<ComparisonDimension, string>,
  caveat: (caveat: Caveat, name: (id: string) => string): string => {
    switch (caveat.kind) {
      case 'narrower':
        return 'This is narrower than what was asked.'
      case 'wider':
        return 'The figure covers more than what was asked; see its scope.'
      case 'no-period':
        return 'The source gives no period.'
      case 'inferred-period':
        return "The period is read from the article's date."
      case 'planned':
        return 'Planned, not a result.'
      case 'target':
        return 'A target, not a result.'
      case 'other-measure':
        return 'The base has no amount for it, only this.'
      case 'sources-differ':
        return 'Sources differ here; both are shown.'
      case 'too-close':
        return 'A rounded figure leaves open which of them is higher.'
      case 'known-only':
        return `Of the places in ${name(caveat.region)}, only those with such a fact here are counted.`
      case 'disputed':
        return `Sources differ on ${caveat.regions.map(name).join(', ')}; ask for it alone to see each.`
      case 'read-as':
        return `Read as ${name(caveat.region)}: only it has this fact.`
      case 'part-in-place':
        return 'It lies in the place that was asked about; it is not the figure of the whole place.'
      case 'loosened':
        return `No fact says "${caveat.what}" here; this is the nearest that the place has.`
      case 'differ':
        return `They differ in ${caveat.dimensions.map((one) => en.comparison[one]).join(', ')}.`
      case 'contained':
        return en.contained([[name(caveat.inner), name(caveat.outer)]])
      case 'no-sum':
        return `No total: ${NO_SUM_EN[caveat.why]}.`
      case 'one-point':
        return 'There is only one value, so no trend can be told.'
      case 'cut':
        return `${caveat.shown} of ${caveat.total} shown.`
      case 'company-money':
        return "It is the company's figure, not the place's."
    }
  },
  /** [[Qingdao, Shandong], [Yantai, Shandong]] -> "Qingdao and Yantai are part of Shandong." */
  contained: (pairs: readonly (readonly [string, string])[]): string =>
    [...byOuter(pairs)]
      .map(([outer, inner]) =>
        inner.length === 1
          ? `${inner[0]} is part of ${outer}.`
          : `${inner.slice(0, -1).join(', ')} and ${inner.at(-1)} are part of ${outer}.`,
      )
      .join(' '),
  publisher: {
    official: 'official',
    'state-media': 'state media',
    'press-release': 'press release',
    media: 'media',
    company: 'company',
    research: 'research',
  } as Record<Source['kind'], string>,
  sources: 'Sources',
  noTitle: (about: string): string => `article about ${about}`,
  untitled: 'title not known',
  noDate: 'date not known',
  unused: (words: string): string => `Not used: ${words}.`,
  readAs: (pairs: string): string => `Read as: ${pairs}.`,
  carried: (what: string): string => `Still about: ${what}.`,
  colon: ': ',
  comma: ', ',
  aside: (text: string) => ` (${text})`,
  button: {
    trend: 'Trend',
    compare: (places: readonly string[]) => `Compare with ${places.join(', ')}`,
    sources: 'Sources',
    summary: 'Summary',
    more: 'More',
  },
  talk: {
    greeting: "Hello. I answer questions about what China's regions build, each number with its source.",
    thanks: 'You are welcome.',
    help: 'Ask for a figure by place, industry, indicator and year, in English or Chinese. You can compare places, rank them, ask for a trend, a summary or the sources, and follow up ("and Qingdao?").',
    reset: 'Forgotten. Ask a new question.',
    'too-long': 'Please shorten the question to 300 characters (about 40 words).',
    why: 'The last question was read as:',
    nothing: 'I did not find a place, industry or indicator in this. Name one and I will look it up.',
  },
  try: 'For example:',
}

export type Wording = typeof en

/** The places that lie in each place, in order of appearance. */
export function byOuter(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const inside = new Map<string, string[]>()
  for (const [inner, outer] of pairs) inside.set(outer, [...(inside.get(outer) ?? []), inner])
  return inside
}

const STATUS_EN: Readonly<Record<Status, string>> = {
  actual: '',
  planned: 'planned ',
  target: 'target for ',
  ongoing: 'ongoing ',
}
const NO_SUM_EN: Readonly<Record<Extract<Caveat, { kind: 'no-sum' }>['why'], string>> = {
  contained: 'one place lies in another, so it would count twice',
  units: 'the units differ',
  status: 'plans and results do not add up',
  periods: 'the periods differ',
  measure: 'such figures cannot be added',
  scope: 'they measure different things',
}

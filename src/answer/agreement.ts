/**
 * Whether one fact agrees with a query, and how closely it says what was asked. Agreement is exact: a fact that
 * contradicts one named constraint is no match, whatever its other merits. Only the order is a matter of points.
 */
import type { FactBase } from '../facts/base.ts'
import { type Fact, STATUSES, type Status } from '../facts/fact.ts'
import type { Only, Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { Amounts } from './amounts.ts'
import type { Dimension } from './answer.ts'
import type { Asked } from './asked.ts'
import type { Glance } from './glance.ts'
import { holdsWord, sameNumber } from './holds.ts'
import { Match } from './match.ts'
import { isCounted, Mentions } from './mentions.ts'
import { fitOf, PERIOD_COST, type PeriodFit } from './period-fit.ts'
import type { FactTexts } from './texts.ts'

export class Agreement {
  readonly #vocabulary: Vocabulary
  readonly #base: FactBase
  readonly #texts: FactTexts
  readonly #glance: Glance
  readonly #mentions: Mentions
  readonly #amounts: Amounts

  constructor(vocabulary: Vocabulary, base: FactBase, texts: FactTexts, glance: Glance) {
    this.#vocabulary = vocabulary
    this.#base = base
    this.#texts = texts
    this.#glance = glance
    this.#mentions = new Mentions(vocabulary, base, texts)
    this.#amounts = new Amounts(vocabulary, base, texts, glance)
  }

  check(at: number, query: Query, asked: Asked, ignore: ReadonlySet<Dimension>): Match | null {
    const base = this.#base
    let score = 100
    let inPlace = false
    let narrower = false
    let wider = false
    const numeric = base.hasQuantity(at)

    // ---- place
    const region = base.regionOf(at)
    let namesPlace = true
    if (asked.regions.size + asked.inside.size + asked.around.size > 0) {
      if (!asked.regions.has(region)) {
        if (!asked.inside.has(region)) {
          if (!asked.around.has(region) || !base.isLimited(at)) return null
          namesPlace = false
          score -= 2
        } else if (query.within === undefined) {
          inPlace = true
          score -= 6
        }
      }
    }
    if (
      query.level !== undefined &&
      !ignore.has('level') &&
      this.#vocabulary.regions.get(base.regions.name(region))?.level !== query.level
    )
      return null

    // ---- period
    let period: PeriodFit = 'unasked'
    if (query.periods.length > 0 && !ignore.has('period')) {
      const fit = this.#periodFit(at, query)
      if (fit === null) return null
      // from 2015 to 2019 it rose by other points than over 2018
      if (
        fit === 'point' &&
        query.intent === 'lookup' &&
        IN_POINTS.has(base.measures.name(base.measureOf(at)))
      )
        return null
      period = fit
      score -= PERIOD_COST[fit]
    }

    // ---- status
    const status = STATUSES[base.statusOf(at)]!
    if (query.status !== undefined && !ignore.has('status')) {
      if (!statusAgrees(query.status, status)) return null
      if (query.status !== status) score -= 2
    } else if (query.status === undefined) score -= STATUS_COST[status]

    // ---- in which industry: the columns first, because texts are dear
    const industry = base.industryOf(at)
    let strongOnes = 0
    let nearest = 99
    for (const one of asked.industries) {
      const steps = one.distance.get(industry)
      if (steps === undefined) continue
      strongOnes++
      nearest = Math.min(nearest, steps)
    }
    const limited = base.isLimited(at)
    const unmetIndustries = asked.industries.length - strongOnes
    if (unmetIndustries > 0 && query.any !== true && numeric && !limited) return null

    // ---- what is measured
    const baseNumber = base.baseOf(at)
    const measure = base.measureOf(at)
    let strong = 0
    let near = 99
    let unmet = 0
    for (let i = 0; i < asked.indicators.length; i++) {
      const indicator = asked.indicators[i]!
      const measured = indicator.measures === null || indicator.measures.has(measure)
      const steps = indicator.any ? 0 : indicator.distance.get(baseNumber)
      if (!measured || steps === undefined) {
        unmet++
        if (!measured && query.any !== true) return null
        continue
      }
      strong++
      near = Math.min(near, steps)
      if (indicator.second.has(baseNumber)) score -= SECOND
      if (indicator.firstMeasure !== null && indicator.firstMeasure !== measure) score -= SECOND
      if (i > 0 && query.any !== true) score -= 5
    }
    if (asked.indicators.length > 0) {
      if (query.any === true && strong === 0) return null
      if (strong === 0 && !this.#mentions.mayAnswer(at, asked.indicators, query, numeric)) return null
      if (unmet > 0 && query.any !== true) {
        for (const indicator of asked.indicators) {
          if (indicator.any || indicator.distance.has(baseNumber)) continue
          if (!this.#mentions.ofBase(at, indicator, measure)) return null
          score -= 3
        }
      }
      score -= strong > 0 ? near * 4 : 24
      if (near > 0 && near < 99) narrower = true
      if (asked.indicators[0]!.any && !this.#isMain(baseNumber, industry)) score -= 8
    }
    if (!asked.measured && numeric) score -= MEASURE_COST[base.measures.name(measure)] ?? 0

    if (asked.industries.length > 0) {
      let weakOnes = 0
      for (const one of asked.industries) {
        if (one.distance.has(industry)) continue
        if (this.#mentions.ofIndustry(at, one, numeric)) weakOnes++
        else if (query.any !== true) return null
      }
      if (strongOnes + weakOnes === 0) return null
      if (strongOnes === 0) {
        // a figure for four industries together answers for one of them only when it is what was asked otherwise
        if (numeric && strong === 0 && query.organisations.length === 0) return null
        score -= numeric ? 14 : 8
        wider = true
      } else {
        // manufacturing's share of GDP is no share of industry's, not even nearly
        if (nearest > 0 && numeric && strong > 0 && base.measures.name(measure) === 'share') return null
        score -= nearest * 3 + weakOnes * 2
        if (nearest > 0) narrower = true
      }
    } else if (!ignore.has('industry') && base.industries.name(industry) !== ECONOMY) score -= 9

    const otherMeasure = measure !== 0 && asked.level
    // a plan for the growth says nothing of the amount
    if (
      otherMeasure &&
      query.status === undefined &&
      status !== 'actual' &&
      base.measures.name(measure) === 'growth'
    )
      return null
    // one stretch is told with a caveat; two at once would be another figure
    if (
      numeric &&
      otherMeasure &&
      query.intent !== 'trend' &&
      (wider || asked.indicators.some(({ second }) => second.has(baseNumber)))
    )
      return null

    // ---- whose
    const needsText =
      query.organisations.length > 0 ||
      query.words.length > 0 ||
      query.quoted.length > 0 ||
      query.filter !== undefined
    if (query.only !== undefined && !this.#isOnly(at, query.only, asked, ignore)) return null
    if (query.words.length > 0 && !ignore.has('words') && !this.#glance.mayHold(at, query.words)) return null
    if (numeric && !needsText && score < 0) return null
    // "storage in Feicheng": the project's name says so, the figure is filed under its city
    if (!namesPlace && !this.#texts.of(at).limits.has(`region:${query.regions[0]}`)) return null
    // what the columns do not hold; of most facts of a large base there is nothing else
    const whole = base.whole(at)
    const organisations = whole?.organisations ?? NONE
    if (query.organisations.length > 0 && !ignore.has('organisation')) {
      const has = (id: string) => organisations.includes(id)
      if (!query.organisations.every(has)) {
        const mentions = this.#texts.of(at).mentions
        if (!query.organisations.every((id) => has(id) || mentions.has(`organisation:${id}`))) return null
        score -= 6
      }
    } else if (organisations.length > 0 && !ignore.has('organisation')) {
      // a company's figure is not its city's: something of it must have been asked for
      const specific = query.industries.length > 0 || query.words.length > 0 || query.quoted.length > 0
      if (numeric && query.indicators.length > 0 && !specific && !ignore.has('indicator')) return null
      score -= 7
    }

    // "NEV share of car output": the second industry is the whole, which this share is then not of
    const basis = base.basis(at)?.kind
    if (
      query.industries.length > 1 &&
      query.any !== true &&
      basis === 'share' &&
      !ignore.has('industry') &&
      this.#texts.of(at).limits.has(`industry:${base.industries.name(industry)}`)
    )
      return null

    // ---- in which unit, how much
    if (query.unit !== undefined && !ignore.has('unit')) {
      if (!numeric) return null
      const inDollars = query.unit === 'usd' && base.usd(at) !== undefined
      if (!inDollars && !this.#amounts.isSameUnit(query.unit, base.units.name(base.unitOf(at)))) return null
    }
    if (!ignore.has('amount')) {
      if (query.filter !== undefined && !this.#amounts.fits(at, query.filter)) return null
      for (const quoted of query.quoted) {
        if (quoted.op === 'under') {
          if (!this.#amounts.isPartOf(at, quoted, query)) return null
        } else if (this.#amounts.isOwn(at, quoted, query)) {
          // the number said back is the answer only when nothing else was asked for
          score += query.indicators.length > 0 && strong === 0 ? -10 : 6
        } else if (numeric && sameNumber(base.value[at]!, quoted.value)) {
          // "28 percent" is not 28 projects
          return null
        } else if (this.#amounts.holds(at, quoted.value)) score -= 1
        else if (strong > 0 && this.#amounts.isToldBeside(at, quoted)) score -= 1
        else return null
      }
    }

    // ---- words that no name carries
    if (query.words.length > 0 && !ignore.has('words')) {
      const text = this.#texts.of(at)
      for (const word of query.words) {
        if (!holdsWord(text, word)) return null
        score += 2
      }
      if (text.isPartOnly(query.words)) return null
    }
    if (!numeric && query.words.length === 0) score -= query.indicators.length === 0 ? 3 : 6
    if (whole?.scope !== undefined) score -= 0.5
    const hasSubject = whole?.subject !== undefined
    // what was measured more narrowly than its names say; words of the question may make up for it
    if (hasSubject && numeric) score -= 3
    if (query.unit === 'units' && query.indicators.length === 0 && !this.#isMain(baseNumber, industry))
      score -= 8
    if (basis === 'average-annual') score -= 3
    return new Match(base, at, {
      score,
      period,
      narrower,
      wider,
      otherMeasure,
      part: numeric && asked.broad && this.#isOfOneIndustry(base.fact(at)),
      inPlace,
      unsaid: hasSubject ? 1 : 0,
    })
  }

  /** "Anhui revenue" asks for no branch's; projects, investments and what belongs to one branch by its nature may be told. */
  #isOfOneIndustry({ industry, indicator, inferred }: Fact): boolean {
    if (industry === ECONOMY || inferred.includes('industry')) return false
    const { base, measure } = this.#vocabulary.splitIndicator(indicator)
    if (isCounted(base, this.#vocabulary) || this.#vocabulary.bases.get(base)?.industry === industry)
      return false
    return measure !== null || !(this.#vocabulary.baseIsA(base, 'investment') || SET_UP_ONCE.has(base))
  }

  #isOnly(at: number, only: readonly Only[], asked: Asked, ignore: ReadonlySet<Dimension>): boolean {
    const base = this.#base
    return only.every((one) => {
      if (ignore.has(ONLY_DIMENSION[one])) return true
      if (one === 'whole-years')
        return base.hasPeriod(at) && base.fromOf(at) % 12 === 0 && base.toOf(at) % 12 === 11
      if (one === 'companies') return base.fact(at).organisations.length > 0
      if (one === 'all-companies') return !this.#isOfOne(base.fact(at))
      if (one === 'single') return false
      const { subject } = base.fact(at)
      const isAskedItself = asked.indicators.some(({ distance }) => distance.get(base.baseOf(at)) === 0)
      return isAskedItself && (subject === undefined || !ADDED.test(subject.en))
    })
  }

  /** A company's figure, or that of one project or site, is no total of a place; a park's projects are many. */
  #isOfOne({ organisations, subject, indicator }: Fact): boolean {
    if (organisations.length > 0) return true
    if (subject === undefined) return false
    if (ONE_PROJECT.test(subject.en)) return true
    if (!ONE_SITE.test(subject.en)) return false
    const { base } = this.#vocabulary.splitIndicator(indicator)
    return !this.#vocabulary.baseIsA(base, 'investment') && !this.#vocabulary.baseIsA(base, 'projects')
  }

  /** What an industry is measured by where nothing else is named; an added value of its own is no less. */
  #isMain(base: number, industry: number): boolean {
    const one = this.#vocabulary.bases.get(this.#base.bases.name(base))
    if (one === undefined || one.main) return one?.main === true
    return (
      one.industry === this.#base.industries.name(industry) && this.#vocabulary.baseIsA(one.id, 'added-value')
    )
  }

  #periodFit(at: number, query: Query): PeriodFit | null {
    const base = this.#base
    if (!base.hasPeriod(at)) return null
    const from = base.fromOf(at)
    const to = base.toOf(at)
    // what was set up in August was set up in that year
    const isMoment = base.isAsOf(at) || SET_UP_ONCE.has(base.bases.name(base.baseOf(at)))
    let best: PeriodFit | null = null
    for (const period of query.periods) {
      const fit = fitOf(from, to, isMoment, period, query.since === true)
      if (fit !== null && (best === null || PERIOD_COST[fit] < PERIOD_COST[best])) best = fit
    }
    return best
  }
}

/** Planned, targeted and ongoing are all ahead; only what happened is a result. */
function statusAgrees(asked: Status, has: Status): boolean {
  if (asked === has) return true
  if (asked === 'actual') return false
  if (asked === 'ongoing') return has === 'planned'
  return has !== 'actual'
}

/** By what a fact that is not what was meant differs. */
export const ONLY_DIMENSION: Readonly<Record<Only, Dimension>> = {
  'whole-years': 'period',
  companies: 'organisation',
  stock: 'words',
  single: 'indicator',
  'all-companies': 'organisation',
}
const ONE_PROJECT = /\b(?:project|plant|factory|facility|mill|complex|farm|refinery)$/i
const ONE_SITE = /\b(?:park|base|hub|mall|port|campus)$/i
/** "newly built" */
const ADDED = /^new(?:ly)?\b|^added\b/
const ECONOMY = 'economy'
/** A fund is set up once, and always for something. */
const SET_UP_ONCE = new Set(['fund'])
const IN_POINTS = new Set(['change', 'lead'])
const STATUS_COST: Readonly<Record<Status, number>> = { actual: 0, ongoing: 3, planned: 5, target: 6 }
const MEASURE_COST: Readonly<Record<string, number>> = { growth: 10, share: 12, change: 14, lead: 14 }
/** A reading that is only an alias of the words, beside one that is their name. */
const SECOND = 3
const NONE: readonly string[] = []

/**
 * Finds the facts that agree with a query and orders them by how closely they say what was asked. Agreement is
 * exact: a fact that contradicts one named constraint is no match, whatever its other merits. Only the order is a
 * matter of points.
 */
import type { FactBase, Postings } from '../facts/base.ts'
import { type Fact, STATUSES, type Status } from '../facts/fact.ts'
import type { Period } from '../facts/period.ts'
import type { Filter, Only, Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { tidy } from '../understand/amounts.ts'
import { isHan, looseStem } from '../understand/tokens.ts'
import type { Dimension } from './answer.ts'
import { Glance } from './glance.ts'
import type { FactText, FactTexts } from './texts.ts'

export interface Match {
  at: number
  fact: Fact
  /** The higher, the closer to the question; comparable within one question. */
  score: number
  /** How the fact's period meets the one asked for. */
  period: PeriodFit
  /** Industry or indicator is a narrower one than asked: 'offshore wind' for 'wind power'. */
  narrower: boolean
  /** The industry asked for is one of several the figure covers. */
  wider: boolean
  /** An amount was not asked against ('how much'), but a growth or share is all there is. */
  otherMeasure: boolean
  /** The figure of one industry, where no industry was named and the indicator has none of its own. */
  part: boolean
  /** The place is inside the one asked for (a company's project there). */
  inPlace: boolean
  /** How much of the fact's subject the question does not speak of, from 0 to 1; 0 where it has none. */
  unsaid: number
}

export type PeriodFit = 'unasked' | 'exact' | 'moment' | 'point'

export interface FindOptions {
  /** Constraints left out of account: for finding what is near. */
  ignore?: ReadonlySet<Dimension>
  /** Words of the question that carry no constraint; facts that hold them come first. */
  hints?: () => readonly string[]
  /** Stop looking after so many matches: for offering something near, the very best is not needed. */
  enough?: number
}

export class Finder {
  readonly #vocabulary: Vocabulary
  readonly #base: FactBase
  readonly #texts: FactTexts
  readonly #glance: Glance
  #allOf: Postings | undefined
  readonly #industries = new Map<string, IndustryAsked>()
  readonly #indicators = new Map<string, IndicatorAsked>()

  constructor(vocabulary: Vocabulary, base: FactBase, texts: FactTexts) {
    this.#vocabulary = vocabulary
    this.#base = base
    this.#texts = texts
    this.#glance = new Glance(vocabulary, base)
  }

  /** All matches, best first. */
  find(
    query: Query,
    { ignore = NOTHING, hints = NO_HINTS, enough = Number.POSITIVE_INFINITY }: FindOptions = {},
  ): Match[] {
    const asked = this.#compile(query, ignore)
    if (asked === null) return []
    // industry as a whole is no more its "ten key branches" than the economy is
    const broad =
      isBroad(query) || (query.industries.join() === 'industry' && isBroad({ ...query, industries: [] }))
    const matches: Match[] = []
    const seen = new Set<number>()
    for (const list of this.#candidates(query, asked, ignore)) {
      for (const at of list) {
        const match = this.#check(at, query, asked, ignore)
        // a fact may stand in two of the lists
        if (match === null || seen.has(at)) continue
        // "exports of Shandong" asks for all of them, not for those of "the new three"
        if (broad && hints().length > 0 && !this.#coversSubject(match, hints())) continue
        seen.add(at)
        if (matches.push(match) >= enough) return this.#inOrder(matches)
      }
    }
    this.#inOrder(matches)
    if ((matches.length > 1 || matches[0]?.part === true) && hints().length > 0) {
      // words can lift a match by a few points only: those far behind need not be read
      const least = matches[0]!.score - HINT_POINTS
      for (const match of matches.slice(0, MOST_HINTED)) {
        if (match.score < least) break
        this.#hint(match, hints())
      }
      this.#inOrder(matches)
    }
    return matches
  }

  /** What is known of the places that the asked ones lie in, the nearest first; the country apart. */
  around(query: Query, options: FindOptions): Match[] {
    const places = new Set(query.regions.flatMap((code) => this.#vocabulary.regionAncestors(code)))
    const { within: _, ...open } = query
    const ignore = new Set(options.ignore)
    ignore.delete('region')
    return [...places]
      .filter((code) => code !== CHINA)
      .flatMap((code) => this.find({ ...open, regions: [code] }, { ...options, ignore, enough: AROUND }))
  }

  /** "Anhui revenue" asks for no branch's; projects, investments and what belongs to one branch by its nature may be told. */
  #isOfOneIndustry({ industry, indicator, inferred }: Fact): boolean {
    if (industry === ECONOMY || inferred.includes('industry')) return false
    const { base, measure } = this.#vocabulary.splitIndicator(indicator)
    if (this.#isCounted(base) || this.#vocabulary.bases.get(base)?.industry === industry) return false
    return measure !== null || !this.#vocabulary.baseIsA(base, 'investment')
  }

  /** Whether the question holds a word of what a figure is limited to. */
  #coversSubject({ at, fact }: Match, hints: readonly string[]): boolean {
    if (fact.subject === undefined || fact.quantity === undefined) return true
    // projects and what is put into them are always some projects; chosen enterprises are not the enterprises
    const { base } = this.#vocabulary.splitIndicator(fact.indicator)
    if (this.#vocabulary.baseIsA(base, 'investment') || this.#vocabulary.baseIsA(base, 'projects'))
      return true
    const { subject } = this.#texts.of(at)
    const own = this.#vocabulary.indicatorName(base)
    // the name of what is counted says nothing of which
    return hints.some((hint) =>
      isHan(hint)
        ? fact.subject!.zh.includes(hint) && !own.zh.includes(hint)
        : subject.has(looseStem(hint)) && !own.en.includes(hint),
    )
  }

  /** Best first; equals by time, newest first. */
  #inOrder(matches: Match[]): Match[] {
    const { to } = this.#base
    return matches.sort((a, b) => b.score - a.score || to[b.at]! - to[a.at]! || a.at - b.at)
  }

  /** Names as the numbers of the columns, so that a candidate is checked without strings. */
  #compile(query: Query, ignore: ReadonlySet<Dimension>): Asked | null {
    const base = this.#base
    const regions = new Set<number>()
    const inside = new Set<number>()
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
      if ((query.regions.length > 0 || query.within !== undefined) && regions.size + inside.size === 0)
        return null
    }
    const industries = ignore.has('industry')
      ? []
      : query.industries.map((id) => this.#readings(this.#industries, id, () => this.#industryReadings(id)))
    const indicators = ignore.has('indicator')
      ? []
      : query.indicators.map((id) => this.#readings(this.#indicators, id, () => this.#indicatorReadings(id)))
    return { regions, inside, industries, indicators }
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

  /** The shortest lists that must hold every match. */
  #candidates(query: Query, asked: Asked, ignore: ReadonlySet<Dimension>): Postings[] {
    const base = this.#base
    const options: Postings[][] = []
    if (query.organisations.length > 0 && !ignore.has('organisation')) {
      // facts may name the company in their text alone; then the place leads to them
      const lists = query.organisations.map((id) => base.ofOrganisation(id))
      if (lists.some(({ length }) => length > 0) || query.regions.length === 0) return lists
    }
    if (asked.regions.size + asked.inside.size > 0) {
      options.push(
        [...asked.regions, ...[...asked.inside].filter((number) => !asked.regions.has(number))].map(
          (number) => base.ofRegion(base.regions.name(number)),
        ),
      )
    }
    const [industry] = asked.industries
    const [indicator] = asked.indicators
    const regions = [...asked.regions, ...asked.inside]
    if (regions.length > 0 && regions.length <= FEW && base.size > SCAN_ALL && query.any !== true) {
      // facts that only mention a name can answer too, but these have texts that limit them
      const telling = regions.map((region) => base.ofRegionWithTexts(region))
      if (asked.indicators.length === 1 && !indicator!.any) {
        options.push([
          ...regions.flatMap((region) =>
            [...indicator!.distance.keys()].map((one) => base.ofRegionBase(region, one)),
          ),
          ...telling,
        ])
      }
      if (asked.industries.length === 1) {
        options.push([
          ...regions.flatMap((region) =>
            [...industry!.distance.keys()].map((one) => base.ofRegionIndustry(region, one)),
          ),
          ...telling,
        ])
      }
    }
    const single = asked.industries.length === 1 && asked.indicators.length === 1 && query.any !== true
    if (single && !indicator!.any && asked.regions.size + asked.inside.size === 0) {
      const pairs: Postings[] = []
      for (const i of industry!.distance.keys())
        for (const b of indicator!.distance.keys()) pairs.push(base.ofPair(i, b))
      if (base.size > SCAN_ALL) options.push(pairs)
    }
    if (asked.indicators.length === 1 && !indicator!.any && base.size > SCAN_ALL) {
      options.push([...indicator!.distance.keys()].map((number) => base.ofBase(number)))
    }
    if (query.quoted.length > 0 && options.length === 0 && base.size > SCAN_ALL && !ignore.has('amount')) {
      options.push([Int32Array.from(base.ofValue(query.quoted[0]!.value))])
    }
    if (options.length === 0 && query.words.length > 0 && base.size > SCAN_ALL && !ignore.has('words'))
      return [this.#glance.holding(query.words)]
    if (options.length === 0) return [this.#all()]
    const length = (lists: Postings[]) => lists.reduce((sum, list) => sum + list.length, 0)
    return options.sort((a, b) => length(a) - length(b))[0]!
  }

  #all(): Postings {
    this.#allOf ??= Int32Array.from({ length: this.#base.size }, (_, at) => at)
    return this.#allOf
  }

  #check(at: number, query: Query, asked: Asked, ignore: ReadonlySet<Dimension>): Match | null {
    const base = this.#base
    let score = 100
    let inPlace = false
    let narrower = false
    let wider = false
    const numeric = base.hasQuantity(at)

    // ---- place
    const region = base.region[at]!
    if (asked.regions.size > 0 || asked.inside.size > 0) {
      if (!asked.regions.has(region)) {
        if (!asked.inside.has(region)) return null
        if (query.within === undefined) {
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
      period = fit
      score -= PERIOD_COST[fit]
    }

    // ---- status
    const status = STATUSES[base.status[at]!]!
    if (query.status !== undefined && !ignore.has('status')) {
      if (!statusAgrees(query.status, status)) return null
      if (query.status !== status) score -= 2
    } else if (query.status === undefined) score -= STATUS_COST[status]

    // ---- in which industry: the columns first, because texts are dear
    const industry = base.industry[at]!
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
    const baseNumber = base.base[at]!
    const measure = base.measure[at]!
    let strong = 0
    let near = 99
    let unmet = 0
    for (const [i, indicator] of asked.indicators.entries()) {
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
      if (strong === 0 && !this.#mayOnlyMention(at, asked.indicators, query, numeric)) return null
      if (unmet > 0 && query.any !== true) {
        for (const indicator of asked.indicators) {
          if (indicator.any || indicator.distance.has(baseNumber)) continue
          if (!this.#mentionsBase(at, indicator, measure)) return null
          score -= 3
        }
      }
      score -= strong > 0 ? near * 4 : 24
      if (near > 0 && near < 99) narrower = true
      if (asked.indicators[0]!.any && !this.#isMain(baseNumber, industry)) score -= 8
    }
    if (!asked.indicators.some(({ measures }) => measures !== null) && numeric)
      score -= MEASURE_COST[base.measures.name(measure)] ?? 0

    if (asked.industries.length > 0) {
      let weakOnes = 0
      for (const one of asked.industries) {
        if (one.distance.has(industry)) continue
        if (this.#mentionsIndustry(at, one, numeric)) weakOnes++
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

    const otherMeasure =
      measure !== 0 &&
      asked.indicators.length > 0 &&
      asked.indicators.every(({ measures, any }) => measures === null && !any)
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
    const fact = numeric && !needsText && score < 0 ? null : base.fact(at)
    if (fact === null) return null
    if (query.organisations.length > 0 && !ignore.has('organisation')) {
      const has = (id: string) => fact.organisations.includes(id)
      if (!query.organisations.every(has)) {
        const mentions = this.#texts.of(at).mentions
        if (!query.organisations.every((id) => has(id) || mentions.has(`organisation:${id}`))) return null
        score -= 6
      }
    } else if (fact.organisations.length > 0 && !ignore.has('organisation')) {
      // a company's figure is not its city's: something of it must have been asked for
      const specific = query.industries.length > 0 || query.words.length > 0 || query.quoted.length > 0
      if (numeric && query.indicators.length > 0 && !specific && !ignore.has('indicator')) return null
      score -= 7
    }

    // "NEV share of car output": the second industry is the whole, which this share is then not of
    if (
      query.industries.length > 1 &&
      query.any !== true &&
      fact.basis?.kind === 'share' &&
      !ignore.has('industry') &&
      this.#texts.of(at).limits.has(`industry:${fact.industry}`)
    )
      return null

    // ---- in which unit, how much
    if (query.unit !== undefined && !ignore.has('unit')) {
      if (fact.quantity === undefined) return null
      const inDollars = query.unit === 'usd' && fact.quantity.usd !== undefined
      if (!inDollars && !this.#sameUnit(query.unit, fact.quantity.unit)) return null
    }
    if (!ignore.has('amount')) {
      if (query.filter !== undefined) {
        const fits = this.#filterFits(at, fact, query.filter)
        if (!fits) return null
      }
      for (const quoted of query.quoted) {
        const own =
          fact.quantity !== undefined &&
          (sameNumber(fact.quantity.value, quoted.value) ||
            sameNumber(fact.quantity.usd ?? Number.NaN, quoted.value)) &&
          (quoted.unit === undefined ||
            this.#sameUnit(quoted.unit, fact.quantity.unit) ||
            (quoted.unit === 'usd' && fact.quantity.usd !== undefined))
        if (own) {
          // the number said back is the answer only when nothing else was asked for
          score += query.indicators.length > 0 && strong === 0 ? -10 : 6
        } else if (fact.quantity !== undefined && sameNumber(fact.quantity.value, quoted.value)) {
          // "28 percent" is not 28 projects
          return null
        } else if (this.#holdsNumber(at, quoted.value)) score -= 1
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
    }
    if (!numeric && query.words.length === 0) score -= query.indicators.length === 0 ? 3 : 6
    if (fact.scope !== undefined) score -= 0.5
    // what was measured more narrowly than its names say; words of the question may make up for it
    if (fact.subject !== undefined && numeric) score -= 3
    if (query.unit === 'units' && query.indicators.length === 0 && !this.#isMain(baseNumber, industry))
      score -= 8
    if (fact.basis?.kind === 'average-annual') score -= 3
    const part = numeric && isBroad(query) && this.#isOfOneIndustry(fact)
    const unsaid = fact.subject === undefined ? 0 : 1
    return { at, fact, score, period, narrower, wider, otherMeasure, part, inPlace, unsaid }
  }

  /** A second thing asked for beside the head ("projects" in "investment of projects") must at least be mentioned. */
  #mentionsBase(at: number, { ids, any }: IndicatorAsked, measure: number): boolean {
    if (any) return true
    // beside a growth or a share the statement names much; only what limits the figure counts
    if (measure !== 0 && !this.#base.isLimited(at)) return false
    const text = this.#texts.of(at)
    return this.#names(measure === 0 ? text.mentions : text.limits, 'base:', (name) =>
      ids.some((id) => this.#vocabulary.baseIsA(name, id)),
    )
  }

  #mentionsIndustry(at: number, { ids }: IndustryAsked, numeric: boolean): boolean {
    if (numeric && !this.#base.isLimited(at)) return false
    const text = this.#texts.of(at)
    if (
      // a figure of several branches is none of the industry that one of them belongs to
      this.#names(numeric ? text.limits : text.mentions, 'industry:', (name) =>
        ids.some((id) =>
          // "four industries" in a limit names none
          numeric ? name === id && name !== 'industry' : this.#vocabulary.industryIsA(name, id),
        ),
      )
    )
      return true
    // 装备 is part of the longer name 海上风电装备产业园, in which it is no name of its own
    const zh = numeric ? text.limitsZh : text.zh
    return ids.some((id) => {
      const industry = this.#vocabulary.industries.get(id)
      return (
        industry !== undefined &&
        [industry.zh, ...industry.aliases].some((name) => isHan(name) && name.length > 1 && zh.includes(name))
      )
    })
  }

  #names(pool: ReadonlySet<string>, kind: string, fits: (name: string) => boolean): boolean {
    for (const name of pool) if (name.startsWith(kind) && fits(name.slice(kind.length))) return true
    return false
  }

  /** Whether a fact that only mentions what was asked may answer: a share "of investment", a thing that is named. */
  #mayOnlyMention(
    at: number,
    indicators: readonly IndicatorAsked[],
    query: Query,
    numeric: boolean,
  ): boolean {
    const measured = indicators.some(({ measures }) => measures !== null && !measures.has(0))
    if (numeric) {
      // "the share of investment", "how far ahead of fixed-asset investment": the base is what it is measured against
      const measure = this.#base.measure[at]!
      if (!measured || !this.#base.isLimited(at) || !AGAINST.has(this.#base.measures.name(measure)))
        return false
      // the share of what? of every industry there is one
      const industry = this.#base.industries.name(this.#base.industry[at]!)
      if (query.industries.length + query.words.length + query.quoted.length === 0 && industry !== ECONOMY)
        return false
      return indicators.every(
        ({ ids, measures }) =>
          measures?.has(measure) === true &&
          this.#names(this.#texts.of(at).limits, 'base:', (name) =>
            ids.some((id) => this.#vocabulary.baseIsA(name, id)),
          ),
      )
    }
    if (measured || query.unit !== undefined || indicators.some(({ measures }) => measures !== null))
      return false
    return query.intent === 'list' || indicators.every(({ ids }) => ids.some((id) => this.#isCounted(id)))
  }

  #isCounted(id: string): boolean {
    const base = this.#vocabulary.bases.get(id)
    return (
      base !== undefined &&
      !PERSONS.has(id) &&
      (base.topic || base.units.every((unit) => this.#vocabulary.units.get(unit)?.class === 'count'))
    )
  }

  #isOnly(at: number, only: readonly Only[], asked: Asked, ignore: ReadonlySet<Dimension>): boolean {
    const base = this.#base
    return only.every((one) => {
      if (ignore.has(ONLY_DIMENSION[one])) return true
      if (one === 'whole-years')
        return base.hasPeriod(at) && base.from[at]! % 12 === 0 && base.to[at]! % 12 === 11
      if (one === 'companies') return base.fact(at).organisations.length > 0
      if (one === 'single') return false
      const { subject } = base.fact(at)
      const isAskedItself = asked.indicators.some(({ distance }) => distance.get(base.base[at]!) === 0)
      return isAskedItself && (subject === undefined || !ADDED.test(subject.en))
    })
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
    const from = base.from[at]!
    const to = base.to[at]!
    let best: PeriodFit | null = null
    for (const period of query.periods) {
      const fit = fitOf(from, to, base.isAsOf(at), period, query.since === true)
      if (fit !== null && (best === null || PERIOD_COST[fit] < PERIOD_COST[best])) best = fit
    }
    return best
  }

  #sameUnit(asked: string, has: string): boolean {
    if (asked === has) return true
    const askedClass = this.#vocabulary.units.get(asked)?.class
    // a count of projects is no count of firms, but "units" and "pieces" say nothing
    if (askedClass === 'count')
      return (
        this.#vocabulary.units.get(has)?.class === 'count' &&
        (GENERIC_UNITS.has(asked) || GENERIC_UNITS.has(has))
      )
    return askedClass !== 'area' && askedClass === this.#vocabulary.units.get(has)?.class
  }

  #filterFits(at: number, fact: Fact, filter: Filter): boolean {
    const { quantity } = fact
    const comparable =
      quantity !== undefined &&
      (filter.unit === undefined ? true : this.#sameUnit(filter.unit, quantity.unit))
    if (comparable) {
      // no rate is meant by "below 200 billion", though every one of them is
      const isRate = RATES.has(quantity.unit)
      return passes(quantity.value, filter) && !(filter.unit === undefined && isRate && filter.value > 1000)
    }
    // "each above 5 million" answers "above 5 million", never "below" it
    return filter.op !== 'under' && this.#holdsNumber(at, filter.value)
  }

  #holdsNumber(at: number, value: number): boolean {
    return (
      this.#glance.mayHoldNumber(at, value) &&
      this.#texts.of(at).numbers.some((number) => sameNumber(number, value))
    )
  }

  /** Words of the question that the texts hold lift a match; a subject, by how much of it was said. */
  #hint(match: Match, hints: readonly string[]): void {
    const text = this.#texts.of(match.at)
    let points = 0
    const said = new Set<string>()
    let saidZh = 0
    for (const hint of hints) {
      if (!holdsWord(text, hint)) continue
      points += 0.6
      const stem = looseStem(hint)
      if (text.subject.has(stem)) said.add(stem)
      else if (text.subjectZh.has(hint)) saidZh++
    }
    match.score += Math.min(points, 3)
    if (match.fact.subject === undefined) return
    const share = Math.max(said.size / text.subject.size || 0, saidZh / text.subjectZh.size || 0)
    match.unsaid = 1 - share
    // what is named as a whole was asked for itself
    if (match.unsaid < HALF_SAID) match.part = false
    match.score +=
      share * Math.max(said.size, saidZh > 0 ? IN_CHINESE + saidZh / 10 : 0) - UNSAID * match.unsaid
  }
}

interface Asked {
  regions: ReadonlySet<number>
  /** Places inside the asked ones that count too. */
  inside: ReadonlySet<number>
  industries: readonly IndustryAsked[]
  indicators: readonly IndicatorAsked[]
}
interface IndustryAsked {
  ids: readonly string[]
  /** Industries that are the asked one or below it, and how far. */
  distance: ReadonlyMap<number, number>
}
interface IndicatorAsked {
  ids: readonly string[]
  any: boolean
  /** Bases that only the second or third reading of the words meant. */
  second: ReadonlySet<number>
  distance: ReadonlyMap<number, number>
  measures: ReadonlySet<number> | null
  /** Of several measures the likelier one. */
  firstMeasure: number | null
}

/** Asked of a place and an indicator alone: nothing in the question says which part is meant. */
const isBroad = ({ intent, industries, organisations, words, quoted, indicators, filter }: Query): boolean =>
  (intent === 'lookup' || intent === 'trend') &&
  indicators.length > 0 &&
  !indicators.some((id) => id.startsWith('*')) &&
  filter === undefined &&
  industries.length + organisations.length + words.length + quoted.length === 0

/** Planned, targeted and ongoing are all ahead; only what happened is a result. */
function statusAgrees(asked: Status, has: Status): boolean {
  if (asked === has) return true
  if (asked === 'actual') return false
  if (asked === 'ongoing') return has === 'planned'
  return has !== 'actual'
}

function fitOf(from: number, to: number, asOf: boolean, asked: Period, since: boolean): PeriodFit | null {
  if (asked.asOf && asked.from === asked.to) {
    // until then: a stock counted in that month, or what came together since January
    return to === asked.to && (asOf || (from % 12 === 0 && to - from < 12)) ? 'exact' : null
  }
  if (asked.to < 12) {
    // months of any year
    return from % 12 === asked.from && to - from === asked.to - asked.from ? 'exact' : null
  }
  if (since) return from >= asked.from ? 'exact' : null
  if (from === asked.from && to === asked.to) return 'exact'
  if (from >= asked.from && to <= asked.to) {
    if (asOf) return 'moment'
    // of several years asked for, whole years are points; months never stand in for their year
    return asked.to - asked.from > 12 && from % 12 === 0 && to % 12 === 11 ? 'point' : null
  }
  return null
}

function passes(value: number, { op, value: bound, high }: Filter): boolean {
  if (op === 'over') return value >= bound
  if (op === 'under') return value <= bound
  if (op === 'between') return value >= bound && value <= (high ?? bound)
  return sameNumber(value, bound)
}

const sameNumber = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

function holdsWord(text: FactText, word: string): boolean {
  if (word.includes(' ')) return word.split(' ').every((one) => holdsWord(text, one))
  if (/^\d+$/.test(word)) {
    // what has not the length of a year or the digits of an amount need not be looked for in all texts
    const number = Number(word)
    if (word.length === YEAR_LENGTH && text.years.has(word)) return true
    return tidy(number) === number && text.numbers.includes(number)
  }
  if (isHan(word))
    return (
      text.zh.includes(word) || ([...word].length > 3 && halves(word).every((half) => text.zh.includes(half)))
    )
  return text.words.has(looseStem(word)) || text.words.has(word)
}

/** 装备产业园 is found in 装备制造产业园: its two halves both stand there. */
function halves(word: string): string[] {
  const characters = [...word]
  const middle = characters.length >> 1
  return [characters.slice(0, middle).join(''), characters.slice(middle).join('')]
}

/** By what a fact that is not what was meant differs. */
export const ONLY_DIMENSION: Readonly<Record<Only, Dimension>> = {
  'whole-years': 'period',
  companies: 'organisation',
  stock: 'words',
  single: 'indicator',
}
/** "newly built" */
const ADDED = /^new(?:ly)?\b|^added\b/
const YEAR_LENGTH = 4
const NO_HINTS = (): readonly string[] => []
const NOTHING: ReadonlySet<Dimension> = new Set()
const ECONOMY = 'economy'
const CHINA = '100000'
/** Of one wider place so many matches are looked at. */
const AROUND = 20
const PERIOD_COST: Readonly<Record<PeriodFit, number>> = { unasked: 0, exact: 0, moment: 1, point: 4 }
const STATUS_COST: Readonly<Record<Status, number>> = { actual: 0, ongoing: 3, planned: 5, target: 6 }
const MEASURE_COST: Readonly<Record<string, number>> = { growth: 10, share: 12, change: 14, lead: 14 }
const RATES = new Set(['percent', 'percentage-points'])
const GENERIC_UNITS = new Set(['units', 'times'])
/** Who holds an office is said by a fact about that, never by one that mentions a leader. */
const PERSONS = new Set(['official', 'executive'])
/** Measures that are taken against something. */
const AGAINST = new Set(['share', 'lead', 'change'])
/** A reading that is only an alias of the words, beside one that is their name. */
const SECOND = 3
/** Below this many facts a walk over all of them is as fast as any list. */
const SCAN_ALL = 3_000
/** Places for which the short lists are worth their making. */
const FEW = 40
const MOST_READINGS = 5000
const MOST_HINTED = 200
/** Points for a Chinese subject that the question holds as a whole; an English one has one for each word. */
const IN_CHINESE = 4
/** Beyond this the question speaks of something else than the subject. */
const HALF_SAID = 0.3
/** What a subject costs that the question does not speak of. */
const UNSAID = 1
/** What words of the question can add to a match at most. */
const HINT_POINTS = 8

/**
 * Puts the spans of a question together into a query. Each decision is a named rule, kept in `steps`, so that
 * `explain` can print how the words became the query.
 */
import type { FactBase } from '../facts/base.ts'
import type { IndustryId, OrganisationId, RegionCode, Status } from '../facts/fact.ts'
import type { Period } from '../facts/period.ts'
import type { Filter, Fold, Intent, Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import type { Cue } from './cue.ts'
import type { Entity, EntityKind } from './lexicon.ts'
import type { Span } from './segment.ts'
import { isHan } from './tokens.ts'
import type { How, Link, Step } from './understanding.ts'

/** A query in the making. */
export type Draft = { -readonly [K in keyof Query]: Query[K] }

export interface Composed {
  draft: Draft
  cues: ReadonlySet<Cue>
  links: Link[]
  light: string[]
  /** Words that name no thing and were left out of account; the answer says so. */
  soft: string[]
  unknown: string[]
  steps: Step[]
  /** Whether it asks for yes or no: then a figure in it is to be checked, not a condition. */
  yesNo: boolean
  /** Other readings of an ambiguous place, likeliest first. */
  otherRegions: readonly RegionCode[][]
  /** Whether anything at all names a place, a thing or a number. */
  empty: boolean
}

export function compose(
  text: string,
  spans: readonly Span[],
  vocabulary: Vocabulary,
  base: FactBase,
): Composed {
  const steps: Step[] = []
  const links: Link[] = []
  const light: string[] = []
  const soft: string[] = []
  const unknown: string[] = []
  const cues = new Set<Cue>()
  const step = (rule: string, detail: string) => steps.push({ rule, detail })

  // ---- each span is one thing
  const places: Place[] = []
  const industries: Named[] = []
  const bases: Named[] = []
  const measures: Named[] = []
  const organisations: Named[] = []
  const units: Named[] = []
  const periods: { period: Period; since: boolean; at: number }[] = []
  const amounts: { filter: Filter; bounded: boolean; at: number }[] = []
  spans.forEach((span, at) => {
    const { meaning } = span
    if (meaning.kind === 'period') {
      if (AGAINST.test(spans[at - 1]?.text ?? '') && POINTS.test(text)) {
        // "3.1 points over 2018": the year it is measured against must stand in the fact's text
        unknown.push(String(Math.floor(meaning.period.from / 12)))
        step('period:measured-against', span.text)
        return
      }
      periods.push({ period: meaning.period, since: meaning.since, at })
      step(`period:${meaning.rule}`, span.text)
    } else if (meaning.kind === 'amount') {
      const unit = meaning.unitWords
      amounts.push({
        filter: { ...meaning.filter, ...(unit === undefined ? {} : { unit }) },
        bounded: meaning.bounded,
        at,
      })
    } else if (meaning.kind === 'unknown') {
      // one Chinese character alone names nothing, nor does 四大 of 四大产业
      if (isHan(meaning.word) && (meaning.word.length === 1 || COUNTED_ZH.test(meaning.word))) {
        soft.push(meaning.word)
        return
      }
      if (/^[a-z]$/.test(meaning.word) || isDescription(spans, at)) {
        soft.push(meaning.word)
        return
      }
      unknown.push(meaning.word)
      links.push({ words: span.text, entity: 'unknown', how: 'rule', score: 0 })
    } else if (meaning.kind === 'names') {
      const entities = chosen(meaning.entities, span, spans, at)
      const kind = entities[0]!.kind
      const named: Named = { ids: entities.map(({ id }) => id), at, text: span.text }
      const how: How = meaning.typo > 0 ? 'typo' : entities[0]!.how
      const score = meaning.typo > 0 ? Math.max(0.1, 1 - meaning.typo / span.text.length) : 1
      for (const { kind, id } of entities) {
        if (kind !== 'light')
          links.push({ words: span.text, entity: `${kind}:${id}`, how, score: Number(score.toFixed(2)) })
      }
      if (kind === 'region') places.push({ readings: entities, at, text: span.text })
      else if (kind === 'industry') industries.push(named)
      else if (kind === 'base' && SINGULAR_THINGS.has(span.text)) light.push(span.text)
      else if (kind === 'base') bases.push(named)
      else if (kind === 'measure') {
        measures.push(named)
        // "percentage points" is a measure's alias and the unit at once
        if (POINTS.test(span.text)) units.push({ ids: ['percentage-points'], at, text: span.text })
      } else if (kind === 'organisation') organisations.push(named)
      else if (kind === 'unit' && isHan(span.text) && span.text.length === 1 && !UNITS_ALONE.has(span.text))
        light.push(span.text)
      else if (kind === 'unit' && (span.text === 'time' || isCountUnit(vocabulary, named.ids)))
        light.push(span.text)
      else if (kind === 'unit') units.push(named)
      else if (kind === 'cue' && PLURAL_PLACES.test(span.text)) {
        cues.add(span.text.includes('cit') ? 'level:prefecture' : 'level:province')
      } else if (
        kind === 'other' &&
        span.text === 'first' &&
        spans[at - 1] !== undefined &&
        isCue(spans[at - 1]!, ORDERS)
      )
        light.push(span.text)
      else if (kind === 'cue' && SINGULAR_PLACES.has(span.text)) light.push(span.text)
      else if (kind === 'cue') for (const { id } of entities) cues.add(id as Cue)
      else if (kind === 'other' && isDescription(spans, at)) soft.push(span.text)
      else if (kind === 'other') unknown.push(span.text)
      else if (kind === 'soft') soft.push(span.text)
      else light.push(span.text)
      // a plan is a cue and a topic at once; the cue counts, the topic is only a hint
      for (const { kind: also, id } of meaning.entities)
        if (also === 'cue' && kind !== 'cue' && kind !== 'region') cues.add(id as Cue)
    }
  })

  // "the city with the highest GDP" asks for a city; "the city of Qingdao" does not
  if (cues.has('order:highest') || cues.has('order:lowest') || cues.has('intent:rank')) {
    spans.forEach((span, at) => {
      if (SINGULAR_PLACES.has(span.text) && spans[at + 1]?.text !== 'of')
        cues.add(
          /^(?:city|prefecture)$/.test(span.text)
            ? 'level:prefecture'
            : span.text === 'province'
              ? 'level:province'
              : 'level:any',
        )
    })
  }
  if (COMPARED_ZH.test(text)) cues.add('intent:compare')
  if (HOW_CHANGED.test(text)) {
    cues.add('intent:trend')
    measures.splice(0, measures.length, ...measures.filter(({ ids }) => !ids.includes('change')))
  }
  if (WHERE_FROM.test(text)) cues.add('intent:sources')
  const money = MONEY_ASKED.exec(text)
  if (money !== null && units.length === 0)
    units.push({ ids: [/美元|dollars/.test(money[0]) ? 'usd' : 'yuan'], at: -1, text: money[0] })

  const draft: Draft = {
    intent: 'lookup',
    regions: [],
    industries: [],
    indicators: [],
    organisations: [...new Set(organisations.flatMap(({ ids }) => ids))] as OrganisationId[],
    periods: periods.map(({ period }) => period),
    quoted: [],
    words: [],
  }
  if (periods.some(({ since }) => since)) draft.since = true

  const otherRegions = placesInto(draft, places, spans, cues, vocabulary, base, step)
  industriesInto(draft, industries, bases, measures, cues, spans, step, light)
  statusInto(draft, cues, text, bases, step)
  indicatorsInto(draft, bases, measures, units, amounts, cues, spans, vocabulary, step)
  amountsInto(draft, amounts, units, cues, spans, text, step)
  draft.words = [...new Set(unknown)]
  if (AVERAGE.test(text) && draft.indicators.some((id) => id.includes('growth'))) {
    // an average over years is another figure than one year's growth
    draft.words = [...draft.words, 'average']
    step('basis:average', 'average')
  }
  foldInto(draft, cues, text, step)
  draft.intent = intentOf(draft, cues, text, spans, vocabulary, step)
  cleanUp(draft, vocabulary)

  const empty =
    draft.indicators.length +
      units.length +
      places.length +
      industries.length +
      bases.length +
      measures.length +
      organisations.length +
      periods.length +
      amounts.length +
      unknown.length ===
    0
  return {
    draft,
    cues,
    links,
    light,
    soft,
    unknown,
    steps,
    yesNo: YES_NO.test(text) || cues.has('ask:yesno'),
    otherRegions,
    empty,
  }
}

interface Named {
  ids: string[]
  at: number
  text: string
}
interface Place {
  readings: readonly Entity[]
  at: number
  text: string
}
type Note = (rule: string, detail: string) => void

/** The one kind a span is taken for; several ids of that kind are several readings. */
function chosen(entities: readonly Entity[], span: Span, spans: readonly Span[], at: number): Entity[] {
  const word = span.text
  // 'it' is the pronoun and the industry; capitals are gone by now, so the everyday word wins
  const kinds: readonly EntityKind[] = word.length <= 2 && /^[a-z]+$/.test(word) ? CUE_FIRST : KINDS
  for (const kind of kinds) {
    const of = entities.filter((entity) => entity.kind === kind)
    if (of.length === 0) continue
    // "industries" asks which, it is no branch; "areas" are fields, no square metres
    if (
      kind === 'industry' &&
      GENERIC_INDUSTRY.has(word) &&
      entities.some(({ id }) => id === 'industrial-focus')
    )
      continue
    if (kind === 'base' && word === 'areas') continue
    if (kind === 'region') {
      // "guides" is no plural of the county Guide
      if (of.every(({ rank }) => rank >= 4) && (/^[a-z]+s$/.test(word) || NO_COUNTIES.has(word))) continue
      // a county's name that is also another name or an everyday word is the other one
      const county = of.every(({ rank }) => rank >= 4)
      if (county && entities.some((entity) => entity.kind !== 'region')) continue
      const next = spans[at + 1]?.text ?? ''
      if (COUNTY_SUFFIX.test(next)) {
        const counties = of.filter(({ rank }) => rank >= 2)
        if (counties.length > 0) return counties
      }
      if (next === 'city' || next === '市') {
        const cities = of.filter(({ id, rank }) => rank < 2 && !id.endsWith('0000'))
        if (cities.length > 0) return cities
      }
      const least = Math.min(...of.map(({ rank }) => rank))
      return of.filter(({ rank }) => rank < least + 0.05).sort((a, b) => a.rank - b.rank)
    }
    const least = Math.min(...of.map(({ rank }) => rank))
    // an exact name beats an alias of something else; of an indicator the alias stays a second reading ("output")
    const exact = of.filter(({ how }) => how === 'exact')
    if (exact.length > 0 && kind !== 'base') return exact
    return of.filter(({ rank }) => rank <= least + 0.75).sort((a, b) => a.rank - b.rank)
  }
  return [entities[0]!]
}

/** Which places, and whether they are meant themselves or what lies in them. */
function placesInto(
  draft: Draft,
  places: readonly Place[],
  spans: readonly Span[],
  cues: ReadonlySet<Cue>,
  vocabulary: Vocabulary,
  base: FactBase,
  step: Note,
): RegionCode[][] {
  let codes = places.map(({ readings }) => readings.map(({ id }) => id))
  // "Suzhou, Anhui": the reading that lies in the other place
  codes = codes.map((readings, i) => {
    if (readings.length < 2) return readings
    const others = codes.filter((_, j) => j !== i).flat()
    const fitting = readings.filter((code) =>
      vocabulary.regionAncestors(code).some((ancestor) => ancestor !== CHINA && others.includes(ancestor)),
    )
    if (fitting.length > 0) step('place:by-parent', fitting.join(','))
    return fitting.length > 0 ? fitting : readings
  })
  // "Hefei, Anhui", 安徽合肥: the wider name only says where the narrower lies
  const dropped = new Set<number>()
  places.forEach((place, i) => {
    places.forEach((other, j) => {
      if (i === j || Math.abs(place.at - other.at) > 3 || dropped.has(j)) return
      const wider = codes[i]!
      const narrower = codes[j]!
      if (
        !narrower.some((code) =>
          vocabulary.regionAncestors(code).some((ancestor) => wider.includes(ancestor)),
        )
      )
        return
      const [from, to] = place.at < other.at ? [place.at, other.at] : [other.at, place.at]
      if (
        !spans.slice(from + 1, to).some((span) => isCue(span, JOINING) && span.meaning.kind !== 'mark') &&
        !cues.has('intent:compare')
      )
        dropped.add(i)
    })
  })
  // "national-level bases in Jining": an adjective, not the place China
  places.forEach((place, i) => {
    if (codes[i]![0] === CHINA && CHINA_ADJECTIVE.test(place.text)) dropped.add(i)
    else if (
      codes[i]![0] === CHINA &&
      codes.length > 1 &&
      !cues.has('intent:compare') &&
      spans[place.at - 1]?.text === 'in'
    )
      dropped.add(i)
  })
  if (draft.organisations.length > 0 && codes.length === 1 && codes[0]![0] === CHINA) dropped.add(0)
  const kept = codes.filter((_, i) => !dropped.has(i))
  if (dropped.size > 0) step('place:wider-name-dropped', [...dropped].map((i) => places[i]!.text).join(', '))

  const level = cues.has('level:prefecture')
    ? 'prefecture'
    : cues.has('level:province')
      ? 'province'
      : cues.has('level:county')
        ? 'county'
        : null
  if (level !== null) {
    const container = kept.length === 1 ? kept[0]![0]! : undefined
    const containerLevel = container === undefined ? undefined : vocabulary.regions.get(container)?.level
    const below = LEVEL_ORDER.indexOf(level)
    if (container === undefined && kept.length === 0) draft.level = level
    else if (containerLevel !== undefined && LEVEL_ORDER.indexOf(containerLevel) < below) {
      if (container !== CHINA) draft.within = container!
      draft.level = level
      step('place:contained', `${level} in ${container}`)
      return []
    }
  } else if (kept.length === 1 && kept[0]![0] !== CHINA && isInside(places, spans)) {
    draft.within = kept[0]![0]!
    step('place:within', kept[0]![0]!)
    return []
  }
  draft.regions = [...new Set(kept.map((readings) => likeliest(readings, base)))]
  return kept
    .filter((readings) => readings.length > 1)
    .map((readings) => readings.filter((code) => !draft.regions.includes(code)))
}

/** "within Shandong", 山东省内: what lies in the place, not the place. */
const isInside = (places: readonly Place[], spans: readonly Span[]): boolean =>
  places.some(
    ({ at }) =>
      /^(?:inside|within)$/.test(spans[at - 1]?.text ?? '') ||
      /^(?:省内|境内|范围内|下辖|所辖|辖内|内)$/.test(spans[at + 1]?.text ?? ''),
  )

/** Among places of one name the one that has facts; the others stay choices. */
function likeliest(readings: readonly RegionCode[], base: FactBase): RegionCode {
  return [...readings].sort(
    (a, b) => Math.sign(base.ofRegion(b).length) - Math.sign(base.ofRegion(a).length),
  )[0]!
}

function industriesInto(
  draft: Draft,
  industries: readonly Named[],
  bases: readonly Named[],
  measures: readonly Named[],
  cues: ReadonlySet<Cue>,
  spans: readonly Span[],
  step: Note,
  light: string[],
): void {
  const kept: Named[] = []
  for (const named of industries) {
    if (GENERIC_INDUSTRY.has(named.text)) {
      light.push(named.text)
      continue
    }
    if (named.ids.includes(ECONOMY)) {
      // "economic growth" is the growth of GDP; beside another industry the word adds nothing
      if (bases.length === 0 && (measures.length > 0 || cues.has('ask:rate'))) {
        ;(bases as Named[]).push({ ids: ['gdp'], at: named.at, text: named.text })
        step('industry:economy-is-gdp', named.text)
      } else if (bases.length === 0 && industries.length === 1) kept.push(named)
      continue
    }
    kept.push(named)
  }
  // 工业 beside a branch of it adds nothing
  const branches = kept.filter(({ ids }) => !ids.every((id) => id === 'industry' || id === 'manufacturing'))
  if (branches.length > 0 && branches.length < kept.length && !isCoordinated(kept, spans))
    kept.splice(0, kept.length, ...branches)
  draft.industries = [...new Set(kept.map(({ ids }) => ids.join('|')))] as IndustryId[]
  if (kept.length > 1 && isCoordinated(kept, spans)) draft.any = true
}

function indicatorsInto(
  draft: Draft,
  bases: readonly Named[],
  measures: readonly Named[],
  units: readonly Named[],
  amounts: readonly { filter: Filter }[],
  cues: ReadonlySet<Cue>,
  spans: readonly Span[],
  vocabulary: Vocabulary,
  step: Note,
): void {
  const taken = new Set(measures.flatMap(({ ids }) => ids))
  // "imports: change" may be told as a growth
  if (taken.has('change') && taken.size === 1) taken.add('growth')
  const unitNamed = (id: string) => units.some(({ ids }) => ids.includes(id))
  if (unitNamed('percentage-points') || amounts.some(({ filter }) => filter.unit === 'percentage-points')) {
    taken.clear()
    const ahead = AHEAD.test(spans.map(({ text }) => text).join(' '))
    for (const measure of ahead ? ['lead', 'change'] : ['change', 'lead']) taken.add(measure)
    step('measure:in-points', 'change, lead')
  } else if (taken.size === 0 && cues.has('ask:rate')) {
    taken.add('growth')
    step('measure:how-fast', 'growth')
  }
  if (cues.has('ask:share') && !taken.has('growth') && !taken.has('change')) {
    taken.add('share')
    step('measure:what-share', 'share')
  }
  // a thing that is only mentioned ("the plant", "the plan") narrows nothing where something else is asked for
  let named = bases.filter(({ ids }) => !ids.every((id) => vocabulary.bases.get(id)?.topic === true))
  const others = draft.organisations.length + amounts.length + units.length > 0
  const topics = bases.filter((one) => !named.includes(one))
  if (named.length === 0 && taken.size === 0 && !others) named = topics
  // "which companies does it work with" asks for partners, not for a number of companies
  const partners = topics.filter(({ ids }) => ids.includes('partnership'))
  if (partners.length > 0 && !cues.has('ask:count') && named.every(({ ids }) => ids.includes('enterprises')))
    named = partners
  // "projects signed": the narrower kind of project says it all; "upgrade projects kicked off": the verb adds nothing
  const kindOfProject = ({ ids }: Named) =>
    ids.every((id) => id !== 'projects' && vocabulary.baseIsA(id, 'projects'))
  const kinds = named.filter(kindOfProject)
  // projects that are planned "to be launched" are planned projects
  const isPlanVerb = ({ text }: Named) => draft.status === 'planned' && /^launch/.test(text)
  named = named.filter(
    (one) =>
      !named.some(
        (other) =>
          other !== one && other.ids.length < one.ids.length && other.ids.every((id) => one.ids.includes(id)),
      ) &&
      !(kinds.length > 0 && one.ids.includes('projects') && !kinds.every(isPlanVerb)) &&
      !(isPlanVerb(one) && named.length > 1) &&
      !(
        kinds.length > 1 &&
        kindOfProject(one) &&
        !/project|项目|工程/.test(one.text) &&
        kinds.some(({ text }) => /project|项目/.test(text))
      ),
  )
  // 重点项目计划投资: what is invested in key projects has a name of its own
  const invested = named.find(({ ids }) => ids.includes('investment'))
  const inKind = named.find(({ ids }) => ids.some((id) => INVESTED_IN.has(id)))
  if (
    invested !== undefined &&
    inKind !== undefined &&
    !isCoordinated(
      [inKind, invested].sort((a, b) => a.at - b.at),
      spans,
    )
  ) {
    const ids = inKind.ids.flatMap((id) => INVESTED_IN.get(id) ?? [])
    named = [...named.filter((one) => one !== invested && one !== inKind), { ...invested, ids }]
    step('indicator:invested-in', ids.join(','))
  }
  // "contribution to output growth" is one thing
  const contribution = named.filter(({ ids }) => ids.includes('growth-contribution'))
  if (contribution.length > 0) named = contribution
  // "which company builds a base there": the verb asks for no output
  if (
    draft.industries.length + draft.organisations.length > 0 &&
    named.every(({ text }) => VERBS.has(text)) &&
    WHICH.test(spans.map(({ text }) => text).join(' ')) &&
    !cues.has('ask:count') &&
    !cues.has('ask:amount')
  )
    named = []
  if (named.length > 1) {
    // "how many projects were built": the verb adds nothing to what is counted; nor do "firms" to their growth
    const nouns = named.filter(
      ({ text, ids }) => !VERBS.has(text) && !(taken.size > 0 && ids.includes('enterprises')),
    )
    if (nouns.length > 0) named = nouns
  }
  named = named.map((one) => ({ ...one, ids: readingsFor(one.ids) }))

  // "how much" and "how many" ask for the level: a growth rate is no answer to them
  if (taken.size === 0 && named.length > 0 && (cues.has('ask:amount') || cues.has('ask:count')))
    taken.add(LEVEL)
  const measured = (ids: readonly string[]): string => {
    // what is a rate already has no growth of its own: "contribution to growth"
    const ofRates = ids.every(
      (id) =>
        vocabulary.bases.get(id)?.units.every((unit) => unit === 'percent') === true &&
        vocabulary.bases.get(id)?.topic !== true,
    )
    return taken.size === 0 || ofRates ? ids.join('|') : `${ids.join('|')}.${[...taken].join('|')}`
  }
  if (named.length === 0) draft.indicators = taken.size === 0 ? [] : [measured(['*'])]
  else draft.indicators = [...new Set(named.map(({ ids }) => measured(ids)))]
  const [measure] = measures
  const last = named.at(-1)
  if (named.length > 1 && isCoordinated(named, spans, named.length > 2)) draft.any = true
  else if (
    named.length === 1 &&
    last !== undefined &&
    measure !== undefined &&
    measure.at > last.at &&
    isCoordinated([last, measure], spans)
  ) {
    // "output and its growth": both
    draft.indicators = [`${last.ids.join('|')}.${LEVEL}`, measured(last.ids)]
    draft.any = true
    step('indicator:level-and-measure', measure.text)
  } else if (named.length > 1) {
    // the head noun is what is measured: the last of "project investment", the first of "investment of projects"
    const of = spans.findIndex(
      (span, at) => (span.text === 'of' || span.text === 'in') && at > named[0]!.at && at < named.at(-1)!.at,
    )
    const head = of >= 0 ? named[0]! : named.at(-1)!
    const first = measured(head.ids)
    draft.indicators = [...draft.indicators].sort((a, b) => Number(b === first) - Number(a === first))
    step('indicator:head', head.text)
  }

  function readingsFor(ids: readonly string[]): string[] {
    const counted = ids.every((id) => vocabulary.baseIsA(id, 'projects'))
    if (
      counted &&
      !bases.some(({ ids: other }) => other.some((id) => vocabulary.baseIsA(id, 'investment'))) &&
      (unitNamed('yuan') || unitNamed('usd'))
    ) {
      step('indicator:projects-in-money', 'project-investment')
      return ids.includes('projects') ? ['investment'] : ['project-investment']
    }
    // what is planned to be put out is a capacity; a result never is
    if (ids.includes('output') && (draft.status === 'planned' || draft.status === 'target'))
      return [...ids, 'production-capacity']
    return [...ids]
  }
}

function statusInto(
  draft: Draft,
  cues: ReadonlySet<Cue>,
  text: string,
  bases: readonly Named[],
  step: Note,
): void {
  const asked: Status[] = []
  if (cues.has('status:target')) asked.push('target')
  else if (cues.has('status:planned')) asked.push('planned')
  if (cues.has('status:ongoing')) asked.push('ongoing')
  if (cues.has('status:actual')) asked.push('actual')
  const spent = bases.some(({ ids }) => ids.includes('investment')) && SPENT.test(text)
  if (spent && asked.length === 0) {
    asked.push('actual')
    step('status:money-spent', 'actual')
  }
  if (asked.length === 1) draft.status = asked[0]!
  else if (asked.length > 1) step('status:both-named', asked.join(' or '))
}

function amountsInto(
  draft: Draft,
  amounts: readonly { filter: Filter; bounded: boolean; at: number }[],
  units: readonly Named[],
  cues: ReadonlySet<Cue>,
  spans: readonly Span[],
  text: string,
  step: Note,
): void {
  const quoted: Filter[] = []
  for (const { filter, bounded, at } of amounts) {
    const before = spans[at - 1]?.text ?? ''
    const after = spans[at + 1]
    const beside = TOP.test(before) || (after !== undefined && isCue(after, ORDERS))
    if (
      !bounded &&
      filter.unit === undefined &&
      Number.isInteger(filter.value) &&
      filter.value <= 50 &&
      beside
    ) {
      draft.limit = filter.value
      step('limit', String(filter.value))
    } else if (bounded && draft.filter === undefined) draft.filter = filter
    else quoted.push(filter)
  }
  const top = TOP_WORDS.exec(text)
  if (draft.limit === undefined && top !== null) {
    draft.limit =
      TOP_COUNTS.get(top[1] ?? top[2] ?? top[3] ?? '') ?? (Number(top[1] ?? top[2] ?? top[3]) || 3)
    step('limit', top[0])
  }
  draft.quoted = quoted
  const unit = units.flatMap(({ ids }) => ids)
  if (
    unit.length === 0 &&
    amounts.length === 0 &&
    cues.has('ask:count') &&
    draft.indicators.length === 0 &&
    draft.industries.length > 0
  ) {
    // "how many future industries": a figure is wanted
    draft.unit = 'units'
    step('unit:counted', 'units')
  }
  if (unit.length === 1 && amounts.length === 0) {
    draft.unit = unit[0]!
    step('unit', unit[0]!)
  }
  if (ASCENDING.test(text)) draft.order = 'lowest'
  else if (cues.has('order:highest')) draft.order = 'highest'
  else if (cues.has('order:lowest')) draft.order = 'lowest'
  else if (draft.limit !== undefined) draft.order = 'highest'
}

function foldInto(draft: Draft, cues: ReadonlySet<Cue>, text: string, step: Note): void {
  const fold = (['ratio', 'difference', 'count', 'sum', 'average'] as const).find((one: Fold) =>
    cues.has(`fold:${one}` as Cue),
  )
  if (
    fold === undefined &&
    draft.regions.length > 1 &&
    TOTAL.test(text) &&
    !cues.has('intent:compare') &&
    !cues.has('intent:rank')
  ) {
    draft.fold = 'sum'
    step('fold:total-of-places', 'sum')
  }
  if (fold === undefined) return
  const several =
    draft.regions.length > 1 ||
    draft.within !== undefined ||
    draft.level !== undefined ||
    draft.industries.length > 1
  if (fold === 'ratio' || fold === 'count' || several) {
    draft.fold = fold
    step('fold', fold)
  }
}

function intentOf(
  draft: Draft,
  cues: ReadonlySet<Cue>,
  text: string,
  spans: readonly Span[],
  vocabulary: Vocabulary,
  step: Note,
): Intent {
  const note = (intent: Intent, why: string): Intent => {
    step(`intent:${why}`, intent)
    return intent
  }
  const { regions, industries, indicators, organisations, periods, fold } = draft
  const placed = regions.length > 0 || draft.within !== undefined || draft.level !== undefined
  if (cues.has('intent:sources')) return note('sources', 'asked-for-sources')
  const defines = DEFINES.test(text)
  const bare =
    !placed &&
    organisations.length === 0 &&
    periods.length === 0 &&
    draft.quoted.length === 0 &&
    draft.filter === undefined
  if (
    bare &&
    (cues.has('intent:define') || defines) &&
    draft.status === undefined &&
    !cues.has('ask:count') &&
    !cues.has('ask:amount')
  ) {
    if (industries.length + indicators.length + draft.words.length > 0)
      return note('define', 'asked-what-it-is')
  }
  if (fold !== undefined && fold !== 'difference') return note('aggregate', 'asked-for-a-total')
  const ordered = cues.has('intent:rank') || draft.order !== undefined || draft.limit !== undefined
  if (cues.has('intent:compare') || fold === 'difference') return note('compare', 'asked-to-compare')
  if (regions.length > 1 && cues.has('intent:rank')) return note('rank', 'asked-to-rank')
  if (regions.length > 1 && !cues.has('intent:summary') && !cues.has('intent:trend'))
    return note('compare', 'several-places')
  if (ordered) return note('rank', 'asked-for-an-order')
  if (cues.has('intent:trend') || draft.since === true) return note('trend', 'asked-over-time')
  const named =
    indicators.length + draft.words.length + draft.quoted.length > 0 ||
    draft.filter !== undefined ||
    draft.unit !== undefined
  if (cues.has('intent:summary') && !indicators.some((id) => vocabulary.bases.get(id)?.topic !== true))
    return note('summary', 'asked-for-an-overview')
  if (
    (placed || industries.length > 0) &&
    !named &&
    organisations.length === 0 &&
    periods.length === 0 &&
    draft.status === undefined &&
    !cues.has('intent:list') &&
    !cues.has('ask:which') &&
    !cues.has('ask:who') &&
    spansOnlyNames(spans) &&
    (regions.length === 0 || industries.length === 0)
  ) {
    return note('summary', 'only-a-name')
  }
  const things = indicators.some(
    (id) => id.split('|').some((one) => THINGS.has(one)) || vocabulary.bases.get(id)?.topic === true,
  )
  const counted =
    cues.has('ask:count') || cues.has('ask:amount') || cues.has('ask:rate') || cues.has('ask:share')
  if (cues.has('intent:list') || draft.within !== undefined || draft.level !== undefined)
    return note('list', 'asked-for-a-list')
  if (draft.filter !== undefined && (!placed || indicators.every((id) => id.startsWith('*'))))
    return note('list', 'amount-without-a-place')
  if (
    !counted &&
    (WHICH.test(text) || cues.has('ask:which')) &&
    (things ||
      (indicators.length === 0 && industries.length + organisations.length + draft.words.length > 0)) &&
    draft.quoted.length === 0
  )
    return note('list', 'which-things')
  if (cues.has('level:any') && !placed) return note('list', 'which-places')
  return note('lookup', 'default')
}

/** Things that cannot stand together are put right. */
function cleanUp(draft: Draft, vocabulary: Vocabulary): void {
  if (draft.intent === 'list' && !draft.indicators.some((id) => id.includes('.'))) {
    // "which companies invest in Jining" asks for names, not for their number
    if (draft.indicators.includes('partnership')) draft.indicators = ['partnership']
    draft.indicators = draft.indicators.map((id) => (id === 'enterprises' ? 'company-project' : id))
    if (draft.indicators.includes('company-project')) draft.indicators = ['company-project']
  }
  if (draft.intent !== 'rank' && draft.intent !== 'list') {
    delete draft.limit
    if (draft.intent !== 'compare') delete draft.order
  }
  if (draft.intent === 'summary')
    draft.indicators = draft.indicators.filter((id) => vocabulary.bases.get(id)?.topic !== true)
}

const isCue = (span: Span, cues: ReadonlySet<string>): boolean =>
  span.meaning.kind === 'names'
    ? span.meaning.entities.some(({ kind, id }) => kind === 'cue' && cues.has(id))
    : span.meaning.kind === 'mark' && cues.has(span.text)

/** Whether "and", "or", a comma or a slash stands between each of the names. */
function isCoordinated(named: readonly Named[], spans: readonly Span[], commas = true): boolean {
  for (let i = 1; i < named.length; i++) {
    const between = spans.slice(named[i - 1]!.at + 1, named[i]!.at)
    if (!between.some((span) => isCue(span, JOINING) && (commas || !/^[,，]$/.test(span.text)))) return false
  }
  return true
}

const spansOnlyNames = (spans: readonly Span[]): boolean =>
  spans.every(({ meaning }) => meaning.kind === 'names' || meaning.kind === 'mark')

const KINDS: readonly EntityKind[] = [
  'region',
  'organisation',
  'industry',
  'base',
  'measure',
  'cue',
  'unit',
  'light',
  'other',
]
const CUE_FIRST: readonly EntityKind[] = [
  'cue',
  'light',
  'region',
  'organisation',
  'industry',
  'base',
  'measure',
  'unit',
  'other',
]
const LEVEL_ORDER: readonly string[] = ['country', 'province', 'prefecture', 'county', 'zone']
/** The pseudo-measure of questions that take no growth or share for an answer. */
const LEVEL = 'level'
const CHINA = '100000'
const ECONOMY = 'economy'
const CHINA_ADJECTIVE = /^national|^nationwide|^national level|^全国性/
const COUNTY_SUFFIX = /^(?:district|county|区|县|banner)$/
const GENERIC_INDUSTRY = new Set([
  'industry',
  'industries',
  'industrial',
  'sector',
  'sectors',
  'industrial sector',
])
const JOINING: ReadonlySet<string> = new Set([
  'joint:and',
  'joint:or',
  'intent:compare',
  'follow:and',
  ',',
  '/',
  '&',
  '、',
  '，',
  '+',
])
const ORDERS: ReadonlySet<string> = new Set([
  'order:highest',
  'order:lowest',
  'level:prefecture',
  'level:province',
])
const MONEY_ASKED =
  /多少(?:亿|万|万亿)?美元|多少(?:亿|万|万亿)?元|多少亿|多少钱|几(?:千|百|十)?(?:亿|万)元?|how many (?:billion |million )?(?:yuan|rmb|dollars)/
/** "the city of Dongying" asks for no list of cities. */
const SINGULAR_PLACES = new Set([
  'city',
  'province',
  'county',
  'district',
  'region',
  'place',
  'area',
  'locality',
  'prefecture',
])
const PLURAL_PLACES = /^(?:the|that|this) (?:cities|provinces)$/
/** "the German carmaker Volkswagen": what stands right before a company describes it. */
const isDescription = (spans: readonly Span[], at: number): boolean =>
  [at + 1, at + 2].some((next) => {
    const meaning = spans[next]?.meaning
    return meaning?.kind === 'names' && meaning.entities.some(({ kind }) => kind === 'organisation')
  })
/** Verbs that are aliases of what they make: beside a noun they only say that something was done. */
const VERBS = new Set(
  'built build builds made make makes making produce produced produces put generate generated generates attract attracted attracts draw drew drawn pull pulled bring brought invest invested investing launched launch launches sign signed signs 投资了 建成 生产 制造'.split(
    ' ',
  ),
)
const COUNTED_ZH = /^[一二三四五六七八九十两几]+[大个类项种家]?$/
/** Counties whose names are English words. */
const NO_COUNTIES = new Set(['guide', 'gar', 'lop', 'sog', 'usu'])
const AVERAGE =
  /年均|平均每年|每年平均|\baverag(?:e|ing) (?:annual|yearly)|\bannual(?:ly)? averag|\bper year on average\b|\bon average\b|\baverage growth\b|\baverage rate\b|\ba year on average\b/
const TOTAL = /\btotal\b|总额|总共|合计/
const AGAINST =
  /^(?:over|than|versus|vs|against|above|since|from|compared with|compared to|relative to|比|较|较之|相比|比起)$/
const POINTS = /percentage points?|\bpoints?\b|\bpps?\b|百分点/
const UNITS_ALONE = new Set(['元', '亩', '吨', '亿', '倍'])
/** In the singular these are the thing that is spoken of, not its number. */
const SINGULAR_THINGS = new Set([
  'park',
  'cluster',
  'platform',
  'fund',
  'company',
  'firm',
  'enterprise',
  'business',
  'centre',
  'center',
  'chain',
])
const YES_NO =
  /^(?:so |and |but |hey |please )*(?:is|are|was|were|did|does|do|has|have|had|can|will)\b|吗|是否|是不是|有没有|对不对/
const ASCENDING =
  /(?:smallest|lowest|least) to (?:the )?(?:largest|highest|biggest|most)|ascending|从小到大|从低到高|由小到大|由低到高/
/** Bases that count things one can also name. */
const THINGS = new Set([
  'projects',
  'key-projects',
  'signed-projects',
  'new-projects',
  'enterprises',
  'clusters',
  'parks',
  'platforms',
])
const SPENT =
  /\b(?:did|has|have|had|was|were|been)\b[^.?!]{0,60}\b(?:invest(?:ed)?|spent|spend|put in|poured)\b|(?:投资|投入|花)了/
const TOP = /^(?:top|first|the top|前)$/
const TOP_WORDS =
  /\b(?:top|first) (\d{1,2}|three|five|ten|two|four|six|seven|eight|nine)\b(?! months)|\b(two|three|four|five|six|seven|eight|nine|ten) (?:largest|biggest|highest|fastest|top|smallest|lowest|leading)\b|前([一二三四五六七八九十]|\d{1,2})(?!\d|个?月|个?季|年|期|次)/
const TOP_COUNTS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['一', 1],
  ['二', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
  ['十', 10],
])
const DEFINES =
  /^(?:so |and |please |pls |can you |could you |tell me )*(?:what(?:'?s| is| are| does| do)|define|explain)\b|什么是|是什么|何谓|啥是/
const COMPARED_ZH = /(?:和|跟|与|同)\S{1,12}比(?:呢|怎么样|如何|起来)?[?]?$/
const WHERE_FROM = /^where (?:is|are|does|do|did|was|were)\b.{0,80}\bfrom\b/
const WHICH = /\b(?:which|what)\b(?! about)|哪些|什么|哪几/
const INVESTED_IN: ReadonlyMap<string, string> = new Map([
  ['key-projects', 'key-project-investment'],
  ['signed-projects', 'signed-project-investment'],
])
/** "how did the share change": over time, not by how much. */
const HOW_CHANGED = /^how (?:did|has|have)\b.{0,80}\b(?:change[ds]?|develop(?:ed)?|evolve[ds]?)\b/
const isCountUnit = (vocabulary: Vocabulary, ids: readonly string[]): boolean =>
  ids.every((id) => vocabulary.units.get(id)?.class === 'count')
/** Points that one rate is ahead of another by, not those it rose by. */
const AHEAD = /ahead|faster|lead|outpac|outperform|quicker|beat|above|高于|快于|快|领先|高出|超出/

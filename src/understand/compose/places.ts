/** Which places are asked about, and whether they are meant themselves or what lies in them. */

import type { FactBase } from '../../facts/base.ts'
import type { RegionCode } from '../../facts/fact.ts'
import type { Query } from '../../facts/query.ts'
import type { Vocabulary } from '../../facts/vocabulary.ts'
import type { Cue } from '../cue.ts'
import type { Span } from '../segment.ts'
import { Pattern } from '../signals.ts'
import { isHan } from '../tokens.ts'
import { hearCapital } from './capital.ts'
import { textOf, wordsOf } from './clauses.ts'
import { isJoint } from './cue-spans.ts'
import type { Draft, Note, Parts, Place } from './draft.ts'
import { scenes } from './scene.ts'

/** Sets the draft's regions, or what they contain; returns, for each ambiguous name, the places it was not taken for. */
export function addPlaces(
  draft: Draft,
  parts: Parts,
  vocabulary: Vocabulary,
  base: FactBase,
  note: Note,
): RegionCode[][] {
  const { places, cues } = parts
  hearCapital(parts, vocabulary, note)
  const codes = readingsByParent(parts, vocabulary, note)
  const dropped = new Set([
    ...widerNames(codes, parts, vocabulary),
    ...chinaAside(codes, parts, vocabulary),
    ...commonWords(codes, parts, vocabulary),
    ...scenes(codes, parts, vocabulary),
    // "Volkswagen in China": the company says where, and China would leave out its facts about single places
    ...(draft.organisations.length > 0 && codes.length === 1 && codes[0]![0] === CHINA ? [0] : []),
  ])
  const kept = codes.filter((_, i) => !dropped.has(i))
  if (dropped.size > 0) note('place:wider-name-dropped', [...dropped].map((i) => places[i]!.text).join(', '))

  const only = kept.length === 1 ? kept[0]![0] : undefined
  const level = LEVEL_CUES.find(([cue]) => cues.has(cue))?.[1] ?? levelOfWhich(only, parts, vocabulary)
  if (level !== undefined && kept.length === 0) draft.level = level
  if (level !== undefined && only !== undefined && isAbove(only, level, vocabulary)) {
    // "cities in Shandong": those below it
    if (only !== CHINA) draft.within = only
    draft.level = level
    note('place:contained', `${level} in ${only}`)
    return []
  }
  if (
    level === undefined &&
    only !== undefined &&
    only !== CHINA &&
    (isInside(parts) || asksWhere(draft, only, parts, vocabulary))
  ) {
    draft.within = only
    note('place:within', only)
    return []
  }
  draft.regions = [...new Set(kept.map((readings) => likeliest(readings, base)))]
  return kept
    .filter((readings) => readings.length > 1)
    .map((readings) => readings.filter((code) => !draft.regions.includes(code)))
}

/** "Suzhou, Anhui", 北京朝阳: of all places of a name, however small, the one that lies in the other place. */
function readingsByParent({ places, spans }: Parts, vocabulary: Vocabulary, note: Note): RegionCode[][] {
  const codes = places.map(({ readings }) => readings.map(({ id }) => id))
  return codes.map((readings, i) => {
    const others = codes.filter((_, j) => j !== i).flat()
    const liesThere = (code: RegionCode): boolean =>
      vocabulary.regionAncestors(code).some((ancestor) => ancestor !== CHINA && others.includes(ancestor))
    if (others.length === 0 || readings.some(liesThere)) {
      const fitting = readings.length < 2 ? [] : readings.filter(liesThere)
      if (fitting.length > 0) note('place:by-parent', fitting.join(','))
      return fitting.length > 0 ? fitting : readings
    }
    const beside = places.some(
      (other, j) =>
        j !== i && isAddress(places[i]!, other, spans) && codes[j]!.some((code) => code !== CHINA),
    )
    const smaller = beside ? regionsNamedBy(spans[places[i]!.at]!).filter(liesThere) : []
    if (smaller.length > 0) note('place:by-parent', smaller.join(','))
    return smaller.length > 0 ? smaller : readings
  })
}

/** Every place of a name, counties too. */
const regionsNamedBy = ({ meaning }: Span): RegionCode[] =>
  meaning.kind === 'names' ? meaning.entities.filter(({ kind }) => kind === 'region').map(({ id }) => id) : []

/** "Hefei, Anhui", 安徽合肥: the two stand side by side. */
const isAddress = (a: Place, b: Place, spans: readonly Span[]): boolean =>
  spans
    .slice(Math.min(a.at, b.at) + 1, Math.max(a.at, b.at))
    .every(({ meaning, text }) => meaning.kind === 'mark' && ADDRESS_MARK.test(text))

/** "Hefei, Anhui", 安徽合肥: the wider name only says where the narrower lies. "Hefei and Anhui" are two places. */
function widerNames(
  codes: readonly RegionCode[][],
  { places, spans, cues, measures, unknown }: Parts,
  vocabulary: Vocabulary,
): Set<number> {
  const wider = new Set<number>()
  const liesIn = (narrower: readonly RegionCode[], wider: readonly RegionCode[]): boolean =>
    narrower.some((code) => vocabulary.regionAncestors(code).some((ancestor) => wider.includes(ancestor)))
  const isJoined = (a: Place, b: Place): boolean =>
    spans
      .slice(Math.min(a.at, b.at) + 1, Math.max(a.at, b.at))
      .some((span) => isJoint(span) && span.meaning.kind !== 'mark')
  /** The name a fact's text would say the whole by, in the question's script: not "Shandong's", not 鲁; for China, "national". */
  const nameIn = ({ text, readings }: Place): string => {
    const { id } = readings[0]!
    if (id === CHINA) return wholeCountry(text.replace(POSSESSIVE, ''))
    const region = vocabulary.regions.get(id)
    return (isHan(text[0]!) ? region?.short : region?.en.toLowerCase()) ?? text
  }
  const isShare = measures.some(({ ids }) => ids.includes('share'))
  places.forEach((place, i) => {
    places.forEach((other, j) => {
      // "Qingdao's share of the foreign trade of Shandong": the whole may stand far off
      if (i !== j && !wider.has(j) && isPartMeant(other, spans, cues) && liesIn(codes[j]!, codes[i]!)) {
        wider.add(i)
        return
      }
      const isFar = Math.abs(place.at - other.at) > FARTHEST_PARENT
      if (i === j || wider.has(j) || (isFar && !isShare)) return
      if (!liesIn(codes[j]!, codes[i]!) || isJoined(place, other) || cues.has('intent:compare')) return
      wider.add(i)
      // "what share of Shandong's GDP is Qingdao's": the whole must stand in the fact's own text
      if (isShare && !isAddress(place, other, spans)) unknown.push(nameIn(place))
    })
  })
  return wider
}

/** "Beijing car output, but just Daxing district": the part alone is asked about, however far behind it stands. */
function isPartMeant({ at }: Place, spans: readonly Span[], cues: Parts['cues']): boolean {
  if (cues.has('negate') || cues.has('intent:compare')) return false
  const before = spans
    .slice(Math.max(0, at - 3), at)
    .map(({ text }) => text)
    .join(' ')
  const behind = spans
    .slice(at + 1, at + 3)
    .map(({ text }) => text)
    .join(' ')
  return ONLY_BEFORE.test(before) || ONLY_BEHIND.test(behind) || isPartMeantInChinese(at, spans)
}

/** 青岛2022年锂电池产量，只看城阳区的; 济宁签约项目，兖州那部分 */
function isPartMeantInChinese(at: number, spans: readonly Span[]): boolean {
  if (!isHan(spans[at]!.text[0]!)) return false
  const before = wordsOf(spans.slice(Math.max(0, at - 3), at))
  const behind = wordsOf(spans.slice(at + 1, at + 5))
  if (ONLY_BEFORE_ZH.test(before) || ONLY_BEHIND_ZH.test(behind)) return true
  // a clause of nothing but the part: ，城阳区的
  return spans[at - 1]?.meaning.kind === 'mark' && CLAUSE_OF_PART.test(textOf(spans.slice(at + 1, at + 5)))
}

/** 临沂商城 is Linyi's market: a county's name without 县 or 区, right behind a place it does not lie in, is a word. */
function commonWords(
  codes: readonly RegionCode[][],
  { places, unknown }: Parts,
  vocabulary: Vocabulary,
): number[] {
  return [...places.keys()].filter((i) => {
    const before = places[i - 1]
    const { text, at } = places[i]!
    if (before?.at !== at - 1 || !isHan(text[0]!)) return false
    const isCounty = (code: RegionCode): boolean => vocabulary.regions.get(code)?.level === 'county'
    const isBare = codes[i]!.every((code) => isCounty(code) && vocabulary.regions.get(code)!.short === text)
    const liesThere = (code: RegionCode): boolean =>
      vocabulary.regionAncestors(code).some((ancestor) => codes[i - 1]!.includes(ancestor))
    if (!isBare || codes[i]!.some(liesThere) || codes[i - 1]!.every(isCounty)) return false
    unknown.push(text)
    return true
  })
}

/** "national-level bases in Jining" is an adjective; "in China" beside another place adds nothing. */
function chinaAside(
  codes: readonly RegionCode[][],
  { places, spans, cues, measures, unknown, bases }: Parts,
  vocabulary: Vocabulary,
): number[] {
  const isMeasured = bases.some(({ ids }) => ids.some((id) => vocabulary.bases.get(id)?.topic !== true))
  return [...places.keys()].filter((i) => {
    const { text, at } = places[i]!
    if (codes[i]![0] !== CHINA) return false
    // 占全国的比重: the whole that a share is of, which the fact's own text must say; "of national exports" names one too
    const isAgainst =
      cues.has('ask:share') || measures.some(({ ids }) => ids.includes('share') || ids.includes('lead'))
    const isWhole = !CHINA_ADJECTIVE.test(text) || OF_WHOLE.test(spans[at - 1]?.text ?? '')
    if (codes.length > 1 && isAgainst && isWhole) {
      unknown.push(wholeCountry(text.replace(POSSESSIVE, '')))
      return true
    }
    // "compared with national", "vs the national rate": the other side
    const isSide = cues.has('intent:compare') && AGAINST_CHINA.test(before(spans, at))
    // "national GDP growth" is China's; "national-level bases" are somebody's
    const isOwn = codes.length === 1 && NATIONAL.test(text) && isMeasured
    if (CHINA_ADJECTIVE.test(text)) return !isSide && !isOwn
    return codes.length > 1 && !cues.has('intent:compare') && spans[at - 1]?.text === 'in'
  })
}

/** "Which Shandong city", "what Anhui cities": the city is none of the province's name. */
function levelOfWhich(
  only: RegionCode | undefined,
  { text, signals, places }: Parts,
  { regions }: Vocabulary,
): Query['level'] {
  if (only === undefined || places.length > 1 || !WHICH_CITY.test(text, signals)) return undefined
  const isProvince = regions.get(only)?.level === 'province'
  return isProvince && !MUNICIPALITY.test(only) ? 'prefecture' : undefined
}

const isAbove = (code: RegionCode, level: string, { regions }: Vocabulary): boolean => {
  const own = regions.get(code)?.level
  return own !== undefined && LEVELS_DOWN.indexOf(own) < LEVELS_DOWN.indexOf(level)
}

/** "within Shandong", 山东省内: what lies in the place, not the place. */
const isInside = ({ places, spans }: Parts): boolean =>
  places.some(
    ({ at, text }) =>
      // "within Jinan's service sector" is inside the sector
      (INSIDE_BEFORE.test(spans[at - 1]?.text ?? '') && !POSSESSIVE.test(text)) ||
      INSIDE_AFTER.test(spans[at + 1]?.text ?? ''),
  )

/** "Where in Shandong are batteries made": what lies in a province; of a city the place itself is meant. */
const asksWhere = (
  { organisations }: Draft,
  only: RegionCode,
  { cues, industries, text, signals }: Parts,
  { regions }: Vocabulary,
): boolean =>
  (cues.has('ask:where') || PLACES_IN.test(text, signals)) &&
  !cues.has('intent:sources') &&
  organisations.length === 0 &&
  industries.length > 0 &&
  regions.get(only)?.level === 'province'

/** Among places of one name the one that has facts; the others stay choices. */
function likeliest(readings: readonly RegionCode[], base: FactBase): RegionCode {
  return [...readings].sort(
    (a, b) => Math.sign(base.ofRegion(b).length) - Math.sign(base.ofRegion(a).length),
  )[0]!
}

/** "the whole country": facts say "national" or China. */
const wholeCountry = (text: string): string => (COUNTRY.test(text) ? 'china' : text)

const CHINA = '100000'
const ONLY_BEFORE = /\b(?:just|only|specifically|solely|merely|purely|namely|strictly)(?: for| in| the| of)*$/
const ONLY_BEFORE_ZH =
  /(?:[只单光仅](?:看|要|查|算|问|说|取|讲|给|统计|计|限|指|是|想要|想看|需要?)?|就(?:看|要|查|问|是)|限于?|局限于?|具体到|细化到|聚焦到?|缩小到|落到|限定在?)(?:一下|其中的?|的|在|于)?$/
const ONLY_BEHIND_ZH =
  /^(?:[区县市]|的)?(?:那|这|一)(?:部分|块|片|个?[区县市]|家)|^的?部分(?!地区)|^单独|^自己的|^的?就[行好够可]|^本[区县市地]/
const CLAUSE_OF_PART = /^[区县市]?(?:的|那边的?|那里的?)(?:[,.。;!?]|$)/
const ONLY_BEHIND =
  /^(?:(?:district|county|city|part|portion|bit|side) )?(?:only|alone|specifically|solely)\b|^(?:part|portion|bit)$/
const COUNTRY = /\b(?:country|nation)\b/
/** "the places in Shandong for which", 山东哪些地方 */
const PLACES_IN = new Pattern(
  'places|localities|哪',
  /\b(?:places|localities) (?:in|of|within)\b|哪些(?:地方|地区)|哪几个地方/,
)
const MUNICIPALITY = /^(?:11|12|31|50)/
/** "which Shandong city", "what Inner Mongolia cities" */
const WHICH_CITY = new Pattern('city|cities', /\b(?:which|what) [a-z]+(?: [a-z]+)?(?:'s)? (?:city|cities)\b/)
const POSSESSIVE = /'s$/
const ADDRESS_MARK = /^[,，]$/
/** Two names are one address when at most so many spans apart: "Suzhou, in Anhui". */
const FARTHEST_PARENT = 3
const LEVELS_DOWN: readonly string[] = ['country', 'province', 'prefecture', 'county', 'zone']
/** Where several are named, the first counts. */
const LEVEL_CUES: readonly [Cue, NonNullable<Query['level']>][] = [
  ['level:prefecture', 'prefecture'],
  ['level:province', 'province'],
  ['level:county', 'county'],
]
/** "national", "nationwide", 全国性 */
const CHINA_ADJECTIVE = /^national|^nationwide|^national level|^全国性/
const before = (spans: readonly Span[], at: number): string =>
  spans
    .slice(Math.max(0, at - 2), at)
    .map(({ text }) => text)
    .join(' ')

const NATIONAL = /^(?:national|nationally|nationwide)$/
const AGAINST_CHINA =
  /(?:compared|versus|vs\.?|against|relative to|compare|comparison|than|next to)(?: with| to)?(?: the)?$/
/** "share of national exports", "lead over the national rate" */
const OF_WHOLE = /^(?:of|of the|share of|percentage of|proportion of|over|lead over|than|above|ahead of|the)$/
/** "within Shandong" */
const INSIDE_BEFORE = /^(?:inside|within)$/
/** 山东省内, 东营境内, 济宁下辖 */
const INSIDE_AFTER = /^(?:省内|境内|范围内|下辖|所辖|辖内|内)$/

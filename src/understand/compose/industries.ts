/** Which industries are asked about. */

import type { IndustryId } from '../../facts/fact.ts'
import { Pattern } from '../signals.ts'
import { isCoordinated } from './cue-spans.ts'
import type { Draft, Named, Note, Parts } from './draft.ts'

/** Sets the draft's industries; "economy" may turn out to be the base GDP, and is moved there. */
export function addIndustries(draft: Draft, parts: Parts, note: Note): void {
  hearSectors(parts, note)
  const named = withoutBroadWords(withoutEconomy(withoutGeneric(parts), parts, note), parts)
  draft.industries = [...new Set(named.map(({ ids }) => ids.join('|')))] as IndustryId[]
  if (named.length < 2 || isRestricted(named.at(-1)!, parts)) return
  const areSectors = named.every(({ ids }) => ids.some((id) => SECTORS.has(id)))
  if (areSectors || EACH.test(parts.text) || isCoordinated(named, parts.spans)) draft.any = true
}

/** "..., biomedicine only", "..., by private firms", ...，只看生物医药: the last named narrows what was named before. */
function isRestricted({ at }: Named, { spans }: Parts): boolean {
  const first = spans[at - 1]?.text === 'the' ? at - 2 : at - 1
  return ONLY_BEFORE.test(spans[first]?.text ?? '') || ONLY_BEHIND.test(spans[at + 1]?.text ?? '')
}

/** "By primary, secondary and tertiary industry", 三次产业: each of the three, though only the last is named in full. */
function hearSectors({ text, signals, industries, unknown, cues, spans }: Parts, note: Note): void {
  const three = THREE_SECTORS.exec(text, signals)?.[0]
  if (three !== undefined) {
    industries.splice(
      0,
      industries.length,
      ...[...SECTORS].map((id, i) => ({ ids: [id], at: -3 + i, text: three })),
    )
    cues.delete('order:highest')
    cues.delete('follow:nth')
  }
  const isSector = industries.some(({ ids }) => ids.some((id) => SECTORS.has(id)))
  const short = [...unknown].filter(
    (word) => isSector && (SHORT_SECTORS.has(word) || three?.includes(word) === true),
  )
  for (const word of short) {
    unknown.splice(unknown.indexOf(word), 1)
    const id = SHORT_SECTORS.get(word)
    if (id !== undefined && three === undefined)
      industries.push({ ids: [id], at: spans.findIndex(({ text: one }) => one === word), text: word })
  }
  industries.sort((a, b) => a.at - b.at)
  if (short.length > 0 || three !== undefined) note('industry:sectors', three ?? short.join(', '))
}

/** Whether it is one of the three sectors of an economy. */
export const isSector = (id: string): boolean => SECTORS.has(id)

/** "the photovoltaics industry", "which sectors": no branch of its own. */
export const isGenericIndustry = (text: string): boolean => GENERIC_INDUSTRY.has(text)

/** "industry revenue" is that of industry as a whole; in every other company the word adds nothing. */
function withoutGeneric({ industries, bases, measures, light, text }: Parts): Named[] {
  const specific = industries.filter((one) => !isGenericIndustry(one.text))
  const generic = industries.filter((one) => isGenericIndustry(one.text))
  const whole = generic.filter((one) => WHOLE.has(one.text) && one.ids.includes('industry'))
  const isMeant = (): boolean => OF_INDUSTRY.test(text) || !WHICH_INDUSTRY.test(text)
  if (specific.length === 0 && bases.length + measures.length > 0 && whole.length > 0 && isMeant())
    return whole
  light.push(...generic.map((one) => one.text))
  return specific
}

/** "economic growth" is the growth of GDP; beside another industry or a base the word adds nothing. */
function withoutEconomy(
  named: readonly Named[],
  { industries, bases, measures, cues, spans }: Parts,
  note: Note,
): Named[] {
  return named.filter((one) => {
    if (!one.ids.includes(ECONOMY)) return true
    if (bases.length > 0) return false
    if (measures.length > 0 || cues.has('ask:rate')) {
      bases.push({ ...one, ids: ['gdp'] })
      note('industry:economy-is-gdp', one.text)
      return false
    }
    // "overview of Rizhao's economy and port"
    return industries.length === 1 || (cues.has('intent:summary') && isCoordinated(named, spans))
  })
}

/** 工业 beside a branch of it adds nothing, unless both are asked for: 工业和化工. */
function withoutBroadWords(named: Named[], { spans }: Parts): Named[] {
  const branches = named.filter(({ ids }) => !ids.every((id) => BROAD.has(id)))
  return branches.length > 0 && branches.length < named.length && !isCoordinated(named, spans)
    ? branches
    : named
}

/** The three sectors of an economy, in their order. */
const SECTORS: ReadonlySet<string> = new Set(['agriculture', 'secondary-sector', 'services'])
const SHORT_SECTORS: ReadonlyMap<string, string> = new Map([
  ['primary', 'agriculture'],
  ['secondary', 'secondary-sector'],
  ['tertiary', 'services'],
])
const THREE_SECTORS = new Pattern(
  'three|三',
  /三次产业|三大产业|(?:第一|一)[、,，]?(?:第二|二)[、,，和及]?(?:第三|三)(?:次?产业|产)|\bthree (?:sectors|industries) of the economy\b/,
)
/** "by private firms", "just biomedicine", 只看 */
const ONLY_BEFORE = /^(?:by|just|only|merely|solely|只|只看|只要|只算|仅|仅看|仅算|单看|光看)$/
const ONLY_BEHIND = /^(?:only|alone|part|portion|部分|而已)$/
/** 分别: of each, not of all together. */
const EACH = /分别|各自|各是|各为|\brespectively\b/
/** "what was the revenue of industry" asks for it, "which industry" does not. */
const OF_INDUSTRY = /(?<!\b(?:kind|type|sort|branch|part)s? )\bof industry\b|\bindustrial\b/
/** "which industry", "in what kind of sector" */
const WHICH_INDUSTRY = /\b(?:which|what|whose)(?: [a-z]+){0,3} (?:industr|sector)/
/** Words for industry as a whole, in the singular. */
const WHOLE: ReadonlySet<string> = new Set(['industry', 'industrial', 'industrial sector'])
const ECONOMY = 'economy'
/** The industries that hold most others. */
const BROAD: ReadonlySet<string> = new Set(['industry', 'manufacturing'])
/** "photovoltaics sector", "which industries" */
const GENERIC_INDUSTRY = new Set([
  'industry',
  'industries',
  'industrial',
  'sector',
  'sectors',
  'industrial sector',
])

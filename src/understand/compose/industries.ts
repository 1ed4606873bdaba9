/** Which industries are asked about. */
import type { IndustryId } from '../../facts/fact.ts'
import { isCoordinated } from './cue-spans.ts'
import type { Draft, Named, Note, Parts } from './draft.ts'

/** Sets the draft's industries; "economy" may turn out to be the base GDP, and is moved there. */
export function addIndustries(draft: Draft, parts: Parts, note: Note): void {
  const named = withoutBroadWords(withoutEconomy(withoutGeneric(parts), parts, note), parts)
  draft.industries = [...new Set(named.map(({ ids }) => ids.join('|')))] as IndustryId[]
  if (named.length > 1 && isCoordinated(named, parts.spans)) draft.any = true
}

/** "the photovoltaics industry", "which sectors": no branch of its own. */
export const isGenericIndustry = (text: string): boolean => GENERIC_INDUSTRY.has(text)

/** "industry revenue" is that of industry as a whole; in every other company the word adds nothing. */
function withoutGeneric({ industries, bases, measures, light, text }: Parts): Named[] {
  const specific = industries.filter((one) => !isGenericIndustry(one.text))
  const generic = industries.filter((one) => isGenericIndustry(one.text))
  const whole = generic.filter((one) => WHOLE.has(one.text) && one.ids.includes('industry'))
  const isMeant = OF_INDUSTRY.test(text) || !WHICH_INDUSTRY.test(text)
  if (specific.length === 0 && bases.length + measures.length > 0 && whole.length > 0 && isMeant) return whole
  light.push(...generic.map((one) => one.text))
  return specific
}

/** "economic growth" is the growth of GDP; beside another industry or a base the word adds nothing. */
function withoutEconomy(
  named: readonly Named[],
  { industries, bases, measures, cues }: Parts,
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
    return industries.length === 1
  })
}

/** 工业 beside a branch of it adds nothing, unless both are asked for: 工业和化工. */
function withoutBroadWords(named: Named[], { spans }: Parts): Named[] {
  const branches = named.filter(({ ids }) => !ids.every((id) => BROAD.has(id)))
  return branches.length > 0 && branches.length < named.length && !isCoordinated(named, spans)
    ? branches
    : named
}

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

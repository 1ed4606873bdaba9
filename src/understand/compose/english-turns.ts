/**
 * English turns of phrase whose words mean little one by one: "double-digit growth", "more than doubled", "A outgrew
 * B", "can turn out", "projects up and running", "raised more revenue", "how many officials".
 */

import { yearPeriod } from '../../facts/period.ts'
import type { Vocabulary } from '../../facts/vocabulary.ts'
import type { Span } from '../segment.ts'
import { isHeard, Pattern, signal } from '../signals.ts'
import type { Named, Parts } from './draft.ts'

/** Adds what the turns say, and takes their words out of those that a fact's own text must hold. */
export function hearEnglish(parts: Parts, vocabulary: Vocabulary): void {
  if (!isHeard(LATIN, parts.signals)) return
  hearMultiples(parts)
  hearOutgrowing(parts)
  hearAbility(parts)
  hearRunning(parts)
  hearRaising(parts, vocabulary)
  hearBringing(parts)
  hearCounted(parts)
  hearGrowers(parts)
  hearComingFrom(parts)
  hearRepeated(parts)
  hearPaidOut(parts, vocabulary)
  hearRising(parts)
  hearGrowingIndustries(parts)
  hearShortYear(parts, vocabulary)
}

/** A growth of two digits is one of ten percent or more; what doubled grew by a hundred. */
function hearMultiples(parts: Parts): void {
  const { text, signals, amounts, measures, unknown } = parts
  if (!isHeard(MULTIPLE, signals)) return
  for (const [pattern, words, op, value] of MULTIPLES) {
    if (!pattern.test(text) || amounts.some(({ bounded }) => bounded)) continue
    amounts.push({ filter: { op, value, unit: 'percent' }, bounded: true, at: -1 })
    if (measures.length === 0) measures.push({ ids: ['growth'], at: -1, text: words[0]! })
    without(unknown, words)
  }
}

/** Of two places the one that outgrew the other grew faster; one thing is ahead of its whole. */
function hearOutgrowing(parts: Parts): void {
  const { text, signals, spans, places, industries, bases, measures, unknown, cues } = parts
  const found = OUTGROWS.exec(text, signals)
  if (found === null) return
  if (places.length < 2) {
    if (without(unknown, OUTGROWING)) measures.push({ ids: ['lead'], at: -1, text: found[0] })
    return
  }
  without(unknown, OUTGROWING)
  cues.add('intent:compare')
  measures.splice(0, measures.length, { ids: ['growth'], at: -1, text: found[0] })
  if (bases.length + industries.length === 0)
    bases.push({ ids: ['gdp'], at: spans.findIndex((span) => span.text === found[0]), text: 'gdp' })
}

/** What a place can put out is its capacity; what it did put out may be meant as well. */
function hearAbility({ text, signals, bases }: Parts): void {
  if (!ABILITY.test(text, signals)) return
  for (const [at, named] of bases.entries())
    if (named.ids.includes('output')) bases[at] = { ...named, ids: [...named.ids, 'production-capacity'] }
}

/** Capacity that is running is all that is installed; projects that are running are some of them. */
function hearRunning({ bases, unknown }: Parts): void {
  const running = bases.filter(({ text }) => RUNNING.has(text))
  if (running.length === 0 || running.length === bases.length) return
  const others = bases.filter((one) => !running.includes(one))
  bases.splice(0, bases.length, ...others)
  if (others.some(({ ids }) => !ids.includes('installed-capacity'))) unknown.push('running')
}

/** Revenue that is raised is revenue; money that is raised need not have been invested. */
function hearRaising({ bases, unknown, soft }: Parts, vocabulary: Vocabulary): void {
  const isMoney = ({ ids }: Named): boolean =>
    ids.some((id) => vocabulary.baseIsA(id, 'investment') || FUNDS.has(id))
  const raised = unknown.filter((word) => RAISED.test(word))
  if (raised.length === 0 || bases.length === 0 || bases.some(isMoney)) return
  if (without(unknown, raised)) soft.push(...raised)
}

/** "how much of the output is brought in by ports": the verb is no revenue where something else is measured. */
function hearBringing({ bases }: Parts): void {
  if (bases.length < 2) return
  const nouns = bases.filter(({ text }) => !BRINGS.test(text))
  if (nouns.length > 0) bases.splice(0, bases.length, ...nouns)
}

/** "what share came from high-tech firms" asks for no source. */
function hearComingFrom({ text, spans, cues, bases, measures }: Parts): void {
  if (!cues.has('intent:sources') || WHERE.test(text) || bases.length + measures.length === 0) return
  const asking = spans.filter(
    ({ meaning }) => meaning.kind === 'names' && meaning.entities.some(({ id }) => id === 'intent:sources'),
  )
  if (asking.length > 0 && asking.every((span) => COMES_FROM.test(span.text))) cues.delete('intent:sources')
}

/** "fiscal spend 2021: spend": the second says the first again, unless "and" asks for another. */
function hearRepeated({ spans, bases }: Parts): void {
  if (bases.length < 2) return
  const isAgain = ({ text, at }: Named): boolean =>
    !AND.test(spans[at - 1]?.text ?? '') &&
    bases.some((other) => other.at < at && ` ${other.text}`.endsWith(` ${text}`) && other.text !== text)
  const kept = bases.filter((one) => !isAgain(one))
  if (kept.length < bases.length) bases.splice(0, bases.length, ...kept)
}

/** "Of 41 industries how many grew": they are counted, and no rate is asked for. */
function hearGrowingIndustries({ text, bases, measures }: Parts): void {
  if (measures.length === 0 || bases.some(({ ids }) => !ids.includes('industry-count'))) return
  if (!HOW_MANY_GREW.test(text)) return
  bases.splice(0, bases.length, { ids: ['growing-industries'], at: -1, text: 'growing industries' })
  measures.length = 0
}

/** A fund that was set up has not been paid out: what was must stand in the fact's own text. */
function hearPaidOut({ text, signals, bases, unknown }: Parts, vocabulary: Vocabulary): void {
  const paid = PAID_OUT.exec(text, signals)
  if (paid === null) return
  const isFund = ({ ids }: Named): boolean =>
    ids.some((id) => FUNDS.has(id) || vocabulary.baseIsA(id, 'fund'))
  if (FUND.test(text) || bases.some(isFund)) unknown.push(paid[0].split(' ')[0]!)
}

/** "Has the number really gone up? Give me the counts over time.": the numbers are wanted, no growth rate. */
function hearRising({ text, cues, measures }: Parts): void {
  if (!cues.has('intent:trend') || !(cues.has('ask:count') || COUNTED.test(text))) return
  if (measures.length > 0 && measures.every((one) => ROSE.test(one.text))) measures.length = 0
}

/** "how many officials": a word that elsewhere carries nothing is what is to be counted. */
function hearCounted({ spans, soft, unknown, bases, units }: Parts): void {
  if (bases.length + units.length > 0) return
  for (let at = 1; at < spans.length; at++) {
    const { text } = spans[at]!
    if (
      !HOW_MANY.test(spans[at - 1]!.text) ||
      !soft.includes(text) ||
      spans.slice(at + 1, at + 3).some(isThing)
    )
      continue
    soft.splice(soft.indexOf(text), 1)
    unknown.push(text)
  }
}

/** "Of the 41 industrial sectors, how many were growing?": the number of those that grew, no growth of industry. */
function hearGrowers({ text, cues, bases, measures, industries, amounts, units }: Parts): void {
  const [measure] = measures
  if (measure === undefined || !cues.has('ask:count') || units.length > 0 || cues.has('direction:down'))
    return
  const isGrowth = measures.every(({ ids }) => ids.includes('growth'))
  const isOfAll = bases.every(({ ids }) => ids.some((id) => OF_BRANCHES.has(id)))
  if (!isGrowth || !isOfAll || !industries.every(({ ids }) => ids.includes('industry'))) return
  if (amounts.some(({ bounded }) => bounded) || !BRANCHES.test(text)) return
  measures.length = 0
  industries.length = 0
  bases.splice(0, bases.length, { ids: ['growing-industries'], at: measure.at, text: measure.text })
}

/** "Yantai gdp 22, bn rmb": behind what is counted in money or grows, where no time is named, two digits are a year. */
function hearShortYear(
  { text, spans, amounts, periods, bases, measures }: Parts,
  { bases: known, units }: Vocabulary,
): void {
  const [amount] = amounts
  if (amount === undefined || amounts.length > 1 || periods.length > 0 || amount.bounded || YES_NO.test(text))
    return
  const { unit, value } = amount.filter
  if (unit !== undefined || !Number.isInteger(value) || value < 10 || value > 35) return
  const isMoney = bases.every(({ ids }) =>
    ids.every((id) => known.get(id)?.units.every((one) => MONEY.has(units.get(one)?.class ?? ''))),
  )
  const grows = measures.some(({ ids }) => ids.includes('growth'))
  if (bases.length + measures.length === 0 || !(isMoney || grows)) return
  const isBehindThing = [...bases, ...measures].some(({ at }) => at === amount.at - 1)
  const next = spans[amount.at + 1]
  if (!isBehindThing || (next !== undefined && next.meaning.kind !== 'mark')) return
  amounts.length = 0
  periods.push({ period: yearPeriod(2000 + value), since: false })
}

const isThing = ({ meaning }: Span): boolean =>
  meaning.kind === 'names' && meaning.entities.some(({ kind }) => THINGS.has(kind))

/** Takes the words out of the list; whether any was there. */
function without(list: string[], words: readonly string[]): boolean {
  const kept = list.filter((word) => !words.includes(word))
  const removed = kept.length < list.length
  list.splice(0, list.length, ...kept)
  return removed
}

const OF_BRANCHES: ReadonlySet<string> = new Set(['added-value', 'industrial-focus', 'industry-count'])
const BRANCHES =
  /\b(?:industries|sectors|branches|industrial categories|lines of industry|fields of industry)\b/
const HOW_MANY_GREW =
  /\bhow many (?:of (?:the |its |their )?)?(?:\d+ )?(?:industries|sectors|branches) (?:grew|expanded|were growing|saw growth|posted growth)\b|\bof (?:the |its |all )?\d+ (?:industrial )?(?:industries|sectors|branches),? how many (?:grew|expanded|were growing|saw growth|posted growth)\b/
const AND = /^(?:and|or|plus|&)$/
const WHERE = /\bwhere\b/
const COMES_FROM = /^(?:come|comes|came) from$/
const FUND = /\bfunds?\b/
const PAID_OUT = new Pattern(
  'disbursed|paid|spent|drawn|used|deployed|allocated|handed|distributed|exhausted',
  /\b(?:disbursed|paid out|paid|spent|drawn down|drawn|used up|used|deployed|allocated|handed out|distributed|exhausted)\b/,
)
const COUNTED = /\b(?:number of|numbers?|counts?|levels?|figures?)\b/
const ROSE =
  /^(?:gone up|went up|go up|going up|risen|rising|rose|rise|grown|grew|increased|increasing|climbed|climbing|fallen|come up)$/
const MONEY: ReadonlySet<string> = new Set(['money', 'dollars'])
const YES_NO = /^(?:is|was|are|were|did|does|has|have)\b/
const LATIN = signal(/[a-z]{4}/)
const THINGS: ReadonlySet<string> = new Set(['industry', 'base', 'unit', 'measure'])
const HOW_MANY = /^(?:how many|number of|the number)$/
const DIGITS = ['double', 'single', 'digit', 'triple']
const MULTIPLE = signal('double|doubled|doubling|triple|tripled|trebled|single|quadrupled|halved')
const MULTIPLES: readonly [RegExp, readonly string[], 'over' | 'under', number][] = [
  [/\bdouble[ -]digits?\b/, DIGITS, 'over', 10],
  [/\btriple[ -]digits?\b/, DIGITS, 'over', 100],
  [/\bsingle[ -]digits?\b/, DIGITS, 'under', 10],
  [/\b(?:doubled|doubling|more than double)\b/, ['doubled', 'doubling', 'double'], 'over', 100],
  [/\b(?:tripled|trebled|more than triple)\b/, ['tripled', 'trebled', 'triple'], 'over', 200],
  [/\bquadrupled\b/, ['quadrupled'], 'over', 300],
  [/\bhalved\b/, ['halved'], 'under', -50],
]
const OUTGROWS = new Pattern(
  'outgr*|outpac*|outperform*|outstrip*',
  /\b(?:outgr[eo]w[a-z]*|outpac[a-z]+|outperform[a-z]*|outstrip[a-z]*)\b/,
)
const OUTGROWING =
  'outgrow outgrew outgrown outgrowing outpace outpaced outperform outstrip outstripped'.split(' ')
const ABILITY = new Pattern(
  'can|could|able|capable',
  /\b(?:can|could|able to|capable of)\b(?! (?:you|i|we|anyone|somebody|someone)\b)[^.?!]{0,40}\b(?:turn(?:ing)? out|mak(?:e|ing)|produc(?:e|ing)|build|roll out|churn out|manufacture|put out)\b/,
)
/** Aliases of installed capacity that say that something runs. */
const RUNNING: ReadonlySet<string> = new Set([
  'up and running',
  'operational',
  'on stream',
  'connected',
  'hooked up',
  'hooked up to the grid',
  'connected to the grid',
  'switched on',
])
const BRINGS =
  /^(?:brought|bring|brings|bringing|raked|rake|took|generated|generate|generates|earned|earn) ?(?:in)?$/
const RAISED = /^rais(?:e|es|ed|ing)$/
const FUNDS: ReadonlySet<string> = new Set([
  'fund',
  'social-financing',
  'loans',
  'debt',
  'ipos',
  'market-value',
])

/**
 * Text -> Understanding. Reads a question in English, Chinese, pinyin or a mixture: folds it, cuts it into known
 * wordings, puts these together into a query and fills a follow-up's gaps from the conversation.
 */
import { createRequire } from 'node:module'
import { fold } from '../base/folding.ts'
import type { FactBase } from '../facts/base.ts'
import { formatPeriod, type Period } from '../facts/period.ts'
import { type Filter, formatQuery, type Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { begunWith, type Completes, type Completion, completions } from './completion.ts'
import { type Composed, compose } from './compose.ts'
import { carryOver, isFollowUp, leanedOn } from './followup.ts'
import { Homophones, listenIn } from './homophones.ts'
import { Lexicon } from './lexicon.ts'
import { nthOf, ofListed } from './nth.ts'
import { sidesInTime, sidesOfStatus } from './own-sides.ts'
import { inPlainEnglish, slipsOf } from './plain-english.ts'
import { inStandardChinese, withPlainCopula } from './regional-chinese.ts'
import { type Said, said } from './said.ts'
import { type Segmentation, type Span, segment } from './segment.ts'
import { withFullYears } from './short-years.ts'
import { sidesOf } from './sides.ts'
import { isHeard, signal } from './signals.ts'
import { Spelling } from './spelling.ts'
import { type Token, tokenize } from './tokens.ts'
import type { Choice, Link, Locale, Memory, Talk, Understanding } from './understanding.ts'
import { withPlainQuestions } from './verb-twice.ts'
import { withYearsMeant } from './years-away.ts'

export interface ReadContext {
  /** The asker's day: "last year" is the year before it. */
  now: Date
  /** The language to answer in when the text does not tell. */
  locale?: Locale
  memory?: Memory
}

export class Reader {
  readonly vocabulary: Vocabulary
  readonly base: FactBase
  readonly lexicon: Lexicon
  readonly #spelling: Spelling
  readonly #homophones: Homophones
  readonly #slips: ReadonlyMap<string, string>
  #names: Map<Completes, Completion[]> | undefined

  constructor(vocabulary: Vocabulary, base: FactBase) {
    this.vocabulary = vocabulary
    this.base = base
    this.lexicon = new Lexicon(vocabulary)
    for (let at = 0; at < Math.min(base.size, STATEMENTS_READ); at++) {
      const { statement, keywords = [] } = base.fact(at)
      for (const { kind, key } of tokenize(fold(`${statement} ${keywords.join(' ')}`), 1000, false)) {
        if (kind === 'word' && key.length > 4) this.lexicon.addStatementWord(key)
      }
    }
    this.#spelling = new Spelling(this.lexicon.words)
    this.#homophones = new Homophones(this.lexicon)
    this.#slips = slipsOf((typed) => this.lexicon.words.has(typed) || this.lexicon.isOtherWord(typed))
  }

  read(text: string, { now, locale: wished = 'en', memory }: ReadContext): Understanding {
    const typed = withPlainCopula(fold(withoutMentions(text.slice(0, LONGEST_READ))))
    const asked = this.#inPlainWords(this.#simplified(typed, MOST_TOKENS * 3), memory)
    const { text: folded, tokens } = asked
    const locale = localeOf(tokens, wished)
    const empty = {
      text: folded,
      locale,
      query: null,
      links: [],
      light: [],
      unused: [],
      yesNo: false,
      unknown: [],
      choices: [],
      steps: [],
      carried: [],
    }
    const size = tokens.reduce((sum, { kind }) => sum + (kind === 'han' ? 0.5 : kind === 'mark' ? 0 : 1), 0)
    if (folded.length > LONGEST_QUESTION || size > MOST_TOKENS || text.length > LONGEST_READ)
      return { ...empty, text: '', talk: 'too-long' }
    if (tokens.every(({ kind }) => kind === 'mark')) return { ...empty, talk: 'nothing' }

    const segmentation = this.#segment(asked, now)
    const composed = compose(asked, segmentation.spans, this.vocabulary, this.base)
    const { cues, links, light, soft, unknown, steps, yesNo } = composed
    const common = {
      text: folded,
      locale,
      links,
      light,
      unused: soft,
      yesNo,
      unknown,
      steps,
      choices: [],
      carried: [],
    }

    const followUp = isFollowUp(composed, memory)
    const talk = talkOf(composed, followUp, memory)
    if (talk === 'why') return { ...common, links: linksOf(memory!.query!), query: null, talk }
    if (talk !== null) return { ...common, query: null, talk }
    const listed =
      memory === undefined ? null : ofListed(composed, folded, memory, this.base, this.vocabulary)
    const picked = listed ?? (memory === undefined ? null : pickOf(composed, folded, memory))
    if (picked !== null) {
      steps.push({ rule: 'follow:picked', detail: formatQuery(picked) })
      return { ...common, query: picked, ...(listed === null ? {} : { carried: ['region'] }) }
    }

    let query: Query = composed.draft
    let carried: Understanding['carried'] = []
    let earlierReadings: NonNullable<Understanding['earlierReadings']> = []
    if (followUp) {
      const filled = carryOver(composed, leanedOn(composed, memory!), this.vocabulary)
      query = filled.query
      carried = filled.carried
      const whole = this.#wholeTold(composed, memory!, folded)
      if (whole !== null) query = { ...query, quoted: [...query.quoted, whole] }
      steps.push({ rule: 'follow:carried-over', detail: carried.join(', ') || 'nothing' })
      // only a place put in the place of another looks further back, and never past a question that had no answer:
      // what that one changed (a year, a status) still holds
      const replaces =
        memory!.shown.length > 0 &&
        composed.draft.regions.length > 0 &&
        composed.draft.indicators.length + composed.draft.industries.length === 0
      earlierReadings = (replaces ? (memory!.earlier ?? []).filter(isOfSameTime(memory!.query!)) : []).map(
        (before) => carryOver(composed, before, this.vocabulary),
      )
      for (const what of carried) links.push({ words: '', entity: what, how: 'carried-over', score: 1 })
    } else {
      const readPart = (part: readonly Span[]) => compose(asked, part, this.vocabulary, this.base)
      const sides =
        sidesInTime(query, segmentation.spans, readPart) ??
        sidesOfStatus(query, segmentation.spans) ??
        sidesOf(query, cues, segmentation, readPart)
      if (sides !== null) {
        query = { ...query, ...(query.intent === 'lookup' ? { intent: 'compare' } : {}), sides }
        steps.push({ rule: 'compare:sides', detail: String(sides.length) })
      }
    }
    const beyond = composed.excludes
      ? 'exclusion'
      : cues.has('refuse:cause') || (cues.has('follow:why') && !followUp)
        ? 'cause'
        : cues.has('refuse:advice')
          ? 'advice'
          : null
    return {
      ...common,
      query,
      carried,
      choices: choicesOf(query, composed),
      ...(earlierReadings.length === 0 ? {} : { earlierReadings }),
      ...(beyond === null ? {} : { beyond }),
    }
  }

  /** The time last spoken of: the one asked for, else that of the fact that was told. */
  #timeBefore(memory: Memory | undefined): Period | null {
    const [period, ...more] = memory?.query?.periods ?? []
    if (period !== undefined) return more.length === 0 && memory?.query?.since !== true ? period : null
    const [told] = memory?.shown ?? []
    return told === undefined ? null : (this.base.byId(told)?.period ?? null)
  }

  /** What is typed in haste, in a dialect or in short forms, written out before anything else is read. */
  #inPlainWords(typed: Said, memory: Memory | undefined): Said {
    let plain = typed
    for (const written of [
      inStandardChinese,
      (one: Said) => inPlainEnglish(one, this.#slips),
      withPlainQuestions,
      withFullYears,
      ({ text }: Said) => withYearsMeant(text, this.#timeBefore(memory)),
    ]) {
      const text = written(plain)
      if (text !== plain.text) plain = said(text, MOST_TOKENS * 3)
    }
    return plain
  }

  /** "How many of those are county-level?" after a count: fewer than were told. A threshold or another thing tells them apart itself. */
  #wholeTold({ draft, cues }: Composed, { shown }: Memory, text: string): Filter | null {
    if (shown.length !== 1 || !cues.has('ask:count') || !OF_THOSE.test(text)) return null
    const namesThing = draft.indicators.length + draft.industries.length + draft.organisations.length > 0
    const quantity = this.base.byId(shown[0]!)?.quantity
    if (namesThing || draft.filter !== undefined || draft.quoted.length > 0 || quantity == null) return null
    const { value, unit } = quantity
    return this.vocabulary.units.get(unit)?.class === 'count' ? { op: 'under', value, unit } : null
  }

  /** Where Chinese is left over that is not known, the text is read once more by its sound. */
  #segment(asked: Said, now: Date): Segmentation {
    const first = segment(asked, this.lexicon, this.#spelling, now)
    const heard = listenIn(first, this.#homophones)
    return heard === null ? first : segment(asked, this.lexicon, this.#spelling, now, heard)
  }

  /** The spans of a text, for reading a fact's own statement. No spelling is corrected there. */
  spansOf(text: string): Segmentation {
    return segment(said(fold(text)), this.lexicon, null, EPOCH)
  }

  /** Names that begin with (or hold, in Chinese) what was typed; those with facts first. */
  complete(kind: Completes, prefix: string, limit: number): Completion[] {
    this.#names ??= completions(this.vocabulary, this.base)
    const { text: typed } = this.#simplified(fold(prefix), MOST_TOKENS)
    return begunWith(this.#names.get(kind) ?? [], typed, limit)
  }

  /** Traditional characters become simplified ones; the converter is loaded when a text first needs it. */
  #simplified(text: string, limit: number): Said {
    const typed = said(text, limit)
    const isKnown = ({ kind, form }: Token): boolean => kind !== 'han' || this.lexicon.numberOf(form) >= 0
    if (typed.tokens.every(isKnown)) return typed
    simplify ??= (createRequire(import.meta.url)('opencc-js/t2cn') as OpenCC).Converter({
      from: 'twp',
      to: 'cn',
    })
    const simple = simplify(text)
    return simple === text ? typed : said(simple, limit)
  }
}

/** Small talk, help and the words that steer a conversation; null for questions. */
function talkOf(
  { draft, cues, empty }: Composed,
  followUp: boolean,
  memory: Memory | undefined,
): Talk | null {
  if (cues.has('follow:reset') && empty) return 'reset'
  const states = draft.status !== undefined || cues.has('whole-year')
  if (!empty || (states && memory?.query != null)) return null
  if (cues.has('talk:help')) return 'help'
  if (cues.has('follow:why') && memory?.query != null) return 'why'
  if (cues.has('talk:thanks')) return 'thanks'
  if (cues.has('talk:greeting')) return 'greeting'
  if (followUp || cues.has('follow:more') || cues.has('follow:nth'))
    return memory?.query == null ? 'nothing' : null
  // a bare "how many?" or "top cities" needs more to go on
  return draft.level !== undefined || draft.intent === 'sources' ? null : 'nothing'
}

/** What a question was taken for, as the links of its words: "why" asks for it. */
function linksOf(query: Query): Link[] {
  const { regions, within, industries, indicators, organisations, periods, status, unit, words } = query
  const first = (ids: string): string => ids.split('|')[0]!
  const entities = [
    ...[...regions, ...(within === undefined ? [] : [within])].map((code) => `region:${code}`),
    ...organisations.map((id) => `organisation:${id}`),
    ...industries.map((id) => `industry:${first(id)}`),
    ...indicators.filter((id) => !id.startsWith('*')).map((id) => `base:${id}`),
    ...periods.map((period) => `period:${formatPeriod(period)}`),
    ...(status === undefined ? [] : [`status:${status}`]),
    ...(unit === undefined ? [] : [`unit:${unit}`]),
  ]
  return [
    ...entities.map((entity): Link => ({ words: '', entity, how: 'carried-over', score: 1 })),
    ...words.map((word): Link => ({ words: word, entity: 'unknown', how: 'rule', score: 0 })),
  ]
}

/** A time or a status once named is not forgotten by looking further back. */
const isOfSameTime =
  (last: Query) =>
  (before: Query): boolean =>
    (last.periods.length === 0 ||
      last.periods.map(formatPeriod).join() === before.periods.map(formatPeriod).join()) &&
    (last.status === undefined || last.status === before.status)

/** "the second one", "more": something the last answer offered. */
function pickOf(composed: Composed, text: string, memory: Memory): Query | null {
  const { cues, empty } = composed
  if (!empty) return null
  const nth = nthOf(composed, text, memory.offered.length)
  if (nth !== null) return memory.offered[nth] ?? null
  if (cues.has('follow:more') && memory.query !== null) {
    return {
      ...memory.query,
      intent: memory.query.intent === 'lookup' ? 'list' : memory.query.intent,
      offset: (memory.query.offset ?? 0) + memory.shown.length,
    }
  }
  return null
}

/** Each other place of the same name is another reading. */
function choicesOf(query: Query, { otherRegions, draft }: Composed): Choice[] {
  return otherRegions.flat().map((code) => ({
    entity: `region:${code}`,
    query: { ...query, regions: draft.regions.length === 1 ? [code] : [...query.regions.slice(0, -1), code] },
  }))
}

/** Chinese when it is mostly Chinese; names of indicators in Latin letters (GDP, NEV) do not make it English. */
function localeOf(tokens: readonly Token[], wished: Locale): Locale {
  let characters = 0
  let words = 0
  for (const { kind, form } of tokens) {
    if (kind === 'han') characters++
    else if (kind === 'word' && isHeard(LATIN, form.signals!)) words++
  }
  if (characters === 0) return words > 0 ? 'en' : wished
  return characters >= words ? 'zh' : 'en'
}

/** Who is addressed is not part of the question. */
const withoutMentions = (text: string): string =>
  text.includes('@') || text.includes('<') ? text.replace(MENTIONS, ' ') : text

interface OpenCC {
  Converter(options: { from: string; to: string }): (text: string) => string
}
let simplify: ((text: string) => string) | undefined

/** "how many of those", 其中有多少 */
const OF_THOSE = /\bhow many (?:of|among) (?:those|these|them)\b|其中/
const LATIN = signal(/[a-z]{2}/)
/** "<@U123>", "<!channel>", "@factbot" */
const MENTIONS = /<[@!#][^<>]{1,80}>|@[\w.-]{1,40}/g
/** Longer questions are refused before any search (a pasted table would stop the bot for everybody). */
const LONGEST_QUESTION = 300
const MOST_TOKENS = 40
const LONGEST_READ = 4000
/** Statements whose words may be what a misspelt word meant. */
const STATEMENTS_READ = 5000
const EPOCH = new Date(0)

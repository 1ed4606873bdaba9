/**
 * Understanding -> Answer. One function per intent, each returning data that rests on facts; wording happens
 * elsewhere. Every intent falls back to "nothing, and here is what is near", never to a guess.
 */
import type { FactBase } from '../facts/base.ts'
import type { Fact } from '../facts/fact.ts'
import { emptyQuery, type Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import type { Reader } from '../understand/reader.ts'
import { tokenize } from '../understand/tokens.ts'
import type { Understanding } from '../understand/understanding.ts'
import { aggregate } from './aggregate.ts'
import type { Answer, Caveat } from './answer.ts'
import { compare } from './compare.ts'
import { define } from './define.ts'
import { Finder } from './find.ts'
import { list } from './list.ts'
import { lookup } from './lookup.ts'
import type { Match } from './match.ts'
import { nearestTo } from './nearest.ts'
import { rank } from './rank.ts'
import { newestFirst } from './series.ts'
import { listSources } from './sources.ts'
import { summary } from './summary.ts'
import { FactTexts, JOINTS } from './texts.ts'
import { trend } from './trend.ts'

/** What the functions of the single intents are handed. */
export interface Desk {
  vocabulary: Vocabulary
  base: FactBase
  understanding: Understanding
  query: Query
  /** All facts that agree with a query (by default the asked one), best first. */
  find(query?: Query): Match[]
  /** What the bot says when nothing agrees. */
  nothing(query?: Query): Answer
  newestFirst(a: Fact, b: Fact): number
  /** What every answer carries. */
  common(facts: readonly Fact[], caveats?: readonly Caveat[]): Common
}
type Common = Pick<Answer, 'query' | 'understanding' | 'facts' | 'derived' | 'caveats'>

export class Answerer {
  readonly #vocabulary: Vocabulary
  readonly #base: FactBase
  readonly #finder: Finder

  constructor(reader: Reader) {
    this.#vocabulary = reader.vocabulary
    this.#base = reader.base
    this.#finder = new Finder(reader.vocabulary, reader.base, new FactTexts(reader))
  }

  answer(understanding: Understanding): Answer {
    const { query } = understanding
    if (query === null) {
      return { kind: 'talk', query: emptyQuery('lookup'), understanding, facts: [], derived: [], caveats: [] }
    }
    const desk = this.#desk(understanding, query)
    if (understanding.beyond !== undefined) return desk.nothing()
    const answer = (
      query.sides === undefined
        ? INTENTS[query.intent]
        : INTENTS[query.intent === 'aggregate' ? 'aggregate' : 'compare']
    )(desk)
    if (understanding.choices.length > 0) return this.#ofOneName(understanding, query, answer)
    return this.#otherwise(understanding, answer) ?? answer
  }

  /** Every fact that agrees with a query, best first, whatever kind of answer it asks for. */
  agreeing(query: Query): Fact[] {
    const found = (query.sides ?? [query]).flatMap((one) => this.#finder.find(one))
    return [...new Map(found.map(({ fact }) => [fact.id, fact])).values()]
  }

  /** A follow-up that finds nothing is tried once with what it carried over made wider, and says so. */
  #otherwise(understanding: Understanding, answer: Answer): Answer | null {
    const { query, carried } = understanding
    if (answer.kind !== 'nothing' || query === null) return null
    if (carried.length === 0) return this.#checked(understanding, query)
    for (const wider of this.#widened(query, carried)) {
      const found = INTENTS[wider.query.intent](this.#desk(understanding, wider.query))
      if (
        (found.kind === 'found' || found.kind === 'comparison') &&
        (wider.fits === undefined || found.facts.every(wider.fits))
      ) {
        return loosened(found, wider.what)
      }
    }
    // the follow-up may lean on what was asked before the last question
    for (const earlier of understanding.earlierReadings ?? []) {
      const found = INTENTS[earlier.query.intent](this.#desk(understanding, earlier.query))
      if (found.kind !== 'nothing') return found
      for (const wider of this.#widened(earlier.query, earlier.carried)) {
        const otherwise = INTENTS[wider.query.intent](this.#desk(understanding, wider.query))
        if (otherwise.kind === 'found' && (wider.fits === undefined || otherwise.facts.every(wider.fits))) {
          return loosened(otherwise, wider.what)
        }
      }
    }
    return null
  }

  /** "Did GDP grow by more than 10 percent?" - the figure that is known answers it, whatever the one in the question. */
  #checked(understanding: Understanding, query: Query): Answer | null {
    if (!understanding.yesNo || (query.filter === undefined && query.quoted.length === 0)) return null
    if (query.regions.length === 0 || query.indicators.length === 0) return null
    const { status: _status, ...anyStatus } = query
    const { filter: _filter, ...open } = query
    // who asks what it really came to is not told the target
    const asksResult = query.status === 'actual' && ASKS_FIGURE.test(understanding.text)
    // "has it already invested the 761.8 billion?" - the figure itself, whatever came of it
    for (const wider of [...(asksResult ? [] : [anyStatus]), { ...open, quoted: [] }]) {
      const found = lookup(this.#desk(understanding, wider))
      if (found.kind === 'found') return found
    }
    return null
  }

  /** Several places bear the name ("Suzhou"): asked back when more than one has an answer, else said which is meant. */
  #ofOneName(understanding: Understanding, query: Query, answer: Answer): Answer {
    const readings = [
      { query, answer },
      ...understanding.choices.map((choice) => ({
        query: choice.query,
        answer: INTENTS[choice.query.intent](this.#desk(understanding, choice.query)),
      })),
    ].filter((reading) => reading.answer.kind !== 'nothing')
    const [only] = readings
    if (only === undefined) return answer
    if (readings.length > 1) {
      const choices = readings.map((reading) => ({ query: reading.query }))
      return { kind: 'unclear', ...this.#common(understanding, query, []), about: 'region', choices }
    }
    const region =
      only.query.regions.find((code) => !query.regions.includes(code)) ?? only.query.regions.at(-1)
    if (region === undefined) return only.answer
    return { ...only.answer, caveats: [...only.answer.caveats, { kind: 'read-as', region }] }
  }

  *#widened(
    query: Query,
    carried: Understanding['carried'],
  ): Generator<{ query: Query; what: string; fits?: (fact: Fact) => boolean }> {
    const bare: Query = { ...query, words: carried.includes('words') ? [] : query.words }
    if (bare.words.length < query.words.length) yield { query: bare, what: query.words.join(' ') }
    const isNewlyAhead =
      (query.status === 'planned' || query.status === 'target') && !carried.includes('status')
    if (carried.includes('period') && isNewlyAhead) {
      // "and what was planned?" after what was invested by a month: the plan of it had another time; of a year's GDP not
      yield {
        query: { ...bare, periods: [] },
        // the plan's own time is told with it
        what: '',
        fits: ({ status, indicator }) =>
          status !== 'actual' &&
          !indicator.includes('.') &&
          this.#vocabulary.baseIsA(indicator, 'investment'),
      }
    }
    if (carried.includes('industry') && !carried.includes('indicator') && bare.indicators.length > 0) {
      // "and GDP growth?" after an industry: the whole economy's, but never another industry's
      const what = query.industries.map((id) => this.#vocabulary.industries.get(id)?.en ?? id).join(', ')
      yield { query: { ...bare, industries: [] }, what, fits: ({ industry }) => WHOLE.has(industry) }
    }
    if (!carried.includes('indicator')) return
    const [head, ...rest] = bare.indicators
    if (head !== undefined && rest.length > 0 && bare.any !== true) {
      // of "investment" and "key projects" the first is what is measured
      yield* this.#widened({ ...bare, indicators: [head] }, carried)
      return
    }
    // "key project investment" of the last place becomes "investment" for the next
    let indicators = bare.indicators
    yield {
      query: bare,
      what: query.indicators.map((id) => this.#vocabulary.indicatorName(id).en).join(', '),
    }
    for (let step = 0; step < 3; step++) {
      const wider = indicators.map((id) => {
        const { base, measure } = this.#vocabulary.splitIndicator(id)
        const parents = base.split('|').flatMap((one) => this.#vocabulary.bases.get(one)?.parents ?? [])
        return parents.length === 0 ? id : `${parents.join('|')}${measure === null ? '' : `.${measure}`}`
      })
      if (wider.join() === indicators.join()) return
      indicators = wider
      yield {
        query: { ...bare, indicators },
        what: query.indicators.map((id) => this.#vocabulary.indicatorName(id).en).join(', '),
      }
    }
  }

  #desk(understanding: Understanding, asked: Query): Desk {
    // light words carry no constraint, but a fact whose text holds them ("first batch") comes before one without
    let words: readonly string[] | undefined
    const hints = () => {
      words ??= understanding.text === '' ? [] : hintsOf(understanding)
      return words
    }
    const finder = this.#finder
    return {
      vocabulary: this.#vocabulary,
      base: this.#base,
      understanding,
      query: asked,
      find: (query = asked) => finder.find(query, { hints }),
      nothing: (query = asked) => ({
        kind: 'nothing',
        ...nearestTo(query, finder),
        ...this.#common(understanding, asked, []),
      }),
      newestFirst: newestFirst((fact) => this.#base.sourceOf(fact).date ?? ''),
      common: (facts, caveats = []) => this.#common(understanding, asked, facts, caveats),
    }
  }

  #common(
    understanding: Understanding,
    query: Query,
    facts: readonly Fact[],
    caveats: readonly Caveat[] = [],
  ): Common {
    return { query, understanding, facts, derived: [], caveats }
  }
}

/** An answer to less than was asked, which says what was left out. */
const loosened = (answer: Answer, what: string): Answer =>
  what === '' ? answer : { ...answer, caveats: [...answer.caveats, { kind: 'loosened', what }] }

/** Industries whose figures stand for the place as a whole. */
const WHOLE = new Set(['economy', 'industry'])
/** "did it reach 10 billion? what was the realised figure" */
const ASKS_FIGURE = /\b(?:what|how (?:much|many)|which|need|give|tell)\b|多少|几|给我|要的是/

/** Words that may tell which of several facts is meant; not the place, which all of them share, nor "and". */
function hintsOf({ text: whole, links, query }: Understanding): string[] {
  const hints = new Set<string>()
  // 2022年建了多少: what was newly built in that year
  if (query !== null && query.periods.length > 0 && BUILT_ZH.test(whole)) hints.add(NEWLY_BUILT_ZH)
  let text = whole
  for (const { words, entity } of links)
    if (entity.startsWith('region:') && words !== '') text = text.replaceAll(words, ' ')
  for (const { kind, text: word } of tokenize(text))
    if (kind === 'word' && word.length > 2 && !JOINTS.has(word)) hints.add(word)
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? [])
    for (let i = 0; i + 2 <= run.length; i++) {
      const pair = run.slice(i, i + 2)
      if (!PARTICLE_ZH.test(pair)) hints.add(pair)
    }
  return [...hints]
}

/** Of 工的项目 the first two tell nothing of what is spoken of. */
const PARTICLE_ZH = /[的了是有]/
const BUILT_ZH = /(?<!在|新|创|搭|共|已)建(?:了|成了?|设了)/
const NEWLY_BUILT_ZH = '新建'

const INTENTS: Readonly<Record<Query['intent'], (desk: Desk) => Answer>> = {
  lookup,
  compare,
  rank,
  trend,
  summary,
  list,
  aggregate,
  define,
  sources: listSources,
}

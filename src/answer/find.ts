/** Finds the facts that agree with a query and orders them by how closely they say what was asked. */
import type { FactBase } from '../facts/base.ts'
import type { Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { isHan, looseStem } from '../understand/tokens.ts'
import { Agreement } from './agreement.ts'
import type { Dimension } from './answer.ts'
import { isBroad, NamesAsked } from './asked.ts'
import { Candidates } from './candidates.ts'
import { Glance } from './glance.ts'
import { holdsWord } from './holds.ts'
import type { Match } from './match.ts'
import type { FactTexts } from './texts.ts'

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
  readonly #names: NamesAsked
  readonly #candidates: Candidates
  readonly #agreement: Agreement

  constructor(vocabulary: Vocabulary, base: FactBase, texts: FactTexts) {
    const glance = new Glance(vocabulary, base)
    this.#vocabulary = vocabulary
    this.#base = base
    this.#texts = texts
    this.#names = new NamesAsked(vocabulary, base)
    this.#candidates = new Candidates(base, glance)
    this.#agreement = new Agreement(vocabulary, base, texts, glance)
  }

  /** All matches, best first. */
  find(
    query: Query,
    { ignore = NOTHING, hints = NO_HINTS, enough = Number.POSITIVE_INFINITY }: FindOptions = {},
  ): Match[] {
    const asked = this.#names.compile(query, ignore)
    if (asked === null) return []
    // industry as a whole is no more its "ten key branches" than the economy is
    const broad =
      asked.broad || (query.industries.join() === 'industry' && isBroad({ ...query, industries: [] }))
    const matches: Match[] = []
    const seen = new Set<number>()
    for (const list of this.#candidates.of(query, asked, ignore)) {
      for (const at of list) {
        const match = this.#agreement.check(at, query, asked, ignore)
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
    const base = this.#base
    return matches.sort((a, b) => b.score - a.score || base.toOf(b.at) - base.toOf(a.at) || a.at - b.at)
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

const NO_HINTS = (): readonly string[] => []
const NOTHING: ReadonlySet<Dimension> = new Set()
const CHINA = '100000'
/** Of one wider place so many matches are looked at. */
const AROUND = 20
const MOST_HINTED = 200
/** Points for a Chinese subject that the question holds as a whole; an English one has one for each word. */
const IN_CHINESE = 4
/** Beyond this the question speaks of something else than the subject. */
const HALF_SAID = 0.3
/** What a subject costs that the question does not speak of. */
const UNSAID = 1
/** What words of the question can add to a match at most. */
const HINT_POINTS = 8

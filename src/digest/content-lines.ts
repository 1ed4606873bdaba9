/**
 * A fact and what became of it, in one line. Each line is written and locked as an answer of its own, so a number in a
 * digest is written by the same hand, under the same lock, as everywhere; here only the marks of sources are put in a row.
 */
import type { Answer, Derived } from '../answer/answer.ts'
import { seriesKey } from '../answer/series.ts'
import type { Citation } from '../chat/reply.ts'
import { FactBase } from '../facts/base.ts'
import type { Fact, Source } from '../facts/fact.ts'
import { emptyQuery } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { understandingOf } from '../understand/understanding.ts'
import { NumberLockError } from '../wording/lock.ts'
import { Writer } from '../wording/reply.ts'
import type { DigestWords } from './words-en.ts'

export interface Told {
  fact: Fact
  before: Fact | null
  disputes: readonly Fact[]
}

export class Lines {
  readonly #vocabulary: Vocabulary
  readonly #locale: 'en' | 'zh'
  readonly #words: DigestWords
  /** Sources alone: also those of facts that the base does not hold any more. */
  readonly #base = new FactBase()
  readonly #writer: Writer
  readonly #cited: Citation[] = []

  constructor(vocabulary: Vocabulary, sources: Iterable<Source>, locale: 'en' | 'zh', words: DigestWords) {
    this.#vocabulary = vocabulary
    this.#locale = locale
    this.#words = words
    for (const source of sources) this.#base.sources.set(source.id, source)
    this.#writer = new Writer(vocabulary, this.#base)
  }

  get citations(): readonly Citation[] {
    return this.#cited
  }

  /** '... 28 billion yuan, 2024. [1] Before: 2023: 24.8 billion yuan [2]' */
  line(told: Told): string {
    // one faulty fact must not keep the others from being told, nor what stood before it the fact itself
    for (const less of [told, { ...told, before: null, disputes: [] }]) {
      try {
        return this.#line(less)
      } catch (error) {
        if (!(error instanceof NumberLockError)) throw error
      }
    }
    return this.#words.notShown
  }

  #line({ fact, before: former, disputes }: Told): string {
    // a revised fact and what it was have one id, but are two figures
    const before = former === null ? null : { ...former, id: `${former.id} before` }
    const beside = before === null ? [] : [this.#beside(fact, before)]
    const others = disputes.map((other) => this.#sentence(other))
    return [
      this.#sentence(fact),
      ...beside,
      ...(others.length === 0 ? [] : [`${this.#words.otherwise}${others.join(' ')}`]),
    ].join(' ')
  }

  #sentence(fact: Fact): string {
    return this.#written(answerOf({ facts: [fact] }, this.#locale)).join(' ')
  }

  /** The former value alone where it is of the same series, else the former line whole; and how much it changed. */
  #beside(fact: Fact, before: Fact): string {
    const isSeries =
      before.quantity !== undefined && fact.quantity !== undefined && seriesKey(before) === seriesKey(fact)
    if (!isSeries) return `${this.#words.before}${this.#sentence(before)}`
    const derived = differenceOf(fact, before, this.#vocabulary.units.get(before.quantity!.unit)?.class)
    const answer = answerOf(
      { facts: [fact], series: [before], derived: derived === null ? [] : [derived] },
      this.#locale,
    )
    const written = this.#written(answer)
    const change = derived === null ? [] : [written[0]!]
    const former = written.at(-1)!.replace(': ', this.#words.colon)
    return [`${this.#words.before}${former}${this.#words.stop}`, ...change].join(' ')
  }

  /** The sentences and items of an answer, their marks those of this digest. */
  #written(answer: Answer): string[] {
    const { parts } = this.#writer.reply(answer, this.#locale)
    const marks = new Map<number, number>()
    for (const part of parts)
      if (part.kind === 'citations') for (const item of part.items) marks.set(item.mark, this.#markOf(item))
    const marked = (text: string) =>
      text.replace(/\[(\d{1,3})\]$/, (whole, mark: string) => {
        const own = marks.get(Number(mark))
        return own === undefined ? whole : `[${own}]`
      })
    return parts.flatMap((part) =>
      part.kind === 'text' ? [marked(part.text)] : part.kind === 'list' ? part.items.map(marked) : [],
    )
  }

  #markOf(citation: Citation): number {
    const isSame = ({ publisher, title, date, url }: Citation) =>
      publisher === citation.publisher &&
      title === citation.title &&
      date === citation.date &&
      url === citation.url
    const known = this.#cited.find(isSame)
    if (known !== undefined) return known.mark
    const mark = this.#cited.length + 1
    this.#cited.push({ ...citation, mark })
    return mark
  }
}

function answerOf(
  {
    facts,
    series = [],
    derived = [],
  }: { facts: readonly Fact[]; series?: readonly Fact[]; derived?: readonly Derived[] },
  locale: 'en' | 'zh',
): Answer {
  const query = emptyQuery('lookup')
  return {
    ...{ kind: 'found', query, understanding: understandingOf(query, locale), caveats: [] },
    ...{ facts, series, derived, others: [] },
  }
}

/** Only of two exact amounts in one unit: what "over" hides has no difference, and of two rates it would be points. */
function differenceOf(fact: Fact, before: Fact, unitClass: string | undefined): Derived | null {
  if (unitClass === 'percent' || unitClass === 'points') return null
  const [now, then] = [fact.quantity!, before.quantity!]
  if (now.bound !== 'exact' || then.bound !== 'exact' || now.unit !== then.unit || now.value === then.value)
    return null
  const [high, low] = now.value > then.value ? [now, then] : [then, now]
  return {
    kind: 'difference',
    value: Number((high.value - low.value).toPrecision(12)),
    unit: now.unit,
    terms: [high.value, '-', low.value],
    facts: [fact.id, before.id],
  }
}

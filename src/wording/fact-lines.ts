/** Facts and worked-out values as lines of text. Each number comes through `number.ts`, which never rounds. */
import type { Derived } from '../answer/answer.ts'
import type { Fact } from '../facts/fact.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import type { Locale } from '../understand/understanding.ts'
import type { Wording } from './en.ts'
import type { Names } from './names.ts'

export class FactLines {
  readonly #vocabulary: Vocabulary
  readonly #names: Names
  readonly #locale: Locale
  readonly #words: Wording

  constructor(vocabulary: Vocabulary, names: Names) {
    this.#vocabulary = vocabulary
    this.#names = names
    this.#locale = names.locale
    this.#words = names.words
  }

  /** One fact, whole, without its full stop and source mark. */
  of(fact: Fact): string {
    const { quantity, basis, subject, scope, organisations, status } = fact
    if (quantity === undefined) {
      const statement =
        this.#locale === 'zh' && fact.statementZh !== undefined ? fact.statementZh : fact.statement
      return statement.replace(/[.。]$/, '')
    }
    const words = this.#words
    const unit = this.#vocabulary.units.get(quantity.unit)
    return words.fact({
      region: this.#names.region(fact.region),
      industry:
        fact.industry === ECONOMY || this.#names.indicatorSaysIndustry(fact)
          ? ''
          : this.#names.industry(fact.industry),
      indicator: this.#measured(fact),
      subject: subject?.[this.#locale] ?? '',
      basis: basis === undefined ? '' : words.basis(basis, String(basis.years ?? '')),
      scope: scope?.[this.#locale] ?? '',
      period: fact.period === null ? words.unknownPeriod : words.period(fact.period),
      amount: words.amount(quantity, unit),
      usd:
        quantity.usd === undefined
          ? ''
          : words.usd(
              words.amount({ value: quantity.usd, bound: 'exact' }, this.#vocabulary.units.get('usd')),
            ),
      organisations: organisations.map((id) => this.#names.organisation(id)).join(', '),
      status,
    })
  }

  /** A lead is the lead of a growth; a change with a subject of its own needs no other name. */
  #measured(fact: Fact): string {
    const { base, measure } = this.#vocabulary.splitIndicator(fact.indicator)
    if (measure === 'lead') return this.#names.indicator(`${base}.growth`)
    if (measure === 'change' && fact.subject !== undefined) return this.#names.indicator('*.change')
    return this.#names.indicator(fact.indicator)
  }

  amount({ quantity }: Fact): string {
    return quantity === undefined
      ? ''
      : this.#words.amount(quantity, this.#vocabulary.units.get(quantity.unit))
  }

  periodOf(fact: Fact): string {
    return fact.period === null ? this.#words.unknownPeriod : this.#words.period(fact.period)
  }

  status({ status }: Fact): string {
    return status === 'actual' ? '' : `${this.#words.status[status]} `
  }

  /** Industry or subject, and indicator: what was measured, without the place. */
  what(fact: Fact): string {
    const thing =
      fact.subject?.[this.#locale] ??
      (fact.industry === ECONOMY || this.#names.indicatorSaysIndustry(fact)
        ? ''
        : this.#names.industry(fact.industry))
    const indicator = this.#names.indicator(fact.indicator)
    const plan =
      fact.status === 'actual'
        ? ''
        : this.#locale === 'zh'
          ? `（${this.#words.status[fact.status]}）`
          : this.#words.aside(this.#words.status[fact.status])
    return `${thing === '' ? '' : `${thing}${this.#locale === 'zh' ? '' : ', '}`}${indicator}${plan}`
  }

  placeOf({ region, organisations }: Fact): string {
    return [this.#names.region(region), ...organisations.map((id) => this.#names.organisation(id))].join(', ')
  }

  derived(derived: Derived): string {
    const unit = this.#vocabulary.units.get(derived.unit)
    const words = this.#words
    // a quotient may have no end; it is the only value that is rounded, and says "about"
    const value =
      derived.kind === 'ratio' || derived.kind === 'average' || derived.kind === 'share'
        ? Number(derived.value.toPrecision(4))
        : derived.value
    const amount = words.amount({ value, bound: derived.bound ?? 'exact' }, unit)
    const arithmetic = `${derived.terms.map((term) => (typeof term === 'number' ? words.number(term, unit) : term)).join(' ')} = ${amount}`
    if (derived.kind === 'share') {
      const of = this.#vocabulary.units.get(derived.per ?? '')
      const [top, bottom] = [derived.terms[0], derived.terms[2]].map((term) =>
        words.amount({ value: Number(term), bound: 'exact' }, of),
      )
      return words.derived.share(amount, `${top} / ${bottom} = ${amount}`)
    }
    if (derived.kind === 'earlier') return words.derived.earlier(amount, derived.period ?? '', arithmetic)
    if (derived.kind === 'ratio') {
      const [top, , bottom] = derived.terms
      const per = this.#vocabulary.units.get(derived.per ?? '')
      const sum = `${words.amount({ value: Number(top), bound: 'exact' }, unit)} / ${words.amount({ value: Number(bottom), bound: 'exact' }, per)}`
      return words.derived.ratio(
        amount,
        this.#locale === 'zh' ? (per?.zh ?? '') : (per?.en ?? '').replace(/ies$/, 'y').replace(/s$/, ''),
        sum,
      )
    }
    if (derived.kind === 'count') return words.derived.count(String(derived.value))
    return words.derived[derived.kind](amount, arithmetic)
  }
}

const ECONOMY = 'economy'

/**
 * The number lock: reads a finished reply as a stranger would, and ties every number in it to what the answer
 * holds. A line with a source mark must be one fact: its amount (value, scale, unit, bound word), period, status,
 * source and names all of the same one. Every other number must be a derivation's, a count of the answer, the
 * asker's own, or part of a name. A wrong number is worse than none, so a reply that fails is not shown.
 *
 * It shares nothing with the writer but the vocabulary's names: numbers are read by `facts/written.ts`.
 */
import type { Answer, Derived } from '../answer/answer.ts'
import type { Citation, Part } from '../chat/reply.ts'
import type { FactBase } from '../facts/base.ts'
import type { Fact, Phrase, Source, Status } from '../facts/fact.ts'
import type { Period } from '../facts/period.ts'
import type { Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { readWritten, type Written } from '../facts/written.ts'
import type { Locale } from '../understand/understanding.ts'

export type Rule =
  /** A number that is that of no fact, derivation, count, name or question. */
  | 'stray'
  | 'value'
  | 'unit'
  | 'bound'
  /** Commas that do not stand before groups of three digits. */
  | 'separator'
  | 'period'
  | 'status'
  /** The line names another place or thing than the fact whose amount it gives. */
  | 'name'
  | 'source'
  | 'derived'
  | 'row'

export interface Violation {
  rule: Rule
  /** The fact that the line comes nearest to; '' where there is none. */
  fact: string
}

/** Thrown instead of showing a wrong number. Names the rule and the fact, never the text. */
export class NumberLockError extends Error {
  override readonly name = 'NumberLockError'
  /** For the log: 'bound dongying-2024-03-27/offshore-wind-investment'. */
  readonly code: string

  constructor({ rule, fact }: Violation) {
    super(`a number of the reply is not that of its fact: ${rule} ${fact}`)
    this.code = `${rule} ${fact}`.trim()
  }
}

/** Throws where a number of the reply is not that of its fact. */
export function lockNumbers(
  parts: readonly Part[],
  answer: Answer,
  vocabulary: Vocabulary,
  base: FactBase,
  locale: Locale,
): void {
  const [first] = checkNumbers(parts, answer, vocabulary, base, locale)
  if (first !== undefined) throw new NumberLockError(first)
}

export function checkNumbers(
  parts: readonly Part[],
  answer: Answer,
  vocabulary: Vocabulary,
  base: FactBase,
  locale: Locale,
): Violation[] {
  const check = new Check(answer, vocabulary, base, locale)
  check.reply(parts)
  return check.violations
}

/** How much of a fact a line must show. */
type Form =
  /** Amount, period, status, names. */
  | 'whole'
  /** Amount and period of a series that was named before: '2023: 24.8 billion yuan'. */
  | 'point'
  /** All but the amount: a choice between facts. */
  | 'choice'

class Check {
  readonly violations: Violation[] = []
  readonly #answer: Answer
  readonly #vocabulary: Vocabulary
  readonly #base: FactBase
  readonly #locale: Locale
  readonly #pool: readonly Fact[]
  readonly #oneRegion: boolean
  /** All facts measure the same thing: the sentence above a table says it once for all rows, and its status. */
  readonly #oneThing: boolean
  /** Source ids by the number of their mark. */
  readonly #marks = new Map<number, string>()
  /** Where the fact of the next line is looked for first. */
  #next = 0
  /** The status that the heading of a table says for all its rows. */
  #headed: Status = 'actual'

  constructor(answer: Answer, vocabulary: Vocabulary, base: FactBase, locale: Locale) {
    this.#answer = answer
    this.#vocabulary = vocabulary
    this.#base = base
    this.#locale = locale
    this.#pool = poolOf(answer)
    const [first] = this.#pool
    this.#oneRegion = this.#pool.every(({ region }) => region === first!.region)
    this.#oneThing = this.#pool.every(
      ({ industry, indicator, subject, status }) =>
        industry === first!.industry &&
        indicator === first!.indicator &&
        subject?.en === first!.subject?.en &&
        status === first!.status,
    )
  }

  reply(parts: readonly Part[]): void {
    for (const part of parts)
      if (part.kind === 'citations') part.items.forEach((item) => void this.#citation(item))
    for (const part of parts) {
      switch (part.kind) {
        case 'text':
          this.#line(part.text, false)
          break
        case 'heading':
        case 'note':
          this.#loose(part.text, this.#read(part.text))
          break
        case 'list':
          for (const item of part.items) this.#line(item, this.#answer.kind !== 'talk')
          break
        case 'table':
          this.#table(part)
          break
        case 'buttons':
          this.#loose(part.prompt, this.#read(part.prompt))
          for (const { label } of part.items) this.#button(label)
          break
      }
    }
  }

  // ---- the parts

  /** A sentence or an item of a list: of a fact where it has a source mark, else a derivation or free of facts. */
  #line(text: string, mustBeFact: boolean): void {
    const found = this.#read(text)
    if (mustBeFact || found.some(({ kind }) => kind === 'mark')) {
      const isPoint = this.#answer.kind === 'found' && this.#answer.series.length > 0
      this.#tied(text, found, isPoint ? WHOLE_OR_POINT : WHOLE)
      return
    }
    const { derived } = this.#answer
    if (derived.length > 0 && found.length > 0) {
      const isTied = derived.some((one) => this.#isDerived(text, found, one)) || this.#freeOf(text, found)
      if (!isTied) this.#fail('derived', derived[0]!.facts[0])
      return
    }
    this.#loose(text, found)
    if (this.#answer.kind === 'trend') this.#headed = this.#statusOf(text, this.#namesIn(text)) ?? 'actual'
  }

  #table({ columns, rows }: Extract<Part, { kind: 'table' }>): void {
    const numbered = columns[0]?.label === '#'
    const offset = this.#answer.query.offset ?? 0
    const forms = this.#answer.kind === 'trend' ? POINT : WHOLE
    for (const [i, row] of rows.entries()) {
      const cells = numbered ? row.slice(1) : row
      if (numbered && Number(row[0]) !== i + 1 && Number(row[0]) !== offset + i + 1) {
        this.#fail('row', this.#pool[i]?.id)
      }
      const text = cells.join(' | ')
      this.#tied(text, this.#read(text), forms, true)
    }
  }

  #button(label: string): void {
    const { kind } = this.#answer
    if (kind === 'nothing' && this.#pool.length > 0) {
      // '(differs in period)' is said of the question, not of the fact
      const cut = Math.max(label.lastIndexOf(' ('), label.lastIndexOf('（'))
      const tail = cut < 0 ? '' : label.slice(cut)
      const text = cut < 0 ? label : label.slice(0, cut)
      this.#tied(text, this.#read(text), WHOLE)
      this.#loose(tail, this.#read(tail))
      return
    }
    const found = this.#read(label)
    if (kind === 'unclear' && this.#pool.length > 0) this.#tied(label, found, CHOICE)
    else this.#loose(label, found)
  }

  #citation({ mark, publisher, title, date, url }: Citation): void {
    for (const fact of this.#pool) {
      const source = this.#base.sources.get(fact.source)
      if (source === undefined || source.publisher !== publisher || source.url !== url) continue
      const titled = source.title === null ? title.includes(source.about ?? '') : title === source.title
      if (!titled) continue
      const read = DATES_READ[this.#locale]
      if (read.get(source) !== date) {
        if (!this.#isDate(date, source.date)) continue
        read.set(source, date)
      }
      this.#marks.set(mark, source.id)
      return
    }
    this.#fail('source', this.#pool[0]?.id)
  }

  #isDate(written: string | null, iso: string | null): boolean {
    if (written === null || iso === null) return written === iso
    const [year, month, day] = iso.split('-')
    let said = ''
    for (const one of this.#read(written)) {
      const text = one.kind === 'months' ? one.from + 1 : one.value
      // the day stands before the month in English
      said = one.kind === 'amount' && this.#locale === 'en' ? `${said}/${text}` : `${said} ${text}`
    }
    const numbers = `${Number(year)}${month === undefined ? '' : ` ${Number(month)}`}`
    if (this.#locale === 'zh') return said === ` ${numbers}${day === undefined ? '' : ` ${Number(day)}`}`
    const english = `${month === undefined ? '' : ` ${Number(month)}`} ${Number(year)}`
    return said === `${day === undefined ? '' : `/${Number(day)}`}${english}`
  }

  // ---- a line that is a fact

  #tied(text: string, found: readonly Written[], forms: readonly Form[], isRow = false): void {
    // lines mostly stand in the order of their facts
    for (let i = 0; i < this.#pool.length; i++) {
      const at = (this.#next + i) % this.#pool.length
      for (const form of forms) {
        if (this.#failure(text, found, this.#pool[at]!, form, isRow) !== null) continue
        this.#next = at + 1
        if (!isRow) this.#headed = this.#pool[at]!.status
        return
      }
    }
    // the fact that gets furthest through the rules is the one that was meant
    let best: Violation = { rule: 'stray', fact: '' }
    for (const fact of this.#pool) {
      for (const form of forms) {
        const rule = this.#failure(text, found, fact, form, isRow)
        if (rule !== null && WEIGHT[rule] > WEIGHT[best.rule]) best = { rule, fact: fact.id }
      }
    }
    this.violations.push(best)
  }

  /** The first rule by which this line is not this fact; null when it is. */
  #failure(text: string, found: readonly Written[], fact: Fact, form: Form, isRow: boolean): Rule | null {
    const { quantity } = fact
    if (quantity === undefined) return this.#statementFailure(text, found, fact, form)
    if (
      form !== 'choice' &&
      !found.some(({ value, kind }) => kind === 'amount' && same(value, quantity.value))
    ) {
      return 'value'
    }
    const names = this.#namesOf(text, fact, found)
    const times: Written[] = []
    let marks = 0
    let stated = 0
    for (const one of found) {
      if (isCovered(one, names)) continue
      if (one.kind === 'mark') {
        marks++
        if (this.#marks.get(one.value) !== fact.source) return 'source'
      } else if (one.kind === 'year' || one.kind === 'months') times.push(one)
      else if (one.kind === 'length') {
        if (one.value !== fact.basis?.years) return 'period'
      } else if (!one.grouped) return 'separator'
      else if (form === 'choice') return 'stray'
      else if (same(one.value, quantity.value)) {
        if (one.unit !== this.#unit(quantity.unit)) return 'unit'
        if (one.bound !== quantity.bound) return 'bound'
        stated++
      } else if (!(quantity.usd !== undefined && same(one.value, quantity.usd) && one.unit === 'usd'))
        return 'value'
    }
    if (form !== 'choice' && stated !== 1) return 'value'
    if (marks === 0 && this.#needsMark(form)) return 'source'
    if (!isPeriod(times, fact.period, text, this.#locale)) return 'period'
    const isHeaded = isRow && (form === 'point' || this.#oneThing)
    const status = this.#statusOf(text, names) ?? (isHeaded ? this.#headed : 'actual')
    if (status !== fact.status) return 'status'
    if (form === 'point')
      return this.#isIn(text, fact) && !this.#oneRegion ? 'name' : this.#isPoint(fact) ? null : 'name'
    const brief = isRow || form === 'choice'
    if (!this.#isNamed(text, fact, found, brief)) return 'name'
    return this.#isOther(text, fact, found, brief) ? 'name' : null
  }

  /** A fact without a number is said in its own statement's words. */
  #statementFailure(text: string, found: readonly Written[], fact: Fact, form: Form): Rule | null {
    if (form === 'choice') {
      const names = this.#namesOf(text, fact, found)
      const times = found.filter((one) => !isCovered(one, names))
      if (times.some(({ kind }) => kind === 'amount' || kind === 'mark')) return 'value'
      return isPeriod(times, fact.period, text, this.#locale) ? null : 'period'
    }
    const statement = (this.#locale === 'zh' ? fact.statementZh : undefined) ?? fact.statement
    const words = statement.endsWith('.') || statement.endsWith('。') ? statement.slice(0, -1) : statement
    const start = text.indexOf(words)
    if (start < 0) return 'value'
    if (this.#needsMark(form) && !found.some(({ kind }) => kind === 'mark')) return 'source'
    for (const one of found) {
      if (one.start >= start && one.end <= start + words.length) continue
      if (one.kind !== 'mark') return 'stray'
      if (this.#marks.get(one.value) !== fact.source) return 'source'
    }
    return null
  }

  /** Everything but what is offered as a button. */
  #needsMark(form: Form): boolean {
    return form !== 'choice' && this.#answer.kind !== 'nothing' && this.#answer.kind !== 'unclear'
  }

  #isPoint({ id }: Fact): boolean {
    const answer = this.#answer
    const points = answer.kind === 'found' ? answer.series : answer.kind === 'trend' ? answer.points : []
    return points.some((point) => point.id === id)
  }

  /** The place and the thing measured stand in the line, outside of its numbers; rows and choices leave out its limits. */
  #isNamed(text: string, fact: Fact, found: readonly Written[], brief: boolean): boolean {
    if (!(brief && this.#oneRegion) && !this.#isIn(text, fact)) return false
    if (brief && this.#oneThing) return true
    if (fact.subject !== undefined && !has(text, fact.subject[this.#locale], found)) return false
    const { industry, indicator, basis } = fact
    const of = basis?.of?.[this.#locale]
    const names = this.#indicatorNames(indicator)
    // a share says its whole in place of its name; a table says the name alone
    if (!names.some((name) => has(text, name, found)) && (of === undefined || brief)) return false
    if (!brief && of !== undefined && !has(text, of, found)) return false
    if (!brief && fact.scope !== undefined && !has(text, fact.scope[this.#locale], found)) return false
    if (fact.subject !== undefined || industry === ECONOMY) return true
    const name = this.#industryName(industry)
    return has(text, name, found) || names.some((one) => one.toLowerCase().includes(name.toLowerCase()))
  }

  /** Whether the line names another fact of the same place, time and source better: its amount was given to this one. */
  #isOther(text: string, fact: Fact, found: readonly Written[], brief: boolean): boolean {
    for (const other of this.#pool) {
      if (other === fact || other.region !== fact.region || other.source !== fact.source) continue
      if (other.quantity === undefined || other.status !== fact.status || !isSamePeriod(other, fact)) continue
      if (other.quantity.value === fact.quantity?.value && other.quantity.unit === fact.quantity?.unit)
        continue
      if (!this.#isNamed(text, other, found, brief)) continue
      const own = this.#phrases(fact)
      for (const phrase of this.#phrases(other)) {
        // 'against 2012' and the period 2012-2021 look alike
        if (!YEAR.test(phrase) && has(text, phrase, found) && !own.some((one) => one.includes(phrase)))
          return true
      }
    }
    return false
  }

  #phrases({ subject, scope, industry, indicator, basis }: Fact): string[] {
    const locale = this.#locale
    const phrases = [...this.#indicatorNames(indicator)]
    for (const phrase of [subject, scope, basis?.of]) if (phrase !== undefined) phrases.push(phrase[locale])
    if (industry !== ECONOMY) phrases.push(this.#industryName(industry))
    return phrases
  }

  // ---- lines that are no fact

  /** Numbers beside the facts: counts the answer states, periods that were asked for, the asker's own words, names. */
  #loose(text: string, found: readonly Written[]): void {
    if (found.length === 0 || this.#freeOf(text, found)) return
    this.#fail('stray', this.#pool[0]?.id)
  }

  #freeOf(text: string, found: readonly Written[]): boolean {
    const answer = this.#answer
    if (answer.kind === 'definition' && answer.gloss !== null && text === answer.gloss[this.#locale])
      return true
    const cut = answer.caveats.find((caveat) => caveat.kind === 'cut')
    if (cut !== undefined && found.length === 2 && found.every(isCount)) {
      const [one, other] = found.map(({ value }) => value).sort((a, b) => a - b)
      return one === cut.shown && other === cut.total
    }
    const asked = queriesOf(answer)
    let names: Span[] | undefined
    return found.every((one) => {
      const { kind } = one
      if (kind === 'mark') return false
      if (kind === 'year' || kind === 'months') {
        if (asked.some(({ periods }) => periods.some((period) => isWithin(one, period)))) return true
      } else if (kind === 'amount') {
        if (isCount(one) && this.#counts().includes(one.value)) return true
        if (asked.some((query) => isAskedAmount(one, query))) return true
      }
      names ??= this.#namesIn(text)
      return isCovered(one, names) || this.#isAskers(one)
    })
  }

  /** Said back from the question itself. */
  #isAskers({ value, kind, unit, from, to }: Written): boolean {
    const { understanding, query } = this.#answer
    const asked = [understanding.text, ...query.words, ...understanding.links.map(({ words }) => words)]
    return asked.some((words) =>
      this.#read(words.normalize('NFKC')).some((one) =>
        kind === 'months' || one.kind === 'months'
          ? one.kind === kind && one.from === from && one.to === to
          : one.kind === kind && one.value === value && one.unit === unit,
      ),
    )
  }

  /** What the answer itself counts. */
  #counts(): number[] {
    const { caveats, facts, derived, understanding, query } = this.#answer
    const counts = [new Set(facts.map(({ source }) => source)).size]
    for (const caveat of caveats) if (caveat.kind === 'cut') counts.push(caveat.shown, caveat.total)
    if (this.#answer.kind === 'list') counts.push(this.#answer.total)
    if (query.limit !== undefined) counts.push(query.limit)
    for (const { kind, value } of derived) if (kind === 'count') counts.push(value)
    if (understanding.talk === 'too-long') counts.push(...LIMITS)
    return counts
  }

  /** Value, terms and period of a worked-out value, and nothing else; the value rounded where a quotient has no end. */
  #isDerived(text: string, found: readonly Written[], derived: Derived): boolean {
    const { kind, value, unit, terms, per, period } = derived
    if (kind === 'count')
      return found.every((one) => one.kind === 'amount' && one.value === value && one.grouped)
    const numbers = terms.filter((term) => typeof term === 'number')
    if (!this.#areTermsOfFacts(numbers, derived.facts)) return false
    const rounded =
      kind === 'ratio' || kind === 'average' || kind === 'share' ? Number(value.toPrecision(DIGITS)) : value
    const isRounded = !same(rounded, value)
    const left = new Set(numbers)
    const first = found.find((one) => one.kind === 'amount')
    const equal = text.lastIndexOf('= ')
    let results = 0
    for (const one of found) {
      // the value is said first, and again behind its arithmetic
      const isResult = one.unit === unit && same(one.value, rounded)
      if ((one === first || one.start === equal + 2) && !isResult) return false
      if (one.kind === 'year') {
        if (String(one.value) !== period) return false
        continue
      }
      if (one.kind !== 'amount' || !one.grouped) return false
      const term = numbers.find((number) => same(number, one.value))
      if (isResult) {
        // a rounded value says so; "about" beside an exact one does no harm, another bound must be that of a fact
        results++
        if (one === first && isRounded && one.bound === 'exact') return false
        const { bound } = one
        const isKnown = bound === 'exact' || bound === 'about'
        const isOfFact = this.#pool.some(
          ({ id, quantity }) => quantity?.bound === bound && derived.facts.includes(id),
        )
        if (!isKnown && !isOfFact) return false
        if (term !== undefined) left.delete(term)
      } else if (term !== undefined && (one.unit === undefined || one.unit === unit || one.unit === per))
        left.delete(term)
      else return false
    }
    return results > 0 && left.size === 0
  }

  /** Every term is the value of a fact it rests on, as far as the answer holds these facts; or how many, or 100. */
  #areTermsOfFacts(terms: readonly number[], ids: readonly string[]): boolean {
    const facts = ids.map((id) => this.#pool.find((fact) => fact.id === id))
    if (facts.includes(undefined)) return true
    return terms.every(
      (term) =>
        term === HUNDRED ||
        term === ids.length ||
        facts.some((fact) => fact?.quantity !== undefined && same(term, fact.quantity.value)),
    )
  }

  // ---- reading

  #read(text: string): Written[] {
    return readWritten(text, this.#vocabulary)
  }

  /** Where the fact's own names stand that hold numbers or words of status: they say nothing about its amount. */
  #namesOf(text: string, fact: Fact, found: readonly Written[]): Span[] {
    const spans: Span[] = []
    const locale = this.#locale
    const { subject, scope, basis } = fact
    for (const phrase of [subject, scope]) if (phrase !== undefined) cover(text, phrase[locale], spans)
    if (fact.industry !== ECONOMY) cover(text, this.#industryName(fact.industry), spans)
    for (const name of this.#indicatorNames(fact.indicator)) cover(text, name, spans)
    for (const id of fact.organisations)
      cover(text, this.#vocabulary.organisations.get(id)?.[locale] ?? id, spans)
    cover(text, this.#regionName(fact.region), spans)
    if (basis?.of !== undefined) coverBasis(text, basis.of, locale, spans)
    // a name that is as short as a number's own unit must not hide the number
    return spans.filter(
      (span) =>
        !found.some(({ start, end, kind }) => kind === 'amount' && span.start > start && span.end <= end),
    )
  }

  /** Names with numbers in them that a line may hold that is no fact: '5G base stations'. */
  #namesIn(text: string): Span[] {
    const spans: Span[] = []
    const locale = this.#locale
    for (const { regions, industries, indicators, organisations } of queriesOf(this.#answer)) {
      for (const code of regions) cover(text, this.#regionName(code), spans)
      for (const ids of industries)
        for (const id of ids.split('|')) cover(text, this.#industryName(id), spans)
      for (const ids of indicators)
        for (const id of ids.split('|')) for (const name of this.#indicatorNames(id)) cover(text, name, spans)
      for (const id of organisations)
        cover(text, this.#vocabulary.organisations.get(id)?.[locale] ?? id, spans)
    }
    for (const { subject, industry, indicator, organisations } of this.#pool) {
      if (subject !== undefined) cover(text, subject[locale], spans)
      cover(text, this.#industryName(industry), spans)
      for (const name of this.#indicatorNames(indicator)) cover(text, name, spans)
      for (const id of organisations)
        cover(text, this.#vocabulary.organisations.get(id)?.[locale] ?? id, spans)
    }
    for (const { entity } of this.#answer.understanding.links) {
      const id = entity.slice(entity.indexOf(':') + 1)
      if (entity.startsWith('industry:'))
        for (const one of id.split('|')) cover(text, this.#industryName(one), spans)
      else if (entity.startsWith('base:'))
        for (const name of this.#indicatorNames(id.split('|')[0]!)) cover(text, name, spans)
      else if (entity.startsWith('organisation:'))
        cover(text, this.#vocabulary.organisations.get(id)?.[locale] ?? id, spans)
      if (this.#answer.kind === 'talk') cover(text, entity, spans)
    }
    return spans
  }

  #statusOf(text: string, names: readonly Span[]): Status | null {
    for (const [word, status] of STATUS_WORDS[this.#locale]) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (!names.some(({ start, end }) => at >= start && at + word.length <= end)) return status
      }
    }
    return null
  }

  /** 东营 names 东营市 too; 'CATL base in Jining' does not say that it is told of Jining. */
  #isIn(text: string, { region: code, subject, scope }: Fact): boolean {
    const region = this.#vocabulary.regions.get(code)
    if (region === undefined) return text.includes(code)
    const name = this.#locale === 'en' ? region.en : region.zh
    const short = this.#locale === 'en' || region.short === '' ? name : region.short
    if (!text.includes(name) && !text.includes(short)) return false
    if (subject === undefined && scope === undefined) return true
    const spans: Span[] = []
    for (const phrase of [subject, scope]) if (phrase !== undefined) cover(text, phrase[this.#locale], spans)
    return has(text, name, spans) || has(text, short, spans)
  }

  #unit(id: string): string | undefined {
    return this.#vocabulary.units.has(id) ? id : undefined
  }

  #regionName(code: string): string {
    const region = this.#vocabulary.regions.get(code)
    return region === undefined ? code : this.#locale === 'zh' ? region.zh : region.en
  }

  #industryName(id: string): string {
    return this.#vocabulary.industries.get(id)?.[this.#locale] ?? id
  }

  /** The names an indicator may go by: a lead is the lead of a growth, a change may be told as a change alone. */
  #indicatorNames(id: string): readonly string[] {
    let known = NAMES[this.#locale].get(this.#vocabulary)
    if (known === undefined) {
      known = new Map()
      NAMES[this.#locale].set(this.#vocabulary, known)
    }
    let names = known.get(id)
    if (names === undefined) {
      // a query line may hold anything
      if (known.size >= MOST_NAMES) known.clear()
      names = this.#namesOfIndicator(id)
      known.set(id, names)
    }
    return names
  }

  #namesOfIndicator(id: string): string[] {
    const { base, measure } = this.#vocabulary.splitIndicator(id)
    const { bases, measures } = this.#vocabulary
    const names = [this.#vocabulary.indicatorName(id)[this.#locale]]
    if (measure === 'lead') names.push(this.#vocabulary.indicatorName(`${base}.growth`)[this.#locale])
    if (measure === 'change') names.push(measures.get(measure)?.[this.#locale] ?? measure)
    if (measure === 'level') names.push(bases.get(base)?.[this.#locale] ?? base)
    return names
  }

  #fail(rule: Rule, fact = ''): void {
    this.violations.push({ rule, fact })
  }
}

interface Span {
  start: number
  end: number
}

/** Every fact the reply may speak of. */
function poolOf(answer: Answer): readonly Fact[] {
  switch (answer.kind) {
    case 'found':
      return answer.series.length + answer.others.length === 0
        ? answer.facts
        : [...answer.facts, ...answer.series, ...answer.others]
    case 'trend':
      return [...new Set([...answer.points, ...answer.facts])]
    case 'ranking':
      return answer.facts
    case 'summary':
      return answer.groups.flatMap(({ facts }) => facts)
    case 'nothing':
      return [...answer.nearest.map(({ fact }) => fact), ...answer.facts]
    case 'unclear':
      return answer.choices.flatMap(({ fact }) => (fact === undefined ? [] : [fact]))
    default:
      return answer.facts
  }
}

function queriesOf({ query, understanding }: Answer): Query[] {
  return [
    query,
    ...(query.sides ?? []),
    ...(understanding.query === null ? [] : [understanding.query]),
    ...understanding.choices.map((choice) => choice.query),
  ]
}

/** A number without scale word, unit and bound. */
const isCount = ({ kind, bound, unit, grouped }: Written): boolean =>
  kind === 'amount' && bound === 'exact' && unit === undefined && grouped

/** Whether a year or month lies in an asked period. */
function isWithin(one: Written, { from, to }: Period): boolean {
  if (one.kind === 'year') return one.value * 12 === from - (from % 12) || one.value * 12 === to - (to % 12)
  return [one.from, one.to].every((month) => month === from % 12 || month === to % 12)
}

function isAskedAmount({ value, unit }: Written, { filter, quoted }: Query): boolean {
  return [...(filter === undefined ? [] : [filter]), ...quoted].some(
    (one) =>
      (same(value, one.value) || (one.high !== undefined && same(value, one.high))) && unit === one.unit,
  )
}

/** Whether the years and months of a line, taken together, are this period. */
function isPeriod(times: readonly Written[], period: Period | null, text: string, locale: Locale): boolean {
  let first = -1
  let last = -1
  let yearFrom = -1
  let yearTo = -1
  let years = 0
  let parts = 0
  for (const one of times) {
    if (one.kind === 'year') {
      if (years++ === 0) yearFrom = one.value
      yearTo = one.value
    } else {
      if (parts++ === 0) first = one.from
      last = one.to
    }
  }
  if (period === null) return years + parts === 0
  if (years > 2 || parts > 2) return false
  if (years === 2 && parts === 0 && yearFrom === yearTo) return false
  if (text.includes(locale === 'zh' ? '截至' : 'as of ') !== period.asOf) return false
  if (parts === 0) return years > 0 && period.from === yearFrom * 12 && period.to === yearTo * 12 + 11
  const start = years === 0 ? 0 : yearFrom * 12
  const end = years === 0 ? 0 : yearTo * 12
  return period.from === start + first && period.to === end + last
}

const isSamePeriod = (a: Fact, b: Fact): boolean =>
  a.period?.from === b.period?.from && a.period?.to === b.period?.to

/** Marks where a name stands. */
function cover(text: string, name: string, spans: Span[]): void {
  if (name === '') return
  const start = text.indexOf(name)
  if (start >= 0) spans.push({ start, end: start + name.length })
}

/** What a figure is measured against, never the period: 'against 2018', '比2018年', '占...'. */
function coverBasis(text: string, of: Phrase, locale: Locale, spans: Span[]): void {
  const name = of[locale]
  if (name === '') return
  for (let start = text.indexOf(name); start > 0; start = text.indexOf(name, start + 1)) {
    const before = text.charCodeAt(start - 1)
    const led =
      locale === 'zh'
        ? before > 0x2fff && !'，：（。'.includes(text[start - 1]!)
        : before === 32 && /[a-z]/.test(text[start - 2] ?? '')
    if (!led || text.startsWith('as of', start - 6)) continue
    spans.push({ start, end: start + name.length })
    return
  }
}

const isCovered = ({ start, end, kind, unit }: Written, spans: readonly Span[]): boolean =>
  spans.some(
    (span) =>
      start >= span.start &&
      (end <= span.end || (kind === 'amount' && unit === undefined && start < span.end)),
  )

/** Whether a name stands in the text outside of its numbers: 'projects' in '28 projects' names nothing. */
function has(text: string, name: string, found: readonly Span[]): boolean {
  if (name === '' || DIGIT.test(name)) return text.includes(name)
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length
    if (!found.some((one) => at >= one.start && end <= one.end)) return true
  }
  return false
}

/** Only what the binary form of a number leaves over. */
const same = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= Math.abs(b) * 1e-9

/** Dates of sources as they were written and read before. */
const DATES_READ: Readonly<Record<Locale, WeakMap<Source, string | null>>> = {
  en: new WeakMap(),
  zh: new WeakMap(),
}
const NAMES: Readonly<Record<Locale, WeakMap<Vocabulary, Map<string, readonly string[]>>>> = {
  en: new WeakMap(),
  zh: new WeakMap(),
}
const MOST_NAMES = 5_000
const WHOLE: readonly Form[] = ['whole']
const POINT: readonly Form[] = ['point']
const WHOLE_OR_POINT: readonly Form[] = ['whole', 'point']
const CHOICE: readonly Form[] = ['choice', 'whole']
const DIGIT = /\d/
const YEAR = /^\d{4}年?$/
const ECONOMY = 'economy'
/** Digits that a quotient is rounded to. */
const DIGITS = 4
/** Of a percentage. */
const HUNDRED = 100
/** Of a question: characters and words. */
const LIMITS = [300, 40]

/** How far through the rules a line came. */
const WEIGHT: Readonly<Record<Rule, number>> = {
  ...{
    stray: 0,
    value: 1,
    derived: 1,
    row: 1,
    source: 2,
    separator: 3,
    unit: 4,
    bound: 5,
    period: 6,
    status: 7,
    name: 3,
  },
}

const STATUS_WORDS: Readonly<Record<Locale, readonly (readonly [string, Status])[]>> = {
  en: [
    ['planned', 'planned'],
    ['target', 'target'],
    ['ongoing', 'ongoing'],
  ],
  zh: [
    ['计划', 'planned'],
    ['目标', 'target'],
    ['进行中', 'ongoing'],
  ],
}

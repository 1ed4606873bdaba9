/**
 * Answer -> Reply: the answer sentence first, then what stands beside it, caveats, sources, and things to ask next.
 * Each number comes from a fact (or a derivation with its arithmetic) through `number.ts`, which never rounds.
 */
import type { Answer, Dimension, Near } from '../answer/answer.ts'
import type { Suggestion } from '../answer/suggest.ts'
import type { Button, Citation, Part, Reply } from '../chat/reply.ts'
import type { FactBase } from '../facts/base.ts'
import type { Fact } from '../facts/fact.ts'
import { formatQuery, type Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import type { Locale } from '../understand/understanding.ts'
import type { Wording } from './en.ts'
import { FactLines } from './fact-lines.ts'
import { lockNumbers } from './lock.ts'
import { Names } from './names.ts'
import { plainText } from './plain.ts'

export class Writer {
  readonly #vocabulary: Vocabulary
  readonly #base: FactBase
  readonly #locked: boolean
  readonly #names: Readonly<Record<Locale, Names>>

  /** `locked`: a reply in which a number is not that of its fact is not given; lock.ts throws instead. */
  constructor(vocabulary: Vocabulary, base: FactBase, { locked = true }: { locked?: boolean } = {}) {
    this.#vocabulary = vocabulary
    this.#base = base
    this.#locked = locked
    this.#names = { en: new Names(vocabulary, 'en'), zh: new Names(vocabulary, 'zh') }
  }

  reply(answer: Answer, locale: Locale): Reply {
    const page = new Page(this.#vocabulary, this.#base, this.#names[locale])
    page.write(answer)
    const parts = page.finished()
    // small talk has numbers of its own ("300 characters") and no facts
    if (this.#locked && answer.kind !== 'talk')
      lockNumbers(parts, answer, this.#vocabulary, this.#base, locale)
    return { parts, plain: plainText(parts, locale), locale, seenBy: 'everyone' }
  }

  /** One fact as a line, without its source mark: for lists outside of answers. */
  line(fact: Fact, locale: Locale): string {
    return new FactLines(this.#vocabulary, this.#names[locale]).of(fact)
  }
}

/** One reply being written. */
class Page {
  readonly #vocabulary: Vocabulary
  readonly #base: FactBase
  readonly #locale: Locale
  readonly #words: Wording
  readonly #names: Names
  readonly #lines: FactLines
  readonly #parts: Part[] = []
  readonly #cited: string[] = []

  constructor(vocabulary: Vocabulary, base: FactBase, names: Names) {
    this.#vocabulary = vocabulary
    this.#base = base
    this.#locale = names.locale
    this.#words = names.words
    this.#names = names
    this.#lines = new FactLines(vocabulary, names)
  }

  write(answer: Answer): void {
    switch (answer.kind) {
      case 'found':
        this.#found(answer)
        break
      case 'comparison':
        this.#comparison(answer)
        break
      case 'ranking':
        this.#ranking(answer)
        break
      case 'trend':
        this.#trend(answer)
        break
      case 'summary':
        this.#summary(answer)
        break
      case 'list':
        this.#list(answer)
        break
      case 'aggregate':
        this.#aggregate(answer)
        break
      case 'definition':
        this.#definition(answer)
        break
      case 'sources':
        this.#sources(answer)
        break
      case 'nothing':
        this.#nothing(answer)
        break
      case 'unclear':
        this.#unclear(answer)
        break
      case 'talk':
        this.#talk(answer)
        break
    }
  }

  /** The parts with the citations at their end, before the buttons. */
  finished(): Part[] {
    if (this.#cited.length === 0) return this.#parts
    const citations: Part = {
      kind: 'citations',
      items: this.#cited.map((id, i) => this.#citation(id, i + 1)),
    }
    const at = this.#parts.findIndex(({ kind }) => kind === 'buttons')
    return at < 0
      ? [...this.#parts, citations]
      : [...this.#parts.slice(0, at), citations, ...this.#parts.slice(at)]
  }

  // ---- one kind of answer each

  #found(answer: Extract<Answer, { kind: 'found' }>): void {
    const [first, ...rest] = answer.facts
    for (const derived of answer.derived) this.#text(this.#lines.derived(derived))
    this.#text(this.#sentence(first!))
    const differing = answer.caveats.find((caveat) => caveat.kind === 'sources-differ')
    if (differing !== undefined) {
      for (const fact of rest.filter(({ id }) => differing.facts.includes(id)))
        this.#text(this.#sentence(fact))
    }
    this.#readAs(answer)
    this.#caveats(answer)
    const { series, others } = answer
    if (series.length > 0) {
      this.#text(this.#words.earlier)
      this.#list_(
        series
          .slice(0, SERIES_SHOWN)
          .map(
            (fact) =>
              `${this.#lines.periodOf(fact)}${this.#words.colon}${this.#lines.status(fact)}${this.#lines.amount(fact)} ${this.#mark(fact)}`,
          ),
      )
    }
    if (others.length > 0) {
      this.#text(this.#words.also)
      this.#list_(others.map((fact) => this.#sentence(fact)))
    }
    this.#suggestions(answer.suggestions ?? [])
  }

  #suggestions(suggestions: readonly Suggestion[]): void {
    const { button } = this.#words
    const items = suggestions.flatMap(({ query, regions }) => {
      if (query.intent === 'compare')
        return [
          {
            label: button.compare(regions.map((code) => this.#names.region(code))),
            query: formatQuery(query),
          },
        ]
      if (query.intent !== 'trend' && query.intent !== 'sources') return []
      return [{ label: button[query.intent], query: formatQuery(query) }]
    })
    this.#buttons('', items)
  }

  #comparison(answer: Extract<Answer, { kind: 'comparison' }>): void {
    const { facts, winner, comparable, missing } = answer
    const winning = facts.find(({ id }) => id === winner)
    // of one place's exports and imports the difference says all
    const isOfOnePlace = answer.derived.length > 0 && new Set(facts.map(({ region }) => region)).size === 1
    for (const one of answer.derived) this.#text(this.#lines.derived(one))
    if (winning !== undefined && !isOfOnePlace) this.#text(this.#words.higher(this.#lines.placeOf(winning)))
    else if (winning === undefined && facts.length > 1 && comparable) this.#text(this.#words.same)
    else if (
      winning === undefined &&
      facts.length > 1 &&
      !answer.caveats.some(({ kind }) => kind === 'too-close')
    )
      this.#text(this.#words.incomparable)
    this.#list_(facts.map((fact) => this.#sentence(fact)))
    if (missing.length > 0)
      this.#note(this.#words.missingSide(missing.map((one) => this.#names.ofEntity(one)).join(', ')))
    this.#readAs(answer)
    this.#caveats(answer)
  }

  #ranking(answer: Extract<Answer, { kind: 'ranking' }>): void {
    const { facts } = answer
    const [first] = facts
    this.#text(this.#sentence(first!))
    if (facts.length > 1) {
      const { columns } = this.#words
      const levels = new Set(facts.map(({ region }) => this.#vocabulary.regions.get(region)?.level))
      const place = ({ region }: Fact) =>
        `${this.#names.region(region)}${levels.size > 1 ? this.#names.level(region) : ''}`
      // every row says what it measures; the place only where there are several
      const differs = (of: (fact: Fact) => string) => new Set(facts.map(of)).size > 1
      const shown: { label: string; align: 'left' | 'right'; of: (fact: Fact, i: number) => string }[] = [
        { label: '#', align: 'right', of: (_fact, i) => String(i + 1) },
        ...(differs(place) ? [{ label: columns.place, align: 'left' as const, of: place }] : []),
        { label: columns.what, align: 'left', of: (fact) => this.#lines.what(fact) },
        { label: columns.value, align: 'right', of: (fact) => this.#lines.amount(fact) },
        { label: columns.period, align: 'left', of: (fact) => this.#lines.periodOf(fact) },
        { label: columns.source, align: 'left', of: (fact) => this.#mark(fact) },
      ]
      this.#parts.push({
        kind: 'table',
        columns: shown.map(({ label, align }) => ({ label, align })),
        rows: facts.map((fact, i) => shown.map(({ of }) => of(fact, i))),
      })
    }
    this.#readAs(answer)
    this.#caveats(answer)
  }

  #trend(answer: Extract<Answer, { kind: 'trend' }>): void {
    const { points, facts, derived } = answer
    for (const one of derived) this.#text(this.#lines.derived(one))
    if (points.length > 1) {
      this.#text(
        this.#words.trendOf(
          `${this.#lines.placeOf(points[0]!)}${this.#locale === 'zh' ? '' : ', '}${this.#lines.what(points[0]!)}`,
        ),
      )
      const { columns } = this.#words
      this.#parts.push({
        kind: 'table',
        columns: [
          { label: columns.period, align: 'left' },
          { label: columns.value, align: 'right' },
          { label: columns.source, align: 'left' },
        ],
        rows: points.map((fact) => [this.#lines.periodOf(fact), this.#lines.amount(fact), this.#mark(fact)]),
      })
      const workedOutOf = new Set(derived.flatMap((one) => one.facts))
      const beside = facts.filter((fact) => !points.includes(fact) && !workedOutOf.has(fact.id))
      if (beside.length > 0) {
        this.#text(this.#words.also)
        this.#list_(beside.map((fact) => this.#sentence(fact)))
      }
    } else this.#list_(facts.map((fact) => this.#sentence(fact)))
    this.#readAs(answer)
    this.#caveats(answer)
  }

  #summary(answer: Extract<Answer, { kind: 'summary' }>): void {
    const { groups, query } = answer
    const about = [
      ...query.regions.map((code) => this.#names.region(code)),
      ...query.industries.map((id) => this.#names.industry(id)),
      ...query.organisations.map((id) => this.#names.organisation(id)),
    ]
    this.#parts.push({ kind: 'heading', text: this.#words.summaryOf(about.join(', ')) })
    for (const { industry, facts } of groups) {
      if (groups.length > 1) this.#text(`${this.#names.industry(industry)}`)
      this.#list_(facts.map((fact) => this.#sentence(fact)))
    }
    this.#readAs(answer)
    this.#caveats(answer)
    this.#more(answer)
  }

  #list(answer: Extract<Answer, { kind: 'list' }>): void {
    if (answer.facts.length > 1) this.#text(this.#words.listOf(String(answer.total)))
    this.#list_(answer.facts.map((fact) => this.#sentence(fact)))
    this.#readAs(answer)
    this.#caveats(answer)
    this.#more(answer)
  }

  #aggregate(answer: Extract<Answer, { kind: 'aggregate' }>): void {
    for (const derived of answer.derived) this.#text(this.#lines.derived(derived))
    this.#list_(answer.facts.map((fact) => this.#sentence(fact)))
    this.#readAs(answer)
    this.#caveats(answer)
  }

  #definition(answer: Extract<Answer, { kind: 'definition' }>): void {
    if (answer.gloss !== null) this.#text(this.#locale === 'zh' ? answer.gloss.zh : answer.gloss.en)
    for (const fact of answer.facts) this.#text(this.#sentence(fact))
  }

  #sources(answer: Extract<Answer, { kind: 'sources' }>): void {
    const sources = new Set(answer.facts.map(({ source }) => source))
    this.#text(this.#words.sourcesOf(String(sources.size)))
    this.#list_(answer.facts.map((fact) => this.#sentence(fact)))
    this.#readAs(answer)
  }

  #nothing(answer: Extract<Answer, { kind: 'nothing' }>): void {
    const { understanding, missing, query, nearest } = answer
    if (understanding.beyond !== undefined) this.#text(this.#words.beyond[understanding.beyond])
    else {
      const what = missing
        .map((dimension) => this.#missing(dimension, query, nearest))
        .filter((text) => text !== '')
      this.#text(
        what.length === 0
          ? this.#words.nothingAtAll
          : this.#words.nothing([...new Set(what)].join(this.#words.separator)),
      )
    }
    this.#readAs(answer)
    // none of the places of that name has it: say which were looked at
    if (understanding.choices.length > 0) {
      this.#note(
        this.#words.allMeant(
          [query, ...understanding.choices.map((choice) => choice.query)]
            .map((one) => this.#label(one))
            .join('; '),
        ),
      )
    }
    if (nearest.length > 0) {
      this.#buttons(
        this.#words.nearest,
        nearest.map(({ fact, differs }) => ({
          label: `${this.#lines.of(fact)}${this.#words.aside(this.#words.differsIn(differs.map((one) => this.#words.dimension[one]).join(this.#words.comma)))}`,
          query: formatQuery(queryOf(fact, 'lookup')),
        })),
      )
    }
  }

  #unclear(answer: Extract<Answer, { kind: 'unclear' }>): void {
    this.#buttons(
      this.#words.which[answer.about],
      answer.choices.map(({ query, fact }) => ({
        label:
          fact === undefined
            ? this.#label(query)
            : `${this.#lines.placeOf(fact)}${this.#words.colon}${this.#lines.what(fact)}${this.#words.comma}${this.#lines.periodOf(fact)}`,
        query: formatQuery(query),
      })),
    )
    this.#readAs(answer)
  }

  #talk({ understanding }: Answer): void {
    const talk = understanding.talk ?? 'nothing'
    this.#text(this.#words.talk[talk])
    if (talk === 'why') {
      this.#list_(understanding.links.map(({ words, entity }) => this.#names.ofEntity(entity) || words))
    }
  }

  // ---- pieces

  #text(text: string): void {
    if (text !== '') this.#parts.push({ kind: 'text', text })
  }

  #note(text: string): void {
    if (text !== '') this.#parts.push({ kind: 'note', text })
  }

  #list_(items: string[]): void {
    if (items.length > 0) this.#parts.push({ kind: 'list', items })
  }

  #buttons(prompt: string, items: Button[]): void {
    if (items.length > 0) this.#parts.push({ kind: 'buttons', prompt, items })
  }

  #caveats({ caveats }: Answer): void {
    const said = new Set(
      caveats
        .filter(({ kind }) => kind !== 'contained')
        .map((caveat) =>
          this.#words.caveat(caveat, (code) =>
            caveat.kind === 'read-as' ? this.#names.placed(code) : this.#names.region(code),
          ),
        ),
    )
    const inside = caveats.filter((caveat) => caveat.kind === 'contained')
    if (inside.length > 0) {
      said.add(
        this.#words.contained(
          inside.map(({ inner, outer }) => [this.#names.region(inner), this.#names.region(outer)] as const),
        ),
      )
    }
    for (const text of said) this.#note(text)
  }

  /** Misspelt words and what they were taken for: a reader must see it to trust the answer. */
  #readAs({ understanding }: Answer): void {
    const { unused } = understanding
    if (unused.length > 0)
      this.#note(this.#words.unused([...new Set(unused)].map((word) => `"${shown(word)}"`).join(', ')))
    const typos = understanding.links.filter(({ how }) => how === 'typo')
    const pairs = [
      ...new Map(typos.map(({ words, entity }) => [words, this.#names.ofEntity(entity)])),
    ].filter(([, name]) => name !== '')
    if (pairs.length > 0)
      this.#note(this.#words.readAs(pairs.map(([words, name]) => `${shown(words)} = ${name}`).join(', ')))
  }

  #more({ query, caveats }: Answer): void {
    const cut = caveats.find((caveat) => caveat.kind === 'cut')
    if (cut !== undefined && cut.shown < cut.total) {
      this.#buttons('', [
        { label: this.#words.button.more, query: formatQuery({ ...query, offset: cut.shown }) },
      ])
    }
  }

  #sentence(fact: Fact): string {
    return `${this.#lines.of(fact)}${this.#locale === 'zh' ? '。' : '.'} ${this.#mark(fact)}`
  }

  /** Which part of the question has no fact, in words. */
  #missing(dimension: Dimension, query: Query, nearest: readonly Near[]): string {
    const words = this.#words
    const label = words.dimension[dimension]
    // "industry" is an industry too
    const values = (list: readonly string[]) =>
      list.length === 0 || list.join() === label ? label : `${label} ${list.join(', ')}`
    switch (dimension) {
      case 'region':
        return values(
          [...query.regions, ...(query.within === undefined ? [] : [query.within])].map((code) =>
            this.#names.region(code),
          ),
        )
      case 'industry':
        // the industry is the one asked for: what is known is some part of it
        return query.industries.length === 0 ||
          (nearest.length > 0 && nearest.every(({ fact }) => query.industries.includes(fact.industry)))
          ? words.whole
          : values(query.industries.map((id) => this.#names.industry(id)))
      case 'indicator':
        if (query.only?.includes('single') === true) return words.singleProject
        return values(query.indicators.map((id) => this.#names.indicator(id.replace(/\.level$/, ''))))
      case 'organisation':
        return values(query.organisations.map((id) => this.#names.organisation(id)))
      case 'period':
        return query.periods.length === 0
          ? words.wholeYear
          : values(query.periods.map((period) => words.period(period)))
      case 'status':
        return query.status === 'actual' && nearest.some(({ fact }) => fact.status !== 'actual')
          ? words.noResult
          : values(query.status === undefined ? [] : [words.status[query.status]])
      case 'unit':
        return values(
          query.unit === undefined
            ? []
            : [this.#vocabulary.units.get(query.unit)?.[this.#locale] ?? query.unit],
        )
      case 'words':
        if (query.only?.includes('stock') === true && query.words.length === 0) return words.totalNumber
        return values(query.words.map((word) => `"${shown(word)}"`))
      default:
        return label
    }
  }

  #mark(fact: Fact): string {
    let at = this.#cited.indexOf(fact.source)
    if (at < 0) at = this.#cited.push(fact.source) - 1
    return `[${at + 1}]`
  }

  #citation(id: string, mark: number): Citation {
    const source = this.#base.sources.get(id)!
    const { publisher, date, url, kind, about } = source
    const title = source.title ?? (about === undefined ? this.#words.untitled : this.#words.noTitle(about))
    return {
      mark,
      publisher,
      title,
      date: date === null ? null : this.#words.date(date),
      url,
      kind: this.#words.publisher[kind],
    }
  }

  #label(query: Query): string {
    return query.regions.map((code) => this.#names.placed(code)).join(', ')
  }
}

/** The query that leads back to one fact's series. */
function queryOf(fact: Fact, intent: Query['intent']): Query {
  return {
    intent,
    regions: [fact.region],
    industries: [fact.industry],
    indicators: [fact.indicator],
    organisations: fact.organisations,
    periods: fact.period === null || intent === 'trend' ? [] : [{ ...fact.period, asOf: false }],
    ...(fact.status === 'actual' ? {} : { status: fact.status }),
    quoted: [],
    words: [],
  }
}

/** A reader's own words said back: letters, digits and blanks only, and not many. */
const shown = (words: string): string => words.replace(/[^\p{L}\p{N} .%-]/gu, '').slice(0, 40)

const SERIES_SHOWN = 5

/**
 * What a digest says: what changed since the last one among the facts it is about, then the figures asked for that did
 * not change. Made for its due time: what came in later is left to the next one, however late this one is made.
 */
import { inTellingOrder } from '../answer/choose.ts'
import { newestFirst, seriesKey } from '../answer/series.ts'
import type { Part } from '../chat/reply.ts'
import type { FactBase } from '../facts/base.ts'
import type { Fact, Source } from '../facts/fact.ts'
import { parseQuery, type Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { plainText } from '../wording/plain.ts'
import { asItWas, type Change, changesOf, inOrder, type Known, knownIn, previousOf } from './changes.ts'
import { aboutInWords } from './content-about.ts'
import { concerns } from './content-concern.ts'
import { Lines } from './content-lines.ts'
import type { DigestContent, DigestMoment, MakeContent } from './content-port.ts'
import { formatSaid, readSaid } from './content-said.ts'
import { clockIn, dayIn, momentIn } from './content-times.ts'
import type { Digest } from './digest-store.ts'
import { readContent } from './fact-content.ts'
import type { FactChange, KnownFacts } from './known-facts.ts'
import { mayBeDirect } from './may-post.ts'
import { WORDS } from './words.ts'
import type { Asking } from './words-en.ts'

export interface ContentDeps {
  vocabulary: Vocabulary
  base: FactBase
  /** Every fact that agrees with a query now, best first. */
  agreeing(query: Query): readonly Fact[]
  knownFacts: Pick<KnownFacts, 'changes'>
}

/** What a digest would say and why, stage by stage. */
export interface Examined {
  /** The due time of the digest that this one goes on from; null: it is the first about this. */
  since: number | null
  /** How many facts of the whole base changed since then, whatever they are about. */
  entered: number
  /** Of these, how many this digest is about. */
  agreeing: number
  /** What a reader sees of these. */
  changes: readonly Change[]
  /** Figures asked for that did not change. */
  standing: readonly Fact[]
  /** One line, saying that nothing changed. */
  isHeartbeat: boolean
  content: DigestContent
}

export interface Contents {
  make: MakeContent
  examine(digest: Digest, moment: DigestMoment): Promise<Examined>
  /** Lines told before, as the facts are now, from the number `from` on. */
  lines(facts: readonly string[], from: number, digestId: string, locale: 'en' | 'zh'): Part[]
}

export function createContents(deps: ContentDeps): Contents {
  const { base, knownFacts, vocabulary } = deps

  async function examine(digest: Digest, moment: DigestMoment): Promise<Examined> {
    const query = parseQuery(digest.about)
    // stored by this program and checked then
    if (query === null) throw new Error('a digest whose query cannot be read')
    const { dueAt, now, last } = moment
    const since = last !== null && readSaid(last.said)?.about === digest.about ? last.due : null
    const later = now > dueAt ? await knownFacts.changes(dueAt, now) : []
    const entered = since === null ? [] : await knownFacts.changes(since, dueAt)
    const known = knownIn(base, later)
    const agreed = agreedThen(query, later)
    const ids = new Set(agreed.map(({ id }) => id))
    const isAll = isEverything(query)
    const own = entered.filter((change) => isAll || ids.has(change.id) || isGone(query, change))
    const changes = inOrder(changesOf(own, known), known, MOST_CHANGES)
    const told = new Set(changes.map(({ fact }) => fact.id))
    const standing = standingOf(query, agreed, known).filter(({ id }) => !told.has(id))
    const content = written({ digest, query, moment, since, changes, standing, known, entered, later })
    const isHeartbeat = since !== null && changes.length === 0 && digest.policy === 'changes-or-heartbeat'
    return { since, isHeartbeat, entered: entered.length, agreeing: own.length, changes, standing, content }
  }

  /** The facts asked for, as they were when the digest was due. */
  function agreedThen(query: Query, later: readonly FactChange[]): Fact[] {
    const changed = new Map(later.map((change) => [change.id, change]))
    // of everything nothing is picked out
    if (isEverything(query)) return []
    const gone = later.filter((change) => isGone(query, change))
    return [
      ...deps.agreeing(query).flatMap((fact) => asItWas(fact, changed)),
      ...gone.flatMap(({ id, before }) => readContent(id, before)?.fact ?? []),
    ]
  }

  /** Not in the base any more, so it cannot be found there. */
  function isGone(query: Query, { id, how, before }: FactChange): boolean {
    if (how !== 'withdrawn') return false
    const kept = readContent(id, before)
    return kept !== null && concerns(query, kept.fact, vocabulary)
  }

  function written(made: Made): DigestContent {
    const { digest, moment, since, changes, standing, query } = made
    const words = WORDS[digest.locale]
    if (since !== null && changes.length === 0 && digest.policy === 'changes') return { nothing: 'no-change' }
    const isHeartbeat = since !== null && changes.length === 0 && digest.policy === 'changes-or-heartbeat'
    const parts: Part[] = [
      {
        kind: 'heading',
        text: words.heading(
          aboutInWords(query, vocabulary, digest.locale),
          momentIn(digest.zone, moment.dueAt, digest.locale),
        ),
      },
      ...lateness(digest, moment),
    ]
    const lines = new Lines(vocabulary, sourcesOf(made), digest.locale, words)
    if (since !== null && changes.length === 0)
      parts.push({ kind: 'text', text: words.nothingNew(dayIn(digest.zone, since, digest.locale)) })
    parts.push(...changeParts(changes.slice(0, MOST_CHANGES), digest, lines))
    if (changes.length > MOST_CHANGES)
      parts.push({
        kind: 'note',
        text: words.more(changes.length - MOST_CHANGES, digest.id, MOST_CHANGES + 1),
      })
    const shown = isHeartbeat ? [] : standing
    parts.push(...standingParts(shown, changes.length, made, lines))
    if (lines.citations.length > 0) parts.push({ kind: 'citations', items: lines.citations })
    if (lines.citations.length > 0 && digest.place.platform !== 'console')
      parts.push({ kind: 'note', text: words.hint(askingIn(digest.place), digest.id) })
    return {
      reply: { parts, plain: plainText(parts, digest.locale), locale: digest.locale, seenBy: 'everyone' },
      says: formatSaid({
        about: digest.about,
        lines: [...changes.map(({ fact }) => fact.id), ...shown.map(({ id }) => id)],
      }),
    }
  }

  function changeParts(changes: readonly Change[], digest: Digest, lines: Lines): Part[] {
    const words = WORDS[digest.locale]
    const parts: Part[] = []
    let group = ''
    let items: string[] = []
    changes.forEach((change, at) => {
      const { region, industry } = change.fact
      const name = words.group(
        vocabulary.regions.get(region)?.[digest.locale] ?? region,
        industry === ECONOMY ? '' : (vocabulary.industries.get(industry)?.[digest.locale] ?? industry),
      )
      if (name !== group) {
        items = []
        group = name
        parts.push({ kind: 'text', text: name }, { kind: 'list', items })
      }
      items.push(`#${at + 1} ${words.kind[change.kind]}${lines.line(change)}`)
    })
    return parts
  }

  function standingParts(standing: readonly Fact[], before: number, made: Made, lines: Lines): Part[] {
    const { digest, since, changes, known, query } = made
    const words = WORDS[digest.locale]
    if (standing.length === 0) {
      if (since !== null || changes.length > 0) return []
      const text = isEverything(query)
        ? words.watching(base.size.toLocaleString('en-US'))
        : words.nothingKnown
      return [{ kind: 'text', text }]
    }
    // that nothing changed is said already
    const isSaid = since !== null && changes.length === 0
    const head =
      since === null ? words.standingFirst : words.standing(dayIn(digest.zone, since, digest.locale))
    const items = standing.map((fact, at) => {
      return `#${before + at + 1} ${lines.line({ fact, before: previousOf(fact, known), disputes: [] })}`
    })
    return [...(isSaid ? [] : [{ kind: 'text' as const, text: head }]), { kind: 'list', items }]
  }

  /** The sources of all that may be told: those of the base, and those that are kept with former contents. */
  function* sourcesOf({ entered, later }: Made): Generator<Source> {
    yield* base.sources.values()
    for (const { id, before } of [...later, ...entered]) {
      const kept = readContent(id, before)
      if (kept !== null && !base.sources.has(kept.source.id)) yield kept.source
    }
  }

  function toldAgain(facts: readonly string[], from: number, digestId: string, locale: 'en' | 'zh'): Part[] {
    const words = WORDS[locale]
    const lines = new Lines(vocabulary, base.sources.values(), locale, words)
    const items = facts.slice(from - 1, from - 1 + MOST_CHANGES).map((id, at) => {
      const fact = base.byId(id)
      const said = fact === undefined ? words.gone : lines.line({ fact, before: null, disputes: [] })
      return `#${from + at} ${said}`
    })
    const left = facts.length - (from - 1 + items.length)
    return [
      { kind: 'list', items },
      ...(left > 0 ? [{ kind: 'note' as const, text: words.more(left, digestId, from + items.length) }] : []),
      ...(lines.citations.length > 0 ? [{ kind: 'citations' as const, items: lines.citations }] : []),
    ]
  }

  return {
    examine,
    lines: toldAgain,
    make: async (digest, moment) => (await examine(digest, moment)).content,
  }
}

interface Made {
  digest: Digest
  query: Query
  moment: DigestMoment
  since: number | null
  changes: readonly Change[]
  standing: readonly Fact[]
  known: Known
  entered: readonly FactChange[]
  later: readonly FactChange[]
}

function lateness({ zone, locale }: Digest, { dueAt, now, late, skipped }: DigestMoment): Part[] {
  const words = WORDS[locale]
  const isSameDay = dayIn(zone, dueAt, locale) === dayIn(zone, now, locale)
  const said = (at: number) => (isSameDay ? clockIn(zone, at) : momentIn(zone, at, locale))
  return [
    ...(late ? [{ kind: 'note' as const, text: words.late(said(dueAt), said(now)) }] : []),
    ...(skipped > 0 ? [{ kind: 'note' as const, text: words.skipped(skipped) }] : []),
  ]
}

/** Of each series the figure worth telling, in the order of the question. */
function standingOf(query: Query, agreed: readonly Fact[], known: Known): Fact[] {
  if (isEverything(query)) return []
  const series = new Map<string, Fact[]>()
  for (const fact of agreed) {
    const key =
      fact.quantity === undefined
        ? fact.id
        : `${seriesKey(fact)}|${fact.status === 'actual' ? '' : fact.status}`
    series.set(key, [...(series.get(key) ?? []), fact])
  }
  const told = [...series.values()].map((facts) => inTellingOrder(facts, newestFirst(known.dateOf))[0]!)
  const figures = told.filter(({ quantity }) => quantity !== undefined)
  return (figures.length > 0 ? figures : told).slice(0, Math.min(query.limit ?? MOST_STANDING, MOST_STANDING))
}

/** 'summary' and nothing else. */
export const isEverything = (query: Query): boolean =>
  query.regions.length + query.industries.length + query.indicators.length + query.organisations.length ===
    0 &&
  query.periods.length + query.words.length + query.quoted.length === 0 &&
  [query.within, query.level, query.status, query.unit, query.filter, query.sides].every(
    (one) => one === undefined,
  )

/** In a private talk on Slack every message is for the bot; a reply on Discord names it by itself. */
const askingIn = (place: Digest['place']): Asking =>
  place.platform === 'discord' ? 'reply' : mayBeDirect(place) ? 'thread' : 'mention'

const ECONOMY = 'economy'
/** A message of twelve lines is read; the adapters shorten where a platform takes less. */
const MOST_CHANGES = 12
const MOST_STANDING = 5

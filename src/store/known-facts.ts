/** When each content of each fact was first seen, and when it was superseded. */
import { createHash } from 'node:crypto'
import type { FactChange, FactChanges, FactContent, KnownFact, KnownFacts } from '../digest/known-facts.ts'
import { ask, type Course, type Database, NOW, type Row, type Value } from './database.ts'

export function createKnownFacts(database: Database): KnownFacts {
  return {
    enter: (facts) => database.transaction(() => entering(facts)),

    async changes(since, until) {
      const rows = await database.read(TOUCHED, { since, until })
      return [...versionsByFact(rows)].flatMap(([id, versions]) => {
        const before = versionAt(versions, since)
        const after = versionAt(versions, until)
        if (before?.hash === after?.hash) return []
        const contents = { before: before?.content ?? null, after: after?.content ?? null }
        return [{ id, how: howOf(contents), ...contents, at: lastOf(versions, until) }]
      })
    },

    async knownAt(at) {
      const rows = await database.read('select * from known_fact where seen_at <= :at order by fact_id', {
        at,
      })
      const known = new Map<string, KnownFact>()
      for (const [id, versions] of versionsByFact(rows)) {
        const version = versionAt(versions, at)
        if (version === undefined) continue
        const firstSeenAt = Math.min(...versions.map(({ seenAt }) => seenAt))
        known.set(id, { id, content: version.content, seenAt: version.seenAt, firstSeenAt })
      }
      return known
    },
  }
}

function* entering(facts: readonly FactContent[]): Course<FactChanges> {
  const [clock] = yield* ask(NOW)
  const now = Number(clock!.now)
  const rows = yield* ask('select fact_id, content_hash from known_fact where superseded_at is null')
  const present = new Map(rows.map((row) => [String(row.fact_id), String(row.content_hash)]))
  const given = new Map(facts.map(({ id, content }) => [id, { content, hash: hashOf(content) }]))

  const fresh = [...given].filter(([id, { hash }]) => present.get(id) !== hash)
  const stale = [...present].filter(([id, hash]) => given.get(id)?.hash !== hash)
  for (const [id, hash] of stale) yield* ask(SUPERSEDE, { id, hash, now })
  for (let from = 0; from < fresh.length; from += ROWS_AT_ONCE)
    yield* insertion(fresh.slice(from, from + ROWS_AT_ONCE), now)

  const changed = fresh.filter(([id]) => present.has(id)).length
  return { added: fresh.length - changed, changed, withdrawn: stale.length - changed }
}

/** What comes back with an earlier content is as old as it was then. */
function* insertion(
  facts: readonly (readonly [id: string, seen: { content: string; hash: string }])[],
  now: number,
): Course<void> {
  const values: Record<string, Value> = { now }
  const tuples = facts.map(([id, { content, hash }], index) => {
    values[`id${index}`] = id
    values[`hash${index}`] = hash
    values[`content${index}`] = content
    return `(:id${index}, :hash${index}, :content${index}, cast(:now as bigint))`
  })
  yield* ask(
    `insert into known_fact (fact_id, content_hash, content, seen_at) values ${tuples.join(', ')}
     on conflict (fact_id, content_hash) do update set superseded_at = null`,
    values,
  )
}

interface Version {
  hash: string
  content: string
  seenAt: number
  supersededAt: number | null
}

function versionsByFact(rows: readonly Row[]): Map<string, Version[]> {
  const facts = new Map<string, Version[]>()
  for (const row of rows) {
    const id = String(row.fact_id)
    const version = {
      hash: String(row.content_hash),
      content: String(row.content),
      seenAt: Number(row.seen_at),
      supersededAt: row.superseded_at === null ? null : Number(row.superseded_at),
    }
    facts.set(id, [...(facts.get(id) ?? []), version])
  }
  return facts
}

/** The one that was current. Where an earlier content came back later, two seem to be: then the newer. */
function versionAt(versions: readonly Version[], at: number): Version | undefined {
  return versions
    .filter(({ seenAt, supersededAt }) => seenAt <= at && (supersededAt === null || supersededAt > at))
    .sort((a, b) => b.seenAt - a.seenAt)[0]
}

const howOf = ({ before, after }: Pick<FactChange, 'before' | 'after'>): FactChange['how'] =>
  before === null ? 'new' : after === null ? 'withdrawn' : 'changed'

const lastOf = (versions: readonly Version[], until: number): number =>
  Math.max(
    ...versions
      .flatMap(({ seenAt, supersededAt }) => [seenAt, supersededAt ?? 0])
      .filter((at) => at <= until),
  )

/** The key of a content: a database may not take a long text as one. */
const hashOf = (content: string): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 27)

const SUPERSEDE = `
  update known_fact set superseded_at = :now
  where fact_id = :id and content_hash = :hash and superseded_at is null`

const TOUCHED = `
  select * from known_fact where fact_id in (
    select fact_id from known_fact
    where (seen_at > :since and seen_at <= :until) or (superseded_at > :since and superseded_at <= :until)
  ) order by fact_id`

const ROWS_AT_ONCE = 200

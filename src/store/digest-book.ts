/** The digests themselves: made, changed, listed, removed; and tenants and people who leave. */
import type { Digest, DigestChange, DigestFilter, DigestStore } from '../digest/digest-store.ts'
import { ask, type Course, type Database, NOW, type Value } from './database.ts'
import { digestOf, digestValues, placeValues } from './digest-rows.ts'
import { erasing } from './erase.ts'

export type DigestBook = Pick<
  DigestStore,
  'now' | 'add' | 'get' | 'list' | 'change' | 'remove' | 'pauseTenant' | 'eraseTenant' | 'erasePerson'
>

export function createDigestBook(database: Database): DigestBook {
  return {
    async now() {
      const [row] = await database.read(NOW)
      return Number(row!.now)
    },

    add: (digest) =>
      database.transaction(function* () {
        const [row] = yield* ask(ADD, { ...digestValues(digest), id: digest.id })
        return digestOf(row!)
      }),

    async get(id) {
      const [row] = await database.read('select * from digest where id = :id', { id })
      return row === undefined ? null : digestOf(row)
    },

    async list(where) {
      const { text, values } = listing(where)
      return (await database.read(text, values)).map(digestOf)
    },

    change: (id, rev, change) => database.transaction(() => changing(id, rev, change)),

    remove: (id) =>
      database.transaction(function* () {
        const gone = yield* ask('delete from digest where id = :id returning id', { id })
        if (gone.length > 0) yield* ask(SKIP_UNTRIED, { digest: id, reason: 'deleted' })
        return gone.length > 0
      }),

    pauseTenant: ({ platform, id }, reason) =>
      database.transaction(function* () {
        const paused = yield* ask(PAUSE_TENANT, { platform, tenant: id, reason })
        for (const row of paused) yield* ask(SKIP_UNTRIED, { digest: String(row.id), reason: 'paused' })
        return paused.length
      }),

    eraseTenant: ({ platform, id }) =>
      database.transaction(function* () {
        const erased = yield* erasing('platform = :platform and tenant = :tenant', { platform, tenant: id })
        return erased.digests
      }),

    erasePerson: ({ platform, tenant, id }) =>
      database.transaction(function* () {
        const within = tenant === null ? '' : 'and (tenant = :tenant or tenant is null)'
        const erased = yield* erasing(`platform = :platform and owner = :owner ${within}`, {
          ...{ platform, tenant, owner: id },
        })
        return erased.digests
      }),
  }
}

function* changing(
  id: string,
  rev: number,
  change: DigestChange,
): Course<Digest | 'changed-meanwhile' | 'gone'> {
  const [row] = yield* ask('select * from digest where id = :id', { id })
  if (row === undefined) return 'gone'
  const before = digestOf(row)
  if (before.rev !== rev) return 'changed-meanwhile'
  const after = { ...before, ...change }
  // planning may have moved the digest on since it was read, which is no change by a person: it stays moved
  const values = { ...digestValues(after), id, rev, paused: after.paused }
  const [changed] = yield* ask(change.next === undefined ? CHANGE : CHANGE_NEXT, values)
  if (changed === undefined) return 'changed-meanwhile'
  const reason =
    before.paused === null && after.paused !== null
      ? 'paused'
      : after.cron !== before.cron || after.zone !== before.zone
        ? 'edited'
        : null
  if (reason !== null) yield* ask(SKIP_UNTRIED, { digest: id, reason })
  else yield* ask(MOVE_UNTRIED, { digest: id, owner: after.owner, ...placeValues(after.place) })
  return digestOf(changed)
}

function listing(where: DigestFilter): { text: string; values: Record<string, Value> } {
  const values: Record<string, Value> = {}
  const conditions: string[] = []
  for (const column of ['platform', 'tenant', 'place', 'owner'] as const) {
    const value = where[column]
    if (value === undefined) continue
    if (value === null) conditions.push(`${column} is null`)
    else {
      conditions.push(`${column} = :${column}`)
      values[column] = value
    }
  }
  const narrowed = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`
  return { text: `select * from digest ${narrowed} order by created_at, id`, values }
}

const ADD = `
  insert into digest (id, platform, tenant, place, owner, locale, about, cron, zone, policy, catch_up, window_ms,
    next_due, next_slot, last_due, paused, rev, created_at)
  values (:id, :platform, :tenant, :place, :owner, :locale, :about, :cron, :zone, :policy, :catch_up, :window_ms,
    :next_due, :next_slot, null, null, 1, now_ms())
  returning *`

const SET = `
  platform = :platform, tenant = :tenant, place = :place, owner = :owner, locale = :locale, about = :about,
  cron = :cron, zone = :zone, policy = :policy, catch_up = :catch_up, window_ms = :window_ms, paused = :paused,
  rev = rev + 1`
const CHANGE = `update digest set ${SET} where id = :id and rev = :rev returning *`
const CHANGE_NEXT = `
  update digest set ${SET}, next_due = :next_due, next_slot = :next_slot where id = :id and rev = :rev returning *`

const PAUSE_TENANT = `
  update digest set paused = :reason, rev = rev + 1
  where platform = :platform and tenant = :tenant and paused is null returning id`

const SKIP_UNTRIED = `
  update occurrence set state = 'skipped', reason = :reason, ended_at = now_ms()
  where digest_id = :digest and state = 'due' and attempt = 0`

const MOVE_UNTRIED = `
  update occurrence set platform = :platform, tenant = :tenant, place = :place, owner = :owner
  where digest_id = :digest and state = 'due' and attempt = 0`

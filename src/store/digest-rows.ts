/** Rows of digest and occurrence <-> what the digest room knows them as. */
import type { PlatformName } from '../chat/incoming.ts'
import type { Place } from '../chat/platform.ts'
import type { Digest, NewDigest, Occurrence } from '../digest/digest-store.ts'
import type { Row, Values } from './database.ts'

export function digestOf(row: Row): Digest {
  return {
    id: text(row.id),
    place: placeOf(row),
    owner: text(row.owner),
    locale: row.locale as Digest['locale'],
    about: text(row.about),
    cron: text(row.cron),
    zone: text(row.zone),
    policy: row.policy as Digest['policy'],
    catchUp: row.catch_up as Digest['catchUp'],
    windowMs: Number(row.window_ms),
    next: row.next_due === null ? null : { due: Number(row.next_due), slot: text(row.next_slot) },
    lastDue: number(row.last_due),
    paused: maybe(row.paused),
    rev: Number(row.rev),
    createdAt: Number(row.created_at),
  }
}

export function occurrenceOf(row: Row): Occurrence {
  return {
    id: text(row.id),
    digestId: text(row.digest_id),
    slot: text(row.slot),
    due: Number(row.due_at),
    state: row.state as Occurrence['state'],
    place: placeOf(row),
    nonce: text(row.nonce),
    notBefore: Number(row.not_before),
    attempt: Number(row.attempt),
    unclear: Number(row.unclear),
    firstTryAt: number(row.first_try_at),
    leaseUntil: number(row.lease_until),
    body: maybe(row.body),
    said: maybe(row.said),
    messageId: maybe(row.message_id),
    reason: maybe(row.reason),
    endedAt: number(row.ended_at),
  }
}

/** What a person can set, by the names of the columns. */
export function digestValues(digest: NewDigest): Values {
  return {
    ...placeValues(digest.place),
    owner: digest.owner,
    locale: digest.locale,
    about: digest.about,
    cron: digest.cron,
    zone: digest.zone,
    policy: digest.policy,
    catch_up: digest.catchUp,
    window_ms: digest.windowMs,
    next_due: digest.next?.due ?? null,
    next_slot: digest.next?.slot ?? null,
  }
}

export const placeValues = ({ platform, tenant, id }: Place): Values => ({ platform, tenant, place: id })

const placeOf = (row: Row): Place => ({
  platform: row.platform as PlatformName,
  tenant: maybe(row.tenant),
  id: text(row.place),
})

const text = (value: Row[string] | undefined): string => String(value)
const maybe = (value: Row[string] | undefined): string | null => (value == null ? null : String(value))
const number = (value: Row[string] | undefined): number | null => (value == null ? null : Number(value))

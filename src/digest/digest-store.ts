/**
 * What digests need kept: the digests themselves, and one row per due time, an occurrence. Filled in by the store;
 * processes that share a database share all of it. (When a fact was first seen: known-facts.ts.)
 *
 * Times are milliseconds since 1970 by the store's own clock (`now`), which decides between processes whose clocks
 * differ. What a promise stands for is on disk before it fulfils. Every method rejects when the store cannot be
 * asked; what it was to do may then have happened or not, so a claim that rejected must not be posted: the row is
 * open to others when its lease runs out.
 *
 * The life of an occurrence:
 *
 *     plan, addRun -> due -> claim -> posting -> confirm -> sent
 *                      ^                |----- settle ----> skipped | failed | unknown (reopen -> due)
 *                      |-- giveBack ----|----- leaveUnclear, or the worker dies: the lease runs out, claim again
 */

import type { PlatformName } from '../chat/incoming.ts'
import type { Person, Place } from '../chat/platform.ts'
import type { CatchUpPolicy } from './schedule/catch-up.ts'
import type { Due } from './schedule/next.ts'

export interface DigestStore {
  now(): Promise<number>

  // -- digests --

  /** Rejects where the id is taken. */
  add(digest: NewDigest): Promise<Digest>
  get(id: string): Promise<Digest | null>
  /** Those that agree with everything given, oldest first. A missing `tenant` asks for all, null for "none". */
  list(where: DigestFilter): Promise<Digest[]>
  /**
   * Changes a digest that is still at `rev`, and raises `rev`. Pausing, and a new cron or zone, also skip the
   * occurrences that are due and were never tried (reason 'paused' or 'edited'); claimed ones are left to their worker.
   * Whoever sets a cron or a zone, or resumes, sets `next` with it.
   */
  change(id: string, rev: number, change: DigestChange): Promise<Digest | 'changed-meanwhile' | 'gone'>
  /** Occurrences that were never tried become skipped ('deleted'); the rest of the history stays. false: was gone. */
  remove(id: string): Promise<boolean>

  // -- planning: any process, at any time --

  /** Digests that are not paused and whose `next` has come, longest overdue first. A hundred at a time are handled well. */
  due(limit: number): Promise<Digest[]>
  /** Slots of this digest that have a row, of those due at or after `since`: never to be planned again. */
  slots(digestId: string, since: number): Promise<ReadonlySet<string>>
  /**
   * Enters the runs and moves the digest on, both or neither. false: another planner was first, or the digest was
   * changed, paused or removed meanwhile, and nothing was entered. A slot that has a row keeps it.
   */
  plan(plan: Plan): Promise<boolean>
  /** One run beside the plan ("run now"): false where its slot has a row, or the digest is gone. */
  addRun(digestId: string, run: Run): Promise<boolean>

  // -- posting --

  /**
   * Takes the longest due occurrence for `leaseMs`: one that is due and whose `notBefore` has come, or one whose
   * worker let its lease run out. null: none. Two claims never hold the same row: each raises its fence, and only
   * the newest fence can do anything to it.
   */
  claim(worker: string, options: ClaimOptions): Promise<Claim | null>
  /** Keeps what will be posted, and where: every later attempt posts the same. false: the claim is no longer ours. */
  freeze(claim: ClaimKey, content: Frozen): Promise<boolean>
  /** The platform has it. false: the claim is no longer ours; somebody else looks and confirms. */
  confirm(claim: ClaimKey, messageId: string): Promise<boolean>
  /** Nothing was posted in this attempt, for certain: due again after `waitMs`. */
  giveBack(claim: ClaimKey, waitMs: number, reason: string): Promise<boolean>
  /** Nobody knows whether it was posted: claimed again after `waitMs`, and `unclear` is one more. */
  leaveUnclear(claim: ClaimKey, waitMs: number, reason: string): Promise<boolean>
  /** The end without a post that is known to have arrived. */
  settle(claim: ClaimKey, state: 'skipped' | 'failed' | 'unknown', reason: string): Promise<boolean>
  /**
   * Somebody decided that an unknown one shall be posted: due at once, as if never tried (`attempt`, `unclear` and
   * `firstTryAt` begin again), with the content it had. false: it is not unknown (any more).
   */
  reopen(occurrenceId: string): Promise<boolean>

  // -- looking --

  occurrence(id: string): Promise<Occurrence | null>
  /** Due or being posted, longest due first. */
  open(limit: number): Promise<Occurrence[]>
  /** Newest due time first. Kept 90 days, and the newest that was sent for as long as its digest. */
  history(digestId: string, limit: number): Promise<Occurrence[]>
  /** The newest that was sent and was due before `before`: what the digest said last. */
  lastSent(digestId: string, before: number): Promise<Occurrence | null>

  /** The run whose post has this id, where it was sent: what a digest said in whose thread somebody asks. */
  sentAs(platform: PlatformName, messageId: string): Promise<Occurrence | null>

  // -- people and tenants that leave --

  /** Pauses every digest of a workspace or guild; returns how many. */
  pauseTenant(tenant: Tenant, reason: string): Promise<number>
  /** Removes every digest of a workspace or guild with its history; returns how many. */
  eraseTenant(tenant: Tenant): Promise<number>
  /**
   * Removes every digest this person owns with its history, in their tenant and in none; where the person's `tenant`
   * is null, everywhere on the platform. Returns how many.
   */
  erasePerson(person: Person): Promise<number>
}

export const DIGEST_POLICIES = ['always', 'changes', 'changes-or-heartbeat'] as const
/** Post always; only when something changed; or one line where nothing did. */
export type DigestPolicy = (typeof DIGEST_POLICIES)[number]

export interface NewDigest {
  /** Made by whoever adds it; opaque here, without '@'. */
  id: string
  place: Place
  /** The person's id on the platform of `place`; told when posting fails. */
  owner: string
  locale: 'en' | 'zh'
  /** The one-line form of a query. */
  about: string
  cron: string
  /** Canonical IANA name. */
  zone: string
  policy: DigestPolicy
  catchUp: CatchUpPolicy
  /** How long after its due time a missed run is still worth posting. */
  windowMs: number
  /** null: the pattern has no run left. */
  next: Due | null
}

export interface Digest extends NewDigest {
  /** Due time of the last run that was planned. */
  lastDue: number | null
  /** Why it is paused ('by its owner', 'channel_not_found'); null: it runs. */
  paused: string | null
  /** Rises with every `change`, not with planning. */
  rev: number
  createdAt: number
}

export type DigestChange = Partial<
  Pick<
    Digest,
    | 'place'
    | 'owner'
    | 'locale'
    | 'about'
    | 'cron'
    | 'zone'
    | 'policy'
    | 'catchUp'
    | 'windowMs'
    | 'next'
    | 'paused'
  >
>

export interface Tenant {
  platform: PlatformName
  id: string
}

export interface DigestFilter {
  platform?: PlatformName
  tenant?: string | null
  /** The id of a channel or DM. */
  place?: string
  owner?: string
}

export interface Run extends Due {
  /** `${digestId}@${slot}`: what a post carries so that it can be found again. */
  id: string
  /** At most 25 characters, made of the id alone. */
  nonce: string
  /** Not to be posted earlier than this: `due`, or a little later where many are due at once. */
  notBefore: number
  /** Present: the run will not be posted, and why ('downtime'); its row says so from the start. */
  skipped?: string
}

export interface Plan {
  digestId: string
  /** As they were when the digest was read: the plan holds only if they still are. */
  rev: number
  nextDue: number
  /** Oldest first. May be empty, where every slot has its row. */
  runs: readonly Run[]
  /** The run after these. */
  next: Due | null
}

export const OCCURRENCE_STATES = ['due', 'posting', 'sent', 'skipped', 'failed', 'unknown'] as const
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number]

export interface Occurrence extends Due {
  id: string
  digestId: string
  state: OccurrenceState
  /** Where it goes: the digest's place when planned, the frozen one once there is content. */
  place: Place
  nonce: string
  notBefore: number
  /** How often it was claimed. */
  attempt: number
  /** How often nobody knew whether a post arrived (a worker that died is seen in `attempt` alone). */
  unclear: number
  /** When it was first claimed: an earlier post cannot exist. */
  firstTryAt: number | null
  leaseUntil: number | null
  /** In the platform's form. Dropped once the state is sent, skipped or failed. */
  body: string | null
  /** The digest room's own short note of what the content says, to be compared with next time; stays. */
  said: string | null
  /** The platform's id of the post, once sent. */
  messageId: string | null
  /** Of the last giving back, of an unclear attempt, or of the end. */
  reason: string | null
  /** When it came to its end state. */
  endedAt: number | null
}

export interface ClaimOptions {
  /** Runs from a moment within the call: to be counted from before it, on a clock that never jumps. */
  leaseMs: number
  /** Only what goes to these: a process does not take what it cannot post. */
  platforms: readonly PlatformName[]
}

export interface ClaimKey {
  occurrenceId: string
  fence: number
}

export interface Claim extends ClaimKey {
  /** `attempt` counts this one: 1 is the first. */
  occurrence: Occurrence
  /**
   * As it is now, perhaps paused meanwhile; null where it was removed after an attempt whose outcome is open: look,
   * never post.
   */
  digest: Digest | null
}

export interface Frozen {
  place: Place
  body: string
  said: string
}

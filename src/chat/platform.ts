/** What a platform is to the rest of the house: something that connects, stops, and takes messages nobody asked for. */
import type { PlatformName } from './incoming.ts'
import type { Reply } from './reply.ts'

export interface Platform {
  readonly name: PlatformName
  /** Connects. Rejects with a SetupError where settings or tokens are wrong: another try would not mend them. */
  start(): Promise<void>
  /** Takes nothing new, finishes what was begun within `graceMs`, then closes. */
  stop(graceMs: number): Promise<void>
  health(): Health
  readonly poster: Poster
}

export interface Health {
  ok: boolean
  /** One word or two for the person who looks: 'connected', 'reconnecting'. No secrets. */
  says: string
}

/** Where something can be posted: a channel or a DM. Ids are the platform's own and opaque. */
export interface Place {
  platform: PlatformName
  tenant: string | null
  id: string
}

export interface Person {
  platform: PlatformName
  tenant: string | null
  id: string
}

/**
 * Standing posts: digests and notices. No call is ever repeated inside: whoever calls knows what may be repeated.
 */
export interface Poster {
  readonly platform: PlatformName
  /** The platform's own form of a reply, as one string: later attempts post the same bytes. */
  render(reply: Reply, key: PostKey): string
  /** One attempt, at most 10 s. */
  post(place: Place, body: string, key: PostKey): Promise<Posted>
  /** Looks whether an earlier attempt arrived. `since`: when it was first tried (milliseconds since 1970). */
  find(place: Place, key: PostKey, since: number): Promise<Found>
  /** A private message to one person, best effort. */
  tell(person: Person, reply: Reply): Promise<Posted>
  /** Whether this person may, at this moment, have digests posted to this place. */
  mayManage(person: Person, place: Place): Promise<boolean>
  /** IANA name of the person's time zone where the platform tells it. */
  zoneOf(person: Person): Promise<string | null>
  /** The place of a private talk with this person. */
  direct(person: Person): Promise<Place>
  /** Reads '#general', '<#C1|general>' or an id that a person wrote; null where there is no such channel. */
  placeNamed(text: string, by: Person): Promise<Place | null>
  /** What people call a channel, without a mark ('general'), or a person; null where the platform does not say. */
  nameOf?(what: { place: Place } | { person: Person }): Promise<string | null>
}

/** What makes two attempts the same post. */
export interface PostKey {
  /** The occurrence: digest and due moment. */
  id: string
  /** At most 25 characters, the same for every attempt. */
  nonce: string
}

export type Posted =
  | { outcome: 'accepted'; id: string }
  /** Certainly not accepted. `permanent`: the place is gone or closed to us; `waitMs`: how long to wait at least. */
  | { outcome: 'refused'; reason: string; permanent: boolean; waitMs?: number }
  /** Nobody knows whether it was accepted: no answer, a broken connection, a 5xx. */
  | { outcome: 'unclear'; reason: string }

export type Found =
  | { found: true; id: string }
  | { found: false }
  /** The platform does not let us look (a scope is missing), or not now. */
  | { found: 'unknown'; reason: string; waitMs?: number }

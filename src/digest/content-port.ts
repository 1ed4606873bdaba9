/** What stands between posting digests and wording them. The runner decides that and when; others decide what is said. */
import type { Person, Place } from '../chat/platform.ts'
import type { Reply } from '../chat/reply.ts'
import type { Digest, Occurrence } from './digest-store.ts'

/**
 * What a digest says at one due time. Asked once per due time; what it gives is kept, and later attempts post the
 * same. `says` is a short note of the content for the comparison with next time: there it stands in `last.said`.
 */
export type MakeContent = (digest: Digest, moment: DigestMoment) => Promise<DigestContent>

export interface DigestMoment {
  /** The content is that of this instant, however late it is made. Milliseconds since 1970, as `now`. */
  dueAt: number
  now: number
  /** How many runs just before this one were skipped because the bot was down. */
  skipped: number
  /** The newest run of this digest that was sent before this one was due. */
  last: Occurrence | null
  /** Late enough that the reader should be told when it was due. */
  late: boolean
}

export type DigestContent = { reply: Reply; says: string } | { nothing: 'no-change' }

/** What an owner has to know about one of their digests, told in a private message. */
export type Notice = {
  owner: Person
  digest: { id: string; place: Place; about: string; zone: string }
  /** What the owner may answer with, in the order to be shown: '/digest run ID'. */
  wayOut: readonly WayOut[]
} & (
  | { kind: 'failed'; dueAt: number; reason: string; dues: number; mostDues: number }
  /** Nobody knows whether it arrived; posting again could show it twice. */
  | { kind: 'unknown'; dueAt: number; reason: string; occurrence: string }
  /** The digest is paused from now on. `mayNot`: its owner lost the right to have digests posted there. */
  | { kind: 'stopped'; dueAt: number; reason: string; why: 'refused' | 'mayNot' }
)

export interface WayOut {
  does: 'post-now' | 'resume' | 'history'
  /**
   * A line for the `digest` command: '/digest resume ID', '/digest history ID'. In '/digest run ID' of an unknown run,
   * ID is the occurrence's (it holds an '@'): this very run is to be posted after all, `DigestStore.reopen`.
   */
  line: string
}

export type WordNotice = (notice: Notice, locale: 'en' | 'zh') => Reply

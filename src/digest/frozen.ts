/** What a digest says at its due time: made once, kept, and the same in every later attempt. */
import type { Place, Poster } from '../chat/platform.ts'
import type { MakeContent } from './content-port.ts'
import type { Claim, Digest, DigestStore, Occurrence } from './digest-store.ts'
import type { Hold } from './hold.ts'
import { type Pause, within } from './pause.ts'
import type { DigestTiming } from './timing.ts'

export interface Content {
  place: Place
  body: string
  /** null: kept already, by an earlier attempt. */
  said: string | null
}

interface Run {
  claim: Claim
  digest: Digest
  hold: Hold
  poster: Poster
}

interface Tools {
  store: Pick<DigestStore, 'lastSent' | 'history'>
  makeContent: MakeContent
  timing: DigestTiming
  pause: Pause
}

/** What was kept, or made now and to be kept before it is posted. Rejects where it cannot be made. */
export async function contentOf(
  { claim, digest, hold, poster }: Run,
  { store, makeContent, timing, pause }: Tools,
): Promise<Content | 'no-change'> {
  const { occurrence } = claim
  if (occurrence.body !== null) return { place: occurrence.place, body: occurrence.body, said: null }
  const { id, nonce, due } = occurrence
  const now = hold.now()
  const making = makeContent(digest, {
    ...{ dueAt: due, now, late: now - due > timing.late },
    skipped: await skippedBefore(store, occurrence),
    last: await store.lastSent(digest.id, due),
  })
  // content that takes a whole lease must not hold up the others
  const content = await within(pause, Math.max(0, hold.left() - 3 * timing.call), making)
  if (content === 'too late') throw new Error('the content took too long')
  if ('nothing' in content) return 'no-change'
  return { place: digest.place, body: poster.render(content.reply, { id, nonce }), said: content.says }
}

/**
 * Kept as late as can be, when it is its turn: what is kept may have been posted, and has to be looked for. false:
 * somebody else has the claim by now.
 */
export async function keep(
  claim: Claim,
  { place, body, said }: Content,
  store: Pick<DigestStore, 'freeze'>,
): Promise<boolean> {
  return said === null || (await store.freeze(claim, { place, body, said }))
}

/** How many runs just before this one were left out because the bot was down. */
async function skippedBefore(
  store: Pick<DigestStore, 'history'>,
  { digestId, due }: Occurrence,
): Promise<number> {
  const before = (await store.history(digestId, MOST_SKIPPED)).filter((occurrence) => occurrence.due < due)
  const posted = before.findIndex(({ state, reason }) => state !== 'skipped' || reason !== 'downtime')
  return posted === -1 ? before.length : posted
}

/** Reading more of them would say no more. */
const MOST_SKIPPED = 1_000

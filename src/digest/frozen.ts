/** What a digest says at its due time: made once, kept, and the same in every later attempt. */
import type { Place, Poster } from '../chat/platform.ts'
import type { MakeContent } from './content-port.ts'
import type { Claim, Digest, DigestStore, Occurrence } from './digest-store.ts'
import type { Hold } from './hold.ts'
import { type Pause, within } from './pause.ts'
import type { DigestTiming } from './timing.ts'

export interface Frozen {
  place: Place
  body: string
}

interface Run {
  claim: Claim
  digest: Digest
  hold: Hold
  poster: Poster
}

interface Tools {
  store: Pick<DigestStore, 'freeze' | 'lastSent' | 'history'>
  makeContent: MakeContent
  timing: DigestTiming
  pause: Pause
}

/** 'not ours': somebody else has the claim by now. Rejects where the content cannot be made or kept. */
export async function contentOf(
  { claim, digest, hold, poster }: Run,
  { store, makeContent, timing, pause }: Tools,
): Promise<Frozen | 'no-change' | 'not ours'> {
  const { occurrence } = claim
  if (occurrence.body !== null) return { place: occurrence.place, body: occurrence.body }
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
  const { place } = digest
  const body = poster.render(content.reply, { id, nonce })
  const kept = await store.freeze(claim, { place, body, said: content.says })
  return kept ? { place, body } : 'not ours'
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

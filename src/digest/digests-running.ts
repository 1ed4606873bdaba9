/** '/digest run': one post beside the plan, or a run of which nobody knows whether it arrived, posted after all. */
import type { Reply } from '../chat/reply.ts'
import type { Asking, Values } from './asking.ts'
import { momentIn } from './content-times.ts'
import type { Digest } from './digest-store.ts'
import { runOf } from './run.ts'

export async function runDigest(ask: Asking, digest: Digest, values: Values): Promise<Reply> {
  const { words, deps, locale } = ask
  if (!(await ask.mayPost(digest))) return ask.refuse(words.mayNotPost)
  const named = values.digest?.trim() ?? ''
  if (named.includes('@')) {
    const run = await deps.store.occurrence(named)
    // an occurrence that is named with one digest's id and belongs to another is nobody's
    if (run === null || run.digestId !== digest.id || !(await deps.store.reopen(run.id)))
      return ask.refuse(words.notUnknown)
    return ask.refuse(words.postsAgain(momentIn(digest.zone, run.due, locale)))
  }
  const now = await ask.now()
  // two presses within a second are one run; no blank, because the id is typed and carried by buttons
  const slot = `now-${new Date(now).toISOString().slice(0, 19)}Z`
  await deps.store.addRun(digest.id, runOf(digest.id, { due: now, slot }))
  return ask.refuse(words.runs(digest.id))
}

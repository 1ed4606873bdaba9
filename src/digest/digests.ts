/**
 * The service behind '/digest': who may see and change which digest, decided anew on every entry, whether it was typed,
 * pressed or filled in. What each part does stands in digests-making.ts and digests-telling.ts.
 */
import type { Completed, Completion } from '../chat/desk.ts'
import type { Incoming } from '../chat/incoming.ts'
import type { Reply } from '../chat/reply.ts'
import {
  type Asked,
  Asking,
  BY_PERSON,
  type DigestsDeps,
  type DigestVerb,
  isReply,
  isSamePlace,
  type Values,
} from './asking.ts'
import { readSaid, type Said } from './content-said.ts'
import type { Digest } from './digest-store.ts'
import { completeZone, digestsCompleted } from './digests-completing.ts'
import { addDigest, editDigest, nextLine, nextOf } from './digests-making.ts'
import { runDigest } from './digests-running.ts'
import { historyOf, listDigests, previewOf, showDigest, whyOf } from './digests-telling.ts'

export interface Digests {
  take(does: DigestVerb, values: Values, asked: Asked): Promise<Reply>
  /** Zones, and the digests this person may see. */
  complete(asked: Completion): Promise<readonly Completed[]>
  /** What the digest said in whose thread this was said; null: it is no digest's thread. */
  saidIn(turn: Incoming): Promise<(Said & { locale: 'en' | 'zh' }) | null>
}

export function createDigests(deps: DigestsDeps): Digests {
  const { store } = deps
  return {
    async take(does, values, { turn, locale }) {
      const ask = new Asking(deps, turn, locale)
      if (does === 'add') return addDigest(ask, values)
      if (does === 'list') return listDigests(ask)
      const named = does === 'edit' ? withId(values) : values
      const found = await ask.meant(named.digest, does)
      if (found === null) return ask.refuse(await ask.whichOne(named.digest))
      return DOES[does](ask, found, named)
    },

    async complete({ kind, typed, limit, locale, by }) {
      if (kind === 'zone') return completeZone(typed, limit)
      if (kind !== 'digest') return []
      const ask = new Asking(
        deps,
        { ...by, conversation: '', at: 0, said: { kind: 'text', text: '' } },
        locale,
      )
      return digestsCompleted(await ask.visible(), typed, limit, deps.vocabulary, locale)
    },

    async saidIn(turn) {
      const thread = turn.conversation.split(':').at(-1)!
      const run = await store.sentAs(turn.platform, thread)
      if (run === null || run.place.tenant !== (turn.tenant ?? null)) return null
      const said = readSaid(run.said)
      const digest = await store.get(run.digestId)
      return said === null ? null : { ...said, locale: digest?.locale ?? turn.locale ?? 'en' }
    },
  }
}

/** '/digest edit k7m2 when: weekdays 10:00': what stands before the first name went to what takes the rest of a line. */
function withId(values: Values): Values {
  if (values.digest?.trim() || !values.what?.trim()) return values
  const [digest, ...rest] = values.what.trim().split(/\s+/)
  return { ...values, digest, what: rest.join(' ') }
}

const DOES: Readonly<
  Record<
    Exclude<DigestVerb, 'add' | 'list'>,
    (ask: Asking, digest: Digest, values: Values) => Promise<Reply> | Reply
  >
> = {
  show: showDigest,
  edit: editDigest,
  pause: pauseDigest,
  resume: resumeDigest,
  run: runDigest,
  preview: previewOf,
  history: historyOf,
  why: whyOf,
  delete: deleteDigest,
}

async function pauseDigest(ask: Asking, digest: Digest): Promise<Reply> {
  const { words } = ask
  if (digest.paused !== null) return ask.refuse(words.pausedAlready(digest.id))
  const changed = await ask.change(digest, { paused: BY_PERSON })
  if (isReply(changed)) return changed
  return ask.openly(digest, [
    { kind: 'text', text: words.paused(digest.id) },
    {
      kind: 'buttons',
      prompt: '',
      items: [{ label: words.button.resume, query: `/digest resume ${digest.id}` }],
    },
  ])
}

async function resumeDigest(ask: Asking, digest: Digest): Promise<Reply> {
  const { words } = ask
  if (digest.paused === null) return ask.refuse(words.runsAlready(digest.id))
  if (!(await ask.mayPost(digest))) return ask.refuse(words.mayNotPost)
  const next = await nextOf(ask, digest)
  const changed = await ask.change(digest, { paused: null, next })
  if (isReply(changed)) return changed
  return ask.openly(digest, [
    { kind: 'text', text: words.resumed(digest.id) },
    { kind: 'text', text: await nextLine(ask, digest) },
  ])
}

async function deleteDigest(ask: Asking, digest: Digest): Promise<Reply> {
  const { words } = ask
  if (!(await ask.deps.store.remove(digest.id))) return ask.refuse(words.notThere(digest.id))
  const { about, cron, zone, policy, place } = digest
  const where = place.platform === 'console' || isSamePlace(place, ask.here) ? '' : ` where: ${place.id}`
  const query = `/digest add what: ${about} when: ${cron}${where} zone: ${zone} policy: ${policy}`
  return ask.openly(digest, [
    { kind: 'text', text: words.deleted(digest.id) },
    { kind: 'buttons', prompt: '', items: [{ label: words.button.undo, query }] },
  ])
}

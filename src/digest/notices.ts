/** What owners are told about their digests, privately; said before the end is written down, so that no kill swallows it. */
import { failure, type Log } from '../base/log.ts'
import type { Metrics } from '../base/metrics.ts'
import type { Poster } from '../chat/platform.ts'
import type { Notice, WayOut, WordNotice } from './content-port.ts'
import type { Digest } from './digest-store.ts'
import { type Pause, within } from './pause.ts'

export interface Notices {
  /** 'not now': it did not arrive, or nobody knows; to be told again. 'never': this person cannot be told. */
  tell(poster: Poster, digest: Digest, notice: Notice): Promise<'told' | 'not now' | 'never'>
}

export interface NoticesOptions {
  word: WordNotice
  pause: Pause
  /** Milliseconds for one message. */
  call: number
  log: Log
  metrics: Metrics
}

export function createNotices({ word, pause, call, log, metrics }: NoticesOptions): Notices {
  async function told(poster: Poster, digest: Digest, notice: Notice): Promise<'told' | 'not now' | 'never'> {
    const outcome = await within(pause, call * 2, poster.tell(notice.owner, word(notice, digest.locale)))
    if (outcome === 'too late' || outcome.outcome === 'unclear') return 'not now'
    if (outcome.outcome === 'accepted') return 'told'
    return outcome.permanent ? 'never' : 'not now'
  }
  return {
    async tell(poster, digest, notice) {
      const how = await told(poster, digest, notice).catch((error) => {
        log.error(failure(error), 'a notice could not be worded or sent')
        return 'not now' as const
      })
      metrics.count('digest_notices_total', { kind: notice.kind, outcome: how })
      if (how === 'never') log.warn({ digest: digest.id, kind: notice.kind }, 'an owner cannot be told')
      return how
    },
  }
}

/** What every notice about a digest begins with. */
export function aboutDigest({ id, place, owner, about, zone }: Digest): Pick<Notice, 'owner' | 'digest'> {
  return {
    owner: { platform: place.platform, tenant: place.tenant, id: owner },
    digest: { id, place, about, zone },
  }
}

/** `id`: of the digest; for 'post-now' the occurrence's, which says that this very run is meant. */
export function wayOut(does: WayOut['does'], id: string): WayOut {
  return { does, line: `/digest ${VERBS[does]} ${id}` }
}

const VERBS: Record<WayOut['does'], string> = { 'post-now': 'run', resume: 'resume', history: 'history' }

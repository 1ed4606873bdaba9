/** Ends that are not a post: the owner is told first, then the row says so; a row whose owner waits to be told stays open. */
import type { Log } from '../base/log.ts'
import type { Metrics } from '../base/metrics.ts'
import type { Poster } from '../chat/platform.ts'
import type { Notice } from './content-port.ts'
import type { Claim, Digest, DigestStore } from './digest-store.ts'
import type { Hold } from './hold.ts'
import { aboutDigest, type Notices, wayOut } from './notices.ts'
import { MAY_NOT, notSent, refusedForGood, wasRefusedForGood } from './reasons.ts'
import type { DigestTiming } from './timing.ts'

export interface Ending {
  /** Refused for good, or for so long that it is of no use any more. After some due times in a row the digest stops. */
  failed(run: Ended, reason: string, forGood: boolean): Promise<void>
  /** Nobody will find out whether it arrived. */
  unknown(run: Ended, reason: string): Promise<void>
  /** The owner lost the right to have it posted: the digest stops. */
  mayNot(run: Ended): Promise<void>
  /** Nobody waits for it: nothing is told. */
  skipped(run: Pick<Ended, 'claim'>, reason: string): Promise<void>
}

export interface Ended {
  claim: Claim
  digest: Digest
  hold: Hold
  poster: Poster
}

export interface EndingOptions {
  store: Pick<DigestStore, 'settle' | 'giveBack' | 'leaveUnclear' | 'history' | 'change'>
  notices: Notices
  timing: Pick<DigestTiming, 'giveUp' | 'mostDues' | 'longestWait' | 'shown'>
  log: Log
  metrics: Metrics
}

export function createEnding({ store, notices, timing, log, metrics }: EndingOptions): Ending {
  /** true: told, or there is no point in waiting any longer. Else the row is open again, to be told later. */
  async function told(
    { claim, digest, hold, poster }: Ended,
    notice: Notice,
    reason: string,
  ): Promise<boolean> {
    const how = await notices.tell(poster, digest, notice)
    if (how !== 'not now') return true
    const { occurrence } = claim
    const patience = Math.max(digest.windowMs, timing.giveUp) + timing.giveUp
    if (hold.now() - (occurrence.firstTryAt ?? hold.since) > patience) {
      log.error({ digest: digest.id, kind: notice.kind }, 'an owner was not told in all this time')
      return true
    }
    const wait = Math.min(timing.longestWait, timing.shown * 2 ** Math.min(occurrence.attempt, 8))
    if (notice.kind === 'unknown') await store.leaveUnclear(claim, wait, reason)
    else await store.giveBack(claim, wait, notSent(occurrence.attempt, reason))
    return false
  }

  /** Stops the digest, unless its owner changed it in this moment: then the next due time decides. */
  async function stop(run: Ended, why: 'refused' | 'mayNot', reason: string): Promise<boolean> {
    const { claim, digest } = run
    const notice: Notice = {
      ...aboutDigest(digest),
      kind: 'stopped',
      dueAt: claim.occurrence.due,
      ...{ reason, why, wayOut: [wayOut('resume', digest.id), wayOut('history', digest.id)] },
    }
    if (!(await told(run, notice, reason))) return false
    await store.change(digest.id, digest.rev, { paused: reason })
    metrics.count('digest_stopped_total', { why })
    return true
  }

  return {
    async failed(run, reason, forGood) {
      const { claim, digest } = run
      const { due, id } = claim.occurrence
      const kept = forGood ? refusedForGood(reason) : reason
      const dues = forGood ? 1 + (await refusedBefore(digest.id, id)) : 1
      if (dues >= timing.mostDues) {
        if (!(await stop(run, 'refused', kept))) return
      } else {
        const notice: Notice = {
          ...aboutDigest(digest),
          kind: 'failed',
          ...{ dueAt: due, reason, dues, mostDues: timing.mostDues, wayOut: [wayOut('history', digest.id)] },
        }
        if (!(await told(run, notice, kept))) return
      }
      if (await store.settle(claim, 'failed', kept)) metrics.count('digest_failed_total')
    },

    async unknown(run, reason) {
      const { claim, digest } = run
      const { due, id } = claim.occurrence
      const notice: Notice = {
        ...aboutDigest(digest),
        kind: 'unknown',
        ...{ dueAt: due, reason, occurrence: id },
        wayOut: [wayOut('post-now', id), wayOut('history', digest.id)],
      }
      if (!(await told(run, notice, reason))) return
      if (await store.settle(claim, 'unknown', reason)) metrics.count('digest_unknown_total')
    },

    async mayNot(run) {
      if (!(await stop(run, 'mayNot', MAY_NOT))) return
      if (await store.settle(run.claim, 'failed', MAY_NOT)) metrics.count('digest_failed_total')
    },

    async skipped({ claim }, reason) {
      if (await store.settle(claim, 'skipped', reason)) metrics.count('digest_skipped_total', { reason })
    },
  }

  /** How many due times in a row before this one were refused for good; skipped ones do not break the row. */
  async function refusedBefore(digestId: string, id: string): Promise<number> {
    let dues = 0
    for (const occurrence of await store.history(digestId, LOOKED_BACK)) {
      if (occurrence.id === id || !ENDED.has(occurrence.state) || occurrence.state === 'skipped') continue
      if (occurrence.state !== 'failed' || !wasRefusedForGood(occurrence.reason)) break
      dues++
    }
    return dues
  }
}

const ENDED = new Set(['sent', 'skipped', 'failed', 'unknown'])
const LOOKED_BACK = 50

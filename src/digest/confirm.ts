/** Writing down that a post arrived. Tried for as long as it may help: what is not written down has to be looked for. */
import { failure, type Log } from '../base/log.ts'
import type { Metrics } from '../base/metrics.ts'
import type { Claim, DigestStore } from './digest-store.ts'
import type { Hold } from './hold.ts'
import type { Pause } from './pause.ts'
import type { DigestTiming } from './timing.ts'

interface Arrived {
  claim: Claim
  hold: Hold
  /** The platform's id of the post. */
  id: string
}

interface Tools {
  store: Pick<DigestStore, 'confirm'>
  timing: Pick<DigestTiming, 'claimEvery' | 'giveUp'>
  pause: Pause
  log: Log
  metrics: Metrics
  stopping: AbortSignal
}

/** Rejects where the store fails for too long, or the process is to stop. */
export async function confirm({ claim, hold, id }: Arrived, tools: Tools): Promise<void> {
  const { store, timing, pause, log, metrics, stopping } = tools
  const { platform } = claim.occurrence.place
  const arrivedAt = hold.now()
  for (;;) {
    try {
      if (await store.confirm(claim, id)) {
        metrics.count('digest_posted_total', { platform })
        metrics.time('digest_late_seconds', Math.max(0, arrivedAt - claim.occurrence.due) / 1_000)
      } else log.info({ occurrence: claim.occurrenceId }, 'a post was confirmed by another process')
      return
    } catch (error) {
      if (stopping.aborted || hold.now() - arrivedAt > timing.giveUp) throw error
      log.warn(failure(error), 'a post arrived and cannot be written down yet')
      await pause(timing.claimEvery, stopping)
    }
  }
}

/** For comparison: claim, post, again on an error as the platforms' own libraries do, confirm. Nothing is looked for. */

import { silentLog } from '../../src/base/log.ts'
import { noMetrics } from '../../src/base/metrics.ts'
import type { Poster } from '../../src/chat/platform.ts'
import type { DigestStore } from '../../src/digest/digest-store.ts'
import type { Pause } from '../../src/digest/pause.ts'
import { createPlanner } from '../../src/digest/planner.ts'
import { DIGEST_TIMING, type DigestTiming } from '../../src/digest/timing.ts'

export interface NaiveOptions {
  store: DigestStore
  poster: Poster
  timing: Partial<DigestTiming>
  worker: string
  pause: Pause
}

export async function runNaively({ store, poster, worker, pause, ...options }: NaiveOptions): Promise<void> {
  const timing = { ...DIGEST_TIMING, ...options.timing }
  const never = new AbortController().signal
  const planner = createPlanner({ store, timing, chance: () => 0, log: silentLog, metrics: noMetrics })
  const planning = async () => {
    for (;;) {
      await planner.round(never).catch(() => 0)
      await pause(timing.planEvery)
    }
  }
  const lane = async () => {
    for (;;) {
      const claim = await store
        .claim(worker, { leaseMs: timing.lease, platforms: [poster.platform] })
        .catch(() => null)
      if (claim === null) {
        await pause(timing.claimEvery)
        continue
      }
      const { id, nonce, place, digestId } = claim.occurrence
      for (let tries = 0; tries < TRIES; tries++) {
        const posted = await poster.post(place, digestId, { id, nonce })
        if (posted.outcome === 'accepted') {
          await store.confirm(claim, posted.id).catch(() => false)
          break
        }
      }
    }
  }
  void planning()
  for (let lanes = 0; lanes < timing.parallel; lanes++) void lane()
}

/** As often as discord.js tries; Slack's client tries ten times. */
const TRIES = 3

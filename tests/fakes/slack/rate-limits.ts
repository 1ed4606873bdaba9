/** Slack's limits on calls: docs.slack.dev/apis/web-api/rate-limits, and for history docs.slack.dev/reference/methods/conversations.history. */
import type { Clock } from '../../../src/base/clock.ts'

/**
 * 'off': only scripted 429s. 'internal': the limits of an app a company runs for itself. 'commercial': the same, but history once a
 * minute with 15 messages, as for apps that are sold outside Slack's Marketplace.
 */
export type RateLimits = 'off' | 'internal' | 'commercial'

/** Calls a minute. */
export type Tier = 1 | 20 | 50 | 100

export class Pace {
  readonly #clock: Clock
  readonly #calls = new Map<string, number[]>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Seconds to wait if this is one call too many within `span` milliseconds; undefined lets it pass and counts it. */
  exceeded(key: string, most: number, span: number): number | undefined {
    const now = this.#clock()
    const calls = (this.#calls.get(key) ?? []).filter((at) => at > now - span)
    this.#calls.set(key, calls)
    if (calls.length >= most) return Math.max(1, Math.ceil((calls[0]! + span - now) / 1_000))
    calls.push(now)
    return undefined
  }
}

/** Seconds to wait for this call under these limits. */
export function secondsToWait(
  pace: Pace,
  limits: RateLimits,
  { method, tier, channel }: { method: string; tier: Tier | 'post'; channel: string | undefined },
): number | undefined {
  if (limits === 'off') return undefined
  if (tier === 'post') return pace.exceeded(`post ${channel}`, 1, 1_000)
  const isHistory = method === 'conversations.history' || method === 'conversations.replies'
  const most = isHistory && limits === 'commercial' ? 1 : tier
  return pace.exceeded(method, most, 60_000)
}

/** The most messages one call of history gives to a commercial app. */
export const COMMERCIAL_HISTORY = 15

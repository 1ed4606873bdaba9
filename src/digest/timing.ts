/** How long everything takes that posting digests waits for. Milliseconds, unless said. Tests and trials hand in others. */
import type { PlatformName } from '../chat/incoming.ts'

export interface DigestTiming {
  /** Between two looks for digests whose time has come. */
  planEvery: number
  /** Between two looks for something to post, where there was nothing. */
  claimEvery: number
  /** How long a claim holds. A process that freezes is taken over by another after it. */
  lease: number
  /** One call to a platform; a post is not begun with less than twice this left of the lease. */
  call: number
  /** How long after the first try a platform surely still knows a post by its nonce. */
  nonce: Partial<Record<PlatformName, number>>
  /** How long after a try its post may not show yet in what the platform lets us look at. */
  shown: number
  /** After so many unclear tries ... */
  mostUnclear: number
  /** ... or so long after the first, it is unknown. Refused for certain: tried this long at least. */
  giveUp: number
  /** Due times in a row that may be refused for good before a digest stops. */
  mostDues: number
  /** How long the owner must have been without the right before a digest stops. */
  denied: number
  /** Between two posts to one place. */
  placeGap: number
  /** Between two posts to one platform, whatever the place. */
  platformGap: Record<PlatformName, number>
  /** What was missed is spread over this after a start. */
  jitter: number
  /** A run planned this long after its due time was not missed. */
  onTime: number
  /** Posted this long after its due time, the reader is told. */
  late: number
  /** First and longest wait after a refusal that names none. */
  firstWait: number
  longestWait: number
  /** How many are worked on at once. */
  parallel: number
}

/**
 * A lease of six calls leaves room to look and to post. Nonces: Discord says "a few minutes", so a minute is safe
 * (discord.com/developers/docs/resources/message, enforce_nonce). Gaps: Slack takes one message per second and channel
 * and "several hundred" a minute and workspace (docs.slack.dev/apis/web-api/rate-limits); Discord 50 requests a second
 * for all of a bot (discord.com/developers/docs/topics/rate-limits), of which answers need some.
 */
export const DIGEST_TIMING: DigestTiming = {
  planEvery: 5_000,
  claimEvery: 1_000,
  lease: 60_000,
  call: 10_000,
  nonce: { discord: 60_000 },
  shown: 10_000,
  mostUnclear: 5,
  giveUp: 3_600_000,
  mostDues: 3,
  denied: 600_000,
  placeGap: 1_000,
  platformGap: { console: 0, slack: 200, discord: 25 },
  jitter: 30_000,
  onTime: 120_000,
  late: 300_000,
  firstWait: 5_000,
  longestWait: 300_000,
  parallel: 12,
}

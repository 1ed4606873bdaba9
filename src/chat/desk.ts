/** What every adapter is handed: the one way to be heard, and what it may ask for beside answers. */
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Metrics } from '../base/metrics.ts'
import type { Completes, Declared } from './command.ts'
import type { Incoming, PlatformName } from './incoming.ts'
import type { Reply } from './reply.ts'

export interface Desk {
  /** Never rejects: whatever goes wrong is worded for the asker. */
  hear(incoming: Incoming): Promise<Reply>
  once: Once
  commands: readonly Declared[]
  complete(asked: Completion): Promise<readonly Completed[]>
  /** What it knows and what to ask, for a home page, a first greeting, an empty question. */
  welcome(locale: 'en' | 'zh'): Reply
  /** Questions known to have an answer. */
  prompts(locale: 'en' | 'zh'): readonly string[]
  coordination: Coordination
  /** Absent where nothing is kept of workspaces and guilds. */
  tenants?: Tenants
  clock: Clock
  /** 0 <= chance < 1, for jitter. */
  chance: () => number
  log: Log
  metrics: Metrics
}

/** Workspaces (Slack) and guilds (Discord) as they come and go. Neither call rejects. */
export interface Tenants {
  /** The bot was put out, or its token taken back, for certain: not where a connection is merely lost. */
  left(tenant: { platform: PlatformName; id: string }): Promise<void>
  /** The bot is in; may be said often. */
  here(tenant: { platform: PlatformName; id: string }): Promise<void>
}

export interface Completion {
  kind: Completes
  typed: string
  limit: number
  locale: 'en' | 'zh'
  /** Who types, where: digests are offered to those who may see them. */
  by: Pick<Incoming, 'platform' | 'tenant' | 'place' | 'author'>
}

export interface Completed {
  label: string
  value: string
}

/**
 * Runs the work of one event at most once, however often and to however many processes the event is delivered,
 * for 48 hours. Work that fails, or dies with its process, is open again for the next delivery.
 *
 * 'done': done now by this call. 'duplicate': done before, or being done and by now finished. 'busy': somebody else
 * still has it; whoever delivered the event should deliver it again.
 */
export type Once = (key: string, work: () => Promise<void>) => Promise<'done' | 'duplicate' | 'busy'>

/** What processes that serve one bot must agree on. */
export interface Coordination {
  /** Holds or renews a lease; false: somebody else has it. */
  lease(name: string, owner: string, ms: number): Promise<boolean>
  release(name: string, owner: string): Promise<void>
  /** Adds to a counter kept for `windowMs` from its first count on and returns the new count. */
  count(name: string, windowMs: number, by?: number): Promise<number>
  /** Keeps a short text, such as the hash of what was published last: for so many milliseconds, or for ever. */
  note(name: string, text: string, keptMs?: number): Promise<void>
  noted(name: string): Promise<string | null>
}

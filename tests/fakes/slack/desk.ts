/** What the methods of the Web API work with. */
import type { Ledger } from '../ledger.ts'
import type { Time } from '../time.ts'
import type { Dict } from './complaints.ts'
import type { Scope } from './credentials.ts'
import type { RateLimits, Tier } from './rate-limits.ts'
import type { Channel, User, Workspace } from './workspace.ts'

export interface Desk {
  workspace: Workspace
  ledger: Ledger
  time: Time
  bot: { user: User; botId: string; appId: string }
  /** What the bot's token may do. */
  scopes: ReadonlySet<string>
  tickets: Tickets
  limits: RateLimits
  /** Milliseconds until conversations.history shows a new message. */
  historyDelay: number
  /** 'http://127.0.0.1:port' */
  url(): string
  /** A new single-use address for a socket. */
  socketUrl(): string
}

export interface Method {
  token?: 'app'
  /** Any of them is enough; none is needed if empty. */
  scopes: readonly Scope[]
  tier: Tier | 'post'
  /** Throws a SlackError to refuse. */
  run(values: Dict, desk: Desk): Dict
}

/** Single-use and short-lived permissions: triggers that open a modal, URLs that take answers. */
export interface Tickets {
  trigger(user: string): string
  /** Throws unless the trigger is good; whose it was. */
  spendTrigger(trigger: unknown): string
  responseUrl(about: ResponsePlace): string
  /** Throws unless the URL still takes an answer. */
  spendResponse(id: string): ResponsePlace
}

export interface ResponsePlace {
  channel: Channel
  /** Who pressed or typed. */
  user: string
  /** The message it was pressed in. */
  messageTs?: string
  thread?: string
}

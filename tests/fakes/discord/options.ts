/** How a stand-in is set up. */
import type { Time } from '../time.ts'

export interface DiscordOptions {
  /** The machine's own unless said. */
  time?: Time
  /** The start value of chance; 1 unless said. */
  start?: number
  token?: string
  botName?: string
  /** Text channels of the guild; 'general' unless said. */
  channels?: readonly string[]
  /** Milliseconds between heartbeats; 5,000 unless said. Whoever is late by a whole one takes the connection for dead. */
  heartbeatMs?: number
  /** Privileged intents switched on in the portal; MessageContent unless said. */
  privileged?: number
  /** 'real': the limits are held to; 'generous', unless said: headers that nobody can use up. */
  rateLimits?: 'generous' | 'real'
  /** Invalid requests (401, 403, 429) within 10 minutes that pass; 20 unless said. */
  invalidBudget?: number
  /** Holds to the gateway's own limits too: identifies per 5 s, frames per minute. */
  strictGateway?: boolean
  /** How many events a session can replay; 10,000 unless said. */
  replay?: number
  /** How long a nonce is remembered, in milliseconds; 3 minutes unless said. Discord says "a few minutes". */
  nonceLife?: number
  /** How many messages a channel keeps, and how many entries of each kind the ledger; all unless said. */
  keep?: number
  port?: number
}

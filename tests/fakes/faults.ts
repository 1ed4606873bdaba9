/**
 * The fault script of a stand-in: which call goes wrong, and how. A test sets rules; each rule fires at the first call it matches
 * (or the nth, or by chance) and is then used up.
 */
import type { Chance } from './chance.ts'

/** What a call is known by. Slack: the method's name; Discord: the verb, with the path beside it. Frames and events have names too. */
export interface Call {
  method: string
  path?: string | undefined
  channel?: string | undefined
}

export interface FaultMatch {
  method?: string
  /** A string must be the whole path. */
  path?: string | RegExp
  channel?: string
}

export interface Fault {
  /** Left out: every call. */
  match?: FaultMatch
  /** Fires only at the nth matching call since the rule was set, counted from 1. */
  nth?: number
  /** How many calls it spoils before it is used up; 1 unless said. */
  times?: number | 'always'
  /** Fires with this probability at each match, and stays: for long runs. From 0 to 1. */
  share?: number
  action: FaultAction
  /** For 'slow': milliseconds until the right answer comes. */
  ms?: number
  /** For '429': the Retry-After header as it stands, in seconds; null leaves it out; 1 unless said. */
  retryAfter?: number | string | null
  /** For '429' of Discord. */
  scope?: 'user' | 'shared' | 'global' | 'cloudflare'
  /** For 'hang' and 'garbage': whether the effect happens. True unless said, since that is what makes a retry post twice. */
  accepted?: boolean
  /** For 'garbage'; 'html' unless said. */
  garbage?: 'html' | 'cut'
  /** For 'error': what the platform answers instead, without an effect: a code of Slack's, or a number of Discord's. */
  error?: string | number
  /** For 'status': the bare HTTP status, without an effect; 503 unless said. */
  status?: number
}

export type FaultAction =
  /** Closed without an answer and without an effect. A server that takes no connections at all: `down()`. */
  | 'refuse'
  /** Closed before the effect is entered in the ledger. */
  | 'resetBefore'
  /** Closed after it. */
  | 'resetAfter'
  /** The effect happens, the answer says 500. */
  | '500After'
  /** No answer until the client gives up. */
  | 'hang'
  /** The effect at once, the right answer after `ms`. */
  | 'slow'
  /** HTML or cut JSON with status 200. */
  | 'garbage'
  | '429'
  | 'error'
  | 'status'

export class FaultScript {
  readonly #chance: Chance
  #rules: { fault: Fault; seen: number; left: number; fired: number }[] = []

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** Adds rules behind those already set. */
  add(...faults: Fault[]): void {
    for (const fault of faults) {
      const once = fault.share === undefined && fault.times === undefined
      const left = once ? 1 : typeof fault.times === 'number' ? fault.times : Number.POSITIVE_INFINITY
      this.#rules.push({ fault, seen: 0, left, fired: 0 })
    }
  }

  clear(): void {
    this.#rules = []
  }

  /** The fault for this call, if a rule fires; the first in order does. Every matching rule counts the call for its `nth`. */
  take(call: Call): Fault | undefined {
    let taken: Fault | undefined
    for (const rule of this.#rules) {
      if (!matches(rule.fault.match ?? {}, call)) continue
      rule.seen += 1
      if (taken !== undefined) continue
      if (rule.fault.nth !== undefined && rule.seen < rule.fault.nth) continue
      if (rule.fault.share !== undefined && this.#chance() >= rule.fault.share) continue
      rule.left -= 1
      rule.fired += 1
      taken = rule.fault
    }
    if (taken !== undefined) this.#rules = this.#rules.filter((rule) => rule.left > 0)
    return taken
  }

  /** Rules that have not fired yet: a test that sets a fault can check that it was met. */
  unused(): Fault[] {
    return this.#rules.filter((rule) => rule.fired === 0).map((rule) => rule.fault)
  }
}

function matches(match: FaultMatch, call: Call): boolean {
  if (match.method !== undefined && match.method !== call.method) return false
  if (match.channel !== undefined && match.channel !== call.channel) return false
  if (match.path === undefined) return true
  if (call.path === undefined) return false
  return typeof match.path === 'string' ? match.path === call.path : match.path.test(call.path)
}

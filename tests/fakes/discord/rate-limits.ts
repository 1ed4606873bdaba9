/** Rate limits: buckets with their headers on every answer, the global limit, and the kinds of 429; invalid requests are counted. */
import type { Clock } from '../../../src/base/clock.ts'
import type { Fault } from '../faults.ts'
import type { Answer } from '../loopback-server.ts'

export interface Bucket {
  name: string
  /** What the limit is counted for: the channel, the webhook. */
  major: string
  limit: number
  /** Milliseconds. */
  window: number
  /** Interaction callbacks and webhooks stand outside the global limit. */
  global: boolean
}

export type LimitScope = NonNullable<Fault['scope']>

export class RateLimits {
  /** Held to only when 'real'; 'generous' shows headers that nobody can use up. */
  readonly #kind: 'generous' | 'real'
  readonly #now: Clock
  readonly #windows = new Map<string, { ends: number; used: number }>()
  /** Times of answers 401, 403 and 429 within the last 10 minutes. */
  #invalid: number[] = []

  constructor(now: Clock, kind: 'generous' | 'real') {
    this.#now = now
    this.#kind = kind
  }

  /** Counts one call: the headers of its answer, or the 429 it gets instead. */
  take(bucket: Bucket): { headers: Record<string, string>; limited?: Answer } {
    if (this.#kind === 'generous') return { headers: this.#headers(bucket, 1_000, 999, 1_000) }
    if (bucket.global) {
      const all = this.#use('global', GLOBAL_PER_SECOND, 1_000)
      if (all.over)
        return { headers: {}, limited: this.limited({ scope: 'global', retryAfter: all.left / 1_000 }) }
    }
    const own = this.#use(`${bucket.name}:${bucket.major}`, bucket.limit, bucket.window)
    const headers = this.#headers(bucket, bucket.limit, Math.max(0, bucket.limit - own.used), own.left)
    if (!own.over) return { headers }
    const limited = this.limited({ scope: 'user', retryAfter: own.left / 1_000 })
    return { headers, limited: { ...limited, headers: { ...headers, ...limited.headers } } }
  }

  /** Discord's forms of a 429; `retryAfter` in seconds, null leaves it out. Cloudflare's is a page without any. */
  limited({ scope = 'user', retryAfter }: { scope?: LimitScope; retryAfter?: Fault['retryAfter'] }): Answer {
    if (scope === 'cloudflare') {
      const header = retryAfter === undefined || retryAfter === null ? {} : { 'retry-after': `${retryAfter}` }
      return {
        status: 429,
        headers: { 'content-type': 'text/html', ...header },
        body: '<!doctype html><title>Access denied</title><p>You are being rate limited. Error 1015</p>',
      }
    }
    const seconds = retryAfter === undefined ? 1 : retryAfter
    const asNumber = Number(seconds)
    return {
      status: 429,
      headers: {
        'x-ratelimit-scope': scope,
        ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
        ...(seconds === null
          ? {}
          : { 'retry-after': Number.isFinite(asNumber) ? `${Math.ceil(asNumber)}` : `${seconds}` }),
      },
      body: {
        message: 'You are being rate limited.',
        ...(seconds !== null && Number.isFinite(asNumber) ? { retry_after: asNumber } : {}),
        global: scope === 'global',
      },
    }
  }

  /** An answer went out. 401, 403 and 429 are invalid requests, except a 429 of a limit shared with others. */
  answered(status: number, scope: string | undefined): void {
    if (status === 401 || status === 403 || (status === 429 && scope !== 'shared'))
      this.#invalid.push(this.#now())
  }

  /** Invalid requests within the last 10 minutes; at 10,000 Discord bans the address. */
  get invalid(): number {
    const since = this.#now() - 600_000
    this.#invalid = this.#invalid.filter((at) => at > since)
    return this.#invalid.length
  }

  #use(key: string, limit: number, window: number): { used: number; left: number; over: boolean } {
    const now = this.#now()
    let current = this.#windows.get(key)
    if (current === undefined || current.ends <= now) {
      current = { ends: now + window, used: 0 }
      this.#windows.set(key, current)
    }
    const over = current.used >= limit
    if (!over) current.used += 1
    return { used: current.used, left: current.ends - now, over }
  }

  #headers(bucket: Bucket, limit: number, remaining: number, left: number): Record<string, string> {
    return {
      'x-ratelimit-limit': `${limit}`,
      'x-ratelimit-remaining': `${remaining}`,
      'x-ratelimit-reset': `${((this.#now() + left) / 1_000).toFixed(3)}`,
      'x-ratelimit-reset-after': `${(left / 1_000).toFixed(3)}`,
      'x-ratelimit-bucket': bucket.name,
      'x-ratelimit-scope': 'user',
    }
  }
}

/** discord.com/developers/docs/topics/rate-limits#global-rate-limit */
const GLOBAL_PER_SECOND = 50

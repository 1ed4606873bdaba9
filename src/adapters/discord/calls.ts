/**
 * REST calls. discord.js queues them by bucket and waits for rate limits; this adds what it leaves to others: no repetition
 * but where it cannot do harm, an alarm and a way back after a 401, and one guard before everything that goes out.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { REST, type RESTOptions, type RouteLike, Routes } from 'discord.js'
import type { Clock } from '../../base/clock.ts'
import { failure, type Log } from '../../base/log.ts'
import type { Metrics } from '../../base/metrics.ts'
import { Guard, PROBE } from './guard.ts'
import { LIMITS } from './limits.ts'
import { HeldBack, isUnclear, outcomeOf } from './refusals.ts'

export interface CallOptions {
  /** Repeats it where nobody knows whether it arrived: only for what does nothing the second time. */
  repeat?: boolean
  /** The token in the path is the permission. */
  open?: boolean
  query?: Readonly<Record<string, string>>
  signal?: AbortSignal
}

export interface CallsOptions {
  token: string
  apiUrl?: string | undefined
  clock: Clock
  chance: () => number
  log: Log
  metrics: Metrics
}

/** One way to call: 'patient' waits for rate limits, 'plain' is told of them and calls once. */
export class Calls {
  readonly guard: Guard
  readonly #rest: REST
  readonly #once: REST
  readonly #options: CallsOptions
  readonly #ended = new AbortController()

  constructor(options: CallsOptions) {
    this.#options = options
    const { clock, log, metrics } = options
    this.guard = new Guard({ clock, log, metrics, unauthorised: () => void this.#findBack() })
    this.#rest = new REST({
      ...this.restOptions(),
      rejectOnRateLimit: ({ retryAfter, timeToReset }) =>
        Math.max(retryAfter, timeToReset) > LIMITS.longestWait,
    }).setToken(options.token)
    this.#once = new REST({
      ...this.restOptions(),
      rejectOnRateLimit: () => true,
      timeout: ONE_ATTEMPT,
    }).setToken(options.token)
  }

  /** What every REST of this adapter is made with, that of the gateway's client too. */
  restOptions(): Partial<RESTOptions> {
    return {
      ...(this.#options.apiUrl === undefined ? {} : { api: apiRoot(this.#options.apiUrl) }),
      // repeated here where it does no harm, never by the library, which repeats everything
      retries: 0,
      makeRequest: this.guard.makeRequest,
    }
  }

  get<T>(route: RouteLike, options: CallOptions = {}): Promise<T> {
    return this.#call<T>('GET', route, undefined, { repeat: true, ...options })
  }

  post<T>(route: RouteLike, body: unknown, options: CallOptions = {}): Promise<T> {
    return this.#call<T>('POST', route, body, options)
  }

  /** Replaces, so that a second time changes nothing. */
  put<T>(route: RouteLike, body: unknown, options: CallOptions = {}): Promise<T> {
    return this.#call<T>('PUT', route, body, { repeat: true, ...options })
  }

  patch<T>(route: RouteLike, body: unknown, options: CallOptions = {}): Promise<T> {
    return this.#call<T>('PATCH', route, body, { repeat: true, ...options })
  }

  delete(route: RouteLike, options: CallOptions = {}): Promise<unknown> {
    return this.#call('DELETE', route, undefined, options)
  }

  /** One attempt of at most 10 s; a rate limit is a refusal. For standing posts. */
  once<T>(
    method: 'GET' | 'POST',
    route: RouteLike,
    body?: unknown,
    query?: CallOptions['query'],
  ): Promise<T> {
    return this.#send<T>(
      this.#once,
      method,
      route,
      body,
      { ...(query && { query }) },
      AbortSignal.timeout(ONE_ATTEMPT),
    )
  }

  /** Nothing waits or is sent any more. */
  end(): void {
    this.#ended.abort()
    for (const rest of [this.#rest, this.#once]) {
      rest.clearHashSweeper()
      rest.clearHandlerSweeper()
    }
  }

  async #call<T>(method: Method, route: RouteLike, body: unknown, options: CallOptions): Promise<T> {
    const { clock, chance } = this.#options
    const until = clock() + LIMITS.longestWait
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#send<T>(this.#rest, method, route, body, options, options.signal)
      } catch (error) {
        const wait = this.#waitFor(error, attempt, options)
        if (wait === null || clock() + wait > until || options.signal?.aborted || this.#ended.signal.aborted)
          throw error
        await pause(wait + wait * 0.2 * chance(), undefined, { signal: this.#ended.signal })
      }
    }
  }

  /** How long until it may be called again, in milliseconds; null: not again. */
  #waitFor(error: unknown, attempt: number, { repeat }: CallOptions): number | null {
    if (error instanceof HeldBack) return error.waitMs
    if (repeat !== true || attempt >= ATTEMPTS) return null
    const outcome = outcomeOf(error)
    if (isUnclear(error)) return FIRST_PAUSE * 2 ** (attempt - 1)
    // never sent: Discord was not reached at all
    return outcome.outcome === 'refused' && outcome.waitMs !== undefined ? FIRST_PAUSE * 2 ** attempt : null
  }

  async #send<T>(
    rest: REST,
    method: Method,
    fullRoute: RouteLike,
    body: unknown,
    { open, query }: CallOptions,
    signal?: AbortSignal,
  ): Promise<T> {
    const answer = await rest.request({
      method: method as never,
      fullRoute,
      ...(body === undefined ? {} : { body }),
      ...(open === true ? { auth: false } : {}),
      ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
      ...(signal === undefined ? {} : { signal }),
    })
    return answer as T
  }

  /** After a 401 the library forgets the token and everything fails in silence: raise the alarm, then ask whether it holds again. */
  async #findBack(): Promise<void> {
    const { log, metrics, token } = this.#options
    metrics.count('discord_unauthorised_total')
    log.error(
      {},
      'Discord refused DISCORD_TOKEN (401). Was it reset? Nothing is sent until it is accepted again',
    )
    for (let attempt = 0; !this.#ended.signal.aborted; attempt++) {
      try {
        await pause(PROBES[Math.min(attempt, PROBES.length - 1)], undefined, { signal: this.#ended.signal })
        this.#rest.setToken(token)
        this.#once.setToken(token)
        await this.#rest.get(Routes.user(), { headers: { [PROBE]: '1' } })
        this.guard.accepted()
        log.warn({}, 'Discord accepts DISCORD_TOKEN again')
        return
      } catch (error) {
        if (!this.#ended.signal.aborted) log.error(failure(error), 'DISCORD_TOKEN is still refused')
      }
    }
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Without the version and a slash at the end, which the library adds. */
export const apiRoot = (url: string): string => url.replace(/(?<!\/)\/+$/, '').replace(/\/v\d+$/, '')

/** Milliseconds. */
const ONE_ATTEMPT = 10_000
const FIRST_PAUSE = 250
const ATTEMPTS = 3
const PROBES = [1_000, 30_000, 60_000, 300_000]

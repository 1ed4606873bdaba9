/**
 * Stands before every request of this process: keeps the bot from being banned for invalid requests, from hammering where
 * Discord gives no time to wait, and from going on silently after its token was refused.
 */
import { DefaultRestOptions, type RESTOptions, type ResponseLike } from 'discord.js'
import type { Clock } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { Metrics } from '../../base/metrics.ts'
import { LIMITS } from './limits.ts'
import { HeldBack } from './refusals.ts'

type MakeRequest = RESTOptions['makeRequest']

export interface GuardTools {
  clock: Clock
  log: Log
  metrics: Metrics
  /** Told once when a request with our token was answered 401. */
  unauthorised: () => void
}

export class Guard {
  readonly #tools: GuardTools
  /** Times of invalid requests within the window, oldest first. */
  #invalid: number[] = []
  #heldUntil = 0
  /** Waits doubles while Discord goes on refusing without saying for how long. Milliseconds. */
  #hold = FIRST_HOLD
  #refused = false
  #saidOpen = false

  constructor(tools: GuardTools) {
    this.#tools = tools
  }

  /** Our token was refused and has not been accepted since. */
  get refused(): boolean {
    return this.#refused
  }

  /** Too many invalid requests: nothing is sent until the window has passed. */
  get isOpen(): boolean {
    return this.#count() >= LIMITS.invalidRequests
  }

  /** The token was accepted again. */
  accepted(): void {
    this.#refused = false
  }

  /** For `rest.makeRequest`. A request with the header `probe` goes out also while the token counts as refused. */
  readonly makeRequest: MakeRequest = async (url, init) => {
    const headers = new Headers(init.headers as Record<string, string>)
    const ours = headers.has('authorization')
    this.#check(ours && !headers.has(PROBE))
    const response = await DefaultRestOptions.makeRequest(url, init)
    return this.#seen(response, ours)
  }

  #check(ours: boolean): void {
    if (this.#refused && ours) throw new HeldBack('the token was refused', TOKEN_WAIT)
    if (this.isOpen) {
      if (!this.#saidOpen) {
        this.#saidOpen = true
        this.#tools.log.error(
          { invalid: this.#invalid.length },
          'Discord refused too many requests; nothing is sent until ten minutes have passed since',
        )
      }
      throw new HeldBack(
        'too many invalid requests',
        this.#invalid[0]! + LIMITS.invalidWindow - this.#tools.clock(),
      )
    }
    this.#saidOpen = false
    const wait = this.#heldUntil - this.#tools.clock()
    if (wait > 0) throw new HeldBack('held off', wait)
  }

  #seen(response: ResponseLike, ours: boolean): ResponseLike {
    const { status, headers } = response
    const invalid =
      status === 401 || status === 403 || (status === 429 && headers.get('x-ratelimit-scope') !== 'shared')
    if (invalid) {
      this.#invalid.push(this.#tools.clock())
      this.#tools.metrics.count('discord_invalid_requests_total', { status: String(status) })
    }
    if (status === 401 && ours && !this.#refused) {
      this.#refused = true
      this.#tools.unauthorised()
    }
    if (status === 429) {
      const told = Number(headers.get('retry-after') ?? Number.NaN)
      if (!Number.isFinite(told) || told <= 0) {
        // the address itself is limited (Cloudflare), or the time cannot be read: the library would try again at once
        this.#heldUntil = this.#tools.clock() + this.#hold
        this.#tools.log.warn(
          { waitMs: this.#hold },
          'Discord limits this address without saying for how long',
        )
        headers.set('retry-after', String(this.#hold / 1_000))
        this.#hold = Math.min(this.#hold * 2, LONGEST_HOLD)
      }
    } else if (status < 400) {
      this.#hold = FIRST_HOLD
    }
    return response
  }

  #count(): number {
    const since = this.#tools.clock() - LIMITS.invalidWindow
    while (this.#invalid.length > 0 && this.#invalid[0]! <= since) this.#invalid.shift()
    return this.#invalid.length
  }
}

export const PROBE = 'x-probe'
const FIRST_HOLD = 5_000
const LONGEST_HOLD = 60_000
const TOKEN_WAIT = 5_000

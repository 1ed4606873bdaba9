/**
 * Begins sessions no faster than Discord allows, and ever more slowly the more were begun today: a process that crashes in a
 * loop must not use up the thousand of a day, after which Discord takes the token back. Counted for all processes together.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { Coordination } from '../../chat/desk.ts'
import { LIMITS } from './limits.ts'

export interface IdentifyTools {
  coordination: Coordination
  clock: Clock
  log: Log
  owner: string
  /** Waits; handed in so that a test need not. */
  pause?: (ms: number, signal: AbortSignal) => Promise<void>
}

export class IdentifyBudget {
  readonly #tools: IdentifyTools
  readonly #pause: NonNullable<IdentifyTools['pause']>
  /** When the next session of each slot may begin, in this process. */
  readonly #next = new Map<number, number>()
  #used = 0
  #waiting = 0

  constructor(tools: IdentifyTools) {
    this.#tools = tools
    this.#pause = tools.pause ?? ((ms, signal) => pause(ms, undefined, { signal }))
  }

  /** Somebody is waiting for the day to end, or for their turn: not a fault of the connection. */
  get isWaiting(): boolean {
    return this.#waiting > 0
  }

  /** No session is begun any more today. */
  get isUsedUp(): boolean {
    return this.#used > LIMITS.identifiesRefused
  }

  /**
   * Resolves when a session may be begun.
   * @param concurrency how many Discord lets begin at once (max_concurrency)
   */
  async wait(shard: number, concurrency: number, signal: AbortSignal): Promise<void> {
    this.#waiting++
    try {
      await this.#backOff(shard, signal)
      await this.#turn(shard % Math.max(1, concurrency), signal)
    } finally {
      this.#waiting--
    }
  }

  async #backOff(shard: number, signal: AbortSignal): Promise<void> {
    const { coordination, log } = this.#tools
    this.#used = await coordination.count('discord/identifies', DAY).catch(() => this.#used + 1)
    while (this.isUsedUp) {
      log.error(
        { used: this.#used },
        'too many sessions were begun with Discord today; none is begun until tomorrow, or the token would be taken back',
      )
      await this.#pause(LOOK_AGAIN, signal)
      // adding nothing tells how many there are
      this.#used = await coordination.count('discord/identifies', DAY, 0).catch(() => this.#used)
    }
    const ofShard = await coordination.count(`discord/identifies/${shard}`, DAY).catch(() => 1)
    const wait = backOffAfter(ofShard)
    if (wait === 0) return
    log.warn({ shard, today: ofShard, waitMs: wait }, 'many sessions were begun today; the next one waits')
    await this.#pause(wait, signal)
  }

  /** Five seconds apart, in this process by its clock, among processes by a lease. */
  async #turn(slot: number, signal: AbortSignal): Promise<void> {
    const { clock, coordination, owner } = this.#tools
    for (;;) {
      const wait = (this.#next.get(slot) ?? 0) - clock()
      if (wait > 0) {
        await this.#pause(wait, signal)
        continue
      }
      const name = `discord/identify/${slot}`
      if (await coordination.lease(name, owner, LIMITS.identifyEvery).catch(() => true)) break
      await this.#pause(TRY_LEASE, signal)
    }
    this.#next.set(slot, clock() + LIMITS.identifyEvery)
  }
}

/**
 * Milliseconds before the nth session of a shard in a day. Ten are free, for restarts; 18 wait a minute, the others 20 minutes:
 * in 24 hours 10 + 18 and at most 72 more begin.
 */
export function backOffAfter(nth: number): number {
  if (nth <= FREE) return 0
  return nth <= FREE + SOON ? MINUTE : 20 * MINUTE
}

const FREE = 10
const SOON = 18
const MINUTE = 60_000
const DAY = 86_400_000
const LOOK_AGAIN = 15 * MINUTE
const TRY_LEASE = 500

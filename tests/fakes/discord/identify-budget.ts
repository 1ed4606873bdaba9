/** How many sessions a bot may begin: 1,000 in a day, then its token is taken back; so many at once in 5 s. */
import type { Clock } from '../../../src/base/clock.ts'

export class IdentifyBudget {
  /** Times of IDENTIFY in the last day. */
  #spent: number[] = []
  readonly #now: Clock

  constructor(now: Clock) {
    this.#now = now
  }

  /** 'day': the thousand is used up; 'burst': too many within 5 s. */
  spend(): 'granted' | 'day' | 'burst' {
    const now = this.#now()
    this.#spent = this.#spent.filter((at) => at > now - DAY)
    if (this.#spent.length >= PER_DAY) return 'day'
    const atOnce = this.#spent.filter((at) => at > now - BURST).length
    this.#spent.push(now)
    return atOnce >= MAX_CONCURRENCY ? 'burst' : 'granted'
  }

  /** As if so many had been spent already today. */
  setSpent(count: number): void {
    this.#spent = new Array<number>(count).fill(this.#now())
  }

  get spentToday(): number {
    return this.#spent.filter((at) => at > this.#now() - DAY).length
  }

  /** The part of /gateway/bot that says so; `reset_after` in milliseconds. */
  limit() {
    const first = this.#spent[0]
    return {
      total: PER_DAY,
      remaining: Math.max(0, PER_DAY - this.spentToday),
      reset_after: first === undefined ? 0 : Math.max(0, first + DAY - this.#now()),
      max_concurrency: MAX_CONCURRENCY,
    }
  }
}

/** discord.com/developers/docs/events/gateway, session start limit. */
const PER_DAY = 1_000
const DAY = 86_400_000
const BURST = 5_000
const MAX_CONCURRENCY = 1

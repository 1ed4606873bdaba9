/** What people were just allowed where they used a command: Discord counts it for every interaction. Good for seconds only. */
import type { Clock } from '../../base/clock.ts'
import type { Asked } from './receive.ts'

export class SeenPermissions {
  readonly #clock: Clock
  readonly #seen = new Map<string, { permissions: bigint; at: number }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  keep({ author, channel, permissions }: Pick<Asked, 'author' | 'channel' | 'permissions'>): void {
    if (permissions === undefined) return
    const key = `${author} ${channel}`
    this.#seen.delete(key)
    this.#seen.set(key, { permissions, at: this.#clock() })
    if (this.#seen.size > KEPT) this.#seen.delete(this.#seen.keys().next().value!)
  }

  of(person: string, channel: string): bigint | undefined {
    const seen = this.#seen.get(`${person} ${channel}`)
    return seen !== undefined && this.#clock() - seen.at <= GOOD_FOR ? seen.permissions : undefined
  }
}

const KEPT = 1_000
/** Milliseconds. */
const GOOD_FOR = 5_000

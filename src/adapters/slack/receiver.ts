/** What Bolt calls a receiver, over sockets or HTTP alike: each delivery once into the app, counted, and waited for at the end. */
import type { App, Receiver } from '@slack/bolt'
import { acknowledged, type Courier } from './acknowledge.ts'

export class Deliveries implements Receiver {
  readonly #courier: Courier
  readonly #underWay = new Set<Promise<void>>()
  #app: App | null = null
  #taking = true

  constructor(courier: Courier) {
    this.#courier = courier
  }

  init(app: App): void {
    this.#app = app
  }

  /** false: nothing is taken any more. Not acknowledged, it comes again, to whoever is there then. */
  take(body: Record<string, unknown>, send: (payload?: unknown) => Promise<void>): boolean {
    if (!this.#taking || this.#app === null) return false
    const work = acknowledged(this.#app, body, send, this.#courier)
    this.#underWay.add(work)
    void work.finally(() => this.#underWay.delete(work))
    return true
  }

  /** The transport is started by whoever owns it. */
  async start(): Promise<void> {
    this.#taking = true
  }

  /** Takes nothing new, and waits for what was begun. */
  async stop(graceMs = 0): Promise<void> {
    this.#taking = false
    if (this.#underWay.size === 0) return
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs)
    })
    await Promise.race([Promise.all(this.#underWay), late])
    clearTimeout(timer)
  }
}

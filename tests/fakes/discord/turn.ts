/** One thing a person did, and what came of it. */
import type { GatewayEvent } from './events.ts'
import type { Shown } from './shown.ts'

export class Turn {
  /** Names the turn where it cannot be held in hand: through the control route. */
  readonly id: string
  /** As dispatched; `redeliver` sends it again. */
  readonly event: GatewayEvent
  /** The message this person wrote; absent for commands, buttons and forms. */
  readonly said: Shown | undefined
  readonly #look: () => Shown[]
  readonly #watch: (told: () => void) => () => void

  constructor(
    id: string,
    event: GatewayEvent,
    said: Shown | undefined,
    look: () => Shown[],
    watch: (told: () => void) => () => void,
  ) {
    this.id = id
    this.event = event
    this.said = said
    this.#look = look
    this.#watch = watch
  }

  /** What the person sees now because of it, oldest first. */
  seen(): Shown[] {
    return this.#look()
  }

  /** The first thing they see that is not "thinking"; fails when none comes within so many milliseconds of real time. */
  async answer(within = 5_000): Promise<Shown> {
    const [first] = await this.answers(1, within)
    return first!
  }

  /** The first so many of them. */
  async answers(count: number, within = 5_000): Promise<Shown[]> {
    const ready = () => this.seen().filter(({ kind }) => kind !== 'thinking')
    await this.#until(() => ready().length >= count, within)
    const come = ready()
    if (come.length >= count) return come.slice(0, count)
    throw new Error(`${come.length} of ${count} answers to ${this.id} within ${within} ms`)
  }

  /** Waits so many milliseconds of real time, and gives what is seen then: for what must stay without an answer. */
  async after(ms: number): Promise<Shown[]> {
    await this.#until(() => false, ms)
    return this.seen()
  }

  #until(reached: () => boolean, within: number): Promise<void> {
    return new Promise((resolve) => {
      if (reached()) return resolve()
      const end = () => {
        clearTimeout(timer)
        stop()
        resolve()
      }
      const timer = setTimeout(end, within)
      const stop = this.#watch(() => {
        if (reached()) end()
      })
    })
  }
}

/**
 * How far the events of a session were worked on, kept outside the process. After a crash or a restart the session is taken
 * up again there: Discord repeats what was not finished, and a question asked meanwhile is not lost.
 */
import type { SessionInfo } from 'discord.js'
import { failure } from '../../base/log.ts'
import type { Desk } from '../../chat/desk.ts'

export class Progress {
  readonly #name: string
  readonly #desk: Pick<Desk, 'coordination' | 'clock' | 'log'>
  readonly #shardCount: number
  /** Events that are being worked on, by their numbers. */
  readonly #open = new Set<number>()
  #session: () => { sessionInfo?: unknown } | undefined = () => undefined
  #timer: NodeJS.Timeout | null = null
  #kept = ''

  constructor(shardId: number, shardCount: number, desk: Pick<Desk, 'coordination' | 'clock' | 'log'>) {
    this.#name = `discord/session/${shardCount}/${shardId}`
    this.#shardCount = shardCount
    this.#desk = desk
  }

  /** The session that was left behind, as far as it may still be taken up. */
  async left(): Promise<SessionInfo | null> {
    try {
      const noted = await this.#desk.coordination.noted(this.#name)
      if (noted === null || noted === '') return null
      const { at, ...session } = JSON.parse(noted) as SessionInfo & { at: number }
      const isWhole = typeof session.sessionId === 'string' && typeof session.resumeURL === 'string'
      const isFresh = this.#desk.clock() - at <= KEPT_FOR && session.shardCount === this.#shardCount
      return isWhole && isFresh ? session : null
    } catch (error) {
      this.#desk.log.debug(failure(error), 'no earlier session is known')
      return null
    }
  }

  /** Where the library keeps its session. */
  follow(session: () => { sessionInfo?: unknown } | undefined): void {
    this.#session = session
  }

  begin(): void {
    this.#timer ??= setInterval(() => void this.#keep(), KEEP_EVERY)
    this.#timer.unref()
  }

  async end(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
    await this.#keep()
  }

  /** Runs the work of one event; it counts as open until then. */
  during(sequence: number, work: () => Promise<void>): void {
    this.#open.add(sequence)
    work()
      .catch((error) => this.#desk.log.error(failure(error), 'an event was not worked on because of a bug'))
      .finally(() => this.#open.delete(sequence))
  }

  async #keep(): Promise<void> {
    const session = this.#session()?.sessionInfo as SessionInfo | null | undefined
    if (session === null || session === undefined) return
    // the numbers before the first open one are done
    const sequence = this.#open.size === 0 ? session.sequence : Math.min(...this.#open) - 1
    const text = JSON.stringify({ ...session, sequence, at: this.#desk.clock() })
    const same = `${session.sessionId} ${sequence}`
    if (same === this.#kept && this.#timer !== null) return
    try {
      await this.#desk.coordination.note(this.#name, text)
      this.#kept = same
    } catch (error) {
      this.#desk.log.debug(failure(error), 'how far the session was worked on could not be kept')
    }
  }
}

/** Milliseconds. A session can be taken up for a few minutes; Discord says no number, and refuses one that is too old. */
const KEPT_FOR = 5 * 60_000
const KEEP_EVERY = 2_000

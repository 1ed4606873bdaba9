/**
 * What a stand-in accepted and what it saw. Tests count effects here, never in the client: a client that reports success once may
 * have posted twice.
 */
import { AssertionError } from 'node:assert'
import type { Clock } from '../../src/base/clock.ts'

/** Something the platform would now show. */
export interface Effect {
  kind:
    | 'post'
    | 'ephemeral'
    | 'edit'
    | 'delete'
    | 'file'
    | 'view'
    | 'reaction'
    | 'status'
    | 'commands'
    | 'thread'
    | 'options'
  /** Milliseconds since 1970, like every time below. */
  at: number
  /** The platform's id of the message, view or file. */
  id?: string | undefined
  channel?: string | undefined
  /** Who alone sees it. */
  user?: string | undefined
  /** Discord's nonce. */
  nonce?: string | undefined
  body: Record<string, unknown>
}

export interface RequestEntry {
  at: number
  method: string
  path: string
  channel?: string | undefined
  /** 0: the connection was closed without an answer. */
  status: number
  /** Milliseconds until the answer went out. */
  ms: number
  /** The platform's own error code, where it gave one. */
  error?: string | undefined
  /** The action of the fault that spoilt it. */
  fault?: string | undefined
}

/** A body the platform would not take, with the path of what is wrong in it. */
export interface Refusal {
  at: number
  method: string
  reasons: string[]
  body: unknown
}

/** One delivery and its acknowledgement. */
export interface AckEntry {
  /** The envelope, interaction or delivery. */
  id: string
  /** What was delivered: 'events_api', 'slash_commands', 'interactive', 'interaction'. */
  what: string
  /** 1 for the first delivery. */
  attempt: number
  sentAt: number
  ackedAt?: number | undefined
  /** 'never': the deadline passed on a connection that stayed open. 'closed': the connection went first, so nobody could. */
  outcome: 'waiting' | 'acked' | 'late' | 'never' | 'closed'
  /** The answer that came with the acknowledgement. */
  payload?: unknown
}

export type Uncleanness = 'refused body' | 'late ack' | 'unknown route'

export interface LedgerOptions {
  /** How many entries of each kind are kept; the oldest go first, the counts stay right. All unless said. */
  keep?: number
  /** Milliseconds a bot has to acknowledge; 3,000 on both platforms. */
  ackWithin?: number
}

export class Ledger {
  readonly effects: Effect[] = []
  readonly requests: RequestEntry[] = []
  readonly refusals: Refusal[] = []
  readonly acks: AckEntry[] = []
  /** Routes that were asked for and do not exist. */
  readonly unknownRoutes: string[] = []
  /** How often each kind of entry was made since the start, whatever is kept. */
  readonly counts: Record<string, number> = {}
  readonly #clock: Clock
  readonly #keep: number
  readonly #ackWithin: number
  readonly #watchers = new Set<() => void>()
  #waiting = 0

  constructor(clock: Clock, { keep = Number.POSITIVE_INFINITY, ackWithin = 3_000 }: LedgerOptions = {}) {
    this.#clock = clock
    this.#keep = keep
    this.#ackWithin = ackWithin
  }

  effect(effect: Omit<Effect, 'at'>): Effect {
    const whole: Effect = { at: this.#clock(), ...effect }
    this.#enter(this.effects, whole, effect.kind)
    return whole
  }

  request(entry: RequestEntry): void {
    this.#enter(this.requests, entry, `request ${entry.status}`)
  }

  refuse(method: string, reasons: string[], body: unknown): void {
    this.#enter(this.refusals, { at: this.#clock(), method, reasons, body }, 'refused body')
  }

  unknownRoute(route: string): void {
    this.#enter(this.unknownRoutes, route, 'unknown route')
  }

  /** A delivery has gone out and now waits; the entry is settled by `acknowledged` or `unacknowledged`. */
  delivered(id: string, what: string, attempt = 1): AckEntry {
    const entry: AckEntry = { id, what, attempt, sentAt: this.#clock(), outcome: 'waiting' }
    this.#waiting += 1
    this.#enter(this.acks, entry, 'delivery')
    return entry
  }

  acknowledged(entry: AckEntry, payload?: unknown): void {
    if (entry.ackedAt !== undefined) return
    entry.ackedAt = this.#clock()
    entry.payload = payload
    // one that had been given up as 'never' was late, and was counted then
    const late = entry.outcome === 'never' || entry.ackedAt - entry.sentAt > this.#ackWithin
    if (entry.outcome === 'waiting') {
      this.#waiting -= 1
      if (late) this.#count('late ack')
    }
    entry.outcome = late ? 'late' : 'acked'
    this.#tell()
  }

  unacknowledged(entry: AckEntry, outcome: 'never' | 'closed'): void {
    if (entry.outcome !== 'waiting') return
    entry.outcome = outcome
    this.#waiting -= 1
    if (outcome === 'never') this.#count('late ack')
    this.#tell()
  }

  /** Deliveries that may still be acknowledged in time. */
  get waiting(): number {
    return this.#waiting
  }

  /** Resolves when nothing waits for an acknowledgement any more; rejects after so many milliseconds of the machine's time. */
  settled(within = 5_000): Promise<void> {
    if (this.#waiting === 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const stop = this.watch(() => {
        if (this.#waiting > 0) return
        stop()
        clearTimeout(timer)
        resolve()
      })
      const timer = setTimeout(() => {
        stop()
        reject(new Error(`${this.#waiting} deliveries still wait after ${within} ms`))
      }, within)
    })
  }

  /** Effects of one kind, in one channel if named, oldest first. */
  of(kind: Effect['kind'], channel?: string): Effect[] {
    return this.effects.filter(
      (effect) => effect.kind === kind && (channel === undefined || effect.channel === channel),
    )
  }

  posts(channel?: string): Effect[] {
    return this.of('post', channel)
  }

  /** Is told after every entry; what comes back stops that. */
  watch(told: () => void): () => void {
    this.#watchers.add(told)
    return () => this.#watchers.delete(told)
  }

  /** Forgets everything seen so far, for a test of several acts. */
  clear(): void {
    for (const list of [this.effects, this.requests, this.refusals, this.acks, this.unknownRoutes])
      list.length = 0
    for (const key of Object.keys(this.counts)) delete this.counts[key]
  }

  /** What went wrong so far, in words; empty when nothing did. The counts decide, so it holds when old entries were dropped. */
  complaints(besides: readonly Uncleanness[] = []): string[] {
    const said = (kind: Uncleanness, examples: readonly string[]): string[] => {
      const count = this.counts[kind] ?? 0
      if (count === 0 || besides.includes(kind)) return []
      return [`${count} x ${kind}: ${examples.slice(0, 5).join('; ')}`]
    }
    const late = this.acks.filter((ack) => ack.outcome === 'late' || ack.outcome === 'never')
    return [
      ...said(
        'refused body',
        this.refusals.map(({ method, reasons }) => `${method}: ${reasons.join(', ')}`),
      ),
      ...said(
        'late ack',
        late.map(({ what, id, ackedAt, sentAt }) =>
          ackedAt === undefined ? `${what} ${id} never` : `${what} ${id} after ${ackedAt - sentAt} ms`,
        ),
      ),
      ...said('unknown route', this.unknownRoutes),
    ]
  }

  /**
   * What every test ends with: no refused body, no acknowledgement later than 3 s, no unknown route asked for.
   * `besides` names what this test brought about on purpose.
   */
  assertClean({ besides = [] }: { besides?: readonly Uncleanness[] } = {}): void {
    const complaints = this.complaints(besides)
    if (complaints.length > 0) throw new AssertionError({ message: complaints.join('\n') })
  }

  #enter<Entry>(list: Entry[], entry: Entry, counted: string): void {
    list.push(entry)
    // in slices, so that a full list is not moved at every entry
    if (list.length > this.#keep * 1.25 + 100) list.splice(0, list.length - this.#keep)
    this.#count(counted)
    this.#tell()
  }

  #count(kind: string): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1
  }

  #tell(): void {
    for (const told of this.#watchers) told()
  }
}

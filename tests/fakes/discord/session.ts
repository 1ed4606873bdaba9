/** One session of a bot: its numbered events, kept so that they can be replayed. */
import type { WebSocket } from 'ws'

/** A connection, and how it has been broken. */
export interface Link {
  socket: WebSocket
  session?: Session
  /** Nothing goes out any more, though the connection stays. */
  frozen: boolean
  acks: boolean
  /** The gateway said goodbye, not the client. */
  closedHere: boolean
  /** Times of the frames that came in the last minute. */
  frames: number[]
}

export class Session {
  readonly id: string
  readonly intents: number
  link: Link | undefined
  seq = 0
  /** The last events, oldest first. */
  readonly #sent: { s: number; frame: string }[] = []
  readonly #keep: number

  constructor(id: string, intents: number, link: Link, keep: number) {
    this.id = id
    this.intents = intents
    this.link = link
    this.#keep = keep
  }

  /** Numbers an event and sends it, or keeps it for when the client resumes. `d` is JSON. */
  send(t: string, d: string): void {
    this.seq += 1
    const frame = `{"t":${JSON.stringify(t)},"s":${this.seq},"op":0,"d":${d}}`
    this.#sent.push({ s: this.seq, frame })
    // in slices, so that a full list is not moved at every event
    if (this.#sent.length > this.#keep * 1.25 + 100) this.#sent.splice(0, this.#sent.length - this.#keep)
    if (this.link && !this.link.frozen) this.link.socket.send(frame)
  }

  /** The events after this number; undefined when not all of them are kept any more. */
  since(seq: number): string[] | undefined {
    const missed = this.#sent.filter(({ s }) => s > seq)
    return missed.length < this.seq - seq ? undefined : missed.map(({ frame }) => frame)
  }
}

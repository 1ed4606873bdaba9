/** Which talk a message of ours belongs to, so that a reply to it or a thread on it goes on with that talk. Bounded. */
export class Conversations {
  readonly #byMessage = new Map<string, string>()

  /** @param message the id of our message; a thread started on it has the same id */
  keep(message: string, conversation: string): void {
    this.#byMessage.delete(message)
    this.#byMessage.set(message, conversation)
    if (this.#byMessage.size > KEPT) this.#byMessage.delete(this.#byMessage.keys().next().value!)
  }

  of(message: string | undefined): string | undefined {
    return message === undefined ? undefined : this.#byMessage.get(message)
  }
}

const KEPT = 5_000

/** Work that was begun and is not done: to be waited for before the process goes. */
export class UnderWay {
  readonly #work = new Set<Promise<void>>()

  async run(work: () => Promise<void>): Promise<void> {
    const running = work()
    this.#work.add(running)
    try {
      await running
    } finally {
      this.#work.delete(running)
    }
  }

  /** Resolves when all is done, at the latest after so many milliseconds. */
  async finish(graceMs: number): Promise<void> {
    if (this.#work.size === 0) return
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs)
    })
    await Promise.race([Promise.allSettled(this.#work), late])
    clearTimeout(timer)
  }
}

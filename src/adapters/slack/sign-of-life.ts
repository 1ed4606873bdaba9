/** What a person sees when an answer takes longer than a second, and what takes it away again. */
export interface SignOfLife {
  /** No more signs from here on; resolves when none is under way, so that it cannot come after the answer. */
  settle(): Promise<void>
  /** Takes the sign away where the answer does not do so itself. */
  clear(): Promise<void>
}

export function signOfLife(
  show: () => Promise<unknown>,
  takeAway: () => Promise<unknown>,
  after: number = SECOND,
): SignOfLife {
  let shown: Promise<unknown> | null = null
  const timer = setTimeout(() => {
    shown = show()
  }, after)
  return {
    async settle() {
      clearTimeout(timer)
      await shown
    },
    async clear() {
      clearTimeout(timer)
      if (shown === null) return
      await shown
      await takeAway()
    },
  }
}

const SECOND = 1_000

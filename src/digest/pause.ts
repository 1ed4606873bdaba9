/** Waiting, handed in like the clock. */

/** Fulfils after `ms`, or at once when the signal says so; never rejects. */
export type Pause = (ms: number, signal?: AbortSignal) => Promise<void>

/** What a promise gives, or 'too late' after `ms`; what it does after that is nobody's business any more. */
export async function within<T>(pause: Pause, ms: number, promise: Promise<T>): Promise<T | 'too late'> {
  const over = new AbortController()
  promise.catch(() => {})
  try {
    return await Promise.race([promise, pause(ms, over.signal).then(() => 'too late' as const)])
  } finally {
    over.abort()
  }
}

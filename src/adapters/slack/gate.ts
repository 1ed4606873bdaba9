/**
 * How many questions are worked on at once. Answering is work for the processor: a thousand questions in a row would leave no moment for
 * acknowledgements and heartbeats, so each waits for a turn of the event loop, and what would come too late is told so at once.
 */
import type { Clock } from '../../base/clock.ts'

export interface Gate {
  /** 'busy': it would have to wait too long. */
  run<Result>(work: () => Promise<Result>): Promise<Result | 'busy'>
}

export interface GateOptions {
  clock: Clock
  /** Questions that may wait. */
  most?: number
  /** Milliseconds one may be expected to wait. */
  longest?: number
  /** Questions being answered at the same time, while they wait for something else than the processor. */
  atOnce?: number
}

export function createGate({ clock, most = MOST, longest = LONGEST, atOnce = AT_ONCE }: GateOptions): Gate {
  const waiting: (() => Promise<void>)[] = []
  let running = 0
  let pumping = false
  /** Milliseconds between two beginnings while others wait: what a turn costs with all that belongs to it. */
  let pace = 0
  let lastBegun = 0

  function pump(): void {
    if (pumping) return
    pumping = true
    setImmediate(() => {
      pumping = false
      const work = running < atOnce ? waiting.shift() : undefined
      if (work === undefined) return
      const now = clock()
      if (waiting.length > 0) {
        if (lastBegun > 0) pace += (Math.min(now - lastBegun, SLOWEST) - pace) * WEIGHT
        lastBegun = now
      } else lastBegun = 0
      running++
      void work().finally(() => {
        running--
        pump()
      })
      pump()
    })
  }

  return {
    run(work) {
      if (waiting.length >= most || waiting.length * pace > longest) return Promise.resolve('busy' as const)
      return new Promise((resolve, reject) => {
        waiting.push(() => work().then(resolve, reject))
        pump()
      })
    },
  }
}

const MOST = 3_000
const LONGEST = 12_000
const AT_ONCE = 16
const SLOWEST = 1_000
const WEIGHT = 0.05

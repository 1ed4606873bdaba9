/** What a process takes from the machine it runs on, beside the clock: chance, waiting, a name among others. */
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout } from 'node:timers/promises'

/** 0 <= chance < 1. For jitter only: nothing secret is made of it. */
export const chance = (): number => Math.random()

/** Milliseconds that never jump, whatever becomes of the clock. */
export const monotonic = (): number => performance.now()

export const pause = (ms: number): Promise<void> => setTimeout(ms)

/** Calls every `ms` until the returned function is called. Does not keep the process alive. */
export function repeat(ms: number, call: () => void): () => void {
  const timer = setInterval(call, ms)
  timer.unref()
  return () => clearInterval(timer)
}

/** This process among those that share a store; another one after each start. */
export const processName = (): string => `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`

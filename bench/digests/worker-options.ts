/** What a worker is told, and the points at which it may be told to die. */
import type { DigestTiming } from '../../src/digest/timing.ts'
import type { StoreConfig } from '../../src/store/index.ts'

export const POINTS = [
  'before plan',
  'after plan',
  'after claim',
  'after render',
  'after send, before answer',
  'after answer, before confirm',
  'after confirm',
] as const
export type Point = (typeof POINTS)[number]

export interface WorkerOptions {
  name: string
  seed: number
  store: StoreConfig
  port: number
  rules: 'discord' | 'slack'
  way: 'ours' | 'naive'
  timing: Partial<DigestTiming>
  /** Milliseconds this process's clock is off. */
  clockOff: number
  dieAt: { point: Point; nth: number } | null
}

/** What each store brings along so that it can be held to the contract. The clock stands still until moved. */
import type { Store } from '../../../src/store/index.ts'

export interface Bench {
  store: Store
  /** Another process on the same data, where the engine allows it. */
  second: (() => Promise<Store>) | null
  pass: (ms: number) => Promise<void>
  /** Every value of every row, as one text. */
  dump: () => Promise<string>
  /** Says that the store was written by a newer program, and opens it again. */
  openAfterNewer: () => Promise<unknown>
  end: () => Promise<void>
}

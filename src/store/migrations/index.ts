/** What made the store what it is, in order. One that has been released never changes: what comes later is a new one. */
import { firstTables } from './0001-first-tables.ts'

export interface Migration {
  number: number
  /** Before those of both. */
  postgres?: readonly string[]
  both: readonly string[]
}

export const MIGRATIONS: readonly Migration[] = [firstTables]

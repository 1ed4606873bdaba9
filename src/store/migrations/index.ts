/** What made the store what it is, in order. One that has been released never changes: what comes later is a new one. */
import { firstTables } from './0001-first-tables.ts'
import { factContents } from './0002-fact-contents.ts'
import { postsById } from './0003-posts-by-id.ts'
import { departures } from './0004-departures.ts'

export interface Migration {
  number: number
  /** Before those of both. */
  postgres?: readonly string[]
  both: readonly string[]
}

export const MIGRATIONS: readonly Migration[] = [firstTables, factContents, postsById, departures]

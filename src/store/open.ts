/** The engine a setting names, and where to complain about it. One engine is enough: the other is not even loaded. */
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Database } from './database.ts'

export type StoreConfig = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }

export interface StoreDeps {
  /** Decides in SQLite; in PostgreSQL the database's clock does, and this one is compared with it. */
  clock: Clock
  log: Log
}

export async function openDatabase(config: StoreConfig, { clock, log }: StoreDeps): Promise<Database> {
  if (config.kind === 'sqlite') return (await import('./sqlite-file.ts')).openSqlite(config.file, clock)
  return (await import('./postgres.ts')).createPostgres({ url: config.url, log })
}

export const settingOf = ({ kind }: StoreConfig): 'GAZETTEER_STORE' | 'DATABASE_URL' =>
  kind === 'sqlite' ? 'GAZETTEER_STORE' : 'DATABASE_URL'

/** What a failure means for whoever set the store up, where it means something to them. */
export async function explainedFor({ kind }: Pick<Database, 'kind'>, error: unknown): Promise<unknown> {
  return kind === 'postgres' ? (await import('./postgres-refusal.ts')).explained(error) : error
}

/** What is in a store, for whoever runs the bot: whether it is whole, which form it has, how many rows. Changes nothing. */
import type { Database } from './database.ts'
import { MIGRATIONS } from './migrations/index.ts'

export interface Survey {
  kind: Database['kind']
  /** What is damaged, in the engine's own words; empty: whole, as far as the engine can tell. */
  damage: string[]
  /** The number of the last migration; 0: no store of ours. */
  form: number
  /** The form this program writes. */
  newest: number
  /** Rows by table. */
  rows: Readonly<Record<string, number>>
}

export async function survey(database: Database): Promise<Survey> {
  const damage = database.kind === 'sqlite' ? await damageOf(database) : []
  const newest = MIGRATIONS.at(-1)?.number ?? 0
  const unread: Survey = { kind: database.kind, damage, form: 0, newest, rows: {} }
  // what a damaged file still tells cannot be relied on
  if (damage.length > 0) return unread
  const present = await tablesOf(database)
  if (!present.includes('store_migration')) return unread
  const [row] = await database.read('select max(number) as number from store_migration')
  const rows: Record<string, number> = {}
  for (const table of TABLES.filter((name) => present.includes(name))) {
    const [counted] = await database.read(`select count(*) as count from ${table}`)
    rows[table] = Number(counted!.count)
  }
  return { ...unread, form: Number(row?.number ?? 0), rows }
}

async function damageOf(database: Database): Promise<string[]> {
  try {
    const rows = await database.read('pragma integrity_check')
    return rows.map(({ integrity_check: says }) => String(says)).filter((says) => says !== 'ok')
  } catch (error) {
    // too damaged even to be looked through
    const { errcode, errstr } = error as { errcode?: number; errstr?: string }
    if (errcode === undefined || (errcode & 0xff) !== CORRUPT) throw error
    return [errstr ?? 'malformed']
  }
}

async function tablesOf({ kind, read }: Database): Promise<string[]> {
  const rows = await read(
    kind === 'sqlite'
      ? "select name from sqlite_schema where type = 'table'"
      : 'select table_name as name from information_schema.tables where table_schema = current_schema()',
  )
  return rows.map(({ name }) => String(name))
}

/** In the order a person wants to read them. */
const TABLES = ['digest', 'occurrence', 'known_fact', 'inbound', 'note', 'lease', 'counter', 'departure']
/** https://www.sqlite.org/rescode.html#corrupt */
const CORRUPT = 11

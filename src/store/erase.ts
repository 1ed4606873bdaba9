/**
 * Takes everything out that knows a person, or a workspace or guild: digests and their history, and in the tables of
 * keys every row whose name holds the id. The tables know no form of a name, so that a new one is not forgotten here.
 */
import type { Person } from '../chat/platform.ts'
import type { Tenant } from '../digest/digest-store.ts'
import { ask, type Course, type Database, type Values } from './database.ts'

/** How many rows went. */
export interface Erased {
  digests: number
  /** Due times and posts of those digests. */
  runs: number
  /** Keys of events, leases, counters, notes. */
  keys: number
}

export interface Erasing {
  /** Where the person's `tenant` is null: everywhere on the platform. */
  person(person: Person): Promise<Erased>
  tenant(tenant: Tenant): Promise<Erased>
}

export const createErasing = (database: Database): Erasing => ({
  person: (person) => database.transaction(() => erasingPerson(person)),
  tenant: (tenant) => database.transaction(() => erasingTenant(tenant)),
})

function* erasingPerson({ platform, tenant, id }: Person): Course<Erased> {
  const within = tenant === null ? '' : 'and (tenant = :tenant or tenant is null)'
  const values = { platform, owner: id, ...(tenant === null ? {} : { tenant }) }
  const digests = yield* erasing(`platform = :platform and owner = :owner ${within}`, values)
  return { ...digests, keys: yield* erasingKeys(id) }
}

export function* erasingTenant({ platform, id }: Tenant): Course<Erased> {
  const digests = yield* erasing('platform = :platform and tenant = :tenant', { platform, tenant: id })
  yield* ask('delete from departure where platform = :platform and tenant = :id', { platform, id })
  return { ...digests, keys: yield* erasingKeys(id) }
}

/** `condition` holds for columns that a digest and its runs both have. */
export function* erasing(condition: string, who: Values): Course<Omit<Erased, 'keys'>> {
  // rows of digests removed before, and rows posted where a digest was before it moved
  const own = yield* ask(`delete from occurrence where ${condition} returning id`, who)
  const rest = yield* ask(
    `delete from occurrence where digest_id in (select id from digest where ${condition}) returning id`,
    who,
  )
  const gone = yield* ask(`delete from digest where ${condition} returning id`, who)
  return { digests: gone.length, runs: own.length + rest.length }
}

function* erasingKeys(id: string): Course<number> {
  const like = `%${id.replace(/[\\%_]/g, '\\$&')}%`
  let keys = 0
  for (const { table, key, columns } of NAMED) {
    const found = columns.map((column) => `${column} like :like escape '\\'`).join(' or ')
    const rows = yield* ask(`select ${columns.join(', ')} from ${table} where ${found}`, { like })
    for (const row of rows) {
      // an id may be the beginning of a longer one
      if (!columns.some((column) => names(String(row[column]), id))) continue
      yield* ask(`delete from ${table} where ${key} = :key`, { key: String(row[key]) })
      keys++
    }
  }
  return keys
}

/** Whether the id stands in the text as a whole. */
function names(text: string, id: string): boolean {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1))
    if (!WORD.test(text[at - 1] ?? '') && !WORD.test(text[at + id.length] ?? '')) return true
  return false
}

const WORD = /[\p{L}\p{N}]/u
const NAMED = [
  { table: 'inbound', key: 'key', columns: ['key'] },
  { table: 'lease', key: 'name', columns: ['name'] },
  { table: 'counter', key: 'name', columns: ['name'] },
  { table: 'note', key: 'name', columns: ['name', 'text'] },
] as const

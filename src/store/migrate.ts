/** Brings the store to what this program needs: all of it in one transaction, one process at a time. */
import { SetupError } from '../base/errors.ts'
import { ask, type Course, type Database } from './database.ts'
import { MIGRATIONS, type Migration } from './migrations/index.ts'

export async function migrate(
  database: Database,
  where: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await database.transaction(() => course(database.kind, where, migrations), 'at-once')
}

function* course(kind: Database['kind'], where: string, migrations: readonly Migration[]): Course<void> {
  // released with the transaction; SQLite has one process and one connection
  if (kind === 'postgres') yield* ask('select pg_advisory_xact_lock(:lock)', { lock: LOCK })
  yield* ask('create table if not exists store_migration (number integer primary key)')
  const [row] = yield* ask('select max(number) as number from store_migration')
  const present = Number(row?.number ?? 0)
  const newest = migrations.at(-1)?.number ?? 0
  if (present > newest)
    throw new SetupError([
      {
        where,
        what: `the store was written by a newer program (its form is ${present}, this program knows ${newest})`,
        wayOut: 'Start the newer program, or name another store.',
      },
    ])
  for (const { number, postgres = [], both } of migrations.filter(({ number }) => number > present)) {
    for (const text of kind === 'postgres' ? [...postgres, ...both] : both) yield* ask(text)
    yield* ask('insert into store_migration (number) values (:number)', { number })
  }
}

/** Any number that nobody else locks in the same database. */
const LOCK = 7_104_225_910

import { afterAll, beforeAll, describe, test } from 'vitest'
import { silentLog } from '../../src/base/log.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { describeStore } from './contract.ts'
import { START } from './example-digest.ts'
import { availablePostgres, type PostgresServer, startPostgres } from './postgres.ts'

const available = availablePostgres()
const missing = 'reason' in available ? available.reason : null

describe.skipIf(missing !== null)(`PostgreSQL${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres(available)
  }, 120_000)
  afterAll(() => server?.stop(), 60_000)

  describeStore('the store of several processes', async () => {
    const database = await server.database()
    const stores: Store[] = []
    const open = async () => {
      const store = await openStore(
        { kind: 'postgres', url: database.url },
        { clock: () => START + ahead, log: silentLog },
      )
      stores.push(store)
      return store
    }
    let ahead = 0
    const store = await open()
    // the one function that tells the time, so that a test can move it
    await database.query('create table test_clock (now bigint)')
    await database.query(`insert into test_clock (now) values (${START})`)
    await database.query(
      'create or replace function now_ms() returns bigint language sql volatile as $$ select now from test_clock $$',
    )
    return {
      store,
      second: open,
      async pass(ms) {
        ahead += ms
        await database.query(`update test_clock set now = ${START + ahead}`)
      },
      async dump() {
        const tables = await database.query(
          'select tablename as name from pg_tables where schemaname = current_schema()',
        )
        const rows = await Promise.all(tables.map(({ name }) => database.query(`select * from ${name}`)))
        return JSON.stringify(rows)
      },
      async openAfterNewer() {
        await database.query('insert into store_migration (number) values (999)')
        return open()
      },
      async end() {
        for (const opened of stores) await opened.close()
      },
    }
  })
})

test.runIf(missing !== null && process.env.CI === 'true')(
  'PostgreSQL is there where everything is checked',
  () => {
    throw new Error(`the store of several processes was not tested: ${missing}`)
  },
)

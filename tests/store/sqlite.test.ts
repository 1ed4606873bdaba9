import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { silentLog } from '../../src/base/log.ts'
import { openStore } from '../../src/store/index.ts'
import { describeStore } from './contract.ts'
import { START } from './example-digest.ts'

describeStore('the embedded store (SQLite)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gazetteer-store-'))
  const file = join(folder, 'store.sqlite')
  let ahead = 0
  const clock = () => START + ahead
  const open = () => openStore({ kind: 'sqlite', file }, { clock, log: silentLog })
  const store = await open()
  return {
    store,
    second: null,
    async pass(ms) {
      ahead += ms
    },
    async dump() {
      await store.close()
      const database = new DatabaseSync(file)
      const tables = database.prepare("select name from sqlite_schema where type = 'table'").all()
      const rows = tables.map(({ name }) => database.prepare(`select * from ${name}`).all())
      database.close()
      return JSON.stringify(rows)
    },
    async openAfterNewer() {
      await store.close()
      const database = new DatabaseSync(file)
      database.exec('insert into store_migration (number) values (999)')
      database.close()
      return open()
    },
    async end() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})

/** Leases, counters and notes that processes of one bot agree on. */
import type { Coordination } from '../chat/desk.ts'
import { ask, type Database } from './database.ts'

export function createCoordination(database: Database): Coordination {
  return {
    async lease(name, owner, ms) {
      const held = await database.write(LEASE, { name, owner, ms })
      return held.length > 0
    },

    async release(name, owner) {
      await database.write('delete from lease where name = :name and owner = :owner', { name, owner })
    },

    // not to be repeated after a broken connection, or it would count twice
    count: (name, windowMs, by = 1) =>
      database.transaction(function* () {
        const [row] = yield* ask(COUNT, { name, by, window: windowMs })
        return Number(row!.count)
      }),

    async note(name, text, keptMs) {
      await database.write(keptMs === undefined ? NOTE_FOR_EVER : NOTE, {
        ...{ name, text },
        ...(keptMs === undefined ? {} : { kept: keptMs }),
      })
    },

    async noted(name) {
      const [row] = await database.read('select text from note where name = :name', { name })
      return row === undefined ? null : String(row.text)
    },
  }
}

const LEASE = `
  insert into lease (name, owner, until) values (:name, :owner, now_ms() + :ms)
  on conflict (name) do update set owner = excluded.owner, until = excluded.until
  where lease.owner = excluded.owner or lease.until <= now_ms()
  returning owner`

const COUNT = `
  insert into counter (name, count, until) values (:name, :by, now_ms() + :window)
  on conflict (name) do update set
    count = case when counter.until <= now_ms() then excluded.count else counter.count + excluded.count end,
    until = case when counter.until <= now_ms() then excluded.until else counter.until end
  returning count`

const note = (until: string): string => `
  insert into note (name, text, until) values (:name, :text, ${until})
  on conflict (name) do update set text = excluded.text, until = excluded.until`
const NOTE = note('now_ms() + :kept')
const NOTE_FOR_EVER = note('null')

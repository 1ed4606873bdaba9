/** Who put the bot out, since when, and the digests that rest because of it. */
import type { PlatformName } from '../chat/incoming.ts'
import type { DepartureStore } from '../digest/departures.ts'
import type { Tenant } from '../digest/digest-store.ts'
import { ask, type Database, type Row } from './database.ts'
import { erasingTenant } from './erase.ts'

export function createDepartures(database: Database): DepartureStore {
  return {
    leave: ({ platform, id }) =>
      database.transaction(function* () {
        const tenant = { platform, tenant: id }
        yield* ask(LEAVE, tenant)
        const paused = yield* ask(PAUSE, { ...tenant, reason: PUT_OUT })
        for (const { id: digest } of paused) yield* ask(SKIP_UNTRIED, { digest: String(digest) })
        return paused.length
      }),

    comeBack: ({ platform, id }) =>
      database.transaction(function* () {
        const tenant = { platform, tenant: id }
        yield* ask('delete from departure where platform = :platform and tenant = :tenant', tenant)
        const resumed = yield* ask(RESUME, { ...tenant, reason: PUT_OUT })
        return resumed.length
      }),

    departed: async () => (await database.read('select * from departure')).map(tenantOf),

    eraseGone: (grace) =>
      database.transaction(function* () {
        const rows = yield* ask('select * from departure where left_at <= now_ms() - :grace', { grace })
        const gone = rows.map(tenantOf)
        for (const tenant of gone) yield* erasingTenant(tenant)
        return gone
      }),
  }
}

const tenantOf = (row: Row): Tenant => ({ platform: row.platform as PlatformName, id: String(row.tenant) })

/** What a digest says it rests for. */
const PUT_OUT = 'the bot was removed'

/** Both events of an uninstallation come: the first one counts. */
const LEAVE = `
  insert into departure (platform, tenant, left_at) values (:platform, :tenant, now_ms())
  on conflict do nothing`

const PAUSE = `
  update digest set paused = :reason, rev = rev + 1
  where platform = :platform and tenant = :tenant and paused is null returning id`

/** Their next due time stays where it was: the planner catches up with it like after any downtime. */
const RESUME = `
  update digest set paused = null, rev = rev + 1
  where platform = :platform and tenant = :tenant and paused = :reason returning id`

const SKIP_UNTRIED = `
  update occurrence set state = 'skipped', reason = 'paused', ended_at = now_ms()
  where digest_id = :digest and state = 'due' and attempt = 0`

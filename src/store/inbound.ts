/** Which events were taken and finished: a key, a state and a time, kept for 48 hours. */
import type { InboundStore } from '../bot/once.ts'
import type { Database } from './database.ts'

export function createInbound(database: Database): InboundStore {
  return {
    async take(key, owner, leaseMs) {
      const taken = await database.write(TAKE, { key, owner, lease: leaseMs })
      if (taken.length > 0) return 'taken'
      const [row] = await database.read('select state from inbound where key = :key', { key })
      // given back in between: whoever asks looks again
      return row?.state === 'finished' ? 'finished' : 'held'
    },

    async finish(key, owner) {
      await database.write(FINISH, { key, owner })
    },

    async giveBack(key, owner) {
      await database.write("delete from inbound where key = :key and owner = :owner and state = 'held'", {
        key,
        owner,
      })
    },
  }
}

const TAKE = `
  insert into inbound (key, state, owner, lease_until, at)
  values (:key, 'held', :owner, now_ms() + :lease, now_ms())
  on conflict (key) do update set owner = excluded.owner, lease_until = excluded.lease_until
  where inbound.state = 'held' and (inbound.owner = excluded.owner or inbound.lease_until <= now_ms())
  returning state`

/** Done is done, also by an owner whose lease ran out, or who took it while the store could not be asked. */
const FINISH = `
  insert into inbound (key, state, owner, lease_until, at) values (:key, 'finished', :owner, null, now_ms())
  on conflict (key) do update set state = 'finished', lease_until = null, at = excluded.at`

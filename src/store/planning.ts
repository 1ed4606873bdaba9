/** From digests whose time has come to rows that wait to be posted. */
import type { DigestStore, Run } from '../digest/digest-store.ts'
import { ask, type Course, type Database } from './database.ts'
import { digestOf } from './digest-rows.ts'

export type Planning = Pick<DigestStore, 'due' | 'slots' | 'plan' | 'addRun'>

export function createPlanning(database: Database): Planning {
  return {
    async due(limit) {
      return (await database.read(DUE, { limit })).map(digestOf)
    },

    async slots(digestId, since) {
      const rows = await database.read(
        'select slot from occurrence where digest_id = :digest and due_at >= :since',
        { digest: digestId, since },
      )
      return new Set(rows.map(({ slot }) => String(slot)))
    },

    plan: ({ digestId, rev, nextDue, runs, next }) =>
      database.transaction(function* () {
        const moved = yield* ask(MOVE_ON, {
          digest: digestId,
          rev,
          read: nextDue,
          last: runs.at(-1)?.due ?? nextDue,
          next: next?.due ?? null,
          next_slot: next?.slot ?? null,
        })
        if (moved.length === 0) return false
        for (const run of runs) yield* enter(digestId, run)
        return true
      }),

    addRun: (digestId, run) => database.transaction(() => enter(digestId, run)),
  }
}

function* enter(digestId: string, run: Run): Course<boolean> {
  const entered = yield* ask(ENTER, {
    digest: digestId,
    id: run.id,
    slot: run.slot,
    due: run.due,
    state: run.skipped === undefined ? 'due' : 'skipped',
    nonce: run.nonce,
    not_before: run.notBefore,
    reason: run.skipped ?? null,
  })
  return entered.length > 0
}

const DUE = `
  select * from digest where paused is null and next_due <= (select now_ms())
  order by next_due, id limit :limit`

/** Compare-and-set: no row says that another planner was first, or the digest is not what was planned for. */
const MOVE_ON = `
  update digest set last_due = :last, next_due = :next, next_slot = :next_slot
  where id = :digest and next_due = :read and rev = :rev and paused is null
  returning id`

const ENTER = `
  insert into occurrence (id, digest_id, slot, due_at, state, platform, tenant, place, owner, nonce, not_before,
    reason, ended_at)
  select cast(:id as text), id, cast(:slot as text), cast(:due as bigint), cast(:state as text), platform, tenant,
    place, owner, cast(:nonce as text), cast(:not_before as bigint), cast(:reason as text),
    case when cast(:state as text) = 'due' then null else now_ms() end
  from digest where id = :digest
  on conflict do nothing
  returning id`

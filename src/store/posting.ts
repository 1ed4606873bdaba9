/** From a row that waits to its end: claimed by one worker at a time, and changed by nobody but the newest claim. */
import type { ClaimKey, DigestStore } from '../digest/digest-store.ts'
import { ask, type Database, type Values } from './database.ts'
import { digestOf, occurrenceOf, placeValues } from './digest-rows.ts'

export type Posting = Pick<
  DigestStore,
  'claim' | 'freeze' | 'confirm' | 'giveBack' | 'leaveUnclear' | 'settle' | 'reopen'
>

export function createPosting(database: Database): Posting {
  const claimText = `
    update occurrence
    set state = 'posting', attempt = attempt + 1, fence = fence + 1, worker = :worker,
        lease_until = now_ms() + :lease, first_try_at = coalesce(first_try_at, now_ms())
    where id = (
      select id from occurrence
      where state in ('due', 'posting') and platform in (:platform1, :platform2, :platform3)
        and ((state = 'due' and not_before <= (select now_ms()))
          or (state = 'posting' and lease_until <= (select now_ms())))
      order by due_at, id limit 1 ${database.skipLocked}
    )
    returning *`

  /** What only the newest claim may do, as long as the row has not come to its end. */
  const ours = (set: string, { occurrenceId, fence }: ClaimKey, values: Values = {}): Promise<boolean> =>
    database.transaction(function* () {
      const changed = yield* ask(
        `update occurrence set ${set} where id = :id and fence = :fence and state = 'posting' returning id`,
        { ...values, id: occurrenceId, fence },
      )
      return changed.length > 0
    }, 'at-once')

  return {
    claim: (worker, { leaseMs, platforms }) =>
      database.transaction(function* () {
        const [platform1 = NONE, platform2 = NONE, platform3 = NONE] = platforms
        const values = { worker, lease: leaseMs, platform1, platform2, platform3 }
        const [row] = yield* ask(claimText, values)
        if (row === undefined) return null
        const occurrence = occurrenceOf(row)
        const [digest] = yield* ask('select * from digest where id = :id', { id: occurrence.digestId })
        return {
          occurrenceId: occurrence.id,
          fence: Number(row.fence),
          occurrence,
          digest: digest === undefined ? null : digestOf(digest),
        }
      }, 'at-once'),

    freeze: (claim, { place, body, said }) =>
      ours('body = :body, said = :said, platform = :platform, tenant = :tenant, place = :place', claim, {
        body,
        said,
        ...placeValues(place),
      }),

    confirm: (claim, messageId) =>
      ours(`state = 'sent', message_id = :message, reason = null, body = null, ${ENDED}`, claim, {
        message: messageId,
      }),

    giveBack: (claim, wait, reason) =>
      ours("state = 'due', not_before = now_ms() + :wait, lease_until = null, reason = :reason", claim, {
        wait,
        reason,
      }),

    leaveUnclear: (claim, wait, reason) =>
      ours('unclear = unclear + 1, lease_until = now_ms() + :wait, reason = :reason', claim, {
        wait,
        reason,
      }),

    settle: (claim, state, reason) =>
      state === 'unknown'
        ? ours(`state = 'unknown', reason = :reason, ${ENDED}`, claim, { reason })
        : ours(`state = :state, reason = :reason, body = null, ${ENDED}`, claim, { state, reason }),

    reopen: (id) =>
      database.transaction(function* () {
        const opened = yield* ask(REOPEN, { id })
        return opened.length > 0
      }, 'at-once'),
  }
}

const ENDED = 'lease_until = null, ended_at = now_ms()'

/** No platform is called so. */
const NONE = ''

/** The fence stays as it is: a claim from before must not wake up to a row that counts anew. */
const REOPEN = `
  update occurrence
  set state = 'due', not_before = now_ms(), attempt = 0, unclear = 0, first_try_at = null, reason = null,
      ended_at = null
  where id = :id and state = 'unknown' returning id`

/**
 * The next due times, worked out anew: since they were stored, the tz database may have changed with the runtime. The
 * run stays the same run (its slot), only its instant moves; a day that has its row is not given another.
 */
import type { Digest, DigestStore } from './digest-store.ts'
import { MOST_SHIFTED } from './planner.ts'
import { type Due, missedSince, nextDue, type RulesOf } from './schedule/next.ts'
import { rulesOf } from './schedule/zone-rules.ts'

export type RecomputeStore = Pick<DigestStore, 'now' | 'list' | 'slots' | 'change'>

/** How many due times moved. `rules`: the tz database. */
export async function recomputeNext(
  store: RecomputeStore,
  signal: AbortSignal,
  rules: RulesOf = rulesOf,
): Promise<number> {
  const now = await store.now()
  let moved = 0
  let looked = 0
  for (const digest of await store.list({})) {
    if (signal.aborted) return moved
    // questions are answered meanwhile
    if (++looked % PORTION === 0) await new Promise<void>((resolve) => setImmediate(resolve))
    if (digest.next === null || digest.paused !== null) continue
    const due = dueNow(digest, digest.next, rules)
    if (due === digest.next.due) continue
    const next =
      due === null ? await another(store, digest, digest.next, now, rules) : { ...digest.next, due }
    if (next === undefined) continue
    // refused where somebody changed it meanwhile: then it was worked out by the new rules
    if (typeof (await store.change(digest.id, digest.rev, { next })) === 'object') moved++
  }
  return moved
}

/** When the stored run is by these rules; null: there is no such run any more. */
function dueNow({ cron, zone }: Digest, { due, slot }: Due, rules: RulesOf): number | null {
  try {
    const { missed } = missedSince(cron, zone, due - MOST_SHIFTED, due + MOST_SHIFTED, { rules })
    return missed.find((run) => run.slot === slot)?.due ?? null
  } catch (error) {
    // planning says so, when its time has come
    if (error instanceof RangeError) return due
    throw error
  }
}

/** undefined: the stored one stands after all. */
async function another(
  store: RecomputeStore,
  { id, cron, zone }: Digest,
  stored: Due,
  now: number,
  rules: RulesOf,
): Promise<Due | null | undefined> {
  const after = Math.min(now, stored.due - 1)
  const has = await store.slots(id, after - MOST_SHIFTED)
  const next = nextDue(cron, zone, after, (slot) => has.has(slot), rules)
  return next?.due === stored.due ? undefined : next
}

const PORTION = 50

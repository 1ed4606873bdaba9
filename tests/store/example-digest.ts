/** One digest, how it becomes due, and who claims it. */
import type { ClaimOptions, Digest, NewDigest, Plan, Run } from '../../src/digest/digest-store.ts'
import type { Store } from '../../src/store/index.ts'

export const START = Date.UTC(2026, 0, 15, 9)
export const HOUR = 3_600_000
export const DUE = START + HOUR

export const DIGEST: NewDigest = {
  id: 'd1',
  place: { platform: 'slack', tenant: 'T1', id: 'C1' },
  owner: 'U1',
  locale: 'zh',
  about: 'summary r:370500',
  cron: '0 18 * * *',
  zone: 'Asia/Shanghai',
  policy: 'changes',
  catchUp: 'latest',
  windowMs: 12 * HOUR,
  next: { due: DUE, slot: '2026-01-15' },
}

/** A digest with one run that is due now. `owner` of the run, where it is another digest's. */
export async function planned(store: Store, digest: NewDigest, given?: Run, of = digest.id): Promise<Digest> {
  const made = (await store.digests.get(of)) ?? (await store.digests.add(digest))
  const next = made.next!
  const plan: Plan = {
    digestId: of,
    rev: made.rev,
    nextDue: next.due,
    runs: [given ?? run(of, '2026-01-15')],
    next: { due: next.due + 24 * HOUR, slot: 'next' },
  }
  if (!(await store.digests.plan(plan))) throw new Error(`${of} was not planned`)
  return (await store.digests.get(of))!
}

export const run = (digestId: string, slot: string, due = DUE): Run => ({
  id: `${digestId}@${slot}`,
  slot,
  due,
  nonce: 'abcdefghijklmnopqrstuvwxy',
  notBefore: START,
})

export const SLACK: ClaimOptions = { leaseMs: 60_000, platforms: ['slack'] }

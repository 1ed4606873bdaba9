/** What both stores hold to, run for each: sqlite.test.ts and postgres.test.ts. The clock stands still until moved. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SetupError } from '../../src/base/errors.ts'
import type { Claim, ClaimOptions, Digest, NewDigest, Plan, Run } from '../../src/digest/digest-store.ts'
import type { Store } from '../../src/store/store.ts'
import { DIGEST, DUE, HOUR, START } from './example-digest.ts'

export interface Bench {
  store: Store
  /** Another process on the same data, where the engine allows it. */
  second: (() => Promise<Store>) | null
  pass: (ms: number) => Promise<void>
  /** Every value of every row, as one text. */
  dump: () => Promise<string>
  /** Says that the store was written by a newer program, and opens it again. */
  openAfterNewer: () => Promise<unknown>
  end: () => Promise<void>
}

export function describeStore(name: string, setUp: () => Promise<Bench>): void {
  describe(name, () => {
    let bench: Bench
    let store: Store
    beforeEach(async () => {
      bench = await setUp()
      store = bench.store
    })
    afterEach(() => bench?.end())

    describe('inbound', () => {
      test('F1 an event is taken by one, held from others, and finished for good', async () => {
        const { inbound } = store
        expect(await inbound.take('e1', 'a', 15_000)).toBe('taken')
        expect(await inbound.take('e1', 'b', 15_000)).toBe('held')
        await inbound.finish('e1', 'a')
        expect(await inbound.take('e1', 'b', 15_000)).toBe('finished')
        expect(await inbound.take('e1', 'a', 15_000)).toBe('finished')
      })

      test('F3 what a dead owner had is free when its lease runs out, not before', async () => {
        const { inbound } = store
        await inbound.take('e1', 'dead', 15_000)
        await bench.pass(14_999)
        expect(await inbound.take('e1', 'b', 15_000)).toBe('held')
        await bench.pass(1)
        expect(await inbound.take('e1', 'b', 15_000)).toBe('taken')
        expect(await inbound.take('e1', 'c', 15_000)).toBe('held')
      })

      test('what is given back is free at once, but only by its owner', async () => {
        const { inbound } = store
        await inbound.take('e1', 'a', 15_000)
        await inbound.giveBack('e1', 'b')
        expect(await inbound.take('e1', 'b', 15_000)).toBe('held')
        await inbound.giveBack('e1', 'a')
        expect(await inbound.take('e1', 'b', 15_000)).toBe('taken')
      })

      test('done is done: after the lease ran out, and where it could not be taken', async () => {
        const { inbound } = store
        await inbound.take('slow', 'a', 15_000)
        await bench.pass(20_000)
        expect(await inbound.take('slow', 'b', 15_000)).toBe('taken')
        await inbound.finish('slow', 'a')
        await inbound.finish('never taken', 'a')
        expect(await inbound.take('slow', 'c', 15_000)).toBe('finished')
        expect(await inbound.take('never taken', 'c', 15_000)).toBe('finished')
        await inbound.giveBack('slow', 'b')
        expect(await inbound.take('slow', 'c', 15_000)).toBe('finished')
      })

      test('F1 of many who take one key at once, one gets it', async () => {
        const stores = bench.second === null ? [store] : [store, await bench.second()]
        for (let round = 0; round < 20; round++) {
          const outcomes = await Promise.all(
            Array.from({ length: 12 }, (_, index) =>
              stores[index % stores.length]!.inbound.take(`k${round}`, `owner ${index}`, 15_000),
            ),
          )
          expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(1)
          expect(outcomes.filter((outcome) => outcome === 'held')).toHaveLength(11)
        }
      })

      test('finished keys are kept 48 hours, then swept; a running one stays', async () => {
        const { inbound } = store
        await inbound.take('old', 'a', 15_000)
        await inbound.finish('old', 'a')
        await bench.pass(48 * HOUR - 1)
        await inbound.take('new', 'a', 15_000)
        await store.sweep()
        expect(await inbound.take('old', 'b', 15_000)).toBe('finished')
        await bench.pass(1)
        await store.sweep()
        expect(await inbound.take('new', 'b', 15_000)).toBe('held')
        expect(await inbound.take('old', 'b', 15_000)).toBe('taken')
      })
    })

    describe('coordination', () => {
      test('a lease has one owner, who may renew it', async () => {
        const { coordination } = store
        expect(await coordination.lease('shard 0', 'a', 30_000)).toBe(true)
        expect(await coordination.lease('shard 0', 'b', 30_000)).toBe(false)
        await bench.pass(20_000)
        expect(await coordination.lease('shard 0', 'a', 30_000)).toBe(true)
        await bench.pass(29_999)
        expect(await coordination.lease('shard 0', 'b', 30_000)).toBe(false)
        await bench.pass(1)
        expect(await coordination.lease('shard 0', 'b', 30_000)).toBe(true)
        await coordination.release('shard 0', 'a')
        expect(await coordination.lease('shard 0', 'a', 30_000)).toBe(false)
        await coordination.release('shard 0', 'b')
        expect(await coordination.lease('shard 0', 'a', 30_000)).toBe(true)
      })

      test('a counter begins again when its window is over', async () => {
        const { coordination } = store
        expect(await coordination.count('identify', 1_000)).toBe(1)
        expect(await coordination.count('identify', 1_000, 5)).toBe(6)
        await bench.pass(999)
        expect(await coordination.count('identify', 1_000)).toBe(7)
        expect(await coordination.count('other', 1_000)).toBe(1)
        await bench.pass(1)
        expect(await coordination.count('identify', 1_000)).toBe(1)
      })

      test('counting at once loses nothing', async () => {
        const counts = await Promise.all(
          Array.from({ length: 50 }, () => store.coordination.count('n', 60_000)),
        )
        expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
      })

      test('a note is what was written last', async () => {
        const { coordination } = store
        expect(await coordination.noted('commands')).toBe(null)
        await coordination.note('commands', "a'b")
        await coordination.note('commands', '东营 :name $1')
        expect(await coordination.noted('commands')).toBe('东营 :name $1')
      })
    })

    describe('digests', () => {
      test('are kept as they were made', async () => {
        const made = await store.digests.add(DIGEST)
        expect(made).toEqual({ ...DIGEST, lastDue: null, paused: null, rev: 1, createdAt: START })
        expect(await store.digests.get('d1')).toEqual(made)
        expect(await store.digests.get('d2')).toBe(null)
        await expect(store.digests.add(DIGEST)).rejects.toThrow()
        expect(await store.digests.now()).toBe(START)
      })

      test('are listed by everything asked for, and never across tenants', async () => {
        const { digests } = store
        const elsewhere = { ...DIGEST, id: 'd2', place: { ...DIGEST.place, tenant: 'T2' } }
        const direct = {
          ...DIGEST,
          id: 'd3',
          place: { platform: 'discord', tenant: null, id: 'DM' },
        } as const
        for (const digest of [DIGEST, elsewhere, direct]) {
          await digests.add(digest)
          await bench.pass(1)
        }
        const ids = async (where: Parameters<typeof digests.list>[0]) =>
          (await digests.list(where)).map(({ id }) => id)
        expect(await ids({})).toEqual(['d1', 'd2', 'd3'])
        expect(await ids({ platform: 'slack', tenant: 'T1' })).toEqual(['d1'])
        expect(await ids({ platform: 'slack', tenant: 'T1', place: 'C1', owner: 'U1' })).toEqual(['d1'])
        expect(await ids({ platform: 'slack', tenant: 'T1', owner: 'U2' })).toEqual([])
        expect(await ids({ tenant: null })).toEqual(['d3'])
        expect(await ids({ tenant: "T1' or '1'='1" })).toEqual([])
      })

      test('are changed only by who has read the last change', async () => {
        const { digests } = store
        await digests.add(DIGEST)
        const changed = (await digests.change('d1', 1, { about: 'rank n:gdp', zone: 'Asia/Tokyo' })) as Digest
        expect(changed).toMatchObject({ about: 'rank n:gdp', zone: 'Asia/Tokyo', cron: DIGEST.cron, rev: 2 })
        expect(await digests.change('d1', 1, { about: 'x' })).toBe('changed-meanwhile')
        expect(await digests.change('d9', 1, { about: 'x' })).toBe('gone')
        expect(await digests.get('d1')).toEqual(changed)
        const both = await Promise.all([
          digests.change('d1', 2, { about: 'left' }),
          digests.change('d1', 2, { about: 'right' }),
        ])
        expect(both.filter((outcome) => outcome === 'changed-meanwhile')).toHaveLength(1)
      })

      test('F32 pausing, another schedule and removing skip what is due and was never tried; moving takes it along', async () => {
        const { digests } = store
        for (const id of ['paused', 'edited', 'moved', 'removed', 'claimed'])
          await planned(store, { ...DIGEST, id })
        const claim = (await digests.claim('w', SLACK))!
        expect(claim.occurrence.digestId).toBe('claimed')
        const rev = 1
        await digests.change('paused', rev, { paused: 'by its owner', next: null })
        await digests.change('edited', rev, { cron: '0 10 * * *' })
        await digests.change('moved', rev, { place: { ...DIGEST.place, id: 'C2' } })
        await digests.change('claimed', rev, { paused: 'by its owner' })
        expect(await digests.remove('removed')).toBe(true)
        expect(await digests.remove('removed')).toBe(false)
        const last = async (id: string) => (await digests.history(id, 1))[0]
        expect(await last('paused')).toMatchObject({ state: 'skipped', reason: 'paused', endedAt: START })
        expect(await last('edited')).toMatchObject({ state: 'skipped', reason: 'edited' })
        expect(await last('removed')).toMatchObject({ state: 'skipped', reason: 'deleted' })
        expect(await last('moved')).toMatchObject({ state: 'due', place: { id: 'C2' } })
        expect(await last('claimed')).toMatchObject({ state: 'posting' })
        expect(await digests.confirm(claim, 'm1')).toBe(true)
      })

      test('a tenant that leaves is paused, then erased without a row left; a person too', async () => {
        const { digests } = store
        await planned(store, { ...DIGEST, id: 'here' })
        await planned(store, { ...DIGEST, id: 'gone' })
        await digests.remove('gone')
        const other = { ...DIGEST, place: { ...DIGEST.place, tenant: 'T2' } }
        await planned(store, { ...other, id: 'other' })
        await planned(store, { ...other, id: 'hers', owner: 'U-HERS' })
        expect(await digests.pauseTenant({ platform: 'slack', id: 'T1' }, 'uninstalled')).toBe(1)
        expect(await digests.get('here')).toMatchObject({ paused: 'uninstalled', rev: 2 })
        expect(await digests.get('other')).toMatchObject({ paused: null })
        expect(await digests.eraseTenant({ platform: 'slack', id: 'T1' })).toBe(1)
        expect(await digests.erasePerson({ platform: 'slack', tenant: 'T2', id: 'U-HERS' })).toBe(1)
        const left = await bench.dump()
        expect(left).toContain('T2')
        for (const trace of ['T1', 'U-HERS', 'here', 'gone', 'hers']) expect(left).not.toContain(trace)
      })
    })

    describe('planning', () => {
      test('each due time has its row, and the digest moves on', async () => {
        const { digests } = store
        await digests.add(DIGEST)
        expect(await digests.due(10)).toEqual([])
        await bench.pass(HOUR)
        expect((await digests.due(10)).map(({ id }) => id)).toEqual(['d1'])
        expect(await digests.plan(PLAN)).toBe(true)
        expect(await digests.due(10)).toEqual([])
        expect(await digests.get('d1')).toMatchObject({ lastDue: DUE, next: PLAN.next, rev: 1 })
        expect(await digests.open(10)).toMatchObject([
          { id: 'd1@2026-01-15', state: 'due', place: DIGEST.place, due: DUE, attempt: 0, body: null },
        ])
        expect([...(await digests.slots('d1', DUE))]).toEqual(['2026-01-15'])
        expect([...(await digests.slots('d1', DUE + 1))]).toEqual([])
      })

      test('F27 of planners who read the same, one enters, the others nothing', async () => {
        const stores = bench.second === null ? [store] : [store, await bench.second()]
        await store.digests.add(DIGEST)
        await bench.pass(HOUR)
        const outcomes = await Promise.all(
          [0, 1, 2, 3].map((index) =>
            stores[index % stores.length]!.digests.plan({
              ...PLAN,
              runs: [run('d1', `2026-01-15T0${index}:00`)],
            }),
          ),
        )
        expect(outcomes.filter(Boolean)).toHaveLength(1)
        expect(await store.digests.open(10)).toHaveLength(1)
      })

      test('nothing is planned for a digest that was changed, paused or removed meanwhile', async () => {
        const { digests } = store
        await digests.add(DIGEST)
        await digests.change('d1', 1, { about: 'rank n:gdp' })
        expect(await digests.plan(PLAN)).toBe(false)
        await digests.change('d1', 2, { paused: 'by its owner' })
        expect(await digests.plan({ ...PLAN, rev: 3 })).toBe(false)
        await digests.remove('d1')
        expect(await digests.plan({ ...PLAN, rev: 3 })).toBe(false)
        expect(await digests.history('d1', 10)).toEqual([])
      })

      test('F29 missed runs are entered together, those that will not be posted with their reason', async () => {
        const { digests } = store
        await digests.add(DIGEST)
        await bench.pass(48 * HOUR)
        const skipped = { ...run('d1', '2026-01-15'), skipped: 'downtime' }
        const late = { ...run('d1', '2026-01-16', DUE + 24 * HOUR), notBefore: START + 48 * HOUR }
        expect(await digests.plan({ ...PLAN, runs: [skipped, late] })).toBe(true)
        expect(await digests.history('d1', 10)).toMatchObject([
          { slot: '2026-01-16', state: 'due', endedAt: null },
          { slot: '2026-01-15', state: 'skipped', reason: 'downtime', endedAt: START + 48 * HOUR },
        ])
        expect(await digests.get('d1')).toMatchObject({ lastDue: DUE + 24 * HOUR })
      })

      test('F33 a slot that has a row keeps it; the rest of the plan holds', async () => {
        const { digests } = store
        await planned(store, DIGEST)
        const claim = (await digests.claim('w', SLACK))!
        await digests.confirm(claim, 'm1')
        const next = { due: DUE + 48 * HOUR, slot: '2026-01-17' }
        const again = { ...PLAN, nextDue: PLAN.next!.due, next, runs: [run('d1', '2026-01-15', DUE + HOUR)] }
        expect(await digests.plan(again)).toBe(true)
        expect(await digests.history('d1', 10)).toMatchObject([{ state: 'sent', due: DUE, messageId: 'm1' }])
        expect(await digests.get('d1')).toMatchObject({ next })
      })

      test('a run beside the plan, once', async () => {
        const { digests } = store
        await digests.add(DIGEST)
        const now = run('d1', 'now:1', START)
        expect(await digests.addRun('d1', now)).toBe(true)
        expect(await digests.addRun('d1', now)).toBe(false)
        expect(await digests.addRun('d9', run('d9', 'now:1'))).toBe(false)
        expect((await digests.claim('w', SLACK))?.occurrence.slot).toBe('now:1')
      })
    })

    describe('posting', () => {
      test('F25 from claim to sent, with what was frozen', async () => {
        const { digests } = store
        const digest = await planned(store, DIGEST)
        const claim = (await digests.claim('w1', SLACK))!
        expect(claim).toMatchObject({ occurrenceId: 'd1@2026-01-15', fence: 1, digest })
        expect(claim.occurrence).toMatchObject({
          state: 'posting',
          attempt: 1,
          firstTryAt: START,
          body: null,
        })
        expect(claim.occurrence.leaseUntil).toBe(START + 60_000)
        expect(await digests.claim('w2', SLACK)).toBe(null)
        const place = { ...DIGEST.place, id: 'C9' }
        expect(await digests.freeze(claim, { place, body: '{"blocks":[]}', said: 'hash' })).toBe(true)
        expect(await digests.occurrence(claim.occurrenceId)).toMatchObject({ place, body: '{"blocks":[]}' })
        await bench.pass(500)
        expect(await digests.confirm(claim, '1700.1')).toBe(true)
        expect(await digests.confirm(claim, '1700.2')).toBe(false)
        const sent = await digests.occurrence(claim.occurrenceId)
        expect(sent).toMatchObject({ state: 'sent', messageId: '1700.1', body: null, said: 'hash' })
        expect(sent).toMatchObject({ leaseUntil: null, endedAt: START + 500, reason: null })
        expect(await digests.lastSent('d1', DUE + 1)).toEqual(sent)
        expect(await digests.lastSent('d1', DUE)).toBe(null)
        await bench.pass(HOUR)
        expect(await digests.claim('w2', SLACK)).toBe(null)
      })

      test('F26 a worker that froze finds its claim gone, whatever it does', async () => {
        const { digests } = store
        await planned(store, DIGEST)
        const frozen = (await digests.claim('w1', SLACK))!
        await bench.pass(59_999)
        expect(await digests.claim('w2', SLACK)).toBe(null)
        await bench.pass(1)
        const second = (await digests.claim('w2', SLACK))!
        expect(second).toMatchObject({ fence: 2, occurrence: { attempt: 2, firstTryAt: START } })
        const content = { place: DIGEST.place, body: 'late', said: 'late' }
        expect(await digests.freeze(frozen, content)).toBe(false)
        expect(await digests.confirm(frozen, 'late')).toBe(false)
        expect(await digests.giveBack(frozen, 0, 'late')).toBe(false)
        expect(await digests.leaveUnclear(frozen, 0, 'late')).toBe(false)
        expect(await digests.settle(frozen, 'failed', 'late')).toBe(false)
        expect(await digests.confirm(second, 'm2')).toBe(true)
      })

      test('what was certainly refused is due again later; what is unclear is claimed again', async () => {
        const { digests } = store
        await planned(store, DIGEST)
        const first = (await digests.claim('w', SLACK))!
        await digests.freeze(first, { place: DIGEST.place, body: 'b', said: 's' })
        expect(await digests.giveBack(first, 30_000, 'ratelimited')).toBe(true)
        expect(await digests.open(1)).toMatchObject([{ state: 'due', reason: 'ratelimited', unclear: 0 }])
        await bench.pass(29_999)
        expect(await digests.claim('w', SLACK)).toBe(null)
        await bench.pass(1)
        const second = (await digests.claim('w', SLACK))!
        expect(await digests.leaveUnclear(second, 10_000, 'timeout')).toBe(true)
        expect(await digests.claim('w', SLACK)).toBe(null)
        await bench.pass(10_000)
        const third = (await digests.claim('w', SLACK))!
        expect(third).toMatchObject({ fence: 3, occurrence: { attempt: 3, unclear: 1, body: 'b' } })
        expect(third.occurrence.firstTryAt).toBe(START)
      })

      test('the longest due first, and only what the process can post', async () => {
        const { digests } = store
        const discord = { platform: 'discord', tenant: 'G1', id: 'C' } as const
        await planned(store, { ...DIGEST, id: 'late' }, run('late', 's', DUE + 1))
        await planned(store, { ...DIGEST, id: 'elsewhere', place: discord }, run('elsewhere', 's', DUE - 1))
        await planned(store, { ...DIGEST, id: 'early' }, run('early', 's', DUE))
        await planned(
          store,
          { ...DIGEST, id: 'spread' },
          { ...run('spread', 's', DUE - 2), notBefore: START + 9 },
        )
        const order = async (options = SLACK) => (await digests.claim('w', options))?.occurrence.digestId
        expect([await order(), await order(), await order()]).toEqual(['early', 'late', undefined])
        expect(await order({ leaseMs: 60_000, platforms: [] })).toBe(undefined)
        expect(await order({ leaseMs: 60_000, platforms: ['slack', 'discord'] })).toBe('elsewhere')
        await bench.pass(9)
        expect(await order()).toBe('spread')
      })

      test('an unknown one can be posted after all, as if never tried; an old claim of it stays void', async () => {
        const { digests } = store
        await planned(store, DIGEST)
        const claim = (await digests.claim('w', SLACK))!
        await digests.freeze(claim, { place: DIGEST.place, body: 'b', said: 's' })
        expect(await digests.reopen(claim.occurrenceId)).toBe(false)
        expect(await digests.settle(claim, 'unknown', 'no answer')).toBe(true)
        expect(await digests.claim('w', SLACK)).toBe(null)
        expect(await digests.reopen(claim.occurrenceId)).toBe(true)
        expect(await digests.reopen(claim.occurrenceId)).toBe(false)
        await bench.pass(5)
        const again = (await digests.claim('w', SLACK))!
        expect(again).toMatchObject({
          fence: 2,
          occurrence: { attempt: 1, firstTryAt: START + 5, body: 'b' },
        })
        expect(await digests.confirm(claim, 'm')).toBe(false)
        for (const state of ['failed', 'skipped'] as const)
          expect(await digests.settle(again, state, 'x')).toBe(state === 'failed')
        expect(await digests.occurrence(claim.occurrenceId)).toMatchObject({ state: 'failed', body: null })
      })

      test('a digest removed after an attempt is claimed without it', async () => {
        const { digests } = store
        await planned(store, DIGEST)
        const claim = (await digests.claim('w', SLACK))!
        await digests.leaveUnclear(claim, 0, 'timeout')
        await digests.remove('d1')
        expect(await digests.claim('w', SLACK)).toMatchObject({ digest: null, occurrence: { unclear: 1 } })
      })

      test('F27 workers who claim at once get each row once', async () => {
        const stores = bench.second === null ? [store] : [store, await bench.second()]
        for (let index = 0; index < 30; index++) await planned(store, { ...DIGEST, id: `d${index}` })
        const claims = await Promise.all(
          Array.from({ length: 40 }, (_, index) =>
            stores[index % stores.length]!.digests.claim(`w${index % 4}`, SLACK),
          ),
        )
        const got = claims.filter((claim): claim is Claim => claim !== null)
        expect(new Set(got.map(({ occurrenceId }) => occurrenceId)).size).toBe(got.length)
        for (
          let rest = await store.digests.claim('w', SLACK);
          rest;
          rest = await store.digests.claim('w', SLACK)
        )
          got.push(rest)
        expect(new Set(got.map(({ occurrenceId }) => occurrenceId)).size).toBe(30)
        expect(got).toHaveLength(30)
      })

      test('history is kept 90 days, what was said last as long as its digest', async () => {
        const { digests } = store
        for (const slot of ['2026-01-13', '2026-01-14', '2026-01-15']) {
          const due = Date.parse(`${slot}T09:00Z`)
          await planned(
            store,
            { ...DIGEST, id: slot === '2026-01-13' ? 'd1' : 'again' },
            run('d1', slot, due),
            'd1',
          )
          const claim = (await digests.claim('w', SLACK))!
          if (slot === '2026-01-15') await digests.settle(claim, 'skipped', 'no change')
          else await digests.confirm(claim, slot)
        }
        await bench.pass(90 * 24 * HOUR - 1)
        await store.sweep()
        expect(await digests.history('d1', 10)).toHaveLength(3)
        await bench.pass(1)
        await store.sweep()
        expect(await digests.history('d1', 10)).toMatchObject([{ slot: '2026-01-14', state: 'sent' }])
        await digests.remove('d1')
        await store.sweep()
        expect(await digests.history('d1', 10)).toEqual([])
      })
    })

    describe('known facts', () => {
      const A = { id: 'dongying/a', hash: '1' }
      const B = { id: 'dongying/b', hash: '1' }

      test('what is new, changed and withdrawn since an instant', async () => {
        const { knownFacts } = store
        expect(await knownFacts.enter([A, B])).toEqual({ added: 2, changed: 0, withdrawn: 0 })
        expect(await knownFacts.enter([A, B])).toEqual({ added: 0, changed: 0, withdrawn: 0 })
        await bench.pass(10)
        const C = { id: 'c', hash: '1' }
        expect(await knownFacts.enter([{ ...A, hash: '2' }, C])).toEqual({
          added: 1,
          changed: 1,
          withdrawn: 1,
        })
        expect(await knownFacts.changes(START, START + 10)).toEqual([
          { id: 'c', how: 'new', before: null, after: '1', at: START + 10 },
          { id: A.id, how: 'changed', before: '1', after: '2', at: START + 10 },
          { id: B.id, how: 'withdrawn', before: '1', after: null, at: START + 10 },
        ])
        expect(await knownFacts.changes(START + 10, START + 20)).toEqual([])
        expect((await knownFacts.changes(START - 1, START)).map(({ how }) => how)).toEqual(['new', 'new'])
        expect(await knownFacts.knownAt(START - 1)).toEqual(new Map())
        expect((await knownFacts.knownAt(START + 9)).get(A.id)).toEqual({
          ...A,
          seenAt: START,
          firstSeenAt: START,
        })
        expect(await knownFacts.knownAt(START + 10)).toEqual(
          new Map([
            ['c', { ...C, seenAt: START + 10, firstSeenAt: START + 10 }],
            [A.id, { id: A.id, hash: '2', seenAt: START + 10, firstSeenAt: START }],
          ]),
        )
      })

      test('what comes back is not new', async () => {
        const { knownFacts } = store
        await knownFacts.enter([A, B])
        await bench.pass(10)
        await knownFacts.enter([{ ...A, hash: '2' }])
        await bench.pass(10)
        await knownFacts.enter([A, B])
        expect(await knownFacts.changes(START, START + 20)).toEqual([])
        expect(await knownFacts.changes(START + 10, START + 20)).toMatchObject([
          { id: A.id, how: 'changed', before: '2', after: '1', at: START + 20 },
        ])
        expect((await knownFacts.knownAt(START + 20)).get(A.id)).toEqual({
          ...A,
          seenAt: START,
          firstSeenAt: START,
        })
      })

      test('many at once', async () => {
        const facts = Array.from({ length: 1_001 }, (_, index) => ({ id: `f${index}`, hash: 'h' }))
        expect(await store.knownFacts.enter(facts)).toMatchObject({ added: 1_001 })
        expect((await store.knownFacts.knownAt(START)).size).toBe(1_001)
      })
    })

    test('check says that it answers', async () => {
      expect(await store.check()).toEqual({ ok: true, says: expect.stringMatching(/ answers$/) })
    })

    test('after closing, nothing is promised any more', async () => {
      await store.close()
      await store.close()
      await expect(store.inbound.take('e1', 'a', 15_000)).rejects.toThrow()
      expect(await store.check()).toMatchObject({ ok: false })
    })

    test('a store written by a newer program is refused', async () => {
      const error = await bench.openAfterNewer().catch((error: unknown) => error)
      expect(error).toBeInstanceOf(SetupError)
      expect(String(error)).toMatch(/newer program.*\(its form is 999, this program knows 1\)/)
    })
  })
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

const PLAN: Plan = {
  digestId: 'd1',
  rev: 1,
  nextDue: DUE,
  runs: [run('d1', '2026-01-15')],
  next: { due: DUE + 24 * HOUR, slot: '2026-01-16' },
}

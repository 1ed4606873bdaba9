import { describe, expect, test } from 'vitest'
import type { Digest, Plan } from '../../../src/digest/digest-store.ts'
import { DIGEST, DUE, HOUR, planned, run, SLACK, START } from '../example-digest.ts'
import type { Bench } from './bench.ts'

export function digestsContract(bench: () => Bench): void {
  describe('digests', () => {
    test('are kept as they were made', async () => {
      const made = await bench().store.digests.add(DIGEST)
      expect(made).toEqual({ ...DIGEST, lastDue: null, paused: null, rev: 1, createdAt: START })
      expect(await bench().store.digests.get('d1')).toEqual(made)
      expect(await bench().store.digests.get('d2')).toBe(null)
      await expect(bench().store.digests.add(DIGEST)).rejects.toThrow()
      expect(await bench().store.digests.now()).toBe(START)
    })

    test('are listed by everything asked for, and never across tenants', async () => {
      const { digests } = bench().store
      const elsewhere = { ...DIGEST, id: 'd2', place: { ...DIGEST.place, tenant: 'T2' } }
      const direct = {
        ...DIGEST,
        id: 'd3',
        place: { platform: 'discord', tenant: null, id: 'DM' },
      } as const
      for (const digest of [DIGEST, elsewhere, direct]) {
        await digests.add(digest)
        await bench().pass(1)
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
      const { digests } = bench().store
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
      const { digests } = bench().store
      for (const id of ['paused', 'edited', 'moved', 'removed', 'claimed'])
        await planned(bench().store, { ...DIGEST, id })
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
      const { digests } = bench().store
      await planned(bench().store, { ...DIGEST, id: 'here' })
      await planned(bench().store, { ...DIGEST, id: 'gone' })
      await digests.remove('gone')
      const other = { ...DIGEST, place: { ...DIGEST.place, tenant: 'T2' } }
      await planned(bench().store, { ...other, id: 'other' })
      await planned(bench().store, { ...other, id: 'hers', owner: 'U-HERS' })
      expect(await digests.pauseTenant({ platform: 'slack', id: 'T1' }, 'uninstalled')).toBe(1)
      expect(await digests.get('here')).toMatchObject({ paused: 'uninstalled', rev: 2 })
      expect(await digests.get('other')).toMatchObject({ paused: null })
      expect(await digests.eraseTenant({ platform: 'slack', id: 'T1' })).toBe(1)
      expect(await digests.erasePerson({ platform: 'slack', tenant: 'T9', id: 'U-HERS' })).toBe(0)
      expect(await digests.erasePerson({ platform: 'slack', tenant: 'T2', id: 'U-HERS' })).toBe(1)
      const left = await bench().dump()
      expect(left).toContain('T2')
      for (const trace of ['T1', 'U-HERS', 'here', 'gone', 'hers']) expect(left).not.toContain(trace)
    })
  })

  describe('planning', () => {
    test('each due time has its row, and the digest moves on', async () => {
      const { digests } = bench().store
      await digests.add(DIGEST)
      expect(await digests.due(10)).toEqual([])
      await bench().pass(HOUR)
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
      const { store, second } = bench()
      const stores = second === null ? [store] : [store, await second()]
      await bench().store.digests.add(DIGEST)
      await bench().pass(HOUR)
      const outcomes = await Promise.all(
        [0, 1, 2, 3].map((index) =>
          stores[index % stores.length]!.digests.plan({
            ...PLAN,
            runs: [run('d1', `2026-01-15T0${index}:00`)],
          }),
        ),
      )
      expect(outcomes.filter(Boolean)).toHaveLength(1)
      expect(await bench().store.digests.open(10)).toHaveLength(1)
    })

    test('nothing is planned for a digest that was changed, paused or removed meanwhile', async () => {
      const { digests } = bench().store
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
      const { digests } = bench().store
      await digests.add(DIGEST)
      await bench().pass(48 * HOUR)
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
      const { digests } = bench().store
      await planned(bench().store, DIGEST)
      const claim = (await digests.claim('w', SLACK))!
      await digests.confirm(claim, 'm1')
      const next = { due: DUE + 48 * HOUR, slot: '2026-01-17' }
      const again = { ...PLAN, nextDue: PLAN.next!.due, next, runs: [run('d1', '2026-01-15', DUE + HOUR)] }
      expect(await digests.plan(again)).toBe(true)
      expect(await digests.history('d1', 10)).toMatchObject([{ state: 'sent', due: DUE, messageId: 'm1' }])
      expect(await digests.get('d1')).toMatchObject({ next })
    })

    test('a run beside the plan, once', async () => {
      const { digests } = bench().store
      await digests.add(DIGEST)
      const now = run('d1', 'now:1', START)
      expect(await digests.addRun('d1', now)).toBe(true)
      expect(await digests.addRun('d1', now)).toBe(false)
      expect(await digests.addRun('d9', run('d9', 'now:1'))).toBe(false)
      expect((await digests.claim('w', SLACK))?.occurrence.slot).toBe('now:1')
    })
  })
}

const PLAN: Plan = {
  digestId: 'd1',
  rev: 1,
  nextDue: DUE,
  runs: [run('d1', '2026-01-15')],
  next: { due: DUE + 24 * HOUR, slot: '2026-01-16' },
}

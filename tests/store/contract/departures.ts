import { describe, expect, test } from 'vitest'
import { DIGEST, DUE, HOUR, planned } from '../example-digest.ts'
import type { Bench } from './bench.ts'

const DAY = 24 * HOUR
const T1 = { platform: 'slack', id: 'T1' } as const
const T2 = { platform: 'slack', id: 'T2' } as const

export function departuresContract(bench: () => Bench): void {
  describe('workspaces and guilds that leave', () => {
    test('their digests rest at once and go on when they come back; what rested before goes on resting', async () => {
      const { departures, digests } = bench().store
      await planned(bench().store, { ...DIGEST, id: 'running' })
      const resting = await digests.add({ ...DIGEST, id: 'resting' })
      await digests.change('resting', resting.rev, { paused: 'by its owner' })
      await digests.add({ ...DIGEST, id: 'elsewhere', place: { ...DIGEST.place, tenant: 'T2' } })

      expect(await departures.leave(T1)).toBe(1)
      expect(await departures.leave(T1)).toBe(0)
      expect(await digests.get('running')).toMatchObject({ paused: 'the bot was removed' })
      expect((await digests.history('running', 1))[0]).toMatchObject({ state: 'skipped', reason: 'paused' })
      expect(await digests.get('elsewhere')).toMatchObject({ paused: null })
      expect(await departures.departed()).toEqual([T1])

      const before = (await digests.get('running'))!.next
      expect(await departures.comeBack(T1)).toBe(1)
      expect(await digests.get('running')).toMatchObject({ paused: null, next: before })
      expect(await digests.get('resting')).toMatchObject({ paused: 'by its owner' })
      expect(await departures.departed()).toEqual([])
      expect(await departures.comeBack(T1)).toBe(0)
    })

    test('a run that was missed meanwhile is due when they are back', async () => {
      const { departures, digests } = bench().store
      await digests.add(DIGEST)
      await departures.leave(T1)
      await bench().pass(2 * HOUR)
      expect(await digests.due(10)).toEqual([])
      await departures.comeBack(T1)
      expect(await digests.due(10)).toMatchObject([{ id: DIGEST.id, next: { due: DUE } }])
    })

    test('after the grace nothing of them is left, counted from the first word of it', async () => {
      const { departures, digests, inbound, coordination } = bench().store
      await planned(bench().store, DIGEST)
      await planned(bench().store, { ...DIGEST, id: 'd2', place: { ...DIGEST.place, tenant: 'T2' } })
      await inbound.finish('slack:T1:C1:1.1', 'w')
      await coordination.note('slack-thread:T1:C1:1.1', 'answered')
      await departures.leave(T1)
      await bench().pass(29 * DAY)
      await departures.leave(T1)
      await departures.leave(T2)
      expect(await departures.eraseGone(30 * DAY)).toEqual([])
      await bench().pass(DAY)
      expect(await departures.eraseGone(30 * DAY)).toEqual([T1])
      expect(await departures.eraseGone(30 * DAY)).toEqual([])
      expect(await digests.list({})).toMatchObject([{ id: 'd2' }])
      const left = await bench().dump()
      expect(left).toContain('T2')
      expect(left).not.toContain('T1')
    })

    test('a note with an end is swept when it has come, one without stays', async () => {
      const { coordination, sweep } = bench().store
      await coordination.note('for a day', 'a', DAY)
      await coordination.note('longer', 'b', DAY)
      await coordination.note('for ever', 'c')
      await bench().pass(DAY - 1)
      await coordination.note('longer', 'b', DAY)
      await sweep()
      expect(await coordination.noted('for a day')).toBe('a')
      await bench().pass(1)
      await sweep()
      expect(await coordination.noted('for a day')).toBeNull()
      expect(await coordination.noted('longer')).toBe('b')
      expect(await coordination.noted('for ever')).toBe('c')
    })
  })
}

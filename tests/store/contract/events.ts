import { describe, expect, test } from 'vitest'
import { HOUR } from '../example-digest.ts'
import type { Bench } from './bench.ts'

export function eventsContract(bench: () => Bench): void {
  describe('inbound', () => {
    test('F1 an event is taken by one, held from others, and finished for good', async () => {
      const { inbound } = bench().store
      expect(await inbound.take('e1', 'a', 15_000)).toBe('taken')
      expect(await inbound.take('e1', 'b', 15_000)).toBe('held')
      await inbound.finish('e1', 'a')
      expect(await inbound.take('e1', 'b', 15_000)).toBe('finished')
      expect(await inbound.take('e1', 'a', 15_000)).toBe('finished')
    })

    test('F3 what a dead owner had is free when its lease runs out, not before', async () => {
      const { inbound } = bench().store
      await inbound.take('e1', 'dead', 15_000)
      await bench().pass(14_999)
      expect(await inbound.take('e1', 'b', 15_000)).toBe('held')
      await bench().pass(1)
      expect(await inbound.take('e1', 'b', 15_000)).toBe('taken')
      expect(await inbound.take('e1', 'c', 15_000)).toBe('held')
    })

    test('what is given back is free at once, but only by its owner', async () => {
      const { inbound } = bench().store
      await inbound.take('e1', 'a', 15_000)
      await inbound.giveBack('e1', 'b')
      expect(await inbound.take('e1', 'b', 15_000)).toBe('held')
      await inbound.giveBack('e1', 'a')
      expect(await inbound.take('e1', 'b', 15_000)).toBe('taken')
    })

    test('done is done: after the lease ran out, and where it could not be taken', async () => {
      const { inbound } = bench().store
      await inbound.take('slow', 'a', 15_000)
      await bench().pass(20_000)
      expect(await inbound.take('slow', 'b', 15_000)).toBe('taken')
      await inbound.finish('slow', 'a')
      await inbound.finish('never taken', 'a')
      expect(await inbound.take('slow', 'c', 15_000)).toBe('finished')
      expect(await inbound.take('never taken', 'c', 15_000)).toBe('finished')
      await inbound.giveBack('slow', 'b')
      expect(await inbound.take('slow', 'c', 15_000)).toBe('finished')
    })

    test('F1 of many who take one key at once, one gets it', async () => {
      const { store, second } = bench()
      const stores = second === null ? [store] : [store, await second()]
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
      const { inbound } = bench().store
      await inbound.take('old', 'a', 15_000)
      await inbound.finish('old', 'a')
      await bench().pass(48 * HOUR - 1)
      await inbound.take('new', 'a', 15_000)
      await bench().store.sweep()
      expect(await inbound.take('old', 'b', 15_000)).toBe('finished')
      await bench().pass(1)
      await bench().store.sweep()
      expect(await inbound.take('new', 'b', 15_000)).toBe('held')
      expect(await inbound.take('old', 'b', 15_000)).toBe('taken')
    })
  })

  describe('coordination', () => {
    test('a lease has one owner, who may renew it', async () => {
      const { coordination } = bench().store
      expect(await coordination.lease('shard 0', 'a', 30_000)).toBe(true)
      expect(await coordination.lease('shard 0', 'b', 30_000)).toBe(false)
      await bench().pass(20_000)
      expect(await coordination.lease('shard 0', 'a', 30_000)).toBe(true)
      await bench().pass(29_999)
      expect(await coordination.lease('shard 0', 'b', 30_000)).toBe(false)
      await bench().pass(1)
      expect(await coordination.lease('shard 0', 'b', 30_000)).toBe(true)
      await coordination.release('shard 0', 'a')
      expect(await coordination.lease('shard 0', 'a', 30_000)).toBe(false)
      await coordination.release('shard 0', 'b')
      expect(await coordination.lease('shard 0', 'a', 30_000)).toBe(true)
    })

    test('a counter begins again when its window is over', async () => {
      const { coordination } = bench().store
      expect(await coordination.count('identify', 1_000)).toBe(1)
      expect(await coordination.count('identify', 1_000, 5)).toBe(6)
      await bench().pass(999)
      expect(await coordination.count('identify', 1_000)).toBe(7)
      expect(await coordination.count('other', 1_000)).toBe(1)
      await bench().pass(1)
      expect(await coordination.count('identify', 1_000)).toBe(1)
    })

    test('counting at once loses nothing', async () => {
      const counts = await Promise.all(
        Array.from({ length: 50 }, () => bench().store.coordination.count('n', 60_000)),
      )
      expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
    })

    test('a note is what was written last', async () => {
      const { coordination } = bench().store
      expect(await coordination.noted('commands')).toBe(null)
      await coordination.note('commands', "a'b")
      await coordination.note('commands', '东营 :name $1')
      expect(await coordination.noted('commands')).toBe('东营 :name $1')
    })
  })
}

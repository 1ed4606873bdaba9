import { describe, expect, test } from 'vitest'
import { START } from '../example-digest.ts'
import type { Bench } from './bench.ts'

export function knownFactsContract(bench: () => Bench): void {
  describe('known facts', () => {
    const A = { id: 'dongying/a', content: '1' }
    const B = { id: 'dongying/b', content: '1' }

    test('what is new, changed and withdrawn since an instant', async () => {
      const { knownFacts } = bench().store
      expect(await knownFacts.enter([A, B])).toEqual({ added: 2, changed: 0, withdrawn: 0 })
      expect(await knownFacts.enter([A, B])).toEqual({ added: 0, changed: 0, withdrawn: 0 })
      await bench().pass(10)
      const C = { id: 'c', content: '1' }
      expect(await knownFacts.enter([{ ...A, content: '2' }, C])).toEqual({
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
          [A.id, { id: A.id, content: '2', seenAt: START + 10, firstSeenAt: START }],
        ]),
      )
    })

    test('what comes back is not new', async () => {
      const { knownFacts } = bench().store
      await knownFacts.enter([A, B])
      await bench().pass(10)
      await knownFacts.enter([{ ...A, content: '2' }])
      await bench().pass(10)
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
      const facts = Array.from({ length: 1_001 }, (_, index) => ({ id: `f${index}`, content: 'h' }))
      expect(await bench().store.knownFacts.enter(facts)).toMatchObject({ added: 1_001 })
      expect((await bench().store.knownFacts.knownAt(START)).size).toBe(1_001)
    })

    test('all of it or nothing: an entry that fails half-way leaves what was there', async () => {
      const { knownFacts, inbound } = bench().store
      await knownFacts.enter([A, B])
      const faulty = { id: undefined as unknown as string, content: '2' }
      const outcomes = await Promise.allSettled([
        inbound.take('before', 'a', 1_000),
        knownFacts.enter([faulty]),
        inbound.take('after', 'a', 1_000),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect([...(await knownFacts.knownAt(START)).keys()]).toEqual([A.id, B.id])
      expect(await inbound.take('before', 'b', 1_000)).toBe('held')
    })
  })
}

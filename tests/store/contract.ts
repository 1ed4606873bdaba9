/** What both stores hold to, run for each: sqlite.test.ts and postgres.test.ts. The clock stands still until moved. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SetupError } from '../../src/base/errors.ts'
import type { Store } from '../../src/store/index.ts'
import type { Bench } from './contract/bench.ts'
import { departuresContract } from './contract/departures.ts'
import { digestsContract } from './contract/digests.ts'
import { eventsContract } from './contract/events.ts'
import { hostileContract } from './contract/hostile.ts'
import { knownFactsContract } from './contract/known-facts.ts'
import { postingContract } from './contract/posting.ts'

export function describeStore(name: string, setUp: () => Promise<Bench>): void {
  describe(name, () => {
    let bench: Bench
    let store: Store
    beforeEach(async () => {
      bench = await setUp()
      store = bench.store
    })
    afterEach(() => bench?.end())

    eventsContract(() => bench)
    digestsContract(() => bench)
    postingContract(() => bench)
    knownFactsContract(() => bench)
    departuresContract(() => bench)
    hostileContract(() => bench)

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
      expect(String(error)).toMatch(/newer program.*\(its form is 999, this program knows \d+\)/)
    })
  })
}

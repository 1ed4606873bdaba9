import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../src/digest/digest-store.ts'
import { DIGEST, DUE, HOUR, planned, run, SLACK, START } from '../example-digest.ts'
import type { Bench } from './bench.ts'

export function postingContract(bench: () => Bench): void {
  describe('posting', () => {
    test('F25 from claim to sent, with what was frozen', async () => {
      const { digests } = bench().store
      const digest = await planned(bench().store, DIGEST)
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
      await bench().pass(500)
      expect(await digests.confirm(claim, '1700.1')).toBe(true)
      expect(await digests.confirm(claim, '1700.2')).toBe(false)
      const sent = await digests.occurrence(claim.occurrenceId)
      expect(sent).toMatchObject({ state: 'sent', messageId: '1700.1', body: null, said: 'hash' })
      expect(sent).toMatchObject({ leaseUntil: null, endedAt: START + 500, reason: null })
      expect(await digests.lastSent('d1', DUE + 1)).toEqual(sent)
      expect(await digests.lastSent('d1', DUE)).toBe(null)
      expect(await digests.sentAs('slack', '1700.1')).toEqual(sent)
      expect(await digests.sentAs('discord', '1700.1')).toBe(null)
      expect(await digests.sentAs('slack', '1700.2')).toBe(null)
      await bench().pass(HOUR)
      expect(await digests.claim('w2', SLACK)).toBe(null)
    })

    test('F26 a worker that froze finds its claim gone, whatever it does', async () => {
      const { digests } = bench().store
      await planned(bench().store, DIGEST)
      const frozen = (await digests.claim('w1', SLACK))!
      await bench().pass(59_999)
      expect(await digests.claim('w2', SLACK)).toBe(null)
      await bench().pass(1)
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
      const { digests } = bench().store
      await planned(bench().store, DIGEST)
      const first = (await digests.claim('w', SLACK))!
      await digests.freeze(first, { place: DIGEST.place, body: 'b', said: 's' })
      expect(await digests.giveBack(first, 30_000, 'ratelimited')).toBe(true)
      expect(await digests.open(1)).toMatchObject([{ state: 'due', reason: 'ratelimited', unclear: 0 }])
      await bench().pass(29_999)
      expect(await digests.claim('w', SLACK)).toBe(null)
      await bench().pass(1)
      const second = (await digests.claim('w', SLACK))!
      expect(await digests.leaveUnclear(second, 10_000, 'timeout')).toBe(true)
      expect(await digests.claim('w', SLACK)).toBe(null)
      await bench().pass(10_000)
      const third = (await digests.claim('w', SLACK))!
      expect(third).toMatchObject({ fence: 3, occurrence: { attempt: 3, unclear: 1, body: 'b' } })
      expect(third.occurrence.firstTryAt).toBe(START)
    })

    test('the longest due first, and only what the process can post', async () => {
      const { digests } = bench().store
      const discord = { platform: 'discord', tenant: 'G1', id: 'C' } as const
      await planned(bench().store, { ...DIGEST, id: 'late' }, run('late', 's', DUE + 1))
      await planned(
        bench().store,
        { ...DIGEST, id: 'elsewhere', place: discord },
        run('elsewhere', 's', DUE - 1),
      )
      await planned(bench().store, { ...DIGEST, id: 'early' }, run('early', 's', DUE))
      await planned(
        bench().store,
        { ...DIGEST, id: 'spread' },
        { ...run('spread', 's', DUE - 2), notBefore: START + 9 },
      )
      const order = async (options = SLACK) => (await digests.claim('w', options))?.occurrence.digestId
      expect([await order(), await order(), await order()]).toEqual(['early', 'late', undefined])
      expect(await order({ leaseMs: 60_000, platforms: [] })).toBe(undefined)
      expect(await order({ leaseMs: 60_000, platforms: ['slack', 'discord'] })).toBe('elsewhere')
      await bench().pass(9)
      expect(await order()).toBe('spread')
    })

    test('an unknown one can be posted after all, as if never tried; an old claim of it stays void', async () => {
      const { digests } = bench().store
      await planned(bench().store, DIGEST)
      const claim = (await digests.claim('w', SLACK))!
      await digests.freeze(claim, { place: DIGEST.place, body: 'b', said: 's' })
      expect(await digests.reopen(claim.occurrenceId)).toBe(false)
      expect(await digests.settle(claim, 'unknown', 'no answer')).toBe(true)
      expect(await digests.claim('w', SLACK)).toBe(null)
      expect(await digests.reopen(claim.occurrenceId)).toBe(true)
      expect(await digests.reopen(claim.occurrenceId)).toBe(false)
      await bench().pass(5)
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
      const { digests } = bench().store
      await planned(bench().store, DIGEST)
      const claim = (await digests.claim('w', SLACK))!
      await digests.leaveUnclear(claim, 0, 'timeout')
      await digests.remove('d1')
      expect(await digests.claim('w', SLACK)).toMatchObject({ digest: null, occurrence: { unclear: 1 } })
    })

    test('F27 workers who claim at once get each row once', async () => {
      const { store, second } = bench()
      const stores = second === null ? [store] : [store, await second()]
      for (let index = 0; index < 30; index++) await planned(bench().store, { ...DIGEST, id: `d${index}` })
      const claims = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          stores[index % stores.length]!.digests.claim(`w${index % 4}`, SLACK),
        ),
      )
      const got = claims.filter((claim): claim is Claim => claim !== null)
      expect(new Set(got.map(({ occurrenceId }) => occurrenceId)).size).toBe(got.length)
      for (
        let rest = await bench().store.digests.claim('w', SLACK);
        rest;
        rest = await bench().store.digests.claim('w', SLACK)
      )
        got.push(rest)
      expect(new Set(got.map(({ occurrenceId }) => occurrenceId)).size).toBe(30)
      expect(got).toHaveLength(30)
    })

    test('history is kept 90 days, what was said last as long as its digest', async () => {
      const { digests } = bench().store
      for (const slot of ['2026-01-13', '2026-01-14', '2026-01-15']) {
        const due = Date.parse(`${slot}T09:00Z`)
        await planned(
          bench().store,
          { ...DIGEST, id: slot === '2026-01-13' ? 'd1' : 'again' },
          run('d1', slot, due),
          'd1',
        )
        const claim = (await digests.claim('w', SLACK))!
        if (slot === '2026-01-15') await digests.settle(claim, 'skipped', 'no change')
        else await digests.confirm(claim, slot)
      }
      await bench().pass(90 * 24 * HOUR - 1)
      await bench().store.sweep()
      expect(await digests.history('d1', 10)).toHaveLength(3)
      await bench().pass(1)
      await bench().store.sweep()
      expect(await digests.history('d1', 10)).toMatchObject([{ slot: '2026-01-14', state: 'sent' }])
      await digests.remove('d1')
      await bench().store.sweep()
      expect(await digests.history('d1', 10)).toEqual([])
    })
  })
}

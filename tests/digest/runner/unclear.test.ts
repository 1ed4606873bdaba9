/** Posts of which nobody knows whether they arrived: never twice, never lost. */
import { describe, expect, test } from 'vitest'
import { DUE, MINUTE, type Scene, SECOND, scene } from './scene.ts'

const ends = async ({ digests }: Scene) =>
  (await digests.history('d1', 10)).map(({ state, messageId }) => [state, messageId])

test('a digest is posted at its time, once, and confirmed', async () => {
  const s = await scene()
  await s.add()
  s.runner()
  await s.live(MINUTE - SECOND)
  expect(s.world.tried).toEqual([])
  await s.live(10 * MINUTE)
  expect(s.world.shown).toHaveLength(1)
  expect(s.world.shown[0]!.at - DUE).toBeLessThan(11 * SECOND)
  expect(s.world.looked).toEqual([])
  expect(await ends(s)).toEqual([['sent', 'm1']])
  expect(s.counts.get('digest_posted_total')).toBe(1)
  expect(s.moments[0]).toMatchObject({ dueAt: DUE, skipped: 0, last: null, late: false })
})

describe('F18 an answer is lost', () => {
  test.each(['answer lost', 'hangs', 'broken'] as const)('F18 slack: %s, then looked for', async (fate) => {
    const s = await scene()
    s.world.shownAfter = 5 * SECOND
    s.world.fates.push(fate)
    await s.add()
    s.runner()
    await s.live(6 * MINUTE)
    expect(s.world.shown).toHaveLength(1)
    // what is seen is not posted again; what is not seen is, by the same bytes
    expect(s.world.tried).toHaveLength(fate === 'answer lost' ? 1 : 2)
    expect(new Set(s.world.tried.map(({ body }) => body)).size).toBe(1)
    // one does not look while it may not show yet
    expect(s.world.looked[0]! - s.world.tried[0]!.at).toBeGreaterThanOrEqual(10 * SECOND)
    expect(await ends(s)).toEqual([['sent', 'm1']])
  })

  test('F18 discord: within a minute the nonce is enough, nobody looks', async () => {
    const s = await scene('discord')
    s.world.nonceLife = 3 * MINUTE
    s.world.fates.push('answer lost', 'answer lost')
    await s.add()
    s.runner()
    await s.live(6 * MINUTE)
    expect([s.world.shown.length, s.world.tried.length, s.world.looked.length]).toEqual([1, 3, 0])
    expect(await ends(s)).toEqual([['sent', 'm1']])
  })

  test('F18 discord: after a minute the nonce is not trusted, one looks', async () => {
    const s = await scene('discord')
    s.world.nonceLife = MINUTE
    s.world.fates.push('answer lost', 'answer lost', 'answer lost')
    await s.add()
    s.runner()
    await s.live(16 * MINUTE, 5 * SECOND)
    expect(s.world.shown).toHaveLength(1)
    expect(s.world.looked.length).toBeGreaterThan(0)
    for (const { at } of s.world.tried) expect(at - s.world.tried[0]!.at).toBeLessThan(MINUTE)
    expect(await ends(s)).toEqual([['sent', 'm1']])
  })

  test('F18 nobody may look, hold: unknown, told to its owner, posted only when somebody says so', async () => {
    const s = await scene()
    s.world.looking = { found: 'unknown', reason: 'missing_scope' }
    s.world.fates.push('answer lost')
    await s.add()
    s.runner()
    await s.live(30 * MINUTE, 5 * SECOND)
    expect([s.world.shown.length, s.world.tried.length]).toEqual([1, 1])
    expect(await ends(s)).toEqual([['unknown', null]])
    expect(s.world.told).toEqual([
      expect.objectContaining({
        kind: 'unknown',
        owner: { platform: 'slack', tenant: 'T1', id: 'U1' },
        occurrence: 'd1@2026-01-12',
        wayOut: expect.arrayContaining([{ does: 'post-now', line: '/digest run d1@2026-01-12' }]),
      }),
    ])
    await s.digests.reopen('d1@2026-01-12')
    await s.live(MINUTE)
    expect(await ends(s)).toEqual([['sent', 'm2']])
    expect(new Set(s.world.shown.map(({ body }) => body)).size).toBe(1)
  })

  test('F18 nobody may look, repost: at least once, as asked for', async () => {
    const s = await scene()
    s.world.looking = { found: 'unknown', reason: 'missing_scope' }
    s.world.fates.push('broken')
    await s.add()
    s.runner({ unclear: { slack: 'repost' } })
    await s.live(5 * MINUTE)
    expect(await ends(s)).toEqual([['sent', 'm1']])
  })

  test('F18 never clear: after five tries unknown and told, with no sixth post', async () => {
    const s = await scene()
    for (let times = 0; times < 20; times++) s.world.fates.push('broken')
    await s.add()
    s.runner()
    await s.live(40 * MINUTE, 5 * SECOND)
    expect(s.world.tried).toHaveLength(5)
    expect(await ends(s)).toEqual([['unknown', null]])
    expect(s.world.told.map(({ kind }) => kind)).toEqual(['unknown'])
  })

  test('F18 an owner who cannot be told now is told later, and only then it is written down', async () => {
    const s = await scene()
    s.world.looking = { found: 'unknown', reason: 'missing_scope' }
    s.world.telling = { outcome: 'unclear', reason: 'http_503' }
    s.world.fates.push('answer lost')
    await s.add()
    s.runner()
    await s.live(21 * MINUTE, 5 * SECOND)
    expect((await ends(s))[0]![0]).toBe('posting')
    s.world.telling = { outcome: 'accepted', id: 'dm' }
    await s.live(10 * MINUTE, 5 * SECOND)
    expect(await ends(s)).toEqual([['unknown', null]])
    expect(s.world.told).toHaveLength(1)
  })

  test('F18 what was refused for certain is not looked for, even where nobody may look', async () => {
    const s = await scene()
    s.world.looking = { found: 'unknown', reason: 'missing_scope' }
    s.world.fates.push({ outcome: 'refused', reason: 'rate_limited', permanent: false, waitMs: 30 * SECOND })
    s.world.fates.push({ outcome: 'refused', reason: 'unreachable', permanent: false })
    await s.add()
    s.runner()
    await s.live(5 * MINUTE)
    expect(s.world.looked).toEqual([])
    expect(await ends(s)).toEqual([['sent', 'm1']])
  })

  test('F18 discord: a refusal after an unclear try does not make that one clear', async () => {
    const s = await scene('discord')
    s.world.nonceLife = 3 * MINUTE
    s.world.fates.push('answer lost')
    s.world.fates.push({ outcome: 'refused', reason: 'rate limited', permanent: false, waitMs: 10 * MINUTE })
    await s.add()
    s.runner()
    await s.live(16 * MINUTE, 5 * SECOND)
    expect(s.world.shown).toHaveLength(1)
    expect(s.world.looked).toHaveLength(1)
    expect(await ends(s)).toEqual([['sent', 'm1']])
  })
})

/** Posts that are refused for certain: waited for, given up in time, and the owner told. */
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, type Scene, SECOND, scene } from './scene.ts'

const states = async ({ digests }: Scene, id = 'd1') =>
  (await digests.history(id, 10)).map(({ state }) => state)
const limited = (waitMs: number) =>
  ({ outcome: 'refused', reason: 'rate_limited', permanent: false, waitMs }) as const
const closed = { outcome: 'refused', reason: 'channel_not_found', permanent: true } as const

describe('F19 429 with Retry-After on one channel', () => {
  test.each([1, 30, 3_600])(
    'F19 %i s: it waits as long, then arrives; others do not wait',
    async (seconds) => {
      const s = await scene()
      s.world.fatesOf.set('C1', [limited(seconds * SECOND)])
      await s.add()
      await s.add({ id: 'd2', place: { platform: 'slack', tenant: 'T1', id: 'C2' } })
      s.runner()
      await s.live(2 * MINUTE + seconds * SECOND * 1.1, 5 * SECOND)
      const [first, again] = s.world.tried.filter(({ place }) => place === 'C1')
      expect(again!.at - first!.at).toBeGreaterThanOrEqual(seconds * SECOND)
      expect(s.world.tried.find(({ place }) => place === 'C2')!.at - first!.at).toBeLessThan(5 * SECOND)
      expect(s.world.shown.map(({ place }) => place).sort()).toEqual(['C1', 'C2'])
    },
  )

  test('F19 others of the same channel wait with it', async () => {
    const s = await scene()
    s.world.fatesOf.set('C1', [limited(60 * SECOND)])
    for (const id of ['d1', 'd2', 'd3']) await s.dueNow(id)
    // all three are in hand when the first is refused
    s.world.onPost = () => s.pause(500)
    s.runner()
    await s.live(5 * MINUTE)
    const [first, ...others] = s.world.tried
    expect(others).toHaveLength(3)
    for (const { at } of others) expect(at - first!.at).toBeGreaterThanOrEqual(60 * SECOND)
  })

  test('F19 limits on looking stop only the looking', async () => {
    const s = await scene()
    s.world.fatesOf.set('C1', ['answer lost'])
    s.world.looking = { found: 'unknown', reason: 'rate_limited', waitMs: 60 * SECOND }
    await s.add()
    await s.add({ id: 'd2', place: { platform: 'slack', tenant: 'T1', id: 'C2' } })
    s.runner()
    await s.live(4 * MINUTE)
    expect(await states(s, 'd2')).toEqual(['sent'])
    expect(s.world.looked.length).toBeLessThanOrEqual(4)
    s.world.looking = 'open'
    await s.live(3 * MINUTE)
    expect(await states(s)).toEqual(['sent'])
    expect(s.world.tried).toHaveLength(2)
  })
})

test('F20 refusals without a time are tried ever more seldom', async () => {
  const s = await scene()
  for (let times = 0; times < 100; times++)
    s.world.fates.push({ outcome: 'refused', reason: 'unreachable', permanent: false })
  await s.add({ cron: '0 9,10 * * *', windowMs: 30 * MINUTE })
  s.runner()
  await s.live(59 * MINUTE, 5 * SECOND)
  expect(s.world.tried.length).toBeLessThan(20)
  expect(await states(s)).toEqual(['due'])
  // past the time in which it would be of use
  await s.live(10 * MINUTE, 5 * SECOND)
  expect((await s.digests.history('d1', 10)).find(({ slot }) => slot === '2026-01-12T09:00')).toMatchObject({
    state: 'failed',
    reason: 'unreachable',
  })
  expect(s.world.told.map(({ kind }) => kind)).toEqual(['failed'])
})

describe('F22 the channel is closed or gone', () => {
  test('F22 one try at each of three due times, then the digest stops and its owner is told', async () => {
    const s = await scene()
    s.world.fatesOf.set('C1', [closed, closed, closed, closed])
    await s.add({ cron: '0,15,30,45 9 * * *' })
    s.runner()
    await s.live(80 * MINUTE, 5 * SECOND)
    expect(s.world.tried).toHaveLength(3)
    expect((await s.digests.get('d1'))!.paused).toBe('refused: channel_not_found')
    expect(s.world.told.map(({ kind }) => kind)).toEqual(['failed', 'failed', 'stopped'])
    expect(s.world.told[2]).toMatchObject({
      why: 'refused',
      wayOut: expect.arrayContaining([{ does: 'resume', line: '/digest resume d1' }]),
    })
    expect(await states(s)).toEqual(['failed', 'failed', 'failed'])
  })

  test('F22 one that arrives in between begins the count anew', async () => {
    const s = await scene()
    s.world.fatesOf.set('C1', [closed, closed, 'taken', closed])
    await s.add({ cron: '0,15,30,45 9 * * *' })
    s.runner()
    await s.live(50 * MINUTE, 5 * SECOND)
    expect((await s.digests.get('d1'))!.paused).toBeNull()
    expect(await states(s)).toEqual(['failed', 'sent', 'failed', 'failed'])
  })

  test('F22 an owner who cannot be reached at all does not keep it open', async () => {
    const s = await scene()
    s.world.telling = { outcome: 'refused', reason: 'user_disabled', permanent: true }
    s.world.fatesOf.set('C1', [closed])
    await s.add()
    s.runner()
    await s.live(5 * MINUTE)
    expect(await states(s)).toEqual(['failed'])
  })
})

describe('the right to have it posted is asked for again', () => {
  test('lost: not posted, paused after ten minutes of it, the owner told', async () => {
    const s = await scene()
    s.world.managers = () => false
    await s.add()
    s.runner()
    await s.live(8 * MINUTE, 5 * SECOND)
    expect((await s.digests.get('d1'))!.paused).toBeNull()
    await s.live(15 * MINUTE, 5 * SECOND)
    expect(s.world.tried).toEqual([])
    expect((await s.digests.get('d1'))!.paused).toBe('its owner may not have digests posted there')
    expect(s.world.told).toEqual([expect.objectContaining({ kind: 'stopped', why: 'mayNot' })])
  })

  test('lost for a moment, as when the platform is out of reach: posted after it', async () => {
    const s = await scene()
    s.world.managers = () => false
    await s.add()
    s.runner()
    await s.live(3 * MINUTE)
    s.world.managers = () => true
    await s.live(3 * MINUTE)
    expect(await states(s)).toEqual(['sent'])
    expect(s.world.told).toEqual([])
  })

  test('not to be found out: neither posted nor paused', async () => {
    const s = await scene()
    s.world.managers = () => Promise.reject(new Error('out of reach'))
    await s.add()
    s.runner()
    await s.live(30 * MINUTE, 5 * SECOND)
    expect(s.world.tried).toEqual([])
    expect((await s.digests.get('d1'))!.paused).toBeNull()
    s.world.managers = () => true
    await s.live(10 * MINUTE, 5 * SECOND)
    expect(await states(s)).toEqual(['sent'])
  })
})

describe('one digest never holds up another', () => {
  /** More of them than are worked on at once. */
  const ILL = 15
  const sixty = async (s: Scene) => {
    for (let number = 1; number <= 60; number++)
      await s.add({
        id: named('d', number),
        place: { platform: 'slack', tenant: 'T1', id: named('C', number) },
      })
  }
  // in the order they are claimed: the ill ones first
  const named = (letter: string, number: number) => `${letter}${String(number).padStart(2, '0')}`
  const isIll = (id: string) => Number(id.slice(1)) <= ILL

  test('places that hang', async () => {
    const s = await scene()
    await sixty(s)
    for (let number = 1; number <= ILL; number++)
      s.world.fatesOf.set(
        named('C', number),
        Array.from({ length: 9 }, () => 'hangs'),
      )
    s.runner()
    await s.live(3 * MINUTE)
    expect(new Set(s.world.shown.map(({ place }) => place)).size).toBe(60 - ILL)
  })

  test.each(['fails', 'hangs'])('content that %s', async (how) => {
    const s = await scene()
    await sixty(s)
    s.runner({
      makeContent: async ({ id }) => {
        if (isIll(id) && how === 'fails') throw new Error('a bug')
        if (isIll(id)) return new Promise(() => {})
        return { reply: { parts: [], plain: id, locale: 'en', seenBy: 'everyone' }, says: id }
      },
    })
    await s.live(4 * MINUTE)
    expect(new Set(s.world.shown.map(({ place }) => place)).size).toBe(60 - ILL)
    expect(['due', 'posting']).toContain((await states(s, 'd01'))[0])
  })

  test('content that can never be made: failed in the end, the owner told', async () => {
    const s = await scene()
    await s.add({ windowMs: 30 * MINUTE })
    s.runner({ makeContent: () => Promise.reject(new Error('a bug')) })
    await s.live(HOUR + 15 * MINUTE, 5 * SECOND)
    expect(await s.digests.history('d1', 1)).toMatchObject([
      { state: 'failed', reason: 'its content could not be made' },
    ])
    expect(s.world.told.map(({ kind }) => kind)).toEqual(['failed'])
  })
})

test('nothing changed: the due time has its row, and nothing is posted', async () => {
  const s = await scene()
  await s.add()
  s.runner({ makeContent: async () => ({ nothing: 'no-change' }) })
  await s.live(2 * MINUTE)
  expect(await s.digests.history('d1', 1)).toMatchObject([{ state: 'skipped', reason: 'no change' }])
  expect(s.counts.get('digest_skipped_total no change')).toBe(1)
})

test('what was said last is there the next time', async () => {
  const s = await scene()
  await s.add()
  s.runner({ timing: { claimEvery: MINUTE, planEvery: MINUTE } })
  await s.live(DAY + 5 * MINUTE, MINUTE)
  expect(s.moments.map(({ last }) => last?.said ?? null)).toEqual([null, 'said 1'])
})

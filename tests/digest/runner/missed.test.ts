/** After a downtime, a jump of the clock, other rules of zones: what is posted, what is skipped, and how fast. */
import { describe, expect, test } from 'vitest'
import { silentLog } from '../../../src/base/log.ts'
import { noMetrics } from '../../../src/base/metrics.ts'
import { createPlanner } from '../../../src/digest/planner.ts'
import { recomputeNext } from '../../../src/digest/recompute.ts'
import { rulesOf, type ZoneRules } from '../../../src/digest/schedule/zone-rules.ts'
import { DIGEST_TIMING } from '../../../src/digest/timing.ts'
import { DAY, DUE, HOUR, MINUTE, type Scene, SECOND, START, scene } from './scene.ts'

const never = new AbortController().signal
const rows = async ({ digests }: Scene, id = 'd1') =>
  (await digests.history(id, 2_000)).reverse().map(({ slot, state }) => `${slot} ${state}`)

describe('F29 down for a while', () => {
  test.each([
    ['latest', MINUTE, '2026-01-12 sent'],
    ['none', MINUTE, '2026-01-12 sent'],
    ['all', MINUTE, '2026-01-12 sent'],
    ['latest', 3 * HOUR, '2026-01-12 sent'],
    ['none', 3 * HOUR, '2026-01-12 skipped'],
    ['all', 3 * HOUR, '2026-01-12 sent'],
  ] as const)('F29 %s, a daily digest, down %i ms', async (catchUp, down, expected) => {
    const s = await scene()
    await s.add({ catchUp })
    await s.live(MINUTE + down, MINUTE)
    s.runner()
    await s.live(2 * MINUTE)
    expect(await rows(s)).toEqual([expected])
    expect(s.moments.map(({ late }) => late)).toEqual(expected.endsWith('sent') ? [down > 5 * MINUTE] : [])
  })

  test('F29 nine days, latest: the newest, headed late, says how many were skipped', async () => {
    const s = await scene()
    await s.add()
    await s.time.pass(8 * DAY + 3 * HOUR)
    s.runner()
    await s.live(2 * MINUTE)
    const days = Array.from({ length: 8 }, (_, at) => `2026-01-${12 + at} skipped`)
    expect(await rows(s)).toEqual([...days, '2026-01-20 sent'])
    expect(s.moments).toMatchObject([{ dueAt: DUE + 8 * DAY, skipped: 8, late: true }])
    expect(s.counts.get('digest_skipped_total downtime')).toBe(8)
  })

  test('F29 nine days, latest, but longer ago than its window: all skipped', async () => {
    const s = await scene()
    await s.add()
    await s.time.pass(8 * DAY + 13 * HOUR)
    s.runner()
    await s.live(2 * MINUTE)
    expect((await rows(s)).every((row) => row.endsWith('skipped'))).toBe(true)
    expect(await rows(s)).toHaveLength(9)
  })

  test('F29 nine days, all, twice a day: the newest ten, oldest first, a second apart', async () => {
    const s = await scene()
    await s.add({ cron: '0 9,15 * * *', catchUp: 'all' })
    await s.time.pass(9 * DAY - HOUR)
    s.runner()
    await s.live(2 * MINUTE)
    expect((await rows(s)).filter((row) => row.endsWith('sent'))).toHaveLength(10)
    expect((await rows(s)).filter((row) => row.endsWith('skipped'))).toHaveLength(8)
    const slots = s.world.shown.map(({ occurrence }) => occurrence)
    expect(slots).toEqual([...slots].sort())
    expectPaced(s)
  })

  test('F29 due when it comes back, within two minutes: no policy leaves it out', async () => {
    const s = await scene()
    await s.add({ cron: '0,15,30,45 * * * *', catchUp: 'none' })
    await s.time.pass(31 * MINUTE + 30 * SECOND)
    s.runner()
    await s.live(2 * MINUTE)
    expect(s.world.shown.map(({ occurrence }) => occurrence)).toEqual(['d1@2026-01-12T01:30Z'])
    expect(s.moments).toMatchObject([{ skipped: 2, late: false }])
  })

  test('F29 many digests: never above one a second to a channel, spread by chance after the start', async () => {
    const s = await scene()
    for (let number = 0; number < 120; number++)
      await s.add({ id: `d${number}`, place: { platform: 'slack', tenant: 'T1', id: `C${number % 30}` } })
    await s.time.pass(3 * HOUR)
    const platformGap = { slack: 0, discord: 0, console: 0 }
    s.runner({ timing: { claimEvery: SECOND, platformGap, parallel: 40 } })
    await s.live(3 * MINUTE)
    expect(s.world.shown).toHaveLength(120)
    expectPaced(s)
    const firsts = [...new Set(s.world.shown.map(({ place }) => place))].map(
      (place) => s.world.shown.find((post) => post.place === place)!.at,
    )
    expect(Math.max(...firsts) - Math.min(...firsts)).toBeGreaterThan(15 * SECOND)
    expect(Math.max(...firsts) - (START + 3 * HOUR)).toBeLessThan(45 * SECOND)
  })

  test('F29 two processes, one channel: together never above one a second', async () => {
    const s = await scene()
    // not by the planner, which would set them apart
    for (let number = 0; number < 20; number++) await s.dueNow(`d${number}`)
    const { coordination } = s.store
    for (const worker of ['a', 'b']) s.runner({ worker, coordination, timing: { claimEvery: SECOND } })
    await s.live(4 * MINUTE)
    expect(s.world.shown).toHaveLength(20)
    expectPaced(s)
  })
})

describe('F28 the clock jumps', () => {
  test('F28 back two hours: nothing twice', async () => {
    const s = await scene()
    let off = 0
    s.digests.now = async () => (await s.store.digests.now()) + off
    await s.add()
    s.runner({ clock: () => s.time.now() + off })
    await s.live(3 * MINUTE)
    off = -2 * HOUR
    await s.live(2 * HOUR + 5 * MINUTE, 10 * SECOND)
    expect(s.world.shown).toHaveLength(1)
    expect(await rows(s)).toEqual(['2026-01-12 sent'])
  })

  test('F28 forward 26 hours, with a claim in hand: that one is not posted on a lease that is over', async () => {
    const s = await scene()
    await s.add()
    let off = 0
    s.runner({
      clock: () => s.time.now() + off,
      makeContent: async () => {
        off = 26 * HOUR
        return { reply: { parts: [], plain: 'x', locale: 'en', seenBy: 'everyone' }, says: '' }
      },
    })
    await s.live(MINUTE + 5 * SECOND)
    expect(s.world.tried).toEqual([])
    await s.live(2 * MINUTE)
    expect(s.world.shown).toHaveLength(1)
  })
})

describe('F33 other rules of a zone', () => {
  /** Shanghai, an hour further east or west. */
  const shifted = (by: number) => (): ZoneRules => rulesOf(by > 0 ? 'Asia/Tokyo' : 'Asia/Bangkok')

  test('F33 the next run moves with them and stays the same run', async () => {
    const s = await scene()
    await s.add({}, START + 5 * MINUTE)
    const before = (await s.digests.get('d1'))!.next!
    expect(await recomputeNext(s.digests, never, shifted(1))).toBe(1)
    expect((await s.digests.get('d1'))!.next).toEqual({ due: before.due - HOUR, slot: before.slot })
    expect(await recomputeNext(s.digests, never, shifted(1))).toBe(0)
  })

  test('F33 a run that is over by the new rules is missed, not lost', async () => {
    const s = await scene()
    await s.add()
    await recomputeNext(s.digests, never, shifted(1))
    expect((await s.digests.get('d1'))!.next).toEqual({ due: DUE - HOUR, slot: '2026-01-12' })
    await s.store.coordination.note('digest zone data', 'new')
    s.runner({ coordination: s.store.coordination, zoneData: 'new' })
    await s.live(2 * MINUTE)
    expect(await rows(s)).toEqual(['2026-01-12 sent'])
  })

  test('F33 a day that was posted is not posted again when its time comes again', async () => {
    const s = await scene()
    await s.add()
    s.runner()
    await s.live(2 * MINUTE)
    expect(await recomputeNext(s.digests, never, shifted(-1))).toBe(1)
    expect((await s.digests.get('d1'))!.next!.slot).toBe('2026-01-13')
    await s.live(90 * MINUTE, 10 * SECOND)
    expect(await rows(s)).toEqual(['2026-01-12 sent'])
  })

  test('F33 worked out anew at start where the rules are others, and not where they are the same', async () => {
    const s = await scene()
    await s.add({ next: { due: DUE + HOUR, slot: '2026-01-12' } })
    const { coordination } = s.store
    await coordination.note('digest zone data', '2026a')
    await s.runner({ coordination, zoneData: '2026a' }).stop(0)
    await s.live(SECOND)
    expect((await s.digests.get('d1'))!.next!.due).toBe(DUE + HOUR)
    s.runner({ coordination, zoneData: '2026b' })
    await s.live(SECOND)
    expect((await s.digests.get('d1'))!.next!.due).toBe(DUE)
    expect(await coordination.noted('digest zone data')).toBe('2026b')
  })
})

test('F27 ten thousand digests due in one minute, four planners: planned within thirty seconds, each once', async () => {
  const s = await scene()
  await Promise.all(Array.from({ length: 10_000 }, (_, at) => s.add({ id: `d${at}`, place: placeOf(at) })))
  await s.time.pass(2 * MINUTE)
  const options = {
    store: s.digests,
    timing: DIGEST_TIMING,
    chance: () => 0,
    log: silentLog,
    metrics: noMetrics,
  }
  const begun = performance.now()
  const moved = await Promise.all(Array.from({ length: 4 }, () => createPlanner(options).round(never)))
  const seconds = (performance.now() - begun) / SECOND
  expect(moved.reduce((sum, count) => sum + count, 0)).toBe(10_000)
  expect(await s.digests.due(1)).toEqual([])
  expect(await s.digests.open(20_000)).toHaveLength(10_000)
  expect(seconds).toBeLessThan(30)
}, 120_000)

const placeOf = (at: number) => ({ platform: 'slack' as const, tenant: 'T1', id: `C${at >> 1}` })

function expectPaced({ world }: Scene): void {
  const last = new Map<string, number>()
  for (const { place, at } of world.tried) {
    expect(at - (last.get(place) ?? Number.NEGATIVE_INFINITY), place).toBeGreaterThanOrEqual(SECOND)
    last.set(place, at)
  }
}

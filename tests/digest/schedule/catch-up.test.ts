import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CATCH_UP_POLICIES,
  catchUp,
  defaultWindow,
  MOST_CAUGHT_UP,
} from '../../../src/digest/schedule/catch-up.ts'
import { acceptedCron } from '../../../src/digest/schedule/cron.ts'
import { missedSince } from '../../../src/digest/schedule/next.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Monday 08:00 in Shanghai: an hour before the digest of the day. */
const DOWN = Date.parse('2026-06-01T00:00Z')

function afterDowntime(policy: (typeof CATCH_UP_POLICIES)[number], cron: string, down: number) {
  const now = DOWN + down
  const { missed } = missedSince(cron, 'Asia/Shanghai', DOWN, now)
  const { post, skip } = catchUp(policy, missed, now, defaultWindow(acceptedCron(cron)))
  return { post: post.map(({ slot }) => slot), skip: skip.length }
}

describe('F29 after a downtime', () => {
  test('latest: the newest missed run, if it is young enough', () => {
    expect(afterDowntime('latest', '0 9 * * *', 60_000)).toEqual({ post: [], skip: 0 })
    expect(afterDowntime('latest', '0 9 * * *', 3 * HOUR)).toEqual({ post: ['2026-06-01'], skip: 0 })
    expect(afterDowntime('latest', '0 9 * * *', 9 * DAY + 2 * HOUR)).toEqual({
      post: ['2026-06-10'],
      skip: 9,
    })
  })

  test('latest: at twelve hours a daily run is too old, just before it is not', () => {
    expect(afterDowntime('latest', '0 9 * * *', 13 * HOUR - 1)).toEqual({ post: ['2026-06-01'], skip: 0 })
    expect(afterDowntime('latest', '0 9 * * *', 13 * HOUR)).toEqual({ post: [], skip: 1 })
  })

  test('all: the newest ten, oldest first', () => {
    expect(afterDowntime('all', '0 9 * * *', 3 * DAY)).toEqual({
      post: ['2026-06-01', '2026-06-02', '2026-06-03'],
      skip: 0,
    })
    const long = afterDowntime('all', '0 9 * * *', 30 * DAY)
    expect(long.post).toHaveLength(MOST_CAUGHT_UP)
    expect([long.post[0], long.post.at(-1), long.skip]).toEqual(['2026-06-21', '2026-06-30', 20])
  })

  test('none: all are skipped', () => {
    expect(afterDowntime('none', '0 9 * * *', 9 * DAY)).toEqual({ post: [], skip: 9 })
  })

  test('what is skipped says why', () => {
    expect(catchUp('none', [{ due: 1, slot: 'a' }], 2, 10).skip).toEqual([
      { due: 1, slot: 'a', reason: 'downtime' },
    ])
  })
})

describe('the window is half the interval, at most 12 hours', () => {
  test.each([
    ['*/15 * * * *', 0.125],
    ['0 * * * *', 0.5],
    ['0 9,17 * * *', 4],
    ['0 9 * * *', 12],
    ['0 9 * * 1', 12],
    ['0 9 1 1 *', 12],
  ])('%s: %f hours', (cron, hours) => {
    expect(defaultWindow(acceptedCron(cron))).toBe(hours * HOUR)
  })
})

test('every missed run is posted or skipped, never both, in order, within the limits', () => {
  const dues = fc.uniqueArray(fc.integer({ min: 0, max: 1_000 }), { maxLength: 40 })
  fc.assert(
    fc.property(
      fc.constantFrom(...CATCH_UP_POLICIES),
      dues,
      fc.integer({ min: 0, max: 500 }),
      (policy, list, window) => {
        const missed = list.map((due) => ({ due, slot: String(due) }))
        const { post, skip } = catchUp(policy, missed, 1_000, window)
        expect([...skip, ...post].map(({ due }) => due)).toEqual([...list].sort((a, b) => a - b))
        expect(post.length).toBeLessThanOrEqual({ latest: 1, all: MOST_CAUGHT_UP, none: 0 }[policy])
        const newest = Math.max(...list)
        if (policy === 'latest') expect(post.length === 1).toBe(list.length > 0 && 1_000 - newest < window)
      },
    ),
    { seed: 12, numRuns: 1_000 },
  )
})

test('runs that are still to come are no concern of catching up', () => {
  expect(
    catchUp(
      'all',
      [
        { due: 5, slot: 'a' },
        { due: 20, slot: 'b' },
      ],
      10,
      100,
    ),
  ).toEqual({
    post: [{ due: 5, slot: 'a' }],
    skip: [],
  })
})

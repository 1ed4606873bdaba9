/** What comes between a due time and its post: other processes, people, a store that fails, a stop. */
import { describe, expect, test } from 'vitest'
import type { ClaimKey } from '../../../src/digest/digest-store.ts'
import { HOUR, MINUTE, type Scene, SECOND, scene, settled } from './scene.ts'

const states = async ({ digests }: Scene, id = 'd1') =>
  (await digests.history(id, 10)).map(({ state, reason }) => [state, reason])
const sent = [['sent', null]]

describe('F25 a process dies', () => {
  /** The process is gone: its store does nothing more, and nothing it does is heard. */
  const dies = (s: Scene, after: 'claim' | 'freeze' | 'post') => {
    let dead = false
    const gone = () => new Promise<never>(() => {})
    const store = { ...s.digests }
    for (const name of [
      'confirm',
      'giveBack',
      'leaveUnclear',
      'settle',
      'freeze',
      'claim',
      'plan',
    ] as const) {
      const real = s.digests[name] as (...given: unknown[]) => Promise<unknown>
      Object.assign(store, {
        async [name](...given: unknown[]) {
          if (dead) return gone()
          const result = await real(...given)
          if (result !== null && name === after) dead = true
          return dead ? gone() : result
        },
      })
    }
    if (after === 'post')
      s.world.onPost = () => {
        dead = true
      }
    return store
  }

  test.each(['claim', 'freeze', 'post'] as const)('F25 after %s: another posts it, once', async (after) => {
    const s = await scene()
    await s.add()
    s.runner({ store: dies(s, after) })
    await s.live(MINUTE + 10 * SECOND)
    s.world.onPost = () => {}
    s.runner()
    await s.live(3 * MINUTE)
    expect(s.world.shown).toHaveLength(1)
    expect(await states(s)).toEqual(sent)
    // without content nothing can have been posted, so nothing is looked for
    expect(s.world.looked.length).toBe(after === 'claim' ? 0 : 1)
  })

  /** As the embedded store does when it is opened: what the dead process held is free at once. */
  async function freed(s: Scene): Promise<void> {
    const [row] = await s.digests.open(1)
    await s.digests.leaveUnclear({ occurrenceId: row!.id, fence: row!.attempt }, 0, 'free')
  }

  test.each([
    ['its first try', []],
    // then the first try says nothing of when the last one was
    ['a later try', ['broken'] as const],
  ])('F25 killed after %s, begun again at once: what may not show yet is waited for', async (_, fates) => {
    const s = await scene()
    s.world.shownAfter = 8 * SECOND
    s.world.fates.push(...fates)
    await s.add()
    const mortal = dies(s, 'post')
    const kill = s.world.onPost
    s.world.onPost = () => (s.world.tried.length > fates.length ? kill() : undefined)
    s.runner({ store: mortal, timing: { claimEvery: SECOND } })
    for (let waited = 0; s.world.shown.length === 0 && waited < 120; waited++) await s.live(SECOND)
    s.world.onPost = () => {}
    await freed(s)
    s.runner({ timing: { claimEvery: SECOND } })
    await s.live(2 * MINUTE)
    expect(s.world.shown).toHaveLength(1)
    expect(await states(s)).toEqual(sent)
  })
})

describe('F26 a process freezes for longer than its lease', () => {
  test('F26 before its post: it does not post', async () => {
    const s = await scene()
    await s.add()
    let thaw = () => {}
    const frozen = new Promise<void>((resolve) => {
      thaw = resolve
    })
    const freeze = async (...given: Parameters<typeof s.digests.freeze>) => {
      const kept = await s.digests.freeze(...given)
      await frozen
      return kept
    }
    s.runner({ store: { ...s.digests, freeze } })
    await s.live(MINUTE + 10 * SECOND)
    const other = s.runner()
    await s.live(2 * MINUTE)
    expect(await states(s)).toEqual(sent)
    thaw()
    await s.live(2 * MINUTE)
    expect(s.world.tried).toHaveLength(1)
    expect(other.health()).toEqual({ ok: true, says: 'running' })
  })

  test('F26 with less of the lease left than a post may take: it gives the claim back', async () => {
    const s = await scene()
    await s.add()
    const given: [ClaimKey, number, string][] = []
    s.digests.giveBack = async (...back) => {
      given.push(back)
      return s.store.digests.giveBack(...back)
    }
    let slow = true
    s.digests.freeze = async (...frozen) => {
      const kept = await s.store.digests.freeze(...frozen)
      if (slow) await s.pause(45 * SECOND)
      slow = false
      return kept
    }
    s.runner()
    await s.live(MINUTE + 49 * SECOND)
    expect(s.world.tried).toEqual([])
    await s.live(30 * SECOND)
    expect(given.map(([, , reason]) => reason)).toEqual(['not sent (attempt 1): no time left'])
    expect(await states(s)).toEqual(sent)
  })

  test('F26 after its post: the other finds it, the frozen one changes nothing', async () => {
    const s = await scene()
    await s.add()
    let thaw = () => {}
    const frozen = new Promise<void>((resolve) => {
      thaw = resolve
    })
    const confirm = async (...given: Parameters<typeof s.digests.confirm>) => {
      await frozen
      return s.digests.confirm(...given)
    }
    s.runner({ store: { ...s.digests, confirm } })
    await s.live(MINUTE + 10 * SECOND)
    s.runner()
    await s.live(2 * MINUTE)
    thaw()
    await s.live(MINUTE)
    expect(s.world.shown).toHaveLength(1)
    expect(s.counts.get('digest_posted_total')).toBe(1)
    expect(await states(s)).toEqual(sent)
  })
})

describe('F32 somebody changes it between its due time and its post', () => {
  /** Refused at the first try, so that the change comes in between. */
  async function between(change: (s: Scene) => Promise<unknown>, lost = false): Promise<Scene> {
    const s = await scene()
    s.world.fates.push(
      lost ? 'answer lost' : { outcome: 'refused', reason: 'rate_limited', permanent: false, waitMs: MINUTE },
    )
    await s.add()
    s.runner()
    await s.live(MINUTE + 10 * SECOND)
    await change(s)
    await s.live(5 * MINUTE)
    return s
  }
  const edit = (change: object) => async (s: Scene) => {
    const { rev } = (await s.digests.get('d1'))!
    return s.digests.change('d1', rev, change)
  }

  test('F32 asked something else, moved: what was frozen goes where it was to go', async () => {
    const s = await between(edit({ about: 'another', place: { platform: 'slack', tenant: 'T1', id: 'C9' } }))
    expect(s.world.shown).toMatchObject([{ place: 'C1', body: 'summary r:370500 1' }])
  })

  test('F32 paused: not posted, and its row says why', async () => {
    const s = await between(edit({ paused: 'by its owner' }))
    expect(s.world.shown).toEqual([])
    expect(await states(s)).toEqual([['skipped', 'paused']])
  })

  test('F32 deleted: not posted', async () => {
    const s = await between((scene) => scene.digests.remove('d1'))
    expect(s.world.shown).toEqual([])
    expect(await states(s)).toEqual([['skipped', 'deleted']])
  })

  test('F32 deleted after a try that arrived: said to be sent, not posted again', async () => {
    const s = await between((scene) => scene.digests.remove('d1'), true)
    expect(s.world.tried).toHaveLength(1)
    expect(await states(s)).toEqual(sent)
  })

  test('F32 changed before its due time: the new form is posted', async () => {
    const s = await scene()
    await s.add()
    s.runner()
    await edit({ about: 'another' })(s)
    await s.live(2 * MINUTE)
    expect(s.world.shown).toMatchObject([{ body: 'another 1' }])
  })
})

describe('F34 the store fails', () => {
  /** Every call rejects between two instants. */
  const failing = (s: Scene, from: number, until: number) => {
    for (const name of Object.keys(s.digests) as (keyof typeof s.digests)[]) {
      const real = s.store.digests[name] as (...given: unknown[]) => Promise<unknown>
      Object.assign(s.digests, {
        [name]: (...given: unknown[]) =>
          s.time.now() >= from && s.time.now() < until ? Promise.reject(new Error('away')) : real(...given),
      })
    }
  }

  test('F34 gone for five minutes over the due time: posted after it, once', async () => {
    const s = await scene()
    await s.add()
    failing(s, s.time.now() + 30 * SECOND, s.time.now() + 330 * SECOND)
    const runner = s.runner()
    await s.live(5 * MINUTE)
    expect(s.world.tried).toEqual([])
    expect(runner.health()).toEqual({ ok: false, says: 'the store does not answer' })
    await s.live(2 * MINUTE)
    expect(s.world.shown).toHaveLength(1)
    expect(await states(s)).toEqual(sent)
    expect(runner.health().ok).toBe(true)
  })

  test('F34 gone when the post has arrived: written down when it is back, without looking', async () => {
    const s = await scene()
    s.world.looking = { found: 'unknown', reason: 'missing_scope' }
    await s.add()
    s.world.onPost = () => failing(s, 0, s.time.now() + 5 * MINUTE)
    s.runner()
    await s.live(10 * MINUTE)
    expect(s.world.tried).toHaveLength(1)
    expect(await states(s)).toEqual(sent)
  })

  test('F34 content that cannot be kept is not posted', async () => {
    const s = await scene()
    await s.add()
    let times = 0
    s.digests.freeze = (...given) =>
      ++times === 1 ? Promise.reject(new Error('disk full')) : s.store.digests.freeze(...given)
    s.world.onPost = async () => {
      expect((await s.digests.open(1))[0]!.body).not.toBeNull()
    }
    s.runner()
    await s.live(3 * MINUTE)
    expect(times).toBe(2)
    expect(s.world.shown).toHaveLength(1)
  })

  test('F34 a start without a store: it begins when there is one', async () => {
    const s = await scene()
    await s.add()
    failing(s, 0, s.time.now() + 2 * MINUTE)
    s.runner()
    await s.live(4 * MINUTE)
    expect(await states(s)).toEqual(sent)
  })
})

describe('F48 a stop', () => {
  test('F48 what is being posted is finished, and confirmed', async () => {
    const s = await scene()
    await s.add()
    let arrive = () => {}
    s.world.onPost = () =>
      new Promise<void>((resolve) => {
        arrive = resolve
      })
    const runner = s.runner()
    await s.live(MINUTE + 10 * SECOND)
    const stopped = runner.stop(8 * SECOND)
    await settled()
    arrive()
    await stopped
    expect(await states(s)).toEqual(sent)
  })

  test('F48 what is not being posted yet is given back at once and not posted here', async () => {
    const s = await scene()
    await s.add()
    let made = () => {}
    const making = new Promise<void>((resolve) => {
      made = resolve
    })
    const runner = s.runner({
      async makeContent() {
        await making
        return { reply: { parts: [], plain: 'x', locale: 'en', seenBy: 'everyone' }, says: '' }
      },
    })
    await s.live(MINUTE + 10 * SECOND)
    const stopped = runner.stop(8 * SECOND)
    made()
    await stopped
    expect(s.world.tried).toEqual([])
    expect(await states(s)).toEqual([['due', 'not sent (attempt 1): stopping']])
    s.runner()
    await s.live(20 * SECOND)
    expect(await states(s)).toEqual(sent)
  })

  test('F48 what hangs is left behind after the grace', async () => {
    const s = await scene()
    await s.add()
    s.world.fates.push('hangs')
    const runner = s.runner()
    await s.live(MINUTE + 5 * SECOND)
    let over = false
    const stopped = runner.stop(2 * SECOND).then(() => {
      over = true
    })
    await s.live(SECOND)
    expect(over).toBe(false)
    await s.live(2 * SECOND)
    await stopped
    expect(runner.health()).toEqual({ ok: false, says: 'stopped' })
  })
})

test('F27 two processes, both clocks off by ten minutes: each due once, at the time of the store', async () => {
  const s = await scene()
  for (let number = 0; number < 30; number++)
    await s.add({ id: `d${number}`, place: { platform: 'slack', tenant: 'T1', id: `C${number}` } })
  for (const off of [10 * MINUTE, -10 * MINUTE])
    s.runner({ worker: String(off), clock: () => s.time.now() + off })
  await s.live(MINUTE - SECOND)
  expect(s.world.tried).toEqual([])
  await s.live(2 * MINUTE)
  expect(s.world.tried).toHaveLength(30)
  expect(s.counts.get('digest_late_seconds')).toBeLessThan(30)
})

test('questions are answered meanwhile: the loop is free between two claims', async () => {
  const s = await scene()
  for (let number = 0; number < 100; number++)
    await s.add({ id: `d${number}`, place: { platform: 'slack', tenant: 'T1', id: `C${number}` } })
  await s.time.pass(HOUR)
  let turns = 0
  let most = 0
  let since = 0
  const claim = s.digests.claim
  s.digests.claim = (...given) => {
    most = Math.max(most, ++since)
    return claim(...given)
  }
  const turn = () => {
    since = 0
    turns++
    if (turns < 3_000) setImmediate(turn)
  }
  turn()
  s.runner({ timing: { jitter: 0, platformGap: { slack: 0, discord: 0, console: 0 } } })
  await s.live(MINUTE)
  expect(s.world.shown).toHaveLength(100)
  expect(most).toBe(1)
})

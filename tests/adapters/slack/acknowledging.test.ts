/** When a delivery is acknowledged, and when it must not be. */
import { describe, expect, test } from 'vitest'
import { acknowledged, type Delivery } from '../../../src/adapters/slack/acknowledge.ts'
import { createGate } from '../../../src/adapters/slack/gate.ts'
import { createOncePerKey } from '../../../src/adapters/slack/once-per-key.ts'
import { silentLog } from '../../../src/base/log.ts'
import { noMetrics } from '../../../src/base/metrics.ts'
import { connected, overHttp, wait } from './connected.ts'
import { echo } from './desk.ts'

const courier = { log: silentLog, metrics: noMetrics, latest: 100 }

/** Delivers once to a listener; what was sent as acknowledgement, and after how many milliseconds. */
async function delivered(listener: (delivery: Delivery) => Promise<void>) {
  const begun = Date.now()
  const sent: { payload: unknown; ms: number }[] = []
  const app = {
    processEvent: async (event: { ack: (payload?: unknown) => Promise<void>; customProperties?: object }) => {
      await event.ack()
      await listener((event.customProperties as { delivery: Delivery }).delivery)
    },
  }
  await acknowledged(
    app as never,
    {},
    async (payload) => void sent.push({ payload, ms: Date.now() - begun }),
    courier,
  )
  return sent
}

test('after the work, not when Bolt says so', async () => {
  const [ack, ...more] = await delivered(async (delivery) => {
    delivery.begun()
    await wait(50)
  })
  expect(more).toEqual([])
  expect(ack!.ms).toBeGreaterThanOrEqual(45)
})

test('when time runs out, if the work has begun here', async () => {
  const [ack] = await delivered(async (delivery) => {
    delivery.begun()
    await wait(300)
  })
  expect(ack!.ms).toBeLessThan(250)
})

test('not when time runs out before anything was begun: somebody else may have it, and die', async () => {
  const [ack] = await delivered(async () => wait(300))
  expect(ack!.ms).toBeGreaterThanOrEqual(290)
})

test('never, where another process has it', async () => {
  expect(await delivered(async (delivery) => delivery.withhold())).toEqual([])
})

test('busy elsewhere is withheld; the same key in this process is not', async () => {
  const busy = createOncePerKey({ once: async () => 'busy', metrics: noMetrics })
  expect(await delivered((delivery) => busy('key', delivery, async () => {}))).toEqual([])
  let work = () => {}
  const here = createOncePerKey({
    once: async (_, done) => {
      await done()
      return 'done'
    },
    metrics: noMetrics,
  })
  const first = delivered((delivery) =>
    here(
      'key',
      delivery,
      () =>
        new Promise((resolve) => {
          work = resolve
        }),
    ),
  )
  const second = delivered((delivery) => here('key', delivery, () => wait(300)))
  expect((await second)[0]!.ms).toBeLessThan(250)
  work()
  expect(await first).toHaveLength(1)
})

describe('an answer that takes four seconds is acknowledged within two and a half', () => {
  const hear = async (incoming: Parameters<typeof echo>[0]) => {
    await wait(4_000)
    return echo(incoming)
  }
  test.each(['sockets', 'HTTP'])('over %s', async (way) => {
    const { slack } = way === 'HTTP' ? await overHttp({ hear }) : await connected({ hear })
    const question = slack.say('ann', '#general', '@gazetteer Dongying')
    await question.answer({ within: 8_000 })
    await question.delivered
    // the mention and the message; after them comes the bot's own post
    for (const { sentAt, ackedAt } of slack.ledger.acks.slice(0, 2))
      expect(ackedAt! - sentAt).toBeLessThan(2_500)
    expect(slack.ledger.posts()).toHaveLength(1)
    slack.assertClean()
  })
})

describe('many at once', () => {
  test('a storm of questions leaves room for everything else, and says so where it cannot be met', async () => {
    let now = 0
    const gate = createGate({ clock: () => now, most: 50, atOnce: 1 })
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const all = await Promise.all(
      Array.from({ length: 80 }, (_, index) =>
        gate.run(async () => {
          const until = Date.now() + 5
          while (Date.now() < until);
          now += 5
          return index
        }),
      ),
    )
    clearInterval(timer)
    expect(all.filter((each) => each === 'busy')).toHaveLength(30)
    expect(all.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, index) => index))
    expect(turns).toBeGreaterThan(20)
  })

  test('who would have to wait too long is told at once', async () => {
    let now = 0
    const gate = createGate({ clock: () => now, longest: 1_000, atOnce: 1 })
    const work = async () => {
      now += 100
      return 'done'
    }
    await Promise.all(Array.from({ length: 100 }, () => gate.run(work)))
    const later = await Promise.all(Array.from({ length: 100 }, () => gate.run(work)))
    expect(later.filter((each) => each === 'busy').length).toBeGreaterThan(50)
    expect(later[0]).toBe('done')
  })
})

/** Connections that come and go, and the end of it all. */
import { describe, expect, test } from 'vitest'
import { backOff } from '../../../src/adapters/slack/sockets.ts'
import { connected, eventually, overHttp, standIn, wait } from './connected.ts'
import { echo } from './desk.ts'

describe('F9 Slack tells a connection to go', () => {
  test.each(['refresh_requested', 'warning'] as const)(
    '%s: the new one is there before the old one closes',
    async (reason) => {
      const { slack, platform } = await connected()
      let fewest = 2
      slack.sockets.watch(() => {
        if (!platform.health().ok) fewest = 0
      })
      slack.disconnect(reason)
      const asked = Array.from({ length: 5 }, (_, index) =>
        slack.say('ann', index % 2 === 0 ? '#general' : '#random', `@gazetteer q${index}`),
      )
      await Promise.all(asked.map((each) => each.answer({ within: 8_000 })))
      await eventually(() => expect(slack.sockets.live).toBeGreaterThanOrEqual(2))
      expect(fewest).toBe(2)
      slack.assertClean()
    },
  )

  test('too_many_websockets: it waits instead of pushing', async () => {
    const { slack, desk } = await connected()
    slack.disconnect('too_many_websockets')
    await wait(2_500)
    expect(slack.ledger.requests.filter(({ method }) => method === 'apps.connections.open').length).toBe(2)
    expect(desk.lines.some(({ fields }) => fields.why === 'too-many')).toBe(true)
  })

  test('link_disabled: said aloud, no storm, no crash', async () => {
    const { slack, desk, platform } = await connected()
    slack.disconnect('link_disabled')
    await wait(2_500)
    expect(
      desk.lines.some(
        ({ level, message }) => level === 'error' && message.includes('Socket Mode is switched off'),
      ),
    ).toBe(true)
    expect(slack.ledger.requests.filter(({ method }) => method === 'apps.connections.open').length).toBe(2)
    expect(platform.health().ok).toBe(false)
  })
})

test('a hard cut: health is red until a connection is back, and no question is lost', async () => {
  const { slack, platform } = await connected()
  slack.drop()
  await eventually(() => expect(platform.health()).toEqual({ ok: false, says: 'reconnecting' }))
  const question = slack.say('ann', '#general', '@gazetteer Dongying')
  await question.answer({ within: 8_000 })
  expect(platform.health().ok).toBe(true)
  expect(slack.ledger.posts()).toHaveLength(1)
})

test('F10 half open: noticed and replaced within 20 s, health red in between', async () => {
  const { slack, platform } = await connected()
  const begun = Date.now()
  slack.freeze()
  let red = false
  while (!(red && platform.health().ok) && Date.now() - begun < 22_000) {
    red ||= !platform.health().ok
    await wait(20)
  }
  expect(red).toBe(true)
  expect(Date.now() - begun).toBeLessThan(20_000)
  await slack.dm('ann', 'still there?').answer()
}, 30_000)

describe('F11 apps.connections.open fails', () => {
  test.each(['status', 'refuse', 'garbage', '429'] as const)(
    '%s for a while: connected again, no exit',
    async (action) => {
      const { slack, platform } = await connected()
      slack.faults.add({ match: { method: 'apps.connections.open' }, action, times: 4 })
      slack.drop()
      await eventually(() => expect(platform.health().ok).toBe(false))
      await eventually(() => expect(platform.health().ok).toBe(true), 15_000)
      expect(slack.faults.unused()).toEqual([])
      await slack.dm('ann', 'still there?').answer()
    },
    25_000,
  )

  test('the whole platform is down', async () => {
    const { slack, platform } = await connected()
    await slack.down()
    await wait(2_000)
    expect(platform.health().ok).toBe(false)
    await slack.up()
    await slack.connected(2)
    await slack.dm('ann', 'still there?').answer()
  }, 45_000)

  test('after an outage of any length the next try comes within 35 s, and not all at once', () => {
    const waits = [1, 2, 3, 4, 5, 6, 10, 1_000, 1_000_000].map((failures) =>
      backOff(failures, () => 0.999_999),
    )
    expect(waits.map(Math.round)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000,
    ])
    expect(backOff(1, () => 0)).toBe(500)
    expect(backOff(1_000_000, () => 0)).toBe(15_000)
  })
})

describe('F48 the end', () => {
  test.each(['sockets', 'HTTP'])(
    'over %s: takes nothing new, finishes what was begun, closes',
    async (way) => {
      const hear = async (incoming: Parameters<typeof echo>[0]) => {
        await wait(600)
        return echo(incoming)
      }
      const { slack, platform, desk } = way === 'HTTP' ? await overHttp({ hear }) : await connected({ hear })
      const names = Array.from({ length: 16 }, (_, index) => slack.workspace.addUser(`p${index}`).name)
      const begun = names.map((name) => slack.dm(name, 'Dongying'))
      await eventually(() => expect(desk.heard).toHaveLength(16))
      const stopping = platform.stop(8_000)
      void platform.stop(8_000)
      const late = slack.dm('ann', 'too late')
      await stopping
      for (const each of begun) expect(each.answers()).toHaveLength(1)
      expect(late.answers()).toEqual([])
      expect(platform.health()).toEqual({ ok: false, says: 'stopping' })
      expect(slack.sockets.live).toBe(0)
    },
  )

  test('what was not taken any more is answered by the next process', async () => {
    const slack = await standIn()
    const first = await connected({ slack, owner: 'first' })
    const stopping = first.platform.stop(3_000)
    const question = slack.dm('ann', 'Dongying')
    await stopping
    await connected({ slack, owner: 'second' })
    await question.answer()
    expect(first.desk.heard).toEqual([])
  })

  test('it does not wait longer than it was given', async () => {
    const { slack, platform } = await connected({ hear: () => new Promise(() => {}) })
    slack.dm('ann', 'never answered')
    await wait(200)
    const begun = Date.now()
    await platform.stop(700)
    expect(Date.now() - begun).toBeGreaterThanOrEqual(690)
    expect(Date.now() - begun).toBeLessThan(1_500)
  })
})

/** The Slack stand-in in a process of its own, steered from outside, under the pace of the load test. */
import { App } from '@slack/bolt'
import { afterEach, expect, test } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { quiet } from './bolt-app.ts'
import { type SlackProcess, startSlackProcess } from './slack/own-process.ts'

let slack: SlackProcess | undefined
let app: App | undefined

afterEach(async () => {
  await app?.stop()
  await slack?.stop()
  slack = undefined
  app = undefined
})

async function begin(options: Parameters<typeof startSlackProcess>[0]) {
  slack = await startSlackProcess(options)
  app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logger: quiet,
  })
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `heard at ${event.ts}`, thread_ts: event.ts })
  })
  await app.start()
  return slack
}

test('verbs, faults and the ledger work from outside', async () => {
  const { control, ids } = await begin({ subscriptions: ['app_mention'] })
  expect(await control.act('ask', 'ann', '#general', '@gazetteer wind')).toContain('heard')
  await control.addFaults({ match: { path: /postMessage$/ }, action: '500After' })
  await control.act('ask', 'ann', '#general', '@gazetteer sun')
  await expect.poll(async () => (await control.counts()).post, { timeout: 10_000 }).toBe(3)
  const ledger = await control.ledger()
  expect(ledger.effects.map(({ kind, channel }) => [kind, channel])).toEqual(
    Array(3).fill(['post', ids['#general']]),
  )
  expect(ledger.complaints).toEqual([])
  const [channel] = (await control.act('addChannels', 2)) as string[]
  expect(await control.act('ask', 'ann', channel, '@gazetteer rain')).toContain('heard')
  await expect(control.act('dance')).rejects.toThrow("no verb 'dance'")
})

test('200 mentions a second are delivered, acknowledged and answered, each once', async () => {
  const { control } = await begin({ subscriptions: ['app_mention'], keep: 500 })
  const begun = systemClock()
  await control.act('mentions', '#general', 'wind', 1_000, 5_000)
  await expect.poll(async () => (await control.counts()).post, { timeout: 20_000, interval: 100 }).toBe(1_000)
  // room for a busy machine; the pace itself is set by the mentions
  expect(systemClock() - begun).toBeLessThan(15_000)
  const { counts, complaints, effects } = await control.ledger()
  expect(counts).toMatchObject({ delivery: 1_000, post: 1_000 })
  expect(effects.length).toBeLessThan(1_000)
  expect(complaints).toEqual([])
})

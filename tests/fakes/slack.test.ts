/** The Slack stand-in under the real Bolt: what people do, and what comes back. */

import type { App } from '@slack/bolt'
import { afterEach, expect, test } from 'vitest'
import { socketApp } from './bolt-app.ts'
import { type Slack, type SlackOptions, startSlack } from './slack/index.ts'

const open: { slack?: Slack; app?: App } = {}

afterEach(async () => {
  await open.app?.stop()
  await open.slack?.stop()
  delete open.app
  delete open.slack
})

async function begin(listen: (app: App) => void, options?: SlackOptions): Promise<Slack> {
  const slack = await startSlack(options)
  open.slack = slack
  open.app = await socketApp(slack, listen)
  return slack
}

const answersMentions = (app: App) =>
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `you said ${event.text}`, thread_ts: event.ts })
  })

test('a mention is delivered and answered in its thread', async () => {
  const slack = await begin(answersMentions)
  const question = slack.say('ann', '#general', '@gazetteer wind <power> & https://example.org')
  const answer = await question.answer()
  expect(answer.thread).toBe(question.ts)
  expect(answer.words).toBe(`you said <@${slack.bot.user.id}> wind &lt;power&gt; &amp; <https://example.org>`)
  expect((await question.delivered).map(({ acked, attempts }) => [acked, attempts])).toEqual([
    [true, 1],
    [true, 1],
  ])
  expect(slack.ledger.posts()).toHaveLength(1)
  slack.assertClean()
})

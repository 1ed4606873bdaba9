/** Signed posts of the Slack stand-in to the real HTTPReceiver: signatures, retries, what is not an event. */

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App } from '@slack/bolt'
import { afterEach, describe, expect, test } from 'vitest'
import { httpApp } from './bolt-app.ts'
import { type SlackOptions, startSlack } from './slack/index.ts'
import type { Signature } from './slack/signed-http.ts'
import { handTime } from './time.ts'

const closers: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function begin(listen: (app: App) => void, options: SlackOptions = {}) {
  const slack = await startSlack(options)
  closers.push(() => slack.stop())
  const { app, posts } = await httpApp(slack, listen)
  closers.push(() => app.stop())
  return { slack, posts }
}

/** A bot that answers every post with the next of these statuses; 0 closes the connection. Keeps the headers it was sent. */
async function beginWith(
  statuses: number[],
  options: SlackOptions = {},
  answerHeaders: Record<string, string> = {},
) {
  const slack = await startSlack({ subscriptions: ['app_mention'], ...options })
  const heard: [string | undefined, string | undefined][] = []
  const server = createServer((request, response) => {
    const { 'x-slack-retry-num': number, 'x-slack-retry-reason': reason } = request.headers
    heard.push([number as string | undefined, reason as string | undefined])
    const status = statuses.shift() ?? 200
    if (status === 0) response.destroy()
    else if (status > 0) response.writeHead(status, answerHeaders).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  closers.push(
    () => slack.stop(),
    () => {
      server.closeAllConnections()
      server.close()
    },
  )
  return { slack, heard }
}

test('mentions, commands and forms come signed, and their answers are read', async () => {
  const { slack } = await begin((app) => {
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: 'over HTTP', thread_ts: event.ts })
    })
    app.command('/ask', async ({ ack }) => ack('at once'))
  })
  const question = slack.say('ann', '#general', '@gazetteer')
  expect((await question.answer()).words).toBe('over HTTP')
  const asked = slack.slash('ann', '#general', '/ask wind & sun')
  expect((await asked.answer()).words).toBe('at once')
  expect(await asked.delivered).toMatchObject([{ acked: true, payload: 'at once' }])
  slack.assertClean()
})

describe('F5 signatures', () => {
  test.each<[Signature, number]>([
    ['right', 200],
    ['wrong', 401],
    ['old', 401],
    ['missing', 401],
    ['doubled', 401],
    ['tampered', 401],
  ])('%s: the receiver answers %i', async (signature, status) => {
    let heard = 0
    const { slack, posts } = await begin((app) =>
      app.command('/ask', async ({ ack }) => {
        heard += 1
        await ack()
      }),
    )
    const command = {
      command: '/ask',
      text: 'x',
      user_id: slack.user('ann').id,
      team_id: slack.workspace.teamId,
    }
    expect((await posts.post('slash_commands', command, { signature })).status).toBe(status)
    expect(heard).toBe(status === 200 ? 1 : 0)
    slack.assertClean()
  })

  test('6 minutes ahead: the receiver of Bolt 5.1.0 takes it, so whoever cares must look', async () => {
    const { slack, posts } = await begin((app) => app.command('/ask', async ({ ack }) => ack()))
    expect((await posts.post('slash_commands', { command: '/ask' }, { signature: 'ahead' })).status).toBe(200)
    slack.assertClean()
  })

  test('the challenge is answered; a certificate check too, with nothing done', async () => {
    let heard = 0
    const { posts } = await begin((app) =>
      app.command('/ask', async ({ ack }) => {
        heard += 1
        await ack()
      }),
    )
    const verified = await posts.verifyUrl('a-challenge')
    expect([verified.status, JSON.parse(verified.body)]).toEqual([200, { challenge: 'a-challenge' }])
    expect((await posts.verifyUrl('a-challenge', 'wrong')).status).toBe(401)
    expect((await posts.checkSsl({ command: '/ask' })).status).toBe(200)
    expect(heard).toBe(0)
  })
})

describe('F1 F2 an event that is not taken', () => {
  test('comes again at once, after a minute and after five, with number and reason', async () => {
    const time = handTime()
    const { slack, heard } = await beginWith([500, 0, 404, 200], { time })
    const question = slack.say('ann', '#general', '@gazetteer')
    const reach = (count: number) => expect.poll(() => heard.length).toBe(count)
    await reach(2)
    await time.pass(59_000)
    expect(heard).toHaveLength(2)
    await settleThenPass(time, 1_000)
    await reach(3)
    await settleThenPass(time, 300_000)
    expect(await question.delivered).toMatchObject([{ acked: true, attempts: 4 }])
    expect(heard).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'connection_failed'],
      ['3', 'http_error'],
    ])
    slack.assertClean()
  })

  test('after 3 s of silence', async () => {
    const time = handTime()
    const { slack, heard } = await beginWith([-1, 200], { time })
    const question = slack.say('ann', '#general', '@gazetteer')
    await expect.poll(() => heard.length).toBe(1)
    await time.pass(3_000)
    expect(await question.delivered).toMatchObject([{ acked: true, attempts: 2 }])
    expect(heard[1]).toEqual(['1', 'http_timeout'])
    expect(() => slack.assertClean()).toThrow('1 x late ack')
  })

  test('not at all where the bot says so', async () => {
    const { slack, heard } = await beginWith([500], {}, { 'x-slack-no-retry': '1' })
    expect(await slack.say('ann', '#general', '@gazetteer').delivered).toEqual([
      { acked: false, attempts: 1 },
    ])
    expect(heard).toHaveLength(1)
    slack.assertClean()
  })
})

test('F4 bodies and types of all kinds can be sent with a right signature', async () => {
  const { slack, posts } = await begin(() => {})
  const status = async (body: string, contentType?: string | null) =>
    (await posts.post('events_api', {}, { body, ...(contentType === undefined ? {} : { contentType }) }))
      .status
  expect(await status('{"type":"event_callback"', 'application/json')).toBe(400)
  expect(await status('{"type":"url_verification","challenge":"c"}', null)).toBe(200)
  slack.assertClean()
})

test('delivers to this machine only', async () => {
  const slack = await startSlack()
  closers.push(() => slack.stop())
  expect(() => slack.deliverTo('https://slack.com/')).toThrow('not a loopback address')
})

/** The answer of the attempt before must have been read before the wait for the next one can pass. */
async function settleThenPass(time: ReturnType<typeof handTime>, ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50))
  await time.pass(ms)
}

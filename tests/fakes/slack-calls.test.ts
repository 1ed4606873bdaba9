/** Calls that go wrong at the Slack stand-in, made by the real WebClient: lost answers, rate limits, late history. */
import { retryPolicies, type WebClientOptions } from '@slack/web-api'
import { afterEach, describe, expect, test } from 'vitest'
import { webClient } from './bolt-app.ts'
import type { Fault } from './faults.ts'
import { type Slack, type SlackOptions, startSlack } from './slack/index.ts'
import { handTime } from './time.ts'

const ONCE: WebClientOptions = { retryConfig: { retries: 0 }, timeout: 200 }

let slack: Slack | undefined

afterEach(async () => {
  await slack?.stop()
  slack = undefined
})

async function begin(options?: SlackOptions) {
  slack = await startSlack(options)
  const channel = slack.channel('#general').id
  const post = (client: WebClientOptions = {}, to = channel) =>
    webClient(slack!, client)
      .chat.postMessage({ channel: to, text: 'a digest' })
      .then(() => 'ok')
      .catch((error: Error & { code?: string; data?: { error?: string } }) => error.data?.error ?? error.code)
  return { slack, channel, post }
}

describe('F18 slack answer lost after accept', () => {
  // the first waits of the default policy are a second and more; the number of tries is what matters here
  const soon = {
    ...retryPolicies.tenRetriesInAboutThirtyMinutes,
    minTimeout: 1,
    maxTimeout: 5,
    randomize: false,
  }

  test.each<[string, Fault, WebClientOptions, number, string]>([
    ['closed after accept, retried', { action: 'resetAfter' }, { retryConfig: soon }, 2, 'ok'],
    ['500 after accept, retried', { action: '500After' }, { retryConfig: soon }, 2, 'ok'],
    ['hanging after accept, retried', { action: 'hang' }, { retryConfig: soon, timeout: 200 }, 2, 'ok'],
    ['closed before accept, retried', { action: 'resetBefore' }, { retryConfig: soon }, 1, 'ok'],
    ['refused, retried', { action: 'refuse' }, { retryConfig: soon }, 1, 'ok'],
    ['closed after accept, once', { action: 'resetAfter' }, ONCE, 1, 'slack_webapi_request_error'],
    ['500 after accept, once', { action: '500After' }, ONCE, 1, 'slack_webapi_http_error'],
    ['hanging after accept, once', { action: 'hang' }, ONCE, 1, 'slack_webapi_request_error'],
    [
      'hanging before accept, once',
      { action: 'hang', accepted: false },
      ONCE,
      0,
      'slack_webapi_request_error',
    ],
    ['slow, once', { action: 'slow', ms: 50 }, ONCE, 1, 'ok'],
    ['too slow, once', { action: 'slow', ms: 1_000 }, ONCE, 1, 'slack_webapi_request_error'],
    ['HTML after accept, once', { action: 'garbage' }, ONCE, 1, '<!doctype html><title>Try again</title>'],
    [
      'cut JSON after accept, once',
      { action: 'garbage', garbage: 'cut' },
      ONCE,
      1,
      expect.stringMatching(/^\{"ok"/),
    ],
    ['a refusal by name, once', { action: 'error', error: 'is_archived' }, ONCE, 0, 'is_archived'],
    ['503, once', { action: 'status' }, ONCE, 0, 'slack_webapi_http_error'],
  ])('%s', async (_, fault, client, accepted, outcome) => {
    const { slack, post } = await begin()
    slack.faults.add({ match: { method: 'chat.postMessage' }, ...fault })
    expect(await post(client)).toEqual(outcome)
    expect(slack.ledger.posts()).toHaveLength(accepted)
    expect(slack.faults.unused()).toEqual([])
    slack.assertClean()
  })

  test("the client's default policy posts twice and reports success, with retries 0 once and an error", async () => {
    const { slack, post } = await begin()
    slack.faults.add({ match: { method: 'chat.postMessage' }, action: 'resetAfter' })
    expect(await post({})).toBe('ok')
    expect(slack.ledger.posts()).toHaveLength(2)
    slack.ledger.clear()
    slack.faults.add({ match: { method: 'chat.postMessage' }, action: 'resetAfter' })
    expect(await post({ retryConfig: { retries: 0 } })).toBe('slack_webapi_request_error')
    expect(slack.ledger.posts()).toHaveLength(1)
    slack.assertClean()
  })
})

describe('F19 429', () => {
  test.each([
    [1, 'slack_webapi_rate_limited_error', 1],
    [3600, 'slack_webapi_rate_limited_error', 3600],
    ['abc', undefined, undefined],
    [null, undefined, undefined],
  ])('with Retry-After %s', async (retryAfter, code, seconds) => {
    const { slack, channel } = await begin()
    slack.faults.add({ match: { channel }, action: '429', retryAfter })
    const client = webClient(slack, { ...ONCE, rejectRateLimitedCalls: true })
    const refused = await client.chat.postMessage({ channel, text: 'x' }).catch((error: object) => error)
    expect(refused).toBeInstanceOf(Error)
    expect(refused).toMatchObject(code === undefined ? {} : { code, retryAfter: seconds })
    expect(slack.ledger.requests.map(({ status, error }) => [status, error])).toEqual([[429, 'ratelimited']])
    expect(await client.chat.postMessage({ channel, text: 'x' })).toMatchObject({ ok: true })
    slack.assertClean()
  })

  test('one channel limited by script leaves another alone', async () => {
    const { slack, channel, post } = await begin()
    slack.faults.add({ match: { channel }, action: '429', times: 'always' })
    const strict = { ...ONCE, rejectRateLimitedCalls: true }
    expect(await post(strict)).toBe('slack_webapi_rate_limited_error')
    expect(await post(strict, slack.channel('#random').id)).toBe('ok')
    expect(await post(strict)).toBe('slack_webapi_rate_limited_error')
    slack.assertClean()
  })

  test("Slack's own limits, when switched on: one post a second and channel, tiers a minute, history once", async () => {
    const time = handTime()
    const { slack, channel, post } = await begin({ time, limits: 'commercial' })
    const strict = { ...ONCE, rejectRateLimitedCalls: true }
    expect(await post(strict)).toBe('ok')
    expect(await post(strict)).toBe('slack_webapi_rate_limited_error')
    expect(await post(strict, slack.channel('#random').id)).toBe('ok')
    await time.pass(1_000)
    expect(await post(strict)).toBe('ok')
    const client = webClient(slack, strict)
    for (let count = 0; count < 20; count += 1) slack.say('ann', '#general', `message ${count}`)
    expect((await client.conversations.history({ channel, limit: 200 })).messages).toHaveLength(15)
    const again = () => client.conversations.history({ channel })
    await expect(again()).rejects.toMatchObject({ retryAfter: 60 })
    await time.pass(60_000)
    expect(await again()).toMatchObject({ ok: true, has_more: true })
    slack.assertClean()
  })
})

describe('history', () => {
  test('shows a post only after its delay, metadata only when asked', async () => {
    const time = handTime()
    const { slack, channel } = await begin({ time, historyDelay: 8_000 })
    const client = webClient(slack, ONCE)
    const metadata = { event_type: 'digest', event_payload: { occ: 'd1@2026-11-22' } }
    const { ts } = await client.chat.postMessage({ channel, text: 'digest', metadata })
    const read = (more = {}) =>
      client.conversations.history({ channel, ...more }).then(({ messages }) => messages)
    expect(await read()).toEqual([])
    await time.pass(8_000)
    expect((await read())?.map((message) => message.metadata)).toEqual([undefined])
    const all = await read({ include_all_metadata: true, oldest: String(Number(ts) - 5) })
    expect(all?.[0]?.metadata).toEqual(metadata)
    expect(await read({ oldest: ts })).toEqual([])
    expect(await read({ oldest: ts, inclusive: true })).toHaveLength(1)
    slack.assertClean()
  })

  test('comes in pages, newest first, without the answers in threads', async () => {
    const { slack, channel } = await begin()
    const client = webClient(slack, ONCE)
    const first = slack.say('ann', '#general', 'one')
    slack.say('ann', '#general', 'in the thread', { in: first })
    slack.say('ann', '#general', 'two')
    slack.say('ann', '#general', 'three')
    const page = await client.conversations.history({ channel, limit: 2 })
    expect(page.messages?.map(({ text }) => text)).toEqual(['three', 'two'])
    const rest = await client.conversations.history({ channel, cursor: page.response_metadata!.next_cursor! })
    expect(rest.messages?.map(({ text }) => text)).toEqual(['one'])
    const thread = await client.conversations.replies({ channel, ts: first.ts })
    expect(thread.messages?.map(({ text }) => text)).toEqual(['one', 'in the thread'])
    slack.assertClean()
  })
})

test('JSON bodies are read like forms; nonsense is refused and noted', async () => {
  const { slack, channel } = await begin()
  const send = async (type: string, body: string) => {
    const headers = { 'content-type': type, authorization: `Bearer ${slack.botToken}` }
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body })
    return ((await response.json()) as { ok: boolean; error?: string }).error ?? 'ok'
  }
  expect(await send('application/json; charset=utf-8', JSON.stringify({ channel, text: 'x' }))).toBe('ok')
  expect(await send('application/x-www-form-urlencoded', `channel=${channel}&text=x&blocks=[]`)).toBe('ok')
  slack.assertClean()
  expect(await send('application/json', '{')).toBe('invalid_json')
  expect(await send('application/x-www-form-urlencoded', `channel=${channel}&text=x&blocks=[`)).toBe(
    'invalid_blocks_format',
  )
  expect(await send('text/plain', 'x')).toBe('invalid_post_type')
  expect(() => slack.assertClean()).toThrow('3 x refused body')
})

test('a platform that is down refuses connections, and comes back on the same port', async () => {
  const { slack, post } = await begin()
  await slack.down()
  expect(await post(ONCE)).toBe('slack_webapi_request_error')
  await slack.up()
  expect(await post(ONCE)).toBe('ok')
  expect(slack.ledger.posts()).toHaveLength(1)
  slack.assertClean()
})

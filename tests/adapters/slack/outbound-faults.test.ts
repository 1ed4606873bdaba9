/** What goes wrong on the way out: answers lost, limits, refusals, tokens that no longer hold. */
import { describe, expect, test } from 'vitest'
import { createSlack } from '../../../src/adapters/slack/index.ts'
import { SetupError } from '../../../src/base/errors.ts'
import { talkingDesk } from '../contract.ts'
import {
  connected,
  eventually,
  freePort,
  overHttp,
  socketSettings,
  standIn,
  stopped,
  wait,
} from './connected.ts'
import { echo, replyOf, testDesk } from './desk.ts'

const calls = (slack: Awaited<ReturnType<typeof standIn>>, method = 'chat.postMessage') =>
  slack.ledger.requests.filter((request) => request.method === method)

describe('F18 slack answer lost after accept', () => {
  test.each(['resetAfter', '500After', 'hang', 'garbage'] as const)(
    '%s: exactly one accepted post',
    async (action) => {
      const { slack, desk } = await connected()
      slack.faults.add({ match: { method: 'chat.postMessage' }, action })
      await slack.say('ann', '#general', '@gazetteer Dongying').answer()
      await eventually(() => expect(desk.counts.get('slack_answers_lost_total')).toBe(1), 12_000)
      await wait(1_500)
      expect(slack.ledger.posts()).toHaveLength(1)
      expect(calls(slack)).toHaveLength(1)
      slack.assertClean()
    },
    20_000,
  )

  test('certainly not accepted: refused connections are tried again, and the answer comes once', async () => {
    const { slack } = await connected({
      hear: async (incoming) => {
        if (incoming.direct === true) await slack.down()
        setTimeout(() => void slack.up(), 700)
        return echo(incoming)
      },
    })
    const question = slack.dm('ann', 'Dongying')
    await question.answer({ within: 12_000 })
    expect(slack.ledger.posts()).toHaveLength(1)
  }, 20_000)
})

describe('F19 429 on one channel', () => {
  test.each([0, 1, 'abc', null])(
    'Retry-After %s: others go on, and the post after the limit arrives',
    async (retryAfter) => {
      const { slack } = await connected()
      const { id } = slack.channel('#general')
      slack.faults.add({ match: { method: 'chat.postMessage', channel: id }, action: '429', retryAfter })
      const limited = slack.say('ann', '#general', '@gazetteer one')
      const begun = Date.now()
      await slack.say('ann', '#random', '@gazetteer two').answer()
      await slack.openHome('ann')
      expect(Date.now() - begun).toBeLessThan(700)
      await limited.answer()
      await eventually(() =>
        expect(
          calls(slack)
            .map(({ status }) => status)
            .sort(),
        ).toEqual([200, 200, 429]),
      )
      slack.assertClean()
    },
  )

  test.each([30, 3_600])(
    'Retry-After %i: no other channel, command or page waits, and nobody hammers',
    async (retryAfter) => {
      const { slack } = await connected()
      const { id } = slack.channel('#general')
      slack.faults.add({
        match: { method: 'chat.postMessage', channel: id },
        action: '429',
        retryAfter,
        times: 'always',
      })
      slack.say('ann', '#general', '@gazetteer one')
      await eventually(() => expect(calls(slack)).toHaveLength(1))
      const begun = Date.now()
      await slack.say('ann', '#random', '@gazetteer two').answer()
      await slack.slash('ann', '#general', '/facts rank GDP').answer()
      await slack.openHome('ann')
      expect(Date.now() - begun).toBeLessThan(700)
      await wait(1_500)
      expect(calls(slack).filter(({ channel }) => channel === id)).toHaveLength(1)
      slack.assertClean()
    },
  )

  test('posts to one channel are a second apart: the limit is kept, and no answer is lost', async () => {
    const { slack } = await connected({ standIn: { limits: 'internal' } })
    const questions = Array.from({ length: 4 }, (_, index) =>
      slack.say('ann', '#general', `@gazetteer q${index}`),
    )
    await Promise.all(questions.map((question) => question.answer({ within: 9_000 })))
    await eventually(() => expect(calls(slack).map(({ status }) => status)).toEqual([200, 200, 200, 200]))
    slack.assertClean()
  })
})

describe('F23 Slack does not take the blocks', () => {
  test.each(['invalid_blocks', 'msg_too_long', 'msg_blocks_too_long'])(
    '%s: the words are sent alone',
    async (error) => {
      const { slack, desk } = await connected()
      slack.faults.add({ match: { method: 'chat.postMessage' }, action: 'error', error })
      const answer = await slack.dm('ann', 'Dongying').answer()
      expect([answer.text, answer.blocks]).toEqual(['answer to Dongying', []])
      expect(desk.lines.some(({ level, fields }) => level === 'error' && fields.error === error)).toBe(true)
    },
  )

  test('a very long answer arrives', async () => {
    const items = Array.from({ length: 3_000 }, (_, index) => `fact ${index} of many`)
    const { slack } = await connected({
      hear: () => replyOf([{ kind: 'list', items }], { plain: items.join('\n') }),
    })
    expect((await slack.dm('ann', 'all').answer()).words).toMatch(/… \d+ more/)
    slack.assertClean()
  })
})

describe('F12 tokens', () => {
  test.each([
    ['SLACK_BOT_TOKEN', { botToken: 'xoxb-wrong' }],
    ['SLACK_APP_TOKEN', { transport: { kind: 'socket' as const, appToken: 'xapp-wrong' } }],
  ])('a wrong %s ends the start, by its name and without the token', async (where, wrong) => {
    const slack = await standIn()
    const desk = testDesk()
    const platform = stopped(createSlack({ ...socketSettings(slack), ...wrong }, desk))
    const error = await platform.start().then(
      () => null,
      (failed: unknown) => failed,
    )
    expect(error).toBeInstanceOf(SetupError)
    expect((error as SetupError).mistakes[0]).toMatchObject({ where })
    expect((error as SetupError).message).not.toContain('wrong')
    const tries = slack.ledger.requests.length
    await wait(1_500)
    expect(slack.ledger.requests.length).toBe(tries)
  })

  test.each(['token_revoked', 'account_inactive', 'invalid_auth'] as const)(
    '%s while running: one line, health red, no storm',
    async (why) => {
      const { slack, desk, platform } = await connected()
      slack.revokeTokens(why)
      slack.dm('ann', 'one')
      slack.say('ann', '#general', '@gazetteer two')
      await eventually(() => expect(platform.health().ok).toBe(false))
      slack.drop()
      await wait(3_000)
      expect(platform.health().says).toMatch(/SLACK_(BOT|APP)_TOKEN is refused/)
      const said = desk.lines.filter(({ level }) => level === 'error')
      expect(said).toHaveLength(1)
      expect(said[0]!.message).toMatch(/^SLACK_(BOT|APP)_TOKEN: .*Copy it anew/)
      expect(
        calls(slack, 'apps.connections.open').filter(({ error }) => error === why).length,
      ).toBeLessThanOrEqual(2)
    },
  )

  test('the app is removed: one line, health red', async () => {
    const { slack, desk, platform } = await connected()
    await slack.uninstall()
    expect(platform.health().ok).toBe(false)
    expect(desk.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  test('over HTTP a port that is taken is named', async () => {
    const slack = await standIn()
    const { url } = await overHttp({ slack })
    const transport = {
      kind: 'http',
      signingSecret: slack.signingSecret,
      host: '127.0.0.1',
      port: Number(new URL(url).port),
    } as const
    const second = stopped(createSlack({ ...socketSettings(slack), transport }, testDesk()))
    await expect(second.start()).rejects.toMatchObject({ mistakes: [{ where: 'PORT' }] })
  })
})

describe('Slack is out of reach while the bot starts', () => {
  test('it starts all the same, says that it is not connected, and connects later', async () => {
    const slack = await standIn()
    await slack.down()
    const desk = testDesk()
    const platform = stopped(createSlack(socketSettings(slack), desk))
    await platform.start()
    expect(platform.health()).toEqual({ ok: false, says: 'connecting' })
    await slack.up()
    await slack.connected(2)
    await eventually(() => expect(platform.health().ok).toBe(true))
    await slack.dm('ann', 'Dongying').answer()
  })

  test('over HTTP too', async () => {
    const slack = await standIn()
    await slack.down()
    const transport = {
      kind: 'http',
      signingSecret: slack.signingSecret,
      host: '127.0.0.1',
      port: await freePort(),
    } as const
    const platform = stopped(createSlack({ ...socketSettings(slack), transport }, testDesk()))
    await platform.start()
    expect(platform.health().ok).toBe(false)
    await slack.up()
    await eventually(() => expect(platform.health()).toEqual({ ok: true, says: 'listening' }))
  })
})

describe('F40 endless questions, to the real bot', () => {
  test.each([
    ['40,000 characters', 'Dongying investment '.repeat(2_000)],
    ['10,000 words', 'x y '.repeat(9_900)],
    ['a pasted table', '| Dongying | 24.8 |\n'.repeat(1_900)],
  ])('%s: answered at once, and the bot goes on', async (_, text) => {
    const { desk } = talkingDesk()
    await desk.hear({
      ...{ platform: 'slack', conversation: 'warm', author: 'warm', at: Date.now() },
      said: { kind: 'text', text: 'Dongying GDP 2023' },
    })
    const { slack } = await connected({ hear: desk.hear })
    const begun = Date.now()
    const answer = await slack.dm('ann', text).answer()
    expect(Date.now() - begun).toBeLessThan(1_000)
    expect(answer.words.length).toBeLessThan(5_000)
    slack.assertClean()
  })
})

test('F46 neither tokens nor words of people reach log or metrics', async () => {
  const canary = 'canaryword'
  const written: string[] = []
  const streams = [process.stdout, process.stderr].map((stream) => {
    const write = stream.write
    stream.write = ((chunk: string | Uint8Array, ...more: never[]) => {
      written.push(String(chunk))
      return write.call(stream, chunk, ...more)
    }) as typeof stream.write
    return () => {
      stream.write = write
    }
  })
  try {
    const { slack, desk, platform } = await connected({
      hear: (incoming) => {
        if (JSON.stringify(incoming.said).includes('throw')) throw new Error(`${canary} in an error`)
        return echo(incoming)
      },
    })
    for (const action of ['500After', 'resetAfter', 'garbage'] as const)
      slack.faults.add({ match: { method: 'chat.postMessage' }, action })
    slack.faults.add({ match: { method: 'chat.postMessage' }, action: 'error', error: 'invalid_blocks' })
    slack.faults.add({ match: { method: 'response_url' }, action: '500After' })
    for (const text of [`${canary} one`, `${canary} throw`, `${canary} three`]) {
      slack.dm('ann', text)
      slack.say('ann', '#general', `@gazetteer ${text}`)
      slack.slash('ann', '#general', `/facts ${text}`)
    }
    slack.sockets.raw(`{"type":"events_api","${canary}":`)
    slack.sockets.raw(JSON.stringify({ type: canary }))
    slack.drop()
    await slack.connected(2)
    await wait(3_000)
    slack.revokeTokens('token_revoked')
    slack.dm('ann', canary)
    await eventually(() => expect(platform.health().ok).toBe(false))
    await platform.stop(500)
    const seen = [...desk.lines.map((line) => JSON.stringify(line)), ...desk.counts.keys(), ...written].join(
      '\n',
    )
    expect(desk.lines.length).toBeGreaterThan(3)
    for (const secret of [canary, slack.botToken, slack.appToken, slack.signingSecret, slack.user('ann').id])
      expect(seen).not.toContain(secret)
  } finally {
    for (const restore of streams) restore()
  }
}, 20_000)

/** The Slack stand-in under the real Bolt: what people do, and what comes back. */

import type { App } from '@slack/bolt'
import { afterEach, expect, test } from 'vitest'
import { socketApp, webClient } from './bolt-app.ts'
import { type Slack, type SlackOptions, startSlack } from './slack/index.ts'
import { handTime } from './time.ts'

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

test('a direct message, a thread begun by the bot, an edit and a deletion all reach the bot', async () => {
  const heard: string[] = []
  const slack = await begin((app) => {
    app.message(async ({ message, say }) => {
      heard.push(`${message.channel_type} ${message.subtype ?? 'new'}`)
      if (message.subtype === undefined)
        await say({ text: 'here', thread_ts: message.thread_ts ?? message.ts })
    })
  })
  const question = slack.dm('bob', 'and solar?')
  const answer = await question.answer()
  const follow = slack.dm('bob', 'and Qingdao?', { in: answer })
  expect((await follow.answer()).thread).toBe(question.ts)
  await slack.edit(question, 'and solar power?').delivered
  slack.remove(follow)
  await until(() => heard.includes('im message_deleted'))
  expect(heard).toContain('im message_changed')
  expect(answer.channel).toBe(question.channel)
  slack.assertClean()
})

test("F13 the bot's own messages come back to it, with its bot id and its mention of itself", async () => {
  const heard: string[] = []
  const slack = await begin(
    (app) => {
      app.event('app_mention', async ({ event, client }) => {
        heard.push(event.user ?? 'nobody')
        if (heard.length < 3)
          await client.chat.postMessage({ channel: event.channel, text: `I am <@${slack.bot.user.id}>` })
      })
    },
    { subscriptions: ['app_mention'] },
  )
  slack.say('ann', '#general', 'hello @gazetteer')
  // Bolt drops what the bot says by default, so the loop must show at the stand-in
  await until(() => slack.ledger.counts.delivery === 2)
  expect(slack.ledger.posts()).toHaveLength(1)
  expect(heard).toEqual([slack.user('ann').id])
  slack.assertClean()
})

test('a command is answered by its acknowledgement, and later by its response URL', async () => {
  const slack = await begin((app) =>
    app.command('/ask', async ({ ack, respond, command }) => {
      await ack({ text: `looking for ${command.text}` })
      await respond({ text: 'found', response_type: 'in_channel' })
    }),
  )
  const asked = slack.slash('ann', '#random', '/ask wind in Dongying')
  const first = await asked.answer({ matching: 'looking' })
  expect([first.only, first.words]).toEqual([slack.user('ann').id, 'looking for wind in Dongying'])
  expect((await asked.answer({ matching: 'found' })).only).toBeUndefined()
  expect(slack.ledger.of('ephemeral')).toHaveLength(1)
  slack.assertClean()
})

test('buttons, selects and external selects: the person sees what the bot makes of them', async () => {
  const slack = await begin((app) => {
    app.event('app_mention', async ({ say }) => {
      await say({ text: 'choose', blocks: CHOICES })
    })
    app.action('more', async ({ ack, respond, action }) => {
      await ack()
      await respond({ replace_original: true, text: `pressed ${'value' in action ? action.value : ''}` })
    })
    app.options('place', async ({ ack, payload }) => {
      await ack({ options: [option(`${payload.value}ing`, 'r:370500')] })
    })
    app.action('place', async ({ ack, respond, action }) => {
      await ack()
      const chosen = 'selected_option' in action ? action.selected_option : undefined
      await respond({ text: `chose ${chosen && 'value' in chosen ? chosen.value : ''}` })
    })
  })
  const offer = await slack.say('ann', '#general', '@gazetteer').answer()
  expect(offer.buttons).toEqual(['More'])
  expect(await slack.autocomplete('ann', offer, 'Dongy')).toEqual(['Dongying'])
  const chosen = await slack.select('ann', offer, 'Dongying', 'place').answer()
  expect([chosen.words, chosen.only]).toEqual(['chose r:370500', slack.user('ann').id])
  const pressed = await slack.button('bob', offer, 'More').answer({ matching: 'pressed' })
  expect([pressed.words, pressed.ts]).toEqual(['pressed next', offer.ts])
  expect(() => slack.button('ann', offer, 'Fewer')).toThrow("only 'More'")
  slack.assertClean()
})

test('a form is opened, refused with errors, changed, and taken', async () => {
  const slack = await begin((app) => {
    app.command('/digest', async ({ ack, client, command }) => {
      await ack()
      await client.views.open({ trigger_id: command.trigger_id, view: FORM })
    })
    app.view('digest', async ({ ack, view, client, body }) => {
      const when = view.state.values.when?.cron?.value
      if (when !== 'daily') return ack({ response_action: 'errors', errors: { when: 'say daily' } })
      await ack()
      await client.chat.postMessage({ channel: body.user.id, text: 'done' })
    })
  })
  const form = await slack.slash('ann', '#general', '/digest').view()
  await expect(slack.modal('ann', form, { When: 'x', What: 'x' })).rejects.toThrow("no field 'What'")
  await expect(slack.modal('ann', form)).rejects.toThrow("'When' must be filled in")
  const refused = await slack.modal('ann', form, { When: 'hourly' })
  expect([refused.closed, refused.errors]).toEqual([false, { when: 'say daily' }])
  const taken = await slack.modal('ann', form, { When: 'daily' })
  expect([taken.closed, taken.view]).toEqual([true, undefined])
  expect((await taken.act.answer()).words).toBe('done')
  slack.assertClean()
})

test('a trigger is good once and for 3 s; a response URL 5 times', async () => {
  const time = handTime()
  const slack = await startSlack({ time })
  open.slack = slack
  const tickets: { trigger_id: string; response_url: string }[] = []
  open.app = await socketApp(slack, (app) =>
    app.command('/digest', async ({ ack, command }) => {
      tickets.push(command)
      await ack()
    }),
  )
  const client = webClient(slack)
  const codeOf = (call: Promise<unknown>) => call.then(() => 'ok').catch((error) => String(error.data?.error))
  const view = (trigger_id: string) => codeOf(client.views.open({ trigger_id, view: FORM }))
  await slack.slash('ann', '#general', '/digest').delivered
  await slack.slash('ann', '#general', '/digest').delivered
  expect(await view(tickets[0]!.trigger_id)).toBe('ok')
  expect(await view(tickets[0]!.trigger_id)).toBe('exchanged_trigger_id')
  await time.pass(3_001)
  expect(await view(tickets[1]!.trigger_id)).toBe('expired_trigger_id')
  const answers = []
  for (let count = 0; count < 6; count += 1) {
    const response = await fetch(tickets[0]!.response_url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: `answer ${count}` }),
    })
    answers.push(((await response.json()) as { ok: boolean }).ok)
  }
  expect(answers).toEqual([true, true, true, true, true, false])
  slack.assertClean()
})

test('the home tab and the assistant pane', async () => {
  const slack = await begin((app) => {
    app.event('app_home_opened', async ({ event, client }) => {
      const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'welcome' } }]
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
    })
    app.event('assistant_thread_started', async ({ event, client }) => {
      const { channel_id, thread_ts } = event.assistant_thread
      await client.assistant.threads.setSuggestedPrompts({
        channel_id,
        thread_ts,
        prompts: [{ title: 'Wind', message: 'wind in Dongying' }],
      })
      await client.chat.postMessage({ channel: channel_id, thread_ts, text: 'ask me' })
    })
  })
  expect((await slack.openHome('ann')).blocks).toHaveLength(1)
  const pane = slack.openAssistant('bob')
  expect((await pane.answer()).thread).toBe(pane.ts)
  expect(slack.ledger.of('status')[0]?.body).toMatchObject({ what: 'prompts' })
  slack.assertClean()
})

test('F16 F22 a channel that is gone, archived or left refuses posts by name', async () => {
  const slack = await startSlack()
  open.slack = slack
  const client = webClient(slack)
  const post = (channel: string) =>
    client.chat
      .postMessage({ channel, text: 'a digest' })
      .then(() => 'ok')
      .catch((error) => String(error.data?.error))
  const { id: general } = slack.channel('#general')
  const { id: random } = slack.channel('#random')
  expect(await post(general)).toBe('ok')
  slack.archive('#general')
  expect(await post(general)).toBe('is_archived')
  slack.kick('#random')
  expect(await post(random)).toBe('not_in_channel')
  slack.deleteChannel('#random')
  expect(await post(random)).toBe('channel_not_found')
  expect(await post(slack.user('ann').id)).toBe('ok')
  expect(slack.ledger.posts()).toHaveLength(2)
  slack.assertClean()
})

test('F12 tokens of the wrong kind, without scope, revoked', async () => {
  const slack = await startSlack({ scopes: ['chat:write', 'im:history'] })
  open.slack = slack
  const code = (token: string, method: string, values: Record<string, unknown> = {}) =>
    webClient(slack)
      .apiCall(method, { token, ...values })
      .then(() => 'ok')
      .catch((error) => String(error.data?.error))
  expect(await code(slack.botToken, 'auth.test')).toBe('ok')
  expect(await code('xoxb-another', 'auth.test')).toBe('invalid_auth')
  expect(await code(slack.appToken, 'auth.test')).toBe('not_allowed_token_type')
  expect(await code(slack.botToken, 'apps.connections.open')).toBe('not_allowed_token_type')
  const { id } = slack.channel('#general')
  expect(await code(slack.botToken, 'conversations.history', { channel: id })).toBe('missing_scope')
  const dm = slack.dm('ann', 'hello').channel
  expect(await code(slack.botToken, 'conversations.history', { channel: dm })).toBe('ok')
  slack.revokeTokens('account_inactive')
  expect(await code(slack.botToken, 'auth.test')).toBe('account_inactive')
  expect(await code(slack.botToken, 'chat.postMesage')).toBe('unknown_method')
  expect(() => slack.assertClean()).toThrow('chat.postMesage')
  slack.assertClean({ besides: ['unknown route'] })
})

test('files: asked for, sent as bytes or as a form, completed, then shown by a block', async () => {
  const slack = await startSlack()
  open.slack = slack
  const client = webClient(slack)
  const { id: channel } = slack.channel('#general')
  const bytes = Buffer.from('89504e470d0a1a0a', 'hex')
  const { file_id, upload_url } = await client.files.getUploadURLExternal({
    filename: 'chart.png',
    length: 8,
  })
  const image = { type: 'image' as const, alt_text: 'a chart', slack_file: { id: file_id! } }
  const show = () => client.chat.postMessage({ channel, text: 'chart', blocks: [image] })
  await expect(show()).rejects.toThrow('invalid_blocks')
  await fetch(upload_url!, { method: 'POST', body: bytes })
  await client.files.completeUploadExternal({ files: [{ id: file_id!, title: 'Chart' }] })
  await show()
  await client.filesUploadV2({ file: bytes, filename: 'second.png', channel_id: channel })
  const stored = [...slack.workspace.files.values()].map((file) => Buffer.from(file.bytes!).equals(bytes))
  expect(stored).toEqual([true, true])
  expect(slack.ledger.posts()).toHaveLength(2)
  slack.assertClean({ besides: ['refused body'] })
})

async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { timeout: 5_000 }).toBe(true)
}

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const option = (text: string, value: string) => ({ text: plain(text), value })

const CHOICES = [
  {
    type: 'actions' as const,
    block_id: 'choices',
    elements: [
      { type: 'button' as const, action_id: 'more', text: plain('More'), value: 'next' },
      { type: 'external_select' as const, action_id: 'place', min_query_length: 1 },
    ],
  },
]

const FORM = {
  type: 'modal' as const,
  callback_id: 'digest',
  title: plain('Digest'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'when',
      label: plain('When'),
      element: { type: 'plain_text_input' as const, action_id: 'cron' },
    },
  ],
}

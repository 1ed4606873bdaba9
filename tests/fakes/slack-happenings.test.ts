/** What happens around a bot in the Slack stand-in, and forms that answer with other forms. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App } from '@slack/bolt'
import { afterEach, expect, test } from 'vitest'
import { socketApp, webClient } from './bolt-app.ts'
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

/** Everything delivered, by the event's type, kept by a bot that does nothing. */
const keeps = (heard: string[]) => (app: App) =>
  app.use(async ({ body, next }) => {
    const event = 'event' in body ? (body.event as { type: string; bot_id?: string }) : undefined
    heard.push(event ? `${event.type}${event.bot_id === undefined ? '' : ' by a bot'}` : String(body.type))
    await next()
  })

test('the app is removed: both events come, then no token works', async () => {
  const heard: string[] = []
  const slack = await begin(keeps(heard))
  expect(await slack.uninstall()).toMatchObject([{ acked: true }, { acked: true }])
  expect(heard.toSorted()).toEqual(['app_uninstalled', 'tokens_revoked'])
  await expect(webClient(slack).auth.test()).rejects.toMatchObject({ data: { error: 'account_inactive' } })
  slack.restoreTokens()
  expect(await webClient(slack).auth.test()).toMatchObject({ ok: true, user_id: slack.bot.user.id })
  slack.assertClean()
})

// over signed HTTP: @slack/socket-mode 3.1.0 reads the type of an event that is not there, and its process dies
test('Slack holds events back, and says so', async () => {
  const slack = await startSlack({ retries: 0 })
  open.slack = slack
  const heard: string[] = []
  const server = createServer(async (request, response) => {
    for await (const part of request) heard.push(JSON.parse(String(part)).type)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  expect(await slack.rateLimitEvents()).toMatchObject({ acked: true })
  expect(heard).toEqual(['app_rate_limited'])
  server.close()
  slack.assertClean()
})

test('another bot is heard; what happens where the bot is not, is not', async () => {
  const heard: string[] = []
  const slack = await begin(keeps(heard))
  await slack.say('newsbot', '#general', 'news for @gazetteer').delivered
  expect(heard.toSorted()).toEqual(['app_mention by a bot', 'message by a bot'])
  expect(await slack.say('ann', '#elsewhere', 'hello @gazetteer').delivered).toEqual([])
  slack.invite('#elsewhere')
  expect(await slack.say('ann', '#elsewhere', 'hello @gazetteer').delivered).toHaveLength(2)
  slack.kick('#elsewhere')
  expect(await slack.say('ann', '#elsewhere', 'hello @gazetteer').delivered).toEqual([])
  slack.assertClean()
})

test('events come only for scopes the token has', async () => {
  const heard: string[] = []
  const slack = await begin(keeps(heard), { scopes: ['app_mentions:read', 'chat:write'] })
  await slack.say('ann', '#general', 'hello @gazetteer').delivered
  expect(await slack.dm('ann', 'hello').delivered).toEqual([])
  expect(heard).toEqual(['app_mention'])
  slack.assertClean()
})

test('F24 what would notify somebody is seen', async () => {
  const slack = await begin((app) =>
    app.event('app_mention', async ({ event, say }) => {
      const plain = { type: 'plain_text' as const, text: '<!here>' }
      await say({
        text: `<!channel> <@${event.user}> &lt;!everyone&gt;`,
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text: '<!subteam^S1|team>' } },
          { type: 'header', text: plain },
        ],
      })
    }),
  )
  const { pings } = await slack.say('ann', '#general', '@gazetteer').answer()
  expect(pings).toEqual(['<!channel>', `<@${slack.user('ann').id}>`, '<!subteam^S1|team>'])
  slack.assertClean()
})

test('a form answers with a form in its place, one on top, or by clearing them all', async () => {
  const slack = await begin((app) => {
    app.command('/add', async ({ ack, client, command }) => {
      await ack()
      await client.views.open({ trigger_id: command.trigger_id, view: form('first') })
    })
    app.view('first', ({ ack }) => ack({ response_action: 'update', view: form('second') }))
    app.view('second', ({ ack }) => ack({ response_action: 'push', view: form('third') }))
    app.view('third', ({ ack }) => ack({ response_action: 'clear' }))
  })
  const first = await slack.slash('ann', '#general', '/add').view()
  const second = await slack.modal('ann', first, { Name: 'x' })
  expect([second.closed, second.view?.callback_id, second.view?.id]).toEqual([false, 'second', first.id])
  const third = await slack.modal('ann', second.view!, { Name: 'x' })
  expect([third.view?.callback_id, third.view?.previous_view_id]).toEqual(['third', first.id])
  const gone = await slack.modal('ann', third.view!, { Name: 'x' })
  expect([gone.closed, gone.view]).toEqual([true, undefined])
  slack.assertClean()
})

test('a bad answer to a form, to typing or to a command is refused and noted', async () => {
  const slack = await begin((app) => {
    app.command('/add', async ({ ack, client, command }) => {
      await ack({ text: 'x', blocks: [{ type: 'section' }] })
      await client.views.open({ trigger_id: command.trigger_id, view: form('first', [PLACE]) })
    })
    app.view('first', ({ ack }) => ack({ response_action: 'errors', errors: { nowhere: 'no such field' } }))
    app.options('place', ({ ack }) => ack({ options: [{ text: plain('x'.repeat(76)), value: 'v' }] }))
  })
  const first = await slack.slash('ann', '#general', '/add').view()
  expect(await slack.autocomplete('ann', first, 'Don')).toEqual([])
  expect((await slack.modal('ann', first, { Name: 'x' })).closed).toBe(false)
  expect(slack.ledger.refusals.map(({ method }) => method)).toEqual([
    'slash command',
    'block_suggestion',
    'view_submission',
  ])
  expect(() => slack.assertClean()).toThrow('3 x refused body')
})

test('a form is closed: the bot hears of it only if it asked', async () => {
  const heard: string[] = []
  const slack = await begin((app) => {
    app.command('/add', async ({ ack, client, command }) => {
      await ack()
      const view = { ...form('first'), notify_on_close: command.text === 'tell' }
      await client.views.open({ trigger_id: command.trigger_id, view })
    })
    app.view({ callback_id: 'first', type: 'view_closed' }, async ({ ack, view }) => {
      heard.push(view.callback_id)
      await ack()
    })
  })
  await slack.closeModal('ann', await slack.slash('ann', '#general', '/add').view())
  expect(heard).toEqual([])
  await slack.closeModal('ann', await slack.slash('ann', '#general', '/add tell').view())
  expect(heard).toEqual(['first'])
  slack.assertClean()
})

test('reactions, statuses and people', async () => {
  const slack = await startSlack()
  open.slack = slack
  const client = webClient(slack)
  const said = slack.say('ann', '#general', 'hello')
  const { channel, ts: timestamp } = said
  await client.reactions.add({ channel, timestamp, name: 'eyes' })
  await expect(client.reactions.add({ channel, timestamp, name: 'eyes' })).rejects.toThrow('already_reacted')
  await client.reactions.remove({ channel, timestamp, name: 'eyes' })
  expect(slack.ledger.of('reaction').map(({ body }) => body.added)).toEqual([true, false])
  await client.assistant.threads.setStatus({
    channel_id: channel,
    thread_ts: timestamp,
    status: 'is looking',
  })
  expect(slack.ledger.of('status')[0]?.body.status).toBe('is looking')
  const { user } = await client.users.info({ user: slack.user('guest').id })
  expect([user?.name, user?.is_restricted, user?.tz]).toEqual(['guest', true, 'Asia/Shanghai'])
  slack.workspace.groups.set('S1', new Set([slack.user('bob').id]))
  expect((await client.usergroups.users.list({ usergroup: 'S1' })).users).toEqual([slack.user('bob').id])
  const { members } = await client.conversations.members({ channel })
  expect(members).toContain(slack.bot.user.id)
  const dm = await client.conversations.open({ users: slack.user('bob').id })
  expect((await client.conversations.info({ channel: dm.channel!.id! })).channel?.is_im).toBe(true)
  slack.assertClean()
})

const plain = (text: string) => ({ type: 'plain_text' as const, text })

const PLACE = {
  type: 'input' as const,
  block_id: 'place',
  optional: true,
  label: plain('Place'),
  element: { type: 'external_select' as const, action_id: 'place' },
}

const form = (callback_id: string, more: (typeof PLACE)[] = []) => ({
  type: 'modal' as const,
  callback_id,
  title: plain(callback_id),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'name',
      label: plain('Name'),
      element: { type: 'plain_text_input' as const, action_id: 'name' },
    },
    ...more,
  ],
})

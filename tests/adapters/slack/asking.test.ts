/** Where people ask in Slack, and where the answer comes. */
import { expect, test } from 'vitest'
import { connected, eventually, wait } from './connected.ts'
import { echo, memoryCoordination, replyOf } from './desk.ts'

test('a mention in a channel is answered in its thread', async () => {
  const { slack, desk } = await connected()
  const question = slack.say('ann', '#general', '@gazetteer Dongying &amp offshore wind <3')
  const answer = await question.answer({ matching: 'answer to Dongying' })
  expect(answer.thread).toBe(question.ts)
  expect(desk.heard).toHaveLength(1)
  expect(desk.heard[0]).toMatchObject({
    platform: 'slack',
    direct: false,
    place: question.channel,
    locale: 'en',
    said: { kind: 'text', text: 'Dongying &amp offshore wind <3' },
  })
  slack.assertClean()
})

test('a direct message needs no mention', async () => {
  const { slack, desk } = await connected()
  const answer = await slack.dm('ann', 'Jining projects').answer()
  expect(answer.words).toBe('answer to Jining projects')
  expect(answer.thread).toBeUndefined()
  expect(desk.heard[0]).toMatchObject({ direct: true })
  slack.assertClean()
})

test('a follow-up in a thread of ours needs no mention where the bot may read the channel', async () => {
  const { slack, desk } = await connected()
  const question = slack.say('ann', '#general', '@gazetteer Dongying')
  await question.answer()
  const followUp = slack.say('bob', '#general', 'and Qingdao?', { in: question })
  const answer = await followUp.answer({ matching: 'and Qingdao' })
  expect(answer.thread).toBe(question.ts)
  expect(desk.heard.map(({ conversation }) => conversation)).toEqual([
    desk.heard[0]!.conversation,
    desk.heard[0]!.conversation,
  ])
  slack.assertClean()
})

test('a thread is known after a restart, and to other processes', async () => {
  const coordination = memoryCoordination()
  const { slack, platform } = await connected({ coordination })
  const first = slack.say('ann', '#general', '@gazetteer Dongying')
  await first.answer()
  await slack.say('ann', '#general', 'and Qingdao?', { in: first }).answer({ matching: 'and Qingdao' })
  const second = slack.say('ann', '#random', '@gazetteer Jining')
  await second.answer()
  await platform.stop(1_000)
  const { desk } = await connected({ slack, coordination })
  await slack.say('ann', '#general', 'and 2022?', { in: first }).answer({ matching: '2022' })
  await slack.say('ann', '#random', 'and 2021?', { in: second }).answer({ matching: '2021' })
  expect(desk.heard).toHaveLength(2)
  slack.assertClean()
})

test('without the scope a follow-up with a mention is answered, one without never arrives', async () => {
  const scopes = ['app_mentions:read', 'chat:write', 'commands', 'im:history', 'users:read'] as const
  const { slack, desk } = await connected({ standIn: { scopes } })
  const question = slack.say('ann', '#general', '@gazetteer Dongying')
  await question.answer()
  slack.say('ann', '#general', 'and Qingdao?', { in: question })
  await slack
    .say('ann', '#general', '@gazetteer and Jining?', { in: question })
    .answer({ matching: 'Jining' })
  expect(desk.heard.map(({ said }) => (said.kind === 'text' ? said.text : ''))).toEqual([
    'Dongying',
    'and Jining?',
  ])
  slack.assertClean()
})

test('nobody asked: other threads, talk to others in ours, @channel, edits, bots', async () => {
  const { slack, desk } = await connected()
  const question = slack.say('ann', '#general', '@gazetteer Dongying')
  await question.answer()
  const foreign = slack.say('ann', '#random', 'lunch?')
  const nobodyAsked = [
    foreign,
    slack.say('bob', '#random', 'noodles', { in: foreign }),
    slack.say('ann', '#general', '@bob what do you think?', { in: question }),
    slack.say('ann', '#general', '<!channel> look at this', { in: question, raw: true }),
    slack.say('ann', '#general', '<!channel> look at this', { raw: true }),
    slack.say('newsbot', '#general', '@gazetteer Dongying'),
    slack.say('newsbot', '#general', 'and Qingdao?', { in: question }),
  ]
  await Promise.all(nobodyAsked.map(({ delivered }) => delivered))
  slack.edit(question, '@gazetteer Qingdao')
  await wait(300)
  expect(desk.heard).toHaveLength(1)
  expect(slack.ledger.posts()).toHaveLength(1)
  slack.assertClean()
})

test('a mention without words is answered with what the bot knows', async () => {
  const { slack } = await connected()
  expect((await slack.say('ann', '#general', '@gazetteer').answer()).words).toContain('Welcome (en)')
  slack.assertClean()
})

test('a typed command is a command, and /facts before it changes nothing', async () => {
  const { slack, desk } = await connected()
  await slack.dm('ann', '/rank GDP 2023').answer()
  await slack.dm('ann', '/facts rank GDP 2024').answer({ matching: '2024' })
  expect(desk.heard.map(({ said }) => said)).toEqual([
    { kind: 'command', name: 'rank', values: { about: 'GDP 2023' } },
    { kind: 'command', name: 'rank', values: { about: 'GDP 2024' } },
  ])
  slack.assertClean()
})

test('an answer that takes longer than a second is announced, in a thread of its own', async () => {
  const { slack } = await connected({
    hear: async (incoming) => {
      await wait(1_400)
      return echo(incoming)
    },
  })
  const question = slack.say('ann', '#general', '@gazetteer Dongying')
  await question.answer()
  const [status, ...more] = slack.ledger.of('status')
  expect(status?.body).toMatchObject({ what: 'status', thread_ts: question.ts, status: 'is looking it up …' })
  expect(more).toEqual([])
  expect(status!.at).toBeLessThan(slack.ledger.posts()[0]!.at)
  slack.assertClean()
})

test('in a direct message it is announced below the question, and taken away with the answer', async () => {
  const { slack } = await connected({
    hear: async (incoming) => {
      await wait(1_200)
      return echo(incoming)
    },
  })
  const question = slack.dm('ann', 'Dongying')
  expect((await question.answer()).thread).toBeUndefined()
  await eventually(() =>
    expect(slack.ledger.of('status').map(({ id, body }) => [id, body.status])).toEqual([
      [question.ts, 'is looking it up …'],
      [question.ts, ''],
    ]),
  )
  slack.assertClean()
})

test('the announcement is taken away when nothing could be answered', async () => {
  const { slack } = await connected({
    hear: async () => {
      await wait(1_200)
      return replyOf([{ kind: 'text', text: 'sorry' }], { seenBy: 'asker' })
    },
  })
  slack.say('ann', '#general', '@gazetteer Dongying')
  await eventually(() =>
    expect(slack.ledger.of('status').map(({ body }) => body.status)).toEqual(['is looking it up …', '']),
  )
  expect(slack.ledger.of('ephemeral')).toHaveLength(1)
  slack.assertClean()
})

test('what only the asker may see is shown to nobody else', async () => {
  const { slack } = await connected({
    hear: () => replyOf([{ kind: 'text', text: 'no' }], { seenBy: 'asker' }),
  })
  const answer = await slack.say('ann', '#general', '@gazetteer Dongying').answer()
  expect(answer.only).toBe(slack.user('ann').id)
  expect(slack.ledger.posts()).toEqual([])
  slack.assertClean()
})

test('a reply without parts is silence', async () => {
  const { slack } = await connected({ hear: () => replyOf([]) })
  await slack.say('ann', '#general', '@gazetteer Dongying').delivered
  await wait(100)
  expect(slack.ledger.posts()).toEqual([])
  slack.assertClean()
})

test('the language of the person is asked once, guests are told apart', async () => {
  const { slack, desk } = await connected()
  slack.workspace.user('ann').locale = 'zh-CN'
  await slack.dm('ann', 'one').answer()
  await slack.dm('ann', 'two').answer({ matching: 'two' })
  await slack.say('guest', '#general', '@gazetteer three').answer()
  expect(desk.heard.map(({ locale, stranger }) => [locale, stranger])).toEqual([
    ['zh', undefined],
    ['zh', undefined],
    ['en', true],
  ])
  expect(slack.ledger.requests.filter(({ method }) => method === 'users.info')).toHaveLength(2)
  slack.assertClean()
})

test("the assistant's pane: questions to begin with, a title, answers in the thread", async () => {
  const { slack } = await connected()
  const pane = slack.openAssistant('ann')
  await eventually(() => expect(slack.ledger.of('status')).toHaveLength(1))
  const [prompts] = slack.ledger.of('status')
  expect(prompts!.body.prompts).toEqual([
    { title: 'Dongying offshore wind investment', message: 'Dongying offshore wind investment' },
    { title: 'Jining projects', message: 'Jining projects' },
  ])
  const answer = await slack.dm('ann', 'Jining projects', { in: pane.ts }).answer()
  expect(answer.thread).toBe(pane.ts)
  await eventually(() =>
    expect(slack.ledger.of('status').at(-1)!.body).toMatchObject({ what: 'title', title: 'Jining projects' }),
  )
  slack.assertClean()
})

/** Commands, buttons, forms and the home page. */
import { expect, test } from 'vitest'
import type { Incoming } from '../../../src/chat/incoming.ts'
import { connected, eventually, wait } from './connected.ts'
import { echo, replyOf } from './desk.ts'

const withButtons = (incoming: Incoming) =>
  incoming.said.kind === 'query'
    ? echo(incoming)
    : replyOf(
        [
          { kind: 'text', text: 'Jining signed 35 projects.' },
          {
            kind: 'buttons',
            prompt: 'Go on:',
            items: [
              { label: 'Compare with Dongying', query: 'compare r:370800,370500 i:all' },
              { label: 'Delete', query: '/rank GDP', style: 'danger' },
              { label: 'Search', query: '/find' },
            ],
          },
        ],
        { again: 'summary r:370800' },
      )

test('/facts with a command is answered to the asker alone, with Share and Dismiss', async () => {
  const { slack, desk } = await connected({ hear: withButtons })
  const answer = await slack.slash('ann', '#general', '/facts rank Jining 2023').answer()
  expect(answer.only).toBe(slack.user('ann').id)
  expect(answer.buttons).toEqual(['Compare with Dongying', 'Delete', 'Search', 'Share in channel', 'Dismiss'])
  expect(desk.heard[0]!.said).toEqual({ kind: 'command', name: 'rank', values: { about: 'Jining 2023' } })
  slack.assertClean()
})

test('what follows /facts and is no command is a question', async () => {
  const { slack, desk } = await connected()
  await slack.slash('ann', '#general', '/facts how many projects did Jining sign').answer()
  expect(desk.heard[0]!.said).toEqual({ kind: 'text', text: 'how many projects did Jining sign' })
  slack.assertClean()
})

test('/facts alone says what the bot knows; a word of help is run, not asked for in a form', async () => {
  const { slack, desk } = await connected()
  expect((await slack.slash('ann', '#general', '/facts').answer()).words).toContain('Welcome (en)')
  await slack.slash('ann', '#general', '/facts help').answer({ matching: 'help' })
  expect(desk.heard.map(({ said }) => said)).toEqual([{ kind: 'command', name: 'help', values: {} }])
  slack.assertClean()
})

test('commands work where the bot is no member', async () => {
  const { slack } = await connected()
  const answer = await slack.slash('ann', '#elsewhere', '/facts rank GDP').answer()
  expect(answer.words).toContain('"about":"GDP"')
  slack.assertClean()
})

test('Share in channel asks again and posts for all, then the private answer is gone', async () => {
  const { slack, desk } = await connected({ hear: withButtons })
  const answer = await slack.slash('ann', '#general', '/facts rank Jining').answer()
  slack.button('ann', answer, 'Share in channel')
  const [post] = await eventually(() => {
    const posts = slack.ledger.posts(slack.channel('#general').id)
    expect(posts).toHaveLength(1)
    return posts
  })
  expect(JSON.stringify(post!.body)).toContain('Shared by ann')
  expect(JSON.stringify(post!.body)).toContain('summary r:370800')
  expect(desk.heard[1]!.said).toEqual({ kind: 'query', line: 'summary r:370800' })
  await eventually(() => expect(slack.workspace.ephemerals.size).toBe(0))
  slack.assertClean()
})

test('Share works where the bot is no member, too', async () => {
  const { slack } = await connected({ hear: withButtons })
  const answer = await slack.slash('ann', '#elsewhere', '/facts rank Jining').answer()
  slack.button('ann', answer, 'Share in channel')
  await eventually(() => expect(slack.ledger.posts(slack.channel('#elsewhere').id)).toHaveLength(1))
  slack.assertClean()
})

test('Dismiss takes the answer away', async () => {
  const { slack } = await connected({ hear: withButtons })
  const answer = await slack.slash('ann', '#general', '/facts rank Jining').answer()
  slack.button('ann', answer, 'Dismiss')
  await eventually(() => expect(slack.workspace.ephemerals.size).toBe(0))
  slack.assertClean()
})

test('a button under an answer asks its line and is answered in the same thread', async () => {
  const { slack, desk } = await connected({ hear: withButtons })
  const question = slack.say('ann', '#general', '@gazetteer Jining')
  const answer = await question.answer()
  expect(answer.buttons).toEqual(['Compare with Dongying', 'Delete', 'Search'])
  const compared = await slack.button('bob', answer, 'Compare with Dongying').answer({ matching: 'compare' })
  expect(compared.thread).toBe(question.ts)
  expect(desk.heard[1]).toMatchObject({
    author: slack.user('bob').id,
    conversation: desk.heard[0]!.conversation,
    said: { kind: 'query', line: 'compare r:370800,370500 i:all' },
  })
  slack.assertClean()
})

test('a button in a private answer is answered in private', async () => {
  const { slack } = await connected({ hear: withButtons })
  const answer = await slack.slash('ann', '#general', '/facts rank Jining').answer()
  await slack.button('ann', answer, 'Compare with Dongying').answer({ matching: 'compare' })
  expect(slack.ledger.posts()).toEqual([])
  expect(slack.ledger.of('ephemeral')).toHaveLength(2)
  slack.assertClean()
})

test('/facts find without words opens a form whose fields complete while typing, in either script', async () => {
  const { slack, desk } = await connected()
  const form = await slack.slash('ann', '#general', '/facts find').view()
  expect(await slack.autocomplete('ann', form, 'dong', 'complete:region:region')).toEqual([
    'Dongying',
    'Dongguan',
  ])
  expect(await slack.autocomplete('ann', form, '东', 'complete:region:region')).toEqual(['东营 Dongying'])
  expect(desk.completions.map(({ kind, typed, locale }) => [kind, typed, locale])).toEqual([
    ['region', 'dong', 'en'],
    ['region', '东', 'zh'],
  ])
  const { closed, act } = await slack.modal('ann', form, {
    'A place': '东营 Dongying',
    'Anything else': 'offshore wind',
  })
  expect(closed).toBe(true)
  await act.answer({ matching: '东营' })
  expect(desk.heard[0]!.said).toEqual({
    kind: 'command',
    name: 'find',
    values: { region: '东营', words: 'offshore wind' },
  })
  expect(slack.ledger.of('ephemeral')).toHaveLength(1)
  slack.assertClean()
})

test('/facts digest add without words opens the form of that subcommand', async () => {
  const { slack, desk } = await connected()
  slack.workspace.user('ann').locale = 'zh-CN'
  const form = await slack.slash('ann', '#general', '/facts digest add').view()
  expect(JSON.stringify(form.blocks)).toContain('仅新内容')
  const { closed } = await slack.modal('ann', form, { 内容: 'Jining', 何时发布: '仅新内容' })
  expect(closed).toBe(true)
  await eventually(() => expect(desk.heard).toHaveLength(1))
  expect(desk.heard[0]!.said).toEqual({
    kind: 'command',
    name: 'digest',
    subcommand: 'add',
    values: { what: 'Jining', policy: 'changes' },
  })
  await wait(100)
  slack.assertClean()
})

test('a needed field with nothing but blanks keeps the form open and says which', async () => {
  const { slack, desk } = await connected()
  const form = await slack.slash('ann', '#general', '/facts rank').view()
  const { closed, errors } = await slack.modal('ann', form, { 'What to rank by': '   ' })
  expect(closed).toBe(false)
  expect(errors).toEqual({ about: 'Please fill this in.' })
  expect(desk.heard).toEqual([])
  slack.assertClean()
})

test('a button whose command needs words opens its form', async () => {
  const { slack } = await connected({ hear: withButtons })
  const answer = await slack.dm('ann', 'Jining').answer()
  const form = await slack.button('ann', answer, 'Search').view()
  expect(form.title).toMatchObject({ text: '/facts find' })
  slack.assertClean()
})

test('the home page: what is known, questions to press, the form, in the language of the person', async () => {
  const { slack, desk } = await connected()
  const home = await slack.openHome('ann')
  expect(JSON.stringify(home.blocks)).toContain('Welcome (en)')
  const answer = await slack.button('ann', home, 'Jining projects').answer()
  expect(answer.channel).toBe(slack.dm('ann', 'x').channel)
  expect(desk.heard[0]).toMatchObject({ direct: true, said: { kind: 'text', text: 'Jining projects' } })
  const form = await slack.button('ann', home, 'Compose a question').view()
  await slack.autocomplete('ann', form, '', 'complete:region:region')
  const { act } = await slack.modal('ann', form, { 'A place': 'Dongying' })
  await act.answer({ matching: '"region":"Dongying"' })
  slack.workspace.user('bob').locale = 'zh-TW'
  expect(JSON.stringify((await slack.openHome('bob')).blocks)).toContain('东营海上风电投资额')
  slack.assertClean()
})

test('a command that takes longer than a second says so, and then answers', async () => {
  const { slack } = await connected({
    hear: async (incoming) => {
      await wait(1_300)
      return echo(incoming)
    },
  })
  const act = slack.slash('ann', '#general', '/facts rank GDP')
  expect((await act.answer()).words).toBe('Looking it up …')
  await act.answer({ matching: '"about":"GDP"' })
  slack.assertClean()
})

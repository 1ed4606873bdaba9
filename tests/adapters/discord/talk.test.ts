/** What people can do on Discord, through the real library and a stand-in. */
import { MessageFlags } from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import { onStage, reply, until } from './stage.ts'

describe('messages', () => {
  test('a mention is answered by a reply to it, with a thread for what follows', async () => {
    const { discord, heard } = await onStage()
    const asked = discord.say('ann', 'general', '@bot offshore wind in Dongying?')
    const answer = await asked.answer()
    expect(answer.text).toContain('You asked: offshore wind in Dongying?')
    expect(answer.raw?.message_reference?.message_id).toBe(asked.said?.id)
    await until(() => discord.ledger.of('thread').length === 1, 'a thread')
    expect(discord.ledger.of('thread')[0]?.id).toBe(answer.id)
    expect(heard[0]).toMatchObject({
      platform: 'discord',
      tenant: discord.guildId,
      place: discord.channel('general').id,
      said: { kind: 'text', text: 'offshore wind in Dongying?' },
    })
    discord.assertClean()
  })

  test('a follow-up in the thread, by mention, and a reply to the answer go on with the same talk', async () => {
    const { discord, heard } = await onStage()
    const answer = await discord.say('ann', 'general', '@bot Dongying GDP 2023').answer()
    await until(() => discord.ledger.of('thread').length === 1, 'a thread')
    discord.say('ann', answer.id, '@bot and Qingdao?')
    await until(() => heard.length === 2, 'the follow-up')
    discord.say('ann', 'general', '@bot 2022?', { replyTo: answer })
    await until(() => heard.length === 3, 'the reply')
    const other = discord.say('ann', 'general', '@bot Jining')
    await other.answer()
    expect(heard[1]?.conversation).toBe(heard[0]?.conversation)
    expect(heard[2]?.conversation).toBe(heard[0]?.conversation)
    expect(heard[3]?.conversation).not.toBe(heard[0]?.conversation)
    await until(() => discord.ledger.of('thread').length === 3, 'threads on the answers in the channel')
    // and none inside a thread
    const general = discord.channel('general').id
    expect(discord.ledger.of('thread').map(({ channel }) => channel)).toEqual([general, general, general])
    discord.assertClean()
  })

  test('a reply to what nobody asked for belongs to that message; in private, what follows does too', async () => {
    const { discord, platform, heard } = await onStage()
    const post = async (id: string, tenant: string | null) => {
      const key = { id: 'd1@now', nonce: `n${id}` }
      const place = { platform: 'discord', tenant, id } as const
      return platform.poster.post(place, platform.poster.render(reply('a digest'), key), key)
    }
    await discord.dm('ann', 'hello').answer()
    const dm = [...discord.platform.world.channels.values()].find(({ kind }) => kind === 'dm')!
    await post(discord.channel('general').id, discord.guildId)
    await post(dm.id, null)
    const [open, hidden] = ['general', dm.id].map((named) =>
      discord.history(named).find(({ text }) => text.includes('a digest')),
    )
    await discord.say('ann', 'general', '#1', { replyTo: open! }).answer()
    await discord.dm('ann', '#2', { replyTo: hidden! }).answer()
    await discord.dm('ann', '#3').answer()
    expect(heard.slice(1).map(({ conversation }) => conversation)).toEqual([
      open!.id,
      ...[`${dm.id}:${hidden!.id}`, `${dm.id}:${hidden!.id}`],
    ])
    discord.assertClean()
  })

  test('a direct message needs no mention', async () => {
    const { discord, heard } = await onStage()
    const answer = await discord.dm('ann', 'Dongying GDP').answer()
    expect(answer.text).toContain('You asked: Dongying GDP')
    expect(heard[0]).toMatchObject({ direct: true, said: { kind: 'text', text: 'Dongying GDP' } })
    expect(heard[0]?.tenant).toBeUndefined()
    discord.assertClean()
  })

  test('nothing is said where nobody asked: other talk, @everyone, bots, edits (F17)', async () => {
    const { discord, heard } = await onStage()
    discord.say('ann', 'general', 'lunch?')
    discord.say('ann', 'general', '@everyone lunch?')
    discord.say('robot', 'general', '@bot hello', { asBot: true })
    const asked = discord.say('ann', 'general', '@bot Dongying GDP')
    const answer = await asked.answer()
    discord.edit(asked.said!, '@bot Jining GDP')
    const again = discord.say('bob', 'general', '@bot second')
    await again.answer()
    expect(heard.map(({ said }) => said)).toEqual([
      { kind: 'text', text: 'Dongying GDP' },
      { kind: 'text', text: 'second' },
    ])
    expect(answer.text).toContain('Dongying')
    expect(discord.ledger.posts()).toHaveLength(2)
    discord.assertClean()
  })

  test('a mention alone is welcomed, with a button that opens the form', async () => {
    const { discord, heard } = await onStage()
    const welcome = await discord.say('ann', 'general', '@bot').answer()
    expect(welcome.text).toContain('Welcome')
    const form = await discord.button('ann', welcome, 'Put a question together').answer()
    expect(form.kind).toBe('modal')
    const answer = await discord.modal('ann', form, { region: 'Dongying', period: '2023' }).answer()
    expect(answer.text).toContain('find')
    expect(heard.at(-1)?.said).toEqual({
      kind: 'command',
      name: 'find',
      values: { region: 'Dongying', period: '2023' },
    })
    discord.assertClean()
  })

  test('a typed command is run', async () => {
    const { discord, heard } = await onStage()
    await discord.dm('ann', '/ask Dongying GDP').answer()
    expect(heard[0]?.said).toEqual({ kind: 'command', name: 'ask', values: { question: 'Dongying GDP' } })
  })
})

describe('commands', () => {
  test('with options and subcommands, in the language of the person', async () => {
    const { discord, heard } = await onStage()
    discord.speaks('ann', 'zh-CN')
    const answer = await discord.slash('ann', 'general', 'ask', { question: '东营' }).answer()
    expect(answer.text).toContain('You called: ask')
    expect(heard[0]).toMatchObject({
      locale: 'zh',
      said: { kind: 'command', name: 'ask', values: { question: '东营' } },
    })
    await discord.slash('bob', 'general', 'digest pause', { id: '1', policy: 'always' }).answer()
    expect(heard[1]?.said).toEqual({
      kind: 'command',
      name: 'digest',
      subcommand: 'pause',
      values: { id: '1', policy: 'always' },
    })
    discord.assertClean()
  })

  test('private: only the asker sees it, and shares it by a button', async () => {
    const { discord, heard } = await onStage()
    const alone = await discord.slash('ann', 'general', 'ask', { question: 'x', private: true }).answer()
    expect(alone.onlyFor).toBe('ann')
    expect(discord.ledger.posts()).toHaveLength(0)
    const shared = await discord.button('ann', alone, 'Share in channel').answer()
    expect(shared.onlyFor).toBeUndefined()
    expect(heard.at(-1)?.said).toEqual({ kind: 'query', line: 'lookup r:370500' })
    expect(discord.history('general').at(-1)?.text).toContain('You pressed: lookup r:370500')
    expect(discord.pings).toEqual([])
    discord.assertClean()
  })

  test('what only the asker should see is hidden though nobody asked for that', async () => {
    const { discord } = await onStage({ hear: () => reply('for you alone', { seenBy: 'asker' }) })
    const answer = await discord.slash('ann', 'general', 'help').answer()
    expect(answer.onlyFor).toBe('ann')
    discord.assertClean()
  })

  test('/find without options opens the form', async () => {
    const { discord } = await onStage()
    const form = await discord.slash('ann', 'general', 'find').answer()
    expect(form.kind).toBe('modal')
    expect(form.options).toEqual(['The region', 'The industry', 'The period'])
    discord.assertClean()
  })

  test('names are offered while typing, none to what completes nothing', async () => {
    const asked: unknown[] = []
    const { discord } = await onStage({
      desk: {
        complete: async (completion) => {
          asked.push(completion)
          return [
            { label: 'Dongying 东营', value: 'Dongying' },
            { label: 'again', value: 'Dongying' },
            { label: 'too long', value: 'x'.repeat(101) },
          ]
        },
      },
    })
    const choices = await discord
      .autocomplete('ann', 'general', 'find', 'region', 'dong', { period: '2023' })
      .answer()
    expect(choices.choices).toEqual([{ name: 'Dongying 东营', value: 'Dongying' }])
    expect(asked[0]).toMatchObject({ kind: 'region', typed: 'dong', limit: 25, locale: 'en' })
    discord.assertClean()
  })

  test('"Ask about this" asks with the text of a message, for the asker alone', async () => {
    const { discord, heard } = await onStage()
    const about = discord.say('bob', 'general', 'Dongying offshore wind is growing')
    const answer = await discord.contextMenu('ann', about.said!, 'Ask about this').answer()
    expect(answer.onlyFor).toBe('ann')
    expect(heard[0]?.said).toEqual({ kind: 'text', text: 'Dongying offshore wind is growing' })
    discord.assertClean()
  })
})

describe('buttons and menus', () => {
  const offering = (count: number, line = (index: number) => `lookup r:37050${index}`) =>
    reply('Which one?', {
      parts: [
        { kind: 'text', text: 'Which one?' },
        {
          kind: 'buttons',
          prompt: 'Choose',
          items: Array.from({ length: count }, (_, index) => ({ label: `No. ${index}`, query: line(index) })),
        },
      ],
    })

  test('a few choices are buttons, many a menu', async () => {
    let count = 3
    const { discord, heard } = await onStage({
      hear: ({ said }) => (said.kind === 'text' ? offering(count) : reply('done')),
    })
    const few = await discord.say('ann', 'general', '@bot Suzhou').answer()
    expect(few.buttons).toEqual(['No. 0', 'No. 1', 'No. 2'])
    await discord.button('bob', few, 'No. 1').answer()
    count = 12
    const many = await discord.dm('ann', 'Suzhou').answer()
    expect(many.options).toHaveLength(12)
    await discord.select('ann', many, ['No. 7']).answer()
    expect(heard.map(({ said }) => said)).toMatchObject([
      { kind: 'text' },
      { kind: 'query', line: 'lookup r:370501' },
      { kind: 'text' },
      { kind: 'query', line: 'lookup r:370507' },
    ])
    expect(heard[1]?.author).not.toBe(heard[0]?.author)
    discord.assertClean()
  })

  test('a line too long for a button is kept, and works for a process that did not write it', async () => {
    const long = `lookup ${'words:offshore-wind-power '.repeat(10)}`
    const first = await onStage({ hear: () => offering(1, () => long) })
    const shown = await first.discord.say('ann', 'general', '@bot q').answer()
    await first.platform.stop(100)
    const { besideStage } = await import('./stage.ts')
    const second = besideStage(first.discord, { desk: { coordination: first.desk.coordination } })
    await second.platform.start()
    await first.discord.button('ann', shown, 'No. 0').answer()
    expect(second.heard[0]?.said).toEqual({ kind: 'query', line: long })
  })

  test('F45 a stale or forged button acts with the rights of whoever pressed it, and never without the desk', async () => {
    const { discord, heard, desk } = await onStage({
      hear: () => offering(1, () => `/digest delete ${'x'.repeat(100)}`),
    })
    const shown = await discord.say('ann', 'general', '@bot q').answer()
    ;(desk.coordination as unknown as { notes: Map<string, string> }).notes.clear()
    await discord.button('mallory', shown, 'No. 0').answer()
    // the kept line is gone: the desk words the refusal
    expect(heard.at(-1)).toMatchObject({ said: { kind: 'query', line: '?' }, tenant: discord.guildId })
    expect(heard.at(-1)?.author).not.toBe(heard[0]?.author)
    discord.assertClean()
  })
})

test('a late answer is hidden where it must be, and no deferral of it stays for everybody', async () => {
  const { discord } = await onStage({
    hear: async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_700))
      return reply('late and private', { seenBy: 'asker' })
    },
  })
  const turn = discord.slash('ann', 'general', 'ask', { question: 'x' })
  const answer = await turn.answer()
  expect(answer.onlyFor).toBe('ann')
  expect(discord.history('general').filter(({ raw }) => raw?.author.id === discord.botId)).toEqual([])
  expect(((answer.raw?.flags ?? 0) & MessageFlags.Ephemeral) !== 0).toBe(true)
  discord.assertClean()
})

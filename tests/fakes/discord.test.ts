/** Talking on the Discord stand-in with the real discord.js: what people do reaches the bot, what the bot does reaches them. */
import {
  ActionRowBuilder,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  type Message,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { describe, expect, test } from 'vitest'
import type { Shown } from './discord/index.ts'
import { connect, INTENTS, pause, start } from './discord-client.ts'

const heard = (client: Client): Message[] => {
  const messages: Message[] = []
  client.on('messageCreate', (message) => messages.push(message))
  return messages
}

/** Without a catch a failing handler would show as a missing answer only. */
const onInteraction = (client: Client, does: (interaction: Interaction) => Promise<unknown>): void => {
  client.on('interactionCreate', (interaction) => does(interaction).catch((error) => console.error(error)))
}

describe('messages', () => {
  test('a mention is delivered and answered by a message with a nonce', async () => {
    const discord = await start()
    const client = await connect(discord)
    client.on('messageCreate', async (message) => {
      if (message.author.bot || !message.mentions.has(client.user)) return
      await message.reply({ content: `You said ${message.content}`, nonce: message.id, enforceNonce: true })
    })
    const asked = discord.say('ann', 'general', '@bot offshore wind?')
    expect((await asked.answer()).text).toBe(`You said <@${client.user.id}> offshore wind?`)
    expect(discord.ledger.posts().map(({ nonce }) => nonce)).toEqual([asked.id])
    discord.assertClean()
  })

  test('a DM has no guild, and is answered', async () => {
    const discord = await start()
    const client = await connect(discord)
    client.on('messageCreate', async (message) => {
      if (!message.author.bot) await message.reply(`${message.guildId} ${message.content}`)
    })
    expect((await discord.dm('ann', 'hello').answer()).text).toBe('null hello')
    discord.assertClean()
  })

  test('content is withheld without the intent, except in mentions, DMs and own messages', async () => {
    const discord = await start()
    const client = await connect(discord)
    const messages = heard(client)
    discord.say('ann', 'general', 'nobody asked')
    discord.say('ann', 'general', '@bot asked')
    discord.dm('ann', 'privately')
    await client.rest.post(`/channels/${discord.channel('general').id}/messages`, {
      body: { content: 'own' },
    })
    await pause(50)
    expect(messages.map(({ content }) => content)).toEqual([
      '',
      `<@${discord.botId}> asked`,
      'privately',
      'own',
    ])
    discord.assertClean()
  })

  test('with the intent it is there; without GuildMessages the message does not come at all', async () => {
    const discord = await start()
    const all = heard(await connect(discord, { intents: [...INTENTS, GatewayIntentBits.MessageContent] }))
    const dms = heard(
      await connect(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages] }),
    )
    discord.say('ann', 'general', 'nobody asked')
    discord.dm('ann', 'privately')
    await pause(50)
    expect(all.map(({ content }) => content)).toEqual(['nobody asked', 'privately'])
    expect(dms.map(({ content }) => content)).toEqual(['privately'])
  })

  test('F17 edits and deletions of people arrive as such; F1 an event can come again', async () => {
    const discord = await start()
    const client = await connect(discord)
    const events: string[] = []
    client.on('messageCreate', ({ content }) => events.push(`new ${content}`))
    client.on('messageUpdate', (_, { content }) => events.push(`edited ${content}`))
    client.on('messageDelete', ({ id }) => events.push(`deleted ${id}`))
    const asked = discord.dm('ann', 'Dongyng')
    discord.edit(asked.said!, 'Dongying')
    discord.remove(asked.said!)
    discord.redeliver(asked, 2)
    await pause(50)
    expect(events).toEqual([
      'new Dongyng',
      'edited Dongying',
      `deleted ${asked.id}`,
      // twice, but discord.js drops what its own cache still holds
      'new Dongyng',
    ])
  })

  test('a thread is started on a message, answered in, and closed by people', async () => {
    const discord = await start()
    const client = await connect(discord)
    client.on('messageCreate', async (message) => {
      if (message.author.bot) return
      const thread = await message.startThread({ name: 'Dongying' })
      await thread.send({ content: 'in the thread' })
    })
    const asked = discord.say('ann', 'general', '@bot Dongying')
    const answer = await asked.answer()
    expect(answer).toMatchObject({ text: 'in the thread', channel: asked.id })
    const updated = new Promise((resolve) => client.once('threadUpdate', resolve))
    discord.archive(asked.id, { locked: true })
    await updated
    await expect(
      client.rest.post(`/channels/${asked.id}/messages`, { body: { content: 'late' } }),
    ).rejects.toMatchObject({ code: 50083 })
    discord.assertClean()
  })

  test('a file goes up with its message and can be fetched', async () => {
    const discord = await start()
    const client = await connect(discord)
    client.on('messageCreate', async (message) => {
      if (message.author.bot) return
      const chart = new AttachmentBuilder(Buffer.from('chart'), { name: 'chart.png', description: 'A chart' })
      await message.reply({ files: [chart], embeds: [{ image: { url: 'attachment://chart.png' } }] })
    })
    const { files } = await discord.dm('ann', 'draw').answer()
    expect(files).toMatchObject([{ name: 'chart.png', size: 5, description: 'A chart' }])
    expect(await (await fetch(files[0]!.url)).text()).toBe('chart')
    discord.assertClean()
  })

  test('F24 whom a message would call is counted', async () => {
    const discord = await start()
    const client = await connect(discord)
    const ann = discord.dm('ann', 'hello').said!.raw!.author
    const channel = client.channels.cache.get(discord.channel('general').id)
    if (!channel?.isSendable()) throw new Error('general takes no messages')
    const content = `@everyone <@${ann.id}>`
    await channel.send({ content, allowedMentions: { parse: [] } })
    expect(discord.pings).toEqual([])
    await channel.send({ content })
    expect(discord.pings.map(({ whom }) => whom)).toEqual(['@everyone', 'ann'])
    discord.assertClean()
  })
})

describe('commands and components', () => {
  const ASK = new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Ask')
    .addStringOption((option) =>
      option.setName('question').setDescription('What').setRequired(true).setAutocomplete(true),
    )
  const DIGEST = new SlashCommandBuilder()
    .setName('digest')
    .setDescription('Digests')
    .addSubcommand((sub) =>
      sub
        .setName('new')
        .setDescription('Make one')
        .addChannelOption((option) => option.setName('channel').setDescription('Where')),
    )

  test('a command is answered with "thinking" first; only the asker sees an ephemeral answer', async () => {
    const discord = await start()
    const client = await connect(discord)
    await client.application.commands.set([ASK, DIGEST])
    onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const isPrivate = interaction.locale === 'zh-CN'
      await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {})
      await pause(100)
      await interaction.editReply(`About ${interaction.options.getString('question')}`)
    })
    const asked = discord.slash('ann', 'general', 'ask', { question: 'wind' })
    await pause(50)
    expect(asked.seen().map(({ kind }) => kind)).toEqual(['thinking'])
    const answer = await asked.answer()
    expect(answer.text).toBe('About wind')
    expect(answer.onlyFor).toBeUndefined()
    discord.speaks('bob', 'zh-CN')
    expect(await discord.slash('bob', 'general', 'ask', { question: 'sun' }).answer()).toMatchObject({
      text: 'About sun',
      onlyFor: 'bob',
    })
    expect(discord.history('general').map(({ text }) => text)).toEqual(['About wind'])
    expect(discord.ledger.of('ephemeral')).toHaveLength(1)
    discord.assertClean()
  })

  test('subcommands, channels as options, and what Discord would not let a person send', async () => {
    const discord = await start()
    const client = await connect(discord)
    await client.guilds.cache.first()!.commands.set([ASK, DIGEST])
    onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const channel = interaction.options.getChannel('channel')
      await interaction.reply(`${interaction.options.getSubcommand()} in ${channel?.name}`)
    })
    const made = discord.slash('ann', 'dm', 'digest new', { channel: 'general' })
    expect((await made.answer()).text).toBe('new in general')
    expect(() => discord.slash('ann', 'general', 'ask')).toThrow('needs question')
    expect(() => discord.slash('ann', 'general', 'digest')).toThrow('needs a subcommand')
    expect(() => discord.slash('ann', 'general', 'nothing')).toThrow('No command')
    discord.assertClean()
  })

  test('a command for those who manage is offered to them alone', async () => {
    const discord = await start()
    const client = await connect(discord)
    await client.application.commands.set([
      ASK.toJSON(),
      { ...DIGEST.toJSON(), default_member_permissions: '32' },
    ])
    onInteraction(client, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply(`${interaction.memberPermissions?.has('ManageGuild')}`)
    })
    expect(() => discord.slash('ann', 'general', 'digest new')).toThrow('not offered to ann')
    discord.trust('ann', 'ManageGuild')
    expect((await discord.slash('ann', 'general', 'digest new').answer()).text).toBe('true')
    expect((await discord.slash('owner', 'general', 'digest new').answer()).text).toBe('true')
    expect((await discord.slash('bob', 'general', 'ask', { question: 'x' }).answer()).text).toBe('false')
    discord.assertClean()
  })

  test('completing while typing', async () => {
    const discord = await start()
    const client = await connect(discord)
    await client.application.commands.set([ASK])
    onInteraction(client, async (interaction) => {
      if (!interaction.isAutocomplete()) return
      const typed = interaction.options.getFocused()
      await interaction.respond([{ name: `${typed}ying`, value: '370500' }])
    })
    const typing = discord.autocomplete('ann', 'general', 'ask', 'question', 'Dong')
    expect((await typing.answer()).choices).toEqual([{ name: 'Dongying', value: '370500' }])
    discord.assertClean()
  })

  test('a button, a menu and a form, one after the other', async () => {
    const discord = await start()
    const client = await connect(discord)
    const more = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary)
    const off = new ButtonBuilder()
      .setCustomId('off')
      .setLabel('Off')
      .setStyle(ButtonStyle.Primary)
      .setDisabled(true)
    const menu = new StringSelectMenuBuilder()
      .setCustomId('year')
      .addOptions({ label: '2023', value: 'y2023' }, { label: '2024', value: 'y2024' })
    const field = new TextInputBuilder().setCustomId('note').setStyle(TextInputStyle.Short).setMaxLength(5)
    const form = new ModalBuilder()
      .setCustomId('form')
      .setTitle('Note')
      .addLabelComponents(new LabelBuilder().setLabel('Your note').setTextInputComponent(field))
    client.on('messageCreate', async (message) => {
      if (!message.author.bot)
        await message.reply({ components: [new ActionRowBuilder<ButtonBuilder>().addComponents(more, off)] })
    })
    onInteraction(client, async (interaction) => {
      if (interaction.isButton())
        await interaction.reply({
          content: 'Which year?',
          components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)],
          flags: MessageFlags.Ephemeral,
        })
      if (interaction.isStringSelectMenu()) await interaction.showModal(form)
      if (interaction.isModalSubmit()) {
        const note = interaction.fields.getTextInputValue('note')
        if (interaction.isFromMessage())
          await interaction.update({ content: `Noted ${note}`, components: [] })
      }
    })
    const offered: Shown = await discord.say('ann', 'general', '@bot more').answer()
    expect(offered.buttons).toEqual(['More'])
    expect(() => discord.button('ann', offered, 'Less')).toThrow('there are More')
    expect(() => discord.button('ann', offered, 'Off')).toThrow('switched off')
    const which = await discord.button('ann', offered, 'More').answer()
    expect(which).toMatchObject({ text: 'Which year?', options: ['2023', '2024'], onlyFor: 'ann' })
    expect(() => discord.select('bob', which, ['2024'])).toThrow('Only ann')
    const shown = await discord.select('ann', which, ['2024']).answer()
    expect(shown).toMatchObject({ kind: 'modal', text: 'Note', options: ['Your note'] })
    expect(() => discord.modal('ann', shown, { 'Your note': 'too long' })).toThrow('0 to 5 characters')
    const done = await discord.modal('ann', shown, { 'Your note': 'fine' }).answer()
    expect(done).toMatchObject({ text: 'Noted fine', id: which.id })
    discord.assertClean()
  })

  test('the menu of a message', async () => {
    const discord = await start()
    const client = await connect(discord)
    await client.application.commands.set([{ name: 'Check', type: ApplicationCommandType.Message }])
    onInteraction(client, async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(`Checked: ${interaction.targetMessage.content}`)
    })
    const said = discord.say('ann', 'general', 'Dongying built it').said!
    expect((await discord.contextMenu('bob', said, 'Check').answer()).text).toBe('Checked: Dongying built it')
    discord.assertClean()
  })

  test('an interaction nobody answers is told to the asker, and is not clean', async () => {
    const discord = await start()
    const client = await connect(discord)
    await client.application.commands.set([ASK])
    const asked = discord.slash('ann', 'general', 'ask', { question: 'wind' })
    expect((await asked.answer()).kind).toBe('failed')
    expect(() => discord.assertClean()).toThrow('never')
  })
})

describe('those who run the guild', () => {
  test('F16 the bot is removed, and comes back', async () => {
    const discord = await start({ channels: ['general', 'energy'] })
    const client = await connect(discord)
    const events: string[] = []
    client.on('guildDelete', ({ name }) => events.push(`left ${name}`))
    client.on('guildCreate', ({ name }) => events.push(`joined ${name}`))
    client.on('channelDelete', ({ id }) => events.push(`gone ${id}`))
    const energy = discord.channel('energy').id
    discord.removeChannel('energy')
    discord.kick()
    discord.say('ann', 'general', '@bot anybody?')
    await pause(50)
    await expect(
      client.rest.post(`/channels/${discord.channel('general').id}/messages`, { body: { content: 'x' } }),
    ).rejects.toMatchObject({ status: 403, code: 50001 })
    discord.invite()
    await pause(50)
    expect(events).toEqual([`gone ${energy}`, 'left Harbour', 'joined Harbour'])
    discord.assertClean()
  })
})

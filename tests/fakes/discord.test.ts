/** The Discord stand-in, proved with the real discord.js: what a client can rely on here it can rely on there. */
import { Client, GatewayIntentBits, Partials } from 'discord.js'
import { afterEach, describe, expect, test } from 'vitest'
import { type Discord, type DiscordOptions, startDiscord } from './discord/index.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function start(options: DiscordOptions = {}): Promise<Discord> {
  const discord = await startDiscord(options)
  open.push(() => discord.close())
  return discord
}

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]

async function connect(discord: Discord, intents = INTENTS, rest = {}): Promise<Client<true>> {
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    rest: { api: discord.url, ...rest },
  })
  client.on('error', () => {})
  open.push(() => client.destroy())
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()))
  await client.login(discord.token)
  await ready
  return client as Client<true>
}

describe('talking', () => {
  test('a mention is delivered and answered by a message with a nonce', async () => {
    const discord = await start()
    const client = await connect(discord)
    client.on('messageCreate', async (message) => {
      if (message.author.bot || !message.mentions.has(client.user)) return
      await message.reply({ content: `You said ${message.content}`, nonce: message.id, enforceNonce: true })
    })
    const asked = discord.say('ann', 'general', '@bot offshore wind?')
    expect((await asked.answer()).text).toBe(`You said <@${client.user.id}> offshore wind?`)
    expect(discord.ledger.posts()).toHaveLength(1)
    discord.assertClean()
  })
})

/** The real discord.js on the stand-in, ended with the test. */
import { Client, type ClientOptions, GatewayIntentBits, Partials, type RESTOptions } from 'discord.js'
import { afterEach } from 'vitest'
import { type Discord, type DiscordOptions, startDiscord } from './discord/index.ts'

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** Runs when the test ends, whatever came of it. */
export const atEnd = (close: () => unknown): number => open.push(close)

export async function start(options: DiscordOptions = {}): Promise<Discord> {
  const discord = await startDiscord(options)
  atEnd(() => discord.close())
  return discord
}

export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
]

export interface Connecting {
  intents?: ClientOptions['intents']
  rest?: Partial<RESTOptions>
}

/** Not logged in yet. */
export function newClient(
  { url }: { url: string },
  { intents = INTENTS, rest = {} }: Connecting = {},
): Client {
  const client = new Client({ intents, partials: [Partials.Channel], rest: { api: url, ...rest } })
  // without a listener an error ends the process
  client.on('error', (e) => console.error(e))
  // discord.js waits without end when it is destroyed between identifying and being ready
  atEnd(() => Promise.race([client.destroy(), pause(2_000)]))
  return client
}

/** Logged in and ready. */
export async function connect(
  discord: { url: string; token: string },
  connecting: Connecting = {},
): Promise<Client<true>> {
  const client = newClient(discord, connecting)
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()))
  await client.login(discord.token)
  await ready
  return client as Client<true>
}

/** Waits in real time until it holds. */
export async function until(what: string, holds: () => boolean, within = 12_000): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited >= within) throw new Error(`Not within ${within} ms: ${what}`)
    await pause(10)
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

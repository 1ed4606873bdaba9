/**
 * A stand-in for Discord: REST and gateway on one free port of 127.0.0.1, for the real discord.js. Point it here by configuration only:
 * `new Client({ rest: { api: discord.url } })`, then `client.login(discord.token)`.
 *
 *     const discord = await startDiscord()
 *     const asked = discord.say('ann', 'general', '@bot offshore wind in Dongying?')   // a person speaks
 *     const answer = await asked.answer()                                              // what she sees next
 *     const more = discord.button('ann', answer, 'Show sources')                       // she presses it
 *     expect((await more.answer()).onlyFor).toBe('ann')
 *     discord.assertClean()
 *     await discord.close()
 *
 * People and channels go by name; whoever is named first is new. A verb throws when Discord's own client would not let a person do
 * that: a button that is not there, a missing option. What went wrong on the way is set with `faults.add(...)` (../faults.ts), what
 * the platform took is counted in `ledger` (../ledger.ts), and whom the bot's texts would have called in `pings`. A test that sets its
 * own `time` moves deadlines, token lives and nonces by hand; `answer()` waits in real time all the same.
 *
 * Codes follow Discord's documents; whether the real platform agrees in every case has not been tried against it.
 */
import { Discord } from './discord.ts'
import type { DiscordOptions } from './options.ts'

export type { Discord } from './discord.ts'
export type { DiscordOptions } from './options.ts'
export type { Shown } from './shown.ts'
export type { Turn } from './turn.ts'

export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const discord = new Discord(options)
  await discord.open()
  return discord
}

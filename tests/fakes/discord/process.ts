/**
 * The stand-in as a process of its own: `node tests/fakes/discord/process.ts '{"channels":["general"]}'` with options as JSON. Prints
 * one line of JSON with its addresses (StandInAddresses) and lives until its standard input ends, so it never outlives whoever
 * started it.
 */
import { startControl } from './control.ts'
import { startDiscord } from './index.ts'
import type { DiscordOptions } from './options.ts'

const options = JSON.parse(process.argv[2] ?? '{}') as Omit<DiscordOptions, 'time'>
const discord = await startDiscord(options)
const control = await startControl(discord)
const { url, token, botId, guildId } = discord
process.stdout.write(`${JSON.stringify({ url, control: control.url, token, botId, guildId })}\n`)
process.stdin.resume().on('end', () => process.exit(0))

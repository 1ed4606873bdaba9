/** The stand-in as a process of its own: led over HTTP, under load, outliving nobody. */
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startRemoteDiscord } from './discord/remote.ts'
import { atEnd, connect, pause, until } from './discord-client.ts'

async function start(options: Parameters<typeof startRemoteDiscord>[0] = {}) {
  const discord = await startRemoteDiscord(options)
  atEnd(() => discord.close())
  return discord
}

test('a talk with a stand-in in another process', async () => {
  const discord = await start({ channels: ['general'] })
  const client = await connect(discord)
  client.on('messageCreate', async (message) => {
    if (!message.author.bot) await message.reply(`You said ${message.content}`)
  })
  const { turn } = await discord.call('say', 'ann', 'general', '@bot hello')
  expect((await discord.call('answer', turn)).text).toBe(`You said <@${discord.botId}> hello`)
  expect(await discord.call('effects', 'post')).toHaveLength(1)
  await discord.call('drop')
  await discord.call('dm', 'ann', 'meanwhile')
  const posts = async () => (await discord.call('counts')).post ?? 0
  for (let tries = 0; (await posts()) < 2 && tries < 100; tries += 1) await pause(50)
  expect(await posts()).toBe(2)
  await expect(discord.call('button', 'ann', (await discord.call('seen', turn))[0]!, 'More')).rejects.toThrow(
    'No button More',
  )
  expect(await discord.call('complaints')).toEqual([])
})

test('a fault is set over the control route', async () => {
  const discord = await start()
  await discord.call('faults', { match: { path: '/users/@me' }, action: 'status', status: 418 })
  const ask = () =>
    fetch(`${discord.url}/v10/users/@me`, { headers: { authorization: `Bot ${discord.token}` } })
  expect((await ask()).status).toBe(418)
  expect((await ask()).status).toBe(200)
})

test('two thousand messages a second are dispatched, numbered without a gap', async () => {
  const discord = await start({ keep: 1_000, channels: ['general', 'energy'] })
  const socket = new WebSocket(discord.url.replace('http', 'ws'))
  atEnd(() => socket.terminate())
  const numbers: number[] = []
  let messages = 0
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as { op: number; s: number | null; t: string | null }
    if (frame.op === 10)
      socket.send(JSON.stringify({ op: 2, d: { token: discord.token, intents: 1 << 9, properties: {} } }))
    if (frame.s !== null) numbers.push(frame.s)
    if (frame.t === 'MESSAGE_CREATE') messages += 1
  })
  await until('READY', () => numbers.length > 0)
  const load = { channels: ['general', 'energy'], people: 100, text: '@bot question {n}' }
  const { sent, took } = await discord.call('pour', { ...load, perSecond: 2_000, seconds: 3 })
  await until('all have come', () => messages === 6_000)
  expect(sent).toBe(6_000)
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1))
  // a machine busy with other things is given twice the time
  expect(took).toBeLessThan(6_000)
})

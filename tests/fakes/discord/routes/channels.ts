/** Channels: looked at, threads started, DMs opened, files fetched. */
import { GatewayIntentBits, PermissionFlagsBits as May } from 'discord-api-types/v10'
import type { Answer } from '../../loopback-server.ts'
import { DiscordRefusal } from '../refusal.ts'
import { shownChannel } from '../shown-place.ts'
import type { Channel } from '../world.ts'
import { demand } from './messages.ts'
import { type Asked, channelOf, type Route, refusedBody, takeBody } from './route.ts'

export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel', does: read },
  {
    method: 'POST',
    path: '/channels/:channel/messages/:message/threads',
    limit: { calls: 50, per: 300_000 },
    does: threadOnMessage,
  },
  {
    method: 'POST',
    path: '/channels/:channel/threads',
    limit: { calls: 50, per: 300_000 },
    does: threadAlone,
  },
  { method: 'POST', path: '/users/@me/channels', limit: { calls: 10, per: 10_000 }, does: openDm },
  { method: 'GET', path: '/attachments/:channel/:attachment/:filename', open: true, does: download },
]

function read(asked: Asked): Answer {
  const channel = channelOf(asked)
  demand(asked.platform, channel)
  return { status: 200, body: shownChannel(asked.platform.world, channel) }
}

function threadOnMessage(asked: Asked): Answer {
  const { platform, params } = asked
  const channel = channelOf(asked)
  demand(platform, channel, May.CreatePublicThreads)
  if (channel.kind !== 'text') throw new DiscordRefusal(50024)
  const message = channel.messages.get(params.message!)
  if (message === undefined) throw new DiscordRefusal(10008)
  const body = takeBody(asked, 'thread')
  if (platform.world.channels.has(message.id)) throw new DiscordRefusal(160004)
  const thread = platform.world.addThread(channel, String(body.name), message.id)
  message.thread = shownChannel(platform.world, thread) as never
  return began(asked, channel, thread, body)
}

function threadAlone(asked: Asked): Answer {
  const { platform } = asked
  const channel = channelOf(asked)
  demand(platform, channel, May.CreatePublicThreads)
  if (channel.kind !== 'text') throw new DiscordRefusal(50024)
  const body = takeBody(asked, 'thread without message')
  return began(asked, channel, platform.world.addThread(channel, String(body.name)), body)
}

function began(
  { platform }: Asked,
  channel: Channel,
  thread: Channel,
  body: Record<string, unknown>,
): Answer {
  const shown = shownChannel(platform.world, thread)
  platform.ledger.effect({ kind: 'thread', id: thread.id, channel: channel.id, body })
  platform.gateway.dispatch({
    t: 'THREAD_CREATE',
    d: { ...shown, newly_created: true },
    intent: GatewayIntentBits.Guilds,
  })
  return { status: 201, body: shown }
}

function openDm(asked: Asked): Answer {
  const { platform } = asked
  const body = takeBody(asked, 'dm')
  const user = platform.world.user(String(body.recipient_id))
  if (user === undefined) throw refusedBody(asked, 50035, ['recipient_id: nobody has this id'], body)
  // Discord opens the DM and refuses the messages; between bots it refuses both
  if (user.bot) throw new DiscordRefusal(50007)
  return { status: 200, body: shownChannel(platform.world, platform.world.dmWith(user)) }
}

function download({ platform, params }: Asked): Answer {
  const file = platform.world.attachments.get(params.attachment!)
  if (file === undefined) return { status: 404, body: 'This content is no longer available.' }
  return { status: 200, headers: { 'content-type': file.contentType }, body: file.data }
}

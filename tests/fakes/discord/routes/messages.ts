/** Messages of a channel: written, read, changed, taken away. */
import { type APIMessage, PermissionFlagsBits as May, MessageType } from 'discord-api-types/v10'
import type { Answer } from '../../loopback-server.ts'
import {
  changeMessage,
  composeMessage,
  dispatchMessage,
  notePings,
  postMessage,
  removeMessage,
} from '../messages.ts'
import type { Platform } from '../platform.ts'
import { DiscordRefusal } from '../refusal.ts'
import type { Channel } from '../world.ts'
import { type Asked, channelOf, NOTHING, type Route, refusedBody, takeBody } from './route.ts'

export const messageRoutes: readonly Route[] = [
  { method: 'POST', path: '/channels/:channel/messages', limit: { calls: 5, per: 5_000 }, does: create },
  { method: 'GET', path: '/channels/:channel/messages', limit: { calls: 5, per: 5_000 }, does: list },
  { method: 'GET', path: '/channels/:channel/messages/:message', does: read },
  {
    method: 'PATCH',
    path: '/channels/:channel/messages/:message',
    limit: { calls: 5, per: 5_000 },
    does: edit,
  },
  {
    method: 'DELETE',
    path: '/channels/:channel/messages/:message',
    limit: { calls: 5, per: 1_000 },
    does: remove,
  },
  { method: 'POST', path: '/channels/:channel/typing', limit: { calls: 5, per: 5_000 }, does: typing },
]

/** Refused unless the bot may do all of this here. */
export function demand({ world }: Platform, channel: Channel, ...bits: bigint[]): void {
  if (channel.kind !== 'dm' && !world.inGuild) throw new DiscordRefusal(50001)
  if (!world.botMay(channel, May.ViewChannel)) throw new DiscordRefusal(50001)
  if (!world.botMay(channel, ...bits)) throw new DiscordRefusal(50013)
}

function create(asked: Asked): Answer {
  const { platform, files } = asked
  const channel = channelOf(asked)
  demand(platform, channel, channel.kind === 'thread' ? May.SendMessagesInThreads : May.SendMessages)
  const body = takeBody(asked, 'message')
  if (files.length > 0) demand(platform, channel, May.AttachFiles)
  if (channel.archived && channel.locked) throw new DiscordRefusal(50083)
  const repliedTo = repliedMessage(asked, channel, body)

  const nonce = body.nonce === undefined || body.nonce === null ? undefined : String(body.nonce)
  if (nonce !== undefined && body.enforce_nonce === true) {
    const first = platform.world.nonces.get(nonce)
    // a message that was deleted meanwhile comes back too: it is not made again
    if (first && platform.time.now() - first.at <= platform.nonceLife)
      return { status: 200, body: first.message }
  }

  const message = composeMessage(platform, channel, {
    author: platform.world.bot,
    body,
    files,
    ...(repliedTo === undefined
      ? {}
      : {
          type: MessageType.Reply,
          more: {
            message_reference: { type: 0, channel_id: channel.id, message_id: repliedTo.id },
            referenced_message: repliedTo,
          },
        }),
  })
  // without the right to embed the message goes out, its embeds do not
  if (!platform.world.botMay(channel, May.EmbedLinks)) message.embeds = []
  if (nonce !== undefined) rememberNonce(platform, nonce, message)
  platform.ledger.effect({ kind: 'post', id: message.id, channel: channel.id, nonce, body })
  notePings(platform, message, body, repliedTo)
  channel.archived = false
  postMessage(platform, channel, message)
  return { status: 200, body: message }
}

function rememberNonce({ world, time, nonceLife }: Platform, nonce: string, message: APIMessage): void {
  const now = time.now()
  for (const [old, { at }] of world.nonces) {
    if (now - at <= nonceLife) break
    world.nonces.delete(old)
  }
  world.nonces.delete(nonce)
  world.nonces.set(nonce, { at: now, message })
}

function repliedMessage(
  asked: Asked,
  channel: Channel,
  body: Record<string, unknown>,
): APIMessage | undefined {
  const reference = body.message_reference as
    | { message_id?: string; fail_if_not_exists?: boolean }
    | null
    | undefined
  if (!reference?.message_id) return undefined
  if (!asked.platform.world.botMay(channel, May.ReadMessageHistory)) throw new DiscordRefusal(160002)
  const found = channel.messages.get(reference.message_id)
  // the body is in order, the message is gone: no fault of form, so nothing to note as refused
  if (!found && reference.fail_if_not_exists !== false)
    throw new DiscordRefusal(50035, ['message_reference: Unknown message'])
  return found
}

/** Newest first, as Discord gives them. */
function list(asked: Asked): Answer {
  const { platform, query } = asked
  const channel = channelOf(asked)
  demand(platform, channel)
  const wanted = query.get('limit') === null ? 50 : Number(query.get('limit'))
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 100)
    throw refusedBody(asked, 50035, ['limit: 1 to 100'], { limit: query.get('limit') })
  if (!platform.world.botMay(channel, May.ReadMessageHistory)) return { status: 200, body: [] }
  const [after, before] = [query.get('after'), query.get('before')].map((id) => (id ? BigInt(id) : undefined))
  const all = [...channel.messages.values()].filter(
    ({ id }) => (after === undefined || BigInt(id) > after) && (before === undefined || BigInt(id) < before),
  )
  const page = after === undefined ? all.slice(-wanted) : all.slice(0, wanted)
  return { status: 200, body: page.reverse() }
}

function read(asked: Asked): Answer {
  const channel = channelOf(asked)
  demand(asked.platform, channel, May.ReadMessageHistory)
  return { status: 200, body: messageOf(asked, channel) }
}

function edit(asked: Asked): Answer {
  const { platform, files } = asked
  const channel = channelOf(asked)
  demand(platform, channel)
  const message = messageOf(asked, channel)
  if (message.author.id !== platform.world.bot.id) throw new DiscordRefusal(50005)
  if (channel.archived && channel.locked) throw new DiscordRefusal(50083)
  const body = takeBody(asked, 'message edit')
  changeMessage(platform, channel, message, body, files)
  platform.ledger.effect({ kind: 'edit', id: message.id, channel: channel.id, body })
  dispatchMessage(platform, 'MESSAGE_UPDATE', channel, message)
  return { status: 200, body: message }
}

function remove(asked: Asked): Answer {
  const { platform } = asked
  const channel = channelOf(asked)
  demand(platform, channel)
  const message = messageOf(asked, channel)
  if (message.author.id !== platform.world.bot.id) demand(platform, channel, May.ManageMessages)
  removeMessage(platform, channel, message.id)
  platform.ledger.effect({ kind: 'delete', id: message.id, channel: channel.id, body: {} })
  return NOTHING
}

function typing(asked: Asked): Answer {
  const { platform } = asked
  const channel = channelOf(asked)
  demand(platform, channel, channel.kind === 'thread' ? May.SendMessagesInThreads : May.SendMessages)
  platform.ledger.effect({ kind: 'status', channel: channel.id, body: { typing: true } })
  return NOTHING
}

function messageOf({ params }: Asked, channel: Channel): APIMessage {
  const message = channel.messages.get(params.message!)
  if (message === undefined) throw new DiscordRefusal(10008)
  return message
}

/** Messages as they are written, changed and taken away, and the events that tell of it. */
import {
  type APIAttachment,
  type APIMessage,
  ChannelType,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { messageIntent } from './events.ts'
import type { UploadedFile } from './multipart.ts'
import type { Platform } from './platform.ts'
import { shownMember } from './shown-place.ts'
import type { Channel } from './world.ts'

export interface Draft {
  author: APIMessage['author']
  body: Record<string, unknown>
  files?: readonly UploadedFile[]
  type?: MessageType
  flags?: number
  /** What else the message shows: the interaction it came from, the message it answers. */
  more?: Partial<APIMessage>
}

/** A message, not yet in any channel. */
export function composeMessage(platform: Platform, channel: Channel, draft: Draft): APIMessage {
  const { world } = platform
  const { author, body, files = [], more = {} } = draft
  const content = String(body.content ?? '')
  return {
    id: platform.nextId(),
    channel_id: channel.id,
    author,
    content,
    timestamp: world.timestamp(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: author.bot !== true && /@(?:everyone|here)\b/.test(content),
    mentions: mentionedIn(platform, content),
    mention_roles: [],
    attachments: attach(platform, channel, body, files),
    embeds: shownEmbeds(body),
    components: (body.components ?? []) as never,
    pinned: false,
    type: draft.type ?? MessageType.Default,
    flags: draft.flags ?? (Number(body.flags ?? 0) as MessageFlags),
    ...(body.nonce === undefined ? {} : { nonce: body.nonce as string | number }),
    ...more,
  }
}

/** Puts it where everybody sees it. */
export function postMessage(platform: Platform, channel: Channel, message: APIMessage): APIMessage {
  platform.world.keep(channel, message)
  dispatchMessage(platform, 'MESSAGE_CREATE', channel, message)
  return message
}

export function dispatchMessage(
  platform: Platform,
  t: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  channel: Channel,
  message: APIMessage,
): void {
  const { world } = platform
  if (channel.kind !== 'dm' && (!world.inGuild || !world.botMay(channel, PermissionFlagsBits.ViewChannel)))
    return
  platform.gateway.dispatch({
    t,
    d: eventData(platform, channel, message),
    intent: messageIntent(channel.kind === 'dm'),
    message,
  })
}

/** A message as events show it: with its guild and its author's membership, which REST leaves out. */
export function eventData(
  { world }: Platform,
  channel: Channel,
  message: APIMessage,
): Record<string, unknown> {
  if (channel.kind === 'dm') return { ...message, channel_type: ChannelType.DM }
  const mentions = message.mentions.map((user) => ({ ...user, member: shownMember(world, user) }))
  return {
    ...message,
    mentions,
    guild_id: world.guildId,
    member: shownMember(world, message.author),
    channel_type: channel.kind === 'thread' ? ChannelType.PublicThread : ChannelType.GuildText,
  }
}

/** Only what the body names changes. */
export function changeMessage(
  platform: Platform,
  channel: Channel,
  message: APIMessage,
  body: Record<string, unknown>,
  files: readonly UploadedFile[] = [],
): APIMessage {
  const { world } = platform
  if (body.content !== undefined) {
    message.content = String(body.content ?? '')
    message.mentions = mentionedIn(platform, message.content)
  }
  if (body.embeds !== undefined) message.embeds = shownEmbeds(body)
  if (body.components !== undefined) message.components = (body.components ?? []) as never
  if (body.attachments !== undefined || files.length > 0) {
    const kept = (body.attachments ?? []) as { id: string }[]
    message.attachments = [
      ...message.attachments.filter(({ id }) =>
        body.attachments === undefined ? true : kept.some((each) => each.id === id),
      ),
      ...attach(platform, channel, body, files),
    ]
  }
  const bits = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2
  if (typeof body.flags === 'number')
    message.flags = ((message.flags ?? 0) & ~MessageFlags.SuppressEmbeds) | (body.flags & bits)
  message.edited_timestamp = world.timestamp()
  return message
}

export function removeMessage(platform: Platform, channel: Channel, id: string): boolean {
  if (!channel.messages.delete(id)) return false
  const guild = channel.kind === 'dm' ? {} : { guild_id: platform.world.guildId }
  platform.gateway.dispatch({
    t: 'MESSAGE_DELETE',
    d: { id, channel_id: channel.id, ...guild },
    intent: messageIntent(channel.kind === 'dm'),
  })
  return true
}

/** Notes whom a message of the bot calls. Without `allowed_mentions` every mention in the text does, and a reply its author. */
export function notePings(
  platform: Platform,
  message: APIMessage,
  body: Record<string, unknown>,
  repliedTo?: APIMessage,
): void {
  const allowed = body.allowed_mentions as
    | { parse?: string[]; users?: string[]; roles?: string[]; replied_user?: boolean }
    | null
    | undefined
  const permits = (kind: string) => allowed?.parse?.includes(kind) ?? !allowed
  const whom: string[] = []
  if (permits('everyone')) whom.push(...(message.content.match(/@(?:everyone|here)\b/g) ?? []))
  for (const user of message.mentions)
    if (permits('users') || allowed?.users?.includes(user.id)) whom.push(user.username)
  for (const [, role] of message.content.matchAll(/<@&(\d+)>/g))
    if (permits('roles') || allowed?.roles?.includes(role!)) whom.push(`role ${role}`)
  if (repliedTo && (allowed?.replied_user ?? !allowed)) whom.push(repliedTo.author.username)
  platform.pings.push(...whom.map((each) => ({ message: message.id, whom: each })))
}

function mentionedIn({ world }: Platform, content: string): APIMessage['mentions'] {
  const ids = new Set([...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id!))
  return [...ids].map((id) => world.user(id)).filter((user) => user !== undefined)
}

const shownEmbeds = (body: Record<string, unknown>): APIMessage['embeds'] =>
  ((body.embeds ?? []) as APIMessage['embeds']).map((embed) => ({ ...embed, type: 'rich' as never }))

function attach(
  platform: Platform,
  channel: Channel,
  body: Record<string, unknown>,
  files: readonly UploadedFile[],
): APIAttachment[] {
  const announced = (body.attachments ?? []) as { id: string | number; description?: string }[]
  return files.map(({ number, filename, contentType, data }) => {
    const id = platform.nextId()
    const path = `/attachments/${channel.id}/${id}/${encodeURIComponent(filename)}`
    platform.world.attachments.set(id, { filename, contentType, data })
    const description = announced.find((each) => Number(each.id) === number)?.description
    return {
      id,
      filename,
      size: data.length,
      url: `${platform.url()}${path}`,
      proxy_url: `${platform.url()}${path}`,
      content_type: contentType,
      ...(description === undefined ? {} : { description }),
    }
  })
}

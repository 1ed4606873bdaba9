/** Reading channels: their history, threads, members. */
import type { Dict } from '../complaints.ts'
import { missingScope, type Scope } from '../credentials.ts'
import type { Desk, Method } from '../desk.ts'
import { COMMERCIAL_HISTORY } from '../rate-limits.ts'
import { SlackError } from '../slack-error.ts'
import { millisOf } from '../timestamps.ts'
import type { Channel, Message } from '../workspace.ts'
import { channelOf, count, isTrue, optional, required } from './arguments.ts'

/** Each kind of channel has its own scope: a token for direct messages reads no channel. */
const HISTORY = { channel: 'channels:history', group: 'groups:history', im: 'im:history' } as const
const READ = { channel: 'channels:read', group: 'groups:read', im: 'im:read' } as const

export const CONVERSATIONS: Record<string, Method> = {
  'conversations.history': {
    scopes: Object.values(HISTORY),
    tier: 50,
    run(values, desk) {
      const channel = readable(values, desk)
      const found = desk.workspace
        .between(channel, {
          oldest: optional(values, 'oldest'),
          latest: optional(values, 'cursor') ?? optional(values, 'latest'),
          inclusive: isTrue(values.inclusive),
        })
        // answers in a thread are history only where they were sent to the channel too
        .filter(
          (message) =>
            message.thread_ts === undefined || message.thread_ts === message.ts || message.reply_broadcast,
        )
        .filter((message) => millisOf(message.ts) + desk.historyDelay <= desk.time.now())
      return { ...page(found, values, desk), pin_count: 0 }
    },
  },
  'conversations.replies': {
    scopes: Object.values(HISTORY),
    tier: 50,
    run(values, desk) {
      const channel = readable(values, desk)
      const ts = required(values, 'ts')
      const parent = desk.workspace.message(channel, ts)
      if (!parent) throw new SlackError('thread_not_found')
      const thread = channel.messages.filter(
        (message) =>
          (message === parent || message.thread_ts === ts) &&
          millisOf(message.ts) + desk.historyDelay <= desk.time.now(),
      )
      return page(thread, values, desk)
    },
  },
  'conversations.info': {
    scopes: Object.values(READ),
    tier: 50,
    run: (values, desk) => ({ channel: described(permitted(values, READ, desk), desk) }),
  },
  'conversations.members': {
    scopes: Object.values(READ),
    tier: 100,
    run: (values, desk) => ({
      members: [...permitted(values, READ, desk).members],
      response_metadata: { next_cursor: '' },
    }),
  },
  'users.conversations': {
    scopes: Object.values(READ),
    tier: 50,
    run: (values, desk) => {
      const { workspace, bot } = desk
      const types = (optional(values, 'types') ?? 'public_channel').split(',')
      const who = optional(values, 'user') ?? bot.user.id
      const channels = [...workspace.channels.values()].filter(
        (channel) =>
          channel.members.has(who) &&
          types.includes(CONVERSATION_TYPE[channel.kind]) &&
          !(isTrue(values.exclude_archived) && channel.archived),
      )
      return {
        channels: channels.map((channel) => described(channel, desk)),
        response_metadata: { next_cursor: '' },
      }
    },
  },
  'conversations.open': {
    scopes: ['im:write'],
    tier: 50,
    run(values, desk) {
      const user = required(values, 'users').split(',')[0]!
      if (!desk.workspace.users.has(user)) throw new SlackError('user_not_found')
      const channel = desk.workspace.directMessages(user, desk.bot.user.id)
      return { channel: isTrue(values.return_im) ? described(channel, desk) : { id: channel.id } }
    },
  },
}

function readable(values: Dict, desk: Desk): Channel {
  const channel = permitted(values, HISTORY, desk)
  if (!channel.members.has(desk.bot.user.id)) throw new SlackError('not_in_channel')
  return channel
}

function permitted(values: Dict, scopes: Record<Channel['kind'], Scope>, desk: Desk): Channel {
  const channel = channelOf(values, desk)
  const needed = scopes[channel.kind]
  if (!desk.scopes.has(needed)) throw missingScope([needed], desk.scopes)
  return channel
}

function page(messages: readonly Message[], values: Dict, { limits }: Desk): Dict {
  const standard = limits === 'commercial' ? COMMERCIAL_HISTORY : 100
  const limit = count(values, 'limit', { standard, most: limits === 'commercial' ? COMMERCIAL_HISTORY : 999 })
  const some = messages.slice(0, limit)
  const more = messages.length > limit
  const withMetadata = isTrue(values.include_all_metadata)
  return {
    messages: some.map(({ metadata, ...message }) =>
      metadata === undefined || !withMetadata ? message : { ...message, metadata },
    ),
    has_more: more,
    // opaque to callers; here simply where to go on
    ...(more ? { response_metadata: { next_cursor: some.at(-1)!.ts } } : {}),
  }
}

const described = (channel: Channel, { bot }: Desk): Dict => ({
  id: channel.id,
  ...(channel.kind === 'im'
    ? { user: [...channel.members].find((id) => id !== bot.user.id) }
    : { name: channel.name, num_members: channel.members.size }),
  is_channel: channel.kind === 'channel',
  is_group: channel.kind === 'group',
  is_im: channel.kind === 'im',
  is_private: channel.kind !== 'channel',
  is_archived: channel.archived,
  is_member: channel.members.has(bot.user.id),
})

const CONVERSATION_TYPE = { channel: 'public_channel', group: 'private_channel', im: 'im' } as const

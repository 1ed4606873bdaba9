/** Posting, changing and deleting messages; `respond` is what a response URL does. */
import { BLOCK_LIMITS } from '../block-limits.ts'
import { checkMessage } from '../check-payloads.ts'
import type { Dict } from '../complaints.ts'
import type { Desk, Method, ResponsePlace } from '../desk.ts'
import { named } from '../named-blocks.ts'
import { SlackError } from '../slack-error.ts'
import type { Channel, Message } from '../workspace.ts'
import { channelOf, isTrue, optional, required } from './arguments.ts'

export const CHAT: Record<string, Method> = {
  'chat.postMessage': {
    scopes: ['chat:write'],
    tier: 'post',
    run(values, desk) {
      const channel = writable(values, desk)
      const message = desk.workspace.post(channel, { ...written(values, desk), ...authored(desk) })
      enter('post', channel, message, desk)
      return { channel: channel.id, ts: message.ts, message: shown(message) }
    },
  },
  'chat.postEphemeral': {
    scopes: ['chat:write'],
    tier: 'post',
    run(values, desk) {
      const channel = writable(values, desk)
      const user = required(values, 'user')
      if (!channel.members.has(user)) throw new SlackError('user_not_in_channel')
      const message = desk.workspace.postEphemeral(channel, user, {
        ...written(values, desk),
        ...authored(desk),
      })
      enter('ephemeral', channel, message, desk, user)
      return { message_ts: message.ts }
    },
  },
  'chat.update': {
    scopes: ['chat:write'],
    tier: 50,
    run(values, desk) {
      const channel = channelOf(values, desk)
      const message = own(channel, required(values, 'ts'), desk, 'cant_update_message')
      const fields = written({ text: message.text, ...values }, desk, BLOCK_LIMITS.message.updatedText)
      const { thread_ts: _, ...changed } = fields
      // text alone takes the blocks away
      desk.workspace.edit(channel, message, { blocks: [], ...changed }, desk.bot.user.id)
      enter('edit', channel, message, desk)
      return { channel: channel.id, ts: message.ts, text: message.text, message: shown(message) }
    },
  },
  'chat.delete': {
    scopes: ['chat:write'],
    tier: 50,
    run(values, desk) {
      const channel = channelOf(values, desk)
      const message = own(channel, required(values, 'ts'), desk, 'cant_delete_message')
      desk.workspace.remove(channel, message)
      enter('delete', channel, message, desk)
      return { channel: channel.id, ts: message.ts }
    },
  },
}

/** An answer sent to a response URL: a new message for one or all, or a change of the message that was pressed. */
export function respond(id: string, values: Dict, desk: Desk): Dict {
  const place = desk.tickets.spendResponse(id)
  const { channel, user, messageTs, thread } = place
  const { workspace } = desk
  const pressed = messageTs === undefined ? undefined : workspace.message(channel, messageTs)
  const hidden = messageTs === undefined ? undefined : workspace.ephemerals.get(messageTs)
  if (isTrue(values.delete_original)) {
    if (pressed) workspace.remove(channel, pressed)
    else if (hidden) workspace.ephemerals.delete(hidden.message.ts)
    else throw new SlackError('message_not_found')
    enter('delete', channel, (pressed ?? hidden?.message)!, desk)
    return {}
  }
  if (isTrue(values.replace_original)) {
    const fields = { blocks: [], ...written(values, desk), ...authored(desk) }
    const original = pressed ?? hidden?.message
    if (!original) throw new SlackError('message_not_found')
    if (pressed) workspace.edit(channel, pressed, fields, desk.bot.user.id)
    else {
      Object.assign(original, fields, { edited: { user: desk.bot.user.id, ts: workspace.timestamp() } })
      workspace.tell({ kind: 'ephemeral', channel, message: original, only: user })
    }
    enter('edit', channel, original, desk, hidden ? user : undefined)
    return {}
  }
  answerPerson(thread === undefined ? values : { thread_ts: thread, ...values }, place, desk)
  return {}
}

/** Shows a message that came as an answer to what somebody did, to them alone unless it says 'in_channel'. */
export function answerPerson(values: Dict, { channel, user }: ResponsePlace, desk: Desk): void {
  const fields = { ...written(values, desk), ...authored(desk) }
  if (values.response_type === 'in_channel')
    enter('post', channel, desk.workspace.post(channel, fields), desk)
  else enter('ephemeral', channel, desk.workspace.postEphemeral(channel, user, fields), desk, user)
}

/** The fields of a message that the bot sent, checked as Slack checks them. */
function written(values: Dict, { workspace }: Desk, most?: number): { text: string } & Partial<Message> {
  const hasFile = (id: string) => workspace.files.get(id)?.complete === true
  const refusal = checkMessage(values, { hasFile }, most)
  if (refusal) throw new SlackError(refusal.error, refusal.reasons)
  const thread = optional(values, 'thread_ts')
  if (thread !== undefined && !/^\d{10}\.\d{6}$/.test(thread)) throw new SlackError('invalid_thread_ts')
  return {
    text: optional(values, 'text') ?? '',
    ...(values.blocks === undefined ? {} : { blocks: named(values.blocks as unknown[]) }),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(values.metadata === undefined ? {} : { metadata: metadataOf(values.metadata) }),
    ...(isTrue(values.reply_broadcast) ? { reply_broadcast: true } : {}),
  }
}

function metadataOf(metadata: unknown): unknown {
  const { event_type: type, event_payload: payload } = metadata as Dict
  if (typeof type !== 'string' || typeof payload !== 'object' || payload === null)
    throw new SlackError('invalid_metadata_format', [
      'needs event_type and event_payload [json-pointer:/metadata]',
    ])
  return metadata
}

function writable(values: Dict, desk: Desk): Channel {
  const channel = channelOf(values, desk)
  if (!channel.members.has(desk.bot.user.id)) throw new SlackError('not_in_channel')
  if (channel.archived) throw new SlackError('is_archived')
  return channel
}

function own(channel: Channel, ts: string, { workspace, bot }: Desk, refusal: string): Message {
  const message = workspace.message(channel, ts)
  if (!message) throw new SlackError('message_not_found')
  if (message.bot_id !== bot.botId) throw new SlackError(refusal)
  return message
}

const authored = ({ bot, workspace }: Desk) => ({
  user: bot.user.id,
  bot_id: bot.botId,
  app_id: bot.appId,
  team: workspace.teamId,
})

const shown = ({ metadata: _, ...message }: Message): Dict => message

function enter(
  kind: 'post' | 'ephemeral' | 'edit' | 'delete',
  channel: Channel,
  message: Message,
  { ledger }: Desk,
  user?: string,
): void {
  ledger.effect({ kind, channel: channel.id, id: message.ts, user, body: { ...message } })
}

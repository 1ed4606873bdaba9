/** What people write, change and take away. */
import { type APIMessage, MessageType } from 'discord-api-types/v10'
import { messageIntent } from './events.ts'
import {
  changeMessage,
  composeMessage,
  dispatchMessage,
  eventData,
  postMessage,
  removeMessage,
} from './messages.ts'
import type { Platform } from './platform.ts'
import { type Shown, shownMessage } from './shown.ts'
import { Turn } from './turn.ts'
import type { Channel } from './world.ts'

export interface Saying {
  /** Answers this message; whoever wrote it counts as mentioned. */
  replyTo?: { id: string }
  files?: readonly { filename: string; contentType?: string; data: string | Uint8Array }[]
  /** Another bot speaks. */
  asBot?: boolean
}

/** @param where a channel's name or id, or 'dm' for the person's DM with the bot */
export function say(platform: Platform, user: string, where: string, text: string, how: Saying = {}): Turn {
  const { world } = platform
  const author = world.person(user, { bot: how.asBot === true })
  const channel = where === 'dm' ? world.dmWith(author) : world.channel(where)
  const repliedTo = how.replyTo === undefined ? undefined : channel.messages.get(how.replyTo.id)
  const message = composeMessage(platform, channel, {
    author,
    body: { content: namesToMentions(platform, text) },
    files: (how.files ?? []).map(({ filename, contentType = 'text/plain', data }, number) => ({
      number,
      filename,
      contentType,
      data: Buffer.from(data as string),
    })),
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
  if (repliedTo && !message.mentions.some(({ id }) => id === repliedTo.author.id))
    message.mentions.push(repliedTo.author)
  postMessage(platform, channel, message)
  const event = {
    t: 'MESSAGE_CREATE',
    d: eventData(platform, channel, message),
    intent: messageIntent(channel.kind === 'dm'),
    message,
  }
  return new Turn(
    message.id,
    event,
    shownMessage(message),
    () => answersTo(platform, channel, message),
    (told) => platform.ledger.watch(told),
  )
}

export function edit(platform: Platform, said: Shown, text: string): void {
  const { channel, message } = find(platform, said)
  changeMessage(platform, channel, message, { content: namesToMentions(platform, text) })
  dispatchMessage(platform, 'MESSAGE_UPDATE', channel, message)
}

export function remove(platform: Platform, said: Shown): void {
  const { channel, message } = find(platform, said)
  removeMessage(platform, channel, message.id)
}

/** What everybody sees in a channel, oldest first. */
export const history = (platform: Platform, where: string): Shown[] =>
  [...platform.world.channel(where).messages.values()].map((message) => shownMessage(message))

/** The bot's messages after it: those that answer it, those in its thread, and those that answer nothing in particular. */
function answersTo({ world }: Platform, channel: Channel, asked: APIMessage): Shown[] {
  const ofBot = (of: Channel | undefined) =>
    [...(of?.messages.values() ?? [])].filter(({ author }) => author.id === world.bot.id)
  const here = ofBot(channel).filter(
    ({ id, message_reference: answers, webhook_id: made }) =>
      BigInt(id) > BigInt(asked.id) &&
      made === undefined &&
      (answers?.message_id === undefined || answers.message_id === asked.id),
  )
  return [...here, ...ofBot(world.channels.get(asked.id))].map((message) => shownMessage(message))
}

function find({ world }: Platform, said: Shown): { channel: Channel; message: APIMessage } {
  const channel = world.channel(said.channel)
  const message = channel.messages.get(said.id)
  if (message === undefined) throw new Error(`There is no message ${said.id} in ${channel.name}.`)
  return { channel, message }
}

/** '@bot' and '@ann' as Discord writes them; '@everyone' and '@here' stay. */
const namesToMentions = ({ world }: Platform, text: string): string =>
  text.replace(/@([\p{L}\p{N}_]+)/gu, (whole, name: string) => {
    const user = name === 'bot' ? world.bot : world.known(name)
    return user === undefined ? whole : `<@${user.id}>`
  })

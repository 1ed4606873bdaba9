/** People who write: messages, commands, edits, and those who open the home tab or the assistant's pane. */
import { type Act, actOf, seen, type Wait } from './acts.ts'
import type { Dict } from './complaints.ts'
import { isObject } from './complaints.ts'
import type { Delivery } from './delivery.ts'
import type { Desk } from './desk.ts'
import type { Emitter } from './emitter.ts'
import { slashCommand } from './events.ts'
import { answerPerson } from './methods/chat.ts'
import type { Shown } from './shown.ts'
import { SlackError } from './slack-error.ts'
import { after } from './timestamps.ts'
import type { Channel, Message, User, View } from './workspace.ts'

/** A message somebody wrote. */
export interface Said extends Act {
  channel: string
  ts: string
  thread: string | undefined
  /** As the bot gets it, with names turned into ids and control characters escaped. */
  text: string
}

export interface SayOptions {
  /** The message whose thread it is written into. */
  in?: Said | Shown | string
  /** The text goes out as it stands, with neither names nor control characters turned into what Slack makes of them. */
  raw?: boolean
}

export function talking(desk: Desk, emitter: Emitter, delivery: () => Delivery) {
  const { workspace, bot } = desk

  /** Writes into a channel; '@name' in the text mentions. A bot may be the one who writes. */
  function say(who: string, where: string, text: string, options: SayOptions = {}): Said {
    const channel = workspace.channel(where)
    return write(workspace.user(who), channel, text, options)
  }

  /** Writes to the bot directly. */
  function dm(who: string, text: string, options: SayOptions = {}): Said {
    const user = workspace.user(who)
    return write(user, workspace.directMessages(user.id, bot.user.id), text, options)
  }

  function write(user: User, channel: Channel, text: string, { in: parent, raw = false }: SayOptions): Said {
    const thread = typeof parent === 'string' ? parent : (parent?.thread ?? parent?.ts)
    const message = workspace.post(channel, {
      user: user.id,
      text: raw ? text : asSlackWrites(text, desk),
      ...(user.isBot ? { bot_id: botIdOf(user), app_id: 'A0OTHER' } : { client_msg_id: workspace.id('M') }),
      ...(thread === undefined ? {} : { thread_ts: thread }),
    })
    return saidOf(user, channel, message)
  }

  function saidOf(user: User, channel: Channel, message: Message): Said {
    const delivered = Promise.all(emitter.of(message).map(({ receipt }) => receipt))
    const thread = message.thread_ts
    const act = actOf(message.ts, user, { channel, thread: thread ?? message.ts }, delivered, desk)
    return { ...act, channel: channel.id, ts: message.ts, thread, text: message.text }
  }

  /** Types a command, '/ask who invests', in a channel or, if that is null, in the direct messages. */
  function slash(who: string, where: string | null, line: string): Act {
    const user = workspace.user(who)
    const channel = where === null ? workspace.directMessages(user.id, bot.user.id) : workspace.channel(where)
    const [, command = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(line) ?? []
    if (command === '') throw new Error(`not a command: '${line}'`)
    const at = workspace.timestamp()
    const payload = slashCommand({ command, text: escaped(text), user, channel }, desk)
    const receipt = delivery()
      .send('slash_commands', payload)
      .then((whole) => {
        showAck(whole.payload, channel, user)
        return [whole]
      })
    return actOf(at, user, { channel, thread: undefined }, receipt, desk)
  }

  /** An acknowledgement may carry the answer: a text, or a message. */
  function showAck(payload: unknown, channel: Channel, user: User): void {
    const values: Dict | undefined =
      typeof payload === 'string' && payload !== ''
        ? { text: payload }
        : isObject(payload)
          ? payload
          : undefined
    if (values === undefined || (values.text === undefined && values.blocks === undefined)) return
    try {
      answerPerson(values, { channel, user: user.id }, desk)
    } catch (mistake) {
      if (!(mistake instanceof SlackError)) throw mistake
      desk.ledger.refuse('slash command', [...mistake.reasons], values)
    }
  }

  /** Changes what one wrote before. */
  function edit(said: Said, text: string): Act {
    const { channel, message, user } = find(said)
    const at = workspace.timestamp()
    workspace.edit(channel, message, { text: asSlackWrites(text, desk) }, user.id)
    return actOf(at, user, { channel, thread: said.thread ?? said.ts }, Promise.resolve([]), desk)
  }

  /** Deletes a message, one's own or the bot's. */
  function remove(said: Said | Shown): void {
    const channel = workspace.channel(said.channel)
    const message = workspace.message(channel, said.ts)
    if (message) workspace.remove(channel, message)
  }

  /** The same events once more, with the same ids, as after a lost acknowledgement. */
  async function redeliver(said: Said, times = 1): Promise<void> {
    const { message } = find(said)
    const emissions = emitter.of(message)
    for (let count = 0; count < times; count += 1)
      await Promise.all(emissions.map((emission) => emitter.again(emission).receipt))
  }

  /** Opens the home tab; what the bot then puts there. */
  function openHome(who: string, { within }: Pick<Wait, 'within'> = {}): Promise<View> {
    const user = workspace.user(who)
    const at = workspace.timestamp()
    const before = workspace.homes.get(user.id)
    emitter.emit({
      type: 'app_home_opened',
      user: user.id,
      channel: workspace.directMessages(user.id, bot.user.id).id,
      tab: 'home',
      ...(before === undefined ? {} : { view: before }),
      event_ts: at,
    })
    const published = () => {
      const home = workspace.homes.get(user.id)
      return home && after(home.hash, at) ? home : undefined
    }
    return seen(desk, published, within, () => 'no home tab')
  }

  /** Opens the assistant's pane; write into it by `dm(who, text, { in: pane.ts })`. */
  function openAssistant(who: string): Act & { channel: string; ts: string } {
    const user = workspace.user(who)
    const channel = workspace.directMessages(user.id, bot.user.id)
    const ts = workspace.timestamp()
    const emission = emitter.emit({
      type: 'assistant_thread_started',
      assistant_thread: { user_id: user.id, context: {}, channel_id: channel.id, thread_ts: ts },
      event_ts: ts,
    })
    const delivered = Promise.all(emission === undefined ? [] : [emission.receipt])
    return { ...actOf(ts, user, { channel, thread: ts }, delivered, desk), channel: channel.id, ts }
  }

  function find(said: Said) {
    const channel = workspace.channel(said.channel)
    const message = workspace.message(channel, said.ts)
    if (!message) throw new Error('that message is gone')
    return { channel, message, user: workspace.user(message.user!) }
  }

  return { say, dm, slash, edit, remove, redeliver, openHome, openAssistant }
}

export const botIdOf = (user: User): string => user.id.replace(/^U/, 'B')

/** Slack escapes three characters, then puts ids for names and links in angle brackets. */
function asSlackWrites(text: string, { workspace }: Desk): string {
  const names = new Map([...workspace.users.values()].map(({ name, id }) => [name, id]))
  return escaped(text)
    .replace(/@([\w.-]*\w)/g, (whole, name: string) => (names.has(name) ? `<@${names.get(name)}>` : whole))
    .replace(/https?:\/\/[^\s<>|]+/g, (url) => `<${url}>`)
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Messages: mentions in channels, direct messages, follow-ups in threads that are talks with the bot, the assistant's pane. */
import type { Desk } from '../../chat/desk.ts'
import type { Said } from '../../chat/incoming.ts'
import { typedCommand } from '../../chat/typed-command.ts'
import type { Answers, OpenSpot } from './answers.ts'
import type { Assistant } from './assistant.ts'
import { UMBRELLA } from './command-lines.ts'
import { typedText } from './incoming-text.ts'
import type { People } from './people.ts'
import type { Identity, Message } from './receive.ts'
import type { Threads } from './threads.ts'
import type { Turns } from './turns.ts'

export interface Messages {
  /** Whether it is for the bot at all. */
  isOurs(message: Message): Promise<boolean>
  answer(message: Message): Promise<void>
}

export interface MessagesOptions {
  desk: Desk
  me: () => Identity
  turns: Turns
  answers: Answers
  threads: Threads
  people: People
  assistant: Assistant
}

export function createMessages(options: MessagesOptions): Messages {
  const { desk, me, turns, answers, threads, people, assistant } = options
  return {
    async isOurs({ asked, underBot, channel, thread }) {
      return asked || underBot || (thread !== null && (await threads.isOurs(channel, thread)))
    },

    async answer(message) {
      const { channel, direct, user, text } = message
      const spot = spotOf(message)
      if (text === '') {
        const { locale = 'en' } = await people.of(user)
        await answers.deliver(desk.welcome(locale), spot)
        return
      }
      const said = saidOf(message)
      const conversation = conversationOf(me().team, channel, spot.thread)
      const overheard = !message.asked
      await turns.take({ spot, said, direct, conversation, foreign: message.foreign, overheard })
      if (direct && message.thread !== null) await assistant.entitle(channel, message.thread, text)
    },
  }

  function saidOf({ raw, text }: Message): Said {
    const { commands } = desk
    const typed = typedText(raw, me().user, { keepChannels: true }).replace(FACTS, '/')
    return typedCommand(typed, commands) ?? { kind: 'text', text }
  }
}

/** In a channel the answer stands in the thread of the question; a direct message has a thread only where it was asked in one. */
const spotOf = ({ channel, user, ts, thread, direct }: Message): OpenSpot => ({
  kind: 'open',
  channel,
  user,
  direct,
  thread: thread ?? (direct ? null : ts),
  asked: thread ?? ts,
  isThread: thread !== null,
})

/** Follow-ups belong to the thread; commands and unthreaded direct messages to the channel. */
export const conversationOf = (team: string, channel: string, thread: string | null): string =>
  [team, channel, ...(thread === null ? [] : [thread])].join(':')

const FACTS = new RegExp(`^[/／]${UMBRELLA}\\s+[/／]?`)

/** The assistant's pane: questions to begin with, and a title for the list of talks. */
import type { Desk } from '../../chat/desk.ts'
import type { Clients } from './clients.ts'
import { cut, plainLine } from './escape.ts'
import { LIMITS } from './limits.ts'
import type { People } from './people.ts'
import { WORDS } from './words.ts'

export interface Assistant {
  /** Somebody opened the pane. */
  opened(user: string, channel: string, thread: string): Promise<void>
  /** The first question names the talk. */
  entitle(channel: string, thread: string, question: string): Promise<void>
}

export function createAssistant(desk: Desk, clients: Clients, people: People): Assistant {
  /** Threads of the pane that have no title yet; others are plain threads in a direct message. */
  const untitled = new Set<string>()
  return {
    async opened(user, channel, thread) {
      const name = `${channel}:${thread}`
      untitled.add(name)
      if (untitled.size > MOST) untitled.delete(untitled.values().next().value!)
      const { locale = 'en' } = await people.of(user)
      const prompts = desk.prompts(locale).slice(0, LIMITS.prompts)
      if (prompts.length === 0) return
      await clients.call('views', 'assistant.threads.setSuggestedPrompts', {
        channel_id: channel,
        thread_ts: thread,
        title: WORDS[locale].promptsTitle,
        prompts: prompts.map((prompt) => ({ title: plainLine(prompt), message: prompt })),
      })
    },
    async entitle(channel, thread, question) {
      if (!untitled.delete(`${channel}:${thread}`)) return
      const title = cut(plainLine(question), LIMITS.threadTitle)
      await clients.call('views', 'assistant.threads.setTitle', {
        channel_id: channel,
        thread_ts: thread,
        title,
      })
    },
  }
}

const MOST = 5_000

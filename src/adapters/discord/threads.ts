/** Which channels are threads. A session that was taken up again tells of no channels: those are asked for, each once. */
import { type APIChannel, ChannelType, Routes } from 'discord.js'
import type { Calls } from './calls.ts'

export class Threads {
  readonly #calls: Pick<Calls, 'get'>
  /** What the gateway told; undefined where it told nothing. */
  readonly #told: (channel: string) => boolean | undefined
  readonly #asked = new Map<string, Promise<boolean>>()

  constructor(calls: Pick<Calls, 'get'>, told: (channel: string) => boolean | undefined) {
    this.#calls = calls
    this.#told = told
  }

  async isThread(channel: string): Promise<boolean> {
    return this.#told(channel) ?? this.#asked.get(channel) ?? this.#ask(channel)
  }

  #ask(channel: string): Promise<boolean> {
    const answer = this.#calls.get<APIChannel>(Routes.channel(channel)).then(
      ({ type }) => THREADS.has(type),
      () => {
        this.#asked.delete(channel)
        return false
      },
    )
    this.#asked.set(channel, answer)
    if (this.#asked.size > KEPT) this.#asked.delete(this.#asked.keys().next().value!)
    return answer
  }
}

const THREADS = new Set<ChannelType>([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])
const KEPT = 2_000

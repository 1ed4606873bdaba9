/** Many messages at an even pace, for load tests. */
import type { Discord } from './discord.ts'

export interface Load {
  /** Channels by name, taken in turn. */
  channels: readonly string[]
  /** How many people write, taken in turn. */
  people: number
  /** What they write; '{n}' becomes the message's number, from 0. */
  text: string
  perSecond: number
  seconds: number
}

export interface Poured {
  sent: number
  /** Milliseconds from the first to the last; longer than asked for where the machine could not keep up. */
  took: number
}

/** Needs a time that passes by itself. */
export async function pour(discord: Discord, load: Load): Promise<Poured> {
  const { time } = discord.platform
  const total = Math.round(load.perSecond * load.seconds)
  const since = time.now()
  let sent = 0
  while (sent < total) {
    const due = Math.min(total, Math.ceil(((time.now() - since + TICK) * load.perSecond) / 1_000))
    for (; sent < due; sent += 1) {
      const channel = load.channels[sent % load.channels.length]!
      discord.say(`person-${sent % load.people}`, channel, load.text.replaceAll('{n}', `${sent}`))
    }
    await new Promise<void>((resolve) => setTimeout(resolve, TICK))
  }
  return { sent, took: time.now() - since }
}

/** Milliseconds between two handfuls. */
const TICK = 5

/** Channels: by the names people give them, who is in them, and the direct messages with somebody. */
import { z } from 'zod'
import type { Clients } from './clients.ts'

export interface Places {
  /** Of '#general', 'general', '<#C1|general>' or an id; null: no such channel, or one this person is not in. */
  named(text: string, by: string): Promise<string | null>
  /** What a channel is called; null where Slack does not say. */
  nameOf(channel: string): Promise<string | null>
  /** false also where Slack does not say. */
  isMember(user: string, channel: string): Promise<boolean>
  /** The channel of the direct messages; the person's id, which posts go to as well, where it cannot be opened. */
  direct(user: string): Promise<string>
}

export function createPlaces(clients: Clients): Places {
  async function isMember(user: string, channel: string): Promise<boolean> {
    let cursor = ''
    for (let page = 0; page < MOST_PAGES; page++) {
      const outcome = await clients.call('views', 'conversations.members', {
        channel,
        limit: PAGE,
        ...(cursor === '' ? {} : { cursor }),
      })
      const read = outcome.outcome === 'accepted' ? MEMBERS.safeParse(outcome.result) : null
      if (read?.success !== true) return false
      if (read.data.members.includes(user)) return true
      cursor = read.data.response_metadata?.next_cursor ?? ''
      if (cursor === '') return false
    }
    return false
  }

  /** Among the channels the bot is in: in others it could not post. */
  async function byName(name: string): Promise<string | null> {
    let cursor = ''
    for (let page = 0; page < MOST_PAGES; page++) {
      const outcome = await clients.call('views', 'users.conversations', {
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: PAGE,
        ...(cursor === '' ? {} : { cursor }),
      })
      const read = outcome.outcome === 'accepted' ? CHANNELS.safeParse(outcome.result) : null
      if (read?.success !== true) return null
      const found = read.data.channels.find((channel) => channel.name === name)
      if (found !== undefined) return found.id
      cursor = read.data.response_metadata?.next_cursor ?? ''
      if (cursor === '') return null
    }
    return null
  }

  async function byId(id: string): Promise<z.infer<typeof INFO>['channel'] | null> {
    const outcome = await clients.call('views', 'conversations.info', { channel: id })
    const read = outcome.outcome === 'accepted' ? INFO.safeParse(outcome.result) : null
    return read?.success === true ? read.data.channel : null
  }

  return {
    isMember,
    nameOf: async (channel) => (await byId(channel))?.name ?? null,
    async named(text, by) {
      const [, id] = /^<#([^|>]+)(?:\|[^>]*)?>$/.exec(text.trim()) ?? []
      const name = text.trim().replace(/^#/, '')
      const channel =
        id !== undefined
          ? ((await byId(id))?.id ?? null)
          : ((await byName(name.toLowerCase())) ?? (ID.test(name) ? ((await byId(name))?.id ?? null) : null))
      // a private channel must not be found by who is not in it
      return channel !== null && (await isMember(by, channel)) ? channel : null
    },
    async direct(user) {
      const outcome = await clients.call('views', 'conversations.open', { users: user })
      const read = outcome.outcome === 'accepted' ? OPENED.safeParse(outcome.result) : null
      return read?.success === true ? read.data.channel.id : user
    },
  }
}

const ID = /^[A-Z0-9]{2,30}$/
const more = z.looseObject({ next_cursor: z.string().optional() }).optional()
const MEMBERS = z.looseObject({ members: z.array(z.string()), response_metadata: more })
const CHANNELS = z.looseObject({
  channels: z.array(z.looseObject({ id: z.string(), name: z.string().optional() })),
  response_metadata: more,
})
const INFO = z.looseObject({ channel: z.looseObject({ id: z.string(), name: z.string().optional() }) })
const OPENED = z.looseObject({ channel: z.looseObject({ id: z.string() }) })
const PAGE = 200
const MOST_PAGES = 20

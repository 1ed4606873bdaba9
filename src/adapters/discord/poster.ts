/** Standing posts: digests and notices. One attempt each, and what became of it said exactly. */
import { type APIChannel, type APIMessage, type APIUser, ChannelType, Routes } from 'discord.js'
import type { Coordination } from '../../chat/desk.ts'
import type { Found, Person, Place, Posted, Poster, PostKey } from '../../chat/platform.ts'
import type { Reply } from '../../chat/reply.ts'
import type { Calls } from './calls.ts'
import { type Kept, keepLines } from './kept-lines.ts'
import { LIMITS } from './limits.ts'
import { nonceOf } from './nonce.ts'
import { mayPostStanding, permissionsIn } from './permissions.ts'
import { CODES, codeOf, outcomeOf } from './refusals.ts'
import { type Message, render } from './render.ts'
import { directChannel } from './send.ts'

export interface PosterTools {
  calls: Calls
  coordination: Coordination
  /** The bot's own user id; empty until it is known. */
  botId: () => string
  /** What a person was just seen to be allowed in a channel, as Discord itself counted it. */
  permissionsSeen: (person: string, channel: string) => bigint | undefined
  /** Channels of a server that are known without asking. */
  channelsOf: (guild: string) => readonly { id: string; name: string }[]
}

export function createPoster(tools: PosterTools): Poster {
  const { calls, coordination } = tools
  const direct = async ({ id }: Person): Promise<Place> => ({
    platform: 'discord',
    tenant: null,
    id: await directChannel(calls, id),
  })

  async function post(place: Place, body: string, { nonce }: Pick<PostKey, 'nonce'>): Promise<Posted> {
    const { message, plain, kept } = JSON.parse(body) as Body
    const once = async (what: Message): Promise<Posted> => {
      const whole = { ...what, nonce, enforce_nonce: true }
      const made = await calls.once<{ id?: unknown }>('POST', Routes.channelMessages(place.id), whole)
      const id = Object(made).id
      // an answer that cannot be read says nothing about what was done
      return typeof id === 'string'
        ? { outcome: 'accepted', id }
        : { outcome: 'unclear', reason: 'unreadable answer' }
    }
    try {
      await keepLines(kept, coordination)
      return await once(message)
    } catch (error) {
      if (codeOf(error) !== CODES.invalidForm) return outcomeOf(error)
      // the form was refused, so nothing was posted: the words alone are certainly taken
      return once(plain).catch(outcomeOf)
    }
  }

  return {
    platform: 'discord',
    render: (reply, key) => bodyOf(reply, key.id),
    post,
    direct,
    find: (place, key, since) => find(tools, place, key, since),

    async tell(person: Person, reply: Reply): Promise<Posted> {
      try {
        const nonce = nonceOf(`${person.id} ${reply.plain}`)
        return await post(await direct(person), bodyOf(reply), { nonce })
      } catch (error) {
        return outcomeOf(error)
      }
    },

    async mayManage(person: Person, place: Place): Promise<boolean> {
      try {
        if (place.tenant === null) return (await direct(person)).id === place.id
        const seen = tools.permissionsSeen(person.id, place.id)
        return mayPostStanding(seen ?? (await permissionsIn(calls, place.tenant, place.id, person.id)))
      } catch {
        // not to be found out is not allowed
        return false
      }
    },

    // Discord tells nobody's time zone
    zoneOf: async () => null,

    placeNamed: (text, by) => placeNamed(tools, text, by).catch(() => null),
    nameOf: (what) => nameOf(tools, what).catch(() => null),
  }
}

interface Body {
  message: Message
  plain: Message
  kept: Kept
}

function bodyOf(reply: Reply, footer?: string): string {
  const { message, plain, kept } = render(reply, footer === undefined ? {} : { footer })
  // the plain form can be found again too
  const signed = footer === undefined ? plain : { ...plain, embeds: [{ footer: { text: footer } }] }
  return JSON.stringify({ message, plain: signed, kept } satisfies Body)
}

async function find(
  { calls, botId }: PosterTools,
  place: Place,
  key: Pick<PostKey, 'id'>,
  since: number,
): Promise<Found> {
  let after = snowflakeAt(since - LOOK_BACK)
  try {
    for (let page = 0; page < LIMITS.pages; page++) {
      const query = { after, limit: String(LIMITS.page) }
      const messages = await calls.once<APIMessage[]>(
        'GET',
        Routes.channelMessages(place.id),
        undefined,
        query,
      )
      if (!Array.isArray(messages)) return { found: 'unknown', reason: 'unreadable answer' }
      const ours = messages.find((message) => message.author?.id === botId() && holds(message, key.id))
      if (ours !== undefined) return { found: true, id: ours.id }
      if (page === 0 && messages.length === 0 && place.tenant !== null) return await absent(calls, place)
      if (messages.length < LIMITS.page) return { found: false }
      const newest = messages.map(({ id }) => id).reduce((one, other) => (isLater(one, other) ? one : other))
      if (!isLater(newest, after)) break
      after = newest
    }
    return { found: 'unknown', reason: 'too many messages since' }
  } catch (error) {
    const { reason, waitMs } = { waitMs: undefined, ...outcomeOf(error) }
    return { found: 'unknown', reason, ...(waitMs === undefined ? {} : { waitMs }) }
  }
}

/**
 * Where the history of a channel may not be read, Discord shows an empty one instead of refusing
 * (discord.com/developers/docs/resources/message#get-channel-messages): nothing since is only believed where something was before.
 */
async function absent(calls: Calls, place: Place): Promise<Found> {
  const query = { limit: '1' }
  const last = await calls.once<unknown[]>('GET', Routes.channelMessages(place.id), undefined, query)
  if (Array.isArray(last) && last.length > 0) return { found: false }
  return { found: 'unknown', reason: 'the channel shows no messages: may the bot read its history?' }
}

/** In the footer of a card, or in the id of a button. */
function holds({ embeds, components }: APIMessage, id: string): boolean {
  if ((embeds ?? []).some(({ footer }) => footer?.text === id)) return true
  return JSON.stringify(components ?? []).includes(JSON.stringify(id).slice(1, -1))
}

async function placeNamed(
  { calls, channelsOf }: PosterTools,
  text: string,
  by: Person,
): Promise<Place | null> {
  if (by.tenant === null) return null
  const tenant = by.tenant
  const id = /^\s*(?:<#(\d{1,20})>|(\d{15,20}))\s*$/.exec(text)?.slice(1).find(Boolean)
  if (id !== undefined) {
    const channel = await calls.get<APIChannel & { guild_id?: string }>(Routes.channel(id))
    return channel.guild_id === tenant && TAKES_POSTS.has(channel.type)
      ? { platform: 'discord', tenant, id }
      : null
  }
  const name = text
    .trim()
    .replace(/^[#＃]/, '')
    .toLowerCase()
  if (name === '') return null
  const known = channelsOf(tenant).filter((channel) => channel.name.toLowerCase() === name)
  const named =
    known.length > 0
      ? known
      : (await calls.get<(APIChannel & { name: string })[]>(Routes.guildChannels(tenant))).filter(
          (channel) => TAKES_POSTS.has(channel.type) && channel.name.toLowerCase() === name,
        )
  // two of one name: which was meant cannot be told
  return named.length === 1 ? { platform: 'discord', tenant, id: named[0]!.id } : null
}

async function nameOf(
  { calls, channelsOf }: PosterTools,
  what: { place: Place } | { person: Person },
): Promise<string | null> {
  if ('person' in what) {
    const { global_name: shown, username } = await calls.get<APIUser>(Routes.user(what.person.id))
    return shown ?? username
  }
  const { id, tenant } = what.place
  const known = tenant === null ? undefined : channelsOf(tenant).find((channel) => channel.id === id)
  return known?.name ?? (await calls.get<APIChannel>(Routes.channel(id))).name ?? null
}

const TAKES_POSTS = new Set<ChannelType>([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
])

/** The smallest id of that moment (discord.com/developers/docs/reference#snowflakes). */
const snowflakeAt = (at: number): string => String(BigInt(Math.max(0, Math.floor(at) - DISCORD_EPOCH)) << 22n)
/** Longer numbers are larger; of equal length the text decides. */
const isLater = (one: string, other: string): boolean =>
  one.length === other.length ? one > other : one.length > other.length
const DISCORD_EPOCH = 1_420_070_400_000
/** Clocks differ a little. Milliseconds. */
const LOOK_BACK = 5_000

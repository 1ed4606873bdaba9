/** The guild as a bot can look it up: itself with its roles, its channels, its members. */
import { PermissionFlagsBits as May } from 'discord-api-types/v10'
import type { Answer } from '../../loopback-server.ts'
import { DiscordRefusal } from '../refusal.ts'
import { shownChannel, shownGuild, shownMember } from '../shown-place.ts'
import type { Asked, Route } from './route.ts'

export const guildRoutes: readonly Route[] = [
  { method: 'GET', path: '/guilds/:guild', does: read },
  { method: 'GET', path: '/guilds/:guild/channels', does: channels },
  { method: 'GET', path: '/guilds/:guild/members/:user', does: member },
]

function read(asked: Asked): Answer {
  const whole: Record<string, unknown> = { ...shownGuild(worldOf(asked)) }
  for (const key of ONLY_IN_EVENTS) delete whole[key]
  return { status: 200, body: whole }
}

/** Threads are not among them. */
function channels(asked: Asked): Answer {
  const world = worldOf(asked)
  const seen = [...world.channels.values()].filter(
    (channel) => channel.kind === 'text' && world.botMay(channel, May.ViewChannel),
  )
  return { status: 200, body: seen.map((channel) => shownChannel(world, channel)) }
}

function member(asked: Asked): Answer {
  const world = worldOf(asked)
  const user = world.user(asked.params.user!)
  if (user === undefined) throw new DiscordRefusal(10007)
  return { status: 200, body: { ...shownMember(world, user), user } }
}

function worldOf({ platform: { world }, params }: Asked) {
  if (!world.inGuild || params.guild !== world.guildId) throw new DiscordRefusal(10004)
  return world
}

const ONLY_IN_EVENTS = [
  'joined_at',
  'large',
  'unavailable',
  'member_count',
  'members',
  'channels',
  'threads',
  'voice_states',
  'presences',
  'stage_instances',
  'guild_scheduled_events',
  'soundboard_sounds',
]

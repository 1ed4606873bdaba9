/** What a person may do in a channel, counted from roles and overwrites as Discord does, from what it says at this moment. */
import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  PermissionFlagsBits as May,
  OverwriteType,
  Routes,
} from 'discord.js'
import type { Calls } from './calls.ts'

/** The permissions of a member in a channel of a server; none where person or channel is not of that server. */
export async function permissionsIn(
  calls: Calls,
  guildId: string,
  channelId: string,
  person: string,
): Promise<bigint> {
  const channel = await placeOfPermissions(calls, channelId)
  if (channel === null || channel.guild_id !== guildId) return 0n
  const [guild, member] = await Promise.all([
    calls.get<APIGuild>(Routes.guild(guildId)),
    calls.get<APIGuildMember>(Routes.guildMember(guildId, person)),
  ])
  return counted(guild, member, person, channel.permission_overwrites ?? [])
}

/** Whoever may tidy up a channel's messages, or let programs post there, may have digests posted there. */
export const mayPostStanding = (permissions: bigint): boolean =>
  (permissions & (May.ManageMessages | May.ManageWebhooks | May.Administrator)) !== 0n

interface Place {
  guild_id?: string
  permission_overwrites?: APIOverwrite[]
}

/** A thread has the overwrites of the channel it belongs to. */
async function placeOfPermissions(calls: Calls, channelId: string): Promise<Place | null> {
  const channel = await calls.get<
    APIChannel & Place & { parent_id?: string | null; thread_metadata?: unknown }
  >(Routes.channel(channelId))
  if (channel.thread_metadata === undefined) return channel
  return typeof channel.parent_id === 'string'
    ? calls.get<APIChannel & Place>(Routes.channel(channel.parent_id))
    : null
}

/** discord.com/developers/docs/topics/permissions#permission-overwrites */
export function counted(
  guild: Pick<APIGuild, 'id' | 'owner_id' | 'roles'>,
  member: Pick<APIGuildMember, 'roles'>,
  person: string,
  overwrites: readonly APIOverwrite[],
): bigint {
  if (guild.owner_id === person) return EVERYTHING
  const roles = new Set([guild.id, ...member.roles])
  let permissions = guild.roles
    .filter(({ id }) => roles.has(id))
    .reduce((all, role) => all | BigInt(role.permissions), 0n)
  if ((permissions & May.Administrator) !== 0n) return EVERYTHING
  const apply = (which: readonly APIOverwrite[]): void => {
    const deny = which.reduce((all, each) => all | BigInt(each.deny), 0n)
    const allow = which.reduce((all, each) => all | BigInt(each.allow), 0n)
    permissions = (permissions & ~deny) | allow
  }
  const ofRoles = overwrites.filter(({ type }) => type === OverwriteType.Role)
  apply(ofRoles.filter(({ id }) => id === guild.id))
  apply(ofRoles.filter(({ id }) => id !== guild.id && roles.has(id)))
  apply(overwrites.filter(({ type, id }) => type === OverwriteType.Member && id === person))
  return (permissions & May.ViewChannel) === 0n ? 0n : permissions
}

const EVERYTHING = Object.values(May).reduce((all, bit) => all | bit, 0n)

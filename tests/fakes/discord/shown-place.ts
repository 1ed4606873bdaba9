/** The guild, its channels and its members as the API shows them. */
import {
  type APIUser,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { type Channel, EVERYONE_MAY, OWNER, type World } from './world.ts'

/** A channel as the REST answers and the events show it. */
export function shownChannel(world: World, channel: Channel): Record<string, unknown> {
  if (channel.kind === 'dm')
    return {
      id: channel.id,
      type: ChannelType.DM,
      flags: 0,
      last_message_id: null,
      recipients: channel.recipient === undefined ? [] : [world.user(channel.recipient)],
    }
  const place = { id: channel.id, guild_id: world.guildId, name: channel.name, flags: 0 }
  if (channel.kind === 'thread')
    return {
      ...place,
      type: ChannelType.PublicThread,
      parent_id: channel.parent,
      owner_id: world.bot.id,
      last_message_id: null,
      message_count: channel.messages.size,
      member_count: 1,
      rate_limit_per_user: 0,
      thread_metadata: {
        archived: channel.archived,
        locked: channel.locked,
        auto_archive_duration: 1440,
        archive_timestamp: world.timestamp(),
      },
      member: { id: channel.id, user_id: world.bot.id, flags: 0, join_timestamp: world.timestamp() },
    }
  return {
    ...place,
    type: ChannelType.GuildText,
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    last_message_id: null,
    rate_limit_per_user: 0,
    permission_overwrites:
      channel.denied === 0n
        ? []
        : [{ id: world.bot.id, type: 1, allow: '0', deny: channel.denied.toString() }],
  }
}

/** A person as a member of the guild, without the person. */
export function shownMember(world: World, user: APIUser) {
  return {
    roles: user.id === world.bot.id ? [world.botRoleId] : world.rolesOf(user),
    nick: null,
    avatar: null,
    joined_at: FOUNDED,
    deaf: false,
    mute: false,
    flags: 0,
    premium_since: null,
    pending: false,
    communication_disabled_until: null,
  }
}

export function shownGuild(world: World): GatewayGuildCreateDispatchData {
  const role = (id: string, name: string, permissions: bigint, position: number) => ({
    id,
    name,
    permissions: permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: position === 1,
    mentionable: false,
    flags: 0,
  })
  const of = (kind: Channel['kind']) =>
    [...world.channels.values()]
      .filter((channel) => channel.kind === kind && world.botMay(channel, PermissionFlagsBits.ViewChannel))
      .map((channel) => shownChannel(world, channel))
  const guild = {
    id: world.guildId,
    name: world.guildName,
    owner_id: world.person(OWNER).id,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    vanity_url_code: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    hub_type: null,
    incidents_data: null,
    features: [],
    emojis: [],
    stickers: [],
    roles: [
      role(world.guildId, '@everyone', EVERYONE_MAY, 0),
      role(world.botRoleId, 'Bot', world.granted, 1),
      ...world.roles().map(({ id, name, may }) => role(id, name, may, 2)),
    ],
    joined_at: FOUNDED,
    large: false,
    unavailable: false,
    member_count: world.people,
    members: [{ user: world.bot, ...shownMember(world, world.bot) }],
    channels: of('text'),
    threads: of('thread').filter((thread) => thread.archived !== true),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
  // the published type asks for members of enums where numbers are sent
  return guild as unknown as GatewayGuildCreateDispatchData
}

const FOUNDED = '2024-01-01T00:00:00.000000+00:00'

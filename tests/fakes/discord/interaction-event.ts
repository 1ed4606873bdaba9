/** INTERACTION_CREATE: what a bot is told when somebody uses a command, a component or a form. */
import { type APIMessage, InteractionContextType, type InteractionType } from 'discord-api-types/v10'
import type { GatewayEvent } from './events.ts'
import { LARGEST_FILE } from './message-rules.ts'
import type { Platform } from './platform.ts'
import { shownInteraction } from './shown.ts'
import { shownChannel, shownMember } from './shown-place.ts'
import { Turn } from './turn.ts'

/** @param where a channel's name or id, or 'dm' */
export function begin(
  platform: Platform,
  type: InteractionType,
  userName: string,
  where: string,
  name: string,
  more: Record<string, unknown>,
  source?: APIMessage,
): Turn {
  const { world, interactions } = platform
  const user = world.person(userName)
  const channel = where === 'dm' ? world.dmWith(user) : world.channel(where)
  const id = platform.nextId()
  const token = `aW50ZXJhY3Rpb246${id}${Math.floor(platform.chance() * 1e15).toString(36)}`
  const interaction = interactions.begin({
    id,
    token,
    type,
    user,
    channel,
    name,
    ...(source === undefined ? {} : { source }),
  })
  const inGuild = channel.kind !== 'dm'
  const permissions = world.permissionsIn(channel).toString()
  const personal = world.personMay(user).toString()
  const event: GatewayEvent = {
    t: 'INTERACTION_CREATE',
    d: {
      id,
      application_id: world.bot.id,
      type,
      token,
      version: 1,
      channel_id: channel.id,
      channel: { ...shownChannel(world, channel), permissions: personal },
      locale: world.localeOf(user),
      app_permissions: permissions,
      entitlements: [],
      attachment_size_limit: LARGEST_FILE,
      authorizing_integration_owners: inGuild ? { 0: world.guildId } : { 0: '0' },
      context: inGuild ? InteractionContextType.Guild : InteractionContextType.BotDM,
      ...(inGuild
        ? {
            guild_id: world.guildId,
            guild_locale: 'en-US',
            guild: { id: world.guildId, locale: 'en-US', features: [] },
            member: { ...shownMember(world, user), user, permissions: personal },
          }
        : { user }),
      ...more,
    },
  }
  platform.gateway.dispatch(event)
  return new Turn(
    id,
    event,
    undefined,
    () => shownInteraction(interaction, interactions.isLate(interaction)),
    (told) => platform.ledger.watch(told),
  )
}

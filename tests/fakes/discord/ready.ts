/** READY, and the guild that comes after it. */
import { GatewayIntentBits } from 'discord-api-types/v10'
import type { GatewayEvent } from './events.ts'
import type { Platform } from './platform.ts'
import { shownApplication } from './routes/application.ts'
import { shownGuild } from './shown-place.ts'

/** Without session and resume address, which the gateway knows. */
export function readyOf(platform: Platform): { ready: Record<string, unknown>; after: GatewayEvent[] } {
  const { world } = platform
  const { id, flags } = shownApplication(platform)
  const guilds = world.inGuild ? [{ id: world.guildId, unavailable: true }] : []
  const guild = { t: 'GUILD_CREATE', d: { ...shownGuild(world) }, intent: GatewayIntentBits.Guilds }
  return {
    ready: { v: 10, user: world.bot, guilds, application: { id, flags } },
    after: world.inGuild ? [guild] : [],
  }
}

/** Looks at everything Discord must have in place, in order, and says of each what to do where it is not. */
import {
  type APIApplication,
  type APIApplicationCommand,
  type APIGatewayBotInfo,
  PermissionFlagsBits as May,
  REST,
  Routes,
} from 'discord.js'
import type { Clock } from '../../base/clock.ts'
import type { Finding } from '../../base/finding.ts'
import { apiRoot } from './calls.ts'
import type { DiscordSettings } from './index.ts'
import { LIMITS } from './limits.ts'
import { outcomeOf } from './refusals.ts'

export interface Examining {
  clock: Clock
  /** The names of the commands there should be; without them any will do. */
  commands?: readonly string[]
}

/** Asks Discord, and changes nothing there. */
export async function* examineDiscord(
  settings: DiscordSettings,
  { clock, commands }: Examining,
): AsyncGenerator<Finding> {
  const { token, apiUrl, guildId } = settings
  const api = apiUrl === undefined ? {} : { api: apiRoot(apiUrl) }
  const rest = new REST({ ...api, retries: 0, timeout: PATIENCE }).setToken(token)
  try {
    const what = 'Discord token'
    let application: APIApplication
    try {
      application = (await rest.get(Routes.currentApplication())) as APIApplication
    } catch (error) {
      yield { what, ok: false, ...whyNoApplication(error) }
      return
    }
    yield { what, ok: true, says: `it belongs to the application ${application.name} (${application.id})` }
    yield installable(application)
    yield intents(application)
    yield { what: 'Discord install link', ok: true, says: installLink(application.id) }
    yield await sessions(rest, settings, clock)
    yield await published(rest, application.id, guildId, commands)
  } finally {
    rest.clearHashSweeper()
    rest.clearHandlerSweeper()
  }
}

/** Opens Discord's own page to add the bot, with no more rights than it uses. */
export const installLink = (applicationId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${NEEDED}`

/** See channels, write, in threads too, start threads, show the card with sources, read back whether a digest arrived. */
export const NEEDED: bigint =
  May.ViewChannel |
  May.SendMessages |
  May.SendMessagesInThreads |
  May.CreatePublicThreads |
  May.EmbedLinks |
  May.ReadMessageHistory

function whyNoApplication(error: unknown): Pick<Finding, 'says' | 'wayOut'> {
  if ((error as { status?: unknown } | null)?.status === 401)
    return {
      says: 'Discord does not know DISCORD_TOKEN',
      wayOut: 'Copy it anew: discord.com/developers/applications, Bot, Reset Token.',
    }
  return {
    says: `Discord cannot be asked (${outcomeOf(error).reason})`,
    wayOut: 'Is the network there, and is DISCORD_API_URL empty?',
  }
}

function installable({ integration_types_config: types, bot_public: isPublic }: APIApplication): Finding {
  const what = 'Discord application'
  const shared = isPublic ? 'anybody can add it' : 'only its owner can add it'
  // an answer without the field says nothing about it
  if (types === undefined || Object.hasOwn(types, '1'))
    return { what, ok: true, says: `${shared}${types === undefined ? '' : ', to servers and to people'}` }
  return {
    what,
    ok: true,
    says: `${shared}, to servers only`,
    wayOut:
      'For commands in every DM tick "User Install" at discord.com/developers/applications, Installation.',
  }
}

/** The bot asks for none of the privileged intents, so none must be on; those that are on are told. */
function intents({ flags }: APIApplication): Finding {
  const on = PRIVILEGED.filter(([bits]) => ((flags ?? 0) & bits) !== 0).map(([, name]) => name)
  const says = 'needs Guilds, Guild Messages and Direct Messages, which are open to every bot'
  return on.length === 0
    ? { what: 'Discord intents', ok: true, says }
    : { what: 'Discord intents', ok: true, says: `${says}; switched on and not needed: ${on.join(', ')}` }
}

async function sessions(rest: REST, { shards }: DiscordSettings, clock: Clock): Promise<Finding> {
  const what = 'Discord gateway'
  try {
    const { session_start_limit: limit, shards: advised } = (await rest.get(
      Routes.gatewayBot(),
    )) as APIGatewayBotInfo
    const count = shards === 'auto' ? advised : shards
    const says = `${limit.remaining} of ${limit.total} sessions left today, ${count} of ${advised} shards`
    if (limit.total - limit.remaining <= LIMITS.identifiesRefused && count >= advised)
      return { what, ok: true, says }
    const again = new Date(clock() + limit.reset_after).toISOString().slice(0, 16).replace('T', ' ')
    return {
      what,
      ok: false,
      says,
      wayOut:
        count < advised
          ? 'Leave DISCORD_SHARDS out, so that Discord says how many there should be.'
          : `Something restarts the bot again and again: stop it, look at its log, start it after ${again} UTC.`,
    }
  } catch (error) {
    return {
      what,
      ok: false,
      says: `it cannot be asked (${outcomeOf(error).reason})`,
      wayOut: 'Try again in a minute.',
    }
  }
}

async function published(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  wanted: readonly string[] | undefined,
): Promise<Finding> {
  const what = guildId === undefined ? 'Discord commands' : `Discord commands of the server ${guildId}`
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId)
  const wayOut = 'Start the bot: it publishes its commands by itself.'
  try {
    const found = ((await rest.get(route)) as APIApplicationCommand[]).map(({ name }) => name)
    const lacking = (wanted ?? []).filter((name) => !found.includes(name))
    if (found.length === 0) return { what, ok: false, says: 'none are published', wayOut }
    if (lacking.length > 0) return { what, ok: false, says: `not published: ${lacking.join(', ')}`, wayOut }
    return { what, ok: true, says: `${found.length} are published` }
  } catch (error) {
    const invite = `Is DISCORD_GUILD_ID right, and the bot in that server? ${installLink(applicationId)}`
    return {
      what,
      ok: false,
      says: `they cannot be read (${outcomeOf(error).reason})`,
      wayOut: guildId === undefined ? 'Try again in a minute.' : invite,
    }
  }
}

/** discord.com/developers/docs/resources/application#application-object-application-flags */
const PRIVILEGED: readonly (readonly [number, string])[] = [
  [(1 << 12) | (1 << 13), 'Presence'],
  [(1 << 14) | (1 << 15), 'Server Members'],
  [(1 << 18) | (1 << 19), 'Message Content'],
]
/** Milliseconds. */
const PATIENCE = 10_000

/** The application itself: where its gateway is, who it is, which commands it offers. */
import { ApplicationFlags, GatewayIntentBits } from 'discord-api-types/v10'
import type { Answer } from '../../loopback-server.ts'
import { checkBody } from '../bodies.ts'
import { checkCommandSet } from '../command-rules.ts'
import type { Platform } from '../platform.ts'
import { DiscordRefusal } from '../refusal.ts'
import { type Asked, NOTHING, type Route, refusedBody } from './route.ts'

export const applicationRoutes: readonly Route[] = [
  { method: 'GET', path: '/gateway/bot', does: gateway },
  { method: 'GET', path: '/users/@me', does: ({ platform }) => ({ status: 200, body: platform.world.bot }) },
  {
    method: 'GET',
    path: '/applications/@me',
    does: ({ platform }) => ({ status: 200, body: shownApplication(platform) }),
  },
  ...['/applications/:app/commands', '/applications/:app/guilds/:guild/commands'].flatMap((path) => [
    { method: 'GET', path, does: list },
    { method: 'PUT', path, does: replace },
    { method: 'POST', path, does: add },
    { method: 'DELETE', path: `${path}/:command`, does: remove },
  ]),
]

export const shownApplication = ({ world, privileged }: Platform) => ({
  id: world.bot.id,
  name: world.bot.username,
  icon: null,
  description: '',
  bot_public: false,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: applicationFlags(privileged),
  team: null,
  bot: world.bot,
  approximate_guild_count: world.inGuild ? 1 : 0,
})

/** What the portal shows of the privileged intents of a small bot. */
const applicationFlags = (privileged: number): number =>
  FLAG_OF_INTENT.reduce((flags, [intent, flag]) => ((privileged & intent) === 0 ? flags : flags | flag), 0)

const FLAG_OF_INTENT = [
  [GatewayIntentBits.MessageContent, ApplicationFlags.GatewayMessageContentLimited],
  [GatewayIntentBits.GuildMembers, ApplicationFlags.GatewayGuildMembersLimited],
  [GatewayIntentBits.GuildPresences, ApplicationFlags.GatewayPresenceLimited],
] as const

function gateway({ platform }: Asked): Answer {
  const { gateway: itself, url } = platform
  return {
    status: 200,
    body: {
      url: url().replace('http:', 'ws:'),
      shards: 1,
      session_start_limit: itself.budget.limit(),
    },
  }
}

function list(asked: Asked): Answer {
  return { status: 200, body: asked.platform.commands.list(scopeOf(asked)) }
}

/** The whole set at once: what is not in it is gone. */
function replace(asked: Asked): Answer {
  const scope = scopeOf(asked)
  const { body, platform } = asked
  if (!Array.isArray(body)) throw refusedBody(asked, 50035, ['body: not a list'], body)
  const reasons = body.flatMap((each, index) => wrongWith(each).map((reason) => `[${index}].${reason}`))
  reasons.push(...checkCommandSet(body))
  if (reasons.length > 0) throw refusedBody(asked, 50035, reasons, body)
  platform.ledger.effect({ kind: 'commands', id: scope, body: { commands: body } })
  return { status: 200, body: platform.commands.replace(scope, body) }
}

function add(asked: Asked): Answer {
  const scope = scopeOf(asked)
  const { body, platform } = asked
  const reasons = wrongWith(body)
  if (reasons.length > 0) throw refusedBody(asked, 50035, reasons, body)
  platform.ledger.effect({ kind: 'commands', id: scope, body: { commands: [body] } })
  const known = new Set(platform.commands.list(scope).map(({ id }) => id))
  const command = platform.commands.add(scope, body as Record<string, unknown>)
  return { status: known.has(command.id) ? 200 : 201, body: command }
}

function remove(asked: Asked): Answer {
  if (!asked.platform.commands.remove(scopeOf(asked), asked.params.command!)) throw new DiscordRefusal(10063)
  return NOTHING
}

const wrongWith = (declared: unknown): string[] => {
  // in a whole set a command may name the id it has
  const { id: _, ...rest } = Object(declared) as Record<string, unknown>
  // Discord's documents and discord.js give this number as text, its schema knows only the number
  const needs = rest.default_member_permissions
  if (typeof needs === 'string' && /^\d+$/.test(needs)) rest.default_member_permissions = Number(needs)
  return checkBody('command', rest, new Map()).reasons
}

function scopeOf({ platform, params }: Asked): string {
  if (params.app !== platform.world.bot.id) throw new DiscordRefusal(50001)
  if (params.guild === undefined) return 'global'
  if (params.guild !== platform.world.guildId || !platform.world.inGuild) throw new DiscordRefusal(50001)
  return params.guild
}

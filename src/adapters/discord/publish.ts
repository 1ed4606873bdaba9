/** The command set: made from the declarations, published when it changed, so that a restart costs nothing. */
import { createHash } from 'node:crypto'
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js'
import type { Declared, Option, Words } from '../../chat/command.ts'
import type { Coordination } from '../../chat/desk.ts'
import type { Calls } from './calls.ts'
import { cut } from './escape.ts'
import { LIMITS } from './limits.ts'
import { CHINESE_NAMES } from './names.ts'
import { WORDS } from './words.ts'

export const PRIVATE = 'private'
/** The entry in a message's own menu. */
const ASK_ABOUT = { en: 'Ask about this', zh: '就此提问' } as const

type CommandSet = RESTPutAPIApplicationCommandsJSONBody

/** @param everywhere published to all servers and people, not to one server: only then it may say where it can be used */
export function commandSet(commands: readonly Declared[], everywhere: boolean): CommandSet {
  const where = everywhere ? EVERYWHERE : {}
  return [
    ...commands.map((command) => ({
      ...where,
      type: ApplicationCommandType.ChatInput as const,
      ...described(command.name, command.says),
      options: optionsOf(command),
    })),
    {
      ...where,
      type: ApplicationCommandType.Message as const,
      name: ASK_ABOUT.en,
      name_localizations: { 'zh-CN': ASK_ABOUT.zh },
    },
  ]
}

/** Publishes unless the same set was published last. 'same': nothing was done. */
export async function publish(
  commands: readonly Declared[],
  target: { applicationId: string; guildId?: string | undefined },
  tools: { calls: Calls; coordination: Coordination },
): Promise<'published' | 'same'> {
  const { applicationId, guildId } = target
  const { calls, coordination } = tools
  const set = commandSet(commands, guildId === undefined)
  const hash = createHash('sha256').update(JSON.stringify(set)).digest('hex')
  const name = `discord/commands/${applicationId}/${guildId ?? 'everywhere'}`
  await clearFormerGuild(target, tools)
  if ((await coordination.noted(name)) === hash) return 'same'
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId)
  await calls.put(route, set)
  await coordination.note(name, hash)
  return 'published'
}

/** A server that had its own set would show every command twice beside the set for all. */
async function clearFormerGuild(
  { applicationId, guildId }: { applicationId: string; guildId?: string | undefined },
  { calls, coordination }: { calls: Calls; coordination: Coordination },
): Promise<void> {
  const name = `discord/commands/${applicationId}/own-server`
  const former = await coordination.noted(name)
  if ((former ?? '') === (guildId ?? '')) return
  if (former !== null && former !== '') {
    await calls.put(Routes.applicationGuildCommands(applicationId, former), []).catch(() => undefined)
    await coordination.note(`discord/commands/${applicationId}/${former}`, '')
  }
  await coordination.note(name, guildId ?? '')
}

function optionsOf(command: Declared): APIApplicationCommandOption[] {
  if (command.subcommands === undefined || command.subcommands.length === 0)
    return [...basicOptions(command.options), privately()]
  return command.subcommands.slice(0, LIMITS.commandOptions).map((part) => ({
    type: ApplicationCommandOptionType.Subcommand as const,
    ...described(part.name, part.says),
    options: [...basicOptions(part.options), privately()],
  }))
}

/** Discord wants the needed ones first. */
function basicOptions(options: readonly Option[]): APIApplicationCommandBasicOption[] {
  const inOrder = [
    ...options.filter(({ required }) => required),
    ...options.filter(({ required }) => !required),
  ]
  return inOrder.slice(0, LIMITS.commandOptions - 1).map(({ name, says, required, completes, choices }) => ({
    type: ApplicationCommandOptionType.String as const,
    ...described(name, says),
    required,
    ...(choices !== undefined && choices.length > 0
      ? {
          choices: choices.slice(0, LIMITS.commandChoices).map(({ value, says: words }) => ({
            name: cut(words.en, LIMITS.choiceName),
            name_localizations: { 'zh-CN': cut(words.zh, LIMITS.choiceName) },
            value,
          })),
        }
      : completes === undefined
        ? {}
        : { autocomplete: true as const }),
  })) as APIApplicationCommandBasicOption[]
}

const privately = (): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.Boolean,
  ...described(PRIVATE, { en: WORDS.en.privately, zh: WORDS.zh.privately }),
  required: false,
})

function described(name: string, says: Words) {
  const chinese = CHINESE_NAMES.get(name)
  return {
    name: name.toLowerCase(),
    ...(chinese === undefined ? {} : { name_localizations: { 'zh-CN': chinese } }),
    description: cut(says.en, LIMITS.commandDescription),
    description_localizations: { 'zh-CN': cut(says.zh, LIMITS.commandDescription) },
  }
}

/** On servers and with people who installed the app for themselves; in servers, DMs with the bot, and all other talks. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
}

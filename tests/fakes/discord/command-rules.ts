/** What Discord refuses in a command's declaration beyond its schemas. */
import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord-api-types/v10'

export interface CommandOption {
  type: number
  name: string
  description?: string
  required?: boolean
  autocomplete?: boolean
  choices?: { name: string; value: string | number }[]
  options?: CommandOption[]
  [key: string]: unknown
}

export function checkCommand(command: Record<string, unknown>): string[] {
  const type = Number(command.type ?? ApplicationCommandType.ChatInput)
  const description = command.description
  const localized = checkLocales(command, 'command')
  if (type !== ApplicationCommandType.ChatInput)
    return [...localized, ...(description ? ['description: only in a chat command'] : [])]
  return [
    ...localized,
    ...checkName(command.name, 'name'),
    ...(description ? [] : ['description: is missing']),
    ...checkOptions(optionsOf(command), 'options'),
    ...checkSize(command),
  ]
}

/** A set of commands as it is published: names are unique per type, at most 100 chat commands. */
export function checkCommandSet(commands: readonly Record<string, unknown>[]): string[] {
  const names = commands.map(({ type, name }) => `${String(type ?? 1)} ${String(name)}`)
  const reasons = names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name}: twice`)
  const chat = names.filter((name) => name.startsWith('1 ')).length
  return chat > MOST_COMMANDS ? [...reasons, `${chat} chat commands, at most ${MOST_COMMANDS}`] : reasons
}

/** Choices, declared or offered while typing: the schemas let longer values pass. */
export function checkChoices(choices: readonly { value: unknown }[], at: string): string[] {
  const long = choices.filter(({ value }) => typeof value === 'string' && value.length > CHOICE_VALUE)
  return long.map(
    ({ value }) => `${at}: a value of ${String(value).length} characters, at most ${CHOICE_VALUE}`,
  )
}

function checkOptions(options: readonly CommandOption[], at: string): string[] {
  const names = options.map(({ name }) => name)
  const reasons = names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `${at}: ${name} twice`)
  const groups = options.filter(({ type }) => type <= ApplicationCommandOptionType.SubcommandGroup).length
  if (groups > 0 && groups < options.length) reasons.push(`${at}: subcommands beside other options`)
  let optional = false
  options.forEach((option, index) => {
    const here = `${at}[${index}]`
    if (option.required !== true) optional = true
    else if (optional) reasons.push(`${here}: required after an optional one`)
    const { autocomplete, choices } = option
    if (autocomplete === true && choices && choices.length > 0)
      reasons.push(`${here}: choices together with autocomplete`)
    if (choices && new Set(choices.map(({ name }) => name)).size < choices.length)
      reasons.push(`${here}: the same choice twice`)
    reasons.push(...checkChoices(choices ?? [], here))
    reasons.push(...checkName(option.name, `${here}.name`), ...checkLocales(option, here))
    reasons.push(...checkOptions(option.options ?? [], `${here}.options`))
  })
  return reasons
}

function checkName(name: unknown, at: string): string[] {
  if (typeof name !== 'string' || !NAME.test(name)) return [`${at}: not a command's name`]
  return name === name.toLowerCase() ? [] : [`${at}: upper case`]
}

function checkLocales(named: Record<string, unknown>, at: string): string[] {
  const locales: readonly string[] = Object.values(Locale)
  const reasons: string[] = []
  for (const key of ['name_localizations', 'description_localizations'])
    for (const [locale, text] of Object.entries((named[key] ?? {}) as Record<string, unknown>)) {
      if (!locales.includes(locale)) reasons.push(`${at}.${key}: no language ${locale}`)
      if (key === 'name_localizations' && at !== 'command')
        reasons.push(...checkName(text, `${at}.${key}.${locale}`))
    }
  return reasons
}

/** Names, descriptions and values of a command together. */
function checkSize(command: Record<string, unknown>): string[] {
  const count = (one: CommandOption | Record<string, unknown>): number =>
    `${String(one.name)}${String(one.description ?? '')}`.length +
    ((one.choices ?? []) as { name: unknown; value: unknown }[]).reduce(
      (sum, { name, value }) => sum + `${String(name)}${String(value)}`.length,
      0,
    ) +
    optionsOf(one).reduce((sum, option) => sum + count(option), 0)
  const size = count(command)
  return size > COMMAND_TEXT ? [`command: ${size} characters, at most ${COMMAND_TEXT}`] : []
}

const optionsOf = (one: Record<string, unknown>): CommandOption[] => (one.options ?? []) as CommandOption[]

/** All of discord.com/developers/docs/interactions/application-commands. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const CHOICE_VALUE = 100
const MOST_COMMANDS = 100
const COMMAND_TEXT = 8_000

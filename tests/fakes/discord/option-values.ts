/** Options of a command as a person fills them in, and as they reach the bot. */
import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10'
import type { CommandOption } from './command-rules.ts'
import type { Platform } from './platform.ts'
import { shownChannel, shownMember } from './shown-place.ts'

interface OptionDatum {
  type: number
  name: string
  value: string | number | boolean
  focused?: boolean
}

/** The options at the end of a path of subcommands. */
export function optionsOf(command: CommandOption, path: readonly string[]): CommandOption[] {
  let options = command.options ?? []
  for (const step of path) {
    const inner = options.find(({ name, type }) => name === step && type <= Kind.SubcommandGroup)
    if (inner === undefined) throw new Error(`/${command.name} has no subcommand ${step}.`)
    options = inner.options ?? []
  }
  const open = options.find(({ type }) => type <= Kind.SubcommandGroup)
  if (open) throw new Error(`/${command.name} needs a subcommand, such as ${open.name}.`)
  return options
}

/** What Discord's client would not send. */
export function checkValue(option: CommandOption, value: string | number | boolean): void {
  const { name, type, choices, autocomplete } = option
  const wrong = (why: string) => new Error(`${name}: ${String(value)} ${why}.`)
  const wanted = TYPES[type]
  if (wanted !== undefined && typeof value !== wanted) throw wrong(`is not a ${wanted}`)
  if (type === Kind.Integer && !Number.isInteger(value)) throw wrong('is not a whole number')
  if (
    choices &&
    choices.length > 0 &&
    autocomplete !== true &&
    !choices.some((choice) => choice.value === value)
  )
    throw wrong('is none of the choices')
  if (typeof value === 'string' && type === Kind.String) {
    const longest = Number(option.max_length ?? 6_000)
    if (value.length < Number(option.min_length ?? 0) || value.length > longest)
      throw wrong('is too short or too long')
  }
  if (typeof value === 'number') {
    if (value < Number(option.min_value ?? -Infinity) || value > Number(option.max_value ?? Infinity))
      throw wrong('is too small or too large')
  }
}

export function optionData(
  { world }: Platform,
  options: readonly CommandOption[],
  values: Readonly<Record<string, string | number | boolean>>,
): { data: OptionDatum[]; resolved: Record<string, Record<string, unknown>> } {
  const resolved: Record<string, Record<string, unknown>> = {}
  const data = options.map(({ name, type }): OptionDatum => {
    const value = values[name]!
    if (type === Kind.User) {
      const user = world.person(String(value))
      resolved.users = { ...resolved.users, [user.id]: user }
      resolved.members = {
        ...resolved.members,
        [user.id]: { ...shownMember(world, user), permissions: world.personMay(user).toString() },
      }
      return { type, name, value: user.id }
    }
    if (type === Kind.Channel) {
      const channel = world.channel(String(value))
      const permissions = world.permissionsIn(channel).toString()
      resolved.channels = {
        ...resolved.channels,
        [channel.id]: { ...shownChannel(world, channel), permissions },
      }
      return { type, name, value: channel.id }
    }
    return { type, name, value }
  })
  return { data, resolved }
}

const TYPES: Partial<Record<number, 'string' | 'number' | 'boolean'>> = {
  [Kind.String]: 'string',
  [Kind.Integer]: 'number',
  [Kind.Number]: 'number',
  [Kind.Boolean]: 'boolean',
}

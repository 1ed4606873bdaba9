/** What people do with commands, buttons, menus and forms. The stand-in refuses what Discord's own client would not let them do. */
import { ApplicationCommandType, ComponentType, InteractionType } from 'discord-api-types/v10'
import type { CommandOption } from './command-rules.ts'
import type { CommandSets, PublishedCommand } from './command-sets.ts'
import { type Component, withInner } from './component-rules.ts'
import { begin } from './interaction-event.ts'
import { checkValue, optionData, optionsOf } from './option-values.ts'
import type { Platform } from './platform.ts'
import { componentsOf, type Shown } from './shown.ts'
import type { Turn } from './turn.ts'

/** Options by name; a person or channel is given by name too. */
export type Values = Readonly<Record<string, string | number | boolean>>

/** @param line a command's name, with its subcommands: 'digest new' */
export function slash(
  platform: Platform,
  user: string,
  where: string,
  line: string,
  values: Values = {},
): Turn {
  const { command, path, options } = chatCommand(platform.commands, line)
  const needs = command.default_member_permissions
  if (
    typeof needs === 'string' &&
    (platform.world.personMay(platform.world.person(user)) & BigInt(needs)) !== BigInt(needs)
  )
    throw new Error(`/${line} is not offered to ${user}.`)
  for (const { name, required } of options)
    if (required === true && values[name] === undefined) throw new Error(`/${line} needs ${name}.`)
  for (const name of Object.keys(values))
    if (!options.some((option) => option.name === name)) throw new Error(`/${line} has no option ${name}.`)
  const given = options.filter(({ name }) => values[name] !== undefined)
  for (const option of given) checkValue(option, values[option.name]!)
  const { data, resolved } = optionData(platform, given, values)
  return begin(platform, InteractionType.ApplicationCommand, user, where, line, {
    data: commandData(command, path, data, resolved),
  })
}

/** What is offered while a person types into one option; the others as far as they are filled. */
export function autocomplete(
  platform: Platform,
  user: string,
  where: string,
  line: string,
  option: string,
  typed: string,
  others: Values = {},
): Turn {
  const { command, path, options } = chatCommand(platform.commands, line)
  const focused = options.find(({ name }) => name === option)
  if (focused?.autocomplete !== true) throw new Error(`/${line} does not complete ${option}.`)
  const before = options.filter(({ name }) => others[name] !== undefined)
  const { data, resolved } = optionData(platform, before, others)
  data.push({ type: focused.type, name: option, value: typed, focused: true })
  return begin(platform, InteractionType.ApplicationCommandAutocomplete, user, where, line, {
    data: commandData(command, path, data, resolved),
  })
}

/** The entry `name` of a message's own menu. */
export function contextMenu(platform: Platform, user: string, on: Shown, name: string): Turn {
  const command = platform.commands.find(name, ApplicationCommandType.Message)
  if (!command)
    throw new Error(`No message command ${name}; published: ${platform.commands.names().join(', ')}.`)
  if (!on.raw) throw new Error('That is not a message.')
  const channel = platform.world.channel(on.channel)
  const message = channel.messages.get(on.id) ?? on.raw
  return begin(platform, InteractionType.ApplicationCommand, user, channel.id, name, {
    data: {
      ...commandData(command, [], [], {}),
      target_id: on.id,
      resolved: { messages: { [on.id]: message } },
    },
  })
}

/** @param label what stands on the button, or its custom_id */
export function button(platform: Platform, user: string, on: Shown, label: string): Turn {
  const found = usable(
    on,
    user,
    (each) => each.type === ComponentType.Button && (each.label === label || each.custom_id === label),
  )
  if (found === undefined)
    throw new Error(`No button ${label}; there are ${on.buttons.join(', ') || 'none'}.`)
  if (typeof found.custom_id !== 'string') throw new Error(`${label} is a link.`)
  return press(platform, user, on, found, {})
}

/** @param values labels or values of options of one menu */
export function select(platform: Platform, user: string, on: Shown, values: readonly string[]): Turn {
  const picked = (menu: Component) =>
    ((menu.options ?? []) as { label: string; value: string }[]).filter(
      ({ label, value }) => values.includes(label) || values.includes(value),
    )
  const menu = usable(
    on,
    user,
    (each) => each.type === ComponentType.StringSelect && picked(each).length === values.length,
  )
  if (menu === undefined) throw new Error(`No menu with ${values.join(', ')}.`)
  const [min, max] = [Number(menu.min_values ?? 1), Number(menu.max_values ?? 1)]
  if (values.length < min || values.length > max) throw new Error(`The menu takes ${min} to ${max} values.`)
  return press(platform, user, on, menu, { values: picked(menu).map(({ value }) => value) })
}

/** Fills in a form and sends it; fields by label or custom_id, those left out as they stood. */
export function modal(
  platform: Platform,
  user: string,
  form: Shown,
  values: Readonly<Record<string, string>>,
): Turn {
  const origin = platform.interactions.get(form.interaction ?? '')
  if (form.kind !== 'modal' || origin?.modal === undefined) throw new Error('That is not a form.')
  if (origin.user.username !== user) throw new Error(`The form is shown to ${origin.user.username}.`)
  const used = new Set<string>()
  const components = (origin.modal.components as Component[]).map((part) => filled(part, values, used))
  for (const name of Object.keys(values))
    if (!used.has(name)) throw new Error(`The form has no field ${name}.`)
  return begin(
    platform,
    InteractionType.ModalSubmit,
    user,
    origin.channel.id,
    origin.modal.custom_id,
    {
      data: { custom_id: origin.modal.custom_id, components: components.filter(({ type }) => type !== 10) },
      ...(origin.source === undefined ? {} : { message: origin.source }),
    },
    origin.source,
  )
}

function chatCommand(commands: CommandSets, line: string) {
  const [name, ...path] = line.replace(/^\//, '').split(' ')
  const command = commands.find(name!, ApplicationCommandType.ChatInput)
  if (!command) throw new Error(`No command /${name}; published: ${commands.names().join(', ') || 'none'}.`)
  return { command, path, options: optionsOf(command as unknown as CommandOption, path) }
}

/** Subcommands wrap the options, the innermost last. */
function commandData(
  command: PublishedCommand,
  path: readonly string[],
  options: unknown[],
  resolved: object,
) {
  const wrapped = path.reduceRight<unknown[]>(
    (inner, name, depth) => [{ type: path.length - depth === 1 ? 1 : 2, name, options: inner }],
    options,
  )
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    options: wrapped,
    resolved,
  }
}

function usable(on: Shown, user: string, fits: (component: Component) => boolean): Component | undefined {
  if (!on.raw) throw new Error('That is not a message.')
  if (on.onlyFor !== undefined && on.onlyFor !== user)
    throw new Error(`Only ${on.onlyFor} sees that message.`)
  const found = componentsOf(on.raw).find(fits)
  if (found?.disabled === true) throw new Error('It is switched off.')
  return found
}

function press(platform: Platform, user: string, on: Shown, component: Component, more: object): Turn {
  const id = String(component.custom_id)
  const hidden = on.interaction === undefined ? undefined : platform.interactions.get(on.interaction)
  const channel = platform.world.channel(on.channel)
  const source = channel.messages.get(on.id) ?? hidden?.messages.get(on.id) ?? hidden?.source
  if (source === undefined) throw new Error('That message is gone.')
  return begin(
    platform,
    InteractionType.MessageComponent,
    user,
    on.channel,
    id,
    { data: { custom_id: id, component_type: component.type, id: 1, ...more }, message: source },
    source,
  )
}

function filled(part: Component, values: Readonly<Record<string, string>>, used: Set<string>): Component {
  const [label] = withInner(part)
  const fill = (field: Component): Component => {
    const key = [field.custom_id, label!.label, field.label].find(
      (name): name is string => typeof name === 'string' && values[name] !== undefined,
    )
    if (key !== undefined) used.add(key)
    const value = key === undefined ? String(field.value ?? '') : values[key]!
    const [min, max] = [Number(field.min_length ?? 0), Number(field.max_length ?? 4_000)]
    if (field.required !== false && value === '') throw new Error(`${String(field.custom_id)} is needed.`)
    if (value !== '' && field.type === ComponentType.TextInput && (value.length < min || value.length > max))
      throw new Error(`${String(field.custom_id)} takes ${min} to ${max} characters.`)
    const content =
      field.type === ComponentType.TextInput ? { value } : { values: value === '' ? [] : [value] }
    return { type: field.type, id: 1, custom_id: field.custom_id, ...content }
  }
  const { type, component, components } = part
  if (typeof component === 'object' && component !== null)
    return { type, id: 1, component: fill(component as Component) }
  return { type, id: 1, components: ((components ?? []) as Component[]).map(fill) }
}

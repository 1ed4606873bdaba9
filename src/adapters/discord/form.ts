/** A form to put a question together: the options of a declared command that are names, as fields. */
import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js'
import type { Declared } from '../../chat/command.ts'
import type { CommandCall } from '../../chat/incoming.ts'
import type { Extra } from './components.ts'
import { cleanLine, cut } from './escape.ts'
import { LIMITS } from './limits.ts'
import { WORDS } from './words.ts'

/** The form of a command; null where it has none: too many or no fields, or a subcommand. */
export function formOf(
  command: Declared | undefined,
  locale: 'en' | 'zh',
): APIModalInteractionResponseCallbackData | null {
  if (command === undefined || !hasForm(command)) return null
  const example = command.examples[locale][0] ?? ''
  return {
    custom_id: `form:${command.name}`,
    title: cut(cleanLine(command.says[locale]), LIMITS.modalTitle),
    components: command.options.map((option) => ({
      type: ComponentType.Label,
      label: cut(capital(option.says[locale]), LIMITS.fieldLabel),
      component: {
        type: ComponentType.TextInput,
        custom_id: option.name,
        style: TextInputStyle.Short,
        required: option.required,
        max_length: LONGEST_FIELD,
        ...placeholder(example, option.name),
      },
    })),
  }
}

/** A form that was sent, as the command it stands for. */
export function sentForm(customId: string, values: Readonly<Record<string, string>>): CommandCall | null {
  const name = /^form:(.+)$/.exec(customId)?.[1]
  if (name === undefined) return null
  const filled = Object.entries(values).filter(([, value]) => value.trim() !== '')
  return { kind: 'command', name, values: Object.fromEntries(filled) }
}

/** The button that opens the form of the first command that has one. */
export function composeButton(commands: readonly Declared[], locale: 'en' | 'zh'): Extra[] {
  const command = commands.find(hasForm)
  return command === undefined ? [] : [{ deed: 'form', label: WORDS[locale].compose, line: command.name }]
}

/** Composed of names: every field may be left out, and two of them at least are kinds of names. */
function hasForm({ options, subcommands }: Declared): boolean {
  const names = options.filter(({ completes }) => completes !== undefined && NAMES.has(completes))
  return (
    subcommands === undefined &&
    names.length >= 2 &&
    options.length <= LIMITS.modalFields &&
    options.every(({ required }) => !required)
  )
}

/** What the example gives this option: 'region: Dongying industry: offshore wind'. */
function placeholder(example: string, option: string): { placeholder?: string } {
  const marks = [...example.matchAll(/(?<![^\s])([a-z-]+):/g)]
  const at = marks.findIndex(([, name]) => name === option)
  if (at < 0) return {}
  const value = example.slice(marks[at]!.index + marks[at]![0].length, marks[at + 1]?.index).trim()
  return value === '' ? {} : { placeholder: cut(cleanLine(value), LIMITS.fieldPlaceholder) }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const NAMES = new Set(['region', 'industry', 'indicator', 'period'])
const LONGEST_FIELD = 100

/** '/rank GDP 2023' as it is typed on platforms without forms for commands, or carried by a button. */
import type { Command, Option, Subcommand } from './command.ts'
import type { CommandCall } from './incoming.ts'

/** What reading a typed line needs of a command. */
export type Typed = Pick<Command<never>, 'name' | 'options'> & {
  subcommands?: readonly Pick<Subcommand, 'name' | 'options'>[]
}

/** null: the line is no command. A command that does not exist is called all the same: the bot words the refusal. */
export function typedCommand(line: string, commands: readonly Typed[]): CommandCall | null {
  const [, name, rest = ''] = SLASH.exec(line.trim()) ?? []
  return name === undefined ? null : commandCall(name, rest, commands)
}

export function commandCall(name: string, rest: string, commands: readonly Typed[]): CommandCall {
  const known = commands.find((command) => command.name === name.toLowerCase())
  if (known === undefined) return { kind: 'command', name, values: {} }
  if (known.subcommands === undefined)
    return { kind: 'command', name: known.name, values: valuesOf(known.options, rest) }
  const word = rest.trim().split(/\s/, 1)[0]!
  const part = known.subcommands.find((subcommand) => subcommand.name === word.toLowerCase())
  return {
    kind: 'command',
    name: known.name,
    subcommand: part?.name ?? word,
    values: part === undefined ? {} : valuesOf(part.options, rest.trim().slice(word.length)),
  }
}

/**
 * Options take a word each, in the order they are declared; one that takes the rest of the line ends it. Where a line
 * names its options ('what: Jining when: weekdays 9:00'), each takes what stands up to the next name.
 */
function valuesOf(options: readonly Option[], text: string): Record<string, string> {
  const named = namedValues(options, text)
  if (named !== null) return named
  const values: [string, string][] = []
  let rest = text.trim()
  for (const { name, rest: takesRest } of options) {
    if (rest === '') break
    const word = takesRest === true ? rest : rest.split(/\s/, 1)[0]!
    values.push([name, word])
    rest = rest.slice(word.length).trim()
  }
  return Object.fromEntries(values)
}

/** null: no option is named. Words before the first name belong to the option that takes the rest, else to the first. */
function namedValues(options: readonly Option[], text: string): Record<string, string> | null {
  if (options.length < 2) return null
  const marks = [...text.matchAll(NAMED)].filter(([, name]) =>
    options.some((option) => option.name === name!.toLowerCase()),
  )
  if (marks.length === 0) return null
  const values: [string, string][] = marks.map((mark, index) => {
    const from = mark.index + mark[0].length
    return [mark[1]!.toLowerCase(), text.slice(from, marks[index + 1]?.index ?? text.length).trim()]
  })
  const before = text.slice(0, marks[0]!.index).trim()
  const open = (options.find(({ rest }) => rest) ?? options[0]!).name
  if (before !== '') values.unshift([open, before])
  return Object.fromEntries(values)
}

/** Chinese keyboards write a full-width slash. A name is letters; '/2' or '//' is just text. */
const SLASH = /^[/／](\p{L}[\p{L}\d-]*)(?:\s+(.*))?$/su
const NAMED = /(?<![^\s,;，；])([a-z][a-z-]{0,31})[:：]/gi

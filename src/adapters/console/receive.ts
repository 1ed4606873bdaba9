/** A typed line -> what the person did. */
import type { Command } from '../../chat/command.ts'
import type { Incoming } from '../../chat/incoming.ts'

/** What the console needs to know of a command: its declaration. */
export type Declared = Pick<Command<never>, 'name' | 'options'>

export type Received = { kind: 'nothing' } | { kind: 'leave' } | Incoming['said']

export function receive(line: string, commands: readonly Declared[]): Received {
  const text = line.trim()
  if (text === '') return { kind: 'nothing' }
  if (LEAVING.test(text)) return { kind: 'leave' }
  const [, name, rest = ''] = SLASH.exec(text) ?? []
  if (name === undefined) return { kind: 'text', text }
  const known = commands.find((command) => command.name === name.toLowerCase())
  return {
    kind: 'command',
    name: known?.name ?? name,
    values: known === undefined ? {} : valuesOf(known, rest),
  }
}

/** Options take a word each, in the order they are declared; one that takes the rest of the line ends it. */
function valuesOf({ options }: Declared, text: string): Record<string, string> {
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

const LEAVING = /^(?:[/／](?:quit|exit|q|退出)|quit|exit|退出)$/i
/** Chinese keyboards write a full-width slash. A name is letters; '/2' or '//' is just text. */
const SLASH = /^[/／](\p{L}[\p{L}\d-]*)(?:\s+(.*))?$/su

/** What Tab offers: commands at the start of a line, then the names the engine knows, English or Chinese. */

import type { Typed } from '../../chat/typed-command.ts'
import { cleanLine } from './clean.ts'
import { LIMITS } from './limits.ts'

/** Names that begin with this; asked of whoever knows names. */
export type Names = (beginning: string, limit: number) => readonly string[]

/** As node:readline wants it: what could stand there, and the end of the line it would replace. */
export type Completion = [candidates: string[], replaced: string]

export function complete(line: string, commands: readonly Typed[], names: Names): Completion {
  const command = /^[/／](\S*)$/.exec(line)
  if (command !== null) return completeCommand(line, command[1]!.toLowerCase(), commands)
  const help = /^[/／]help\s+(\S*)$/i.exec(line)
  if (help !== null) return [namesOf(commands, help[1]!.toLowerCase()), help[1]!]
  for (const beginning of beginnings(line)) {
    const found = names(beginning, LIMITS.completions).map(cleanLine)
    if (found.length > 0)
      return [found.length === 1 ? [`${found[0]}${isChinese(found[0]!) ? '' : ' '}`] : found, beginning]
  }
  return [[], line]
}

function completeCommand(line: string, name: string, commands: readonly Typed[]): Completion {
  return [
    [...namesOf(commands, name), ...(LEAVE.startsWith(name) ? [LEAVE] : [])].map((found) => `/${found} `),
    line,
  ]
}

const LEAVE = 'quit'

const namesOf = (commands: readonly Typed[], beginning: string): string[] =>
  commands.map(({ name }) => name).filter((name) => name.startsWith(beginning))

/**
 * Ends of the line that may be the beginning of a name, longest first: 'offshore wi' before 'wi', and because
 * Chinese has no spaces, '东营海上风' before '海上风'.
 */
function* beginnings(line: string): Generator<string> {
  const end = line.slice(-LIMITS.completedFrom)
  let before = end.length < line.length ? line[line.length - end.length - 1]! : ' '
  for (let index = 0; index < end.length; index++) {
    const at = end[index]!
    if (at !== ' ' && (before === ' ' || before === ',' || isChinese(at))) yield end.slice(index)
    before = at
  }
}

const isChinese = (text: string): boolean => /^\p{Script=Han}/u.test(text)

/** What is offered while somebody types into an option of a command: at most 25, from memory. */
import type { Completed, Desk } from '../../chat/desk.ts'
import type { CommandCall, Incoming } from '../../chat/incoming.ts'
import { cleanLine, cut } from './escape.ts'
import { LIMITS } from './limits.ts'

export interface Choice {
  name: string
  value: string
}

export async function choicesFor(
  { commands, complete }: Pick<Desk, 'commands' | 'complete'>,
  call: CommandCall,
  focused: string | null,
  locale: 'en' | 'zh',
  by: Pick<Incoming, 'platform' | 'tenant' | 'place' | 'author'>,
): Promise<Choice[]> {
  const command = commands.find(({ name }) => name === call.name)
  const part = command?.subcommands?.find(({ name }) => name === call.subcommand)
  const option = (part ?? command)?.options.find(({ name }) => name === focused)
  if (option?.completes === undefined) return []
  const typed = cut(call.values[option.name] ?? '', LONGEST_TYPED)
  const found = await complete({ kind: option.completes, typed, limit: LIMITS.commandChoices, locale, by })
  return offered(found)
}

/** Shown names must not be empty, values not too long; the same value is offered once. */
function offered(found: readonly Completed[]): Choice[] {
  const choices = new Map<string, Choice>()
  for (const { label, value } of found) {
    if (value === '' || value.length > LIMITS.choiceValue || choices.has(value)) continue
    choices.set(value, { name: cut(cleanLine(label), LIMITS.choiceName) || value, value })
    if (choices.size === LIMITS.commandChoices) break
  }
  return [...choices.values()]
}

const LONGEST_TYPED = 300

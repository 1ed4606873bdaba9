/** A form for a command, made from its declaration: names complete while typing, choices are listed, anything else is written. */
import type { InputBlock, ModalView, PlainTextOption } from '@slack/types'
import { z } from 'zod'
import type { Completes, Declared, Option, Subcommand } from '../../chat/command.ts'
import type { Completed, Desk } from '../../chat/desk.ts'
import type { CommandCall } from '../../chat/incoming.ts'
import { UMBRELLA } from './command-lines.ts'
import { cut, plainLine } from './escape.ts'
import { LIMITS } from './limits.ts'
import { WORDS } from './words.ts'

/** What a form knows beside its fields: what it is for, and where its answer goes. */
export type Purpose = z.infer<typeof PURPOSE>

/** The declaration behind a call without words that asks for a form; null: it is run as it is. */
export function formFor(
  call: CommandCall,
  commands: Desk['commands'],
): { command: Declared; part: Subcommand | null } | null {
  if (Object.keys(call.values).length > 0) return null
  const command = commands.find(({ name }) => name === call.name)
  if (command === undefined) return null
  const part = command.subcommands?.find(({ name }) => name === call.subcommand) ?? null
  if (command.subcommands !== undefined && part === null) return null
  const { options } = part ?? command
  // one word that may be left out ('/facts help') means the whole
  return options.length > 1 || options.some(({ required }) => required) ? { command, part } : null
}

export function formView(
  { command, part }: { command: Declared; part: Subcommand | null },
  locale: 'en' | 'zh',
  purpose: Omit<Purpose, 'command' | 'subcommand' | 'locale'>,
): ModalView {
  const { options, says } = part ?? command
  const name = [command.name, ...(part === null ? [] : [part.name])].join(' ')
  const words = WORDS[locale]
  const metadata: Purpose = {
    ...purpose,
    command: command.name,
    ...(part === null ? {} : { subcommand: part.name }),
    locale,
  }
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(cut(`/${UMBRELLA} ${name}`, LIMITS.view.title)),
    submit: plain(part === null ? words.ask : words.done),
    close: plain(words.cancel),
    private_metadata: JSON.stringify(metadata),
    blocks: [
      { type: 'section', text: plain(capital(plainLine(says[locale]))) },
      ...options.slice(0, LIMITS.view.blocks - 1).map((option) => inputOf(option, locale)),
    ],
  }
}

function inputOf(option: Option, locale: 'en' | 'zh'): InputBlock {
  const { field, name, says } = option
  const label = plain(cut(capital(plainLine((field?.label ?? says)[locale])), LIMITS.input.label))
  return {
    type: 'input',
    block_id: name,
    optional: !isNeeded(option),
    label,
    ...(field === undefined ? {} : { hint: plain(cut(capital(plainLine(says[locale])), LIMITS.input.hint)) }),
    element: elementOf(option, locale),
  }
}

function elementOf(option: Option, locale: 'en' | 'zh'): InputBlock['element'] {
  const placeholder = plain(WORDS[locale].choose)
  const holds = option.field?.holds?.[locale]
  if (option.choices !== undefined) {
    const options = option.choices
      .slice(0, LIMITS.select.options)
      .map(({ value, says }) => optionOf({ label: says[locale], value }))
    const initial = options.find(({ value }) => value === holds)
    return {
      ...{ type: 'static_select', action_id: 'choose', placeholder, options },
      ...(initial === undefined ? {} : { initial_option: initial }),
    }
  }
  // what takes the rest of the line is free text, which a select would not let anybody write
  if (option.completes !== undefined && option.rest !== true)
    return {
      type: 'external_select',
      action_id: `complete:${option.completes}:${option.name}`,
      placeholder,
      min_query_length: 0,
    }
  return {
    ...{ type: 'plain_text_input', action_id: 'write', max_length: LONGEST },
    ...(holds === undefined ? {} : { initial_value: holds }),
  }
}

/** What can be chosen after some letters, in the script they are written in. */
export async function offered(
  desk: Desk,
  typing: { action: string; typed: string },
  by: Parameters<Desk['complete']>[0]['by'],
  locale: 'en' | 'zh',
): Promise<PlainTextOption[]> {
  const [, kind] = /^complete:([a-z]+):/.exec(typing.action) ?? []
  if (kind === undefined) return []
  const typed = typing.typed.slice(0, LONGEST_TYPED)
  const asked = {
    kind: kind as Completes,
    typed,
    limit: LIMITS.completions,
    locale: HAN.test(typed) ? 'zh' : locale,
    by,
  } as const
  const completed = await desk.complete(asked)
  return completed
    .filter(({ label, value }) => label !== '' && value !== '' && value.length <= LIMITS.option.value)
    .slice(0, LIMITS.select.options)
    .map(optionOf)
}

/** The purpose of a form that comes back; null: it is none of ours. */
export function purposeOf(metadata: string): Purpose | null {
  let value: unknown
  try {
    value = JSON.parse(metadata)
  } catch {
    return null
  }
  const read = PURPOSE.safeParse(value)
  return read.success ? read.data : null
}

/** Names of fields that must be filled in and hold nothing but blanks. */
export function lacking(
  purpose: Purpose,
  values: Readonly<Record<string, string>>,
  commands: Desk['commands'],
): string[] {
  const command = commands.find(({ name }) => name === purpose.command)
  const part = command?.subcommands?.find(({ name }) => name === purpose.subcommand)
  return (
    (part ?? command)?.options
      .filter((option) => isNeeded(option) && !values[option.name])
      .map(({ name }) => name) ?? []
  )
}

const isNeeded = ({ required, field }: Option): boolean => required || field?.needed === true

const optionOf = ({ label, value }: Completed): PlainTextOption => ({
  text: plain(cut(plainLine(label) || value, LIMITS.option.text)),
  value,
})

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: false })
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const PURPOSE = z.object({
  command: z.string(),
  subcommand: z.string().optional(),
  locale: z.enum(['en', 'zh']),
  /** null: opened where there is no channel; the answer goes into the direct messages. */
  channel: z.string().nullable(),
  direct: z.boolean(),
  responseUrl: z.string().nullable(),
})
const HAN = /\p{Script=Han}/u
/** Longer than any question that is read. */
const LONGEST = 500
const LONGEST_TYPED = 100

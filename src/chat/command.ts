/** A command, declared once for every platform: its name, words, options and examples as data, and what it does. */
import type { Incoming } from './incoming.ts'
import type { Reply } from './reply.ts'

export interface Words {
  en: string
  zh: string
}

/** Kinds of names that can be offered while somebody types. */
export type Completes =
  | 'region'
  | 'industry'
  | 'indicator'
  | 'period'
  | 'question'
  | 'command'
  | 'zone'
  | 'digest'

export interface Option {
  name: string
  says: Words
  required: boolean
  /** What completes while typing. */
  completes?: Completes
  /** The only values it may have. */
  choices?: readonly { value: string; says: Words }[]
  /** As a field of a form, where that is another thing than an option of a line. */
  field?: Field
  /** Takes the rest of the line: 'Dongying offshore wind investment'. */
  rest?: boolean
}

export interface Field {
  /** Short; what the option `says` then stands below it. */
  label: Words
  /** What the field holds before anybody writes. */
  holds?: Words
  /** Must be filled in, though a line may leave it out because it says the same elsewhere. */
  needed?: boolean
}

/** '/digest pause': a part of a command with options of its own. */
export interface Subcommand {
  name: string
  says: Words
  options: readonly Option[]
  examples: { en: readonly string[]; zh: readonly string[] }
}

export interface Command<Tools> {
  name: string
  says: Words
  /** Of a command without subcommands; empty where there are some. */
  options: readonly Option[]
  subcommands?: readonly Subcommand[]
  /** Complete lines that are known to have an answer, per language. */
  examples: { en: readonly string[]; zh: readonly string[] }
  run(
    values: Readonly<Record<string, string>>,
    turn: Incoming,
    tools: Tools,
    subcommand?: string,
  ): Promise<Reply> | Reply
}

/** A command as adapters know it: all that was declared, nothing it does. */
export type Declared = Omit<Command<never>, 'run'>

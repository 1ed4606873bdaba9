/** A command, declared once for every platform: its name, words, options and examples as data, and what it does. */
import type { Incoming } from './incoming.ts'
import type { Reply } from './reply.ts'

export interface Words {
  en: string
  zh: string
}

export interface Option {
  name: string
  says: Words
  required: boolean
  /** What completes while typing. */
  completes?: 'region' | 'industry' | 'indicator' | 'period' | 'question' | 'command'
  /** Takes the rest of the line: 'Dongying offshore wind investment'. */
  rest?: boolean
}

export interface Command<Tools> {
  name: string
  says: Words
  options: readonly Option[]
  /** Complete lines that are known to have an answer, per language. */
  examples: { en: readonly string[]; zh: readonly string[] }
  run(values: Readonly<Record<string, string>>, turn: Incoming, tools: Tools): Promise<Reply> | Reply
}

/** What `ask` and `explain` take on the command line. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Mistake, SetupError } from '../base/errors.ts'

export interface Arguments {
  question: string
  json: boolean
  jsonl: boolean
  locale?: 'en' | 'zh'
  /** Milliseconds since 1970. */
  now?: number
  data?: string
  factsFile?: string
  only?: string[]
  help: boolean
}

export const USAGE = `Usage: npm run ask -- [options] "question"
  --json             print the answer as an object
  --jsonl            answer one JSON object per line of standard input with one per line of standard output
  --lang en|zh       language where the question does not tell
  --now DATE         the day it is, for "last year" (2024-05-31)
  --data DIR         folder with vocabulary/ and facts/
  --facts FILE       answer from this file of facts (.jsonl or .csv) instead
  --only A,B         answer from these articles alone
`

export function readArguments(argv: readonly string[]): Arguments {
  const mistakes: Mistake[] = []
  const { values, positionals } = parse(argv)
  const lang = values.lang
  const locale = lang === 'en' || lang === 'zh' ? lang : undefined
  if (lang !== undefined && locale === undefined) {
    mistakes.push({ where: '--lang', what: `"${lang}" is no language of the bot`, wayOut: 'Use en or zh.' })
  }
  const now = values.now === undefined ? undefined : momentOf(values.now)
  if (now !== undefined && Number.isNaN(now)) {
    mistakes.push({ where: '--now', what: `"${values.now}" is no date`, wayOut: 'Write it like 2024-05-31.' })
  }
  for (const [where, path] of [
    ['--data', values.data],
    ['--facts', values.facts],
  ] as const) {
    if (path === undefined || existsSync(path)) continue
    mistakes.push({
      where,
      what: `there is no ${path}`,
      wayOut: 'Check the path; it is read from where you are.',
    })
  }
  const only = values.only
    ?.split(',')
    .map((id) => id.trim())
    .filter(Boolean)
  if (mistakes.length > 0) throw new SetupError(mistakes)
  return {
    question: positionals.join(' '),
    json: values.json ?? false,
    jsonl: values.jsonl ?? false,
    help: values.help ?? false,
    ...(locale === undefined ? {} : { locale }),
    ...(now === undefined ? {} : { now }),
    ...(values.data === undefined ? {} : { data: values.data }),
    ...(values.facts === undefined ? {} : { factsFile: values.facts }),
    ...(only === undefined ? {} : { only }),
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    const what = (error as Error).message.split('. ', 1)[0]!.replace(/\.$/, '')
    throw new SetupError([{ where: 'command line', what, wayOut: 'See --help for the options.' }])
  }
}

/** A day without a time is noon there, so that no time zone makes it another day. */
const momentOf = (text: string): number =>
  Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00:00` : text)

const OPTIONS = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  lang: { type: 'string' },
  now: { type: 'string' },
  data: { type: 'string' },
  facts: { type: 'string' },
  only: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

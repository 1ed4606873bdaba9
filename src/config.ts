/** Environment -> Config. The only reader of process.env; every mistake is reported at once. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import dotenv from 'dotenv'
import { z } from 'zod'
import { type Mistake, SetupError } from './base/errors.ts'
import { LOG_LEVELS, type LogLevel } from './base/log.ts'

export interface Config {
  /** The folder that holds vocabulary/ and facts/. */
  data: string
  logLevel: LogLevel
  /** The language where a question does not tell: commands, buttons, the welcome. */
  locale: 'en' | 'zh'
  /** Where the console keeps what was typed; null keeps it for the session alone. */
  history: string | null
  colour: boolean
}

/** Reads `.env` in the working directory below the real environment. */
export function loadConfig(environment: Environment = process.env): Config {
  const written: Record<string, string> = {}
  dotenv.config({ quiet: true, processEnv: written })
  return readConfig({ ...written, ...environment })
}

export function readConfig(environment: Environment): Config {
  const mistakes: Mistake[] = unknownSettings(environment)
  const settings = SETTINGS.safeParse(withoutEmpty(environment))
  for (const { path, message } of settings.error?.issues ?? []) {
    const name = String(path[0])
    mistakes.push({
      where: name,
      what: `"${environment[name]}" ${message}`,
      wayOut: WAYS_OUT.get(name) ?? '',
    })
  }
  const data = resolve(environment.GAZETTEER_DATA?.trim() || join(PACKAGE, 'data'))
  if (!existsSync(join(data, 'vocabulary'))) {
    const what = `there is no folder "vocabulary" in ${data}`
    mistakes.push({ where: 'GAZETTEER_DATA', what, wayOut: WAYS_OUT.get('GAZETTEER_DATA')! })
  }
  if (!settings.success || mistakes.length > 0) throw new SetupError(mistakes)
  const { GAZETTEER_LOG_LEVEL, GAZETTEER_LOCALE, GAZETTEER_HISTORY } = settings.data
  return {
    data,
    logLevel: GAZETTEER_LOG_LEVEL,
    locale: GAZETTEER_LOCALE ?? (/^zh/i.test(environment.LC_ALL || environment.LANG || '') ? 'zh' : 'en'),
    history: GAZETTEER_HISTORY ?? null,
    // https://no-color.org: present and not empty, whatever it says
    colour: !environment.NO_COLOR && environment.TERM !== 'dumb',
  }
}

type Environment = Readonly<Record<string, string | undefined>>

const OURS = 'GAZETTEER_'
const PACKAGE = dirname(dirname(fileURLToPath(import.meta.url)))

const SETTINGS = z.object({
  GAZETTEER_DATA: z.string().optional(),
  GAZETTEER_LOG_LEVEL: z.enum(LOG_LEVELS, 'is no log level').default('warn'),
  GAZETTEER_LOCALE: z.enum(['en', 'zh'], 'is no language of the bot').optional(),
  GAZETTEER_HISTORY: z.string().optional(),
})

const WAYS_OUT = new Map([
  [
    'GAZETTEER_DATA',
    'Name the folder that holds vocabulary/ and facts/, or leave it out for the one that comes along.',
  ],
  ['GAZETTEER_LOG_LEVEL', `Use one of ${LOG_LEVELS.join(', ')}.`],
  ['GAZETTEER_LOCALE', 'Use en or zh.'],
])

/** A setting with a typing error would be ignored silently. */
function unknownSettings(environment: Environment): Mistake[] {
  const known = Object.keys(SETTINGS.shape)
  return Object.keys(environment)
    .filter((name) => name.startsWith(OURS) && !known.includes(name))
    .map((where) => ({ where, what: 'there is no such setting', wayOut: `There are ${known.join(', ')}.` }))
}

/** `NAME=` in .env means "not set". */
const withoutEmpty = (environment: Environment) =>
  Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )

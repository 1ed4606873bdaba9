/** Environment -> Config. The only reader of process.env; every mistake is reported at once. */
import { existsSync, readFileSync, statSync } from 'node:fs'
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
  slack: SlackConfig | null
  discord: DiscordConfig | null
  store: StoreConfig
  access: AccessConfig
  /** Port of /healthz and /metrics on 127.0.0.1; null: none. */
  healthPort: number | null
  /** What must not be seen anywhere: tokens, secrets, the database's address and password. */
  secrets: readonly string[]
  /** What is no reason not to start, but should be mended. */
  warnings: readonly Mistake[]
}

export interface SlackConfig {
  botToken: string
  /** Socket Mode where there is an app token, else HTTP with the signing secret. */
  transport:
    | { kind: 'socket'; appToken: string }
    | { kind: 'http'; signingSecret: string; host: string; port: number }
  /** Of a stand-in server; undefined: Slack itself. */
  apiUrl?: string
  /** What becomes of a digest of which nobody knows whether it arrived, where history may not be read. */
  unclear: 'hold' | 'repost'
}

export interface DiscordConfig {
  token: string
  /** Commands are published to this guild at once, instead of to all. */
  guildId?: string
  /** Of a stand-in server; undefined: Discord itself. */
  apiUrl?: string
  shards: 'auto' | number
}

export type StoreConfig = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }

export interface AccessConfig {
  /** Workspaces and guilds that may use the bot; empty: every one that installed it. */
  tenants: readonly string[]
  /** Whether guests and people of other organisations may ask. */
  strangers: boolean
  /** Ids of people who may manage digests anywhere. */
  digestManagers: readonly string[]
}

/** Reads `.env` in the working directory below the real environment. */
export function loadConfig(environment: Environment = process.env): Config {
  const written: Record<string, string> = {}
  dotenv.config({ quiet: true, processEnv: written })
  const config = readConfig({ ...written, ...environment }, written)
  return { ...config, warnings: [...config.warnings, ...openToOthers(join(process.cwd(), '.env'), written)] }
}

/** `written`: what stands in our own file, where a name with a typing error can only be meant for us. */
export function readConfig(given: Environment, written: Environment = {}): Config {
  const mistakes: Mistake[] = [
    ...unknownSettings(given, ['GAZETTEER_']),
    ...unknownSettings(written, ['SLACK_', 'DISCORD_']),
  ]
  const environment = withSecretsFromFiles(given, mistakes)
  const settings = SETTINGS.safeParse(withoutEmpty(environment))
  for (const { path, message } of settings.error?.issues ?? []) {
    const name = String(path[0])
    mistakes.push({
      where: name,
      // a secret in the wrong place must not end in a terminal that others see
      what: isSecret(name) ? message : `"${environment[name]}" ${message}`,
      wayOut: WAYS_OUT.get(name) ?? '',
    })
  }
  const data = resolve(environment.GAZETTEER_DATA?.trim() || join(PACKAGE, 'data'))
  if (!existsSync(join(data, 'vocabulary'))) {
    const what = `there is no folder "vocabulary" in ${data}`
    mistakes.push({ where: 'GAZETTEER_DATA', what, wayOut: WAYS_OUT.get('GAZETTEER_DATA')! })
  }
  const slack = settings.success ? slackOf(settings.data, mistakes) : null
  if (!settings.success || mistakes.length > 0) throw new SetupError(mistakes)
  const { GAZETTEER_LOG_LEVEL, GAZETTEER_LOCALE, GAZETTEER_HISTORY } = settings.data
  return {
    data,
    logLevel: GAZETTEER_LOG_LEVEL,
    locale: GAZETTEER_LOCALE ?? (/^zh/i.test(environment.LC_ALL || environment.LANG || '') ? 'zh' : 'en'),
    history: GAZETTEER_HISTORY ?? null,
    // https://no-color.org: present and not empty, whatever it says
    colour: !environment.NO_COLOR && environment.TERM !== 'dumb',
    slack,
    discord: discordOf(settings.data),
    store:
      settings.data.DATABASE_URL === undefined
        ? { kind: 'sqlite', file: resolve(settings.data.GAZETTEER_STORE ?? 'gazetteer.sqlite') }
        : { kind: 'postgres', url: settings.data.DATABASE_URL },
    access: {
      tenants: settings.data.GAZETTEER_TENANTS,
      strangers: settings.data.GAZETTEER_STRANGERS === 'yes',
      digestManagers: settings.data.GAZETTEER_DIGEST_MANAGERS,
    },
    healthPort: settings.data.GAZETTEER_HEALTH_PORT ?? null,
    secrets: secretsOf(settings.data),
    warnings: [],
  }
}

function slackOf(settings: Settings, mistakes: Mistake[]): SlackConfig | null {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, PORT } = settings
  const lacks = (where: string, wayOut: string): null => {
    mistakes.push({ where, what: 'it is not set, but another setting of Slack is', wayOut })
    return null
  }
  if (SLACK_BOT_TOKEN === undefined) {
    if (SLACK_APP_TOKEN === undefined && SLACK_SIGNING_SECRET === undefined) return null
    return lacks('SLACK_BOT_TOKEN', WAYS_OUT.get('SLACK_BOT_TOKEN')!)
  }
  const transport =
    SLACK_APP_TOKEN !== undefined
      ? ({ kind: 'socket', appToken: SLACK_APP_TOKEN } as const)
      : SLACK_SIGNING_SECRET !== undefined
        ? ({ kind: 'http', signingSecret: SLACK_SIGNING_SECRET, host: settings.HOST, port: PORT } as const)
        : null
  if (transport === null)
    return lacks(
      'SLACK_APP_TOKEN',
      `${WAYS_OUT.get('SLACK_APP_TOKEN')} For HTTP set SLACK_SIGNING_SECRET and PORT instead.`,
    )
  return {
    botToken: SLACK_BOT_TOKEN,
    transport,
    unclear: settings.SLACK_UNCLEAR,
    ...(settings.SLACK_API_URL === undefined ? {} : { apiUrl: settings.SLACK_API_URL }),
  }
}

function discordOf(settings: Settings): DiscordConfig | null {
  const { DISCORD_TOKEN, DISCORD_GUILD_ID, DISCORD_API_URL, DISCORD_SHARDS } = settings
  if (DISCORD_TOKEN === undefined) return null
  return {
    token: DISCORD_TOKEN,
    shards: DISCORD_SHARDS,
    ...(DISCORD_GUILD_ID === undefined ? {} : { guildId: DISCORD_GUILD_ID }),
    ...(DISCORD_API_URL === undefined ? {} : { apiUrl: DISCORD_API_URL }),
  }
}

/** `SLACK_BOT_TOKEN_FILE=/run/secrets/slack` instead of the secret itself, as container platforms hand them over. */
function withSecretsFromFiles(environment: Environment, mistakes: Mistake[]): Environment {
  const read = { ...environment }
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`]?.trim()
    if (!file || environment[name]?.trim()) continue
    try {
      read[name] = readFileSync(file, 'utf8').trim()
    } catch {
      const what = `the file ${file} cannot be read`
      mistakes.push({ where: `${name}_FILE`, what, wayOut: `Name a readable file, or set ${name} itself.` })
    }
  }
  return read
}

/** Whoever may read the file can speak as the bot. Files handed over by a container platform are its own business. */
function openToOthers(file: string, written: Environment): Mistake[] {
  if (process.platform === 'win32' || ![...SECRETS].some((name) => written[name]?.trim())) return []
  const mode = statSync(file).mode & 0o077
  if (mode === 0) return []
  return [
    {
      where: file,
      what: 'it holds secrets, and others on this machine may read it',
      wayOut: 'chmod 600 .env',
    },
  ]
}

function secretsOf(settings: Settings): string[] {
  const { DATABASE_URL } = settings
  const password = DATABASE_URL === undefined ? '' : new URL(DATABASE_URL).password
  return [...[...SECRETS].map((name) => settings[name]), password, plain(password)].filter(
    (secret): secret is string => typeof secret === 'string' && secret !== '',
  )
}

/** '%40' -> '@'; a stray '%' stands for itself. */
function plain(escaped: string): string {
  try {
    return decodeURIComponent(escaped)
  } catch {
    return escaped
  }
}

type Environment = Readonly<Record<string, string | undefined>>

const PACKAGE = dirname(dirname(fileURLToPath(import.meta.url)))

const port = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, 'is no port')
  .transform(Number)
  .refine((number) => number < 65_536, 'is no port')
const url = (...protocols: string[]) =>
  z
    .string()
    .trim()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)),
      'is no such address',
    )
/** Tokens go there: unencrypted to this machine only. */
const apiUrl = url('http', 'https').refine(
  (text) =>
    !URL.canParse(text) || new URL(text).protocol === 'https:' || THIS_MACHINE.test(new URL(text).hostname),
  'is not encrypted, and tokens would go there',
)
const THIS_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/
const ids = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))

const NO_SLACK_TOKEN = /^(?!xox|xapp-)/

const SETTINGS = z.object({
  GAZETTEER_DATA: z.string().optional(),
  GAZETTEER_LOG_LEVEL: z.enum(LOG_LEVELS, 'is no log level').default('warn'),
  GAZETTEER_LOCALE: z.enum(['en', 'zh'], 'is no language of the bot').optional(),
  GAZETTEER_HISTORY: z.string().optional(),
  GAZETTEER_STORE: z.string().optional(),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  GAZETTEER_TENANTS: ids,
  GAZETTEER_STRANGERS: z.enum(['yes', 'no'], 'is neither yes nor no').default('no'),
  GAZETTEER_DIGEST_MANAGERS: ids,
  GAZETTEER_HEALTH_PORT: port.optional(),
  SLACK_BOT_TOKEN: z.string().trim().startsWith('xoxb-', 'does not begin with xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().trim().startsWith('xapp-', 'does not begin with xapp-').optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .trim()
    .regex(NO_SLACK_TOKEN, 'is a token, not the signing secret')
    .optional(),
  HOST: z.string().trim().default('127.0.0.1'),
  PORT: port.default(3000),
  SLACK_API_URL: apiUrl.optional(),
  SLACK_UNCLEAR: z.enum(['hold', 'repost'], 'is neither hold nor repost').default('hold'),
  DISCORD_TOKEN: z.string().trim().regex(NO_SLACK_TOKEN, 'is a token of Slack').optional(),
  DISCORD_GUILD_ID: z.string().trim().optional(),
  DISCORD_API_URL: apiUrl.optional(),
  DISCORD_SHARDS: z
    .union(
      [
        z.literal('auto'),
        z
          .string()
          .regex(/^[1-9]\d{0,3}$/)
          .transform(Number),
      ],
      'is neither auto nor a number',
    )
    .default('auto'),
})
type Settings = z.infer<typeof SETTINGS>

type SecretName =
  | 'SLACK_BOT_TOKEN'
  | 'SLACK_APP_TOKEN'
  | 'SLACK_SIGNING_SECRET'
  | 'DISCORD_TOKEN'
  | 'DATABASE_URL'

/** Never shown, not even in a complaint about them; each can be given as `..._FILE`. */
const SECRETS: ReadonlySet<SecretName> = new Set([
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'DISCORD_TOKEN',
  'DATABASE_URL',
])

const isSecret = (name: string): boolean => (SECRETS as ReadonlySet<string>).has(name)

const WAYS_OUT = new Map([
  [
    'GAZETTEER_DATA',
    'Name the folder that holds vocabulary/ and facts/, or leave it out for the one that comes along.',
  ],
  ['GAZETTEER_LOG_LEVEL', `Use one of ${LOG_LEVELS.join(', ')}.`],
  ['GAZETTEER_LOCALE', 'Use en or zh.'],
  [
    'DATABASE_URL',
    'Write it like postgres://user:password@host:5432/database, or leave it out for the embedded store.',
  ],
  ['GAZETTEER_STRANGERS', 'Use yes or no.'],
  ['GAZETTEER_HEALTH_PORT', 'Use a number from 0 to 65535.'],
  [
    'SLACK_BOT_TOKEN',
    'Copy the Bot User OAuth Token of your app (OAuth & Permissions); it begins with xoxb-.',
  ],
  [
    'SLACK_APP_TOKEN',
    'Copy an App-Level Token with connections:write (Basic Information); it begins with xapp-.',
  ],
  ['SLACK_SIGNING_SECRET', 'Copy the Signing Secret of your app (Basic Information, App Credentials).'],
  ['DISCORD_TOKEN', 'Copy the token of your bot (discord.com/developers/applications, Bot, Reset Token).'],
  ['PORT', 'Use a number from 0 to 65535.'],
  ['SLACK_API_URL', 'Leave it empty for Slack itself; a stand-in elsewhere needs https.'],
  ['SLACK_UNCLEAR', 'Use hold or repost.'],
  ['DISCORD_API_URL', 'Leave it empty for Discord itself; a stand-in elsewhere needs https.'],
  ['DISCORD_SHARDS', 'Use auto, or how many shards there are.'],
])

/** A setting with a typing error would be ignored silently. */
function unknownSettings(environment: Environment, prefixes: readonly string[]): Mistake[] {
  const known = Object.keys(SETTINGS.shape)
  return Object.keys(environment)
    .filter((name) => prefixes.some((prefix) => name.startsWith(prefix)) && !known.includes(name))
    .filter((name) => !isSecret(name.replace(/_FILE$/, '')))
    .map((where) => ({ where, what: 'there is no such setting', wayOut: `There are ${known.join(', ')}.` }))
}

/** `NAME=` in .env means "not set". */
const withoutEmpty = (environment: Environment) =>
  Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )

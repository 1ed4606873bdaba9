/** The adapter on a stand-in for Discord, with a desk whose answers the test writes. */
import { afterEach } from 'vitest'
import { createDiscord, type DiscordSettings } from '../../../src/adapters/discord/index.ts'
import { systemClock } from '../../../src/base/clock.ts'
import type { Fields, Log } from '../../../src/base/log.ts'
import type { Labels, Metrics } from '../../../src/base/metrics.ts'
import { createOnce, type InboundStore } from '../../../src/bot/once.ts'
import type { Declared } from '../../../src/chat/command.ts'
import type { Coordination, Desk } from '../../../src/chat/desk.ts'
import type { Incoming } from '../../../src/chat/incoming.ts'
import type { Platform } from '../../../src/chat/platform.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import { chanceFrom } from '../../fakes/chance.ts'
import { type Discord, type DiscordOptions, startDiscord } from '../../fakes/discord/index.ts'

export interface Stage {
  discord: Discord
  platform: Platform
  desk: Desk
  /** Everything that was heard, in order. */
  heard: Incoming[]
  /** Everything that was logged: level, fields and message as one line each. */
  logged: string[]
  counted: Record<string, number>
}

export interface StageOptions {
  discord?: DiscordOptions
  settings?: Partial<DiscordSettings>
  hear?: (incoming: Incoming) => Promise<Reply> | Reply
  commands?: readonly Declared[]
  desk?: Partial<Desk>
  /** Left out: started. */
  start?: false
}

let processes = 1
const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

export async function onStage(options: StageOptions = {}): Promise<Stage> {
  const discord = await startDiscord(options.discord)
  open.push(() => discord.close())
  const stage = besideStage(discord, options)
  if (options.start !== false) await stage.platform.start()
  return stage
}

/** Another process on the same stand-in. */
export function besideStage(discord: Discord, options: StageOptions = {}): Stage {
  const { host, port } = new URL(discord.url)
  if (!host.startsWith('127.0.0.1')) throw new Error(`${host}:${port} is not a loopback address`)
  const heard: Incoming[] = []
  const logged: string[] = []
  const counted: Record<string, number> = {}
  const hear = options.hear ?? ((incoming) => said(incoming))
  const log = logInto(logged)
  const desk: Desk = {
    hear: async (incoming) => {
      heard.push(incoming)
      return hear(incoming)
    },
    once: createOnce({
      store: inMemory(),
      owner: 'test',
      clock: systemClock,
      log,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }),
    commands: options.commands ?? COMMANDS,
    complete: async ({ typed }) => [{ label: `Dongying 东营 (${typed})`, value: 'Dongying' }],
    welcome: (locale) => reply('Welcome, ask me something.', { locale }),
    prompts: () => ['Dongying GDP growth 2023'],
    coordination: coordinationInMemory(),
    clock: systemClock,
    // two processes must not be called the same
    chance: chanceFrom(processes++),
    log,
    metrics: metricsInto(counted),
    ...options.desk,
  }
  const platform = createDiscord(
    { token: discord.token, apiUrl: discord.url, shards: 'auto', ...options.settings },
    desk,
  )
  open.push(() => platform.stop(500))
  return { discord, platform, desk, heard, logged, counted }
}

/** What was understood, said back: enough to see what reached the desk. */
function said({ said }: Incoming): Reply {
  if (said.kind === 'text')
    return reply(`You asked: ${said.text}`, { again: `lookup ${said.text.slice(0, 20)}` })
  if (said.kind === 'query') return reply(`You pressed: ${said.line}`, { again: said.line })
  return reply(`You called: ${said.name} ${said.subcommand ?? ''} ${JSON.stringify(said.values)}`, {
    again: 'lookup r:370500',
  })
}

export const reply = (text: string, more: Partial<Reply> = {}): Reply => ({
  parts: [{ kind: 'text', text }],
  plain: text,
  locale: 'en',
  seenBy: 'everyone',
  ...more,
})

export function coordinationInMemory(now = systemClock): Coordination & { notes: Map<string, string> } {
  const leases = new Map<string, { owner: string; until: number }>()
  const counts = new Map<string, { count: number; until: number }>()
  const notes = new Map<string, string>()
  return {
    notes,
    async lease(name, owner, ms) {
      const held = leases.get(name)
      if (held !== undefined && held.owner !== owner && held.until > now()) return false
      leases.set(name, { owner, until: now() + ms })
      return true
    },
    async release(name, owner) {
      if (leases.get(name)?.owner === owner) leases.delete(name)
    },
    async count(name, windowMs, by = 1) {
      let kept = counts.get(name)
      if (kept === undefined || kept.until <= now()) {
        kept = { count: 0, until: now() + windowMs }
        counts.set(name, kept)
      }
      kept.count += by
      return kept.count
    },
    async note(name, text) {
      notes.set(name, text)
    },
    noted: async (name) => notes.get(name) ?? null,
  }
}

export function inMemory(): InboundStore {
  const kept = new Map<string, { owner: string; until: number; finished: boolean }>()
  return {
    async take(key, owner, leaseMs) {
      const event = kept.get(key)
      if (event?.finished) return 'finished'
      if (event !== undefined && event.owner !== owner && event.until > systemClock()) return 'held'
      kept.set(key, { owner, until: systemClock() + leaseMs, finished: false })
      return 'taken'
    },
    async finish(key, owner) {
      kept.set(key, { owner, until: 0, finished: true })
    },
    async giveBack(key) {
      kept.delete(key)
    },
  }
}

/** Waits until something holds; fails with what was waited for. */
export async function until(holds: () => boolean, what = 'it', within = 5_000): Promise<void> {
  const end = systemClock() + within
  while (!holds()) {
    if (systemClock() > end) throw new Error(`${what} did not come about within ${within} ms`)
    await wait(10)
  }
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const metricsInto = (counted: Record<string, number>): Metrics => ({
  count(name: string, _labels?: Labels, by = 1) {
    counted[name] = (counted[name] ?? 0) + by
  },
  time() {},
  set(name, value) {
    counted[name] = value
  },
})

function logInto(lines: string[]): Log {
  const at = (level: string) => (fields: Fields, message: string) =>
    void lines.push(`${level} ${JSON.stringify(fields)} ${message}`)
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

const option = (name: string, completes: 'region' | 'industry' | 'indicator' | 'period') => ({
  name,
  says: { en: `the ${name}`, zh: `${name}的选择` },
  required: false,
  completes,
})

export const COMMANDS: readonly Declared[] = [
  {
    name: 'ask',
    says: { en: 'ask a question', zh: '提问' },
    options: [
      {
        name: 'question',
        says: { en: 'in your own words', zh: '用自己的话' },
        required: true,
        completes: 'question',
        rest: true,
      },
    ],
    examples: { en: ['/ask Dongying GDP'], zh: ['/ask 东营GDP'] },
  },
  {
    name: 'find',
    says: { en: 'put a question together from names', zh: '选择地区、产业、指标和时期来提问' },
    options: [option('region', 'region'), option('industry', 'industry'), option('period', 'period')],
    examples: { en: ['/find region: Dongying industry: offshore wind'], zh: ['/find region: 东营'] },
  },
  {
    name: 'digest',
    says: { en: 'standing answers', zh: '定期简报' },
    options: [],
    subcommands: [
      {
        name: 'pause',
        says: { en: 'pause one', zh: '暂停' },
        options: [
          { name: 'id', says: { en: 'which', zh: '哪一个' }, required: false, completes: 'digest' },
          {
            name: 'policy',
            says: { en: 'when', zh: '何时' },
            required: true,
            choices: [{ value: 'always', says: { en: 'always', zh: '总是' } }],
          },
        ],
        examples: { en: ['/digest pause 1 always'], zh: [] },
      },
    ],
    examples: { en: [], zh: [] },
  },
  {
    name: 'help',
    says: { en: 'this list', zh: '命令列表' },
    options: [],
    examples: { en: ['/help'], zh: ['/help'] },
  },
]

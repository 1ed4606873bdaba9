/** A desk for tests: what it answers is said by the test, what must be agreed between processes is kept in memory. */
import type { Clock } from '../../../src/base/clock.ts'
import type { Fields, Log } from '../../../src/base/log.ts'
import type { Labels, Metrics } from '../../../src/base/metrics.ts'
import { createOnce, type InboundStore } from '../../../src/bot/once.ts'
import type { Declared } from '../../../src/chat/command.ts'
import type { Completion, Coordination, Desk } from '../../../src/chat/desk.ts'
import type { Incoming } from '../../../src/chat/incoming.ts'
import type { Part, Reply } from '../../../src/chat/reply.ts'

export interface Line {
  level: string
  fields: Fields
  message: string
}

export type TestDesk = Desk & {
  heard: Incoming[]
  lines: Line[]
  counts: Map<string, number>
  completions: Completion[]
}

export interface TestDeskOptions {
  hear?: (incoming: Incoming) => Promise<Reply> | Reply
  store?: InboundStore
  coordination?: Coordination
  commands?: readonly Declared[]
  clock?: Clock
  chance?: () => number
  owner?: string
}

export function testDesk(options: TestDeskOptions = {}): TestDesk {
  const { hear = echo, store = memoryStore(), clock = Date.now, chance = () => 0, owner = 'one' } = options
  const heard: Incoming[] = []
  const lines: Line[] = []
  const counts = new Map<string, number>()
  const completions: Completion[] = []
  const log = logTo(lines)
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())
  return {
    ...{ heard, lines, counts, completions, clock, chance, log },
    async hear(incoming) {
      heard.push(incoming)
      return hear(incoming)
    },
    once: createOnce({ store, owner, clock, log, pause }),
    commands: options.commands ?? COMMANDS,
    async complete(asked) {
      completions.push(asked)
      return asked.locale === 'zh'
        ? [{ label: '东营 Dongying', value: '东营' }]
        : [
            { label: 'Dongying', value: 'Dongying' },
            { label: 'Dongguan', value: 'Dongguan' },
          ]
    },
    welcome: (locale) => replyOf([{ kind: 'text', text: `Welcome (${locale}), 3 facts` }], { locale }),
    prompts: (locale) =>
      locale === 'zh' ? ['东营海上风电投资额'] : ['Dongying offshore wind investment', 'Jining projects'],
    coordination: options.coordination ?? memoryCoordination(),
    metrics: metricsTo(counts),
  }
}

export const echo = ({ said }: Incoming): Reply =>
  replyOf([
    {
      kind: 'text',
      text: said.kind === 'text' ? `answer to ${said.text}` : `answer to ${JSON.stringify(said)}`,
    },
  ])

export function replyOf(parts: readonly Part[], more: Partial<Reply> = {}): Reply {
  const plain = parts.map((part) => ('text' in part ? part.text : part.kind)).join('\n')
  return { parts, plain, locale: 'en', seenBy: 'everyone', ...more }
}

export function memoryStore(): InboundStore & { keys: Map<string, { owner: string; done: boolean }> } {
  const keys = new Map<string, { owner: string; done: boolean }>()
  return {
    keys,
    async take(key, owner) {
      const held = keys.get(key)
      if (held?.done) return 'finished'
      if (held !== undefined && held.owner !== owner) return 'held'
      keys.set(key, { owner, done: false })
      return 'taken'
    },
    async finish(key, owner) {
      keys.set(key, { owner, done: true })
    },
    async giveBack(key) {
      keys.delete(key)
    },
  }
}

export function memoryCoordination(): Coordination {
  const notes = new Map<string, string>()
  return {
    lease: async () => true,
    release: async () => {},
    count: async () => 1,
    note: async (name, text) => void notes.set(name, text),
    noted: async (name) => notes.get(name) ?? null,
  }
}

function logTo(lines: Line[]): Log {
  const at = (level: string) => (fields: Fields, message: string) =>
    void lines.push({ level, fields, message })
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

function metricsTo(counts: Map<string, number>): Metrics {
  return {
    count: (name, labels?: Labels, by = 1) => {
      for (const key of [name, `${name} ${Object.values(labels ?? {}).join(' ')}`])
        counts.set(key, (counts.get(key) ?? 0) + by)
    },
    time() {},
    set() {},
  }
}

const says = (en: string, zh: string) => ({ en, zh })

const COMMANDS: readonly Declared[] = [
  {
    name: 'rank',
    says: says('who is ahead', '排名'),
    options: [{ name: 'about', says: says('what to rank by', '排名的指标'), required: true, rest: true }],
    examples: { en: ['/rank GDP'], zh: ['/rank 产值'] },
  },
  {
    name: 'find',
    says: says('put a question together', '组合一个问题'),
    options: [
      { name: 'region', says: says('a place', '地区'), required: false, completes: 'region' },
      { name: 'period', says: says('a period', '时期'), required: false, completes: 'period' },
      {
        name: 'words',
        says: says('anything else', '其他'),
        required: false,
        completes: 'question',
        rest: true,
      },
    ],
    examples: { en: ['/find region: Jining'], zh: ['/find region: 济宁'] },
  },
  {
    name: 'digest',
    says: says('standing posts', '定期简报'),
    options: [],
    subcommands: [
      {
        name: 'add',
        says: says('a new one', '新建'),
        options: [
          { name: 'what', says: says('what about', '内容'), required: true, rest: true },
          {
            name: 'policy',
            says: says('when to post', '何时发布'),
            required: false,
            choices: [
              { value: 'always', says: says('always', '总是') },
              { value: 'changes', says: says('only what is new', '仅新内容') },
            ],
          },
        ],
        examples: { en: ['/digest add Jining'], zh: ['/digest add 济宁'] },
      },
    ],
    examples: { en: ['/digest add Jining'], zh: ['/digest add 济宁'] },
  },
  {
    name: 'help',
    says: says('this list', '命令列表'),
    options: [{ name: 'command', says: says('a command', '命令名'), required: false, completes: 'command' }],
    examples: { en: ['/help'], zh: ['/help'] },
  },
]

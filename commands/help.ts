import { UserError } from '../src/base/errors.ts'
import { usageOf } from '../src/bot/bot.ts'
import { replyOf } from '../src/bot/reply.ts'
import type { BotCommand } from '../src/bot/tools.ts'
import type { Part } from '../src/chat/reply.ts'

/** Made from the declarations, so it cannot tell of a command that is not there. */
export const help: BotCommand = {
  name: 'help',
  says: { en: 'this list, or more about one command', zh: '命令列表，或某个命令的说明' },
  options: [
    {
      name: 'command',
      says: { en: 'the name of a command', zh: '命令名' },
      required: false,
      completes: 'command',
    },
  ],
  examples: { en: ['/help', '/help rank'], zh: ['/help', '/help rank'] },
  run: ({ command = '' }, _turn, { commands, locale }) => {
    const name = command
      .trim()
      .replace(/^[/／]/, '')
      .toLowerCase()
    if (name === '') return replyOf(overview(commands, locale), locale, 'asker')
    const one = commands.find((known) => known.name === name)
    if (one === undefined) throw new UserError('unknown-command', { name })
    return replyOf(inDetail(one, locale), locale, 'asker')
  },
}

function overview(commands: readonly BotCommand[], locale: 'en' | 'zh'): Part[] {
  const words = WORDS[locale]
  const ask = commands.find(({ name }) => name === 'ask')
  return [
    { kind: 'text', text: words.justAsk },
    { kind: 'list', items: (ask?.examples[locale] ?? []).map((line) => line.replace(/^\/ask /, '')) },
    {
      kind: 'table',
      columns: [
        { label: words.command, align: 'left' },
        { label: words.does, align: 'left' },
      ],
      rows: commands.map((command) => [usageOf(command), command.says[locale]]),
    },
    { kind: 'note', text: words.more },
  ]
}

function inDetail(command: BotCommand, locale: 'en' | 'zh'): Part[] {
  const words = WORDS[locale]
  // of a command with parts, those of all its parts, each once
  const declared = [command, ...(command.subcommands ?? [])].flatMap((part) => part.options)
  const options = declared
    .filter(({ name }, at) => declared.findIndex((first) => first.name === name) === at)
    .map(({ name, says, required }) => {
      return `${name}: ${says[locale]}${required ? '' : words.optional}`
    })
  const parts = (command.subcommands ?? []).map((part) => `${usageOf(command, part)}: ${part.says[locale]}`)
  return [
    { kind: 'heading', text: usageOf(command) },
    { kind: 'text', text: command.says[locale] },
    ...(parts.length === 0 ? [] : [{ kind: 'list', items: parts } as const]),
    ...(options.length === 0 || parts.length === 0 ? [] : [{ kind: 'text', text: words.named } as const]),
    ...(options.length === 0 ? [] : [{ kind: 'list', items: options } as const]),
    { kind: 'text', text: words.example },
    { kind: 'list', items: command.examples[locale] },
  ]
}

const WORDS = {
  en: {
    justAsk:
      'Ask in your own words, in English or Chinese; every figure comes with its period and its source. For example:',
    command: 'Command',
    does: 'What it does',
    more: 'After an answer go on with "and Qingdao?", "2022?" or "where is that from?". /help <command> tells more.',
    optional: ' (may be left out)',
    named: 'What can be said by name, as in the second example:',
    example: 'For example:',
  },
  zh: {
    justAsk: '直接用中文或英文提问，每个数字都注明时期和来源。例如：',
    command: '命令',
    does: '用途',
    more: '得到回答后可以接着问“那青岛呢”“2022年呢”“出处是哪里”。/help <命令> 查看详细说明。',
    optional: '（可省略）',
    named: '可以写明名称的各项（见第二个例子）：',
    example: '例如：',
  },
} as const

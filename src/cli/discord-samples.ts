/** Messages of Discord for every kind of answer, from the real facts on one fixed day: what docs/examples/discord/ holds. */
import { commands } from '../../commands/index.ts'
import { render } from '../adapters/discord/render.ts'
import { silentLog } from '../base/log.ts'
import { createBot } from '../bot/bot.ts'
import { promptsOf } from '../bot/desk.ts'
import type { Engine } from '../bot/engine.ts'
import { welcomeReply } from '../bot/welcome.ts'
import type { Said } from '../chat/incoming.ts'
import type { Reply } from '../chat/reply.ts'
import { typedCommand } from '../chat/typed-command.ts'

/** File name -> content. */
export async function discordSamples(engine: Engine): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const listed: string[] = []
  for (const { kind, name, locale, lines, footer } of SAMPLES) {
    const reply = await answerTo(engine, locale, lines)
    const { message } = render(reply, footer === undefined ? {} : { footer })
    files.set(`${name}.json`, `${JSON.stringify(message, null, 2)}\n`)
    listed.push(
      `## ${kind}\n\n> ${lines.at(-1) ?? '@Gazetteer'}\n\n${shown(message)}\n\n[the message](${name}.json)`,
    )
  }
  files.set('README.md', `${[HEAD, ...listed].join('\n\n')}\n`)
  return files
}

async function answerTo(engine: Engine, locale: 'en' | 'zh', lines: readonly string[]): Promise<Reply> {
  const bot = createBot(engine, { commands, log: silentLog, reference: () => 'none', since: DAY, locale })
  let reply = welcomeReply(engine, promptsOf(commands, locale), locale)
  for (const line of lines) {
    const said: Said = typedCommand(line, commands) ?? { kind: 'text', text: line }
    reply = await bot.hear({
      platform: 'discord',
      conversation: 'samples',
      author: '1',
      at: DAY,
      said,
      locale,
    })
  }
  return reply
}

/** Roughly as it is seen: the text, the card, then what can be pressed. */
function shown({ content, embeds, components }: ReturnType<typeof render>['message']): string {
  const cards = (embeds ?? []).map(({ description, footer, color }) =>
    [`[card, #${(color ?? 0).toString(16).padStart(6, '0')}]`, description ?? '', footer?.text ?? '']
      .filter(Boolean)
      .join('\n'),
  )
  const rows = (components ?? []).map((row) => {
    const { components: inner } = row as unknown as {
      components: { label?: string; options?: { label: string }[] }[]
    }
    return inner
      .flatMap(({ label, options }) =>
        options === undefined ? [`( ${label} )`] : [`[ ${options.map((each) => each.label).join(' | ')} ]`],
      )
      .join(' ')
  })
  return `\`\`\`\`text\n${[content ?? '', ...cards, ...rows].filter(Boolean).join('\n\n').replace(LINK, '$1 <$2>')}\n\`\`\`\``
}

interface Sample {
  kind: string
  name: string
  locale: 'en' | 'zh'
  /** What is said, in this order; the answer to the last is shown. */
  lines: readonly string[]
  footer?: string
}

const SAMPLES: readonly Sample[] = [
  { kind: 'A figure', name: 'figure', locale: 'en', lines: ['Dongying offshore wind investment'] },
  {
    kind: 'A figure, in Chinese',
    name: 'figure-in-chinese',
    locale: 'zh',
    lines: ['安徽2023年新能源汽车产量'],
  },
  {
    kind: 'Planned, not realised',
    name: 'planned',
    locale: 'en',
    lines: ['What investment did Guangdong plan for 2024?'],
  },
  {
    kind: 'Side by side',
    name: 'comparison',
    locale: 'en',
    lines: ['Compare Anhui and Guangdong investment plans'],
  },
  { kind: 'In order', name: 'ranking', locale: 'en', lines: ['top 5 GDP 2023'] },
  {
    kind: 'In order, in Chinese',
    name: 'ranking-in-chinese',
    locale: 'zh',
    lines: ['2022年山东各市GDP增速排名'],
  },
  { kind: 'Over time', name: 'trend', locale: 'en', lines: ['Shandong GDP growth trend'] },
  { kind: 'What is known of a place', name: 'summary', locale: 'en', lines: ['tell me about Heze'] },
  {
    kind: 'A long summary, shortened',
    name: 'summary-shortened',
    locale: 'en',
    lines: ['tell me about Shandong'],
  },
  { kind: 'A list', name: 'list', locale: 'en', lines: ['Which companies invest in Jining?'] },
  {
    kind: 'A total',
    name: 'aggregate',
    locale: 'en',
    lines: ["How much of Anhui's plan goes to emerging industries?"],
  },
  {
    kind: 'Where a number comes from',
    name: 'sources',
    locale: 'en',
    lines: ['Dongying GDP growth 2023', 'where is that from?'],
  },
  { kind: 'What a word means, in Chinese', name: 'definition', locale: 'zh', lines: ['什么是新质生产力？'] },
  {
    kind: 'No fact, and what is near',
    name: 'nothing',
    locale: 'en',
    lines: ['Dongying offshore wind investment 2021'],
  },
  { kind: 'Which of several', name: 'unclear', locale: 'en', lines: ['Suzhou GDP 2023'] },
  { kind: 'Help', name: 'help', locale: 'en', lines: ['/help'] },
  { kind: 'Asked without a question', name: 'welcome', locale: 'en', lines: [] },
  {
    kind: 'A digest',
    name: 'digest',
    locale: 'en',
    lines: ['tell me about Dongying'],
    footer: 'd7@2026-01-15',
  },
]

/** Here the address is shown too; in Discord the words lead there. */
const LINK = /\[([^\]\n]*)\]\(<([^>\n]*)>\)/g

/** A fixed day, for "last year". */
const DAY = Date.UTC(2026, 0, 15, 12)

const HEAD = `# Answers on Discord

Made by \`npm run examples:discord\` from the facts in \`data/facts/\`, as if asked on 15 January 2026; a test compares them, and holds
every message to what Discord publishes about its limits. How it looks in Discord's own programs has not been tried by a test.`

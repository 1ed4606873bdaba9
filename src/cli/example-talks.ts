/** The talks of docs/examples.md: every kind of answer, in both languages, from the real facts on one fixed day. */
import { commands } from '../../commands/index.ts'
import { receive } from '../adapters/console/receive.ts'
import { renderPlain } from '../adapters/console/render.ts'
import { silentLog } from '../base/log.ts'
import { createBot } from '../bot/bot.ts'
import type { Engine } from '../bot/engine.ts'

export async function examplesDocument(engine: Engine): Promise<string> {
  const sections: string[] = [HEAD]
  for (const [i, { kind, locale, lines }] of TALKS.entries()) {
    const bot = createBot(engine, { commands, log: silentLog, reference: () => 'none', since: DAY, locale })
    const turns: string[] = []
    for (const line of lines) {
      const said = receive(line, commands)
      const reply = await bot.hear({
        platform: 'console',
        conversation: 'examples',
        author: 'you',
        at: DAY,
        said: said.kind === 'leave' || said.kind === 'nothing' ? { kind: 'text', text: line } : said,
        locale,
      })
      turns.push(`> ${line}\n\n${renderPlain(reply)}`)
    }
    sections.push(`## ${i + 1}. ${kind}\n\n\`\`\`text\n${turns.join('\n\n')}\n\`\`\``)
  }
  return `${sections.join('\n\n')}\n`
}

interface Talk {
  kind: string
  locale: 'en' | 'zh'
  /** What is typed, in this order. */
  lines: readonly string[]
}

const TALKS: readonly Talk[] = [
  { kind: 'A figure', locale: 'en', lines: ['Dongying offshore wind investment'] },
  { kind: 'A figure, in Chinese', locale: 'zh', lines: ['安徽2023年新能源汽车产量'] },
  {
    kind: 'A figure of a period',
    locale: 'en',
    lines: ['Qingdao imports growth in the first quarter of 2024'],
  },
  { kind: 'Planned, not realised', locale: 'en', lines: ['What investment did Guangdong plan for 2024?'] },
  { kind: 'Side by side', locale: 'en', lines: ['Compare Anhui and Guangdong investment plans'] },
  { kind: 'Side by side and comparable, in Chinese', locale: 'zh', lines: ['青岛和烟台2022年GDP增速对比'] },
  { kind: 'Within one place', locale: 'en', lines: ['Which Qingdao investment grew fastest in 2019?'] },
  { kind: 'In order', locale: 'en', lines: ['top 5 GDP 2023'] },
  { kind: 'Places inside a place, in Chinese', locale: 'zh', lines: ['2022年山东各市GDP增速排名'] },
  { kind: 'What is known of a place', locale: 'en', lines: ['tell me about Heze'] },
  { kind: 'By the amount', locale: 'en', lines: ['investment over 500 billion yuan'] },
  { kind: 'A list', locale: 'en', lines: ['Which companies invest in Jining?'] },
  {
    kind: 'Where a number comes from',
    locale: 'en',
    lines: ['Dongying GDP growth 2023', 'where is that from?'],
  },
  { kind: 'What a word means, in Chinese', locale: 'zh', lines: ['什么是新质生产力？'] },
  { kind: 'Over time', locale: 'en', lines: ['Shandong GDP growth trend'] },
  {
    kind: 'Worked out, with the arithmetic',
    locale: 'en',
    lines: ["How much of Anhui's plan goes to emerging industries?"],
  },
  { kind: 'No fact, and what is near', locale: 'en', lines: ['Dongying offshore wind investment 2021', '1'] },
  {
    kind: 'Following up, in Chinese',
    locale: 'zh',
    lines: ['东营2022年GDP增速', '那青岛呢？', '2023年呢？'],
  },
  { kind: 'Misspelt', locale: 'en', lines: ['Dongyin ofshore wind investmnt 2023'] },
  {
    kind: 'A name of several places, and small talk',
    locale: 'en',
    lines: ['Suzhou GDP 2023', 'Does R&D spending cause growth?', 'thank you'],
  },
]

/** A fixed day, for "last year". */
const DAY = Date.UTC(2026, 0, 15, 12)

const HEAD = `# Twenty answers

Printed by \`npm run examples\` from the facts in \`data/facts/\`, as if asked on 15 January 2026; a test compares them, so they
stay what the bot says. Every number in them passed the number lock (\`src/wording/lock.ts\`).`

/** Every kind of answer as Slack is sent it, from the real facts on one fixed day; for Slack's Block Kit Builder. */
import { commands } from '../../commands/index.ts'
import { render } from '../adapters/slack/render.ts'
import { silentLog } from '../base/log.ts'
import { createBot } from '../bot/bot.ts'
import type { Engine } from '../bot/engine.ts'
import { typedCommand } from '../chat/typed-command.ts'

/** File name -> JSON. */
export async function slackSamples(engine: Engine): Promise<Map<string, string>> {
  const reference = () => 'example'
  const bot = createBot(engine, { commands, log: silentLog, reference, since: DAY })
  const samples = new Map<string, string>()
  for (const [kind, text] of Object.entries(KINDS)) {
    const said = typedCommand(text, commands) ?? { kind: 'text' as const, text }
    const locale = /\p{Script=Han}/u.test(text) ? ('zh' as const) : ('en' as const)
    const reply = await bot.hear({
      ...{ platform: 'slack', tenant: 'T1', place: 'C1', author: 'U1', at: DAY },
      ...{ conversation: kind, locale, said },
    })
    const sample = render(reply, { commands: commands.map(({ name }) => name) })
    samples.set(`${kind}.json`, `${JSON.stringify({ asked: text, ...sample }, null, 2)}\n`)
  }
  return samples
}

const KINDS: Readonly<Record<string, string>> = {
  lookup: 'Dongying offshore wind investment 2023',
  'lookup-zh': '东营海上风电投资额',
  comparison: 'Anhui vs Guangdong investment plans',
  ranking: '/rank GDP 2023',
  trend: 'Shandong GDP growth trend',
  summary: 'tell me about Jining',
  list: 'which companies invest in Jining',
  aggregate: 'total investment of Jining 2023',
  definition: 'what are new quality productive forces',
  sources: '/sources Dongying',
  nothing: 'Dongying offshore wind investment 2021',
  choices: 'Suzhou GDP 2023',
  help: '/help',
}

/** A fixed day, for "last year". */
const DAY = Date.UTC(2026, 0, 15, 12)

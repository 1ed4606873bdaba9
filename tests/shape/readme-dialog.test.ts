/**
 * The talk shown in the README is what the bot says. When answers have changed on purpose,
 * `npx vitest run tests/shape/readme-dialog.test.ts -u` writes the new ones into it.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { renderPlain } from '../../src/adapters/console/render.ts'
import { silentLog } from '../../src/base/log.ts'
import { createBot } from '../../src/bot/bot.ts'
import { createEngine } from '../../src/bot/engine.ts'
import { read, TOP } from './files.ts'

test('the talk in the README is what the bot says', async () => {
  const readme = read('README.md')
  const questions = [...(DIALOG.exec(readme)?.[2] ?? '').matchAll(/^> (.*)$/gm)].map((match) => match[1]!)
  expect(questions.length).toBeGreaterThan(2)
  const talk = await talkOf(questions)
  const fresh = readme.replace(DIALOG, (_, before: string, __, after: string) => `${before}${talk}${after}`)
  await expect(fresh).toMatchFileSnapshot(join(TOP, 'README.md'))
})

/** The first block of plain text in the README. */
const DIALOG = /(\n```text\n)([\s\S]*?)(\n```\n)/

async function talkOf(questions: readonly string[]): Promise<string> {
  const engine = createEngine({ data: join(TOP, 'data'), log: silentLog })
  const bot = createBot(engine, {
    commands,
    log: silentLog,
    reference: () => 'none',
    since: DAY,
    locale: 'en',
  })
  const turns: string[] = []
  for (const text of questions) {
    const said = { kind: 'text', text } as const
    const reply = await bot.hear({
      platform: 'console',
      conversation: 'readme',
      author: 'you',
      at: DAY,
      said,
    })
    turns.push(`> ${text}\n${renderPlain(reply)}`)
  }
  return turns.join('\n\n')
}

const DAY = Date.UTC(2026, 0, 15, 12)

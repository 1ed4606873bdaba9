/** `npm run doctor`: looks at everything the bot needs, in order, and says of each what to do where it is not well. */

import { systemClock } from '../base/clock.ts'
import { SetupError } from '../base/errors.ts'
import type { Finding } from '../base/finding.ts'
import { createLog } from '../base/log.ts'
import { createEngine } from '../bot/engine.ts'
import { type Config, loadConfig } from '../config.ts'
import { begin } from './begin.ts'

await begin(async () => {
  const config = loadConfig()
  let ill = 0
  for await (const finding of examine(config)) {
    if (!finding.ok) ill++
    process.stdout.write(lineOf(finding))
  }
  process.stdout.write(
    ill === 0 ? '\nAll is well.\n' : `\n${ill} ${ill === 1 ? 'thing is' : 'things are'} not well.\n`,
  )
  if (ill > 0) process.exitCode = 1
})

async function* examine(config: Config): AsyncGenerator<Finding> {
  yield { what: 'settings', ok: true, says: 'every setting can be read' }
  for (const { where, what, wayOut } of config.warnings) yield { what: where, ok: false, says: what, wayOut }
  yield facts(config)
  yield await store(config)
  if (config.slack === null)
    yield { what: 'Slack', ok: true, says: 'off', wayOut: 'docs/slack.md tells how to set it up.' }
  else yield* (await import('../adapters/slack/index.ts')).examineSlack(config.slack, { clock: systemClock })
  if (config.discord === null)
    yield { what: 'Discord', ok: true, says: 'off', wayOut: 'docs/discord.md tells how to set it up.' }
  else
    yield* (await import('../adapters/discord/index.ts')).examineDiscord(config.discord, {
      clock: systemClock,
    })
}

function facts({ data }: Config): Finding {
  const { counts } = createEngine({ data, log: createLog('silent') })
  const { facts, problems } = counts()
  const what = 'facts'
  if (problems === 0) return { what, ok: true, says: `${facts} facts, none faulty` }
  const wayOut = 'npm run facts -- check lists them.'
  return { what, ok: false, says: `${facts} facts, ${problems} left out as faulty`, wayOut }
}

async function store({ store: where }: Config): Promise<Finding> {
  const what = where.kind === 'sqlite' ? `store (${where.file})` : 'store (PostgreSQL)'
  try {
    const { openStore } = await import('../store/index.ts')
    const opened = await openStore(where, { clock: systemClock, log: createLog('silent') })
    const { ok, says } = await opened.check()
    await opened.close()
    return { what, ok, says }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    const [mistake] = error.mistakes
    // the embedded store has room for one: most often that is the bot itself, which the doctor is asked about
    if (mistake!.what.startsWith('another process'))
      return { what, ok: true, says: `in use; ${mistake!.what}`, wayOut: 'If that is not the bot, stop it.' }
    return { what, ok: false, says: mistake!.what, wayOut: mistake!.wayOut }
  }
}

function lineOf({ what, ok, says, wayOut }: Finding): string {
  return `${ok ? 'ok  ' : 'FAIL'}  ${what}: ${says}\n${wayOut === undefined ? '' : `      ${wayOut}\n`}`
}

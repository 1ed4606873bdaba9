/** npm run ask -- "question": answers once; with --jsonl, a stream of questions. */
import { commands } from '../../commands/index.ts'
import { receive } from '../adapters/console/receive.ts'
import { render, renderPlain } from '../adapters/console/render.ts'
import { systemClock } from '../base/clock.ts'
import { SetupError } from '../base/errors.ts'
import { createLog } from '../base/log.ts'
import { createBot } from '../bot/bot.ts'
import { createEngine } from '../bot/engine.ts'
import { loadConfig } from '../config.ts'
import { readArguments, USAGE } from './arguments.ts'
import { answerLines } from './batch.ts'
import { begin, reference } from './begin.ts'
import { contractOf } from './contract.ts'

await begin(async () => {
  const { question, json, jsonl, help, locale, now, data, factsFile, only } = readArguments(
    process.argv.slice(2),
  )
  if (help) {
    process.stdout.write(USAGE)
    return
  }
  if (!jsonl && question.trim() === '') {
    throw new SetupError([
      {
        where: 'command line',
        what: 'no question',
        wayOut: 'npm run ask -- "Dongying offshore wind investment", or --help for the options.',
      },
    ])
  }
  const config = loadConfig()
  const log = createLog(config.logLevel)
  const engine = createEngine({
    data: data ?? config.data,
    log,
    ...(factsFile === undefined ? {} : { factsFile }),
    ...(only === undefined ? {} : { only }),
  })
  const clock = now === undefined ? systemClock : () => now
  const bot = createBot(engine, { commands, log, reference, since: clock(), locale: config.locale })
  const { stdin: input, stdout: output } = process
  if (jsonl) {
    const stopwatch = process.hrtime.bigint
    await answerLines({
      input,
      output,
      bot,
      known: engine,
      clock,
      stopwatch,
      ...(locale === undefined ? {} : { locale }),
    })
    return
  }
  const said = receive(question, commands)
  const outcome = await bot.answerOf({
    platform: 'console',
    conversation: 'once',
    author: 'you',
    at: clock(),
    ...(locale === undefined ? {} : { locale }),
    said: said.kind === 'leave' || said.kind === 'nothing' ? { kind: 'text', text: question } : said,
  })
  const text = output.isTTY
    ? render(outcome.reply, { columns: output.columns, colour: config.colour })
    : renderPlain(outcome.reply)
  output.write(json ? `${JSON.stringify(contractOf(outcome, engine), null, 2)}\n` : `${text}\n`)
  if (!outcome.ok) process.exitCode = 1
})

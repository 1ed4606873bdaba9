/** npm run examples:slack: writes every kind of answer as Slack gets it to docs/examples/slack/, from the real facts. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { silentLog } from '../base/log.ts'
import { createEngine } from '../bot/engine.ts'
import { begin } from './begin.ts'
import { slackSamples } from './slack-samples.ts'

const TOP = new URL('../../', import.meta.url)
const FOLDER = new URL('docs/examples/slack/', TOP)

await begin(async () => {
  const engine = createEngine({ data: fileURLToPath(new URL('data', TOP)), log: silentLog })
  const samples = await slackSamples(engine)
  mkdirSync(FOLDER, { recursive: true })
  for (const old of readdirSync(FOLDER)) rmSync(new URL(old, FOLDER))
  for (const [name, sample] of samples) writeFileSync(new URL(name, FOLDER), sample)
  process.stdout.write(`docs/examples/slack: ${samples.size} samples written\n`)
})

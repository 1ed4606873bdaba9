/** npm run examples:discord: writes docs/examples/discord/ anew, a message for every kind of answer. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { silentLog } from '../base/log.ts'
import { createEngine } from '../bot/engine.ts'
import { begin } from './begin.ts'
import { discordSamples } from './discord-samples.ts'

const TOP = new URL('../../', import.meta.url)

await begin(async () => {
  const engine = createEngine({ data: fileURLToPath(new URL('data', TOP)), log: silentLog })
  const folder = new URL('docs/examples/discord/', TOP)
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of await discordSamples(engine)) writeFileSync(new URL(name, folder), content)
  process.stdout.write('docs/examples/discord/ written\n')
})

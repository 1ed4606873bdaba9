/** npm run examples: writes docs/examples.md anew, twenty answers from the real facts. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { silentLog } from '../base/log.ts'
import { createEngine } from '../bot/engine.ts'
import { begin } from './begin.ts'
import { examplesDocument } from './example-talks.ts'

const TOP = new URL('../../', import.meta.url)

await begin(async () => {
  const engine = createEngine({ data: fileURLToPath(new URL('data', TOP)), log: silentLog })
  writeFileSync(new URL('docs/examples.md', TOP), await examplesDocument(engine))
  process.stdout.write('docs/examples.md written\n')
})

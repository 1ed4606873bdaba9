/** npm run examples:digests: writes docs/examples/digests.md anew. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { silentLog } from '../base/log.ts'
import { createEngine } from '../bot/engine.ts'
import { begin } from './begin.ts'
import { digestsDocument } from './example-digests.ts'

const TOP = new URL('../../', import.meta.url)

await begin(async () => {
  const engine = createEngine({ data: fileURLToPath(new URL('data', TOP)), log: silentLog })
  mkdirSync(new URL('docs/examples/', TOP), { recursive: true })
  writeFileSync(new URL('docs/examples/digests.md', TOP), await digestsDocument(engine))
  process.stdout.write('docs/examples/digests.md written\n')
})

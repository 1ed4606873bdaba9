/** docs/examples.md is what the bot says. When answers have changed on purpose: `npm run examples`. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { silentLog } from '../../src/base/log.ts'
import { createEngine } from '../../src/bot/engine.ts'
import { examplesDocument } from '../../src/cli/example-talks.ts'
import { read, TOP } from './files.ts'

test('the answers in docs/examples.md are what the bot says', async () => {
  const engine = createEngine({ data: join(TOP, 'data'), log: silentLog })
  const now = await examplesDocument(engine)
  expect(now.match(/^## /gm)).toHaveLength(20)
  expect(now, 'the answers have changed: run npm run examples, and look at what it changed').toBe(
    read('docs/examples.md'),
  )
})

/** docs/examples/digests.md is what digests say. When they have changed on purpose: `npm run examples:digests`. */
import { expect, test } from 'vitest'
import { digestsDocument } from '../../src/cli/example-digests.ts'
import { read } from '../shape/files.ts'
import { allFacts } from '../talks/real-engine.ts'

test('the digests in docs/examples/digests.md are what is posted', async () => {
  const now = await digestsDocument(allFacts())
  expect(now.match(/^## /gm)).toHaveLength(8)
  expect(now, 'digests have changed: run npm run examples:digests, and look at what it changed').toBe(
    read('docs/examples/digests.md'),
  )
})

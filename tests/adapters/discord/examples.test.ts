/** docs/examples/discord/ is what the bot says there. When answers have changed on purpose: `npm run examples:discord`. */
import { expect, test } from 'vitest'
import { discordSamples } from '../../../src/cli/discord-samples.ts'
import { checkBody } from '../../fakes/discord/bodies.ts'
import { filesBelow, read } from '../../shape/files.ts'
import { allFacts } from '../../talks/real-engine.ts'

const FOLDER = 'docs/examples/discord'

test('the messages in docs/examples/discord are what the bot says, and Discord takes them', async () => {
  const samples = await discordSamples(allFacts())
  expect([...samples.keys()].map((name) => `${FOLDER}/${name}`).sort()).toEqual(filesBelow(FOLDER))
  for (const [name, content] of samples) {
    expect(content, `${name} has changed: run npm run examples:discord, and look at what it changed`).toBe(
      read(`${FOLDER}/${name}`),
    )
    if (!name.endsWith('.json')) continue
    expect(checkBody('message', JSON.parse(content), new Map()), name).toEqual({ reasons: [], empty: false })
  }
})

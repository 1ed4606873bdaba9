/** What stands written about Slack is true: manifest, scopes, samples. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UMBRELLA } from '../../../src/adapters/slack/command-lines.ts'
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from '../../../src/adapters/slack/scopes.ts'
import { silentLog } from '../../../src/base/log.ts'
import { createEngine } from '../../../src/bot/engine.ts'
import { slackSamples } from '../../../src/cli/slack-samples.ts'
import { checkMessage } from '../../fakes/slack/check-payloads.ts'
import type { Scope } from '../../fakes/slack/credentials.ts'
import { filesBelow, read, TOP } from '../../shape/files.ts'
import { connected } from './connected.ts'

const manifest = JSON.parse(read('slack-manifest.json')) as {
  features: { slash_commands: { command: string }[]; shortcuts: { callback_id: string }[] }
  oauth_config: { scopes: { bot: string[] } }
  settings: { event_subscriptions: { bot_events: string[] }; socket_mode_enabled: boolean }
}

describe('the manifest', () => {
  test('asks for the scopes the doctor looks for, and no more', () => {
    const asked = manifest.oauth_config.scopes.bot
    expect([...asked].sort()).toEqual(Object.keys(REQUIRED_SCOPES).sort())
    expect(asked.filter((scope) => scope in OPTIONAL_SCOPES)).toEqual([])
  })

  test('docs/slack.md explains each of them', () => {
    const text = read('docs/slack.md')
    for (const scope of [...Object.keys(REQUIRED_SCOPES), ...Object.keys(OPTIONAL_SCOPES)])
      expect(text).toContain(`\`${scope}\``)
  })

  test('names the command and the shortcut there are', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([`/${UMBRELLA}`])
    expect(manifest.features.shortcuts.map(({ callback_id: id }) => id)).toEqual(['compose'])
  })

  test('is enough: with its scopes and events alone everything works that needs no more', async () => {
    const scopes = manifest.oauth_config.scopes.bot as Scope[]
    const subscriptions = manifest.settings.event_subscriptions.bot_events
    const { slack, platform } = await connected({ standIn: { scopes, subscriptions } })
    await slack.say('ann', '#general', '@gazetteer Dongying').answer()
    await slack.dm('ann', 'Dongying').answer()
    const form = await slack.slash('ann', '#general', '/facts find').view()
    await slack.autocomplete('ann', form, 'd', 'complete:region:region')
    const home = await slack.openHome('ann')
    await slack.button('ann', home, 'Jining projects').answer({ matching: 'Jining' })
    const bob = { platform: 'slack', tenant: slack.workspace.teamId, id: slack.user('bob').id } as const
    const place = await platform.poster.placeNamed('#general', bob)
    expect(place).not.toBe(null)
    expect(await platform.poster.mayManage(bob, place!)).toBe(true)
    expect(await platform.poster.find(place!, { id: 'x', nonce: 'x' }, 0)).toMatchObject({
      reason: 'missing_scope',
    })
    const refused = slack.ledger.requests.filter(({ error }) => error === 'missing_scope')
    expect(refused.map(({ method }) => method)).toEqual(['conversations.history'])
  })
})

test('the samples in docs/examples/slack are what Slack is sent, and Slack takes them', async () => {
  const samples = await slackSamples(createEngine({ data: join(TOP, 'data'), log: silentLog }))
  expect(filesBelow('docs/examples/slack', '.json')).toEqual(
    [...samples.keys()].map((name) => `docs/examples/slack/${name}`).sort(),
  )
  const kinds = new Set<string>()
  for (const [name, sample] of samples) {
    expect(sample, 'answers have changed: run npm run examples:slack').toBe(
      read(`docs/examples/slack/${name}`),
    )
    const { text, blocks } = JSON.parse(sample) as { text: string; blocks: { type: string }[] }
    expect(checkMessage({ text, blocks }), name).toBeUndefined()
    for (const { type } of blocks) kinds.add(type)
  }
  expect([...kinds].sort()).toEqual(['actions', 'context', 'header', 'section', 'table'])
})

/** What the doctor says of Slack. */
import { expect, test } from 'vitest'
import { examineSlack, type SlackOptions } from '../../../src/adapters/slack/index.ts'
import type { Finding } from '../../../src/base/finding.ts'
import { freePort, socketSettings, standIn, wait } from './connected.ts'

async function examined(config: SlackOptions, clock: () => number = Date.now): Promise<Finding[]> {
  const findings: Finding[] = []
  for await (const finding of examineSlack(config, { clock })) findings.push(finding)
  return findings
}

const ill = (findings: Finding[]) => findings.filter(({ ok }) => !ok)

test('all is well: settings, token, scopes, clock, socket, in this order', async () => {
  const slack = await standIn()
  const findings = await examined(socketSettings(slack))
  expect(ill(findings)).toEqual([])
  expect(findings.map(({ what }) => what)).toEqual([
    'Slack settings',
    'Slack bot token',
    'Slack scopes',
    'clock',
    'Slack socket',
  ])
  expect(findings[1]!.says).toBe('belongs to gazetteer in Fake')
  expect(JSON.stringify(findings)).not.toContain(slack.botToken)
})

test('a wrong bot token ends it there', async () => {
  const slack = await standIn()
  const findings = await examined({ ...socketSettings(slack), botToken: 'xoxb-wrong' })
  expect(findings.at(-1)).toMatchObject({
    what: 'Slack bot token',
    ok: false,
    says: expect.stringContaining('invalid_auth'),
  })
  expect(findings.at(-1)!.wayOut).toContain('xoxb-')
})

test('a wrong app token, a missing scope, a clock that is off, a platform that is away', async () => {
  const slack = await standIn({ scopes: ['chat:write', 'commands', 'app_mentions:read', 'im:history'] })
  const appToken = {
    ...socketSettings(slack),
    transport: { kind: 'socket', appToken: 'xapp-wrong' },
  } as const
  const findings = await examined(appToken, () => Date.now() + 200_000)
  expect(ill(findings).map(({ what }) => what)).toEqual(['Slack scopes', 'clock', 'Slack socket'])
  expect(ill(findings)[0]!.says).toContain('users:read')
  expect(ill(findings)[1]!.says).toMatch(/^(?:199|200|201) s ahead of Slack/)
  expect(findings.find(({ what }) => what === 'Slack scope channels:history')).toMatchObject({
    ok: true,
    says: 'not granted',
  })
  await slack.down()
  await wait(100)
  expect(ill(await examined(socketSettings(slack)))[0]).toMatchObject({
    what: 'Slack bot token',
    says: 'Slack could not be asked (unreachable)',
  })
})

test('over HTTP the address is tried', async () => {
  const slack = await standIn()
  const transport = { kind: 'http', signingSecret: 's', host: '127.0.0.1', port: await freePort() } as const
  expect(ill(await examined({ ...socketSettings(slack), transport }))).toEqual([])
  const taken = { ...transport, port: Number(new URL(slack.apiUrl).port) }
  expect(ill(await examined({ ...socketSettings(slack), transport: taken }))[0]).toMatchObject({
    what: 'Slack address',
  })
})

test('settings that cannot be right', async () => {
  const transport = { kind: 'socket', appToken: 'xoxb-swapped' } as const
  const [first] = await examined({ botToken: 'xoxb-1', apiUrl: 'http://127.0.0.1:9/api/', transport })
  expect(first).toMatchObject({ what: 'Slack settings', ok: false })
})

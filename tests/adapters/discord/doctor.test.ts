/** What the doctor says of Discord, well and ill. */
import { expect, test } from 'vitest'
import { examineDiscord, installLink, NEEDED } from '../../../src/adapters/discord/doctor.ts'
import { COMMANDS, onStage } from './stage.ts'

async function found(stage: Awaited<ReturnType<typeof onStage>>, more = {}) {
  const { discord } = stage
  const settings = { token: discord.token, apiUrl: discord.url, shards: 'auto' as const, ...more }
  const findings = []
  const wanted = COMMANDS.map(({ name }) => name)
  for await (const finding of examineDiscord(settings, { clock: Date.now, commands: wanted }))
    findings.push(finding)
  return findings
}

test('all is well: every part looked at in order, nothing changed', async () => {
  const stage = await onStage()
  const before = stage.discord.ledger.effects.length
  const findings = await found(stage)
  expect(findings.map(({ what }) => what)).toEqual([
    'Discord token',
    'Discord application',
    'Discord intents',
    'Discord install link',
    'Discord gateway',
    'Discord commands',
  ])
  expect(findings.filter(({ ok }) => !ok)).toEqual([])
  expect(JSON.stringify(findings)).not.toContain(stage.discord.token)
  expect(stage.discord.ledger.effects).toHaveLength(before)
})

test('a wrong token ends it, with the way out', async () => {
  const findings = await found(await onStage(), { token: 'wrong' })
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({ ok: false, wayOut: expect.stringContaining('Reset Token') })
})

test('Discord out of reach is not a wrong token', async () => {
  const stage = await onStage({ start: false })
  await stage.discord.down()
  const [finding] = await found(stage)
  expect(finding).toMatchObject({ ok: false, wayOut: expect.stringContaining('DISCORD_API_URL') })
  await stage.discord.up()
})

test('commands that are not published, and sessions that are used up, are told', async () => {
  const stage = await onStage({ start: false })
  stage.discord.gateway.budget.setSpent(900)
  const findings = await found(stage)
  expect(findings.filter(({ ok }) => !ok).map(({ what }) => what)).toEqual([
    'Discord gateway',
    'Discord commands',
  ])
  for (const { wayOut } of findings.filter(({ ok }) => !ok)) expect(wayOut).toBeTruthy()
})

test('a server that does not know the bot', async () => {
  const findings = await found(await onStage(), { guildId: '123456789012345678' })
  expect(findings.at(-1)).toMatchObject({ ok: false, wayOut: expect.stringContaining('DISCORD_GUILD_ID') })
})

test('the link asks for what is used, and not for more', () => {
  expect(installLink('1')).toContain(`permissions=${NEEDED}`)
  // neither administrator nor managing of anything
  expect(NEEDED & ((1n << 3n) | (1n << 4n) | (1n << 5n) | (1n << 13n) | (1n << 28n) | (1n << 29n))).toBe(0n)
})

/** The bot as `npm start` runs it, a process of its own, connected to the stand-ins by its settings alone. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { silentLog } from '../../src/base/log.ts'
import { openStore } from '../../src/store/index.ts'
import { type Discord, startDiscord } from '../fakes/discord/index.ts'
import { type Slack, startSlack } from '../fakes/slack/index.ts'
import { DIGEST } from '../store/example-digest.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const DOCTOR = fileURLToPath(new URL('../../src/cli/doctor.ts', import.meta.url))

let slack: Slack
let discord: Discord
let folder: string
const running: ChildProcess[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gazetteer-run-'))
  slack = await startSlack()
  discord = await startDiscord()
})
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  await slack.stop()
  await discord.close()
  rmSync(folder, { recursive: true, force: true })
})

const onSlack = () => ({
  ...{ SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken },
})
const onDiscord = () => ({ DISCORD_API_URL: discord.url, DISCORD_TOKEN: discord.token })

/** Without a terminal; only the settings given, in a folder without a .env. */
function start(program: string, settings: Record<string, string>) {
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    env: { PATH: process.env.PATH!, GAZETTEER_LOG_LEVEL: 'info', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const said = { out: '', log: '' }
  child.stdout.on('data', (bytes) => (said.out += bytes))
  child.stderr.on('data', (bytes) => (said.log += bytes))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const logged = (words: string) => expect.poll(() => said.log, { timeout: 20_000 }).toContain(words)
  return { child, said, ended, logged }
}
const gazetteer = (settings: Record<string, string>) => start(MAIN, settings)

describe('npm start with tokens', () => {
  it('answers on both platforms side by side, tells its health, and stops cleanly', async () => {
    const bot = gazetteer({ ...onSlack(), ...onDiscord(), GAZETTEER_HEALTH_PORT: '0' })
    await Promise.all([slack.connected(), bot.logged('connected')])
    const onSlackSide = await slack
      .say('ann', '#general', '@gazetteer Dongying offshore wind investment')
      .answer()
    const onDiscordSide = await discord.say('ann', 'general', '@bot 东营海上风电投资额').answer()
    expect(JSON.stringify(onSlackSide)).toContain('28 billion yuan')
    expect(JSON.stringify(onDiscordSide)).toContain('280亿元')
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(0)
    slack.assertClean()
    discord.assertClean()
  })

  it('F46 what people write and what opens doors is in no log and no file', async () => {
    const canary = 'Dongying zyxwvcanary 4711'
    const bot = gazetteer({ ...onSlack(), GAZETTEER_LOG_LEVEL: 'debug' })
    await slack.connected()
    await slack.say('ann', '#general', `@gazetteer ${canary}`).answer()
    bot.child.kill('SIGTERM')
    await bot.ended
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
    expect(kept.length).toBeGreaterThan(0)
    for (const text of [bot.said.out, bot.said.log, ...kept])
      for (const secret of ['zyxwvcanary', slack.botToken, slack.appToken]) expect(text).not.toContain(secret)
  })

  it('F48 SIGTERM while questions wait: what was taken is answered once, here or by the next process; exit 0', async () => {
    const bot = gazetteer(onSlack())
    await slack.connected()
    const asked = Array.from({ length: 20 }, (_, index) =>
      slack.say('ann', index % 2 === 0 ? '#general' : '#random', `@gazetteer Jining GDP ${2000 + index}`),
    )
    await asked[0]!.answer()
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(0)
    gazetteer(onSlack())
    await Promise.all(asked.map((question) => question.answer({ within: 25_000 })))
    const posts = ['#general', '#random'].flatMap((name) => slack.ledger.posts(slack.channel(name).id))
    expect(posts.length).toBe(20)
  }, 60_000)

  it('F12 a wrong token is one readable line that names the setting, exit 78', async () => {
    const bot = gazetteer({ ...onSlack(), SLACK_BOT_TOKEN: 'xoxb-wrong-token' })
    expect(await bot.ended).toBe(78)
    expect(bot.said.log).toMatch(/SLACK_BOT_TOKEN: .+/)
    expect(bot.said.log).not.toContain('wrong-token')
    const other = gazetteer({ ...onDiscord(), DISCORD_TOKEN: 'wrong-token' })
    expect(await other.ended).toBe(78)
    expect(other.said.log).toMatch(/DISCORD_TOKEN: .+/)
    expect(other.said.log).not.toContain('wrong-token')
  })

  it('the digests of a workspace rest as soon as it removes the app', async () => {
    const file = join(folder, 'gazetteer.sqlite')
    const open = () => openStore({ kind: 'sqlite', file }, { clock: systemClock, log: silentLog })
    const before = await open()
    const place = { ...DIGEST.place, tenant: slack.workspace.teamId }
    await before.digests.add({ ...DIGEST, place, next: { due: systemClock() + 3_600_000, slot: 's' } })
    await before.close()
    const bot = gazetteer(onSlack())
    await slack.connected()
    await slack.uninstall()
    await bot.logged('the bot was put out of a workspace or guild')
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(0)
    const after = await open()
    expect(await after.digests.get(DIGEST.id)).toMatchObject({ paused: 'the bot was removed' })
    await after.close()
  })

  it('F35 a second process on the embedded store refuses, and the first is untouched', async () => {
    const bot = gazetteer(onSlack())
    await slack.connected()
    const second = gazetteer(onSlack())
    expect(await second.ended).toBe(78)
    expect(second.said.log).toContain(String(bot.child.pid))
    expect(await slack.say('ann', '#general', '@gazetteer Jining GDP 2023').answer()).toBeDefined()
  })
})

describe('npm run doctor', () => {
  it('finds all well', async () => {
    const settings = { ...onSlack(), ...onDiscord() }
    await gazetteer(settings).logged('connected')
    const doctor = start(DOCTOR, settings)
    expect([await doctor.ended, doctor.said.out]).toEqual([0, expect.stringContaining('All is well.')])
  })

  it('names what is not well and the way out', async () => {
    const doctor = start(DOCTOR, { ...onSlack(), SLACK_BOT_TOKEN: 'xoxb-wrong-token' })
    expect(await doctor.ended).toBe(1)
    expect(doctor.said.out).toMatch(/FAIL {2}.*token.*\n {6}.+/i)
  })
})

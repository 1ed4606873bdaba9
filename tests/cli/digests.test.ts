/** Digests as people meet them on Slack and Discord: the process as `npm start` runs it, connected to both stand-ins. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { silentLog } from '../../src/base/log.ts'
import type { Place } from '../../src/chat/platform.ts'
import type { NewDigest } from '../../src/digest/digest-store.ts'
import { contentsOf } from '../../src/digest/fact-content.ts'
import { runOf } from '../../src/digest/run.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { type Discord, startDiscord } from '../fakes/discord/index.ts'
import { ALL_SCOPES } from '../fakes/slack/credentials.ts'
import { type Slack, type SlackOptions, startSlack } from '../fakes/slack/index.ts'
import { allFacts } from '../talks/real-engine.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const MINUTE = 60_000

let slack: Slack
let discord: Discord
let folder: string
let child: ChildProcess | undefined

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gazetteer-digests-'))
  discord = await startDiscord({ channels: ['general', 'random'] })
  discord.trust('bob', 'ManageMessages')
})
afterEach(async () => {
  child?.kill('SIGKILL')
  child = undefined
  await slack.stop()
  await discord.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Who may on Discord is asked of the stand-in; `managers` may anywhere, which a due run can be told without a press. */
async function started(managers: readonly string[] = []): Promise<void> {
  child = spawn(process.execPath, [MAIN], {
    cwd: folder,
    env: {
      ...{ PATH: process.env.PATH!, GAZETTEER_LOG_LEVEL: 'info' },
      ...{ GAZETTEER_DIGEST_MANAGERS: managers.join(',') },
      ...{ SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken },
      ...{ DISCORD_API_URL: discord.url, DISCORD_TOKEN: discord.token },
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  child.stderr!.on('data', (bytes) => (log += bytes))
  await expect.poll(() => log, { timeout: 20_000 }).toContain('"connected"')
}

const idIn = (text: string): string => /(?:Digest|简报) (\w+) /.exec(text)![1]!
const onSlack = (named: string): Place => ({
  ...{ platform: 'slack', tenant: slack.workspace.teamId, id: slack.channel(named).id },
})
const onDiscord = (named: string): Place => ({
  ...{ platform: 'discord', tenant: discord.guildId, id: discord.channel(named).id },
})
const postsIn = (named: string) => slack.ledger.posts(slack.channel(named).id)
const shownIn = (named: string) =>
  discord.history(named).filter(({ raw }) => raw?.author.id === discord.botId)
const idOnDiscord = (name: string) => discord.platform.world.person(name).id

describe('asked for in chat', () => {
  it('slack: made by a form, refused to who may not, run now, asked about in its thread without a mention', async () => {
    slack = await startSlack()
    await started()
    const typed = (who: string, line: string) => slack.slash(who, '#general', `/facts ${line}`)
    const said = async (who: string, line: string) => (await typed(who, line).answer()).words

    expect(await said('ann', 'digest')).toContain('/facts digest add new energy in Shandong, weekdays 9:00')
    expect(await said('ann', 'digest add Dongying, weekdays 9:00')).toContain('where: me')
    const form = await typed('bob', 'digest add').view()
    const { act } = await slack.modal('bob', form, { What: '山东新能源', When: '每周一早上九点' })
    const made = await act.answer({ matching: '已建立' })
    expect(made.words).toMatch(/内容：新能源、山东省\n.*发到：这里\n.*时间：每周一 09:00（Asia\/Shanghai）/)
    const id = idIn(made.words)

    const forAnn = await slack.button('ann', made, '删除').answer()
    expect(forAnn.words).toContain(`There is no digest ${id} that you may see`)
    const paused = await slack.button('bob', made, '暂停').answer({ matching: id })
    expect((await slack.button('bob', paused, '恢复').answer()).words).toContain(`${id} 已恢复`)
    const preview = await typed('bob', `digest preview ${id}`).answer()
    expect([preview.only, preview.words]).toEqual([
      slack.user('bob').id,
      expect.stringContaining('#1 山东省'),
    ])

    const posted = await typed('bob', `digest run ${id}`).answer({ matching: '简报：新能源', within: 15_000 })
    expect(posted.words).toContain(`/facts digest show ${id}`)
    await expect.poll(() => said('bob', `digest history ${id}`), { interval: 500 }).toContain('：已发出')
    const inThread = (text: string) => slack.say('ann', '#general', text, { in: posted })
    expect((await inThread('第2条的来源').answer()).words).toMatch(/风电和光伏.*\n.*\n.*Xinhua/s)
    expect((await inThread('那2023年呢？').answer()).words).toContain('2023年12月')
    const amongPeople = inThread('shall we call them on Monday, Carol')
    await inThread('#1').answer()
    expect(amongPeople.answers().map(({ words }) => words)).toHaveLength(1)
    expect(postsIn('#general').filter(({ body }) => body.metadata !== undefined)).toHaveLength(1)
    slack.assertClean()
  }, 60_000)

  it('discord: made by options, refused to who may not, run now, asked about by a reply', async () => {
    slack = await startSlack()
    await started()
    const asked = (who: string, line: string, values = {}) =>
      discord.slash(who, 'general', `digest ${line}`, values).answer()
    const what = 'new energy in Shandong'

    expect((await asked('ann', 'add', { what, when: 'weekdays 9:00', zone: 'Shanghai' })).text).toContain(
      'where: me',
    )
    const zones = await asked('bob', 'add', { what: `${what}, weekdays 9:00` })
    const made = await discord.button('bob', zones, 'Asia/Shanghai').answer()
    expect(made.text).toMatch(/About: new energy, Shandong\n.*Where: here\n.*09:00, Asia\/Shanghai/)
    const id = idIn(made.text)
    const inChannel = await asked('bob', 'pause', { digest: id })
    expect((await discord.button('ann', inChannel, 'Resume').answer()).text).toContain('that you may see')
    expect((await discord.button('bob', inChannel, 'Resume').answer()).text).toContain('runs again')
    expect((await asked('bob', 'preview', { digest: id })).onlyFor).toBe('bob')
    discord.speaks('bob', 'zh-CN')
    expect((await discord.slash('bob', 'random', 'digest list').answer()).text).toContain('#general')

    await asked('bob', 'run', { digest: id })
    const postedIn = () => shownIn('general').find(({ text }) => text.includes('Digest: new energy'))
    await expect.poll(postedIn, { timeout: 15_000 }).toBeDefined()
    await expect
      .poll(async () => (await asked('bob', 'history', { digest: id })).text, { interval: 500 })
      .toContain(': posted')
    const posted = postedIn()!
    expect(posted.text).toContain('Reply to this message')
    const replied = async (text: string) =>
      (await discord.say('ann', 'general', text, { replyTo: posted }).answer()).text
    expect(await replied('source of 2?')).toMatch(/wind and solar power.*\n.*\n.*Xinhua/s)
    expect(await replied('line 2 in 2023?')).toContain('December 2023')
    expect(await replied('第1条的出处')).toMatch(/山东省新能源.*\n.*\n.*Xinhua/s)
    expect(shownIn('general').filter(({ text }) => text.includes('Digest: new energy'))).toHaveLength(1)
    discord.assertClean()
  }, 60_000)
})

describe('due while the bot was away', () => {
  it('F18 answers lost after accept: each posted once, late and said so; F22 places that are closed stop after three dues', async () => {
    slack = await startSlack()
    const [bob, bobThere] = [slack.user('bob').id, idOnDiscord('bob')]
    await prepared(async ({ digests }) => {
      const late = { due: systemClock() - 10 * MINUTE, slot: '1' }
      await digests.add({ ...DIGEST, id: 'late1', place: onSlack('#general'), owner: bob })
      await digests.add({ ...DIGEST, id: 'late2', place: onDiscord('general'), owner: bobThere })
      for (const id of ['late1', 'late2']) await digests.addRun(id, runOf(id, late))
      for (const [id, place, owner] of [
        ['gone1', onSlack('#random'), bob] as const,
        ['gone2', onDiscord('random'), bobThere] as const,
      ]) {
        await digests.add({ ...DIGEST, id, place, owner, locale: 'en' })
        for (const slot of ['1', '2', '3'])
          await digests.addRun(id, runOf(id, { due: systemClock() - 10 * MINUTE + Number(slot), slot }))
      }
    })
    slack.deleteChannel('#random')
    discord.deny('random', 'SendMessages')
    const messages = new RegExp(`/channels/${discord.channel('general').id}/messages$`)
    slack.faults.add({
      match: { method: 'chat.postMessage', channel: slack.channel('#general').id },
      action: 'resetAfter',
    })
    discord.faults.add({ match: { method: 'POST', path: messages }, action: 'resetAfter' })
    await started([bob, bobThere])
    const late = /应于 \d\d:\d\d 发出，实际 \d\d:\d\d 发出。/
    await expect.poll(() => postsIn('#general').length, { timeout: 45_000 }).toBe(1)
    await expect.poll(() => shownIn('general').length, { timeout: 45_000 }).toBe(1)
    const told = () =>
      slack.ledger.posts().filter(({ body }) => /could not be posted/.test(String(body.text)))
    await expect.poll(() => told().length, { timeout: 20_000 }).toBe(3)
    expect(String(told()[2]!.body.text)).toMatch(/paused now.*\n.*the channel is gone.*channel_not_found/)
    const direct = () => [...discord.platform.world.channels.values()].find(({ kind }) => kind === 'dm')
    await expect.poll(() => direct()?.messages.size, { timeout: 20_000 }).toBe(3)
    const last = discord.history(direct()!.id).at(-1)!
    expect(last.text).toMatch(/paused now.*\n.*I may not write there/)
    const history = await discord.button('bob', last, 'History').answer()
    expect(history.text.match(/: failed, I may not write there/g)).toHaveLength(3)
    const slackHistory = () => slack.slash('bob', '#general', '/facts digest history late1').answer()
    await expect
      .poll(async () => (await slackHistory()).words, { interval: 2_000, timeout: 30_000 })
      .toMatch(/: posted, 2 tries/)
    await ended()
    await prepared(async ({ digests }) => {
      for (const id of ['late1', 'late2'])
        expect(await digests.history(id, 1)).toMatchObject([{ state: 'sent', unclear: 1, attempt: 2 }])
      for (const id of ['gone1', 'gone2'])
        expect((await digests.get(id))!.paused).toMatch(/channel_not_found|50013/)
    })
    expect(String(postsIn('#general')[0]!.body.text)).toMatch(late)
    expect(shownIn('general')[0]!.text).toMatch(late)
    expect([postsIn('#general').length, shownIn('general').length]).toEqual([1, 1])
  }, 90_000)

  it('F18 where history may not be read: not posted again, the owner is told, and may have it posted', async () => {
    slack = await startSlack({ scopes: WITHOUT_HISTORY })
    const run = runOf('hold1', { due: systemClock() - 10 * MINUTE, slot: '1' })
    await prepared(async ({ digests }) => {
      const [place, owner] = [onSlack('#general'), slack.user('bob').id]
      await digests.add({ ...DIGEST, id: 'hold1', place, owner, locale: 'en' })
      await digests.addRun('hold1', run)
      for (let times = 0; times < 5; times++) {
        const claim = (await digests.claim('before', { leaseMs: MINUTE, platforms: ['slack'] }))!
        await digests.freeze(claim, { place, body: JSON.stringify({ text: 'the digest' }), said: '' })
        await digests.leaveUnclear(claim, 0, 'no_answer')
      }
    })
    await started()
    await expect.poll(() => slack.ledger.posts().length, { timeout: 45_000 }).toBe(1)
    const direct = slack.dm('bob', 'thanks')
    const text = String(slack.ledger.posts()[0]!.body.text)
    expect(text).toMatch(/I do not know whether the digest "Shandong" due .* arrived\. Please look/)
    expect(postsIn('#general')).toHaveLength(0)
    const { channel } = await direct.answer()
    const notice = slack.workspace.channel(channel).messages.find((message) => message.text === text)!
    const shown = { ...(await direct.answer()), ts: notice.ts, blocks: notice.blocks ?? [] }
    const pressed = slack.button('bob', shown, 'Post now')
    expect((await pressed.answer({ matching: 'posted again' })).words).toContain('will be posted again')
    await expect.poll(() => postsIn('#general').length, { timeout: 15_000 }).toBe(1)
    expect((await slack.button('bob', shown, 'Post now').answer({ matching: 'not open' })).words).toBeTruthy()
    expect(postsIn('#general')).toHaveLength(1)
  }, 90_000)
})

const WITHOUT_HISTORY: NonNullable<SlackOptions['scopes']> = ALL_SCOPES.filter(
  (scope) => scope !== 'channels:history' && scope !== 'groups:history',
)

const DIGEST = {
  ...{ id: '', locale: 'zh', about: 'summary r:370000', cron: '0 9 * * *', zone: 'Asia/Shanghai' },
  ...{ policy: 'always', catchUp: 'latest', windowMs: 7_200_000, next: null },
} satisfies Omit<NewDigest, 'place' | 'owner'>

/** What was kept before the process starts, or after it ended; the facts are known for an hour. */
async function prepared(work: (store: Store) => Promise<void>): Promise<void> {
  const open = (clock: () => number) =>
    openStore({ kind: 'sqlite', file: join(folder, 'gazetteer.sqlite') }, { clock, log: silentLog })
  const earlier = await open(() => systemClock() - 60 * MINUTE)
  await earlier.knownFacts.enter([...contentsOf(allFacts().base)])
  await earlier.close()
  const store = await open(systemClock)
  await work(store).finally(() => store.close())
}

async function ended(): Promise<void> {
  const exit = new Promise((resolve) => child!.once('exit', resolve))
  child!.kill('SIGTERM')
  expect(await exit).toBe(0)
}

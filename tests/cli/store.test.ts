/** `npm run store`, as a process of its own, on a store with digests, runs and known facts in it. */
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { silentLog } from '../../src/base/log.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { DIGEST, planned, run, SLACK } from '../store/example-digest.ts'

const PROGRAM = fileURLToPath(new URL('../../src/cli/store.ts', import.meta.url))

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gazetteer-upkeep-'))
  file = join(folder, 'bot.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = () => openStore({ kind: 'sqlite', file }, { clock: systemClock, log: silentLog })

async function store(...words: string[]): Promise<{ exit: number | null; says: string }> {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH!, GAZETTEER_STORE: file },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let says = ''
  child.stdout.on('data', (bytes) => (says += bytes))
  child.stderr.on('data', (bytes) => (says += bytes))
  const exit = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { exit, says }
}

/** Two digests of two people in two workspaces, each posted once, and two facts. */
async function filled(): Promise<void> {
  const kept = await open()
  const now = systemClock()
  const next = { due: now - 1_000, slot: '2026-01-15' }
  await planned(
    kept,
    { ...DIGEST, next },
    { ...run('d1', '2026-01-15', now - 1_000), notBefore: now - 1_000 },
  )
  const other = { platform: 'slack' as const, tenant: 'T2', id: 'C2' }
  await planned(
    kept,
    { ...DIGEST, id: 'd2', owner: 'U2', place: other, next },
    { ...run('d2', '2026-01-15', now - 1_000), notBefore: now - 1_000 },
  )
  for (let claim = await kept.digests.claim('w', SLACK); claim; claim = await kept.digests.claim('w', SLACK))
    await kept.digests.confirm(claim, `message of ${claim.occurrenceId}`)
  await kept.knownFacts.enter([
    { id: 'a/1', content: 'GDP 100' },
    { id: 'a/2', content: 'GDP 200' },
  ])
  await kept.close()
}

async function everything({ digests, knownFacts }: Store): Promise<unknown> {
  const made = await digests.list({})
  const history = await Promise.all(made.map(({ id }) => digests.history(id, 10)))
  return { made, history, known: [...(await knownFacts.knownAt(systemClock()))] }
}

describe('npm run store -- backup and restore', () => {
  it('F36 what was backed up is there again after the store was damaged: digests, their runs, known facts', async () => {
    await filled()
    const before = await open()
    const was = await everything(before)
    await before.close()
    expect(JSON.stringify(was)).toContain('message of d2@2026-01-15')

    const copy = join(folder, 'copy.sqlite')
    expect(await store('backup', copy)).toMatchObject({ exit: 0, says: expect.stringContaining('digest: 2') })
    expect(statSync(copy).mode & 0o077).toBe(0)

    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0x5a, 0, 8_192))
    expect((await store('check')).exit).toBe(78)

    expect(await store('restore', copy)).toMatchObject({ exit: 78, says: expect.stringContaining('--force') })
    expect(readFileSync(file).equals(bytes)).toBe(true)
    const put = await store('restore', copy, '--force')
    expect(put).toMatchObject({ exit: 0, says: expect.stringContaining('The store before is') })
    const aside = readdirSync(folder).find((name) => name.startsWith('bot.sqlite.before-'))!
    expect(readFileSync(join(folder, aside)).equals(bytes)).toBe(true)
    expect(statSync(file).mode & 0o077).toBe(0)

    const after = await open()
    expect(await everything(after)).toEqual(was)
    await after.close()
    expect(await store('check')).toMatchObject({ exit: 0, says: expect.stringContaining('whole') })
  }, 60_000)

  it('damage that opening does not show is found, and no copy is made of it', async () => {
    await filled()
    const bytes = readFileSync(file)
    // the pages behind the first hold tables and indexes
    writeFileSync(file, bytes.fill(0x5a, 3 * 4_096, 6 * 4_096))
    const looked = await store('check')
    expect(looked).toMatchObject({ exit: 1, says: expect.stringContaining('damaged') })
    const copy = join(folder, 'copy.sqlite')
    expect(await store('backup', copy)).toMatchObject({ exit: 78, says: expect.stringContaining('damaged') })
    expect(existsSync(copy)).toBe(false)
  })

  it('a copy replaces no file, and half a copy replaces no store', async () => {
    await filled()
    const copy = join(folder, 'copy.sqlite')
    writeFileSync(copy, 'mine')
    expect((await store('backup', copy)).exit).toBe(78)
    expect(readFileSync(copy, 'utf8')).toBe('mine')

    rmSync(copy)
    await store('backup', copy)
    truncateSync(copy, 10_000)
    const bytes = readFileSync(file)
    expect((await store('restore', copy, '--force')).exit).toBe(78)
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(readdirSync(folder).toSorted()).toEqual(['bot.sqlite', 'copy.sqlite'])
  })

  it('a copy of a newer program is refused', async () => {
    await filled()
    const copy = join(folder, 'copy.sqlite')
    await store('backup', copy)
    const newer = new DatabaseSync(copy)
    newer.exec('insert into store_migration (number) values (999)')
    newer.close()
    rmSync(file)
    expect(await store('restore', copy)).toMatchObject({
      exit: 78,
      says: expect.stringMatching(/newer program \(its form is 999/),
    })
    expect(existsSync(file)).toBe(false)
  })

  it('F35 a running bot is not disturbed: each command refuses with its pid', async () => {
    await filled()
    const copy = join(folder, 'copy.sqlite')
    await store('backup', copy)
    const running = await open()
    const second = join(folder, 'second.sqlite')
    const tries = [
      ['check'],
      ['backup', second],
      ['restore', copy, '--force'],
      ['erase', 'tenant', 'slack', 'T1'],
    ]
    for (const words of tries) {
      const refused = await store(...words)
      expect(refused.exit, words.join(' ')).toBe(78)
      expect(refused.says).toContain(`(pid ${process.pid})`)
    }
    expect(await running.digests.list({})).toHaveLength(2)
    await running.close()
  }, 60_000)
})

describe('npm run store -- erase', () => {
  const dump = (): string => {
    const database = new DatabaseSync(file)
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").all()
    const rows = tables.map(({ name }) => database.prepare(`select * from ${name}`).all())
    database.close()
    return JSON.stringify(rows)
  }

  /** Everything that adapters and digests name after a workspace or a person. */
  async function named(): Promise<void> {
    await filled()
    const kept = await open()
    for (const [tenant, user] of [
      ['T1', 'U1'],
      ['T2', 'U2'],
      ['T11', 'U11'],
    ]) {
      await kept.inbound.take(`slack:${tenant}:C9:1700000000.1`, 'w', 1_000)
      await kept.inbound.finish(`slack:${tenant}:C9:1700000000.1`, 'w')
      await kept.coordination.note(`slack-thread:${tenant}:C9:1700000000.1`, 'answered')
      await kept.coordination.note(`discord/commands/1/own-server ${tenant} of ${user}`, tenant!)
      await kept.coordination.lease(`digest ["slack","${tenant}","${user}"]`, 'w', 1_000)
      await kept.coordination.count(`asked/${tenant}/${user}`, 1_000)
    }
    await kept.departures.leave({ platform: 'slack', id: 'T1' })
    await kept.close()
  }

  it('no row is left of a workspace, and none is gone of another', async () => {
    await named()
    expect(dump()).toMatch(/\bT1\b/)
    const erased = await store('erase', 'tenant', 'slack', 'T1')
    expect(erased).toMatchObject({
      exit: 0,
      says: expect.stringContaining('Erased: 1 digests, 1 of their runs, 4 keys'),
    })
    const left = dump()
    expect(left).not.toMatch(/\bT1\b/)
    expect(left.match(/\bT2\b/g)!.length).toBeGreaterThan(5)
    expect(left.match(/\bT11\b/g)!.length).toBeGreaterThan(4)
  })

  it('no row is left of a person', async () => {
    await named()
    expect(dump()).toMatch(/\bU2\b/)
    expect(await store('erase', 'user', 'slack', 'T2', 'U2')).toMatchObject({
      exit: 0,
      says: expect.stringContaining('Erased: 1 digests, 1 of their runs'),
    })
    expect(dump()).not.toMatch(/\bU2\b/)
    expect(dump()).toMatch(/\bU1\b/)
    expect((await store('erase', 'user', 'slack', 'all', 'U1')).exit).toBe(0)
    expect(dump()).not.toMatch(/\bU1\b/)
  })

  it('what is not said clearly erases nothing', async () => {
    await named()
    const before = dump()
    for (const words of [
      ['erase'],
      ['erase', 'tenant', 'slack'],
      ['erase', 'tenant', 'irc', 'T1'],
      ['erase', 'tenant', 'slack', '%'],
      ['erase', 'user', 'slack', 'U1'],
      ['erase', 'everything'],
      ['--now'],
    ])
      expect((await store(...words)).exit, words.join(' ')).toBe(2)
    expect(dump()).toBe(before)
  }, 60_000)

  it('a store that is not there is not made', async () => {
    for (const words of [['check'], ['backup', join(folder, 'copy')], ['erase', 'tenant', 'slack', 'T1']])
      expect((await store(...words)).exit).toBe(78)
    expect(readdirSync(folder)).toEqual([])
  })
})

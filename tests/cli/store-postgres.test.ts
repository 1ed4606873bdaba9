/** `npm run store` on PostgreSQL, while a bot has it; and the backup that docs/operations.md tells to make, put back. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { silentLog } from '../../src/base/log.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { DIGEST, planned } from '../store/example-digest.ts'
import {
  availablePostgres,
  type PostgresServer,
  startPostgres,
  type TestDatabase,
} from '../store/postgres.ts'

const PROGRAM = fileURLToPath(new URL('../../src/cli/store.ts', import.meta.url))
const available = availablePostgres()
const lacks =
  'reason' in available
    ? available.reason
    : ['pg_dump', 'pg_restore'].some((program) => spawnSync(program, ['--version']).status !== 0)
      ? 'pg_dump and pg_restore are not installed'
      : null

describe.skipIf(lacks !== null)(`npm run store on PostgreSQL${lacks === null ? '' : ` (${lacks})`}`, () => {
  let server: PostgresServer
  let database: TestDatabase
  let running: Store
  let folder: string
  beforeAll(async () => {
    server = await startPostgres(available)
  })
  afterAll(() => server?.stop())
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gazetteer-upkeep-'))
    database = await server.database()
    running = await open()
    await planned(running, DIGEST)
    await planned(running, { ...DIGEST, id: 'd2', owner: 'U2', place: { ...DIGEST.place, tenant: 'T2' } })
    await running.knownFacts.enter([{ id: 'a/1', content: 'GDP 100' }])
  })
  afterEach(async () => {
    await running.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const open = () =>
    openStore({ kind: 'postgres', url: database.url }, { clock: systemClock, log: silentLog })

  async function store(...words: string[]): Promise<{ exit: number | null; says: string }> {
    const child = spawn(process.execPath, [PROGRAM, ...words], {
      cwd: folder,
      env: { PATH: process.env.PATH!, DATABASE_URL: database.url },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let says = ''
    child.stdout.on('data', (bytes) => (says += bytes))
    child.stderr.on('data', (bytes) => (says += bytes))
    const exit = await new Promise<number | null>((resolve) => child.once('close', resolve))
    return { exit, says }
  }

  it('it is looked through and erased from while the bot runs', async () => {
    expect(await store('check')).toMatchObject({ exit: 0, says: expect.stringContaining('digest: 2') })
    expect(await store('erase', 'tenant', 'slack', 'T1')).toMatchObject({
      exit: 0,
      says: expect.stringContaining('Erased: 1 digests, 1 of their runs'),
    })
    expect(await running.digests.list({})).toMatchObject([{ id: 'd2' }])
  })

  it('copying is left to the programs of PostgreSQL, and the refusal names them', async () => {
    const file = join(folder, 'copy')
    expect(await store('backup', file)).toMatchObject({ exit: 78, says: expect.stringContaining('pg_dump') })
    expect(await store('restore', file)).toMatchObject({
      exit: 78,
      says: expect.stringContaining('pg_restore'),
    })
  })

  it('what pg_dump copied while the bot ran, pg_restore puts back', async () => {
    const all = async ({ digests, knownFacts }: Store) => ({
      digests: await digests.list({}),
      runs: await digests.history(DIGEST.id, 10),
      known: [...(await knownFacts.knownAt(systemClock()))],
    })
    const was = await all(running)
    const [row] = await database.query('select current_schema() as name')
    const schema = String(row!.name)
    const file = join(folder, 'store.dump')
    // a space in an address is '+' to a browser, and '%20' to PostgreSQL's programs
    const address = database.url.replaceAll('+', '%20')
    const run = (program: string, ...words: string[]) => {
      const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' })
      expect([status, stderr]).toEqual([0, ''])
    }
    // a database of its own needs no --schema; the tests have a schema each
    run('pg_dump', '--format=custom', `--schema=${schema}`, `--file=${file}`, address)
    await running.close()
    await database.query(`drop schema ${schema} cascade`)
    run('pg_restore', '--exit-on-error', '--no-owner', `--dbname=${address}`, file)
    running = await open()
    expect(await all(running)).toEqual(was)
    expect(JSON.stringify(was)).toContain('GDP 100')
  })
})

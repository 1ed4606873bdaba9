/**
 * A PostgreSQL for tests: TEST_DATABASE_URL, a database in which schemas may be made and dropped; else a private one
 * from the machine's own programs, on loopback, gone afterwards. `reason` says why there is none.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'

export interface PostgresServer {
  /** An empty one: a schema that is searched first, so that nothing more is asked of a given server. */
  database(): Promise<TestDatabase>
  /** Its processes are ended at once and write nothing more; later it begins again. null: it is not ours to kill. */
  own: { kill(): Promise<void>; begin(): Promise<void> } | null
  stop(): Promise<void>
}

export interface TestDatabase {
  url: string
  /** One statement by the way, on a connection of its own. */
  query(text: string): Promise<Record<string, unknown>[]>
}

export type Available = { url: string } | { programs: string } | { reason: string }

export function availablePostgres(): Available {
  const url = process.env.TEST_DATABASE_URL
  if (url) return { url }
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...below('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`),
  ]
  const programs = folders.find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  )
  if (programs === undefined)
    return { reason: 'PostgreSQL is neither installed nor named by TEST_DATABASE_URL' }
  if (process.getuid?.() === 0 && userIds() === null)
    return { reason: 'PostgreSQL does not run as root, and there is no user "postgres"' }
  return { programs }
}

export async function startPostgres(available: Available): Promise<PostgresServer> {
  if ('reason' in available) throw new Error(available.reason)
  return 'url' in available ? serverAt(available.url) : privateServer(available.programs)
}

async function privateServer(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'gazetteer-postgres-'))
  const user = process.getuid?.() === 0 ? userIds() : null
  if (user !== null) chownSync(folder, user.uid, user.gid)
  const ids = user ?? {}
  const password = 'only-for-this-test-run'
  writeFileSync(join(folder, 'password'), password, { mode: 0o644 })
  execFileSync(
    join(programs, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'gazetteer', '-A', 'scram-sha-256', '--no-sync', '-E', 'UTF8'].concat([
      '--locale=C',
      `--pwfile=${join(folder, 'password')}`,
    ]),
    { ...ids, cwd: folder, stdio: 'ignore' },
  )
  const port = await freePort()
  const url = `postgres://gazetteer:${password}@127.0.0.1:${port}/postgres`
  const begin = () =>
    spawn(
      join(programs, 'postgres'),
      [
        '-D',
        join(folder, 'data'),
        '-k',
        folder,
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        '-c',
        'max_connections=60',
      ],
      { ...ids, cwd: folder, stdio: 'ignore' },
    )
  let running = begin()
  const killAtExit = () => running.kill('SIGQUIT')
  process.on('exit', killAtExit)
  await answers(url)
  const ended = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      running.once('exit', () => resolve())
      running.kill(signal)
    })
  const within = serverAt(url)
  return {
    ...within,
    own: {
      kill: () => ended('SIGQUIT'),
      async begin() {
        running = begin()
        await answers(url)
      },
    },
    async stop() {
      await within.stop()
      await ended('SIGINT')
      process.off('exit', killAtExit)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function serverAt(server: string): PostgresServer {
  const made: { name: string; pool: pg.Pool }[] = []
  return {
    async database() {
      const name = `gazetteer_test_${process.pid}_${made.length + 1}`
      await once(server, `create schema ${name}`)
      const url = new URL(server)
      url.searchParams.set('options', `-c search_path=${name}`)
      const pool = new pg.Pool({ connectionString: url.href, max: 1 })
      pool.on('error', () => {})
      made.push({ name, pool })
      return { url: url.href, query: async (text) => (await pool.query(text)).rows }
    },
    own: null,
    async stop() {
      for (const { name, pool } of made) {
        await pool.end()
        await once(server, `drop schema if exists ${name} cascade`)
      }
    },
  }
}

async function once(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await once(url, 'select 1')
      return
    } catch (error) {
      if (tries === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function userIds(): { uid: number; gid: number } | null {
  const idOf = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    return null
  }
}

const below = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort().reverse() : [])

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Opens the one file of the embedded store for this process alone, and says what is wrong where it cannot. */
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../base/clock.ts'
import { SetupError } from '../base/errors.ts'
import type { Database } from './database.ts'
import { createSqlite } from './sqlite.ts'

export function openSqlite(path: string, clock: Clock): Database {
  let file: DatabaseSync | undefined
  try {
    mkdirSync(dirname(path), { recursive: true })
    // who asks for what is nobody else's business; the files beside it take over the mode of this one
    closeSync(openSync(path, 'a', 0o600))
    chmodSync(path, 0o600)
    file = new DatabaseSync(path, { timeout: 0 })
    file.function('now_ms', () => clock())
    takeFor(file)
    writeFileSync(pidFile(path), `${process.pid}\n`, { mode: 0o600 })
    const opened = file
    return createSqlite(opened, () => {
      opened.close()
      rmSync(pidFile(path), { force: true })
    })
  } catch (error) {
    file?.close()
    throw explained(error, path)
  }
}

/**
 * Exclusive locking and one write: from then on the operating system holds the lock until this process ends,
 * however it ends. WAL with synchronous = full: a commit that returned is on disk.
 */
function takeFor(file: DatabaseSync): void {
  file.exec('pragma locking_mode = exclusive')
  file.exec('pragma journal_mode = wal')
  file.exec('pragma synchronous = full')
  file.exec('begin immediate; create table if not exists opened (at integer); delete from opened')
  file.exec('insert into opened (at) values (now_ms()); commit')
}

const pidFile = (path: string): string => `${path}.pid`

function explained(error: unknown, path: string): unknown {
  const { code, errcode, errstr } = error as { code?: string; errcode?: number; errstr?: string }
  const wrong = (what: string, wayOut: string) => new SetupError([{ where: 'GAZETTEER_STORE', what, wayOut }])
  // the low byte is the kind: https://www.sqlite.org/rescode.html
  const kind = (errcode ?? 0) & 0xff
  if (kind === BUSY || kind === LOCKED)
    return wrong(
      `another process${ownerOf(path)} has the store ${path}`,
      'Stop it first, name another file, or use PostgreSQL (DATABASE_URL), which several processes can have.',
    )
  if (kind === NOT_A_DATABASE || kind === CORRUPT)
    return wrong(`${path} is no store, or is damaged`, 'Name another file, or put back a copy of it.')
  if (errcode !== undefined || (code !== undefined && FILE_ERRORS.has(code)))
    return wrong(
      `the store ${path} cannot be written (${errstr ?? code})`,
      'Name a file in a folder that may be written and has room.',
    )
  return error
}

function ownerOf(path: string): string {
  try {
    const pid = readFileSync(pidFile(path), 'utf8').trim()
    return /^\d+$/.test(pid) ? ` (pid ${pid})` : ''
  } catch {
    return ''
  }
}

const BUSY = 5
const LOCKED = 6
const CORRUPT = 11
const NOT_A_DATABASE = 26
const FILE_ERRORS = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
])

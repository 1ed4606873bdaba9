/**
 * A copy of the embedded store in one file, and the way back. Either happens whole or not at all: the copy is written
 * beside its place, looked through, put on disk, and only then given its name.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../base/clock.ts'
import { SetupError } from '../base/errors.ts'
import type { Database } from './database.ts'
import { createSqlite } from './sqlite.ts'
import { openSqlite } from './sqlite-file.ts'
import { type Survey, survey } from './survey.ts'

/** Copies a store that no process has; rejects where `target` exists. */
export async function backUp(file: string, target: string, clock: Clock): Promise<Survey> {
  if (!existsSync(file)) throw mistake(`there is no store ${file}`, 'Name the file the bot uses.')
  if (existsSync(target)) throw taken(target)
  const beside = `${target}.part`
  const database = openSqlite(file, clock)
  try {
    const found = await survey(database)
    if (found.damage.length > 0)
      throw mistake(`${file} is damaged (${found.damage[0]})`, 'Put back an earlier copy of it.')
    // made by us, so that nobody else may read it; the engine takes an empty file
    writeFileSync(beside, '', { mode: 0o600 })
    await database.read('vacuum into :beside', { beside })
    const copied = await look(beside)
    if (JSON.stringify(copied) !== JSON.stringify(found)) throw new Error('the copy is not what was copied')
    settle(beside, target)
    return copied
  } finally {
    rmSync(beside, { force: true })
    await database.close()
  }
}

export interface Restored {
  survey: Survey
  /** Where the store that was there before now is; null: there was none. */
  aside: string | null
}

/** Puts a copy in the place of the store, which no process may have. The store that is there is kept, under another name. */
export async function restore(
  copy: string,
  file: string,
  { force, clock }: { force: boolean; clock: Clock },
): Promise<Restored> {
  if (!existsSync(copy)) throw mistake(`there is no file ${copy}`, 'Name the file that was backed up to.')
  const found = await look(copy)
  if (found.form === 0 || found.damage.length > 0)
    throw mistake(
      `${copy} is no store, or is damaged${found.damage.length > 0 ? ` (${found.damage[0]})` : ''}`,
      'Name another copy.',
    )
  if (found.form > found.newest)
    throw mistake(
      `${copy} was written by a newer program (its form is ${found.form}, this program knows ${found.newest})`,
      'Use the newer program.',
    )
  const present = existsSync(file)
  if (present && !force)
    throw mistake(
      `there is a store ${file} already`,
      'Add --force: it is then kept beside, under another name.',
    )
  const beside = `${file}.restoring`
  try {
    writeFileSync(beside, readFileSync(copy), { mode: 0o600 })
    const aside = present ? await putAside(file, clock) : null
    settle(beside, file)
    return { survey: found, aside }
  } finally {
    rmSync(beside, { force: true })
  }
}

/** Renamed while this process has it, so that no bot begins to write into it meanwhile. */
async function putAside(file: string, clock: Clock): Promise<string> {
  const aside = `${file}.before-${new Date(clock()).toISOString().replace(/[:.]/g, '-')}`
  const held = holdUnlessDamaged(file, clock)
  // all of it in the one file, so that the name is all that changes
  if (held !== null) await held.read('pragma journal_mode = delete').catch(() => {})
  for (const ending of ['', '-wal', '-shm'])
    if (existsSync(file + ending)) renameSync(file + ending, aside + ending)
  await held?.close()
  return aside
}

/** A damaged store is what a copy is put back for: it is moved as it is. */
function holdUnlessDamaged(file: string, clock: Clock): Database | null {
  try {
    return openSqlite(file, clock)
  } catch (error) {
    if (error instanceof SetupError && error.mistakes[0]?.what.includes('damaged')) return null
    throw error
  }
}

/** A file that nobody has, only read. */
async function look(path: string): Promise<Survey> {
  let file: DatabaseSync | undefined
  try {
    const opened = new DatabaseSync(path, { readOnly: true })
    file = opened
    return await survey(createSqlite(opened, () => {}))
  } catch (error) {
    const { errcode, errstr } = error as { errcode?: number; errstr?: string }
    if (errcode === undefined) throw error
    throw mistake(`${path} is no store, or is damaged (${errstr})`, 'Name another copy.')
  } finally {
    file?.close()
  }
}

/** On disk, then under its name, then the name on disk. Two names for a moment: a file that has come up meanwhile is not overwritten. */
function settle(beside: string, target: string): void {
  synced(beside)
  try {
    linkSync(beside, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw taken(target)
    throw error
  }
  rmSync(beside)
  synced(dirname(target))
}

function synced(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

const taken = (path: string): SetupError =>
  mistake(`there is a file ${path} already`, 'Name a file that does not exist.')

const mistake = (what: string, wayOut: string): SetupError =>
  new SetupError([{ where: 'store', what, wayOut }])

/** `npm run store -- ...`: what whoever runs the bot does with what it keeps: look through it, copy it, put it back, erase. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../base/clock.ts'
import { SetupError } from '../base/errors.ts'
import { createLog } from '../base/log.ts'
import type { PlatformName } from '../chat/incoming.ts'
import { loadConfig } from '../config.ts'
import type { Erased } from '../store/erase.ts'
import { openStore } from '../store/index.ts'
import { explainedFor, openDatabase, type StoreConfig } from '../store/open.ts'
import { type Survey, survey } from '../store/survey.ts'
import { begin } from './begin.ts'

const USAGE = `Usage: npm run store -- COMMAND
  check                               look through the store: whole? which form? how many rows?
  backup FILE                         copy the embedded store to FILE, which must not exist
  restore FILE [--force]              put the copy back; --force keeps the store that is there beside, under another name
  erase user PLATFORM TENANT USER     erase what is kept of a person; TENANT: the workspace or guild, or all
  erase tenant PLATFORM ID            erase what is kept of a workspace or guild
PLATFORM is slack or discord. The embedded store is opened while the bot is stopped, PostgreSQL also while it runs.
Exit: 0 done, 1 the store is not whole, 2 wrong use, 78 the store cannot be had`

const DEPS = { clock: systemClock, log: createLog('warn') }

async function main(): Promise<void> {
  const words = parsed(process.argv.slice(2))
  if (words === null) return wrongUse()
  if (words.help) return say(USAGE)
  const [command, ...rest] = words.positionals
  const { store } = loadConfig()
  if (command === 'check' && rest.length === 0) return check(store)
  if (command === 'backup' && rest.length === 1) return backup(store, rest[0]!)
  if (command === 'restore' && rest.length === 1) return restore(store, rest[0]!, words.force)
  if (command === 'erase') return erase(store, rest)
  wrongUse()
}

async function check(store: StoreConfig): Promise<void> {
  if (store.kind === 'sqlite') mustExist(store.file)
  const database = await openDatabase(store, DEPS)
  try {
    const found = await survey(database)
    say(`${nameOf(store)}\n${textOf(found)}`)
    if (found.damage.length > 0 || found.form === 0 || found.form > found.newest) process.exitCode = 1
  } catch (error) {
    throw await explainedFor(database, error)
  } finally {
    await database.close()
  }
}

async function backup(store: StoreConfig, target: string): Promise<void> {
  const { backUp } = await import('../store/sqlite-copy.ts')
  const found = await backUp(fileOf(store, 'pg_dump'), resolve(target), systemClock)
  say(`Copied to ${resolve(target)}, and looked through.\n${textOf(found)}`)
}

async function restore(store: StoreConfig, copy: string, force: boolean): Promise<void> {
  const { restore: putBack } = await import('../store/sqlite-copy.ts')
  const file = fileOf(store, 'pg_restore')
  const { survey: found, aside } = await putBack(resolve(copy), file, { force, clock: systemClock })
  say(
    `${file} is what was backed up.${aside === null ? '' : ` The store before is ${aside}.`}\n${textOf(found)}`,
  )
}

async function erase(store: StoreConfig, [what, platform, ...ids]: string[]): Promise<void> {
  if (platform !== 'slack' && platform !== 'discord') return wrongUse()
  if (what !== 'user' && what !== 'tenant') return wrongUse()
  if (ids.length !== (what === 'user' ? 2 : 1) || ids.some((id) => !ID.test(id))) return wrongUse()
  if (store.kind === 'sqlite') mustExist(store.file)
  const { erasing, close } = await openStore(store, DEPS)
  try {
    const erased = await (what === 'tenant'
      ? erasing.tenant({ platform, id: ids[0]! })
      : erasing.person(personOf(platform, ids[0]!, ids[1]!)))
    say(erasedText(erased))
  } finally {
    await close()
  }
}

const personOf = (platform: PlatformName, tenant: string, id: string) => ({
  ...{ platform, id, tenant: tenant === 'all' ? null : tenant },
})

const erasedText = ({ digests, runs, keys }: Erased): string =>
  `Erased: ${digests} digests, ${runs} of their runs, ${keys} keys. Copies made before still hold them.`

/** Opening makes a store where there is none; whoever looks into one has named the wrong file. */
function mustExist(file: string): void {
  if (existsSync(file)) return
  throw new SetupError([
    { where: 'GAZETTEER_STORE', what: `there is no store ${file}`, wayOut: 'Name the file the bot uses.' },
  ])
}

function fileOf(store: StoreConfig, program: string): string {
  if (store.kind === 'sqlite') return store.file
  const wayOut = `Use ${program}, which comes with PostgreSQL; docs/operations.md has the lines.`
  throw new SetupError([{ where: 'DATABASE_URL', what: 'this is for the embedded store', wayOut }])
}

const nameOf = (store: StoreConfig): string => (store.kind === 'sqlite' ? store.file : 'PostgreSQL')

function textOf({ damage, form, newest, rows, kind }: Survey): string {
  const whole = kind === 'postgres' ? [] : ['  whole']
  if (damage.length > 0) return damage.map((line) => `  damaged: ${line}`).join('\n')
  const age =
    form === 0
      ? 'no store of this program'
      : form === newest
        ? `form ${form}, as this program writes it`
        : form < newest
          ? `form ${form}; this program brings it to ${newest} when it starts`
          : `form ${form}, of a newer program (this one knows ${newest})`
  const counted = Object.entries(rows).map(([table, count]) => `  ${table}: ${count}`)
  return [...whole, `  ${age}`, ...counted].join('\n')
}

function parsed(args: string[]): { positionals: string[]; help: boolean; force: boolean } | null {
  try {
    const options = { help: { type: 'boolean' }, force: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { positionals, help: values.help ?? false, force: values.force ?? false }
  } catch {
    return null
  }
}

function wrongUse(): void {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = WRONG_USE
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Ids of both platforms are letters and digits; "all" stands for every workspace. */
const ID = /^[A-Za-z0-9]{1,64}$/
const WRONG_USE = 2

await begin(main)

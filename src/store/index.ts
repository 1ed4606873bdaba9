/**
 * What outlives a process: which events were answered, what processes agree on, digests and their runs, when facts
 * were first seen. Embedded in one file (SQLite), or PostgreSQL where several processes run the bot; the same
 * behaviour, tested by the same tests. No token and nothing that a person wrote is ever in it.
 */
import type { Clock } from '../base/clock.ts'
import { failure, type Log } from '../base/log.ts'
import type { InboundStore } from '../bot/once.ts'
import type { Coordination } from '../chat/desk.ts'
import type { Health } from '../chat/platform.ts'
import type { DepartureStore } from '../digest/departures.ts'
import type { DigestStore } from '../digest/digest-store.ts'
import type { KnownFacts } from '../digest/known-facts.ts'
import { createCoordination } from './coordination.ts'
import { ask, type Database, NOW } from './database.ts'
import { createDepartures } from './departures.ts'
import { createDigestBook } from './digest-book.ts'
import { createErasing, type Erasing } from './erase.ts'
import { createInbound } from './inbound.ts'
import { createKnownFacts } from './known-facts.ts'
import { migrate } from './migrate.ts'
import { explainedFor, openDatabase, type StoreConfig, type StoreDeps, settingOf } from './open.ts'
import { createPlanning } from './planning.ts'
import { createPosting } from './posting.ts'
import { createRunHistory } from './run-history.ts'
import { sweep } from './sweep.ts'

export interface Store {
  inbound: InboundStore
  coordination: Coordination
  digests: DigestStore
  knownFacts: KnownFacts
  departures: DepartureStore
  erasing: Erasing
  /** Writes something and reads the clock; never rejects. For whoever looks whether the bot is well. */
  check(): Promise<Health>
  /** Takes out what is kept no longer. Happens by itself every ten minutes. */
  sweep(): Promise<void>
  /** What is begun is finished first. */
  close(): Promise<void>
}

export type { StoreConfig, StoreDeps } from './open.ts'

/** Rejects with a SetupError where the store cannot be had: in use by another process, not writable, newer, away. */
export async function openStore(config: StoreConfig, { clock, log }: StoreDeps): Promise<Store> {
  const database = await openDatabase(config, { clock, log })
  try {
    await migrate(database, settingOf(config))
    if (database.kind === 'sqlite') await freeWhatTheDeadHeld(database)
    await clockDifference(database, clock, log)
  } catch (error) {
    await database.close()
    throw await explainedFor(database, error)
  }
  return storeOn(database, { clock, log })
}

function storeOn(database: Database, { clock, log }: StoreDeps): Store {
  const coordination = createCoordination(database)
  const sweeping = () =>
    sweep(database).catch((error) => log.warn(failure(error), 'the store could not be swept'))
  const timer = setInterval(sweeping, SWEEP_EVERY)
  timer.unref()
  return {
    inbound: createInbound(database),
    coordination,
    digests: {
      ...createDigestBook(database),
      ...createPlanning(database),
      ...createPosting(database),
      ...createRunHistory(database),
    },
    knownFacts: createKnownFacts(database),
    departures: createDepartures(database),
    erasing: createErasing(database),
    async check() {
      try {
        await coordination.note('checked', 'yes')
        const seconds = await clockDifference(database, clock, log)
        const skew =
          seconds === 0 ? '' : `, its clock ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}`
        return { ok: true, says: `${database.kind} answers${skew}` }
      } catch (error) {
        // SQLite has its reasons as fixed sentences; messages of others may quote what was to be written
        const { errstr, code } = error as { errstr?: unknown; code?: unknown }
        const reason = errstr ?? code
        return {
          ok: false,
          says: `${database.kind} fails${typeof reason === 'string' ? ` (${reason})` : ''}`,
        }
      }
    },
    sweep: () => sweep(database),
    async close() {
      clearInterval(timer)
      await database.close()
    },
  }
}

/** One process owns the file, so whatever is held belongs to one that is gone. */
function freeWhatTheDeadHeld(database: Database): Promise<void> {
  return database.transaction(function* () {
    yield* ask("delete from inbound where state = 'held'")
    yield* ask('delete from lease')
    yield* ask("update occurrence set lease_until = now_ms() where state = 'posting'")
  }, 'at-once')
}

/** How many seconds the database is ahead of this process; 0 where they agree within a minute. */
async function clockDifference(database: Database, clock: Clock, log: Log): Promise<number> {
  const [row] = await database.read(NOW)
  const difference = Number(row!.now) - clock()
  if (Math.abs(difference) <= CLOCK_TOLERANCE) return 0
  const seconds = Math.round(difference / 1000)
  log.warn(
    { seconds },
    "the database's clock is ahead of this machine's by so many seconds; the database decides",
  )
  return seconds
}

const SWEEP_EVERY = 600_000
const CLOCK_TOLERANCE = 60_000

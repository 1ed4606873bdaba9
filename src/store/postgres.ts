/**
 * PostgreSQL as a Database: a pool of connections, each with its deadlines, because a database that does not answer
 * must cost a question seconds and not its answer.
 */
import pg from 'pg'
import { failure, type Log } from '../base/log.ts'
import type { Course, Database, Row, Statement, Value, Values } from './database.ts'
import { inOrder, type Numbered, numbered } from './named-values.ts'

export interface PostgresOptions {
  url: string
  log: Log
  /** Connections at most. */
  most?: number
}

export function createPostgres({ url, log, most = MOST_CONNECTIONS }: PostgresOptions): Database {
  const texts = new Map<string, Numbered>()
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'gazetteer',
    max: most,
    connectionTimeoutMillis: CONNECT,
    statement_timeout: STATEMENT,
    lock_timeout: STATEMENT,
    query_timeout: ANSWER,
    idle_in_transaction_session_timeout: ANSWER,
    keepAlive: true,
    types: { getTypeParser },
  })
  // without a listener, a connection that is cut would end the process; the pool listens to those that lie idle only,
  // and between lying idle and being used there are moments in which nobody does
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', (error) => log.warn(failure(error), 'a connection to the database was lost'))

  async function send(
    to: pg.Pool | pg.PoolClient,
    { text, values }: Statement,
    within = ANSWER,
  ): Promise<Row[]> {
    let known = texts.get(text)
    if (known === undefined) {
      known = numbered(text)
      if (text.length < LONGEST_KEPT) texts.set(text, known)
    }
    const query = { text: known.text, values: inOrder(known, values), query_timeout: within }
    const result = await to.query<Record<string, Value>>(query)
    return result.rows
  }

  /** As often as there may be connections that were cut while they lay idle: each attempt finds out about one. */
  async function withLiving<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        return await attempt()
      } catch (error) {
        if (tries === most || !isCut(error)) throw error
      }
    }
  }

  /** A connection that has answered: that it is cut shows here, before anything is done. */
  async function begun(): Promise<pg.PoolClient> {
    const client = await pool.connect()
    try {
      await client.query('begin')
      return client
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  async function transaction<T>(course: () => Course<T>): Promise<T> {
    const client = await withLiving(begun)
    let broken = false
    try {
      const steps = course()
      let step = steps.next([])
      while (!step.done) step = steps.next(await send(client, step.value))
      await client.query('commit')
      return step.value
    } catch (error) {
      // where the connection is of no use any more, the server undoes by itself
      broken = isCut(error) || isLate(error) || (await cannotUndo(client))
      throw error
    } finally {
      client.release(broken)
    }
  }

  let ended: Promise<void> | undefined
  return {
    kind: 'postgres',
    skipLocked: 'for update skip locked',
    read: (text, values: Values = {}) => withLiving(() => send(pool, { text, values })),
    write: (text, values: Values = {}) => withLiving(() => send(pool, { text, values }, WRITE)),
    transaction,
    close: () => (ended ??= pool.end()),
  }
}

/** Takes back what was done; true: not even that works. */
const cannotUndo = (client: pg.PoolClient): Promise<boolean> =>
  client.query('rollback').then(
    () => false,
    () => true,
  )

/** The connection, not the statement, is what failed: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isCut(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return CUT.test(code)
  return typeof message === 'string' && /^(?:Connection terminated|Client has encountered)/.test(message)
}

/** The client gave up waiting; the server may still be at it. */
const isLate = (error: unknown): boolean => (error as Error).message === 'Query read timeout'

const CUT = /^(?:08\w{3}|57P0[12]|ECONNRESET|EPIPE)$/

/** Milliseconds and counts are far below 2^53; pg gives bigint as text otherwise. */
const getTypeParser = ((type: number, format?: 'text' | 'binary') =>
  type === pg.types.builtins.INT8
    ? Number
    : pg.types.getTypeParser(type, format as 'text')) as typeof pg.types.getTypeParser

const MOST_CONNECTIONS = 10
const CONNECT = 2_000
const STATEMENT = 5_000
const ANSWER = 7_000
/** A single write is what a question waits for; after this it goes on without the store. */
const WRITE = 2_000
const LONGEST_KEPT = 3_000

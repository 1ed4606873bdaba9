/**
 * SQLite as a Database: one process, one connection. Writes of one turn of the event loop share one commit, and only
 * a commit that was promised waits for the disk, because everything waits with it.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Course, Database, Row, Statement, Value, Values } from './database.ts'
import { numbered } from './named-values.ts'

/** `let go`: closes the file and what stands beside it. */
export function createSqlite(file: DatabaseSync, letGo: () => void): Database {
  const prepared = new Map<string, Prepared>()
  let waiting: Waiting[] = []
  let closed = false
  // as the file was opened
  let waitingForDisk = true

  function all({ text, values }: Statement): Row[] {
    let known = prepared.get(text)
    if (known === undefined) {
      known = { statement: file.prepare(text), names: numbered(text).names }
      known.statement.setAllowUnknownNamedParameters(true)
      if (text.length < LONGEST_KEPT) prepared.set(text, known)
    }
    // SQLite itself would take null for a name without a value
    const missing = known.names.find((name) => values[name] === undefined)
    if (missing !== undefined) throw new RangeError(`no value for :${missing}`)
    return known.statement.all(values as Record<string, Value>) as unknown as Row[]
  }

  function drive<T>(course: Course<T>): T {
    let step = course.next([])
    while (!step.done) step = course.next(all(step.value))
    return step.value
  }

  function undo(): void {
    // a full disk, for one, has undone it already
    if (file.isTransaction) file.exec('rollback')
  }

  /**
   * Whether a commit waits until the disk has it. What is in the log of writes survives the end of the process either
   * way, and the next commit that waits takes what is before it to the disk too.
   */
  function sync(waits: boolean): void {
    if (waits === waitingForDisk) return
    file.exec(`pragma synchronous = ${waits ? 'full' : 'normal'}`)
    waitingForDisk = waits
  }

  function alone<T>(course: () => Course<T>): T {
    sync(true)
    file.exec('begin immediate')
    try {
      const result = drive(course())
      file.exec('commit')
      return result
    } catch (error) {
      undo()
      throw error
    }
  }

  function together(): void {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    sync(group.some(({ promised }) => promised))
    try {
      file.exec('begin immediate')
      const settles = group.map(({ work }) => work())
      file.exec('commit')
      for (const settle of settles) settle()
    } catch (error) {
      undo()
      for (const { reject } of group) reject(error)
    }
  }

  /** One that fails by itself must not take along the others of its group. */
  function shielded<T>(work: () => T): T {
    file.exec('savepoint one')
    try {
      const result = work()
      file.exec('release one')
      return result
    } catch (error) {
      if (!file.isTransaction) throw new GroupLost(error)
      file.exec('rollback to one')
      file.exec('release one')
      throw error
    }
  }

  function soon<T>(work: () => T, promised: boolean): Promise<T> {
    if (closed) return Promise.reject(new Error('the store is closed'))
    return new Promise<T>((resolve, reject) => {
      const attempt = () => {
        try {
          const result = shielded(work)
          return () => resolve(result)
        } catch (error) {
          if (error instanceof GroupLost) throw error.cause
          return () => reject(error)
        }
      }
      waiting.push({ work: attempt, reject, promised })
      if (waiting.length === 1) setImmediate(together)
    })
  }

  return {
    kind: 'sqlite',
    skipLocked: '',
    async read(text, values: Values = {}) {
      return all({ text, values })
    },
    write: (text, values: Values = {}) => soon(() => all({ text, values }), false),
    transaction: async (course, when = 'soon') =>
      when === 'at-once' ? alone(course) : soon(() => drive(course()), true),
    async close() {
      if (closed) return
      closed = true
      together()
      letGo()
    },
  }
}

interface Prepared {
  statement: StatementSync
  names: readonly string[]
}

interface Waiting {
  /** Does it, within the transaction of the group; the answer is given when that is committed. */
  work: () => () => void
  reject: (error: unknown) => void
  /** Its answer says that it is on disk. */
  promised: boolean
}

/** The engine gave up the whole transaction, not one statement. */
class GroupLost extends Error {
  override readonly name = 'GroupLost'

  constructor(cause: unknown) {
    super('the transaction is gone', { cause })
  }
}

/** Long texts are made for one occasion. */
const LONGEST_KEPT = 3_000

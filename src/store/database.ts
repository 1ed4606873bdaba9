/**
 * What both engines can do, so that there is one text of SQL and one course of each operation: named parameters
 * (`:name`), `returning`, `on conflict`, and the function now_ms(), the one clock that decides.
 */
export type Value = string | number | null
export type Values = Readonly<Record<string, Value>>
export type Row = Readonly<Record<string, Value>>

export interface Statement {
  text: string
  values: Values
}

/**
 * The course of a transaction: yields statements and is handed their rows. A generator, because SQLite answers at
 * once, in the middle of which nothing else may happen, and PostgreSQL later.
 */
export type Course<T> = Generator<Statement, T, Row[]>

export interface Database {
  readonly kind: 'sqlite' | 'postgres'
  /** What a `select` that claims a row ends with: nothing where there is only one connection. */
  readonly skipLocked: '' | 'for update skip locked'
  read(text: string, values?: Values): Promise<Row[]>
  /**
   * One statement that does no harm when it happens twice: it is sent again where the connection was cut. Done, it
   * survives the end of the process; a power cut may take it with it in the embedded store.
   */
  write(text: string, values?: Values): Promise<Row[]>
  /**
   * All of it or nothing, never repeated. `at-once`: is not kept waiting for others that could share its commit.
   */
  transaction<T>(course: () => Course<T>, when?: 'soon' | 'at-once'): Promise<T>
  /** What is begun is finished first. */
  close(): Promise<void>
}

/** Inside a course: `const rows = yield* ask('select ...', { id })`. */
export function* ask(text: string, values: Values = {}): Course<Row[]> {
  return yield { text, values }
}

export const NOW = 'select now_ms() as now'

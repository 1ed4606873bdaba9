/** What a database that refuses means for whoever set the bot up. Never says more of the address than its setting. */
import { SetupError } from '../base/errors.ts'

export function explained(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const reason = typeof code === 'string' ? (REFUSALS.get(code) ?? REFUSALS.get(code.slice(0, 2))) : undefined
  if (reason !== undefined) return new SetupError([{ where: 'DATABASE_URL', ...reason }])
  if (typeof message === 'string' && TOO_LATE.test(message))
    return new SetupError([{ where: 'DATABASE_URL', ...AWAY }])
  return error
}

interface Reason {
  what: string
  wayOut: string
}

const AWAY: Reason = {
  what: 'the database does not answer',
  wayOut: 'Check host and port, and whether the database is running and can be reached from here.',
}
const WHO: Reason = {
  what: 'the database does not let this user in',
  wayOut: 'Check user and password.',
}

/** SQLSTATE codes and classes, and the system's own codes. */
const REFUSALS = new Map<string, Reason>([
  ['ECONNREFUSED', AWAY],
  ['ENOTFOUND', AWAY],
  ['EAI_AGAIN', AWAY],
  ['EHOSTUNREACH', AWAY],
  ['ETIMEDOUT', AWAY],
  ['ENOENT', AWAY],
  ['57P03', AWAY],
  ['28', WHO],
  ['3D', { what: 'there is no such database', wayOut: 'Create it, or name another one.' }],
  [
    '42501',
    {
      what: 'this user may not create tables in the database',
      wayOut: 'Grant the user create on the schema, or use one that owns the database.',
    },
  ],
  ['53300', { what: 'the database has no connection left', wayOut: 'Raise its max_connections.' }],
])

const TOO_LATE = /^(?:timeout exc|Connection term)/

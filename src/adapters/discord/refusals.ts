/** What became of a call that failed: certainly refused and why, or nobody knows. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import type { Posted } from '../../chat/platform.ts'

/** Calls that were never sent, because sending would have done harm. */
export class HeldBack extends Error {
  override readonly name = 'HeldBack'
  /** Milliseconds after which it may be tried again. */
  readonly waitMs: number

  constructor(why: string, waitMs: number) {
    super(why)
    this.waitMs = waitMs
  }
}

/** Discord's JSON error codes that are told apart here (discord.com/developers/docs/topics/opcodes-and-status-codes). */
export const CODES = {
  unknownChannel: 10003,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  alreadyAnswered: 40060,
  missingAccess: 50001,
  emptyMessage: 50006,
  cannotWriteToUser: 50007,
  missingPermissions: 50013,
  wrongChannelType: 50024,
  invalidToken: 50027,
  invalidForm: 50035,
  archivedThread: 50083,
  cannotReply: 160002,
} as const

/** Discord's own code, or null where it was not Discord that refused. */
export function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null
}

/** Whether the call may have done its work all the same. */
export const isUnclear = (error: unknown): boolean => outcomeOf(error).outcome === 'unclear'

/** In the words of the poster. Reasons name codes and kinds, never a text. */
export function outcomeOf(error: unknown): Exclude<Posted, { outcome: 'accepted' }> {
  if (error instanceof HeldBack)
    return { outcome: 'refused', reason: error.message, permanent: false, waitMs: error.waitMs }
  if (error instanceof RateLimitError) {
    const waits = [error.retryAfter, error.timeToReset, error.sublimitTimeout].filter((ms) => ms > 0)
    return { outcome: 'refused', reason: 'rate limited', permanent: false, waitMs: Math.max(1_000, ...waits) }
  }
  if (error instanceof DiscordAPIError) {
    if (error.status >= 500) return { outcome: 'unclear', reason: `status ${error.status}` }
    const permanent = PERMANENT.has(Number(error.code)) || (error.status === 404 && Number(error.code) === 0)
    return { outcome: 'refused', reason: `Discord refused: ${error.status}, code ${error.code}`, permanent }
  }
  if (error instanceof HTTPError) return { outcome: 'unclear', reason: `status ${error.status}` }
  const code = (error as { code?: unknown } | null)?.code
  if (
    typeof code === 'string' &&
    (NEVER_SENT.has(code) || code.startsWith('CERT_') || code.startsWith('ERR_TLS'))
  )
    return { outcome: 'refused', reason: code, permanent: false, waitMs: 5_000 }
  if (error instanceof Error && error.message.startsWith('Expected token'))
    return { outcome: 'refused', reason: 'logged out', permanent: false, waitMs: 5_000 }
  const kind = typeof code === 'string' ? code : error instanceof Error ? error.name : 'no answer'
  return { outcome: 'unclear', reason: kind }
}

/** The place is gone, or closed to us. */
const PERMANENT = new Set<number>([
  CODES.unknownChannel,
  CODES.missingAccess,
  CODES.missingPermissions,
  CODES.cannotWriteToUser,
  CODES.wrongChannelType,
  CODES.archivedThread,
])
/** Failed before the first byte of the request went out. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

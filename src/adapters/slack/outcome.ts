/** How a call ended: what decides whether it may be made again without doing something twice. */
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'

export type Outcome<Result> =
  | { outcome: 'accepted'; result: Result }
  /** Certainly not done. `error`: Slack's code, 'rate_limited' or 'unreachable'. `waitMs`: how long to wait at least. */
  | { outcome: 'refused'; error: string; waitMs?: number }
  /** Nobody knows whether it was done: no answer, a broken connection, a 5xx, an answer that cannot be read. */
  | { outcome: 'unclear'; reason: string }

export async function outcomeOf<Result>(call: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { outcome: 'accepted', result: await call() }
  } catch (error) {
    return failedOutcome(error)
  }
}

export function failedOutcome(error: unknown): Exclude<Outcome<never>, { outcome: 'accepted' }> {
  if (error instanceof WebAPIRateLimitedError)
    return { outcome: 'refused', error: 'rate_limited', waitMs: error.retryAfter * 1_000 }
  if (error instanceof WebAPIPlatformError) return platformOutcome(error.data.error)
  if (error instanceof WebAPIHTTPError)
    return error.statusCode >= 500
      ? { outcome: 'unclear', reason: `http_${error.statusCode}` }
      : { outcome: 'refused', error: `http_${error.statusCode}` }
  const cause = error instanceof WebAPIRequestError ? error.original : error
  const code = codeOf(cause)
  if (code !== null && NEVER_SENT.has(code)) return { outcome: 'refused', error: 'unreachable' }
  return { outcome: 'unclear', reason: code ?? (cause instanceof Error ? cause.name : 'no_answer') }
}

function platformOutcome(error: string): Exclude<Outcome<never>, { outcome: 'accepted' }> {
  // a page instead of JSON arrives here as an error text of any length
  if (!/^[a-z0-9_]{1,80}$/.test(error)) return { outcome: 'unclear', reason: 'unreadable_answer' }
  if (MAY_BE_DONE.has(error)) return { outcome: 'unclear', reason: error }
  if (error === 'ratelimited' || error === 'rate_limited')
    return { outcome: 'refused', error: 'rate_limited', waitMs: WAIT_UNSAID }
  return { outcome: 'refused', error }
}

/** Codes of the system are on the cause, of each address that was tried on the causes of that. */
function codeOf(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at instanceof AggregateError) {
      const codes = at.errors.map(codeOf)
      if (codes.length > 0 && codes.every((code) => code !== null && NEVER_SENT.has(code))) return codes[0]!
    }
    const { code } = at as { code?: unknown }
    if (typeof code === 'string' && !code.startsWith('slack_')) return code
  }
  return null
}

/** docs.slack.dev/reference/methods/chat.postMessage: of these errors "some aspect of the operation" may have succeeded. */
const MAY_BE_DONE = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])

/** Nothing can have arrived: there was no connection. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** A limit without a time: Slack's shortest window of posts is a second. */
export const WAIT_UNSAID = 1_000

/** The bot is not what it was: no call will work until somebody mends a setting. */
export const AUTH_ERRORS = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'team_disabled',
  'user_removed_from_team',
])

/** The payload was refused, not the place: the words alone may still be taken. */
export const PAYLOAD_ERRORS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'invalid_arguments',
])

/** The place is gone, or closed to the bot: docs.slack.dev/reference/methods/chat.postMessage, errors. */
export const PLACE_ERRORS = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'user_not_in_channel',
  'cannot_dm_bot',
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'messages_tab_disabled',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'no_permission',
  'ekm_access_denied',
  'access_denied',
  'missing_scope',
])

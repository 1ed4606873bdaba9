/** What Discord answers when it will not do something: an HTTP status and a code of its own. */
import type { Answer } from '../loopback-server.ts'

export class DiscordRefusal extends Error {
  readonly code: number
  readonly status: number
  /** For 50035: what is wrong with the body. */
  readonly reasons: readonly string[]

  constructor(code: number, reasons: readonly string[] = []) {
    super(REFUSALS[code]?.[1] ?? 'Refused')
    this.code = code
    this.status = REFUSALS[code]?.[0] ?? 400
    this.reasons = reasons
  }

  answer(): Answer {
    const errors = this.reasons.map((message) => ({ code: 'REFUSED', message }))
    return {
      status: this.status,
      body: {
        message: this.message,
        code: this.code,
        ...(errors.length === 0 ? {} : { errors: { _errors: errors } }),
      },
    }
  }
}

/**
 * Code -> status and message, after Discord's table of JSON error codes (discord.com/developers/docs/topics/opcodes-and-status-codes).
 * The statuses of 160002 and 160004 are not given there; 403 and 400 are assumed.
 */
const REFUSALS: Record<number, readonly [number, string]> = {
  0: [401, '401: Unauthorized'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  40005: [413, 'Request entity too large'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [403, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
}

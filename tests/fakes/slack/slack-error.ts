import type { Dict } from './complaints.ts'

/** A refusal as Slack words it: status 200, `ok: false`, a code, and sometimes reasons. */
export class SlackError extends Error {
  readonly code: string
  readonly reasons: readonly string[]
  readonly more: Dict
  /** Whether the bot sent something that can never be right, which fails the test. */
  readonly isBadBody: boolean

  constructor(
    code: string,
    reasons: readonly string[] = [],
    more: Dict = {},
    isBadBody = reasons.length > 0,
  ) {
    super(code)
    this.code = code
    this.reasons = reasons
    this.more = more
    this.isBadBody = isBadBody
  }

  /** The body of the answer. */
  get answer(): Dict {
    const messages = this.reasons.map((reason) => `[ERROR] ${reason}`)
    return {
      ok: false,
      error: this.code,
      ...this.more,
      ...(messages.length > 0 ? { errors: this.reasons, response_metadata: { messages } } : {}),
    }
  }
}

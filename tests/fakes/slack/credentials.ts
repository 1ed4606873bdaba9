/** Tokens and what they may do. None of these strings was ever a real token. */
import { SlackError } from './slack-error.ts'

export interface Credentials {
  botToken: string
  appToken: string
  signingSecret: string
  /** What the bot token may do. */
  scopes: ReadonlySet<string>
}

export const CREDENTIALS: Omit<Credentials, 'scopes'> = {
  botToken: 'xoxb-fake-bot-token',
  appToken: 'xapp-fake-app-token',
  signingSecret: 'fake-signing-secret',
}

/** Every scope some method or event here asks for. */
export const ALL_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:write',
  'usergroups:read',
  'users:read',
] as const

export type Scope = (typeof ALL_SCOPES)[number]

/** Why a token stopped working while it was in use. */
export type Revocation = 'token_revoked' | 'account_inactive' | 'invalid_auth' | 'token_expired'

/** Throws as Slack answers when this token may not call a method of this kind; any of `scopes` is enough. */
export function admit(
  token: string | undefined,
  { kind, scopes }: { kind: 'bot' | 'app'; scopes: readonly Scope[] },
  credentials: Credentials,
  revoked: Revocation | undefined,
): void {
  if (token === undefined || token === '') throw new SlackError('not_authed')
  const known = token === credentials.botToken ? 'bot' : token === credentials.appToken ? 'app' : undefined
  if (known === undefined) throw new SlackError('invalid_auth')
  if (known !== kind) throw new SlackError('not_allowed_token_type')
  if (revoked !== undefined) throw new SlackError(revoked)
  if (known === 'app' || scopes.length === 0 || scopes.some((scope) => credentials.scopes.has(scope))) return
  throw missingScope(scopes, credentials.scopes)
}

export const missingScope = (needed: readonly Scope[], provided: ReadonlySet<string>): SlackError =>
  new SlackError('missing_scope', [], { needed: needed.join(','), provided: [...provided].join(',') })

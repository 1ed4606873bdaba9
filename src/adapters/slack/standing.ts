/** Whether Slack still takes our tokens: said once, in words somebody can act on, and shown by health until it does again. */

import type { Mistake } from '../../base/errors.ts'
import type { Log } from '../../base/log.ts'

export type TokenSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'

export interface Standing {
  refused(setting: TokenSetting, error: string | null): void
  /** null: both tokens are good, as far as is known. */
  trouble(): TokenSetting | null
}

export function createStanding(log: Log): Standing {
  const refusals = new Map<TokenSetting, string>()
  return {
    refused(setting, error) {
      if (error === null) {
        if (refusals.delete(setting)) log.info({ setting }, 'Slack takes the token again')
        return
      }
      const isNew = refusals.size === 0
      refusals.set(setting, error)
      if (!isNew) return
      const { what, wayOut } = mistakeOf(setting, error)
      log.error({ setting, error }, `${setting}: ${what}. ${wayOut}`)
    },
    trouble: () => refusals.keys().next().value ?? null,
  }
}

export function mistakeOf(where: TokenSetting, error: string): Mistake {
  const page =
    where === 'SLACK_BOT_TOKEN'
      ? 'OAuth & Permissions of your app (xoxb-...)'
      : 'Basic Information of your app, App-Level Tokens (xapp-..., with connections:write)'
  return {
    where,
    what: WHAT[error] ?? `Slack refuses the token (${error})`,
    wayOut: `Copy it anew from ${page}, and install the app again where it was removed.`,
  }
}

const WHAT: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack does not know the token (invalid_auth)',
  not_authed: 'no token reached Slack (not_authed)',
  account_inactive: 'the app was removed from the workspace (account_inactive)',
  token_revoked: 'the token was revoked (token_revoked)',
  token_expired: 'the token has expired (token_expired)',
  not_allowed_token_type: 'it is a token of another kind (not_allowed_token_type)',
  missing_scope: 'the token lacks a scope (missing_scope)',
}

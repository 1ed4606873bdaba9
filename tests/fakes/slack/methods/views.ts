/** Modals and the home tab. */
import { checkView } from '../check-payloads.ts'
import { type Dict, isObject } from '../complaints.ts'
import type { Desk, Method } from '../desk.ts'
import { named } from '../named-blocks.ts'
import { SlackError } from '../slack-error.ts'
import type { View } from '../workspace.ts'
import { optional, required } from './arguments.ts'

export const VIEWS: Record<string, Method> = {
  'views.open': {
    scopes: [],
    tier: 100,
    run(values, desk) {
      const fields = viewOf(values.view, 'modal', desk)
      const user = desk.tickets.spendTrigger(values.trigger_id)
      return { view: put(fields, desk, { user }) }
    },
  },
  'views.push': {
    scopes: [],
    tier: 100,
    run(values, desk) {
      const fields = viewOf(values.view, 'modal', desk)
      const user = desk.tickets.spendTrigger(values.trigger_id)
      const below = [...desk.workspace.views.values()].filter((view) => view.user === user)
      // three views on top of each other: docs.slack.dev/surfaces/modals
      if (below.length >= 3) throw new SlackError('push_limit_reached')
      const previous = below.at(-1)?.id
      return { view: put(fields, desk, { user, ...(previous === undefined ? {} : { previous }) }) }
    },
  },
  'views.update': {
    scopes: [],
    tier: 100,
    run(values, desk) {
      const id = optional(values, 'view_id')
      const external = optional(values, 'external_id')
      const views = [...desk.workspace.views.values()]
      const view = views.find(
        (each) => each.id === id || (external !== undefined && each.external_id === external),
      )
      if (!view) throw new SlackError('not_found')
      checkHash(view, values)
      return { view: put(viewOf(values.view, view.type, desk), desk, { user: view.user, id: view.id }) }
    },
  },
  'views.publish': {
    scopes: [],
    tier: 100,
    run(values, desk) {
      const user = required(values, 'user_id')
      if (!desk.workspace.users.has(user)) throw new SlackError('user_not_found')
      const before = desk.workspace.homes.get(user)
      if (before) checkHash(before, values)
      const fields = viewOf(values.view, 'home', desk)
      return { view: put(fields, desk, { user, ...(before === undefined ? {} : { id: before.id }) }) }
    },
  },
}

/** Puts a view on somebody's screen, new or in place of the one with the same id. */
export function put(
  fields: Dict,
  { workspace, ledger, bot }: Desk,
  { user, id = workspace.id('V'), previous }: { user: string; id?: string; previous?: string },
): View {
  const view: View = {
    ...fields,
    id,
    user,
    type: fields.type as View['type'],
    blocks: named(fields.blocks as unknown[] | undefined),
    hash: workspace.timestamp(),
    team_id: workspace.teamId,
    app_id: bot.appId,
    bot_id: bot.botId,
    root_view_id: previous ?? id,
    previous_view_id: previous ?? null,
    callback_id: fields.callback_id ?? '',
    private_metadata: fields.private_metadata ?? '',
    external_id: fields.external_id ?? '',
    state: { values: {} },
    ...(previous === undefined ? {} : { previous }),
  }
  if (view.type === 'home') workspace.homes.set(user, view)
  else workspace.views.set(id, view)
  ledger.effect({ kind: 'view', id, user, body: { ...view } })
  workspace.tell({ kind: 'view', view, only: user })
  return view
}

/** The fields of a view that the bot sent, checked as Slack checks them. */
export function viewOf(value: unknown, type: View['type'], { workspace }: Desk): Dict {
  const hasFile = (id: string) => workspace.files.get(id)?.complete === true
  const refusal = checkView(value, { hasFile })
  if (refusal) throw new SlackError(refusal.error, refusal.reasons)
  if (!isObject(value) || value.type !== type)
    throw new SlackError('invalid_arguments', [`must be ${type} [json-pointer:/view/type]`])
  return value
}

function checkHash(view: View, values: Dict): void {
  const hash = optional(values, 'hash')
  if (hash !== undefined && hash !== view.hash) throw new SlackError('hash_conflict')
}

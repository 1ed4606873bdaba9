/** Who the bot is, its connection, people and groups, reactions, and the assistant's pane. */

import type { Dict } from '../complaints.ts'
import type { Desk, Method } from '../desk.ts'
import { SlackError } from '../slack-error.ts'
import { channelOf, required } from './arguments.ts'

export const AROUND: Record<string, Method> = {
  'auth.test': {
    scopes: [],
    tier: 100,
    run: (_, { workspace, bot }) => ({
      url: 'https://fake.slack.example/',
      team: 'Fake',
      user: bot.user.name,
      team_id: workspace.teamId,
      user_id: bot.user.id,
      bot_id: bot.botId,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    token: 'app',
    scopes: [],
    tier: 50,
    run: (_, desk) => ({ url: desk.socketUrl() }),
  },
  'users.info': {
    scopes: ['users:read'],
    tier: 100,
    run(values, { workspace }) {
      const user = workspace.users.get(required(values, 'user'))
      if (!user) throw new SlackError('user_not_found')
      return {
        user: {
          id: user.id,
          team_id: workspace.teamId,
          name: user.name,
          real_name: user.name,
          deleted: false,
          is_bot: user.isBot,
          is_admin: user.standing === 'admin',
          is_owner: false,
          is_restricted: user.standing === 'guest',
          is_ultra_restricted: user.standing === 'guest',
          is_stranger: user.standing === 'stranger',
          tz: user.zone,
          locale: user.locale,
          profile: { display_name: user.name, real_name: user.name },
        },
      }
    },
  },
  'usergroups.users.list': {
    scopes: ['usergroups:read'],
    tier: 20,
    run(values, { workspace }) {
      const group = workspace.groups.get(required(values, 'usergroup'))
      if (!group) throw new SlackError('no_such_subteam')
      return { users: [...group] }
    },
  },
  'reactions.add': {
    scopes: ['reactions:write'],
    tier: 50,
    run: (values, desk) => react(values, desk, true),
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    tier: 20,
    run: (values, desk) => react(values, desk, false),
  },
  'assistant.threads.setStatus': assistant('status'),
  'assistant.threads.setTitle': assistant('title'),
  'assistant.threads.setSuggestedPrompts': assistant('prompts'),
}

function react(values: Dict, desk: Desk, adds: boolean): Dict {
  const channel = channelOf(values, desk)
  const name = required(values, 'name')
  const message = desk.workspace.message(channel, required(values, 'timestamp'))
  if (!message) throw new SlackError('message_not_found')
  const reactions = (message.reactions ?? []) as { name: string; users: string[]; count: number }[]
  const there = reactions.some((reaction) => reaction.name === name)
  if (adds && there) throw new SlackError('already_reacted')
  if (!adds && !there) throw new SlackError('no_reaction')
  message.reactions = adds
    ? [...reactions, { name, users: [desk.bot.user.id], count: 1 }]
    : reactions.filter((reaction) => reaction.name !== name)
  desk.ledger.effect({ kind: 'reaction', channel: channel.id, id: message.ts, body: { name, added: adds } })
  return {}
}

function assistant(what: 'status' | 'title' | 'prompts'): Method {
  return {
    // docs.slack.dev/reference/methods/assistant.threads.setStatus: chat:write is enough for the status since 2026
    scopes: what === 'status' ? ['assistant:write', 'chat:write'] : ['assistant:write'],
    tier: 100,
    run(values, desk) {
      const channel = channelOf(values, desk, 'channel_id')
      const thread = required(values, 'thread_ts')
      const { token: _, ...body } = values
      if (what === 'status' && typeof values.status !== 'string')
        throw new SlackError('invalid_arguments', ['missing required field: status [json-pointer:]'])
      desk.ledger.effect({ kind: 'status', channel: channel.id, id: thread, body: { what, ...body } })
      desk.workspace.tell({ kind: 'status', channel })
      return {}
    },
  }
}

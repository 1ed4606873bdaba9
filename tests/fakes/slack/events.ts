/** The payloads Slack sends: events with what is around them, commands, presses, submissions, typing. */
import type { Dict } from './complaints.ts'
import type { Scope } from './credentials.ts'
import type { Desk } from './desk.ts'
import type { Channel, Message, User, View } from './workspace.ts'

/** An event with the envelope every event has; the same `id` again is the same event. */
export function eventCallback(event: Dict, id: string, { workspace, bot, time }: Desk): Dict {
  return {
    token: 'fake-verification-token',
    team_id: workspace.teamId,
    context_team_id: workspace.teamId,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: id,
    event_time: Math.floor(time.now() / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.teamId,
        user_id: bot.user.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${id}`,
  }
}

/** The events that a post sets off: the message itself, and the mention if it names the bot. */
export function eventsOfPost(channel: Channel, message: Message, { workspace, bot }: Desk): Dict[] {
  const { metadata: _, ...seen } = message
  const told = {
    ...seen,
    channel: channel.id,
    channel_type: CHANNEL_TYPE[channel.kind],
    event_ts: message.ts,
    team: workspace.teamId,
  }
  const mentions = message.text.includes(`<@${bot.user.id}>`)
  if (channel.kind === 'im' || !mentions || message.subtype !== undefined) return [told]
  const { subtype: _subtype, channel_type: _type, ...mention } = told as Dict
  return [{ ...mention, type: 'app_mention' }, told]
}

export const eventOfEdit = (channel: Channel, message: Message, previous: Message, ts: string): Dict => ({
  type: 'message',
  subtype: 'message_changed',
  message,
  previous_message: previous,
  channel: channel.id,
  channel_type: CHANNEL_TYPE[channel.kind],
  hidden: true,
  ts,
  event_ts: ts,
})

export const eventOfDeletion = (channel: Channel, previous: Message, ts: string): Dict => ({
  type: 'message',
  subtype: 'message_deleted',
  previous_message: previous,
  deleted_ts: previous.ts,
  channel: channel.id,
  channel_type: CHANNEL_TYPE[channel.kind],
  hidden: true,
  ts,
  event_ts: ts,
})

/** The scope without which an event is not sent; undefined for those that need none. */
export function scopeOf(event: Dict): Scope | undefined {
  if (event.type === 'message') return MESSAGE_SCOPE[String(event.channel_type)]
  return EVENT_SCOPE[String(event.type)]
}

/** How a subscription names this event: 'app_mention', 'message.im'. */
export const subscriptionOf = (event: Dict): string =>
  event.type === 'message' ? MESSAGE_SUBSCRIPTION[String(event.channel_type)]! : String(event.type)

export function slashCommand(
  { command, text, user, channel }: { command: string; text: string; user: User; channel: Channel },
  { workspace, bot, tickets }: Desk,
): Dict {
  return {
    token: 'fake-verification-token',
    team_id: workspace.teamId,
    team_domain: 'fake',
    channel_id: channel.id,
    channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: tickets.responseUrl({ channel, user: user.id }),
    trigger_id: tickets.trigger(user.id),
  }
}

/** Where something was pressed or typed: in a message, seen by all or by one, or in a view. */
export type Screen = { channel: Channel; message: Message; hidden: boolean } | { view: View }

export function blockActions(actions: Dict[], screen: Screen, user: User, state: Dict, desk: Desk): Dict {
  return {
    type: 'block_actions',
    ...person(user, desk),
    trigger_id: desk.tickets.trigger(user.id),
    ...around(screen, user, desk),
    state: { values: state },
    actions: actions.map((action) => ({ ...action, action_ts: desk.workspace.timestamp() })),
  }
}

export const blockSuggestion = (
  element: { action_id: unknown; block_id: unknown },
  typed: string,
  screen: Screen,
  user: User,
  desk: Desk,
): Dict => {
  const { response_url: _, ...where } = around(screen, user, desk)
  return { type: 'block_suggestion', ...person(user, desk), ...where, ...element, value: typed }
}

export const viewSubmission = (view: View, state: Dict, user: User, desk: Desk): Dict => ({
  type: 'view_submission',
  ...person(user, desk),
  trigger_id: desk.tickets.trigger(user.id),
  view: { ...view, state: { values: state } },
  response_urls: [],
})

export const viewClosed = (view: View, isCleared: boolean, user: User, desk: Desk): Dict => ({
  type: 'view_closed',
  ...person(user, desk),
  view,
  is_cleared: isCleared,
})

const person = (user: User, { workspace, bot }: Desk): Dict => ({
  user: { id: user.id, username: user.name, name: user.name, team_id: workspace.teamId },
  team: { id: workspace.teamId, domain: 'fake' },
  api_app_id: bot.appId,
  token: 'fake-verification-token',
  enterprise: null,
  is_enterprise_install: false,
})

function around(screen: Screen, user: User, { tickets }: Desk): Dict {
  if ('view' in screen) return { container: { type: 'view', view_id: screen.view.id }, view: screen.view }
  const { channel, message, hidden } = screen
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: hidden,
      ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    },
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    // an ephemeral message is not sent along
    ...(hidden ? {} : { message }),
    response_url: tickets.responseUrl({
      channel,
      user: user.id,
      messageTs: message.ts,
      ...(message.thread_ts === undefined ? {} : { thread: message.thread_ts }),
    }),
  }
}

const CHANNEL_TYPE = { channel: 'channel', group: 'group', im: 'im' } as const

const MESSAGE_SUBSCRIPTION: Record<string, string> = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
}

const MESSAGE_SCOPE: Record<string, Scope> = {
  channel: 'channels:history',
  group: 'groups:history',
  im: 'im:history',
}

const EVENT_SCOPE: Record<string, Scope> = {
  app_mention: 'app_mentions:read',
  assistant_thread_started: 'assistant:write',
  assistant_thread_context_changed: 'assistant:write',
  channel_archive: 'channels:read',
  member_left_channel: 'channels:read',
  member_joined_channel: 'channels:read',
}

/** What Slack sends -> what somebody did. Whatever has not the shape Slack documents becomes null, and nothing happens. */
import { z } from 'zod'
import { mentions, speaksToOthers, typedText } from './incoming-text.ts'

/** Who the bot is, as auth.test tells. */
export interface Identity {
  team: string
  user: string
  botId: string | null
}

export interface Message {
  /** The same for all events of one post, however often they come. */
  key: string
  channel: string
  user: string
  ts: string
  /** The thread it stands in. */
  thread: string | null
  direct: boolean
  /** The bot is named, or the message is a direct one. */
  asked: boolean
  /** The thread's first message is the bot's own. */
  underBot: boolean
  /** The person belongs to another workspace. */
  foreign: boolean
  /** As it was written, for whoever decides whether it is a command. */
  raw: string
  text: string
}

export function receiveMessage(event: unknown, me: Identity): Message | null {
  const read = MESSAGE.safeParse(event)
  if (!read.success) return null
  const { data } = read
  const { type, channel, user, ts, text, subtype, thread_ts: thread } = data
  // edits, deletions, joins, and posts of programs: nobody asked
  if (subtype !== undefined && !WRITTEN.has(subtype)) return null
  if (data.edited !== undefined || data.hidden === true) return null
  if (data.bot_id !== undefined || data.bot_profile !== undefined) return null
  if (user === me.user || user === 'USLACKBOT') return null
  const direct = data.channel_type === 'im'
  const asked = direct || type === 'app_mention' || mentions(text, me.user)
  if (!asked && (thread === undefined || speaksToOthers(text, me.user))) return null
  const home = data.user_team ?? data.source_team
  return {
    key: `slack:${me.team}:${channel}:${ts}`,
    ...{ channel, user, ts, direct, asked, raw: text },
    thread: thread ?? null,
    underBot: data.parent_user_id === me.user,
    foreign: home !== undefined && home !== me.team,
    text: typedText(text, me.user),
  }
}

export interface SlashCommand {
  key: string
  channel: string
  direct: boolean
  user: string
  text: string
  responseUrl: string
  trigger: string
}

export function receiveCommand(body: unknown): SlashCommand | null {
  const read = COMMAND.safeParse(body)
  if (!read.success) return null
  const { data } = read
  return {
    key: `slack:trigger:${data.trigger_id}`,
    channel: data.channel_id,
    direct: data.channel_name === 'directmessage',
    user: data.user_id,
    text: data.text,
    responseUrl: data.response_url,
    trigger: data.trigger_id,
  }
}

export interface Press {
  key: string
  user: string
  trigger: string
  /** 'ask:3', 'share', 'form:find' */
  action: string
  value: string
  responseUrl: string | null
  /** null: pressed on the home page or in a form. */
  place: { channel: string; direct: boolean; ts: string; thread: string | null; hidden: boolean } | null
}

export function receivePress(body: unknown): Press | null {
  const read = PRESS.safeParse(body)
  if (!read.success) return null
  const { data } = read
  const [action] = data.actions
  if (action === undefined) return null
  const channel = data.channel?.id ?? data.container.channel_id
  const ts = data.container.message_ts ?? data.message?.ts
  return {
    key: `slack:trigger:${data.trigger_id}:${action.action_id}`,
    user: data.user.id,
    trigger: data.trigger_id,
    action: action.action_id,
    value: action.value ?? '',
    responseUrl: data.response_url ?? null,
    place:
      channel === undefined || ts === undefined
        ? null
        : {
            channel,
            direct: data.channel?.name === 'directmessage',
            ts,
            thread: data.message?.thread_ts ?? data.container.thread_ts ?? null,
            hidden: data.container.is_ephemeral === true,
          },
  }
}

export interface Typing {
  user: string
  action: string
  typed: string
  metadata: string
}

export function receiveTyping(body: unknown): Typing | null {
  const read = TYPING.safeParse(body)
  if (!read.success) return null
  const { user, action_id: action, value: typed, view } = read.data
  return { user: user.id, action, typed, metadata: view?.private_metadata ?? '' }
}

export interface Submission {
  key: string
  user: string
  metadata: string
  /** By the name of the option. */
  values: Readonly<Record<string, string>>
}

export function receiveSubmission(body: unknown): Submission | null {
  const read = SUBMISSION.safeParse(body)
  if (!read.success) return null
  const { user, view, trigger_id: trigger } = read.data
  const values = Object.entries(view.state.values).flatMap(([name, fields]) => {
    const field = Object.values(fields)[0]
    const value = field?.selected_option?.value ?? field?.value ?? ''
    return value.trim() === '' ? [] : [[name, value.trim()] as const]
  })
  return {
    key: `slack:view:${trigger ?? view.id}`,
    user: user.id,
    metadata: view.private_metadata,
    values: Object.fromEntries(values),
  }
}

const id = z.string().min(1).max(255)
const text = z.string()

const MESSAGE = z.looseObject({
  type: z.enum(['message', 'app_mention']),
  channel: id,
  user: id,
  ts: id,
  text,
  subtype: text.optional(),
  thread_ts: id.optional(),
  channel_type: text.optional(),
  parent_user_id: text.optional(),
  user_team: text.optional(),
  source_team: text.optional(),
  hidden: z.boolean().optional(),
  edited: z.unknown().optional(),
  bot_id: z.unknown().optional(),
  bot_profile: z.unknown().optional(),
})
/** Subtypes of messages that a person wrote all the same. */
const WRITTEN = new Set(['thread_broadcast', 'file_share'])

const COMMAND = z.looseObject({
  command: text,
  text: text.default(''),
  channel_id: id,
  channel_name: text.optional(),
  user_id: id,
  response_url: z.url({ protocol: /^https?$/ }),
  trigger_id: id,
})

const PRESS = z.looseObject({
  user: z.looseObject({ id }),
  trigger_id: id,
  response_url: z.url({ protocol: /^https?$/ }).optional(),
  channel: z.looseObject({ id, name: text.optional() }).nullish(),
  message: z.looseObject({ ts: id, thread_ts: id.optional() }).nullish(),
  container: z.looseObject({
    message_ts: id.optional(),
    channel_id: id.optional(),
    thread_ts: id.optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  actions: z.array(z.looseObject({ action_id: id, value: text.nullish() })),
})

const TYPING = z.looseObject({
  user: z.looseObject({ id }),
  action_id: id,
  value: text.default(''),
  view: z.looseObject({ private_metadata: text.default('') }).optional(),
})

const SUBMISSION = z.looseObject({
  user: z.looseObject({ id }),
  trigger_id: id.optional(),
  view: z.looseObject({
    id,
    private_metadata: text.default(''),
    state: z.looseObject({
      values: z.record(
        z.string(),
        z.record(
          z.string(),
          z.looseObject({
            value: text.nullish(),
            selected_option: z.looseObject({ value: text }).nullish(),
          }),
        ),
      ),
    }),
  }),
})

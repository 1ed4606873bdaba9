/** What Discord says happened, read with care: anything may be missing or of another kind than its documents say. */
import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js'
import type { CommandCall, Incoming } from '../../chat/incoming.ts'
import { PRIVATE } from './publish.ts'

type Loose = Readonly<Record<string, unknown>>

/** A message in which somebody speaks to the bot. */
export interface Heard {
  id: string
  channel: string
  guild?: string
  author: string
  text: string
  /** The message it answers. */
  answers?: string
}

/** null: nobody spoke to the bot. Cheap for the hundreds of messages a second that are none of its business. */
export function heardMessage(data: unknown, botId: string): Heard | null {
  const message = looseOf(data)
  const author = looseOf(message.author)
  if (message.guild_id !== undefined && !mentions(message.mentions, botId)) return null
  if (author.bot === true || author.system === true || message.webhook_id !== undefined) return null
  if (message.type !== undefined && message.type !== PLAIN && message.type !== REPLY) return null
  const [id, channel, by] = [textOf(message.id), textOf(message.channel_id), textOf(author.id)]
  if (id === '' || channel === '' || by === '' || by === botId) return null
  const guild = textOf(message.guild_id)
  const answers = textOf(looseOf(message.message_reference).message_id)
  return {
    id,
    channel,
    author: by,
    text: withoutMentions(textOf(message.content)),
    ...(guild === '' ? {} : { guild }),
    ...(answers === '' ? {} : { answers }),
  }
}

/** What every interaction tells of itself. */
export interface Asked {
  id: string
  token: string
  type: number
  channel: string
  guild?: string
  author: string
  locale: 'en' | 'zh' | undefined
  /** Between this person and the bot alone. */
  direct: boolean
  /** Whether the bot itself is a member there; otherwise only this person installed it. */
  installed: boolean
  data: Loose
  /** The message whose button was pressed. */
  on?: { id: string; hidden: boolean }
  /** What the person may do in this channel at this moment, as Discord counted it. */
  permissions?: bigint
}

export function askedInteraction(raw: unknown): Asked | null {
  const it = looseOf(raw)
  const member = looseOf(it.member)
  const user = looseOf(member.user ?? it.user)
  const message = looseOf(it.message)
  const [id, token, author] = [textOf(it.id), textOf(it.token), textOf(user.id)]
  const channel = textOf(it.channel_id) || textOf(looseOf(it.channel).id)
  if (id === '' || token === '' || author === '' || typeof it.type !== 'number') return null
  const guild = textOf(it.guild_id)
  const on = textOf(message.id)
  const permissions = textOf(member.permissions)
  const owners = it.authorizing_integration_owners
  return {
    id,
    token,
    type: it.type,
    channel,
    author,
    locale: localeOf(it.locale),
    direct: it.context === undefined ? guild === '' : it.context === InteractionContextType.BotDM,
    installed: owners === undefined || Object.hasOwn(looseOf(owners), '0') || guild === '',
    data: looseOf(it.data),
    ...(guild === '' ? {} : { guild }),
    ...(on === '' ? {} : { on: { id: on, hidden: (Number(message.flags ?? 0) & EPHEMERAL) !== 0 } }),
    ...(/^\d{1,30}$/.test(permissions) ? { permissions: BigInt(permissions) } : {}),
  }
}

/** Where and by whom, as the rest of the house knows it. */
export function incomingOf(
  by: Pick<Asked, 'channel' | 'guild' | 'author' | 'locale' | 'direct'>,
  conversation: string,
  at: number,
  said: Incoming['said'],
): Incoming {
  return {
    platform: 'discord',
    ...(by.guild === undefined ? {} : { tenant: by.guild }),
    ...(by.channel === '' ? {} : { place: by.channel }),
    ...(by.direct ? { direct: true } : {}),
    conversation,
    author: by.author,
    at,
    ...(by.locale === undefined ? {} : { locale: by.locale }),
    said,
  }
}

/** A command as it was filled in; `hidden`: the answer is for the asker alone. */
export function calledCommand(data: Loose): { call: CommandCall; hidden: boolean; focused: string | null } {
  const first = looseOf(listOf(data.options)[0])
  const isPart = first.type === ApplicationCommandOptionType.Subcommand
  const given = listOf(isPart ? first.options : data.options).map(looseOf)
  const values: Record<string, string> = Object.create(null)
  let hidden = false
  let focused: string | null = null
  for (const { name, value, focused: isFocused } of given) {
    if (typeof name !== 'string') continue
    if (name === PRIVATE) hidden = value === true
    else if (['string', 'number', 'boolean'].includes(typeof value))
      values[name] = String(value).slice(0, LONGEST)
    if (isFocused === true) focused = name
  }
  const call: CommandCall = {
    kind: 'command',
    name: textOf(data.name),
    ...(isPart ? { subcommand: textOf(first.name) } : {}),
    values,
  }
  return { call, hidden, focused }
}

/** The text of the message a person chose "Ask about this" on. */
export function targetText(data: Loose): string {
  const messages = looseOf(looseOf(data.resolved).messages)
  const target = textOf(data.target_id)
  const message = looseOf(Object.hasOwn(messages, target) ? messages[target] : undefined)
  const embeds = listOf(message.embeds).map((embed) => textOf(looseOf(embed).description))
  return withoutMentions([textOf(message.content), ...embeds].find((text) => text.trim() !== '') ?? '')
}

/** Fields of a form that was sent, by their names: in labels, or in rows as older forms have them. */
export function filledForm(data: Loose): Record<string, string> {
  const values: Record<string, string> = Object.create(null)
  for (const part of listOf(data.components).map(looseOf))
    for (const field of [part.component, ...listOf(part.components)].map(looseOf)) {
      const name = textOf(field.custom_id)
      if (name !== '') values[name] = textOf(field.value).slice(0, LONGEST)
    }
  return values
}

/** The ids of what was pressed: a button's own, or the chosen option's of a menu. */
export function pressedId(data: Loose): string {
  return textOf(listOf(data.values)[0]) || textOf(data.custom_id)
}

const localeOf = (locale: unknown): 'en' | 'zh' | undefined =>
  typeof locale !== 'string'
    ? undefined
    : locale.startsWith('zh')
      ? 'zh'
      : locale.startsWith('en')
        ? 'en'
        : undefined

const looseOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : NOTHING
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function mentions(list: unknown, botId: string): boolean {
  if (!Array.isArray(list)) return false
  for (const each of list) if (looseOf(each).id === botId) return true
  return false
}

/** People, roles, channels, commands and emoji are no words of a question. */
const withoutMentions = (text: string): string =>
  text.slice(0, LONGEST).replace(MENTION, ' ').replace(/ {2,}/g, ' ').trim()

const NOTHING: Loose = Object.freeze({})
const MENTION = /<(?:@[!&]?|#|a?:\w{1,40}:|\/[\w -]{1,80}:)\d{1,20}>/g
/** As long as a message may be; the understanding takes far less. */
const LONGEST = 4_000
/** discord.com/developers/docs/resources/message#message-object-message-types */
const PLAIN = 0
const REPLY = 19
const EPHEMERAL = 64

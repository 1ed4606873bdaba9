/** The first answer to an interaction, and what follows it through its token. */
import {
  type APIMessage,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10'
import type { Answer } from '../../loopback-server.ts'
import type { Interaction } from '../interactions.ts'
import {
  changeMessage,
  composeMessage,
  dispatchMessage,
  notePings,
  postMessage,
  removeMessage,
} from '../messages.ts'
import { DiscordRefusal } from '../refusal.ts'
import { type Asked, NOTHING, type Route, takeBody } from './route.ts'

const limit = { calls: 5, per: 2_000 }
export const interactionRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/:interaction/:token/callback', open: true, does: callback },
  { method: 'POST', path: '/webhooks/:app/:token', open: true, limit, does: followUp },
  { method: 'GET', path: '/webhooks/:app/:token/messages/:message', open: true, limit, does: read },
  { method: 'PATCH', path: '/webhooks/:app/:token/messages/:message', open: true, limit, does: edit },
  { method: 'DELETE', path: '/webhooks/:app/:token/messages/:message', open: true, limit, does: remove },
]

function callback(asked: Asked): Answer {
  const { platform, params, query } = asked
  const interaction = platform.interactions.open(params.interaction!, params.token!)
  const body = takeBody(asked, 'callback')
  const type = Number(body.type)
  platform.interactions.answer(interaction, type)
  const data = (body.data ?? {}) as Record<string, unknown>
  const message = apply(asked, interaction, type, data)
  if (query.get('with_response') !== 'true') return NOTHING
  return {
    status: 200,
    body: {
      interaction: {
        id: interaction.id,
        type: interaction.type,
        response_message_id: message?.id ?? null,
        response_message_loading: interaction.loading,
        response_message_ephemeral: interaction.ephemeral,
      },
      resource: { type, ...(message === undefined ? {} : { message }) },
    },
  }
}

/** The message that came of it, if one did. */
function apply(
  asked: Asked,
  interaction: Interaction,
  type: number,
  data: Record<string, unknown>,
): APIMessage | undefined {
  const { platform } = asked
  const { channel, user, id } = interaction
  const done = (kind: 'status' | 'options' | 'view') =>
    platform.ledger.effect({ kind, id, channel: channel.id, user: user.id, body: data })
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      return write(asked, interaction, data)
    case InteractionResponseType.DeferredChannelMessageWithSource:
      done('status')
      return think(asked, interaction, data)
    case InteractionResponseType.DeferredMessageUpdate:
      done('status')
      if (interaction.source) interaction.original = interaction.source
      return undefined
    case InteractionResponseType.UpdateMessage:
      interaction.original = interaction.source!
      return change(asked, interaction, interaction.source!, data)
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      interaction.choices = (data.choices ?? []) as NonNullable<Interaction['choices']>
      done('options')
      return undefined
    case InteractionResponseType.Modal:
      interaction.modal = data as NonNullable<Interaction['modal']>
      done('view')
      return undefined
    default:
      return undefined
  }
}

function followUp(asked: Asked): Answer {
  const { platform, params } = asked
  const interaction = platform.interactions.followed(params.token!)
  const body = takeBody(asked, 'follow-up')
  // straight after a deferral this is the edit of the original, whatever its flags say
  if (interaction.loading && interaction.original)
    return { status: 200, body: change(asked, interaction, interaction.original, body) }
  return { status: 200, body: write(asked, interaction, body) }
}

function read(asked: Asked): Answer {
  return { status: 200, body: messageOf(asked, asked.platform.interactions.followed(asked.params.token!)) }
}

function edit(asked: Asked): Answer {
  const interaction = asked.platform.interactions.followed(asked.params.token!)
  const message = messageOf(asked, interaction)
  return { status: 200, body: change(asked, interaction, message, takeBody(asked, 'response edit')) }
}

function remove(asked: Asked): Answer {
  const { platform, params } = asked
  const interaction = platform.interactions.followed(params.token!)
  const message = messageOf(asked, interaction)
  interaction.messages.delete(message.id)
  if (interaction.original === message) delete interaction.original
  removeMessage(platform, interaction.channel, message.id)
  platform.ledger.effect({ kind: 'delete', id: message.id, channel: interaction.channel.id, body: {} })
  return NOTHING
}

function write(
  { platform, files }: Asked,
  interaction: Interaction,
  data: Record<string, unknown>,
): APIMessage {
  const { channel, user } = interaction
  const hidden = (Number(data.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  const message = composeMessage(platform, channel, {
    author: platform.world.bot,
    body: data,
    files,
    ...made(platform.world.bot.id, interaction),
  })
  enter(interaction, message, hidden)
  platform.ledger.effect({
    kind: hidden ? 'ephemeral' : 'post',
    id: message.id,
    channel: channel.id,
    ...(hidden ? { user: user.id } : {}),
    body: data,
  })
  notePings(platform, message, data)
  return hidden ? message : postMessage(platform, channel, message)
}

/** The "is thinking" that stands for the answer until the edit. */
function think({ platform }: Asked, interaction: Interaction, data: Record<string, unknown>): APIMessage {
  const hidden = (Number(data.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  const message = composeMessage(platform, interaction.channel, {
    author: platform.world.bot,
    body: {},
    flags: Number(data.flags ?? 0) | MessageFlags.Loading,
    ...made(platform.world.bot.id, interaction),
  })
  interaction.loading = true
  enter(interaction, message, hidden)
  return hidden ? message : postMessage(platform, interaction.channel, message)
}

/** An edit; of a deferred answer, its first content. */
function change(
  { platform, files }: Asked,
  interaction: Interaction,
  message: APIMessage,
  body: Record<string, unknown>,
): APIMessage {
  const { channel, user } = interaction
  const first = interaction.loading && message === interaction.original
  const hidden = interaction.hidden.has(message.id) || ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  changeMessage(platform, channel, message, body, files)
  if (first) {
    interaction.loading = false
    message.flags = (message.flags ?? 0) & ~MessageFlags.Loading
    message.edited_timestamp = null
  }
  platform.ledger.effect({
    kind: !first ? 'edit' : hidden ? 'ephemeral' : 'post',
    id: message.id,
    channel: channel.id,
    ...(hidden ? { user: user.id } : {}),
    body,
  })
  notePings(platform, message, body)
  if (!hidden) dispatchMessage(platform, 'MESSAGE_UPDATE', channel, message)
  return message
}

function enter(interaction: Interaction, message: APIMessage, hidden: boolean): void {
  interaction.messages.set(message.id, message)
  if (hidden) interaction.hidden.add(message.id)
  if (interaction.original !== undefined) return
  interaction.original = message
  interaction.ephemeral = hidden
}

/** How a message shows that an interaction made it. */
function made(applicationId: string, interaction: Interaction) {
  const isCommand = interaction.type === InteractionType.ApplicationCommand
  return {
    type:
      isCommand && interaction.original === undefined ? MessageType.ChatInputCommand : MessageType.Default,
    more: {
      application_id: applicationId,
      webhook_id: applicationId,
      interaction_metadata: {
        id: interaction.id,
        type: interaction.type,
        user: interaction.user,
        authorizing_integration_owners: {},
        ...(isCommand ? { name: interaction.name } : {}),
      } as unknown as NonNullable<APIMessage['interaction_metadata']>,
    },
  }
}

function messageOf({ params }: Asked, interaction: Interaction): APIMessage {
  const wanted = params.message!
  const message =
    wanted === '@original'
      ? interaction.original
      : (interaction.messages.get(wanted) ??
        (interaction.source?.id === wanted ? interaction.source : undefined))
  if (message === undefined) throw new DiscordRefusal(10008)
  return message
}

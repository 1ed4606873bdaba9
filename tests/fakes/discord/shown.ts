/** What a person sees: a message, "is thinking", a form, choices while typing, or that nothing came. */
import { type APIMessage, MessageFlags } from 'discord-api-types/v10'
import { type Component, withInner } from './component-rules.ts'
import type { Interaction } from './interactions.ts'
import { embedTextOf } from './message-rules.ts'

export interface Shown {
  kind: 'message' | 'thinking' | 'modal' | 'choices' | 'failed'
  /** The message's id; of what is no message, the interaction's. */
  id: string
  /** The channel's id. */
  channel: string
  /** Everything there is to read, in the order of the screen, a line each. */
  text: string
  /** Labels of the buttons that can be pressed. */
  buttons: string[]
  /** Labels of a menu's options; of a form's fields. */
  options: string[]
  files: { name: string; url: string; size: number; description?: string }[]
  /** The name of the only person who sees it. */
  onlyFor?: string
  /** While typing. */
  choices?: { name: string; value: string | number }[]
  /** The interaction it came from: a form is sent back to it. */
  interaction?: string
  /** The message exactly as the API gives it. */
  raw?: APIMessage
}

export function shownMessage(message: APIMessage, onlyFor?: string): Shown {
  const components = componentsOf(message)
  const isLoading = ((message.flags ?? 0) & MessageFlags.Loading) !== 0
  return {
    kind: isLoading ? 'thinking' : 'message',
    id: message.id,
    channel: message.channel_id,
    text: textOf(message, components),
    buttons: components
      .filter(({ type, disabled }) => type === BUTTON && disabled !== true)
      .map(({ label, emoji }) => String(label ?? (emoji as { name?: string } | undefined)?.name ?? '')),
    options: components.flatMap(({ options }) =>
      ((options ?? []) as { label: string }[]).map(({ label }) => label),
    ),
    files: message.attachments.map(({ filename, url, size, description }) => ({
      name: filename,
      url,
      size,
      ...(description === undefined ? {} : { description }),
    })),
    ...(onlyFor === undefined ? {} : { onlyFor }),
    raw: structuredClone(message),
  }
}

/** What the asker sees of an interaction, oldest first. */
export function shownInteraction(interaction: Interaction, isLate: boolean): Shown[] {
  const { id, channel, user, answered, modal, choices, source } = interaction
  const bare = { id, channel: channel.id, text: '', buttons: [], options: [], files: [], interaction: id }
  if (answered === undefined)
    return isLate ? [{ ...bare, kind: 'failed', text: 'The application did not respond' }] : []
  const seen: Shown[] = []
  if (choices) seen.push({ ...bare, kind: 'choices', choices, options: choices.map(({ name }) => name) })
  if (modal) {
    const parts = (modal.components as Component[]).flatMap(withInner)
    seen.push({
      ...bare,
      kind: 'modal',
      text: modal.title,
      options: parts.flatMap(({ label }) => (typeof label === 'string' ? [label] : [])),
      onlyFor: user.username,
    })
  }
  const changed = source?.edited_timestamp ? Date.parse(source.edited_timestamp) : 0
  if (source && (answered === 7 || (answered === 6 && changed >= interaction.createdAt)))
    seen.push({ ...shownMessage(source), interaction: id })
  for (const message of interaction.messages.values())
    seen.push({
      ...shownMessage(message, interaction.hidden.has(message.id) ? user.username : undefined),
      interaction: id,
    })
  return seen
}

export const componentsOf = (message: APIMessage): Component[] =>
  ((message.components ?? []) as unknown as Component[]).flatMap(withInner)

function textOf(message: APIMessage, components: readonly Component[]): string {
  const embeds = message.embeds as unknown as Record<string, unknown>[]
  const displays = components.flatMap(({ type, content }) => (type === TEXT ? [String(content)] : []))
  return [message.content, ...embeds.flatMap(embedTextOf), ...displays]
    .filter((text) => text !== '')
    .join('\n')
}

const BUTTON = 2
const TEXT = 10

/** What Discord refuses in a message beyond its schemas. */
import { MessageFlags } from 'discord-api-types/v10'
import { checkComponents } from './component-rules.ts'

/** Where the message is written: its flags differ, and an edit may leave everything out. */
export type MessageUse = 'channel' | 'response' | 'edit' | 'deferral'

export function checkMessage(
  body: Record<string, unknown>,
  use: MessageUse,
  files: ReadonlyMap<number, string>,
): { reasons: string[]; empty: boolean } {
  const reasons = [
    ...checkContent(body),
    ...checkFlags(body, use),
    ...checkEmbeds(body),
    ...checkMentions(body),
    ...checkFiles(body, files),
    ...checkComponents(body, 'message'),
  ]
  return { reasons, empty: isEmpty(body, use, files) }
}

function checkContent(body: Record<string, unknown>): string[] {
  const content = body.content
  if (typeof content !== 'string' || content.length <= LONGEST_CONTENT) return []
  return [`content: ${content.length} characters, at most ${LONGEST_CONTENT} for a bot`]
}

function checkFlags(body: Record<string, unknown>, use: MessageUse): string[] {
  const flags = Number(body.flags ?? 0)
  const extra = flags & ~FLAGS[use]
  if (extra !== 0) return [`flags: ${extra} cannot be set here`]
  if ((flags & MessageFlags.IsComponentsV2) === 0) return []
  const beside = ['content', 'embeds', 'sticker_ids', 'poll'].filter((key) => isFilled(body[key]))
  return beside.map((key) => `${key}: not together with components of version 2`)
}

function checkEmbeds(body: Record<string, unknown>): string[] {
  const embeds = listOf(body.embeds)
  const total = embeds.reduce((sum, embed) => sum + embedTextOf(embed).join('').length, 0)
  const reasons = total > EMBED_TEXT ? [`embeds: ${total} characters together, at most ${EMBED_TEXT}`] : []
  embeds.forEach((embed, index) => {
    if (embedTextOf(embed).join('') === '' && !EMBED_PICTURES.some((key) => embed[key]))
      reasons.push(`embeds[${index}]: shows nothing`)
  })
  return reasons
}

function checkMentions(body: Record<string, unknown>): string[] {
  const allowed = body.allowed_mentions
  if (typeof allowed !== 'object' || allowed === null) return []
  const { parse, ...named } = allowed as Record<string, unknown>
  const kinds = Array.isArray(parse) ? parse : []
  return ['users', 'roles']
    .filter((kind) => kinds.includes(kind) && isFilled(named[kind]))
    .map((kind) => `allowed_mentions.${kind}: not together with parse`)
}

/** Every announced file came, no larger than allowed, and every picture an embed shows is among them. */
function checkFiles(body: Record<string, unknown>, files: ReadonlyMap<number, string>): string[] {
  const announced = listOf(body.attachments)
  const reasons: string[] = []
  for (const { id } of announced)
    if (String(id).length < SHORTEST_SNOWFLAKE && !files.has(Number(id)))
      reasons.push(`attachments: file ${String(id)} did not come`)
  const names = [...files.values(), ...announced.map(({ filename }) => filename)]
  // Discord shows the embed without its picture; nobody wants that
  for (const [, name] of JSON.stringify(body.embeds ?? []).matchAll(/"attachment:\/\/([^"]+)"/g))
    if (!names.includes(name)) reasons.push(`embeds: shows ${name}, which did not come`)
  if (files.size > MOST_FILES) reasons.push(`files: ${files.size}, at most ${MOST_FILES}`)
  return reasons
}

function isEmpty(
  body: Record<string, unknown>,
  use: MessageUse,
  files: ReadonlyMap<number, string>,
): boolean {
  if (use === 'deferral' || files.size > 0) return false
  // an edit says only what changes: empty only when it takes everything away by name
  if (use === 'edit' && SHOWING.some((key) => body[key] === undefined)) return false
  return !SHOWING.some((key) => isFilled(body[key]))
}

/** All text of an embed that counts for the limit of their sum. */
export function embedTextOf(embed: Record<string, unknown>): string[] {
  const inner = (key: string, field: string) => (embed[key] as Record<string, unknown> | undefined)?.[field]
  const texts = [
    inner('author', 'name'),
    embed.title,
    embed.description,
    ...listOf(embed.fields).flatMap(({ name, value }) => [name, value]),
    inner('footer', 'text'),
  ]
  return texts.filter((text): text is string => typeof text === 'string')
}

const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : []

const isFilled = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : Boolean(value)

const SHOWING = ['content', 'embeds', 'components', 'attachments', 'sticker_ids', 'poll']
const EMBED_PICTURES = ['image', 'thumbnail', 'video']

/** discord.com/developers/docs/resources/message: 2,000 in a message of a bot, 6,000 in all its embeds together, 10 files. */
const LONGEST_CONTENT = 2_000
const EMBED_TEXT = 6_000
const MOST_FILES = 10
/** Bytes of one file without boosts (discord.com/developers/docs/reference#uploading-files). */
export const LARGEST_FILE = 10 * 1024 * 1024

/** An attachment id is either the number of a file that comes along or the id of one that is there already. */
const SHORTEST_SNOWFLAKE = 10

const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2
const FLAGS: Record<MessageUse, number> = {
  channel: SETTABLE | MessageFlags.SuppressNotifications | MessageFlags.IsVoiceMessage,
  response: SETTABLE | MessageFlags.Ephemeral | MessageFlags.SuppressNotifications,
  edit: SETTABLE,
  deferral: MessageFlags.Ephemeral | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2,
}

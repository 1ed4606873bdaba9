/** Which events a session gets, and what of a message it may read: intents and the content rules. */
import { type APIMessage, GatewayIntentBits } from 'discord-api-types/v10'

/** Something that happened, as it is dispatched. */
export interface GatewayEvent {
  t: string
  d: Record<string, unknown>
  /** The intent a session must have asked for; none for interactions and what concerns the bot alone. */
  intent?: number
  /** For messages: whoever wrote it, so that the content can be withheld. */
  message?: APIMessage
}

export const messageIntent = (isDm: boolean): number =>
  isDm ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages

export const isFor = (event: GatewayEvent, intents: number): boolean =>
  event.intent === undefined || (intents & event.intent) !== 0

/** Content, embeds, attachments and components stay empty without MessageContent, except in DMs, in mentions of the bot and in its own. */
export function readsContent(event: GatewayEvent, intents: number, botId: string): boolean {
  if (event.message === undefined) return true
  if ((intents & GatewayIntentBits.MessageContent) !== 0) return true
  if (event.d.guild_id === undefined) return true
  const { author, mentions } = event.message
  return author.id === botId || mentions.some((user) => user.id === botId)
}

export const withoutContent = (data: Record<string, unknown>): Record<string, unknown> => ({
  ...data,
  content: '',
  embeds: [],
  attachments: [],
  components: [],
})

/** Intents that must be switched on in the developer portal. */
export const PRIVILEGED =
  GatewayIntentBits.MessageContent | GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences

/** Every intent there is; a bit outside is invalid. */
export const EVERY_INTENT = Object.values(GatewayIntentBits)
  .filter((bit): bit is number => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0)

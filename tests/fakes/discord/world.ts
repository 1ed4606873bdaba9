/** The place the bot lives in: one guild with its channels, the people, and what was written. */
import { type APIMessage, type APIUser, PermissionFlagsBits } from 'discord-api-types/v10'
import type { Clock } from '../../../src/base/clock.ts'
import type { NextId } from './snowflake.ts'

export interface Channel {
  id: string
  name: string
  kind: 'text' | 'thread' | 'dm'
  /** The channel a thread belongs to. */
  parent?: string
  /** The person a DM is with. */
  recipient?: string
  archived: boolean
  locked: boolean
  /** What the bot may not do here. */
  denied: bigint
  /** Oldest first. */
  messages: Map<string, APIMessage>
}

export interface Attachment {
  filename: string
  contentType: string
  data: Buffer
}

export interface WorldOptions {
  botName: string
  channels: readonly string[]
  /** How many messages a channel keeps; the oldest go first. */
  keepMessages: number
}

export class World {
  readonly bot: APIUser
  readonly guildId: string
  readonly guildName = 'Harbour'
  readonly botRoleId: string
  readonly channels = new Map<string, Channel>()
  readonly attachments = new Map<string, Attachment>()
  /** What the bot wrote last under each nonce. */
  readonly nonces = new Map<string, { at: number; message: APIMessage }>()
  /** False once the bot was removed from the guild. */
  inGuild = true
  /** What the bot may do in the guild, before what a channel denies. */
  granted: bigint = USUAL
  /** By person. */
  readonly #roles = new Map<string, { id: string; name: string; may: bigint }>()
  /** The language each person's client is set to, where it is not English. */
  readonly #locales = new Map<string, string>()
  readonly #users = new Map<string, APIUser>()
  readonly #byName = new Map<string, APIUser>()
  readonly #now: Clock
  readonly #nextId: NextId
  readonly #keepMessages: number

  constructor(now: Clock, nextId: NextId, options: WorldOptions) {
    this.#now = now
    this.#nextId = nextId
    this.#keepMessages = options.keepMessages
    this.bot = { ...this.#newUser(options.botName), bot: true }
    this.#users.set(this.bot.id, this.bot)
    this.#byName.set(this.bot.username, this.bot)
    this.guildId = nextId()
    this.botRoleId = nextId()
    for (const name of options.channels) this.addChannel(name)
  }

  /** A person by name; whoever is named first is new here. */
  person(name: string, { bot = false }: { bot?: boolean } = {}): APIUser {
    const known = this.#byName.get(name)
    if (known) return known
    const user: APIUser = { ...this.#newUser(name), ...(bot ? { bot } : {}) }
    this.#users.set(user.id, user)
    this.#byName.set(name, user)
    return user
  }

  localeOf(user: APIUser): string {
    return this.#locales.get(user.id) ?? 'en-US'
  }

  setLocale(user: APIUser, locale: string): void {
    this.#locales.set(user.id, locale)
  }

  /** Gives a person a role of their own with these rights in the whole guild. */
  trust(user: APIUser, may: bigint): void {
    const role = this.#roles.get(user.id) ?? { id: this.#nextId(), name: `role of ${user.username}`, may: 0n }
    this.#roles.set(user.id, { ...role, may: role.may | may })
  }

  roles(): { id: string; name: string; may: bigint }[] {
    return [...this.#roles.values()]
  }

  rolesOf(user: APIUser): string[] {
    const role = this.#roles.get(user.id)
    return role === undefined ? [] : [role.id]
  }

  /** What a person may do everywhere in the guild; its owner everything. */
  personMay(user: APIUser): bigint {
    if (user.username === OWNER) return Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n)
    return EVERYONE_MAY | (this.#roles.get(user.id)?.may ?? 0n)
  }

  known(name: string): APIUser | undefined {
    return this.#byName.get(name)
  }

  user(id: string): APIUser | undefined {
    return this.#users.get(id)
  }

  addChannel(name: string): Channel {
    return this.#enter({ id: this.#nextId(), name, kind: 'text' })
  }

  /** A thread started on a message has that message's id. */
  addThread(parent: Channel, name: string, id = this.#nextId()): Channel {
    return this.#enter({ id, name, kind: 'thread', parent: parent.id })
  }

  /** The DM of the bot with this person, opened when there is none. */
  dmWith(user: APIUser): Channel {
    for (const channel of this.channels.values()) if (channel.recipient === user.id) return channel
    return this.#enter({ id: this.#nextId(), name: user.username, kind: 'dm', recipient: user.id })
  }

  /** By id or by name, '#' before it or not; a test that names none of these is wrong. */
  channel(named: string): Channel {
    const name = named.replace(/^#/, '')
    const found =
      this.channels.get(name) ??
      [...this.channels.values()].find((each) => each.name === name && each.kind !== 'dm')
    if (!found) throw new Error(`There is no channel ${named}.`)
    return found
  }

  /** Whether the bot may do all of this in a channel. */
  botMay(channel: Channel, ...bits: bigint[]): boolean {
    if (channel.kind === 'dm') return true
    const parent = channel.parent === undefined ? channel : this.channels.get(channel.parent)
    const allowed = this.granted & ~channel.denied & ~(parent?.denied ?? 0n)
    return bits.every((bit) => (allowed & bit) === bit)
  }

  permissionsIn(channel: Channel): bigint {
    const parent = channel.parent === undefined ? channel : this.channels.get(channel.parent)
    return this.granted & ~channel.denied & ~(parent?.denied ?? 0n)
  }

  keep(channel: Channel, message: APIMessage): void {
    channel.messages.set(message.id, message)
    if (channel.messages.size <= this.#keepMessages) return
    const oldest = channel.messages.keys().next()
    if (!oldest.done) channel.messages.delete(oldest.value)
  }

  /** How many people there are, bots among them. */
  get people(): number {
    return this.#users.size
  }

  timestamp(at = this.#now()): string {
    return new Date(at).toISOString().replace('Z', '000+00:00')
  }

  #enter(channel: Pick<Channel, 'id' | 'name' | 'kind' | 'parent' | 'recipient'>): Channel {
    const whole: Channel = { ...channel, archived: false, locked: false, denied: 0n, messages: new Map() }
    this.channels.set(whole.id, whole)
    return whole
  }

  #newUser(name: string): APIUser {
    return {
      id: this.#nextId(),
      username: name,
      discriminator: '0',
      global_name: name,
      avatar: null,
    }
  }
}

/** The person who made the guild. */
export const OWNER = 'owner'

/** What everybody may do; the bot as well. */
export const EVERYONE_MAY =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands

/** What an invitation of the bot usually grants. */
const USUAL =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands

/**
 * The state of one workspace: people, channels, messages, uploaded files, views. It knows no network and no tokens; whoever changes
 * it tells those who watch what has come to be seen.
 */
import type { Clock } from '../../../src/base/clock.ts'
import type { Dict } from './complaints.ts'
import { after, TimestampMint } from './timestamps.ts'

export interface User {
  id: string
  name: string
  isBot: boolean
  /** Members, admins, guests of one channel, and people of another workspace in a channel they share with this one. */
  standing: 'member' | 'admin' | 'guest' | 'stranger'
  locale: string
  zone: string
}

export interface Channel {
  id: string
  /** Without '#'; of a direct message: the person's name. */
  name: string
  kind: 'channel' | 'group' | 'im'
  members: Set<string>
  archived: boolean
  /** Oldest first, answers in threads among them. */
  messages: Message[]
}

export interface Message extends Dict {
  type: 'message'
  ts: string
  text: string
  user?: string
  bot_id?: string
  app_id?: string
  subtype?: string
  thread_ts?: string
  blocks?: unknown[]
  metadata?: unknown
  edited?: { user: string; ts: string }
}

/** A change that somebody can see. An ephemeral message has the one person who sees it. */
export interface Change {
  kind: 'post' | 'ephemeral' | 'edit' | 'delete' | 'view' | 'status'
  channel?: Channel
  message?: Message
  previous?: Message
  only?: string
  view?: View
}

export interface View extends Dict {
  id: string
  type: 'modal' | 'home'
  hash: string
  /** Whose screen it is on. */
  user: string
  blocks: Dict[]
  previous?: string
}

export interface StoredFile {
  id: string
  name: string
  title: string
  bytes: Uint8Array | undefined
  /** Only a completed upload can be shown. */
  complete: boolean
}

export class Workspace {
  readonly teamId: string
  readonly users = new Map<string, User>()
  readonly channels = new Map<string, Channel>()
  readonly files = new Map<string, StoredFile>()
  readonly views = new Map<string, View>()
  readonly homes = new Map<string, View>()
  readonly ephemerals = new Map<string, { channel: Channel; message: Message; only: string }>()
  readonly groups = new Map<string, Set<string>>()
  readonly #mint: TimestampMint
  readonly #watchers = new Set<(change: Change) => void>()
  readonly #keep: number
  #count = 0

  /** `keep`: how many messages a channel remembers; all unless said. */
  constructor(clock: Clock, keep = Number.POSITIVE_INFINITY) {
    this.#mint = new TimestampMint(clock)
    this.#keep = keep
    this.teamId = this.id('T')
  }

  /** A new opaque id; the first letter says the kind, as Slack's do. */
  id(letter: string): string {
    this.#count += 1
    return `${letter}0${this.#count.toString(36).toUpperCase().padStart(8, '0')}`
  }

  timestamp(): string {
    return this.#mint.next()
  }

  addUser(name: string, more: Partial<Omit<User, 'id' | 'name'>> = {}): User {
    const standard = { isBot: false, standing: 'member', locale: 'en-US', zone: 'Asia/Shanghai' } as const
    const user: User = { id: this.id('U'), name, ...standard, ...more }
    this.users.set(user.id, user)
    return user
  }

  addChannel(
    name: string,
    more: Partial<Pick<Channel, 'kind' | 'archived'>> & { members?: Iterable<string> } = {},
  ): Channel {
    const kind = more.kind ?? 'channel'
    const channel: Channel = {
      id: this.id(kind === 'im' ? 'D' : 'C'),
      name,
      kind,
      members: new Set(more.members ?? []),
      archived: more.archived ?? false,
      messages: [],
    }
    this.channels.set(channel.id, channel)
    return channel
  }

  /** By name or id. A test that names somebody unknown is mistaken, so it throws. */
  user(name: string): User {
    const found =
      this.users.get(name) ?? [...this.users.values()].find((user) => user.name === name.replace(/^@/, ''))
    if (!found) throw new Error(`nobody is called '${name}'`)
    return found
  }

  channel(name: string): Channel {
    const plain = name.replace(/^#/, '')
    const found =
      this.channels.get(name) ??
      [...this.channels.values()].find((channel) => channel.kind !== 'im' && channel.name === plain)
    if (!found) throw new Error(`no channel is called '${name}'`)
    return found
  }

  /** The direct messages between a person and the bot, begun if there are none. */
  directMessages(userId: string, botUserId: string): Channel {
    for (const channel of this.channels.values())
      if (channel.kind === 'im' && channel.members.has(userId)) return channel
    return this.addChannel(this.user(userId).name, { kind: 'im', members: [userId, botUserId] })
  }

  post(channel: Channel, fields: Omit<Message, 'type' | 'ts'> & { text: string }): Message {
    const message = { type: 'message', ts: this.timestamp(), ...fields } as Message
    channel.messages.push(message)
    if (channel.messages.length > this.#keep * 1.25 + 100)
      channel.messages.splice(0, channel.messages.length - this.#keep)
    this.tell({ kind: 'post', channel, message })
    return message
  }

  postEphemeral(
    channel: Channel,
    only: string,
    fields: Omit<Message, 'type' | 'ts'> & { text: string },
  ): Message {
    const message = { type: 'message', ts: this.timestamp(), ...fields } as Message
    this.ephemerals.set(message.ts, { channel, message, only })
    if (this.ephemerals.size > this.#keep) this.ephemerals.delete(this.ephemerals.keys().next().value!)
    this.tell({ kind: 'ephemeral', channel, message, only })
    return message
  }

  message(channel: Channel, ts: string): Message | undefined {
    // from the end: what is edited or answered is nearly always recent
    return channel.messages.findLast((message) => message.ts === ts)
  }

  edit(channel: Channel, message: Message, fields: Partial<Message>, by: string): void {
    const previous = { ...message }
    Object.assign(message, fields, { edited: { user: by, ts: this.timestamp() } })
    this.tell({ kind: 'edit', channel, message, previous })
  }

  remove(channel: Channel, message: Message): void {
    channel.messages.splice(channel.messages.indexOf(message), 1)
    this.tell({ kind: 'delete', channel, message, previous: message })
  }

  /** Messages between two moments, newest first; the moments themselves belong to it only if `inclusive`. */
  between(
    channel: Channel,
    {
      oldest = '0',
      latest,
      inclusive = false,
    }: { oldest?: string | undefined; latest?: string | undefined; inclusive?: boolean },
  ): Message[] {
    const found: Message[] = []
    for (let index = channel.messages.length - 1; index >= 0; index -= 1) {
      const message = channel.messages[index]!
      const sinceOldest = after(message.ts, oldest) || (inclusive && !after(oldest, message.ts))
      if (!sinceOldest) break
      const beforeLatest =
        latest === undefined || after(latest, message.ts) || (inclusive && !after(message.ts, latest))
      if (beforeLatest) found.push(message)
    }
    return found
  }

  tell(change: Change): void {
    for (const watcher of this.#watchers) watcher(change)
  }

  /** Is told of every change; what comes back stops that. */
  watch(watcher: (change: Change) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
}

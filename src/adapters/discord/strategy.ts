/**
 * How discord.js runs a shard here. Its own way lets an odd frame end the process, because what throws while a frame is read
 * is caught by nobody; and it builds objects for every message that is none of ours. Here whatever goes wrong in a frame is
 * caught and counted, messages and interactions come to us as they are, and a session left behind can be taken up again.
 *
 * It reaches into parts of @discordjs/ws that are not promised; where an update renames them, spawning fails at once.
 */
import { GatewayDispatchEvents, type SessionInfo, SimpleShardingStrategy } from 'discord.js'

export interface ShardEvents {
  /** A message or an interaction, with its number in the session. */
  dispatch(type: string, data: unknown, sequence: number): void
  up(): void
  /** @param code the gateway's close code */
  closed(code: number): void
  /** Something threw while a frame was read, or while reconnecting. */
  odd(error: unknown): void
}

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0]

/** What is used of a shard of @discordjs/ws, which discord.js does not pass on under its name. */
interface InnerShard {
  emit(event: string, payload: unknown): boolean
  destroy(options: { code: number; reason: string }): Promise<void>
}

/** For `ws.buildStrategy` of a client with one shard. */
export class GuardedStrategy extends SimpleShardingStrategy {
  readonly #of: Manager
  readonly #events: ShardEvents
  readonly #left: SessionInfo | null
  #ended = false
  /** The client knows its servers: of a session taken up again it was told nothing, and would put off all else for ever. */
  #isTold = false

  /** @param left a session left behind by an earlier client or process */
  constructor(manager: Manager, events: ShardEvents, left: SessionInfo | null) {
    super(manager)
    this.#of = manager
    this.#events = events
    this.#left = left
  }

  override async spawn(shardIds: number[]): Promise<void> {
    await super.spawn(shardIds)
    for (const [id, shard] of this.#inner) {
      if (this.#left !== null && this.#left.shardId === id)
        await this.#of.options.updateSessionInfo(id, this.#left)
      this.#guard(shard)
    }
  }

  /** The session stays behind, to be taken up again: a close with 1000 would end it. */
  override async destroy(): Promise<void> {
    const shards = [...this.#inner.values()]
    // called before the first spawn too
    if (shards.length === 0) return
    this.#ended = true
    await Promise.all(shards.map((shard) => shard.destroy({ code: LEAVE, reason: 'leaving' })))
  }

  get #inner(): Map<number, InnerShard> {
    return (this as unknown as { shards: Map<number, InnerShard> }).shards
  }

  #guard(shard: InnerShard): void {
    const emit = shard.emit.bind(shard)
    shard.emit = (event, payload) => (this.#passesOn(event, payload) ? emit(event, payload) : true)
    // these run on their own, and nobody waits for them
    const methods = shard as unknown as Record<string, (...values: unknown[]) => Promise<unknown>>
    for (const name of UNAWAITED) {
      const method = methods[name]
      if (method === undefined) throw new Error(`discord.js has no longer ${name} of a shard`)
      methods[name] = async (...values) => {
        if (this.#ended && name !== 'onClose') return undefined
        try {
          return await method.apply(shard, values)
        } catch (error) {
          if (!this.#ended) this.#events.odd(error)
          return undefined
        }
      }
    }
  }

  /** Whether the client hears of it too. */
  #passesOn(event: string, payload: unknown): boolean {
    if (event === 'closed') this.#events.closed(Number(Object(payload).code))
    if (event === 'ready' || event === 'resumed') this.#events.up()
    if (event === 'ready') this.#isTold = true
    if (event !== 'dispatch') return true
    if (this.#ended) return false
    const { t, d, s } = (payload as { data: { t: string; d: unknown; s: number } }).data
    if (OURS.has(t)) this.#events.dispatch(t, d, s)
    return this.#isTold ? THEIRS.test(t) : t === GatewayDispatchEvents.Resumed
  }
}

const UNAWAITED = ['onMessage', 'onClose', 'heartbeat', 'internalConnect'] as const
const OURS: ReadonlySet<string> = new Set([
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.GuildCreate,
  GatewayDispatchEvents.GuildDelete,
])
/** What the client needs to know its servers, channels and threads by; nobody here looks at the rest. */
const THEIRS =
  /^(?:READY|RESUMED|GUILD_(?:CREATE|UPDATE|DELETE)|CHANNEL_\w+|THREAD_(?:CREATE|UPDATE|DELETE|LIST_SYNC))$/
/** Of the codes that are free for applications, the one discord.js itself leaves a session with. */
const LEAVE = 4200

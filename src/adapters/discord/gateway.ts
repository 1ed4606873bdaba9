/** One shard: a client of discord.js, watched. It reconnects by itself; where it stays away, it is built anew. */
import { setTimeout as pause } from 'node:timers/promises'
import { Client, GatewayIntentBits, Options, type RESTOptions } from 'discord.js'
import { SetupError } from '../../base/errors.ts'
import { failure } from '../../base/log.ts'
import type { Desk } from '../../chat/desk.ts'
import type { IdentifyBudget } from './identify.ts'
import { Progress } from './progress.ts'
import { GuardedStrategy } from './strategy.ts'

/** Servers and their channels, messages to the bot, private talks: none of them privileged. */
const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const

export interface ShardTools {
  token: string
  shardId: number
  shardCount: number
  desk: Pick<Desk, 'coordination' | 'clock' | 'chance' | 'log' | 'metrics'>
  budget: IdentifyBudget
  rest: Partial<RESTOptions>
  /** A message or an interaction; resolves when all work on it is done. */
  dispatch: (type: string, data: unknown) => Promise<void>
}

export class ShardLink {
  readonly #tools: ShardTools
  readonly #progress: Progress
  readonly #ended = new AbortController()
  #client: Client | null = null
  #isUp = false
  #downSince = 0
  #final: SetupError | null = null
  #watch: NodeJS.Timeout | null = null
  #rebuilding = false

  constructor(tools: ShardTools) {
    this.#tools = tools
    this.#progress = new Progress(tools.shardId, tools.shardCount, tools.desk)
  }

  get isUp(): boolean {
    return this.#isUp
  }

  /** Refused for good: another try would not mend it. */
  get final(): SetupError | null {
    return this.#final
  }

  /** null while it is built anew. */
  get client(): Client | null {
    return this.#client
  }

  /** Resolves when connected or ended. Rejects with a SetupError where another try would not help. */
  async start(): Promise<void> {
    await this.#connect()
    if (this.#ended.signal.aborted) return
    this.#watch = setInterval(() => void this.#look(), LOOK_EVERY)
    this.#watch.unref()
    this.#progress.begin()
  }

  async stop(): Promise<void> {
    this.#ended.abort()
    if (this.#watch !== null) clearInterval(this.#watch)
    await this.#progress.end()
    await this.#destroy()
    this.#isUp = false
  }

  async #connect(): Promise<void> {
    const { desk, token } = this.#tools
    for (let wait = FIRST_WAIT; !this.#ended.signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      this.#downSince = desk.clock()
      this.#client = await this.#build()
      try {
        await this.#client.login(token)
        return
      } catch (error) {
        await this.#destroy()
        if (this.#final !== null) throw this.#final
        if (this.#ended.signal.aborted) return
        desk.log.error(
          { ...failure(error), waitMs: wait },
          'the gateway of Discord cannot be reached; trying again',
        )
      }
      await pause(wait * (0.8 + 0.4 * desk.chance()), undefined, { signal: this.#ended.signal }).catch(
        () => undefined,
      )
    }
  }

  async #build(): Promise<Client> {
    const { shardId, shardCount, budget, rest, desk, dispatch } = this.#tools
    const left = await this.#progress.left()
    const client = new Client({
      intents: [...INTENTS],
      shards: [shardId],
      shardCount,
      // nobody is ever called by what the bot says
      allowedMentions: { parse: [], repliedUser: false },
      enforceNonce: true,
      rest,
      makeCache: Options.cacheWithLimits(NOTHING_KEPT),
      sweepers: Options.DefaultSweeperSettings,
      ws: {
        buildIdentifyThrottler: async (manager) => {
          const { session_start_limit: limit } = await manager.fetchGatewayInformation()
          return {
            waitForIdentify: async (shard: number, signal: AbortSignal) => {
              await budget.wait(shard, limit.max_concurrency, AbortSignal.any([signal, this.#ended.signal]))
            },
          }
        },
        buildStrategy: (manager) =>
          new GuardedStrategy(
            manager,
            {
              dispatch: (type, data, sequence) => this.#progress.during(sequence, () => dispatch(type, data)),
              up: () => this.#cameUp(),
              closed: (code) => this.#wentDown(code),
              odd: (error) => {
                desk.metrics.count('discord_odd_frames_total')
                desk.log.warn(failure(error), 'an odd frame from the gateway was left out')
              },
            },
            left,
          ),
      },
    })
    this.#progress.follow(() => client.ws.shards.get(shardId) as object | undefined)
    const complain = (what: string) => (problem: unknown) =>
      desk.log.warn(failure(problem), `the gateway complains: ${what}`)
    client.on('error', complain('error'))
    client.on('shardError', complain('shard'))
    client.on('warn', complain('warning'))
    client.rest.on('error' as never, complain('REST') as never)
    return client
  }

  #cameUp(): void {
    this.#isUp = true
    this.#tools.desk.metrics.set('discord_shard_up', 1, { shard: String(this.#tools.shardId) })
  }

  #wentDown(code: number): void {
    const { desk, shardId } = this.#tools
    if (this.#isUp) this.#downSince = desk.clock()
    this.#isUp = false
    desk.metrics.set('discord_shard_up', 0, { shard: String(shardId) })
    desk.metrics.count('discord_closed_total', { code: String(code) })
    const mistake = FINAL.get(code)
    if (mistake === undefined || this.#ended.signal.aborted) return
    this.#final = new SetupError([mistake])
    desk.log.error({ code }, `Discord closed the gateway for good. ${this.#final.message}`)
  }

  /** The library gives up on nothing, but it can get stuck: a connection long away is made anew. */
  async #look(): Promise<void> {
    const { desk, budget } = this.#tools
    if (this.#isUp || this.#final !== null || this.#rebuilding || budget.isWaiting) return
    if (desk.clock() - this.#downSince < STUCK_AFTER) return
    this.#rebuilding = true
    desk.log.error({}, 'the gateway of Discord stays away; connecting anew')
    await this.#destroy()
    await this.#connect()
      .catch((error) => desk.log.error(failure(error), 'the gateway of Discord refuses for good'))
      .finally(() => {
        this.#rebuilding = false
      })
  }

  async #destroy(): Promise<void> {
    const client = this.#client
    this.#client = null
    if (client === null) return
    await Promise.race([client.destroy(), pause(DESTROY_WITHIN, undefined, { ref: false })]).catch(
      () => undefined,
    )
    client.rest.clearHashSweeper()
    client.rest.clearHandlerSweeper()
  }
}

const token = { where: 'DISCORD_TOKEN', what: 'Discord does not know this token' }
const shards = {
  where: 'DISCORD_SHARDS',
  wayOut: 'Leave it out, so that Discord says how many there should be.',
}
/** Close codes after which nothing helps (events/gateway, opcodes-and-status-codes#gateway-gateway-close-event-codes). */
const FINAL = new Map([
  [4004, { ...token, wayOut: 'Copy it anew: discord.com/developers/applications, Bot, Reset Token.' }],
  [4010, { ...shards, what: 'there is no such shard' }],
  [4011, { ...shards, what: 'the bot is in too many servers for so few shards' }],
  [
    4012,
    {
      where: 'discord.js',
      what: 'this version of the gateway is gone',
      wayOut: 'Take a newer release of the bot.',
    },
  ],
  [
    4013,
    {
      where: 'discord.js',
      what: 'Discord does not know these intents',
      wayOut: 'Take a newer release of the bot.',
    },
  ],
  [
    4014,
    {
      where: 'DISCORD_TOKEN',
      what: 'Discord does not allow this application the intents Guilds, Guild Messages and Direct Messages',
      wayOut: 'They need no approval: ask Discord why the application is restricted, or use another one.',
    },
  ],
])

/** Messages, people and all else of which nothing is ever looked up; servers, channels and roles stay, as the library needs. */
const NOTHING_KEPT = {
  ...Options.DefaultMakeCacheSettings,
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 10,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildSoundboardSoundManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 200,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 200,
  ThreadMemberManager: 0,
  UserManager: 10,
  VoiceStateManager: 0,
}

/** Milliseconds. */
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000
const LOOK_EVERY = 5_000
const STUCK_AFTER = 60_000
const DESTROY_WITHIN = 2_000

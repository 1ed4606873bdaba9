/** The stand-in as tests hold it: people, those who run the guild, and the platform's moods (index.ts shows how it reads). */
import { AssertionError } from 'node:assert'
import { GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10'
import { chanceFrom } from '../chance.ts'
import { FaultScript } from '../faults.ts'
import { Ledger, type Uncleanness } from '../ledger.ts'
import { type LoopbackServer, startLoopbackServer } from '../loopback-server.ts'
import { machineTime } from '../time.ts'
import { CommandSets } from './command-sets.ts'
import { Gateway } from './gateway.ts'
import { Interactions } from './interactions.ts'
import * as invoking from './invoke.ts'
import type { DiscordOptions } from './options.ts'
import * as people from './people.ts'
import type { Platform } from './platform.ts'
import { RateLimits } from './rate-limits.ts'
import { readyOf } from './ready.ts'
import { answerRest } from './rest.ts'
import type { Shown } from './shown.ts'
import { shownChannel, shownGuild } from './shown-place.ts'
import { snowflakes } from './snowflake.ts'
import type { Turn } from './turn.ts'
import { type Channel, World } from './world.ts'

type Ability = keyof typeof PermissionFlagsBits

export class Discord {
  readonly token: string
  readonly ledger: Ledger
  readonly faults: FaultScript
  readonly gateway: Gateway
  readonly platform: Platform
  readonly #invalidBudget: number
  readonly #port: number
  #server: LoopbackServer | undefined
  /** Mistakes of the stand-in itself. */
  readonly #broken: unknown[] = []

  constructor(options: DiscordOptions) {
    const { time = machineTime, token = 'stand-in.discord.token', keep = Number.POSITIVE_INFINITY } = options
    const chance = chanceFrom(options.start ?? 1)
    const nextId = snowflakes(time.now)
    const { botName = 'Gazetteer', channels = ['general'] } = options
    const { privileged = GatewayIntentBits.MessageContent } = options
    const world = new World(time.now, nextId, { botName, channels, keepMessages: keep })
    this.token = token
    this.#invalidBudget = options.invalidBudget ?? 20
    this.#port = options.port ?? 0
    this.ledger = new Ledger(time.now, { keep })
    this.faults = new FaultScript(chance)
    this.gateway = new Gateway({
      time,
      token,
      botId: world.bot.id,
      heartbeatMs: options.heartbeatMs ?? 5_000,
      privileged,
      replay: options.replay ?? 10_000,
      strict: options.strictGateway ?? false,
      chanceOfName: () => `${nextId()}${Math.floor(chance() * 1e15).toString(36)}`,
      ready: () => readyOf(this.platform),
      socketUrl: () => this.#listening.socketUrl,
    })
    this.platform = {
      time,
      chance,
      nextId,
      world,
      ledger: this.ledger,
      faults: this.faults,
      gateway: this.gateway,
      limits: new RateLimits(time.now, options.rateLimits ?? 'generous'),
      interactions: new Interactions(time, this.ledger),
      commands: new CommandSets(world.bot.id, nextId),
      pings: [],
      privileged,
      nonceLife: options.nonceLife ?? 180_000,
      url: () => this.url,
    }
  }

  async open(): Promise<void> {
    this.#server = await startLoopbackServer(
      {
        request: (request, response) => answerRest(this.platform, request, response),
        upgrade: (request, socket, head) => this.gateway.upgrade(request, socket, head),
        failed: (error) => this.#broken.push(error),
      },
      this.#port,
    )
  }

  /** 'http://127.0.0.1:port': what goes to discord.js as `rest.api`. */
  get url(): string {
    return this.#listening.url
  }

  get botId(): string {
    return this.platform.world.bot.id
  }

  get guildId(): string {
    return this.platform.world.guildId
  }

  get pings(): Platform['pings'] {
    return this.platform.pings
  }

  // ---- people

  /** @param where a channel's name or id, or 'dm'; '@bot' and '@name' in the text are mentions */
  say(user: string, where: string, text: string, how?: people.Saying): Turn {
    return people.say(this.platform, user, where, text, how)
  }

  dm(user: string, text: string, how?: people.Saying): Turn {
    return people.say(this.platform, user, 'dm', text, how)
  }

  edit(said: Shown, text: string): void {
    people.edit(this.platform, said, text)
  }

  remove(said: Shown): void {
    people.remove(this.platform, said)
  }

  /** A command with its options: `slash('ann', 'general', 'digest new', { cron: '0 9 * * 1' })`. */
  slash(user: string, where: string, line: string, values?: invoking.Values): Turn {
    return invoking.slash(this.platform, user, where, line, values)
  }

  autocomplete(
    user: string,
    where: string,
    line: string,
    option: string,
    typed: string,
    others?: invoking.Values,
  ): Turn {
    return invoking.autocomplete(this.platform, user, where, line, option, typed, others)
  }

  button(user: string, on: Shown, label: string): Turn {
    return invoking.button(this.platform, user, on, label)
  }

  select(user: string, on: Shown, values: readonly string[]): Turn {
    return invoking.select(this.platform, user, on, values)
  }

  modal(user: string, form: Shown, values: Readonly<Record<string, string>>): Turn {
    return invoking.modal(this.platform, user, form, values)
  }

  contextMenu(user: string, on: Shown, name: string): Turn {
    return invoking.contextMenu(this.platform, user, on, name)
  }

  /** Sets a person's client to a language, as 'zh-CN'. */
  speaks(user: string, locale: string): void {
    this.platform.world.setLocale(this.platform.world.person(user), locale)
  }

  /** What everybody sees in a channel, oldest first. */
  history(where: string): Shown[] {
    return people.history(this.platform, where)
  }

  // ---- those who run the guild

  channel(named: string): Channel {
    return this.platform.world.channel(named)
  }

  addChannel(name: string): Channel {
    const channel = this.platform.world.addChannel(name)
    this.#tell('CHANNEL_CREATE', shownChannel(this.platform.world, channel))
    return channel
  }

  removeChannel(named: string): void {
    const channel = this.channel(named)
    this.platform.world.channels.delete(channel.id)
    this.#tell('CHANNEL_DELETE', shownChannel(this.platform.world, channel))
  }

  /** Takes abilities away from the bot in a channel: `deny('general', 'SendMessages')`. */
  deny(named: string, ...abilities: Ability[]): void {
    const channel = this.channel(named)
    for (const ability of abilities) channel.denied |= PermissionFlagsBits[ability]
    this.#tell('CHANNEL_UPDATE', shownChannel(this.platform.world, channel))
  }

  allow(named: string, ...abilities: Ability[]): void {
    const channel = this.channel(named)
    for (const ability of abilities) channel.denied &= ~PermissionFlagsBits[ability]
    this.#tell('CHANNEL_UPDATE', shownChannel(this.platform.world, channel))
  }

  /** Gives a person rights in the whole guild: `trust('ann', 'ManageGuild')`. The person called 'owner' has all. */
  trust(user: string, ...abilities: Ability[]): void {
    const { world } = this.platform
    world.trust(
      world.person(user),
      abilities.reduce((all, ability) => all | PermissionFlagsBits[ability], 0n),
    )
  }

  /** Removes the bot from the guild, or from one channel of it. */
  kick(named?: string): void {
    if (named !== undefined) {
      this.deny(named, 'ViewChannel')
      return
    }
    this.#tell('GUILD_DELETE', { id: this.guildId })
    this.platform.world.inGuild = false
  }

  /** The guild cannot be reached for a while; the bot is still in it. */
  outage(): void {
    this.#tell('GUILD_DELETE', { id: this.guildId, unavailable: true })
  }

  invite(): void {
    this.platform.world.inGuild = true
    this.#tell('GUILD_CREATE', { ...shownGuild(this.platform.world) })
  }

  /** A locked thread takes no more messages; one that is only archived is opened again by the next. */
  archive(thread: string, { locked = false }: { locked?: boolean } = {}): void {
    const channel = this.channel(thread)
    channel.archived = true
    channel.locked = locked
    this.#tell('THREAD_UPDATE', shownChannel(this.platform.world, channel))
  }

  // ---- the platform's moods

  /** The same event again, as after a resume or with two sessions. */
  redeliver(turn: Turn, times = 1): void {
    for (let done = 0; done < times; done += 1) this.gateway.dispatch(turn.event)
  }

  /** Cuts every gateway connection; sessions can be resumed. */
  drop(): void {
    this.gateway.drop()
  }

  /** Present gateway connections stay open and silent. */
  freeze(): void {
    this.gateway.freeze()
  }

  /** Op 7. */
  reconnect(): void {
    this.gateway.reconnect()
  }

  /** Not reachable at all, until `up`. */
  async down(): Promise<void> {
    this.gateway.drop()
    await this.#listening.down()
  }

  async up(): Promise<void> {
    await this.#listening.up()
  }

  /** What went wrong, in words; empty when nothing did. */
  complaints(besides: readonly (Uncleanness | 'invalid requests')[] = []): string[] {
    const { invalid } = this.platform.limits
    const tooMany = invalid > this.#invalidBudget && !besides.includes('invalid requests')
    return [
      ...this.ledger.complaints(besides.filter((kind) => kind !== 'invalid requests')),
      ...(tooMany ? [`${invalid} invalid requests in 10 minutes, ${this.#invalidBudget} allowed`] : []),
      ...(this.gateway.token === this.token
        ? []
        : ['a thousand sessions in a day: the token was taken back']),
      ...this.#broken.map((error) => `the stand-in failed: ${(error as Error)?.stack ?? String(error)}`),
    ]
  }

  /** What every test ends with: no refused body, no acknowledgement later than 3 s, no unknown route, few invalid requests. */
  assertClean({ besides = [] }: { besides?: readonly (Uncleanness | 'invalid requests')[] } = {}): void {
    const complaints = this.complaints(besides)
    if (complaints.length > 0) throw new AssertionError({ message: complaints.join('\n') })
  }

  async close(): Promise<void> {
    this.gateway.end()
    await this.#server?.close()
  }

  get #listening(): LoopbackServer {
    if (this.#server === undefined) throw new Error('The stand-in is not open.')
    return this.#server
  }

  #tell(t: string, d: Record<string, unknown>): void {
    this.gateway.dispatch({ t, d, intent: GatewayIntentBits.Guilds })
  }
}

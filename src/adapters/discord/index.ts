/** Discord as a platform: connects, hears, answers, posts. */
import { setTimeout as pause } from 'node:timers/promises'
import {
  type APIApplication,
  type APIGatewayBotInfo,
  type APIUnavailableGuild,
  type APIUser,
  GatewayDispatchEvents,
  InteractionType,
  Routes,
} from 'discord.js'
import { SetupError } from '../../base/errors.ts'
import { failure } from '../../base/log.ts'
import type { Desk } from '../../chat/desk.ts'
import type { Health, Platform } from '../../chat/platform.ts'
import { Calls } from './calls.ts'
import { Conversations } from './conversations.ts'
import { IdentifyBudget } from './identify.ts'
import { InteractionTalk } from './interaction.ts'
import { MessageTalk, type TalkTools } from './message.ts'
import { createPoster } from './poster.ts'
import { publish } from './publish.ts'
import { askedInteraction, heardMessage } from './receive.ts'
import { codeOf, outcomeOf } from './refusals.ts'
import { SeenPermissions } from './seen-permissions.ts'
import { Fleet } from './shards.ts'
import { Threads } from './threads.ts'
import { UnderWay } from './under-way.ts'

export { examineDiscord } from './doctor.ts'

export interface DiscordSettings {
  token: string
  /** Commands are published to this guild at once, instead of to all. */
  guildId?: string
  /** Of a stand-in server; undefined: Discord itself. */
  apiUrl?: string
  shards: 'auto' | number
}

export function createDiscord(settings: DiscordSettings, desk: Desk): Platform {
  return new DiscordPlatform(settings, desk)
}

class DiscordPlatform implements Platform {
  readonly name = 'discord'
  readonly poster: Platform['poster']
  readonly #settings: DiscordSettings
  readonly #desk: Desk
  readonly #calls: Calls
  readonly #budget: IdentifyBudget
  readonly #owner: string
  readonly #seen: SeenPermissions
  readonly #underWay = new UnderWay()
  readonly #messages: MessageTalk
  readonly #talk: TalkTools
  #interactions: InteractionTalk | null = null
  #botId = ''
  #fleet: Fleet | null = null
  readonly #ended = new AbortController()
  #stopping = false

  constructor(settings: DiscordSettings, desk: Desk) {
    this.#settings = settings
    this.#desk = desk
    const { token, apiUrl } = settings
    const { clock, chance, log, metrics, coordination } = desk
    this.#calls = new Calls({ token, apiUrl, clock, chance, log, metrics })
    this.#owner = `${process.pid}-${Math.floor(chance() * 2 ** 40).toString(36)}`
    this.#budget = new IdentifyBudget({ coordination, clock, log, owner: this.#owner })
    this.#seen = new SeenPermissions(clock)
    this.#talk = {
      desk,
      calls: this.#calls,
      conversations: new Conversations(),
      threads: new Threads(this.#calls, (channel) => this.#channel(channel)?.isThread()),
    }
    this.#messages = new MessageTalk(this.#talk)
    this.poster = createPoster({
      calls: this.#calls,
      coordination,
      botId: () => this.#botId,
      permissionsSeen: (person, channel) => this.#seen.of(person, channel),
      channelsOf: (guild) => this.#channelsOf(guild),
    })
  }

  async start(): Promise<void> {
    try {
      const { application, user, gateway } = await this.#introduce()
      this.#botId = user.id
      this.#interactions = new InteractionTalk({ ...this.#talk, applicationId: application.id })
      await this.#publish(application.id)
      const { token, shards } = this.#settings
      this.#fleet = new Fleet({
        token,
        shardCount: shards === 'auto' ? Math.max(1, gateway.shards) : shards,
        owner: this.#owner,
        desk: this.#desk,
        budget: this.#budget,
        rest: this.#calls.restOptions(),
        dispatch: (type, data) => this.#dispatched(type, data),
      })
      if (this.#stopping) return
      await this.#fleet.start()
    } catch (error) {
      if (this.#stopping) return
      await this.#fleet?.stop()
      this.#calls.end()
      throw setupErrorOf(error)
    }
  }

  async stop(graceMs: number): Promise<void> {
    if (this.#stopping) return
    this.#stopping = true
    this.#ended.abort()
    await this.#underWay.finish(graceMs)
    await this.#fleet?.stop()
    this.#calls.end()
  }

  health(): Health {
    const { guard } = this.#calls
    if (this.#stopping) return { ok: false, says: 'stopped' }
    if (guard.refused) return { ok: false, says: 'token refused' }
    if (guard.isOpen) return { ok: false, says: 'too many refused requests' }
    if (this.#budget.isUsedUp) return { ok: false, says: 'too many sessions today' }
    const links = this.#fleet?.links
    if (links === undefined) return { ok: false, says: 'starting' }
    if (links.some(({ final }) => final !== null)) return { ok: false, says: 'refused for good' }
    if (links.some(({ isUp }) => !isUp)) return { ok: false, says: 'reconnecting' }
    return { ok: true, says: links.length === 0 ? 'standing by' : 'connected' }
  }

  /** Who the bot is and how it connects; asked again and again while Discord cannot be reached. */
  async #introduce(): Promise<{ application: APIApplication; user: APIUser; gateway: APIGatewayBotInfo }> {
    const { log, chance } = this.#desk
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      try {
        const application = await this.#calls.get<APIApplication>(Routes.currentApplication())
        const user = await this.#calls.get<APIUser>(Routes.user())
        const gateway = await this.#calls.get<APIGatewayBotInfo>(Routes.gatewayBot())
        return { application, user, gateway }
      } catch (error) {
        const isRefused = statusOf(error) !== undefined && statusOf(error)! < 500
        if (isRefused || this.#stopping) throw error
        log.error(
          { reason: outcomeOf(error).reason, waitMs: wait },
          'Discord cannot be reached; trying again',
        )
      }
      await pause(wait * (0.8 + 0.4 * chance()), undefined, { signal: this.#ended.signal })
    }
  }

  async #publish(applicationId: string): Promise<void> {
    const { commands, coordination, log } = this.#desk
    const { guildId } = this.#settings
    try {
      const tools = { calls: this.#calls, coordination }
      const outcome = await publish(commands, { applicationId, guildId }, tools)
      log.info({ outcome }, 'the commands of Discord')
    } catch (error) {
      // what was published before still works, and so do mentions
      log.error({ ...failure(error), code: codeOf(error) }, 'the commands could not be published to Discord')
    }
  }

  /** Everything that comes from the gateway passes here; nothing of it may throw. */
  async #dispatched(type: string, data: unknown): Promise<void> {
    // left open, so that whoever takes up the session gets it again
    if (this.#stopping) return new Promise(() => undefined)
    const { metrics, log, once } = this.#desk
    try {
      if (type === GatewayDispatchEvents.MessageCreate) {
        const heard = heardMessage(data, this.#botId)
        if (heard === null) return metrics.count('discord_ignored_total')
        await this.#underWay.run(async () => {
          const how = await once(`discord/m/${heard.id}`, () => this.#messages.answer(heard))
          metrics.count('discord_heard_total', { kind: 'message', how })
        })
        return
      }
      if (type === GatewayDispatchEvents.GuildCreate || type === GatewayDispatchEvents.GuildDelete)
        return await this.#guild(type, data as APIUnavailableGuild)
      const asked = askedInteraction(data)
      if (asked === null || this.#interactions === null) return metrics.count('discord_ignored_total')
      this.#seen.keep(asked)
      const talk = this.#interactions
      if (asked.type === InteractionType.ApplicationCommandAutocomplete) return await talk.complete(asked)
      const turn = talk.begin(asked)
      await this.#underWay.run(async () => {
        const how = await once(`discord/i/${asked.id}`, turn.answer)
        if (how !== 'done') turn.abandon()
        metrics.count('discord_heard_total', { kind: 'interaction', how })
      })
    } catch (error) {
      log.error(failure(error), 'an event of Discord was not worked on because of a bug')
    }
  }

  /** A guild that is unavailable has an outage: the bot is still in it. */
  async #guild(type: string, { id, unavailable }: Partial<APIUnavailableGuild>): Promise<void> {
    const { tenants } = this.#desk
    if (tenants === undefined || typeof id !== 'string' || unavailable === true) return
    if (type === GatewayDispatchEvents.GuildCreate) await tenants.here({ platform: 'discord', id })
    else await tenants.left({ platform: 'discord', id })
  }

  #channel(id: string) {
    for (const link of this.#fleet?.links ?? []) {
      const channel = link.client?.channels.cache.get(id)
      if (channel !== undefined) return channel
    }
    return undefined
  }

  #channelsOf(guildId: string): { id: string; name: string }[] {
    for (const link of this.#fleet?.links ?? []) {
      const guild = link.client?.guilds.cache.get(guildId)
      if (guild === undefined) continue
      const channels = guild.channels.cache.filter(
        (channel) => channel.isTextBased() && !channel.isVoiceBased(),
      )
      return channels.map(({ id, name }) => ({ id, name }))
    }
    return []
  }
}

function setupErrorOf(error: unknown): unknown {
  if (statusOf(error) !== 401) return error
  return new SetupError([
    {
      where: 'DISCORD_TOKEN',
      what: 'Discord does not know this token',
      wayOut: 'Copy it anew: discord.com/developers/applications, Bot, Reset Token.',
    },
  ])
}

function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' ? status : undefined
}

/** Milliseconds. */
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

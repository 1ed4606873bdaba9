/**
 * One process of the bot: the platforms whose tokens are set, side by side, and the console where there is a terminal
 * or no platform. It ends when the console is left (where it stands alone) or a signal comes; what was begun is
 * finished first. The libraries of a platform are loaded only where it is used: the console starts without them.
 */
import { commands } from '../../commands/index.ts'
import { createConsolePoster } from '../adapters/console/poster.ts'
import { systemClock } from '../base/clock.ts'
import { SetupError } from '../base/errors.ts'
import { createLog, failure, type Log } from '../base/log.ts'
import { noMetrics } from '../base/metrics.ts'
import { type Bot, createBot } from '../bot/bot.ts'
import { createDesk } from '../bot/desk.ts'
import { createEngine } from '../bot/engine.ts'
import { createOnce } from '../bot/once.ts'
import { createPace } from '../bot/pace.ts'
import { createPermissions } from '../bot/permissions.ts'
import type { Desk, Tenants } from '../chat/desk.ts'
import type { Platform, Poster } from '../chat/platform.ts'
import type { Config } from '../config.ts'
import { createDepartures } from '../digest/departures.ts'
import type { DigestRunner } from '../digest/runner.ts'
import type { Store } from '../store/index.ts'
import { reference } from './begin.ts'
import { consoleOf } from './console-start.ts'
import type { DigestRoom } from './digests-start.ts'
import { guardProcess } from './guard.ts'
import { chance, pause, processName, repeat } from './machine.ts'

export async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel, config.secrets)
  for (const { where, what, wayOut } of config.warnings) log.warn({ where }, `${where}: ${what}. ${wayOut}`)
  const engine = createEngine({ data: config.data, log })
  const alone = config.slack === null && config.discord === null
  const kept = alone ? null : (await import('../health/metrics.ts')).createMetrics()
  const metrics = kept ?? noMetrics
  const platforms: Platform[] = []
  const posters: Poster[] = []
  const poster = (name: Poster['platform']) => posters.find(({ platform }) => platform === name)
  const permissions = createPermissions({
    ...config.access,
    posters: poster,
  })
  let posting: DigestRunner | null = null
  const stops: (() => Promise<void>)[] = []
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse())
      await stop().catch((error) => log.error(failure(error), 'stopping'))
  }
  const ended = guardProcess({ log, metrics, reference, stop: stopAll })

  try {
    const store = await storeOf(config, alone, log)
    if (store !== null) stops.push(() => store.close())
    const room =
      store === null
        ? null
        : await (await import('./digests-start.ts')).openDigests({
            ...{ engine, store, config, permissions, poster, log, metrics },
          })
    const bot = createBot(engine, {
      ...{ commands, log, reference, since: systemClock(), locale: config.locale },
      ...{ permissions, pace: createPace(), metrics },
      ...(room === null ? {} : { digests: room.digests }),
    })
    const post = () => {
      const runner = room?.run(posters)
      if (runner === undefined) return
      posting = runner
      stops.push(() => runner.stop(DIGEST_GRACE))
    }
    if (store !== null && !alone) {
      // before anybody connects: a guild that is seen may be one that left
      const departures = createDepartures({ store: store.departures, log, metrics, repeat })
      await departures.start()
      stops.push(async () => departures.stop())
      const desk = deskOf(bot, store, room, departures)
      platforms.push(...(await platformsOf(config, desk)))
      posters.push(...platforms.map((platform) => platform.poster))
      await Promise.all(
        platforms.map(async (platform) => {
          stops.push(() => platform.stop(GRACE))
          await platform.start()
        }),
      )
      await serveHealth(store)
      log.info({ platforms: platforms.map(({ name }) => name) }, 'connected')
    }
    if (alone || process.stdin.isTTY) {
      const console = consoleOf(engine, bot, config, log)
      stops.push(async () => console.stop())
      posters.push(
        createConsolePoster({
          show: console.show,
          zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        }),
      )
      post()
      const left = console.start()
      await (alone ? Promise.race([left, ended]) : ended)
    } else {
      post()
      await ended
    }
  } finally {
    await stopAll()
  }

  function deskOf(bot: Bot, store: Store, room: DigestRoom | null, tenants: Tenants): Desk {
    const { inbound, coordination } = store
    const once = createOnce({ store: inbound, owner: processName(), clock: systemClock, log, pause, repeat })
    return createDesk(engine, bot, {
      ...{ once, commands, coordination, tenants, clock: systemClock, chance, log, metrics },
      ...(room === null ? {} : { completeOther: room.digests.complete }),
    })
  }

  async function serveHealth(store: Store): Promise<void> {
    if (config.healthPort === null || kept === null) return
    const { startHealthServer } = await import('../health/server.ts')
    const checks = async () => ({
      store: await store.check(),
      ...(posting === null ? {} : { digests: posting.health() }),
      ...Object.fromEntries(platforms.map((platform) => [platform.name, platform.health()])),
    })
    const server = await startHealthServer({ port: config.healthPort, checks, metrics: kept, log })
    stops.push(() => server.stop())
  }
}

/** A console alone needs none to answer: without one, or beside another process, it goes without digests. */
async function storeOf(config: Config, alone: boolean, log: Log): Promise<Store | null> {
  if (alone && !process.stdin.isTTY) return null
  try {
    const { openStore } = await import('../store/index.ts')
    return await openStore(config.store, { clock: systemClock, log })
  } catch (error) {
    if (!alone || !(error instanceof SetupError)) throw error
    log.warn({ mistakes: error.mistakes.map(({ where }) => where) }, 'no store, so no digests here')
    return null
  }
}

async function platformsOf({ slack, discord }: Config, desk: Desk): Promise<Platform[]> {
  return [
    ...(slack === null ? [] : [(await import('../adapters/slack/index.ts')).createSlack(slack, desk)]),
    ...(discord === null
      ? []
      : [(await import('../adapters/discord/index.ts')).createDiscord(discord, desk)]),
  ]
}

/**
 * Digests stop first, as they post through the platforms, then the platforms, side by side. Together they stay below
 * what a supervisor waits before it kills: container platforms give ten seconds. A post takes less than a second.
 */
const DIGEST_GRACE = 2_500
const GRACE = 6_000

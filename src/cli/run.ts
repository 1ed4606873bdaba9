/**
 * One process of the bot: the platforms whose tokens are set, side by side, and the console where there is a terminal
 * or no platform. It ends when the console is left (where it stands alone) or a signal comes; what was begun is
 * finished first. The libraries of a platform are loaded only where it is used: the console starts without them.
 */
import { commands } from '../../commands/index.ts'
import { systemClock } from '../base/clock.ts'
import { createLog, failure } from '../base/log.ts'
import { noMetrics } from '../base/metrics.ts'
import { createBot } from '../bot/bot.ts'
import { createDesk } from '../bot/desk.ts'
import { createEngine } from '../bot/engine.ts'
import { createOnce } from '../bot/once.ts'
import { createPace } from '../bot/pace.ts'
import { createPermissions } from '../bot/permissions.ts'
import type { Desk } from '../chat/desk.ts'
import type { Platform } from '../chat/platform.ts'
import type { Config } from '../config.ts'
import type { Store } from '../store/index.ts'
import { reference } from './begin.ts'
import { consoleOf } from './console-start.ts'
import { guardProcess } from './guard.ts'
import { chance, pause, processName, repeat } from './machine.ts'

export async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  const engine = createEngine({ data: config.data, log })
  const alone = config.slack === null && config.discord === null
  const kept = alone ? null : (await import('../health/metrics.ts')).createMetrics()
  const metrics = kept ?? noMetrics
  const platforms: Platform[] = []
  const permissions = createPermissions({
    ...config.access,
    posters: (name) => platforms.find((platform) => platform.name === name)?.poster,
  })
  const bot = createBot(engine, {
    ...{ commands, log, reference, since: systemClock(), locale: config.locale },
    ...{ permissions, pace: createPace(), metrics },
  })
  const stops: (() => Promise<void>)[] = []
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse())
      await stop().catch((error) => log.error(failure(error), 'stopping'))
  }
  const ended = guardProcess({ log, metrics, reference, stop: stopAll })

  try {
    if (!alone) {
      const { openStore } = await import('../store/index.ts')
      const store = await openStore(config.store, { clock: systemClock, log })
      stops.push(() => store.close())
      const desk = deskOf(store)
      platforms.push(...(await platformsOf(config, desk)))
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
      const left = console.start()
      await (alone ? Promise.race([left, ended]) : ended)
    } else await ended
  } finally {
    await stopAll()
  }

  function deskOf(store: Store): Desk {
    const { inbound, coordination } = store
    const once = createOnce({ store: inbound, owner: processName(), clock: systemClock, log, pause, repeat })
    return createDesk(engine, bot, { once, commands, coordination, clock: systemClock, chance, log, metrics })
  }

  async function serveHealth(store: Store): Promise<void> {
    if (config.healthPort === null || kept === null) return
    const { startHealthServer } = await import('../health/server.ts')
    const checks = async () => ({
      store: await store.check(),
      ...Object.fromEntries(platforms.map((platform) => [platform.name, platform.health()])),
    })
    const server = await startHealthServer({ port: config.healthPort, checks, metrics: kept, log })
    stops.push(() => server.stop())
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

/** What a supervisor waits for before it kills: container platforms give ten seconds. */
const GRACE = 8_000

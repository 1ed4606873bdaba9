/** Slack: an adapter over Bolt, by Socket Mode or signed HTTP, that knows no fact. */
import { App } from '@slack/bolt'
import { SetupError } from '../../base/errors.ts'
import { failure } from '../../base/log.ts'
import type { Desk } from '../../chat/desk.ts'
import type { Health, Platform } from '../../chat/platform.ts'
import { createAnswers } from './answers.ts'
import { createAssistant } from './assistant.ts'
import { clientOptions, createClients, type SlackSettings } from './clients.ts'
import { createGate } from './gate.ts'
import { createInteractions } from './interactions.ts'
import { listen } from './listeners.ts'
import { createMessages } from './messages.ts'
import { AUTH_ERRORS } from './outcome.ts'
import { createPacing } from './pacing.ts'
import { createPeople } from './people.ts'
import { createPlaces } from './places.ts'
import { createPoster } from './poster.ts'
import type { Identity } from './receive.ts'
import { Deliveries } from './receiver.ts'
import { sdkLog } from './sdk-log.ts'
import { backOff } from './sockets.ts'
import { createStanding, mistakeOf } from './standing.ts'
import { createThreads } from './threads.ts'
import { createTransport, type TransportSettings } from './transport.ts'
import { createTurns } from './turns.ts'

export { examineSlack } from './doctor.ts'

export interface SlackOptions extends SlackSettings {
  transport: TransportSettings
}

export function createSlack(config: SlackOptions, desk: Desk): Platform {
  const { log, metrics, clock, chance, coordination } = desk
  const logger = sdkLog(log, 'warn')
  const commands = desk.commands.map(({ name }) => name)
  const standing = createStanding(log)
  const clients = createClients({
    ...{ settings: config, logger, log, metrics },
    refused: (error) => standing.refused('SLACK_BOT_TOKEN', error),
  })
  let identity: Identity | null = null
  let stopping = false
  const me = (): Identity => {
    if (identity === null) throw new Error('nothing is taken before the bot knows who it is')
    return identity
  }
  const people = createPeople({ clients, clock, team: () => identity?.team ?? null })
  const places = createPlaces(clients)
  const threads = createThreads(coordination, () => identity?.team ?? null)
  const pacing = createPacing({ clock })
  const answers = createAnswers({ clients, pacing, threads, commands, log, metrics })
  const gate = createGate({ clock })
  const turns = createTurns({ desk, team: () => me().team, clients, answers, people, gate })
  const assistant = createAssistant(desk, clients, people)
  const messages = createMessages({ desk, me, turns, answers, threads, people, assistant })
  const direct = places.direct
  const interactions = createInteractions({ desk, me, clients, turns, answers, people, direct })
  const deliveries = new Deliveries({ log, metrics })
  const transport = createTransport(config, desk, {
    logger: sdkLog(log, 'debug'),
    refused: (error) => standing.refused('SLACK_APP_TOKEN', error),
    take: (body, ack) => identity !== null && deliveries.take(body, ack),
  })

  const app = new App({
    receiver: deliveries,
    logger,
    ignoreSelf: false,
    convoStore: false,
    clientOptions: clientOptions(config, logger),
    // by configuration, not by asking Slack for every event
    authorize: async () => ({
      botToken: config.botToken,
      botUserId: me().user,
      ...(me().botId === null ? {} : { botId: me().botId! }),
    }),
  })
  app.error(async (error) => {
    metrics.count('slack_failures_total')
    log.error(failure(innermost(error)), 'a listener for Slack failed')
  })
  listen(app, { desk, me, clients, people, messages, interactions, assistant, standing })

  /** null: known now. The error where Slack cannot be reached; a SetupError where it refuses the token. */
  async function identify(): Promise<string | null> {
    const outcome = await clients.call('views', 'auth.test', {})
    if (outcome.outcome === 'accepted') {
      const { team_id: team, user_id: user, bot_id: botId } = outcome.result
      identity = { team: String(team), user: String(user), botId: typeof botId === 'string' ? botId : null }
      await desk.tenants?.here({ platform: 'slack', id: identity.team })
      return null
    }
    if (outcome.outcome === 'refused' && AUTH_ERRORS.has(outcome.error))
      throw new SetupError([mistakeOf('SLACK_BOT_TOKEN', outcome.error)])
    return outcome.outcome === 'refused' ? outcome.error : outcome.reason
  }

  /** Slack is out of reach while the bot starts: no reason to stop everything else. */
  async function connectLater(): Promise<void> {
    for (let failures = 1; !stopping; failures++) {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, backOff(failures, chance)).unref()
      })
      if (stopping) return
      try {
        if ((await identify()) === null) return await transport.open()
      } catch (error) {
        // said by the standing already; another try would not mend it
        log.error({ setup: error instanceof SetupError }, 'Slack stays off')
        return
      }
    }
  }

  function health(): Health {
    const trouble = standing.trouble()
    if (trouble !== null) return { ok: false, says: `${trouble} is refused` }
    if (stopping) return { ok: false, says: 'stopping' }
    return identity === null ? { ok: false, says: 'connecting' } : transport.health()
  }

  return {
    name: 'slack',
    async start() {
      const error = await identify()
      if (error === null) return transport.open()
      log.warn({ error }, 'Slack cannot be reached; it is tried again')
      void connectLater()
    },
    async stop(graceMs) {
      stopping = true
      pacing.hurry()
      await deliveries.stop(graceMs)
      pacing.close()
      await transport.close()
    },
    health,
    poster: createPoster({ clients, people, places, threads, clock, commands, me: () => identity }),
  }
}

/** Bolt wraps what a listener threw. */
function innermost(error: unknown): unknown {
  const { original } = (error ?? {}) as { original?: unknown }
  return original instanceof Error ? original : error
}

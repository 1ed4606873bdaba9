/** What must be well for Slack, in the order in which one thing needs the other. */
import { webApi } from '@slack/bolt'
import type { Clock } from '../../base/clock.ts'
import type { Finding } from '../../base/finding.ts'
import { silentLog } from '../../base/log.ts'
import { noMetrics } from '../../base/metrics.ts'
import { clientOptions } from './clients.ts'
import { createHttpServer } from './http-server.ts'
import type { SlackOptions } from './index.ts'
import { AUTH_ERRORS, type Outcome, outcomeOf } from './outcome.ts'
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from './scopes.ts'
import { sdkLog } from './sdk-log.ts'
import { createSockets } from './sockets.ts'
import { mistakeOf } from './standing.ts'

export interface DoctorOptions {
  clock: Clock
}

export async function* examineSlack(config: SlackOptions, { clock }: DoctorOptions): AsyncGenerator<Finding> {
  yield settings(config)
  const seen: { date: string | null; scopes: string | null } = { date: null, scopes: null }
  const outcome = await ask(config, seen)
  const bot = botOf(outcome)
  yield bot
  if (!bot.ok) return
  yield* scopes(seen.scopes)
  yield skew(seen.date, clock())
  yield config.transport.kind === 'http'
    ? await address(config.transport, clock)
    : await socket(config, clock)
}

function settings({ transport, apiUrl, botToken }: SlackOptions): Finding {
  const what = 'Slack settings'
  const way = transport.kind === 'socket' ? 'Socket Mode' : `HTTP on ${transport.host}:${transport.port}`
  const says = `${way}${apiUrl === undefined ? '' : `, at ${new URL(apiUrl).host} instead of Slack`}`
  if (!botToken.startsWith('xoxb-'))
    return {
      what,
      ok: false,
      says: 'SLACK_BOT_TOKEN does not begin with xoxb-',
      wayOut: 'Copy the Bot User OAuth Token.',
    }
  if (transport.kind === 'socket' && !transport.appToken.startsWith('xapp-'))
    return {
      what,
      ok: false,
      says: 'SLACK_APP_TOKEN does not begin with xapp-',
      wayOut: 'Copy an App-Level Token.',
    }
  if (transport.kind === 'http' && transport.signingSecret === '')
    return {
      what,
      ok: false,
      says: 'SLACK_SIGNING_SECRET is empty',
      wayOut: 'Copy it from Basic Information.',
    }
  return { what, ok: true, says }
}

/** auth.test, with an eye on the headers of its answer. */
function ask(config: SlackOptions, seen: { date: string | null; scopes: string | null }) {
  const options = clientOptions(config, sdkLog(silentLog, 'debug'))
  const client = new webApi.WebClient(config.botToken, {
    ...options,
    fetch: async (input, init) => {
      const response = await options.fetch!(input, init)
      seen.date = response.headers.get('date')
      seen.scopes = response.headers.get('x-oauth-scopes')
      return response
    },
  })
  return outcomeOf(() => client.auth.test())
}

function botOf(outcome: Outcome<webApi.AuthTestResponse>): Finding {
  const what = 'Slack bot token'
  if (outcome.outcome === 'accepted') {
    const { user, team } = outcome.result
    return { what, ok: true, says: `belongs to ${user ?? 'a bot'} in ${team ?? 'a workspace'}` }
  }
  const error = outcome.outcome === 'refused' ? outcome.error : outcome.reason
  if (AUTH_ERRORS.has(error)) {
    const { what: says, wayOut } = mistakeOf('SLACK_BOT_TOKEN', error)
    return { what, ok: false, says, wayOut }
  }
  const wayOut = 'Slack must be reachable over HTTPS from here: look at network, proxy and SLACK_API_URL.'
  return { what, ok: false, says: `Slack could not be asked (${error})`, wayOut }
}

function* scopes(header: string | null): Generator<Finding> {
  const what = 'Slack scopes'
  if (header === null) return yield { what, ok: true, says: 'the server does not tell' }
  const granted = new Set(header.split(',').map((scope) => scope.trim()))
  const missing = Object.keys(REQUIRED_SCOPES).filter((scope) => !granted.has(scope))
  const wayOut =
    'Add them under OAuth & Permissions, or paste slack-manifest.json anew; then reinstall the app.'
  if (missing.length > 0) yield { what, ok: false, says: `missing: ${missing.join(', ')}`, wayOut }
  else yield { what, ok: true, says: 'all that are needed' }
  for (const [scope, allows] of Object.entries(OPTIONAL_SCOPES))
    if (!granted.has(scope))
      yield { what: `Slack scope ${scope}`, ok: true, says: 'not granted', wayOut: `With it: ${allows}.` }
}

function skew(date: string | null, now: number): Finding {
  const what = 'clock'
  const theirs = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(theirs)) return { what, ok: true, says: 'the server does not tell its time' }
  const seconds = Math.round((now - theirs) / 1_000)
  const ok = Math.abs(seconds) <= LARGEST_SKEW
  const says = `${Math.abs(seconds)} s ${seconds >= 0 ? 'ahead of' : 'behind'} Slack`
  return ok
    ? { what, ok, says }
    : {
        what,
        ok,
        says,
        wayOut: 'Switch on time synchronisation (NTP): signatures are good for five minutes.',
      }
}

async function socket({ transport, apiUrl }: SlackOptions, clock: Clock): Promise<Finding> {
  const what = 'Slack socket'
  if (transport.kind !== 'socket') return { what, ok: true, says: 'not used' }
  let why = 'no answer'
  const sockets = createSockets({
    appToken: transport.appToken,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    logger: sdkLog(silentLog, 'debug'),
    log: { ...silentLog, warn: ({ error }) => (why = String(error ?? why)) },
    metrics: noMetrics,
    ...{ clock, chance: () => 0, connections: 1 },
    take() {},
    refused() {},
  })
  const outcome = await sockets.open()
  const live = sockets.live() > 0
  await sockets.close()
  if (outcome !== null) {
    const { what: says, wayOut } = mistakeOf('SLACK_APP_TOKEN', outcome.refused)
    return { what, ok: false, says, wayOut }
  }
  if (live) return { what, ok: true, says: 'opens and says hello' }
  const wayOut =
    'Switch on Socket Mode under Settings, give the app token connections:write, and let wss:// through.'
  return { what, ok: false, says: `does not open (${why})`, wayOut }
}

async function address(
  transport: Extract<SlackOptions['transport'], { kind: 'http' }>,
  clock: Clock,
): Promise<Finding> {
  const what = 'Slack address'
  const server = createHttpServer({
    ...transport,
    clock,
    log: silentLog,
    metrics: noMetrics,
    take: () => false,
  })
  try {
    const port = await server.listen()
    const wayOut = 'Slack must reach it by HTTPS: the Request URLs of the app end with /slack/events.'
    return { what, ok: true, says: `${transport.host}:${port} can be listened on`, wayOut }
  } catch {
    const wayOut =
      'Name another PORT, or stop what listens there (perhaps the bot itself, which is well then).'
    return { what, ok: false, says: `${transport.host}:${transport.port} cannot be listened on`, wayOut }
  } finally {
    await server.close()
  }
}

/** Seconds; Slack's window is 300. */
const LARGEST_SKEW = 60

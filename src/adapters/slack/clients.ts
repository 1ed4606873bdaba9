/**
 * The ways to call Slack. No client repeats a call by itself: a post whose answer is lost would appear twice. Each purpose has its own
 * client, because a client that is told to wait stops all its calls.
 */
import { type Logger, webApi } from '@slack/bolt'
import type { Log } from '../../base/log.ts'
import type { Metrics } from '../../base/metrics.ts'
import { AUTH_ERRORS, failedOutcome, type Outcome, outcomeOf, WAIT_UNSAID } from './outcome.ts'

export interface SlackSettings {
  botToken: string
  apiUrl?: string
}

/** What each client is for: answers to what people do; people, views and status; digests and notices. */
export type Purpose = 'answers' | 'views' | 'standing'

export type Values = Readonly<Record<string, unknown>>
export type CallResult = webApi.WebAPICallResult & Readonly<Record<string, unknown>>

export interface Clients {
  call(purpose: Purpose, method: string, values: Values): Promise<Outcome<CallResult>>
  /** Posts to the address that came with a command or a press. */
  respond(url: string, values: Values): Promise<Outcome<null>>
}

export interface ClientsOptions {
  settings: SlackSettings
  logger: Logger
  log: Log
  metrics: Metrics
  /** Told when Slack says that the bot token is good for nothing any more, and when it is good again. */
  refused: (error: string | null) => void
}

export function createClients({ settings, logger, log, metrics, refused }: ClientsOptions): Clients {
  const open = () => new webApi.WebClient(settings.botToken, clientOptions(settings, logger))
  const clients: Record<Purpose, webApi.WebClient> = { answers: open(), views: open(), standing: open() }
  return {
    async call(purpose, method, values) {
      const outcome = await outcomeOf(() => clients[purpose].apiCall(method, { ...values }))
      const ended = outcome.outcome === 'refused' ? outcome.error : outcome.outcome
      metrics.count('slack_calls_total', { method, outcome: ended })
      if (outcome.outcome === 'accepted') refused(null)
      else if (outcome.outcome === 'refused' && AUTH_ERRORS.has(outcome.error)) refused(outcome.error)
      else log.debug({ method, ended }, 'a call to Slack failed')
      return outcome as Outcome<CallResult>
    },
    async respond(url, values) {
      const outcome = await respond(url, values)
      metrics.count('slack_calls_total', {
        method: 'response_url',
        outcome: outcome.outcome === 'refused' ? outcome.error : outcome.outcome,
      })
      return outcome
    },
  }
}

export const clientOptions = (
  { apiUrl }: Pick<SlackSettings, 'apiUrl'>,
  logger: Logger,
): webApi.WebClientOptions => ({
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  logger,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: PATIENCE,
  fetch: fetchWithReadableLimits,
})

/** The library throws away that a 429 was one where its Retry-After cannot be read. */
const fetchWithReadableLimits: typeof fetch = async (input, init) => {
  const response = await fetch(input, init)
  if (response.status !== 429 || /^\d+$/.test(response.headers.get('retry-after') ?? '')) return response
  await response.body?.cancel()
  return new Response(null, { status: 429, headers: { 'retry-after': String(WAIT_UNSAID / 1_000) } })
}

async function respond(url: string, values: Values): Promise<Outcome<null>> {
  let response: Response
  let body: string
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(values),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    })
    body = await response.text()
  } catch (error) {
    return failedOutcome(error)
  }
  if (response.status === 429) {
    const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
    return {
      outcome: 'refused',
      error: 'rate_limited',
      waitMs: Number.isNaN(seconds) ? WAIT_UNSAID : seconds * 1_000,
    }
  }
  if (response.status >= 500) return { outcome: 'unclear', reason: `http_${response.status}` }
  // 'ok' or {"ok":true} where it was taken, {"ok":false,"error":"..."} where not
  const error = /"ok"\s*:\s*false/.test(body)
    ? (/"error"\s*:\s*"([a-z0-9_]{1,80})"/.exec(body)?.[1] ?? 'unnamed')
    : null
  if (error !== null) return { outcome: 'refused', error }
  return response.ok
    ? { outcome: 'accepted', result: null }
    : { outcome: 'refused', error: `http_${response.status}` }
}

/** Milliseconds for one call. */
const PATIENCE = 10_000

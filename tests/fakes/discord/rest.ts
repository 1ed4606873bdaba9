/** REST: finds the route, checks who asks, counts the limits, lets the fault script spoil it, and notes every request. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Answer, answerUnderFault, bodyOf } from '../loopback-server.ts'
import { readBody } from './multipart.ts'
import type { Platform } from './platform.ts'
import { DiscordRefusal } from './refusal.ts'
import { applicationRoutes } from './routes/application.ts'
import { channelRoutes } from './routes/channels.ts'
import { guildRoutes } from './routes/guild.ts'
import { interactionRoutes } from './routes/interactions.ts'
import { messageRoutes } from './routes/messages.ts'
import type { Asked, Route } from './routes/route.ts'

export async function answerRest(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { time, ledger, faults, limits } = platform
  const since = time.now()
  const method = request.method ?? 'GET'
  const { path, query } = addressOf(request.url ?? '/')
  const raw = await bodyOf(request, LARGEST_REQUEST)
  const found = routeFor(method, path)
  const channel = found?.params.channel ?? channelOfToken(platform, found?.params)
  const fault = faults.take({ method, path, channel })
  let error: string | undefined
  let scope: string | undefined = fault?.action === '429' ? (fault.scope ?? 'user') : undefined

  const effect = async (): Promise<Answer> => {
    if (found === undefined) {
      ledger.unknownRoute(`${method} ${path}`)
      return { status: 404, body: { message: '404: Not Found', code: 0 } }
    }
    const { route, params } = found
    const { headers, limited } = limits.take(bucketOf(route, params))
    if (limited) {
      scope = limited.headers?.['x-ratelimit-scope']
      return limited
    }
    try {
      if (!route.open && request.headers.authorization !== `Bot ${platform.gateway.token}`)
        throw new DiscordRefusal(0)
      if (raw === undefined) throw new DiscordRefusal(40005)
      const body = await readBody(request.headers['content-type'] ?? '', raw)
      if (body === undefined) {
        ledger.refuse(`${method} ${path}`, ['body: neither JSON nor multipart'], raw.toString())
        throw new DiscordRefusal(50109)
      }
      const asked: Asked = {
        platform,
        what: `${method} ${path}`,
        params,
        query,
        body: body.json,
        files: body.files,
      }
      const answer = await route.does(asked)
      return { ...answer, headers: { ...headers, ...answer.headers } }
    } catch (refusal) {
      if (!(refusal instanceof DiscordRefusal)) throw refusal
      error = String(refusal.code)
      const answer = refusal.answer()
      return { ...answer, headers: { ...headers, ...answer.headers } }
    }
  }

  const status = await answerUnderFault({
    response,
    time,
    fault,
    effect,
    limited: (with429) =>
      limits.limited({
        ...(with429.scope === undefined ? {} : { scope: with429.scope }),
        retryAfter: with429.retryAfter,
      }),
    refused: (code) => {
      error = String(code)
      return new DiscordRefusal(Number(code)).answer()
    },
  })
  limits.answered(status, scope)
  ledger.request({
    at: since,
    method,
    path,
    channel,
    status,
    ms: time.now() - since,
    error,
    fault: fault?.action,
  })
}

/** Without the version, which clients put before the path. */
function addressOf(url: string): { path: string; query: URLSearchParams } {
  const cut = url.indexOf('?')
  const path = cut < 0 ? url : url.slice(0, cut)
  return {
    path: path.replace(/^(?:\/api)?\/v\d+(?=\/)/, ''),
    query: new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1)),
  }
}

const ROUTES = [
  ...messageRoutes,
  ...channelRoutes,
  ...interactionRoutes,
  ...applicationRoutes,
  ...guildRoutes,
].map((route) => ({
  route,
  steps: route.path.split('/'),
}))

function routeFor(
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | undefined {
  const steps = path.split('/')
  for (const { route, steps: wanted } of ROUTES) {
    if (route.method !== method || wanted.length !== steps.length) continue
    const params: Record<string, string> = {}
    const fits = wanted.every((step, index) => {
      const given = decoded(steps[index]!)
      if (!step.startsWith(':')) return step === given
      params[step.slice(1)] = given
      return given !== ''
    })
    if (fits) return { route, params }
  }
  return undefined
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

function bucketOf(route: Route, params: Record<string, string>) {
  const { calls, per } = route.limit ?? { calls: 50, per: 1_000 }
  return {
    name: `${route.method}${route.path}`.replace(/[^A-Za-z]+/g, '-').toLowerCase(),
    major: params.channel ?? params.token ?? params.guild ?? '',
    limit: calls,
    window: per,
    global: route.open !== true,
  }
}

/** The channel an interaction lives in, so that a fault can be meant for it. */
function channelOfToken(
  { interactions }: Platform,
  params: Record<string, string> | undefined,
): string | undefined {
  const id = params?.interaction
  return id === undefined ? undefined : interactions.get(id)?.channel.id
}

/** Bytes; more than ten files of the largest size are answered 413 without being read. */
const LARGEST_REQUEST = 110 * 1024 * 1024

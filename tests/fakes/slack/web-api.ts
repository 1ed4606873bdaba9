/** The HTTP side: Web API methods, upload and response URLs. Reads a call, lets the fault script spoil it, writes the request log. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fault, FaultScript } from '../faults.ts'
import { type Answer, answerUnderFault, bodyOf } from '../loopback-server.ts'
import { type Dict, isObject } from './complaints.ts'
import { admit, type Credentials, type Revocation } from './credentials.ts'
import type { Desk } from './desk.ts'
import { respond } from './methods/chat.ts'
import { METHODS } from './methods/index.ts'
import { Pace, secondsToWait } from './rate-limits.ts'
import { SlackError } from './slack-error.ts'

export interface WebApiParts {
  desk: Desk
  faults: FaultScript
  credentials: Credentials
  /** Set while the bot's tokens do not work, with Slack's word for why. */
  revoked(): Revocation | undefined
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export function webApi({ desk, faults, credentials, revoked }: WebApiParts): RequestHandler {
  const { ledger, time } = desk
  const pace = new Pace(time.now)

  return async (request, response) => {
    const at = time.now()
    const path = (request.url ?? '/').split('?')[0]!
    const name = nameOf(path)
    const read = await bodyOf(request)
    const values = valuesOf(request, name, read)
    const channel = stringOf(values instanceof SlackError ? undefined : (values.channel ?? values.channel_id))
    let error: string | undefined
    const refusal = (mistake: SlackError): Answer => {
      error = mistake.code
      if (mistake.isBadBody) ledger.refuse(name, [...mistake.reasons], values)
      return { status: 200, body: mistake.answer }
    }
    const effect = (): Answer => {
      try {
        if (values instanceof SlackError) throw values
        return answerTo(request, name, path, values, read ?? Buffer.alloc(0))
      } catch (mistake) {
        if (mistake instanceof SlackError) return refusal(mistake)
        throw mistake
      }
    }
    const limited = ({ retryAfter = 1 }: Pick<Fault, 'retryAfter'>): Answer => {
      error = 'ratelimited'
      return {
        status: 429,
        headers: retryAfter === null ? {} : { 'retry-after': String(retryAfter) },
        body: { ok: false, error: 'ratelimited' },
      }
    }
    const fault = faults.take({ method: name, path, channel })
    const method = METHODS.get(name)
    const wait =
      method && fault === undefined
        ? secondsToWait(pace, desk.limits, { method: name, tier: method.tier, channel })
        : undefined
    const status = await answerUnderFault({
      response,
      time,
      fault,
      effect: wait === undefined ? effect : () => limited({ retryAfter: wait }),
      limited,
      refused: (code) => refusal(new SlackError(String(code))),
    })
    const ms = time.now() - at
    ledger.request({ at, method: name, path, channel, status, ms, error, fault: fault?.action })
  }

  function answerTo(
    request: IncomingMessage,
    name: string,
    path: string,
    values: Dict,
    bytes: Buffer,
  ): Answer {
    const last = path.slice(path.lastIndexOf('/') + 1)
    if (name === 'upload') return upload(last, request, bytes)
    if (name === 'file') return download(last, request)
    if (name === 'response_url') return { status: 200, body: { ok: true, ...respond(last, values, desk) } }
    if (!path.startsWith('/api/')) {
      ledger.unknownRoute(`${request.method} ${path}`)
      return { status: 404, body: 'Not Found' }
    }
    const method = METHODS.get(name)
    if (!method) {
      ledger.unknownRoute(name)
      throw new SlackError('unknown_method', [], { req_method: name })
    }
    const token = tokenOf(request, values)
    admit(token, { kind: method.token ?? 'bot', scopes: method.scopes }, credentials, revoked())
    const { token: _, ...given } = values
    return {
      status: 200,
      headers: {
        'x-oauth-scopes': [...credentials.scopes].join(','),
        ...(method.scopes.length > 0 ? { 'x-accepted-oauth-scopes': method.scopes.join(',') } : {}),
      },
      body: { ok: true, ...method.run(given, desk) },
    }
  }

  function upload(id: string, request: IncomingMessage, bytes: Buffer): Answer {
    const file = desk.workspace.files.get(id)
    if (!file) return { status: 404, body: 'Not Found' }
    file.bytes = fileIn(bytes, request.headers['content-type'] ?? '')
    return { status: 200, headers: { 'content-type': 'text/plain' }, body: `OK - ${file.bytes.length}` }
  }

  function download(id: string, request: IncomingMessage): Answer {
    const file = desk.workspace.files.get(id)
    if (!file?.complete || tokenOf(request, {}) !== credentials.botToken)
      return { status: 404, body: 'Not Found' }
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: file.bytes! }
  }
}

/** What a request is called in the fault script and in the logs. */
function nameOf(path: string): string {
  if (path.startsWith('/api/')) return path.slice('/api/'.length)
  if (path.startsWith('/upload/')) return 'upload'
  if (path.startsWith('/files/')) return 'file'
  if (path.startsWith('/response/')) return 'response_url'
  return path
}

function valuesOf(request: IncomingMessage, name: string, bytes: Buffer | undefined): Dict | SlackError {
  if (bytes === undefined) return new SlackError('request_too_large', ['body over 16 MB [json-pointer:]'])
  if (name === 'upload' || name === 'file') return {}
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim()
  if (type === 'application/json') {
    const values = parsed(bytes.toString())
    return isObject(values) ? values : new SlackError('invalid_json', ['not a JSON object [json-pointer:]'])
  }
  if (bytes.length > 0 && type !== 'application/x-www-form-urlencoded')
    return new SlackError('invalid_post_type', [`not a type of body: '${type}' [json-pointer:]`])
  const query = (request.url ?? '').split('?')[1] ?? ''
  const values: Dict = {}
  for (const [key, value] of new URLSearchParams(bytes.length > 0 ? bytes.toString() : query)) {
    if (!WRITTEN_AS_JSON.has(key)) values[key] = value
    else {
      values[key] = parsed(value)
      if (values[key] === undefined)
        return new SlackError(key === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments', [
          `not JSON [json-pointer:/${key}]`,
        ])
    }
  }
  return values
}

function tokenOf(request: IncomingMessage, values: Dict): string | undefined {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return bearer ?? stringOf(values.token)
}

/** The bytes of an upload: the body as it stands, or the first file of a multipart form. */
function fileIn(bytes: Buffer, contentType: string): Uint8Array {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(contentType)?.[1]
  if (boundary === undefined) return bytes
  const begin = bytes.indexOf('\r\n\r\n') + 4
  const end = bytes.indexOf(`\r\n--${boundary}`, begin)
  return bytes.subarray(begin, end === -1 ? bytes.length : end)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Arguments that a form carries as JSON: docs.slack.dev/apis/web-api, POST bodies. */
const WRITTEN_AS_JSON = new Set([
  'attachments',
  'blocks',
  'files',
  'loading_messages',
  'metadata',
  'prompts',
  'view',
])

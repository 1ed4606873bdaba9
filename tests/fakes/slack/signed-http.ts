/**
 * Slack's side of the signed HTTP interface: posts events, commands and interactions to a bot's URL, with the signature right or
 * wrong in every way that matters, and again when an event was not taken.
 */
import { createHmac } from 'node:crypto'
import { Agent, type OutgoingHttpHeaders, request } from 'node:http'
import type { Ledger } from '../ledger.ts'
import type { Time } from '../time.ts'
import type { Dict } from './complaints.ts'
import { ACK_WITHIN, type Delivery, type DeliveryKind, type Receipt } from './delivery.ts'

export type Signature =
  | 'right'
  /** Signed with another secret. */
  | 'wrong'
  /** Signed right, 6 minutes ago. */
  | 'old'
  /** Signed right, for 6 minutes from now. */
  | 'ahead'
  | 'missing'
  /** Both headers twice: first a wrong one, then the right one. */
  | 'doubled'
  /** Signed right, and a byte of the body changed on the way. */
  | 'tampered'

export interface PostAnswer {
  /** 0: no answer came. */
  status: number
  headers: NodeJS.Dict<string | string[]>
  body: string
  /** Milliseconds from the first byte sent to the end of the answer. */
  ms: number
}

export interface SignedHttpParts {
  ledger: Ledger
  time: Time
  signingSecret: string
  /** Where the bot listens: a loopback URL. */
  url: string
  retries: number
}

export class SignedHttp implements Delivery {
  readonly #parts: SignedHttpParts
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 200 })
  #count = 0

  constructor(parts: SignedHttpParts) {
    const { hostname } = new URL(parts.url)
    if (hostname !== '127.0.0.1' && hostname !== '[::1]')
      throw new Error(`not a loopback address: ${parts.url}`)
    this.#parts = parts
  }

  async send(kind: DeliveryKind, payload: Dict): Promise<Receipt> {
    const { time, retries } = this.#parts
    const most = kind === 'events_api' ? retries : 0
    let reason = ''
    for (let attempt = 1; ; attempt += 1) {
      const { answer, timedOut } = await this.#attempt(kind, payload, attempt, reason)
      const acked = answer.status >= 200 && answer.status < 300 && !timedOut
      if (acked) return { acked, payload: parsed(answer.body), attempts: attempt }
      if (attempt > most || answer.headers['x-slack-no-retry'] === '1') return { acked, attempts: attempt }
      reason = timedOut ? 'http_timeout' : answer.status === 0 ? 'connection_failed' : 'http_error'
      const wait = RETRY_WAITS[attempt - 1] ?? RETRY_WAITS.at(-1)!
      if (wait > 0) await new Promise<void>((resolve) => time.after(wait, resolve))
    }
  }

  async #attempt(kind: DeliveryKind, payload: Dict, attempt: number, reason: string) {
    const { ledger, time } = this.#parts
    this.#count += 1
    const entry = ledger.delivered(`post-${this.#count}`, kind, attempt)
    const again: OutgoingHttpHeaders =
      attempt === 1 ? {} : { 'x-slack-retry-num': String(attempt - 1), 'x-slack-retry-reason': reason }
    let timedOut = false
    const answer = await new Promise<PostAnswer>((resolve) => {
      const callOff = time.after(ACK_WITHIN, () => {
        timedOut = true
        ledger.unacknowledged(entry, 'never')
        resolve({ status: 0, headers: {}, body: '', ms: ACK_WITHIN })
      })
      void this.post(kind, payload, { headers: again }).then((whole) => {
        callOff()
        if (whole.status === 0) ledger.unacknowledged(entry, 'closed')
        else ledger.acknowledged(entry, { status: whole.status, body: parsed(whole.body) })
        resolve(whole)
      })
    })
    return { answer, timedOut }
  }

  /** One post, with no retry: for signatures and odd bodies. `body` replaces the payload as it stands. */
  post(
    kind: DeliveryKind,
    payload: Dict,
    {
      signature = 'right',
      headers = {},
      body = encoded(kind, payload),
      contentType = kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
    }: {
      signature?: Signature
      headers?: OutgoingHttpHeaders
      body?: string | undefined
      /** null leaves the header out. */
      contentType?: string | null
    } = {},
  ): Promise<PostAnswer> {
    const sent = signature === 'tampered' ? tampered(body) : body
    return this.#exchange(sent, {
      ...(contentType === null ? {} : { 'content-type': contentType }),
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'content-length': Buffer.byteLength(sent),
      ...this.#signed(body, signature),
      ...headers,
    })
  }

  /** The challenge Slack sends when the URL is entered. */
  verifyUrl(challenge = 'fake-challenge', signature: Signature = 'right'): Promise<PostAnswer> {
    return this.post('events_api', { token: 'fake', challenge, type: 'url_verification' }, { signature })
  }

  /** The certificate check of commands; `smuggled` fields ride along, which must come to nothing. It is not signed. */
  checkSsl(smuggled: Record<string, string> = {}): Promise<PostAnswer> {
    const body = new URLSearchParams({ ssl_check: '1', token: 'fake', ...smuggled }).toString()
    return this.post('slash_commands', {}, { signature: 'missing', body })
  }

  close(): void {
    this.#agent.destroy()
  }

  #signed(body: string, signature: Signature): OutgoingHttpHeaders {
    const { time, signingSecret } = this.#parts
    const shift = signature === 'old' ? -SIX_MINUTES : signature === 'ahead' ? SIX_MINUTES : 0
    const stamp = String(Math.floor((time.now() + shift) / 1_000))
    const sign = (secret: string) =>
      `v0=${createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex')}`
    const right = sign(signingSecret)
    const wrong = sign(`not ${signingSecret}`)
    switch (signature) {
      case 'missing':
        return {}
      case 'wrong':
        return { 'x-slack-request-timestamp': stamp, 'x-slack-signature': wrong }
      case 'doubled':
        return { 'x-slack-request-timestamp': [stamp, stamp], 'x-slack-signature': [wrong, right] }
      default:
        return { 'x-slack-request-timestamp': stamp, 'x-slack-signature': right }
    }
  }

  #exchange(body: string, headers: OutgoingHttpHeaders): Promise<PostAnswer> {
    const { time, url } = this.#parts
    const begun = time.now()
    return new Promise((resolve) => {
      const none = () => resolve({ status: 0, headers: {}, body: '', ms: time.now() - begun })
      const post = request(url, { method: 'POST', headers, agent: this.#agent }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', none)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
            ms: time.now() - begun,
          }),
        )
      })
      post.on('error', none)
      post.end(body)
    })
  }
}

function encoded(kind: DeliveryKind, payload: Dict): string {
  if (kind === 'events_api') return JSON.stringify(payload)
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  return new URLSearchParams(payload as Record<string, string>).toString()
}

const tampered = (body: string): string => `${body.slice(0, -1)}${body.endsWith('}') ? ' }' : '0'}`

function parsed(body: string): unknown {
  if (body === '') return undefined
  try {
    return JSON.parse(body) as unknown
  } catch {
    return body
  }
}

const SIX_MINUTES = 6 * 60_000

/** Milliseconds before the second, third and fourth delivery: docs.slack.dev/apis/events-api, retries. */
const RETRY_WAITS = [0, 60_000, 300_000]

/** What a route is: a verb, a path with places, its rate limit, and what it does. */
import type { Answer } from '../../loopback-server.ts'
import { type BodyKind, checkBody } from '../bodies.ts'
import { LARGEST_FILE } from '../message-rules.ts'
import type { UploadedFile } from '../multipart.ts'
import type { Platform } from '../platform.ts'
import { DiscordRefusal } from '../refusal.ts'
import type { Channel } from '../world.ts'

export interface Asked {
  platform: Platform
  /** 'POST /channels/1/messages' */
  what: string
  params: Record<string, string>
  query: URLSearchParams
  body: unknown
  files: readonly UploadedFile[]
}

export interface Route {
  method: string
  /** '/channels/:channel/messages' */
  path: string
  /** Calls per milliseconds of the real platform, as far as it shows them; its documents give none. */
  limit?: { calls: number; per: number }
  /** The token in the path is the permission; no Authorization header. */
  open?: boolean
  does: (asked: Asked) => Answer | Promise<Answer>
}

/** The body, if Discord would take it; otherwise it is noted as refused. */
export function takeBody(asked: Asked, kind: BodyKind, body = asked.body): Record<string, unknown> {
  const tooLarge = asked.files.find(({ data }) => data.length > LARGEST_FILE)
  if (tooLarge) {
    asked.platform.ledger.refuse(asked.what, [`${tooLarge.filename}: ${tooLarge.data.length} bytes`], body)
    throw new DiscordRefusal(40005)
  }
  const { reasons, empty } = checkBody(
    kind,
    body,
    new Map(asked.files.map(({ number, filename }) => [number, filename])),
  )
  if (reasons.length > 0) throw refusedBody(asked, 50035, reasons, body)
  if (empty) throw refusedBody(asked, 50006, ['shows nothing'], body)
  return body as Record<string, unknown>
}

export function refusedBody(
  { platform, what }: Asked,
  code: number,
  reasons: string[],
  body: unknown,
): DiscordRefusal {
  platform.ledger.refuse(what, reasons, body)
  return new DiscordRefusal(code, reasons)
}

export const NOTHING: Answer = { status: 204 }

export function channelOf({ platform, params }: Asked): Channel {
  const channel = platform.world.channels.get(params.channel!)
  if (channel === undefined) throw new DiscordRefusal(10003)
  return channel
}

/** A message of ours into a channel: never twice, without its dress where Discord refuses that. */
import { Routes } from 'discord.js'
import type { Coordination } from '../../chat/desk.ts'
import type { Calls } from './calls.ts'
import { keepLines } from './kept-lines.ts'
import { CODES, codeOf } from './refusals.ts'
import type { Rendered } from './render.ts'

export interface Sending {
  calls: Calls
  coordination: Coordination
}

/**
 * The id of the message. May be repeated, because the nonce makes Discord give the first one back.
 * @param answers the message it replies to
 */
export async function sendToChannel(
  { calls, coordination }: Sending,
  channel: string,
  { message, plain, kept }: Rendered,
  nonce: string,
  answers?: string,
): Promise<string> {
  await keepLines(kept, coordination).catch(() => undefined)
  const reference =
    answers === undefined
      ? {}
      : { message_reference: { message_id: answers, channel_id: channel, fail_if_not_exists: false } }
  const post = async (body: object): Promise<string> => {
    const made = await calls.post<{ id?: unknown }>(
      Routes.channelMessages(channel),
      { ...body, nonce, enforce_nonce: true },
      { repeat: true },
    )
    return String(made?.id ?? '')
  }
  try {
    return await post({ ...message, ...reference })
  } catch (error) {
    // the message that was answered, or reading back, is not ours to have: say it without pointing
    if (codeOf(error) === CODES.cannotReply) return post(message)
    if (codeOf(error) !== CODES.invalidForm && codeOf(error) !== CODES.emptyMessage) throw error
    return post(plain)
  }
}

/** A private talk with a person, opened where there is none. */
export async function directChannel(calls: Calls, person: string): Promise<string> {
  const { id } = await calls.post<{ id: string }>(
    Routes.userChannels(),
    { recipient_id: person },
    { repeat: true },
  )
  return String(id)
}

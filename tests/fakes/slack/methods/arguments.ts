/** Reads the arguments of a call, which come as JSON values or, from a form, as strings. */
import type { Dict } from '../complaints.ts'
import type { Desk } from '../desk.ts'
import { SlackError } from '../slack-error.ts'
import type { Channel } from '../workspace.ts'

export function required(values: Dict, key: string): string {
  const value = optional(values, key)
  if (value === undefined)
    throw new SlackError('invalid_arguments', [`missing required field: ${key} [json-pointer:]`])
  return value
}

export function optional(values: Dict, key: string): string | undefined {
  const value = values[key]
  return value === undefined || value === null || value === '' ? undefined : String(value)
}

export const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === '1'

export function count(
  values: Dict,
  key: string,
  { standard, most }: { standard: number; most: number },
): number {
  const value = optional(values, key)
  if (value === undefined) return standard
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new SlackError('invalid_limit', [`not a limit: ${value} [json-pointer:/${key}]`])
  return Math.min(number, most)
}

/** The channel that is named; a person's id stands for the direct messages with them. */
export function channelOf(values: Dict, { workspace, bot }: Desk, key = 'channel'): Channel {
  const id = required(values, key)
  const channel = workspace.channels.get(id)
  if (channel) return channel
  if (workspace.users.has(id)) return workspace.directMessages(id, bot.user.id)
  throw new SlackError('channel_not_found')
}

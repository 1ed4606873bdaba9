/**
 * What a button does, within the 100 characters of its id: the line it says, or where that is too long, the name under
 * which the line is kept. Both work after a restart; what cannot be read any more is answered as a stale button.
 */
import { createHash } from 'node:crypto'
import type { Coordination } from '../../chat/desk.ts'
import { LIMITS } from './limits.ts'

/** What pressing does. 'say' asks the line; 'share' asks it again for everybody; 'form' opens the form of a command. */
export type Deed = 'say' | 'share' | 'form'

/** Lines that are to be kept before a message with their buttons is sent, by their names. */
export type Kept = Record<string, string>

/** The custom id for a line; a line too long for it is entered in `kept`. */
export function idFor(deed: Deed, line: string, kept: Kept): string {
  const plain = `${SIGNS[deed]}:${line}`
  if (plain.length <= LIMITS.customId && line === line.toWellFormed()) return plain
  const name = createHash('sha256').update(line).digest('base64url').slice(0, NAME_LENGTH)
  kept[name] = line
  return `${SIGNS[deed].toUpperCase()}:${name}`
}

/** Reads a custom id back. The line is null where it was kept and is gone; the whole where it is no id of ours. */
export async function deedOf(
  id: string,
  coordination: Pick<Coordination, 'noted'>,
): Promise<{ deed: Deed; line: string | null } | null> {
  const [, sign, rest] = /^([a-z]):(.*)$/is.exec(id) ?? []
  if (sign === undefined || rest === undefined) return null
  const deed = DEEDS.find((each) => SIGNS[each] === sign.toLowerCase())
  if (deed === undefined) return null
  if (sign === sign.toLowerCase()) return { deed, line: rest }
  return { deed, line: await coordination.noted(noteOf(rest)).catch(() => null) }
}

/** Told without looking anything up: whether it is to be shown to everybody. */
export const isSharing = (id: string): boolean => id.toLowerCase().startsWith(`${SIGNS.share}:`)

/** Keeps the lines; must be done before the buttons are shown. */
export async function keepLines(kept: Kept, coordination: Pick<Coordination, 'note'>): Promise<void> {
  await Promise.all(Object.entries(kept).map(([name, line]) => coordination.note(noteOf(name), line, KEPT)))
}

const noteOf = (name: string): string => `discord/line/${name}`
const DEEDS = ['say', 'share', 'form'] as const
const SIGNS: Readonly<Record<Deed, string>> = { say: 'q', share: 's', form: 'f' }
const NAME_LENGTH = 32
/** Milliseconds a long button works for. */
const KEPT = 180 * 86_400_000

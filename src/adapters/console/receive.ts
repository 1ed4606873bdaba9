/** A typed line -> what the person did. */
import type { Said } from '../../chat/incoming.ts'
import { type Typed, typedCommand } from '../../chat/typed-command.ts'

export type Received = { kind: 'nothing' } | { kind: 'leave' } | Said

export function receive(line: string, commands: readonly Typed[]): Received {
  const text = line.trim()
  if (text === '') return { kind: 'nothing' }
  if (LEAVING.test(text)) return { kind: 'leave' }
  return typedCommand(text, commands) ?? { kind: 'text', text }
}

const LEAVING = /^(?:[/／](?:quit|exit|q|退出)|quit|exit|退出)$/i

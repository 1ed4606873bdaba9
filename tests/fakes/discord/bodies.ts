/** Is this body one that Discord would take? Its own published schemas first, then the rules they miss. */
import * as specified from 'discord-api-spec/zod'
import { core } from 'zod'
import { checkChoices, checkCommand } from './command-rules.ts'
import { checkComponents } from './component-rules.ts'
import { checkMessage, type MessageUse } from './message-rules.ts'
import { unknownKeys } from './unknown-keys.ts'

export type BodyKind =
  | 'message'
  | 'message edit'
  | 'callback'
  | 'follow-up'
  | 'response edit'
  | 'command'
  | 'thread'
  | 'thread without message'
  | 'dm'

export interface BodyCheck {
  /** Where and what, one line each; empty: taken. */
  reasons: string[]
  /** Nothing to show at all, which has a code of its own. */
  empty: boolean
}

/** @param files names of what came with it, by number */
export function checkBody(kind: BodyKind, body: unknown, files: ReadonlyMap<number, string>): BodyCheck {
  const schema = schemaFor(kind, body)
  if (schema === undefined) return { reasons: ['type: not a kind of answer'], empty: false }
  const outcome = core.safeParse(schema, body)
  const reasons = outcome.success
    ? unknownKeys(schema, body)
        .filter((key) => !asksForNothing(kind, key, body))
        .map((key) => `${key}: unknown`)
    : []
  if (!outcome.success) reasons.push(...outcome.error.issues.flatMap((issue) => inWords(issue)))
  const known = (body ?? {}) as Record<string, unknown>
  if (kind === 'command') return { reasons: [...reasons, ...checkCommand(known)], empty: false }
  const use = MESSAGE_USES[kind] ?? (kind === 'callback' ? CALLBACK_USES[Number(known.type)] : undefined)
  const data = (kind === 'callback' ? known.data : known) ?? {}
  if (kind === 'callback' && known.type === 9) reasons.push(...checkComponents(data as object, 'modal'))
  if (kind === 'callback' && known.type === 8)
    reasons.push(...checkChoices((Object(data).choices ?? []) as { value: unknown }[], 'choices'))
  if (use === undefined || typeof data !== 'object') return { reasons, empty: false }
  const message = checkMessage(data as Record<string, unknown>, use, files)
  return { reasons: [...reasons, ...message.reasons], empty: message.empty }
}

/** discord.js writes these into every message, also where Discord does not know them; false asks for nothing. */
function asksForNothing(kind: BodyKind, key: string, body: unknown): boolean {
  // nor can it be told not to say which type a thread on a message has
  if (key === 'type') return kind === 'thread'
  if (!/^(?:data\.)?(?:tts|enforce_nonce)$/.test(key)) return false
  const holder = (key.startsWith('data.') ? Object(body).data : body) as Record<string, unknown>
  return holder[key.replace('data.', '')] === false
}

function schemaFor(kind: BodyKind, body: unknown): core.$ZodType | undefined {
  if (kind !== 'callback') return SCHEMAS[kind]
  const type = typeof body === 'object' && body !== null && 'type' in body ? Number(body.type) : 0
  return CALLBACKS[type]
}

/** One line for an issue; of a union's branches the one that came furthest. */
function inWords(issue: core.$ZodIssue, before: readonly PropertyKey[] = []): string[] {
  const path = [...before, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branch = [...issue.errors].sort((one, other) => reach(other) - reach(one))[0]
    if (branch && branch.length > 0) return branch.flatMap((each) => inWords(each, path))
  }
  const where = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return [`${where.replace(/^\./, '') || 'body'}: ${issue.message}`]
}

/** A branch that fails on the type alone is not what was meant. */
const reach = (issues: readonly core.$ZodIssue[]): number =>
  issues.some((issue) => issue.path.at(-1) === 'type' && issue.path.length <= 1)
    ? -1
    : Math.max(0, ...issues.map((issue) => issue.path.length))

const SCHEMAS: Record<Exclude<BodyKind, 'callback'>, core.$ZodType> = {
  message: specified.MessageCreateRequestSchema,
  'message edit': specified.MessageEditRequestPartialSchema,
  'follow-up': specified.IncomingWebhookInteractionRequestSchema,
  'response edit': specified.IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  command: specified.ApplicationCommandCreateRequestSchema,
  thread: specified.CreateTextThreadWithMessageRequestSchema,
  'thread without message': specified.CreateTextThreadWithoutMessageRequestSchema,
  dm: specified.CreatePrivateChannelRequestSchema,
}

const CALLBACKS: Record<number, core.$ZodType> = {
  4: specified.CreateMessageInteractionCallbackRequestSchema,
  5: specified.CreateMessageInteractionCallbackRequestSchema,
  6: specified.UpdateMessageInteractionCallbackRequestSchema,
  7: specified.UpdateMessageInteractionCallbackRequestSchema,
  8: specified.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: specified.ModalInteractionCallbackRequestSchema,
}

const MESSAGE_USES: Partial<Record<BodyKind, MessageUse>> = {
  message: 'channel',
  'message edit': 'edit',
  'follow-up': 'response',
  'response edit': 'edit',
}

const CALLBACK_USES: Record<number, MessageUse> = { 4: 'response', 5: 'deferral', 7: 'edit' }

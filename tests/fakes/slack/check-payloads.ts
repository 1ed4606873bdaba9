/** Whole payloads: a message, a modal or home view, options for a select. A code of Slack's with the reasons, or undefined. */
import { BLOCK_LIMITS } from './block-limits.ts'
import { type BlockSurroundings, checkBlocks, visibleLength } from './check-blocks.ts'
import { checkOptions } from './check-elements.ts'
import { Complaints, isObject } from './complaints.ts'

export interface PayloadRefusal {
  error: string
  reasons: string[]
}

/** A message to post (`most` 40,000 characters) or to change (4,000). */
export function checkMessage(
  {
    text,
    blocks,
    attachments,
    files,
  }: { text?: unknown; blocks?: unknown; attachments?: unknown; files?: unknown },
  surroundings: BlockSurroundings = {},
  most: number = BLOCK_LIMITS.message.text,
): PayloadRefusal | undefined {
  const hasText = typeof text === 'string' && text !== ''
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0
  if (!hasText && !hasBlocks && attachments === undefined && files === undefined)
    return { error: 'no_text', reasons: ['needs text or blocks [json-pointer:]'] }
  if (text !== undefined && typeof text !== 'string')
    return { error: 'invalid_arguments', reasons: ['must be a string [json-pointer:/text]'] }
  if (hasText && text.length > most)
    return {
      error: 'msg_too_long',
      reasons: [`must be less than ${most + 1} characters [json-pointer:/text]`],
    }
  if (blocks === undefined) return undefined
  const reasons = checkBlocks(blocks, 'message', surroundings)
  // Slack takes blocks alone and then shows the notification without words
  if (hasBlocks && !hasText) reasons.push('missing text for notifications beside blocks [json-pointer:/text]')
  if (reasons.length > 0) return { error: 'invalid_blocks', reasons }
  const together = BLOCK_LIMITS.message.blocksTogether
  if (visibleLength(blocks) <= together) return undefined
  return {
    error: 'msg_blocks_too_long',
    reasons: [`must be less than ${together + 1} characters together [json-pointer:/blocks]`],
  }
}

export function checkView(view: unknown, surroundings: BlockSurroundings = {}): PayloadRefusal | undefined {
  if (!isObject(view)) return { error: 'invalid_arguments', reasons: ['must be a view [json-pointer:/view]'] }
  const surface = view.type
  if (surface !== 'modal' && surface !== 'home')
    return { error: 'invalid_arguments', reasons: ['must be modal or home [json-pointer:/view/type]'] }
  const complaints = new Complaints(() => true)
  const { title, submit, close, callbackId, privateMetadata } = BLOCK_LIMITS.view
  complaints.string(view, 'callback_id', '/view', { max: callbackId })
  complaints.string(view, 'private_metadata', '/view', { max: privateMetadata })
  if (surface === 'modal') {
    complaints.text(view.title, '/view/title', { max: title, plain: true })
    if (view.submit !== undefined) complaints.text(view.submit, '/view/submit', { max: submit, plain: true })
    if (view.close !== undefined) complaints.text(view.close, '/view/close', { max: close, plain: true })
    const blocks = Array.isArray(view.blocks) ? view.blocks : []
    if (view.submit === undefined && blocks.some((block) => isObject(block) && block.type === 'input'))
      complaints.say('/view/submit', 'missing required field: a modal with inputs needs submit')
  }
  const reasons = [...complaints.said, ...checkBlocks(view.blocks, surface, surroundings)]
  return reasons.length > 0 ? { error: 'invalid_arguments', reasons } : undefined
}

/** The answer to typing in an external select; none found is allowed. */
export function checkSuggestions(answer: unknown): string[] {
  if (!isObject(answer)) return ['must be an object [json-pointer:]']
  const complaints = new Complaints(() => true)
  const groups = answer.option_groups
  const lists = Array.isArray(groups)
    ? groups.map(
        (group, index) =>
          [isObject(group) ? group.options : undefined, `/option_groups/${index}/options`] as const,
      )
    : [[answer.options, '/options'] as const]
  for (const [options, at] of lists)
    if (!Array.isArray(options) || options.length > 0)
      checkOptions(options, at, complaints, BLOCK_LIMITS.select.options)
  return complaints.said
}

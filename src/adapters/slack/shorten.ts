/** An answer that is too long for a message loses whole rows, items and sources, and says how many. */
import type { KnownBlock } from '@slack/types'
import type { Part, Reply } from '../../chat/reply.ts'
import { LIMITS } from './limits.ts'
import { WORDS } from './words.ts'

/** The blocks of as much of the reply as fits. Texts and notes stay whole as long as anything else can give way. */
export function shortened(whole: Reply, layout: (reply: Reply) => KnownBlock[]): KnownBlock[] {
  let kept: Kept[] = whole.parts.map((part) => ({ part, left: mostOf(part) }))
  for (;;) {
    const blocks = layout({ ...whole, parts: kept.flatMap((each) => partOf(each, whole.locale)) })
    if (fits(blocks)) return blocks
    const smaller = shrunk(kept)
    if (smaller === null) return firstThatFit(blocks)
    kept = smaller
  }
}

interface Kept {
  part: Part
  /** How many rows, items or lines of it are shown. */
  left: number
}

/** Everything Slack counts over a whole message. */
function fits(blocks: readonly KnownBlock[]): boolean {
  return blocks.length <= LIMITS.message.blocks && weightOf(blocks) <= LIMITS.message.characters
}

function weightOf(blocks: readonly KnownBlock[]): number {
  return blocks.reduce((sum, block) => {
    const cells = block.type === 'table' ? block.rows.reduce((count, row) => count + row.length, 0) : 0
    return sum + LIMITS.message.perBlock + cells * LIMITS.message.perCell + textLength(block)
  }, 0)
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + textLength(each), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (key === 'text' && typeof inner === 'string' ? inner.length : textLength(inner)),
    0,
  )
}

function mostOf(part: Part): number {
  if (part.kind === 'table') return Math.min(part.rows.length, LIMITS.table.rows - 1)
  return sizeOf(part)
}

function sizeOf(part: Part): number {
  if (part.kind === 'table') return part.rows.length
  if (part.kind === 'list' || part.kind === 'citations' || part.kind === 'buttons') return part.items.length
  return 1
}

/** The heaviest part that can give way loses a quarter, at least one; null: nothing is left to lose. */
function shrunk(kept: readonly Kept[]): Kept[] | null {
  const loads = kept.map(({ part, left }) =>
    left > FEWEST && GIVES_WAY.has(part.kind) ? loadOf(part, left) : 0,
  )
  const heaviest = loads.indexOf(Math.max(...loads))
  if (heaviest < 0 || loads[heaviest] === 0) return null
  return kept.map((each, index) =>
    index === heaviest ? { ...each, left: Math.max(FEWEST, Math.floor(each.left * 0.75)) } : each,
  )
}

function loadOf(part: Part, left: number): number {
  if (part.kind === 'table') return textOf(part.rows.slice(0, left)) + left
  if (part.kind === 'list') return textOf(part.items.slice(0, left)) + left
  if (part.kind === 'citations')
    return textOf(part.items.slice(0, left).map(({ title, url }) => [title, url ?? ''])) + left
  return part.kind === 'buttons' ? textOf(part.items.slice(0, left).map(({ label }) => label)) + left : 0
}

const textOf = (texts: readonly (string | readonly string[])[]): number =>
  texts.reduce((sum, text) => sum + (typeof text === 'string' ? text.length : textOf(text)), 0)

function partOf({ part, left }: Kept, locale: 'en' | 'zh'): Part[] {
  const missing = sizeOf(part) - left
  const shown = left === sizeOf(part) ? part : first(part, left)
  return missing > 0 ? [shown, { kind: 'note', text: `… ${WORDS[locale].more(missing)}` }] : [shown]
}

function first(part: Part, left: number): Part {
  if (part.kind === 'table') return { ...part, rows: part.rows.slice(0, left) }
  if (part.kind === 'list') return { ...part, items: part.items.slice(0, left) }
  if (part.kind === 'citations') return { ...part, items: part.items.slice(0, left) }
  if (part.kind === 'buttons') return { ...part, items: part.items.slice(0, left) }
  return part
}

/** Only texts are left, and they are too long: what stands first is what was asked for. */
function firstThatFit(blocks: readonly KnownBlock[]): KnownBlock[] {
  let kept = blocks.slice(0, LIMITS.message.blocks - 1)
  while (kept.length > 1 && !fits(kept)) kept = kept.slice(0, -1)
  const missing = blocks.length - kept.length
  const sign = { type: 'mrkdwn' as const, text: `… +${missing}`, verbatim: true }
  return missing === 0 ? kept : [...kept, { type: 'context', elements: [sign] }]
}

const GIVES_WAY: ReadonlySet<Part['kind']> = new Set(['table', 'list', 'citations', 'buttons'])
const FEWEST = 1

/**
 * Checks blocks, messages and views as Slack does before it shows them. Every complaint names the place as Slack's own answers do,
 * '/blocks/0/text/text', and says what is wrong there.
 */
import type { KnownBlock } from '@slack/types'
import { BLOCK_LIMITS } from './block-limits.ts'
import { checkElement } from './check-elements.ts'
import { Complaints, type Dict, isObject } from './complaints.ts'

export type Surface = 'message' | 'modal' | 'home'

/** What is known outside the payload: which uploaded files an image may show. */
export interface BlockSurroundings {
  hasFile?: (id: string) => boolean
}

/** The complaints about a list of blocks; none means that Slack would take it. */
export function checkBlocks(
  blocks: unknown,
  surface: Surface = 'message',
  { hasFile = () => true }: BlockSurroundings = {},
): string[] {
  const complaints = new Complaints(hasFile)
  if (
    !complaints.list(
      blocks,
      '/blocks',
      0,
      surface === 'message' ? BLOCK_LIMITS.message.blocks : BLOCK_LIMITS.view.blocks,
    )
  )
    return complaints.said
  const ids = new Set<string>()
  for (const [index, block] of (blocks as unknown[]).entries()) {
    const at = `/blocks/${index}`
    if (!isObject(block)) {
      complaints.say(at, 'must be an object')
      continue
    }
    complaints.string(block, 'block_id', at, { max: BLOCK_LIMITS.id })
    if (typeof block.block_id === 'string') {
      if (ids.has(block.block_id)) complaints.say(`${at}/block_id`, 'is used twice')
      ids.add(block.block_id)
    }
    const known = CHECKS[block.type as KnownBlock['type']]
    if (!known) complaints.say(`${at}/type`, `unknown block type '${String(block.type)}'`)
    else if (!(known.on ?? ALL).includes(surface)) complaints.say(at, `${block.type} is not for a ${surface}`)
    else known.check(block, at, complaints)
  }
  if (surface === 'message') checkTogether(blocks as unknown[], complaints)
  return complaints.said
}

interface Check {
  /** Where it may stand; everywhere unless said. */
  on?: readonly Surface[]
  check: (block: Dict, at: string, complaints: Complaints) => void
}

const ALL: readonly Surface[] = ['message', 'modal', 'home']

const unchecked: Check = { check() {} }

// every block Slack's own types know has its line here, or this does not compile
const CHECKS: Record<KnownBlock['type'], Check> = {
  section: {
    check(block, at, complaints) {
      const { text, fields } = block
      if (text === undefined && fields === undefined) complaints.say(at, 'needs text or fields')
      if (text !== undefined) complaints.text(text, `${at}/text`, { max: BLOCK_LIMITS.section.text })
      if (fields !== undefined && complaints.list(fields, `${at}/fields`, 1, BLOCK_LIMITS.section.fields))
        for (const [index, field] of (fields as unknown[]).entries())
          complaints.text(field, `${at}/fields/${index}`, { max: BLOCK_LIMITS.section.field })
      if (block.accessory !== undefined)
        checkElement(block.accessory, `${at}/accessory`, complaints, 'section')
    },
  },
  header: {
    check: (block, at, complaints) =>
      complaints.text(block.text, `${at}/text`, { max: BLOCK_LIMITS.header, plain: true }),
  },
  divider: unchecked,
  context: {
    check(block, at, complaints) {
      if (!complaints.list(block.elements, `${at}/elements`, 1, BLOCK_LIMITS.context)) return
      for (const [index, element] of (block.elements as unknown[]).entries()) {
        const here = `${at}/elements/${index}`
        if (isObject(element) && element.type === 'image') complaints.image(element, here)
        else complaints.text(element, here, { max: BLOCK_LIMITS.text })
      }
    },
  },
  actions: {
    check: (block, at, complaints) => checkElements(block, at, complaints, BLOCK_LIMITS.actions, 'actions'),
  },
  context_actions: {
    on: ['message'],
    check: (block, at, complaints) =>
      checkElements(block, at, complaints, BLOCK_LIMITS.contextActions, 'context_actions'),
  },
  image: {
    check(block, at, complaints) {
      complaints.image(block, at)
      if (block.title !== undefined)
        complaints.text(block.title, `${at}/title`, { max: BLOCK_LIMITS.image.title, plain: true })
    },
  },
  input: {
    check(block, at, complaints) {
      complaints.text(block.label, `${at}/label`, { max: BLOCK_LIMITS.input.label, plain: true })
      if (block.hint !== undefined)
        complaints.text(block.hint, `${at}/hint`, { max: BLOCK_LIMITS.input.hint, plain: true })
      checkElement(block.element, `${at}/element`, complaints, 'input')
    },
  },
  markdown: {
    on: ['message'],
    check: (block, at, complaints) =>
      complaints.string(block, 'text', at, { needed: true, max: BLOCK_LIMITS.message.markdown }),
  },
  table: {
    on: ['message'],
    check(block, at, complaints) {
      if (!complaints.list(block.rows, `${at}/rows`, 1, BLOCK_LIMITS.table.rows)) return
      for (const [row, cells] of (block.rows as unknown[]).entries()) {
        if (!complaints.list(cells, `${at}/rows/${row}`, 1, BLOCK_LIMITS.table.columns)) continue
        for (const [column, cell] of (cells as unknown[]).entries())
          checkCell(cell, `${at}/rows/${row}/${column}`, complaints)
      }
      if (block.column_settings !== undefined)
        complaints.list(block.column_settings, `${at}/column_settings`, 0, BLOCK_LIMITS.table.columns)
    },
  },
  rich_text: {
    check: (block, at, complaints) =>
      void complaints.list(block.elements, `${at}/elements`, 0, Number.POSITIVE_INFINITY),
  },
  // taken as they are: this bot sends none of them
  alert: unchecked,
  card: unchecked,
  carousel: unchecked,
  container: unchecked,
  data_table: unchecked,
  file: unchecked,
  plan: unchecked,
  task_card: unchecked,
  video: unchecked,
}

function checkElements(block: Dict, at: string, complaints: Complaints, most: number, inside: string): void {
  if (!complaints.list(block.elements, `${at}/elements`, 1, most)) return
  const ids = new Set<unknown>()
  for (const [index, element] of (block.elements as unknown[]).entries()) {
    const here = `${at}/elements/${index}`
    checkElement(element, here, complaints, inside)
    if (!isObject(element) || element.action_id === undefined) continue
    if (ids.has(element.action_id)) complaints.say(`${here}/action_id`, 'is used twice in its block')
    ids.add(element.action_id)
  }
}

function checkCell(cell: unknown, at: string, complaints: Complaints): void {
  if (!isObject(cell)) {
    complaints.say(at, 'must be an object')
    return
  }
  if (cell.type === 'raw_text') complaints.string(cell, 'text', at, { needed: true, min: 1 })
  else if (cell.type !== 'rich_text' && cell.type !== 'raw_number')
    complaints.say(`${at}/type`, 'must be raw_text, raw_number or rich_text')
}

/** What is limited over a whole message. */
function checkTogether(blocks: readonly unknown[], complaints: Complaints): void {
  const ofType = (type: string) => blocks.filter((block) => isObject(block) && block.type === type)
  const tables = ofType('table')
  if (tables.length > BLOCK_LIMITS.message.tables) complaints.say('/blocks', 'only one table is allowed')
  const cells = tables.reduce<number>((sum, table) => sum + visibleLength((table as Dict).rows), 0)
  if (cells > BLOCK_LIMITS.message.tableCharacters)
    complaints.say(
      '/blocks',
      `table cells must be less than ${BLOCK_LIMITS.message.tableCharacters + 1} characters together`,
    )
  const markdown = ofType('markdown').reduce<number>((sum, block) => sum + visibleLength(block), 0)
  if (markdown > BLOCK_LIMITS.message.markdown)
    complaints.say(
      '/blocks',
      `markdown must be less than ${BLOCK_LIMITS.message.markdown + 1} characters together`,
    )
}

/** The characters of every `text` that is a string, at any depth. */
export function visibleLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + visibleLength(each), 0)
  if (!isObject(value)) return 0
  let sum = 0
  for (const [key, inner] of Object.entries(value))
    sum += key === 'text' && typeof inner === 'string' ? inner.length : visibleLength(inner)
  return sum
}

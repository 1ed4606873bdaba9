import { type Dict, isObject } from './complaints.ts'

/** The blocks as Slack keeps them: those without an id, and elements without one, get one. */
export function named(blocks: readonly unknown[] = []): Dict[] {
  return blocks.filter(isObject).map((block, index) => {
    const whole: Dict = { block_id: `block-${index}`, ...block }
    if (Array.isArray(block.elements) && block.type !== 'rich_text' && block.type !== 'context')
      whole.elements = block.elements.map((element, place) => withAction(element, `action-${index}-${place}`))
    if (block.accessory !== undefined) whole.accessory = withAction(block.accessory, `action-${index}`)
    if (block.element !== undefined) whole.element = withAction(block.element, `action-${index}`)
    return whole
  })
}

const withAction = (element: unknown, id: string): unknown =>
  isObject(element) && element.type !== 'image' ? { action_id: id, ...element } : element

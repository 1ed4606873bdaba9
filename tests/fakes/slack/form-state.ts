/** What a person has filled into a form, in the shape Slack sends it: by block, then by action. */
import { type Dict, isObject } from './complaints.ts'
import { elementsIn } from './shown.ts'

/** A value as a person gives it: words typed, the label of a choice, several labels. */
export type Filled = string | readonly string[]

/** What each external select was last offered while typing, by action id. */
export type Offered = ReadonlyMap<string, readonly Dict[]>

/**
 * The state of a form. `values` are named by the label of the input or by its action id; an input that is left out keeps its first
 * value. Throws where a person could not press the button: a needed field is empty, a choice does not exist.
 */
export function formState(
  blocks: readonly unknown[],
  values: Record<string, Filled>,
  offered: Offered,
): Dict {
  const state: Record<string, Record<string, Dict>> = {}
  const known = new Set<string>()
  for (const { element, block } of elementsIn(blocks)) {
    const id = String(element.action_id)
    if (element.type === 'button' || element.type === 'overflow' || element.action_id === undefined) continue
    const label = isObject(block.label) ? String(block.label.text) : id
    known.add(label).add(id)
    const value = values[label] ?? values[id]
    const filled = filledIn(element, value, offered.get(id) ?? [])
    const isEmpty = Object.entries(filled).every(([key, each]) => key === 'type' || each === null)
    if (isEmpty && block.type === 'input' && block.optional !== true)
      throw new Error(`'${label}' must be filled in`)
    const blockId = String(block.block_id)
    state[blockId] = { ...state[blockId], [id]: filled }
  }
  const unknown = Object.keys(values).filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new Error(`no field '${unknown.join("', '")}', only '${[...known].join("', '")}'`)
  return state
}

/** The action of choosing in a select, or the value of a field. */
export function filledIn(element: Dict, value: Filled | undefined, offered: readonly Dict[]): Dict {
  const type = String(element.type)
  const one = typeof value === 'string' ? value : value?.[0]
  const many = typeof value === 'string' ? [value] : value
  const option = (label: string) => optionOf(element, label, offered)
  switch (type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return { type, selected_option: one === undefined ? (element.initial_option ?? null) : option(one) }
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: many?.map(option) ?? element.initial_options ?? [] }
    case 'users_select':
      return { type, selected_user: one ?? element.initial_user ?? null }
    case 'channels_select':
      return { type, selected_channel: one ?? element.initial_channel ?? null }
    case 'conversations_select':
      return { type, selected_conversation: one ?? element.initial_conversation ?? null }
    case 'datepicker':
      return { type, selected_date: one ?? element.initial_date ?? null }
    case 'timepicker':
      return { type, selected_time: one ?? element.initial_time ?? null }
    default:
      return { type, value: one ?? element.initial_value ?? null }
  }
}

function optionOf(element: Dict, label: string, offered: readonly Dict[]): Dict {
  const groups = Array.isArray(element.option_groups) ? (element.option_groups as Dict[]) : []
  const options = [
    ...(Array.isArray(element.options) ? (element.options as Dict[]) : []),
    ...groups.flatMap((group) => group.options as Dict[]),
    ...offered,
  ]
  const found = options.find((option) => labelOfOption(option) === label || option.value === label)
  if (!found) throw new Error(`no choice '${label}', only '${options.map(labelOfOption).join("', '")}'`)
  return found
}

export const labelOfOption = (option: Dict): string => (isObject(option.text) ? String(option.text.text) : '')

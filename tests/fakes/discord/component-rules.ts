/** What Discord refuses in buttons, menus and fields beyond its schemas. */
import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10'

export interface Component {
  type: number
  [key: string]: unknown
}

export function checkComponents(body: object, where: 'message' | 'modal'): string[] {
  const { components, flags } = body as { components?: unknown; flags?: unknown }
  if (!Array.isArray(components)) return []
  const top = components as Component[]
  const all = top.flatMap(withInner)
  const reasons = [...checkIds(all), ...all.flatMap(checkOne)]
  const isV2 = (Number(flags ?? 0) & MessageFlags.IsComponentsV2) !== 0
  if (where === 'modal') {
    if (top.length > MOST_ROWS) reasons.push(`components: ${top.length}, at most ${MOST_ROWS} in a modal`)
  } else if (isV2) {
    if (all.length > MOST_COMPONENTS) reasons.push(`components: ${all.length}, at most ${MOST_COMPONENTS}`)
    const text = all.reduce((sum, { type, content }) => sum + (type === 10 ? String(content).length : 0), 0)
    if (text > TEXT_DISPLAYS) reasons.push(`components: ${text} characters, at most ${TEXT_DISPLAYS}`)
  } else {
    if (top.length > MOST_ROWS) reasons.push(`components: ${top.length} rows, at most ${MOST_ROWS}`)
    if (top.some(({ type }) => type !== ComponentType.ActionRow))
      reasons.push('components: only rows, unless the flag for components of version 2 is set')
  }
  return reasons
}

/** A component and everything inside it. */
export function withInner(component: Component): Component[] {
  const inner = [
    ...(Array.isArray(component.components) ? (component.components as Component[]) : []),
    ...[component.component, component.accessory].filter(
      (each): each is Component => typeof each === 'object' && each !== null,
    ),
  ]
  return [component, ...inner.flatMap(withInner)]
}

function checkIds(all: readonly Component[]): string[] {
  const seen = new Set<unknown>()
  const reasons: string[] = []
  for (const { custom_id: id } of all) {
    if (id === undefined || id === null) continue
    if (seen.has(id)) reasons.push(`custom_id: ${String(id)} twice`)
    seen.add(id)
  }
  return reasons
}

function checkOne(component: Component): string[] {
  const { type, custom_id: id } = component
  if (type === ComponentType.ActionRow) return checkRow(component)
  if (type === ComponentType.Button) return checkButton(component)
  if (type === ComponentType.StringSelect) return checkMenu(component)
  if (type === ComponentType.TextInput && !id) return ['text input: custom_id is missing']
  return []
}

function checkRow({ components }: Component): string[] {
  const inner = (components ?? []) as Component[]
  const menus = inner.filter(({ type }) => type !== ComponentType.Button).length
  return menus > 0 && inner.length > 1 ? ['row: a menu or field stands alone in its row'] : []
}

function checkButton({ style, custom_id: id, url, label, emoji, sku_id: sku }: Component): string[] {
  const reasons: string[] = []
  if (style === ButtonStyle.Link) {
    if (!url) reasons.push('button: a link without url')
    if (id) reasons.push('button: a link with custom_id')
  } else if (style !== ButtonStyle.Premium) {
    if (!id) reasons.push('button: custom_id is missing')
    if (url) reasons.push('button: url only in a link')
  } else if (!sku) reasons.push('button: sku_id is missing')
  if (!label && !emoji && style !== ButtonStyle.Premium) reasons.push('button: neither label nor emoji')
  return reasons
}

function checkMenu({ options, min_values: min, max_values: max }: Component): string[] {
  const list = (options ?? []) as { value?: unknown; default?: unknown }[]
  const reasons: string[] = []
  if (new Set(list.map(({ value }) => value)).size < list.length) reasons.push('menu: the same value twice')
  if (Number(min ?? 1) > Number(max ?? 1)) reasons.push('menu: min_values over max_values')
  if (Number(max ?? 1) > list.length) reasons.push('menu: max_values over the number of options')
  if (list.filter((option) => option.default === true).length > Number(max ?? 1))
    reasons.push('menu: more defaults than max_values')
  return reasons
}

/** discord.com/developers/docs/components/reference */
const MOST_ROWS = 5
const MOST_COMPONENTS = 40
const TEXT_DISPLAYS = 4_000

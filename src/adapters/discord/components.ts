/** Buttons and menus of a reply: up to five things to press are buttons, more of them a menu. */
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { Button, Reply } from '../../chat/reply.ts'
import { cleanLine, cut } from './escape.ts'
import { type Deed, idFor, type Kept } from './kept-lines.ts'
import { LIMITS } from './limits.ts'
import { WORDS } from './words.ts'

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>

export interface Extra {
  deed: Deed
  label: string
  line: string
}

/** Rows for all buttons of a reply, `extra` ones last. What finds no room is left out: the text says the same. */
export function rowsOf(reply: Reply, extra: readonly Extra[], kept: Kept): Row[] {
  const seen = new Set<string>()
  const rows: Row[] = []
  const room = LIMITS.rows - (extra.length > 0 ? 1 : 0)
  const groups = reply.parts.flatMap((part) => (part.kind === 'buttons' ? [part] : []))
  for (const { prompt, items } of groups) {
    const isNumbered = needsNumbers(items)
    const pressed = items.flatMap((button, at) => {
      const id = idFor('say', button.query, kept)
      // two that do the same are refused, and one is enough
      if (seen.has(id)) return []
      seen.add(id)
      return [{ ...button, id, label: isNumbered ? `${at + 1}. ${button.label}` : button.label }]
    })
    if (pressed.length === 0 || rows.length >= room) continue
    rows.push(
      pressed.length <= LIMITS.buttonsInRow ? buttons(pressed) : menu(pressed, prompt, reply, rows.length),
    )
  }
  if (extra.length > 0) {
    const last = extra
      .slice(0, LIMITS.buttonsInRow)
      .map(({ deed, label, line }) => ({ label, id: idFor(deed, line, kept) }))
    rows.push(buttons(last))
  }
  return rows
}

/** One of them is too long to be read on a button. */
export const needsNumbers = (items: readonly Button[]): boolean =>
  items.some(({ label }) => cleanLine(label).length > LIMITS.buttonLabel)

type Pressed = Pick<Button, 'label' | 'style'> & { id: string }

const buttons = (items: readonly Pressed[]): Row => ({
  type: ComponentType.ActionRow,
  components: items.map(({ label, style, id }) => ({
    type: ComponentType.Button,
    style:
      style === 'danger'
        ? ButtonStyle.Danger
        : style === 'primary'
          ? ButtonStyle.Primary
          : ButtonStyle.Secondary,
    label: named(label, LIMITS.buttonLabel),
    custom_id: id,
  })),
})

const menu = (items: readonly Pressed[], prompt: string, { locale }: Reply, index: number): Row => ({
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.StringSelect,
      custom_id: `menu:${index}`,
      placeholder: cut(cleanLine(prompt), LIMITS.menuPlaceholder) || WORDS[locale].choose,
      options: items
        .slice(0, LIMITS.menuOptions)
        .map(({ label, id }) => ({ label: named(label, LIMITS.menuLabel), value: id })),
    },
  ],
})

/** A label must not be empty. */
const named = (label: string, most: number): string => cut(cleanLine(label), most) || '…'

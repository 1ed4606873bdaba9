/** What a person sees of a message: its words, its buttons, and whom it would call. */
import { type Dict, isObject } from './complaints.ts'
import type { Channel, Message } from './workspace.ts'

export interface Shown {
  channel: string
  ts: string
  /** The thread it stands in. */
  thread: string | undefined
  /** Whom alone it is shown to. */
  only: string | undefined
  /** The notification's text. */
  text: string
  blocks: readonly unknown[]
  /** All words on the screen: those of the blocks, or the text where there are none. */
  words: string
  /** Labels of its buttons, in order. */
  buttons: string[]
  /** People, groups and channels it would notify, as Slack's control sequences. */
  pings: string[]
}

export function shownOf(channel: Channel, message: Message, only?: string): Shown {
  const blocks = message.blocks ?? []
  return {
    channel: channel.id,
    ts: message.ts,
    thread: message.thread_ts,
    only,
    text: message.text,
    blocks,
    words: blocks.length > 0 ? wordsIn(blocks).join('\n') : message.text,
    buttons: elementsIn(blocks)
      .filter(({ element }) => element.type === 'button')
      .map(({ element }) => labelOf(element)),
    pings: pingsIn([message.text, ...controlTextsIn(blocks)]),
  }
}

/** The elements of all blocks, those that can be pressed, chosen or filled in among them, each with its block. */
export function elementsIn(blocks: readonly unknown[]): { element: Dict; block: Dict }[] {
  return blocks.filter(isObject).flatMap((block) => {
    const inside = [block.accessory, block.element, ...(Array.isArray(block.elements) ? block.elements : [])]
    return inside
      .filter(isObject)
      .filter((element) => typeof element.type === 'string')
      .map((element) => ({ element, block }))
  })
}

export const labelOf = (element: Dict): string =>
  isObject(element.text) ? String(element.text.text) : String(element.action_id)

/** The control sequences that notify somebody: a person, a group, everybody here. */
const pingsIn = (texts: readonly string[]): string[] =>
  texts.flatMap(
    (text) => text.match(/<(?:@[UW]\w+|!(?:channel|here|everyone|subteam\^\w+))(?:\|[^>]*)?>/g) ?? [],
  )

function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return key === 'text' || key === 'alt_text' ? [inner] : []
    return wordsIn(inner)
  })
}

/** Only mrkdwn is read for control sequences; plain_text shows them as they stand. */
function controlTextsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(controlTextsIn)
  if (!isObject(value)) return []
  if (value.type === 'plain_text') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : controlTextsIn(inner),
  )
}

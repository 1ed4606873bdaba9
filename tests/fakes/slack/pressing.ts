/** People who press, choose, type into selects and fill in forms. */
import { type Act, actOf } from './acts.ts'
import { checkSuggestions } from './check-payloads.ts'
import { type Dict, isObject } from './complaints.ts'
import type { Delivery } from './delivery.ts'
import type { Desk } from './desk.ts'
import { blockActions, blockSuggestion, type Screen, viewClosed, viewSubmission } from './events.ts'
import { type Filled, filledIn, formState, labelOfOption } from './form-state.ts'
import { put, viewOf } from './methods/views.ts'
import { elementsIn, labelOf, type Shown } from './shown.ts'
import { SlackError } from './slack-error.ts'
import type { User, View } from './workspace.ts'

/** What became of a submitted form. */
export interface Submitted {
  acked: boolean
  /** The modal is gone, and with 'clear' all below it. */
  closed: boolean
  /** What is wrong, by block id. */
  errors: Record<string, string>
  /** What now stands on the screen. */
  view: View | undefined
  /** What the bot says elsewhere since. */
  act: Act
}

export function pressing(desk: Desk, delivery: () => Delivery) {
  const { workspace } = desk
  const offered = new Map<string, Dict[]>()

  /** Presses the button with this label, or this action id. */
  function button(who: string, where: Shown | View, label: string): Act {
    const { element, block } = elementWith(where, ['button'], label)
    const press = {
      type: 'button',
      text: element.text,
      ...(element.value === undefined ? {} : { value: element.value }),
    }
    return act(who, where, element, block, press)
  }

  /** Chooses by label, or by value; `named` is the action id where there are several selects. */
  function select(who: string, where: Shown | View, choice: Filled, named?: string): Act {
    const { element, block } = elementWith(where, SELECTS, named)
    return act(
      who,
      where,
      element,
      block,
      filledIn(element, choice, offered.get(String(element.action_id)) ?? []),
    )
  }

  function act(who: string, where: Shown | View, element: Dict, block: Dict, done: Dict): Act {
    const user = workspace.user(who)
    const screen = screenOf(where)
    const at = workspace.timestamp()
    const ids = { action_id: element.action_id, block_id: block.block_id }
    const payload = blockActions([{ ...ids, ...done }], screen, user, {}, desk)
    const receipt = delivery().send('interactive', payload)
    return actOf(at, user, placeOf(screen), Promise.all([receipt]), desk)
  }

  /** Types into an external select; the labels it then offers. */
  async function autocomplete(
    who: string,
    where: Shown | View,
    typed: string,
    named?: string,
  ): Promise<string[]> {
    const { element, block } = elementWith(where, ['external_select', 'multi_external_select'], named)
    const ids = { action_id: element.action_id, block_id: block.block_id }
    const user = workspace.user(who)
    const payload = blockSuggestion(ids, typed, screenOf(where), user, desk)
    const { payload: answer } = await delivery().send('interactive', payload)
    const reasons = checkSuggestions(answer)
    if (reasons.length > 0) {
      desk.ledger.refuse('block_suggestion', reasons, answer)
      return []
    }
    const { options = [], option_groups: groups = [] } = answer as {
      options?: Dict[]
      option_groups?: Dict[]
    }
    const all = [...options, ...groups.flatMap((group) => group.options as Dict[])]
    offered.set(String(element.action_id), all)
    desk.ledger.effect({ kind: 'options', user: user.id, body: { typed, options: all } })
    return all.map(labelOfOption)
  }

  /** Fills in a modal by the labels of its fields and submits it. */
  async function modal(who: string, view: View, values: Record<string, Filled> = {}): Promise<Submitted> {
    const user = workspace.user(who)
    const current = workspace.views.get(view.id) ?? view
    const state = formState(current.blocks, values, offered)
    const at = workspace.timestamp()
    const receipt = await delivery().send('interactive', viewSubmission(current, state, user, desk))
    const outcome = receipt.acked ? after(receipt.payload, current, user) : { closed: false, errors: {} }
    return {
      acked: receipt.acked,
      ...outcome,
      view: [...workspace.views.values()].findLast((each) => each.user === user.id),
      act: actOf(at, user, { channel: undefined, thread: undefined }, Promise.resolve([receipt]), desk),
    }
  }

  /** Does what the answer to a submission asks for. */
  function after(payload: unknown, view: View, user: User): Pick<Submitted, 'closed' | 'errors'> {
    const answer = isObject(payload) ? payload : {}
    switch (answer.response_action) {
      case 'errors': {
        const errors = (isObject(answer.errors) ? answer.errors : {}) as Record<string, string>
        const blocks = new Set(
          view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id),
        )
        const stray = Object.keys(errors).filter((id) => !blocks.has(id))
        if (stray.length > 0 || Object.keys(errors).length === 0)
          desk.ledger.refuse('view_submission', [`errors for no input: ${stray.join(', ')}`], answer)
        return { closed: false, errors }
      }
      case 'update':
      case 'push': {
        const place = answer.response_action === 'update' ? { id: view.id } : { previous: view.id }
        show(answer.view, { user: user.id, ...place })
        return { closed: false, errors: {} }
      }
      case 'clear':
        for (const each of [...workspace.views.values()])
          if (each.user === user.id) workspace.views.delete(each.id)
        return { closed: true, errors: {} }
      case undefined:
        workspace.views.delete(view.id)
        return { closed: true, errors: {} }
      default:
        desk.ledger.refuse(
          'view_submission',
          [`unknown response_action '${String(answer.response_action)}'`],
          answer,
        )
        return { closed: false, errors: {} }
    }
  }

  function show(view: unknown, place: { user: string; id?: string; previous?: string }): void {
    try {
      put(viewOf(view, 'modal', desk), desk, place)
    } catch (mistake) {
      if (!(mistake instanceof SlackError)) throw mistake
      desk.ledger.refuse('view_submission', [...mistake.reasons], view)
    }
  }

  /** Closes a modal without submitting it; the bot hears of it only if the modal says so. */
  async function closeModal(who: string, view: View): Promise<void> {
    workspace.views.delete(view.id)
    if (view.notify_on_close !== true) return
    await delivery().send('interactive', viewClosed(view, false, workspace.user(who), desk))
  }

  function screenOf(where: Shown | View): Screen {
    if (isView(where))
      return { view: workspace.views.get(where.id) ?? workspace.homes.get(where.user) ?? where }
    const channel = workspace.channel(where.channel)
    const { ts } = where
    const open = workspace.message(channel, ts)
    const message = open ?? workspace.ephemerals.get(ts)?.message
    if (!message) throw new Error('that message is gone')
    return { channel, message, hidden: open === undefined }
  }

  const placeOf = (screen: Screen) =>
    'view' in screen
      ? { channel: undefined, thread: undefined }
      : { channel: screen.channel, thread: screen.message.thread_ts ?? screen.message.ts }

  return { button, select, autocomplete, modal, closeModal }
}

const isView = (where: Shown | View): where is View => 'hash' in where

function elementWith(where: Shown | View, types: readonly string[], name: string | undefined) {
  const all = elementsIn(where.blocks).filter(({ element }) => types.includes(String(element.type)))
  const found = all.find(
    ({ element }) => name === undefined || labelOf(element) === name || element.action_id === name,
  )
  if (found) return found
  const there = all.map(({ element }) => `'${labelOf(element)}'`).join(', ')
  throw new Error(`no ${types[0]} '${name ?? ''}', only ${there || 'none at all'}`)
}

const SELECTS = [
  'static_select',
  'external_select',
  'multi_static_select',
  'multi_external_select',
  'overflow',
  'radio_buttons',
  'checkboxes',
  'users_select',
  'channels_select',
  'conversations_select',
  'datepicker',
  'timepicker',
]

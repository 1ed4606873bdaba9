/** The interactive elements inside blocks: buttons, selects, inputs. */
import { BLOCK_LIMITS } from './block-limits.ts'
import { type Complaints, type Dict, isObject } from './complaints.ts'

/** `inside` is the type of the block around it, which decides what may stand there. */
export function checkElement(element: unknown, at: string, complaints: Complaints, inside: string): void {
  if (!isObject(element)) {
    complaints.say(at, element === undefined ? 'missing required field' : 'must be an object')
    return
  }
  complaints.string(element, 'action_id', at, { max: BLOCK_LIMITS.id })
  const type = String(element.type)
  if (!Object.hasOwn(CHECKS, type)) {
    complaints.say(`${at}/type`, `unknown element type '${type}'`)
    return
  }
  const { check, in: allowed } = CHECKS[type]!
  if (allowed !== undefined && !allowed.includes(inside)) complaints.say(at, `${type} is not for ${inside}`)
  check(element, at, complaints)
  if (element.placeholder !== undefined)
    complaints.text(element.placeholder, `${at}/placeholder`, {
      max: BLOCK_LIMITS.placeholder,
      plain: true,
    })
  if (element.confirm !== undefined) checkConfirm(element.confirm, `${at}/confirm`, complaints)
}

interface ElementCheck {
  /** The blocks it may stand in; any unless said. */
  in?: readonly string[]
  check: (element: Dict, at: string, complaints: Complaints) => void
}

const unchecked: ElementCheck = { check() {} }

const button: ElementCheck = {
  in: ['section', 'actions'],
  check(element, at, complaints) {
    const { text, value, url, label } = BLOCK_LIMITS.button
    complaints.text(element.text, `${at}/text`, { max: text, plain: true })
    complaints.string(element, 'value', at, { max: value })
    complaints.string(element, 'url', at, { max: url })
    complaints.string(element, 'accessibility_label', at, { max: label })
    if (element.style !== undefined && element.style !== 'primary' && element.style !== 'danger')
      complaints.say(`${at}/style`, 'must be primary or danger')
  },
}

const select: ElementCheck = {
  check(element, at, complaints) {
    const { options, option_groups: groups } = element
    if ((options === undefined) === (groups === undefined)) {
      complaints.say(at, 'needs either options or option_groups')
      return
    }
    if (options !== undefined)
      return checkOptions(options, `${at}/options`, complaints, BLOCK_LIMITS.select.options)
    if (!complaints.list(groups, `${at}/option_groups`, 1, BLOCK_LIMITS.select.groups)) return
    for (const [index, group] of groups.entries()) {
      const here = `${at}/option_groups/${index}`
      if (!isObject(group)) complaints.say(here, 'must be an object')
      else {
        complaints.text(group.label, `${here}/label`, { max: BLOCK_LIMITS.select.groupLabel, plain: true })
        checkOptions(group.options, `${here}/options`, complaints, BLOCK_LIMITS.select.options)
      }
    }
  },
}

const choices: ElementCheck = {
  check: (element, at, complaints) =>
    checkOptions(element.options, `${at}/options`, complaints, BLOCK_LIMITS.choices, false),
}

const typed: ElementCheck = {
  in: ['input'],
  check(element, at, complaints) {
    const most = element.max_length
    if (typeof most === 'number' && most > BLOCK_LIMITS.input.maxLength)
      complaints.say(`${at}/max_length`, `must be at most ${BLOCK_LIMITS.input.maxLength}`)
  },
}

const CHECKS: Record<string, ElementCheck> = {
  button,
  static_select: select,
  multi_static_select: select,
  external_select: unchecked,
  multi_external_select: unchecked,
  users_select: unchecked,
  multi_users_select: unchecked,
  conversations_select: unchecked,
  multi_conversations_select: unchecked,
  channels_select: unchecked,
  multi_channels_select: unchecked,
  overflow: {
    check: (element, at, complaints) =>
      checkOptions(element.options, `${at}/options`, complaints, BLOCK_LIMITS.overflow),
  },
  radio_buttons: choices,
  checkboxes: choices,
  datepicker: unchecked,
  datetimepicker: unchecked,
  timepicker: unchecked,
  image: { in: ['section'], check: (element, at, complaints) => complaints.image(element, at) },
  plain_text_input: typed,
  email_text_input: typed,
  url_text_input: typed,
  number_input: typed,
  rich_text_input: typed,
  file_input: typed,
  workflow_button: unchecked,
  feedback_buttons: { ...unchecked, in: ['context_actions'] },
  icon_button: { ...unchecked, in: ['context_actions'] },
}

/** The answer to typing in an external select has the same options. */
export function checkOptions(
  options: unknown,
  at: string,
  complaints: Complaints,
  most: number,
  plain = true,
): void {
  if (!complaints.list(options, at, 1, most)) return
  for (const [index, option] of options.entries()) {
    const here = `${at}/${index}`
    if (!isObject(option)) {
      complaints.say(here, 'must be an object')
      continue
    }
    const { text, value, description, url } = BLOCK_LIMITS.option
    complaints.text(option.text, `${here}/text`, { max: text, plain })
    complaints.string(option, 'value', here, { needed: true, max: value })
    complaints.string(option, 'url', here, { max: url })
    if (option.description !== undefined)
      complaints.text(option.description, `${here}/description`, { max: description, plain })
  }
}

function checkConfirm(confirm: unknown, at: string, complaints: Complaints): void {
  if (!isObject(confirm)) {
    complaints.say(at, 'must be an object')
    return
  }
  const { title, text, confirm: yes, deny } = BLOCK_LIMITS.confirm
  if (confirm.title !== undefined) complaints.text(confirm.title, `${at}/title`, { max: title, plain: true })
  complaints.text(confirm.text, `${at}/text`, { max: text })
  if (confirm.confirm !== undefined)
    complaints.text(confirm.confirm, `${at}/confirm`, { max: yes, plain: true })
  if (confirm.deny !== undefined) complaints.text(confirm.deny, `${at}/deny`, { max: deny, plain: true })
}

/** Commands, buttons, menus, forms and choices while typing: each turned into what was said, and the answer delivered. */
import { ApplicationCommandType, InteractionResponseType, InteractionType } from 'discord.js'
import { failure } from '../../base/log.ts'
import type { Said } from '../../chat/incoming.ts'
import type { Reply } from '../../chat/reply.ts'
import { choicesFor } from './complete.ts'
import type { Extra } from './components.ts'
import { composeButton, formOf, sentForm } from './form.ts'
import { deedOf, isSharing } from './kept-lines.ts'
import type { TalkTools } from './message.ts'
import {
  type Asked,
  calledCommand,
  filledForm,
  incomingOf,
  pressedId,
  targetText,
  textOf,
} from './receive.ts'
import { render } from './render.ts'
import { Response } from './response.ts'
import { WORDS } from './words.ts'

export class InteractionTalk {
  readonly #tools: TalkTools & { applicationId: string }

  constructor(tools: TalkTools & { applicationId: string }) {
    this.#tools = tools
  }

  /** Choices while typing: each keystroke asks, so nothing is written down and nothing is answered twice. */
  async complete(asked: Asked): Promise<void> {
    const { desk } = this.#tools
    const { call, focused } = calledCommand(asked.data)
    const by = incomingOf(asked, '', 0, call)
    const choices = await choicesFor(desk, call, focused, asked.locale ?? 'en', by).catch((error) => {
      desk.log.error(failure(error), 'nothing to complete because of a bug')
      return []
    })
    await new Response(asked, true, this.#tools)
      .respondWith(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices })
      // the next keystroke asks again
      .catch((error) => desk.log.debug(failure(error), 'choices came too late'))
  }

  /** From here on the three seconds run, whatever has to be waited for before the work may begin. */
  begin(asked: Asked): { answer(): Promise<void>; abandon(): void } {
    const hidden = isForAskerAlone(asked)
    const response = new Response(asked, hidden, this.#tools)
    return {
      answer: () => this.#answer({ asked, hidden, response }),
      abandon: () => response.abandon(),
    }
  }

  async #answer(turn: Turn): Promise<void> {
    const { type, data } = turn.asked
    if (type === InteractionType.ApplicationCommand) return this.#command(turn)
    if (type === InteractionType.MessageComponent) return this.#press(turn)
    if (type !== InteractionType.ModalSubmit) return turn.response.abandon()
    return this.#say(turn, sentForm(textOf(data.custom_id), filledForm(data)) ?? STALE)
  }

  async #command(turn: Turn): Promise<void> {
    const { desk } = this.#tools
    const { data, locale } = turn.asked
    if (data.type === ApplicationCommandType.Message) {
      const text = targetText(data)
      return text === '' ? this.#welcome(turn) : this.#say(turn, { kind: 'text', text })
    }
    const { call } = calledCommand(data)
    if (Object.keys(call.values).length === 0) {
      const command = desk.commands.find(({ name }) => name === call.name)
      if (await this.#showForm(turn, formOf(command, locale ?? 'en'))) return
    }
    return this.#say(turn, call)
  }

  async #press(turn: Turn): Promise<void> {
    const { desk } = this.#tools
    const { data, locale } = turn.asked
    const pressed = await deedOf(pressedId(data), desk.coordination)
    if (pressed === null || pressed.line === null) return this.#say(turn, STALE)
    const { deed, line } = pressed
    if (deed !== 'form') return this.#say(turn, { kind: 'query', line }, deed === 'share')
    const command = desk.commands.find(({ name }) => name === line)
    if (!(await this.#showForm(turn, formOf(command, locale ?? 'en')))) await this.#say(turn, STALE)
  }

  async #showForm({ response }: Turn, form: object | null): Promise<boolean> {
    if (form === null) return false
    await response
      .respondWith(InteractionResponseType.Modal, form)
      .catch((error) => this.#tools.desk.log.warn(failure(error), 'a form could not be shown'))
    return true
  }

  async #welcome({ asked, response }: Turn): Promise<void> {
    const { desk } = this.#tools
    const reply = desk.welcome(asked.locale ?? 'en')
    await response.deliver(render(reply, { extra: composeButton(desk.commands, reply.locale) }), true)
  }

  async #say({ asked, hidden, response }: Turn, said: Said, shared = false): Promise<void> {
    const { desk, conversations } = this.#tools
    const conversation = conversations.of(asked.on?.id) ?? conversations.of(asked.channel) ?? asked.channel
    const reply = await desk.hear(incomingOf(asked, conversation, desk.clock(), said))
    const alone = (hidden || reply.seenBy === 'asker') && !asked.direct
    const rendered = render(reply, {
      extra: alone ? shareButton(reply) : [],
      ...(shared ? { by: asked.author } : {}),
    })
    const id = await response.deliver(rendered, alone)
    if (id !== null) conversations.keep(id, conversation)
  }
}

interface Turn {
  asked: Asked
  /** Only the asker is to see the answer, as far as what was done tells. */
  hidden: boolean
  response: Response
}

/** By the option 'private', from a message's own menu, or where what was pressed is seen by the asker alone; not what is shared. */
function isForAskerAlone({ type, data, on, direct }: Asked): boolean {
  if (direct) return false
  if (type === InteractionType.ApplicationCommand)
    return data.type === ApplicationCommandType.Message || calledCommand(data).hidden
  return on?.hidden === true && !isSharing(pressedId(data))
}

/** A line that no query and no command has: the asker is told that the button no longer works. */
const STALE: Said = { kind: 'query', line: '?' }

function shareButton({ again, locale }: Reply): Extra[] {
  return again === undefined ? [] : [{ deed: 'share', label: WORDS[locale].share, line: again }]
}

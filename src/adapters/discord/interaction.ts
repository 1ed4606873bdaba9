/** Commands, buttons, menus, forms and choices while typing: each turned into what was said, and the answer delivered. */
import { ApplicationCommandType, InteractionResponseType, InteractionType } from 'discord.js'
import { failure } from '../../base/log.ts'
import type { Said } from '../../chat/incoming.ts'
import type { Reply } from '../../chat/reply.ts'
import { choicesFor } from './complete.ts'
import type { Extra } from './components.ts'
import { composeButton, formOf, sentForm } from './form.ts'
import { deedOf } from './kept-lines.ts'
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
    const { desk, calls, applicationId } = this.#tools
    const { call, focused } = calledCommand(asked.data)
    const by = incomingOf(asked, '', 0, call)
    const choices = await choicesFor(desk, call, focused, asked.locale ?? 'en', by).catch((error) => {
      desk.log.error(failure(error), 'nothing to complete because of a bug')
      return []
    })
    const response = new Response(asked, true, { desk, calls, applicationId })
    await response
      .respondWith(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices })
      // the next keystroke asks again
      .catch((error) => desk.log.debug(failure(error), 'choices came too late'))
  }

  async answer(asked: Asked): Promise<void> {
    if (asked.type === InteractionType.ApplicationCommand) return this.#command(asked)
    if (asked.type === InteractionType.MessageComponent) return this.#press(asked)
    if (asked.type === InteractionType.ModalSubmit) {
      const call = sentForm(textOf(asked.data.custom_id), filledForm(asked.data))
      return this.#say(asked, call ?? STALE, asked.on?.hidden === true)
    }
  }

  async #command(asked: Asked): Promise<void> {
    const { desk } = this.#tools
    if (asked.data.type === ApplicationCommandType.Message) {
      const text = targetText(asked.data)
      return text === '' ? this.#welcome(asked) : this.#say(asked, { kind: 'text', text }, true)
    }
    const { call, hidden } = calledCommand(asked.data)
    if (Object.keys(call.values).length === 0) {
      const command = desk.commands.find(({ name }) => name === call.name)
      if (await this.#showForm(asked, formOf(command, asked.locale ?? 'en'))) return
    }
    return this.#say(asked, call, hidden)
  }

  async #press(asked: Asked): Promise<void> {
    const { desk } = this.#tools
    const pressed = await deedOf(pressedId(asked.data), desk.coordination)
    const hidden = asked.on?.hidden === true
    if (pressed === null || pressed.line === null) return this.#say(asked, STALE, true)
    const { deed, line } = pressed
    if (deed === 'form') {
      const command = desk.commands.find(({ name }) => name === line)
      if (await this.#showForm(asked, formOf(command, asked.locale ?? 'en'))) return
      return this.#say(asked, STALE, true)
    }
    return this.#say(asked, { kind: 'query', line }, deed === 'share' ? false : hidden, deed === 'share')
  }

  async #showForm(asked: Asked, form: object | null): Promise<boolean> {
    if (form === null) return false
    const { desk, calls, applicationId } = this.#tools
    await new Response(asked, true, { desk, calls, applicationId })
      .respondWith(InteractionResponseType.Modal, form)
      .catch((error) => desk.log.warn(failure(error), 'a form could not be shown'))
    return true
  }

  async #welcome(asked: Asked): Promise<void> {
    const { desk, calls, applicationId } = this.#tools
    const response = new Response(asked, true, { desk, calls, applicationId })
    const reply = desk.welcome(asked.locale ?? 'en')
    await response.deliver(render(reply, { extra: composeButton(desk.commands, reply.locale) }), true)
  }

  async #say(asked: Asked, said: Said, hidden: boolean, shared = false): Promise<void> {
    const { desk, calls, applicationId, conversations } = this.#tools
    const response = new Response(asked, hidden, { desk, calls, applicationId })
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

/** A line that no query and no command has: the asker is told that the button no longer works. */
const STALE: Said = { kind: 'query', line: '?' }

function shareButton({ again, locale }: Reply): Extra[] {
  return again === undefined ? [] : [{ deed: 'share', label: WORDS[locale].share, line: again }]
}

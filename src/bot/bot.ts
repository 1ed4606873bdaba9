/**
 * The one path on which every message of every platform is answered: route it, understand it, answer it, word it,
 * remember it. Also the one place that catches: a UserError is worded in the asker's language, anything else is a
 * bug, for which the asker gets an apology with a reference, and the log the rest under that reference.
 */
import type { Answer } from '../answer/answer.ts'
import { UserError } from '../base/errors.ts'
import { failure, type Log } from '../base/log.ts'
import type { Incoming } from '../chat/incoming.ts'
import type { Reply } from '../chat/reply.ts'
import { emptyQuery, type Intent, parseQuery, type Query } from '../facts/query.ts'
import type { Locale, Understanding } from '../understand/understanding.ts'
import { Conversations, type Remembered } from './conversation.ts'
import type { Engine } from './engine.ts'
import { replyOf } from './reply.ts'
import type { BotCommand, Tools } from './tools.ts'
import { WORDS } from './words.ts'

export interface BotOptions {
  commands: readonly BotCommand[]
  log: Log
  /** A fresh short reference for a failure. */
  reference: () => string
  /** When the bot started, for /status. */
  since: number
  /** Language where neither question nor platform tells. */
  locale?: Locale
}

/** What became of a turn: the reply and, where a question was answered, how it came about. */
export interface Outcome {
  reply: Reply
  understanding: Understanding | null
  answer: Answer | null
  /** Nothing went wrong on our side. */
  ok: boolean
}

export interface Bot {
  hear(incoming: Incoming): Promise<Reply>
  answerOf(incoming: Incoming): Promise<Outcome>
}

export function createBot(engine: Engine, options: BotOptions): Bot {
  const conversations = new Conversations()

  async function answerOf(incoming: Incoming): Promise<Outcome> {
    const turn = new Turn(engine, options, incoming, conversations.recall(incoming))
    let outcome: Outcome
    try {
      outcome = await turn.take()
      remember(incoming, outcome, turn.remembered)
    } catch (error) {
      outcome = {
        reply: excuse(error, incoming, turn.locale),
        understanding: null,
        answer: null,
        ok: error instanceof UserError,
      }
    }
    return outcome
  }

  function remember(
    incoming: Incoming,
    { reply, understanding, answer }: Outcome,
    before: Remembered | undefined,
  ) {
    if (understanding?.talk === 'reset') return conversations.forget(incoming)
    const offered = reply.parts
      .flatMap((part) => (part.kind === 'buttons' ? part.items : []))
      .map((button) => parseQuery(button.query))
      // one that cannot be read keeps its place, or every number after it would pick the wrong one
      .map((query) => query ?? NOTHING)
    if (understanding === null || answer === null || understanding.query === null) {
      // help and small talk: what was asked before still stands
      if (offered.length > 0 || before !== undefined) {
        const kept = before ?? { query: null, offered: [], shown: [] }
        conversations.remember(incoming, {
          ...kept,
          locale: reply.locale,
          ...(offered.length > 0 ? { offered } : {}),
        })
      }
      return
    }
    const shown = answer.facts.map(({ id }) => id)
    const earlier = [before?.query ?? null, ...(before?.earlier ?? [])].filter((query) => query !== null)
    conversations.remember(incoming, {
      query: answer.query,
      earlier: earlier.slice(0, EARLIER),
      offered,
      shown,
      locale: understanding.locale,
    })
  }

  function excuse(error: unknown, incoming: Incoming, locale: Locale): Reply {
    if (error instanceof UserError) {
      return replyOf(
        [{ kind: 'text', text: WORDS[locale].refusal(error.code, error.params) }],
        locale,
        'asker',
      )
    }
    const reference = options.reference()
    const { platform, said } = incoming
    options.log.error(
      { reference, platform, said: said.kind, ...failure(error) },
      'no answer because of a bug',
    )
    return replyOf([{ kind: 'text', text: WORDS[locale].apology(reference) }], locale, 'asker')
  }

  return { hear: async (incoming) => (await answerOf(incoming)).reply, answerOf }
}

/** One message on its way to its answer. */
class Turn {
  readonly #engine: Engine
  readonly #options: BotOptions
  readonly #incoming: Incoming
  readonly remembered: Remembered | undefined
  /** The last thing a command had answered; it is what will be remembered. */
  #outcome: Outcome | null = null

  constructor(engine: Engine, options: BotOptions, incoming: Incoming, remembered: Remembered | undefined) {
    this.#engine = engine
    this.#options = options
    this.#incoming = incoming
    this.remembered = remembered
  }

  /** Of the question where it shows one, else of the talk so far, else of the person. */
  get locale(): Locale {
    const { said, locale } = this.#incoming
    const words =
      said.kind === 'text' ? said.text : said.kind === 'command' ? Object.values(said.values).join('') : ''
    if (HAN.test(words)) return 'zh'
    return this.remembered?.locale ?? locale ?? this.#options.locale ?? 'en'
  }

  async take(): Promise<Outcome> {
    const { said } = this.#incoming
    if (said.kind === 'text') return this.#picked(said.text) ?? this.#ask(said.text, this.remembered)
    if (said.kind === 'query') return this.#answer(this.#restated(readLine(said.line)))
    const command = this.#options.commands.find(({ name }) => name === said.name)
    if (command === undefined) throw new UserError('unknown-command', { name: said.name })
    const lacking = command.options.find(({ name, required }) => required && !said.values[name]?.trim())
    if (lacking !== undefined) {
      const params = {
        usage: usageOf(command),
        example: command.examples[this.locale][0] ?? usageOf(command),
      }
      throw new UserError('missing-option', params)
    }
    const reply = await command.run(said.values, this.#incoming, this.#tools())
    return { ...(this.#outcome ?? { understanding: null, answer: null, ok: true }), reply }
  }

  /** A bare number picks one of the choices last offered; a larger one may be the figure a person asks about. */
  #picked(text: string): Outcome | null {
    const offered = this.remembered?.offered ?? []
    const typed = PICK.exec(text.normalize('NFKC'))?.[1]
    if (typed === undefined || offered.length === 0) return null
    const number = Number(typed)
    const query = offered[number - 1]
    if (query === NOTHING) throw new UserError('stale-button')
    if (query !== undefined) return this.#answer(this.#restated(query))
    if (number > MISPICK) return null
    throw new UserError('no-such-choice', { most: offered.length })
  }

  #ask(text: string, memory: Remembered | undefined, intent?: Intent): Outcome {
    const { at, locale } = this.#incoming
    // "2022?" shows no language: it is asked in that of the talk
    const wanted = this.remembered?.locale ?? locale ?? this.#options.locale
    const read = this.#engine.read(text, {
      now: new Date(at),
      ...(wanted === undefined ? {} : { locale: wanted }),
      ...(memory === undefined ? {} : { memory }),
    })
    return this.#answer(intent === undefined ? read : forced(read, intent))
  }

  #restated = (query: Query): Understanding => this.#engine.understandingOf(query, this.locale)

  #answer(understanding: Understanding): Outcome {
    const answer = this.#engine.answer(understanding)
    const reply = this.#engine.reply(answer, understanding.locale)
    return { reply, understanding, answer, ok: true }
  }

  #tools(): Tools {
    const keep = (outcome: Outcome): Reply => {
      this.#outcome = outcome
      return outcome.reply
    }
    return {
      locale: this.locale,
      commands: this.#options.commands,
      // a command says all it means: only /ask goes on with the talk
      ask: (text, intent) =>
        keep(this.#ask(text, intent === undefined ? this.remembered : undefined, intent)),
      again: (intent) => {
        const query = this.remembered?.query ?? null
        return query === null ? null : keep(this.#answer(this.#restated({ ...query, intent })))
      },
      status: () => ({ ...this.#engine.counts(), since: this.#options.since }),
    }
  }
}

/** '/rank about' as it is typed: optional words in brackets. */
export function usageOf({ name, options }: Pick<BotCommand, 'name' | 'options'>): string {
  return [
    `/${name}`,
    ...options.map((option) => (option.required ? `<${option.name}>` : `[${option.name}]`)),
  ].join(' ')
}

/** The same question, taken for another kind because a command said so. */
function forced(understanding: Understanding, intent: Intent): Understanding {
  if (understanding.query === null || understanding.query.intent === intent) return understanding
  return {
    ...understanding,
    query: { ...understanding.query, intent },
    choices: understanding.choices.map((choice) => ({ ...choice, query: { ...choice.query, intent } })),
    steps: [
      ...understanding.steps,
      { rule: 'command', detail: `${understanding.query.intent} -> ${intent}` },
    ],
  }
}

function readLine(line: string): Query {
  const query = parseQuery(line)
  if (query === null) throw new UserError('stale-button')
  return query
}

/** Questions before the last one that a follow-up may still lean on. */
const EARLIER = 3
const PICK = /^\s*#?(\d{1,2})[.)]?\s*$/
/** Beyond it, a number is hardly meant to pick one of a few choices. */
const MISPICK = 12
const HAN = /\p{Script=Han}/u
/** Stands for an offered query that cannot be read back. */
const NOTHING: Query = emptyQuery('lookup')

/**
 * The one path on which every message of every platform is answered: route it, understand it, answer it, word it,
 * remember it. Also the one place that catches: a UserError is worded in the asker's language, anything else is a
 * bug, for which the asker gets an apology with a reference, and the log the rest under that reference.
 */
import type { Answer } from '../answer/answer.ts'
import { UserError } from '../base/errors.ts'
import { failure, type Log } from '../base/log.ts'
import { type Metrics, noMetrics } from '../base/metrics.ts'
import type { Incoming, Said } from '../chat/incoming.ts'
import type { Reply } from '../chat/reply.ts'
import { typedCommand } from '../chat/typed-command.ts'
import type { Digests } from '../digest/digests.ts'
import { emptyQuery, formatQuery, type Intent, parseQuery, type Query } from '../facts/query.ts'
import type { Locale, Understanding } from '../understand/understanding.ts'
import { Conversations, listedIn, type Remembered } from './conversation.ts'
import { lineItself, queryOfLine, readLineAsked, rememberedOf } from './digest-thread.ts'
import type { Engine } from './engine.ts'
import type { Pace } from './pace.ts'
import type { Permissions } from './permissions.ts'
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
  /** Without it, everybody may ask; without `pace`, as often as they like. */
  permissions?: Permissions
  pace?: Pace
  metrics?: Metrics
  /** Without it there is no '/digest', and a digest's thread is like any other. */
  digests?: Pick<Digests, 'take' | 'saidIn'>
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
  const metrics = options.metrics ?? noMetrics

  async function answerOf(incoming: Incoming): Promise<Outcome> {
    const remembered = conversations.recall(incoming) ?? (await ofDigest(incoming))
    const turn = new Turn(engine, options, incoming, remembered)
    let outcome: Outcome
    try {
      if (!admitted(incoming))
        return { ...NOTHING_SAID, reply: { ...NOTHING_SAID.reply, locale: turn.locale } }
      outcome = await turn.take()
      if (incoming.overheard === true && isAmongPeople(outcome))
        return { ...NOTHING_SAID, reply: { ...NOTHING_SAID.reply, locale: turn.locale } }
      remember(incoming, outcome, turn.remembered)
    } catch (error) {
      outcome = {
        reply: excuse(error, incoming, turn.locale),
        understanding: null,
        answer: null,
        ok: error instanceof UserError,
      }
    }
    const kind = outcome.answer?.kind ?? (outcome.ok ? 'other' : 'failure')
    metrics.count('turns_total', { platform: incoming.platform, said: incoming.said.kind, outcome: kind })
    return outcome
  }

  async function ofDigest(incoming: Incoming): Promise<Remembered | undefined> {
    if (options.digests === undefined || incoming.said.kind !== 'text') return undefined
    try {
      const said = await options.digests.saidIn(incoming)
      return said === null ? undefined : rememberedOf(said, engine.base)
    } catch (error) {
      options.log.warn(failure(error), 'what a digest said could not be looked up')
      return undefined
    }
  }

  /** false: refused without a word, because this person was told today. What waits for a response gets one each time. */
  function admitted(incoming: Incoming): boolean {
    const may = options.permissions?.mayAsk(incoming) ?? 'yes'
    if (may === 'told' && incoming.said.kind === 'text') return false
    if (may !== 'yes') throw new UserError(may === 'told' ? 'not-allowed' : may)
    if (options.pace?.allows(incoming) === false) throw new UserError('too-many')
    return true
  }

  function remember(
    incoming: Incoming,
    { reply, understanding, answer }: Outcome,
    before: Remembered | undefined,
  ) {
    if (understanding?.talk === 'reset') return conversations.forget(incoming)
    const lines = reply.parts.flatMap((part) =>
      part.kind === 'buttons' ? part.items.map((button) => button.query) : [],
    )
    const commands = lines.map((line) => (typedCommand(line, options.commands) === null ? null : line))
    const offered = lines
      // one that cannot be read keeps its place, or every number after it would pick the wrong one
      .map((line) => parseQuery(line) ?? NOTHING)
    if (understanding === null || answer === null || understanding.query === null) {
      // help and small talk: what was asked before still stands
      if (offered.length > 0 || before !== undefined) {
        const kept = before ?? { query: null, offered: [], shown: [] }
        conversations.remember(incoming, {
          ...kept,
          locale: reply.locale,
          ...(offered.length > 0 ? { offered, commands } : {}),
        })
      }
      return
    }
    const shown = answer.facts.map(({ id }) => id)
    const listed = listedIn(answer) ?? (understanding.carried.length > 0 ? before?.listed : undefined)
    const answered = shown.length > 0 ? answer.query : before?.answered
    const earlier = [before?.query ?? null, ...(before?.earlier ?? [])].filter((query) => query !== null)
    conversations.remember(incoming, {
      query: answer.query,
      earlier: earlier.slice(0, EARLIER),
      offered,
      commands,
      shown,
      ...(answered === undefined ? {} : { answered }),
      ...(listed === undefined ? {} : { listed }),
      locale: understanding.locale,
      ...(before?.lines === undefined ? {} : { lines: before.lines }),
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

  take(): Promise<Outcome> {
    return this.#take(this.#incoming.said)
  }

  async #take(said: Said): Promise<Outcome> {
    if (said.kind === 'text')
      return (
        // '#2' is how a digest writes its lines, '2' how choices are picked
        (said.text.trim().startsWith('#') ? this.#ofLine(said.text) : null) ??
        this.#picked(said.text) ??
        this.#ofLine(said.text) ??
        this.#ask(said.text, this.remembered)
      )
    if (said.kind === 'command') return this.#run(said)
    const command = typedCommand(said.line, this.#options.commands)
    return command === null ? this.#answer(this.#restated(readLine(said.line))) : this.#run(command)
  }

  async #run({ name, subcommand, values }: Extract<Said, { kind: 'command' }>): Promise<Outcome> {
    const command = this.#options.commands.find((known) => known.name === name)
    if (command === undefined) throw new UserError('unknown-command', { name })
    const part = command.subcommands?.find((known) => known.name === subcommand)
    if (command.subcommands !== undefined && !subcommand && this.#hasHelp())
      return this.#run({ kind: 'command', name: HELP, values: { command: name } })
    if (command.subcommands !== undefined && part === undefined)
      throw new UserError('unknown-subcommand', {
        name,
        known: command.subcommands.map((known) => known.name).join(', '),
        example: command.examples[this.locale][0] ?? '',
      })
    const { options, examples } = part ?? command
    const lacking = options.find((option) => option.required && !values[option.name]?.trim())
    if (lacking !== undefined) {
      const usage = usageOf(command, part)
      throw new UserError('missing-option', { usage, example: examples[this.locale][0] ?? usage })
    }
    const reply = await command.run(values, this.#incoming, this.#tools(), part?.name)
    return { ...(this.#outcome ?? { understanding: null, answer: null, ok: true }), reply }
  }

  #hasHelp(): boolean {
    return this.#options.commands.some((known) => known.name === HELP)
  }

  /** A bare number picks one of the choices last offered; a larger one may be the figure a person asks about. */
  #picked(text: string): Outcome | Promise<Outcome> | null {
    const offered = this.remembered?.offered ?? []
    const typed = PICK.exec(text.normalize('NFKC'))?.[1]
    if (typed === undefined || offered.length === 0) return null
    const number = Number(typed)
    const query = offered[number - 1]
    const command = this.remembered?.commands?.[number - 1]
    if (command != null) return this.#take({ kind: 'query', line: command })
    if (query === NOTHING) throw new UserError('stale-button')
    if (query !== undefined) return this.#answer(this.#restated(query))
    if (number > MISPICK) return null
    throw new UserError('no-such-choice', { most: offered.length })
  }

  /** A line of the digest whose thread this is: itself, its source, or a question that leans on it. */
  #ofLine(text: string): Outcome | null {
    const lines = this.remembered?.lines ?? []
    const asked = lines.length === 0 ? null : readLineAsked(text, lines.length)
    if (asked === null) return null
    const fact = this.#engine.base.byId(lines[asked.line - 1]!)
    if (fact === undefined) throw new UserError('line-gone')
    const query = queryOfLine(fact)
    if (typeof asked.asks === 'object') return this.#ask(asked.asks.rest, { ...this.remembered!, query })
    const understanding = this.#restated(query)
    if (asked.asks === 'itself') {
      const whole = this.#answer(understanding)
      if (whole.answer?.facts[0]?.id === fact.id) return whole
    }
    const answer = lineItself(fact, understanding, asked.asks)
    return { reply: this.#engine.reply(answer, understanding.locale), understanding, answer, ok: true }
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
    const again = understanding.query === null ? {} : { again: formatQuery(answer.query) }
    return { reply: { ...reply, ...again }, understanding, answer, ok: true }
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
      digest:
        this.#options.digests === undefined
          ? null
          : (does, values) =>
              this.#options.digests!.take(does, values, { turn: this.#incoming, locale: this.locale }),
      status: () => ({ ...this.#engine.counts(), since: this.#options.since }),
    }
  }
}

/** '/rank <about>' as it is typed: optional words in brackets, nothing behind what takes the rest of the line. */
export function usageOf(
  { name, options, subcommands }: Pick<BotCommand, 'name' | 'options' | 'subcommands'>,
  part?: Pick<BotCommand, 'name' | 'options'>,
): string {
  if (part === undefined && subcommands !== undefined)
    return `/${name} ${subcommands.map((subcommand) => subcommand.name).join('|')}`
  const shown = part?.options ?? options
  const last = shown.findIndex(({ rest }) => rest === true)
  return [
    `/${name}`,
    ...(part === undefined ? [] : [part.name]),
    ...(last < 0 ? shown : shown.slice(0, last + 1)).map((option) =>
      option.required ? `<${option.name}>` : `[${option.name}]`,
    ),
  ].join(' ')
}

/** Words that nobody knows, and no fact for the rest: people talk to each other. */
const isAmongPeople = ({ answer }: Outcome): boolean =>
  answer?.kind === 'nothing' && answer.query.words.length > 0

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
/** What a command that was named without any of its parts is answered by. */
const HELP = 'help'
const PICK = /^\s*#?(\d{1,2})[.)]?\s*$/
/** Beyond it, a number is hardly meant to pick one of a few choices. */
const MISPICK = 12
const HAN = /\p{Script=Han}/u
/** A reply without parts: the adapter says nothing. */
const NOTHING_SAID: Outcome = {
  reply: { parts: [], plain: '', locale: 'en', seenBy: 'asker' },
  understanding: null,
  answer: null,
  ok: true,
}
/** Stands for an offered query that cannot be read back. */
const NOTHING: Query = emptyQuery('lookup')

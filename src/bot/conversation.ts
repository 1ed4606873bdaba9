/**
 * What was said before, so that "and Qingdao?" and "2" mean something. Kept per platform, place and person: two
 * people in one thread do not share follow-ups. In memory only; a restart forgets it.
 */
import type { Answer } from '../answer/answer.ts'
import type { Incoming } from '../chat/incoming.ts'
import type { Locale, Memory } from '../understand/understanding.ts'

export interface Remembered extends Memory {
  /** The language of the last question: a number typed after it is answered in the same. */
  locale: Locale
  /** What the choices last offered say where they are commands, at the places they have in `offered`. */
  commands?: readonly (string | null)[]
  /** The facts behind the numbered lines of the digest whose thread this is. */
  lines?: readonly string[]
}

export class Conversations {
  readonly #talks = new Map<string, { at: number; remembered: Remembered }>()
  readonly #most: number
  readonly #forgetAfter: number

  constructor({ most = MOST, forgetAfter = DAY } = {}) {
    this.#most = most
    this.#forgetAfter = forgetAfter
  }

  /** What is remembered of this person here, unless it is a day old by the turn's own time. */
  recall(turn: Incoming): Remembered | undefined {
    const key = keyOf(turn)
    const talk = this.#talks.get(key)
    if (talk === undefined) return undefined
    this.#talks.delete(key)
    if (turn.at - talk.at > this.#forgetAfter) return undefined
    // a Map keeps the order of insertion: the one used last goes to the end
    this.#talks.set(key, talk)
    return talk.remembered
  }

  remember(turn: Incoming, remembered: Remembered): void {
    const key = keyOf(turn)
    this.#talks.delete(key)
    this.#talks.set(key, { at: turn.at, remembered })
    if (this.#talks.size > this.#most) this.#talks.delete(this.#talks.keys().next().value!)
  }

  forget(turn: Incoming): void {
    this.#talks.delete(keyOf(turn))
  }

  get size(): number {
    return this.#talks.size
  }
}

/** The facts of an answer that sets several places side by side, in the order shown; undefined for any other. */
export function listedIn({ kind, facts }: Answer): string[] | undefined {
  if (kind !== 'ranking' && kind !== 'list' && kind !== 'comparison') return undefined
  const isEachElsewhere = new Set(facts.map(({ region }) => region)).size === facts.length
  return facts.length > 1 && isEachElsewhere ? facts.map(({ id }) => id) : undefined
}

const MOST = 10_000
const DAY = 24 * 60 * 60 * 1000

const keyOf = ({ platform, conversation, author }: Incoming): string =>
  JSON.stringify([platform, conversation, author])

/**
 * Signals: words without which a pattern over the whole question cannot match. Which signals a word gives is worked out
 * once for each word, so a question is only tried against the patterns whose words stand in it: a few of a hundred.
 */

/** One bit of `Signals`. */
export interface Signal {
  readonly at: number
  readonly bit: number
}

/** The signals of a word or of a whole text, as sets of bits. */
export type Signals = readonly number[]

/**
 * Words ('not|instead', with a star at the end all words that begin so) or, as a pattern, what a word or a Chinese
 * character must hold. Made while modules are loaded, before the first text is read.
 */
export function signal(words: string | RegExp): Signal {
  if (isRead) throw new Error('a signal was made after the first text was read')
  const at = Math.floor(tests.length / BITS)
  const made = { at, bit: 1 << (tests.length % BITS) }
  tests.push(typeof words === 'string' ? isAmong(words.split('|')) : (word) => words.test(word))
  return made
}

/** The signals that a word gives, whole or in its parts (what's: what). */
function signalsOf(word: string): Signals {
  isRead = true
  const parts = [word, ...word.split(/['&]/)]
  const signals = noSignals()
  tests.forEach((test, i) => {
    if (parts.some(test)) signals[Math.floor(i / BITS)]! |= 1 << (i % BITS)
  })
  return signals.some((bits) => bits !== 0) ? signals : NONE
}

export const isHeard = ({ at, bit }: Signal, signals: Signals): boolean => (signals[at]! & bit) !== 0

/** The signals of a text, from those of its words, which are kept with their forms. */
export function signalsIn(
  tokens: readonly { form: { found: string; signals: Signals | undefined } }[],
): Signals {
  const heard = noSignals()
  for (const { form } of tokens) {
    form.signals ??= signalsOf(form.found)
    if (form.signals === NONE) continue
    for (let at = 0; at < heard.length; at++) heard[at]! |= form.signals[at]!
  }
  return heard
}

/** A pattern over the whole text that is tried only where its signal is heard. */
export class Pattern {
  readonly pattern: RegExp
  readonly signal: Signal

  constructor(words: string | RegExp, pattern: RegExp) {
    this.pattern = pattern
    this.signal = signal(words)
    PATTERNS.push(this)
  }

  test(text: string, signals: Signals): boolean {
    return isHeard(this.signal, signals) && this.pattern.test(text)
  }

  exec(text: string, signals: Signals): RegExpExecArray | null {
    return isHeard(this.signal, signals) ? this.pattern.exec(text) : null
  }

  replace(text: string, signals: Signals, by: string): string {
    return isHeard(this.signal, signals) ? text.replace(this.pattern, by) : text
  }
}

/** Every pattern there is: a test holds that none matches where its signal is not heard. */
export const PATTERNS: Pattern[] = []

const noSignals = (): number[] => new Array<number>(Math.ceil(tests.length / BITS)).fill(0)

function isAmong(words: readonly string[]): (word: string) => boolean {
  const whole = new Set(words.filter((word) => !word.endsWith('*')))
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
  return (word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning))
}

let isRead = false
const tests: ((word: string) => boolean)[] = []
const NONE: Signals = []
/** Bits of a number that are added and compared as a small integer. */
const BITS = 30

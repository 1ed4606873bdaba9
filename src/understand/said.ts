/** A text as every step of reading takes it: cut into tokens, with the signals of its words. */
import { type Signals, signalsIn } from './signals.ts'
import { type Token, tokenize } from './tokens.ts'

export interface Said {
  /** Folded. */
  readonly text: string
  readonly tokens: readonly Token[]
  readonly signals: Signals
}

/** `text` (folded) with at most `limit` of its tokens. */
export function said(text: string, limit?: number): Said {
  const tokens = tokenize(text, limit)
  return { text, tokens, signals: signalsIn(tokens) }
}

/** The batch interface: one JSON question per line in, one JSON answer per line out, in order, one at a time. */
import { once } from 'node:events'
import type { Clock } from '../base/clock.ts'
import { linesOf } from '../base/lines.ts'
import type { Bot } from '../bot/bot.ts'
import { contractOf, errorAnswer, type Known } from './contract.ts'

export interface BatchOptions {
  input: AsyncIterable<Buffer | string>
  output: NodeJS.WritableStream
  bot: Bot
  known: Known
  clock: Clock
  locale?: 'en' | 'zh'
  /** Nanoseconds, for `elapsed_us`. */
  stopwatch: () => bigint
}

export async function answerLines({ input, output, ...how }: BatchOptions): Promise<void> {
  let number = 0
  for await (const line of linesOf(input)) {
    number++
    if (line.trim() === '') continue
    const answer = await answerLine(line, number, how)
    // not reading on while nobody takes the answers keeps memory small
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain')
  }
}

type How = Omit<BatchOptions, 'input' | 'output'>

async function answerLine(line: string, number: number, { bot, known, clock, locale, stopwatch }: How) {
  const asked = readQuestion(line)
  if ('error' in asked)
    return { id: asked.id, ...errorAnswer(`Line ${number}: ${asked.error}`), elapsed_us: 0 }
  const wanted = asked.locale ?? locale
  const started = stopwatch()
  const outcome = await bot.answerOf({
    platform: 'console',
    conversation: asked.conversation ?? `line-${number}`,
    author: 'batch',
    at: clock(),
    ...(wanted === undefined ? {} : { locale: wanted }),
    said: { kind: 'text', text: asked.text },
  })
  const answer = contractOf(outcome, known)
  return { id: asked.id, ...answer, elapsed_us: Number((stopwatch() - started) / 1000n) }
}

type Asked =
  | { id: unknown; text: string; conversation?: string; locale?: 'en' | 'zh' }
  | { id: unknown; error: string }

function readQuestion(line: string): Asked {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return { id: null, error: 'not JSON' }
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    return { id: null, error: 'not an object' }
  const { id = null, q, lang, conversation } = read as Record<string, unknown>
  if (typeof q !== 'string') return { id, error: 'no text in "q"' }
  return {
    id,
    text: q,
    ...(typeof conversation === 'string' ? { conversation } : {}),
    ...(lang === 'en' || lang === 'zh' ? { locale: lang } : {}),
  }
}

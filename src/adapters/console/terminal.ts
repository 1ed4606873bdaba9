/** A person at a terminal: a prompt, line editing, history, Tab. */
import { createInterface, type Interface } from 'node:readline'
import type { Completion } from './complete.ts'
import { LIMITS } from './limits.ts'

export interface Terminal {
  input: NodeJS.ReadStream
  output: NodeJS.WriteStream
  colour: boolean
  /** Typed before, newest first; `keep` gets the new list after each line. */
  history: readonly string[]
  keep?: (history: readonly string[]) => void
  complete: (line: string) => Completion
  /** Handed a function that writes above the line being typed. */
  interject?: (write: (text: string) => void) => void
  /** Said after the first Ctrl-C on an empty line. */
  twice: string
}

/** Hands each typed line to `take`, one after another; ends when the person leaves or `signal` says so. */
export function talkAtTerminal(
  terminal: Terminal,
  signal: AbortSignal,
  take: (line: string) => Promise<'go on' | 'leave'>,
): Promise<void> {
  const { input, output, colour, history, keep, complete, twice, interject } = terminal
  const lines: Interface = createInterface({
    input,
    output,
    terminal: true,
    history: [...history],
    historySize: LIMITS.history,
    removeHistoryDuplicates: true,
    completer: complete,
    prompt: colour ? '\x1b[1;36m›\x1b[0m ' : '> ',
    signal,
  })
  return new Promise((resolve, reject) => {
    let turn = Promise.resolve()
    let waiting = 0
    let leaving = false
    let interrupted = false

    lines.on('line', (line) => {
      interrupted = false
      waiting++
      // lines pasted together are answered in their order
      turn = turn
        .then(async () => {
          if (!leaving && (await take(line)) === 'leave') {
            leaving = true
            lines.close()
          }
        })
        .then(() => {
          waiting--
          if (!leaving && waiting === 0) lines.prompt()
        })
      turn.catch(reject)
    })
    lines.on('history', (typed) => keep?.(typed))
    lines.on('SIGINT', () => {
      if (lines.line === '' && interrupted) return lines.close()
      interrupted = lines.line === ''
      // to the end of the line, then away with all of it
      lines.write(null, { ctrl: true, name: 'e' })
      lines.write(null, { ctrl: true, name: 'u' })
      output.write(interrupted ? `\n${twice}\n` : '\n')
      lines.prompt()
    })
    lines.on('close', () => {
      if (!leaving) output.write('\n')
      leaving = true
      resolve(turn)
    })
    interject?.((text) => {
      if (leaving) return
      // the line being typed makes room, and comes back below
      output.write(`\r\x1b[K${text}\n`)
      lines.prompt(true)
    })
    lines.prompt()
  })
}

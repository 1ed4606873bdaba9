/** The console: an adapter like Slack or Discord, whose platform is a terminal or a pipe. It needs no token. */
import type { Clock } from '../../base/clock.ts'
import type { Incoming } from '../../chat/incoming.ts'
import type { Reply } from '../../chat/reply.ts'
import type { Typed } from '../../chat/typed-command.ts'
import { cleanText } from './clean.ts'
import { complete, type Names } from './complete.ts'
import { LIMITS } from './limits.ts'
import { talkInLines } from './lines.ts'
import { receive } from './receive.ts'
import { render, renderPlain } from './render.ts'
import { talkAtTerminal } from './terminal.ts'
import { wrap } from './wrap.ts'

export interface ConsoleOptions {
  input: NodeJS.ReadStream
  output: NodeJS.WriteStream
  hear: (incoming: Incoming) => Promise<Reply>
  commands: readonly Typed[]
  names: Names
  clock: Clock
  locale: 'en' | 'zh'
  /** Colours where the output is a terminal. */
  colour: boolean
  /** Shown once at a terminal. */
  welcome: readonly string[]
  history?: readonly string[]
  keep?: (history: readonly string[]) => void
}

export interface Console {
  /** Talks until the person leaves or the input ends. */
  start(): Promise<void>
  /** Shows what nobody asked for: a digest that is due. */
  show(reply: Reply): void
  stop(): void
}

export function createConsole(options: ConsoleOptions): Console {
  const { input, output, hear, commands, names, clock, locale, colour, welcome } = options
  const leaving = new AbortController()
  let write = (text: string): void => void output.write(`${text}\n`)

  /** null: the person wants to leave; an empty text: nothing was said. */
  async function take(line: string, show: (reply: Reply) => string): Promise<string | null> {
    const said = receive(line, commands)
    if (said.kind === 'leave') return null
    if (said.kind === 'nothing') return ''
    return show(
      await hear({ platform: 'console', conversation: 'console', author: 'you', at: clock(), locale, said }),
    )
  }

  async function atTerminal(): Promise<void> {
    for (const line of welcome)
      output.write(`${wrap(cleanText(line), output.columns || LIMITS.usual, 2).join('\n')}\n`)
    output.write('\n')
    const terminal = {
      ...{ input, output, colour, history: options.history ?? [], twice: TWICE[locale] },
      complete: (line: string) => complete(line, commands, names),
      interject: (writing: typeof write) => {
        write = writing
      },
      ...(options.keep === undefined ? {} : { keep: options.keep }),
    }
    await talkAtTerminal(terminal, leaving.signal, async (line) => {
      const shown = await take(line, (reply) => render(reply, { columns: output.columns, colour }))
      if (shown === null) return 'leave'
      if (shown !== '') output.write(`\n${shown}\n\n`)
      return 'go on'
    })
  }

  return {
    start: () =>
      input.isTTY && output.isTTY
        ? atTerminal()
        : talkInLines(input, output, leaving.signal, (line) => take(line, renderPlain)),
    show: (reply) =>
      write(`\n${output.isTTY ? render(reply, { columns: output.columns, colour }) : renderPlain(reply)}\n`),
    stop: () => {
      leaving.abort()
      // a pipe that nobody closes would keep the process waiting
      if (!input.isTTY) input.destroy()
    },
  }
}

const TWICE = {
  en: '(Ctrl-C once more, or /quit, leaves)',
  zh: '（再按一次 Ctrl-C 或输入 /quit 退出）',
} as const

/** Starts store-process.ts and talks to it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface StoreChild {
  process: ChildProcess
  /** Every line it said so far. */
  said: readonly unknown[]
  /** The next line nobody has waited for yet; null when it has ended. */
  hears(): Promise<unknown>
  call(method: string, ...given: unknown[]): Promise<{ value?: unknown; error?: string }>
  /** With its exit code, once it has ended by itself. */
  ended: Promise<number | null>
}

/** `under`: a program that starts it in its own way, such as prlimit. */
export function startChild(given: readonly string[], under: readonly string[] = []): StoreChild {
  const [program, ...rest] = [...under, process.execPath, PROCESS, ...given]
  const child = spawn(program!, rest, { stdio: ['pipe', 'pipe', 'inherit'] })
  const said: unknown[] = []
  const lines = createInterface(child.stdout!)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let heard = 0
  let wake = () => {}
  lines.on('line', (line) => {
    said.push(JSON.parse(line))
    wake()
  })
  let over = false
  lines.once('close', () => {
    over = true
    wake()
  })
  async function hears(): Promise<unknown> {
    while (heard === said.length && !over)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    return heard < said.length ? said[heard++] : null
  }
  return {
    process: child,
    said,
    hears,
    async call(...line) {
      child.stdin!.write(`${JSON.stringify(line)}\n`)
      return (await hears()) as { value?: unknown; error?: string }
    },
    ended,
  }
}

const PROCESS = fileURLToPath(new URL('store-process.ts', import.meta.url))

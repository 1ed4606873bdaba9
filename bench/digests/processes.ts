/** Starts the processes of a trial: the platform, and workers. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createLine } from './line.ts'
import type { Accepted, StandInOptions } from './stand-in.ts'
import type { WorkerOptions } from './worker-options.ts'

export interface StandIn {
  port: number
  /** How many messages it accepted. */
  count(): Promise<number>
  accepted(): Promise<Accepted>
  end(): void
}

export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const child = begin(new URL('stand-in.ts', import.meta.url), options)
  const first = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout!).once('line', resolve)
    child.once('exit', () => reject(new Error('the stand-in ended before it was ready')))
  })
  const { port } = JSON.parse(first) as { port: number }
  const ask = createLine(port, 30_000)
  return {
    port,
    count: async () => Number((await ask('/count', {})).body.accepted),
    accepted: async () => (await ask('/accepted', {})).body as unknown as Accepted,
    end: () => child.kill('SIGKILL'),
  }
}

export interface Worker {
  process: ChildProcess
  options: WorkerOptions
  /** When it last said that nothing is left to do, by performance.now(). */
  idleAt(): number
}

export function startWorker(options: WorkerOptions): Worker {
  const child = begin(new URL('worker.ts', import.meta.url), options)
  let idleAt = Number.NEGATIVE_INFINITY
  createInterface(child.stdout!).on('line', (line) => {
    if (line === 'idle') idleAt = performance.now()
  })
  return { process: child, options, idleAt: () => idleAt }
}

function begin(program: URL, options: object): ChildProcess {
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', fileURLToPath(program), JSON.stringify(options)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
}

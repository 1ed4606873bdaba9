/** Starts the stand-in as a process of its own and hands back how to steer it. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Control, controlAt } from '../control.ts'
import type { ProcessOptions, Started } from './process.ts'

export interface SlackProcess extends Omit<Started, 'control'> {
  control: Control
  pid: number
  stop(): Promise<void>
}

export async function startSlackProcess(options: ProcessOptions = {}): Promise<SlackProcess> {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve)),
    ended.then(() => Promise.reject(new Error('the stand-in ended before it was ready'))),
  ])
  const { control, ...started } = JSON.parse(line) as Started
  return {
    ...started,
    control: controlAt(control),
    pid: child.pid!,
    async stop() {
      child.kill()
      await ended
    },
  }
}

const PROGRAM = fileURLToPath(new URL('./process.ts', import.meta.url))

/** A stand-in in another process, led through its control route: for tests that kill bots or load them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TurnTicket, Verb, Verbs } from './control.ts'
import type { DiscordOptions } from './options.ts'
import type { Turn } from './turn.ts'

export interface StandInAddresses {
  /** What goes to discord.js as `rest.api`. */
  url: string
  control: string
  token: string
  botId: string
  guildId: string
}

/** A turn stays over there; its ticket comes back. */
type OverTheWire<Result> = Result extends Turn ? TurnTicket : Result

export interface RemoteDiscord extends StandInAddresses {
  /** Any verb of the control route: `await remote.call('say', 'ann', 'general', '@bot hello')`. */
  call<V extends Verb>(
    verb: V,
    ...args: Parameters<Verbs[V]>
  ): Promise<OverTheWire<Awaited<ReturnType<Verbs[V]>>>>
  close(): Promise<void>
}

export async function startRemoteDiscord(options: Omit<DiscordOptions, 'time'> = {}): Promise<RemoteDiscord> {
  const program = fileURLToPath(new URL('./process.ts', import.meta.url))
  const child = spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const addresses = await firstLine(child)
  return {
    ...addresses,
    async call(verb, ...args) {
      const response = await fetch(addresses.control, {
        method: 'POST',
        body: JSON.stringify({ verb, args }),
      })
      const reply = (await response.json()) as { result?: unknown; error?: string }
      if (reply.error !== undefined) throw new Error(reply.error)
      return reply.result as never
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function firstLine(child: ChildProcess): Promise<StandInAddresses> {
  for await (const line of createInterface({ input: child.stdout! }))
    return JSON.parse(line) as StandInAddresses
  throw new Error(`The stand-in ended with ${child.exitCode ?? child.signalCode} before it was ready.`)
}

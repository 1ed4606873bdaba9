/** The console does what any adapter does. */
import { receive } from '../../src/adapters/console/receive.ts'
import { render } from '../../src/adapters/console/render.ts'
import type { Desk } from '../../src/chat/desk.ts'
import type { Reply } from '../../src/chat/reply.ts'
import { adapterContract, type Driver, type Seen } from './contract.ts'

adapterContract('the console', async (desk) => driverOf(desk))

function driverOf(desk: Desk): Driver {
  let last: readonly string[] = []

  async function type(line: string): Promise<Seen> {
    const said = receive(line, desk.commands)
    if (said.kind === 'leave' || said.kind === 'nothing') throw new Error('nothing was said')
    const turn = { platform: 'console', conversation: 'console', author: 'you', at: Date.now() } as const
    const reply = await desk.hear({ ...turn, locale: 'en', said })
    last = labelsOf(reply)
    return { words: render(reply, { columns: 160, colour: false }), buttons: last, private: null, pings: [] }
  }

  return {
    ask: type,
    followUp: type,
    command: type,
    pick: (label) => type(String(last.indexOf(label) + 1)),
    close: async () => {},
  }
}

const labelsOf = ({ parts }: Reply): string[] =>
  parts.flatMap((part) => (part.kind === 'buttons' ? part.items.map(({ label }) => label) : []))

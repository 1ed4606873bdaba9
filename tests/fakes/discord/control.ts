/**
 * The control route of a stand-in that runs as a process of its own: `POST /` with `{ verb, args }`, on a port apart from Discord's, so
 * that a bot under test cannot meet it. The answer is `{ result }` or `{ error }`. A turn goes out as its id with what is seen so far,
 * and comes back as that id.
 */
import { bodyOf, type LoopbackServer, startLoopbackServer } from '../loopback-server.ts'
import type { Discord } from './discord.ts'
import { pour } from './load.ts'
import { Turn } from './turn.ts'

export interface TurnTicket {
  turn: string
  said?: Turn['said']
  seen: ReturnType<Turn['seen']>
}

export function startControl(discord: Discord): Promise<LoopbackServer> {
  const turns = new Map<string, Turn>()
  const verbs = verbsOf(discord, turns)
  const answer = async (body: Buffer | undefined): Promise<object> => {
    try {
      const { verb, args } = JSON.parse(String(body)) as { verb: string; args?: unknown[] }
      const does = Object.hasOwn(verbs, verb) ? verbs[verb as Verb] : undefined
      if (does === undefined) throw new Error(`No verb ${verb}; there are ${Object.keys(verbs).join(', ')}.`)
      const result: unknown = await (does as (...args: unknown[]) => unknown)(...(args ?? []))
      return { result: result instanceof Turn ? ticket(turns, result) : result }
    } catch (error) {
      return { error: (error as Error).message }
    }
  }
  return startLoopbackServer({
    async request(request, response) {
      const reply = await answer(await bodyOf(request))
      response.writeHead('error' in reply ? 400 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(reply))
    },
    failed: (error) => {
      throw error
    },
  })
}

export type Verbs = ReturnType<typeof verbsOf>
export type Verb = keyof Verbs

function verbsOf(discord: Discord, turns: ReadonlyMap<string, Turn>) {
  const turn = (id: string): Turn => {
    const found = turns.get(id)
    if (found === undefined) throw new Error(`No turn ${id}.`)
    return found
  }
  return {
    say: discord.say.bind(discord),
    dm: discord.dm.bind(discord),
    edit: discord.edit.bind(discord),
    remove: discord.remove.bind(discord),
    slash: discord.slash.bind(discord),
    autocomplete: discord.autocomplete.bind(discord),
    button: discord.button.bind(discord),
    select: discord.select.bind(discord),
    modal: discord.modal.bind(discord),
    contextMenu: discord.contextMenu.bind(discord),
    speaks: discord.speaks.bind(discord),
    history: discord.history.bind(discord),
    channelId: (named: string) => discord.channel(named).id,
    addChannel: (name: string) => discord.addChannel(name).id,
    removeChannel: discord.removeChannel.bind(discord),
    deny: discord.deny.bind(discord),
    allow: discord.allow.bind(discord),
    trust: discord.trust.bind(discord),
    kick: discord.kick.bind(discord),
    invite: discord.invite.bind(discord),
    archive: discord.archive.bind(discord),
    seen: (id: string) => turn(id).seen(),
    answer: (id: string, within?: number) => turn(id).answer(within),
    redeliver: (id: string, times?: number) => discord.redeliver(turn(id), times),
    drop: discord.drop.bind(discord),
    freeze: discord.freeze.bind(discord),
    reconnect: discord.reconnect.bind(discord),
    invalidate: discord.gateway.invalidate.bind(discord.gateway),
    closeWith: discord.gateway.close.bind(discord.gateway),
    down: discord.down.bind(discord),
    up: discord.up.bind(discord),
    faults: discord.faults.add.bind(discord.faults),
    clearFaults: discord.faults.clear.bind(discord.faults),
    effects: discord.ledger.of.bind(discord.ledger),
    counts: () => ({ ...discord.ledger.counts }),
    requests: () => discord.ledger.requests,
    acks: () => discord.ledger.acks,
    gatewayLog: () => discord.gateway.log,
    pings: () => discord.pings,
    complaints: discord.complaints.bind(discord),
    pour: (load: Parameters<typeof pour>[1]) => pour(discord, load),
  }
}

function ticket(turns: Map<string, Turn>, turn: Turn): TurnTicket {
  turns.set(turn.id, turn)
  const oldest = turns.keys().next()
  if (turns.size > KEPT_TURNS && !oldest.done) turns.delete(oldest.value)
  return { turn: turn.id, ...(turn.said === undefined ? {} : { said: turn.said }), seen: turn.seen() }
}

const KEPT_TURNS = 10_000

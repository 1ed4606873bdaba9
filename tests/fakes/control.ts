/**
 * A stand-in in a process of its own, steered over HTTP: kill and load tests script its faults, act as its people and read its ledger
 * from outside. The control has its own port, so it answers while the platform is down.
 */

import type { Fault, FaultScript } from './faults.ts'
import type { Ledger } from './ledger.ts'
import { bodyOf, startLoopbackServer } from './loopback-server.ts'

export interface Steerable {
  faults: FaultScript
  ledger: Ledger
  /** What can be done by name: the driver verbs, with arguments and results that survive JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: every verb has its own arguments
  verbs: Record<string, (...values: any[]) => unknown>
}

/** A copy of the ledger at one moment. */
export type LedgerCopy = Pick<
  Ledger,
  'effects' | 'requests' | 'refusals' | 'acks' | 'unknownRoutes' | 'counts'
> & { complaints: string[] }

export interface Control {
  ledger(): Promise<LedgerCopy>
  /** Only the counts: cheap, for polling in a long run. */
  counts(): Promise<Record<string, number>>
  clearLedger(): Promise<void>
  addFaults(...faults: Fault[]): Promise<void>
  clearFaults(): Promise<void>
  /** Does one of the verbs; rejects with its message where it throws. */
  act(verb: string, ...values: unknown[]): Promise<unknown>
}

/** Opens the control of a stand-in. */
export async function startControl({ faults, ledger, verbs }: Steerable) {
  const jobs: Record<string, (values: unknown[]) => unknown> = {
    ledger: () => {
      const { effects, requests, refusals, acks, unknownRoutes, counts } = ledger
      return { effects, requests, refusals, acks, unknownRoutes, counts, complaints: ledger.complaints() }
    },
    counts: () => ledger.counts,
    clearLedger: () => ledger.clear(),
    addFaults: (values) => faults.add(...values.map(faultFromWire)),
    clearFaults: () => faults.clear(),
    act: ([verb, ...values]) => {
      const name = String(verb)
      if (!Object.hasOwn(verbs, name))
        throw new Error(`no verb '${name}', only ${Object.keys(verbs).join(' ')}`)
      return verbs[name]!(...values)
    },
  }
  return startLoopbackServer({
    failed() {},
    async request(request, response) {
      const name = (request.url ?? '').slice(1)
      try {
        const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined
        if (!job) throw new Error(`no control '${name}'`)
        const body = (await bodyOf(request))?.toString() ?? ''
        const result = await job(body === '' ? [] : (JSON.parse(body) as unknown[]))
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(JSON.stringify(result ?? null))
      } catch (error) {
        response.writeHead(400)
        response.end(error instanceof Error ? error.message : String(error))
      }
    },
  })
}

/** The other end: steers the stand-in whose control is at `url`. */
export function controlAt(url: string): Control {
  const ask = async (name: string, values: unknown[] = []): Promise<unknown> => {
    const response = await fetch(`${url}/${name}`, { method: 'POST', body: JSON.stringify(values) })
    const text = await response.text()
    if (!response.ok) throw new Error(text)
    return JSON.parse(text)
  }
  return {
    ledger: async () => (await ask('ledger')) as LedgerCopy,
    counts: async () => (await ask('counts')) as Record<string, number>,
    clearLedger: async () => void (await ask('clearLedger')),
    addFaults: async (...faults) => void (await ask('addFaults', faults.map(faultToWire))),
    clearFaults: async () => void (await ask('clearFaults')),
    act: (verb, ...values) => ask('act', [verb, ...values]),
  }
}

// a pattern does not survive JSON
function faultToWire(fault: Fault): unknown {
  const path = fault.match?.path
  return path instanceof RegExp
    ? { ...fault, match: { ...fault.match, path: { source: path.source, flags: path.flags } } }
    : fault
}

function faultFromWire(value: unknown): Fault {
  const fault = value as Fault
  const path = fault.match?.path as unknown
  if (typeof path !== 'object' || path === null) return fault
  const { source, flags } = path as { source: string; flags: string }
  return { ...fault, match: { ...fault.match, path: new RegExp(source, flags) } }
}

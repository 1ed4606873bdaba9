/**
 * A store in a process of its own, to be refused, starved and killed. Lines in: `["inbound.take","k","a",1000]`; lines
 * out: `{"value":...}` or `{"error":code}`. With 'work' it takes, plans, claims and confirms without end, and says
 * each thing once it is promised.
 */
import { createInterface } from 'node:readline'
import { SetupError } from '../../src/base/errors.ts'
import { silentLog } from '../../src/base/log.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { DIGEST } from './example-digest.ts'

const [file, mode, round = '0', most = 'Infinity'] = process.argv.slice(2)
const say = (what: unknown) => process.stdout.write(`${JSON.stringify(what)}\n`)

try {
  const store = await openStore({ kind: 'sqlite', file: file! }, { clock: () => Date.now(), log: silentLog })
  say('open')
  if (mode === 'work') await work(store)
  else await obey(store)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  say({ setup: error.mistakes })
  process.exitCode = 78
}

async function obey(store: Store): Promise<void> {
  for await (const line of createInterface(process.stdin)) {
    const [path, ...given] = JSON.parse(line) as [string, ...unknown[]]
    try {
      const [room, method] = path.split('.') as [keyof Store, string]
      const holder = method === undefined ? store : store[room]
      const call = (holder as unknown as Record<string, (...given: unknown[]) => unknown>)[method ?? room]!
      say({ value: (await call(...given)) ?? null })
    } catch (error) {
      say({ error: (error as { code?: string }).code ?? String(error) })
    }
  }
  await store.close()
}

async function work({ inbound, digests }: Store): Promise<void> {
  for (let step = 0; step < Number(most); step++) {
    const name = `${round}-${step}`
    await inbound.take(name, 'child', 15_000)
    say(['taken', name])
    await inbound.finish(name, 'child')
    say(['finished', name])
    const now = await digests.now()
    const made = await digests.add({ ...DIGEST, id: name, next: { due: now, slot: 's' } })
    const run = { id: `${name}@s`, slot: 's', due: now, nonce: 'n', notBefore: now }
    await digests.plan({ digestId: name, rev: made.rev, nextDue: now, runs: [run], next: null })
    say(['planned', run.id])
    const claim = await digests.claim('child', { leaseMs: 60_000, platforms: ['slack'] })
    if (claim === null) continue
    say(['claimed', claim.occurrenceId])
    await digests.confirm(claim, 'message')
    say(['sent', claim.occurrenceId])
  }
}

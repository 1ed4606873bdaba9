/** What a process said (store-process.ts, 'work') and whether a store still holds it. */
import { expect } from 'vitest'
import type { Store } from '../../src/store/index.ts'

/**
 * Each thing it said must be true, or something later of the same; returns how many there were. Events outlive the
 * process, not a power cut: then one is worked on once more.
 */
export async function expectKept(
  { inbound, digests }: Store,
  said: readonly unknown[],
  after: 'kill' | 'power-cut',
): Promise<number> {
  const finished = new Set(
    said.flatMap((line) => (isPromise(line) && line[0] === 'finished' ? [line[1]] : [])),
  )
  let kept = 0
  for (const line of said) {
    if (!isPromise(line)) continue
    const [what, name] = line
    kept++
    if (after === 'power-cut' && (what === 'finished' || what === 'taken'))
      expect(['taken', 'finished'], name).toContain(await inbound.take(name, 'parent', 1))
    else if (what === 'finished') expect(await inbound.take(name, 'parent', 1_000), name).toBe('finished')
    // what was only taken belonged to the dead, so it is free; or its end was written and never said
    else if (what === 'taken' && !finished.has(name))
      expect(['taken', 'finished'], name).toContain(await inbound.take(name, 'parent', 1))
    else if (what !== 'taken')
      expect(LATER[what], `${what} ${name}`).toContain((await digests.occurrence(name))?.state)
  }
  return kept
}

const isPromise = (line: unknown): line is [what: string, name: string] => Array.isArray(line)

const LATER: Record<string, readonly string[]> = {
  planned: ['due', 'posting', 'sent'],
  claimed: ['posting', 'sent'],
  sent: ['sent'],
}

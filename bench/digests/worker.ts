/**
 * One process that posts digests, made to be killed: `node worker.ts '{...}'`, options as JSON. It may be told to die
 * by its own hand at one of seven points, the nth time it comes there.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { silentLog } from '../../src/base/log.ts'
import { noMetrics } from '../../src/base/metrics.ts'
import type { DigestStore } from '../../src/digest/digest-store.ts'
import { createDigestRunner } from '../../src/digest/runner.ts'
import { openStore } from '../../src/store/index.ts'
import { chanceFrom } from '../../tests/fakes/chance.ts'
import { createLine, createLinePoster } from './line.ts'
import { runNaively } from './naive.ts'
import type { Point, WorkerOptions } from './worker-options.ts'

/** Milliseconds. */
const SENT_WITHIN = 8
const LOOKS_ROUND = 500

const options = JSON.parse(process.argv[2]!) as WorkerOptions
const chance = chanceFrom(options.seed)
const clock = () => Date.now() + options.clockOff
// an embedded store belongs to the one process, whose clock is then the right one
const store = await openStore(options.store, { clock: () => Date.now(), log: silentLog })
const call = options.timing.call ?? 1_000
const ask = createLine(options.port, call)
const poster = createLinePoster(options.rules, ask)

let comings = 0
function passing(point: Point): void {
  if (options.dieAt?.point !== point || ++comings < options.dieAt.nth) return
  process.kill(process.pid, 'SIGKILL')
  // nothing of this process happens any more, also where the signal takes its time
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

const digests: DigestStore = {
  ...store.digests,
  async plan(plan) {
    passing('before plan')
    const planned = await store.digests.plan(plan)
    passing('after plan')
    return planned
  },
  async claim(...given) {
    const claim = await store.digests.claim(...given)
    if (claim !== null) passing('after claim')
    return claim
  },
  async freeze(...given) {
    const frozen = await store.digests.freeze(...given)
    passing('after render')
    return frozen
  },
  async confirm(...given) {
    passing('after answer, before confirm')
    const confirmed = await store.digests.confirm(...given)
    passing('after confirm')
    return confirmed
  },
}

const mortal = {
  ...poster,
  post(...given: Parameters<typeof poster.post>) {
    const posted = poster.post(...given)
    // on its way: the bytes are with the system before this process ends
    if (options.dieAt?.point === 'after send, before answer')
      setTimeout(() => passing('after send, before answer'), SENT_WITHIN)
    return posted
  },
}

const word = (text: string) => ({
  parts: [],
  plain: text,
  locale: 'en' as const,
  seenBy: 'everyone' as const,
})
const pause = (ms: number, signal?: AbortSignal) => sleep(ms, undefined, signal && { signal }).catch(() => {})

if (options.way === 'naive')
  await runNaively({ store: digests, poster: mortal, timing: options.timing, worker: options.name, pause })
else
  createDigestRunner({
    ...{ store: digests, posters: [mortal], clock, monotonic: () => performance.now(), chance, pause },
    makeContent: async (digest) => ({ reply: word(digest.about), says: digest.about }),
    wordNotice: (notice) => word(notice.kind === 'unknown' ? notice.occurrence : notice.kind),
    ...{ log: silentLog, metrics: noMetrics, worker: options.name, timing: options.timing },
    ...{ coordination: store.coordination, zoneData: process.versions.tz ?? 'none' },
  }).start()
process.stdout.write('running\n')
process.stdin.on('end', () => process.exit(0)).resume()
for (;;) {
  await sleep(LOOKS_ROUND)
  const left = await Promise.all([store.digests.open(1), store.digests.due(1)]).catch(() => null)
  if (left?.every((some) => some.length === 0)) process.stdout.write('idle\n')
}

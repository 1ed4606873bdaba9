/** The processes that post: killed, frozen, and started again at once. */
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DigestTiming } from '../../src/digest/timing.ts'
import type { StoreConfig } from '../../src/store/index.ts'
import { chanceFrom } from '../../tests/fakes/chance.ts'
import { startWorker, type Worker } from './processes.ts'
import type { TrialOptions } from './trial.ts'
import { POINTS, type WorkerOptions } from './worker-options.ts'

export interface Herd {
  fill(): Promise<void>
  /** One of them, by chance, from outside. */
  kill(chance: () => number): Promise<void>
  /** One of them, for longer than its lease. */
  freeze(chance: () => number): Promise<void>
  killed(): number
  atPoints(): Record<string, number>
  frozen(): number
  /** Ended by themselves, with an error. */
  fellOver(): number
  /** Somebody said a moment ago that nothing is left to do. */
  isQuiet(): Promise<boolean>
  /** Nobody is killed any more; fulfils when nothing is left to do. */
  quiet(): Promise<void>
  end(): Promise<void>
}

export interface HerdOptions extends TrialOptions {
  config: StoreConfig
  port: number
  timing: Partial<DigestTiming>
}

export function createHerd(options: HerdOptions): Herd {
  const { seed, processes, config, port, rules, way, timing, store } = options
  const chance = chanceFrom(seed + 2)
  const living = new Set<Worker>()
  const atPoints: Record<string, number> = Object.fromEntries(POINTS.map((point) => [point, 0]))
  let started = 0
  let killed = 0
  let frozen = 0
  let fellOver = 0
  let ending = false
  let peaceful = false

  function begin(): void {
    const number = started++
    const worker = startWorker({
      ...{ name: `w${number}`, seed: seed * 7 + number, store: config, port, rules, way, timing },
      // the embedded store goes by the clock of the one process
      clockOff: store === 'postgres' ? CLOCKS_OFF[number % CLOCKS_OFF.length]! : 0,
      dieAt: peaceful || chance() < 0.4 ? null : deathOf(chance, options),
    })
    living.add(worker)
    worker.process.once('exit', (code, signal) => {
      living.delete(worker)
      if (ending) return
      if (signal === 'SIGKILL') {
        killed++
        const { dieAt } = worker.options
        if (dieAt !== null && !byOthers.has(worker)) atPoints[dieAt.point]!++
      } else {
        // as a supervisor would: a start may fail where a frozen process holds the store
        fellOver++
        process.stderr.write(`  a worker ended by itself with ${code ?? signal}\n`)
      }
      begin()
    })
  }

  const byOthers = new Set<Worker>()
  const pick = (by: () => number): Worker | undefined => [...living][Math.floor(by() * living.size)]

  async function end(worker: Worker): Promise<void> {
    if (worker.process.exitCode !== null || worker.process.signalCode !== null) return
    byOthers.add(worker)
    const gone = once(worker.process, 'exit')
    worker.process.kill('SIGKILL')
    await gone
  }

  const isQuiet = async () => [...living].some((worker) => performance.now() - worker.idleAt() < 1_000)

  return {
    async fill() {
      for (let number = 0; number < processes; number++) begin()
    },
    async kill(by) {
      // those that will die by their own hand are left to it
      const others = [...living].filter((worker) => worker.options.dieAt === null)
      const worker = others[Math.floor(by() * others.length)] ?? pick(by)
      if (worker !== undefined) await end(worker)
    },
    async freeze(by) {
      const worker = pick(by)
      if (worker === undefined) return
      frozen++
      worker.process.kill('SIGSTOP')
      await sleep((timing.lease ?? 0) * 1.5)
      worker.process.kill('SIGCONT')
    },
    killed: () => killed,
    atPoints: () => atPoints,
    frozen: () => frozen,
    fellOver: () => fellOver,
    isQuiet,
    async quiet() {
      peaceful = true
      while (!(await isQuiet())) await sleep(100)
    },
    async end() {
      ending = true
      await Promise.all([...living].map(end))
    },
  }
}

/** Early or late in its life: as often as a process comes to post between two kills. */
function deathOf(chance: () => number, { digests, kills, processes }: TrialOptions): WorkerOptions['dieAt'] {
  const point = POINTS[Math.floor(chance() * POINTS.length)]!
  const life = Math.max(1, Math.round((2 * digests) / Math.max(1, kills) / processes))
  return { point, nth: 1 + Math.floor((chance() * life) / 2) }
}

const CLOCKS_OFF = [0, 600_000, -600_000, 0]

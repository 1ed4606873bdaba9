/**
 * What may end the process: a signal, which stops it cleanly, or a failure nobody caught, after which its state is
 * not to be trusted: it is logged, what was begun is finished, and a supervisor starts it again.
 */
import { failure, type Log } from '../base/log.ts'
import type { Metrics } from '../base/metrics.ts'

export interface GuardOptions {
  log: Log
  metrics: Metrics
  /** A fresh short reference for a failure. */
  reference: () => string
  /** Stops taking, finishes what was begun. */
  stop: () => Promise<void>
}

/** Resolves when the process should end. */
export function guardProcess({ log, metrics, reference, stop }: GuardOptions): Promise<void> {
  return new Promise((resolve) => {
    let stopping = false
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => {
        // a second signal while stopping: whoever sends it does not want to wait
        if (stopping) process.exit(AT_ONCE)
        stopping = true
        resolve()
        setTimeout(() => process.exit(process.exitCode ?? 0), LONGEST_STOP).unref()
      })
    }
    const broken = (kind: string) => (error: unknown) => {
      log.error({ reference: reference(), kind, ...failure(error) }, 'a failure nobody caught')
      metrics.count('uncaught_total', { kind })
      if (stopping) return
      stopping = true
      process.exitCode = SOFTWARE
      setTimeout(() => process.exit(SOFTWARE), LONGEST_STOP).unref()
      void stop().finally(resolve)
    }
    process.on('uncaughtException', broken('exception'))
    process.on('unhandledRejection', broken('rejection'))
  })
}

/** EX_SOFTWARE of sysexits.h: a supervisor should start it again. */
const SOFTWARE = 70
const AT_ONCE = 1
/** Whatever hangs does not hold the process longer. */
const LONGEST_STOP = 9_500

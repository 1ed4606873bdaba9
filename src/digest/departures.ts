/**
 * Workspaces and guilds that put the bot out. Their digests rest at once. When it is let in again within the days of
 * grace they go on; otherwise everything that is kept of the workspace or guild goes.
 */
import { failure, type Log } from '../base/log.ts'
import type { Metrics } from '../base/metrics.ts'
import type { Tenants } from '../chat/desk.ts'
import type { Tenant } from './digest-store.ts'

/** Filled in by the store; times are the store's own. */
export interface DepartureStore {
  /** Pauses the digests that run, and keeps the day. Returns how many were paused. */
  leave(tenant: Tenant): Promise<number>
  /** Lets those go on that rested for this reason alone; their missed runs are caught up with. Returns how many. */
  comeBack(tenant: Tenant): Promise<number>
  departed(): Promise<Tenant[]>
  /** Erases what is kept of those that left `graceMs` ago or earlier. Returns who they were. */
  eraseGone(graceMs: number): Promise<Tenant[]>
}

export interface DeparturesOptions {
  store: DepartureStore
  log: Log
  metrics: Metrics
  /** Calls again and again until the returned function is called. */
  repeat: (ms: number, call: () => void) => () => void
}

export interface Departures extends Tenants {
  /** Fulfils when it is known who left before; looks for those gone too long, at once and then every ten minutes. */
  start(): Promise<void>
  stop(): void
}

export function createDepartures({ store, log, metrics, repeat }: DeparturesOptions): Departures {
  /** Most often nobody: being here costs a look into memory. */
  let away = new Set<string>()
  let stopLooking = () => {}

  async function attempt<T>(what: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      log.error(failure(error), what)
      return null
    }
  }

  const look = () =>
    attempt('it could not be found out which workspaces and guilds left', async () => {
      for (const { platform } of await store.eraseGone(GRACE)) {
        log.warn({ platform }, 'what was kept of a workspace or guild that left 30 days ago is erased')
        metrics.count('tenants_erased_total', { platform })
      }
      away = new Set((await store.departed()).map(keyOf))
    })

  return {
    async left(tenant) {
      const paused = await attempt('the digests of a workspace or guild that left still run', () =>
        store.leave(tenant),
      )
      if (paused === null) return
      away.add(keyOf(tenant))
      log.warn({ platform: tenant.platform, paused }, 'the bot was put out of a workspace or guild')
      metrics.count('tenants_left_total', { platform: tenant.platform })
    },

    async here(tenant) {
      if (!away.has(keyOf(tenant))) return
      const resumed = await attempt('the digests of a workspace or guild that came back still rest', () =>
        store.comeBack(tenant),
      )
      if (resumed === null) return
      away.delete(keyOf(tenant))
      log.info({ platform: tenant.platform, resumed }, 'a workspace or guild let the bot in again')
    },

    async start() {
      await look()
      stopLooking = repeat(LOOK_EVERY, () => void look())
    },
    stop: () => stopLooking(),
  }
}

const keyOf = ({ platform, id }: Tenant): string => JSON.stringify([platform, id])

/** Milliseconds. */
const GRACE = 30 * 86_400_000
const LOOK_EVERY = 600_000

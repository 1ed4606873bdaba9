import { expect, it } from 'vitest'
import { silentLog } from '../../src/base/log.ts'
import { noMetrics } from '../../src/base/metrics.ts'
import { createDepartures, type DepartureStore } from '../../src/digest/departures.ts'

const GUILD = { platform: 'discord', id: 'G1' } as const

/** A store that writes down what it was asked, and can be out of reach. */
function stage() {
  const asked: string[] = []
  const gone = new Map<string, typeof GUILD>()
  let away = false
  let tick = () => {}
  const within = async <T>(what: string, work: () => T): Promise<T> => {
    if (away) throw new Error('the store is away')
    asked.push(what)
    return work()
  }
  const store: DepartureStore = {
    leave: (tenant) => within('leave', () => gone.set(tenant.id, tenant as typeof GUILD).size),
    comeBack: (tenant) => within('comeBack', () => Number(gone.delete(tenant.id))),
    departed: () => within('departed', () => [...gone.values()]),
    eraseGone: (grace) => within(`eraseGone after ${grace / 86_400_000} days`, () => []),
  }
  const repeat = (_ms: number, call: () => void) => {
    tick = call
    return () => {
      tick = () => {}
    }
  }
  const open = () => createDepartures({ store, log: silentLog, metrics: noMetrics, repeat })
  return {
    asked,
    open,
    tick: () => tick(),
    reach: (reachable: boolean) => {
      away = !reachable
    },
  }
}

it('being here costs nothing where nobody left', async () => {
  const { asked, open } = stage()
  const departures = open()
  await departures.start()
  expect(asked.splice(0)).toEqual(['eraseGone after 30 days', 'departed'])
  for (let times = 0; times < 3; times++) await departures.here(GUILD)
  expect(asked).toEqual([])
})

it('who left before a restart is known after it', async () => {
  const { asked, open } = stage()
  const before = open()
  await before.start()
  await before.left(GUILD)
  const after = open()
  await after.start()
  asked.length = 0
  await after.here({ ...GUILD, id: 'G2' })
  expect(asked).toEqual([])
  await after.here(GUILD)
  await after.here(GUILD)
  expect(asked).toEqual(['comeBack'])
})

it('F34 a store that is away ends nothing; coming back is tried again the next time it is seen', async () => {
  const { asked, open, reach, tick } = stage()
  const departures = open()
  reach(false)
  await departures.start()
  await departures.left(GUILD)
  reach(true)
  await departures.left(GUILD)
  reach(false)
  await departures.here(GUILD)
  reach(true)
  asked.length = 0
  await departures.here(GUILD)
  expect(asked).toEqual(['comeBack'])
  tick()
  await expect.poll(() => asked).toEqual(['comeBack', 'eraseGone after 30 days', 'departed'])
  departures.stop()
  tick()
  expect(asked).toHaveLength(3)
})

/** What both stand-ins are built on: the fault script, chance, time moved by hand, the ledger. */
import { describe, expect, test } from 'vitest'
import { chanceFrom } from './chance.ts'
import { FaultScript } from './faults.ts'
import { Ledger } from './ledger.ts'
import { handTime } from './time.ts'

describe('fault script', () => {
  const script = () => new FaultScript(chanceFrom(1))
  const actions = (faults: FaultScript, count: number, call = { method: 'post' }) =>
    Array.from({ length: count }, () => faults.take(call)?.action)

  test('rules fire in order, each once', () => {
    const faults = script()
    faults.add({ action: '429' }, { action: 'hang' })
    expect(actions(faults, 3)).toEqual(['429', 'hang', undefined])
  })

  test('at the nth match, so many times, or always', () => {
    const faults = script()
    faults.add({ action: '429', nth: 3 })
    expect(actions(faults, 4)).toEqual([undefined, undefined, '429', undefined])
    faults.add({ action: 'hang', times: 2 })
    expect(actions(faults, 3)).toEqual(['hang', 'hang', undefined])
    faults.add({ action: 'slow', times: 'always' })
    expect(actions(faults, 3)).toEqual(['slow', 'slow', 'slow'])
    faults.clear()
    expect(actions(faults, 1)).toEqual([undefined])
  })

  test('only where all that is named agrees', () => {
    const faults = script()
    faults.add({ match: { method: 'post', path: /^\/a/, channel: 'c' }, action: 'refuse', times: 'always' })
    const met = (call: { method: string; path?: string; channel?: string }) => faults.take(call) !== undefined
    expect(met({ method: 'post', path: '/abc', channel: 'c' })).toBe(true)
    expect(met({ method: 'get', path: '/abc', channel: 'c' })).toBe(false)
    expect(met({ method: 'post', path: '/b', channel: 'c' })).toBe(false)
    expect(met({ method: 'post', path: '/abc', channel: 'd' })).toBe(false)
    expect(met({ method: 'post', channel: 'c' })).toBe(false)
  })

  test('by chance: the share is kept, and the same start value repeats the run', () => {
    const run = (start: number) => {
      const faults = new FaultScript(chanceFrom(start))
      faults.add({ action: 'resetAfter', share: 0.03 })
      return actions(faults, 10_000)
    }
    const hits = run(7).filter((action) => action !== undefined).length
    expect(hits).toBeGreaterThan(240)
    expect(hits).toBeLessThan(360)
    expect(run(7)).toEqual(run(7))
    expect(run(7)).not.toEqual(run(8))
  })

  test('rules that were never met are named', () => {
    const faults = script()
    faults.add({ action: '429' }, { match: { method: 'other' }, action: 'hang' })
    faults.take({ method: 'post' })
    expect(faults.unused().map(({ action }) => action)).toEqual(['hang'])
  })
})

test('time moved by hand: what is due runs in its order, at its moment, and can be called off', async () => {
  const time = handTime(1_000)
  const ran: [string, number][] = []
  const note = (name: string) => () => void ran.push([name, time.now()])
  time.after(300, note('late'))
  time.after(100, () => {
    note('early')()
    time.after(100, note('set off by early'))
  })
  time.after(200, note('never'))()
  await time.pass(250)
  expect(ran).toEqual([
    ['early', 1_100],
    ['set off by early', 1_200],
  ])
  await time.pass(50)
  expect([ran.at(-1), time.now()]).toEqual([['late', 1_300], 1_300])
})

describe('ledger', () => {
  test('complains of refused bodies, late acknowledgements and unknown routes, unless they were meant', async () => {
    const time = handTime()
    const ledger = new Ledger(time.now)
    ledger.assertClean()
    ledger.refuse('post', ['too long'], {})
    ledger.unknownRoute('GET /nowhere')
    ledger.acknowledged(ledger.delivered('in time', 'event'))
    const late = ledger.delivered('late', 'event')
    ledger.unacknowledged(ledger.delivered('never', 'event'), 'never')
    ledger.unacknowledged(ledger.delivered('closed', 'event'), 'closed')
    await time.pass(3_001)
    expect(ledger.waiting).toBe(1)
    const settled = ledger.settled()
    ledger.acknowledged(late)
    await settled
    expect(ledger.complaints()).toEqual([
      '1 x refused body: post: too long',
      '2 x late ack: event late after 3001 ms; event never never',
      '1 x unknown route: GET /nowhere',
    ])
    expect(ledger.complaints(['refused body', 'late ack', 'unknown route'])).toEqual([])
    expect(() => ledger.assertClean({ besides: ['late ack'] })).toThrow('refused body')
    ledger.clear()
    ledger.assertClean()
  })

  test('in a long run old entries go, counts and complaints stay', () => {
    const ledger = new Ledger(handTime().now, { keep: 10 })
    for (let count = 0; count < 1_000; count += 1) ledger.effect({ kind: 'post', body: { count } })
    expect(ledger.effects.length).toBeLessThan(200)
    expect(ledger.effects.at(-1)?.body).toEqual({ count: 999 })
    expect(ledger.counts.post).toBe(1_000)
  })
})

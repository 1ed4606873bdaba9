import { describe, expect, test } from 'vitest'
import { createPace } from '../../src/bot/pace.ts'
import type { Incoming } from '../../src/chat/incoming.ts'

const START = Date.UTC(2026, 0, 15)
const turn = (given: Partial<Incoming> = {}): Incoming => ({
  platform: 'slack',
  tenant: 'T1',
  place: 'C1',
  conversation: 'C1/1',
  author: 'U1',
  at: START,
  said: { kind: 'text', text: 'gdp' },
  ...given,
})

/** How many of `times` turns are let through. */
const allowed = (pace: ReturnType<typeof createPace>, times: number, given: Partial<Incoming> = {}): number =>
  Array.from({ length: times }, () => pace.allows(turn(given))).filter(Boolean).length

describe('pace', () => {
  test('20 a minute for a person, and again as the minute passes', () => {
    const pace = createPace()
    expect(allowed(pace, 30)).toBe(20)
    expect(allowed(pace, 30, { at: START + 59_999 })).toBe(0)
    expect(allowed(pace, 30, { at: START + 60_000 })).toBe(20)
  })

  test('the window slides: what was refused does not count', () => {
    const pace = createPace({ person: 2 })
    expect(allowed(pace, 1)).toBe(1)
    expect(allowed(pace, 9, { at: START + 30_000 })).toBe(1)
    expect(allowed(pace, 9, { at: START + 60_000 })).toBe(1)
    expect(allowed(pace, 9, { at: START + 89_999 })).toBe(0)
    expect(allowed(pace, 9, { at: START + 90_000 })).toBe(1)
  })

  test('200 a minute for a workspace, shared by its people; others are not touched', () => {
    const pace = createPace()
    let let_through = 0
    for (let person = 0; person < 15; person++) let_through += allowed(pace, 20, { author: `U${person}` })
    expect(let_through).toBe(200)
    expect(allowed(pace, 5, { author: 'U99', tenant: 'T2' })).toBe(5)
    expect(allowed(pace, 5, { author: 'U99', platform: 'discord' })).toBe(5)
  })

  test('one person in two workspaces is two; in two channels of one it is one', () => {
    const pace = createPace()
    expect(allowed(pace, 20)).toBe(20)
    expect(allowed(pace, 1, { place: 'C2' })).toBe(0)
    expect(allowed(pace, 20, { tenant: 'T2' })).toBe(20)
  })

  test('in a DM without a workspace, each person for themselves', () => {
    const pace = createPace({ person: 3, tenant: 4 })
    const dm = (author: string): Partial<Incoming> => ({
      platform: 'discord',
      tenant: undefined as never,
      place: `DM-${author}`,
      author,
    })
    expect(allowed(pace, 9, dm('U1'))).toBe(3)
    expect(allowed(pace, 9, dm('U2'))).toBe(3)
  })

  test('names cannot be put together so that one person is taken for another', () => {
    const pace = createPace({ person: 1 })
    expect(allowed(pace, 2, { tenant: 'T1', author: 'a","b' })).toBe(1)
    expect(allowed(pace, 2, { tenant: 'T1","a', author: 'b' })).toBe(1)
  })

  test('whoever sits at the console is not held back', () => {
    expect(allowed(createPace({ person: 1 }), 50, { platform: 'console' })).toBe(50)
  })

  test('many people do not push out the count of a whole workspace', () => {
    const pace = createPace({ person: 2, tenant: 50, most: 10 })
    let let_through = 0
    for (let person = 0; person < 200; person++) let_through += allowed(pace, 1, { author: `U${person}` })
    expect(let_through).toBe(50)
  })

  test('whoever keeps asking is not forgotten for others who ask once', () => {
    const pace = createPace({ person: 5, tenant: 10_000, most: 10 })
    let let_through = 0
    for (let other = 0; other < 200; other++) {
      if (pace.allows(turn({ author: 'runaway' }))) let_through++
      pace.allows(turn({ author: `U${other}`, tenant: `T${other}` }))
    }
    expect(let_through).toBe(5)
  })
})

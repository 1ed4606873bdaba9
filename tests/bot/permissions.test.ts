import { describe, expect, test } from 'vitest'
import { createPermissions, type PermissionOptions, personOf } from '../../src/bot/permissions.ts'
import type { Incoming } from '../../src/chat/incoming.ts'
import type { Person, Place, Poster } from '../../src/chat/platform.ts'

const START = Date.UTC(2026, 0, 15)
const DAY = 86_400_000
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
const direct = (given: Partial<Incoming> = {}): Incoming => {
  const { tenant: _, ...rest } = turn({ platform: 'discord', place: 'DM', direct: true, ...given })
  return rest
}

const permissions = (given: Partial<PermissionOptions> = {}) =>
  createPermissions({ tenants: [], strangers: false, digestManagers: [], posters: () => undefined, ...given })

describe('who may ask', () => {
  test('everybody, where no workspace is listed', () => {
    expect(permissions().mayAsk(turn())).toBe('yes')
    expect(permissions().mayAsk(direct())).toBe('yes')
  })

  test('only listed workspaces; others are told once a day each', () => {
    const { mayAsk } = permissions({ tenants: ['T1'] })
    expect(mayAsk(turn())).toBe('yes')
    const other = (at: number, author = 'U1') => mayAsk(turn({ tenant: 'T2', at, author }))
    expect(other(START)).toBe('unknown-tenant')
    expect(other(START + 1, 'U2')).toBe('told')
    expect(other(START + DAY - 1)).toBe('told')
    expect(other(START + DAY)).toBe('unknown-tenant')
    expect(mayAsk(turn({ tenant: 'T3' }))).toBe('unknown-tenant')
  })

  test('a DM without a workspace is of none that is listed; each person is told', () => {
    const { mayAsk } = permissions({ tenants: ['G1'] })
    expect(mayAsk(direct())).toBe('unknown-tenant')
    expect(mayAsk(direct())).toBe('told')
    expect(mayAsk(direct({ author: 'U2' }))).toBe('unknown-tenant')
  })

  test('a workspace of another platform is another, and so is a person', () => {
    const { mayAsk } = permissions({ tenants: ['T1'] })
    expect(mayAsk(turn({ tenant: 'X' }))).toBe('unknown-tenant')
    expect(mayAsk(turn({ tenant: 'X', platform: 'discord' }))).toBe('unknown-tenant')
  })

  test('a person who is told does not use up what a workspace of the same name is told', () => {
    const { mayAsk } = permissions({ tenants: ['G1'] })
    expect(mayAsk(direct({ author: '77' }))).toBe('unknown-tenant')
    expect(mayAsk(turn({ platform: 'discord', tenant: '77' }))).toBe('unknown-tenant')
  })

  test('guests and people of other organisations only where the settings allow it', () => {
    const guest = (at = START) => turn({ stranger: true, at })
    expect(permissions({ strangers: true }).mayAsk(guest())).toBe('yes')
    const { mayAsk } = permissions({ tenants: ['T1'] })
    expect(mayAsk(guest())).toBe('stranger')
    expect(mayAsk(guest(START + 5))).toBe('told')
    expect(mayAsk(turn())).toBe('yes')
    expect(
      permissions({ strangers: true, tenants: ['T1'] }).mayAsk(turn({ tenant: 'T2', stranger: true })),
    ).toBe('unknown-tenant')
  })

  test('the console always', () => {
    expect(permissions({ tenants: ['T1'] }).mayAsk(turn({ platform: 'console' }))).toBe('yes')
  })
})

describe('who may manage digests', () => {
  const channel: Place = { platform: 'slack', tenant: 'T1', id: 'C1' }
  const asked: [Person, Place][] = []
  const posters = (says: boolean) => () =>
    ({
      async mayManage(person: Person, place: Place) {
        asked.push([person, place])
        return says
      },
    }) as unknown as Poster

  test('whom the platform lets, asked at that moment', async () => {
    asked.length = 0
    expect(await permissions({ posters: posters(true) }).mayManage(turn(), channel)).toBe(true)
    expect(await permissions({ posters: posters(false) }).mayManage(turn(), channel)).toBe(false)
    expect(asked).toEqual([
      [{ platform: 'slack', tenant: 'T1', id: 'U1' }, channel],
      [{ platform: 'slack', tenant: 'T1', id: 'U1' }, channel],
    ])
  })

  test('nobody, where the platform is not connected; where it fails, that is said', async () => {
    expect(await permissions().mayManage(turn(), channel)).toBe(false)
    const failing = { mayManage: () => Promise.reject(new Error('away')) } as unknown as Poster
    await expect(permissions({ posters: () => failing }).mayManage(turn(), channel)).rejects.toThrow('away')
  })

  test('not from another workspace or platform, whoever it is', async () => {
    const { mayManage } = permissions({ posters: posters(true), digestManagers: ['U1'] })
    expect(await mayManage(turn({ tenant: 'T2' }), channel)).toBe(false)
    expect(await mayManage(turn({ platform: 'discord' }), channel)).toBe(false)
    expect(await mayManage(direct({ platform: 'slack' }), channel)).toBe(false)
    expect(await mayManage(turn(), channel)).toBe(true)
  })

  test('listed people, without asking the platform; strangers never', async () => {
    const { mayManage } = permissions({ digestManagers: ['U1'] })
    expect(await mayManage(turn(), channel)).toBe(true)
    expect(await mayManage(turn({ author: 'U2' }), channel)).toBe(false)
    expect(await mayManage(turn({ stranger: true }), channel)).toBe(false)
  })

  test('everybody in their own DM, and only there', async () => {
    const { mayManage } = permissions()
    const own: Place = { platform: 'discord', tenant: null, id: 'DM' }
    expect(await mayManage(direct(), own)).toBe(true)
    expect(await mayManage(direct(), { ...own, id: 'DM-of-another' })).toBe(false)
    expect(await mayManage(turn({ platform: 'discord', tenant: 'G1', place: 'DM' }), own)).toBe(false)
  })

  test('whoever sits at the console', async () => {
    expect(await permissions().mayManage(turn({ platform: 'console' }), channel)).toBe(true)
  })

  test('a turn says who the person is', () => {
    expect(personOf(direct())).toEqual({ platform: 'discord', tenant: null, id: 'U1' })
  })
})

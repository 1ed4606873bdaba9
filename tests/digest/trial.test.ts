/** The short form of `npm run trial:digests`: processes are killed, frozen and lied to, and the books are compared. */
import { describe, expect, test } from 'vitest'
import { runTrial, type TrialOptions } from '../../bench/digests/trial.ts'
import { availablePostgres } from '../store/postgres.ts'

const postgres = availablePostgres()
const reason = 'reason' in postgres ? postgres.reason : ''
const SEVERAL = { seed: 3, processes: 3, store: 'postgres', freezes: 2, history: true, way: 'ours' } as const

/** The bound of each is far above what it takes on an idle machine. */
const PATIENCE = 240_000

describe.skipIf(reason !== '')(
  `F25 F26 F27 several processes on PostgreSQL${reason && `: skipped, ${reason}`}`,
  () => {
    const trial = (more: Partial<TrialOptions>) =>
      runTrial({ ...SEVERAL, digests: 200, kills: 20, rules: 'slack', ...more })

    test(
      'F25 F26 Slack, history may be read: none lost, none twice',
      async () => {
        const result = await trial({})
        expect(result).toMatchObject({ lost: 0, twice: 0, untold: 0, otherwise: 0 })
        expect(result.killed).toBeGreaterThanOrEqual(15)
        expect(result.looks).toBeGreaterThan(0)
      },
      PATIENCE,
    )

    test(
      'F25 F26 Slack, history may not be read: none twice, and every owner of an unclear one told',
      async () => {
        const result = await trial({ digests: 100, kills: 10, history: false })
        expect(result).toMatchObject({ lost: 0, twice: 0, untold: 0, otherwise: 0 })
        expect(result.unknown).toBeGreaterThan(0)
      },
      PATIENCE,
    )

    test(
      'the same disturbances show what is wrong with posting again on an error',
      async () => {
        const result = await trial({ digests: 100, kills: 10, freezes: 0, way: 'naive' })
        expect(result.twice).toBeGreaterThan(0)
      },
      PATIENCE,
    )
  },
)

test(
  'F25 one process on the embedded store, Discord: none lost, none twice',
  async () => {
    const result = await runTrial({
      ...{ seed: 4, digests: 100, kills: 10, freezes: 0, processes: 1, store: 'sqlite' },
      ...{ rules: 'discord', history: true, way: 'ours' },
    })
    expect(result).toMatchObject({ lost: 0, twice: 0, unknown: 0, otherwise: 0 })
    expect(result.killed).toBeGreaterThanOrEqual(7)
  },
  PATIENCE,
)

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { silentLog } from '../../src/base/log.ts'
import { openStore } from '../../src/store/index.ts'
import { chanceFrom } from '../fakes/chance.ts'
import { startChild } from './child.ts'
import { cutsOf, laid, traced } from './power-cut.ts'
import { expectKept } from './promises.ts'

/** https://strace.io, where the machine has it. */
const TRACER = 'strace'
const canTrace = spawnSync(TRACER, ['-o', '/dev/null', 'true']).status === 0

test.skipIf(!canTrace)(
  `F36 after a power cut at any moment, what was promised is kept${canTrace ? '' : ' (skipped: strace does not work here)'}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gazetteer-cut-'))
    try {
      const home = join(folder, 'home')
      mkdirSync(home)
      const trace = join(folder, 'trace')
      const child = startChild([join(home, 'store.sqlite'), 'work', '0', '50'], [TRACER, ...traced(trace)])
      expect(await child.ended).toBe(0)
      expect(child.said).toHaveLength(1 + 5 * 50)

      let cuts = 0
      let kept = 0
      for (const cut of cutsOf(trace, home, chanceFrom(36), 100)) {
        // a third of them: five things are said in turn, so every kind has its cuts
        if (cuts++ % 3 !== 0) continue
        const place = join(folder, `cut-${cuts}`)
        mkdirSync(place)
        laid(cut, place)
        const file = join(place, 'store.sqlite')
        const store = await openStore({ kind: 'sqlite', file }, { clock: () => Date.now(), log: silentLog })
        kept += await expectKept(store, cut.said.slice(-15), 'power-cut')
        await store.close()
        rmSync(place, { recursive: true })
      }
      expect(cuts).toBeGreaterThan(300)
      expect(kept).toBeGreaterThan(1_000)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  120_000,
)

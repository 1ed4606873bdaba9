/** The tables of the README are made of what was measured: every number of them, and the ratios worked out. */
import { describe, expect, test } from 'vitest'
import { markdown } from '../../bench/markdown.ts'
import type { EngineRow, Measured, Row } from '../../bench/measure.ts'
import { flatness, shown } from '../../bench/shown.ts'

const row = (kind: string, p50: number, right = 99): Row => ({
  kind,
  count: 100,
  p50,
  p99: p50 * 10,
  max: p50 * 20,
  cpuMs: 10,
  perSecond: 10_000,
  right,
  wrong: 100 - right,
  unclear: 0,
  refused: 0,
})
const engine: EngineRow = {
  ...row('', 800),
  name: 'some engine',
  buildMs: 1500,
  all: { right: 0.5, wrong: 0.25 },
  best: { right: 0.4, wrong: 0.1 },
  safe: { right: 0.125, wrong: 0 },
}
const measured = (facts: number, p50: number, kinds = true): Measured => ({
  facts,
  fileBytes: 1e6,
  loadMs: 2500,
  bytesPerFact: 240.4,
  megabytesAfter: 50,
  rows: kinds
    ? [row('clean', p50), row('typo', p50 * 2), row('all', p50)]
    : [row('clean', p50), row('all', p50)],
  engines: kinds ? [engine] : [],
  misses: ['a miss', 'another'],
})
const run = {
  machine: 'a processor, 2 cores',
  order: { seed: 1, questions: 1000 },
  seconds: 90,
  real: measured(1500, 120, false),
  made: [measured(1000, 100), measured(1_000_000, 150)],
}

describe('the tables of a run', () => {
  const lines = markdown(run).split('\n')

  test('name the machine, the seed and how long it took', () => {
    expect(lines[0]).toMatch(/a processor, 2 cores.*seed 1, 1,000 different questions.*90 s in all/)
  })

  test('have a row for each size, with times, shares and what loading took', () => {
    expect(lines).toContain(
      '| 1,500 of data/ | 2.5 s | 240 | 120 |  |  |  |  | 120 | 1,200 | 10,000 | 99.0 % | 1.0 % |',
    )
    expect(lines).toContain(
      '| 1,000,000 | 2.5 s | 240 | 150 | 300 |  |  |  | 150 | 1,500 | 10,000 | 99.0 % | 1.0 % |',
    )
  })

  test('set the other engines beside the bot at the same size', () => {
    expect(lines).toContain(
      '| some engine | 1,000 | 100 | 1.5 s | 800 (8.0x) | 8,000 (8.0x) | 50.0 % / 25.0 % | 12.5 % |',
    )
    expect(lines).toContain(
      '| some engine | 1,000,000 | 100 | 1.5 s | 800 (5.3x) | 8,000 (5.3x) | 50.0 % / 25.0 % | 12.5 % |',
    )
  })

  test('every row of a table has as many cells as its head', () => {
    const cells = lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').length - 2)
    expect(cells).toEqual([...Array(5).fill(13), ...Array(4).fill(8)])
  })
})

test('a terminal shows the same numbers, and the misses that were asked for', () => {
  const text = shown(run.made[1]!, false, 1)
  expect(text).toMatch(/1,000,000 facts from 1 MB.*\n.*2500 ms, 240 bytes a fact/)
  expect(text).toMatch(/typo +100 +300 +3,000 +6,000 +10,000 +99\.0 %/)
  expect(text).toContain('a miss')
  expect(text).not.toContain('another')
})

test('the largest size is set against the smallest', () => {
  expect(flatness(run.made)).toContain('1,000,000 to 1,000 facts: p50 1.50 times, p99 1.50 times')
  expect(flatness(run.made.slice(0, 1))).toBe('')
})

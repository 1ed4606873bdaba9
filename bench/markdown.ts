/** What was measured as two Markdown tables for the README: this bot by size, and the public engines beside it. */
import type { Measured, Order } from './measure.ts'
import { KINDS } from './questions-set.ts'
import { percent, whole } from './shown.ts'

export interface Run {
  /** Processor, cores, Node, and how busy it was. */
  machine: string
  order: Pick<Order, 'seed' | 'questions'>
  seconds: number
  /** The facts of data/. */
  real: Measured
  /** Made facts, by size. */
  made: readonly Measured[]
}

export function markdown({ machine, order, seconds, real, made }: Run): string {
  const how = `Measured on ${machine}, seed ${order.seed}, ${whole(order.questions)} different questions of each kind and size, ${seconds} s in all. Times are microseconds from a text to the finished reply.`
  return [how, '', ...own(real, made), '', ...engines(made)].join('\n')
}

/** A row for each size; the kinds of questions in columns of their own. */
function own(real: Measured, made: readonly Measured[]): string[] {
  const rows = [real, ...made].map((measured) => {
    const all = measured.rows.at(-1)!
    const p50 = (kind: string) => measured.rows.find((row) => row.kind === kind)?.p50
    return line([
      measured === real ? `${whole(measured.facts)} of data/` : whole(measured.facts),
      `${(measured.loadMs / 1000).toFixed(1)} s`,
      whole(measured.bytesPerFact),
      ...KINDS.map(p50).map((time) => (time === undefined ? '' : whole(time))),
      ...[all.p50, all.p99, all.perSecond].map(whole),
      percent(all.right / all.count),
      percent(all.wrong / all.count),
    ])
  })
  const head = [
    'facts',
    'loaded',
    'bytes each',
    ...KINDS,
    'all p50',
    'all p99',
    'per core and s',
    'right',
    'wrong',
  ]
  return [line(head), line(head.map(() => '--:')), ...rows]
}

/** Each engine at the smallest and the largest size that it was asked at. */
function engines(made: readonly Measured[]): string[] {
  const rows = made.flatMap((measured) =>
    measured.engines.map((engine) => ({ engine, facts: measured.facts, all: measured.rows.at(-1)! })),
  )
  if (rows.length === 0) return []
  const ends = rows.filter(({ engine: { name }, facts }) => {
    const sizes = rows.filter((row) => row.engine.name === name).map((row) => row.facts)
    return facts === Math.min(...sizes) || facts === Math.max(...sizes)
  })
  const head = [
    'engine',
    'facts',
    'asked',
    'index',
    'p50 us',
    'p99 us',
    'right / wrong',
    'right where none is wrong',
  ]
  return [
    line(head),
    line(head.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...ends.map(({ engine: { name, count, p50, p99, buildMs, all: everything, safe }, facts, all }) =>
      line([
        name,
        whole(facts),
        whole(count),
        `${(buildMs / 1000).toFixed(1)} s`,
        `${whole(p50)} (${(p50 / all.p50).toFixed(1)}x)`,
        `${whole(p99)} (${(p99 / all.p99).toFixed(1)}x)`,
        `${percent(everything.right)} / ${percent(everything.wrong)}`,
        percent(safe.right),
      ]),
    ),
  ]
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

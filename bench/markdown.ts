/** What was measured as two Markdown tables for the README: this bot by size, and the public engines beside it. */
import type { Measured, Order } from './measure.ts'
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
  const how = `Measured on ${machine}, seed ${order.seed}, ${whole(order.questions)} different questions of each kind and size, ${seconds} s in all.`
  return [how, '', ...own(real, made), '', ...engines(made)].join('\n')
}

function own(real: Measured, made: readonly Measured[]): string[] {
  const rows = [real, ...made].flatMap((measured) => {
    const all = measured.rows.at(-1)!
    const kinds = measured.rows.length > 2 ? measured.rows : [all]
    return kinds.map((row, i) =>
      line([
        i > 0
          ? ''
          : measured === real
            ? `${whole(measured.facts)} of data/`
            : `${whole(measured.facts)}, loaded in ${(measured.loadMs / 1000).toFixed(1)} s, ${whole(measured.bytesPerFact)} bytes each`,
        measured === real ? 'a fact by its names' : row.kind,
        whole(row.p50),
        whole(row.p99),
        whole(row.perSecond),
        percent(row.right / row.count),
        percent(row.wrong / row.count),
      ]),
    )
  })
  return [
    line(['facts', 'questions', 'p50 us', 'p99 us', 'per second and core', 'right', 'wrong answers']),
    line(['---', '---', '--:', '--:', '--:', '--:', '--:']),
    ...rows,
  ]
}

function engines(made: readonly Measured[]): string[] {
  const rows = made.flatMap((measured) => {
    const all = measured.rows.at(-1)!
    return measured.engines.map(({ name, p50, p99, buildMs, all: everything, safe }) =>
      line([
        name,
        whole(measured.facts),
        `${(buildMs / 1000).toFixed(1)} s`,
        `${whole(p50)} (${(p50 / all.p50).toFixed(1)}x)`,
        `${whole(p99)} (${(p99 / all.p99).toFixed(1)}x)`,
        `${percent(everything.right)} / ${percent(everything.wrong)}`,
        percent(safe.right),
      ]),
    )
  })
  if (rows.length === 0) return []
  return [
    line(['engine', 'facts', 'index', 'p50 us', 'p99 us', 'right / wrong', 'right where none is wrong']),
    line(['---', '--:', '--:', '--:', '--:', '--:', '--:']),
    ...rows,
  ]
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

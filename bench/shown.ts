/** What was measured as text for a terminal. */
import type { EngineRow, Measured } from './measure.ts'

/** One size: loading, a row for each kind of question, the public engines. */
export function shown(
  { facts, fileBytes, loadMs, bytesPerFact, megabytesAfter, rows, engines, misses }: Measured,
  isReal: boolean,
  missesShown: number,
): string {
  const file = fileBytes === null ? 'YAML' : `${Math.round(fileBytes / 1e6)} MB of JSON Lines`
  return [
    `\n${isReal ? 'data/: ' : ''}${facts.toLocaleString('en')} facts from ${file}`,
    `  loaded in ${Math.round(loadMs)} ms, ${Math.round(bytesPerFact)} bytes a fact; ` +
      `${Math.round(megabytesAfter)} MB in use after all questions`,
    ...table(
      ['question', 'asked', 'p50 us', 'p99 us', 'max us', 'per s', 'right', 'wrong', 'asked back', 'refused'],
      rows.map((row) => [
        row.kind,
        String(row.count),
        ...[row.p50, row.p99, row.max, row.perSecond].map(whole),
        percent(row.right / row.count),
        ...[row.wrong, row.unclear, row.refused].map(String),
      ]),
    ),
    ...(engines.length === 0 ? [] : engineLines(engines, rows.at(-1)!)),
    ...misses.slice(0, missesShown).map((miss) => `    ${miss}`),
  ].join('\n')
}

/** How the times of the largest size stand to those of the smallest; '' when there is one size only. */
export function flatness(made: readonly Measured[]): string {
  const [first, last] = [made[0], made.at(-1)]
  if (first === undefined || last === undefined || first === last) return ''
  const ratio = (field: 'p50' | 'p99') => (last.rows.at(-1)![field] / first.rows.at(-1)![field]).toFixed(2)
  const sizes = `${last.facts.toLocaleString('en')} to ${first.facts.toLocaleString('en')} facts`
  return `\n${sizes}: p50 ${ratio('p50')} times, p99 ${ratio('p99')} times\n`
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
export const whole = (number: number): string => Math.round(number).toLocaleString('en')

function engineLines(engines: readonly EngineRow[], own: Measured['rows'][number]): string[] {
  const both = (marks: { right: number; wrong: number }) =>
    `${percent(marks.right)} / ${percent(marks.wrong)}`
  const head = 'engine|asked|index ms|p50 us|p99 us|p50 ratio|p99 ratio|everything|best|none wrong'.split('|')
  return [
    '  right answers / wrong answers of the public engines: to everything, at their best threshold, where none is wrong',
    ...table(
      head,
      engines.map((it) => [
        it.name,
        String(it.count),
        ...[it.buildMs, it.p50, it.p99].map(whole),
        `${(it.p50 / own.p50).toFixed(1)}x`,
        `${(it.p99 / own.p99).toFixed(1)}x`,
        both(it.all),
        both(it.best),
        both(it.safe),
      ]),
    ),
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]!.length)))
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')}`
  return [head, ...rows].map(line)
}

import type { TrialResult } from './trial.ts'

/** The results as a Markdown table. In brackets: died by their own hand at one of the seven points; owners not told. */
export function tableOf(results: readonly TrialResult[]): string {
  const rows = results.map((result) => [
    `${result.rules}${result.history ? '' : ', no history'}${result.way === 'naive' ? ', naive' : ''}`,
    `${result.store}, ${result.processes}`,
    result.digests,
    `${result.killed} (${Object.values(result.atPoints).reduce((sum, count) => sum + count, 0)})`,
    result.frozen,
    result.fellOver,
    result.posts,
    result.looks,
    result.lost,
    result.twice,
    `${result.unknown} (${result.untold})`,
    result.otherwise,
    result.seconds,
  ])
  const lines = [HEAD, HEAD.map((_, at) => (at < 2 ? '---' : '---:')), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const HEAD = [
  'rules',
  'store, processes',
  'digests',
  'kill -9 (at points)',
  'frozen',
  'fell over',
  'posts tried',
  'looks',
  '**lost**',
  '**twice**',
  'unknown (untold)',
  'other ends',
  'seconds',
]

/** docs/operations.md tells of every metric the program counts, as it is counted, and of no other. */
import { describe, expect, test } from 'vitest'
import { filesBelow, read } from './files.ts'
import { withoutComments } from './typescript-text.ts'

interface Metric {
  name: string
  kind: 'counter' | 'histogram' | 'gauge'
  labels: string
}

const PROGRAM = filesBelow('src', '.ts').filter((path) => path !== 'src/health/metrics.ts')

describe('metrics', () => {
  test('are in docs/operations.md as they are in the program', () => {
    const counted = unique(PROGRAM.flatMap((path) => countedIn(withoutComments(read(path)))))
    expect(counted.length).toBeGreaterThan(30)
    expect(shownIn(read('docs/operations.md'))).toEqual(counted)
  })

  test('keep one set of labels each, as Prometheus wants them', () => {
    const counted = unique(PROGRAM.flatMap((path) => countedIn(withoutComments(read(path)))))
    const names = counted.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
  })

  test('every call is understood', () => {
    const calls = PROGRAM.flatMap(
      (path) => withoutComments(read(path)).match(/metrics\s*\.\s*(?:count|time|set)\(/g) ?? [],
    )
    expect(PROGRAM.flatMap((path) => countedIn(withoutComments(read(path))))).toHaveLength(calls.length)
  })

  test('the rules see what they read', () => {
    const program = `
      metrics.count('a_total')
      desk.metrics.set('b', 1, { shard: String(id) })
      metrics.count('c_total', {
        method: 'x',
        outcome: wrong ? error.reason : 'fine',
      })
      metrics.time('d_seconds', ms / 1_000, { delivered })
      metrics.count('e_total', {}, 3)`
    const metrics = [
      { name: 'a_total', kind: 'counter', labels: '' },
      { name: 'b', kind: 'gauge', labels: 'shard' },
      { name: 'c_total', kind: 'counter', labels: 'method outcome' },
      { name: 'd_seconds', kind: 'histogram', labels: 'delivered' },
      { name: 'e_total', kind: 'counter', labels: '' },
    ]
    expect(countedIn(program)).toEqual(metrics)
    const table = [
      '| `gazetteer_a_total` | counter | says | |',
      '| `gazetteer_b` | gauge; `shard` | says `x` | `y` > 0 |',
      '| `gazetteer_c_total` | counter; `method` `outcome` | says | |',
    ]
    expect(shownIn(table.join('\n'))).toEqual(metrics.slice(0, 3))
  })
})

/** `metrics.count('name', { label: value })`. */
function countedIn(text: string): Metric[] {
  return [...text.matchAll(/metrics\s*\.\s*(count|time|set)\(\s*'([a-z_]+)'/g)].map((match) => {
    const given = argumentsOf(text.slice(match.index + match[0].length))
    const labels = keysOf(given.find((argument) => argument.startsWith('{')) ?? '{}').join(' ')
    return { name: match[2]!, kind: KINDS[match[1] as keyof typeof KINDS], labels }
  })
}

/** Up to the parenthesis that closes the call, cut at commas that stand in no bracket. */
function argumentsOf(rest: string): string[] {
  let depth = 0
  let from = 0
  const found: string[] = []
  for (let at = 0; at < rest.length; at++) {
    const here = rest[at]!
    if (depth === 0 && (here === ',' || here === ')')) {
      found.push(rest.slice(from, at).trim())
      from = at + 1
      if (here === ')') break
    } else if ('([{'.includes(here)) depth++
    else if (')]}'.includes(here)) depth--
  }
  return found
}

const keysOf = (object: string): string[] =>
  argumentsOf(`${object.slice(1, -1)})`)
    .filter((entry) => entry !== '')
    .map((entry) => entry.split(':', 1)[0]!.trim())

const KINDS = { count: 'counter', time: 'histogram', set: 'gauge' } as const

function shownIn(document: string): Metric[] {
  const rows = [
    ...document.matchAll(/^\| `gazetteer_([a-z_]+)` \| (counter|histogram|gauge)(?:; ([^|]*))? \|/gm),
  ]
  return unique(
    rows.map(([, name, kind, labels]) => ({
      name: name!,
      kind: kind as Metric['kind'],
      labels: [...(labels ?? '').matchAll(/`([a-z]+)`/g)].map(([, label]) => label).join(' '),
    })),
  )
}

function unique(metrics: readonly Metric[]): Metric[] {
  const byText = new Map(metrics.map((metric) => [JSON.stringify(metric), metric]))
  return [...byText.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

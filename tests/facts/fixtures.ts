/** A folder of data made for one test, with the vocabulary of the repository or a small one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Fact, Source } from '../../src/facts/fact.ts'
import { type Loaded, loadFacts } from '../../src/facts/load.ts'
import { loadVocabulary, type Vocabulary } from '../../src/facts/vocabulary.ts'

export const VOCABULARY = 'data/vocabulary'

let shared: Vocabulary | undefined
/** The vocabulary of the repository, read once; for tests that let nothing join it. */
export function theVocabulary(): Vocabulary {
  shared ??= loadVocabulary(VOCABULARY)
  return shared
}

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'gazetteer-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

export function write(dir: string, files: Record<string, string | Uint8Array>): string {
  mkdirSync(dir, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content)
  return dir
}

const HEAD = `source:
  id: ID
  publisher: PRNewswire
  title: Dongying seeks to develop new quality productive forces
  date: 2024-03-27
  url: null
  kind: press-release
facts:
`

/** An article of good facts, each with some fields changed. */
export function article(id: string, ...facts: Record<string, string | null>[]): string {
  return HEAD.replace('ID', id) + facts.map(factText).join('')
}

function factText(changes: Record<string, string | null>, index: number): string {
  const fields: Record<string, string | null> = {
    id: `fact-${index + 1}`,
    region: "'370500'",
    industry: 'offshore-wind',
    indicator: 'investment',
    period: '2023',
    status: 'actual',
    value: '24.8 billion yuan',
    statement: 'Dongying invested.',
    ...changes,
  }
  const lines = Object.entries(fields).filter(([, value]) => value !== null)
  return lines.map(([key, value], line) => `${line === 0 ? '  - ' : '    '}${key}: ${value}\n`).join('')
}

export interface Read extends Loaded {
  all: Fact[]
  sources: Map<string, Source>
}

export function load(
  dir: string,
  only?: string[],
  vocabulary: Vocabulary = loadVocabulary(VOCABULARY),
): Read {
  return collect((sink) => loadFacts(dir, vocabulary, { only }, sink))
}

export function collect(read: (sink: (fact: Fact, source: Source) => void) => Loaded): Read {
  const all: Fact[] = []
  const sources = new Map<string, Source>()
  const loaded = read((fact, source) => {
    all.push(fact)
    sources.set(source.id, source)
  })
  return { ...loaded, all, sources }
}

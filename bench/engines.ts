/**
 * The public engines a user would pick instead, each over the texts of the same facts: the statement and the Chinese
 * names, cut into words. Questions come without their question words, which is more than a first attempt would do.
 */
import { DatabaseSync } from 'node:sqlite'
import uFuzzy from '@leeoniya/ufuzzy'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { type Facts, idOf } from './generate.ts'

export interface Hit {
  id: string
  /** The higher, the better; comparable within one engine. */
  score: number
}

export interface PublicEngine {
  name: string
  /** More facts than this it does not answer in reasonable time. */
  most: number
  build(texts: readonly string[], ids: readonly string[]): Search
}

export type Search = (words: readonly string[]) => Hit | null

export const ENGINES: readonly PublicEngine[] = [
  { name: 'MiniSearch, any word', most: 200_000, build: (texts, ids) => miniSearch(texts, ids, 'OR') },
  { name: 'MiniSearch, all words', most: 200_000, build: (texts, ids) => miniSearch(texts, ids, 'AND') },
  { name: 'SQLite FTS5, any word', most: 2_000_000, build: (texts, ids) => fts5(texts, ids, ' OR ') },
  { name: 'SQLite FTS5, all words', most: 2_000_000, build: (texts, ids) => fts5(texts, ids, ' ') },
  { name: 'uFuzzy', most: 200_000, build: fuzzy },
  { name: 'fuse.js', most: 20_000, build: fuse },
]

function miniSearch(texts: readonly string[], ids: readonly string[], combineWith: 'OR' | 'AND'): Search {
  const index = new MiniSearch({ fields: ['text'], searchOptions: { prefix: true, fuzzy: 0.2, combineWith } })
  index.addAll(texts.map((text, id) => ({ id, text })))
  return (words) => {
    const [best] = index.search(words.join(' '))
    return best === undefined ? null : { id: ids[best.id as number]!, score: best.score / words.length }
  }
}

function fts5(texts: readonly string[], ids: readonly string[], joined: string): Search {
  const database = new DatabaseSync(':memory:')
  database.exec("create virtual table facts using fts5(text, content='', tokenize='unicode61')")
  const insert = database.prepare('insert into facts(rowid, text) values (?, ?)')
  database.exec('begin')
  for (const [at, text] of texts.entries()) insert.run(at, text)
  database.exec('commit')
  const select = database.prepare('select rowid, rank from facts where facts match ? order by rank limit 1')
  return (words) => {
    const best = select.get(words.map((word) => `"${word}"`).join(joined))
    if (best === undefined) return null
    return { id: ids[best.rowid as number]!, score: -(best.rank as number) / words.length }
  }
}

/** One slip is forgiven in each word; every word must be there, in any order. */
function fuzzy(texts: readonly string[], ids: readonly string[]): Search {
  const latin = new uFuzzy({ intraMode: 1 })
  const chinese = new uFuzzy({
    intraMode: 1,
    unicode: true,
    interSplit: "[^\\p{L}\\d']+",
    intraSplit: '\\p{Ll}\\p{Lu}',
    intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
    intraChars: "[\\p{L}\\d']",
    intraContr: "'\\p{L}{1,2}\\b",
  })
  const haystack = [...texts]
  return (words) => {
    const needle = words.join(' ')
    const engine = HAN.test(needle) ? chinese : latin
    const [fitting, info, order] = engine.search(haystack, needle, MOST_ORDERED)
    const first = order?.[0]
    const best = info == null || first === undefined ? fitting?.[0] : info.idx[first]
    return best === undefined ? null : { id: ids[best]!, score: 1 / (fitting?.length ?? 1) }
  }
}

function fuse(texts: readonly string[], ids: readonly string[]): Search {
  const index = new Fuse(
    texts.map((text, id) => ({ id, text })),
    { keys: ['text'], includeScore: true, ignoreLocation: true, useTokenSearch: true, threshold: 0.4 },
  )
  return (words) => {
    const [best] = index.search(words.join(' '), { limit: 1 })
    return best === undefined ? null : { id: ids[best.item.id]!, score: 1 - (best.score ?? 1) }
  }
}

/** What the engines are given of each fact. */
export function textsOf({ cell, size, grid }: Facts): { texts: string[]; ids: string[] } {
  const { regions, industries, indicators } = grid
  const zh = new Map<object, string>()
  for (const named of [...regions, ...industries, ...indicators]) zh.set(named, wordsOf(named.zh).join(' '))
  const texts: string[] = []
  const ids: string[] = []
  for (let at = 0; at < size; at++) {
    const made = cell(at)
    const { region, industry, indicator, year } = made
    const names = [region, industry, indicator]
    texts.push(
      `${names.map(({ en }) => en).join(' ')} ${year} ${names.map((it) => zh.get(it)).join(' ')}`.toLowerCase(),
    )
    ids.push(idOf(made))
  }
  return { texts, ids }
}

/** A question's words without those that only ask. */
export function wordsOf(question: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of SEGMENTER.segment(question.toLowerCase()))
    if (isWordLike === true && !ASKING.has(segment)) words.push(segment)
  return words
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })
const ASKING = new Set(
  'what was the of in please tell me for sector number 年 是 多少 请问 请 问 的'.split(' '),
)
const HAN = /\p{Script=Han}/u
/** uFuzzy tries the words in every order up to this many, and beyond looks for each by itself. */
const MOST_ORDERED = 4

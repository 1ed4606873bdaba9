/**
 * One YAML file: its content, and the line of anything in it. Lines and syntax errors take a slow second reading,
 * which happens only once something is wrong.
 */
import { createRequire } from 'node:module'
import type { Document, LineCounter, Node, Pair } from 'yaml'
import { NOT_PLAIN, readPlainYaml } from './plain-yaml.ts'

type Path = readonly PropertyKey[]

export class YamlText {
  readonly content: unknown
  /** Mistakes of syntax; what was read besides them is in `content`. */
  readonly broken: readonly { line: number; what: string }[] = []
  readonly #text: string
  #parsed: { document: Document; lines: LineCounter } | undefined

  constructor(text: string) {
    this.#text = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
    const plain = readPlainYaml(this.#text)
    if (plain !== NOT_PLAIN) {
      this.content = plain
      return
    }
    const { document, lines } = this.#reading()
    const broken = document.errors.map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      what: message.split(MESSAGE_TAIL)[0]!,
    }))
    try {
      this.content = document.toJS()
    } catch (error) {
      // aliases that multiply into millions of entries, or that lead nowhere
      broken.push({ line: 1, what: (error as Error).message })
      this.content = null
    }
    this.broken = broken
  }

  /** The line of a key or entry, or of what is nearest above it. */
  lineOf(path: Path): number {
    const { lines } = this.#reading()
    const start = this.#rangeOf(path)?.[0]
    return start === undefined ? 1 : lines.linePos(start).line
  }

  /** Whether no mistake of syntax lies within this entry. */
  isWhole(path: Path): boolean {
    if (this.broken.length === 0) return true
    const range = this.#rangeOf(path)
    if (range === undefined) return false
    return this.#reading().document.errors.every(({ pos }) => pos[1] < range[0] || pos[0] > range[1])
  }

  #rangeOf(path: Path): [number, number] | undefined {
    let node = this.#reading().document.contents as Node | null
    let range = rangeOf(node)
    for (const step of path) {
      const items = (node as { items?: unknown[] } | null)?.items
      if (!Array.isArray(items)) break
      if (typeof step === 'number') {
        node = (items[step] ?? null) as Node | null
      } else {
        const pair = (items as Pair[]).find(({ key }) => String(key) === step)
        node = (pair?.value ?? null) as Node | null
        const key = rangeOf((pair?.key ?? null) as Node | null)
        if (key !== undefined) range = [key[0], rangeOf(node)?.[1] ?? key[1]]
        continue
      }
      range = rangeOf(node) ?? range
    }
    return range
  }

  #reading(): { document: Document; lines: LineCounter } {
    if (this.#parsed === undefined) {
      // loaded here, because loading the package takes longer than reading all facts of the base plainly
      const yaml = createRequire(import.meta.url)('yaml') as typeof import('yaml')
      const lines = new yaml.LineCounter()
      const document = yaml.parseDocument(this.#text, {
        lineCounter: lines,
        prettyErrors: false,
        logLevel: 'silent',
      })
      this.#parsed = { document, lines }
    }
    return this.#parsed
  }
}

function rangeOf(node: Node | null): [number, number] | undefined {
  const range = node?.range
  return range ? [range[0], range[1]] : undefined
}

const BYTE_ORDER_MARK = '\uFEFF'
const MESSAGE_TAIL = / at line |\n/

/**
 * Reads the plain YAML the files of data/ are written in (block maps and lists, one-line flow maps and lists, quotes,
 * comments), some fifteen times as fast as the yaml package, which takes a second for a thousand facts. Whatever is
 * not plain (block scalars, anchors, tags, texts over several lines, mistakes) is left to the package: NOT_PLAIN.
 * tests/facts/plain-yaml.test.ts holds both against each other.
 */
export function readPlainYaml(text: string): unknown {
  if (text.includes('\t')) return NOT_PLAIN
  try {
    return new PlainReader(text).document()
  } catch (error) {
    if (error === NOT_PLAIN) return NOT_PLAIN
    throw error
  }
}

export const NOT_PLAIN = Symbol('not plain YAML')

class PlainReader {
  readonly #lines: string[] = []
  readonly #indents: number[] = []
  #next = 0
  /** The flow text being read and the place in it. */
  #text = ''
  #at = 0

  constructor(text: string) {
    for (let start = 0; start <= text.length; ) {
      let end = text.indexOf('\n', start)
      if (end < 0) end = text.length
      const stop = end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end
      let from = start
      while (from < stop && text.charCodeAt(from) === SPACE) from++
      if (from < stop && text.charCodeAt(from) !== HASH) {
        this.#lines.push(text.slice(from, stop))
        this.#indents.push(from - start)
      }
      start = end + 1
    }
  }

  document(): unknown {
    if (this.#lines.length === 0) return null
    const value = this.#block(this.#indents[0]!)
    if (this.#next < this.#lines.length) throw NOT_PLAIN
    return value
  }

  #block(indent: number): unknown {
    const line = this.#lines[this.#next]!
    return isItem(line) ? this.#list(indent) : this.#map(indent, line)
  }

  #list(indent: number): unknown[] {
    const list: unknown[] = []
    while (this.#next < this.#lines.length && this.#indents[this.#next] === indent) {
      const line = this.#lines[this.#next]!
      if (!isItem(line)) break
      const rest = line.slice(2)
      if (rest === '' || rest[0] === ' ') throw NOT_PLAIN
      // `- key: value`: a map whose first line stands behind the dash
      list.push(BLOCK_KEY.test(rest) ? this.#map(indent + 2, rest) : this.#inline(rest, indent))
    }
    this.#noDeeper(indent)
    return list
  }

  /** `first` is the text of the first line: the line itself, or what stands behind a dash. */
  #map(indent: number, first: string): unknown {
    const map: Record<string, unknown> = {}
    const keys = new Set<string>()
    for (let line = first; ; line = this.#lines[this.#next]!) {
      const key = BLOCK_KEY.exec(line)?.[1]
      if (key === undefined || key === '__proto__' || keys.has(key)) throw NOT_PLAIN
      keys.add(key)
      const rest = line.slice(key.length + 1).trimStart()
      map[key] = rest === '' || rest[0] === '#' ? this.#below(indent) : this.#inline(rest, indent)
      if (this.#next >= this.#lines.length || this.#indents[this.#next] !== indent) break
      if (isItem(this.#lines[this.#next]!)) break
    }
    this.#noDeeper(indent)
    return map
  }

  /** The value of a key that has nothing behind its colon. */
  #below(indent: number): unknown {
    this.#next++
    if (this.#next >= this.#lines.length) return null
    const deeper = this.#indents[this.#next]!
    if (deeper > indent) return this.#block(deeper)
    return deeper === indent && isItem(this.#lines[this.#next]!) ? this.#list(indent) : null
  }

  #inline(text: string, indent: number): unknown {
    this.#next++
    this.#noDeeper(indent)
    this.#text = text
    this.#at = 0
    const first = text.charCodeAt(0)
    if (first !== BRACE && first !== BRACKET && first !== QUOTE && first !== APOSTROPHE) {
      return scalar(blockScalarText(text))
    }
    const value = this.#flow()
    const rest = text.slice(this.#at)
    if (rest !== '' && !BLANK_OR_COMMENT.test(rest)) throw NOT_PLAIN
    return value
  }

  /** A deeper line would carry on the text above it. */
  #noDeeper(indent: number): void {
    if (this.#next < this.#lines.length && this.#indents[this.#next]! > indent) throw NOT_PLAIN
  }

  #flow(): unknown {
    switch (this.#text.charCodeAt(this.#at)) {
      case BRACE:
        return this.#flowMap()
      case BRACKET:
        return this.#flowList()
      case QUOTE:
        return this.#doubleQuoted()
      case APOSTROPHE:
        return this.#singleQuoted()
      default:
        return this.#flowScalar()
    }
  }

  #flowList(): unknown[] {
    const list: unknown[] = []
    this.#at++
    this.#spaces()
    if (this.#is(']')) return list
    for (;;) {
      list.push(this.#flow())
      this.#spaces()
      if (this.#is(']')) return list
      this.#must(',')
      this.#spaces()
    }
  }

  #flowMap(): unknown {
    const map: Record<string, unknown> = {}
    const keys = new Set<string>()
    this.#at++
    this.#spaces()
    if (this.#is('}')) return map
    for (;;) {
      FLOW_KEY.lastIndex = this.#at
      const key = FLOW_KEY.exec(this.#text)?.[1]
      if (key === undefined || key === '__proto__' || keys.has(key)) throw NOT_PLAIN
      keys.add(key)
      this.#at += key.length + 1
      this.#spaces()
      map[key] = this.#flow()
      this.#spaces()
      if (this.#is('}')) return map
      this.#must(',')
      this.#spaces()
    }
  }

  #flowScalar(): unknown {
    FLOW_SCALAR.lastIndex = this.#at
    const text = FLOW_SCALAR.exec(this.#text)?.[0] ?? ''
    this.#at += text.length
    const stop = this.#text[this.#at]
    if (stop !== ',' && stop !== ']' && stop !== '}') throw NOT_PLAIN
    const trimmed = text.trimEnd()
    if (trimmed === '' || unplain(trimmed)) throw NOT_PLAIN
    return scalar(trimmed)
  }

  #doubleQuoted(): string {
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const char = this.#text.charCodeAt(at)
      if (char === BACKSLASH) at++
      else if (char === QUOTE) {
        const quoted = this.#text.slice(this.#at, at + 1)
        this.#at = at + 1
        if (!quoted.includes('\\')) return quoted.slice(1, -1)
        try {
          return JSON.parse(quoted) as string
        } catch {
          throw NOT_PLAIN
        }
      }
    }
    throw NOT_PLAIN
  }

  #singleQuoted(): string {
    let from = this.#at + 1
    let text = ''
    for (;;) {
      const end = this.#text.indexOf("'", from)
      if (end < 0) throw NOT_PLAIN
      text += this.#text.slice(from, end)
      if (this.#text[end + 1] !== "'") {
        this.#at = end + 1
        return text
      }
      text += "'"
      from = end + 2
    }
  }

  #spaces(): void {
    while (this.#text.charCodeAt(this.#at) === SPACE) this.#at++
  }

  #is(char: string): boolean {
    if (this.#text[this.#at] !== char) return false
    this.#at++
    return true
  }

  #must(char: string): void {
    if (!this.#is(char)) throw NOT_PLAIN
  }
}

const isItem = (line: string): boolean => line.charCodeAt(0) === DASH && line.charCodeAt(1) === SPACE

/** A scalar behind a colon or dash, without its comment. */
function blockScalarText(text: string): string {
  const comment = text.indexOf(' #')
  const plain = (comment < 0 ? text : text.slice(0, comment)).trimEnd()
  if (unplain(plain)) throw NOT_PLAIN
  return plain
}

/** Starts with a sign of YAML, or reads as a key. */
function unplain(text: string): boolean {
  if (SIGNS.includes(text[0]!)) return true
  if ((text[0] === '-' || text[0] === '?' || text[0] === ':') && (text.length === 1 || text[1] === ' '))
    return true
  if (text.startsWith('---') || text.startsWith('...')) return true
  return text.includes(': ') || text.includes(' #') || text.endsWith(':')
}

/** The value of an unquoted text in YAML's core schema. */
function scalar(text: string): unknown {
  if (!MAYBE_SPECIAL.test(text)) return text
  if (NULL.test(text)) return null
  if (TRUE.test(text)) return true
  if (FALSE.test(text)) return false
  if (NUMBER.test(text)) return Number(text)
  if (OTHER_NUMBER.test(text)) throw NOT_PLAIN
  return text
}

const BLOCK_KEY = /^(?!null:)([A-Za-z_][\w-]*):(?= |$)/i
const FLOW_KEY = /(?!null:)([A-Za-z_][\w-]*):(?= )/iy
const FLOW_SCALAR = /[^,[\]{}]*/y
const BLANK_OR_COMMENT = /^ +(?:#.*)?$/s
const SIGNS = '&*!|>%@`#,[]{}"\''
const MAYBE_SPECIAL = /^[-+.~\d]|^(?:null|true|false)$/i
const NULL = /^(?:~|null|Null|NULL)$/
const TRUE = /^(?:true|True|TRUE)$/
const FALSE = /^(?:false|False|FALSE)$/
const NUMBER = /^[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?$/
/** Octal, hexadecimal, infinity, a bare fraction: rare enough for the package. */
const OTHER_NUMBER = /^(?:0[ox][\da-fA-F]+|[-+]?\.(?:inf|\d+(?:e[-+]?\d+)?)|\.nan)$/i
const SPACE = 32
const HASH = 35
const QUOTE = 34
const APOSTROPHE = 39
const DASH = 45
const BRACKET = 91
const BACKSLASH = 92
const BRACE = 123
const CARRIAGE_RETURN = 13

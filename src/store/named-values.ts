/** `:name` as it stands in our SQL -> `$1` as PostgreSQL numbers them. Our SQL has no `::` and no colon in a literal. */
import type { Values } from './database.ts'

export interface Numbered {
  text: string
  /** The names in the order of their numbers. */
  names: readonly string[]
}

export function numbered(text: string): Numbered {
  const names: string[] = []
  const withNumbers = text.replace(NAME, (_, name: string) => {
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  return { text: withNumbers, names }
}

export function inOrder({ names }: Numbered, values: Values): (string | number | null)[] {
  return names.map((name) => {
    const value = values[name]
    if (value === undefined) throw new RangeError(`no value for :${name}`)
    return value
  })
}

const NAME = /:([a-zA-Z]\w*)/g

/** Names as small numbers, in order of first appearance. */
export class Dictionary {
  readonly #codes = new Map<string, number>()
  readonly #names: string[] = []

  get size(): number {
    return this.#names.length
  }

  /** The number of a name; a new name gets the next one. */
  code(name: string): number {
    const known = this.#codes.get(name)
    if (known !== undefined) return known
    this.#codes.set(name, this.#names.length)
    this.#names.push(name)
    return this.#names.length - 1
  }

  find(name: string): number | undefined {
    return this.#codes.get(name)
  }

  name(code: number): string {
    return this.#names[code]!
  }

  names(): readonly string[] {
    return this.#names
  }
}

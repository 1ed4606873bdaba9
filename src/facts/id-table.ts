/** Ids to positions in one column of numbers: a Map of a million ids would take a hundred bytes for each. */
export class IdTable {
  readonly #slots: Int32Array
  readonly #idOf: (at: number) => string

  constructor(size: number, idOf: (at: number) => string) {
    this.#idOf = idOf
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(size * 1.5 + 1))).fill(EMPTY)
    for (let at = 0; at < size; at++) this.#slots[this.#slotOf(idOf(at))] = at
  }

  find(id: string): number | undefined {
    const at = this.#slots[this.#slotOf(id)]!
    return at === EMPTY ? undefined : at
  }

  /** Where the id is, or would be. */
  #slotOf(id: string): number {
    const mask = this.#slots.length - 1
    let slot = hash(id) & mask
    for (let at = this.#slots[slot]!; at !== EMPTY && this.#idOf(at) !== id; at = this.#slots[slot]!)
      slot = (slot + 1) & mask
    return slot
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let hashed = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hashed = Math.imul(hashed ^ text.charCodeAt(i), 0x01000193)
  return hashed ^ (hashed >>> 15)
}

const EMPTY = -1

/** The tree of wordings: a path of tokens leads to what the wording means. */

export type EntityKind =
  | 'region'
  | 'industry'
  | 'base'
  | 'measure'
  | 'organisation'
  | 'unit'
  | 'cue'
  | 'light'
  | 'soft'
  | 'other'

/** One meaning of a wording. */
export interface Entity {
  kind: EntityKind
  /** Region code, industry id, base, measure, organisation, unit, or the cue. */
  id: string
  how: 'exact' | 'alias'
  /** The lower, the likelier among readings of the same words: provinces before counties. */
  rank: number
}

/** A place on the tree; the ways on from it are numbered by `Lexicon.numberOf`. */
export interface Node {
  /** Most places have one way on: its number, and where it leads. */
  key: number
  only: Node | null
  /** All ways on, where there are several. */
  next: Map<number, Node> | null
  entities: Entity[] | null
  /** How much a wording that ends here weighs; worked out when first asked for. */
  weight: number
}

/** Where a way leads from a place; undefined where there is none. */
export function follow(node: Node, key: number): Node | undefined {
  if (node.next !== null) return node.next.get(key)
  return node.key === key && node.only !== null ? node.only : undefined
}

export const isEnd = ({ only }: Node): boolean => only === null

export const newNode = (): Node => ({ key: -1, only: null, next: null, entities: null, weight: 0 })

/** The place behind a way from `node`, which is made where there is none. */
export function grow(node: Node, key: number): Node {
  const known = follow(node, key)
  if (known !== undefined) return known
  const made = newNode()
  if (node.only === null) {
    node.key = key
    node.only = made
  } else {
    node.next ??= new Map([[node.key, node.only]])
    node.next.set(key, made)
  }
  return made
}

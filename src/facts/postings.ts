/** Lists of the positions of facts by a key, and those that are newest first with a part of them by time. */

/** Positions of facts in the base. */
export type Postings = Int32Array

/** Months since year 0, both inclusive. */
export interface Span {
  first: number
  last: number
}

/** Facts sorted by a key, and where each key's run begins. */
export interface Lists {
  order: Int32Array
  starts: Int32Array
}

/** Lists that are newest first, with the last month of each fact beside it: a span is found without asking the facts. */
export interface Dated extends Lists {
  months: Uint16Array
}

/** The lists with the last month of each of their facts, from the column of months. */
export function withMonths(lists: Lists, to: Uint16Array): Dated {
  const { order } = lists
  const months = new Uint16Array(order.length)
  for (let i = 0; i < order.length; i++) months[i] = to[order[i]!]!
  return { ...lists, months }
}

/** Counting sort: positions by key, in two passes, without an array per key. `only`: the positions and their order, if not all. */
export function listsOf(keys: ArrayLike<number>, keyCount: number, only?: ArrayLike<number>): Lists {
  const starts = new Int32Array(keyCount + 1)
  const count = only?.length ?? keys.length
  for (let i = 0; i < count; i++) starts[keys[only === undefined ? i : only[i]!]! + 1]!++
  for (let key = 0; key < keyCount; key++) starts[key + 1]! += starts[key]!
  const next = starts.slice()
  const order = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const at = only === undefined ? i : only[i]!
    const key = keys[at]!
    order[next[key]!] = at
    next[key]!++
  }
  return { order, starts }
}

export function pairListsOf(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  firsts: number,
  seconds: number,
  order: ArrayLike<number>,
): Lists {
  const pairs = new Int32Array(first.length)
  for (let at = 0; at < pairs.length; at++) pairs[at] = first[at]! * seconds + second[at]!
  return listsOf(pairs, firsts * seconds, order)
}

/** All positions, those of the newest facts first; of one month as they were added. */
export function byTime(to: Uint16Array): Int32Array {
  let newest = 0
  for (const month of to) if (month > newest) newest = month
  const ages = Int32Array.from(to, (month) => newest - month)
  return listsOf(ages, newest + 1).order
}

export function listAt(lists: Lists | undefined, key: number): Postings {
  if (lists === undefined) throw new Error('FactBase: freeze() before asking')
  return lists.order.subarray(lists.starts[key]!, lists.starts[key + 1]!)
}

/** Of a list that is newest first, the part that ends within a span. */
export function datedAt(lists: Dated | undefined, key: number, span: Span | undefined): Postings {
  if (lists === undefined || span === undefined) return listAt(lists, key)
  const { order, starts, months } = lists
  const begin = firstUpTo(months, starts[key]!, starts[key + 1]!, span.last)
  return order.subarray(begin, firstUpTo(months, begin, starts[key + 1]!, span.first - 1))
}

/** Where, between two places of a list that is newest first, the facts begin that end in `month` or before. */
function firstUpTo(months: Uint16Array, from: number, to: number, month: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (months[middle]! > month) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * When each fact entered the base, so that a digest can tell what is new since last time. Filled in by the store;
 * times are milliseconds since 1970 by the store's clock.
 */
export interface KnownFacts {
  /**
   * Tells the store what the base holds now, all of it: what it did not know is seen first now, what is missing is
   * withdrawn now. Content that was known before and comes back is as old as it was the first time. To be called at
   * every start and after every change of the base; of processes with different facts, the last one to call is right.
   */
  enter(facts: readonly FactContent[]): Promise<FactChanges>
  /** What changed after `since`, up to and with `until`, by fact id. What changed twice is told once, old to new. */
  changes(since: number, until: number): Promise<FactChange[]>
  /** The facts as they were known at an instant, by fact id: late digests say what they would have said. */
  knownAt(at: number): Promise<Map<string, KnownFact>>
}

export interface FactContent {
  id: string
  /** Everything a reader would call a change, as one text: it is kept, so that a revision can say what was there before. */
  content: string
}

export interface FactChanges {
  added: number
  changed: number
  withdrawn: number
}

export interface KnownFact extends FactContent {
  /** When this content was first seen. */
  seenAt: number
  /** When the fact was first seen, with whatever content. */
  firstSeenAt: number
}

export interface FactChange {
  id: string
  how: 'new' | 'changed' | 'withdrawn'
  /** The content before and after; null where there was, or is, none; '' where it was not kept (a store from before). */
  before: string | null
  after: string | null
  /** When the last of it happened. */
  at: number
}

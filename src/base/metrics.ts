/** Counting what happens, for whoever runs the bot. Names and labels only: never a text, a name or an id of a person. */
export interface Metrics {
  /** Adds to a counter: 'answers_total'. */
  count(name: string, labels?: Labels, by?: number): void
  /** Adds one measurement in seconds: 'answer_seconds'. */
  time(name: string, seconds: number, labels?: Labels): void
  /** Sets a value that goes up and down: 'connections'. */
  set(name: string, value: number, labels?: Labels): void
}

export type Labels = Readonly<Record<string, string>>

/** For tests and places where nobody looks. */
export const noMetrics: Metrics = { count() {}, time() {}, set() {} }

/** The pieces a schedule in words is made of, the same for every language. */
import type { ScheduleMistake } from '../mistake.ts'

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A part of the day, as far as it decides between two hours of a twelve-hour clock. */
export type Part = 'small hours' | 'morning' | 'noon' | 'afternoon' | 'evening'

export type Token =
  /** 'every 2 hours', 'monthly', 'of the month' */
  | { kind: 'rhythm'; unit: Unit; every: number }
  /** 'Monday', 'weekends'; 0 is Sunday; `each` where that is part of the word: 每周一 */
  | { kind: 'weekdays'; days: readonly number[]; each: boolean }
  /** 'first', '15th', 'last' (LAST): a date, or with a weekday behind it the nth of the month */
  | { kind: 'ordinal'; number: number }
  | { kind: 'months'; months: readonly number[] }
  /** '1 March': a day of one month */
  | { kind: 'annual'; month: number; day: number }
  /** A number on its own: an hour, or after 'on' a date. */
  | { kind: 'number'; number: number }
  /** `half`: said with am or pm. `sure`: 24-hour, or written with its minutes */
  | { kind: 'time'; hour: number; minute: number; half?: 'am' | 'pm'; sure: boolean; said: string }
  | { kind: 'part'; part: Part; said: string }
  /** 'at minute 30' of every hour */
  | { kind: 'past'; minute: number }
  | { kind: 'zone'; zone: string }
  | { kind: 'every' | 'at' | 'on' | 'and' | 'to' | 'between' | 'noise' }
  /** Understood, and known to be impossible. */
  | { kind: 'mistake'; mistake: ScheduleMistake }

/** How one kind of piece is written: a sticky pattern over folded text. */
export interface Rule {
  pattern: RegExp
  token(match: RegExpExecArray): Token | null
}

export const WORKDAYS: readonly number[] = [1, 2, 3, 4, 5]
export const WEEKEND: readonly number[] = [0, 6]

/** The days from one to another, over the end of the week where need be. */
export function daysThrough(from: number, to: number): readonly number[] {
  const length = ((to - from + 7) % 7) + 1
  return Array.from({ length }, (_, at) => (from + at) % 7)
}

/** No pattern says this; `example` is the closest that one does. */
export const impossible = (said: string, example: string): Token => ({
  kind: 'mistake',
  mistake: { code: 'rhythm-impossible', params: { value: said, example } },
})
